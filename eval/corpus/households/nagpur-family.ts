import { grid, pairs, portrait, seal, table } from '../blocks.ts';
import type { Entry } from '../catalogue.ts';
import { written } from '../docx.ts';
import { sheet, typedSheet } from './household.ts';

/** Papers of the same joint family: the house, the elders' health, the children, a wedding, a journey. */
export const nagpurFamilyPapers: readonly Entry[] = [
  sheet({
    id: 'nagpur-bijli', type: 'utility_bill', category: 'bills', file: 'IMG_20261012_084455', person: 'Om Prakash Agrawal',
    fields: { documentNumber: ['410018204471', '2026100441882'], holderName: ['Om Prakash Agrawal', 'Shri Om Prakash Agrawal'], issuer: ['Vidarbha Vidyut Vitaran Company Limited', 'Vidarbha Vidyut Vitaran Company Ltd', 'Vidarbha Vidyut Vitaran Company Ltd.', 'Vidarbha Vidyut Vitaran', 'विदर्भ विद्युत वितरण कंपनी'], issueDate: '2026-10-08', dueDate: '2026-10-28', totalAmount: '3418', currency: 'INR' },
    also: { startDate: '2026-09-05', endDate: '2026-10-05' },
  }, (p) => {
    p.at(30, 24, 'विदर्भ विद्युत वितरण कंपनी', { font: 'hindi-bold', size: 17, color: '#0b3d91' }); p.at(30, 48, 'Vidarbha Vidyut Vitaran Company Ltd.', { font: 'sans-bold', size: 12 }); p.at(470, 30, 'बिजली बिल / Electricity Bill', { font: 'sans-bold', size: 13, align: 'right' }); p.rule(70, 30, 470);
    pairs(p, 80, [['ग्राहक क्रमांक / Consumer No.', '410018204471'], ['नाम / Name', 'SHRI OM PRAKASH AGRAWAL'], ['पता / Address', 'PLOT 18 LAKADGANJ NAGPUR 440008'], ['बिल दिनांक / Bill Date', '08-10-2026'], ['देय तिथि / Due Date', '28-10-2026'], ['बिल क्रमांक / Bill No.', '2026100441882'], ['मीटर क्रमांक / Meter No.', '0718-44182'], ['भार / Load', '5.00 KW  LT-I Residential']], { x: 30, label: 190, font: 'sans', valueFont: 'sans-bold', size: 11.5, step: 4 });
    p.y = 262; table(p, [{ width: 110 }, { width: 110, align: 'right' }, { width: 110, align: 'right' }, { width: 110, align: 'right' }], [['अवधि / Period', 'चालू / Current', 'पिछला / Previous', 'यूनिट / Units'], ['05-09 to 05-10', '18,763', '18,421', '342']], { x: 30, font: 'sans', size: 11 });
    p.y += 8; table(p, [{ width: 310 }, { width: 130, align: 'right' }], [['विवरण / Details', 'रुपये / Rs.'], ['स्थिर आकार / Fixed charge', '130.00'], ['ऊर्जा आकार / Energy charge', '2,497.20'], ['वहन आकार / Wheeling', '400.14'], ['विद्युत शुल्क / Duty 16%', '390.66'], ['कुल देय / Total payable', '3,418.00']], { x: 30, font: 'sans', size: 11, lastBold: 1 });
    p.at(30, p.y + 8, 'देय तिथि के बाद / After due date: Rs. 3,461.00', { font: 'sans-bold', size: 11.5 }); p.at(30, p.y + 28, 'शिकायत / Complaints: 1912', { font: 'sans', size: 11 });
  }, { size: [500, 560], margin: 30 }, { as: 'photo', to: 'jpg', haste: 1, desk: 'wood', long: 3200 }),
  sheet({
    id: 'nagpur-activa', type: 'vehicle_registration', category: 'vehicle', file: 'RC activa', person: 'Neha Agrawal',
    fields: { documentNumber: ['MH31FX4182', 'MH 31 FX 4182', 'ME4JF50ABMT118204'], holderName: 'Neha Agrawal', issueDate: ['2021-11-12'], expiryDate: '2036-11-11' },
    also: { issuer: ['Government of Maharashtra', 'RTO Nagpur', 'Regional Transport Office Nagpur', 'Transport Department', 'Motor Vehicles Department Maharashtra', 'Indian Union'], startDate: '2021-11-12', endDate: '2036-11-11' },
  }, (p) => {
    p.box(4, 4, 332, 208, '#f2f5fa', '#678', 10); p.at(170, 12, 'Indian Union Vehicle Registration Certificate', { font: 'sans-bold', size: 10.5, align: 'center', color: '#1a3c6e' }); p.at(170, 26, 'Issued by Government of Maharashtra', { font: 'sans', size: 9, align: 'center' });
    grid(p, 44, [['Regn. Number', 'MH31FX4182'], ['Date of Regn.', '12-11-2021'], ['Regn. Validity', '11-11-2036'], ['Owner', 'NEHA AGRAWAL'], ['W/o', 'SANDEEP AGRAWAL'], ['Owner Serial', '1'], ['Model', 'ACTIVA 6G'], ['Colour', 'M AXIS GREY'], ['Fuel', 'PETROL'], ['Engine No.', 'JF50E84418207'], ['Seating', '2'], ['Tax paid up to', 'LTT']], 3, { x: 16, width: 316, row: 29, font: 'sans', valueFont: 'sans-bold', size: 9.5, labelSize: 7 });
    p.at(16, 166, 'Chassis No.  ME4JF50ABMT118204', { font: 'sans-bold', size: 9.5 }); p.at(16, 184, 'RTO NAGPUR (EAST)  MH31', { font: 'sans', size: 9 });
  }, { size: [340, 216], margin: 16 }, { as: 'photo', to: 'jpg', haste: 1, desk: 'cloth', long: 2600 }),
  sheet({
    id: 'nagpur-pan', type: 'tax_id', category: ['identity', 'tax'], file: 'pan manish', person: 'Manish Agrawal',
    fields: { documentNumber: 'BNTPA2207M', holderName: 'Manish Agrawal', dateOfBirth: '1984-12-19' },
    also: { issuer: ['Income Tax Department', 'Government of India', 'Income Tax Department Government of India', 'आयकर विभाग'] },
  }, (p) => {
    p.box(4, 4, 332, 208, '#dfeef7', '#79a', 10); p.at(20, 16, 'आयकर विभाग', { font: 'hindi-bold', size: 13 }); p.at(20, 34, 'INCOME TAX DEPARTMENT', { font: 'sans-bold', size: 10 }); p.at(322, 16, 'भारत सरकार', { font: 'hindi-bold', size: 13, align: 'right' }); p.at(322, 34, 'GOVT. OF INDIA', { font: 'sans-bold', size: 10, align: 'right' });
    portrait(p, 262, 56, 58, 70); p.at(20, 58, 'स्थायी लेखा संख्या कार्ड', { font: 'hindi', size: 9 }); p.at(20, 72, 'Permanent Account Number Card', { font: 'sans', size: 9 }); p.at(20, 86, 'BNTPA2207M', { font: 'sans-bold', size: 17 });
    p.at(20, 116, 'नाम / Name', { font: 'sans', size: 8 }); p.at(20, 127, 'MANISH AGRAWAL', { font: 'sans-bold', size: 11 }); p.at(20, 144, 'पिता का नाम / Father’s Name', { font: 'sans', size: 8 }); p.at(20, 155, 'OM PRAKASH AGRAWAL', { font: 'sans-bold', size: 11 }); p.at(20, 172, 'जन्म की तारीख / Date of Birth', { font: 'sans', size: 8 }); p.at(20, 183, '19/12/1984', { font: 'sans-bold', size: 11 }); p.sign(200, 176, 'Manish A', 18, '#222');
  }, { size: [340, 216], margin: 16 }, { as: 'photo', to: 'jpg', haste: 0, desk: 'dark', long: 2600 }),
  sheet({
    id: 'nagpur-shaadi', type: 'marriage_certificate', category: ['personal', 'legal', 'identity'], file: 'Marriage regn NMC', person: 'Neha Agrawal',
    fields: { documentNumber: ['NMC/MR/2010/04418'], holderName: ['Sandeep Agrawal', 'Neha Khandelwal', 'Sandeep Agrawal and Neha Khandelwal', 'Neha Agrawal'], issueDate: '2010-12-20' },
    also: { issuer: ['Nagpur Municipal Corporation', 'Government of Maharashtra', 'Registrar of Marriages', 'Registrar of Marriages Nagpur Municipal Corporation', 'Registrar of Marriages, Nagpur Municipal Corporation'], startDate: '2010-11-22', dateOfBirth: ['1981-06-03', '1986-02-17'] },
  }, (p) => {
    p.box(26, 26, 543, 700, undefined, '#7a4a1a'); p.at(297, 46, 'GOVERNMENT OF MAHARASHTRA', { font: 'times-bold', size: 13, align: 'center' }); p.at(297, 64, 'NAGPUR MUNICIPAL CORPORATION', { font: 'times-bold', size: 13, align: 'center' }); p.at(297, 94, 'FORM E', { font: 'times', size: 11, align: 'center' }); p.at(297, 112, 'CERTIFICATE OF REGISTRATION OF MARRIAGE', { font: 'times-bold', size: 15, align: 'center' }); p.at(297, 134, '[ Section 6(1) and Rule 5 ]', { font: 'times', size: 10.5, align: 'center' });
    p.y = 170; const put = (text: string): void => { p.put(text, { font: 'times', size: 13, lead: 1.6, align: 'justify', after: 10 }); };
    put('This is to certify that the marriage between'); put('Name of husband: SANDEEP AGRAWAL, born 3 June 1981, residing at Plot 18, Lakadganj, Nagpur, and'); put('Name of wife: NEHA KHANDELWAL, born 17 February 1986, residing at 7 Civil Lines, Akola,'); put('solemnised on 22 November 2010 at Hotel Tuli Gardens, Nagpur, is registered by me on 20 December 2010 at serial no. NMC/MR/2010/04418 of volume 9 of the register of marriages.');
    put('Witnesses: Girdhari Khandelwal, Vinod Lohiya, Usha Agrawal.'); p.gap(30); seal(p, 120, p.y + 30, 42, '#5a3'); p.sign(390, p.y, 'R. Meshram', 24); p.at(370, p.y + 36, 'Registrar of Marriages\nDate: 20/12/2010', { font: 'times', size: 12 });
  }, { margin: 60 }, { as: 'scan', dpi: 200, to: 'pdf', skew: -1.5, quality: 72, wear: 1.3 }),
  sheet({
    id: 'nagpur-lab', type: 'medical_report', category: 'medical', file: 'mummyji blood test', person: 'Shakuntala Devi Agrawal',
    fields: { documentNumber: 'DX2609-11820', holderName: ['Shakuntala Devi Agrawal', 'Mrs. Shakuntala Devi Agrawal', 'Shakuntala Agrawal'], issuer: ['Dhanwantari Pathology', 'Dhanwantari Pathology Laboratory', 'Dhanwantari Pathology Lab'], issueDate: ['2026-09-19', '2026-09-18'] },
    also: {},
  }, (p) => {
    p.box(0, 0, 595, 6, '#2e7d32'); p.at(40, 24, 'Dhanwantari Pathology Laboratory', { font: 'sans-bold', size: 18, color: '#2e7d32' }); p.at(40, 48, 'Ramdaspeth, Nagpur · Dr. Archana Gokhale, MD (Path)', { font: 'sans', size: 10 });
    grid(p, 74, [['Patient', 'Mrs. Shakuntala Devi Agrawal'], ['Age / Sex', '66 Y / Female'], ['Lab ID', 'DX2609-11820'], ['Referred by', 'Dr. Nitin Wasnik'], ['Sample collected', '18/09/2026 07:50'], ['Reported', '19/09/2026 18:15']], 3, { x: 40, width: 515, row: 32, font: 'sans', valueFont: 'sans-bold', size: 9.5 });
    p.y = 150; table(p, [{ width: 215 }, { width: 80, align: 'right' }, { width: 80 }, { width: 140 }], [['Test', 'Result', 'Unit', 'Reference range'], ['Haemoglobin', '10.9 L', 'g/dL', '12.0 - 15.0'], ['Total leucocyte count', '7,200', '/cumm', '4,000 - 11,000'], ['Platelet count', '2.41', 'lakh/cumm', '1.50 - 4.10'], ['Fasting blood sugar', '138 H', 'mg/dL', '70 - 100'], ['HbA1c', '7.4 H', '%', 'below 5.7'], ['TSH', '6.8 H', 'uIU/mL', '0.4 - 4.2'], ['Serum creatinine', '0.9', 'mg/dL', '0.6 - 1.1'], ['Total cholesterol', '184', 'mg/dL', 'below 200'], ['Vitamin D (25-OH)', '18 L', 'ng/mL', '30 - 100'], ['Vitamin B12', '412', 'pg/mL', '211 - 911']], { x: 40, font: 'sans', size: 10, lines: 'rows' });
    p.at(40, p.y + 12, 'H: high, L: low. Fasting sample. Please correlate clinically; repeat TSH after 6 weeks.', { font: 'sans', size: 9.5 }); p.sign(420, p.y + 40, 'A. Gokhale');
  }, { margin: 40 }),
  sheet({
    id: 'nagpur-tenth', type: 'other', alsoTypes: ['degree_certificate'], category: 'education', file: 'Tanvi SSC result', person: 'Tanvi Agrawal',
    fields: { documentNumber: ['M118204', '0718827'], holderName: ['Tanvi Sandeep Agrawal', 'Agrawal Tanvi Sandeep', 'Tanvi Agrawal'], issueDate: ['2026-06-02'] },
    also: { issuer: ['Maharashtra State Board of Secondary and Higher Secondary Education', 'Maharashtra State Board of Secondary and Higher Secondary Education Nagpur', 'Nagpur Divisional Board'] },
  }, (p) => {
    p.box(24, 24, 547, 560, undefined, '#333'); p.at(297, 36, 'MAHARASHTRA STATE BOARD OF SECONDARY AND HIGHER SECONDARY EDUCATION', { font: 'narrow-bold', size: 12.5, align: 'center' }); p.at(297, 54, 'NAGPUR DIVISIONAL BOARD', { font: 'narrow', size: 11, align: 'center' }); p.at(297, 74, 'SECONDARY SCHOOL CERTIFICATE EXAMINATION · STATEMENT OF MARKS', { font: 'narrow-bold', size: 12, align: 'center' });
    grid(p, 100, [['Candidate’s full name (surname first)', 'AGRAWAL TANVI SANDEEP'], ['Mother’s name', 'NEHA'], ['Seat No.', 'M118204'], ['Month and year of exam', 'MARCH 2026'], ['Statement No.', '0718827'], ['School', 'BHAVAN VIDYALAYA, CIVIL LINES']], 2, { x: 36, width: 525, row: 34, font: 'narrow', valueFont: 'narrow-bold', size: 12, labelSize: 8.5 });
    p.y = 210; table(p, [{ width: 60 }, { width: 250 }, { width: 90, align: 'right' }, { width: 120, align: 'right' }], [['Code', 'Subject', 'Max marks', 'Marks obtained'], ['03', 'English (1st language)', '100', '078'], ['16', 'Marathi (2nd language)', '100', '081'], ['15', 'Hindi (3rd language)', '100', '084'], ['71', 'Mathematics', '100', '091'], ['72', 'Science and Technology', '100', '088'], ['73', 'Social Sciences', '100', '083'], ['', 'Total', '600', '505']], { x: 36, font: 'narrow', size: 11.5, lastBold: 1 });
    p.at(36, p.y + 14, 'Percentage: 84.17      Result: PASS WITH DISTINCTION      Grade R: A   Grade P: B', { font: 'narrow-bold', size: 12 }); p.at(36, p.y + 40, 'Date: 2 June 2026', { font: 'narrow', size: 11.5 }); p.sign(430, p.y + 44, 'M. Kale'); p.at(420, p.y + 76, 'Divisional Secretary', { font: 'narrow', size: 11 });
  }, { size: [595, 610], margin: 36 }, { as: 'scan', dpi: 150, to: 'jpg', skew: 1.2, quality: 78 }),
  sheet({
    id: 'nagpur-rent', type: 'lease', category: ['property', 'legal'], file: 'B204 rent agreement', person: 'Manish Agrawal',
    fields: { holderName: ['Rakesh Wankhede', 'Shri Rakesh Wankhede', 'Manish Agrawal', 'Shri Manish Agrawal'], startDate: '2026-06-01', endDate: '2027-04-30', totalAmount: ['11500', '35000'], currency: 'INR', issueDate: '2026-05-26' },
    also: { documentNumber: ['AB 718204', 'AB718204'], issuer: ['Manish Agrawal', 'Shri Manish Agrawal', 'Government of Maharashtra', 'India Non Judicial'], expiryDate: '2027-04-30', dueDate: ['2026-06-05'] },
  }, (p) => {
    p.box(50, 30, 512, 130, '#e7efe3', '#567'); p.at(306, 40, 'INDIA NON JUDICIAL', { font: 'times-bold', size: 13, align: 'center' }); p.at(306, 62, 'ONE HUNDRED RUPEES   Rs. 100', { font: 'times-bold', size: 18, align: 'center', color: '#375a3a' }); p.at(66, 96, 'MAHARASHTRA', { font: 'times-bold', size: 12 }); p.at(546, 96, 'AB 718204', { font: 'times-bold', size: 12, align: 'right' }); p.at(66, 122, 'Stamp vendor: S. N. Thakre, Nagpur. Sold to Manish Agrawal on 25/05/2026', { font: 'times', size: 11 });
    p.y = 184; p.put('LEAVE AND LICENCE AGREEMENT', { font: 'times-bold', size: 15, align: 'center', after: 10 }); const put = (text: string): void => { p.put(text, { font: 'times', size: 12.5, lead: 1.5, align: 'justify', after: 7 }); };
    put('This agreement is made at Nagpur on this 26th day of May 2026 between Shri MANISH AGRAWAL, residing at Plot 18, Lakadganj, Nagpur (the Licensor) and Shri RAKESH WANKHEDE, aged 31, Assistant Engineer, permanent resident of Yavatmal (the Licensee).'); put('1. The Licensor gives the Licensee flat no. B-204, Shree Ganesh Heights, Manish Nagar, for residence only, for 11 months from 1 June 2026 to 30 April 2027.'); put('2. The monthly licence fee is Rs. 11,500, payable by the 5th of each month. It rises by 7% on renewal.'); put('3. The Licensee has paid Rs. 35,000 as interest-free refundable deposit by NEFT.'); put('4. Society maintenance is paid by the Licensor; the electricity bill by the Licensee.'); put('5. Either side may end this agreement with one month’s notice. There is a lock-in period of 6 months.'); put('6. Not more than 4 persons may live in the flat. The Licensee shall not sublet it nor keep a commercial gas cylinder.'); put('7. Fittings given: 4 fans, 6 tube lights, 1 geyser, 1 exhaust fan, 2 keys.');
    p.gap(16); p.sign(80, p.y, 'Manish A.', 22); p.sign(380, p.y, 'R. Wankhede', 22); p.at(80, p.y + 34, 'Licensor', { font: 'times', size: 12 }); p.at(380, p.y + 34, 'Licensee', { font: 'times', size: 12 }); p.at(80, p.y + 60, 'Witnesses: 1) Sneha Pathak  2) Dilip Zade', { font: 'times', size: 12 });
  }, { size: 'LEGAL', margin: 60 }, { as: 'scan', dpi: 200, to: 'pdf', skew: 0.8, quality: 72 }),
  typedSheet({
    id: 'nagpur-yatra', type: 'travel_itinerary', category: 'travel', file: 'Vaishno Devi tour voucher', person: 'Sandeep Agrawal',
    fields: { documentNumber: ['YS/NGP/2026/0441'], holderName: ['Sandeep Agrawal', 'Shri Sandeep Agrawal', 'Agrawal Family'], issuer: ['Yatri Sarthi Tours', 'Yatri Sarthi Tours & Travels'], startDate: '2026-12-27', endDate: '2027-01-02', totalAmount: ['87000', '57000'], currency: 'INR', issueDate: '2026-10-20' },
    also: { dueDate: '2026-12-10' },
  }, () => written([
    { h: 'YATRI SARTHI TOURS & TRAVELS', level: 1, center: true }, { p: 'Dharampeth, Nagpur · 98230 44182', center: true }, { p: 'BOOKING VOUCHER', bold: true, center: true, size: 14 },
    { table: [['Voucher no.', 'YS/NGP/2026/0441'], ['Date', '20 October 2026'], ['Guest', 'Shri Sandeep Agrawal and family'], ['Tour', 'Mata Vaishno Devi, Amritsar, Wagah Border: 6 nights / 7 days'], ['Departure', '27 December 2026, Nagpur Junction, 05:20'], ['Return', '2 January 2027, about 22:30'], ['Persons', '5 adults, 1 child']], widths: [30, 70] },
    { h: 'Day wise', level: 3 }, { list: ['27-28 December: train Nagpur to Jammu, 3 AC', '29 December: Katra, hotel Trikuta Palace', '30 December: darshan; pony for the elders is at own cost', '31 December: Amritsar, hotel Harmandir Residency; 1 January: Golden Temple and Wagah', '1-2 January: train Amritsar to Nagpur'] },
    { h: 'Payment', level: 3 }, { table: [['Package', 'Rs. 87,000'], ['Advance received by UPI', 'Rs. 30,000'], ['Balance, before 10 December 2026', 'Rs. 57,000']], widths: [60, 40] },
    'Breakfast and dinner are included, lunch is not. Cancellation up to 15 days before departure: 25% of the package; later: no refund. Helicopter tickets are not included. Tour manager: Pravin Dhote, 97644 11820.',
  ], { font: 'Cambria' })),
  sheet({
    id: 'nagpur-fridge', type: 'warranty', category: 'warranty', file: 'fridge card', person: 'Neha Agrawal',
    fields: { documentNumber: ['HV343-25-0718204'], holderName: ['Neha Agrawal', 'Smt. Neha Agrawal', 'Mrs. Neha Agrawal'], issuer: ['Himveer Appliances', 'Himveer Appliances Ltd', 'Himveer Appliances Ltd.', 'Himveer'] },
    also: { issueDate: '2025-11-09', startDate: '2025-11-09', endDate: ['2026-11-08', '2026-11-09', '2035-11-08', '2035-11-09'], expiryDate: ['2026-11-08', '2026-11-09', '2035-11-08', '2035-11-09'], totalAmount: '36490', currency: 'INR' },
  }, (p) => {
    p.box(12, 12, 416, 296, '#eef7fb', '#0077a3', 8); p.at(220, 22, 'HIMVEER', { font: 'sans-bold', size: 24, align: 'center', color: '#0077a3' }); p.at(220, 50, 'Refrigerator Warranty Card', { font: 'sans', size: 13, align: 'center' });
    pairs(p, 78, [['Customer', 'Smt. Neha Agrawal'], ['Model', 'FrostFree Duo 343 L'], ['Serial no.', 'HV343-25-0718204'], ['Date of purchase', '09-11-2025'], ['Dealer', 'Sai Electronics, Mahal, Nagpur'], ['Price', 'Rs. 36,490']], { x: 28, label: 110, font: 'sans', valueFont: 'sans-bold', size: 11, step: 4, sep: ':' });
    p.y = 204; for (const line of ['Complete product: 1 year from the date of purchase.', 'Compressor: 10 years. Gas charging and labour are chargeable after the first year.', 'Not covered: bulb, glass shelves, damage by voltage fluctuation.', 'Service: 1800 209 4418. Himveer Appliances Ltd., Pune']) p.put(line, { font: 'sans', size: 11, indent: 0, after: 4 });
  }, { size: [440, 320], margin: 28 }, { as: 'scan', dpi: 300, to: 'jpg', skew: -1.0, quality: 78 }),
];
