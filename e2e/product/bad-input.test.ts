import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SignJWT } from 'jose';
import { newHome, removeHome, settled, signUp, startProduct, uploadRaw, type Member, type Product, type Uploaded } from '@docuvault/testing/product.ts';
import { docxBomb, hugePng, zip } from './hostile-files.ts';

type Refusal = { error: { code: string; message: string; details: object; requestId: string } };

const minimalPdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const mebibyte = 1024 * 1024;

describe('bad input is refused in words, and the next request works', () => {
  const home = newHome();
  let product: Product;
  let asha: Member;
  let stranger: Member;
  let hers: string;
  const bombs = [[hugePng(30_000, 30_000), 'map.png'], [docxBomb(400), 'letter.docx']] as const;
  beforeAll(async () => {
    product = await startProduct(home, { RATE_LIMITS: 'off' });
    asha = await signUp(product);
    stranger = await signUp(product, 'stranger');
    hers = ((await (await uploadRaw(asha, minimalPdf, 'hers.pdf')).json()) as Uploaded).document.id;
  });
  afterAll(async () => {
    await product.stop();
    removeHome(home);
  });
  afterEach(async () => {
    expect((await asha.call(`documents/${hers}`)).status).toBe(200);
  });

  const refusal = async (answer: Response): Promise<string> => {
    const body = (await answer.json()) as Refusal;
    expect(body.error.requestId).toBe(answer.headers.get('x-request-id'));
    expect(body.error.message).not.toMatch(/select |insert |\/work|node_modules|at \w+ \(/i);
    return `${answer.status} ${body.error.code}`;
  };
  const upload = async (bytes: Buffer, name = 'x.pdf', fields?: Record<string, string>) => uploadRaw(asha, bytes, name, fields);

  it('files: empty, too large by one byte, and of a type that the name hides', async () => {
    expect(await refusal(await upload(Buffer.alloc(0)))).toBe('422 upload.empty');
    const padded = Buffer.concat([minimalPdf, Buffer.alloc(50 * mebibyte + 1 - minimalPdf.length, 0x20)]);
    expect(await refusal(await upload(padded))).toBe('413 upload.too_large');
    expect((await upload(padded.subarray(0, 50 * mebibyte))).status).toBe(201);
    expect(await refusal(await upload(zip([{ name: 'a.txt', content: Buffer.from('hello') }])))).toBe('415 upload.type_not_accepted');
    expect(await refusal(await upload(Buffer.from('MZ\x90\x00 this is an executable'), 'passport.pdf'))).toBe('415 upload.type_not_accepted');
    expect(await refusal(await upload(Buffer.from('<html><script>alert(1)</script></html>'), 'x.jpg'))).toBe('415 upload.type_not_accepted');
    const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
    expect(await refusal(await upload(Buffer.from(eicar), 'x.pdf'))).toBe('422 upload.malware');
  }, 120_000);

  it('bombs: a picture of 900 megapixels and a DOCX of 400 MB end failed, with the reason', async () => {
    for (const [bytes, name] of bombs) {
      const answer = await upload(bytes, name);
      if (answer.status !== 201) {
        expect(await refusal(answer)).toMatch(/^4(13|15|22) upload\./);
        continue;
      }
      const end = await settled(asha, ((await answer.json()) as Uploaded).document.id, 120_000);
      expect(end.status, name).toBe('failed');
      expect(end.failure!.code).toMatch(/^processing\.(too_complex|unreadable|out_of_memory)$/);
    }
  }, 240_000);

  it('names: traversal, 5,000 characters, control characters and none at all become safe names', async () => {
    for (const [i, name] of ['../../../etc/passwd.pdf', `${'n'.repeat(5_000)}.pdf`, 'a\u202Efdp.exe.pdf', '..', 'con\u0001\u0000trol.pdf'].entries()) {
      const answer = await upload(Buffer.concat([minimalPdf, Buffer.from(`%${i}`)]), name);
      expect([201, 400], name.slice(0, 20)).toContain(answer.status);
      if (answer.status !== 201) continue;
      const { document } = (await answer.json()) as { document: { fileName: string } };
      expect(document.fileName).not.toMatch(/[/\\\p{Cc}\u202e]/u);
      expect(document.fileName.length).toBeLessThanOrEqual(255);
    }
  });

  it('bodies: no file, another field\'s name, no body, not multipart, cut off', async () => {
    const wrongField = new FormData();
    wrongField.set('document', new Blob([minimalPdf]), 'x.pdf');
    expect(await refusal(await asha.call('document-upload', { method: 'POST', body: wrongField }))).toMatch(/^400 upload\./);
    const onlyText = new FormData();
    onlyText.set('title', 'x');
    expect(await refusal(await asha.call('document-upload', { method: 'POST', body: onlyText }))).toMatch(/^400 upload\./);
    expect(await refusal(await asha.call('document-upload', { method: 'POST' }))).toMatch(/^4(00|15) /);
    expect(await refusal(await asha.call('document-upload', { method: 'POST', body: 'hello', headers: { 'content-type': 'text/plain' } }))).toMatch(/^4(00|15) /);
    expect(await refusal(await asha.call('document-upload', { method: 'POST', body: '--x\r\nbroken', headers: { 'content-type': 'multipart/form-data; boundary=x' } }))).toMatch(/^400 /);
    expect(await refusal(await asha.call('document-upload', { method: 'POST', body: 'x', headers: { 'content-type': 'multipart/form-data' } }))).toMatch(/^400 /);
    expect(await refusal(await upload(Buffer.concat([minimalPdf, Buffer.from('%tags')]), 'x.pdf', { tags: '{not json' }))).toMatch(/^400 /);
    expect(await refusal(await upload(Buffer.concat([minimalPdf, Buffer.from('%folder')]), 'x.pdf', { folderId: crypto.randomUUID() }))).toMatch(/^404 folder/);
  });

  it('a connection dropped in the middle of an upload leaves nothing behind', async () => {
    const count = async () => (await asha.json<{ items: unknown[] }>('documents?limit=200')).items.length;
    const before = await count();
    const token = (await asha.client.auth.getSession()).data.session!.access_token;
    const { hostname, port } = new URL(product.url);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(`POST /functions/v1/document-upload HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 10000000\r\n\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="x.pdf"\r\n\r\n%PDF-1.4 ${'x'.repeat(100_000)}`, () => {
          socket.destroy();
          resolve();
        });
      });
    });
    expect(await count()).toBe(before);
  });

  it('JSON: malformed, of the wrong type, too deep, too large, with NUL and lone surrogates', async () => {
    const post = (path: string, body: string) => asha.call(path, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
    expect(await refusal(await post('search-engine', '{'))).toBe('400 request.malformed_json');
    expect(await refusal(await post('search-engine', '[]'))).toMatch(/^400 request/);
    expect(await refusal(await post('search-engine', '{"query":{"a":1}}'))).toBe('400 request.invalid');
    expect(await refusal(await post('ai-chat', '{"conversationId":5,"message":"x"}'))).toBe('400 request.invalid');
    expect(await refusal(await post('search-engine', `${'['.repeat(10_000)}${']'.repeat(10_000)}`))).toMatch(/^400 request/);
    expect(await refusal(await post('search-engine', JSON.stringify({ query: 'x'.repeat(2 * mebibyte) })))).toMatch(/^4(00|13) request/);
    expect((await post('search-engine', '{"query":"a\\u0000b \\ud800 c"}')).status).toBe(200);
    expect((await post('ai-chat', '{"conversationId":"nul","message":"a\\u0000b \\ud800 c?"}')).status).toBe(200);
  });

  it('queries: ten thousand words and operator soup find nothing, and do no harm', async () => {
    const soup = ['"', '"""', '- - -', '-', '&|!()<->:*', "'; drop table documents; --", 'type:', 'type:nothing', 'before:never after:', 'tag:"', '%_%', '\\', '((((', 'a & | b', '*'.repeat(500), '-"a b" -type:passport'];
    for (const query of [...soup, Array.from({ length: 10_000 }, (_, i) => `word${i}`).join(' ')]) {
      for (const mode of ['hybrid', 'keyword', 'semantic']) {
        const answer = await asha.call('search-engine', { method: 'POST', body: JSON.stringify({ query, mode }), headers: { 'content-type': 'application/json' } });
        expect([200, 400], `${mode} ${query.slice(0, 30)}`).toContain(answer.status);
      }
    }
  });

  it('tokens: none, garbage, forged, unsigned and expired are 401 on every function', async () => {
    const sign = (secret: string, expires: string) =>
      new SignJWT({ role: 'authenticated', aal: 'aal1' }).setProtectedHeader({ alg: 'HS256' }).setSubject(crypto.randomUUID()).setIssuedAt().setExpirationTime(expires).sign(new TextEncoder().encode(secret));
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"x","role":"service_role"}').toString('base64url')}.`;
    for (const token of [undefined, 'garbage', await sign('another secret that is long enough to sign', '1h'), unsigned]) {
      for (const path of ['documents', 'document-processor/events', 'ai-chat/conversations', `documents/${hers}/file`]) {
        const answer = await fetch(`${product.url}/functions/v1/${path}`, { headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });
        expect(await refusal(answer), `${path} ${token?.slice(0, 10) ?? 'none'}`).toMatch(/^401 auth\./);
      }
    }
  });

  it('other people\'s ids are not there, on every route', async () => {
    const tries: [string, string, unknown?][] = [
      ['GET', `documents/${hers}`], ['PATCH', `documents/${hers}`, { title: 'mine' }], ['DELETE', `documents/${hers}`], ['POST', `documents/${hers}/restore`, {}],
      ['GET', `documents/${hers}/text`], ['GET', `documents/${hers}/file`], ['GET', `documents/${hers}/thumbnail`], ['GET', `documents/${hers}/similar`],
      ['GET', `documents/${hers}/activity`], ['GET', `document-processor/${hers}`], ['POST', 'document-processor', { documentId: hers }],
      ['POST', 'ai-chat', { conversationId: 'x', message: 'what is it?', documentIds: [hers] }],
    ];
    for (const [method, path, body] of tries) {
      const init = body === undefined ? { method } : { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
      const answer = await stranger.call(path, init);
      expect(await refusal(answer), `${method} ${path}`).toMatch(/^404 /);
    }
    expect((await stranger.call('documents/not-an-id')).status).toBe(404);
    expect(await refusal(await stranger.call('document-processor/run', { method: 'POST' }))).toBe('403 auth.service_role_required');
  });
});
