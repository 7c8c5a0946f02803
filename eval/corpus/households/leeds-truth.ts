import type { Truths } from './household.ts';

/** What the papers of Leeds say, written down before any rule was tried on them. */
export const leedsTruth: Truths = {
  'leeds-council-tax': {
    type: 'utility_bill', alsoTypes: ['tax_return', 'invoice', 'other'], category: ['bills', 'tax', 'property'], person: 'Helen Marsh',
    fields: { documentNumber: '7731 0429 5', holderName: 'Helen Marsh', issuer: 'Leeds City Council', issueDate: '2026-03-09', startDate: '2026-04-01', endDate: '2027-03-31', totalAmount: '2294.56', currency: 'GBP' },
    also: { dueDate: '2026-04-15' },
  },
  'leeds-boiler': {
    type: 'contract', alsoTypes: ['insurance_policy', 'other'], category: ['property', 'insurance', 'bills', 'legal', 'other'], person: 'Helen Marsh',
    fields: { documentNumber: 'HW-20881734', holderName: 'Helen Marsh', issuer: 'HomeWarm', issueDate: '2026-02-02' },
    also: { startDate: '2026-03-01', endDate: '2026-02-28', expiryDate: '2026-02-28', dueDate: '2026-02-28', totalAmount: '19.75', currency: 'GBP' },
  },
  'leeds-gym': {
    type: 'contract', alsoTypes: ['other'], category: ['personal', 'legal', 'other', 'bills'], person: 'Tunde Adeyemi',
    fields: { documentNumber: 'KLC 55190', holderName: 'Tunde Adeyemi', issuer: 'Kirkstall Leisure & Climbing', startDate: '2026-01-06' },
    also: { issueDate: '2026-01-06', totalAmount: ['32.50', '20'], currency: 'GBP', endDate: ['2026-07-05', '2026-07-06'] },
  },
  'leeds-trip': {
    type: 'other', category: ['education', 'other', 'personal'], person: 'Zoe Adeyemi-Marsh',
    fields: { issuer: ['St Chad’s Primary School', "St Chad's Primary School"], issueDate: '2026-01-19' },
    also: { holderName: 'Zoe Adeyemi-Marsh', totalAmount: '186', currency: 'GBP', startDate: '2026-06-17', endDate: '2026-06-19', dueDate: ['2026-02-06', '2026-03-27', '2026-05-15'] },
  },
  'leeds-mot': {
    type: 'vehicle_registration', alsoTypes: ['other'], category: ['vehicle'],
    fields: { documentNumber: ['5520 8817 3309', 'YK19 LXD'], issueDate: '2025-08-21', expiryDate: '2026-08-23' },
    also: { issuer: ['Burley Garage', 'Burley Garage, Leeds', 'DVSA'] },
  },
  'leeds-pension': {
    type: 'other', alsoTypes: ['bank_statement'], category: ['financial', 'employment'], person: 'Helen Marsh',
    fields: { documentNumber: 'AV 603318', holderName: 'Helen Marsh', issuer: 'Aire Valley Master Trust', issueDate: '2026-04-05' },
    also: { startDate: '2025-04-06', endDate: '2026-04-05', totalAmount: '49952.96', currency: 'GBP' },
  },
  'leeds-home-insurance': {
    type: 'insurance_policy', category: ['insurance', 'property'], person: 'Helen Marsh',
    fields: { documentNumber: 'PM/HH/2290776', holderName: ['H Marsh', 'Ms H Marsh and Mr T Adeyemi', 'H Marsh and T Adeyemi', 'H Marsh T Adeyemi', 'T Adeyemi'], issuer: 'Pennine Mutual', startDate: '2025-11-12', endDate: '2026-11-11', totalAmount: '268.41', currency: 'GBP' },
  },
  'leeds-dental': {
    type: 'medical_report', alsoTypes: ['invoice', 'other'], category: ['medical'], person: 'Tunde Adeyemi',
    fields: { holderName: 'Tunde Adeyemi', issuer: 'Far Headingley Dental Practice', dateOfBirth: '1985-09-02', totalAmount: '1218', currency: 'GBP' },
    also: { issueDate: '2026-02-20', startDate: ['2026-02-20', '2026-03-12'], expiryDate: ['2026-05-20', '2026-05-19'], endDate: ['2026-05-20', '2026-05-19'] },
  },
  'leeds-payslip': {
    type: 'payslip', category: ['employment', 'financial'], person: 'Helen Marsh',
    fields: { holderName: ['Marsh H', 'Helen Marsh'], issuer: 'Thackray Publishing Ltd', issueDate: '2026-03-27', totalAmount: '2453.37', currency: 'GBP' },
    also: { documentNumber: ['01187', 'JK418802C'], startDate: '2026-03-01', endDate: '2026-03-31' },
  },
  'leeds-mobile': {
    type: 'contract', category: ['bills', 'legal'], person: 'Helen Marsh',
    fields: { holderName: 'Helen Marsh', issuer: 'LarkMobile', startDate: '2025-10-22' },
    also: { endDate: ['2026-10-21', '2026-10-22'], documentNumber: '07700 900672', totalAmount: '8', currency: 'GBP', issueDate: '2025-10-22' },
  },
  'leeds-dog': {
    type: 'vaccination_record', category: ['medical', 'personal'],
    fields: { holderName: ['Biscuit', 'H Marsh'], issuer: 'Meanwood Vets', dateOfBirth: '2021-05-03' },
    also: { documentNumber: '977200009418853', issueDate: ['2025-06-16', '2024-06-11'], expiryDate: '2026-06-16', dueDate: '2026-06-16' },
  },
  'leeds-cardiology': {
    type: 'medical_report', alsoTypes: ['other'], category: ['medical'], person: 'Geoffrey Marsh',
    fields: { documentNumber: ['485 777 3456', 'LG 220916'], holderName: 'Geoffrey Marsh', issuer: 'Leeds General Infirmary', issueDate: '2026-03-23' },
    also: { startDate: '2026-05-05' },
  },
  'leeds-let': {
    type: 'lease', category: ['property', 'legal'], person: 'Helen Marsh',
    fields: { holderName: ['Matteo Ricci', 'Helen Marsh'], issueDate: '2025-08-30', startDate: '2025-09-06', endDate: '2026-09-05', totalAmount: '875', currency: 'GBP' },
    also: { issuer: 'Helen Marsh', documentNumber: 'DPS-88310274' },
  },
};
