import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import { formatAmount, type AmountHit } from '../amounts/find-amounts.ts';
import type { Reading } from '../reading.ts';
import type { Line } from '../text/lines.ts';
import type { Candidate } from './candidates.ts';
import { moneyOf } from './values.ts';

/** A line of a bill that adds to, or takes from, its subtotal. `rate` is the percentage that it names, `base` what it is charged on. */
type Part = { line: Line; value: number; rate: number | null; base: number | null };

const bills: ReadonlySet<DocumentType> = new Set(['invoice', 'receipt', 'utility_bill']);
const taxWord = /(?<!\p{L})(?:cgst|sgst|utgst|igst|gst|vat|(?:sales |total |service |state |local )?tax(?:es)?|mwst|ust|umsatzsteuer|mehrwertsteuer|btw|tva|iva|kdv|moms|hst|pst|qst|cess|tps|tvq)(?!\p{L})/iu;
const notTax = /excl|exkl|ohne|zonder|hors|senza|before|after|without|invoice|number|(?<!\p{L})(?:no|nr|reg|regn|id|tin|gstin)(?!\p{L})|taxable|(?:total|gesamt|betrag|amount|price|summe|totaal|payable).*incl|incl.*(?:total|amount|price)|inkl.*(?:betrag|summe|preis)/iu;
const subtotalWord = /sub-?\s?total|(?<!\p{L})(?:net|netto|taxable|imponible|imponibile|ht|goods|items?)(?!\p{L})|hors taxe|exclusi(?:ef|ve)|(?<!\p{L})excl|exkl|zwischensumme|subtotaal|sous-total|before tax|warenwert|nettobetrag/iu;
const addedWord = /shipping|freight|delivery|carriage|postage|versand|porto|verzend|livraison|frais|env[íi]o|spedizione|handling|(?<!\p{L})tip(?!\p{L})|gratuity|service charge|trinkgeld|surcharge|round|convenience|packing/iu;
const takenWord = /discount|rabatt|korting|remise|descuento|sconto|voucher|coupon|promo|round|credit(?! card)/iu;
const freeOfTax = /§ ?19 ?(?:abs\. ?1 )?UStG|keine? (?:umsatz|mehrwert)steuer|steuerfrei|umsatzsteuerfrei|no (?:vat|gst|tax|sales tax) (?:is )?(?:charged|applicable|due)|reverse charge|vat exempt|tax exempt|vrijgesteld van btw|tva non applicable|exento de iva|fuori campo iva/iu;
const cent = 0.015;
const highestRate = 0.4;
const mostLabel = 60;

const written = (hit: AmountHit) => hit.exact || hit.grouped || hit.currency !== null;

/** What a line says before its first amount, and the amounts behind it. */
function reads(line: Line, reading: Reading): { label: string; hits: AmountHit[] } {
  const hits = moneyOf(line.text, reading).filter(written);
  return { label: hits[0] ? line.text.slice(0, hits[0].start).trim() : '', hits };
}

function partsOf(reading: Reading, wanted: RegExp, unwanted: RegExp | null): Part[] {
  const parts: Part[] = [];
  for (const line of reading.lines.slice(0, 300)) {
    if (!wanted.test(line.text)) continue;
    const { label, hits } = reads(line, reading);
    const last = hits.at(-1);
    if (!last || hits.length > 2 || label.length > mostLabel || !wanted.test(label) || unwanted?.test(label)) continue;
    const rate = /(\d{1,2}(?:[.,]\d{1,3})?) ?%/u.exec(label)?.[1] ?? /(\d{1,2}(?:[.,]\d{1,3})?) ?%/u.exec(line.text)?.[1];
    parts.push({ line, value: last.value, rate: rate ? Number(rate.replace(',', '.')) : null, base: hits.length === 2 ? (hits[0]?.value ?? null) : null });
  }
  return parts;
}

const sumOf = (parts: readonly Part[]) => parts.reduce((sum, { value }) => sum + value, 0);

/** The taxes as they may be meant: all lines, the last, the last two, each alone; a bill that repeats its tax lists it twice. */
function taxSets(taxes: readonly Part[]): Part[][] {
  const sets = [[...taxes], taxes.slice(-1), taxes.slice(-2), taxes.slice(0, 2), ...taxes.map((one) => [one])];
  return sets.filter((set) => set.length > 0);
}

/** Every choice of up to three additions and deductions, fewest first. */
function choices(parts: readonly number[]): number[] {
  const sums = [{ sum: 0, of: 0 }];
  for (const value of parts.slice(-3)) for (const { sum, of } of [...sums]) sums.push({ sum: sum + value, of: of + 1 });
  return sums.sort((a, b) => a.of - b.of).map(({ sum }) => sum);
}

type Proof = { subtotal: number; subtotalLine: Line; taxes: Part[] };

