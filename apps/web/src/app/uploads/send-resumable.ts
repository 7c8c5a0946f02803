import { DetailedError, Upload } from 'tus-js-client';
import { refusalFrom, unreachable, VaultError, type VaultApi } from '../../api/vault-api.ts';
import type { Connection } from '../connection.ts';
import { sendForm } from './send-form.ts';
import type { SendJob, Sent } from './upload-queue.ts';

/** The size of part that Supabase's storage wants. */
const partBytes = 6 * 1024 * 1024;
const againAfterMs = [0, 1_000, 3_000];
const bucket = 'documents';

const types: Record<string, string> = {
  pdf: 'application/pdf', jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** The bucket takes objects of these types only; what it truly is the vault finds out itself. */
const typeOf = (file: File): string => types[file.name.split('.').at(-1)?.toLowerCase() ?? ''] ?? (file.type || 'application/pdf');

/** Names of objects are plain ASCII; the real name goes along in the metadata. */
const plainName = (name: string): string => name.normalize('NFKD').replaceAll(/[^A-Za-z0-9._-]/g, '_').replace(/^[._-]+/, '').slice(-100) || 'document';

const problemOfTus = (error: unknown, connection: Connection): VaultError => {
  const answer = error instanceof DetailedError ? error.originalResponse : null;
  if (!answer) {
    connection.report(false);
    return unreachable();
  }
  const status = answer.getStatus();
  if (status === 413) return new VaultError(413, 'upload.too_large', answer.getBody());
  if (status === 415) return new VaultError(415, 'upload.type_not_accepted', answer.getBody());
  return refusalFrom(status, {});
};

/** Sends the bytes into the bucket, going on where an earlier attempt stopped. */
const sendBytes = (api: VaultApi, connection: Connection, job: SendJob, objectName: string, endpoint: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const upload: Upload = new Upload(job.file, {
      endpoint,
      uploadUrl: job.resumeAt,
      chunkSize: partBytes,
      retryDelays: againAfterMs,
      storeFingerprintForResuming: false,
      uploadDataDuringCreation: false,
      metadata: { bucketName: bucket, objectName, contentType: typeOf(job.file), metadata: JSON.stringify({ fileName: job.file.name }) },
      onBeforeRequest: async (request) => {
        // A long upload outlives its token.
        const { headers } = await api.authorised('', 'storage/v1');
        for (const [name, value] of Object.entries(headers)) request.setHeader(name, value);
      },
      onUploadUrlAvailable: () => { if (upload.url) job.onResumable(upload.url); },
      onProgress: (sent) => { job.onProgress(sent); },
      onSuccess: () => { resolve(); },
      onError: (error) => {
        const problem = problemOfTus(error, connection);
        // The object is there: an earlier attempt got through, and only its answer was lost.
        if (problem.status === 409) resolve();
        else reject(problem);
      },
    });
    job.signal.addEventListener('abort', () => {
      void upload.abort(true).catch(() => undefined);
      reject(unreachable());
    });
    upload.start();
  });

/**
 * Sends a large file in parts by TUS, so that a broken connection costs one part. The vault makes a document of the object
 * by itself; claiming it tells which one. Where the storage is not the vault's own, the file goes in one request.
 */
export const sendResumable = async (api: VaultApi, connection: Connection, person: string, job: SendJob): Promise<Sent> => {
  const objectName = `${person}/${job.id}/${plainName(job.file.name)}`;
  const { url: endpoint } = await api.authorised('upload/resumable', 'storage/v1');
  await sendBytes(api, connection, job, objectName, endpoint);
  const discard = async () => {
    const { url, headers } = await api.authorised(`object/${bucket}/${objectName}`, 'storage/v1');
    await fetch(url, { method: 'DELETE', headers }).catch(() => undefined);
  };
  try {
    const { document, duplicate } = await api.send<{ document: { id: string }; duplicate: boolean }>('POST', 'document-upload', { objectName, ...(job.folderId ? { folderId: job.folderId } : {}), ...(job.title ? { title: job.title } : {}) });
    if (duplicate) await discard();
    return { documentId: document.id, duplicate };
  } catch (error) {
    if (!(error instanceof VaultError) || error.status < 400 || error.status >= 500) throw error;
    if (error.status !== 429 && error.status !== 401) await discard();
    if (error.code === 'object.not_found') return sendForm(api, connection, job);
    throw error;
  }
};
