/** Width and height of a JPEG, from its frame header (ITU-T T.81, B.2.2); null where there is none. */
export const jpegSize = (bytes: Uint8Array): { width: number; height: number } | null => {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1]!;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { height: bytes[at + 5]! * 256 + bytes[at + 6]!, width: bytes[at + 7]! * 256 + bytes[at + 8]! };
    at += 2 + bytes[at + 2]! * 256 + bytes[at + 3]!;
  }
  return null;
};

/** The longer side of A4 in points: pages are drawn so large, whatever the picture's resolution. */
const longSide = 842;

/**
 * A PDF of one page a picture, written as the pictures come (ISO 32000-1, 7.5). It holds pixels alone: what is burned into
 * them cannot be taken off, and no text of the original comes along.
 */
export async function* picturePdf(pictures: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const offsets: number[] = [];
  let at = 0;
  const write = (text: string): Buffer => {
    const bytes = Buffer.from(text, 'latin1');
    at += bytes.length;
    return bytes;
  };
  const begin = (id: number): Buffer => {
    offsets[id] = at;
    return write(`${id} 0 obj\n`);
  };
  yield write('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n');
  const pages: number[] = [];
  let next = 3;
  for await (const jpeg of pictures) {
    const size = jpegSize(jpeg) ?? { width: 1, height: 1 };
    const scale = longSide / Math.max(size.width, size.height);
    const [width, height] = [size.width * scale, size.height * scale].map((value) => value.toFixed(2));
    const [image, content, page] = [next, next + 1, next + 2];
    next += 3;
    yield begin(image);
    yield write(`<< /Type /XObject /Subtype /Image /Width ${size.width} /Height ${size.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`);
    at += jpeg.length;
    yield jpeg;
    yield write('\nendstream\nendobj\n');
    const drawing = `q ${width} 0 0 ${height} 0 0 cm /P Do Q`;
    yield begin(content);
    yield write(`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream\nendobj\n`);
    yield begin(page);
    yield write(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources << /XObject << /P ${image} 0 R >> >> /Contents ${content} 0 R >>\nendobj\n`);
    pages.push(page);
  }
  yield begin(1);
  yield write('<< /Type /Catalog /Pages 2 0 R >>\nendobj\n');
  yield begin(2);
  yield write(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((id) => `${id} 0 R`).join(' ')}] >>\nendobj\n`);
  const table = at;
  yield write(`xref\n0 ${next}\n0000000000 65535 f \n`);
  for (let id = 1; id < next; id += 1) yield write(`${String(offsets[id]).padStart(10, '0')} 00000 n \n`);
  yield write(`trailer\n<< /Size ${next} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`);
}
