import { bars, grid, matrix, pairs, table } from '../blocks.ts';
import { luhn } from '../checksums.ts';
import { written } from '../docx.ts';
import type { Drawn, Typed } from '../form.ts';
import { Paper } from '../paper.ts';

export const warrantyTravel: (Drawn | Typed)[] = [
  {
    id: 'warranty-washer', file: 'washing machine card', type: 'warranty', category: 'warranty', person: 'Asha Rao',
    fields: { documentNumber: ['WM7-22081-44718', 'ATX-W-118204'], holderName: ['Asha Rao', 'Mrs Asha Rao'], issuer: ['Aravalli Appliances Limited', 'Aravalli Appliances', 'Aravalli Appliances Ltd'], startDate: ['2025-04-19'] },
    also: { issueDate: '2025-04-19', endDate: ['2027-04-18', '2035-04-18'], expiryDate: ['2027-04-18', '2035-04-18'], totalAmount: ['34490'], currency: 'INR' },
    form: { as: 'photo', to: 'jpg', haste: 1, desk: 'wood' },
    draw: () => {
      const paper = new Paper({ size: [520, 370], margin: 26, font: 'sans', fontSize: 11 });
      paper.box(0, 0, 520, 54, '#22577a'); paper.at(26, 12, 'ARAVALLI', { font: 'sans-bold', size: 22, color: '#fff' }); paper.at(494, 18, 'WARRANTY CARD', { font: 'sans-bold', size: 17, color: '#fff', align: 'right' });
      pairs(paper, 68, [['Product', 'Front-load washing machine TIDE 8.0'], ['Model no.', 'AWM-T80-IN'], ['Serial no.', 'WM7-22081-44718'], ['Date of purchase', '19/04/2025'], ['Customer', 'Mrs Asha Rao, Jayanagar, Bengaluru'], ['Dealer', 'Girias Home Stores, bill 88120, Rs. 34,490']], { label: 110, font: 'sans', valueFont: 'sans-bold', size: 11, step: 3 });
      paper.rule(190, 26, 494);
      paper.at(26, 198, 'Aravalli Appliances Limited repairs or replaces, free of charge, any part found faulty in material or workmanship for TWO YEARS from the date of purchase. The motor is covered for TEN YEARS. Glass, plastic, rubber seals, and damage by rodents or voltage are not covered. Keep this card with the bill; the offer is void if the serial number is defaced.', { size: 10, width: 468 });
      paper.at(26, 276, 'Service 1800 120 4471 · Registered office: Plot 9, RIICO Industrial Area, Alwar 301030 · Card printed 11/2024', { size: 8.5, width: 468 });
      bars(paper, 26, 306, 180, 26, 44718); paper.at(360, 320, 'Dealer’s stamp and sign', { size: 9 }); paper.sign(370, 294, 'Girias', 22);
      return paper;
    },
  },
  {
    id: 'warranty-roof', file: 'Roof guarantee cert', type: 'warranty', category: ['warranty', 'property'], person: 'Daniel Miller', heldOut: true,
    fields: { documentNumber: ['RG-20418', 'RG 20418'], holderName: ['Mr T E Miller', 'Thomas Edward Miller', 'T E Miller'], issuer: ['Wharfedale Roofing Services', 'Wharfedale Roofing Services Ltd', 'Wharfedale Roofing'], startDate: '2023-10-06', endDate: '2043-10-05' },
    also: { expiryDate: '2043-10-05', issueDate: ['2023-10-06', '2023-10-12'], totalAmount: '11460', currency: 'GBP' },
    form: { as: 'scan', dpi: 150, to: 'pdf', skew: 1.2, quality: 72 },
    draw: () => {
      const paper = new Paper({ margin: 66, font: 'book', fontSize: 14 });
      paper.box(30, 30, 535, 782, undefined, '#7b5b2e'); paper.box(36, 36, 523, 770, undefined, '#7b5b2e');
      paper.at(297, 90, 'Wharfedale Roofing Services Ltd', { font: 'book-bold', size: 24, align: 'center' }); paper.at(297, 122, 'Slating · Leadwork · Guttering — Otley, West Yorkshire', { size: 12, align: 'center' });
      paper.at(297, 180, 'Twenty-Year Workmanship Guarantee', { font: 'book-bold', size: 22, align: 'center', color: '#7b5b2e' });
      pairs(paper, 240, [['Certificate', 'RG-20418'], ['Issued to', 'Mr T E Miller'], ['Property', '3 Chapel Row, Leeds LS6 2AB'], ['Work', 'Strip and re-slate both slopes, renew valley and flashings'], ['Finished on', '6 October 2023'], ['Guaranteed until', '5 October 2043'], ['Price of the work', '£11,460.00 including VAT']], { label: 140, font: 'book', valueFont: 'book-bold', size: 14, step: 10 });
      paper.y = 500;
      paper.put('We will put right without charge any leak that arises from our workmanship within the period above, provided the gutters are cleared once a year and nobody else has worked on the roof. Storm damage is a matter for your insurer. The guarantee passes to a new owner if we are told within 60 days of the sale.', { lead: 1.55, align: 'justify', after: 40 });
      paper.sign(100, paper.y, 'J. Hainsworth', 28); paper.at(100, paper.y + 40, 'Director, 12 October 2023', { size: 12 });
      return paper;
    },
  },
  {
    id: 'warranty-phone', file: 'device_protection_terms', type: 'warranty', category: ['warranty', 'insurance'], person: 'Rohan Fernandes',
    fields: { documentNumber: ['AC-7718-2044', luhn('35418820447113')], holderName: 'Rohan Fernandes', issuer: ['Persimmon Devices Inc.', 'Persimmon Devices', 'Persimmon Devices, Inc.'], startDate: '2025-11-28', endDate: '2027-11-27' },
    also: { expiryDate: '2027-11-27', issueDate: ['2025-11-28'], totalAmount: ['149'], currency: 'USD' },
    form: { as: 'docx' },
    content: () => written([
      { p: 'Persimmon Devices, Inc.', bold: true, size: 18 }, { h: 'Extended warranty — proof of coverage', level: 1 },
      'Hello Rohan Fernandes, thank you for adding two years of protection to your new phone. Keep this for your records.',
      { table: [['Agreement number', 'AC-7718-2044'], ['Device', 'Persimmon 9 Pro, 256 GB, Slate'], ['IMEI', luhn('35418820447113')], ['Purchased', 'November 28, 2025 at Persimmon Barton Creek'], ['Coverage begins', 'November 28, 2025'], ['Coverage ends', 'November 27, 2027'], ['You paid', '$149.00 plus sales tax']], widths: [35, 65] },
      { h: 'What is covered', level: 2 }, { list: ['Defects in materials and workmanship in the device, its battery, and its charger', 'Batteries that hold less than 80% of their first capacity', 'Up to two incidents of accidental damage: screen $29.00, other damage $99.00'] },
      { h: 'What is not', level: 2 }, { list: ['Loss or theft', 'Cosmetic wear that does not stop the device working', 'Repairs attempted by anyone we have not authorised'] },
      'To make a claim go to persimmon.example/help or call 1-800-555-0171. You may cancel within 30 days for a full refund. Terms of September 2024.',
    ]),
  },
  {
    id: 'flight-london', file: 'E-Ticket 0982210447718', type: 'travel_itinerary', category: 'travel', person: 'Asha Rao',
    fields: { documentNumber: ['QK7TLM', '098-2210447718', '0982210447718'], holderName: ['Asha Rao', 'Vikram Suresh Rao', 'Kabir Rao', 'Meera Rao'], issuer: ['Himalaya Airways', 'Himalaya Airways Limited'], startDate: '2026-12-18', endDate: '2027-01-04', totalAmount: ['281946'], currency: 'INR' },
    also: { issueDate: '2026-09-22' },
    form: { as: 'text-pdf' },
    draw: () => {
      const paper = new Paper({ margin: 40, font: 'narrow', fontSize: 10 });
      paper.box(0, 0, 595, 66, '#8c1d40'); paper.at(40, 18, 'HIMALAYA AIRWAYS', { font: 'narrow-bold', size: 22, color: '#fff' }); paper.at(555, 24, 'Electronic Ticket Itinerary / Receipt', { size: 13, color: '#fff', align: 'right' });
      paper.y = grid(paper, 84, [['Booking reference (PNR)', 'QK7TLM'], ['Date of issue', '22 SEP 2026'], ['Issued by', 'Web Bengaluru 14300418'], ['Status', 'CONFIRMED']], 4, { boxed: true, row: 36, font: 'narrow', valueFont: 'narrow-bold', size: 13 });
      paper.gap(12);
      table(paper, [{ width: 190 }, { width: 140 }, { width: 90 }, { width: 95 }], [['Passenger', 'Ticket number', 'Seat / Meal', 'Baggage'], ['RAO/ASHA MRS', '098-2210447718', '24A / HNML', '2PC 23 KG'], ['RAO/VIKRAM SURESH MR', '098-2210447719', '24B', '2PC 23 KG'], ['RAO/KABIR MSTR', '098-2210447720', '24C / CHML', '2PC 23 KG'], ['RAO/MEERA MISS (CHD)', '098-2210447721', '24D / CHML', '2PC 23 KG']], { font: 'narrow', size: 10.5, head: '#f1dde3', pad: 5 });
      paper.gap(12);
      table(paper, [{ width: 64 }, { width: 150 }, { width: 150 }, { width: 70 }, { width: 81 }], [['Flight', 'Departure', 'Arrival', 'Class', 'Duration'], ['HM 133', 'Bengaluru Kempegowda (BLR) T2\nFri 18 DEC 2026 13:35', 'London Heathrow (LHR) T2\nFri 18 DEC 2026 19:05', 'Economy V', '11 h 00'], ['HM 132', 'London Heathrow (LHR) T2\nMon 04 JAN 2027 20:35', 'Bengaluru (BLR) T2\nTue 05 JAN 2027 11:50', 'Economy V', '9 h 45']], { font: 'narrow', size: 10.5, head: '#f1dde3', pad: 5 });
      paper.gap(12);
      table(paper, [{ width: 390 }, { width: 125, align: 'right' }], [['Fare (4 passengers)', 'INR'], ['Base fare', '1,96,400'], ['Fuel surcharge YQ', '48,000'], ['UDF, PSF, and UK air passenger duty', '25,322'], ['K3 GST 5%', '12,224'], ['Total', '2,81,946']], { font: 'narrow', size: 10.5, lines: 'rows', lastBold: 1, pad: 4 });
      paper.gap(10).put('Fare rules: changes INR 12,000 per passenger up to 24 hours before departure; refund INR 22,000. Web check-in opens 48 hours before departure and closes 60 minutes before. Passports should be valid for six months beyond the journey. Form of payment: card XXXXXXXXXXXX2091.', { size: 9.5 });
      return paper;
    },
  },
  {
    id: 'train-indore', file: 'irctc ERS', type: 'travel_itinerary', category: 'travel', person: 'Suresh Rao',
    fields: { documentNumber: ['4418822071', '100004471882207'], holderName: ['Suresh Rao', 'Kamala Rao'], issuer: ['Indian Railways', 'Bharat Rail Ticketing', 'भारतीय रेल'], startDate: '2026-10-02', totalAmount: ['4418.5', '4418.50', '4383'], currency: 'INR' },
    also: { issueDate: ['2026-08-03'], endDate: ['2026-10-04', '2026-10-03'] },
    form: { as: 'scan', dpi: 200, to: 'jpg', skew: 1.0, quality: 70 },
    draw: () => {
      const paper = new Paper({ margin: 40, font: 'sans', fontSize: 10.5 });
      paper.at(297, 34, 'भारतीय रेल — इलेक्ट्रॉनिक आरक्षण पर्ची (ERS)', { font: 'hindi-bold', size: 15, align: 'center' }); paper.at(297, 56, 'Indian Railways — Electronic Reservation Slip — Normal User', { size: 11, align: 'center' });
      paper.y = grid(paper, 86, [['से / Booked From', 'KSR BENGALURU (SBC)'], ['तक / To', 'INDORE JN BG (INDB)'], ['प्रस्थान तिथि / Start Date', '02-Oct-2026'], ['PNR', '4418822071'], ['गाड़ी सं. / Train No./Name', '19302 / YPR INDB EXP'], ['श्रेणी / Class', 'AC 2 TIER (2A)'], ['कोटा / Quota', 'SENIOR CITIZEN (SS)'], ['दूरी / Distance', '1673 KM'], ['बुकिंग तिथि / Booking Date', '03-Aug-2026 08:14:52 HRS']], 3, { boxed: true, row: 40, font: 'sans', valueFont: 'sans-bold', size: 11.5, labelSize: 8.5 });
      paper.at(40, paper.y + 8, 'Departure* 15:45 02-Oct-2026      Arrival* 09:30 04-Oct-2026', { font: 'sans-bold' }); paper.y += 34;
      paper.put('यात्री विवरण / Passenger Details', { font: 'sans-bold', size: 11.5, after: 4 });
      table(paper, [{ width: 30 }, { width: 160 }, { width: 50 }, { width: 60 }, { width: 105 }, { width: 110 }], [['#', 'नाम / Name', 'आयु / Age', 'लिंग', 'Booking Status', 'Current Status'], ['1', 'SURESH RAO', '75', 'M', 'CNF/A1/17/LOWER', 'CNF/A1/17/LOWER'], ['2', 'KAMALA RAO', '71', 'F', 'CNF/A1/19/LOWER', 'CNF/A1/19/LOWER']], { font: 'sans', size: 10.5, pad: 5 });
      paper.gap(10).put('भुगतान विवरण / Payment Details', { font: 'sans-bold', size: 11.5, after: 4 });
      table(paper, [{ width: 380 }, { width: 135, align: 'right' }], [['विवरण', '₹'], ['टिकट किराया / Ticket Fare', '4,348.60'], ['सुविधा शुल्क / Convenience Fee (incl. GST)', '35.40'], ['यात्रा बीमा / Travel Insurance Premium', '0.90'], ['एजेंट शुल्क / PG Charges', '33.60'], ['कुल किराया / Total Fare (all inclusive)', '4,418.50']], { font: 'sans', size: 10.5, pad: 4, lastBold: 1 });
      paper.gap(10).put('यह टिकट मूल पहचान पत्र के साथ ही मान्य है। One of the passengers is required to carry an original photo identity card during the journey. Transaction ID: 100004471882207. Beware of fraudulent calls; never share OTP or UPI PIN.', { size: 9.5 });
      matrix(paper, 460, 720, 80, 19302);
      return paper;
    },
  },
  {
    id: 'eurostar', language: 'fr', file: 'billet train Bruxelles', type: 'travel_itinerary', category: 'travel', person: 'Daniel Miller',
    fields: { documentNumber: ['TVKQLR'], holderName: ['Daniel Miller', 'Priya Fernandes-Miller', 'Leo Fernandes-Miller'], issuer: ['Rail Continental', 'Rail Continental SA'], startDate: '2027-02-12', endDate: '2027-02-15', totalAmount: ['318.00', '318'], currency: 'EUR' },
    also: { issueDate: '2026-11-08' },
    form: { as: 'text-pdf' },
    draw: () => {
      const paper = new Paper({ margin: 54, font: 'sans', fontSize: 11 });
      paper.at(54, 44, 'Rail Continental', { font: 'sans-bold', size: 24, color: '#0b2d6b' }); paper.at(541, 52, 'Votre e-billet', { size: 14, align: 'right' });
      paper.y = grid(paper, 92, [['Référence du dossier', 'TVKQLR'], ['Voyageurs', '2 adultes, 1 enfant'], ['Réservé le', '8 novembre 2026']], 3, { boxed: true, row: 38, font: 'sans', valueFont: 'sans-bold', size: 13 });
      const leg = (title: string, rows: [string, string][]): void => { paper.gap(14).put(title, { font: 'sans-bold', size: 13, color: '#0b2d6b', after: 4 }); paper.y = pairs(paper, paper.y, rows, { label: 120, font: 'sans', valueFont: 'sans-bold', size: 11.5 }); };
      leg('Aller — vendredi 12 février 2027', [['Départ', '10 h 58  Londres St-Pancras'], ['Arrivée', '14 h 05  Bruxelles-Midi'], ['Train', 'RC 9126, voiture 8, places 41, 42 et 43']]);
      leg('Retour — lundi 15 février 2027', [['Départ', '17 h 56  Bruxelles-Midi'], ['Arrivée', '18 h 57  Londres St-Pancras'], ['Train', 'RC 9157, voiture 5, places 22, 23 et 24']]);
      paper.gap(12).put('Voyageurs : M. Daniel MILLER, Mme Priya FERNANDES-MILLER, Leo FERNANDES-MILLER (5 ans)', { after: 10 });
      table(paper, [{ width: 360 }, { width: 127, align: 'right' }], [['Tarif', 'Prix'], ['2 × adulte Standard aller-retour', '258,00 €'], ['1 × enfant 4–11 ans', '60,00 €'], ['Total payé par carte ****4471', '318,00 €']], { font: 'sans', size: 11, lastBold: 1, lines: 'rows', pad: 5 });
      paper.gap(12).put('Présentez-vous au plus tard 60 minutes avant le départ. Billet échangeable sans frais jusqu’à 7 jours avant le départ, non remboursable. Passeport en cours de validité exigé.', { size: 9.5 });
      matrix(paper, 450, 660, 90, 9126);
      return paper;
    },
  },
];
