import { S3Client, GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePdf, textAt } from '@docuvault/document-tools/testing/make-pdf.ts';
import { newHome, removeHome, settled, signUp, startProduct, uploadRaw, type Member, type Product, type Uploaded } from '@docuvault/testing/product.ts';
import { missingRedis, startRedis, type RedisServer } from '@docuvault/testing/redis.ts';
import { missingS3, startHarmfulProxy, startS3, type S3Server } from '@docuvault/testing/s3.ts';

const missing = missingRedis() ?? missingS3();
const text = 'Invoice number INV-7 of Sharma Electricals, total 1700.00 INR';
const paper = (n = 0) => Buffer.from(makePdf([textAt(60, 760, text + ' '.repeat(n))]));

describe.skipIf(missing !== null)('the product with Redis and S3', () => {
  const home = newHome();
  let redis: RedisServer;
  let s3: S3Server;
  let proxy: Awaited<ReturnType<typeof startHarmfulProxy>>;
  let product: Product;
  let asha: Member;
  let documentId: string;
  const health = async () => {
    const answer = await fetch(`${product.url}/functions/v1/health-check`);
    return { code: answer.status, ...((await answer.json()) as { status: string; checks: Record<string, { status: string }> }) };
  };
  const untilHealth = async (status: string) => {
    for (let i = 0; (await health()).status !== status; i++) {
      if (i > 300) throw new Error(`it does not become ${status}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  beforeAll(async () => {
    [redis, s3] = await Promise.all([startRedis(), startS3()]);
    proxy = await startHarmfulProxy(s3.endpoint);
    product = await startProduct(home, {
      REDIS_URL: redis.url, S3_ENDPOINT: proxy.url, S3_BUCKET: s3.bucket, S3_ACCESS_KEY_ID: s3.accessKeyId, S3_SECRET_ACCESS_KEY: s3.secretAccessKey, S3_REGION: s3.region,
    });
    asha = await signUp(product);
  });
  afterAll(async () => {
    await product.stop('SIGKILL');
    await redis.stop();
    proxy.stop();
    s3.stop();
    removeHome(home);
  });

  it('keeps files in the bucket, sealed, and serves them whole and in part', async () => {
    documentId = ((await (await uploadRaw(asha, paper(), 'a.pdf')).json()) as Uploaded).document.id;
    expect((await settled(asha, documentId)).status).toBe('completed');
    const file = await asha.call(`documents/${documentId}/file`);
    expect(Buffer.from(await file.arrayBuffer()).equals(paper())).toBe(true);
    expect(await (await asha.call(`documents/${documentId}/file`, { headers: { range: 'bytes=0-4' } })).text()).toBe('%PDF-');
    const client = new S3Client({ endpoint: s3.endpoint, region: s3.region, forcePathStyle: true, credentials: s3 });
    const { Contents } = await client.send(new ListObjectsV2Command({ Bucket: s3.bucket, Prefix: 'documents/' }));
    expect(Contents).toHaveLength(1);
    const stored = await (await client.send(new GetObjectCommand({ Bucket: s3.bucket, Key: Contents![0]!.Key }))).Body!.transformToByteArray();
    expect(Buffer.from(stored).toString('latin1')).toMatch(/^DVE1/);
    expect(Buffer.from(stored).includes('PDF')).toBe(false);
  });

  it('goes on without Redis, says degraded, and is healthy when Redis is back', async () => {
    await untilHealth('healthy');
    const before = Number((await asha.call('documents')).headers.get('ratelimit-remaining'));
    await redis.stop();
    await untilHealth('degraded');
    const without = await asha.call('documents');
    expect(without.status).toBe(200);
    expect(Number(without.headers.get('ratelimit-remaining'))).toBeGreaterThanOrEqual(before);
    expect((await health()).code).toBe(200);
    await redis.start();
    await untilHealth('healthy');
    expect((await asha.call('documents')).status).toBe(200);
  });

  it('refuses an upload that the store refuses, keeps nothing of it, and takes it when the store is back', async () => {
    proxy.harm = 'refuse';
    const refused = await uploadRaw(asha, paper(1), 'b.pdf');
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({ error: { code: 'storage.refused' } });
    expect(await asha.json<{ items: unknown[] }>('documents')).toMatchObject({ items: [{ id: documentId }] });
    expect((await health()).code).toBe(503);
    proxy.harm = 'none';
    expect((await uploadRaw(asha, paper(1), 'b.pdf')).status).toBe(201);
    expect((await asha.json<{ items: unknown[] }>('documents')).items).toHaveLength(2);
  });

  it('sends not one damaged byte when the store damages them', async () => {
    proxy.harm = 'corrupt';
    const damaged = await asha.call(`documents/${documentId}/file`);
    expect(damaged.status).toBe(503);
    expect(await damaged.json()).toMatchObject({ error: { code: 'storage.damaged_file' } });
    proxy.harm = 'none';
    expect((await asha.call(`documents/${documentId}/file`)).status).toBe(200);
  });
});
