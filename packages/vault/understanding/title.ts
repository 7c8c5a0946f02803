import type { ExtractedField } from '@docuvault/core/understanding.ts';
import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import { maskIdentityNumbersInText } from './identifiers/mask.ts';
import type { Reading } from './reading.ts';
import { personCase } from './names/person.ts';

const names: Record<DocumentType, string> = {
  passport: 'Passport', national_id: 'Identity card', tax_id: 'Tax number', driving_licence: 'Driving licence', visa: 'Visa', birth_certificate: 'Birth certificate', marriage_certificate: 'Marriage certificate',
  insurance_policy: 'Insurance policy', medical_report: 'Medical report', prescription: 'Prescription', vaccination_record: 'Vaccination record', invoice: 'Invoice', receipt: 'Receipt', utility_bill: 'Utility bill',
  bank_statement: 'Bank statement', payslip: 'Payslip', tax_return: 'Tax return', loan_agreement: 'Loan agreement', lease: 'Lease', property_deed: 'Property deed', contract: 'Contract', will: 'Will', power_of_attorney: 'Power of attorney',
  degree_certificate: 'Degree certificate', vehicle_registration: 'Vehicle registration', warranty: 'Warranty', travel_itinerary: 'Travel itinerary', other: 'Document',
};
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** The English name of a type, for sentences and titles. */
export function typeName(type: DocumentType): string {
  return names[type];
}

