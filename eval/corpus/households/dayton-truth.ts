import type { Truths } from './household.ts';

/** What the papers of Dayton say, written down before any rule was tried on them. */
export const daytonTruth: Truths = {
  'dayton-water': {
    type: 'utility_bill', category: ['bills'], person: 'Luis Delgado',
    fields: { documentNumber: '114-20887-03', holderName: 'Luis Delgado', issuer: ['City of Dayton', 'City of Dayton Division of Water', 'Division of Water'], issueDate: '2026-10-08', dueDate: '2026-10-29', totalAmount: '96.79', currency: 'USD', startDate: '2026-09-02', endDate: '2026-10-01' },
  },
  'dayton-auto': {
    type: 'insurance_policy', category: ['insurance', 'vehicle'], person: 'Karen Delgado',
    fields: { documentNumber: 'BC-A 0417 22 908', holderName: ['Karen Delgado', 'Luis Delgado', 'Karen Delgado and Luis Delgado'], issuer: ['Buckeye Casualty Company', 'Buckeye Casualty'], startDate: '2026-06-14', endDate: '2026-12-14', totalAmount: '738', currency: 'USD' },
  },
  'dayton-lease': {
    type: 'lease', alsoTypes: ['contract'], category: ['property', 'legal'], person: 'Luis Delgado',
    fields: { holderName: 'Luis Delgado', startDate: '2026-03-03', totalAmount: '129', currency: 'USD' },
    also: { issuer: 'Linden Mini Storage', issueDate: '2026-03-03', documentNumber: '214' },
  },
  'dayton-tax': {
    type: 'tax_return', alsoTypes: ['invoice', 'utility_bill', 'other'], category: ['tax', 'property', 'bills'], person: 'Luis Delgado',
    fields: { documentNumber: 'R72 10514 0022', holderName: ['Delgado Luis & Karen', 'Luis Delgado', 'Luis & Karen Delgado', 'Luis and Karen Delgado', 'Karen Delgado'], issuer: ['Montgomery County Treasurer', 'Montgomery County'], dueDate: ['2026-02-20', '2026-07-17'], totalAmount: '1886.21', currency: 'USD' },
    also: { startDate: '2025-01-01', endDate: ['2025-06-30', '2025-12-31'] },
  },
  'dayton-report': {
    type: 'other', category: ['education'], person: 'Sofia Delgado',
    fields: { holderName: 'Sofia Delgado', issuer: 'Stivers Middle School' },
    also: { issueDate: '2026-05-29', endDate: '2026-05-29' },
  },
  'dayton-roof': {
    type: 'contract', alsoTypes: ['invoice', 'other'], category: ['property', 'legal', 'bills'], person: 'Karen Delgado',
    fields: { holderName: 'Karen Delgado', issuer: ['Miami Valley Roofing LLC', 'Miami Valley Roofing'], issueDate: '2026-08-19', totalAmount: '11850', currency: 'USD' },
    also: { expiryDate: '2026-10-03', endDate: '2026-10-03' },
  },
  'dayton-eob': {
    type: 'medical_report', alsoTypes: ['other', 'insurance_policy', 'invoice'], category: ['medical', 'insurance'], person: 'Karen Delgado',
    fields: { documentNumber: ['26-0730-11827', 'GLH 4418 20 77'], holderName: 'Karen Delgado', issuer: 'Great Lakes Health Plan', totalAmount: ['64.20', '777', '402.50', '338.30'], currency: 'USD' },
    also: { issueDate: '2026-07-22', startDate: '2026-07-22' },
  },
  'dayton-401k': {
    type: 'bank_statement', alsoTypes: ['other'], category: ['financial'], person: 'Luis Delgado',
    fields: { holderName: 'Luis Delgado', issuer: 'Heartland Retirement', startDate: '2026-07-01', endDate: '2026-09-30', currency: 'USD' },
    also: { totalAmount: '93439.93', issueDate: '2026-09-30' },
  },
  'dayton-flight': {
    type: 'travel_itinerary', category: ['travel'], person: 'Karen Delgado',
    fields: { documentNumber: 'QX7R4M', holderName: ['Karen Delgado', 'Luis Delgado', 'Sofia Delgado'], startDate: '2026-12-19', endDate: '2026-12-27', totalAmount: '1287.60', currency: 'USD' },
  },
  'dayton-dryer': {
    type: 'receipt', category: ['bills', 'financial', 'warranty'],
    fields: { issuer: ['Homeplex', 'Homeplex #0418', 'Homeplex 0418'], issueDate: '2026-09-05', totalAmount: '810.52', currency: 'USD' },
    also: { documentNumber: ['0418', '66201', 'BD74-20661'], dueDate: '2026-10-05' },
  },
  'dayton-daycamp': {
    type: 'other', alsoTypes: ['receipt', 'travel_itinerary', 'invoice'], category: ['education', 'personal', 'travel', 'other', 'bills'], person: 'Mateo Delgado',
    fields: { holderName: 'Mateo Delgado', issuer: 'Camp Birchwood', totalAmount: ['840', '590'], currency: 'USD' },
    also: { startDate: '2026-07-12', endDate: '2026-07-24', dueDate: '2026-06-01' },
  },
  'dayton-will': {
    type: 'will', category: ['legal'], person: 'Luis Delgado',
    fields: { holderName: ['Luis Antonio Delgado', 'Luis Delgado'], issueDate: '2025-04-02' },
    also: { issuer: 'Luis Antonio Delgado' },
  },
};
