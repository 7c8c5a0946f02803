import type { ExtractedField } from '@docuvault/core/understanding.ts';
import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import { withoutTitle } from '../classify.ts';
import { panValid } from '../identifiers/checks.ts';
import { authorityGuesses } from '../names/issuer.ts';
import { letterheadGuesses } from '../names/letterhead.ts';
import { mendByRepetition, pageOf } from '../names/mend.ts';
import { mendLetters } from '../names/mend-letters.ts';
import { recipientGuesses } from '../names/recipient.ts';
import { plain } from '../text/fold.ts';
import type { Reading } from '../reading.ts';
import type { Cell, Line } from '../text/lines.ts';
import { labelledCandidates, type Candidate } from './candidates.ts';
import { labelsIn, type Label } from './labels.ts';
import { captionedNumbers } from './generic-numbers.ts';
import { codedRegistrationFields, numberedLicenceFields } from './licences.ts';
import { partyGuesses } from './parties.ts';
import { fieldAllowed, leastConfidence } from './policy.ts';
import { contactCandidates } from './contacts.ts';
import { settledPlaces } from './places.ts';
import { settleAmounts } from './settle.ts';
import { datedNumbers, dropContradictions, executionDates, firstDate, relativeDates, standaloneDates, unlabelledPeriods } from './resolve-dates.ts';
import { selfEvidentCandidates } from './self-evident.ts';
import { chooseCurrency, chooseTotal } from './totals.ts';
import { typicalCandidates } from './typical.ts';

const dated: ReadonlySet<DocumentType> = new Set(['lease', 'contract', 'will', 'power_of_attorney', 'property_deed', 'loan_agreement', 'invoice', 'receipt', 'prescription', 'birth_certificate', 'marriage_certificate', 'degree_certificate', 'insurance_policy', 'tax_return', 'tax_id', 'other', 'utility_bill', 'medical_report', 'payslip']);
const executed: ReadonlySet<DocumentType> = new Set(['degree_certificate', 'birth_certificate', 'marriage_certificate', 'lease', 'contract', 'will', 'power_of_attorney', 'property_deed', 'loan_agreement', 'insurance_policy']);
const addressed: ReadonlySet<DocumentType> = new Set(['invoice', 'utility_bill', 'bank_statement', 'payslip', 'tax_return', 'tax_id', 'insurance_policy', 'loan_agreement', 'prescription', 'receipt', 'contract', 'medical_report', 'national_id', 'travel_itinerary', 'degree_certificate', 'warranty', 'visa', 'other']);
const letterheaded: ReadonlySet<DocumentType> = new Set(['invoice', 'receipt', 'utility_bill', 'bank_statement', 'payslip', 'insurance_policy', 'medical_report', 'prescription', 'vaccination_record', 'loan_agreement', 'warranty', 'travel_itinerary', 'degree_certificate', 'contract', 'tax_return', 'tax_id', 'birth_certificate', 'marriage_certificate', 'vehicle_registration', 'other']);

/** Tells columns that are (mostly) a label of the type from columns that may be a name. */
function labelCells(type: DocumentType): (line: Line, cell: Cell) => boolean {
  const cache = new Map<Line, Label[]>();
  return (line, cell) => {
    let labels = cache.get(line);
    if (!labels) {
      labels = labelsIn(line, type);
      cache.set(line, labels);
    }
    const inside = labels.filter((label) => label.start >= cell.start && label.end <= cell.end);
    const words = line.tokens.filter((token) => token.start >= cell.start && token.end <= cell.end).length;
    return inside.reduce((sum, label) => sum + label.words, 0) >= Math.max(1, words * 0.6);
  };
}

function guess(field: string, found: { value: string; confidence: number; page: number; line: number }): Candidate {
  return { ...found, field, start: 0, weight: 1, label: 'position' };
}

