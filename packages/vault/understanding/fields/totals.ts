import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import { amountsInWords } from '../amounts/words.ts';
import { currencyOfCountry } from '../amounts/currencies.ts';
import { formatAmount } from '../amounts/find-amounts.ts';
import type { Reading } from '../reading.ts';
import type { Candidate } from './candidates.ts';
import { addingUp } from '../sums.ts';
import { moneyOf } from './values.ts';

const sums: ReadonlySet<DocumentType> = new Set(['invoice', 'receipt', 'utility_bill', 'travel_itinerary', 'insurance_policy']);

const summed: ReadonlySet<DocumentType> = new Set(['invoice', 'receipt', 'utility_bill']);
const totalLike = /total|gross|brutto|net(?!\p{L})|to pay|payable|due|owed?(?!\p{L})|please|betrag|zahl|summe|betalen|totaal|payer|pagar|montant|importe|देय|कुल|योग/iu;

/** The total among its rivals: by label, by place (later and larger), confirmed by subtotal plus tax and by the amount in words. */
export function chooseTotal(candidates: readonly Candidate[], reading: Reading, type: DocumentType): Candidate | null {
  const totals = candidates.filter(({ field, value }) => field === 'totalAmount' && Number(value) !== 0);
  const words = amountsInWords(reading.text.slice(0, 60_000).replace(/\n/g, ' '));
  const subtotals = candidates.filter(({ field }) => field === 'subtotalAmount').map(({ value }) => Number(value));
  const taxes = candidates.filter(({ field }) => field === 'taxAmount').map(({ value }) => Number(value));
  const allTax = taxes.reduce((sum, tax) => sum + tax, 0);
  const adds = (value: number) => subtotals.some((subtotal) => [...taxes, allTax].some((tax) => tax > 0 && Math.abs(subtotal + tax - value) < 0.06));
  const largest = Math.max(0, ...totals.map(({ value }) => Number(value)));
  // An amount in words proves the figure that equals it, whatever its label.
  if (sums.has(type) || type === 'payslip') {
    const proven = words.filter((spoken) => totals.every(({ value }) => Math.abs(Number(value) - spoken) >= 1));
    for (const line of proven.length > 0 ? reading.lines.slice(0, 300) : []) {
      const hit = moneyOf(line.text, reading).find(({ value }) => proven.some((spoken) => Math.abs(value - spoken) < 1));
      if (hit) totals.push({ field: 'totalAmount', value: formatAmount(hit.value), currency: hit.currency, confidence: 0.84, page: line.page, line: line.index, start: hit.start, weight: 1, label: 'in words' });
    }
  }
  // So does a column that adds up to it.
  const sum = summed.has(type) ? addingUp(reading) : null;
  if (sum && sum.of > 1 && totals.every(({ value }) => Math.abs(Number(value) - sum.value) >= 0.01) && totalLike.test(sum.line.text)) {
    const hit = moneyOf(sum.line.text, reading).at(-1);
    if (hit) totals.push({ field: 'totalAmount', value: formatAmount(hit.value), currency: hit.currency, confidence: 0.72, page: sum.line.page, line: sum.line.index, start: hit.start, weight: 1, label: 'sum' });
  }
  let best: { candidate: Candidate; points: number } | null = null;
  for (const candidate of totals) {
    const value = Number(candidate.value);
    let points = candidate.confidence;
    if (sums.has(type)) {
      if (adds(value) || (sum && Math.abs(value - sum.value) < 0.01)) points += 0.16;
      if (subtotals.includes(value) && !(adds(value)) && largest > value) points -= 0.12;
      if (value === largest) points += 0.03;
      // The same amount under several total labels speaks for itself.
      points += Math.min(0.06, 0.03 * (totals.filter((other) => other !== candidate && other.value === candidate.value && other.label !== candidate.label).length));
      if (value < 0) points -= 0.25;
    }
    if (words.some((spoken) => Math.abs(spoken - value) < 1)) points += type === 'lease' ? 0.02 : 0.1;
    // Totals stand at the end of their table: a later one beats an equal earlier one.
    if (sums.has(type) || type === 'tax_return') points += Math.min(0.02, candidate.line * 0.0004);
    // Of two balances under the same words the later one closes.
    if (type === 'bank_statement' && totals.some((other) => other.label === candidate.label && other.line > candidate.line)) points -= 0.03;
    if (best === null || points > best.points) best = { candidate, points };
  }
  if (best) {
    const value = Number(best.candidate.value);
    const proven = adds(value) || words.some((spoken) => Math.abs(spoken - value) < 1);
    const rival = totals.some((other) => other.value !== best?.candidate.value && other.confidence >= (best?.candidate.confidence ?? 0) - 0.02);
    return { ...best.candidate, confidence: proven ? Math.max(0.93, best.candidate.confidence) : best.candidate.confidence * (rival ? 0.9 : 1) };
  }
  return sums.has(type) && type !== 'insurance_policy' && type !== 'travel_itinerary' ? largestAmount(reading) : null;
}

