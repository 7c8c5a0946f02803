import { deflateSync } from 'node:zlib';

/** A one-page PDF with a few words, made anew: enough to bring PDFium's parser, fonts and text reader into memory. */
export function samplePdf(): Uint8Array {
  const plain = Array.from({ length: 40 }, (_, i) => `BT /F1 10 Tf 50 ${760 - i * 16} Td (Invoice ${i} from the warm-up: total 279.84 due 2026-01-31) Tj ET`).join('\n');
  const text = deflateSync(Buffer.from(plain, 'latin1')).toString('latin1');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} /Filter /FlateDecode >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}