/** Surname and given names that were labelled apart make one natural name. */
function joinNames(candidates: readonly Candidate[]): Candidate[] {
  const best = (field: string) => candidates.filter((candidate) => candidate.field === field).sort((a, b) => b.confidence - a.confidence || a.line - b.line)[0];
  const surname = best('surname');
  const given = best('givenName');
  const whole = best('holderName');
  // "Name: Huber, Vorname: Stefanie": what is called the name is the surname.
  const family = surname ?? (whole && !whole.value.includes(' ') ? whole : undefined);
  if (!given && surname && !whole) return [{ ...surname, field: 'holderName', confidence: surname.confidence * (surname.value.includes(' ') ? 0.95 : 0.7) }];
  // "Apellidos: Serrano Vidal, Nombre: Lucía": what is called the name is the given name.
  if (!given && surname && whole && !whole.value.includes(' ') && plain(whole.value) !== plain(surname.value) && Math.abs(whole.line - surname.line) <= 8) {
    return [{ ...whole, value: `${whole.value} ${surname.value}`, confidence: Math.min(0.93, Math.max(whole.confidence, surname.confidence) + 0.06) }];
  }
  if (!family || !given || Math.abs(family.line - given.line) > 8) return [];
  if (plain(family.value) === plain(given.value)) return [];
  return [{ ...given, field: 'holderName', value: `${given.value} ${family.value}`, confidence: Math.min(0.93, Math.max(0.6, Math.min(family.confidence, given.confidence)) + 0.08) }];
}

/** A number that has a known form and lacks it was misread: better left out than told wrong. */
function malformed({ field, label, value }: Candidate, type: DocumentType, reading: Reading): boolean {
  if (field !== 'documentNumber') return false;
  if (type === 'tax_id') return /permanent account|\bpan\b|स्थायी लेखा/iu.test(label) && !panValid(value.replace(/[\s-]/g, ''));
  if (type === 'travel_itinerary') return /\bpnr\b/iu.test(label) && /irctc|indian railways|भारतीय रेल|electronic reservation slip/iu.test(reading.text) && value.replace(/\D/g, '').length !== 10;
  return false;
}

/** The day on which stamp paper was bought is not the day of the deed upon it. */
function stamped(label: string, type: DocumentType): boolean {
  return executed.has(type) && /^(?:certificate )?(?:issued date|issued on|date of issue|issue date)$/u.test(label) && (type === 'lease' || type === 'property_deed' || type === 'power_of_attorney' || type === 'contract' || type === 'will' || type === 'loan_agreement');
}

const letters = (text: string) => plain(text).replace(/[^\p{L}\p{N}]/gu, '');

function choose(candidates: readonly Candidate[]): Map<string, Candidate> {
  const chosen = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const held = chosen.get(candidate.field);
    if (!held || candidate.confidence > held.confidence + 0.001) chosen.set(candidate.field, candidate);
  }
  // Papers in two scripts are asked for by the Latin one.
  const held = chosen.get('holderName');
  if (held && !/\p{Script=Latin}/u.test(held.value)) {
    const latin = candidates.filter(({ field, value, confidence }) => field === 'holderName' && /\p{Script=Latin}{3}/u.test(value) && value.includes(' ') && confidence > held.confidence - 0.08).sort((a, b) => b.confidence - a.confidence)[0];
    if (latin) chosen.set('holderName', latin);
  }
  // Where two good candidates disagree, neither is certain.
  for (const [field, winner] of chosen) {
    const rivals = candidates.filter((other) => other.field === field && plain(other.value) !== plain(winner.value) && other.confidence > winner.confidence - 0.03);
    if (rivals.length > 0 && winner.confidence < 0.94) chosen.set(field, { ...winner, confidence: winner.confidence * 0.93 });
  }
  return chosen;
}

