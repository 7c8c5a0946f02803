import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The file of the face that a text is drawn with: from an installed package, since a server may have no fonts. */
export const faceFor = (text: string): string =>
  require.resolve(`@fontsource/noto-sans-devanagari/files/noto-sans-devanagari-${/[\u0900-\u097f]/.test(text) ? 'devanagari' : 'latin'}-400-normal.woff`);

/** The text as Pango's markup takes it. */
export const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
