import { grid, pairs, table } from '../blocks.ts';
import { iban } from '../checksums.ts';
import { homes } from '../family.ts';
import type { Drawn } from '../form.ts';
import { Paper } from '../paper.ts';
import { randomFor } from '../random.ts';

/** Movements with a running balance, ending where the statement says it ends. */
function movements(name: string, opening: number, lines: readonly (readonly [date: string, text: string, change: number])[], format: (value: number) => string): { rows: string[][]; closing: number; debits: number; credits: number } {
  let balance = opening;
  let debits = 0;
  let credits = 0;
  const random = randomFor(name);
  const rows = lines.map(([date, text, change]) => {
    balance += change;
    if (change < 0) debits -= change; else credits += change;
    const reference = String(Math.floor(random.between(1e11, 9e11)));
    return [date, text, reference, change < 0 ? format(-change) : '', change > 0 ? format(change) : '', format(balance)];
  });
  return { rows, closing: balance, debits, credits };
}

const rupees = (value: number): string => value.toLocaleString('en-IN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const asha = movements('kaveri', 184_220.5, [
  ['01/08/26', 'UPI-ANNAPOORNA SUPER BAZAAR-PAYMENT', -2114], ['01/08/26', 'NEFT CR-STUDIO TAMARIND LLP-INV 0084', 96_000], ['03/08/26', 'ATW-441722XXXXXX2091-JAYANAGAR', -10_000], ['04/08/26', 'ACH D-KAVERI HOME LOAN-HL00418822', -48_650],
  ['05/08/26', 'UPI-NAVIDCO-ELECTRICITY', -2894], ['07/08/26', 'POS 441722XXXXXX2091 CLOUDLINE HOSPITAL', -3150], ['09/08/26', 'IMPS-VIKRAM RAO-HOUSE EXPENSES', 40_000], ['11/08/26', 'UPI-GREENWOOD VALLEY SCHOOL', -12_500], ['14/08/26', 'INTEREST PAID TILL 31-JUL-2026', 1188],
  ['16/08/26', 'BILLPAY-BROADBAND-AIRFIBRE', -1179], ['18/08/26', 'UPI-SRI LAKSHMI TAILORS', -860], ['21/08/26', 'NEFT DR-AROGYA STAR HEALTH', -5400], ['24/08/26', 'CHQ PAID-MICR-000418-S LAKSHMI', -22_000], ['28/08/26', 'UPI-BOOKWORM CHURCH STREET', -1735], ['31/08/26', 'SMS CHARGES JUN-AUG 26 INCL GST', -17.7],
], rupees);

const priya = movements('pennine', 2318.44, [
  ['01 Jul', 'Direct debit  LB Waltham Forest council tax', -164], ['01 Jul', 'Standing order  K Osei rent', -1950], ['03 Jul', 'Card payment  Lidl Walthamstow', -48.17], ['08 Jul', 'Direct debit  Thamesside Water', -45], ['12 Jul', 'Card payment  TfL travel charge', -22.4], ['15 Jul', 'Transfer from D T Miller', 1200], ['19 Jul', 'Card payment  Little Acorns Nursery', -912.6], ['25 Jul', 'Bank credit  Whitecross NHS Trust salary', 2914.33], ['29 Jul', 'Card payment  Decathlon Surrey Quays', -64.99],
], (value) => value.toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 }));

