import type { Category, DocumentType } from '@docuvault/core/vocabulary.ts';

/** The category that documents of a type belong to when nobody says otherwise; null where the type says nothing. */
export const usualCategory: Record<DocumentType, Category | null> = {
  passport: 'identity', national_id: 'identity', tax_id: 'identity', driving_licence: 'identity', visa: 'travel', birth_certificate: 'identity',
  marriage_certificate: 'personal', insurance_policy: 'insurance', medical_report: 'medical', prescription: 'medical', vaccination_record: 'medical',
  invoice: 'bills', receipt: 'bills', utility_bill: 'bills', bank_statement: 'financial', payslip: 'employment', tax_return: 'tax',
  loan_agreement: 'financial', lease: 'property', property_deed: 'property', contract: 'legal', will: 'legal', power_of_attorney: 'legal',
  degree_certificate: 'education', vehicle_registration: 'vehicle', warranty: 'warranty', travel_itinerary: 'travel', other: null,
};
