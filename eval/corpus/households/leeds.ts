import { grid, pairs, table } from '../blocks.ts';
import type { Entry } from '../catalogue.ts';
import { paperOf } from './household.ts';

const address = 'Ms Helen Marsh\n41 Sycamore Grove\nHeadingley\nLeeds LS6 3QT';

/** Papers of Helen Marsh and Tunde Adeyemi of Leeds. */
export const leedsPapers: readonly Entry[] = [
  paperOf('leeds-council-tax', 'tax_return', 'bills', 'council tax 26', (p) => {
    p.at(50, 45, 'Leeds City Council', { font: 'sans-bold', size: 20, color: '#0a5a3c' });
    p.at(50, 72, 'Revenues and Benefits, PO Box 60, Leeds LS2 8JR', { font: 'sans', size: 9 });
    p.at(50, 110, address, { font: 'sans', size: 11 });
    pairs(p, 110, [['Account reference', '7731 0429 5'], ['Date of issue', '9 March 2026'], ['Property band', 'D'], ['Reason for bill', 'Annual bill']], { x: 330, label: 105, font: 'sans', size: 9.5 });
    p.y = 195;
    p.put('Council Tax bill for 1 April 2026 to 31 March 2027', { font: 'sans-bold', size: 14, after: 8 });
    table(p, [{ width: 300 }, { width: 90, align: 'right' }, { width: 90, align: 'right' }], [['Charge', 'Amount', 'Change'], ['Leeds City Council', '£1,734.20', '3.0%'], ['Adult social care', '£214.88', '2.0%'], ['West Yorkshire Police', '£261.30', '5.6%'], ['Fire and Rescue', '£84.18', '6.2%'], ['Less: single person discount', '-£0.00', ''], ['Amount payable', '£2,294.56', '']], { font: 'sans', lines: 'rows', lastBold: 1 });
    p.gap(14).put('How you will pay', { font: 'sans-bold', size: 12, after: 3 });
    p.put('By Direct Debit from your account ending 4471 on the 15th of each month: first instalment of £230.56 on 15 April 2026, then nine instalments of £229.33 from 15 May 2026 to 15 January 2027. Nothing is collected in February and March.', { font: 'sans', after: 8 });
    p.put('If you disagree with your band, contact the Valuation Office Agency on 03000 501 501. For questions about this bill call 0113 222 4404, Monday to Friday, 8 am to 6 pm.', { font: 'sans' });
  }),
  paperOf('leeds-boiler', 'contract', 'property', 'HomeWarm renewal', (p) => {
    p.at(545, 45, 'HomeWarm', { font: 'narrow-bold', size: 24, align: 'right', color: '#b3401a' });
    p.at(50, 90, address, { font: 'narrow', size: 11 });
    p.at(50, 165, '2 February 2026\nAgreement number HW-20881734', { font: 'narrow', size: 10 });
    p.y = 205;
    p.put('Dear Ms Marsh,', { font: 'narrow', after: 8 });
    p.put('It’s time to renew your boiler and heating cover', { font: 'narrow-bold', size: 14, after: 6 });
    p.put('Your current agreement comes to an end on 28 February 2026. Unless you tell us otherwise we will carry on looking after your home from 1 March 2026 and take £19.75 a month, up from £17.20. For this you have:', { font: 'narrow', after: 5 });
    for (const line of ['Boiler and controls: unlimited repairs, you pay the first £60 of each', 'Central heating: radiators, pipes and the hot water cylinder', 'One service of the boiler a year, next one due by 30 September 2026', 'Plumbing and drains are not part of your agreement']) p.put(`• ${line}`, { font: 'narrow', indent: 10, after: 2 });
    p.gap(8).put('No heating? We’re here around the clock on 0800 915 6620. To change or stop your cover you have 14 days from the renewal to do so without charge; later we ask for £35.', { font: 'narrow', after: 10 });
    p.put('Yours sincerely,', { font: 'narrow', after: 24 }).put('Caroline Pugh, Customer Director', { font: 'narrow' });
  }),
  paperOf('leeds-gym', 'contract', 'personal', 'Membership_Form_TA', (p) => {
    p.at(297, 40, 'KIRKSTALL LEISURE & CLIMBING', { font: 'helv-bold', size: 17, align: 'center' });
    p.at(297, 62, 'Membership form', { size: 12, align: 'center' });
    grid(p, 95, [['Member', 'Tunde Adeyemi'], ['Membership no.', 'KLC 55190'], ['Joined', '06/01/2026'], ['Type', 'Off-peak adult'], ['Monthly fee', '£32.50'], ['Joining fee', '£20.00 (waived)'], ['Minimum term', '6 months'], ['Payment day', '1st of the month'], ['Emergency contact', 'Helen Marsh, 07700 900418']], 3, { boxed: true, row: 36 });
    p.y = 225;
    p.put('Off-peak means Monday to Friday 9.00 to 16.00 and after 19.30 at weekends. Climbing wall inductions cost £12 and are compulsory.', { after: 6 });
    p.put('You may freeze the membership for up to 3 months in a year at £5 a month. After the minimum term either side can end it with 30 days’ written notice. Lost cards are replaced for £7.50.', { after: 6 });
    p.put('Health: I have told the club about my asthma and carry an inhaler.', { after: 20 });
    p.sign(60, p.y, 'T. Adeyemi'); p.at(330, p.y + 6, 'Signed 6 January 2026');
  }),
  paperOf('leeds-trip', 'other', 'education', 'Y5 residential', (p) => {
    p.at(50, 45, 'St Chad’s Primary School', { font: 'book-bold', size: 19 });
    p.at(50, 70, 'Otley Road, Leeds LS16 5JT   office@stchadsleeds.example   0113 274 9921', { font: 'book', size: 9.5 });
    p.y = 110;
    const put = (text: string, after = 7): void => { p.put(text, { font: 'book', size: 12, after }); };
    put('19th January 2026'); put('Dear parents and carers of 5B,');
    put('We are delighted that Zoe Adeyemi-Marsh has a place on this year’s residential at Malham Outdoor Centre, from Wednesday 17th to Friday 19th June 2026.');
    put('The coach leaves school at 8.45 am sharp, so please be in the hall by 8.15. We expect to be back at about 3.30 pm on the Friday.');
    put('The full cost is £186. A non-refundable deposit of £40 is due by 6th February; the rest can be paid in two parts of £73, by 27th March and 15th May. Families who receive free school meals pay half.');
    put('Children need walking boots, waterproofs, a packed lunch for the first day and no more than £10 spending money. Phones and tablets stay at home. Medicines go to Mrs Dhillon, who is leading the trip, in a named bag.');
    put('Yours faithfully,', 20); put('Mr P. Goodwin, Headteacher');
  }),
  paperOf('leeds-mot', 'vehicle_registration', 'vehicle', 'MOT_YK19', (p) => {
    p.at(40, 40, 'MOT test certificate', { font: 'helv-bold', size: 20 }); p.at(555, 46, 'VT20', { font: 'helv-bold', size: 14, align: 'right' });
    grid(p, 85, [['Registration number', 'YK19 LXD'], ['Vehicle identification number', 'WF0PXXGCHPKB40217'], ['Country of registration', 'GB'], ['Make and model', 'FORD FIESTA'], ['Vehicle category', 'M1'], ['Mileage', '48,206 miles'], ['Date of the test', '21.08.2025'], ['Expiry date', '23.08.2026'], ['Location of the test', 'Burley Garage, Leeds LS4 2EP']], 3, { row: 40, boxed: true });
    p.y = 225;
    p.put('Pass', { font: 'helv-bold', size: 18, color: '#0a7a2f', after: 8 });
    p.put('Monitor and repair if necessary (advisories)', { font: 'helv-bold', after: 3 });
    p.put('Nearside front tyre worn close to legal limit 2.1 mm (5.2.3 (e))').put('Offside rear brake disc slightly corroded (1.1.14 (a) (ii))', { after: 10 });
    p.put('Mileage history: 39,871 miles 20.08.2024; 31,040 miles 24.08.2023', { after: 10 });
    p.put('MOT test number 5520 8817 3309. Tester: D. Rowbotham. To check this certificate is genuine visit www.gov.uk/check-mot-status.');
  }),
  paperOf('leeds-pension', 'other', 'financial', 'Your pension 2026', (p) => {
    p.box(0, 0, 595, 70, '#223a66'); p.at(50, 25, 'Aire Valley Master Trust', { font: 'sans-bold', size: 20, color: '#fff' });
    p.at(50, 90, 'Yearly statement for Helen Marsh', { font: 'sans-bold', size: 15 });
    p.at(50, 112, 'Member number AV 603318  |  Employer: Thackray Publishing Ltd  |  Statement date 5 April 2026', { font: 'sans', size: 9.5 });
    p.y = 140;
    table(p, [{ width: 330 }, { width: 150, align: 'right' }], [['Your pot', ''], ['Value on 6 April 2025', '£41,208.11'], ['You paid in', '£2,136.00'], ['Your employer paid in', '£3,204.00'], ['Tax relief', '£534.00'], ['Investment growth', '£3,019.47'], ['Charges', '-£148.62'], ['Value on 5 April 2026', '£49,952.96']], { font: 'sans', lines: 'rows', lastBold: 1 });
    p.gap(14).put('What you could have when you stop work', { font: 'sans-bold', size: 12, after: 3 });
    p.put('Your selected retirement age is 66 (14 May 2051). If nothing changes your pot could pay you £9,480 a year before tax in today’s money.', { font: 'sans', after: 8 });
    p.put('Who gets your pot if you die: you have told us Tunde Adeyemi, 75%, and Geoffrey Marsh, 25%. Your choice was made on 11 October 2021; tell us if things have changed.', { font: 'sans', after: 8 });
    p.put('Your money is in the Balanced Lifestyle fund. Questions? Ring 0345 600 7721.', { font: 'sans' });
  }),
  paperOf('leeds-home-insurance', 'insurance_policy', 'insurance', 'home schedule', (p) => {
    p.at(50, 45, 'Pennine Mutual', { font: 'times-bold', size: 22 }); p.at(50, 72, 'Home insurance schedule', { font: 'times', size: 14 });
    pairs(p, 105, [['Policyholders', 'Ms H Marsh and Mr T Adeyemi'], ['Policy number', 'PM/HH/2290776'], ['Period of insurance', '00:01 on 12 November 2025 to 23:59 on 11 November 2026'], ['Home insured', '41 Sycamore Grove, Leeds LS6 3QT'], ['Total premium', '£268.41 including Insurance Premium Tax at 12%']], { label: 140, font: 'times', size: 11 });
    p.y = 235;
    table(p, [{ width: 230 }, { width: 130 }, { width: 130 }], [['Cover', 'Most we pay', 'Excess'], ['Buildings', '£500,000', '£200'], ['Contents', '£65,000', '£100'], ['Escape of water', 'as above', '£350'], ['Subsidence', 'as above', '£1,000'], ['Bicycles away from home', '£1,500 each', '£100'], ['Freezer food', '£500', 'none'], ['Legal expenses', 'not chosen', '']], { font: 'times', boldFont: 'times-bold', size: 10.5 });
    p.next();
    p.put('What you must do', { font: 'times-bold', size: 13, after: 4 });
    p.put('Lock outside doors with a five lever mortice lock. If the home is empty for more than 45 days in a row we do not pay for theft or for water that escapes.', { font: 'times', size: 11, after: 6 });
    p.put('To claim call 0161 496 0180 at any hour. Keep damaged things until we have seen them.', { font: 'times', size: 11, after: 6 });
    p.put('You have not claimed for 6 years; your discount is 45%.', { font: 'times', size: 11 });
  }),
  paperOf('leeds-dental', 'medical_report', 'medical', 'dentist estimate', (p) => {
    p.at(50, 45, 'Far Headingley Dental Practice', { font: 'sans-bold', size: 17 }); p.at(50, 68, 'Weetwood Lane, Leeds LS16 5NU  ·  0113 275 0046', { font: 'sans', size: 9 });
    p.at(50, 100, 'Treatment plan and estimate for: Mr Tunde Adeyemi     Date of birth 02/09/1985     Dentist: Dr Aoife Brennan', { font: 'sans', size: 10 });
    p.y = 130;
    table(p, [{ width: 60 }, { width: 260 }, { width: 80 }, { width: 90, align: 'right' }], [['Tooth', 'What we will do', 'Visit', 'Fee'], ['UL6', 'Root canal treatment', '1 and 2', '£445.00'], ['UL6', 'Porcelain crown', '3', '£610.00'], ['LR4', 'White filling', '1', '£95.00'], ['', 'Scale and polish with hygienist', '1', '£68.00'], ['', 'Total', '', '£1,218.00']], { font: 'sans', lastBold: 1 });
    p.gap(12).put('First visit: Thursday 12 March 2026 at 9.20 am, allow 75 minutes. Please give 24 hours’ notice if you cannot come, or we charge £30 for each half hour.', { font: 'sans', after: 6 });
    p.put('This estimate is good for three months from 20 February 2026. We can spread the cost over 10 months without interest.', { font: 'sans' });
  }),
  paperOf('leeds-payslip', 'payslip', 'financial', 'payslip_0326', (p) => {
    p.at(40, 40, 'THACKRAY PUBLISHING LTD', { font: 'courier-bold', size: 14 }); p.at(555, 40, 'PAY ADVICE', { font: 'courier-bold', size: 14, align: 'right' });
    pairs(p, 70, [['Employee', 'Marsh H'], ['Payroll no', '01187'], ['NI number', 'JK 41 88 02 C'], ['Tax code', '1257L']], { x: 40, label: 100, font: 'courier', size: 10 });
    pairs(p, 70, [['Pay date', '27/03/2026'], ['Tax month', '12'], ['Department', 'Editorial'], ['Method', 'BACS']], { x: 320, label: 100, font: 'courier', size: 10 });
    p.y = 160;
    table(p, [{ width: 150 }, { width: 100, align: 'right' }, { width: 165 }, { width: 100, align: 'right' }], [['Payments', 'GBP', 'Deductions', 'GBP'], ['Basic salary', '3,141.67', 'Income tax', '418.60'], ['Overtime 6.5 h', '141.26', 'National Insurance', '178.80'], ['', '', 'Pension (AVMT)', '178.00'], ['', '', 'Cycle scheme', '54.16'], ['Total', '3,282.93', 'Total', '829.56']], { font: 'courier', size: 9, x: 40, lastBold: 1 });
    p.gap(16).put('NET PAY  2,453.37', { font: 'courier-bold', size: 13, after: 10 });
    p.put('Year to date: taxable pay 37,860.12   tax 4,827.40   NI 2,087.31', { font: 'courier', size: 9 });
  }, { margin: 40 }),
  paperOf('leeds-mobile', 'contract', 'bills', 'contract summary Zoe', (p) => {
    p.at(50, 45, 'Contract summary', { font: 'helv-bold', size: 18 }); p.at(545, 48, 'LarkMobile', { font: 'helv-bold', size: 16, align: 'right', color: '#6a1b9a' });
    p.y = 85;
    const part = (name: string, text: string): void => { p.put(name, { font: 'helv-bold', size: 11, after: 2 }).put(text, { after: 8 }); };
    part('Who it is for', 'Account holder: Helen Marsh. Number 07700 900672, used by Zoe.');
    part('Service', 'SIM only, 12 GB of data, unlimited texts and 500 minutes. Roaming in the EU is £2 a day.');
    part('Price', '£8.00 each month, rising by £1.80 on 1 April each year. Bills are dated the 22nd.');
    part('How long', '12 months from 22 October 2025. After that it runs month by month.');
    part('Leaving early', 'You pay £6.40 for each month that is left.');
    part('Complaints', 'Write to Customer Care, Unit 4, Canal Wharf, Leeds LS11 5PS. If we have not put it right in 8 weeks, go to the Communications Ombudsman.');
  }),
  paperOf('leeds-dog', 'vaccination_record', 'medical', 'Biscuit card', (p) => {
    p.at(210, 24, 'MEANWOOD VETS', { font: 'sans-bold', size: 15, align: 'center' }); p.at(210, 44, 'Vaccination record card', { font: 'sans', size: 10, align: 'center' });
    pairs(p, 68, [['Name', 'Biscuit'], ['Species / breed', 'Dog, Border Terrier'], ['Sex', 'Male, neutered'], ['Born', '3 May 2021'], ['Microchip', '977200009418853'], ['Owner', 'H Marsh']], { x: 30, label: 100, font: 'sans', size: 9.5, step: 3 });
    p.y = 185;
    table(p, [{ width: 85 }, { width: 120 }, { width: 75 }, { width: 80 }], [['Given', 'Vaccine', 'Batch', 'Next due'], ['11/06/2024', 'DHP + Lepto 4', 'C104B', '11/06/2025'], ['16/06/2025', 'Lepto 4', 'D882A', '16/06/2026'], ['16/06/2025', 'Kennel cough', 'KC-77', '16/06/2026']], { x: 30, font: 'sans', size: 9 });
    p.at(30, 300, 'Worming tablet every 3 months. Weight 16/06/2025: 8.4 kg. Vet: Rosa Castellano MRCVS', { font: 'sans', size: 9 });
  }, { size: [420, 330], margin: 30 }),
  paperOf('leeds-cardiology', 'medical_report', 'medical', 'dad hospital letter', (p) => {
    p.at(545, 40, 'Leeds General Infirmary', { font: 'sans-bold', size: 15, align: 'right' }); p.at(545, 60, 'Cardiology outpatients, D floor, Jubilee Wing', { font: 'sans', size: 10, align: 'right' });
    p.at(50, 100, 'Mr Geoffrey Marsh\n7 Beck Cottages\nBramhope\nLeeds LS16 9EA', { font: 'sans', size: 11 });
    pairs(p, 100, [['NHS number', '485 777 3456'], ['Hospital number', 'LG 220916'], ['Letter dated', '23 March 2026']], { x: 330, label: 100, font: 'sans', size: 10 });
    p.y = 190;
    p.put('Dear Mr Marsh,', { font: 'sans', size: 11, after: 6 });
    p.put('We have made an appointment for you to have an echocardiogram with Dr Nasreen Qureshi’s team on Tuesday 5 May 2026 at 10:40. Please allow up to an hour and come to reception D2.', { font: 'sans', size: 11, after: 6 });
    p.put('You can eat and drink as usual. Keep taking your bisoprolol 2.5 mg. Bring a list of your other medicines, your glasses and something to read. You may bring one person with you.', { font: 'sans', size: 11, after: 6 });
    p.put('If you cannot come, telephone 0113 392 2810 at least three working days before. If you miss it without telling us we will send you back to your GP.', { font: 'sans', size: 11, after: 6 });
    p.put('Parking in the multi-storey is £3.40 for two hours.', { font: 'sans', size: 11 });
  }),
  paperOf('leeds-let', 'lease', 'property', 'AST flat 3 signed', (p) => {
    p.at(297, 45, 'ASSURED SHORTHOLD TENANCY AGREEMENT', { font: 'times-bold', size: 14, align: 'center' });
    p.y = 80;
    const put = (text: string, bold = false): void => { p.put(text, { font: bold ? 'times-bold' : 'times', size: 11, after: 5, lead: 1.4, align: 'justify' }); };
    put('THIS AGREEMENT is made on 30 August 2025 between HELEN MARSH of 41 Sycamore Grove, Leeds (“the Landlord”) and MATTEO RICCI of 18 Winston Gardens, Leeds (“the Tenant”).');
    put('1. The Property', true); put('Flat 3, 112 Cardigan Road, Leeds LS6 1LF, with the furniture listed in the inventory.');
    put('2. The Term', true); put('Twelve months beginning on 6 September 2025 and ending on 5 September 2026.');
    put('3. The Rent', true); put('£875 per calendar month, payable in advance on the 6th of each month by standing order. If rent is more than 14 days late interest runs at 3% above base rate.');
    put('4. The Deposit', true); put('£1,005, held by the Deposit Protection Service under certificate DPS-88310274.');
    put('5. The Tenant', true); put('shall pay for gas, electricity, water and Council Tax; shall not keep any animal without written consent; shall not smoke indoors; shall let the Landlord in on 24 hours’ notice.');
    p.next();
    put('6. The Landlord', true); put('shall keep the structure, heating and hot water in repair, and have the gas appliances checked each year. The gas safety record of 22 August 2025 has been given to the Tenant.');
    put('7. Ending', true); put('Either party may end this agreement after the first six months by giving two months’ notice in writing. The Tenant shall leave the Property clean; professional cleaning is charged at £160 if it is not.');
    put('Signed: H Marsh, M Ricci.   Witness: Joanne Bell, 9 Estcourt Terrace, Leeds');
  }),
];
