/** How far a text can be trusted to be what a person sees. `garbage` and `odd` are shares, 0..1. */
export type TextQuality = {
  /** Letters and digits. */
  letters: number;
  /** Share of characters that cannot be text: controls, private use, replacement. */
  garbage: number;
  /** Share of words that no language spells so: signs or digits amid letters, capitals after small letters, no vowel. */
  odd: number;
};

const IMPOSSIBLE = /[\p{Co}\p{Cn}\ufffd]/gu;

/** Judges text by its characters and the shape of its words; knows no dictionary, so that it serves every language. */
export function judgeText(text: string): TextQuality {
  const visible = text.replace(/\s/g, '').length;
  const letters = (text.match(/[\p{L}\p{M}\p{N}]/gu) ?? []).length;
  const garbage = visible === 0 ? 0 : (text.match(IMPOSSIBLE) ?? []).length / visible;
  const words = text.split(/\s+/).map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')).filter((word) => /\p{L}{2}/u.test(word) && word.length <= 30);
  const odd = words.length === 0 ? 0 : words.filter(isOdd).length / words.length;
  return { letters, garbage, odd };
}

function isOdd(word: string): boolean {
  // Addresses, reference numbers, and words joined by dash, slash or apostrophe are ordinary.
  if (/[@/\\_]|^(?:www|https?)\b|\.\p{L}{2,}$/iu.test(word) || /^[\p{Lu}\d-]+$/u.test(word)) return false;
  return word.split(/[-–—'’.,:;()&+]/u).some((part) => {
    if (part.length < 3 || !/\p{L}/u.test(part)) return false;
    if (/[^\p{L}\p{M}\p{N}]/u.test(part)) return true;
    if (/\p{L}\d+\p{L}/u.test(part)) return true;
    if (/\p{Ll}\p{Lu}{2,}\p{Ll}|\p{Ll}\p{Lu}$|\p{Lu}{3,}\p{Ll}/u.test(part) && part.length < 9) return true;
    return /^[a-z]{4,}$/i.test(part) && !/[aeiouy]/i.test(part) && !/^[A-Z]+$/.test(part);
  });
}
