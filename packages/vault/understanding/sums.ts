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
function lastAmount(line: Line, reading: Reading): number | null {
  const hits = moneyOf(line.text, reading);
  const hit = hits.at(-1);
  if (!hit || !(hit.exact || hit.grouped || hit.currency) || /[\p{L}\d]{2}/u.test(line.text.slice(hit.end).replace(/^\s*(?:€|EUR|INR|USD|GBP|Rs\.?|each)/iu, ''))) return null;
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
    const value = lastAmount(line, reading);
    if (value !== null && paidBefore.test(line.text) && run.length > 0) {
      run = [];
      continue;
    }
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
    run.push(cents);
    if (run.length > 40) run.shift();
  }
  return found;
}

const asking = /to pay|payable|due|owed?(?!\p{L})|please|te betalen|zu zahlen|zahlbetrag|[àa] payer|a pagar|देय/iu;
const totalling = /total|net(?!\p{L})|amount|sum|betrag|totaal|montant|importe|कुल/iu;
const terms = /(?:settle|pay|remit|payment)[^.]{0,30}within \d|within \d+ days|payable to|zahlbar|[üu]berweis|begleichen|betalen binnen|r[ée]gler|transferencia/iu;

/** Points for an invoice: amounts that add up to one that is asked for are a bill, whatever it calls itself. */
export function billOfSums(reading: Reading): number {
  const sum = addingUp(reading);
  if (!sum || !(asking.test(sum.line.text) || totalling.test(sum.line.text))) return 0;
  return 4 + (asking.test(sum.line.text) ? 1 : 0) + (terms.test(reading.text) ? 1.5 : 0);
}
