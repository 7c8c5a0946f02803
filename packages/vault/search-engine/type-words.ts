import type { DocumentType } from '@docuvault/core/vocabulary.ts';

/** How people call each type of paper; indexed with the document, so that a document is found by the name of its kind. */
const words: Record<DocumentType, string> = {
  passport: 'passport',
  national_id: 'national identity card id',
  tax_id: 'tax id pan card',
  driving_licence: 'driving licence driver',
  visa: 'visa',
  birth_certificate: 'birth certificate',
  marriage_certificate: 'marriage certificate wedding',
  insurance_policy: 'insurance policy',
  medical_report: 'medical report',
  prescription: 'prescription medicine',
  vaccination_record: 'vaccination record vaccine immunization',
  invoice: 'invoice',
  receipt: 'receipt',
  utility_bill: 'utility bill',
  bank_statement: 'bank statement',
  payslip: 'payslip salary slip',
  tax_return: 'tax return',
  loan_agreement: 'loan agreement',
  lease: 'lease rental agreement rent',
  property_deed: 'property deed',
  contract: 'contract agreement',
  will: 'last will testament',
  power_of_attorney: 'power of attorney',
  degree_certificate: 'degree certificate diploma',
  vehicle_registration: 'vehicle registration certificate',
  warranty: 'warranty guarantee',
  travel_itinerary: 'travel itinerary ticket booking',
  other: '',
};

/** The words a document of this type is found by; the type's own name where it is not one of ours. */
export const typeWords = (documentType: string): string => (words as Record<string, string>)[documentType] ?? documentType.replaceAll('_', ' ');