export const banking: Drawn[] = [
  {
    id: 'bank-asha', file: 'KNB_stmt_Aug2026', type: 'bank_statement', category: 'financial', person: 'Asha Rao',
    fields: { documentNumber: ['50100044718822', '77120443'], holderName: 'Asha Rao', issuer: ['Kaveri National Bank', 'Kaveri National Bank Ltd', 'Kaveri National Bank Limited'], startDate: '2026-08-01', endDate: '2026-08-31', currency: 'INR' },
    also: { issueDate: '2026-09-02', totalAmount: [asha.closing.toFixed(2), asha.credits.toFixed(2), asha.debits.toFixed(2)] },
    form: { as: 'text-pdf' },
    draw: () => {
      const paper = new Paper({ margin: 36, font: 'narrow', fontSize: 9 });
      const head = (): void => {
        paper.at(36, 28, 'KAVERI NATIONAL BANK', { font: 'narrow-bold', size: 16, color: '#123f7a' }); paper.at(559, 32, 'Statement of account', { size: 11, align: 'right' });
        paper.rule(52, 36, 559, 1.2, '#123f7a'); paper.y = 60;
      };
      paper.onPage = head; head();
      pairs(paper, 64, [['MRS ASHA RAO', ''], ['Address', homes.bengaluru], ['Email', 'asha.rao@example.com'], ['Nomination', 'Registered']], { label: 110, size: 9, font: 'narrow', valueFont: 'narrow', valueWidth: 150, step: 2 });
      pairs(paper, 64, [['Account Branch', 'Jayanagar 4th Block'], ['Account No', '50100044718822'], ['Cust ID', '77120443'], ['A/C Type', 'Savings – Regular'], ['A/C Open Date', '14/07/2011'], ['RTGS/NEFT IFSC', 'KVNB0000418'], ['MICR', '560240012']], { x: 330, label: 100, size: 9, font: 'narrow', valueFont: 'narrow-bold', step: 1.5 });
      paper.at(36, 168, 'From : 01/08/2026    To : 31/08/2026', { font: 'narrow-bold', size: 10 });
      paper.y = 186;
      table(paper, [{ width: 50 }, { width: 206 }, { width: 82 }, { width: 60, align: 'right' }, { width: 60, align: 'right' }, { width: 65, align: 'right' }], [['Date', 'Narration', 'Chq./Ref.No.', 'Withdrawal', 'Deposit', 'Closing Bal.'], ...asha.rows], { font: 'narrow', size: 8.8, lines: 'rows', pad: 5 });
      paper.room(180).gap(16).put('STATEMENT SUMMARY', { font: 'narrow-bold', size: 11, after: 4 });
      table(paper, [{ width: 105 }, { width: 90 }, { width: 90 }, { width: 119, align: 'right' }, { width: 119, align: 'right' }], [['Opening Balance', 'Dr Count', 'Cr Count', 'Debits', 'Closing Bal'], ['1,84,220.50', '12', '3', rupees(asha.debits), rupees(asha.closing)]], { font: 'narrow', size: 9.5 });
      paper.next();
      paper.put('Generated on: 02-Sep-2026 10:31   Generated by: 77120443   Requesting branch: NET', { size: 8.5, after: 8 });
      paper.put('This is a computer generated statement and does not require signature. Closing balance includes funds earmarked for hold and uncleared funds. Contents of this statement will be considered correct if no error is reported within 30 days of receipt. State account branch GSTIN: 29AAACK4418L1ZD. Deposits are insured by DICGC up to Rs 5,00,000 per depositor. The rate of interest on savings balances is 2.75% p.a. from 12 June 2026.', { size: 8.5, align: 'justify' });
      return paper.eachPage((page, total) => { paper.at(297, 820, `Page No. ${page} of ${total}`, { size: 8, align: 'center' }); });
    },
  },
  {
    id: 'bank-priya', file: 'Statement--204481--73018820--1-07-2026-31-07-2026', type: 'bank_statement', category: 'financial', person: 'Priya Fernandes-Miller',
    fields: { documentNumber: ['73018820', '40218844'], holderName: ['Priya Fernandes-Miller', 'Ms P M Fernandes-Miller', 'P M Fernandes-Miller'], issuer: ['Pennine Bank', 'Pennine Bank plc', 'Pennine Bank UK plc'], startDate: '2026-07-01', endDate: '2026-07-31', currency: 'GBP' },
    also: { totalAmount: [priya.closing.toFixed(2), priya.credits.toFixed(2), priya.debits.toFixed(2)], issueDate: ['2026-07-31'] },
    form: { as: 'scan', dpi: 200, to: 'pdf', skew: -1.6, quality: 76 },
    draw: () => {
      const paper = new Paper({ margin: 52, font: 'sans', fontSize: 10 });
      paper.at(52, 42, 'Pennine Bank', { font: 'sans-bold', size: 24, color: '#0a6aa1' });
      paper.at(543, 46, 'Your Everyday Account statement', { font: 'sans-bold', size: 12, align: 'right' });
      paper.at(543, 64, '1 – 31 July 2026   Sheet 1 of 1', { align: 'right' });
      paper.at(52, 96, 'Ms P M Fernandes-Miller\n18 Calder Road\nLondon\nE17 4PQ', { size: 11 });
      paper.y = 96;
      pairs(paper, 96, [['Sort code', '20-44-81'], ['Account number', '73018820'], ['IBAN', iban('GB', 'PENN20448173018820')], ['SWIFTBIC', 'PENNGB22']], { x: 310, label: 96, font: 'sans', valueFont: 'sans-bold', size: 9.5, step: 3 });
      paper.y = grid(paper, 186, [['Start balance', '£2,318.44'], ['Money in', `£${priya.credits.toFixed(2)}`], ['Money out', `£${priya.debits.toFixed(2)}`], ['End balance', `£${priya.closing.toFixed(2)}`]], 4, { boxed: true, row: 38, font: 'sans', valueFont: 'sans-bold', size: 13, labelSize: 8.5 });
      paper.gap(14);
      table(paper, [{ width: 56 }, { width: 240 }, { width: 65, align: 'right' }, { width: 65, align: 'right' }, { width: 65, align: 'right' }], [['Date', 'Description', 'Money out', 'Money in', 'Balance'], ['1 Jul', 'Start balance', '', '', '2,318.44'], ...priya.rows.map(([date, text, , out, into, balance]) => [date!, text!, out!, into!, balance!]), ['31 Jul', 'Balance carried forward', '', '', priya.rows.at(-1)![5]!]], { font: 'sans', size: 10, lines: 'rows', pad: 4 });
      paper.gap(14).put('Anything wrong? If you’ve noticed any incorrect or unusual transactions, see the back of this statement for how to get in touch. Arranged overdraft £500.00 at 35.0% EAR.', { size: 9 });
      paper.at(52, 790, 'Your deposit is eligible for protection by the Financial Services Compensation Scheme. Pennine Bank UK plc. Registered No. 9740322. Customer 40218844.', { size: 7.5, width: 490 });
      return paper;
    },
  },
  {
    id: 'bank-rohan', file: 'checking_may', type: 'bank_statement', category: 'financial', person: 'Rohan Fernandes',
    fields: { documentNumber: ['000418827714', '418827714'], holderName: ['Rohan Fernandes', 'Rohan X Fernandes'], issuer: ['Capitol Plains Credit Union'], startDate: '2026-05-01', endDate: '2026-05-31', currency: 'USD' },
    also: { totalAmount: ['6118.52', '5870.00', '4402.91'], issueDate: '2026-05-31' },
    form: { as: 'scan', dpi: 150, to: 'pdf', skew: 1.9, quality: 72, grey: true },
    draw: () => {
      const paper = new Paper({ size: 'LETTER', margin: 50, font: 'helv', fontSize: 10 });
      paper.at(50, 40, 'CAPITOL PLAINS CREDIT UNION', { font: 'helv-bold', size: 15 }); paper.at(50, 60, 'P.O. Box 19340, Austin, TX 78760   1-800-555-0133', { size: 9 });
      paper.at(562, 40, 'MEMBER STATEMENT', { font: 'helv-bold', size: 12, align: 'right' }); paper.at(562, 58, 'May 1, 2026 through May 31, 2026', { align: 'right' });
      paper.at(50, 100, 'ROHAN X FERNANDES\n2209 BLUEBONNET LANE APT 6\nAUSTIN TX 78704');
      paper.at(330, 100, 'Account Number: 000418827714\nFREE CHECKING\nPage 1 of 1');
      paper.y = 168;
      table(paper, [{ width: 340 }, { width: 172, align: 'right' }], [['CHECKING SUMMARY', 'AMOUNT'], ['Beginning Balance', '$4,651.43'], ['Deposits and Additions', '5,870.00'], ['Electronic Withdrawals', '-4,002.91'], ['Checks Paid', '-400.00'], ['Ending Balance', '$6,118.52']], { size: 10, lines: 'rows', lastBold: 1, pad: 5 });
      paper.gap(16).put('TRANSACTION DETAIL', { font: 'helv-bold', size: 11, after: 4 });
      table(paper, [{ width: 60 }, { width: 280 }, { width: 86, align: 'right' }, { width: 86, align: 'right' }], [['DATE', 'DESCRIPTION', 'AMOUNT', 'BALANCE'], ['05/01', 'Brazos Instruments Payroll PPD ID 7418820', '2,935.00', '7,586.43'], ['05/02', 'Bluebonnet Court Apts Rent Web Pmt', '-1,685.00', '5,901.43'], ['05/06', 'Lone Prairie Casualty Ins Pmt', '-135.40', '5,766.03'], ['05/12', 'Check 1047', '-400.00', '5,366.03'], ['05/15', 'Brazos Instruments Payroll PPD ID 7418820', '2,935.00', '8,301.03'], ['05/18', 'Capitol Plains Auto Loan 77-4410', '-418.22', '7,882.81'], ['05/22', 'City of Austin Utilities', '-164.29', '7,718.52'], ['05/28', 'Brokerage transfer', '-1,600.00', '6,118.52']], { size: 9.5, lines: 'rows' });
      paper.gap(16).put('IN CASE OF ERRORS OR QUESTIONS ABOUT YOUR ELECTRONIC TRANSFERS: call or write us no later than 60 days after we sent you the FIRST statement on which the error appeared. Your savings are federally insured to at least $250,000 by NCUA. Dividends paid year to date: $11.07.', { size: 8.5, align: 'justify' });
      return paper;
    },
  },
];

export const closing = { asha: asha.closing, priya: priya.closing };
