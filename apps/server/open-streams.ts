/** Streams of events stay open for as long as their reader likes; a server that stops ends them. */
export type OpenStreams = { track(response: Response): Response; endAll(): void };

export const createOpenStreams = (): OpenStreams => {
  const open = new Set<() => void>();
  return {
    track: (response) => {
      if (!response.body) return response;
      const reader = response.body.getReader();
      let end: () => void = () => undefined;
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => {
          end = () => {
            open.delete(end);
            reader.cancel().catch(() => undefined);
            try {
              controller.close();
            } catch {
              // closed by its reader already
            }
          };
          open.add(end);
        },
        pull: async (controller) => {
          const { done, value } = await reader.read();
          if (done) end();
          else controller.enqueue(value);
        },
        cancel: (reason) => {
          open.delete(end);
          return reader.cancel(reason);
        },
      });
      return new Response(body, response);
    },
    endAll: () => {
      for (const end of [...open]) end();
    },
  };
};
