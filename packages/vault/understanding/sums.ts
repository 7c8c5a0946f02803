import { moneyOf } from './fields/values.ts';
import type { Reading } from './reading.ts';
import type { Line } from './text/lines.ts';

/** A column of amounts that adds up: the line whose amount is the sum of those above it. */
export type Sum = { line: Line; value: number; of: number };

const taken = /(?:^|[^\p{L}])(?:less|discount|rebate|voucher|rabatt|abz[üu]glich|korting|remise|descuento|desconto|छूट)(?![\p{L}])/iu;
/** What was paid before makes a balance, not a total. */
const paidBefore = /(?:^|[^\p{L}])(?:paid|payments?|deposit|advance|on account|anzahlung|abschl[aä]ge?|guthaben|acompte|anticipo|voorschot|received)(?![\p{L}])/iu;
const most = 250;

/** The last amount of a line that ends with one, or null. */
function lastAmount(line: Line, reading: Reading, within: boolean): number | null {
  const hits = moneyOf(line.text, reading);
  const hit = hits.at(-1);
  // Inside a column of amounts a bare number is one too.
  const column = within && line.cells.length === 2 && /^\d{1,4}$/u.test(line.cells[1]?.text ?? '');
  if (!hit || !(hit.exact || hit.grouped || hit.currency || column) || /[\p{L}\d]{2}/u.test(line.text.slice(hit.end).replace(/^\s*(?:€|EUR|INR|USD|GBP|Rs\.?|each)/iu, ''))) return null;
  return hit.value;
}

/**
 * The last line whose amount is the sum of two or more amounts right above it, what is taken off subtracted; null where
 * none is. A subtotal on the way stands for what it sums up.
 */
export function addingUp(reading: Reading): Sum | null {
  let run: number[] = [];
  let found: Sum | null = null;
  let skipped = 0;
  for (const line of reading.lines.slice(0, most)) {
    const value = lastAmount(line, reading, run.length > 0);
    if (value === null) {
      skipped += 1;
      if (skipped > 2) run = [];
      continue;
    }
    skipped = 0;
    const cents = Math.round(value * 100) * (taken.test(line.text) && value > 0 ? -1 : 1);
    // The sum of the last two, three … amounts; from the whole column inwards.
    for (let from = 0; from <= run.length - 2; from += 1) {
      const sum = run.slice(from).reduce((a, b) => a + b, 0);
      if (sum !== 0 && Math.abs(sum - Math.abs(cents)) <= 1) {
        found = { line, value: Math.abs(cents) / 100, of: run.length - from };
        run = run.slice(0, from);
        break;
      }
    }
    // What was paid before is no part of a total that stands above it.
    if (paidBefore.test(line.text) && found !== null && found.line !== line) run = [];
    else run.push(paidBefore.test(line.text) ? -Math.abs(cents) : cents);
    if (run.length > 40) run.shift();
  }
  return found;
}

const asking = /to pay|payable|due|owed?(?!\p{L})|please|te betalen|zu zahlen|zahlbetrag|[àa] payer|a pagar|देय/iu;
const paidNow = /paid|received|bezahlt|betaald|pay[ée](?!\p{L})|pagad[oa]|प्राप्त/iu;
const totalling = /total|net(?!\p{L})|amount|sum|betrag|totaal|montant|importe|कुल/iu;
const terms = /(?:settle|pay|remit|payment)[^.]{0,30}within \d|within \d+ days|payable to|zahlbar|[üu]berweis|begleichen|betalen binnen|r[ée]gler|transferencia/iu;

/** What amounts that add up make of a paper that says nothing else: a bill where one is asked for the sum, a receipt where it is paid. */
export function billOfSums(reading: Reading): { type: 'invoice' | 'receipt'; points: number } | null {
  const sum = addingUp(reading);
  if (!sum || !(asking.test(sum.line.text) || totalling.test(sum.line.text) || paidNow.test(sum.line.text))) return null;
  const paid = paidNow.test(sum.line.text);
  return { type: paid ? 'receipt' : 'invoice', points: 4.4 + (paid || asking.test(sum.line.text) ? 1 : 0) + (terms.test(reading.text) ? 1.5 : 0) };
}
