/** The wire's document categories (contract: Objects). */
export const categories = [
  'identity', 'insurance', 'medical', 'financial', 'tax', 'property', 'legal', 'education',
  'employment', 'vehicle', 'travel', 'bills', 'warranty', 'personal', 'other',
] as const;
export type Category = (typeof categories)[number];

/** The wire's document types (contract: Objects). */
export const documentTypes = [
  'passport', 'national_id', 'tax_id', 'driving_licence', 'visa', 'birth_certificate', 'marriage_certificate',
  'insurance_policy', 'medical_report', 'prescription', 'vaccination_record', 'invoice', 'receipt', 'utility_bill',
  'bank_statement', 'payslip', 'tax_return', 'loan_agreement', 'lease', 'property_deed', 'contract', 'will',
  'power_of_attorney', 'degree_certificate', 'vehicle_registration', 'warranty', 'travel_itinerary', 'other',
] as const;
export type DocumentType = (typeof documentTypes)[number];

/** The canonical field names of the contract; extractors may add others. */
export const canonicalFields = [
  'documentNumber', 'holderName', 'issuer', 'issueDate', 'expiryDate', 'startDate', 'endDate', 'dueDate',
  'dateOfBirth', 'totalAmount', 'currency',
] as const;
export type CanonicalField = (typeof canonicalFields)[number];
