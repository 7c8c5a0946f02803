const combining = /[\u0300-\u036f\u064b-\u0652\u200b-\u200f\u00ad]/g;

/** Text as search compares it: compatibility forms unified, lower case, without accents, Arabic vowel points and invisible joiners. Other scripts keep their signs. */
export const foldText = (text: string): string => {
  // eslint-disable-next-line no-control-regex
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(combining, '')
    .normalize('NFC')
    .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x966));
};
