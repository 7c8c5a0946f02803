import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import { addDays, addMonths } from '../dates/calendar.ts';
import { findDates } from '../dates/find-dates.ts';
import { findDuration, lastDayOfTerm, sameDayAfter } from '../dates/durations.ts';
import type { Reading } from '../reading.ts';
import type { Candidate } from './candidates.ts';

type Chosen = Map<string, Candidate>;

const withPeriod: ReadonlySet<DocumentType> = new Set(['utility_bill', 'bank_statement', 'payslip', 'tax_return', 'insurance_policy', 'lease', 'warranty', 'contract']);
const letterDate = /^\s*(?:\p{Lu}[\p{L} .()/-]{2,30}, ?(?:den|le|the|dated|d\.d\.|a|li|lì|,)? ?|(?:den|le|on|this) )?$/iu;

function like(base: Candidate, field: string, value: string, confidence: number): Candidate {
  return { ...base, field, value, confidence, second: undefined };
}

/** "July 1 to September 30, 2026", "July 12–24, 2026": the first year is left out. */
const monthFirstPeriod = /(?<!\p{L})(\p{L}{3,9})\.? (\d{1,2})(?:st|nd|rd|th)? ?(?:-|–|—|to|through|thru|until) ?(?:(\p{L}{3,9})\.? )?(\d{1,2})(?:st|nd|rd|th)?, ?(\d{4})(?!\d)/iu;

/** "from 1 Jan to 31 Jan" or "1-31 July 2026" without a label, in papers that cover a period. */
export function unlabelledPeriods(reading: Reading, type: DocumentType): Candidate[] {
  if (!withPeriod.has(type)) return [];
  const out: Candidate[] = [];
  for (const line of reading.lines.slice(0, 250)) {
    const dates = reading.datesOf(line);
    const days = line.index < 25 ? /(?<![\d/.,-])(\d{1,2})(?:st|nd|rd|th|\.)?(?: (\p{L}{3,10})\.?)? ?(?:-|–|—|to|bis|au|al|a|t\/m) ?(\d{1,2})(?:st|nd|rd|th|\.)?[)\] ]{1,2}(?:de )?(\p{L}{3,10})[ ,.]{1,2}(?:del? )?(\d{4})(?!\d)/u.exec(line.text) : null;
    const american = line.index < 25 ? monthFirstPeriod.exec(line.text) : null;
    const [since] = american ? findDates(`${american[1] ?? ''} ${american[2] ?? ''}, ${american[5] ?? ''}`) : [];
    const [until] = american ? findDates(`${american[3] ?? american[1] ?? ''} ${american[4] ?? ''}, ${american[5] ?? ''}`) : [];
    if (american && since && until && since.iso < until.iso) {
      const whole: Candidate = { field: 'startDate', value: since.iso, second: until.iso, confidence: 0.76, page: line.page, line: line.index, start: american.index, weight: 1, label: 'range' };
      out.push(whole, like(whole, 'endDate', until.iso, whole.confidence));
    }
    const [first] = days ? findDates(`${days[1] ?? ''} ${days[2] ?? days[4] ?? ''} ${days[5] ?? ''}`) : [];
    const [last] = days ? findDates(`${days[3] ?? ''} ${days[4] ?? ''} ${days[5] ?? ''}`) : [];
    if (days && first && last && first.iso < last.iso) {
      const whole: Candidate = { field: 'startDate', value: first.iso, second: last.iso, confidence: 0.76, page: line.page, line: line.index, start: days.index, weight: 1, label: 'range' };
      out.push(whole, like(whole, 'endDate', last.iso, whole.confidence));
    }
    for (let i = 0; i + 1 < dates.length; i += 1) {
      const from = dates[i];
      const to = dates[i + 1];
      if (!from || !to || from.iso >= to.iso) continue;
      const between = line.text.slice(from.end, to.start);
      if (!/^[\s,)]*(?:\d{1,2}:\d{2}(?::\d{2})?\s*(?:hrs|hours|am|pm|uhr)?[\s,]*)?(?:to|till|until|through|bis(?: zum)?|t\/m|tot(?: en met)?|au|al|hasta(?: el)?|-|–|—|a|from|से|and ending on|to midnight of)\s*(?:midnight (?:of|on)\s*)?(?:the\s*)?$/iu.test(between)) continue;
      const base: Candidate = { field: 'startDate', value: from.iso, second: to.iso, confidence: 0.66 - out.length * 0.02, page: line.page, line: line.index, start: from.start, weight: 1, label: 'range' };
      out.push(base, like(base, 'endDate', to.iso, base.confidence));
    }
  }
  return out.slice(0, 8);
}

