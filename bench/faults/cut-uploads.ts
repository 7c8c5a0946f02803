import { randomBytes } from 'node:crypto';
import { createConnection } from 'node:net';
import { newHome, removeHome, startProduct, type Product } from '@docuvault/testing/product.ts';
import { runVault } from '@docuvault/testing/run-vault.ts';
import { tally, type Fault } from './fault.ts';
import { openLedger, paperOf, sha256, type Ledger } from './ledger.ts';

/** A PDF of about so many bytes: real pages, and behind them what no reader looks at. */
const bulky = (n: number, bytes: number): Buffer => Buffer.concat([paperOf(0, n), Buffer.from('\n%'), Buffer.from(randomBytes(bytes / 2).toString('hex')), Buffer.from('\n')]);

/** Sends the head and the first `bytes` of a request's body, and breaks the connection without a word. */
const breakOff = (url: string, head: string[], body: Buffer, bytes: number): Promise<void> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = createConnection(Number(port), hostname, () => {
      socket.write(`${[...head, `host: ${hostname}`, `content-length: ${body.length}`, '', ''].join('\r\n')}`);
      socket.write(body.subarray(0, bytes), () => {
        socket.resetAndDestroy();
      });
    });
    socket.on('close', () => {
      resolve();
    });
    socket.on('error', () => undefined);
  });

const cutMultipart = async (url: string, token: string, n: number): Promise<void> => {
  const body = Buffer.concat([Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="cut.pdf"\r\ncontent-type: application/pdf\r\n\r\n'), bulky(n, 400_000), Buffer.from('\r\n--x--\r\n')]);
  await breakOff(url, ['POST /functions/v1/document-upload HTTP/1.1', `authorization: Bearer ${token}`, 'content-type: multipart/form-data; boundary=x'], body, Math.floor(Math.random() * body.length));
};

/** Uploads by TUS over a line that breaks in every part, asking each time how much has arrived; notes the paper that came of it. Answers how often the line broke. */
const cutTus = async (url: string, token: string, ledger: Ledger, n: number): Promise<number> => {
  const bytes = bulky(n, 3_000_000);
  const name = `${(JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as { sub: string }).sub}/${n}.pdf`;
  const headers = { authorization: `Bearer ${token}`, 'tus-resumable': '1.0.0' };
  const metadata = Object.entries({ bucketName: 'documents', objectName: name, contentType: 'application/pdf' }).map(([key, value]) => `${key} ${btoa(value)}`).join(',');
  const made = await fetch(`${url}/storage/v1/upload/resumable`, { method: 'POST', headers: { ...headers, 'upload-length': String(bytes.length), 'upload-metadata': metadata } });
  const at = new URL(made.headers.get('location')!);
  const offset = async () => Number((await fetch(at, { method: 'HEAD', headers })).headers.get('upload-offset'));
  let cuts = 0;
  for (let have = await offset(); have < bytes.length; have = await offset()) {
    const rest = bytes.subarray(have);
    if (cuts < 5) {
      await breakOff(url, [`PATCH ${at.pathname} HTTP/1.1`, `authorization: Bearer ${token}`, 'tus-resumable: 1.0.0', `upload-offset: ${have}`, 'content-type: application/offset+octet-stream'], rest, Math.floor(Math.random() * rest.length * 0.6));
      cuts += 1;
    } else await fetch(at, { method: 'PATCH', headers: { ...headers, 'upload-offset': String(have), 'content-type': 'application/offset+octet-stream' }, body: new Uint8Array(rest) });
  }
  const claimed = await ledger.call(url, 0, 'document-upload', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ objectName: name }) });
  ledger.note({ person: 0, id: ((await claimed.json()) as { document: { id: string } }).document.id, sha256: sha256(bytes) });
  return cuts;
};

/** Connections break in the middle of uploads, by form and by TUS; of the former nothing may stay, of the latter nothing may be sent twice. */
export const cutUploads: Fault = {
  name: 'connection cut in mid-upload: forms (given up), TUS (five cuts each, resumed)',
  missing: () => null,
  run: async (scale) => {
    const home = newHome();
    const products: Product[] = [];
    try {
      const product = await startProduct(home, { RATE_LIMITS: 'off' });
      products.push(product);
      const ledger = await openLedger(product, 1);
      const token = ledger.tokenOf(0);
      const [forms, resumed] = [Math.ceil(100 * scale), Math.ceil(20 * scale)];
      for (let n = 0; n < forms; n++) await cutMultipart(product.url, token, n);
      let cuts = 0;
      for (let n = 0; n < resumed; n++) cuts += await cutTus(product.url, token, ledger, 1_000 + n);
      for (let n = 1; n <= 3; n++) await ledger.send(product.url, 0, n);
      const verdict = await ledger.verify(product.url);
      await product.stop();
      const doctor = await runVault(home, ['doctor']);
      return {
        ...verdict,
        done: `${forms} forms cut; ${cuts} cuts of ${resumed} TUS uploads`,
        seen: `uploads afterwards: ${tally(ledger.answers)}; doctor: ${/\d+ findings?/.exec(doctor.said)?.[0] ?? doctor.said.slice(-200)}`,
        wrong: doctor.said.includes(' 0 findings') ? [] : [doctor.said.slice(-600)],
      };
    } finally {
      await Promise.all(products.map((one) => one.stop('SIGKILL')));
      removeHome(home);
    }
  },
};