/** The fields of a document of a known type, best candidate each, with confidence and page; checked numbers first, labelled values next, positions last. */
export function extractFields(reading: Reading, type: DocumentType): ExtractedField[] {
  const candidates: Candidate[] = [
    ...selfEvidentCandidates(reading, type), ...labelledCandidates(reading, type), ...unlabelledPeriods(reading, type), ...(dated.has(type) ? datedNumbers(reading) : []),
    ...(type === 'driving_licence' ? numberedLicenceFields(reading) : []), ...(type === 'vehicle_registration' ? codedRegistrationFields(reading) : []), ...partyGuesses(reading, type).map((found) => ({ ...guess(found.field, found), label: 'party' })),
    ...typicalCandidates(reading, type), ...captionedNumbers(reading, type),
  ].filter((found) => found.field !== '' && !malformed(found, type, reading) && !(type === 'vaccination_record' && found.field === 'dueDate' && found.value <= reading.today)).map((found) => (found.field === 'issueDate' && stamped(found.label, type) ? { ...found, confidence: found.confidence * 0.6 } : found));
  candidates.push(...joinNames(candidates));
  if (dated.has(type)) {
    // A date that a label has claimed for something else is not the document's own.
    const claimed = (found: Candidate) => candidates.some((other) => other.field !== 'issueDate' && other.value === found.value && Math.abs(other.line - found.line) <= 1 && other.label !== 'range');
    candidates.push(...standaloneDates(reading).filter((found) => !claimed(found)));
    if (executed.has(type)) candidates.push(...executionDates(reading).filter((found) => !claimed(found)));
  }
  const first = choose(candidates);
  const holder = first.get('holderName') ?? null;
  const issuers = [...authorityGuesses(reading, type), ...(letterheaded.has(type) ? letterheadGuesses(reading, holder && holder.confidence > 0.7 ? holder.value : null, labelCells(type), withoutTitle, type === 'insurance_policy') : [])].map((found) => guess('issuer', found));
  candidates.push(...issuers);
  const issuer = choose(candidates).get('issuer') ?? null;
  if (addressed.has(type)) candidates.push(...recipientGuesses(reading, issuer?.value ?? null, type).map((found) => guess('holderName', found)));
  candidates.push(...contactCandidates(reading, type, issuer?.value ?? null));
  const usable = settledPlaces(candidates, reading, type).filter((candidate) => !(candidate.field === 'holderName' && issuer && issuer.confidence > 0.6 && (letters(candidate.value) === letters(issuer.value) || (letters(candidate.value).length > 5 && letters(issuer.value).startsWith(letters(candidate.value)))) && type !== 'tax_id'));
  const chosen = choose(usable);
  const total = chooseTotal(usable, reading, type);
  if (total) chosen.set('totalAmount', total);
  settleAmounts(chosen, usable, reading, type);
  if (!chosen.has('issueDate') && ['receipt', 'invoice', 'prescription', 'other'].includes(type)) {
    const found = firstDate(reading, new Set([...chosen.values()].map(({ value }) => value)));
    if (found && type !== 'other') chosen.set('issueDate', found);
  }
  if (type === 'warranty' && !chosen.has('startDate') && chosen.has('issueDate')) chosen.set('startDate', { ...chosen.get('issueDate') as Candidate, field: 'startDate', confidence: (chosen.get('issueDate')?.confidence ?? 0.5) * 0.85 });
  for (const found of relativeDates(chosen, reading, type)) chosen.set(found.field, found);
  if (type === 'contract' && !chosen.has('startDate') && chosen.has('issueDate') && /effective date/iu.test(reading.text)) chosen.set('startDate', { ...chosen.get('issueDate') as Candidate, field: 'startDate', confidence: (chosen.get('issueDate')?.confidence ?? 0.5) * 0.85 });
  dropContradictions(chosen, reading.today, type);
  addAliases(chosen, type);
  const priced = chosen.get('totalAmount') ?? (type === 'bank_statement' ? chosen.get('documentNumber') : undefined);
  if (priced && fieldAllowed('totalAmount', type)) {
    const currency = chooseCurrency(chosen.get('totalAmount') ?? null, reading);
    // A statement without a total still has a currency where it is printed.
    if (currency && (chosen.has('totalAmount') || currency.confidence >= 0.85)) chosen.set('currency', { ...priced, field: 'currency', ...currency });
  }
  for (const name of ['holderName', 'issuer', 'spouseName']) {
    const found = chosen.get(name);
    if (found) chosen.set(name, { ...found, value: mendByRepetition(mendLetters(found.value), reading), page: pageOf(found.value, found.page, reading) });
  }
  return finish(chosen, type);
}

