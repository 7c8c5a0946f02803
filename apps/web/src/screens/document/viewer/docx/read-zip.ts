/** The files of a ZIP by name, unpacked when asked for. */
export type Zip = { names: readonly string[]; bytes(name: string): Promise<Uint8Array<ArrayBuffer> | null> };

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endSize = 22;
const mostComment = 65_535;
/** A file that claims to be larger than this unpacked is left alone: small ZIPs can hold huge nothings. */
const mostBytes = 60 * 1024 * 1024;

const inflate = async (bytes: Uint8Array<ArrayBuffer>, size: number): Promise<Uint8Array<ArrayBuffer>> => {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const whole = new Uint8Array(size);
  let at = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return whole.subarray(0, at);
    if (at + value.length > size) throw new Error('the ZIP holds more than it says');
    whole.set(value, at);
    at += value.length;
  }
};

/** Opens a ZIP (APPNOTE 4.3.12 and 4.3.16) whose bytes are at hand; throws where it has no directory. */
export const readZip = (data: ArrayBuffer): Zip => {
  const view = new DataView(data);
  let end = -1;
  for (let at = data.byteLength - endSize; at >= Math.max(0, data.byteLength - endSize - mostComment) && end < 0; at -= 1) if (view.getUint32(at, true) === endSignature) end = at;
  if (end < 0) throw new Error('this is no ZIP');
  const entries = new Map<string, { method: number; packed: number; size: number; at: number }>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0 && view.getUint32(at, true) === entrySignature; left -= 1) {
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(new Uint8Array(data, at + 46, nameLength));
    entries.set(name, { method: view.getUint16(at + 10, true), packed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true), at: view.getUint32(at + 42, true) });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return {
    names: [...entries.keys()],
    bytes: async (name) => {
      const entry = entries.get(name);
      if (!entry || entry.size > mostBytes) return null;
      const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
      const packed = new Uint8Array(data, start, entry.packed);
      return entry.method === 0 ? packed : inflate(packed, entry.size);
    },
  };
};
