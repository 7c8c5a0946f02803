import { pairs, table } from '../blocks.ts';
import type { Entry } from '../catalogue.ts';
import { paperOf } from './household.ts';

/** Papers of Karen and Luis Delgado of Dayton, Ohio. */
export const daytonPapers: readonly Entry[] = [
  paperOf('dayton-water', 'utility_bill', 'bills', 'city water oct', (p) => {
    p.at(50, 40, 'City of Dayton — Division of Water', { font: 'helv-bold', size: 15 }); p.at(50, 75, 'LUIS DELGADO\n2207 WAYNE AVE\nDAYTON OH 45410', { size: 10 });
    pairs(p, 75, [['Account', '114-20887-03'], ['Bill date', '10/08/2026'], ['Due date', '10/29/2026'], ['Service', '09/02/2026 to 10/01/2026']], { x: 340, label: 80, size: 10 });
    p.y = 160; table(p, [{ width: 330 }, { width: 140, align: 'right' }], [['Charge', 'Amount'], ['Water 6 CCF', '$31.44'], ['Sewer', '$38.70'], ['Storm water', '$9.15'], ['Trash collection', '$17.50'], ['Amount due', '$96.79']], { lastBold: 1 });
    p.gap(10).put('A late charge of 5% is added after the due date. Emergencies (main breaks): 937-333-4905 at any time.');
  }, { size: 'LETTER' }),
  paperOf('dayton-auto', 'insurance_policy', 'insurance', 'auto dec page', (p) => {
    p.at(50, 40, 'Buckeye Casualty Company', { font: 'times-bold', size: 17 }); p.at(50, 62, 'Auto policy declarations', { font: 'times', size: 13 });
    pairs(p, 92, [['Named insureds', 'Karen Delgado and Luis Delgado'], ['Policy number', 'BC-A 0417 22 908'], ['Policy period', 'June 14, 2026 to December 14, 2026, 12:01 a.m.'], ['Vehicle 1', '2019 Honda Odyssey, VIN 5FNRL6H74KB018842'], ['Vehicle 2', '2014 Ford F-150, VIN 1FTFW1EF4EFA88210']], { label: 120, font: 'times', size: 11 });
    p.y = 205; table(p, [{ width: 200 }, { width: 150 }, { width: 65, align: 'right' }, { width: 65, align: 'right' }], [['Coverage', 'Limit / deductible', 'Odyssey', 'F-150'], ['Bodily injury', '$100,000 / $300,000', '$142', '$118'], ['Property damage', '$50,000', '$96', '$88'], ['Collision', '$500 deductible', '$171', 'none'], ['Comprehensive', '$250 deductible', '$64', '$41'], ['Roadside assistance', 'up to 15 miles of towing', '$9', '$9'], ['Premium', '', '$482', '$256']], { font: 'times', boldFont: 'times-bold', lastBold: 1 });
    p.gap(8).put('Total for the six months: $738. Agent: Denise Kowalski, 937-555-0144. Report a claim: 800-555-0190.', { font: 'times', size: 11 });
  }, { size: 'LETTER' }),
  paperOf('dayton-lease', 'lease', 'property', 'Storage unit agreement', (p) => {
    p.at(306, 40, 'SELF-STORAGE RENTAL AGREEMENT', { font: 'sans-bold', size: 15, align: 'center' }); p.y = 75;
    for (const line of ['Facility: Linden Mini Storage, 1180 Linden Ave, Dayton OH 45410', 'Occupant: Luis Delgado', 'Unit: 214 (10 x 15 ft, climate controlled)', 'Move-in date: March 3, 2026, month to month', 'Rent: $129 a month, due on the 1st; $20 late charge after the 6th', 'Gate hours: 6 am to 10 pm every day. Gate code is given in person.', 'No food, tires, fuel or living things may be stored.', 'You must give 10 days’ written notice before you move out.', 'Your goods are not insured by us; you need cover of at least $3,000.']) p.put(line, { font: 'sans', size: 11, after: 5 });
  }, { size: 'LETTER' }),
  paperOf('dayton-tax', 'tax_return', 'tax', 'property tax 1st half', (p) => {
    p.at(306, 40, 'MONTGOMERY COUNTY TREASURER', { font: 'courier-bold', size: 13, align: 'center' }); p.at(306, 58, 'REAL PROPERTY TAX BILL - FIRST HALF 2025, PAYABLE 2026', { font: 'courier', size: 10, align: 'center' });
    pairs(p, 85, [['Parcel', 'R72 10514 0022'], ['Owner', 'DELGADO LUIS & KAREN'], ['Location', '2207 WAYNE AVE'], ['Appraised value', '$168,400'], ['Assessed value (35%)', '$58,940'], ['Half year tax', '$1,886.21'], ['Homestead credit', '$0.00'], ['Pay by', 'February 20, 2026'], ['Second half due', 'July 17, 2026']], { label: 160, font: 'courier', size: 10 });
  }, { size: 'LETTER' }),
  paperOf('dayton-report', 'other', 'education', 'Q4 report card Sofia', (p) => {
    p.at(50, 40, 'Stivers Middle School · Report card', { font: 'book-bold', size: 16 }); p.at(50, 64, 'Student: Sofia Delgado    Grade: 8    Homeroom: Ms. Hargrove    Quarter 4, ended May 29, 2026', { font: 'book', size: 11 }); p.y = 92;
    table(p, [{ width: 170 }, { width: 70 }, { width: 240 }], [['Subject', 'Grade', 'Comment'], ['Algebra I', 'B+', 'Works hard, check signs'], ['English', 'A', 'A joy to read'], ['Science', 'A-', 'Great lab partner'], ['US History', 'B', ''], ['Orchestra (cello)', 'A', 'First chair']], { font: 'book', boldFont: 'book-bold' });
    p.gap(8).put('Days absent: 4. Days late: 2. Promoted to grade 9.', { font: 'book', size: 11 });
  }, { size: 'LETTER' }),
  paperOf('dayton-roof', 'contract', 'property', 'roof quote', (p) => {
    p.at(50, 40, 'Miami Valley Roofing LLC', { font: 'narrow-bold', size: 18 }); p.at(50, 62, 'Proposal to Karen Delgado, 2207 Wayne Ave · August 19, 2026', { font: 'narrow', size: 11 }); p.y = 90;
    for (const line of ['Tear off one layer of shingles, 22 squares. Install ice guard, felt and 30-year architectural shingles, color Weathered Wood.', 'Price: $11,850 with materials, labor and dumpster. Gutters: $1,420 more if you want them.', 'One third when you sign, the rest the day we finish. We start about three weeks after signing and need two to three days.', 'Workmanship is guaranteed for 10 years; shingles by the maker for 30.', 'This price holds for 45 days. Questions: Ray, 937-555-0171.']) p.put(line, { font: 'narrow', size: 12, after: 6 });
  }, { size: 'LETTER' }),
  paperOf('dayton-eob', 'medical_report', 'medical', 'EOB Karen', (p) => {
    p.at(50, 40, 'Great Lakes Health Plan', { font: 'sans-bold', size: 16 }); p.at(50, 62, 'Explanation of benefits. THIS IS NOT A BILL', { font: 'sans-bold', size: 11 });
    pairs(p, 88, [['Patient', 'Karen Delgado'], ['Member ID', 'GLH 4418 20 77'], ['Provider', 'Kettering Imaging'], ['Date of service', '07/22/2026'], ['Claim number', '26-0730-11827']], { label: 110, font: 'sans', size: 10 });
    p.y = 185; table(p, [{ width: 180 }, { width: 75, align: 'right' }, { width: 75, align: 'right' }, { width: 75, align: 'right' }, { width: 75, align: 'right' }], [['Service', 'Billed', 'Allowed', 'We paid', 'You owe'], ['Mammogram, screening', '$412.00', '$188.50', '$188.50', '$0.00'], ['Ultrasound, left breast', '$365.00', '$214.00', '$149.80', '$64.20'], ['Total', '$777.00', '$402.50', '$338.30', '$64.20']], { font: 'sans', lastBold: 1 });
    p.gap(8).put('You have met $610.40 of your $1,500 yearly deductible. To appeal write within 180 days.', { font: 'sans' });
  }, { size: 'LETTER' }),
  paperOf('dayton-401k', 'bank_statement', 'financial', '401k Q3', (p) => {
    p.at(50, 40, 'Heartland Retirement — 401(k) statement', { font: 'sans-bold', size: 15 }); p.at(50, 62, 'Luis Delgado · Plan: Tri-State Tool & Die · July 1 to September 30, 2026', { font: 'sans', size: 10.5 });
    pairs(p, 90, [['Opening balance', '$88,204.16'], ['Your contributions', '$1,950.00'], ['Employer match', '$975.00'], ['Change in market value', '$2,310.77'], ['Loan balance', '$4,120.00'], ['Closing balance', '$93,439.93'], ['Vested', '80%'], ['Beneficiary', 'Karen Delgado (100%)']], { label: 170, font: 'sans', size: 11 });
  }, { size: 'LETTER' }),
  paperOf('dayton-flight', 'travel_itinerary', 'travel', 'San Juan trip', (p) => {
    p.at(50, 40, 'Your trip is booked', { font: 'helv-bold', size: 18 }); p.at(50, 64, 'Confirmation QX7R4M · Travelers: Karen Delgado, Luis Delgado, Sofia Delgado', { size: 11 }); p.y = 90;
    table(p, [{ width: 90 }, { width: 150 }, { width: 150 }, { width: 90 }], [['Flight', 'Leaves', 'Arrives', 'Seats'], ['PK 418', 'Sat Dec 19, 2026 7:05 am CVG', 'Sat Dec 19, 2026 12:38 pm SJU', '21A-C'], ['PK 421', 'Sun Dec 27, 2026 2:20 pm SJU', 'Sun Dec 27, 2026 6:41 pm CVG', '18D-F']], { size: 9 });
    p.gap(10).put('Paid with card ending 2208: $1,287.60. One carry-on each; a checked bag is $35 each way. Changes cost $75 a person.');
  }, { size: 'LETTER' }),
  paperOf('dayton-dryer', 'receipt', 'bills', 'dryer receipt', (p) => {
    p.at(130, 20, 'HOMEPLEX #0418', { font: 'mono', size: 12, align: 'center' }); p.y = 42;
    for (const line of ['DAYTON OH 937-555-0102', '09/05/2026  14:22  REG 3', 'BRELLO ELEC DRYER 7.4CF', 'SKU 66201  S/N BD74-20661', '               $649.00', 'CORD 4-PRONG     $24.98', 'HAUL AWAY         FREE', 'PROTECT PLAN 3YR $79.99', 'TAX 7.5%         $56.55', 'TOTAL           $810.52', 'VISA ****2208', 'DELIVERY 09/11/2026 8-12', 'RETURNS WITHIN 30 DAYS']) p.put(line, { font: 'mono', size: 9, after: 2 });
  }, { size: [260, 300], margin: 20 }),
  paperOf('dayton-daycamp', 'other', 'education', 'camp confirmation', (p) => {
    p.at(50, 40, 'Camp Birchwood — confirmation', { font: 'book-bold', size: 17 }); p.y = 75;
    for (const line of ['Camper: Mateo Delgado, age 9', 'Session: Explorers 2, July 12 to July 24, 2026', 'Drop-off Sunday 3 pm at the lodge, pick-up Friday 10 am', 'Fee $840, paid $250, balance of $590 due June 1', 'Bunk with: his cousin Nico (request noted)', 'Health form: returned. EpiPen (bee stings) goes to Nurse Abby.', 'Camp office: 740-555-0133']) p.put(line, { font: 'book', size: 12, after: 5 });
  }, { size: 'LETTER' }),
  paperOf('dayton-will', 'will', 'legal', 'Will of Luis', (p) => {
    p.at(306, 40, 'LAST WILL OF LUIS ANTONIO DELGADO', { font: 'times-bold', size: 14, align: 'center' }); p.y = 75;
    for (const line of ['I, Luis Antonio Delgado, of Dayton, Ohio, make this my will and revoke all others.', '1. I give my guitar collection to my brother Hector Delgado.', '2. Everything else I give to my wife, Karen Delgado; if she does not survive me, to our children Sofia and Mateo in equal shares.', '3. I name Karen as executor and, if she cannot serve, my sister Elena Ruiz.', '4. If Karen is not living I name Elena Ruiz guardian of our minor children.', 'Signed on April 2, 2025. Witnesses: Paul Brandt and Yvonne Tate.']) p.put(line, { font: 'times', size: 11.5, after: 7 });
  }, { size: 'LETTER' }),
];