/** The same fact under the names by which it is asked for: a policy's end is its expiry, a lease's total is the rent. */
function addAliases(chosen: Map<string, Candidate>, type: DocumentType): void {
  const copy = (from: string, to: string, factor = 1) => {
    const source = chosen.get(from);
    if (source && !chosen.has(to)) chosen.set(to, { ...source, field: to, confidence: source.confidence * factor });
  };
  if (type === 'insurance_policy' || type === 'warranty') {
    copy('endDate', 'expiryDate');
    copy('expiryDate', 'endDate');
  }
  if (type === 'marriage_certificate' || type === 'birth_certificate') {
    copy('registrationDate', 'issueDate', 0.8);
    copy('marriageDate', 'issueDate', 0.6);
  }
  if (type === 'vehicle_registration') {
    copy('titleNumber', 'documentNumber', 0.9);
    copy('chassisNumber', 'documentNumber', 0.7);
  }
  if (type === 'utility_bill') {
    copy('accountNumber', 'documentNumber', 0.8);
    copy('consumerNumber', 'documentNumber', 0.8);
    copy('customerNumber', 'documentNumber', 0.75);
  }
  if (type === 'invoice') {
    copy('issuer', 'seller');
    copy('holderName', 'buyer');
  }
  if (type === 'travel_itinerary') copy('ticketNumber', 'documentNumber', 0.8);
  if (type === 'invoice') copy('accountNumber', 'documentNumber', 0.7);
  const [due, whole] = [Number(chosen.get('amountDue')?.value ?? 0), Number(chosen.get('totalAmount')?.value ?? 0)];
  // What is due of a bill is less than its total, or it is the total.
  if (due <= 0 || due >= whole) chosen.delete('amountDue');
  if (type === 'medical_report') copy('patientId', 'documentNumber', 0.75);
  if (type === 'bank_statement') copy('cardNumber', 'documentNumber', 0.85);
  if (type === 'lease') copy('totalAmount', 'rentAmount');
  if (type === 'loan_agreement') copy('totalAmount', 'loanAmount');
  if (type === 'payslip') copy('totalAmount', 'netPay');
  if (type === 'bank_statement') copy('totalAmount', 'closingBalance');
  if (type === 'insurance_policy') {
    copy('totalAmount', 'premiumAmount');
    copy('documentNumber', 'policyNumber');
  }
  const roles: Partial<Record<DocumentType, [holder: string, issuer: string]>> = {
    lease: ['tenant', 'landlord'], loan_agreement: ['borrower', 'lender'], payslip: ['employeeName', 'employer'], bank_statement: ['accountHolder', 'bankName'],
    medical_report: ['patientName', 'hospital'], prescription: ['patientName', 'hospital'], degree_certificate: ['studentName', 'institution'], insurance_policy: ['insuredName', 'insurer'],
  };
  const role = roles[type];
  if (role) {
    copy('holderName', role[0]);
    copy('issuer', role[1]);
  }
}

/** Of a paper of no known type only what is sure: its letterhead, a captioned number, a whole name. */
function worthTelling(name: string, { confidence, value, label }: Candidate): boolean {
  if (name === 'holderName') return confidence >= 0.7 && value.includes(' ');
  if (name === 'documentNumber') return confidence >= 0.55 && label !== 'position';
  return name !== 'issuer' || (confidence >= 0.72 && value.includes(' '));
}

function finish(chosen: Map<string, Candidate>, type: DocumentType): ExtractedField[] {
  const order = ['documentNumber', 'holderName', 'issuer', 'issueDate', 'expiryDate', 'startDate', 'endDate', 'dueDate', 'dateOfBirth', 'totalAmount', 'currency'];
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const fields: ExtractedField[] = [];
  for (const [name, candidate] of chosen) {
    if (!fieldAllowed(name, type) || candidate.confidence < leastConfidence(name)) continue;
    if (type === 'other' && !worthTelling(name, candidate)) continue;
    const value = name === 'iban' || name === 'gstin' ? candidate.value.replace(/\s/g, '') : candidate.value.replace(/\s+/g, ' ').trim();
    if (value) fields.push({ name, value, confidence: Math.round(Math.min(0.99, candidate.confidence) * 100) / 100, page: candidate.page, source: 'rule' });
  }
  return fields.sort((a, b) => place(a.name) - place(b.name));
}
