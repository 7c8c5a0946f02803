import { problemOf, type Problem } from './problem.ts';

/** What the vault takes, as the server has it; the schema package is too large for the first load. */
export const mostBytes = 52_428_800;
export const acceptedNames = '.pdf,.jpg,.jpeg,.png,.webp,.doc,.docx,application/pdf,image/jpeg,image/png,image/webp';

const headBytes = 1024;
/** A ZIP's directory stands at its end; that of a Word file is far smaller than this. */
const tailBytes = 256 * 1024;

/** A letter a byte. What browsers call latin1 is Windows-1252, in which a PNG's first byte is another letter. */
const textOf = async (part: Blob): Promise<string> => {
  const bytes = new Uint8Array(await part.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += headBytes) text += String.fromCharCode(...bytes.subarray(at, at + headBytes));
  return text;
};

/** Whether a ZIP is a Word file, by the names in its directory; null when it is. */
const checkZip = async (file: Blob): Promise<string | null> => {
  const directory = await textOf(file.slice(Math.max(0, file.size - tailBytes)));
  if (directory.includes('word/vbaProject.bin')) return 'upload.macros';
  return directory.includes('word/document.xml') ? null : 'upload.type_not_accepted';
};

/**
 * What the vault would refuse, found before a byte is sent: by size and by the first bytes, never by the name. Null when
 * nothing speaks against it; the server looks closer.
 */
export const checkFile = async (file: Blob): Promise<Problem | null> => {
  if (file.size === 0) return problemOf('upload.empty');
  if (file.size > mostBytes) return problemOf('upload.too_large');
  const head = await textOf(file.slice(0, headBytes)).catch(() => null);
  if (head === null) return problemOf('upload.gone');
  if (head.startsWith('\xff\xd8\xff') || head.startsWith('\x89PNG\r\n\x1a\n') || head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return null;
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return null;
  if (head.startsWith('PK\x03\x04')) {
    const code = await checkZip(file);
    return code ? problemOf(code) : null;
  }
  if (/^....ftyp(heic|heix|mif1|msf1|hevc)/s.test(head)) return problemOf('upload.heic');
  return head.includes('%PDF-') && !head.startsWith('MZ') ? null : problemOf('upload.type_not_accepted');
};
