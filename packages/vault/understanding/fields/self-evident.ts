import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import { personCase } from '../names/person.ts';
import type { Reading } from '../reading.ts';
import type { Mrz } from '../mrz.ts';
import type { Candidate } from './candidates.ts';
import type { IdentifierKind } from '../identifiers/find-identifiers.ts';

const countries: Record<string, string> = {
  IND: 'Indian', GBR: 'British', USA: 'American', D: 'German', DEU: 'German', NLD: 'Dutch', FRA: 'French', ESP: 'Spanish', ITA: 'Italian', PRT: 'Portuguese', IRL: 'Irish', CAN: 'Canadian', AUS: 'Australian',
};

function fromMrz(mrz: Mrz, reading: Reading): Candidate[] {
  const line = reading.lines.find(({ text }) => /<<|««/.test(text)) ?? reading.lines[0];
  const make = (field: string, value: string | null, confidence: number): Candidate[] => (value ? [{ field, value, confidence, page: line?.page ?? 1, line: line?.index ?? 0, start: 0, weight: 1, label: 'mrz' }] : []);
  const full = mrz.valid.composite && mrz.checks === mrz.checksTotal;
  const name = personCase([mrz.givenNames, mrz.surname].filter(Boolean).join(' '));
  const clean = /^[\p{L} '-]+$/u.test(name) && !/(?:^| )[KCLS]{1,2}(?: |$)/u.test(name);
  return [
    ...make('documentNumber', mrz.documentNumber, mrz.valid.documentNumber ? (full ? 0.99 : 0.97) : 0.6),
    ...make('dateOfBirth', mrz.dateOfBirth, mrz.valid.dateOfBirth ? 0.98 : 0.6),
    ...make('expiryDate', mrz.expiryDate, mrz.valid.expiryDate ? 0.98 : 0.6),
    ...make('holderName', name || null, clean ? (full ? 0.95 : 0.93) : 0.6),
    ...make('sex', mrz.sex, 0.95),
    ...make('nationality', countries[mrz.nationality] ?? mrz.nationality, 0.94),
    ...make('issuingCountry', mrz.issuingCountry === 'D' ? 'DEU' : mrz.issuingCountry, 0.95),
  ];
}

type Mapping = Partial<Record<IdentifierKind, [field: string, confidence: number]>>;

const mappings: Partial<Record<DocumentType, Mapping>> = {
  national_id: { aadhaar: ['documentNumber', 0.97], maskedAadhaar: ['documentNumber', 0.85], vid: ['vid', 0.9], ssn: ['documentNumber', 0.75] },
  tax_id: { pan: ['documentNumber', 0.9], gstin: ['documentNumber', 0.97] },
  driving_licence: { indianLicence: ['documentNumber', 0.92], ukLicence: ['documentNumber', 0.93] },
  vehicle_registration: { indianPlate: ['documentNumber', 0.88], vin: ['chassisNumber', 0.85] },
  insurance_policy: { indianPlate: ['registrationNumber', 0.88], vin: ['chassisNumber', 0.8] },
  bank_statement: { iban: ['iban', 0.96], ifsc: ['ifsc', 0.95] },
  invoice: { gstin: ['gstin', 0.95], iban: ['iban', 0.95], ifsc: ['ifsc', 0.95], euVat: ['taxNumber', 0.9] },
  receipt: { gstin: ['gstin', 0.95] },
  utility_bill: { gstin: ['gstin', 0.95], iban: ['iban', 0.95] },
  payslip: { pan: ['pan', 0.9], ifsc: ['ifsc', 0.95], nino: ['nationalInsuranceNumber', 0.9], iban: ['iban', 0.95] },
  power_of_attorney: { eStamp: ['documentNumber', 0.7] },
  property_deed: { eStamp: ['documentNumber', 0.62] },
  contract: { eStamp: ['documentNumber', 0.6] },
  tax_return: { pan: ['pan', 0.85], nino: ['nationalInsuranceNumber', 0.9], ssn: ['ssn', 0.9] },
};

/** Fields that prove themselves: the machine readable zone, and numbers whose own shape or check digit tells what they are. */
export function selfEvidentCandidates(reading: Reading, type: DocumentType): Candidate[] {
  const out: Candidate[] = [];
  if (reading.mrz && (type === 'passport' || type === 'visa' || type === 'national_id' || type === 'driving_licence')) out.push(...fromMrz(reading.mrz, reading));
  const mapping = mappings[type] ?? {};
  for (const hit of reading.identifiers) {
    const target = mapping[hit.kind];
    // A GSTIN on a PAN card's or tax letter's margin is not its number; the numbers checked by a digit come first.
    if (!target) continue;
    const [field, confidence] = target;
    const earlier = out.some((other) => other.field === field && other.label === hit.kind);
    out.push({ field, value: hit.value, confidence: hit.kind === 'gstin' && !hit.checked ? 0.7 : confidence - (earlier ? 0.05 : 0), page: hit.line.page, line: hit.line.index, start: hit.start, weight: 1, label: hit.kind });
  }
  return out;
}
