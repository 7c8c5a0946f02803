import { asciiDigits } from '@docuvault/core/text/ascii-digits.ts';
import type { Line } from './choose-lines.ts';

/** A figure without its grouping: 1,700.00, 1.700,00 and 1700 are one. */
const bare = (figure: string): string => {
  const decimals = /[.,](\d{1,2})$/.exec(figure)?.[1];
  const whole = (decimals === undefined ? figure : figure.slice(0, -decimals.length - 1)).replace(/\D/g, '');
  return decimals === undefined || /^0+$/.test(decimals) ? whole : `${whole}.${decimals}`;
};
const figuresIn = (text: string): string[] => (asciiDigits(text).match(/\d(?:[\d.,'’]*\d)?/g) ?? []).map(bare);
const digitsIn = (text: string): string => asciiDigits(text).replace(/\D/g, '');
const squeezed = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

/** Words inside quotation marks that are long enough to be a quote. */
const quotesIn = (text: string): string[] => [...text.matchAll(/[“"«„]([^“”"«»„]{12,})[”"»]/g)].map((match) => match[1]!);
const address = /\b(?:https?:\/\/|www\.)\S+|\]\(|<[a-z!/]|\b[\w.+-]+@[\w-]+\.[a-z]{2,}/gi;

/**
 * True where a sentence says nothing that the lines it cites do not say: figures of three digits and more, quotes, and addresses must
 * stand there, or be the question's own. Words cannot be proven so; the lines are shown beside them.
 */
export const isBacked = (text: string, cited: readonly Line[], question: string): boolean => {
  const source = [...cited.map((line) => line.text), question].join('\n');
  const known = new Set(figuresIn(source));
  const run = digitsIn(source);
  const figures = figuresIn(text).filter((figure) => digitsIn(figure).length >= 3);
  if (figures.some((figure) => !known.has(figure) && !(digitsIn(figure).length >= 6 && run.includes(digitsIn(figure))))) return false;
  const said = squeezed(source);
  if (quotesIn(text).some((quote) => !said.includes(squeezed(quote).replace(/[.,…]+$/, '')))) return false;
  return [...text.matchAll(address)].every(([found]) => said.includes(squeezed(found).replace(/[.,)]+$/, '')));
};
