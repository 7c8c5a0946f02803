import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import type { UserActor } from '@docuvault/core/actor.ts';
import { maxUploadBytes } from '@docuvault/contract/upload.ts';
import { createPerson } from '@docuvault/testing/database.ts';
import { callerOf, openTestVault, type Caller, type TestVault } from '@docuvault/testing/vault.ts';
import { documentUploadRoom } from './document-upload.routes.ts';

type Answer = { document: { id: string; title: string; fileName: string; mimeType: string; sizeBytes: number; tags: string[]; status: string; folderId: string | null; person: string | null; deletedAt: string | null }; duplicate: boolean };

let vault: TestVault;
let asha: UserActor;
let upload: Caller;
let copies = 0;

beforeAll(async () => {
  vault = await openTestVault();
  asha = await createPerson(vault.db);
  upload = callerOf(documentUploadRoom(vault), asha);
});

const pdf = (text = `page ${copies++}`) => `%PDF-1.7\n${text}`;
const form = (content: string | Uint8Array<ArrayBuffer>, fileName = 'paper.pdf', fields: Record<string, string> = {}, fieldsFirst = true) => {
  const made = new FormData();
  if (fieldsFirst) for (const [name, value] of Object.entries(fields)) made.append(name, value);
  made.append('file', new Blob([content]), fileName);
  if (!fieldsFirst) for (const [name, value] of Object.entries(fields)) made.append(name, value);
  return made;
};
const post = (body: FormData, headers: Record<string, string> = {}) => upload('/', { method: 'POST', body, headers });
const codeOf = async (answer: Response) => ((await answer.json()) as { error: { code: string } }).error.code;
const storedFiles = () => {
  try {
    return readdirSync(join(vault.directory, 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
  } catch {
    return 0;
  }
};
const kept = async () => {
  const [row] = await vault.db.asService('test', (tx) =>
    tx.query<{ documents: number; blobs: number; jobs: number }>(sql`
      select (select count(*) from public.documents) as documents, (select count(*) from private.blobs) as blobs, (select count(*) from public.processing_queue) as jobs`),
  );
  return { ...row!, files: storedFiles() };
};
const expectNothingKept = async (act: () => Promise<Response>, status: number, code: string) => {
  const before = await kept();
  const answer = await act();
  expect({ status: answer.status, code: await codeOf(answer) }).toEqual({ status, code });
  expect(await kept()).toEqual(before);
};

describe('an upload', () => {
  it('is answered with the document, queued, once file and rows are safe', async () => {
    const before = await kept();
    const answer = await post(form(pdf(), 'Electricity bill.pdf'));
    expect(answer.status).toBe(201);
    const { document, duplicate } = (await answer.json()) as Answer;
    expect(duplicate).toBe(false);
    expect(document).toMatchObject({ title: 'Electricity bill', fileName: 'Electricity bill.pdf', mimeType: 'application/pdf', status: 'queued', tags: [], folderId: null });
    expect(await kept()).toEqual({ documents: before.documents + 1, blobs: before.blobs + 1, jobs: before.jobs + 1, files: before.files + 1 });
  });

  it('is not readable on the disk', async () => {
    await post(form(pdf('a secret that no disk may know')));
    for (const entry of readdirSync(join(vault.directory, 'files'), { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) expect(readFileSync(join(entry.parentPath, entry.name)).includes('secret')).toBe(false);
    }
  });

  it.each([true, false])('takes title, tags and person, whether they come before the file or after (%s)', async (first) => {
    const answer = await post(form(pdf(), 'x.pdf', { title: 'Our lease', tags: '["home","Rent","home"]', person: 'Ravi' }, first));
    const { document } = (await answer.json()) as Answer;
    expect(document).toMatchObject({ title: 'Our lease', tags: ['home', 'Rent'], person: 'Ravi' });
  });

  it('of the same bytes again answers the first document, and keeps nothing twice', async () => {
    const bytes = pdf();
    const first = (await (await post(form(bytes))).json()) as Answer;
    const before = await kept();
    const again = await post(form(bytes, 'another-name.pdf'));
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({ document: { id: first.document.id, fileName: 'paper.pdf' }, duplicate: true });
    expect(await kept()).toEqual(before);
  });

  it('of the same bytes eight times at once makes one document', async () => {
    const before = await kept();
    const bytes = pdf();
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(form(bytes))));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
    expect(await kept()).toEqual({ documents: before.documents + 1, blobs: before.blobs + 1, jobs: before.jobs + 1, files: before.files + 1 });
  });

  it('of bytes whose document lies in the trash takes it out again', async () => {
    const bytes = pdf();
    const { document } = (await (await post(form(bytes))).json()) as Answer;
    await vault.db.asUser(asha, (tx) => tx.query(sql`update public.documents set deleted_at = now() where id = ${document.id}`));
    const again = (await (await post(form(bytes))).json()) as Answer;
    expect(again).toMatchObject({ duplicate: true, document: { id: document.id, deletedAt: null } });
  });

  it('of bytes that somebody else has is a document of its own', async () => {
    const bytes = pdf();
    const first = (await (await post(form(bytes))).json()) as Answer;
    const ravi = callerOf(documentUploadRoom(vault), await createPerson(vault.db, 'ravi'));
    const other = await ravi('/', { method: 'POST', body: form(bytes) });
    expect(other.status).toBe(201);
    expect(((await other.json()) as Answer).document.id).not.toBe(first.document.id);
  });

  it('with an Idempotency-Key is done once and answered the same', async () => {
    const key = { 'Idempotency-Key': crypto.randomUUID() };
    const bytes = pdf();
    const first = await post(form(bytes), key);
    const again = await post(form(bytes), key);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(await again.json()).toEqual(await first.json());
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  });

  it('under the Idempotency-Key of another file is refused, and not answered as if it were kept', async () => {
    const key = { 'Idempotency-Key': crypto.randomUUID() };
    expect((await post(form(pdf()), key)).status).toBe(201);
    await expectNothingKept(() => post(form(pdf()), key), 409, 'idempotency.key_reused');
  });

  it('into a folder that is not the caller’s is refused as if it were not there', async () => {
    const ravi = await createPerson(vault.db, 'ravi');
    const folder = crypto.randomUUID();
    await vault.db.asUser(ravi, (tx) => tx.query(sql`insert into public.folders (id, user_id, name) values (${folder}, ${ravi.userId}, 'His')`));
    await expectNothingKept(() => post(form(pdf(), 'x.pdf', { folderId: folder })), 404, 'folder.not_found');
    await expectNothingKept(() => post(form(pdf(), 'x.pdf', { folderId: 'nonsense' })), 404, 'folder.not_found');
  });

  it('keeps a password only sealed, and only with its job', async () => {
    const { document } = (await (await post(form(pdf(), 'x.pdf', { password: 'open sesame' }))).json()) as Answer;
    const [job] = await vault.db.asService('test', (tx) => tx.query<{ payload: unknown }>(sql`select payload from public.processing_queue where document_id = ${document.id}`));
    expect(job!.payload).toMatchObject({ password: { version: 1, bytes: expect.any(String) as string } });
    expect(JSON.stringify(job)).not.toContain('sesame');
  });
});

describe('what an upload refuses', () => {
  const zip = Buffer.from('PK\x03\x04 some archive with word/documents and no word part', 'latin1');
  const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join('');

  it.each([
    ['text', 'plain words'], ['HTML', '<!doctype html><p>hello'], ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>'], ['a program', 'MZ\x90\x00 this is %PDF-1.4'],
    ['a script that mentions a PDF', '#!/bin/sh\necho %PDF-1.7'], ['a page that carries a PDF header', '<html>%PDF-1.7</html>'],
    ['a ZIP under the name of a PDF', zip], ['OLE2 that is no Word file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)])],
  ])('%s', (_what, content) => expectNothingKept(() => post(form(typeof content === 'string' ? content : new Uint8Array(content), 'paper.pdf')), 415, 'upload.type_not_accepted'));

  it('an empty file', () => expectNothingKept(() => post(form('', 'paper.pdf')), 422, 'upload.empty'));
  it('the antivirus test file, whatever it is wrapped in', async () => {
    await expectNothingKept(() => post(form(eicar, 'eicar.com')), 422, 'upload.malware');
    await expectNothingKept(() => post(form(`%PDF-1.7\n${'x'.repeat(200_000)}${eicar}`)), 422, 'upload.malware');
  });
  it('what the configured scanner finds', async () => {
    const room = documentUploadRoom({ ...vault, scanner: { scan: () => Promise.resolve({ clean: false, signature: 'Win.Test' }) } });
    await expectNothingKept(() => callerOf(room, asha)('/', { method: 'POST', body: form(pdf()) }), 422, 'upload.malware');
    const down = documentUploadRoom({ ...vault, scanner: { scan: () => Promise.reject(new Error('ECONNREFUSED')) } });
    await expectNothingKept(() => callerOf(down, asha)('/', { method: 'POST', body: form(pdf()) }), 503, 'upload.scanner_unavailable');
  });

  it('one byte more than 50 MiB, but not 50 MiB', async () => {
    const whole = new Uint8Array(maxUploadBytes + 1).fill(32);
    whole.set(new TextEncoder().encode('%PDF-1.7\n'));
    await expectNothingKept(() => post(form(whole)), 413, 'upload.too_large');
    const exact = await post(form(whole.subarray(0, maxUploadBytes)));
    expect(exact.status).toBe(201);
    expect(((await exact.json()) as Answer).document.sizeBytes).toBe(maxUploadBytes);
  });

  it('more than the storage that is left', async () => {
    const poor = await createPerson(vault.db, 'poor');
    await vault.db.asService('test', (tx) => tx.query(sql`update public.users set storage_limit = 400000 where id = ${poor.userId}`));
    const send = (size: number) => callerOf(documentUploadRoom(vault), poor)('/', { method: 'POST', body: form(pdf('y'.repeat(size))) });
    expect((await send(300_000)).status).toBe(201);
    await expectNothingKept(() => send(150_000), 422, 'quota.storage_exceeded');
  });

  it('a form without the file, or with it under another name', async () => {
    const text = new FormData();
    text.append('file', 'only words');
    await expectNothingKept(() => post(text), 400, 'upload.file_missing');
    const other = new FormData();
    other.append('document', new Blob([pdf()]), 'paper.pdf');
    await expectNothingKept(() => post(other), 400, 'upload.file_missing');
    const two = form(pdf());
    two.append('file', new Blob([pdf()]), 'second.pdf');
    await expectNothingKept(() => post(two), 400, 'upload.one_file');
  });

  it('a body that is no form, or none', async () => {
    await expectNothingKept(() => upload('/', { method: 'POST' }), 400, 'upload.multipart_required');
    await expectNothingKept(() => upload('/', { method: 'POST', body: pdf(), headers: { 'content-type': 'application/pdf' } }), 400, 'upload.multipart_required');
    await expectNothingKept(() => upload('/', { method: 'POST', body: 'x', headers: { 'content-type': 'multipart/form-data' } }), 400, 'upload.malformed');
    await expectNothingKept(() => upload('/', { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x' } }), 400, 'upload.file_missing');
  });

  it.each([['tags', 'not json'], ['tags', '{"a":1}'], ['tags', '[1]'], ['title', 'x'.repeat(501)]])('a malformed %s (%s)', (name, value) =>
    expectNothingKept(() => post(form(pdf(), 'x.pdf', { [name]: value }, false)), 400, 'upload.invalid_option'));

  it('a connection that drops in the middle, and takes the next upload as if nothing had been', async () => {
    const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7\n';
    const dropped = () => {
      let parts = 0;
      const body = new ReadableStream<Uint8Array>({
        pull: (controller) => {
          if (parts++ < 5) controller.enqueue(new TextEncoder().encode(parts === 1 ? head : 'x'.repeat(100_000)));
          else controller.error(new Error('aborted'));
        },
      });
      return upload('/', { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'multipart/form-data; boundary=b' } });
    };
    await expectNothingKept(dropped, 400, 'upload.malformed');
    await expectNothingKept(() => upload('/', { method: 'POST', body: `${head}cut`, headers: { 'content-type': 'multipart/form-data; boundary=b' } }), 400, 'upload.malformed');
    expect((await post(form(pdf()))).status).toBe(201);
  });
});
