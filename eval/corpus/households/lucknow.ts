import { grid, pairs, table } from '../blocks.ts';
import type { Entry } from '../catalogue.ts';
import { aadhaar } from '../checksums.ts';
import { paperOf } from './household.ts';

/** Papers of Sunita and Rakesh Verma of Lucknow. */
export const lucknowPapers: readonly Entry[] = [
  paperOf('lucknow-power', 'utility_bill', 'bills', 'bijli bill sept', (p) => {
    p.at(297, 36, 'मध्यांचल विद्युत वितरण निगम लिमिटेड', { font: 'hindi-bold', size: 14, align: 'center' });
    p.at(297, 56, 'MADHYANCHAL VIDYUT VITRAN NIGAM LTD — ELECTRICITY BILL / विद्युत बिल', { font: 'sans-bold', size: 10.5, align: 'center' });
    grid(p, 85, [['उपभोक्ता का नाम / Name', 'RAKESH VERMA'], ['Account No. / खाता संख्या', '7714029356'], ['Bill No.', '771402935609'], ['Bill Date / बिल दिनांक', '08-SEP-2026'], ['Due Date / देय तिथि', '22-SEP-2026'], ['Disconnection Date', '29-SEP-2026'], ['Sanctioned Load', '4 kW'], ['Meter No.', 'GP 8841207'], ['Supply type', 'LMV-1 Domestic']], 3, { boxed: true, row: 34, font: 'sans', valueFont: 'sans-bold', size: 9.5 });
    p.y = 200;
    table(p, [{ width: 90 }, { width: 90 }, { width: 90 }, { width: 90 }, { width: 130 }], [['Present reading', 'Previous reading', 'Units', 'Days', 'Meter status'], ['18442', '18131', '311', '30', 'OK']], { font: 'sans' });
    p.gap(10);
    table(p, [{ width: 330 }, { width: 160, align: 'right' }], [['Particulars', 'Rs.'], ['Energy charges', '1,890.50'], ['Fixed charges (4 kW x 110)', '440.00'], ['Electricity duty 5%', '116.53'], ['Arrears', '0.00'], ['Subsidy', '-0.00'], ['Total payable by due date', '2,447.00'], ['Payable after due date', '2,478.00']], { font: 'sans', lastBold: 2 });
    p.gap(12).put('शिकायत के लिए 1912 डायल करें। Complaints: dial 1912 or write to care@mvvnl.example', { font: 'sans' });
  }, { margin: 50 }),
  paperOf('lucknow-health', 'insurance_policy', 'insurance', 'mediclaim', (p) => {
    p.at(50, 40, 'SURAKSHA GENERAL INSURANCE CO. LTD.', { font: 'helv-bold', size: 14 }); p.at(50, 60, 'Arogya Parivar — Family Floater Policy Schedule', { size: 11 });
    pairs(p, 88, [['Policy No.', 'SGI/AP/26/0088412'], ['Proposer', 'Mr. Rakesh Verma'], ['Period of Insurance', 'From 00:00 hrs 15/07/2026 to 23:59 hrs 14/07/2027'], ['Sum Insured', 'Rs. 10,00,000'], ['Gross premium (incl. GST)', 'Rs. 29,618'], ['TPA', 'MediLink Health TPA, toll free 1800 212 4455'], ['Nominee', 'Sunita Verma (wife)']], { label: 170, sep: ':' });
    p.y = 225;
    table(p, [{ width: 150 }, { width: 80 }, { width: 90 }, { width: 170 }], [['Insured person', 'Relation', 'D.O.B.', 'Pre-existing disease'], ['Rakesh Verma', 'Self', '19/02/1980', 'None'], ['Sunita Verma', 'Spouse', '07/11/1983', 'Hypothyroidism'], ['Aarav Verma', 'Son', '25/08/2011', 'None'], ['Shanti Devi Verma', 'Mother', '02/01/1954', 'Type 2 diabetes']], { size: 9 });
    p.next();
    p.put('Limits', { font: 'helv-bold', size: 12, after: 3 });
    for (const line of ['Room rent: up to Rs. 6,000 a day; ICU up to Rs. 12,000 a day.', 'Cataract: Rs. 40,000 for each eye.', 'Ambulance: Rs. 2,500 for each admission.', 'Pre-existing diseases are covered after 36 months; maternity is not covered.', 'Co-payment of 20% on every claim of a person above 60.', 'Cashless treatment needs a request to the TPA 48 hours before a planned admission, or within 24 hours of an emergency.']) p.put(line, { after: 3 });
  }),
  paperOf('lucknow-fd', 'bank_statement', 'financial', 'FD receipt', (p) => {
    p.at(50, 40, 'GOMTI GRAMIN BANK', { font: 'times-bold', size: 16 }); p.at(50, 60, 'Branch: Aliganj, Lucknow 226024    IFSC: GGBK0002217', { font: 'times', size: 10 });
    p.at(297, 90, 'TERM DEPOSIT ADVICE', { font: 'times-bold', size: 13, align: 'center' });
    pairs(p, 120, [['Depositor(s)', 'SUNITA VERMA / RAKESH VERMA (Either or Survivor)'], ['Deposit A/c No.', '40218800153'], ['Principal', 'Rs. 2,50,000.00'], ['Rate of interest', '7.10% p.a. (quarterly compounding)'], ['Date of opening', '12-05-2025'], ['Period', '24 months'], ['Maturity date', '12-05-2027'], ['Maturity value', 'Rs. 2,87,804.00'], ['Nominee', 'Aarav Verma (minor), guardian Rakesh Verma'], ['On maturity', 'Renew principal and interest']], { label: 140, font: 'times', size: 11.5, sep: ':' });
    p.at(50, 345, 'Premature withdrawal: 1% less than the rate for the period run. TDS is deducted where interest exceeds Rs. 50,000 in a year unless Form 15G/15H is given.', { font: 'times', size: 10, width: 495 });
  }),
  paperOf('lucknow-fees', 'receipt', 'education', 'fee receipt q2', (p) => {
    p.at(297, 40, 'ST. XAVIER CONVENT SCHOOL, GOMTI NAGAR', { font: 'book-bold', size: 15, align: 'center' }); p.at(297, 60, 'FEE RECEIPT — Session 2026-27', { font: 'book', size: 12, align: 'center' });
    grid(p, 85, [['Receipt No.', 'XC/26/7718'], ['Date', '10/07/2026'], ['Student', 'AARAV VERMA'], ['Class / Sec', 'X - B'], ['Adm. No.', '4471'], ['Quarter', 'Jul - Sep 2026']], 3, { row: 34, font: 'book', valueFont: 'book-bold' });
    p.y = 165;
    table(p, [{ width: 330 }, { width: 160, align: 'right' }], [['Head', 'Amount'], ['Tuition fee', '14,400'], ['Computer & lab', '1,650'], ['Transport (Route 7)', '4,200'], ['Sports', '500'], ['Late fine', '0'], ['Total', '20,750']], { font: 'book', boldFont: 'book-bold', lastBold: 1 });
    p.gap(10).put('Rupees twenty thousand seven hundred and fifty only. Paid by UPI ref 619104427718.', { font: 'book', size: 11, after: 4 }).put('Next quarter’s fee is payable by 15 October 2026; afterwards a fine of Rs. 50 a day.', { font: 'book', size: 11 });
  }),
  paperOf('lucknow-rent', 'lease', 'property', 'kirayanama', (p) => {
    p.at(297, 40, 'RENT AGREEMENT', { font: 'typed-bold', size: 15, align: 'center' }); p.y = 75;
    const put = (text: string): void => { p.put(text, { font: 'typed', size: 11, after: 7, lead: 1.45 }); };
    put('This Rent Agreement is executed at Lucknow on this 1st day of March 2026 BETWEEN Shri Om Prakash Tiwari S/o Late Ram Lal Tiwari, R/o 5/112 Vikas Nagar, Lucknow, hereinafter called the FIRST PARTY/OWNER, AND Shri Rakesh Verma S/o Late Harish Verma, hereinafter called the SECOND PARTY/TENANT.');
    put('1. That the First Party lets out the second floor of House No. B-2/84, Sector K, Aliganj, Lucknow, having three rooms, kitchen and two bathrooms, for 11 months from 01.03.2026 to 31.01.2027.');
    put('2. That the monthly rent is Rs. 16,500 (Rupees sixteen thousand five hundred), payable by the 7th of every month, and will go up by 10% on renewal.');
    put('3. That Rs. 33,000 have been paid as security, to be given back without interest when the premises are vacated.');
    put('4. That electricity is paid by the Tenant as per sub-meter and water by the Owner.');
    put('5. That either party may end this agreement by one month’s notice.');
    put('Witnesses: 1. Manoj Kumar Shukla  2. Farhan Ali');
  }),
  paperOf('lucknow-rc', 'vehicle_registration', 'vehicle', 'Activa RC', (p) => {
    p.box(10, 10, 400, 245, '#f3f7ee', '#678', 8); p.at(210, 18, 'GOVERNMENT OF UTTAR PRADESH — CERTIFICATE OF REGISTRATION', { font: 'sans-bold', size: 9.5, align: 'center' });
    grid(p, 40, [['Regn. No.', 'UP32 KX 5519'], ['Date of Regn.', '14-02-2022'], ['Regn. Valid Upto', '13-02-2037'], ['Owner Name', 'SUNITA VERMA'], ['Son/Wife/Daughter of', 'RAKESH VERMA'], ['Chassis No.', 'ME4JK095KN8114420'], ['Engine No.', 'JK09E84114420'], ['Maker', 'HONDA MOTORCYCLE'], ['Model', 'ACTIVA 6G'], ['Fuel', 'PETROL'], ['Colour', 'PEARL IGNEOUS BLACK'], ['Seating capacity', '2']], 3, { x: 22, width: 380, row: 38, font: 'sans', valueFont: 'sans-bold', size: 9 });
    p.at(22, 215, 'Registering authority: ARTO Lucknow. Insurance valid upto 10-02-2027. PUCC valid upto 03-12-2026.', { font: 'sans', size: 8.5 });
  }, { size: [420, 265], margin: 20 }),
  paperOf('lucknow-lab', 'medical_report', 'medical', 'maa ki report', (p) => {
    p.at(50, 40, 'Sahara Path Labs', { font: 'sans-bold', size: 18, color: '#7a1f3d' }); p.at(50, 62, 'NABL accredited · Kapoorthala, Lucknow · 0522 400 7788', { font: 'sans', size: 9 });
    pairs(p, 88, [['Patient', 'Mrs. SHANTI DEVI VERMA'], ['Age / Sex', '72 Y / F'], ['Ref. by', 'Dr. Neelam Bajpai'], ['Lab ID', 'SP-260811-0417']], { label: 90, font: 'sans', size: 9.5 });
    pairs(p, 88, [['Collected', '11/08/2026 07:50'], ['Reported', '11/08/2026 16:30'], ['Sample', 'Blood, fasting']], { x: 330, label: 80, font: 'sans', size: 9.5 });
    p.y = 165;
    table(p, [{ width: 200 }, { width: 80 }, { width: 80 }, { width: 130 }], [['Test', 'Result', 'Unit', 'Reference range'], ['Glucose, fasting', '148', 'mg/dL', '70 - 100'], ['HbA1c', '7.9', '%', 'below 5.7'], ['Creatinine', '0.94', 'mg/dL', '0.6 - 1.1'], ['TSH', '3.12', 'uIU/mL', '0.4 - 4.2'], ['Vitamin D (25-OH)', '17.4', 'ng/mL', '30 - 100'], ['Haemoglobin', '11.2', 'g/dL', '12.0 - 15.0']], { font: 'sans' });
    p.gap(10).put('Interpretation: diabetes not well controlled; vitamin D deficient. Please correlate clinically.', { font: 'sans', after: 20 }).put('Dr. Alok Srivastava, MD (Pathology)', { font: 'sans' });
  }),
  paperOf('lucknow-rx', 'prescription', 'medical', 'IMG_20260813', (p) => {
    p.at(50, 36, 'Dr. Neelam Bajpai', { font: 'book-bold', size: 16 }); p.at(50, 56, 'MD (Medicine), KGMU · Reg. No. UPMC 41877 · Clinic: Shop 4, Purania Chauraha · Mon-Sat 6 to 9 pm', { font: 'book', size: 9.5 });
    p.at(50, 82, 'Shanti Devi   F/72      BP 148/86   Wt 64 kg      13.8.26', { font: 'book', size: 12 }); p.y = 112;
    for (const line of ['Rx', '1. Tab Glycomet GP 2 — 1 before breakfast and 1 before dinner — 30 days', '2. Tab Telma 40 — 1 in the morning — 30 days', '3. Cap Uprise D3 60k — once a week — 8 weeks', '4. Tab Ecosprin 75 — 1 after lunch — 30 days', 'Adv: low salt, walk 30 min daily. Foot care.', 'Review after 1 month with fasting and PP sugar.']) p.put(line, { font: 'book', size: 12, after: 3 });
  }, { size: [420, 560], margin: 50 }),
  paperOf('lucknow-train', 'travel_itinerary', 'travel', 'IRCTC ticket Varanasi', (p) => {
    p.at(297, 36, 'Electronic Reservation Slip (ERS)', { font: 'helv-bold', size: 14, align: 'center' });
    grid(p, 66, [['PNR', '2418837706'], ['Train No./Name', '22424 / GOMTI VB EXP'], ['Class', 'CHAIR CAR (CC)'], ['Boarding At', 'LUCKNOW NR (LKO)'], ['To', 'VARANASI JN (BSB)'], ['Quota', 'GENERAL'], ['Departure', '23-Dec-2026 06:15'], ['Arrival', '23-Dec-2026 10:05'], ['Distance', '324 KM']], 3, { boxed: true, row: 34 });
    p.y = 182;
    table(p, [{ width: 30 }, { width: 170 }, { width: 50 }, { width: 70 }, { width: 170 }], [['#', 'Name', 'Age', 'Gender', 'Current status'], ['1', 'SUNITA VERMA', '43', 'F', 'CNF/C4/31/WINDOW'], ['2', 'AARAV VERMA', '15', 'M', 'CNF/C4/32/MIDDLE'], ['3', 'SHANTI DEVI VERMA', '72', 'F', 'CNF/C4/33/AISLE']], { size: 9 });
    p.gap(10); pairs(p, p.y, [['Ticket fare', 'Rs. 2,385.00'], ['Convenience fee', 'Rs. 35.40'], ['Total fare', 'Rs. 2,420.40'], ['Booked on', '02-Nov-2026']], { label: 140, size: 10, sep: ':' });
    p.at(50, 370, 'Cancellation: up to 48 hours before departure a flat Rs. 180 for each passenger is kept back; up to 12 hours 25% of the fare.', { size: 9, width: 495 });
  }),
  paperOf('lucknow-ppf', 'bank_statement', 'financial', 'PPF passbook page', (p) => {
    p.at(50, 36, 'India Post — Public Provident Fund passbook', { font: 'courier-bold', size: 12 });
    p.at(50, 56, 'Account: 1120 4471 8830   Holder: RAKESH VERMA   Opened: 03/04/2014   Matures: 01/04/2030', { font: 'courier', size: 9 }); p.y = 80;
    table(p, [{ width: 80 }, { width: 180 }, { width: 75, align: 'right' }, { width: 75, align: 'right' }, { width: 90, align: 'right' }], [['Date', 'Particulars', 'Withdrawn', 'Deposited', 'Balance'], ['01/04/2025', 'Brought forward', '', '', '9,12,480.00'], ['04/04/2025', 'Cash deposit', '', '1,00,000.00', '10,12,480.00'], ['11/11/2025', 'Partial withdrawal', '2,00,000.00', '', '8,12,480.00'], ['31/03/2026', 'Interest 7.1%', '', '66,013.00', '8,78,493.00']], { font: 'courier', size: 8.5 });
  }),
  paperOf('lucknow-aadhaar', 'national_id', 'identity', 'aadhaar maa', (p) => {
    p.box(8, 8, 384, 234, '#fff', '#c33', 6); p.at(200, 16, 'भारत सरकार  Government of India', { font: 'sans-bold', size: 12, align: 'center' });
    p.at(120, 52, 'शांति देवी वर्मा\nShanti Devi Verma\nजन्म तिथि/DOB: 02/01/1954\nमहिला/ FEMALE', { font: 'sans', size: 11, lead: 1.5 });
    p.at(200, 165, aadhaar('48271093665'), { font: 'sans-bold', size: 18, align: 'center' }); p.at(200, 200, 'मेरा आधार, मेरी पहचान', { font: 'hindi', size: 12, align: 'center' });
  }, { size: [400, 250], margin: 20 }),
  paperOf('lucknow-purifier', 'warranty', 'personal', 'RO AMC', (p) => {
    p.at(50, 40, 'AquaNirmal Service Agreement (AMC)', { font: 'narrow-bold', size: 17 });
    pairs(p, 75, [['Customer', 'Rakesh Verma, B-2/84 Sector K, Aliganj'], ['Machine', 'AquaNirmal Prime RO+UV, serial AN2204-77193'], ['Contract', 'No. AMC/LKO/26/3340, Gold'], ['From - to', '20 June 2026 - 19 June 2027'], ['Paid', 'Rs. 3,999 on 20 June 2026 (PhonePe)']], { label: 110, font: 'narrow', size: 11 });
    p.y = 185; p.put('You get three free visits and one set of filters and membrane. Labour is free; electrical parts are at 15% off. The tap, the stand and cuts or dents are left out. Service within 24 hours of your call to 1860 266 0099 or WhatsApp 70800 12345.', { font: 'narrow', size: 11 });
  }),
];
