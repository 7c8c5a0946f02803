import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export type Call = { method: string; path: string; headers: IncomingHttpHeaders; body: Buffer };
/** `body` goes out as JSON, `text` as it stands, `pieces` one by one; after them the connection `ends`, is cut, or says nothing more. */
export type Answer = { status: number; body?: unknown; text?: string; pieces?: readonly string[]; ends?: 'end' | 'cut' | 'hang'; headers?: Record<string, string> } | 'hang' | 'cut';
export type HttpProvider = { url: string; calls: Call[]; answers: (call: Call) => Answer; stop(): Promise<void> };

/** Each piece leaves by itself before the next. */
const writeAll = async (response: ServerResponse, pieces: readonly string[]): Promise<void> => {
  for (const piece of pieces) await new Promise<void>((resolve) => { response.write(piece, () => { resolve(); }); });
};

/** An HTTP server that stands where a provider's API does: keeps the calls, and answers as told, be it nothing or half. */
export const startHttpProvider = async (answers: HttpProvider['answers'], tls?: { key: string; cert: string }): Promise<HttpProvider> => {
  const calls: Call[] = [];
  const handle: Parameters<typeof createServer>[1] = (request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const call = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) };
      calls.push(call);
      const answer = provider.answers(call);
      if (answer === 'hang') return;
      if (answer === 'cut') {
        request.socket.destroy();
        return;
      }
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
      if (answer.pieces) {
        void writeAll(response, answer.pieces).then(() => {
          if (answer.ends === 'cut') request.socket.destroy();
          else if (answer.ends !== 'hang') response.end();
        });
        return;
      }
      response.end(answer.text ?? (answer.body === undefined ? '' : JSON.stringify(answer.body)));
    });
  };
  const server: Server = tls ? createTlsServer(tls, handle) : createServer(handle);
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const provider: HttpProvider = {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`, calls, answers,
    stop: () => new Promise((resolve) => { server.closeAllConnections(); server.close(() => { resolve(); }); }),
  };
  return provider;
};
