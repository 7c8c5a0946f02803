import { clauses, grid, pairs, table } from '../blocks.ts';
import { iban } from '../checksums.ts';
import type { Drawn } from '../form.ts';
import { Paper } from '../paper.ts';

export const insuranceAbroad: Drawn[] = [
  {
    id: 'home-insurance-uk', file: 'Albion_PolicySchedule_HH', type: 'insurance_policy', category: ['insurance', 'property'], person: 'Daniel Miller',
    fields: { documentNumber: 'HH/20815567', holderName: ['Daniel Miller', 'Mr D Miller and Mrs P Fernandes-Miller', 'D Miller'], issuer: ['Albion Mutual Insurance plc', 'Albion Mutual', 'Albion Mutual Insurance'], startDate: '2026-03-01', endDate: '2027-02-28', totalAmount: ['231.84', '207'], currency: 'GBP' },
    also: { issueDate: '2026-02-05', expiryDate: '2027-02-28', dueDate: ['2027-03-01'] },
    form: { as: 'text-pdf' },
    draw: () => {
      const paper = new Paper({ margin: 60, font: 'sans', fontSize: 10.5 });
      paper.at(535, 44, 'albion mutual', { font: 'book-bold', size: 24, color: '#00594c', align: 'right' });
      paper.at(60, 96, 'Mr D Miller and Mrs P Fernandes-Miller\n18 Calder Road\nWalthamstow\nLondon\nE17 4PQ', {});
      paper.at(380, 96, 'Policy number: HH/20815567\nDate: 5 February 2026\nCall us: 0345 600 0000', { font: 'sans-bold', size: 10 });
      paper.y = 190;
      paper.put('Your home insurance is due for renewal', { font: 'sans-bold', size: 16, color: '#00594c', after: 8 });
      paper.put('Thank you for insuring with us since 2019. Your cover runs out at 23:59 on 28 February 2026, so here is what happens next. You don’t need to do anything: we will renew it for you and take payment from the card ending 4471.', { after: 8 });
      paper.box(60, paper.y, 475, 84, '#e7f3f0');
      paper.at(76, paper.y + 10, 'What you pay this year', { size: 10 }); paper.at(76, paper.y + 26, '£231.84', { font: 'sans-bold', size: 24, color: '#00594c' });
      paper.at(76, paper.y + 58, 'includes Insurance Premium Tax of £24.84 at 12%', { size: 8.5 });
      paper.at(320, paper.y + 10, 'What you paid last year', { size: 10 }); paper.at(320, paper.y + 26, '£209.12', { size: 18 });
      paper.y += 98;
      paper.put('You have been with us a number of years. You may be able to get the insurance cover you want at a better price if you shop around.', { font: 'sans-bold', size: 9.5, after: 12 });
      paper.put('Your schedule', { font: 'sans-bold', size: 13, after: 4 });
      table(paper, [{ width: 190 }, { width: 285 }], [['Period of cover', 'From 00:01 on 1 March 2026 to 23:59 on 28 February 2027'], ['Home insured', '18 Calder Road, London E17 4PQ — end terrace, built 1904, 3 bedrooms'], ['Contents', 'Up to £75,000 on a new-for-old basis'], ['Buildings', 'Not covered (you rent your home)'], ['Single item limit', '£2,000'], ['Bicycles', 'Daniel’s Condor Fratello, £1,850'], ['Accidental damage', 'Included'], ['Personal possessions away from home', '£5,000'], ['Excess', '£250 for each claim; £450 escape of water']], { font: 'sans', size: 10, head: null, lines: 'rows', pad: 5 });
      paper.next();
      paper.put('Important things we’ve assumed about you', { font: 'sans-bold', size: 13, after: 6 });
      for (const text of ['Nobody living with you has been declared bankrupt or convicted of an offence (other than driving).', 'Your home is not left unoccupied for more than 60 days in a row.', 'The final exit door has a five-lever mortice deadlock to BS3621.', 'You have made one claim in the last five years: escape of water, 14 November 2022, settled at £1,318.60.']) paper.put(`—  ${text}`, { after: 4 });
      paper.gap(8).put('Changed your mind?', { font: 'sans-bold', size: 13, after: 4 });
      paper.put('You have 14 days from the day you get these documents, or from 1 March 2026 if later, to cancel and we’ll give your money back if you have not claimed. After that, cancelling costs £20.', { after: 10 });
      paper.put('Albion Mutual Insurance plc. Registered in England No. 02118833. Authorised by the Prudential Regulation Authority. HH-REN-0921-v7', { size: 8, color: '#666' });
      return paper;
    },
  },
  {
    id: 'auto-rohan', file: 'auto dec page', type: 'insurance_policy', category: ['insurance', 'vehicle'], person: 'Rohan Fernandes',
    fields: { documentNumber: '4417-J82-209-55', holderName: ['Rohan Fernandes', 'Rohan X Fernandes'], issuer: ['Lone Prairie Casualty Company', 'Lone Prairie Casualty', 'Lone Prairie'], startDate: '2026-09-12', endDate: '2027-03-12', totalAmount: '812.40', currency: 'USD' },
    also: { expiryDate: '2027-03-12', issueDate: '2026-08-20' },
    form: { as: 'photo', to: 'pdf', haste: 1, desk: 'wood' },
    draw: () => {
      const paper = new Paper({ size: 'LETTER', margin: 46, font: 'helv', fontSize: 10 });
      paper.at(46, 40, 'Lone Prairie', { font: 'times-bold', size: 24 }); paper.at(46, 68, 'CASUALTY COMPANY', { size: 9, spacing: 2 });
      paper.at(566, 40, 'Personal Auto Policy\nDECLARATIONS PAGE', { font: 'helv-bold', size: 13, align: 'right' });
      paper.at(566, 78, 'P.O. Box 140226, Dallas, TX 75214', { size: 8, align: 'right' });
      paper.rule(96, 46, 566, 1);
      paper.at(46, 108, 'Named Insured', { font: 'helv-bold' }); paper.at(46, 122, 'ROHAN X FERNANDES\n2209 BLUEBONNET LANE APT 6\nAUSTIN TX 78704');
      pairs(paper, 108, [['Policy Number', '4417-J82-209-55'], ['Policy Period', '09/12/2026 to 03/12/2027'], ['', '12:01 A.M. standard time'], ['Prepared', 'August 20, 2026'], ['Agent', 'Delia Cantu, (512) 555-0148']], { x: 310, label: 90, size: 10, valueFont: 'helv-bold', step: 2 });
      paper.y = 190;
      paper.put('Vehicle', { font: 'helv-bold', after: 2 }).put('1   2022 Subaru Outback Premium   VIN 4S4BTAEC5N3118207   Annual miles 9,500   Garaged 78704', { after: 12 });
      table(paper, [{ width: 230 }, { width: 180 }, { width: 110, align: 'right' }], [['Coverages and limits', 'Limits / Deductibles', '6-month premium'], ['Liability — Bodily Injury', '$100,000 each person / $300,000 each accident', '$264.12'], ['Liability — Property Damage', '$100,000 each accident', '$151.08'], ['Personal Injury Protection', '$2,500', '$38.65'], ['Uninsured / Underinsured Motorist', '$50,000 / $100,000', '$61.30'], ['Comprehensive', '$500 deductible', '$97.71'], ['Collision', '$500 deductible', '$236.04'], ['Rental reimbursement', '$40 per day, 30 days', '$18.50'], ['Motor vehicle crime prevention fee', '', '$2.00'], ['Discounts: Multi-policy, Safe driver, Paperless', '', '-$57.00'], ['Total 6-month premium', '', '$812.40']], { size: 9.5, lastBold: 1, lines: 'rows', pad: 5 });
      paper.gap(12).put('Lienholder: Capitol Plains Credit Union, P.O. Box 19340, Austin, TX 78760', { after: 10 });
      paper.put('If you pay in full by September 2, 2026 you save $40.62. Otherwise you will be billed in six installments of $135.40, each with a $3.00 service fee. This page, with the policy jacket PA-77-TX (04/19), completes your policy. If you decide to cancel, the unearned premium is returned pro rata.', { size: 9, after: 10 });
      paper.put('THIS IS NOT A BILL.', { font: 'helv-bold', size: 11 });
      paper.at(46, 748, 'Form LP-DEC-2 (Rev. 01/2024)', { size: 7.5 }); paper.at(566, 748, 'Page 1 of 1', { size: 7.5, align: 'right' });
      return paper;
    },
  },
  {
    id: 'liability-de', language: 'de', file: 'Versicherungsschein Privathaftpflicht', type: 'insurance_policy', category: 'insurance', person: 'Vikram Rao', heldOut: true,
    fields: { documentNumber: ['PH 70-4418.227-3', 'PH 70-4418227-3'], holderName: 'Vikram Rao', issuer: ['Isarland Versicherung AG', 'Isarland Versicherung', 'Isarland Versicherungs-AG'], startDate: '2018-03-01', endDate: '2019-03-01', totalAmount: ['62.36', '52.40'], currency: 'EUR' },
    also: { issueDate: '2018-02-22', expiryDate: '2019-03-01', dateOfBirth: '1981-03-14', dueDate: ['2018-03-01'] },
    form: { as: 'text-pdf' },
    draw: () => {
      const paper = new Paper({ margin: 64, font: 'helv', fontSize: 10.5 });
      paper.at(531, 46, 'ISARLAND', { font: 'helv-bold', size: 22, color: '#00457c', align: 'right' }); paper.at(531, 72, 'Versicherung AG', { size: 11, color: '#00457c', align: 'right' });
      paper.at(64, 120, 'Isarland Versicherung AG · 80331 München', { size: 7 });
      paper.at(64, 134, 'Herrn\nVikram Rao\nLindwurmstraße 114\n80337 München', {});
      paper.at(380, 134, 'München, 22. Februar 2018\nIhr Betreuer: K. Huber\nTel. 089 5555-1180', { size: 9.5 });
      paper.y = 232;
      paper.put('Versicherungsschein', { font: 'helv-bold', size: 17, after: 2 }).put('Privat-Haftpflichtversicherung', { font: 'helv-bold', size: 12, after: 12 });
      paper.y = pairs(paper, paper.y, [['Versicherungsschein-Nr.', 'PH 70-4418.227-3'], ['Versicherungsnehmer', 'Vikram Rao, geb. 14.03.1981'], ['Versicherungsbeginn', '01.03.2018, 0 Uhr'], ['Versicherungsablauf', '01.03.2019, 0 Uhr (verlängert sich stillschweigend um ein Jahr)'], ['Tarif', 'Familie Komfort, Selbstbeteiligung keine'], ['Zahlungsweise', 'jährlich, im Voraus, per SEPA-Lastschrift']], { label: 160, valueFont: 'helv-bold', step: 7 });
      paper.gap(10);
      table(paper, [{ width: 330 }, { width: 137, align: 'right' }], [['Leistung', 'Versicherungssumme'], ['Personen- und Sachschäden pauschal', '10.000.000 €'], ['Vermögensschäden', '10.000.000 €'], ['Mietsachschäden an Wohnräumen', '1.000.000 €'], ['Schlüsselverlust (privat und beruflich)', '50.000 €']], { size: 10, lines: 'rows', head: '#d8e6f2' });
      paper.gap(14);
      table(paper, [{ width: 330 }, { width: 137, align: 'right' }], [['Beitragsrechnung', 'EUR'], ['Jahresbeitrag netto', '52,40'], ['Versicherungsteuer 19 %', '9,96'], ['Zu zahlender Betrag', '62,36']], { size: 10, lines: 'rows', head: '#d8e6f2', lastBold: 1 });
      paper.gap(14).put(`Den Betrag buchen wir am 01.03.2018 von Ihrem Konto ${iban('DE', '701500000091827364')} ab.`, { after: 8 });
      paper.put('Mitversichert sind Ihr Ehegatte sowie Ihre unverheirateten minderjährigen Kinder. Es gelten die Allgemeinen Haftpflichtbedingungen (AHB 2016) und die Besonderen Bedingungen PHV-K 07/2017. Sie können diesen Vertrag innerhalb von 14 Tagen widerrufen.', { after: 20 });
      paper.at(64, 800, 'Vorstand: Dr. A. Brandl (Vors.), M. Seidl · Registergericht München HRB 41187 · USt-IdNr. DE129274536', { size: 7, color: '#555' });
      return paper;
    },
  },
  {
    id: 'travel-insurance', file: 'Travel cover Schengen', type: 'insurance_policy', category: ['insurance', 'travel'], person: 'Kamala Rao',
    fields: { documentNumber: 'TRV-S-5590218', holderName: 'Kamala Rao', issuer: ['Meridian Assist Insurance Ltd', 'Meridian Assist', 'Meridian Assist Insurance'], startDate: '2025-05-03', endDate: '2025-05-24', totalAmount: ['6136', '5200'], currency: ['INR'] },
    also: { expiryDate: '2025-05-24', issueDate: '2025-04-11', dateOfBirth: '1955-01-12' },
    form: { as: 'scan', dpi: 150, to: 'jpg', skew: -2.6, quality: 66 },
    draw: () => {
      const paper = new Paper({ margin: 50, font: 'sans', fontSize: 11 });
      paper.box(0, 0, 595, 10, '#d6461f');
      paper.at(50, 34, 'Meridian Assist', { font: 'sans-bold', size: 22, color: '#d6461f' });
      paper.at(50, 62, 'Overseas Travel Protection — Certificate', { size: 13 });
      paper.y = grid(paper, 100, [['Certificate / Policy no.', 'TRV-S-5590218'], ['Issued', '11 Apr 2025'], ['Plan', 'Schengen Senior Gold'], ['Traveller', 'Mrs Kamala Rao'], ['Born', '12 Jan 1955'], ['Passport', 'R5540127'], ['Cover starts', '03 May 2025'], ['Cover ends', '24 May 2025'], ['Days', '22']], 3, { row: 40, size: 12, labelSize: 8.5, font: 'sans', valueFont: 'sans-bold', boxed: true });
      paper.gap(16);
      table(paper, [{ width: 280 }, { width: 110, align: 'right' }, { width: 105, align: 'right' }], [['Cover', 'Limit (EUR)', 'Excess (EUR)'], ['Emergency medical expenses and repatriation', '50,000', '75'], ['Dental pain relief', '250', '50'], ['Loss of checked baggage', '800', '—'], ['Trip cancellation', '1,500', '100'], ['Loss of passport', '200', '25'], ['Personal liability', '100,000', '200']], { font: 'sans', size: 11, pad: 5 });
      paper.gap(14).put('Premium Rs 5,200.00 + GST 18% Rs 936.00 = Rs 6,136.00 paid by UPI', { font: 'sans-bold', after: 10 });
      clauses(paper, [['What to do in an emergency', 'Call +33 1 5555 0190 at any hour, quote the certificate number and tell us where you are. Do not pay a hospital bill above EUR 500 before speaking to us.'], ['What is not covered', 'Any illness for which you were waiting for treatment on the day you bought this cover, and any journey made against medical advice.']], { font: 'sans', bold: 'sans-bold', size: 10.5 });
      paper.at(50, 790, 'Meridian Assist Insurance Ltd, Andheri (E), Mumbai. This certificate meets the requirement of Regulation (EC) No 810/2009.', { size: 8.5 });
      return paper;
    },
  },
];
