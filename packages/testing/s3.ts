import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './postgres.ts';

const hasServer = (): boolean => {
  try {
    execFileSync('s3rver', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** Why the S3 suites cannot run here, or null. With REQUIRE_ENGINES set, a reason is an error. */
export const missingS3 = (): string | null => {
  const reason = hasServer() ? null : 's3rver is not on the PATH';
  if (reason && process.env.REQUIRE_ENGINES) throw new Error(`${reason}, and REQUIRE_ENGINES is set`);
  if (reason) console.warn(`skipped: ${reason}`);
  return reason;
};

export type S3Server = { endpoint: string; bucket: string; accessKeyId: string; secretAccessKey: string; region: string; stop(): void };

/** An S3 server of one's own, with one bucket. */
export const startS3 = async (): Promise<S3Server> => {
  const directory = mkdtempSync(join(tmpdir(), 'docuvault-s3-'));
  const port = await freePort();
  const bucket = 'vault';
  const child = spawn('s3rver', ['--directory', directory, '--address', '127.0.0.1', '--port', String(port), '--silent', '--configure-bucket', bucket], { stdio: 'ignore' });
  let ended = false;
  child.on('exit', () => (ended = true));
  const endpoint = `http://127.0.0.1:${port}`;
  while (!(await fetch(endpoint).then(() => true, () => false))) {
    if (ended) throw new Error('the S3 server ended before it was ready');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    endpoint, bucket, accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER', region: 'us-east-1',
    stop: () => {
      child.kill('SIGKILL');
      rmSync(directory, { recursive: true, force: true });
    },
  };
};

/** What stands between a client and its server and does harm: refuses, takes two seconds, says nothing, damages a byte of each answer, or cuts it off. */
export type Harm = 'none' | 'refuse' | 'fail' | 'slow' | 'silent' | 'corrupt' | 'cut';
const slowMs = 2_000;

/** A server that passes everything on to the target, with the harm that is set. */
export const startHarmfulProxy = async (target: string): Promise<{ url: string; harm: Harm; seen: number; stop(): void }> => {
  const port = await freePort();
  const proxy = { url: `http://127.0.0.1:${port}`, harm: 'none' as Harm, seen: 0, stop: (): void => undefined };
  const pass = (incoming: IncomingMessage, answer: ServerResponse) => {
    const outgoing = send(target + incoming.url!, { method: incoming.method, headers: { ...incoming.headers } }, (reply) => {
      answer.writeHead(reply.statusCode!, reply.headers);
      let first = true;
      reply.on('data', (part: Buffer) => {
        if (first && proxy.harm === 'corrupt' && incoming.method === 'GET') part[Math.floor(part.length / 2)]! ^= 1;
        if (proxy.harm === 'cut' && incoming.method === 'GET') {
          answer.write(part.subarray(0, Math.floor(part.length / 2)), () => answer.destroy());
          return;
        }
        first = false;
        answer.write(part);
      });
      reply.on('end', () => answer.end());
    });
    outgoing.on('error', () => answer.destroy());
    incoming.pipe(outgoing);
  };
  const server = createServer((incoming, answer) => {
    proxy.seen += 1;
    if (proxy.harm === 'silent') return;
    if (proxy.harm === 'refuse' || proxy.harm === 'fail') {
      incoming.resume();
      answer.writeHead(proxy.harm === 'refuse' ? 403 : 500).end();
      return;
    }
    if (proxy.harm === 'slow') setTimeout(() => { pass(incoming, answer); }, slowMs);
    else pass(incoming, answer);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  proxy.stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return proxy;
};
