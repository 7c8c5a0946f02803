const units: Record<string, number> = {
  zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13,
  fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fourty: 40, fifty: 50,
  sixty: 60, seventy: 70, eighty: 80, ninety: 90,
};
const scales: Record<string, number> = { thousand: 1e3, lakh: 1e5, lakhs: 1e5, lac: 1e5, lacs: 1e5, million: 1e6, crore: 1e7, crores: 1e7, billion: 1e9 };

/** The number that English words stand for, Indian scales included ("One Lakh Fifty Thousand" is 150000), or null when a word is not a number. */
export function numberFromWords(text: string): number | null {
  const words = text.toLowerCase().replace(/-/g, ' ').split(/[^a-z]+/).filter((word) => word && word !== 'and' && word !== 'only');
  if (words.length === 0 || words.length > 30) return null;
  let total = 0;
  let current = 0;
  for (const word of words) {
    const unit = units[word];
    const scale = scales[word];
    if (unit !== undefined) current += unit;
    else if (word === 'hundred') current = Math.max(1, current) * 100;
    else if (scale !== undefined) {
      total += Math.max(1, current) * scale;
      current = 0;
    } else return null;
  }
  return total + current;
}

/** Amounts written out ("Rupees Twenty Six Thousand Five Hundred and Paise Forty Only"), to check a total printed in figures. */
export function amountsInWords(text: string): number[] {
  const found: number[] = [];
  for (const match of text.matchAll(/(?:rupees|rs\.?|inr|dollars|pounds|euros?|in words)[ :.\-(]{0,4}((?:[a-z]{3,9}[ ,-]{1,2}){1,24}?)(?:only|(?:and )?(?:(?:paise?|cents?|pence) ([a-z -]{3,20}?)|([a-z -]{3,20}?) (?:paise?|cents?|pence)) only|rupees|dollars|pounds|euros)/gi)) {
    const whole = numberFromWords(match[1] ?? '');
    const part = match[2] ?? match[3];
    const fraction = part ? numberFromWords(part) : 0;
    if (whole !== null && whole > 0) found.push(whole + (fraction ?? 0) / 100);
  }
  return found;
}
