import { createHash } from 'node:crypto';

const md5 = (...parts: Buffer[]) => createHash('md5').update(Buffer.concat(parts)).digest();
const padding = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex');
const padded = (password: string) => Buffer.concat([Buffer.from(password, 'latin1'), padding]).subarray(0, 32);

const rc4 = (key: Buffer, data: Buffer): Buffer => {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + state[i]! + key[i % key.length]!) & 255;
    [state[i], state[j]] = [state[j]!, state[i]!];
  }
  let [i, j] = [0, 0];
  return Buffer.from(data.map((byte) => {
    i = (i + 1) & 255;
    j = (j + state[i]!) & 255;
    [state[i], state[j]] = [state[j]!, state[i]!];
    return byte ^ state[(state[i]! + state[j]!) & 255]!;
  }));
};

const permissions = -4;
const fileId = Buffer.from('0123456789abcdef');

/** The standard security handler of revision 2 (ISO 32000-1, 7.6.3): enough to lock a test's file. */
const locking = (password: string) => {
  const owner = rc4(md5(padded(password)).subarray(0, 5), padded(password));
  const allowed = Buffer.alloc(4);
  allowed.writeInt32LE(permissions);
  const key = md5(padded(password), owner, allowed, fileId).subarray(0, 5);
  return {
    dictionary: `<< /Filter /Standard /V 1 /R 2 /O <${owner.toString('hex')}> /U <${rc4(key, padding).toString('hex')}> /P ${permissions} >>`,
    seal: (object: number, data: Buffer) => rc4(md5(key, Buffer.from([object & 255, object >> 8, 0, 0, 0])).subarray(0, 10), data),
  };
};

/**
 * A PDF of one page with these lines, locked where a password is given, made as large as `padding` bytes more: the tests
 * need no sample from outside.
 */
export const paper = (lines: readonly string[], password?: string, padding = 0): Buffer => {
  const lock = password ? locking(password) : null;
  const text = lines.map((line, index) => `BT /F1 14 Tf 60 ${760 - index * 24} Td (${line.replaceAll(/[()\\]/g, '\\$&')}) Tj ET`).join('\n');
  const content = lock ? lock.seal(4, Buffer.from(text, 'latin1')) : Buffer.from(text, 'latin1');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content.toString('latin1')}\nendstream`, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...(lock ? [lock.dictionary] : []),
  ];
  let pdf = `%PDF-1.4\n${padding > 0 ? `%${'x'.repeat(padding)}\n` : ''}`;
  const offsets = objects.map((object, index) => {
    const at = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `<< /Size ${objects.length + 1} /Root 1 0 R /ID [<${fileId.toString('hex')}> <${fileId.toString('hex')}>]${lock ? ' /Encrypt 6 0 R' : ''} >>`;
  return Buffer.from(`${pdf}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer ${trailer}\nstartxref\n${pdf.length}\n%%EOF\n`, 'latin1');
};