/** A date that stands alone, or behind a town ("München, den 11.06.2019"), dates letters and deeds. */
export function standaloneDates(reading: Reading): Candidate[] {
  const out: Candidate[] = [];
  let births = false;
  for (const line of reading.lines.slice(0, 400)) {
    // Under a column of birth dates stand no others.
    const head = line.cells.length > 1 && reading.datesOf(line).length === 0;
    if (head || (line.gap && line.cells.length < 3)) births = head && bornColumn.test(line.text);
    if (births && !head) continue;
    for (const hit of reading.datesOf(line)) {
      const cell = line.cells.find((part) => part.start <= hit.start && part.end >= hit.end);
      if (!cell) continue;
      const before = line.text.slice(cell.start, hit.start);
      const after = line.text.slice(hit.end, cell.end);
      if (!letterDate.test(before) || !/^[\s.,]*(?:\d{1,2}:\d{2}.*)?$/u.test(after)) continue;
      const town = before.trim().length > 2;
      out.push({ field: 'issueDate', value: hit.iso, confidence: (town ? 0.74 : 0.6) - Math.min(0.1, out.length * 0.02), page: line.page, line: line.index, start: hit.start, weight: 1, label: town ? 'place and date' : 'date alone' });
    }
  }
  return out;
}

const bornColumn = /(?<!\p{L})(?:d\.? ?o\.? ?b\.?|birth|born|geb(?:urtsdatum|oren)?|naissance|nacimiento|जन्म)(?!\p{L})/iu;

const executing = /(?:\b(?:given (?:at|under|this)|accepted by|agreed by|certified to be a true copy|executed|made|signed|issued at|entered into|dated|sworn|heden|am heutigen|unterzeichnet|getekend|opgemaakt|ondertekend|firmado|otorgad[oa]|firmato|signé|fait|stipulato|conclu)\b|निष्पादित|आज दिनांक)(?:[^.;:]|(?<=(?<!\p{L})\p{Lu})\.){0,100}$/iu;
/** "under a sale deed dated 14.02.2014": the date of an earlier paper. */
const recited = /(?:\b(?:an?|said|vide|under|earlier|previous)\s[^.]{0,40})\b(?:deed|agreement|order|letter|will|certificate|licen[cs]e|plan|sanction)\b[^.]{0,30}\bdated?\s*(?:the\s*)?$/iu;
const inTown = /(?:^|[.:]\s*)(?:En|A|In|At|Te|À|Zu)\s+\p{Lu}[\p{L} ]{2,25},?\s*(?:a|on|le|op|den)?\s*$/u;
const birth = /(?:born|geb(?:oren|\.)?|né[e]?|nacid[oa]|nat[oa]|जन्म|birth|naissance)[^.;]{0,40}$/iu;

/** The date behind "executed at Indore on", "signed this", "heden", wherever the place stands between. */
export function executionDates(reading: Reading): Candidate[] {
  const out: Candidate[] = [];
  reading.lines.slice(0, 300).forEach((line, at) => {
    for (const hit of reading.datesOf(line)) {
      const before = `${reading.lines[at - 1]?.text ?? ''} ${line.text.slice(0, hit.start)}`.slice(-150);
      if ((executing.test(before) || inTown.test(line.text.slice(0, hit.start))) && !birth.test(before) && !recited.test(before)) out.push({ field: 'issueDate', value: hit.iso, confidence: 0.76 - Math.min(0.1, out.length * 0.03), page: line.page, line: line.index, start: hit.start, weight: 1, label: 'executed' });
    }
  });
  return out.slice(0, 5);
}

