import { grid, pairs, seal, table } from '../blocks.ts';
import type { Entry } from '../catalogue.ts';
import { written } from '../docx.ts';
import { sheet, typedSheet } from './household.ts';

const maeve = ['Maeve Whitford', 'Maeve Isla Whitford'];
const devon = ['Devon Whitford', 'Mr Devon Whitford'];

/** Papers of the same family: health, the child, the grandfather's will, a house they looked at, a holiday. */
export const halifaxFamilyPapers: readonly Entry[] = [
  sheet({
    id: 'halifax-glasses', type: 'prescription', category: 'medical', file: 'IMG_5533', person: 'Claire MacLellan',
    fields: { holderName: ['Claire MacLellan'], issueDate: '2026-09-30', issuer: ['North End Eye Care', 'Dr. Samuel Nwosu', 'Samuel Nwosu', 'Dr. Samuel Nwosu, OD'], expiryDate: '2028-09-30' },
    also: { documentNumber: ['1187'], endDate: '2028-09-30', dateOfBirth: '1989-09-17' },
  }, (p) => {
    p.at(24, 22, 'North End Eye Care', { font: 'book-bold', size: 18, color: '#35507a' }); p.at(24, 46, 'Dr. Samuel Nwosu, OD · Lic. 1187 · 2571 Gottingen St, Halifax', { font: 'book', size: 10 }); p.rule(64, 24, 396);
    p.at(24, 74, 'Patient: Claire MacLellan', { font: 'book', size: 12 }); p.at(396, 74, 'DOB: Sept 17, 1989', { font: 'book', size: 12, align: 'right' }); p.at(24, 92, 'Exam: Sept 30, 2026', { font: 'book', size: 12 }); p.at(396, 92, 'Rx expires: Sept 30, 2028', { font: 'book', size: 12, align: 'right' });
    p.y = 118; table(p, [{ width: 60 }, { width: 78, align: 'right' }, { width: 78, align: 'right' }, { width: 78, align: 'right' }, { width: 78, align: 'right' }], [['', 'Sphere', 'Cyl', 'Axis', 'Add'], ['OD', '-2.25', '-0.50', '175', '-'], ['OS', '-2.75', '-0.25', '010', '-']], { x: 24, font: 'book', boldFont: 'book-bold', size: 13 });
    p.at(24, p.y + 10, 'PD 62 mm. Distance, full time wear. Anti-reflective coating advised.', { font: 'book', size: 12 }); p.at(24, p.y + 28, 'Eye pressure normal. See you again in 12 months.', { font: 'book', size: 12 }); p.sign(270, p.y + 44, 'S. Nwosu', 24);
  }, { size: [420, 290], margin: 24 }, { as: 'photo', to: 'jpg', haste: 1, desk: 'cloth', long: 2800 }),
  sheet({
    id: 'halifax-physio', type: 'receipt', alsoTypes: ['invoice'], category: ['medical', 'bills', 'financial'], file: 'IMG_5540', person: 'Devon Whitford',
    fields: { documentNumber: ['20418'], holderName: devon, issuer: ['Maritime Motion Physiotherapy', 'Maritime Motion', 'Maritime Motion Physiotherapy Inc.'], issueDate: '2026-08-26', totalAmount: '285', currency: 'CAD' },
    also: { startDate: '2026-08-05', endDate: '2026-08-26' },
  }, (p) => {
    p.at(30, 28, 'Maritime Motion Physiotherapy', { font: 'sans-bold', size: 17, color: '#b0413e' }); p.at(30, 52, '3 Quinpool Mews, Halifax · 902-555-0102', { font: 'sans', size: 10.5 }); p.at(30, 78, 'RECEIPT 20418', { font: 'sans-bold', size: 13 }); p.at(450, 80, 'August 26, 2026', { font: 'sans', size: 12, align: 'right' });
    p.at(30, 102, 'Received from Devon Whitford', { font: 'sans', size: 12 }); p.y = 126;
    table(p, [{ width: 110 }, { width: 210 }, { width: 100, align: 'right' }], [['Visit', 'Service', 'Amount'], ['Aug 5, 2026', 'Assessment, left shoulder', '$95.00'], ['Aug 12, 2026', 'Treatment', '$95.00'], ['Aug 26, 2026', 'Treatment', '$95.00'], ['', 'Total paid, Visa', '$285.00']], { x: 30, font: 'sans', size: 11.5, lastBold: 1 });
    p.at(30, p.y + 12, 'Therapist: Lena Krause, PT, licence 2071. HST exempt. Submit to your insurer within 12 months.', { font: 'sans', size: 10.5 });
  }, { size: [480, 300], margin: 30 }, { as: 'photo', to: 'jpg', haste: 1, desk: 'dark', long: 2800 }),
  typedSheet({
    id: 'halifax-daycare', type: 'other', category: ['education', 'bills', 'personal'], file: 'Seahorse letter Nov', person: 'Maeve Whitford',
    fields: { issuer: ['Seahorse Early Learning', 'Seahorse Early Learning Co-operative'], issueDate: '2026-11-02' },
    also: { holderName: maeve, totalAmount: ['280', '268'], currency: 'CAD', startDate: '2027-01-04', dueDate: ['2026-11-20'] },
  }, () => written([
    { h: 'Seahorse Early Learning Co-operative', level: 1 }, { p: '6080 Young Street, Halifax', italic: true }, { p: 'November 2, 2026', right: true },
    'To the family of Maeve Whitford (Sandpiper Room)', 'Hello Claire and Devon,',
    'We hope you are enjoying the fall! A few things to put on the fridge:',
    { list: ['Starting January 4, 2027 the monthly parent fee goes from $268 to $280. It is still taken out on the first of the month.', 'We are closed from December 24 to January 1 inclusive. There is no refund for these days.', 'Pick-up is by 5:15 p.m. After that we have to charge $1 a minute.', 'Annika and Joy are the educators in the Sandpiper Room this year.', 'We are a nut-free and scent-free centre. Please send indoor shoes and a labelled water bottle.'] },
    'Please return the emergency contact card by November 20. Maeve has settled in beautifully and can now put on her own snow pants!',
    'Warmly,', 'Priscilla Doucette, Director', '902-555-0144',
  ], { font: 'Verdana' })),
  sheet({
    id: 'halifax-birth', type: 'birth_certificate', category: ['identity', 'personal', 'legal'], file: 'Maeve birth cert', person: 'Maeve Whitford',
    fields: { documentNumber: ['2023-02-004418', '118820447'], holderName: maeve, dateOfBirth: '2023-03-21', issueDate: '2023-05-02' },
    also: { issuer: ['Province of Nova Scotia', 'Vital Statistics', 'Nova Scotia Vital Statistics', 'Nova Scotia', 'Province of Nova Scotia Vital Statistics'], startDate: '2023-04-04' },
  }, (p) => {
    p.box(10, 10, 480, 330, '#f6faf7', '#3b7a57', 6); p.at(250, 24, 'PROVINCE OF NOVA SCOTIA', { font: 'times-bold', size: 15, align: 'center' }); p.at(250, 44, 'VITAL STATISTICS', { font: 'times', size: 11, align: 'center' }); p.at(250, 62, 'BIRTH CERTIFICATE', { font: 'times-bold', size: 17, align: 'center', color: '#3b7a57' });
    pairs(p, 94, [['Name', 'WHITFORD, Maeve Isla'], ['Date of birth', 'March 21, 2023'], ['Sex', 'Female'], ['Place of birth', 'Halifax, Nova Scotia'], ['Parent', 'Claire Elizabeth MacLellan, born in Antigonish NS'], ['Parent', 'Devon James Whitford, born in Corner Brook NL'], ['Registration number', '2023-02-004418'], ['Date registered', 'April 4, 2023'], ['Date issued', 'May 2, 2023']], { x: 36, label: 130, font: 'times', valueFont: 'times-bold', size: 12, step: 4 });
    seal(p, 420, 270, 34, '#3b7a57'); p.at(36, 304, 'Certificate 118820447', { font: 'times', size: 10 });
  }, { size: [500, 350], margin: 20 }, { as: 'photo', to: 'jpg', haste: 0, desk: 'wood', long: 2800 }),
  sheet({
    id: 'halifax-will', type: 'will', category: 'legal', file: 'Dad will 2019', person: 'Alastair MacLellan',
    fields: { holderName: ['Alastair Roderick MacLellan', 'Alastair MacLellan'], issueDate: '2019-10-09' },
    also: { issuer: ['Alastair Roderick MacLellan', 'Chisholm & Beaton', 'Chisholm Beaton', 'Chisholm & Beaton Barristers'], totalAmount: '5000', currency: 'CAD' },
  }, (p) => {
    p.put('THIS IS THE LAST WILL of me, ALASTAIR RODERICK MACLELLAN, of Antigonish, in the County of Antigonish, Province of Nova Scotia, retired teacher.', { font: 'book-bold', size: 13, lead: 1.5, after: 14 });
    const put = (text: string): void => { p.put(text, { font: 'book', size: 12.5, lead: 1.55, align: 'justify', after: 10 }); };
    put('1. I revoke all former wills and codicils.'); put('2. I appoint my daughter CLAIRE ELIZABETH MACLELLAN to be the executor of this will. If she is unable or unwilling to act, I appoint my friend NEIL BOUDREAU in her place.');
    put('3. I give my fiddle, made in 1922, to my first grandchild to reach the age of sixteen.'); put('4. I give my boat, the Morag, with her trailer and engine, to my nephew IAIN GILLIS.'); put('5. I give five thousand dollars ($5,000) to the choir of St. Ninian’s.');
    put('6. I give my house at 41 Hawthorne Street to my daughter Claire, subject to the right of my sister FLORA to live in it without rent for as long as she wishes.');
    put('7. I give the rest of my estate in equal shares to my daughter Claire and my son EWAN. If either dies before me, that share goes to his or her children.');
    p.next(); put('8. I ask that my funeral be a simple one, with the pipes, and that my ashes be buried beside my late wife Margaret at Arisaig.'); put('SIGNED this 9th day of October, 2019, in the presence of us both, who at his request and in his presence have signed as witnesses.');
    p.gap(20); p.sign(80, p.y, 'Alastair R. MacLellan', 24); p.gap(44); p.put('Witness: Deborah Chisholm, barrister, Antigonish', { font: 'book', size: 12, after: 4 }).put('Witness: Rory Beaton, legal assistant, Antigonish', { font: 'book', size: 12, after: 30 }).put('Prepared by Chisholm & Beaton, 12 Main Street, Antigonish', { font: 'book-italic', size: 10.5 });
  }, { size: 'LEGAL', margin: 80 }),
  sheet({
    id: 'halifax-inspection', type: 'other', category: ['property', 'other'], file: 'Inspection Fuller Terrace', person: 'Claire MacLellan',
    fields: { documentNumber: ['SK-26-0612'], issuer: ['Second Knock Home Inspections', 'Second Knock Home Inspections Ltd', 'Second Knock Home Inspections Ltd.'], issueDate: ['2026-06-12'] },
    also: { holderName: ['Claire MacLellan', 'Devon Whitford', 'Claire MacLellan and Devon Whitford'], totalAmount: ['644.10', '565'], currency: 'CAD' },
  }, (p) => {
    p.at(50, 44, 'Second Knock Home Inspections Ltd.', { font: 'sans-bold', size: 18, color: '#5b3a1a' }); p.at(50, 68, 'Report SK-26-0612 · inspected June 12, 2026 · inspector Wade Hennigar, RHI', { font: 'sans', size: 10.5 }); p.at(50, 84, '31 Fuller Terrace, Halifax · prepared for Claire MacLellan and Devon Whitford', { font: 'sans', size: 10.5 }); p.rule(104); p.y = 114;
    const part = (name: string, ...text: string[]): void => { p.put(name, { font: 'sans-bold', size: 13, after: 3 }); for (const each of text) p.put(`•  ${each}`, { font: 'sans', size: 11, indent: 8, lead: 1.35, after: 3 }); p.gap(7); };
    part('Summary', 'The house was built about 1948 and is in fair condition for its age. Three items should be dealt with in the first year: the oil tank, the knob-and-tube wiring in the attic, and the rear steps.');
    part('Roof', 'Asphalt shingles, about 12 years old; expect 6 to 8 more years.', 'Flashing at the chimney is loose on the north side.');
    part('Heating', 'Oil-fired hot water boiler, 2009, in working order.', 'Oil tank: steel, 1998, past its insurable age. Replacement is in the order of $2,800.');
    p.next();
    part('Electrical', '100 amp service, breakers.', 'Live knob-and-tube wiring seen in the attic; most insurers ask for its removal. Allow $4,500 to $6,000.');
    part('Foundation and basement', 'Poured concrete, one hairline crack on the east wall, dry on the day. Humidity 58%.', 'Radon was not tested.');
    part('Exterior', 'Cedar shingles, paint peeling on the south side. Rear steps are rotten and unsafe.');
    part('Plumbing', 'Copper supply. Hot water tank, electric, 180 litres, 2016; near the end of its life.');
    p.gap(6).put('Fee $565.00 plus HST $79.10, total $644.10, paid on site. Our liability is limited to the fee.', { font: 'sans', size: 10.5 });
  }, { size: 'LETTER' }),
  sheet({
    id: 'halifax-ebike', type: 'warranty', category: 'warranty', file: 'ebike card scan', person: 'Devon Whitford',
    fields: { documentNumber: ['TW3-771-20418'], holderName: devon, issuer: ['Tidewater Cycles', 'Tidewater Cycle Works'] },
    also: { issueDate: '2026-05-16', startDate: '2026-05-16', endDate: ['2031-05-16', '2028-05-16', '2027-05-16', '2031-05-15', '2028-05-15', '2027-05-15'], expiryDate: ['2031-05-16', '2028-05-16', '2027-05-16', '2031-05-15', '2028-05-15', '2027-05-15'], totalAmount: '2899', currency: 'CAD' },
  }, (p) => {
    p.at(30, 26, 'TIDEWATER CYCLES', { font: 'narrow-bold', size: 22, color: '#e4572e' }); p.at(30, 54, 'Warranty registration card', { font: 'narrow', size: 14 });
    grid(p, 84, [['Owner', 'Devon Whitford'], ['Model', 'Fundy Step 3, e-assist'], ['Serial number', 'TW3-771-20418'], ['Date of purchase', 'May 16, 2026'], ['Dealer', 'Spoke & Sail, Dartmouth'], ['Price', '$2,899.00']], 2, { x: 30, width: 440, row: 40, font: 'narrow', valueFont: 'narrow-bold', size: 13, labelSize: 9, boxed: true });
    p.y = 216; for (const line of ['Frame and fork: five years', 'Motor and battery: two years or 500 charge cycles, whichever comes first', 'Other parts: one year. Tires, pads and chains are not covered.', 'Valid for the first owner only. Keep your receipt; have the bike serviced by a dealer within 90 days.']) p.put(line, { font: 'narrow', size: 12.5, after: 4 });
  }, { size: [500, 350], margin: 30 }, { as: 'scan', dpi: 200, to: 'jpg', skew: -1.3, quality: 76 }),
  sheet({
    id: 'halifax-ferry', type: 'travel_itinerary', category: 'travel', file: 'ferry NL 2027', person: 'Claire MacLellan',
    fields: { documentNumber: ['GF-771820'], holderName: ['Claire MacLellan', 'Devon Whitford', 'Maeve Whitford'], issuer: ['Northern Gulf Ferries'], startDate: '2027-07-11', endDate: ['2027-07-25'], totalAmount: '612.58', currency: 'CAD' },
    also: { issueDate: '2026-11-14' },
  }, (p) => {
    p.box(0, 0, 612, 8, '#0a3d62'); p.at(46, 30, 'Northern Gulf Ferries', { font: 'times-bold', size: 21, color: '#0a3d62' }); p.at(46, 58, 'Reservation GF-771820, made November 14, 2026', { font: 'times', size: 12 });
    p.y = 88; table(p, [{ width: 80 }, { width: 210 }, { width: 230 }], [['', 'Outbound', 'Inbound'], ['Route', 'North Sydney NS to Port aux Basques NL', 'Port aux Basques NL to North Sydney NS'], ['Departs', 'Sunday, July 11, 2027, 11:45 p.m.', 'Sunday, July 25, 2027, 11:45 a.m.'], ['Arrives', 'Monday, July 12, 7:00 a.m.', 'Sunday, July 25, 6:15 p.m.'], ['Cabin', '6114, four berths', 'none; reserved seats']], { x: 46, font: 'times', size: 11.5 });
    p.gap(12); pairs(p, p.y, [['Travellers', 'Claire MacLellan, Devon Whitford, Maeve Whitford (child, free)'], ['Vehicle', 'car up to 20 ft, plate HKJ 482'], ['Fare', '$537.35'], ['HST', '$75.23'], ['Total charged', '$612.58']], { x: 46, label: 100, font: 'times', valueFont: 'times-bold', size: 12, step: 5 });
    p.y += 120; p.put('Be at the terminal two hours before departure. Changes are free up to 48 hours before; a cancellation before that costs $25, after it the fare is lost. Pets stay in the vehicle or in a kennel.', { font: 'times', size: 11.5 });
  }, { size: 'LETTER', margin: 46 }),
];