/** Subtotal and taxes that add up to the total, what is added and taken off counted in. */
function prove(total: number, reading: Reading): Proof | null {
  const taxes = partsOf(reading, taxWord, notTax).filter(({ value }) => value >= 0 && value < total);
  const subtotals = partsOf(reading, subtotalWord, /(?<!\p{L})(?:incl|inkl)/iu).filter(({ value }) => value > 0);
  const extras = [
    ...partsOf(reading, addedWord, takenWord).map(({ value }) => value),
    ...partsOf(reading, takenWord, null).flatMap(({ value, line }) => (/round/iu.test(line.text) ? [value] : [-Math.abs(value)])),
  ].filter((value) => value !== 0);
  const sums = choices(extras);
  for (const extra of sums) {
    for (const subtotal of [...subtotals].reverse()) {
      for (const set of taxSets(taxes)) {
        if (sumOf(set) <= subtotal.value * highestRate && Math.abs(subtotal.value + sumOf(set) + extra - total) < cent) return { subtotal: subtotal.value, subtotalLine: subtotal.line, taxes: set };
      }
    }
  }
  return null;
}

/** A row of totals: "Total  1  278.61  40.39  319.00" has net, tax and gross. */
function proveByRow(total: number, reading: Reading): { subtotal: number; tax: number; line: Line } | null {
  if (!taxWord.test(reading.text)) return null;
  for (const line of [...reading.lines.slice(0, 300)].reverse()) {
    const { hits } = reads(line, reading);
    if (hits.length < 3 || Math.abs((hits.at(-1)?.value ?? 0) - total) >= cent) continue;
    const values = hits.slice(0, -1).map(({ value }) => value).filter((value) => value > 0);
    for (const net of values) {
      const tax = values.find((value) => value <= net * highestRate && Math.abs(net + value - total) < cent);
      if (tax !== undefined) return { subtotal: net, tax, line };
    }
  }
  return null;
}

/** The one rate that explains the tax: of the whole, of the base that is printed, or of halves that belong together. */
function rateOf(taxes: readonly Part[], subtotal: number): number | null {
  if (taxes.some(({ rate }) => rate === null)) return null;
  const [only] = taxes;
  if (taxes.length === 1 && only?.rate) return [subtotal, only.base ?? subtotal].some((base) => Math.abs((base * (only.rate ?? 0)) / 100 - only.value) < 0.05) ? only.rate : null;
  const rates = taxes.reduce((sum, { rate }) => sum + (rate ?? 0), 0);
  return Math.abs((subtotal * rates) / 100 - sumOf(taxes)) < 0.06 ? rates : null;
}

/**
 * Sets subtotal, tax and rate of a bill where they add up to its total, and takes away what does not: a subtotal of a part
 * of the bill, a tax that is a number from another column or more than any tax could be.
 */
export function settleAmounts(chosen: Map<string, Candidate>, candidates: readonly Candidate[], reading: Reading, type: DocumentType): void {
  const total = Number(chosen.get('totalAmount')?.value ?? 0);
  if (!bills.has(type) || total <= 0) return;
  const put = (field: string, value: string, line: Line, confidence: number) => chosen.set(field, { field, value, confidence, page: line.page, line: line.index, start: 0, weight: 1, label: 'adds up' });
  const proof = prove(total, reading);
  if (proof) {
    put('subtotalAmount', formatAmount(proof.subtotal), proof.subtotalLine, 0.94);
    const line = proof.taxes.at(-1)?.line ?? proof.subtotalLine;
    put('taxAmount', formatAmount(sumOf(proof.taxes)), line, 0.94);
    const rate = rateOf(proof.taxes, proof.subtotal);
    if (rate) put('taxRate', String(rate), line, 0.92);
    return;
  }
  const row = proveByRow(total, reading);
  if (row) {
    put('subtotalAmount', formatAmount(row.subtotal), row.line, 0.88);
    put('taxAmount', formatAmount(row.tax), row.line, 0.88);
    return;
  }
  // "inkl. 19 % MwSt. 15,97": the part of the total that is tax.
  for (const part of partsOf(reading, taxWord, notTax)) {
    if (part.rate && part.rate > 0 && Math.abs((total * part.rate) / (100 + part.rate) - part.value) < 0.02) {
      put('taxAmount', formatAmount(part.value), part.line, 0.92);
      put('taxRate', String(part.rate), part.line, 0.9);
      if (Number(chosen.get('subtotalAmount')?.value ?? 0) >= total) chosen.delete('subtotalAmount');
      return;
    }
  }
  dropUnproven(chosen, candidates, reading, total);
}

function dropUnproven(chosen: Map<string, Candidate>, candidates: readonly Candidate[], reading: Reading, total: number): void {
  const tax = chosen.get('taxAmount');
  if (tax) {
    const line = reading.lines[tax.line];
    const printed = line ? moneyOf(line.text, reading).some((hit) => written(hit) && Math.abs(hit.value - Number(tax.value)) < cent) : false;
    if (!printed || Number(tax.value) > total * highestRate || Number(tax.value) < 0 || freeOfTax.test(reading.text)) chosen.delete('taxAmount');
  }
  const subtotal = chosen.get('subtotalAmount');
  const different = new Set(candidates.filter(({ field }) => field === 'subtotalAmount').map(({ value }) => value));
  if (subtotal && (different.size > 1 || (Number(subtotal.value) > total + cent && !takenWord.test(reading.text)) || (chosen.has('taxAmount') && Number(subtotal.value) >= total))) chosen.delete('subtotalAmount');
}
