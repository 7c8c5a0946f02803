import { currencyOf, currencySource } from './currencies.ts';

/** An amount in a text: `value` in the currency's main unit, `exact` when decimals were printed, `currency` ISO 4217 or null. */
export type AmountHit = { start: number; end: number; value: number; exact: boolean; currency: string | null; grouped: boolean };
export type AmountOptions = {
  /** The language's decimal mark, which decides "1.234" and "1,234". */
  decimal?: '.' | ',';
  /** Spaces group thousands ("1 234,56"), as in French and Polish. */
  spaces?: boolean;
};

const number = "\\d{1,3}(?:[.,'’]\\d{2,3})+(?:[.,]\\d{1,2})?(?!\\d)|\\d{1,12}(?:[.,]\\d{1,4})?";
const spaced = "\\d{1,3}(?: \\d{3})+(?:,\\d{2}(?!\\d)|(?= ?(?:€|eur(?:os?)?\\b|zł|pln\\b|kr\\b|sek\\b|chf\\b)))";
const tail = `(?<scale> ?(?:lakhs?|lacs?|crores?|cr|million|mn|k)(?![\\p{L}]))?(?<end> ?/-| ?-/|,-{1,2}| ?/=)?(?: ?(?<after>${currencySource})(?![\\p{L}]))?(?<close>\\))?(?<sign>-(?!\\d))?`;
const head = `(?<![\\p{L}\\d]|\\d[.,/:-])(?<before>${currencySource}\\)?[.:]? {0,3})?(?<minus>[-–(] ?)?(?<inner>${currencySource} ?)?`;
const loose = new RegExp(`${head}(?<digits>${number})${tail}`, 'giu');
const looseSpaces = new RegExp(`${head}(?<digits>${spaced}|${number})${tail}`, 'giu');

/** The number that printed digits stand for, whatever their grouping (1,23,456.78 · 1.234,56 · 1'234.50 · 1 234,56), or null. */
export function readNumber(digits: string, decimal: '.' | ',' = '.'): { value: number; exact: boolean } | null {
  const compact = digits.replace(/['’ ]/g, '');
  const dot = compact.lastIndexOf('.');
  const comma = compact.lastIndexOf(',');
  let mark = -1;
  if (dot >= 0 && comma >= 0) mark = Math.max(dot, comma);
  else if (dot >= 0 || comma >= 0) {
    const at = Math.max(dot, comma);
    const sign = dot >= 0 ? '.' : ',';
    const decimals = compact.length - at - 1;
    const once = compact.indexOf(sign) === at;
    if (once && decimals !== 3) mark = at;
    else if (once && sign === '.' && decimal === '.' && at <= 3) mark = compact.startsWith('0') ? at : -1;
    else if (!once && decimals <= 2) mark = at;
  }
  const whole = (mark >= 0 ? compact.slice(0, mark) : compact).replace(/[.,]/g, '');
  const part = mark >= 0 ? compact.slice(mark + 1) : '';
  if (!/^\d{1,13}$/.test(whole) || !/^\d{0,4}$/.test(part)) return null;
  return { value: Number(part ? `${whole}.${part}` : whole), exact: part.length > 0 && part.length <= 2 };
}

const scales: Record<string, number> = { lakh: 1e5, lac: 1e5, crore: 1e7, cr: 1e7, million: 1e6, mn: 1e6, k: 1e3 };

/** Amounts in a line, in order. Percentages, dates, times and numbers inside words are left out; brackets and a minus on either side mean negative. */
export function findAmounts(text: string, options: AmountOptions = {}): AmountHit[] {
  const hits: AmountHit[] = [];
  for (const match of text.matchAll(options.spaces ? looseSpaces : loose)) {
    const groups = match.groups ?? {};
    const digits = groups.digits ?? '';
    const start = match.index;
    const end = start + match[0].length;
    const next = text.slice(end, end + 3);
    if (/^ ?%|^[\p{L}\d]|^[:/.,-]\d/u.test(next) && !groups.end) continue;
    const read = readNumber(digits, options.decimal);
    if (!read) continue;
    const scale = scales[(groups.scale ?? '').trim().toLowerCase().replace(/s$/, '')] ?? 1;
    const negative = Boolean(groups.sign) || /^[-–]/.test(groups.minus ?? '') || ((groups.minus ?? '').startsWith('(') && Boolean(groups.close) && !groups.end && !/[\p{L}₹]/u.test(groups.inner ?? ''));
    hits.push({
      start, end, value: Math.round(read.value * scale * 100) / 100 * (negative ? -1 : 1),
      exact: read.exact || Boolean(groups.end), grouped: /[.,'’ ]\d{2,3}/.test(digits),
      currency: currencyOf(groups.before?.replace(/[):]/g, '')) ?? currencyOf(groups.inner) ?? currencyOf(groups.after),
    });
  }
  return hits;
}

/** The first amount of a text, or null. */
export function parseAmount(text: string, options: AmountOptions = {}): { value: number; currency: string | null } | null {
  const [hit] = findAmounts(text, options);
  return hit ? { value: hit.value, currency: hit.currency } : null;
}

/** A plain decimal string with two places: "1939.00". */
export function formatAmount(value: number): string {
  return value.toFixed(2);
}
