import { clauses, grid, matrix, pairs, table } from '../blocks.ts';
import { gstin } from '../checksums.ts';
import { homes } from '../family.ts';
import type { Drawn } from '../form.ts';
import { Paper } from '../paper.ts';

const lifeTerms: readonly (readonly [string, ...string[]])[] = [
  ['Grace Period', 'A grace period of one month but not less than 30 days shall be allowed for payment of yearly or half-yearly or quarterly premiums, and 15 days for monthly premiums, from the date of First Unpaid Premium. During this period the policy shall be considered in force with the risk cover without any interruption as per the terms of the policy.', 'If the premium is not paid before the expiry of the days of grace, the Policy lapses.'],
  ['Revival of lapsed policies', 'If the policy has lapsed due to non-payment of due premium within the days of grace, it may be revived during the lifetime of the Life Assured, but within the Revival Period of 5 years from the date of first unpaid premium, on payment of all the arrears of premium together with interest compounding half-yearly at such rate as may be fixed by the Company from time to time. For the 12 months beginning 1st May 2018 the applicable rate was 9.50% p.a.'],
  ['Paid-up value', 'If at least two full years’ premiums have been paid and any subsequent premiums be not duly paid, this policy shall not be wholly void, but shall continue as a paid-up policy till the end of the policy term. The Sum Assured on Death shall be reduced to such a sum, called “Death Paid-up Sum Assured”, in the same ratio as the number of premiums paid bears to the total number payable.'],
  ['Surrender', 'The policy can be surrendered at any time provided two full years’ premiums have been paid. On surrender, the Company shall pay the Surrender Value equal to the higher of Guaranteed Surrender Value and Special Surrender Value.', 'Guaranteed Surrender Value is the total premiums paid (excluding extra premiums, taxes and premiums for riders) multiplied by the factor applicable: 30% in years 2 and 3, 50% in years 4 to 7, and 90% in the last two policy years.'],
  ['Policy loan', 'A loan may be availed under this policy provided at least two full years’ premiums have been paid. The maximum loan, as a percentage of Surrender Value, shall be up to 90% for in-force policies and up to 80% for paid-up policies. Interest shall be payable half-yearly.'],
  ['Suicide exclusion', 'This policy shall be void if the Life Assured commits suicide at any time within 12 months from the date of commencement of risk, and the Company shall not entertain any claim except to the extent of 80% of the premiums paid, provided the policy is in force.'],
  ['Free look period', 'If the Policyholder is not satisfied with the terms and conditions of the policy, the policy may be returned to the Company within 15 days from the date of receipt of the policy bond stating the reasons of objections. The Company shall cancel the policy and return the premium deposited after deducting the proportionate risk premium and stamp duty charges.'],
  ['Nomination and assignment', 'Nomination shall be in accordance with provisions of Section 39 of the Insurance Act, 1938 as amended from time to time. Assignment shall be in accordance with Section 38 of the said Act.'],
  ['Proof of age', 'Age admitted on the strength of a copy of the school leaving certificate. Where the age is found to be incorrectly stated, action shall be taken under Section 45 of the Insurance Act, 1938.'],
  ['Normal requirements for a claim', 'The claim forms, original policy document, proof of title, proof of death, medical treatment records prior to death, school or college or employer’s certificate, whichever is applicable, and NEFT mandate for direct credit to the bank account.', 'The claim shall be intimated within 90 days of death; delay may be condoned where the reasons are beyond the control of the claimant.'],
  ['Taxes', 'Statutory taxes, if any, imposed by the Government of India shall be as per tax laws and the rate of tax as applicable from time to time. First year GST is 4.5% and renewal GST is 2.25% of the premium.'],
  ['Grievance redressal', 'The Company has Grievance Redressal Officers at Branch, Divisional and Zonal offices. The customer may also approach the Insurance Ombudsman, Jeevan Soudha Building, Ground Floor, J.P. Nagar 1st Phase, Bengaluru 560078, Tel. 080-26652048.'],
];

