import { formatAmount } from '../amounts/find-amounts.ts';
import { findMonths } from '../dates/find-dates.ts';
import { readPerson } from '../names/person.ts';
import type { Reading } from '../reading.ts';
import type { Line } from '../text/lines.ts';
import type { Add } from './typical.ts';
import { moneyOf } from './values.ts';

/** American county clerks print the number of record beside the day and hour of recording. */
export function recorded(lines: readonly Line[], reading: Reading, add: Add): void {
  for (const line of lines.slice(0, 20)) {
    const number = /(?<![\d-])((?:19|20)\d{2}-?\d{5,9})(?![\d-])/u.exec(line.text);
    if (number?.[1] && (reading.datesOf(line).length > 0 || /record|document|instrument|doc\b/iu.test(line.text))) add('documentNumber', number[1], 0.8, line);
  }
}

const collected = /abgebucht|eingezogen|abbuch|(?:by|through) direct debit|direct debit (?:payment )?(?:on|date|due)|will be (?:debited|collected|taken)|(?:will|we'll|we’ll) (?:collect|take|debit)|afgeschreven|geïncasseerd|prélev|cargar[áa]|domicili|addebit/iu;

const payBefore = /(?:überweisen|uberweisen|iberweisen|begleichen|zahlen|zahlung|betalen|betaalt|betaal|overmaken|régler|réglez|payer|abonar|pagar|pagamento|paiement|betaling|pay|payment)(?:[^.]|\.\d){0,90}?(?:bis (?:zum |spätestens )?|spätestens (?:am )?|v[óo][óo]r |uiterlijk |avant le |au plus tard le |antes del |hasta el |entro il |by |before |no later than |on or before )$/iu;

/** "Der Betrag wird am 10.02.2026 abgebucht", "Bitte überweisen Sie … bis zum 04.02.2019", "Please pay    by": the day on which money is due, said in prose. */
export function collections(lines: readonly Line[], reading: Reading, add: Add): void {
  lines.forEach((line, at) => {
    const dates = reading.datesOf(line);
    const [only, other] = dates;
    if (collected.test(line.text) && only && !other && !/\bif you\b|prices?|tarif/iu.test(line.text)) add('dueDate', only.iso, 0.7, line);
    for (const hit of dates) {
      const before = `${lines[at - 1]?.text ?? ''} ${line.text.slice(0, hit.start)}`.slice(-160);
      if (payBefore.test(before)) add('dueDate', hit.iso, 0.86, line);
    }
    const next = lines[at + 1];
    if (/(?:pay|payment|payable|due|zahlbar|fällig)\s{2,}(?:by|before|on|bis|am)$/iu.test(line.text.trim()) && next) add('dueDate', reading.datesOf(next)[0]?.iso, 0.84, next);
  });
}

/** "Ihre Mobilfunkrechnung für Januar 2026", "SALARY SLIP - DECEMBER 2025": the month in the heading is the period. */
export function months(lines: readonly Line[], reading: Reading, add: Add): void {
  for (const line of lines.slice(0, 12)) {
    if (!/rechnung|bill|statement|facture|factura|bolletta|nota|slip|pay|salary|lohn|gehalt|loon|salari|n[óo]mina|paie|month|बिल|वेतन|देयक/iu.test(line.text)) continue;
    const [month] = findMonths(line.text, reading.today);
    if (!month || reading.datesOf(line).some((hit) => hit.start <= month.start && hit.end >= month.start)) continue;
    add('startDate', month.first, 0.66, line);
    add('endDate', month.last, 0.66, line);
    return;
  }
}

/** American forms: "Employee's first name and initial    Last name    Suff." over the names, one a column. */
export function boxedNames(lines: readonly Line[], add: Add): void {
  lines.forEach((line, at) => {
    const next = lines[at + 1];
    if (!next || next.cells.length < 2 || !/first names?(?: and (?:middle )?initial)?\s{2,}last name/iu.test(line.text)) return;
    const [given, family] = next.cells;
    add('holderName', given && family && !/\d/u.test(given.text + family.text) ? readPerson(`${given.text} ${family.text}`, { surnameFirst: false }) : null, 0.86, next);
  });
}

/** A life or travel policy is about one person, whose birth it states; in other policies births are of drivers and family. */
export function lifeAssured(lines: readonly Line[], reading: Reading, add: Add): void {
  if (!/life assured|sum assured|life insured/iu.test(reading.text)) return;
  for (const line of lines) {
    const label = /date of birth|\bdob\b|birth date/iu.exec(line.text);
    const hit = label ? reading.datesOf(line).find(({ start }) => start > label.index) : undefined;
    if (hit) {
      add('dateOfBirth', hit.iso, 0.82, line);
      return;
    }
  }
}

/** Hindi puts its words behind the date: "01/10/2025 से प्रारंभ", "30/09/2026 तक". */
export function hindiTerms(lines: readonly Line[], reading: Reading, add: Add): void {
  for (const line of lines) {
    for (const hit of reading.datesOf(line)) {
      const after = line.text.slice(hit.end, hit.end + 16);
      if (/^\s*(?:से)/u.test(after)) add('startDate', hit.iso, 0.75, line);
      else if (/^\s*तक/u.test(after)) add('endDate', hit.iso, 0.75, line);
    }
  }
}

const monthly = /(?<![\p{L}])(?:an?|per|each|every|par|pro|im|al|por|\/)\s*(?:month|mth|monat|mois|mes|m[êe]s|maand|mese)(?!\p{L})/iu;

/** "29,90 € par mois", "£8.00 each month": what a contract costs, said without a label. */
export function monthlyPrice(lines: readonly Line[], reading: Reading, add: Add): void {
  for (const line of lines) {
    const hit = moneyOf(line.text, reading).find(({ end, currency, value }) => currency !== null && value > 0 && new RegExp(`^[\\s.,]*${monthly.source}`, 'iu').test(line.text.slice(end, end + 16)));
    if (hit) {
      add('totalAmount', formatAmount(hit.value), 0.58, line);
      return;
    }
  }
}

const boughtOn = /(?:sold|purchased|bought|supplied|delivered|installed|gekauft|verkauft|achet[ée]|vendu|comprado|gekocht)(?!\p{L})[^.;]{0,80}?(?:\bon|\bam|\ble|\bel|\bop)\s*$/iu;
const goodUntil = /(?:before|until|through|up to|no later than|bis(?: zum)?|jusqu['’]au|avant le|hasta(?: el)?|antes del|tot|v[óo][óo]r)\s*$/iu;

/** "Sold to Mr Bowen on 2 May 2026 … if it breaks before 2 May 2031": a guarantee told in sentences. */
export function guaranteeInProse(lines: readonly Line[], reading: Reading, add: Add): void {
  for (const line of lines) {
    for (const hit of reading.datesOf(line)) {
      const before = line.text.slice(0, hit.start);
      if (boughtOn.test(before)) add('startDate', hit.iso, 0.74, line);
      else if (goodUntil.test(before)) add('endDate', hit.iso, 0.66, line);
    }
  }
}

const lent = /(?:lends?|lent|borrows?|borrowed|advances?|verleiht|leiht|pr[êe]te|presta|leent)(?!\p{L})[^.;]{0,60}$/iu;

/** "Theo lends Priscilla $3,500.00": what is lent, said in a sentence. */
export function sumLent(lines: readonly Line[], reading: Reading, add: Add): void {
  for (const line of lines) {
    const hit = moneyOf(line.text, reading).find(({ start, currency }) => currency !== null && lent.test(line.text.slice(0, start)));
    if (hit) {
      add('totalAmount', formatAmount(hit.value), 0.7, line);
      return;
    }
  }
}
