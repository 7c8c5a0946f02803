import type { DocumentType } from '@docuvault/core/vocabulary.ts';

const identity: readonly DocumentType[] = ['passport', 'national_id', 'tax_id', 'driving_licence', 'visa', 'birth_certificate', 'marriage_certificate', 'degree_certificate'];
const never: Record<string, readonly DocumentType[]> = {
  expiryDate: ['invoice', 'receipt', 'utility_bill', 'bank_statement', 'payslip', 'tax_return', 'loan_agreement', 'lease', 'property_deed', 'contract', 'will', 'birth_certificate', 'marriage_certificate', 'medical_report', 'degree_certificate', 'travel_itinerary', 'other', 'tax_id'],
  dueDate: ['passport', 'national_id', 'tax_id', 'driving_licence', 'visa', 'birth_certificate', 'marriage_certificate', 'medical_report', 'prescription', 'receipt', 'payslip', 'property_deed', 'contract', 'will', 'power_of_attorney', 'degree_certificate', 'vehicle_registration', 'warranty', 'travel_itinerary', 'lease', 'loan_agreement', 'other'],
  startDate: ['passport', 'national_id', 'birth_certificate', 'marriage_certificate', 'prescription', 'vaccination_record', 'receipt', 'property_deed', 'will', 'degree_certificate', 'vehicle_registration', 'driving_licence', 'other', 'power_of_attorney'],
  endDate: ['passport', 'national_id', 'tax_id', 'driving_licence', 'visa', 'birth_certificate', 'marriage_certificate', 'prescription', 'vaccination_record', 'receipt', 'property_deed', 'will', 'degree_certificate', 'vehicle_registration', 'other', 'power_of_attorney'],
  totalAmount: [...identity, 'medical_report', 'prescription', 'vaccination_record', 'will', 'power_of_attorney', 'vehicle_registration', 'warranty', 'other'],
  dateOfBirth: ['marriage_certificate', 'invoice', 'receipt', 'utility_bill', 'bank_statement', 'travel_itinerary', 'warranty', 'vehicle_registration'],
  issuer: ['will', 'power_of_attorney'],
  subtotalAmount: [...identity, 'payslip', 'bank_statement', 'medical_report', 'prescription', 'vaccination_record', 'will', 'power_of_attorney', 'lease', 'contract', 'loan_agreement', 'property_deed', 'warranty', 'other', 'tax_return', 'vehicle_registration'],
  taxAmount: [...identity, 'payslip', 'bank_statement', 'medical_report', 'prescription', 'vaccination_record', 'will', 'power_of_attorney', 'lease', 'contract', 'loan_agreement', 'property_deed', 'warranty', 'other', 'vehicle_registration'],
};
const working = new Set(['surname', 'givenName', 'term', 'month', 'period', '', 'issuingCountry']);

/** Whether a field belongs in the answer for a type: an invoice has no expiry, a passport no total. */
export function fieldAllowed(field: string, type: DocumentType): boolean {
  return !working.has(field) && !(never[field] ?? []).includes(type);
}

/** The least confidence that a field needs to be worth telling. */
export function leastConfidence(field: string): number {
  return field === 'documentNumber' ? 0.46 : field === 'address' || field === 'issuer' ? 0.45 : 0.4;
}