/** What a narrower look makes of a type: Aadhaar, PAN card, voter card, electricity bill, motor policy, Form 16 … */
export function kindOf(type: DocumentType, reading: Reading): string {
  const text = reading.text.slice(0, 6000);
  const first = (...pairs: [RegExp, string][]) => pairs.find(([pattern]) => pattern.test(text))?.[1] ?? names[type];
  switch (type) {
    case 'national_id': return first([/aadhaar|आधार/iu, 'Aadhaar'], [/elect(?:or|ion commission)|निर्वाचन/iu, 'Voter card'], [/personalausweis/iu, 'Identity card']);
    case 'tax_id': return first([/gst|goods and services tax/iu, 'GST registration'], [/permanent account number|स्थायी लेखा/iu, 'PAN card'], [/identifikationsnummer/iu, 'Tax identification number']);
    case 'insurance_policy': return first([/two.?wheeler|private car|motor|auto polic|kfz|car insurance|vehicle|assurance auto|autoverzekering|automóvil/iu, 'motor policy'], [/mediclaim|health|kranken|zorg|santé|salud/iu, 'health policy'], [/life assured|jeevan|term (?:plan|insurance)|lebensversicherung|sum assured/iu, 'life policy'], [/home insurance|hogar|hausrat|habitation|buildings|homeowner|inboedel|opstal/iu, 'home policy'], [/travel|reise|voyage|viaje/iu, 'travel policy'], [/haftpflicht|liability/iu, 'liability policy']);
    case 'utility_bill': return first([/electricity|kwh|strom|विद्युत|बिजली|électricité|electricidad|elektric/iu, 'electricity bill'], [/water|wasser|sewer|l'eau|agua|जल/iu, 'water bill'], [/broadband|internet|fibre/iu, 'broadband bill'], [/mobile|postpaid|telephone|mobilfunk/iu, 'phone bill'], [/council tax/iu, 'council tax bill'], [/\bgas\b/iu, 'gas bill']);
    case 'tax_return': return first([/form ?(?:no\.? ?)?16\b/iu, 'Form 16'], [/\bw-2\b|wage and tax statement/iu, 'W-2'], [/\bp60\b/iu, 'P60'], [/\bp45\b/iu, 'P45'], [/1099/u, 'Form 1099'], [/return acknowledgement|itr-/iu, 'Income tax return'], [/steuerbescheid|bescheid/iu, 'Tax assessment']);
    case 'bank_statement': return first([/credit card/iu, 'credit card statement'], [/fixed deposit|term deposit/iu, 'fixed deposit'], [/mutual fund/iu, 'mutual fund statement']);
    case 'degree_certificate': return first([/marks? ?sheet|marks statement|statement of marks|memorandum of marks/iu, 'Mark sheet'], [/transcript/iu, 'Transcript'], [/transfer certificate|school leaving/iu, 'School leaving certificate']);
    case 'contract': return first([/employment|arbeitsvertrag|arbeidsovereenkomst|contrat de travail|contrato de trabajo|offer letter|appointment letter/iu, 'Employment contract'], [/non-?disclosure|confidentiality agreement/iu, 'Non-disclosure agreement'], [/consult/iu, 'Consulting agreement']);
    case 'medical_report': return first([/discharge (?:summary|card)|entlass/iu, 'Discharge summary'], [/radiology|x-?ray|mri|ct scan|ultrasound|röntgen/iu, 'Imaging report'], [/laborator|labor|lab\b|pathlabs|analys/iu, 'Lab report']);
    case 'property_deed': return first([/sale deed|deed of sale/iu, 'Sale deed'], [/gift deed/iu, 'Gift deed'], [/warranty deed/iu, 'Warranty deed']);
    case 'travel_itinerary': return first([/boarding pass|bordkarte/iu, 'Boarding pass'], [/train|irctc|zug\b|bahn|rail/iu, 'Train ticket'], [/\bhotel|check.?out|anreise|nights/iu, 'Hotel booking'], [/flight|flug|vuelo|\bvol\b|vlucht|e-ticket/iu, 'Flight itinerary']);
    default: return names[type];
  }
}

function monthOf(iso: string | undefined): string | null {
  const match = /^(\d{4})-(\d{2})/.exec(iso ?? '');
  return match ? `${months[Number(match[2]) - 1] ?? ''} ${match[1] ?? ''}` : null;
}

function yearSpan(from: string | undefined, to: string | undefined): string | null {
  if (!from || !to) return null;
  const a = from.slice(0, 4);
  const b = to.slice(0, 4);
  return a === b ? a : Number(b) - Number(a) === 1 ? `${a}–${b.slice(2)}` : `${a}–${b}`;
}

function shorten(name: string): string {
  const short = name.replace(/,? (?:Private Limited|Pvt\.? ?Ltd\.?|Limited|Ltd\.?|Inc\.?|LLC|LLP|GmbH|B\.V\.|AG|plc|S\.?L\.?|S\.A\.|Company Limited|Co\.)$/iu, '').trim();
  const calm = short === short.toUpperCase() && short.length > 5 ? personCase(short) : short;
  return calm.length > 48 ? `${calm.slice(0, 46).trimEnd()}…` : calm;
}

/** A file's name made readable: no extension, no underscores, no camera or scanner numbers; null when nothing is left. */
export function titleFromFileName(fileName: string): string | null {
  const base = fileName.replace(/^.*[\\/]/, '').replace(/\.[\p{L}\p{N}]{1,5}$/u, '');
  const text = maskIdentityNumbersInText(base.replace(/[_+]+/g, ' ').replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').replace(/\s*\(\d+\)$/u, '').replace(/-(?=\p{L})|(?<=\p{L})-/gu, ' '))
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\u007f]/g, '').replace(/\s+/g, ' ').trim();
  if (!/\p{L}{2}/u.test(text) || /^(?:img|dsc|scan|scanned|document|doc|untitled|image|photo|screenshot|whatsapp image|download|file|camscanner|pxl|page)\b[\s\d:.-]*(?:at [\d.: ]+(?:am|pm)?)?$/iu.test(text)) return null;
  return text.slice(0, 120).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** The most telling heading of a document without a type: its first short line that is a phrase and no address, date or label. */
function headingOf(reading: Reading): string | null {
  for (const line of reading.lines.slice(0, 8)) {
    const text = (line.cells[0]?.text ?? '').trim();
    if (text.length < 6 || text.length > 90 || line.cells.length > 2 || /[:;,]$|@|www\.|^\d|^dear |^to |^date/iu.test(text) || reading.datesOf(line).length > 0) continue;
    const words = text.split(/\s+/);
    if (words.length >= 2 && words.length <= 14 && /^\p{Lu}|^\p{Lo}/u.test(text) && !/[.!?]$/u.test(text.replace(/\.{3}$/u, ''))) return text === text.toUpperCase() ? personCase(text) : text;
  }
  return null;
}

/** A title that a person would give: "Passport of Asha Rao", "Azure Interior invoice INV/2023/03/0008". Never with an identity number; the file's name where nothing better is known. */
export function titleFor(type: DocumentType, fields: readonly ExtractedField[], reading: Reading, hints: { fileName: string; title?: string }): string | null {
  if (hints.title?.trim()) return hints.title.trim();
  const get = (name: string) => fields.find((field) => field.name === name)?.value;
  const kind = kindOf(type, reading);
  const holder = get('holderName');
  const issuer = get('issuer') ? shorten(get('issuer') ?? '') : undefined;
  const lower = /^[A-Z]\w*(?: |$)/.test(kind) && !/^(?:Aadhaar|PAN|GST|W-2|P\d\d|Form|Voter|Non)/.test(kind) ? kind.charAt(0).toLowerCase() + kind.slice(1) : kind;
  const upper = kind.charAt(0).toUpperCase() + kind.slice(1);
  const safeNumber = get('documentNumber');
  const fallback = titleFromFileName(hints.fileName);
  const period = monthOf(get('endDate') ?? get('issueDate'));
  const join = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' ');
  let title: string | null;
  switch (type) {
    case 'invoice': title = issuer ?? safeNumber ? join(issuer, issuer ? lower : upper, safeNumber) : null; break;
    case 'receipt': title = issuer ? join(issuer, lower, safeNumber ?? monthOf(get('issueDate'))) : safeNumber ? join(upper, safeNumber) : null; break;
    case 'utility_bill': case 'bank_statement': case 'payslip': title = issuer ? join(issuer, lower, period) : period ? join(upper, period) : null; break;
    case 'insurance_policy': title = issuer ? join(issuer, lower, yearSpan(get('startDate'), get('endDate'))) : holder ? join(upper, 'of', holder) : null; break;
    case 'medical_report': case 'vaccination_record': case 'prescription': title = holder ? join(upper, 'of', holder, get('issueDate') ? `(${monthOf(get('issueDate')) ?? ''})` : null) : issuer ? join(issuer, lower) : null; break;
    case 'travel_itinerary': title = join(upper, holder ? `of ${holder}` : null, get('startDate') ? `(${monthOf(get('startDate')) ?? ''})` : null); break;
    case 'warranty': title = join(issuer, get('productName') ?? get('productModel'), issuer ?? get('productName') ? 'warranty' : null) || null; break;
    case 'vehicle_registration': title = safeNumber ? join('Registration of', safeNumber) : holder ? join(upper, 'of', holder) : null; break;
    case 'lease': case 'contract': case 'loan_agreement': title = holder ? join(upper, issuer ? `${issuer} –` : 'of', holder) : issuer ? join(upper, 'with', issuer) : null; break;
    case 'tax_return': title = join(upper, get('financialYear') ?? get('assessmentYear') ?? (get('endDate') ? get('endDate')?.slice(0, 4) : null), holder ? `of ${holder}` : null); break;
    case 'other': title = fallback ?? headingOf(reading); break;
    default: title = holder ? join(upper, 'of', holder) : null;
  }
  const known = [...fields.filter(({ name }) => ['pan', 'ssn', 'iban', 'accountNumber', 'passportNumber'].includes(name)).map(({ value }) => value), ...(['passport', 'national_id', 'tax_id', 'driving_licence', 'visa', 'bank_statement'].includes(type) && safeNumber ? [safeNumber] : [])];
  const clean = title ? maskIdentityNumbersInText(title.replace(/\s+/g, ' ').trim(), known).slice(0, 140) : null;
  return clean?.trim() ? clean : fallback ?? headingOf(reading) ?? (type === 'other' ? null : upper);
}
