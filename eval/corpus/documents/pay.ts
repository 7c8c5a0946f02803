import { grid, pairs, table } from '../blocks.ts';
import type { Drawn } from '../form.ts';
import { Paper } from '../paper.ts';

export const pay: Drawn[] = [
  {
    id: 'payslip-vikram-07', file: 'Payslip_Jul_2026', type: 'payslip', category: ['employment', 'financial'], person: 'Vikram Rao',
    fields: { holderName: 'Vikram Rao', issuer: ['Quillon Systems India Private Limited', 'Quillon Systems India Pvt Ltd', 'Quillon Systems India', 'Quillon Systems'], totalAmount: '198462', currency: 'INR' },
    also: { documentNumber: ['QL-20771'], issueDate: ['2026-07-31'], startDate: ['2026-07-01', '2019-07-15'], endDate: '2026-07-31' },
    form: { as: 'text-pdf' },
    draw: () => {
      const paper = new Paper({ margin: 44, font: 'helv', fontSize: 9.5 });
      paper.at(297, 42, 'Quillon Systems India Private Limited', { font: 'helv-bold', size: 15, align: 'center' }); paper.at(297, 62, '5th Floor, Prism Tech Park, Outer Ring Road, Bellandur, Bengaluru 560103', { size: 9, align: 'center' });
      paper.at(297, 82, 'Pay Slip for the month of July 2026', { font: 'helv-bold', size: 12, align: 'center' });
      paper.y = 106;
      table(paper, [{ width: 120 }, { width: 134 }, { width: 120 }, { width: 133 }], [['Employee Code', 'QL-20771', 'Name', 'Vikram Rao'], ['Designation', 'Principal Engineer', 'Department', 'Platform'], ['Date of Joining', '15/07/2019', 'PAN', 'BKVPR4471H'], ['UAN', '100918827714', 'PF Number', 'BGBNG0044182000/20771'], ['Bank A/c', 'Kaveri National Bank XXXXXX7730', 'Days Paid / LOP', '31 / 0']], { size: 9, head: null });
      paper.gap(8);
      table(paper, [{ width: 130 }, { width: 62, align: 'right' }, { width: 62, align: 'right' }, { width: 153 }, { width: 100, align: 'right' }], [['Earnings', 'Monthly', 'Arrears', 'Deductions', 'Amount'], ['Basic', '1,20,000', '0', 'Provident Fund', '14,400'], ['House Rent Allowance', '60,000', '0', 'Professional Tax', '200'], ['Special Allowance', '74,250', '2,500', 'Income Tax', '43,188'], ['Leave Travel Allowance', '10,000', '0', 'Group Mediclaim top-up', '2,100'], ['Meal card', '2,200', '0', 'Meal card recovery', '2,200'], ['', '', '', 'ESPP', '8,400'], ['Total Earnings', '2,66,450', '2,500', 'Total Deductions', '70,488']], { size: 9, lastBold: 1 });
      paper.gap(8).put('Net Pay : 1,98,462   (Rupees One Lakh Ninety Eight Thousand Four Hundred Sixty Two Only)', { font: 'helv-bold', size: 11, after: 10 });
      paper.put('Income Tax Worksheet for the period April 2026 – March 2027 (new regime)', { font: 'helv-bold', after: 3 });
      table(paper, [{ width: 280 }, { width: 110, align: 'right' }, { width: 117, align: 'right' }], [['Description', 'Gross', 'Taxable'], ['Salary projected for the year', '32,04,900', '31,29,900'], ['Standard deduction', '75,000', ''], ['Tax on total income incl. cess', '', '5,17,850'], ['Tax deducted till last month', '', '1,29,462']], { size: 9 });
      paper.gap(10).put('Personal note: This is a system generated payslip, does not require any signature.', { size: 8.5 });
      return paper;
    },
  },
  {
    id: 'payslip-priya', file: 'ESR payslip June', type: 'payslip', category: ['employment', 'financial'], person: 'Priya Fernandes-Miller',
    fields: { holderName: ['Priya Fernandes-Miller', 'Mrs Priya Fernandes-Miller', 'Mrs P Fernandes-Miller'], issuer: ['Whitecross NHS Trust', 'Whitecross NHS Foundation Trust'], issueDate: '2026-06-25', totalAmount: '2914.33', currency: 'GBP' },
    also: { documentNumber: ['28114407', '28114407-2'], endDate: ['2026-06-30'] },
    form: { as: 'scan', dpi: 200, to: 'jpg', skew: 1.2, quality: 74 },
    draw: () => {
      const paper = new Paper({ landscape: true, margin: 40, font: 'helv', fontSize: 10 });
      paper.at(40, 34, 'Whitecross NHS Foundation Trust', { font: 'helv-bold', size: 15, color: '#005eb8' }); paper.at(802, 36, 'PAY ADVICE', { font: 'helv-bold', size: 13, align: 'right' });
      paper.y = grid(paper, 66, [['Assignment number', '28114407-2'], ['Employee name', 'Mrs Priya Fernandes-Miller'], ['Department', 'Therapies, Outpatients'], ['Job title', 'Physiotherapist, Band 6'], ['Pay date', '25-JUN-2026'], ['Tax code', '1257L'], ['NI number', 'SN 44 71 20 C'], ['Pay scale', 'XR06 Review Body Band 6']], 4, { boxed: true, row: 36, size: 11 });
      paper.gap(10);
      const top = paper.y;
      table(paper, [{ width: 180 }, { width: 60, align: 'right' }, { width: 60, align: 'right' }, { width: 80, align: 'right' }], [['PAY AND ALLOWANCES', 'Hours', 'Rate', 'Amount'], ['Basic pay', '150.00', '22.4312', '3,364.68'], ['Inner London weighting', '', '', '534.58'], ['Saturday enhancement', '7.50', '6.7293', '50.47']], { size: 9.5 });
      const below = paper.y;
      paper.y = top;
      table(paper, [{ width: 260 }, { width: 110, align: 'right' }], [['DEDUCTIONS', 'Amount'], ['PAYE tax', '449.80'], ['National Insurance A', '232.14'], ['NHS pension', '338.46'], ['Cycle to work', '15.00']], { x: 432, size: 9.5 });
      paper.y = Math.max(below, paper.y) + 14;
      paper.y = grid(paper, paper.y, [['Total payments', '3,949.73'], ['Total deductions', '1,035.40'], ['NET PAY', '£2,914.33'], ['Pay method', 'BACS']], 4, { boxed: true, row: 38, size: 14 });
      paper.gap(12).put('Year to date: Gross pay 11,849.19   Taxable 10,833.81   Tax paid 1,349.40   NI 696.42   Pension 1,015.38   SD ref 31-MAR-2026', { size: 9.5, after: 6 });
      paper.put('Incremental date 04-NOV-2026. Messages: the pay award for 2026/27 will be paid in August with arrears from 1 April. Printed 19-JUN-2026.', { size: 9 });
      return paper;
    },
  },
  {
    id: 'payslip-rohan', file: 'paystub 0515', type: 'payslip', category: ['employment', 'financial'], person: 'Rohan Fernandes',
    fields: { documentNumber: ['118204', '00118204'], holderName: 'Rohan Fernandes', issuer: ['Brazos Instruments Inc.', 'Brazos Instruments, Inc.', 'Brazos Instruments'], issueDate: '2026-05-15', totalAmount: '2935.00', currency: 'USD' },
    also: { startDate: '2026-05-01', endDate: '2026-05-15' },
    form: { as: 'photo', to: 'jpg', haste: 1, desk: 'cloth' },
    draw: () => {
      const paper = new Paper({ size: 'LETTER', margin: 44, font: 'helv', fontSize: 10 });
      paper.at(44, 40, 'Brazos Instruments, Inc.', { font: 'helv-bold', size: 15 }); paper.at(44, 60, '8800 Shoal Creek Blvd, Austin, TX 78757', { size: 9.5 });
      paper.at(568, 40, 'Earnings Statement', { font: 'helv-bold', size: 15, align: 'right' });
      pairs(paper, 66, [['Period Beginning:', '05/01/2026'], ['Period Ending:', '05/15/2026'], ['Pay Date:', '05/15/2026'], ['Advice number:', '00118204']], { x: 390, label: 100, size: 10, step: 1 });
      paper.at(44, 110, 'ROHAN FERNANDES\n2209 BLUEBONNET LANE APT 6\nAUSTIN TX 78704\nSSN: XXX-XX-8554   Status: Single   Exemptions: 0');
      paper.y = 180;
      table(paper, [{ width: 180 }, { width: 70, align: 'right' }, { width: 70, align: 'right' }, { width: 100, align: 'right' }, { width: 104, align: 'right' }], [['Earnings', 'rate', 'hours', 'this period', 'year to date'], ['Regular', '50.4800', '80.00', '4,038.40', '40,384.00'], ['Gross Pay', '', '', '$4,038.40', '40,384.00']], { lastBold: 1, lines: 'rows', pad: 5 });
      paper.gap(10);
      table(paper, [{ width: 320 }, { width: 100, align: 'right' }, { width: 104, align: 'right' }], [['Deductions (Statutory and other)', 'this period', 'year to date'], ['Federal Income Tax', '-478.12', '4,781.20'], ['Social Security Tax', '-243.90', '2,439.00'], ['Medicare Tax', '-57.04', '570.40'], ['Medical (pre-tax)*', '-104.50', '1,045.00'], ['401(k)*', '-219.84', '2,198.40'], ['Net Pay', '$2,935.00', '29,350.00']], { lastBold: 1, lines: 'rows', pad: 5 });
      paper.gap(14).put('* Excluded from federal taxable wages. Your federal taxable wages this period are $3,714.06. Vacation balance 61.5 hours.', { size: 9.5, after: 26 });
      paper.rule(); paper.gap(10).put('Deposited to the account of ROHAN FERNANDES   Account xxxxxx7714   Transit xxxx 9007   Amount $2,935.00', { after: 4 }).put('THIS IS NOT A CHECK — NON-NEGOTIABLE', { font: 'helv-bold' });
      return paper;
    },
  },
  {
    id: 'entgelt-de', language: 'de', file: 'Entgeltabrechnung 2018-11', type: 'payslip', category: ['employment', 'financial'], person: 'Vikram Rao',
    fields: { holderName: 'Vikram Rao', issuer: ['Quillon Systems GmbH', 'Quillon Systems'], totalAmount: ['3711.40', '3806.23'], currency: 'EUR' },
    also: { documentNumber: ['00417'], issueDate: ['2018-11-23', '2018-11-30'], dateOfBirth: '1981-03-14', startDate: ['2018-02-01', '2018-11-01'], endDate: '2018-11-30' },
    form: { as: 'text-pdf' },
    draw: () => {
      const paper = new Paper({ margin: 46, font: 'courier', fontSize: 9 });
      paper.at(46, 40, 'Quillon Systems GmbH   Balanstraße 73   81541 München', { font: 'courier-bold', size: 9.5 });
      paper.at(46, 64, 'Abrechnung der Brutto/Netto-Bezüge für November 2018', { font: 'courier-bold', size: 12 }); paper.at(549, 84, '23.11.2018  Blatt 1', { align: 'right' });
      pairs(paper, 104, [['Personal-Nr.', '00417'], ['Geburtsdatum', '14.03.1981'], ['Steuerklasse', 'III'], ['Steuer-ID', '57309418264'], ['Eintritt', '01.02.2018'], ['Krankenkasse', 'TK Allgemein 15,5']], { label: 110, size: 9, font: 'courier', valueFont: 'courier', step: 1, valueWidth: 150 });
      paper.at(320, 104, 'Herrn\nVikram Rao\nLindwurmstraße 114\n80337 München', { size: 10 });
      paper.y = 200;
      table(paper, [{ width: 300 }, { width: 203, align: 'right' }], [['Bezeichnung', 'Betrag'], ['Gehalt', '5.600,00'], ['VWL Arbeitgeberanteil', '26,59'], ['Gesamt-Brutto', '5.626,59'], ['Lohnsteuer', '-749,83'], ['Solidaritätszuschlag', '-21,40'], ['KV-Beitrag', '-373,92'], ['PV-Beitrag', '-67,54'], ['RV-Beitrag', '-523,27'], ['AV-Beitrag', '-84,40'], ['Netto-Verdienst', '3.806,23'], ['VWL Überweisung', '-40,00'], ['Kantine', '-54,83'], ['Auszahlungsbetrag', '3.711,40']], { font: 'courier', size: 9.5, lines: 'rows', lastBold: 1 });
      paper.gap(12).put('Überweisung auf DE91 7015 0000 0091 8273 64, Stadtbank München. Jahressumme Gesamt-Brutto 56.265,90 EUR. Urlaubsanspruch 30 Tage, Rest 9 Tage.', { size: 9 });
      return paper;
    },
  },
];
