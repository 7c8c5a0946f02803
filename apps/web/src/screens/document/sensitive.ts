import type { DocumentType } from '@docuvault/core/vocabulary.ts';

const always = new Set([
  'aadhaarNumber', 'pan', 'passportNumber', 'licenceNumber', 'nationalIdNumber', 'ssn', 'nationalInsuranceNumber', 'taxId', 'taxNumber', 'voterId', 'uan',
  'accountNumber', 'iban', 'personalNumber', 'visaNumber', 'vid', 'cardNumber', 'mrz', 'socialSecurityNumber', 'previousPassportNumber',
]);
const identityTypes: ReadonlySet<DocumentType> = new Set(['passport', 'national_id', 'tax_id', 'driving_licence', 'visa']);

/** Whether a field is a number of a person or an account, and stays hidden until it is asked for. The same fields as the server masks in lists. */
export const isSensitive = (name: string, type: DocumentType): boolean => always.has(name) || (name === 'documentNumber' && identityTypes.has(type));

/** All but the last four letters and digits as dots. Values of four and less are hidden whole. */
export const masked = (value: string): string => {
  const total = value.replaceAll(/[^\p{L}\p{N}]/gu, '').length;
  let seen = 0;
  return value.replaceAll(/[\p{L}\p{N}]/gu, (letter) => {
    seen += 1;
    return total > 4 && seen > total - 4 ? letter : '•';
  });
};
