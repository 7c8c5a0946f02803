const devanagariZero = 0x0966;
const arabicZero = 0x0660;
const persianZero = 0x06f0;
const bengaliZero = 0x09e6;
const gujaratiZero = 0x0ae6;

// Controls (NUL included), zero-width marks and bidirectional marks carry no meaning for the rules and split words.
// eslint-disable-next-line no-control-regex
const invisible = /[\u0000-\u0008\u000b\u000e-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\ufffd]/g;
const nonAscii = /[^\t\n\r\x20-\x7e]/;
// eslint-disable-next-line no-control-regex
const asciiControl = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;

function asciiDigit(char: string): string {
  const code = char.charCodeAt(0);
  for (const zero of [devanagariZero, arabicZero, persianZero, bengaliZero, gujaratiZero]) {
    if (code >= zero && code <= zero + 9) return String(code - zero);
  }
  return char;
}

/** Turns Devanagari, Bengali, Gujarati and Arabic digits into 0-9, one for one. */
export function toAsciiDigits(text: string): string {
  return text.replace(/[\u0966-\u096f\u0660-\u0669\u06f0-\u06f9\u09e6-\u09ef\u0ae6-\u0aef]/g, asciiDigit);
}

/** Removes NUL, zero-width and bidirectional marks, unfolds ligatures and full-width forms, and makes digits ASCII. Linear. */
export function cleanText(text: string): string {
  if (!nonAscii.test(text)) return asciiControl.test(text) ? text.replace(invisible, ' ') : text;
  return toAsciiDigits(text.replace(invisible, '').replace(/[\u00a0\u2007\u202f]/g, ' ').normalize('NFKC'));
}
