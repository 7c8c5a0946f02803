import { bars, pairs, seal, table } from '../blocks.ts';
import { gstin } from '../checksums.ts';
import type { Drawn } from '../form.ts';
import { Paper } from '../paper.ts';

const right = (paper: Paper, y: number, rows: readonly (readonly [string, string])[], size = 10, font = 'typed'): number => {
  let line = y;
  for (const [left, value] of rows) {
    paper.at(paper.margin, line, left, { font, size });
    paper.at(paper.width - paper.margin, line, value, { font, size, align: 'right' });
    line += size * 1.35;
  }
  return line;
};

export const receipts: Drawn[] = [
  {
    id: 'receipt-grocery', file: 'IMG_20260208_183302', type: 'receipt', category: ['bills', 'financial'],
    fields: { documentNumber: ['T03-118820', '118820'], issuer: ['Annapoorna Super Bazaar', 'Annapoorna Super Bazaar Pvt Ltd'], issueDate: '2026-02-08', totalAmount: '1447', currency: 'INR' },
    form: { as: 'photo', to: 'jpg', haste: 1, desk: 'wood', long: 2800 },
    draw: () => {
      const paper = new Paper({ size: [250, 560], margin: 14, font: 'typed', fontSize: 9.5 });
      paper.at(125, 16, 'ANNAPOORNA SUPER BAZAAR', { font: 'typed-bold', size: 12, align: 'center' });
      paper.at(125, 34, `30th Cross, Jayanagar, Bengaluru\nPh 080 2244 7718\nGSTIN ${gstin('29AADCA7718K1Z')}`, { size: 8.5, align: 'center' });
      paper.at(125, 76, 'TAX INVOICE / CASH BILL', { font: 'typed-bold', align: 'center' });
      let y = right(paper, 94, [['Bill T03-118820', '08/02/2026'], ['Cashier Manju', '18:27:41']], 9);
      paper.rule(y + 2, 14, 236); y += 8;
      y = right(paper, y, [['Item        Qty   MRP', 'Amount'], ['SONA MASOORI 5KG 1  410.00', '365.00'], ['TOOR DAL 1KG     2  189.00', '338.00'], ['NANDI MILK 1L    3   52.00', '156.00'], ['COCONUT OIL 500  1  175.00', '161.00'], ['SURF POWDER 2KG  1  320.00', '285.00'], ['TOMATO 1.2KG     1   40.00', '48.00'], ['CORIANDER        2   15.00', '24.00'], ['BISCUITS 200G    2   40.00', '70.00']], 9);
      paper.rule(y + 2, 14, 236); y += 8;
      y = right(paper, y, [['Items 8   Qty 13', ''], ['Sub total', '1,447.00'], ['CGST incl.', '31.18'], ['SGST incl.', '31.18'], ['Round off', '0.00']], 9);
      y = right(paper, y + 4, [['NET AMOUNT', 'Rs. 1,447.00']], 12, 'typed-bold');
      y = right(paper, y + 4, [['CASH', '2,000.00'], ['CHANGE', '553.00']], 9);
      paper.at(125, y + 10, 'MRP TOTAL 1,689.00  YOU SAVED 242.00', { font: 'typed-bold', size: 9, align: 'center' });
      paper.at(125, y + 30, 'No exchange without bill. Exchange within\n7 days till 15/02/2026. Thank you, visit again!', { size: 8, align: 'center' });
      bars(paper, 60, y + 66, 130, 24, 118820);
      return paper;
    },
  },
  {
    id: 'receipt-dinner', file: 'IMG_4471', type: 'receipt', category: ['bills', 'financial'],
    fields: { documentNumber: ['0442', '#0442', '774120'], issuer: ['The Copper Samovar', 'Copper Samovar'], issueDate: '2026-05-30', totalAmount: ['86.91', '86.91'], currency: 'GBP' },
    form: { as: 'photo', to: 'jpg', haste: 2, desk: 'cloth', long: 3000, exif: 6 },
    draw: () => {
      const paper = new Paper({ size: [240, 470], margin: 16, font: 'mono', fontSize: 9 });
      paper.at(120, 20, 'The Copper Samovar', { font: 'book-bold', size: 19, align: 'center' });
      paper.at(120, 46, '212 Hoe Street, London E17 4BS\n020 8555 0143\nVAT No 331 7740 92', { font: 'sans', size: 8.5, align: 'center' });
      let y = right(paper, 92, [['Table 9', 'Covers 4'], ['30 May 2026', '20:51'], ['Server Yusuf', 'Chk #0442']], 9, 'mono');
      paper.rule(y + 2, 16, 224); y += 8;
      y = right(paper, y, [['2 Lamb plov', '31.00'], ['1 Aubergine stew', '13.50'], ['1 Manti x6', '11.75'], ['2 Flatbread', '7.00'], ['1 Kids noodles', '6.50'], ['2 Ayran', '6.50'], ['1 Pot of tea', '2.75']], 9.5, 'mono');
      paper.rule(y + 2, 16, 224); y += 8;
      y = right(paper, y, [['Subtotal', '79.00'], ['Service 10%', '7.91']], 9.5, 'mono');
      y = right(paper, y + 3, [['TOTAL', '£86.91']], 14, 'mono');
      y = right(paper, y + 4, [['VAT included 20%', '13.17'], ['VISA DEBIT ****4471', '86.91'], ['Auth 774120', 'Contactless']], 8.5, 'mono');
      paper.at(120, y + 16, 'Optional service goes to the staff.\nThank you for dining with us!', { font: 'sans', size: 8.5, align: 'center' });
      return paper;
    },
  },
  {
    id: 'receipt-donation', file: '80G receipt', type: 'receipt', category: ['tax', 'financial', 'bills'], person: 'Vikram Rao',
    fields: { documentNumber: ['NB/2025-26/3381', 'NB/2025-26/03381'], holderName: 'Vikram Rao', issuer: ['Nirmala Balalaya Trust', 'Nirmala Balalaya'], issueDate: '2025-12-30', totalAmount: '15000', currency: 'INR' },
    form: { as: 'text-pdf' },
    draw: () => {
      const paper = new Paper({ size: [595, 420], margin: 48, font: 'book', fontSize: 13 });
      paper.box(24, 24, 547, 372, undefined, '#6a4');
      paper.at(297, 38, 'NIRMALA BALALAYA TRUST', { font: 'book-bold', size: 21, align: 'center', color: '#2f6b1f' });
      paper.at(297, 64, 'A home for children since 1974 · Regd. 118/1974-75 · 9 Church Road, Basavanagudi, Bengaluru 560004', { size: 10, align: 'center' });
      paper.at(48, 94, 'Receipt No. NB/2025-26/3381', { font: 'book-bold' }); paper.at(547, 94, 'Date: 30/12/2025', { align: 'right' });
      paper.y = 130;
      paper.put('Received with thanks from Sri Vikram Rao (PAN BKVPR4471H), Flat 402, Gulmohar Residency, Jayanagar 4th Block, Bengaluru, the sum of Rupees Fifteen Thousand only by NEFT reference KVNB25364118820 dated 29/12/2025 towards the Education Fund.', { lead: 1.6, after: 14 });
      paper.box(48, paper.y, 150, 34, undefined, '#333'); paper.at(60, paper.y + 8, '₹ 15,000.00', { font: 'book-bold', size: 16 });
      paper.sign(430, paper.y - 4, 'Sr. Benedicta', 22); paper.at(440, paper.y + 28, 'Treasurer', { size: 11 });
      paper.at(48, 320, 'Donations are exempt under Section 80G(5)(vi) of the Income Tax Act, 1961. Unique Registration No. AAATN7718BF20214 dated 28/05/2021, valid up to AY 2026-27. Cheques are subject to realisation.', { size: 9.5, width: 500 });
      return paper;
    },
  },
  {
    id: 'receipt-hindi-shop', language: 'hi', file: 'sari dukan bill', type: 'receipt', category: ['bills', 'financial'],
    fields: { documentNumber: ['1482'], issuer: ['श्री लक्ष्मी वस्त्र भंडार', 'लक्ष्मी वस्त्र भंडार'], issueDate: '2025-10-18', totalAmount: '9135', currency: 'INR', holderName: ['श्रीमती कमला राव', 'कमला राव', 'Kamala Rao'] },
    form: { as: 'photo', to: 'jpg', haste: 1, desk: 'dark', long: 2800 },
    draw: () => {
      const paper = new Paper({ size: [400, 540], margin: 28, font: 'hindi', fontSize: 12 });
      paper.box(12, 12, 376, 516, undefined, '#a33');
      paper.at(200, 20, '॥ श्री गणेशाय नमः ॥', { size: 10, align: 'center' });
      paper.at(200, 38, 'श्री लक्ष्मी वस्त्र भंडार', { font: 'hindi-bold', size: 21, align: 'center', color: '#a01c1c' });
      paper.at(200, 70, 'साड़ी, सूट एवं शेरवानी के विक्रेता\nराजवाड़ा चौक, इंदौर — फोन 0731-2555017', { size: 10.5, align: 'center' });
      paper.rule(104, 28, 372);
      paper.at(28, 112, 'नकद रसीद क्रमांक: 1482'); paper.at(372, 112, 'दिनांक: 18/10/2025', { align: 'right' });
      paper.at(28, 132, 'ग्राहक का नाम: श्रीमती कमला राव');
      paper.y = 158;
      table(paper, [{ width: 34 }, { width: 160 }, { width: 44, align: 'right' }, { width: 50, align: 'right' }, { width: 56, align: 'right' }], [['क्र.', 'विवरण', 'संख्या', 'दर', 'राशि'], ['1', 'चंदेरी सिल्क साड़ी', '1', '5,200', '5,200'], ['2', 'सूती साड़ी', '2', '1,450', '2,900'], ['3', 'बच्चों का कुर्ता', '1', '1,100', '1,100']], { font: 'hindi', size: 11, pad: 5 });
      pairs(paper, paper.y + 14, [['योग', '₹ 9,200'], ['छूट', '₹ 500'], ['जीएसटी 5%', '₹ 435'], ['कुल राशि', '₹ 9,135']], { x: 220, label: 90, font: 'hindi', valueFont: 'hindi-bold', size: 12.5 });
      paper.at(28, 412, 'शब्दों में: नौ हज़ार एक सौ पैंतीस रुपये मात्र', { size: 11.5 });
      paper.at(28, 440, 'बिका हुआ माल वापस नहीं होगा। सात दिन में बदला जा सकता है।', { size: 10 });
      seal(paper, 90, 492, 26); paper.sign(270, 470, 'R. Jain', 22); paper.at(270, 500, 'हस्ताक्षर', { size: 10 });
      return paper;
    },
  },
];
