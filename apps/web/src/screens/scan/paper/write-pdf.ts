/** A page's picture as PDF holds it: a JPEG, or one bit a pixel, deflated (zlib), 1 for white. */
export type PageImage = { width: number; height: number; kind: 'jpeg' | 'bits'; bytes: Uint8Array<ArrayBuffer> };

/** The longer side of A4 in points of 1/72 inch. */
const longSide = 842;

const filterOf = { jpeg: '/Filter /DCTDecode /ColorSpace /DeviceRGB /BitsPerComponent 8', bits: '/Filter /FlateDecode /ColorSpace /DeviceGray /BitsPerComponent 1' };

/** A PDF of these pictures, one a page, each as large as its page (ISO 32000-1, 7.5 and 8.9.5). */
export const writePdf = (pages: readonly PageImage[]): Uint8Array<ArrayBuffer> => {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const offsets: number[] = [];
  let length = 0;
  const encoder = new TextEncoder();
  const add = (part: string | Uint8Array<ArrayBuffer>) => {
    const bytes = typeof part === 'string' ? encoder.encode(part) : part;
    parts.push(bytes);
    length += bytes.length;
  };
  const object = (number: number, body: string, stream?: Uint8Array<ArrayBuffer>) => {
    offsets[number] = length;
    add(`${number} 0 obj\n${body}\n`);
    if (stream) {
      add('stream\n');
      add(stream);
      add('\nendstream\n');
    }
    add('endobj\n');
  };
  // Four bytes above 127 tell mail programs that this is no text.
  add('%PDF-1.7\n');
  add(new Uint8Array([0x25, 0xe2, 0xe3, 0xcf, 0xd3, 0x0a]));
  object(1, '<< /Type /Catalog /Pages 2 0 R >>');
  object(2, `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${3 + index * 3} 0 R`).join(' ')}] >>`);
  pages.forEach(({ width, height, kind, bytes }, index) => {
    const first = 3 + index * 3;
    const scale = longSide / Math.max(width, height);
    const [wide, high] = [(width * scale).toFixed(2), (height * scale).toFixed(2)];
    const draw = encoder.encode(`q ${wide} 0 0 ${high} 0 0 cm /P Do Q`);
    object(first, `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Contents ${first + 1} 0 R /Resources << /XObject << /P ${first + 2} 0 R >> >> >>`);
    object(first + 1, `<< /Length ${draw.length} >>`, draw);
    object(first + 2, `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} ${filterOf[kind]} /Length ${bytes.length} >>`, bytes);
  });
  const table = length;
  const count = 3 + pages.length * 3;
  const entries = Array.from({ length: count - 1 }, (_, index) => `${String(offsets[index + 1]).padStart(10, '0')} 00000 n \n`).join('');
  add(`xref\n0 ${count}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`);
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** One bit a pixel, eight to a byte, each row from a new byte; ink is 0, as PDF's grey has black. */
export const packBits = (ink: Uint8Array, width: number, height: number): Uint8Array<ArrayBuffer> => {
  const row = Math.ceil(width / 8);
  const bytes = new Uint8Array(row * height).fill(0xff);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) if (ink[y * width + x]) bytes[y * row + (x >> 3)]! &= ~(0x80 >> (x & 7));
  return bytes;
};
