import { bars, grid, matrix, pairs, table } from '../blocks.ts';
import type { Drawn, Form } from '../form.ts';
import { Paper } from '../paper.ts';

type Power = { id: string; file: string; number: string; from: string; to: string; billed: string; due: string; previous: number; present: number; energy: string; fixed: string; fppca: string; tax: string; arrears: string; net: string; form: Form; heldOut?: boolean };

const iso = (dmy: string): string => dmy.split('-').reverse().join('-');

function electricity(p: Power): Drawn {
  return {
    id: p.id, file: p.file, type: 'utility_bill', category: 'bills', person: 'Vikram Rao', form: p.form, ...(p.heldOut ? { heldOut: true } : {}),
    fields: { documentNumber: [p.number, '2280417733', 'S4CH20117'], holderName: 'Vikram Rao', issuer: ['Namma Vidyut Distribution Company Limited', 'Namma Vidyut Distribution Company Ltd', 'Namma Vidyut', 'NAVIDCO'], issueDate: iso(p.billed), dueDate: iso(p.due), totalAmount: p.net.replace(',', ''), currency: 'INR' },
    also: { startDate: iso(p.from), endDate: iso(p.to) },
    draw: () => {
      const paper = new Paper({ size: [300, 640], margin: 16, font: 'mono', fontSize: 8.5 });
      paper.at(150, 14, 'NAMMA VIDYUT DISTRIBUTION\nCOMPANY LIMITED (NAVIDCO)', { font: 'sans-bold', size: 12, align: 'center' });
      paper.at(150, 46, 'S4 Sub Division, Jayanagar. GSTIN 29AACCN4471C1ZK', { font: 'sans', size: 7.5, align: 'center' });
      paper.at(150, 58, 'ELECTRICITY BILL', { font: 'sans-bold', size: 11, align: 'center' });
      paper.rule(76);
      let y = pairs(paper, 80, [['RR Number', 'S4CH20117'], ['Account ID', '2280417733'], ['Consumer', 'VIKRAM RAO'], ['Address', '402 GULMOHAR RESIDENCY 14TH CROSS JAYANAGAR 4TH BLK 560011'], ['Tariff', 'LT2A1-N  Domestic'], ['Sanctioned load', '4.00 KW']], { label: 92, size: 8.5, font: 'mono', valueFont: 'mono', step: 2 });
      paper.rule(y + 2);
      y = pairs(paper, y + 8, [['Bill No', p.number], ['Billing period', `${p.from} to ${p.to}`], ['Bill date', p.billed], ['Reading date', p.to], ['Meter SL No', 'BH2217740'], ['Present reading', String(p.present)], ['Previous reading', String(p.previous)], ['Constant', '1'], ['Consumption', `${p.present - p.previous} Units`], ['Average', '228 Units']], { label: 104, size: 8.5, font: 'mono', valueFont: 'mono', step: 2 });
      paper.rule(y + 2);
      paper.y = y + 8;
      table(paper, [{ width: 178 }, { width: 90, align: 'right' }], [['Charges', 'Amount Rs.'], ['Fixed charges', p.fixed], ['Energy charges', p.energy], ['FPPCA', p.fppca], ['Tax 9%', p.tax], ['Interest on revenue', '0.00'], ['Arrears', p.arrears], ['Credits / adjustments', '0.00'], ['Net payable (rounded)', p.net]], { font: 'sans', size: 9, lines: 'none', pad: 2.5, head: null, lastBold: 1 });
      paper.rule(paper.y + 4);
      paper.at(16, paper.y + 12, `DUE DATE : ${p.due}`, { font: 'sans-bold', size: 12 });
      paper.at(16, paper.y + 30, 'After the due date interest at 1% per month is charged and supply may be disconnected 15 days thereafter without further notice. Last payment Rs. 2,210 received. Complaints: 1912.', { font: 'sans', size: 7.5, width: 268 });
      bars(paper, 30, 606, 240, 18, p.present);
      return paper;
    },
  };
}

