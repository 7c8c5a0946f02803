import { clauses, grid, pairs, table } from '../blocks.ts';
import { written } from '../docx.ts';
import type { Drawn, Typed } from '../form.ts';
import { Paper } from '../paper.ts';

export const loansContracts: (Drawn | Typed)[] = [
  {
    id: 'home-loan', file: 'HL agreement Kaveri', type: 'loan_agreement', category: ['financial', 'legal', 'property'], person: 'Vikram Rao',
    fields: { documentNumber: 'HL00418822', holderName: ['Vikram Rao', 'Asha Rao', 'Vikram Rao and Asha Rao'], issuer: ['Kaveri National Bank', 'Kaveri National Bank Limited'], issueDate: ['2019-10-29', '2019-10-21'], totalAmount: ['6900000'], currency: 'INR' },
    also: { startDate: ['2019-12-04', '2019-11-08'], endDate: ['2039-11-04'], dueDate: ['2019-12-04'], expiryDate: ['2019-12-31'] },
    form: { as: 'text-pdf' },
    draw: () => {
      const paper = new Paper({ margin: 56, font: 'sans', fontSize: 10.5 });
      paper.at(56, 40, 'KAVERI NATIONAL BANK', { font: 'sans-bold', size: 18, color: '#123f7a' }); paper.at(539, 44, 'Retail Assets Centre, 11 K.H. Road, Bengaluru', { size: 9, align: 'right' });
      paper.rule(66); paper.y = 84;
      paper.put('HOME LOAN AGREEMENT', { font: 'sans-bold', size: 16, align: 'center', after: 10 });
      paper.put('This agreement is made at Bengaluru on 29 October 2019 between Kaveri National Bank Limited, a banking company with its registered office at 4 St Mark’s Road, Bengaluru (the Bank), and the persons named in the Schedule (the Borrower). It follows the sanction letter dated 21 October 2019, which forms part of it and lapses on 31 December 2019 if no sum has been drawn.', { align: 'justify', lead: 1.5, after: 10 });
      table(paper, [{ width: 170 }, { width: 313 }], [['Schedule', ''], ['Loan account number', 'HL00418822'], ['Borrower', 'Mr Vikram Rao (PAN BKVPR4471H)'], ['Co-borrower', 'Mrs Asha Rao'], ['Loan amount', 'Rs. 69,00,000 (Rupees Sixty Nine Lakh only)'], ['Purpose', 'Purchase of Flat 402, Gulmohar Residency, Jayanagar'], ['Term', '240 months'], ['Rate of interest', 'Repo linked: 5.15% + spread 2.90% = 8.05% p.a., floating'], ['Equated monthly instalment', 'Rs. 57,948'], ['First instalment', '4 December 2019'], ['Last instalment', '4 November 2039'], ['Processing fee', 'Rs. 17,250 + GST'], ['Cost of the property', 'Rs. 92,50,000'], ['Security', 'Equitable mortgage by deposit of title deeds']], { font: 'sans', size: 10.5, pad: 5 });
      paper.next();
      clauses(paper, [['Interest', 'Interest is charged on the daily reducing balance and is reset on the first day of the quarter that follows a change in the repo rate.', 'Overdue instalments carry a penal charge of 2% per annum over the contracted rate.'], ['Repayment', 'The Borrower authorises the Bank to debit account 50100044718822 on the 4th of every month. A dishonoured debit is charged at Rs. 500.', 'An increase in the rate lengthens the term; where the age of the elder Borrower at the end would exceed 65 years, the instalment is raised instead.'], ['Prepayment', 'No charge is levied on part or full prepayment of a floating rate loan made to an individual, whatever the source of the money.'], ['Insurance of the property', 'The Borrower shall insure the flat against fire and earthquake for its cost of rebuilding and assign the policy to the Bank.']], { font: 'sans', bold: 'sans-bold', size: 12, lead: 1.6 });
      paper.next();
      clauses(paper, [['Events of default', 'It is a default if three instalments are unpaid, if a statement in the application proves untrue, or if the flat is let without the Bank’s written consent.', 'On default the Bank may recall the loan and proceed under the Securitisation and Reconstruction of Financial Assets and Enforcement of Security Interest Act, 2002.'], ['Release of title deeds', 'The Bank shall return the original title deeds within thirty days of full repayment and shall pay Rs. 5,000 for each day of delay thereafter.'], ['Credit information', 'The Borrower consents to disclosure of information about the loan to credit information companies.'], ['Jurisdiction', 'The courts at Bengaluru have exclusive jurisdiction.']], { font: 'sans', bold: 'sans-bold', size: 12, lead: 1.6, from: 5 });
      paper.gap(20); paper.sign(80, paper.y, 'Vikram Rao', 24); paper.sign(240, paper.y, 'Asha Rao', 24); paper.at(80, paper.y + 32, 'Borrower'); paper.at(240, paper.y + 32, 'Co-borrower'); paper.at(400, paper.y + 32, 'For Kaveri National Bank');
      return paper.eachPage((page, total) => { paper.at(56, 812, 'HL/AGR/2018-v4', { size: 8 }); paper.at(539, 812, `${page}/${total}`, { size: 8, align: 'right' }); });
    },
  },
  {
    id: 'auto-loan', file: 'Subaru note', type: 'loan_agreement', category: ['financial', 'vehicle', 'legal'], person: 'Rohan Fernandes',
    fields: { documentNumber: ['77-4410'], holderName: ['Rohan Fernandes', 'Rohan X. Fernandes', 'Rohan X Fernandes'], issuer: ['Capitol Plains Credit Union'], issueDate: '2022-03-11', totalAmount: ['22640', '25093.20', '22640.00'], currency: 'USD' },
    also: { startDate: ['2022-04-18'], endDate: ['2027-03-18'], dueDate: ['2022-04-18'], expiryDate: ['2027-03-18'] },
    form: { as: 'docx' },
    content: () => written([
      { p: 'Capitol Plains Credit Union', bold: true, size: 16 },
      { h: 'Loan and Security Agreement and Disclosure Statement', level: 2 },
      { table: [['Borrower', 'Rohan X. Fernandes', 'Loan number', '77-4410'], ['Date', 'March 11, 2022', 'Collateral', '2022 Subaru Outback Premium, VIN 4S4BTAEC5N3118207']] },
      { table: [['ANNUAL PERCENTAGE RATE', 'FINANCE CHARGE', 'Amount Financed', 'Total of Payments'], ['4.14%', '$2,453.20', '$22,640.00', '$25,093.20']] },
      'Your payment schedule: 60 payments of $418.22, due monthly beginning April 18, 2022. The last payment is due March 18, 2027.',
      'Late charge: if a payment is 10 days late you will be charged 5% of the payment or $25.00, whichever is less. Prepayment: if you pay off early you will not have to pay a penalty.',
      'PROMISE TO PAY. You promise to pay the Amount Financed with interest on the unpaid balance until what you owe has been repaid. SECURITY. You give us a security interest in the collateral, and you agree to keep it insured with a deductible of no more than $1,000 naming us as lienholder.',
      'DEFAULT. You will be in default if you break any promise, if you die, or if you file for bankruptcy. If you are in default we may require immediate payment and may repossess the collateral.',
      'GAP waiver offered and declined. Electronic signature of borrower: Rohan X. Fernandes, 03/11/2022 15:22 CST.',
    ], { footer: 'CUNA form LS-9 (06/19)' }),
  },
  {
    id: 'employment-priya', file: 'NHS contract PFM', type: 'contract', category: ['employment', 'legal'], person: 'Priya Fernandes-Miller',
    fields: { holderName: ['Priya Fernandes-Miller', 'Mrs Priya Fernandes-Miller'], issuer: ['Whitecross NHS Foundation Trust', 'Whitecross NHS Trust'], startDate: '2021-11-04', issueDate: ['2021-10-08'] },
    also: { totalAmount: ['40057', '37890'], currency: 'GBP', documentNumber: ['28114407'] },
    form: { as: 'docx' },
    content: () => written([
      { p: 'Whitecross NHS Foundation Trust', bold: true, size: 16 },
      { h: 'Statement of main terms and conditions of employment', level: 1 },
      '8 October 2021', 'Mrs Priya Fernandes-Miller, 18 Calder Road, London E17 4PQ',
      'Dear Priya, this is the contract of employment between you and the Trust. Please sign both copies and return one to Human Resources within seven days.',
      { table: [['Post', 'Physiotherapist, Band 6, Therapies Outpatients'], ['Assignment number', '28114407'], ['Your employment starts on', '4 November 2021'], ['Continuous NHS service from', '2 September 2013'], ['Hours', '37.5 a week, with one Saturday in four'], ['Salary', '£40,057 a year including Inner London weighting, paid monthly on the 25th'], ['Place of work', 'Whitecross Hospital, London E11, and such other sites as are reasonable']], widths: [35, 65] },
      { h: 'Probation', level: 3 }, 'The first six months are probationary. During them either of us may end the employment on two weeks’ notice.',
      { h: 'Annual leave', level: 3 }, 'On appointment 27 days and 8 public holidays; after five years’ service 29 days; after ten years’ service 33 days. The leave year runs from 1 April to 31 March.',
      { h: 'Sickness', level: 3 }, 'Tell your manager before 8.30 on the first day. After five years’ service you receive six months’ full pay and six months’ half pay in any twelve months.',
      { h: 'Notice', level: 3 }, 'After probation you must give eight weeks’ notice in writing. The Trust must give you eight weeks, or one week for each year of service if that is longer.',
      { h: 'Pension', level: 3 }, 'You are enrolled in the NHS Pension Scheme. Your contribution is 9.8% of pensionable pay.',
      { h: 'Other work', level: 3 }, 'You may not treat private patients on Trust premises without the consent of the clinical director.',
      { p: 'Signed for the Trust: G. Barnabas, HR Business Partner', italic: true },
    ], { header: 'Private and confidential', font: 'Arial' }),
  },
  {
    id: 'renovation', file: 'kitchen work contract', type: 'contract', category: ['legal', 'property'], person: 'Asha Rao',
    fields: { documentNumber: ['SS/2026/041'], holderName: ['Asha Rao', 'Mrs. Asha Rao'], issuer: ['Sahyadri Spaces', 'Sahyadri Spaces Interior Contractors'], issueDate: '2026-02-16', startDate: '2026-03-02', endDate: '2026-04-24', totalAmount: ['684000', '684000.00'], currency: 'INR' },
    also: { dueDate: ['2026-04-24'] },
    form: { as: 'scan', dpi: 200, to: 'pdf', skew: 3.4, quality: 70 },
    draw: () => {
      const paper = new Paper({ margin: 54, font: 'sans', fontSize: 11 });
      paper.at(54, 44, 'SAHYADRI SPACES', { font: 'sans-bold', size: 20, color: '#8a4b12' }); paper.at(54, 70, 'Interior Contractors · 7th Cross, Banashankari, Bengaluru · GSTIN 29AHZPD4418K1Z9', { size: 9.5 });
      paper.rule(90); paper.y = 104;
      paper.put('WORK CONTRACT — KITCHEN AND TWO BATHROOMS', { font: 'sans-bold', size: 15, after: 8 });
      paper.put('Contract No. SS/2026/041, signed at Bengaluru on 16 February 2026 between Sahyadri Spaces (the Contractor) and Mrs. Asha Rao, Flat 402, Gulmohar Residency, Jayanagar (the Client).', { after: 10, lead: 1.45 });
      table(paper, [{ width: 350 }, { width: 137, align: 'right' }], [['Work', 'Price (Rs.)'], ['Dismantling and carting away', '32,000'], ['Kitchen carcass in BWP ply with acrylic shutters', '2,86,000'], ['Quartz counter 22 sq ft with sink', '74,000'], ['Tiling and waterproofing of two bathrooms', '1,58,000'], ['Plumbing and sanitary fittings', '92,000'], ['Electrical points, 14 nos.', '42,000'], ['Contract price, all taxes included', '6,84,000']], { font: 'sans', size: 11, lastBold: 1, pad: 5 });
      paper.gap(12);
      clauses(paper, [['Time', 'Work starts on 2 March 2026 and is to be finished by 24 April 2026. For each week of delay beyond it that is not the Client’s doing, Rs. 7,500 is taken off the price.'], ['Payment', '30% on signing, 40% when the carcass is on site, 25% on completion, and 5% three months after completion.'], ['Workmanship', 'The Contractor makes good free of cost any defect in workmanship that shows within 24 months. Hardware carries its maker’s guarantee.'], ['Society rules', 'Noisy work only from 10 am to 5 pm on weekdays. Debris is not to be kept in the common passage.']], { font: 'sans', bold: 'sans-bold', size: 11 });
      paper.gap(16); paper.sign(80, paper.y, 'D. Deshpande', 24); paper.sign(350, paper.y, 'Asha Rao', 24); paper.at(80, paper.y + 30, 'Contractor'); paper.at(350, paper.y + 30, 'Client');
      return paper;
    },
  },
  {
    id: 'mobile-contract', language: 'de', file: 'Handyvertrag', type: 'contract', category: ['bills', 'legal', 'other', 'financial'], person: 'Vikram Rao', heldOut: true,
    fields: { documentNumber: ['5 771 204 418', '5771204418'], holderName: 'Vikram Rao', issuer: ['Funkwelle Mobil GmbH', 'Funkwelle Mobil', 'Funkwelle'], startDate: '2018-02-12', issueDate: '2018-02-12', totalAmount: ['24.99'], currency: 'EUR', endDate: '2020-02-11' },
    also: { dateOfBirth: '1981-03-14' },
    form: { as: 'scan', dpi: 150, to: 'jpg', skew: -1.0, quality: 74 },
    draw: () => {
      const paper = new Paper({ margin: 56, font: 'narrow', fontSize: 11.5 });
      paper.box(0, 0, 595, 60, '#5b1e8a'); paper.at(56, 16, 'Funkwelle Mobil', { font: 'narrow-bold', size: 24, color: '#fff' });
      paper.y = 82; paper.put('Ihr Mobilfunkvertrag — Vertragszusammenfassung', { font: 'narrow-bold', size: 17, after: 10 });
      paper.y = pairs(paper, paper.y, [['Kundennummer', '5 771 204 418'], ['Vertragspartner', 'Herr Vikram Rao, Lindwurmstraße 114, 80337 München'], ['Geburtsdatum', '14.03.1981'], ['Rufnummer', '0151 5550 4418'], ['Tarif', 'Welle L mit 6 GB'], ['Vertragsbeginn', '12.02.2018'], ['Mindestvertragslaufzeit', '24 Monate, bis 11.02.2020'], ['Kündigungsfrist', '3 Monate zum Ende der Laufzeit']], { label: 170, font: 'narrow', valueFont: 'narrow-bold', size: 11.5 });
      paper.gap(10);
      table(paper, [{ width: 340 }, { width: 143, align: 'right' }], [['Preise', 'monatlich'], ['Grundpreis Welle L', '29,99 €'], ['Online-Rabatt', '-5,00 €'], ['Monatlicher Gesamtpreis inkl. MwSt.', '24,99 €'], ['Einmaliger Anschlusspreis', '39,99 €']], { font: 'narrow', size: 11.5, pad: 5, lines: 'rows' });
      paper.gap(12).put('Widerrufsrecht: Sie können Ihre Vertragserklärung innerhalb von 14 Tagen ohne Angabe von Gründen widerrufen. Ausland: Roaming in der EU ohne Aufpreis; in Indien 1,99 € je Minute.', { size: 10.5, after: 24 });
      paper.put('München, 12.02.2018', { after: 4 }); paper.sign(300, paper.y - 24, 'Vikram Rao', 24);
      paper.at(56, 800, 'Funkwelle Mobil GmbH, Georg-Brauchle-Ring 50, 80992 München, Geschäftsführung: P. Adler, AG München HRB 144771', { size: 8 });
      return paper;
    },
  },
  {
    id: 'offer-gym', file: 'membership terms', type: 'contract', category: ['personal', 'legal', 'other', 'bills'], person: 'Daniel Miller',
    fields: { documentNumber: ['WF-20881'], holderName: ['Daniel Miller'], issuer: ['Lea Valley Climbing Co-operative', 'Lea Valley Climbing'], startDate: '2026-01-05', endDate: '2027-01-04', totalAmount: ['46', '552', '46.00', '552.00'], currency: 'GBP' },
    also: { issueDate: '2026-01-03', expiryDate: '2027-01-04' },
    form: { as: 'scan', dpi: 200, to: 'png', skew: 0.5 },
    draw: () => {
      const paper = new Paper({ margin: 60, font: 'helv', fontSize: 11 });
      paper.at(60, 50, 'Lea Valley Climbing Co-operative', { font: 'helv-bold', size: 19 });
      paper.y = 90; paper.put('Membership agreement', { font: 'helv-bold', size: 14, after: 8 });
      paper.y = grid(paper, paper.y, [['Member', 'Daniel Miller'], ['Membership number', 'WF-20881'], ['Signed on', '3 January 2026'], ['Runs from', '5 January 2026'], ['Runs to', '4 January 2027'], ['Dues', '£46.00 a month (£552.00 a year)']], 2, { boxed: true, row: 40, size: 12 });
      paper.gap(16);
      clauses(paper, [['What you agree to', 'You join for a minimum of twelve months. Dues are taken by Direct Debit on the 5th. After twelve months the agreement goes on from month to month until either party ends it with 30 days’ notice.', 'You agree that climbing is dangerous and that you have read the participation statement.'], ['Pausing', 'You may freeze the membership once, for one to three months, on a doctor’s letter; the end date moves by the same time.'], ['Guests', 'Each month you may bring two guests free before 5 pm on weekdays.']], { font: 'helv', bold: 'helv-bold', size: 11.5, lead: 1.5 });
      paper.gap(20); paper.sign(80, paper.y, 'D T Miller', 24); paper.at(80, paper.y + 32, 'Member’s signature', { size: 9 });
      return paper;
    },
  },
];
