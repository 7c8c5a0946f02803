import { grid, pairs, table } from '../blocks.ts';
import type { Entry } from '../catalogue.ts';
import { mrzPassport } from '../checksums.ts';
import { sheet } from './household.ts';

const claire = ['Claire MacLellan', 'Claire E MacLellan', 'Claire Elizabeth MacLellan'];
const both = [...claire, 'Devon Whitford', 'Claire MacLellan and Devon Whitford', 'Devon Whitford and Claire MacLellan'];
const mrz = mrzPassport({ kind: 'P', state: 'CAN', surname: 'MACLELLAN', given: 'CLAIRE ELIZABETH', number: 'AH418220', nationality: 'CAN', birth: '1989-09-17', sex: 'F', expiry: '2032-05-03' });

/** Papers of Claire MacLellan and Devon Whitford of Halifax, Nova Scotia: money, rent, bills. */
export const halifaxMoneyPapers: readonly Entry[] = [
  sheet({
    id: 'halifax-t4', type: 'tax_return', alsoTypes: ['payslip'], category: ['tax', 'financial', 'employment'], file: 'T4_2025', person: 'Claire MacLellan',
    fields: { holderName: claire, issuer: ['Canada Revenue Agency', 'Bluenose Marine Insurance', 'Bluenose Marine Insurance Ltd', 'Bluenose Marine Insurance Ltd.'] },
    also: { documentNumber: ['046 454 286', '884418207RP0001'], totalAmount: ['68420', '12118.40'], currency: 'CAD', startDate: '2025-01-01', endDate: '2025-12-31' },
  }, (p) => {
    p.at(36, 30, 'Canada Revenue Agency / Agence du revenu du Canada', { font: 'helv', size: 8.5 }); p.at(396, 26, 'T4', { font: 'helv-bold', size: 20 }); p.at(430, 28, 'Statement of Remuneration Paid\nÉtat de la rémunération payée', { size: 8.5 });
    p.at(36, 58, 'Employer’s name – Nom de l’employeur', { size: 7 }); p.at(36, 68, 'BLUENOSE MARINE INSURANCE LTD.\n1741 LOWER WATER STREET\nHALIFAX NS  B3J 2X2', { font: 'courier-bold', size: 10 });
    p.at(330, 58, 'Year / Année', { size: 7 }); p.at(330, 68, '2025', { font: 'courier-bold', size: 14 }); p.at(400, 58, '54  Employer’s account number', { size: 7 }); p.at(400, 70, '884418207RP0001', { font: 'courier-bold', size: 10 });
    grid(p, 122, [['14  Employment income', '68,420.00'], ['22  Income tax deducted', '12,118.40'], ['16  Employee’s CPP contributions', '3,862.74'], ['26  CPP pensionable earnings', '68,420.00'], ['18  Employee’s EI premiums', '1,077.48'], ['24  EI insurable earnings', '65,700.00'], ['20  RPP contributions', '3,421.00'], ['52  Pension adjustment', '6,842.00'], ['46  Charitable donations', '240.00']], 3, { x: 36, width: 540, row: 36, boxed: true, valueFont: 'courier-bold', size: 11 });
    p.at(36, 246, 'Employee’s name and address', { size: 7 }); p.at(36, 256, 'MACLELLAN  CLAIRE E\n5-2218 AGRICOLA STREET\nHALIFAX NS  B3K 4C6', { font: 'courier-bold', size: 10 }); p.at(330, 246, '12  Social insurance number', { size: 7 }); p.at(330, 258, '046 454 286', { font: 'courier-bold', size: 11 }); p.at(460, 246, '10  Province of employment', { size: 7 }); p.at(460, 258, 'NS', { font: 'courier-bold', size: 11 });
  }, { size: [612, 320], margin: 36 }),
  sheet({
    id: 'halifax-noa', type: 'tax_return', alsoTypes: ['other'], category: ['tax', 'financial'], file: 'scan NOA Devon', person: 'Devon Whitford',
    fields: { holderName: ['Devon Whitford', 'Mr Devon Whitford'], issuer: ['Canada Revenue Agency'], issueDate: '2026-05-11' },
    also: { documentNumber: ['XXX XX8 207', '7NW4-4182'], totalAmount: ['1284.36', '57210', '53480', '14902'], currency: 'CAD' },
  }, (p) => {
    p.at(50, 42, 'Canada Revenue\nAgency', { font: 'times', size: 11 }); p.at(562, 42, 'Page 1 of 1', { font: 'times', size: 10, align: 'right' }); p.at(50, 86, 'Sudbury Tax Centre\nSudbury ON  P3A 5C1', { font: 'times', size: 10 });
    p.at(50, 135, 'DEVON WHITFORD\n5-2218 AGRICOLA STREET\nHALIFAX NS  B3K 4C6', { font: 'times', size: 11.5 }); pairs(p, 90, [['Social insurance no.', 'XXX XX8 207'], ['Tax year', '2025'], ['Date issued', 'May 11, 2026'], ['Access code', '7NW4-4182']], { x: 340, label: 120, font: 'times', valueFont: 'times-bold', size: 11, step: 3 });
    p.y = 210; p.put('Notice of assessment', { font: 'times-bold', size: 19, after: 6 }).put('We assessed your 2025 income tax and benefit return and calculated your balance.', { font: 'times', size: 11.5, after: 5 }).put('You have a refund of $1,284.36.', { font: 'times-bold', size: 13, after: 5 }).put('We will deposit it to your bank account. If it is not there by May 25, 2026, call 1-800-959-8281.', { font: 'times', size: 11.5, after: 10 });
    table(p, [{ width: 60 }, { width: 320 }, { width: 110, align: 'right' }], [['Line', 'Description', '$ amount'], ['15000', 'Total income', '57,210.00'], ['', 'Deductions from total income', '3,730.00'], ['26000', 'Taxable income', '53,480.00'], ['42000', 'Net federal tax', '4,902.18'], ['42800', 'Net Nova Scotia tax', '5,140.66'], ['43700', 'Total income tax deducted', '11,327.20'], ['', 'Refund', '1,284.36']], { font: 'times', size: 11, lines: 'rows', lastBold: 1 });
    p.gap(12).put('RRSP deduction limit statement', { font: 'times-bold', size: 13, after: 3 }).put('Your RRSP deduction limit for 2026 is $14,902. You have no unused contributions from earlier years.', { font: 'times', size: 11.5, after: 10 }).put('If you disagree, you have 90 days from the date of this notice to register your dispute.', { font: 'times', size: 11.5 });
  }, { size: 'LETTER' }, { as: 'scan', dpi: 200, to: 'pdf', skew: -1.2, quality: 74 }),
  sheet({
    id: 'halifax-lease', type: 'lease', category: ['property', 'legal'], file: 'Form P Agricola signed', person: 'Claire MacLellan',
    fields: { holderName: both, startDate: '2026-09-01', endDate: '2027-08-31', totalAmount: ['2140', '2215', '1070'], currency: 'CAD' },
    also: { issuer: ['Fundy Shore Holdings', 'Fundy Shore Holdings Inc.', 'Province of Nova Scotia', 'Nova Scotia'], issueDate: '2026-06-28', expiryDate: '2027-08-31', dueDate: '2026-09-01' },
  }, (p) => {
    p.at(50, 40, 'NOVA SCOTIA', { font: 'sans-bold', size: 13, color: '#003a70' }); p.at(562, 40, 'Form P', { font: 'sans-bold', size: 13, align: 'right' }); p.at(50, 60, 'Residential Tenancies Act · Standard Form of Lease', { font: 'sans', size: 11 }); p.rule(80); p.y = 92;
    const part = (name: string, ...text: string[]): void => { p.put(name, { font: 'sans-bold', size: 10.5, after: 2 }); for (const each of text) p.put(each, { font: 'sans', size: 10, after: 3, indent: 12 }); p.gap(5); };
    part('1. Parties', 'Landlord: Fundy Shore Holdings Inc., 300-1505 Barrington Street, Halifax', 'Tenants: Claire MacLellan and Devon Whitford', 'Occupant: Maeve Whitford (child)');
    part('2. Premises', 'Apartment 5, 2218 Agricola Street, Halifax NS B3K 4C6. Superintendent: Russ Comeau, 902-555-0119.');
    part('3. Term', 'Fixed term, beginning on the 1st day of September, 2026 and ending on the 31st day of August, 2027.');
    part('4. Rent', 'The tenants pay $2,140 a month on the first day of each month by e-transfer to rent@fundyshore.example.', 'Parking space 3: $75 a month in addition.', 'A late payment charge of 1% a month may be applied to rent more than 30 days overdue.');
    part('5. Security deposit', 'The tenants have paid $1,070 on June 28, 2026. It earns interest at the rate set by regulation.');
    part('6. Included in the rent', 'Heat, hot water, cold water, fridge, stove, laundry in the basement (coin operated).', 'Not included: electricity, internet, tenant insurance.');
    p.next();
    part('7. Rules', 'No smoking or cannabis anywhere in the building.', 'One cat is permitted; dogs are not.', 'Barbecues are not permitted on balconies.');
    part('8. Snow and garbage', 'The landlord clears walkways and the parking lot. Compost goes out on Wednesday, recycling every second Friday.');
    part('9. Subletting', 'With the landlord’s consent, which may not be unreasonably withheld. Expenses of up to $75 may be charged.');
    part('10. Entry', 'The landlord gives 24 hours’ written notice and enters between 9 a.m. and 9 p.m.');
    p.gap(20); p.sign(60, p.y, 'C. MacLellan'); p.sign(230, p.y, 'Devon W.'); p.sign(420, p.y, 'R. Amirault'); p.at(60, p.y + 32, 'Signed at Halifax, June 28, 2026', { font: 'sans', size: 10 });
  }, { size: 'LETTER' }),
  sheet({
    id: 'halifax-power', type: 'utility_bill', category: 'bills', file: 'IMG_5518', person: 'Devon Whitford',
    fields: { documentNumber: ['0418 2207-1', '04182207-1'], holderName: ['Devon Whitford'], issuer: ['Scotia Shore Power', 'Scotia Shore Power Inc', 'Scotia Shore Power Inc.'], issueDate: '2026-10-19', dueDate: '2026-11-12', totalAmount: '247.91', currency: 'CAD' },
    also: { startDate: '2026-08-18', endDate: '2026-10-17' },
  }, (p) => {
    p.at(40, 36, 'scotia shore power', { font: 'narrow-bold', size: 24, color: '#1c5d99' }); p.at(572, 40, 'your bill', { font: 'narrow', size: 20, align: 'right' }); p.rule(70, 40, 572, 2, '#1c5d99');
    p.at(40, 84, 'DEVON WHITFORD\n5-2218 AGRICOLA ST\nHALIFAX NS B3K 4C6', { font: 'narrow', size: 12 });
    pairs(p, 84, [['Account number', '0418 2207-1'], ['Bill date', 'Oct 19, 2026'], ['Meter reading period', 'Aug 18 – Oct 17, 2026'], ['Please pay by', 'Nov 12, 2026']], { x: 320, label: 120, font: 'narrow', valueFont: 'narrow-bold', size: 12, step: 4 });
    p.y = 190;
    table(p, [{ width: 380 }, { width: 150, align: 'right' }], [['Charges', '$'], ['Base charge, 2 months at 19.17', '38.34'], ['1,104 kWh at 18.12 cents', '200.04'], ['Subtotal', '238.38'], ['HST 14%', '33.37'], ['Your Energy Rebate (10%)', '-23.84'], ['Amount due', '247.91']], { x: 40, font: 'narrow', size: 12, lines: 'rows', lastBold: 1 });
    p.gap(14).put('Same months last year: 1,276 kWh.', { font: 'narrow', size: 12, after: 5 }).put('Meter 7718204, readings 20,418 and 21,522. Unpaid balances are charged 1.5% a month. Lights out? 1-877-555-0177.', { font: 'narrow', size: 12 });
  }, { size: 'LETTER', margin: 40 }, { as: 'photo', to: 'jpg', haste: 1, desk: 'wood', long: 3200 }),
  sheet({
    id: 'halifax-rrsp', type: 'other', alsoTypes: ['bank_statement'], category: 'financial', file: 'RRSP Q3', person: 'Claire MacLellan',
    fields: { documentNumber: ['7-718-2204'], holderName: claire, issuer: ['Citadel Hill Wealth', 'Citadel Hill Wealth Management'], startDate: '2026-07-01', endDate: '2026-09-30' },
    also: { totalAmount: ['33331.32', '31204.18', '1200', '3600'], currency: 'CAD', issueDate: '2026-09-30', dueDate: '2027-03-01' },
  }, (p) => {
    p.box(0, 0, 160, 792, '#f3efe6'); p.at(20, 40, 'Citadel Hill\nWealth', { font: 'book-bold', size: 20 }); p.at(20, 120, 'Your advisor\nGrace Oduya\n902-555-0160', { font: 'book', size: 11 }); p.at(20, 190, 'Account\n7-718-2204', { font: 'book', size: 11 }); p.at(20, 240, 'Beneficiary\nDevon Whitford, 100%', { font: 'book', size: 11 });
    p.at(185, 40, 'Retirement Savings Plan (RRSP)', { font: 'book-bold', size: 18 }); p.at(185, 66, 'Statement for Claire MacLellan, July 1 to September 30, 2026', { font: 'book', size: 11.5 }); p.y = 100;
    table(p, [{ width: 270 }, { width: 120, align: 'right' }], [['Summary', 'CAD'], ['Value on July 1', '31,204.18'], ['Contributions', '1,200.00'], ['Change in market value', '968.44'], ['Fees', '-41.30'], ['Value on September 30', '33,331.32']], { x: 185, font: 'book', boldFont: 'book-bold', size: 11.5, lines: 'rows', lastBold: 1 });
    p.y += 16; table(p, [{ width: 210 }, { width: 80, align: 'right' }, { width: 100, align: 'right' }], [['Fund', 'Units', 'Value'], ['Citadel Balanced', '1,204.118', '21,665.36'], ['Citadel Global Equity', '402.771', '11,665.96']], { x: 185, font: 'book', boldFont: 'book-bold', size: 11, lines: 'rows' });
    const x = { font: 'book', size: 11.5, width: 390 } as const;
    const end = p.at(185, p.y + 18, 'Contributions since January 1: $3,600. Rate of return, one year: 7.4%.', x);
    p.at(185, end + 8, 'Home Buyers’ Plan: you withdrew $8,000 in 2021. Your required repayment for 2026 is $533.33, to be made by March 1, 2027.', x);
  }, { size: 'LETTER' }),
  sheet({
    id: 'halifax-tenantins', type: 'insurance_policy', category: ['insurance', 'property'], file: 'tenant policy 26-27', person: 'Claire MacLellan',
    fields: { documentNumber: ['TN-4418207'], holderName: both, issuer: ['Harbour Mutual', 'Harbour Mutual Insurance', 'Harbour Mutual Insurance Company'], startDate: '2026-09-01', endDate: '2027-09-01', totalAmount: ['341', '28.42'], currency: 'CAD' },
    also: { issueDate: '2026-08-12', expiryDate: '2027-09-01' },
  }, (p) => {
    p.at(306, 40, 'HARBOUR MUTUAL INSURANCE COMPANY', { font: 'helv-bold', size: 15, align: 'center', color: '#0f4c3a' }); p.at(306, 62, 'Declarations page · Tenant’s package', { size: 11, align: 'center' });
    pairs(p, 90, [['Policy number', 'TN-4418207'], ['Named insureds', 'Claire MacLellan, Devon Whitford'], ['Policy period', '12:01 a.m. September 1, 2026 to 12:01 a.m. September 1, 2027'], ['Location', '5-2218 Agricola Street, Halifax'], ['Broker', 'Peggy’s Point Brokers, 902-555-0133'], ['Issued', 'August 12, 2026']], { label: 110, size: 10, step: 4 });
    p.y = 200;
    table(p, [{ width: 270 }, { width: 120, align: 'right' }, { width: 122, align: 'right' }], [['Coverage', 'Limit', 'Deductible'], ['Personal property', '$45,000', '$1,000'], ['Additional living expense', '$12,000', 'nil'], ['Personal liability', '$2,000,000', 'nil'], ['Voluntary medical payments', '$5,000', 'nil'], ['Sewer backup', '$10,000', '$2,500'], ['Bicycles, each', '$2,500', '$1,000'], ['Jewellery', '$3,000', '$1,000']], { size: 10, zebra: '#eef5f2' });
    p.gap(10).put('Annual premium $341.00, paid in twelve withdrawals of $28.42 on the 5th of each month (rounding on the last).', { after: 6 }).put('Not covered: earthquake; overland flood; property of roommates. Discounts: claims free 15%, non-smoker 5%.', { after: 6 }).put('Report a loss at any hour: 1-800-555-0190.');
  }, { size: 'LETTER' }),
  sheet({
    id: 'halifax-passport', type: 'passport', category: ['identity', 'travel'], file: 'CM passport copy', person: 'Claire MacLellan',
    fields: { documentNumber: 'AH418220', holderName: ['Claire Elizabeth MacLellan', 'MacLellan Claire Elizabeth'], dateOfBirth: '1989-09-17', issueDate: '2022-05-03', expiryDate: '2032-05-03' },
    also: { issuer: ['Gatineau', 'Canada', 'Government of Canada', 'Halifax', 'CAN'] },
  }, (p) => {
    p.box(0, 0, 420, 290, '#eef0ea'); p.at(20, 14, 'CANADA', { font: 'sans-bold', size: 14, color: '#7d1128' }); p.at(120, 17, 'PASSPORT / PASSEPORT', { font: 'sans', size: 10 });
    p.box(20, 44, 100, 130, '#d3d8d2'); p.pdf.circle(70, 92, 24).fill('#a5866d'); p.pdf.ellipse(70, 158, 42, 26).fill('#384a5e');
    const cell = (x: number, y: number, label: string, value: string): void => { p.at(x, y, label, { font: 'sans', size: 6 }); p.at(x, y + 8, value, { font: 'sans-bold', size: 10 }); };
    cell(134, 40, 'Type/Type', 'P'); cell(190, 40, 'Issuing Country/Pays émetteur', 'CAN'); cell(310, 40, 'Passport No./N° de passeport', 'AH418220');
    cell(134, 66, 'Surname/Nom', 'MACLELLAN'); cell(134, 92, 'Given names/Prénoms', 'CLAIRE ELIZABETH'); cell(134, 118, 'Nationality/Nationalité', 'CANADIAN/CANADIENNE');
    cell(134, 144, 'Date of birth/Date de naissance', '17 SEPT /SEPT 89'); cell(270, 144, 'Sex/Sexe', 'F'); cell(310, 144, 'Place of birth/Lieu de naissance', 'ANTIGONISH CAN');
    cell(134, 170, 'Date of issue/Date de délivrance', '03 MAY /MAI 2022'); cell(270, 170, 'Date of expiry/Date d’expiration', '03 MAY /MAI 2032'); cell(134, 196, 'Issuing Authority/Autorité de délivrance', 'GATINEAU');
    mrz.forEach((line, index) => { p.at(18, 238 + index * 20, line, { font: 'mono', size: 12 }); });
  }, { size: [420, 290], margin: 18 }, { as: 'scan', dpi: 300, to: 'jpg', skew: -0.6, quality: 80 }),
  sheet({
    id: 'halifax-plates', type: 'vehicle_registration', category: 'vehicle', file: 'Crosstrek permit', person: 'Claire MacLellan',
    fields: { documentNumber: ['HKJ 482', 'HKJ482', 'JF2GTAEC4M8204418', '20441877'], holderName: claire, expiryDate: '2028-04-30', issueDate: '2026-04-22', issuer: ['Registry of Motor Vehicles', 'Nova Scotia Registry of Motor Vehicles', 'Nova Scotia', 'Province of Nova Scotia'] },
    also: { totalAmount: '164.60', currency: 'CAD' },
  }, (p) => {
    p.at(30, 24, 'NOVA SCOTIA', { font: 'courier-bold', size: 14 }); p.at(30, 40, 'REGISTRY OF MOTOR VEHICLES', { font: 'courier', size: 10 }); p.at(470, 26, 'VEHICLE PERMIT', { font: 'courier-bold', size: 14, align: 'right' }); p.rule(58, 30, 470);
    grid(p, 68, [['PLATE NO', 'HKJ 482'], ['PERMIT NO', '20441877'], ['EXPIRY', '30 APR 2028'], ['VIN', 'JF2GTAEC4M8204418'], ['YEAR MAKE', '2021 SUBARU'], ['MODEL', 'CROSSTREK'], ['COLOUR', 'GREEN'], ['ISSUED', '22 APR 2026'], ['FEE PAID', '$164.60']], 3, { x: 30, width: 445, row: 36, font: 'courier', valueFont: 'courier-bold', size: 11, labelSize: 7.5 });
    p.at(30, 184, 'OWNER', { font: 'courier', size: 7.5 }); p.at(30, 195, 'CLAIRE E MACLELLAN\n5-2218 AGRICOLA ST HALIFAX NS B3K 4C6', { font: 'courier-bold', size: 11 }); p.at(30, 236, 'SAFETY INSPECTION DUE BY 03/2027. CARRY THIS PERMIT IN THE VEHICLE.', { font: 'courier', size: 9 });
  }, { size: [500, 265], margin: 30 }, { as: 'scan', dpi: 150, to: 'jpg', skew: 1.5, quality: 78 }),
];
