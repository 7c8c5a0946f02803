import type { AcceptedType } from '@docuvault/contract/upload.ts';

const maxLength = 255;
const maxExtension = 16;

const extensions: Record<AcceptedType, string> = {
  'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'application/msword': 'doc',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
};

/** Control characters, and format characters that reorder or hide text; the joiners that Indian scripts need stay. */
const unsafe = /[\p{Cc}\u{ad}\u{61c}\u{180e}\u{200b}\u{200e}\u{200f}\u{2028}-\u{202e}\u{2060}-\u{206f}\u{feff}\u{fff9}-\u{fffd}]/gu;

/** One line of text without control or reordering characters, trimmed, in NFC, at most `length` characters. */
export const cleanLine = (text: string, length: number): string =>
  Array.from(text.toWellFormed().normalize('NFC').replace(/[\t\r\n]+/g, ' ').replace(unsafe, '').replace(/\s+/g, ' ').trim())
    .slice(0, length)
    .join('')
    .trim();

/**
 * A name that is safe to show and to offer for saving: no path, control or reordering characters, at most 255
 * characters with the extension kept. A name with nothing left becomes `document.<extension of the type>`.
 */
export const cleanFileName = (name: string, type: AcceptedType): string => {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const clean = cleanLine(last, 10_000).replace(/[<>:"|?*]/g, '_').replace(/^[.\s]+/, '').replace(/[.\s]+$/, '');
  const dot = clean.lastIndexOf('.');
  const extension = dot > 0 && clean.length - dot - 1 <= maxExtension ? clean.slice(dot + 1) : '';
  const stem = extension ? clean.slice(0, dot).trim() : clean;
  if (!stem) return `document.${extension || extensions[type]}`;
  const room = maxLength - (extension ? Array.from(extension).length + 1 : 0);
  const cut = Array.from(stem).slice(0, room).join('').trim();
  return extension ? `${cut}.${extension}` : cut;
};

/** What to call a document nobody has named: its file's name without the extension. */
export const titleFromFileName = (fileName: string): string => fileName.replace(/\.[^.]{1,16}$/, '') || fileName;
