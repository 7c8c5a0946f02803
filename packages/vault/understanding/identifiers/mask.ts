import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import { findIdentifiers, type IdentifierKind } from './find-identifiers.ts';

const always = new Set([
  'aadhaarNumber', 'pan', 'passportNumber', 'licenceNumber', 'nationalIdNumber', 'ssn', 'nationalInsuranceNumber', 'taxId', 'taxNumber', 'voterId',
  'uan', 'accountNumber', 'iban', 'personalNumber', 'visaNumber', 'vid', 'cardNumber', 'mrz', 'socialSecurityNumber', 'previousPassportNumber',
]);
const identityTypes: ReadonlySet<DocumentType> = new Set(['passport', 'national_id', 'tax_id', 'driving_licence', 'visa']);

/**
 * True when a field holds a number that identifies a person or an account and is shown whole only in the owner's own view.
 * `documentNumber` is one on passports, ids, licences and visas; without a type it is taken for one, to be on the safe side.
 */
export function isIdentityField(name: string, documentType?: DocumentType): boolean {
  if (name === 'documentNumber') return documentType === undefined || identityTypes.has(documentType);
  return always.has(name);
}

/** Hides all but the last four letters and digits of a number, keeping its spacing: "2345 6789 0123" is "XXXX XXXX 0123". Numbers of four and less are hidden whole. */
export function maskNumber(value: string): string {
  const total = value.replace(/[^\p{L}\p{N}]/gu, '').length;
  let seen = 0;
  return value.replace(/[\p{L}\p{N}]/gu, (char) => {
    seen += 1;
    return total > 4 && seen > total - 4 ? char : 'X';
  });
}

/** The value as lists, search results, shares, logs and notifications may show it: masked when the field is an identity number, untouched otherwise. */
export function maskIdentityNumber(name: string, value: string, documentType?: DocumentType): string {
  return isIdentityField(name, documentType) ? maskNumber(value) : value;
}

const personal: ReadonlySet<IdentifierKind> = new Set(['aadhaar', 'pan', 'nino', 'ssn', 'iban', 'indianLicence', 'ukLicence', 'vid']);

/** A number behind the name of what it identifies, in papers of any kind: "Passport No. Z7654321", "Voter ID: ABC1234567". */
const labelled = /\b((?:passport|driving licen[cs]e|driver'?s licen[cs]e|licen[cs]e|national id|identity card|id card|voter id|visa)(?:[ \t]*(?:no|number|nr|num)\b\.?|[ \t]*#)?[ \t]*[:=\-–]?[ \t]*)((?=[A-Z0-9-]*\d[A-Z0-9-]*\d[A-Z0-9-]*\d[A-Z0-9-]*\d)(?!\d{4}-\d\d?-\d\d?\b|\d\d?-\d\d?-\d{4}\b)[A-Z0-9][A-Z0-9-]{5,19})(?![A-Za-z0-9/])/gi;

/**
 * Masks the identity numbers that show by their own shape inside free text (Aadhaar, PAN, SSN, NI numbers, IBAN, licences,
 * machine readable zones), those that stand behind their name, and those in `known`.
 */
export function maskIdentityNumbersInText(text: string, known: readonly string[] = []): string {
  let out = text;
  for (const hit of findIdentifiers(text).filter(({ kind }) => personal.has(kind)).sort((a, b) => b.start - a.start)) {
    out = out.slice(0, hit.start) + maskNumber(out.slice(hit.start, hit.end)) + out.slice(hit.end);
  }
  out = out.replace(/[A-Z0-9<]{20,}/g, (run) => (run.includes('<') ? '…' : run));
  out = out.replace(labelled, (_, label: string, value: string) => `${label}${maskNumber(value)}`);
  for (const value of known) {
    const bare = value.replace(/[^\p{L}\p{N}]/gu, '');
    if (bare.length < 5) continue;
    const pattern = [...bare].join('[ -]?');
    out = out.replace(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'giu'), maskNumber);
  }
  return out;
}