/** Without any label: the largest amount that is written like money. */
function largestAmount(reading: Reading): Candidate | null {
  let best: Candidate | null = null;
  for (const line of reading.lines) {
    if (/deposit|limit|previous|last bill|balance|sanction|insured|\bmrp\b|saved?\b|after due/iu.test(line.text)) continue;
    for (const hit of moneyOf(line.text, reading)) {
      if (!(hit.exact || hit.currency) || hit.value <= 0 || hit.value > 1e9) continue;
      if (best === null || hit.value > Number(best.value)) {
        best = { field: 'totalAmount', value: formatAmount(hit.value), currency: hit.currency, confidence: hit.currency ? 0.45 : 0.38, page: line.page, line: line.index, start: hit.start, weight: 1, label: '' };
      }
    }
  }
  return best;
}

/** A lone dollar sign in a scan from a country of other money is often a rupee's, euro's or pound's misread. */
function doubtful(text: string, currency: string | null, ocr: boolean, home: string | null): boolean {
  return ocr && currency === 'USD' && home !== null && !['USD', 'CAD', 'AUD', 'SGD', 'NZD'].includes(home) && !/US ?\$|USD/u.test(text);
}

/** The document's currency: what stands at the total, else what most amounts carry, else the country's; in scans a doubtful sign weighs less than where the paper comes from. */
export function chooseCurrency(total: Candidate | null, reading: Reading): { value: string; confidence: number } | null {
  const counts = new Map<string, number>();
  const home = currencyOfCountry(reading.country);
  let doubts = 0;
  for (const line of reading.lines.slice(0, 400)) {
    if (!/\p{Sc}|[A-Z]{3}|rs|rupee|रु|kr|zł|euro/iu.test(line.text)) continue;
    for (const hit of moneyOf(line.text, reading)) {
      if (!hit.currency) continue;
      const doubt = doubtful(line.text, hit.currency, line.ocr, home);
      doubts += doubt ? 1 : 0;
      counts.set(hit.currency, (counts.get(hit.currency) ?? 0) + (hit.exact || hit.grouped ? 1 : 0.4) * (doubt ? 0.3 : 1));
    }
  }
  // Readers know the signs of pounds and euros, and few know the rupee's.
  if (doubts > 0 && home) counts.set(home, (counts.get(home) ?? 0) + 1 + (home === 'INR' ? 0.4 * doubts : 0));
  if (/\b(?:rupees|rs\.?\)|in rs|rs\.\s*$|rs\. {2,}|\(₹\)|\(inr\)|inr\b|paise)/imu.test(reading.text)) counts.set('INR', (counts.get('INR') ?? 0) + 1.5);
  if (/\b(?:euros?|EUR)\b|\(€\)|€/u.test(reading.text)) counts.set('EUR', (counts.get('EUR') ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  let dollar = most?.[0] ?? null;
  const at = total ? reading.lines[total.line] : undefined;
  const explicit = total?.currency && !(at && doubtful(at.text, total.currency, at.ocr, home)) ? total.currency : null;
  const chosen = explicit ?? dollar;
  if (chosen === 'USD' && ['CA', 'AU', 'SG', 'NZ'].includes(reading.country ?? '') && !/US\$|USD/u.test(reading.text)) dollar = home;
  if (chosen) return { value: chosen === 'USD' && dollar && dollar !== 'USD' && most?.[0] === 'USD' ? dollar : chosen, confidence: explicit ? 0.92 : 0.85 };
  if (home) return { value: home, confidence: 0.72 };
  const fallback = currencyOfCountry(reading.homeCountry);
  return fallback ? { value: fallback, confidence: 0.45 } : null;
}
