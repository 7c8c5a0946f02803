import { grid, pairs, seal, table } from '../blocks.ts';
import type { Entry } from '../catalogue.ts';
import { written } from '../docx.ts';
import { sheet, typedSheet } from './household.ts';

const school = ['Oasis Indian School', 'Oasis Indian School Dubai', 'The Oasis Indian School'];

/** Pay, bank, school and health of the same family, and the papers of Anju's mother in Kerala. */
export const kochiFamilyPapers: readonly Entry[] = [
  sheet({
    id: 'kochi-school', type: 'receipt', category: ['education', 'bills', 'financial'], file: 'School fee term1', person: 'Evelyn Bijoy',
    fields: { documentNumber: ['RCP/26-27/04418'], holderName: ['Evelyn Bijoy', 'Bijoy Thomas'], issuer: school, issueDate: '2026-04-12', totalAmount: '5194', currency: 'AED' },
    also: { dueDate: '2026-09-05' },
  }, (p) => {
    p.box(30, 26, 535, 340, undefined, '#333'); p.at(297, 36, 'THE OASIS INDIAN SCHOOL', { font: 'book-bold', size: 18, align: 'center' }); p.at(297, 60, 'Muhaisnah 4, Dubai · affiliated to CBSE, New Delhi · Tel 04 288 1177', { font: 'book', size: 10, align: 'center' }); p.at(297, 80, 'FEE RECEIPT', { font: 'book-bold', size: 13, align: 'center' });
    pairs(p, 106, [['Receipt No', 'RCP/26-27/04418'], ['Student', 'Evelyn Bijoy'], ['Class', '4 C'], ['Parent', 'Bijoy Thomas']], { x: 44, label: 70, font: 'book', size: 12, step: 3, sep: ':', valueWidth: 190 });
    pairs(p, 106, [['Date', '12-Apr-2026'], ['GR No', '11820'], ['Session', '2026-27'], ['Paid by', 'Cheque 000218']], { x: 350, label: 70, font: 'book', size: 12, step: 3, sep: ':', valueWidth: 130 });
    p.y = 186;
    table(p, [{ width: 50 }, { width: 330 }, { width: 125, align: 'right' }], [['Sl.', 'Head', 'AED'], ['1', 'Tuition fee, Term I', '3,240.00'], ['2', 'Transport, Term I (Bus 17)', '1,150.00'], ['3', 'Books and stationery', '684.00'], ['4', 'Activity fee', '120.00'], ['', 'Total', '5,194.00']], { x: 44, font: 'book', size: 11, lastBold: 1 });
    p.at(44, 322, 'Dirhams five thousand one hundred ninety-four only. Fee once paid is not refundable.', { font: 'book-italic', size: 10.5 }); p.at(44, 340, 'Term II fee is payable by 5 September 2026.', { font: 'book', size: 11 }); p.sign(440, 326, 'Shaila N.');
  }, { size: [595, 400], margin: 44 }, { as: 'scan', dpi: 150, to: 'pdf', skew: 1.1, quality: 76 }),
  sheet({
    id: 'kochi-salary', type: 'other', alsoTypes: ['payslip'], category: ['employment', 'financial'], file: 'Salary certificate Oct', person: 'Anju Mathew',
    fields: { documentNumber: ['HR/SC/2026/0447'], holderName: ['Anju Mathew', 'Ms. Anju Mathew'], issuer: ['Al Wafa Specialty Hospital', 'Al Wafa Specialty Hospital L.L.C.', 'Al Wafa Specialty Hospital LLC'], issueDate: '2026-10-14', totalAmount: ['8100', '5000'], currency: 'AED' },
    also: { startDate: '2016-02-11' },
  }, (p) => {
    p.at(297, 50, 'AL WAFA SPECIALTY HOSPITAL L.L.C.', { font: 'times-bold', size: 17, align: 'center', color: '#14466b' }); p.at(297, 72, 'Oud Metha, Dubai, U.A.E. · P.O. Box 9183 · 04 377 2200', { font: 'times', size: 10, align: 'center' }); p.rule(92, 70, 525);
    p.at(70, 112, 'Ref: HR/SC/2026/0447', { font: 'times', size: 12 }); p.at(525, 112, '14 October 2026', { font: 'times', size: 12, align: 'right' });
    p.at(70, 142, 'To\nThe Manager\nEmirates Horizon Bank, Dubai', { font: 'times', size: 12 }); p.y = 215;
    p.put('SALARY CERTIFICATE', { font: 'times-bold', size: 14, align: 'center', after: 14 });
    const put = (text: string): void => { p.put(text, { font: 'times', size: 12, lead: 1.5, align: 'justify', after: 10 }); };
    put('This is to certify that Ms. Anju Mathew, holder of Indian Passport No. U4418207, is employed with us since 11 February 2016 and is presently working as Staff Nurse – NICU under our sponsorship.');
    put('Her monthly emoluments are as follows:');
    table(p, [{ width: 220 }, { width: 140, align: 'right' }], [['Basic', 'AED 5,000.00'], ['Housing allowance', 'AED 2,500.00'], ['Transport allowance', 'AED 600.00'], ['Total', 'AED 8,100.00']], { x: 118, font: 'times', size: 12, head: null, lines: 'rows', lastBold: 1 });
    p.gap(14); put('This certificate is issued at her request without any liability on the part of the hospital, and is valid for 30 days from the date of issue.');
    p.sign(80, p.y + 10, 'Reem A.'); p.at(70, p.y + 48, 'Reem Al Ansari\nHead of Human Resources', { font: 'times', size: 12, lead: 1.3 }); seal(p, 440, p.y + 50, 38, '#3b3f9c');
  }, { margin: 70 }),
  typedSheet({
    id: 'kochi-gratuity', type: 'other', alsoTypes: ['payslip'], category: ['employment', 'financial'], file: 'Final settlement Crescent', person: 'Bijoy Thomas',
    fields: { documentNumber: ['CBL/FS/26/118', 'CBL-0418'], holderName: ['Bijoy Thomas', 'Mr. Bijoy Thomas'], issuer: ['Crescent Bay Logistics', 'Crescent Bay Logistics FZE'], issueDate: '2026-05-06', totalAmount: ['32262', '30742'], currency: 'AED' },
    also: { startDate: '2017-06-03', endDate: '2026-04-30' },
  }, () => written([
    { p: 'CRESCENT BAY LOGISTICS FZE', bold: true, size: 16 }, 'Jebel Ali Free Zone, Dubai', { p: '6 May 2026', right: true }, 'Our ref: CBL/FS/26/118',
    'Dear Mr. Bijoy Thomas,', { h: 'End of service gratuity and final settlement', level: 2 },
    'Following your resignation we confirm the settlement of your dues as per the UAE Labour Law. Your employee code is CBL-0418, your designation was Accounts Executive. You joined on 3 June 2017 and your last working day was 30 April 2026. Last basic salary: AED 4,200.',
    { table: [['Description', 'AED'], ['Gratuity', '30,742.00'], ['Leave salary, 18 days balance', '3,520.00'], ['Less: staff loan outstanding', '(2,000.00)'], ['Net payable', '32,262.00']], widths: [70, 30] },
    'The net amount will be credited to your account ending 7719 on or before 14 May 2026. One air ticket to Kochi will be provided if you leave the country within 30 days.',
    'Your labour card and visa will be cancelled upon receipt of your signature below. We thank you for your service and wish you success.',
    'For Crescent Bay Logistics FZE', 'Pradeep Menon, Finance & Admin Manager',
  ], { font: 'Arial' })),
  sheet({
    id: 'kochi-nre', type: 'bank_statement', category: 'financial', file: 'NRE stmt Jul-Sep', person: 'Anju Mathew',
    fields: { documentNumber: ['118204417709', '30441882'], holderName: ['Anju Mathew', 'Mrs Anju Mathew'], issuer: ['Malabar Coast Bank', 'Malabar Coast Bank Ltd', 'Malabar Coast Bank Limited', 'The Malabar Coast Bank Ltd'], startDate: '2026-07-01', endDate: '2026-09-30', currency: 'INR' },
    also: { totalAmount: ['386892', '214380', '331862', '159350'], issueDate: ['2026-10-03', '2026-09-30'] },
  }, (p) => {
    p.at(40, 36, 'The Malabar Coast Bank Ltd', { font: 'helv-bold', size: 15, color: '#7a1f5c' }); p.at(40, 56, 'Piravom Branch · IFSC MLCB0000418', { size: 8.5 }); p.at(555, 38, 'STATEMENT OF ACCOUNT', { font: 'helv-bold', size: 11, align: 'right' });
    p.rule(72, 40, 555); pairs(p, 82, [['Name', 'MRS ANJU MATHEW'], ['Customer ID', '30441882'], ['Account No', '1182 0441 7709'], ['Scheme', 'NRE Savings']], { x: 40, label: 80, size: 9, step: 3, valueFont: 'helv-bold', valueWidth: 180 });
    pairs(p, 82, [['Period', '01-Jul-2026 to 30-Sep-2026'], ['Currency', 'INR'], ['Joint holder', 'NIL'], ['Generated', '03-Oct-2026']], { x: 330, label: 80, size: 9, step: 3 });
    p.y = 150;
    const rows = [['05-Jul', 'INW REM GULF EXCHANGE', '', '1,25,000.00', '3,39,380.00'], ['08-Jul', 'NEFT MARIAMMA MATHEW', '20,000.00', '', '3,19,380.00'], ['31-Jul', 'EMI HL 00418 AUTO', '31,450.00', '', '2,87,930.00'], ['06-Aug', 'INW REM GULF EXCHANGE', '', '1,10,000.00', '3,97,930.00'], ['08-Aug', 'NEFT MARIAMMA MATHEW', '20,000.00', '', '3,77,930.00'], ['31-Aug', 'EMI HL 00418 AUTO', '31,450.00', '', '3,46,480.00'], ['04-Sep', 'INW REM GULF EXCHANGE', '', '95,000.00', '4,41,480.00'], ['08-Sep', 'NEFT MARIAMMA MATHEW', '25,000.00', '', '4,16,480.00'], ['30-Sep', 'EMI HL 00418 AUTO', '31,450.00', '', '3,85,030.00'], ['30-Sep', 'INTEREST CREDIT', '', '1,862.00', '3,86,892.00']];
    table(p, [{ width: 55 }, { width: 200 }, { width: 85, align: 'right' }, { width: 85, align: 'right' }, { width: 90, align: 'right' }], [['Date', 'Narration', 'Withdrawal', 'Deposit', 'Balance'], ['', 'OPENING BALANCE', '', '', '2,14,380.00'], ...rows, ['', 'CLOSING BALANCE', '1,59,350.00', '3,31,862.00', '3,86,892.00']], { x: 40, size: 8.5, lines: 'rows', lastBold: 1, zebra: '#faf5f8' });
    p.gap(10).put('Nominee registered: Yes. This is a computer generated statement and needs no signature.', { size: 8 });
  }, { margin: 40 }),
  sheet({
    id: 'kochi-lic', type: 'insurance_policy', category: ['insurance', 'financial'], file: 'LIC bond anju', person: 'Anju Mathew',
    fields: { documentNumber: ['778204417'], holderName: ['Anju Mathew', 'Smt. Anju Mathew'], issuer: ['Life Insurance Corporation of India', 'LIC', 'LIC of India'], startDate: '2015-03-28', endDate: ['2036-03-28'], dateOfBirth: '1988-05-14', totalAmount: ['48236', '1000000'], currency: 'INR' },
    also: { issueDate: ['2015-04-06', '2015-03-28'], expiryDate: '2036-03-28', dueDate: ['2035-03-28'] },
  }, (p) => {
    p.box(36, 30, 523, 770, undefined, '#1f3f8f'); p.at(297, 44, 'LIFE INSURANCE CORPORATION OF INDIA', { font: 'times-bold', size: 16, align: 'center', color: '#1f3f8f' }); p.at(297, 66, 'Kottayam Division · Branch Office Muvattupuzha', { font: 'times', size: 10.5, align: 'center' }); p.at(297, 86, 'POLICY SCHEDULE – NEW ENDOWMENT PLAN (WITH PROFITS)', { font: 'times-bold', size: 12, align: 'center' });
    grid(p, 118, [['Policy No.', '778204417'], ['Sum Assured', 'Rs. 10,00,000'], ['Plan & Term', '814-21'], ['Date of Commencement', '28/03/2015'], ['Date of Maturity', '28/03/2036'], ['Due date of last premium', '28/03/2035'], ['Mode', 'Yearly'], ['Instalment premium', 'Rs. 48,236'], ['Due on', '28th March']], 3, { x: 48, width: 500, row: 40, font: 'times', valueFont: 'times-bold', size: 11.5, labelSize: 9, boxed: true });
    pairs(p, 256, [['Life Assured', 'Smt. Anju Mathew'], ['Date of Birth', '14/05/1988 (age admitted)'], ['Address', 'Kizhakkethil House, Piravom P.O., Ernakulam Dist., Kerala 686664'], ['Nominee', 'Bijoy Thomas'], ['Relationship', 'Husband'], ['Agent code', '0441879D']], { x: 52, label: 120, font: 'times', size: 12, step: 5, sep: ':' });
    p.y = 392; for (const text of ['On survival to the date of maturity the Sum Assured with vested bonuses is payable to the life assured; on death before that date, to the nominee.', 'A grace period of 30 days is allowed for yearly premiums. A lapsed policy may be revived within two years of the first unpaid premium.', 'The policy acquires a surrender value when premiums have been paid for at least three years. Loan is available against it.', 'Suicide within 12 months of commencement: 80% of the premiums paid are payable.']) p.put(text, { font: 'times', size: 11.5, lead: 1.4, after: 6, indent: 4, width: 486 });
    p.at(52, 560, 'Dated at Muvattupuzha this 6th day of April 2015', { font: 'times', size: 12 }); p.sign(400, 590, 'K. Varkey'); p.at(380, 620, 'p. Sr. Branch Manager', { font: 'times', size: 11 }); seal(p, 110, 640, 40, '#a33');
  }, {}, { as: 'scan', dpi: 200, to: 'pdf', skew: -0.9, quality: 74 }),
  sheet({
    id: 'kochi-discharge', type: 'medical_report', category: 'medical', file: 'Amma discharge LMH', person: 'Mariamma Mathew',
    fields: { documentNumber: ['IP260904418', 'LM118204'], holderName: ['Mariamma Mathew', 'Mrs. Mariamma Mathew'], issuer: ['Lourde Matha Hospital', 'Lourde Matha Mission Hospital'], startDate: '2026-09-03', endDate: '2026-09-08' },
    also: { issueDate: ['2026-09-08', '2026-09-03', '2026-09-05'], dueDate: '2026-09-18' },
  }, (p) => {
    p.at(297, 38, 'LOURDE MATHA MISSION HOSPITAL', { font: 'sans-bold', size: 16, align: 'center' }); p.at(297, 58, 'Kothamangalam, Ernakulam District, Kerala · 0485 282 4418', { font: 'sans', size: 9.5, align: 'center' }); p.at(297, 78, 'DISCHARGE SUMMARY', { font: 'sans-bold', size: 13, align: 'center' });
    grid(p, 104, [['Patient', 'Mrs. Mariamma Mathew'], ['Age / Sex', '67 Y / F'], ['UHID', 'LM118204'], ['IP No', 'IP260904418'], ['Admitted on', '03/09/2026 06.40 AM'], ['Discharged on', '08/09/2026 11.15 AM'], ['Consultant', 'Dr. Jacob Kurian MS'], ['Department', 'General Surgery'], ['Ward', 'Semi private 214-B']], 3, { x: 50, row: 34, font: 'sans', valueFont: 'sans-bold', size: 10, boxed: true });
    p.y = 218; const part = (name: string, text: string): void => { p.put(name, { font: 'sans-bold', size: 11, after: 1 }).put(text, { font: 'sans', size: 10.5, lead: 1.35, after: 6 }); };
    part('Diagnosis', 'Acute calculous cholecystitis. Type 2 diabetes mellitus. Systemic hypertension.');
    part('Procedure', 'Laparoscopic cholecystectomy under GA on 05/09/2026.');
    part('Allergy', 'Sulfa drugs');
    part('Course in hospital', 'Presented with pain right hypochondrium and vomiting since 2 days. USG: gall bladder distended, multiple calculi, largest 14 mm. HbA1c 8.1 %. Started on IV antibiotics and insulin. Surgery uneventful, drain removed on POD 2.');
    part('Advice on discharge', 'Tab. Pantop 40 mg once daily before breakfast for 10 days. Tab. Glycomet 500 mg twice daily after food, to continue. Tab. Telma 20 mg once daily in the morning. Low fat, diabetic diet. No lifting of weights above 5 kg for 6 weeks.');
    part('Review', 'In Surgery OPD on 18/09/2026 with FBS report. Come at once for fever, yellow colour of eyes or wound discharge.');
    p.sign(380, p.y + 14, 'Jacob K'); p.at(380, p.y + 44, 'Dr. Jacob Kurian, Reg. No. 22071', { font: 'sans', size: 10 });
  }, {}, { as: 'scan', dpi: 200, to: 'pdf', skew: 1.4, quality: 74 }),
  sheet({
    id: 'kochi-land', type: 'receipt', alsoTypes: ['tax_return'], category: ['property', 'tax', 'financial', 'bills'], file: 'IMG_20260619_121044', person: 'Mariamma Mathew',
    fields: { documentNumber: ['KL07028804418/2026'], holderName: ['Mariamma Mathew', 'Smt. Mariamma Mathew'], issueDate: '2026-06-19', totalAmount: '212', currency: 'INR' },
    also: { issuer: ['Government of Kerala', 'Revenue Department', 'Government of Kerala Revenue Department', 'Village Office Piravom', 'Village Office, Piravom', 'Revenue Department Government of Kerala'] },
  }, (p) => {
    p.at(210, 26, 'GOVERNMENT OF KERALA', { font: 'typed-bold', size: 14, align: 'center' }); p.at(210, 44, 'REVENUE DEPARTMENT', { font: 'typed-bold', size: 12, align: 'center' }); p.at(210, 62, 'Land Tax Receipt', { font: 'typed-bold', size: 13, align: 'center' }); p.rule(82, 24, 396);
    const end = pairs(p, 92, [['Receipt No.', 'KL07028804418/2026'], ['Date', '19-06-2026'], ['District / Taluk', 'Ernakulam / Muvattupuzha'], ['Village', 'Piravom'], ['Thandaper No.', '4471'], ['Name', 'Smt. Mariamma Mathew'], ['Survey No.', '218/4-2'], ['Extent', '12.14 Are'], ['Year', '2026-27']], { x: 28, label: 130, font: 'typed', size: 11.5, step: 4, sep: ':' });
    p.y = end + 4; table(p, [{ width: 240 }, { width: 120, align: 'right' }], [['Item', 'Rs.'], ['Basic tax', '182.00'], ['Arrear', '0.00'], ['Agri. workers welfare fund', '30.00'], ['Total', '212.00']], { x: 28, font: 'typed', size: 11, lastBold: 1 });
    p.at(28, p.y + 8, 'Received online through e-treasury GRN KL021188204', { font: 'typed', size: 10 });
  }, { size: [420, 460], margin: 24 }, { as: 'photo', to: 'jpg', haste: 1, desk: 'cloth', long: 2800 }),
  sheet({
    id: 'kochi-flight', type: 'travel_itinerary', category: 'travel', file: 'tkt DXB COK Xmas', person: 'Anju Mathew',
    fields: { documentNumber: ['Z4KQ7B', '877-2204471183', '877-2204471184', '877-2204471185', '877-2204471186'], holderName: ['Anju Mathew', 'Bijoy Thomas', 'Evelyn Bijoy', 'Aaron Bijoy'], issuer: ['Gulf Coast Air', 'Gulf Coast Air Express'], startDate: '2026-12-18', endDate: '2027-01-08', totalAmount: '4386', currency: 'AED', issueDate: '2026-09-02' },
    also: {},
  }, (p) => {
    p.box(0, 0, 595, 54, '#f28c28'); p.at(40, 16, 'gulf coast air express', { font: 'narrow-bold', size: 20, color: '#fff' }); p.at(555, 22, 'Booking Z4KQ7B · CONFIRMED', { font: 'narrow-bold', size: 12, align: 'right', color: '#fff' });
    p.at(40, 70, 'Booked on 02 Sep 2026 · keep this itinerary with you for immigration', { font: 'narrow', size: 10 }); p.y = 92;
    table(p, [{ width: 200 }, { width: 80 }, { width: 130 }, { width: 105 }], [['Passenger', 'Type', 'Ticket no.', 'Baggage'], ['MATHEW / ANJU MRS', 'Adult', '877-2204471183', '30 kg + 7 kg'], ['THOMAS / BIJOY MR', 'Adult', '877-2204471184', '30 kg + 7 kg'], ['BIJOY / EVELYN MISS', 'Child', '877-2204471185', '30 kg + 7 kg'], ['BIJOY / AARON MSTR', 'Infant', '877-2204471186', '10 kg']], { x: 40, font: 'narrow', size: 10, lines: 'rows' });
    p.gap(12).put('Onward', { font: 'narrow-bold', size: 12 }).put('GX 418   Fri 18 Dec 2026   Dubai (DXB) Terminal 2  22:35   Kochi (COK) Terminal 3  04:10 on Sat 19 Dec', { font: 'narrow', size: 11, after: 8 });
    p.put('Return', { font: 'narrow-bold', size: 12 }).put('GX 417   Fri 08 Jan 2027   Kochi (COK) Terminal 3  10:20   Dubai (DXB) Terminal 2  12:55', { font: 'narrow', size: 11, after: 10 });
    table(p, [{ width: 300 }, { width: 120, align: 'right' }], [['Fare', 'AED'], ['Base fare', '3,480.00'], ['Airport taxes and fuel', '796.00'], ['Seats 14A 14B 14C', '110.00'], ['Total paid by card ending 2281', '4,386.00']], { x: 40, font: 'narrow', size: 10.5, lastBold: 1 });
    p.gap(10).put('Date change: AED 150 a person plus fare difference, up to 24 hours before departure. Cancellation: AED 300 a person; no refund after check-in. Counters close 60 minutes before departure.', { font: 'narrow', size: 10.5 });
  }, { margin: 40 }),
  sheet({
    id: 'kochi-vaccines', type: 'vaccination_record', category: 'medical', file: 'aaron immunization', person: 'Aaron Bijoy',
    fields: { documentNumber: ['DHA-25-0204418'], holderName: ['Aaron Bijoy', 'Baby Aaron Bijoy'], dateOfBirth: '2025-02-02', issuer: ['Dubai Health Authority', 'Dubai Health', 'Al Twar Health Centre', 'Dubai Health Authority Al Twar Health Centre'] },
    also: { issueDate: ['2025-02-02', '2025-02-03', '2026-08-10'], dueDate: ['2029-02-02'] },
  }, (p) => {
    p.at(40, 30, 'DUBAI HEALTH AUTHORITY', { font: 'sans-bold', size: 13, color: '#0b6fa4' }); p.at(500, 30, 'Al Twar Health Centre', { font: 'sans', size: 11, align: 'right' }); p.at(40, 50, 'CHILD IMMUNIZATION CARD', { font: 'sans-bold', size: 15 });
    grid(p, 78, [['Name', 'Aaron Bijoy'], ['Date of birth', '02/02/2025'], ['Card no.', 'DHA-25-0204418'], ['Mother', 'Anju Mathew'], ['Birth weight', '3.12 kg'], ['Blood group', 'O positive']], 3, { x: 40, width: 460, row: 34, font: 'sans', valueFont: 'sans-bold', size: 10.5, labelSize: 8 });
    p.y = 152;
    table(p, [{ width: 90 }, { width: 200 }, { width: 90 }, { width: 80 }], [['Age', 'Vaccine', 'Given on', 'Batch'], ['Birth', 'BCG, Hepatitis B', '03/02/2025', 'B4418'], ['2 months', 'Hexaxim 1, PCV 1, Rotavirus 1', '07/04/2025', 'H1182'], ['4 months', 'Hexaxim 2, PCV 2, Rotavirus 2', '09/06/2025', 'H2044'], ['6 months', 'Hexaxim 3, PCV 3', '04/08/2025', 'H2871'], ['12 months', 'MMR 1, Varicella 1', '05/02/2026', 'M7710'], ['18 months', 'MMR 2, Pentaxim booster', '10/08/2026', 'M8204'], ['4 to 6 years', 'DTaP-IPV, Varicella 2', 'due', '']], { x: 40, font: 'sans', size: 10 });
    p.at(40, p.y + 8, 'Please bring this card at each visit. Fever above 38.5 for more than 2 days: call 800 342.', { font: 'sans', size: 9.5 });
  }, { size: [540, 400], margin: 40 }, { as: 'scan', dpi: 300, to: 'jpg', skew: 0.7, quality: 78 }),
  typedSheet({
    id: 'kochi-poa', type: 'power_of_attorney', category: ['legal', 'property'], file: 'POA to Saju for Piravom plot', person: 'Anju Mathew',
    fields: { documentNumber: ['DUBC/PA/26/09183'], holderName: ['Anju Mathew', 'Saju Mathew'], issueDate: '2026-02-23' },
    also: { issuer: ['Consulate General of India', 'Consulate General of India Dubai', 'Anju Mathew'] },
  }, () => written([
    { p: 'SPECIAL POWER OF ATTORNEY', center: true, bold: true, size: 15 },
    'Know all men by these presents that I, ANJU MATHEW, aged 37 years, wife of Bijoy Thomas, holder of Indian Passport No. U4418207, residing at Flat 1107, Al Reem Tower 3, Al Qusais 2, Dubai, do hereby appoint my brother SAJU MATHEW, aged 41 years, residing at Kizhakkethil House, Piravom, as my attorney to do the following acts for me in respect of 8 cents of land in Re-Survey No. 96/7, Manjapra Village:',
    { list: ['to present the partition deed for registration before the Sub Registrar, Kalady;', 'to apply for mutation and pay the land tax;', 'to engage a licensed surveyor and fix the boundaries.'], numbered: true },
    'The attorney shall not sell, mortgage or lease the land. This power shall remain in force for one year from the date of attestation.',
    { p: 'Executed at Dubai on the 23rd day of February 2026', bold: true },
    { table: [['Executant', 'Witness 1', 'Witness 2'], ['Anju Mathew', 'Liji Paul, P.P. No. R2281904', 'Shibu George, P.P. No. T7719042']] },
    'Attested at the Consulate General of India, Dubai. Service no. DUBC/PA/26/09183. Fee AED 85.',
  ], { font: 'Times New Roman' })),
];
