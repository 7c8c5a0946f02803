import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const file = (family: string, name: string): string => require.resolve(`@fontsource/${family}/files/${family}-${name}.woff`);

/** Faces by the short names that the templates use; the base 14 of PDF keep their own names. */
export const faces: Readonly<Record<string, string>> = {
  hindi: file('noto-sans-devanagari', 'devanagari-400-normal'),
  'hindi-bold': file('noto-sans-devanagari', 'devanagari-700-normal'),
  sans: file('pt-sans', 'latin-400-normal'),
  'sans-bold': file('pt-sans', 'latin-700-normal'),
  narrow: file('roboto-condensed', 'latin-400-normal'),
  'narrow-bold': file('roboto-condensed', 'latin-700-normal'),
  book: file('eb-garamond', 'latin-400-normal'),
  'book-italic': file('eb-garamond', 'latin-400-italic'),
  'book-bold': file('eb-garamond', 'latin-700-normal'),
  typed: file('courier-prime', 'latin-400-normal'),
  'typed-bold': file('courier-prime', 'latin-700-normal'),
  mono: file('b612-mono', 'latin-400-normal'),
  hand: file('caveat', 'latin-400-normal'),
};

const base14: Readonly<Record<string, string>> = {
  helv: 'Helvetica', 'helv-bold': 'Helvetica-Bold', 'helv-italic': 'Helvetica-Oblique',
  times: 'Times-Roman', 'times-bold': 'Times-Bold', 'times-italic': 'Times-Italic',
  courier: 'Courier', 'courier-bold': 'Courier-Bold',
};

/** What pdfkit is to be told for a short name. */
export function pdfFont(name: string): string {
  const known = base14[name] ?? (name in faces ? name : undefined);
  if (!known) throw new Error(`No face named ${name}`);
  return known;
}

/** Runs of one script: Devanagari and the rupee sign need their own face, the rest keeps the asked one. */
export function runs(text: string, font: string): { text: string; font: string }[] {
  const bold = font.endsWith('-bold');
  const latin = font.startsWith('hindi') ? (bold ? 'sans-bold' : 'sans') : font;
  const out: { text: string; font: string }[] = [];
  for (const part of text.split(/([ऀ-ॿ₹‌‍]+(?:[ ]+[ऀ-ॿ₹‌‍]+)*)/)) {
    if (part === '') continue;
    const devanagari = /[ऀ-ॿ₹]/.test(part);
    out.push({ text: part, font: devanagari ? (bold ? 'hindi-bold' : 'hindi') : latin });
  }
  return out;
}

const winAnsi = /^[\x20-\x7e\u00a0-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]*$/;

/** Refuses text that a base 14 face would print as something else; the truth must be what is on the paper. */
export function assertPrintable(text: string, font: string): void {
  if (font in base14 && !winAnsi.test(text)) throw new Error(`${font} cannot print «${text}»`);
}
