import { foldText } from './fold-text.ts';

/** What a file's name says: `words` that somebody chose, as text, and the `names` by which it is asked for as it is, with its ending and without. */
export type FileName = { words: string; names: string[] };

/** What cameras, scanners, telephones and programs call files; they tell nothing of what is in them. */
const machine = new Set(
  `img image images imag imgp dsc dscn dscf dcim mvimg pxl pano vid video photo photos picture pic foto fotos bild scan scans scanned scanner
  camscanner scannable lens screenshot screen shot bildschirmfoto capture whatsapp telegram signal wa fax print output unnamed untitled unbenannt
  document documents doc docs dokument documento file files datei download downloads attachment page pages seite new copy kopie copia final at am pm`.split(/\s+/),
);

const letters = /[\p{L}\p{M}]/u;
const year = /^(?:19|20)\d\d$/;
/** Where the case changes, and where letters meet digits. */
const seams = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=[\p{L}\p{M}])(?=\p{N})|(?<=\p{N})(?=\p{L})/u;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** Whether a part of a name is a word that somebody chose: two letters and more that no machine gives. */
const isTelling = (part: string): boolean => letters.test(part) && (part.length > 1 || unspaced.test(part)) && !machine.has(foldText(part));

/** A run of letters and digits in turns, as hashes and ids are. */
const isHash = (parts: readonly string[]): boolean => parts.filter((part) => !letters.test(part)).length > 1 && parts.length > 3;

/**
 * Reads a file's name: its words without the numbers of cameras and scanners, split at signs, at changes of case and between
 * letters and digits, also unsplit; its ending, and years that stand beside words. "scan0001.pdf" and "IMG_2034" have no words: they are
 * found as they are only.
 */
export const readFileName = (fileName: string): FileName => {
  const name = fileName.replace(/^.*[\\/]/, '');
  const [, base = '', ending = ''] = /^(.+?)(?:\.(\p{L}[\p{L}\p{N}]{0,4}))?$/u.exec(name) ?? [];
  const words: string[] = [];
  const years: string[] = [];
  for (const piece of base.split(/[^\p{L}\p{M}\p{N}]+/u)) {
    const parts = piece.split(seams);
    if (isHash(parts)) continue;
    const telling = parts.filter(isTelling);
    words.push(...telling);
    years.push(...parts.filter((part) => year.test(part)));
    if (telling.length > 0 && parts.length > 1) words.push(piece);
  }
  if (words.length > 0) words.push(...years, ending);
  return { words: [...new Set(words)].join(' '), names: [...new Set([base, name])].filter((text) => /[\p{L}\p{N}]/u.test(text)) };
};
