import { bars, grid, pairs, table } from '../blocks.ts';
import type { Drawn } from '../form.ts';
import { Paper } from '../paper.ts';

export const tax: Drawn[] = [
  {
    id: 'itr-vikram', file: '418822030310726_ITRV', type: 'tax_return', category: ['tax', 'financial'], person: 'Vikram Rao',
    fields: { documentNumber: ['418822030310726', 'BKVPR4471H'], holderName: 'Vikram Rao', issueDate: '2026-07-31', currency: 'INR' },
    also: { issuer: ['Income Tax Department', 'Government of India'], totalAmount: ['2871400', '468230', '12870', '481100', '2946400'] },
    form: { as: 'text-pdf' },
    draw: () => {
      const paper = new Paper({ margin: 38, font: 'times', fontSize: 10 });
      paper.box(38, 36, 519, 60, undefined, '#333');
      paper.at(48, 42, 'Acknowledgement Number: 418822030310726', { font: 'times-bold', size: 10 }); paper.at(548, 42, 'Date of filing: 31-Jul-2026', { size: 10, align: 'right' });
      paper.at(297, 58, 'INDIAN INCOME TAX RETURN ACKNOWLEDGEMENT', { font: 'times-bold', size: 13, align: 'center' });
      paper.at(297, 76, '[Where the data of the Return of Income in Form ITR-1(SAHAJ), ITR-2, ITR-3, ITR-4(SUGAM), ITR-5, ITR-6, ITR-7 filed and verified]', { size: 7, align: 'center' });
      paper.at(548, 102, 'Assessment Year 2026-27', { font: 'times-bold', size: 12, align: 'right' });
      paper.y = 122;
      table(paper, [{ width: 110 }, { width: 409 }], [['PAN', 'BKVPR4471H'], ['Name', 'VIKRAM RAO'], ['Address', 'FLAT 402, GULMOHAR RESIDENCY, 14TH CROSS, JAYANAGAR 4TH BLOCK, BANGALORE, 15-Karnataka, 91-INDIA, 560011'], ['Status', '01-Individual                                Form Number   ITR-2'], ['Filed u/s', '139(1)-On or before due date          e-Filing Acknowledgement Number   418822030310726']], { font: 'times', size: 10, head: null });
      paper.gap(8);
      table(paper, [{ width: 30 }, { width: 369 }, { width: 20 }, { width: 100, align: 'right' }], [['', 'Taxable Income and Tax Details', '', 'Rs.'], ['', 'Current Year business loss, if any', '1', '0'], ['', 'Total Income', '2', '28,71,400'], ['', 'Book Profit under MAT, where applicable', '3', '0'], ['', 'Net tax payable', '4', '4,68,230'], ['', 'Interest and Fee Payable', '5', '0'], ['', 'Total tax, interest and Fee payable', '6', '4,68,230'], ['', 'Taxes Paid', '7', '4,81,100'], ['', '(+) Tax Payable / (-) Refundable (6-7)', '8', '(-) 12,870']], { font: 'times', size: 10 });
      paper.gap(12).put('This return has been digitally signed by VIKRAM RAO in the capacity of Self having PAN BKVPR4471H from IP address 10.1.88.14 on 31-Jul-2026 22:48:09 at BANGALORE (Place).', { size: 9, after: 12 });
      bars(paper, 120, paper.y, 340, 34, 418); paper.y += 44;
      paper.put('DO NOT SEND THIS ACKNOWLEDGEMENT TO CPC, BENGALURU', { font: 'times-bold', size: 11, align: 'center' });
      return paper;
    },
  },
  {
    id: 'sa302-daniel', file: 'HMRC calc 2425', type: 'tax_return', category: ['tax', 'financial'], person: 'Daniel Miller',
    fields: { documentNumber: ['44188 20715', '4418820715'], holderName: ['Daniel Miller', 'Daniel Thomas Miller', 'Mr D T Miller'], issuer: ['HM Revenue & Customs', 'HMRC', 'HM Revenue and Customs'], issueDate: '2026-01-09', dueDate: '2026-01-31', totalAmount: ['1864.60', '11864.60', '1864.6'], currency: 'GBP' },
    also: { startDate: '2024-04-06', endDate: '2025-04-05' },
    form: { as: 'scan', dpi: 200, to: 'pdf', skew: -2.4, grey: true },
    draw: () => {
      const paper = new Paper({ margin: 60, font: 'helv', fontSize: 11 });
      paper.at(60, 44, 'HM Revenue\n& Customs', { font: 'helv-bold', size: 17 });
      paper.at(60, 110, 'Mr D T Miller\n18 Calder Road\nLONDON\nE17 4PQ');
      pairs(paper, 110, [['Unique Taxpayer Ref', '44188 20715'], ['Date', '9 January 2026'], ['Form', 'SA302']], { x: 330, label: 120, size: 10.5, valueFont: 'helv-bold', step: 3 });
      paper.y = 200;
      paper.put('Self Assessment: Tax calculation 2024–25 (year ended 5 April 2025)', { font: 'helv-bold', size: 14, after: 10 });
      table(paper, [{ width: 345 }, { width: 130, align: 'right' }], [['How we have worked out your Income Tax', '£'], ['Pay from all employments', '52,418.00'], ['Profit from self-employment', '6,940.00'], ['Interest from UK banks and building societies', '112.00'], ['Total income received', '59,470.00'], ['minus Personal Allowance', '12,570.00'], ['Total income on which tax is due', '46,900.00'], ['Income Tax due', '11,220.00'], ['plus Class 4 National Insurance contributions', '644.60'], ['Income Tax and Class 4 NIC due', '11,864.60'], ['minus Tax deducted from employments', '10,000.00'], ['Total due for 2024–25', '1,864.60']], { size: 10.5, lines: 'rows', lastBold: 1, pad: 4.5 });
      paper.gap(14).put('You need to pay £1,864.60 by 31 January 2026. First payment on account for 2025–26 is £932.30, also due on that day. The second, of £932.30, is due by 31 July 2026.', { after: 10 });
      paper.put('Your return was received online on 9 January 2026 at 19:04. Keep your records until 31 January 2031. If you think this calculation is wrong, tell us within 12 months.', { size: 10 });
      return paper;
    },
  },
  {
    id: 'form1040-rohan', file: '2025_1040', type: 'tax_return', category: ['tax', 'financial'], person: 'Rohan Fernandes', heldOut: true,
    fields: { holderName: ['Rohan Fernandes', 'Rohan X Fernandes'], issuer: ['Internal Revenue Service', 'Department of the Treasury Internal Revenue Service', 'Department of the Treasury—Internal Revenue Service', 'IRS', 'Department of the Treasury'], currency: 'USD' },
    also: { documentNumber: ['412-70-8554', '1040', 'XXX-XX-8554'], totalAmount: ['12412', '913', '13325', '97118'], issueDate: '2026-03-21', startDate: '2025-01-01', endDate: '2025-12-31', dueDate: '2026-04-15' },
    form: { as: 'text-pdf' },
    draw: () => {
      const paper = new Paper({ size: 'LETTER', margin: 36, font: 'helv', fontSize: 9 });
      paper.at(36, 30, 'Form 1040', { font: 'helv-bold', size: 20 }); paper.at(150, 30, 'Department of the Treasury—Internal Revenue Service', { size: 8 }); paper.at(150, 42, 'U.S. Individual Income Tax Return', { font: 'helv-bold', size: 13 });
      paper.at(430, 34, '2025', { font: 'helv-bold', size: 22 }); paper.at(486, 36, 'OMB No. 1545-0074\nIRS Use Only', { size: 7 });
      paper.rule(64, 36, 576, 1);
      paper.at(36, 68, 'For the year Jan. 1–Dec. 31, 2025, or other tax year beginning                , 2025, ending                , 20', { size: 8 });
      paper.y = grid(paper, 86, [['Your first name and middle initial', 'ROHAN X'], ['Last name', 'FERNANDES'], ['Your social security number', '412-70-8554'], ['Home address (number and street)', '2209 BLUEBONNET LANE'], ['Apt. no.', '6'], ['City, town or post office, State, ZIP', 'AUSTIN TX 78704']], 3, { boxed: true, row: 32, size: 10.5, labelSize: 6.5 });
      paper.at(36, paper.y + 4, 'Filing Status   [X] Single   [ ] Married filing jointly   [ ] Married filing separately   [ ] Head of household', { size: 9 });
      paper.y += 24;
      table(paper, [{ width: 60 }, { width: 340 }, { width: 40 }, { width: 100, align: 'right' }], [['', 'Income', 'Line', '$'], ['', 'Total amount from Form(s) W-2, box 1', '1a', '96,922'], ['', 'Taxable interest', '2b', '196'], ['', 'This is your total income', '9', '97,118'], ['', 'Adjusted gross income', '11', '97,118'], ['', 'Standard deduction', '12', '15,750'], ['', 'Taxable income', '15', '81,368'], ['', 'Tax', '16', '12,412'], ['', 'This is your total tax', '24', '12,412'], ['', 'Federal income tax withheld from Form(s) W-2', '25a', '13,325'], ['', 'Total payments', '33', '13,325'], ['Refund', 'Amount of line 34 you want refunded to you', '35a', '913'], ['Amount', 'You owe', '37', '0']], { size: 9.5, lines: 'rows' });
      paper.gap(10).put('Direct deposit: Routing number 314977405   Type: Checking   Account number 000418827714', { after: 10 });
      paper.put('Sign Here. Under penalties of perjury, I declare that I have examined this return and accompanying schedules and statements, and to the best of my knowledge and belief, they are true, correct, and complete.', { size: 8.5, after: 14 });
      paper.sign(60, paper.y - 6, 'Rohan Fernandes', 20); paper.at(60, paper.y + 18, 'Your signature            Date 03/21/2026            Your occupation: TEST ENGINEER', { size: 9 });
      paper.at(36, 764, 'For Disclosure, Privacy Act, and Paperwork Reduction Act Notice, see separate instructions.   Cat. No. 11320B   Form 1040 (2025)', { size: 7.5 });
      return paper;
    },
  },
];
