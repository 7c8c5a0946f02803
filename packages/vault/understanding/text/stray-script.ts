const mark = /[\u0900-\u097f]/u;
const run = /[\u0900-\u097f]+/gu;
const rupees = /^(?:रु|रू)$/u;
/** A page with less than this share of its letters in Devanagari is no page in Hindi. */
const littleShare = 0.06;
const shortWord = 3;
const leastShare = 0.015;

/** What a reader that knows two scripts sees in the stains of an English scan: a few Devanagari letters here and there. They are taken out; Hindi headings of forms are whole words and stay. */
export function withoutStrayScript(text: string): string {
  if (!mark.test(text)) return text;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const words = text.match(run) ?? [];
  const share = words.reduce((sum, word) => sum + word.length, 0) / Math.max(1, letters);
  if (share >= littleShare) return text;
  // Two longer words side by side are meant.
  const meant = /[\u0900-\u097f]{3,} +[\u0900-\u097f]{3,}/u.test(text);
  return text.replace(run, (word) => (rupees.test(word) || word.length > shortWord + (share < leastShare && !meant ? 5 : 0) ? word : ''));
}
