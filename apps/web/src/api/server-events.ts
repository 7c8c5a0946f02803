export type ServerEvent = { event: string; data: string };

/** The events of a `text/event-stream` body, as they come. Fields other than `event` and `data` are passed over. */
export async function* serverEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = '';
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      const blocks = (rest + value).split(/\r?\n\r?\n/);
      rest = blocks.pop()!;
      for (const block of blocks) {
        const data: string[] = [];
        let event = 'message';
        for (const line of block.split(/\r?\n/)) {
          const [, name, text] = /^([a-z]+): ?(.*)$/.exec(line) ?? [];
          if (name === 'event') event = text!;
          if (name === 'data') data.push(text!);
        }
        if (data.length > 0) yield { event, data: data.join('\n') };
      }
    }
  } finally {
    // Whoever stops listening also stops the server from sending.
    reader.cancel().catch(() => undefined);
  }
}
