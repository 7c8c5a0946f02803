import { grid, pairs, portrait, table } from '../blocks.ts';
import type { Entry } from '../catalogue.ts';
import { written } from '../docx.ts';
import { sheet, typedSheet } from './household.ts';

const ines = ['Inês Carvalho', 'Miss Inês Carvalho', 'Ms Inês Carvalho', 'Ines Carvalho', 'Inês Sofia Carvalho'];
const rory = ['Rory Bennett', 'Mr Rory Bennett', 'Rory James Bennett'];

/** Papers of Inês Carvalho and Rory Bennett of Lewisham, London: work, car, home, fines. */
export const londonPapers: readonly Entry[] = [
  sheet({
    id: 'london-p60', type: 'tax_return', alsoTypes: ['payslip', 'other'], category: ['tax', 'financial', 'employment'], file: 'P60_2026_IC', person: 'Inês Carvalho',
    fields: { holderName: ['Inês Carvalho', 'Carvalho Inês', 'Ines Carvalho'], issuer: ['Tallow & Pryce Architects LLP', 'Tallow & Pryce Architects', 'HM Revenue & Customs', 'HM Revenue and Customs', 'HMRC'] },
    also: { documentNumber: ['SH 44 18 20 B', 'SH441820B', '120/TP4418', '00718'], endDate: '2026-04-05', startDate: '2025-04-06', issueDate: '2026-04-05', totalAmount: ['64250', '13132', '64250.00'], currency: 'GBP' },
  }, (p) => {
    p.box(36, 30, 523, 44, '#dbe8f5'); p.at(46, 38, 'P60 End of Year Certificate', { font: 'sans-bold', size: 15 }); p.at(549, 42, 'Tax year to 5 April 2026', { font: 'sans-bold', size: 12, align: 'right' });
    p.at(46, 84, 'To the employee: please keep this certificate in a safe place as you will need it if you have to fill in a tax return.', { font: 'sans', size: 9 });
    grid(p, 108, [['Surname', 'CARVALHO'], ['Forenames or initials', 'INÊS'], ['National Insurance number', 'SH 44 18 20 B'], ['Works/payroll number', '00718']], 2, { x: 36, width: 523, row: 34, boxed: true, font: 'sans', valueFont: 'sans-bold' });
    p.y = 196; table(p, [{ width: 263 }, { width: 130, align: 'right' }, { width: 130, align: 'right' }], [['Pay and Income Tax details', 'Pay £', 'Tax deducted £'], ['In previous employment(s)', '0.00', '0.00'], ['In this employment', '64,250.00', '13,132.00'], ['Total for year', '64,250.00', '13,132.00']], { x: 36, font: 'sans', size: 10, lastBold: 1 });
    p.at(46, p.y + 8, 'Final tax code 1257L', { font: 'sans-bold', size: 10 }); p.y += 34;
    table(p, [{ width: 263 }, { width: 260, align: 'right' }], [['National Insurance contributions in this employment (table letter A)', '£'], ['Employee’s contributions due', '3,295.60']], { x: 36, font: 'sans', size: 10 });
    p.gap(10); table(p, [{ width: 263 }, { width: 260, align: 'right' }], [['Other details', '£'], ['Student Loan deductions', '3,324.00']], { x: 36, font: 'sans', size: 10 });
    p.at(46, p.y + 16, 'Your employer’s full name and address: Tallow & Pryce Architects LLP, 9 Snowsfields, London SE1 3SU', { font: 'sans', size: 10 }); p.at(46, p.y + 32, 'Employer PAYE reference 120/TP4418', { font: 'sans', size: 10 });
  }, { margin: 46 }),
  sheet({
    id: 'london-permit', type: 'other', category: ['vehicle', 'bills', 'other', 'legal', 'personal'], file: 'council letter parking', person: 'Rory Bennett',
    fields: { holderName: rory, issuer: ['London Borough of Lewisham', 'Lewisham Council', 'Lewisham'], issueDate: '2026-10-22' },
    also: { documentNumber: ['RP/118204', 'LV23 KTO', 'LV23KTO'], totalAmount: ['188', '188.00'], currency: 'GBP', expiryDate: ['2026-11-30', '2027-11-30'], dueDate: ['2026-11-30', '2026-11-23'], startDate: '2026-12-01', endDate: ['2027-11-30', '2026-11-30'] },
  }, (p) => {
    p.at(545, 44, 'Lewisham', { font: 'helv-bold', size: 26, align: 'right', color: '#2a7d4f' }); p.at(50, 100, 'Mr Rory Bennett\n27B Shardeloes Mews\nLondon SE14 6RZ', { size: 11 }); pairs(p, 100, [['Our ref', 'RP/118204'], ['Date', '22 October 2026'], ['Phone', '020 8314 0000']], { x: 360, label: 60, size: 10.5 });
    p.y = 190; const put = (text: string, bold = false): void => { p.put(text, { font: bold ? 'helv-bold' : 'helv', size: 11.5, lead: 1.45, after: 9 }); };
    put('Dear Mr Bennett'); put('Residents’ parking permit: zone B, vehicle LV23 KTO', true); put('Your permit runs out on 30 November 2026. If you still keep the vehicle at your address, please renew it before that day so that you can go on parking in the bays of zone B.'); put('A permit for twelve months from 1 December 2026 costs £188.00. The charge follows the CO2 emissions of the car; yours is in band 6. You can pay in three parts of £64.00.'); put('Renew at lewisham.example/parking, or at the library in Deptford Lounge. Have your V5C or the lease agreement of the car and a council tax bill to hand. It takes up to five working days.'); put('Ten visitor vouchers of an hour each come free with every renewal. More can be bought at £1.80 an hour.'); put('Yours sincerely'); p.gap(10); p.sign(50, p.y, 'M. Adeleke'); p.gap(34); put('Moji Adeleke\nParking and Kerbside Services');
  }, {}, { as: 'scan', dpi: 200, to: 'pdf', skew: 1.1, quality: 74 }),
  typedSheet({
    id: 'london-nhs', type: 'medical_report', alsoTypes: ['other'], category: 'medical', file: 'Appointment letter dermatology', person: 'Rory Bennett',
    fields: { holderName: rory, issuer: ['St Dunstan’s NHS Foundation Trust', 'St Dunstan’s Hospital', 'St Dunstan\'s NHS Foundation Trust'], issueDate: '2026-11-09', dateOfBirth: '1987-07-25' },
    also: { documentNumber: ['485 777 3456', '4857773456', 'SD118204'], startDate: '2026-12-08', dueDate: ['2026-12-08'] },
  }, () => written([
    { p: 'St Dunstan’s NHS Foundation Trust', bold: true, size: 15, right: true }, { p: 'Dermatology Outpatients, Blackheath Hill, London SE10 8AD', right: true },
    '9 November 2026', 'Mr Rory Bennett\n27B Shardeloes Mews\nLondon SE14 6RZ', { p: 'NHS number: 485 777 3456    Hospital number: SD118204    Date of birth: 25 July 1987', bold: true },
    'Dear Mr Bennett,', 'Your GP, Dr Farida Haque, has asked us to look at a mole on your left shoulder. We have booked an appointment for you:',
    { table: [['Date', 'Tuesday 8 December 2026'], ['Time', '10:40'], ['Clinic', 'Pigmented Lesion Clinic, Level 2, Willow Wing'], ['With', 'Dr Anil Sethi, Consultant Dermatologist'], ['Allow', 'about 90 minutes']], widths: [25, 75] },
    'Please do not put cream or make-up on the skin on the day. You may be offered a small biopsy under local anaesthetic; you can eat and drink as usual and you can drive home afterwards.',
    'Bring a list of your medicines. If you cannot come, tell us at least two working days before on 020 8555 0182, so that we can give the time to somebody else. If you miss it without telling us we may send you back to your GP.',
    'Yours sincerely,', 'Outpatient Booking Team',
  ], { font: 'Arial' })),
  sheet({
    id: 'london-carlease', type: 'contract', alsoTypes: ['lease', 'loan_agreement'], category: ['vehicle', 'legal', 'financial'], file: 'PCH Kia agreement', person: 'Rory Bennett',
    fields: { documentNumber: ['WVL-0071820'], holderName: rory, issuer: ['Weald Vehicle Leasing', 'Weald Vehicle Leasing Limited', 'Weald Vehicle Leasing Ltd'], startDate: '2024-05-17', endDate: '2028-05-16', totalAmount: ['289.50', '2605.50', '16212', '289.5', '16212.00'], currency: 'GBP' },
    also: { issueDate: ['2024-05-02'], expiryDate: '2028-05-16' },
  }, (p) => {
    p.at(50, 40, 'Weald Vehicle Leasing Limited', { font: 'book-bold', size: 20, color: '#37474f' }); p.at(50, 66, 'Personal Contract Hire Agreement no. WVL-0071820, regulated by the Consumer Credit Act 1974', { font: 'book', size: 11.5 }); p.rule(86); p.y = 96;
    pairs(p, 96, [['Hirer', 'Mr Rory Bennett, 27B Shardeloes Mews, London SE14 6RZ'], ['Vehicle', 'Kia Niro EV 64.8 kWh, blue, registration LV23 KTO'], ['Hire period', '48 months, from 17 May 2024 to 16 May 2028'], ['Initial rental', '£2,605.50, nine months in advance'], ['Then', '47 monthly rentals of £289.50, by Direct Debit on the 17th'], ['Total of all rentals', '£16,212.00'], ['Mileage allowed', '8,000 miles a year; excess 11p a mile plus VAT'], ['Maintenance', 'not included'], ['Permitted drivers', 'the hirer and Inês Carvalho'], ['Dated', '2 May 2024']], { label: 130, font: 'book', valueFont: 'book-bold', size: 12, step: 5 });
    p.next(); const put = (text: string): void => { p.put(text, { font: 'book', size: 12, lead: 1.4, after: 7 }); };
    p.put('Main terms', { font: 'book-bold', size: 14, after: 6 });
    put('1. The vehicle stays our property. You have no right to buy it at the end.'); put('2. You must insure it comprehensively and service it at an approved dealer.'); put('3. You may not take it out of the United Kingdom for more than 28 days, and only with a VE103 certificate, which we supply for £15.'); put('4. If you end this agreement early you pay half of the rentals that are still to come.'); put('5. At the end the vehicle must be handed back in fair wear and tear. Scratches through the paint, damaged wheels and missing keys are charged.'); put('6. Fines and charges for which we are billed are passed on with an administration fee of £25.'); put('7. You may withdraw within 14 days of signing.');
    p.gap(20); p.sign(70, p.y, 'R. Bennett'); p.sign(350, p.y, 'Weald VL');
  }),
  sheet({
    id: 'london-pcn', type: 'other', alsoTypes: ['invoice', 'receipt'], category: ['vehicle', 'legal', 'bills', 'financial', 'other'], file: 'IMG_7731', person: 'Rory Bennett',
    fields: { documentNumber: 'SK71820448', issuer: ['London Borough of Southwark', 'Southwark Council', 'Southwark'], issueDate: ['2026-11-14'], totalAmount: ['160', '80'], currency: 'GBP' },
    also: { dueDate: ['2026-11-28', '2026-12-12', '2026-11-27', '2026-12-11'] },
  }, (p) => {
    p.box(0, 0, 300, 60, '#ffd800'); p.at(150, 10, 'PENALTY CHARGE NOTICE', { font: 'narrow-bold', size: 18, align: 'center' }); p.at(150, 36, 'London Borough of Southwark', { font: 'narrow-bold', size: 12, align: 'center' });
    pairs(p, 72, [['PCN number', 'SK71820448'], ['Vehicle', 'LV23 KTO  Kia, blue'], ['Date of contravention', '14/11/2026'], ['Seen from', '15:02 to 15:09'], ['Location', 'Rye Lane (north)'], ['Officer', 'SK 418']], { x: 16, label: 110, font: 'narrow', valueFont: 'narrow-bold', size: 12, step: 4 });
    p.y = 200; p.put('Code 01: Parked in a restricted street during prescribed hours', { font: 'narrow-bold', size: 12.5, after: 8 }).put('A penalty charge of £160 is now payable and must be paid within 28 days. If you pay within 14 days a discount of 50% applies and you pay £80.', { font: 'narrow', size: 12.5, after: 8 }).put('You can challenge this notice online with your PCN number. Do not pay if you challenge. Pay by phone on 020 7525 4418.', { font: 'narrow', size: 12.5 });
  }, { size: [300, 380], margin: 16 }, { as: 'photo', to: 'jpg', haste: 1, desk: 'dark', long: 2600 }),
  sheet({
    id: 'london-licence', type: 'driving_licence', category: ['identity', 'vehicle'], file: 'my driving licence', person: 'Inês Carvalho',
    fields: { documentNumber: ['CARVA953200IS9KL', 'CARVA953200IS9KL 21'], holderName: ['Inês Sofia Carvalho', 'Carvalho Inês Sofia', 'Ines Sofia Carvalho', 'Miss Inês Sofia Carvalho'], dateOfBirth: '1990-03-20', issueDate: '2021-08-04', expiryDate: '2031-08-03' },
    also: { issuer: ['DVLA', 'UK', 'United Kingdom'], startDate: '2021-08-04', endDate: '2031-08-03' },
  }, (p) => {
    p.box(4, 4, 332, 208, '#f7e8ee', '#a68', 10); p.at(120, 12, 'DRIVING LICENCE', { font: 'sans-bold', size: 14, color: '#8a2a56' }); p.at(20, 14, 'UK', { font: 'sans-bold', size: 12 }); portrait(p, 18, 46, 78, 100);
    ['1.  CARVALHO', '2.  MISS INÊS SOFIA', '3.  20.03.1990 PORTUGAL', '4a. 04.08.2021    4c. DVLA', '4b. 03.08.2031', '5.  CARVA953200IS9KL 21', '8.  27B SHARDELOES MEWS, LONDON, SE14 6RZ', '9.  AM/A/B1/B/f/k/l/n/p/q'].forEach((line, index) => p.at(106, 42 + index * 17, line, { font: 'sans', size: 9.5 }));
    p.sign(120, 180, 'I. Carvalho', 16, '#222');
  }, { size: [340, 216], margin: 16 }, { as: 'photo', to: 'jpg', haste: 0, desk: 'cloth', long: 2600 }),
  sheet({
    id: 'london-tv', type: 'warranty', category: 'warranty', file: 'tv guarantee', person: 'Inês Carvalho',
    fields: { documentNumber: ['PX65-0718-22041'], holderName: ines, issuer: ['Parallax', 'Parallax UK', 'Parallax UK Ltd', 'Parallax Electronics UK Ltd', 'Parallax Electronics'] },
    also: { issueDate: '2025-12-29', startDate: '2025-12-29', endDate: ['2030-12-28', '2030-12-29'], expiryDate: ['2030-12-28', '2030-12-29'], totalAmount: '849', currency: 'GBP' },
  }, (p) => {
    p.box(0, 0, 480, 44, '#111'); p.at(20, 12, 'parallax', { font: 'narrow-bold', size: 20, color: '#fff' }); p.at(460, 15, 'Five-year guarantee', { font: 'narrow', size: 15, align: 'right', color: '#fff' });
    grid(p, 58, [['Registered to', 'Inês Carvalho'], ['Product', '65-inch OLED television PX65'], ['Serial', 'PX65-0718-22041'], ['Bought', '29 December 2025'], ['From', 'Hollis & Gray, Bromley'], ['Price', '£849.00']], 2, { x: 20, width: 440, row: 38, font: 'narrow', valueFont: 'narrow-bold', size: 13, labelSize: 9 });
    p.y = 180; for (const text of ['Parts and labour are covered for five years from the day of purchase.', 'Screen burn-in is covered for the first two years only.', 'The remote control, wall brackets and accidental damage are not covered.', 'Help: 0330 555 0171. Parallax Electronics UK Ltd, Reading']) p.put(text, { font: 'narrow', size: 12.5, after: 4 });
  }, { size: [480, 290], margin: 20 }, { as: 'photo', to: 'jpg', haste: 1, desk: 'wood', long: 2800 }),
  sheet({
    id: 'london-sub', type: 'receipt', alsoTypes: ['invoice'], category: ['bills', 'financial', 'personal'], file: 'Receipt-2207-1184', person: 'Inês Carvalho',
    fields: { documentNumber: ['2207-1184'], holderName: ines, issuer: ['Inkwell', 'Inkwell Media', 'Inkwell Media Ltd', 'The Inkwell'], issueDate: '2026-11-03', totalAmount: '95', currency: 'GBP' },
    also: { startDate: '2026-11-03', endDate: ['2027-11-02'], dueDate: '2027-11-03', expiryDate: '2027-11-02' },
  }, (p) => {
    p.at(60, 60, 'Inkwell', { font: 'times-italic', size: 30 }); p.at(60, 110, 'Receipt #2207-1184', { font: 'helv-bold', size: 14 }); p.at(60, 132, 'Paid on 3 November 2026 with Mastercard ending 7719', { size: 10.5, color: '#444' }); p.rule(156, 60, 535);
    pairs(p, 168, [['Billed to', 'Inês Carvalho, ines.carvalho@example.com'], ['Plan', 'Inkwell Review, print and digital, yearly'], ['Period', '3 Nov 2026 to 2 Nov 2027'], ['Price', '£79.17'], ['VAT (20%)', '£15.83'], ['Total', '£95.00']], { x: 60, label: 110, size: 11, step: 6, valueFont: 'helv-bold' });
    p.y = 330; p.put('Your plan renews by itself on 3 November 2027 at the price of that day. You can cancel any time before in your account. Print issues go to 27B Shardeloes Mews six times a year.', { size: 10.5, lead: 1.4, after: 8, width: 475 }).put('Inkwell Media Ltd, 88 Lamb’s Conduit Passage, London WC1 · VAT no. GB 441 8207 71', { size: 9, color: '#666' });
  }, { margin: 60 }),
];
