import type { UserActor } from '@docuvault/core/actor.ts';
import type { Deps } from '../context.ts';

const heartbeatMs = 15_000;
/** A reader that is this many bytes behind is let go; it reconnects and asks for the state. */
const mostBehind = 256 * 1024;

const expiryOf = (actor: UserActor): number | null => (typeof actor.claims.exp === 'number' ? actor.claims.exp * 1000 : null);

/**
 * Server-sent events of the documents that the caller sees, one a change: `event: document`, data `{ documentId, status,
 * stage?, progress?, deleted? }`; and of what others share with them: `event: shares`, data `{ documentId, change }`, where
 * `change` is given, changed or ended, and `documentId` null where it is more than one document. Who asks for it also hears of their inbox: `event: inbox` says that it is another than before. A
 * comment every 15 s keeps proxies from closing it; it ends with the token.
 */
export const documentEvents = (deps: Pick<Deps, 'db' | 'clock'>, actor: UserActor, gone: AbortSignal, { inbox = false } = {}): Response => {
  const encoder = new TextEncoder();
  let end: () => void = () => undefined;
  const body = new ReadableStream<Uint8Array>(
    {
      start: async (controller) => {
        let ended = false;
        const listening: (() => Promise<void>)[] = [];
        const timers: NodeJS.Timeout[] = [];
        end = () => {
          if (ended) return;
          ended = true;
          for (const timer of timers) clearTimeout(timer);
          for (const unlisten of listening) unlisten().catch(() => undefined);
          try {
            controller.close();
          } catch {
            // The reader has gone already.
          }
        };
        const send = (text: string) => {
          if (ended) return;
          if ((controller.desiredSize ?? 0) <= 0) end();
          else controller.enqueue(encoder.encode(text));
        };
        gone.addEventListener('abort', end, { once: true });
        send('retry: 3000\n\n');
        timers.push(setInterval(send, heartbeatMs, ': still here\n\n').unref());
        const expiry = expiryOf(actor);
        if (expiry) timers.push(setTimeout(end, Math.min(2 ** 31 - 1, Math.max(0, expiry - deps.clock.now().getTime()))).unref());
        const listen = async (channel: string, hear: (payload: string) => void) => {
          const stop = await deps.db.listen(channel, hear);
          if (ended as boolean) await stop();
          else listening.push(stop);
        };
        await listen('document_events', (payload) => {
          if (!payload.includes(actor.userId)) return;
          const { userId, ...change } = JSON.parse(payload) as { userId: string; documentId: string | null; shares?: string };
          if (userId !== actor.userId) return;
          if (change.shares === undefined) send(`event: document\ndata: ${JSON.stringify(change)}\n\n`);
          else send(`event: shares\ndata: ${JSON.stringify({ documentId: change.documentId, change: change.shares })}\n\n`);
        });
        if (inbox) {
          await listen('inbox_events', (payload) => {
            if (payload === actor.userId) send('event: inbox\ndata: {}\n\n');
          });
        }
        send(': listening\n\n');
      },
      cancel: () => {
        end();
      },
    },
    { highWaterMark: mostBehind, size: (part) => part?.length ?? 1 },
  );
  return new Response(body, {
    headers: { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' },
  });
};
