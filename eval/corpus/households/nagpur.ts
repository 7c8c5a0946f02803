import { grid, pairs, table } from '../blocks.ts';
import type { Entry } from '../catalogue.ts';
import { gstin } from '../checksums.ts';
import { written } from '../docx.ts';
import { sheet, typedSheet } from './household.ts';

const shop = ['Agrawal Hardware & Sanitary', 'Agrawal Hardware and Sanitary', 'M/s Agrawal Hardware & Sanitary'];
export const shopGstin = gstin('27AALFA4418H1Z');
const supplierGstin = gstin('27AAGCV2071K1Z');

/** Papers of the Agrawals of Nagpur: the hardware shop, tax, money, the flat that is let. */
export const nagpurShopPapers: readonly Entry[] = [
  sheet({
    id: 'nagpur-gst', type: 'invoice', category: ['bills', 'financial'], file: 'VTD 1182 tiles bill',
    fields: { documentNumber: ['VTD/26-27/1182'], holderName: shop, issuer: ['Vidarbha Tiles Distributors', 'Vidarbha Tiles Distributors Pvt Ltd', 'Vidarbha Tiles Distributors Pvt. Ltd.'], issueDate: '2026-10-04', dueDate: '2026-11-03', totalAmount: '135700', currency: 'INR' },
    also: {},
  }, (p) => {
    p.box(36, 30, 523, 700, undefined, '#222'); p.at(297, 36, 'TAX INVOICE', { font: 'helv-bold', size: 10, align: 'center' }); p.at(559, 36, '(Original for Recipient)  ', { size: 8, align: 'right' }); p.rule(50, 36, 559);
    p.at(44, 56, 'VIDARBHA TILES DISTRIBUTORS PVT. LTD.', { font: 'helv-bold', size: 13 }); p.at(44, 73, `Plot 44, Wadi, Amravati Road, Nagpur 440023\nGSTIN: ${supplierGstin}   State: Maharashtra, Code 27`, { size: 9 });
    p.rule(102, 36, 559); p.at(44, 108, 'Buyer (Bill to)', { size: 8 }); p.at(44, 119, `Agrawal Hardware & Sanitary`, { font: 'helv-bold', size: 10.5 }); p.at(44, 133, `Itwari, Nagpur 440002\nGSTIN: ${shopGstin}`, { size: 9 });
    grid(p, 110, [['Invoice No.', 'VTD/26-27/1182'], ['Dated', '4-Oct-26'], ['Mode/Terms of Payment', '30 Days'], ['Due Date', '3-Nov-26'], ['Motor Vehicle No.', 'MH40BL2218'], ['e-Way Bill No.', '2718 0441 8820']], 2, { x: 310, width: 245, row: 28, size: 9 });
    p.y = 200; table(p, [{ width: 25 }, { width: 208 }, { width: 60 }, { width: 70, align: 'right' }, { width: 60, align: 'right' }, { width: 100, align: 'right' }], [['Sl', 'Description of Goods', 'HSN/SAC', 'Quantity', 'Rate', 'Amount'], ['1', 'Vitrified tiles 600x600 Ivory', '69072100', '120 BOX', '640.00', '76,800.00'], ['2', 'Wall tiles 300x450 Sky Blue', '69072300', '80 BOX', '310.00', '24,800.00'], ['3', 'Tile adhesive 20 kg', '38245090', '40 BAG', '335.00', '13,400.00'], ['', 'Taxable value', '', '', '', '1,15,000.00'], ['', 'CGST 9%', '', '', '', '10,350.00'], ['', 'SGST 9%', '', '', '', '10,350.00'], ['', 'Total', '', '', '', 'Rs. 1,35,700.00']], { x: 36, size: 9, lastBold: 1 });
    p.at(44, p.y + 10, 'Amount chargeable (in words): INR One Lakh Thirty Five Thousand Seven Hundred Only', { size: 9 }); p.at(44, p.y + 30, 'Bank: Orange City Bank, A/c 0441 8820 7711, IFSC OCBN0000044', { size: 9 }); p.at(44, p.y + 50, 'Declaration: Goods once sold will not be taken back. Breakage must be reported within 48 hours. Interest @ 18% p.a. after the due date.', { size: 8.5, width: 330 }); p.at(550, p.y + 90, 'for Vidarbha Tiles Distributors Pvt. Ltd.', { font: 'helv-bold', size: 9, align: 'right' }); p.sign(430, p.y + 106, 'P. Khobragade'); p.at(550, p.y + 134, 'Authorised Signatory', { size: 9, align: 'right' });
  }, { margin: 36 }),
  sheet({
    id: 'nagpur-itr', type: 'tax_return', category: ['tax', 'financial'], file: 'ITRV AY26-27 Sandeep', person: 'Sandeep Agrawal',
    fields: { documentNumber: ['718820440280726', 'ABKPA4418C'], holderName: 'Sandeep Agrawal', issueDate: '2026-07-28' },
    also: { issuer: ['Income Tax Department', 'Government of India', 'Income Tax Department Government of India'], totalAmount: ['984310', '12480', '39520', '52000', '1059310'], currency: 'INR' },
  }, (p) => {
    p.at(297, 34, 'INDIAN INCOME TAX RETURN ACKNOWLEDGEMENT', { font: 'sans-bold', size: 13, align: 'center' }); p.at(297, 52, '[Where the data of the Return of Income in Form ITR-3 is filed and verified]', { font: 'sans', size: 8.5, align: 'center' }); p.at(540, 66, 'Assessment Year 2026-27', { font: 'sans-bold', size: 11, align: 'right' });
    grid(p, 88, [['PAN', 'ABKPA4418C'], ['Name', 'SANDEEP AGRAWAL'], ['Address', 'Plot 18, Lakadganj, NAGPUR 440008'], ['Status', 'Individual'], ['Form Number', 'ITR-3'], ['Filed u/s', '139(1) On or before due date'], ['e-Filing Acknowledgement Number', '718820440280726'], ['Date of filing', '28-Jul-2026']], 2, { x: 50, width: 495, row: 30, font: 'sans', valueFont: 'sans-bold', size: 10, boxed: true });
    p.y = 224; table(p, [{ width: 320 }, { width: 45, align: 'center' }, { width: 130, align: 'right' }], [['Taxable Income and Tax Details', '', 'Rs.'], ['Gross total income', '1', '10,59,310'], ['Deductions', '2', '75,000'], ['Total income', '3', '9,84,310'], ['Net tax payable', '4', '39,520'], ['Taxes paid', '5', '52,000'], ['(+) Tax payable / (-) Refundable', '6', '(-) 12,480']], { font: 'sans', size: 10 });
    p.gap(14).put('This return has been digitally signed by SANDEEP AGRAWAL in the capacity of Self having PAN ABKPA4418C from IP address 10.44.18.2 on 28-Jul-2026 19:42:11.', { font: 'sans', size: 9.5, after: 6 }).put('DO NOT SEND THIS ACKNOWLEDGEMENT TO CPC, BENGALURU', { font: 'sans-bold', size: 10 });
  }),
  sheet({
    id: 'nagpur-shopins', type: 'insurance_policy', category: ['insurance', 'financial'], file: 'dukaan insurance', person: 'Sandeep Agrawal',
    fields: { documentNumber: ['SHK/NGP/26/004418'], holderName: [...shop, 'Sandeep Agrawal'], issuer: ['Satpura General Insurance', 'Satpura General Insurance Co. Ltd.', 'Satpura General Insurance Company Limited', 'Satpura General Insurance Co Ltd'], startDate: '2026-05-15', endDate: '2027-05-14', totalAmount: ['14160', '12000'], currency: 'INR' },
    also: { issueDate: '2026-05-13', expiryDate: '2027-05-14' },
  }, (p) => {
    p.at(50, 40, 'SATPURA GENERAL INSURANCE CO. LTD.', { font: 'narrow-bold', size: 16, color: '#8a2b06' }); p.at(50, 62, 'Shopkeeper’s Package Policy · Schedule', { font: 'narrow-bold', size: 13 }); p.rule(84);
    pairs(p, 94, [['Policy No.', 'SHK/NGP/26/004418'], ['Insured', 'M/s Agrawal Hardware & Sanitary (Prop./Partner: Sandeep Agrawal)'], ['Risk location', 'Shop 7-8, Tin Nal Chowk, Itwari, Nagpur 440002'], ['Period', 'From 15/05/2026 00:00 hrs to 14/05/2027 midnight'], ['Date of issue', '13/05/2026'], ['Intermediary', 'Kavita Bhoyar, Agent 0044182']], { label: 110, font: 'narrow', size: 11, step: 4, sep: ':' });
    p.y = 222; table(p, [{ width: 60 }, { width: 275 }, { width: 160, align: 'right' }], [['Section', 'Cover', 'Sum insured (Rs.)'], ['I A', 'Building: fire and allied perils', 'Not opted'], ['I B', 'Contents and stock: fire and allied perils', '35,00,000'], ['II', 'Burglary and housebreaking', '10,00,000'], ['III', 'Money in transit', '1,00,000'], ['V', 'Plate glass', '40,000'], ['IX', 'Public liability', '5,00,000']], { font: 'narrow', size: 10.5, lines: 'rows' });
    p.gap(8); table(p, [{ width: 335 }, { width: 160, align: 'right' }], [['Premium', 'Rs.'], ['Net premium', '12,000.00'], ['GST 18%', '2,160.00'], ['Gross premium', '14,160.00']], { font: 'narrow', size: 10.5, lines: 'rows', lastBold: 1 });
    p.gap(10).put('Excess: 5% of each claim, minimum Rs. 10,000. Theft by own employees is not covered. Claims: 1800 22 4418, within 48 hours.', { font: 'narrow', size: 11 });
  }),
  typedSheet({
    id: 'nagpur-partnership', type: 'contract', category: ['legal', 'financial'], file: 'Partnership deed final', person: 'Sandeep Agrawal',
    fields: { holderName: ['Om Prakash Agrawal', 'Sandeep Agrawal', 'Manish Agrawal', ...shop], startDate: '2019-04-01', issueDate: ['2019-03-27'] },
    also: { totalAmount: ['1500000', '500000', '700000', '300000', '25000', '20000'], currency: 'INR', issuer: shop },
  }, () => written([
    { p: 'DEED OF PARTNERSHIP', center: true, bold: true, size: 16 }, 'This deed is made at Nagpur on the 27th day of March 2019 between (1) Shri Om Prakash Agrawal, aged 64, (2) Shri Sandeep Agrawal, aged 38, and (3) Shri Manish Agrawal, aged 34, all residing at Plot 18, Lakadganj, Nagpur.',
    { list: ['The name of the firm is AGRAWAL HARDWARE & SANITARY. The business begins on 1 April 2019 and the partnership is at will.', 'The capital is Rs. 15,00,000, brought in as shown in the schedule.', 'Profits and losses are shared: Om Prakash 20 per cent, Sandeep 50 per cent, Manish 30 per cent.', 'Sandeep and Manish are working partners and draw a remuneration of Rs. 25,000 and Rs. 20,000 a month. Om Prakash is a sleeping partner.', 'The bank account is operated by any two partners jointly.', 'A partner may retire on giving three months’ notice in writing to the others.', 'No partner shall lend the money of the firm or stand surety without the written consent of all.', 'Disputes are referred to the arbitration of Shri Ramesh Chandak, Chartered Accountant.'], numbered: true },
    { table: [['Partner', 'Capital (Rs.)', 'Share'], ['Om Prakash Agrawal', '3,00,000', '20%'], ['Sandeep Agrawal', '7,00,000', '50%'], ['Manish Agrawal', '5,00,000', '30%']] },
    'Witnesses: 1. Dilip Zade   2. Vinod Lohiya',
  ], { font: 'Book Antiqua' })),
  sheet({
    id: 'nagpur-gold', type: 'loan_agreement', category: ['financial', 'legal'], file: 'gold loan GL0441', person: 'Manish Agrawal',
    fields: { documentNumber: ['GL-0441-2026-118'], holderName: ['Manish Agrawal', 'Mr Manish Agrawal', 'Shri Manish Agrawal'], issuer: ['Shubhlaxmi Gold Finance', 'Shubhlaxmi Gold Finance Ltd', 'Shubhlaxmi Gold Finance Ltd.'], issueDate: '2026-03-16', totalAmount: '180000', currency: 'INR' },
    also: { startDate: '2026-03-16', endDate: '2027-03-15', dueDate: '2027-03-15', expiryDate: '2027-03-15' },
  }, (p) => {
    p.box(0, 0, 595, 58, '#7b1113'); p.at(40, 14, 'Shubhlaxmi Gold Finance Ltd.', { font: 'book-bold', size: 21, color: '#f7d774' }); p.at(555, 24, 'Sitabuldi Branch, Nagpur', { font: 'book', size: 11, align: 'right', color: '#fff' });
    p.at(40, 72, 'PLEDGE CARD CUM LOAN AGREEMENT', { font: 'book-bold', size: 14 });
    grid(p, 100, [['Loan No.', 'GL-0441-2026-118'], ['Date', '16-03-2026'], ['Scheme', 'Swarna Saral 12M'], ['Borrower', 'Shri Manish Agrawal'], ['Loan amount', 'Rs. 1,80,000'], ['Rate of interest', '11.90% p.a.'], ['Interest per month', 'Rs. 1,785'], ['Tenure', '12 months'], ['Loan due date', '15-03-2027']], 3, { x: 40, width: 515, row: 36, font: 'book', valueFont: 'book-bold', size: 12, labelSize: 9, boxed: true });
    p.y = 224; table(p, [{ width: 45 }, { width: 200 }, { width: 60, align: 'right' }, { width: 105, align: 'right' }, { width: 105, align: 'right' }], [['No.', 'Ornament', 'Pieces', 'Gross wt (g)', 'Net wt (g)'], ['1', 'Bangles 22 ct', '4', '36.40', '34.10'], ['2', 'Chain 22 ct', '1', '12.20', '11.10'], ['', 'Total', '5', '48.60', '45.20']], { x: 40, font: 'book', boldFont: 'book-bold', size: 11.5, lastBold: 1 });
    p.y += 12; for (const text of ['Interest is to be paid every month by the 16th; after three unpaid months a penal rate of 3% p.a. is added.', 'The borrower may close the loan at any time; there is no foreclosure charge after 30 days.', 'If the loan is not closed within 30 days after the due date the ornaments may be auctioned after a notice of 14 days.', 'Processing fee Rs. 590 collected. Ornaments are released only to the borrower, with this card and Aadhaar.']) p.put(`*  ${text}`, { font: 'book', size: 11.5, after: 4, indent: -10 });
    p.sign(60, p.y + 26, 'Manish A.'); p.sign(400, p.y + 26, 'Pooja R.'); p.at(60, p.y + 56, 'Borrower', { font: 'book', size: 11 }); p.at(400, p.y + 56, 'Branch Manager', { font: 'book', size: 11 });
  }, { margin: 50 }),
  sheet({
    id: 'nagpur-fd', type: 'other', alsoTypes: ['bank_statement', 'receipt'], category: 'financial', file: 'papaji FD', person: 'Om Prakash Agrawal',
    fields: { documentNumber: ['FDR 0718204', '0718204', '118044182207'], holderName: ['Om Prakash Agrawal', 'Shri Om Prakash Agrawal'], issuer: ['Orange City Bank', 'Orange City Bank Ltd', 'Orange City Bank Ltd.'], startDate: ['2026-01-10'], endDate: ['2027-04-10'], totalAmount: ['500000', '547993'], currency: 'INR' },
    also: { issueDate: '2026-01-10', expiryDate: '2027-04-10', dueDate: '2027-04-10' },
  }, (p) => {
    p.box(14, 14, 567, 332, '#fff9ef', '#c46a00'); p.at(297, 26, 'ORANGE CITY BANK LTD.', { font: 'times-bold', size: 18, align: 'center', color: '#c46a00' }); p.at(297, 48, 'Lakadganj Branch, Nagpur 440008', { font: 'times', size: 11, align: 'center' }); p.at(297, 66, 'FIXED DEPOSIT RECEIPT', { font: 'times-bold', size: 14, align: 'center' });
    p.at(34, 92, 'No. FDR 0718204', { font: 'times-bold', size: 12 }); p.at(560, 92, 'Account 1180 4418 2207', { font: 'times', size: 12, align: 'right' }); p.y = 118;
    p.put('Received from Shri OM PRAKASH AGRAWAL (Senior Citizen) the sum of Rs. 5,00,000 (Rupees Five Lakh only) as a cumulative deposit for 15 months.', { font: 'times', size: 12.5, lead: 1.4, after: 8 });
    table(p, [{ width: 110 }, { width: 110 }, { width: 90 }, { width: 110, align: 'right' }, { width: 107, align: 'right' }], [['Deposit date', 'Maturity date', 'Rate p.a.', 'Amount', 'Maturity value'], ['10/01/2026', '10/04/2027', '7.40%', 'Rs. 5,00,000', 'Rs. 5,47,993']], { x: 34, font: 'times', size: 12 });
    p.gap(10).put('Nominee: Shakuntala Devi Agrawal (wife). Premature withdrawal is allowed with a penalty of 1%. TDS applies as per law unless Form 15H is given.', { font: 'times', size: 12, lead: 1.35 }); p.sign(430, 296, 'S. Deotale'); p.at(430, 324, 'Manager', { font: 'times', size: 11 });
  }, { size: [595, 360], margin: 34 }, { as: 'scan', dpi: 200, to: 'pdf', skew: 1.3, quality: 74 }),
  sheet({
    id: 'nagpur-society', type: 'invoice', alsoTypes: ['utility_bill'], category: ['bills', 'property'], file: 'B-204 maintenance Q3', person: 'Manish Agrawal',
    fields: { documentNumber: ['SGH/2026-27/Q3/204'], holderName: ['Manish Agrawal', 'Mr. Manish Agrawal', 'Shri Manish Agrawal'], issuer: ['Shree Ganesh Heights Co-operative Housing Society', 'Shree Ganesh Heights Co-operative Housing Society Ltd.', 'Shree Ganesh Heights Co-operative Housing Society Ltd', 'Shree Ganesh Heights'], issueDate: '2026-10-05', dueDate: '2026-11-15', totalAmount: '5010', currency: 'INR' },
    also: { startDate: '2026-10-01', endDate: '2026-12-31' },
  }, (p) => {
    p.at(210, 30, 'SHREE GANESH HEIGHTS', { font: 'typed-bold', size: 15, align: 'center' }); p.at(210, 48, 'CO-OPERATIVE HOUSING SOCIETY LTD.', { font: 'typed-bold', size: 11, align: 'center' }); p.at(210, 63, 'Regn. NGP/HSG/4418/2009, Manish Nagar, Nagpur', { font: 'typed', size: 9, align: 'center' }); p.rule(80, 24, 396); p.at(210, 86, 'MAINTENANCE BILL', { font: 'typed-bold', size: 12, align: 'center' });
    const end = pairs(p, 108, [['Bill No.', 'SGH/2026-27/Q3/204'], ['Bill date', '05/10/2026'], ['Member', 'Shri Manish Agrawal'], ['Flat', 'B-204'], ['Quarter', 'October to December 2026'], ['Pay before', '15/11/2026']], { x: 28, label: 90, font: 'typed', size: 10.5, step: 3, sep: ':' });
    p.y = end + 4; table(p, [{ width: 250 }, { width: 110, align: 'right' }], [['Particulars', 'Rs.'], ['Service charges', '3,600.00'], ['Sinking fund', '300.00'], ['Water charges', '450.00'], ['Parking', '300.00'], ['Non-occupancy charges', '360.00'], ['Previous dues', '0.00'], ['Total', '5,010.00']], { x: 28, font: 'typed', size: 10.5, lastBold: 1 });
    p.at(28, p.y + 10, 'Interest @ 21% p.a. on late payment. Lift AMC meeting on 6 December at 11 am in the parking area.\nHon. Secretary: Mrs. Sneha Pathak', { font: 'typed', size: 9.5, width: 364 });
  }, { size: [420, 480], margin: 24 }),
];