const paperNumber = /(?:facture|rechnung|invoice|bill|factuur|factura|fattura|fatura|bescheid|police|polis|devis|angebot|quittung|re[çc]u|receipt|recibo|auftrag|order|contrat|contract|vertrag|policy|agreement)(?!\p{L})[^.;]{0,45}\d[^.;\s]*[\s,(]+(?:du|vom|dated|dt\.?|van|del?|de fecha|of|en date du)\s*$/iu;

/** "Facture n° 2026-10-118204 du 12/10/2026": the date that a paper gives beside its own number. */
export function datedNumbers(reading: Reading): Candidate[] {
  const out: Candidate[] = [];
  for (const line of reading.lines.slice(0, 40)) {
    for (const hit of reading.datesOf(line)) {
      if (paperNumber.test(line.text.slice(0, hit.start))) out.push({ field: 'issueDate', value: hit.iso, confidence: 0.78, page: line.page, line: line.index, start: hit.start, weight: 1, label: 'number and date' });
    }
  }
  return out.slice(0, 2);
}

/** The first date of a document that is neither a birth date nor in the future: the last resort for its own date. */
export function firstDate(reading: Reading, taken: ReadonlySet<string>): Candidate | null {
  for (const line of reading.lines.slice(0, 200)) {
    if (/birth|geburt|naissance|nacimiento|\bdob\b|जन्म|due|valid|expir|from|to\b|gültig|deposit|advance|anzahlung|acompte/iu.test(line.text)) continue;
    const hit = reading.datesOf(line).find(({ iso }) => !taken.has(iso) && iso <= (addDays(reading.today, 1) ?? reading.today));
    if (hit) return { field: 'issueDate', value: hit.iso, confidence: 0.5, page: line.page, line: line.index, start: hit.start, weight: 1, label: 'first date' };
  }
  return null;
}

function termOf(chosen: Chosen): { months: number; days: number } | null {
  const match = /^(\d+)m(\d+)d$/.exec(chosen.get('term')?.value ?? '');
  return match ? { months: Number(match[1]), days: Number(match[2]) } : null;
}

/** Dates that follow from others: the end of a lease, policy or warranty with a term, expiry "10 years from the date of issue", payment "within 30 days". */
export function relativeDates(chosen: Chosen, reading: Reading, type: DocumentType): Candidate[] {
  const out: Candidate[] = [];
  const start = chosen.get('startDate') ?? (type === 'warranty' || type === 'lease' || type === 'insurance_policy' ? chosen.get('issueDate') : undefined);
  const term = termOf(chosen);
  const base = chosen.get('term');
  // In contracts a period without the word "term" may be probation, notice or secrecy.
  const meant = type !== 'contract' || /^(?:initial |contract |fixed )?(?:term|period of agreement|duration|laufzeit|vertragslaufzeit|looptijd|contractduur|dur[ée]e|duraci[óo]n|durata|befristet)/iu.test(base?.label ?? '');
  if (!chosen.has('endDate') && meant && term && start && base && ['lease', 'warranty', 'insurance_policy', 'contract'].includes(type)) {
    const end = type === 'warranty' ? sameDayAfter(start.value, term) : lastDayOfTerm(start.value, term);
    if (end && (term.months > 0 || term.days > 27)) out.push(like(base, 'endDate', end, Math.min(0.78, start.confidence * 0.9)));
  }
  const issue = chosen.get('issueDate');
  if (!chosen.has('expiryDate') && issue && ['passport', 'national_id', 'driving_licence', 'visa', 'power_of_attorney', 'prescription'].includes(type)) {
    const match = /valid (?:for|up ?to) (?:a period of )?(.{3,30}?) (?:from|after) (?:the )?(?:date of )?issue/iu.exec(reading.text);
    const length = match?.[1] ? findDuration(match[1]) : null;
    const expiry = length ? sameDayAfter(issue.value, length) : null;
    if (expiry) out.push(like(issue, 'expiryDate', expiry, 0.62));
  }
  const term10 = lifeOfPassport(chosen, reading, type);
  if (term10) out.push(term10);
  if (!chosen.has('dueDate') && issue && (type === 'invoice' || type === 'utility_bill')) {
    const match = /(?:payable|due|pay(?:ment)?|zahlbar|betaling|betalen|paiement|règlement|pago)[^.\n]{0,40}?(?:within|in|innerhalb von|binnen|sous|à|net|:|en)\s*(\d{1,3}) ?(?:calendar |banking |working )?(?:days|tagen?|dagen|jours|días)/iu.exec(reading.text) ?? /(?:within|innerhalb von|binnen|sous|entro)\s(\d{1,3}) ?(?:calendar |banking |working )?(?:days|tagen?|dagen|jours|giorni)[^.\n]{0,30}(?:(?<!\p{L})pa[yg]|zahl|betal|r[èé]gl|begleich|[üu]berweis)/iu.exec(reading.text) ?? /\bnet ?(\d{1,3})(?: days)?\b(?! ?[.,]\d)/iu.exec(reading.text);
    const days = Number(match?.[1] ?? 0);
    const due = days > 0 && days <= 120 ? addDays(issue.value, days) : null;
    if (due) out.push(like(issue, 'dueDate', due, 0.6));
  }
  return out;
}

/** A passport's or card's issue without a readable label: the one date in it that lies ten or five years, or a day more or less, before its proven expiry. */
function lifeOfPassport(chosen: Chosen, reading: Reading, type: DocumentType): Candidate | null {
  const expiry = chosen.get('expiryDate');
  if (!expiry || chosen.has('issueDate') || expiry.confidence < 0.85 || !['passport', 'national_id', 'driving_licence'].includes(type)) return null;
  const wanted = new Set([10, 5, 15, 20].flatMap((years) => [-1, 0, 1].map((days) => addDays(addMonths(expiry.value, -12 * years) ?? '', days))));
  const birth = chosen.get('dateOfBirth')?.value;
  const dates = reading.lines.slice(0, 120).flatMap((line) => reading.datesOf(line).map((hit) => ({ ...hit, line })));
  // A licence has three dates: the one that is neither birth nor expiry is its issue.
  const others = dates.filter(({ iso }) => iso !== birth && iso !== expiry.value);
  if (type === 'driving_licence' && birth && new Set(others.map(({ iso }) => iso)).size === 1 && others[0] && others[0].iso > (addMonths(birth, 180) ?? '') && others[0].iso < expiry.value) for (const iso of [others[0].iso]) wanted.add(iso);
  for (const { line, ...hit } of dates) {
    if (wanted.has(hit.iso)) return { field: 'issueDate', value: hit.iso, confidence: 0.84, page: line.page, line: line.index, start: hit.start, weight: 1, label: 'term before expiry' };
  }
  return null;
}

/** Takes out dates that contradict the order of life: birth before issue, issue before expiry, start before end; the less certain of the two goes. */
export function dropContradictions(chosen: Chosen, today: string, type: DocumentType): void {
  const [from, until, made] = [chosen.get('startDate'), chosen.get('endDate'), chosen.get('issueDate')];
  // A metered bill of 9 August that is named "August" does not cover August.
  if (type === 'utility_bill' && from && until && made && until.value > made.value && from.value.endsWith('-01') && from.value.slice(0, 7) === until.value.slice(0, 7) && made.confidence > 0.7) {
    chosen.delete('startDate');
    chosen.delete('endDate');
  }
  // Nor is a policy issued a year and more before it begins: such a date is of a birth, or of the first of many policies.
  if (type === 'insurance_policy' && from && made && made.value < (addMonths(from.value, -13) ?? '')) chosen.delete('issueDate');
  // A year and more after the paper's own date nothing falls due but a term's end.
  const due = chosen.get('dueDate');
  if (due && made && type !== 'vaccination_record' && due.value > (addMonths(made.value, 13) ?? due.value)) chosen.delete('dueDate');
  const birth = chosen.get('dateOfBirth');
  if (birth && birth.value > today) chosen.delete('dateOfBirth');
  const order: [string, string][] = [['dateOfBirth', 'issueDate'], ['dateOfBirth', 'expiryDate'], ['issueDate', 'expiryDate'], ['startDate', 'endDate'], ['dateOfBirth', 'startDate'], ['startDate', 'expiryDate'], ['checkInDate', 'checkOutDate']];
  for (const [earlier, later] of order) {
    const a = chosen.get(earlier);
    const b = chosen.get(later);
    if (!a || !b || a.value < b.value || (a.value === b.value && earlier !== 'dateOfBirth')) continue;
    if (earlier === 'dateOfBirth' && a.value === b.value) continue;
    chosen.delete(a.confidence < b.confidence ? earlier : later);
  }
}