export const utilities: Drawn[] = [
  electricity({ id: 'power-2024-12', file: 'current bill dec', number: '2024120418822', from: '02-11-2024', to: '02-12-2024', billed: '02-12-2024', due: '17-12-2024', previous: 18110, present: 18318, energy: '1,227.20', fixed: '480.00', fppca: '74.88', tax: '153.66', arrears: '0.00', net: '1,936.00', form: { as: 'text-pdf' } }),
  electricity({ id: 'power-2025-02', file: 'NAVIDCO_Feb25', number: '2025020411097', from: '02-01-2025', to: '02-02-2025', billed: '02-02-2025', due: '17-02-2025', previous: 18537, present: 18768, energy: '1,362.90', fixed: '480.00', fppca: '83.16', tax: '165.86', arrears: '56.00', net: '2,148.00', form: { as: 'text-pdf' } }),
  electricity({ id: 'power-2025-06', file: 'IMG_20250606_092210', number: '2025060417750', from: '02-05-2025', to: '02-06-2025', billed: '02-06-2025', due: '17-06-2025', previous: 19502, present: 19921, energy: '2,472.10', fixed: '600.00', fppca: '150.84', tax: '276.44', arrears: '407.00', net: '3,906.00', form: { as: 'photo', to: 'jpg', haste: 1, desk: 'wood', long: 2800 } }),
  electricity({ id: 'power-2025-10', file: 'NAVIDCO_Oct25', number: '2025100420416', from: '02-09-2025', to: '02-10-2025', billed: '02-10-2025', due: '17-10-2025', previous: 20598, present: 20868, energy: '1,593.00', fixed: '600.00', fppca: '97.20', tax: '186.12', arrears: '101.00', net: '2,577.00', form: { as: 'scan', dpi: 200, to: 'pdf', skew: 1.5 } }),
  {
    id: 'power-indore-hindi', language: 'hi', file: 'indore bijli bill', type: 'utility_bill', category: 'bills', person: 'Suresh Rao',
    fields: { documentNumber: ['N3307114208', '8840021773'], holderName: ['श्री सुरेश राव', 'सुरेश राव', 'Suresh Rao'], issuer: ['मालवा विद्युत वितरण कंपनी लिमिटेड', 'मालवा विद्युत वितरण कंपनी'], issueDate: '2024-08-09', dueDate: '2024-08-24', totalAmount: ['1284', '1270'], currency: 'INR' },
    also: { startDate: '2024-07-05', endDate: '2024-08-05' },
    form: { as: 'scan', dpi: 200, to: 'jpg', skew: -1.4, quality: 76 },
    draw: () => {
      const paper = new Paper({ margin: 44, font: 'hindi', fontSize: 11 });
      paper.at(297, 34, 'मालवा विद्युत वितरण कंपनी लिमिटेड', { font: 'hindi-bold', size: 17, align: 'center' });
      paper.at(297, 60, 'पोलो ग्राउंड, इंदौर (मध्य प्रदेश) 452003', { size: 10, align: 'center' });
      paper.at(297, 78, 'विद्युत देयक (बिजली बिल)', { font: 'hindi-bold', size: 14, align: 'center' });
      paper.rule(104);
      const left: [string, string][] = [['उपभोक्ता का नाम', 'श्री सुरेश राव'], ['पता', '12, तुलसी नगर, इंदौर 452010'], ['उपभोक्ता क्रमांक', 'N3307114208'], ['श्रेणी', 'घरेलू LV-1'], ['स्वीकृत भार', '2 किलोवाट']];
      const right: [string, string][] = [['देयक क्रमांक', '8840021773'], ['देयक दिनांक', '09/08/2024'], ['देय तिथि', '24/08/2024'], ['देयक माह', 'अगस्त 2024'], ['मीटर क्रमांक', 'MP448120']];
      pairs(paper, 114, left, { label: 110, font: 'hindi', valueFont: 'hindi-bold', size: 11, sep: ':', valueWidth: 150 });
      pairs(paper, 114, right, { x: 330, label: 100, font: 'hindi', valueFont: 'hindi-bold', size: 11, sep: ':' });
      paper.y = 232;
      table(paper, [{ width: 130 }, { width: 125 }, { width: 125 }, { width: 127 }], [['पठन दिनांक', 'वर्तमान पठन', 'पिछला पठन', 'खपत (यूनिट)'], ['05/08/2024', '7711', '7540', '171'], ['05/07/2024', '7540', '7402', '138']], { font: 'hindi', size: 11 });
      paper.gap(14);
      table(paper, [{ width: 340 }, { width: 167, align: 'right' }], [['विवरण', 'राशि (₹)'], ['ऊर्जा प्रभार', '1,002.00'], ['नियत प्रभार', '141.00'], ['ईंधन प्रभार', '36.80'], ['विद्युत शुल्क', '90.20'], ['पिछला बकाया', '0.00'], ['कुल देय राशि (देय तिथि तक)', '1,270.00'], ['देय तिथि के बाद देय राशि', '1,284.00']], { font: 'hindi', size: 11.5, lastBold: 2 });
      paper.gap(16).put('कृपया देय तिथि से पहले भुगतान करें। शिकायत के लिए 1912 पर कॉल करें। नकद भुगतान केवल अधिकृत केंद्र पर ही करें। पिछला भुगतान ₹1,118.00 दिनांक 20/07/2024 को प्राप्त हुआ।', { size: 11 });
      return paper;
    },
  },
  {
    id: 'water-london', file: 'Thamesside Water bill', type: 'utility_bill', category: 'bills', person: 'Priya Fernandes-Miller',
    fields: { documentNumber: ['900418-22715', '90041822715', '7001184402'], holderName: ['Priya Fernandes-Miller', 'Mrs P Fernandes-Miller', 'P Fernandes-Miller'], issuer: ['Thamesside Water', 'Thamesside Water Utilities Limited', 'Thamesside Water Utilities Ltd'], issueDate: '2026-03-18', dueDate: '2026-04-08', totalAmount: '268.47', currency: 'GBP' },
    also: { startDate: ['2025-09-12', '2025-09-13'], endDate: '2026-03-11' },
    form: { as: 'text-pdf' },
    draw: () => {
      const paper = new Paper({ margin: 50, font: 'sans', fontSize: 10 });
      paper.box(0, 0, 595, 70, '#0b4f9e'); paper.at(50, 22, 'Thamesside Water', { font: 'sans-bold', size: 22, color: '#fff' });
      paper.at(50, 92, 'Mrs P Fernandes-Miller\n18 Calder Road\nLondon\nE17 4PQ');
      pairs(paper, 92, [['Your account number', '900418-22715'], ['Bill date', '18 March 2026'], ['Bill number', '7001184402'], ['Property', '18 Calder Road']], { x: 320, label: 120, font: 'sans', valueFont: 'sans-bold', step: 3 });
      paper.y = 180;
      paper.put('Your metered water bill', { font: 'sans-bold', size: 16, color: '#0b4f9e', after: 2 }).put('For 12 September 2025 to 11 March 2026', { after: 12 });
      table(paper, [{ width: 370 }, { width: 125, align: 'right' }], [['Your last bill', '£241.90'], ['Payment received 29 September 2025 — thank you', '-£241.90'], ['Clean water: 58 m³ at £1.9734', '£114.46'], ['Waste water: 58 m³ at £1.1426', '£66.27'], ['Fixed charges (181 days)', '£87.74'], ['Total charges for this period', '£268.47']], { font: 'sans', size: 10.5, head: null, lines: 'rows', pad: 5, lastBold: 1 });
      paper.gap(14);
      paper.box(50, paper.y, 495, 56, '#e1edf9');
      paper.at(64, paper.y + 10, 'Please pay', { size: 10 }); paper.at(64, paper.y + 24, '£268.47', { font: 'sans-bold', size: 19 }); paper.at(320, paper.y + 10, 'by', { size: 10 }); paper.at(320, paper.y + 24, '8 April 2026', { font: 'sans-bold', size: 19 });
      paper.y += 72;
      paper.put('Meter reading 11 March 2026: 1,284 m³ (actual). Previous reading: 1,226 m³ (estimated). You used 320 litres a day; a home like yours uses 290.', { after: 10 });
      paper.put('Prices change on 1 April 2026. If you pay by Direct Debit we spread the cost. If you are struggling, call 0800 009 3652. VAT is not charged on household water.', { size: 9 });
      matrix(paper, 470, 690, 70, 61); paper.at(50, 800, 'Thamesside Water Utilities Limited. Registered in England No. 2366611. WB/09-24', { size: 7.5, color: '#666' });
      return paper;
    },
  },
  {
    id: 'strom-de', language: 'de', file: 'Stromrechnung 2018', type: 'utility_bill', category: 'bills', person: 'Vikram Rao',
    fields: { documentNumber: ['RE-2019-0044718', '4110 2277 09', '4110227709'], holderName: 'Vikram Rao', issuer: ['Isarwerke Energie GmbH', 'Isarwerke Energie', 'Isarwerke'], issueDate: '2019-01-21', dueDate: '2019-02-04', totalAmount: ['37.18', '733.18'], currency: 'EUR' },
    also: { startDate: '2018-02-01', endDate: '2018-12-31' },
    form: { as: 'scan', dpi: 200, to: 'pdf', skew: 0.8, turn: 180, quality: 74 },
    draw: () => {
      const paper = new Paper({ margin: 60, font: 'helv', fontSize: 10 });
      paper.at(535, 44, 'isarwerke', { font: 'helv-bold', size: 26, color: '#0a7d5a', align: 'right' }); paper.at(535, 74, 'Energie GmbH', { size: 10, align: 'right' });
      paper.at(60, 112, 'Isarwerke Energie GmbH, Postfach 20 22 22, 80287 München', { size: 6.5 });
      paper.at(60, 126, 'Herrn Vikram Rao\nLindwurmstraße 114\n80337 München', { size: 10.5 });
      pairs(paper, 126, [['Kundennummer', '4110 2277 09'], ['Rechnungsnummer', 'RE-2019-0044718'], ['Rechnungsdatum', '21.01.2019'], ['Zählernummer', '1 EMH00 8821 4471']], { x: 330, label: 100, size: 9.5, step: 2 });
      paper.y = 222;
      paper.put('Ihre Stromrechnung für die Zeit vom 01.02.2018 bis 31.12.2018', { font: 'helv-bold', size: 13, after: 10 });
      paper.put('Sehr geehrter Herr Rao,', { after: 4 }).put('Sie haben im Abrechnungszeitraum 2.207 kWh verbraucht. Unter Berücksichtigung Ihrer Abschläge ergibt sich eine Nachzahlung.', { after: 10 });
      table(paper, [{ width: 330 }, { width: 145, align: 'right' }], [['Abrechnung', 'Betrag in EUR'], ['Arbeitspreis 2.207 kWh × 24,10 ct/kWh', '531,89'], ['Grundpreis 334 Tage', '84,23'], ['Summe netto', '616,12'], ['Umsatzsteuer 19 %', '117,06'], ['Rechnungsbetrag brutto', '733,18'], ['abzüglich geleistete Abschläge (11 × )', '-696,00'], ['Nachzahlung', '37,18']], { size: 10, lines: 'rows', lastBold: 1, pad: 5 });
      paper.gap(12).put('Bitte überweisen Sie den Betrag von 37,18 EUR bis zum 04.02.2019 auf das unten genannte Konto. Ihr neuer monatlicher Abschlag beträgt 68,00 EUR, erstmals fällig am 01.03.2019.', { after: 10 });
      paper.put('Vertragsdaten: Tarif M-Strom, Mindestlaufzeit bis 31.01.2020, Kündigungsfrist 4 Wochen.', { size: 9 });
      paper.at(60, 794, 'Bankverbindung: Stadtbank München, IBAN DE41 7015 0000 0000 2030 40 · Geschäftsführer: H. Lang · HRB 126674 · Stand: 12/2018', { size: 7, color: '#444' });
      return paper;
    },
  },
  {
    id: 'energie-nl', language: 'nl', file: 'jaarnota energie', type: 'utility_bill', category: 'bills', person: 'Daniel Miller', heldOut: true,
    fields: { documentNumber: ['2014-8830417', '55 104 887', '55104887'], holderName: ['D.T. Miller', 'D. Miller', 'Daniel Miller', 'D T Miller'], issuer: ['Waterkant Energie B.V.', 'Waterkant Energie'], issueDate: '2014-11-03', dueDate: '2014-11-24', totalAmount: ['64.12', '1108.12'], currency: 'EUR' },
    also: { startDate: '2013-10-15', endDate: '2014-10-14' },
    form: { as: 'text-pdf' },
    draw: () => {
      const paper = new Paper({ margin: 56, font: 'narrow', fontSize: 11 });
      paper.box(56, 44, 18, 36, '#f08a00'); paper.at(82, 44, 'Waterkant', { font: 'narrow-bold', size: 20 }); paper.at(82, 66, 'Energie', { size: 14 });
      paper.at(56, 110, 'De heer D.T. Miller\nPrinseneiland 47-II\n1013 LM Amsterdam');
      paper.y = grid(paper, 180, [['Klantnummer', '55 104 887'], ['Notanummer', '2014-8830417'], ['Notadatum', '3 november 2014']], 3, { boxed: true, row: 34, font: 'narrow', valueFont: 'narrow-bold', size: 12 });
      paper.gap(14).put('Uw jaarnota', { font: 'narrow-bold', size: 18, after: 2 }).put('Periode 15 oktober 2013 tot en met 14 oktober 2014', { after: 12 });
      table(paper, [{ width: 340 }, { width: 143, align: 'right' }], [['Omschrijving', 'Bedrag'], ['Elektriciteit 1.911 kWh', '€ 421,30'], ['Gas 812 m³', '€ 536,44'], ['Netbeheer', '€ 396,58'], ['Vermindering energiebelasting', '€ -385,53'], ['Btw 21% (inbegrepen)', '€ 168,10'], ['Totaal kosten inclusief btw', '€ 1.108,12'], ['Betaalde termijnbedragen (12 × € 87,00)', '€ -1.044,00'], ['Nog te betalen', '€ 64,12']], { font: 'narrow', size: 11, lines: 'rows', lastBold: 1, pad: 5 });
      paper.gap(14).put('Wij schrijven het bedrag van € 64,12 rond 24 november 2014 van uw rekening NL91 **** **** **43 00 af. Uw nieuwe termijnbedrag wordt € 92,00 per maand.', { after: 8 });
      paper.put('Vragen? Bel 020 555 0117 op werkdagen van 8.00 tot 20.00 uur. Op deze overeenkomst zijn onze algemene voorwaarden van januari 2013 van toepassing.', { size: 9.5 });
      paper.at(56, 796, 'Waterkant Energie B.V. | KvK 34128813 | Btw NL807114882B01', { size: 8, color: '#555' });
      return paper;
    },
  },
];
