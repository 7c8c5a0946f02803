import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const file = (subset: string, weight: 400 | 700): string =>
  require.resolve(`@fontsource/noto-sans-devanagari/files/noto-sans-devanagari-${subset}-${weight}-normal.woff`);

/** The faces of one family, each for some letters; files of an installed package, so nothing is fetched. */
export const faces = (weight: 400 | 700): Record<Script, string> => ({
  devanagari: file('devanagari', weight), latin: file('latin', weight), extended: file('latin-ext', weight),
});

export type Script = 'devanagari' | 'latin' | 'extended';

const scriptOf = (letter: string): Script | null => {
  const code = letter.codePointAt(0)!;
  if ((code >= 0x0900 && code <= 0x097f) || (code >= 0xa8e0 && code <= 0xa8ff) || code === 0x200c || code === 0x200d) return 'devanagari';
  if (code === 0x20) return null;
  if (code <= 0xff || (code >= 0x2000 && code <= 0x206f) || code === 0x20ac || code === 0x2122) return 'latin';
  return 'extended';
};

/** Cuts a text where the face has to change; spaces go with what stands before them. */
export const runsOf = (text: string): { script: Script; text: string }[] => {
  const runs: { script: Script; text: string }[] = [];
  for (const letter of text) {
    const last = runs.at(-1);
    const script = scriptOf(letter) ?? last?.script ?? 'latin';
    if (last?.script === script) last.text += letter;
    else runs.push({ script, text: letter });
  }
  return runs;
};
