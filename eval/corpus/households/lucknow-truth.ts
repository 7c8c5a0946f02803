import type { Truths } from './household.ts';

/** What the papers of Lucknow say, written down before any rule was tried on them. */
export const lucknowTruth: Truths = {
  'lucknow-power': {
    type: 'utility_bill', category: ['bills'], person: 'Rakesh Verma',
    fields: { documentNumber: ['771402935609', '7714029356', 'GP 8841207'], holderName: 'Rakesh Verma', issuer: ['Madhyanchal Vidyut Vitran Nigam Ltd', 'मध्यांचल विद्युत वितरण निगम लिमिटेड'], issueDate: '2026-09-08', dueDate: '2026-09-22', totalAmount: '2447', currency: 'INR' },
  },
  'lucknow-health': {
    type: 'insurance_policy', category: ['insurance', 'medical'], person: 'Rakesh Verma',
    fields: { documentNumber: 'SGI/AP/26/0088412', holderName: 'Rakesh Verma', issuer: 'Suraksha General Insurance Co. Ltd.', startDate: '2026-07-15', endDate: '2027-07-14', totalAmount: ['29618', '1000000'], currency: 'INR' },
    also: { dateOfBirth: '1980-02-19' },
  },
  'lucknow-fd': {
    type: 'bank_statement', alsoTypes: ['receipt', 'other'], category: ['financial'], person: 'Sunita Verma',
    fields: { documentNumber: '40218800153', holderName: ['Sunita Verma', 'Rakesh Verma', 'Sunita Verma Rakesh Verma', 'Sunita Verma and Rakesh Verma'], issuer: 'Gomti Gramin Bank', issueDate: '2025-05-12', totalAmount: ['250000', '287804'], currency: 'INR' },
    also: { startDate: '2025-05-12', endDate: '2027-05-12', expiryDate: '2027-05-12', dueDate: '2027-05-12' },
  },
  'lucknow-fees': {
    type: 'receipt', category: ['education', 'bills', 'financial'], person: 'Aarav Verma',
    fields: { documentNumber: 'XC/26/7718', holderName: 'Aarav Verma', issuer: ['St. Xavier Convent School', 'St. Xavier Convent School, Gomti Nagar'], issueDate: '2026-07-10', totalAmount: '20750', currency: 'INR' },
    also: { startDate: '2026-07-01', endDate: '2026-09-30', dueDate: '2026-10-15' },
  },
  'lucknow-rent': {
    type: 'lease', category: ['property', 'legal'], person: 'Rakesh Verma',
    fields: { holderName: 'Rakesh Verma', issueDate: '2026-03-01', startDate: '2026-03-01', endDate: '2027-01-31', totalAmount: '16500', currency: 'INR' },
    also: { issuer: 'Om Prakash Tiwari' },
  },
  'lucknow-rc': {
    type: 'vehicle_registration', category: ['vehicle'], person: 'Sunita Verma',
    fields: { documentNumber: 'UP32 KX 5519', holderName: 'Sunita Verma', issueDate: '2022-02-14', expiryDate: '2037-02-13', issuer: ['Government of Uttar Pradesh', 'ARTO Lucknow'] },
  },
  'lucknow-lab': {
    type: 'medical_report', category: ['medical'], person: 'Shanti Devi Verma',
    fields: { documentNumber: 'SP-260811-0417', holderName: 'Shanti Devi Verma', issuer: 'Sahara Path Labs', issueDate: '2026-08-11' },
  },
  'lucknow-rx': {
    type: 'prescription', category: ['medical'], person: 'Shanti Devi Verma',
    fields: { holderName: ['Shanti Devi', 'Shanti Devi Verma'], issuer: ['Dr. Neelam Bajpai', 'Neelam Bajpai'], issueDate: '2026-08-13' },
    also: { documentNumber: ['UPMC 41877', '41877'] },
  },
  'lucknow-train': {
    type: 'travel_itinerary', category: ['travel'], person: 'Sunita Verma',
    fields: { documentNumber: '2418837706', holderName: ['Sunita Verma', 'Aarav Verma', 'Shanti Devi Verma'], startDate: '2026-12-23', totalAmount: ['2420.40', '2385'], currency: 'INR' },
    also: { issueDate: '2026-11-02', endDate: '2026-12-23', issuer: ['IRCTC', 'Indian Railways'] },
  },
  'lucknow-ppf': {
    type: 'bank_statement', category: ['financial'], person: 'Rakesh Verma',
    fields: { documentNumber: '1120 4471 8830', holderName: 'Rakesh Verma', issuer: 'India Post' },
    also: { startDate: ['2014-04-03', '2025-04-01'], issueDate: ['2014-04-03', '2026-03-31'], endDate: ['2030-04-01', '2026-03-31'], expiryDate: '2030-04-01', dueDate: '2030-04-01', totalAmount: '878493', currency: 'INR' },
  },
  'lucknow-aadhaar': {
    type: 'national_id', category: ['identity'], person: 'Shanti Devi Verma',
    fields: { documentNumber: '4827 1093 6650', holderName: ['Shanti Devi Verma', 'शांति देवी वर्मा'], dateOfBirth: '1954-01-02', issuer: ['Government of India', 'Unique Identification Authority of India', 'UIDAI', 'भारत सरकार'] },
  },
  'lucknow-purifier': {
    type: 'warranty', alsoTypes: ['contract'], category: ['personal', 'warranty', 'legal', 'property', 'bills'], person: 'Rakesh Verma',
    fields: { documentNumber: ['AMC/LKO/26/3340', 'AN2204-77193'], holderName: 'Rakesh Verma', issuer: 'AquaNirmal', startDate: '2026-06-20', endDate: '2027-06-19', totalAmount: '3999', currency: 'INR' },
    also: { issueDate: '2026-06-20' },
  },
};
