/** Bounds of what is read after a refusal: as much as a quick client can have under way, no more than a moment. */
const mostBytes = 512 * 1024 * 1024;
const longestMs = 2_000;

const readerOf = (request: Request) => (request.body as ReadableStream<Uint8Array> | null)?.getReader();

/**
 * Reads and drops what is left of a refused body, within bounds. Most clients write their whole body before they read the
 * answer; without this they would see a broken connection instead of it. A body announced as endless is not waited for.
 */
export const dropRest = async (request: Request, reader = readerOf(request)): Promise<void> => {
  if (!reader || Number(request.headers.get('content-length') ?? '0') > mostBytes) return;
  const late = AbortSignal.timeout(longestMs);
  const over = new Promise<{ done: true; value?: undefined }>((resolve) => {
    late.addEventListener('abort', () => {
      resolve({ done: true });
    });
  });
  for (let dropped = 0; dropped < mostBytes; ) {
    const { done, value } = await Promise.race([reader.read(), over]).catch(() => ({ done: true, value: undefined }) as const);
    if (done) return;
    dropped += value.length;
  }
};