export const insuranceIndia: Drawn[] = [
  {
    id: 'life-vikram', file: 'Life policy bond', type: 'insurance_policy', category: ['insurance', 'financial'], person: 'Vikram Rao',
    fields: { documentNumber: '618204417', holderName: 'Vikram Rao', issuer: ['Bharat Suraksha Life Insurance Company Limited', 'Bharat Suraksha Life Insurance'], startDate: ['2018-06-28', '2018-06-15'], endDate: ['2043-06-28', '2038-06-28'], totalAmount: ['51742', '2500000', '49514'], currency: 'INR' },
    also: { dateOfBirth: '1981-03-14', issueDate: ['2018-07-04', '2018-06-15'], dueDate: ['2043-06-28', '2018-06-28'], expiryDate: ['2043-06-28', '2038-06-28'] },
    form: { as: 'text-pdf' },
    draw: () => {
      const paper = new Paper({ margin: 54, font: 'book', fontSize: 11 });
      paper.at(54, 42, 'BHARAT SURAKSHA', { font: 'book-bold', size: 22, color: '#0a3d7a' });
      paper.at(54, 66, 'Life Insurance Company Limited', { size: 12, color: '#0a3d7a' });
      paper.at(541, 46, 'Regd. Office: Yogakshema Chambers, Mumbai 400021\nIRDAI Registration No. 512   CIN U66010MH1996GOI104277', { size: 8, align: 'right' });
      paper.rule(90, 54, 541, 2, '#0a3d7a');
      paper.y = 110;
      paper.put('Shri Vikram Rao\nNo. 27, 3rd Main Road\nMalleshwaram, Bengaluru 560003', { after: 10 });
      paper.put('Date: 04/07/2018', { align: 'right', after: 6 });
      paper.put('Dear Policyholder,', { after: 5 });
      paper.put('Re: Your Policy No. 618204417 — Jeevan Aadhar Endowment Plan (Table 914)', { font: 'book-bold', after: 6 });
      paper.put('We have pleasure in forwarding herewith the above policy document. We would draw your attention to the details mentioned in the Schedule overleaf and the benefits available under the policy. Some of the plans have certain options available under them, and we request you to note the options and their due dates so that you may exercise them in time.', { align: 'justify', after: 6 });
      paper.put('In case you notice any mistakes, you may return the policy document to our Basavanagudi branch for necessary corrections. If you are not satisfied with the terms, you may return the bond within 15 days of its receipt.', { align: 'justify', after: 6 });
      paper.put('Should you change your address, kindly inform the servicing branch immediately. Premiums are to be paid on or before the due date even if no notice is received.', { align: 'justify', after: 24 });
      paper.put('Yours faithfully,', { after: 20 }).put('p. Chief Manager (New Business)');
      paper.onPage = () => { paper.at(54, 30, 'Policy No. 618204417', { size: 8.5, color: '#555' }); paper.at(541, 30, 'Bharat Suraksha Life Insurance Company Limited', { size: 8.5, color: '#555', align: 'right' }); };
      paper.next();
      paper.at(297, 58, 'POLICY SCHEDULE', { font: 'book-bold', size: 16, align: 'center' });
      paper.y = grid(paper, 96, [
        ['Divisional Office', 'Bengaluru Division I'], ['Branch Office', '61B Basavanagudi'], ['Policy Number', '618204417'], ['Date of Proposal', '11/06/2018'], ['Proposal No.', '8827'], ['Date of Commencement', '28/06/2018'],
        ['Plan & Policy Term', '914 – 25 years'], ['Premium Paying Term', '20 years'], ['Date of Maturity', '28/06/2043'], ['Sum Assured', 'Rs. 25,00,000'], ['Instalment Premium', 'Rs. 49,514.00'], ['GST', 'Rs. 2,228.00'],
        ['Total Premium', 'Rs. 51,742.00'], ['Mode', 'Half-yearly'], ['Due Dates', '28 June, 28 December'], ['Date of last payment', '28/12/2037'], ['Date of Birth', '14/03/1981'], ['Age admitted', 'Yes, 37 years'],
      ], 3, { boxed: true, row: 40, font: 'book', valueFont: 'book-bold', size: 11.5, labelSize: 8.5 });
      paper.gap(14);
      paper.y = pairs(paper, paper.y, [
        ['Name of the Proposer', 'Shri Vikram Rao'], ['Name of the Life Assured', 'Shri Vikram Rao'], ['Nominee under Section 39', 'Smt. Asha Rao (wife), aged 33 years, 100%'], ['Appointee', 'Not applicable'], ['Premiums payable till', 'the stipulated due date 28/12/2037 or prior death'],
      ], { font: 'book', valueFont: 'book-bold', label: 170, size: 11, sep: ':' });
      paper.gap(12).put('Event on the happening of which the benefits are payable', { font: 'book-bold', after: 4 });
      table(paper, [{ width: 200 }, { width: 287 }], [['Event', 'Benefit'], ['Death during the policy term', 'Sum Assured on Death, being the higher of Rs. 25,00,000 or 10 times the annualised premium, with vested simple reversionary bonuses'], ['Survival to the Date of Maturity', 'Sum Assured on Maturity Rs. 25,00,000 with vested simple reversionary bonuses and Final Additional Bonus, if any']], { font: 'book', size: 10.5 });
      paper.gap(14).put('Signed on behalf of the Company at the above mentioned branch. Examined by: K.V. Form No. 314. Stamp duty of Rs. 500.00 paid.', { size: 9.5 });
      paper.next();
      paper.put('PART C – CONDITIONS AND PRIVILEGES', { font: 'book-bold', size: 14, after: 10 });
      clauses(paper, lifeTerms, { font: 'book', bold: 'book-bold', size: 12.5, lead: 1.55 });
      while (paper.pages < 5) paper.next();
      paper.next();
      paper.put('ANNEXURE – BONUS INTIMATION AND SPECIMEN BENEFITS', { font: 'book-bold', size: 14, after: 10 });
      table(paper, [{ width: 110 }, { width: 120, align: 'right' }, { width: 130, align: 'right' }, { width: 127, align: 'right' }], [['End of policy year', 'Premiums paid (Rs.)', 'Guaranteed surrender (Rs.)', 'Illustrative bonus (Rs.)'], ...[2, 5, 10, 15, 20, 25].map((year) => [String(year), (99028 * Math.min(year, 20)).toLocaleString('en-IN'), Math.round(99028 * Math.min(year, 20) * (year < 4 ? 0.3 : year < 8 ? 0.5 : 0.6)).toLocaleString('en-IN'), (105000 * year).toLocaleString('en-IN')])], { font: 'book', size: 10.5 });
      paper.gap(12).put('The above figures are for illustration only and are not guaranteed. Vested bonus as at 31/03/2018: Nil.', { font: 'book-italic', size: 10 });
      return paper.eachPage((page, total) => { paper.at(297, 812, `Page ${page} of ${total}`, { size: 8.5, align: 'center', color: '#555' }); });
    },
  },
  {
    id: 'health-rao', file: 'Family floater 25-26', type: 'insurance_policy', category: ['insurance', 'medical'], person: 'Asha Rao',
    fields: { documentNumber: 'P/141127/01/2026/008812', holderName: ['Asha Rao', 'Vikram Rao'], issuer: ['Arogya Star Health and Allied Insurance Company Limited', 'Arogya Star Health Insurance', 'Arogya Star Health and Allied Insurance Co. Ltd.'], startDate: '2026-04-17', endDate: '2027-04-16', totalAmount: ['38415', '32555', '1000000'], currency: 'INR' },
    also: { issueDate: ['2026-04-09'], expiryDate: '2027-04-16', dateOfBirth: ['1984-08-22', '1981-03-14', '2012-11-09', '2024-02-03'] },
    form: { as: 'text-pdf' },
    draw: () => {
      const paper = new Paper({ margin: 40, font: 'narrow', fontSize: 9.5 });
      paper.box(0, 0, 595, 64, '#1f5fa8');
      paper.at(40, 16, 'AROGYA STAR HEALTH', { font: 'narrow-bold', size: 20, color: '#fff' });
      paper.at(40, 42, 'Arogya Star Health and Allied Insurance Co. Ltd.', { size: 10, color: '#fff' });
      paper.at(555, 22, 'Family Health Optima\nPolicy Schedule', { font: 'narrow-bold', size: 12, color: '#fff', align: 'right' });
      paper.y = 78;
      table(paper, [{ width: 118 }, { width: 140 }, { width: 118 }, { width: 139 }], [
        ['Policy No.', 'P/141127/01/2026/008812', 'Previous Policy No.', 'P/141127/01/2025/007740'], ['Proposer', 'Mrs. Asha Rao', 'Customer Code', 'AA0019284471'], ['Address', homes.bengaluru, 'Issuing Office', 'Branch Office – Jayanagar, No. 212, 2nd Floor, 11th Main, Bengaluru'],
        ['Period of Insurance', 'From 17/04/2026 00:00 hrs to midnight of 16/04/2027', 'Date of Inception of first policy', '17/04/2014'], ['Collection No. / Date', '10044182 / 09/04/2026', 'GSTIN', gstin('29AAJCS4517L1Z')], ['Intermediary', 'M. Shankar (SH0099172)', 'Zone / Plan', 'Zone 2 / Floater'],
      ], { font: 'narrow', size: 9, head: null });
      paper.gap(10).put('Details of Insured Persons', { font: 'narrow-bold', size: 11, after: 3 });
      table(paper, [{ width: 30 }, { width: 130 }, { width: 60 }, { width: 75 }, { width: 40 }, { width: 90 }, { width: 90 }], [
        ['S.No', 'Name', 'Relation', 'Date of Birth', 'Age', 'Pre-existing disease', 'ID Card'], ['1', 'ASHA RAO', 'Self', '22/08/1984', '41', 'Nil', '4471-1'], ['2', 'VIKRAM RAO', 'Spouse', '14/03/1981', '45', 'Hypertension', '4471-2'], ['3', 'KABIR RAO', 'Son', '09/11/2012', '13', 'Nil', '4471-3'], ['4', 'MEERA RAO', 'Daughter', '03/02/2024', '2', 'Nil', '4471-4'],
      ], { font: 'narrow', size: 9 });
      paper.gap(10).put('Premium computation', { font: 'narrow-bold', size: 11, after: 3 });
      table(paper, [{ width: 380 }, { width: 135, align: 'right' }], [
        ['Particulars', 'Amount (₹)'], ['Basic Floater Sum Insured', '10,00,000'], ['Limit of Coverage with cumulative bonus', '18,50,000'], ['Basic premium', '36,172.00'], ['Less: long-standing customer discount 10%', '3,617.00'], ['Net premium', '32,555.00'], ['CGST @9%', '2,930.00'], ['SGST @9%', '2,930.00'], ['Total Premium', '38,415.00'],
      ], { font: 'narrow', size: 9.5, lastBold: 1 });
      paper.gap(6).put('Rupees Thirty Eight Thousand Four Hundred and Fifteen only. Premium paid qualifies for deduction under Section 80D of the Income Tax Act.', { size: 9 });
      paper.next();
      paper.put('Sub-limits and waiting periods', { font: 'narrow-bold', size: 13, after: 6 });
      table(paper, [{ width: 250 }, { width: 265 }], [
        ['Benefit', 'Limit'], ['Room, boarding and nursing', 'Single private A/C room'], ['Cataract surgery', 'Up to ₹40,000 per eye, ₹60,000 per policy period'], ['Emergency ambulance', '₹2,000 per hospitalisation'], ['Pre-hospitalisation', '60 days'], ['Post-hospitalisation', '90 days'], ['Day care procedures', 'All covered'], ['New born baby cover', 'From the 16th day, 10% of the sum insured, maximum ₹50,000'], ['Organ donor expenses', '10% of sum insured, maximum ₹1,00,000'],
      ], { font: 'narrow', size: 9.5, zebra: '#eef4fb', lines: 'rows', headColor: '#1f5fa8' });
      paper.gap(10);
      for (const text of [
        'Pre-existing diseases as defined in the policy are excluded until 48 consecutive months of continuous coverage have elapsed since inception of the first policy with the Company.',
        'A waiting period of 30 days applies from the first commencement date except in case of accidents. It does not apply to renewals.',
        'A co-payment of 20% of each and every claim amount is applicable for insured persons whose age at the time of entry is above 60 years.',
        'Joint replacement surgery other than following an accident, hernia, and gall bladder stones are covered after 24 months.',
        'Claims must be intimated within 24 hours of admission to the toll free number 1800 425 0000. For cashless treatment, show the ID card at any network hospital.',
        'Expenses for cosmetic surgery, weight control, sterility and infertility, and unproven treatments are not payable.',
      ]) paper.put(`• ${text}`, { size: 10, after: 4, align: 'justify' });
      paper.at(400, 700, 'Authorised Signatory', { size: 10 }); matrix(paper, 60, 660, 80, 88);
      return paper.eachPage((page) => { paper.at(40, 816, 'IRDAI Regn. No. 229 • UIN SHAHLIP22030V062122 • Printed on 10/04/2026', { size: 7.5, color: '#555' }); paper.at(555, 816, String(page), { size: 8, align: 'right' }); });
    },
  },
  {
    id: 'motor-vikram', file: 'car insurance scan', type: 'insurance_policy', category: ['insurance', 'vehicle'], person: 'Vikram Rao',
    fields: { documentNumber: ['3001/MV-77120944/00/B00', '3001/MV-77120944/00/000'], holderName: 'Vikram Rao', issuer: ['Deccan General Insurance Company Limited', 'Deccan General Insurance', 'Deccan General Insurance Co. Ltd.'], startDate: '2026-01-22', endDate: '2027-01-21', totalAmount: ['19863', '16833'], currency: 'INR' },
    also: { issueDate: '2026-01-19', expiryDate: ['2027-01-21'] },
    form: { as: 'scan', dpi: 200, to: 'pdf', skew: 1.7, grey: true, quality: 68 },
    draw: () => {
      const paper = new Paper({ margin: 36, font: 'helv', fontSize: 9 });
      paper.at(36, 34, 'DECCAN GENERAL', { font: 'helv-bold', size: 19 });
      paper.at(36, 56, 'INSURANCE', { font: 'helv', size: 13, spacing: 3 });
      paper.at(559, 36, 'Certificate of Insurance cum Policy Schedule', { font: 'helv-bold', size: 11, align: 'right' });
      paper.at(559, 52, 'Private Car Package Policy  (Form 51 of the Central Motor Vehicles Rules, 1989)', { size: 7.5, align: 'right' });
      paper.rule(76, 36, 559, 1.4);
      pairs(paper, 86, [['Policy Number', '3001/MV-77120944/00/B00'], ['Insured Name', 'MR VIKRAM RAO'], ['Mailing Address', 'FLAT 402, GULMOHAR RESIDENCY, 14TH CROSS, JAYANAGAR 4TH BLOCK, BENGALURU, KARNATAKA 560011'], ['Mobile', '98XXXXXX17']], { label: 90, font: 'helv', valueFont: 'helv-bold', size: 9, valueWidth: 165 });
      pairs(paper, 86, [['Policy issued on', 'Jan 19, 2026'], ['Period of Insurance', 'Jan 22, 2026 00:00 Hrs to\nJan 21, 2027 Midnight'], ['Covernote', '—'], ['Hypothecated to', 'Kaveri National Bank'], ['Previous policy', 'MV-66201183, expired 21/01/2026']], { x: 310, label: 96, font: 'helv', valueFont: 'helv-bold', size: 9 });
      paper.y = 196;
      table(paper, [88, 74, 92, 60, 60, 70, 79].map((width) => ({ width })), [['Registration No.', 'Make', 'Model', 'Mfg. year', 'CC/KW', 'Seating', 'RTO location'], ['KA05MN4471', 'HYUNDAI', 'CRETA 1.5 SX', '2021', '1497', '5', 'BENGALURU (S)'], ['Engine No.', 'G4FLMW118203', 'Chassis No.', 'MALPC812 LMM114420', 'Body', 'SUV', '']], { size: 8.5 });
      paper.gap(8).put('Insured’s Declared Value (IDV)', { font: 'helv-bold', after: 3 });
      table(paper, [{ width: 150 }, { width: 120, align: 'right' }, { width: 130, align: 'right' }, { width: 123, align: 'right' }], [['For the vehicle (Rs.)', 'Non-electrical acc. (Rs.)', 'Electrical acc. (Rs.)', 'Total IDV (Rs.)'], ['8,74,000.00', '0.00', '12,000.00', '8,86,000.00']], { size: 8.5 });
      paper.gap(8).put('Premium Details', { font: 'helv-bold', after: 3 });
      const top = paper.y;
      table(paper, [{ width: 180 }, { width: 78, align: 'right' }], [['Own Damage (A)', 'Rs.'], ['Basic OD premium', '15,284.00'], ['Zero depreciation add-on', '4,430.00'], ['Less: No claim bonus 35%', '5,349.00'], ['Road side assistance', '199.00'], ['Total Own Damage (A)', '14,564.00']], { size: 8.5, lastBold: 1 });
      const below = paper.y;
      paper.y = top;
      table(paper, [{ width: 180 }, { width: 78, align: 'right' }], [['Liability (B)', 'Rs.'], ['Third party basic (1497 cc)', '1,919.00'], ['PA cover for owner-driver of Rs. 15,00,000', '300.00'], ['LL to paid driver', '50.00'], ['Total Liability (B)', '2,269.00'], ['Net Premium (A+B)', '16,833.00']], { x: 301, size: 8.5, lastBold: 1 });
      paper.y = Math.max(below, paper.y) + 4;
      pairs(paper, paper.y, [['CGST (9%) Rs. 1,515.00   SGST (9%) Rs. 1,515.00', ''], ['Total Premium Payable in Rs.', '19,863.00']], { x: 301, label: 180, size: 9.5, font: 'helv-bold', step: 2 });
      paper.y += 46;
      paper.put('Limitations as to use: The policy covers use for any purpose other than hire or reward, carriage of goods (other than samples or personal luggage), organised racing, pace making, speed testing, reliability trials.', { size: 8, after: 4, align: 'justify' });
      paper.put('Driver: Any person including the insured, provided that the person driving holds an effective driving licence at the time of the accident and is not disqualified from holding or obtaining such a licence.', { size: 8, after: 4, align: 'justify' });
      paper.put('Compulsory deductible Rs. 1,000. Nominee: Asha Rao (Spouse). I/We hereby certify that the policy to which this certificate relates as well as this certificate of insurance are issued in accordance with the provisions of Chapter X and Chapter XI of the M.V. Act, 1988. In witness whereof this policy has been signed at Bengaluru on 19/01/2026.', { size: 8, after: 20, align: 'justify' });
      paper.at(400, paper.y, 'For Deccan General Insurance Company Limited', { size: 8 }); paper.sign(430, paper.y + 10, 'A. Kulkarni', 20); paper.at(440, paper.y + 36, 'Authorised Signatory', { size: 8 });
      paper.at(36, 800, 'IRDAI Reg. No. 715 | UIN: IRDAN115RP0017V02200102 | Stamp duty paid vide GRN MH011228 dated 02/12/2025 | Agent: PolicyKart Web Aggregators', { size: 6.8, color: '#333' });
      return paper;
    },
  },
];
