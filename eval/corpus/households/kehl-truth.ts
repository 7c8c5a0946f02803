import type { Truths } from './household.ts';

/** What the papers of Kehl say, written down before any rule was tried on them. */
export const kehlTruth: Truths = {
  'kehl-mietvertrag': {
    type: 'lease', category: ['property', 'legal'], person: 'Julia Brenner',
    fields: { holderName: ['Julia Brenner', 'Marc Lefèvre', 'Julia Brenner und Marc Lefèvre'], startDate: '2024-10-01', issueDate: '2024-09-12', totalAmount: ['1080', '1365'], currency: 'EUR' },
    also: { issuer: 'Ingrid Schäuble' },
  },
  'kehl-strom': {
    type: 'utility_bill', category: ['bills'], person: 'Marc Lefèvre',
    fields: { documentNumber: ['26-4471-0093', '3300 7718', '1EMH0011 8842'], holderName: 'Marc Lefèvre', issuer: ['Badenova Strom', 'Badenova'], issueDate: '2026-10-14', totalAmount: ['1052.57', '87.43', '-87.43'], currency: 'EUR', startDate: '2025-10-01', endDate: '2026-09-30' },
    also: { dueDate: '2026-10-28' },
  },
  'kehl-kfz': {
    type: 'insurance_policy', category: ['insurance', 'vehicle'], person: 'Julia Brenner',
    fields: { documentNumber: 'KH 7 441 902', holderName: 'Julia Brenner', issuer: ['Ortenau Versicherung a.G.', 'Ortenau Versicherung'], startDate: '2026-01-01', endDate: '2026-12-31', totalAmount: '612.38', currency: 'EUR' },
    also: { dateOfBirth: '1988-04-23' },
  },
  'kehl-gehalt': {
    type: 'payslip', category: ['employment', 'financial'], person: 'Julia Brenner',
    fields: { holderName: 'Julia Brenner', issuer: 'Rheinhafen Logistik GmbH', totalAmount: '2716.01', currency: 'EUR' },
    also: { documentNumber: '00714', startDate: ['2026-09-01', '2024-11-01'], endDate: '2026-09-30', issueDate: '2026-09-30' },
  },
  'kehl-kita': {
    type: 'contract', category: ['education', 'legal', 'personal'], person: 'Emil Lefèvre',
    fields: { holderName: ['Emil Lefèvre', 'Julia Brenner', 'Marc Lefèvre'], issuer: ['Kindertagesstätte Wirbelwind e.V.', 'Kindertagesstätte Wirbelwind', 'Kindertagesstätte Wirbelwind e.V., Kehl'], startDate: '2025-09-01', dateOfBirth: '2023-06-08' },
    also: { totalAmount: ['310', '382'], currency: 'EUR' },
  },
  'kehl-habitation': {
    type: 'insurance_policy', category: ['insurance', 'property'], person: 'Marc Lefèvre',
    fields: { documentNumber: 'AH 55-712093', holderName: 'Marc Lefèvre', issuer: ['AssurAlsace', 'AssurAlsace Mutuelle'], issueDate: '2026-06-19', startDate: '2026-07-01', endDate: '2027-06-30', totalAmount: '142.60', currency: 'EUR' },
  },
  'kehl-cdi': {
    type: 'contract', category: ['employment', 'legal'], person: 'Marc Lefèvre',
    fields: { holderName: 'Marc Lefèvre', issuer: ['BioVerde SAS', 'BioVerde'], startDate: '2023-05-02', dateOfBirth: '1986-01-30' },
    also: { totalAmount: '51600', currency: 'EUR' },
  },
  'kehl-w2': {
    type: 'tax_return', category: ['tax', 'financial', 'employment'], person: 'Julia Brenner',
    fields: { holderName: 'Julia Brenner', issuer: ['Charles River Freight Inc', 'Charles River Freight'] },
    also: { documentNumber: ['XXX-XX-4417', '04-2918837'], totalAmount: ['81240', '11206.48'], currency: 'USD', startDate: '2023-01-01', endDate: '2023-12-31' },
  },
  'kehl-bahncard': {
    type: 'travel_itinerary', alsoTypes: ['other'], category: ['travel'], person: 'Julia Brenner',
    fields: { documentNumber: '7081 4121 8830 0294', holderName: 'Julia Brenner', startDate: '2026-02-15', endDate: '2027-02-14' },
    also: { totalAmount: '244', currency: 'EUR', issuer: ['Deutsche Bahn', 'BahnCard', 'DB', 'BahnCard 50'], issueDate: '2026-02-15' },
  },
  'kehl-laptop': {
    type: 'invoice', alsoTypes: ['receipt'], category: ['bills', 'financial'], person: 'Marc Lefèvre',
    fields: { documentNumber: '88127', holderName: 'Marc Lefèvre', issuer: 'ElektroMarkt Offenburg', issueDate: '2025-11-21', totalAmount: '1097', currency: 'EUR' },
  },
  'kehl-impfung': {
    type: 'vaccination_record', category: ['medical'], person: 'Emil Lefèvre',
    fields: { holderName: 'Emil Lefèvre', dateOfBirth: '2023-06-08' },
    also: { issueDate: ['2023-08-14', '2026-05-19'], startDate: '2023-08-14', endDate: '2026-05-19', issuer: ['Dr. Ott', 'Dr. Yildiz', 'Ott', 'Yildiz'] },
  },
  'kehl-kredit': {
    type: 'loan_agreement', category: ['financial', 'legal', 'property'], person: 'Marc Lefèvre',
    fields: { documentNumber: '660 21 884', holderName: ['Marc Lefèvre', 'Julia Brenner', 'Marc Lefèvre Julia Brenner', 'Marc Lefèvre und Julia Brenner'], issuer: ['Volksbank am Rhein eG', 'Volksbank am Rhein'], issueDate: '2024-12-18', totalAmount: ['18000', '20646'], currency: 'EUR' },
    also: { startDate: ['2025-01-30', '2024-12-18'], endDate: '2029-12-30', expiryDate: '2029-12-30', dueDate: ['2025-01-30', '2029-12-30'] },
  },
};
