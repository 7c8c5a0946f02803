import { bars, grid, matrix, pairs, table } from '../blocks.ts';
import type { Entry } from '../catalogue.ts';
import { luhn } from '../checksums.ts';
import { sheet } from './household.ts';

const bijoy = ['Bijoy Thomas', 'Mr Bijoy Thomas'];
const dashed = (number: string): string => number.replace(/^(\d{3})(\d{4})(\d{7})(\d)$/, '$1-$2-$3-$4');
export const emiratesId = dashed(luhn('78419884471820'));

/** Papers of Anju Mathew, a nurse in Dubai, and her husband Bijoy Thomas: home, cars and bills in the Emirates. */
export const kochiDubaiPapers: readonly Entry[] = [
  sheet({
    id: 'kochi-tenancy', type: 'lease', category: ['property', 'legal'], file: 'Ejari Qusais 2026', person: 'Bijoy Thomas',
    fields: { documentNumber: ['0120260714009183', '0120 2607 1400 9183'], holderName: bijoy, startDate: '2026-08-01', endDate: '2027-07-31', totalAmount: ['62000', '5166.67'], currency: 'AED' },
    also: { issuer: ['Dubai Land Department', 'Land Department', 'Ejari', 'Al Naseem Real Estate', 'Al Naseem Real Estate Brokers', 'Al Naseem Real Estate Brokers LLC', 'Khalid Saeed Al Marri', 'Government of Dubai'], issueDate: '2026-07-14', expiryDate: '2027-07-31' },
  }, (p) => {
    p.at(40, 32, 'GOVERNMENT OF DUBAI', { font: 'sans-bold', size: 9, color: '#6b1d1d' }); p.at(555, 32, 'Land Department', { font: 'sans-bold', size: 12, align: 'right', color: '#6b1d1d' });
    p.box(40, 56, 515, 26, '#6b1d1d'); p.at(297, 62, 'TENANCY CONTRACT', { font: 'sans-bold', size: 13, align: 'center', color: '#fff' });
    p.at(40, 90, 'Ejari contract no. 0120 2607 1400 9183', { font: 'sans', size: 9 }); p.at(555, 90, 'Date 14/07/2026', { font: 'sans', size: 9, align: 'right' });
    const bar = (y: number, text: string): void => { p.box(40, y, 515, 16, '#efe3e3'); p.at(46, y + 3, text, { font: 'sans-bold', size: 9 }); };
    bar(108, 'Owner / Lessor Information');
    pairs(p, 130, [['Owner’s Name', 'Khalid Saeed Al Marri'], ['Lessor’s Name', 'Al Naseem Real Estate Brokers LLC'], ['Lessor’s Phone', '+971 4 267 1188']], { x: 46, label: 120, font: 'sans', size: 9.5, step: 3 });
    bar(188, 'Tenant Information');
    pairs(p, 210, [['Tenant’s Name', 'Bijoy Thomas'], ['Tenant’s Phone', '+971 50 441 8820'], ['Number of co-occupants', '3']], { x: 46, label: 120, font: 'sans', size: 9.5, step: 3 });
    bar(268, 'Property Information');
    grid(p, 292, [['Property usage', 'Residential'], ['Building', 'Al Reem Tower 3'], ['Unit no.', '1107'], ['Property type', '1 B/R Flat'], ['Area (s.m)', '74.5'], ['Location', 'Al Qusais 2'], ['Premises no. (DEWA)', '361044182'], ['Makani no.', '35218 96044'], ['Plot no.', '218']], 3, { x: 46, width: 505, row: 32, font: 'sans', valueFont: 'sans-bold', size: 9.5 });
    bar(392, 'Contract Information');
    grid(p, 416, [['Contract period  from', '01/08/2026'], ['to', '31/07/2027'], ['Contract value', 'AED 62,000'], ['Security deposit', 'AED 3,100'], ['Mode of payment', '4 cheques'], ['Agency commission (paid)', 'AED 3,255']], 3, { x: 46, width: 505, row: 32, font: 'sans', valueFont: 'sans-bold', size: 9.5 });
    p.y = 488; p.put('Cheque schedule: 15,500 on 01/08/2026, 01/11/2026, 01/02/2027 and 01/05/2027, drawn on Emirates Horizon Bank.', { font: 'sans', size: 9, after: 6 });
    p.put('Additional terms', { font: 'sans-bold', size: 10, after: 2 });
    for (const term of ['1. A party that does not wish to renew shall tell the other in writing 90 days before the end of the contract.', '2. If the tenant leaves before the end, two months’ rent are payable as penalty.', '3. Chiller (A/C) is free; DEWA and internet are on the tenant’s account.', '4. Bed-space sharing and sub-letting are strictly prohibited. Pets not allowed.', '5. Maintenance up to AED 500 per case is borne by the tenant, above that by the owner.', '6. One covered parking space, no. B2-64, is included.']) p.put(term, { font: 'sans', size: 9, after: 2 });
    p.sign(70, 690, 'Bijoy Thomas'); p.sign(380, 690, 'Naseem RE'); p.at(70, 725, 'Tenant’s signature', { font: 'sans', size: 8 }); p.at(380, 725, 'Lessor’s signature', { font: 'sans', size: 8 }); matrix(p, 500, 735, 55, 4418);
  }, { margin: 46 }),
  sheet({
    id: 'kochi-dewa', type: 'utility_bill', category: 'bills', file: 'dewa oct', person: 'Bijoy Thomas',
    fields: { documentNumber: ['2031884417', '100448207713'], holderName: bijoy, issuer: ['Dubai Electricity and Water Authority', 'Dubai Electricity & Water Authority', 'DEWA', 'Dubai Electricity & Water Authority PJSC'], issueDate: '2026-10-09', dueDate: '2026-10-23', totalAmount: '831.86', currency: 'AED' },
    also: { startDate: ['2026-09-07'], endDate: '2026-10-06' },
  }, (p) => {
    p.box(0, 0, 595, 64, '#00796b'); p.at(40, 18, 'Dubai Electricity & Water Authority PJSC', { font: 'narrow-bold', size: 17, color: '#fff' }); p.at(40, 42, 'Green Bill', { font: 'narrow', size: 11, color: '#d8fff6' });
    p.at(40, 82, 'BIJOY THOMAS\nP.O. BOX 44182\nDUBAI', { font: 'narrow', size: 11 });
    grid(p, 82, [['Account Number', '2031884417'], ['Invoice', '100448207713'], ['Issue Date', '09/10/2026'], ['Month', 'October 2026'], ['Period', '07/09/2026 to 06/10/2026'], ['Due Date', '23/10/2026']], 2, { x: 300, width: 260, row: 30, font: 'narrow', valueFont: 'narrow-bold' });
    p.box(40, 190, 515, 44, '#e6f4f1'); p.at(54, 204, 'Total amount due  AED', { font: 'narrow', size: 13 }); p.at(540, 198, '831.86', { font: 'narrow-bold', size: 24, align: 'right', color: '#00796b' });
    p.y = 256;
    table(p, [{ width: 200 }, { width: 110, align: 'right' }, { width: 95, align: 'right' }, { width: 110, align: 'right' }], [['Service', 'Consumption', 'Tariff (AED)', 'Amount (AED)'], ['Electricity', '1,216 kWh', 'slab', '398.20'], ['Water', '3,470 IG', '0.035', '121.45'], ['Sewerage (Dubai Municipality)', '', '', '27.90'], ['Housing fee (5% of annual rent / 12)', '', '', '258.33'], ['VAT 5% on electricity and water', '', '', '25.98'], ['Total', '', '', '831.86']], { x: 40, font: 'narrow', lines: 'rows', lastBold: 1, size: 10 });
    p.gap(14).put('Meter 4J-118820 previous 44,207, present 45,423. Your carbon footprint this month: 486 kg CO2e.', { font: 'narrow', size: 10, after: 6 });
    p.put('Late payment may lead to disconnection; reconnection costs AED 100. Customer care 04 601 9999, emergency 991.', { font: 'narrow', size: 10 });
    bars(p, 40, 760, 180, 30, 118);
  }, { margin: 40 }),
  sheet({
    id: 'kochi-mulkiya', type: 'vehicle_registration', category: 'vehicle', file: 'mulkiya sunny', person: 'Bijoy Thomas',
    fields: { documentNumber: ['M 48213', 'M48213', '48213', 'MDHBN7AD4NG118204'], holderName: bijoy, issuer: ['Roads and Transport Authority', 'Roads & Transport Authority', 'RTA', 'Roads & Transport Authority Dubai', 'RTA Dubai'], issueDate: '2026-05-27', expiryDate: '2027-05-26' },
    also: { startDate: '2026-05-27', endDate: '2027-05-26' },
  }, (p) => {
    p.box(0, 0, 420, 40, '#123e7c'); p.at(16, 12, 'VEHICLE LICENSE', { font: 'helv-bold', size: 14, color: '#fff' }); p.at(404, 15, 'Roads & Transport Authority · Dubai', { size: 8.5, align: 'right', color: '#fff' });
    grid(p, 52, [['Traffic Plate No.', 'M 48213'], ['Plate Class', 'Private'], ['T.C. No.', '11820447'], ['Owner', 'BIJOY THOMAS'], ['Nationality', 'INDIA'], ['Place of Issue', 'Dubai'], ['Reg. Date', '27-05-2026'], ['Exp. Date', '26-05-2027'], ['Ins. Exp.', '26-06-2027'], ['Model', '2022'], ['Vehicle Type', 'NISSAN SUNNY'], ['Num. of Pass.', '5'], ['Color', 'PEARL WHITE'], ['Engine No.', 'HR15-441820'], ['Chassis No.', 'MDHBN7AD4NG118204'], ['Insurance Comp.', 'Sharjah Coast Insurance'], ['Policy No.', 'MTR-22-81190'], ['Mortgage By', 'Emirates Horizon Bank']], 3, { x: 16, width: 392, row: 30, size: 8.5, labelSize: 6.5 });
    p.at(16, 240, 'Renew within one month of expiry; a fine of AED 10 applies for each month of delay.', { size: 7 });
  }, { size: [420, 260], margin: 16 }),
  sheet({
    id: 'kochi-ac', type: 'invoice', alsoTypes: ['receipt'], category: ['bills', 'property'], file: 'AC repair inv', person: 'Anju Mathew',
    fields: { documentNumber: ['CB-26-0719'], holderName: ['Anju Mathew', 'Mrs Anju Mathew', 'Mrs. Anju'], issuer: ['Cool Breeze Technical Services', 'Cool Breeze Technical Services LLC'], issueDate: '2026-06-18', totalAmount: '451.5', currency: 'AED' },
    also: { dueDate: '2026-06-18', expiryDate: ['2026-09-16'], endDate: ['2026-09-16'] },
  }, (p) => {
    p.at(550, 40, 'TAX INVOICE', { font: 'times-bold', size: 22, align: 'right', color: '#0a5c8a' });
    p.at(45, 40, 'Cool Breeze Technical Services LLC', { font: 'times-bold', size: 14 }); p.at(45, 60, 'Shop 6, Damascus Street, Al Qusais 1, Dubai\nTRN 100448820700003 · 055 218 4470', { font: 'times', size: 9.5 });
    p.rule(96); pairs(p, 106, [['Invoice #', 'CB-26-0719'], ['Dated', '18 June 2026'], ['Customer', 'Mrs. Anju Mathew'], ['Site', 'Flat 1107, Al Reem Tower 3'], ['Technician', 'Rashid Iqbal']], { x: 45, label: 90, font: 'times', size: 11, step: 3, sep: ':' });
    p.y = 205;
    table(p, [{ width: 30 }, { width: 285 }, { width: 50, align: 'right' }, { width: 70, align: 'right' }, { width: 70, align: 'right' }], [['#', 'Particulars', 'Qty', 'Rate', 'Amount'], ['1', 'Gas top-up R410A, split unit bedroom', '1', '220.00', '220.00'], ['2', 'Capacitor 45 mfd', '1', '90.00', '90.00'], ['3', 'Coil cleaning, indoor unit', '2', '60.00', '120.00'], ['', 'Sub total', '', '', '430.00'], ['', 'VAT 5%', '', '', '21.50'], ['', 'Total AED', '', '', '451.50']], { x: 45, font: 'times', size: 10, lastBold: 1 });
    p.y += 10; p.put('Paid in cash at site. Workmanship is guaranteed for 90 days; gas is not covered.', { font: 'times', size: 11 });
  }, { margin: 45 }),
  sheet({
    id: 'kochi-licence', type: 'driving_licence', category: ['identity', 'vehicle'], file: 'IMG-20260301-WA0012', person: 'Bijoy Thomas',
    fields: { documentNumber: ['4471820'], holderName: bijoy, dateOfBirth: '1985-11-09', issueDate: '2018-03-17', expiryDate: '2028-03-16' },
    also: { issuer: ['Roads and Transport Authority', 'Roads & Transport Authority', 'RTA', 'United Arab Emirates', 'UAE', 'Licensing Agency', 'Dubai'], startDate: '2018-03-17' },
  }, (p) => {
    p.box(4, 4, 332, 208, '#eef4ea', '#7a8', 10); p.at(16, 14, 'UNITED ARAB EMIRATES', { font: 'sans-bold', size: 11 }); p.at(16, 28, 'DRIVING LICENSE', { font: 'sans-bold', size: 13, color: '#8a1538' }); p.at(324, 16, 'RTA', { font: 'sans-bold', size: 16, align: 'right', color: '#8a1538' });
    p.box(244, 52, 76, 96, '#cfd6d0'); p.pdf.circle(282, 88, 18).fill('#8c7b6b'); p.pdf.ellipse(282, 136, 32, 24).fill('#46525c');
    pairs(p, 56, [['License No.', '4471820'], ['Name', 'BIJOY THOMAS'], ['Nationality', 'INDIA'], ['Date of Birth', '09-11-1985'], ['Issue Date', '17-03-2018'], ['Expiry Date', '16-03-2028'], ['Place of Issue', 'DUBAI'], ['Traffic Code No.', '11820447']], { x: 16, label: 84, font: 'sans', valueFont: 'sans-bold', size: 9, step: 3.5, valueWidth: 130 });
    p.at(16, 186, 'Permitted vehicles: 3 Light vehicle (Automatic)   ·   spectacles required', { font: 'sans', size: 8 });
  }, { size: [340, 216], margin: 16 }, { as: 'photo', to: 'jpg', haste: 1, desk: 'wood', long: 2600 }),
  sheet({
    id: 'kochi-emirates', type: 'national_id', category: 'identity', file: 'EID anju front', person: 'Anju Mathew',
    fields: { documentNumber: [emiratesId], holderName: 'Anju Mathew', dateOfBirth: '1988-05-14', issueDate: '2025-02-22', expiryDate: '2027-02-21' },
    also: { issuer: ['United Arab Emirates', 'Federal Authority for Identity and Citizenship', 'Federal Authority for Identity, Citizenship, Customs & Port Security', 'Federal Authority for Identity Citizenship Customs & Port Security', 'UAE', 'Dubai'] },
  }, (p) => {
    p.box(4, 4, 332, 208, '#f6f1e4', '#b9a', 12); p.at(170, 12, 'United Arab Emirates', { font: 'sans-bold', size: 11, align: 'center' }); p.at(170, 26, 'Federal Authority for Identity, Citizenship, Customs & Port Security', { font: 'sans', size: 7.5, align: 'center' }); p.at(170, 38, 'Resident Identity Card', { font: 'sans-bold', size: 11, align: 'center', color: '#1b5e20' });
    p.box(20, 58, 74, 94, '#ddd5c4'); p.pdf.circle(57, 94, 17).fill('#9a7b62'); p.pdf.ellipse(57, 142, 31, 22).fill('#5d4a66');
    p.at(106, 58, 'ID Number', { font: 'sans', size: 7.5 }); p.at(106, 67, emiratesId, { font: 'sans-bold', size: 13 });
    pairs(p, 90, [['Name:', 'Anju Mathew'], ['Date of Birth:', '14/05/1988'], ['Nationality:', 'India'], ['Issuing Date:', '22/02/2025'], ['Expiry Date:', '21/02/2027'], ['Sex:', 'F']], { x: 106, label: 72, font: 'sans', valueFont: 'sans-bold', size: 9, step: 3 });
    p.at(20, 186, 'Occupation: Nurse, General   Employer: Al Wafa Specialty Hospital L.L.C.', { font: 'sans', size: 8 });
  }, { size: [340, 216], margin: 16 }, { as: 'photo', to: 'jpg', haste: 0, desk: 'dark', long: 2600 }),
];
