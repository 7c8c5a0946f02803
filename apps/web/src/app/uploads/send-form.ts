import { refusalFrom, unreachable, type VaultApi } from '../../api/vault-api.ts';
import type { Connection } from '../connection.ts';
import type { SendJob, Sent } from './upload-queue.ts';

type Answer = { document: { id: string }; duplicate: boolean };

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
};

/** Sends a file in one request. XMLHttpRequest, because `fetch` does not tell how much has gone out. */
export const sendForm = async (api: VaultApi, connection: Connection, job: SendJob): Promise<Sent> => {
  const { url, headers } = await api.authorised('document-upload');
  const form = new FormData();
  if (job.folderId) form.set('folderId', job.folderId);
  if (job.title) form.set('title', job.title);
  form.set('file', job.file, job.file.name);
  const request = new XMLHttpRequest();
  const sent = await new Promise<Sent>((resolve, reject) => {
    request.open('POST', url);
    // The same key again after a lost answer: the vault files it once, and answers as it did.
    for (const [name, value] of Object.entries({ ...headers, 'idempotency-key': job.id })) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded }) => { job.onProgress(loaded); };
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) {
        const { document, duplicate } = body as Answer;
        resolve({ documentId: document.id, duplicate });
      } else reject(refusalFrom(request.status, body as object));
    };
    request.onerror = () => {
      connection.report(false);
      reject(unreachable());
    };
    request.onabort = () => { reject(unreachable()); };
    job.signal.addEventListener('abort', () => { request.abort(); });
    request.send(form);
  });
  connection.report(true);
  return sent;
};
