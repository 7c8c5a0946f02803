import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutUploads } from '@docuvault/bench/faults/cut-uploads.ts';
import { isClean } from '@docuvault/bench/faults/fault.ts';
import { makePdf, textAt } from '@docuvault/document-tools/testing/make-pdf.ts';
import { missingPostgres, startPostgres, type PostgresServer } from '@docuvault/testing/postgres.ts';
import { newHome, removeHome, settled, signUp, startProduct, startWorkerProcess, uploadRaw, type Process, type Product, type Uploaded } from '@docuvault/testing/product.ts';

describe.skipIf(missingPostgres() !== null)('a database that is killed', { timeout: 120_000 }, () => {
  const home = newHome();
  let server: PostgresServer;
  let api: Product;
  let worker: Process;
  beforeAll(async () => {
    server = await startPostgres();
    const env = { DATABASE_URL: server.appUrl, DATABASE_ADMIN_URL: server.adminUrl };
    api = await startProduct(home, env, 'api');
    worker = await startWorkerProcess(home, env);
  });
  afterAll(async () => {
    await Promise.all([api, worker].map((one) => one.stop('SIGKILL')));
    server.stop();
    removeHome(home);
  });

  it('is outlived by the worker, which goes on with its jobs when it is back', async () => {
    const asha = await signUp(api);
    await server.kill();
    // Its connections were all that kept the process alive.
    while (!worker.log().includes('failed')) await new Promise((resolve) => setTimeout(resolve, 20));
    server.restart('crash');
    const paper = Buffer.from(makePdf([textAt(60, 760, 'Invoice INV-1 of Sharma Electricals, total 100.00 INR')]));
    const answer = await uploadRaw(asha, paper, 'after the crash.pdf');
    expect(answer.status).toBe(201);
    expect((await settled(asha, ((await answer.json()) as Uploaded).document.id)).status).toBe('completed');
    expect(worker.ended()).toBe(false);
  });
});

describe('a connection that breaks in mid-upload', { timeout: 120_000 }, () => {
  it('leaves nothing of a form, and of a resumable upload all that had arrived', async () => {
    const outcome = await cutUploads.run(0.05);
    expect(isClean(outcome), JSON.stringify(outcome)).toBe(true);
    expect(outcome.acknowledged).toBe(4);
  });
});
