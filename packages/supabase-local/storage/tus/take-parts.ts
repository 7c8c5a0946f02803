/**
 * Cuts a stream into parts of at most `size` bytes, none of them empty, each read only as it is consumed (wholly, before
 * the next is asked for). When the stream breaks, the part under way ends there, as if that had been its end, and the
 * error comes after it: what has arrived can be kept.
 */
export async function* takeParts(stream: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<AsyncIterable<Uint8Array>> {
  const source = stream[Symbol.asyncIterator]();
  let left: Uint8Array | null = null;
  let ended = false;
  let failure: { error: unknown } | null = null;

  const fill = async (): Promise<Uint8Array | null> => {
    while (!ended && (left === null || left.length === 0)) {
      try {
        const next = await source.next();
        if (next.done) ended = true;
        else left = next.value;
      } catch (error) {
        ended = true;
        failure = { error };
      }
    }
    return left !== null && left.length > 0 ? left : null;
  };

  async function* part(): AsyncGenerator<Uint8Array> {
    for (let room = size; room > 0; ) {
      const bytes = await fill();
      if (!bytes) return;
      const taken = bytes.subarray(0, room);
      left = bytes.subarray(taken.length);
      room -= taken.length;
      yield taken;
    }
  }

  while (await fill()) yield part();
  if (failure) throw (failure as { error: unknown }).error;
}
