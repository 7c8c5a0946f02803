import { bars, grid, pairs, seal, table } from '../blocks.ts';
import type { Drawn } from '../form.ts';
import { Paper } from '../paper.ts';

export const medical: Drawn[] = [
  {
    id: 'blood-suresh', file: 'Lab Report 22081940', type: 'medical_report', category: 'medical', person: 'Suresh Rao',
    fields: { documentNumber: ['22081940', 'BLR00417733', 'JY2208-1940'], holderName: 'Suresh Rao', issuer: ['Vitalis Diagnostics', 'Vitalis Diagnostics Private Limited', 'Vitalis Diagnostics Pvt Ltd'], issueDate: ['2026-08-22', '2026-08-21'] },
    also: { startDate: ['2026-08-21'] },
    form: { as: 'text-pdf' },
    draw: () => {
      const paper = new Paper({ margin: 42, font: 'narrow', fontSize: 10 });
      const head = (): void => {
        paper.at(42, 30, 'Vitalis', { font: 'narrow-bold', size: 24, color: '#b5123e' }); paper.at(118, 42, 'Diagnostics', { size: 14 });
        paper.at(553, 32, 'Vitalis Diagnostics Pvt Ltd, 88/2 Sampige Road, Malleshwaram, Bengaluru 560003\nNABL accredited MC-4417 | CIN U85110KA2009PTC049912', { size: 7.5, align: 'right' });
        paper.rule(64);
        const left: [string, string][] = [['Patient Name', 'MR. SURESH RAO'], ['Age / Sex', '75 Y / Male'], ['Patient ID', 'BLR00417733'], ['Referred By', 'Dr. Anita Shenoy MD']];
        const right: [string, string][] = [['Sample ID', '22081940'], ['Collected', '21/Aug/2026 07:10 AM'], ['Received', '21/Aug/2026 10:42 AM'], ['Reported', '22/Aug/2026 01:15 PM']];
        pairs(paper, 72, left, { label: 80, size: 9.5, font: 'narrow', valueFont: 'narrow-bold', step: 2, sep: ':', valueWidth: 180 });
        pairs(paper, 72, right, { x: 330, label: 70, size: 9.5, font: 'narrow', valueFont: 'narrow-bold', step: 2, sep: ':' });
        paper.rule(136);
        paper.y = 146;
      };
      paper.onPage = head;
      head();
      const columns = [{ width: 190 }, { width: 70, align: 'center' as const }, { width: 70 }, { width: 181 }];
      paper.put('DEPARTMENT OF BIOCHEMISTRY', { font: 'narrow-bold', size: 12, align: 'center', after: 4 });
      table(paper, columns, [['Test Name', 'Result', 'Unit', 'Bio. Ref. Range'], ['Glucose, Fasting (Hexokinase)', '141 H', 'mg/dL', '70 – 100'], ['HbA1c (HPLC)', '7.4 H', '%', 'Non-diabetic < 5.7; Prediabetic 5.7 – 6.4; Diabetic ≥ 6.5'.replace('≥', 'from')], ['Estimated average glucose', '166', 'mg/dL', '']], { font: 'narrow', size: 10, lines: 'rows' });
      paper.gap(10).put('LIPID PROFILE', { font: 'narrow-bold', size: 12, align: 'center', after: 4 });
      table(paper, columns, [['Test Name', 'Result', 'Unit', 'Bio. Ref. Range'], ['Cholesterol, Total', '212 H', 'mg/dL', 'Desirable < 200'], ['Triglycerides', '168 H', 'mg/dL', 'Normal < 150'], ['HDL Cholesterol', '38 L', 'mg/dL', '> 40'], ['LDL Cholesterol', '140 H', 'mg/dL', 'Optimal < 100'], ['VLDL', '33.6', 'mg/dL', '< 30']], { font: 'narrow', size: 10, lines: 'rows' });
      paper.gap(10).put('KIDNEY PROFILE', { font: 'narrow-bold', size: 12, align: 'center', after: 4 });
      table(paper, columns, [['Test Name', 'Result', 'Unit', 'Bio. Ref. Range'], ['Urea', '34', 'mg/dL', '17 – 43'], ['Creatinine, serum (Jaffe)', '1.12', 'mg/dL', '0.67 – 1.17'], ['Uric acid', '6.1', 'mg/dL', '3.5 – 7.2'], ['Sodium', '138', 'mmol/L', '136 – 146'], ['Potassium', '4.4', 'mmol/L', '3.5 – 5.1']], { font: 'narrow', size: 10, lines: 'rows' });
      paper.gap(10).put('Interpretation: HbA1c reflects average blood glucose over the past 8 to 12 weeks. ADA guidelines 2024 suggest a goal below 7.0 for many non-pregnant adults.', { size: 8.5 });
      paper.next();
      paper.put('DEPARTMENT OF HAEMATOLOGY — COMPLETE BLOOD COUNT (EDTA WHOLE BLOOD)', { font: 'narrow-bold', size: 12, align: 'center', after: 4 });
      table(paper, columns, [['Test Name', 'Result', 'Unit', 'Bio. Ref. Range'], ['Haemoglobin', '12.6 L', 'g/dL', '13.0 – 17.0'], ['PCV', '38.9', '%', '40 – 50'], ['RBC count', '4.31', 'mill/mm3', '4.5 – 5.5'], ['MCV', '90.2', 'fL', '83 – 101'], ['Total leucocyte count', '7,140', '/mm3', '4,000 – 10,000'], ['Platelet count', '2.31', 'lakh/mm3', '1.5 – 4.1'], ['ESR (Westergren)', '22', 'mm/hr', '0 – 20']], { font: 'narrow', size: 10, lines: 'rows' });
      paper.gap(10).put('SEROLOGY', { font: 'narrow-bold', size: 12, align: 'center', after: 4 });
      table(paper, columns, [['Test Name', 'Result', 'Unit', 'Bio. Ref. Range'], ['Vitamin B12', '188', 'pg/mL', '211 – 946'], ['25-OH Vitamin D', '24.7', 'ng/mL', 'Insufficient 20 – 30'], ['TSH', '3.18', 'µIU/mL', '0.27 – 4.20']], { font: 'narrow', size: 10, lines: 'rows' });
      paper.gap(30); paper.sign(80, paper.y, 'M. Deshpande', 22); paper.at(80, paper.y + 28, 'Dr. Madhuri Deshpande, MD (Path), KMC 61182\nConsultant Pathologist', { size: 9 });
      paper.at(380, paper.y + 28, '*** End of Report ***', { size: 9 });
      return paper.eachPage((page, total) => { bars(paper, 42, 790, 120, 18, 8); paper.at(553, 800, `Page ${page} of ${total}   Printed 23/Aug/2026`, { size: 8, align: 'right' }); });
    },
  },
  {
    id: 'discharge-kamala', file: 'amma hospital discharge', type: 'medical_report', category: 'medical', person: 'Kamala Rao',
    fields: { documentNumber: ['IP/25/11804', 'SJ-448120', 'MRN SJ-448120'], holderName: 'Kamala Rao', issuer: ['St. Jerome Hospital', 'St Jerome Hospital', 'St. Jerome Hospital Bengaluru'], startDate: '2025-09-11', endDate: '2025-09-16' },
    also: { issueDate: ['2025-09-16', '2025-09-12'] },
    form: { as: 'scan', dpi: 200, to: 'pdf', skew: 2.8, quality: 70 },
    draw: () => {
      const paper = new Paper({ margin: 54, font: 'times', fontSize: 11 });
      paper.at(297, 40, 'ST. JEROME HOSPITAL', { font: 'times-bold', size: 20, align: 'center' });
      paper.at(297, 64, 'Hosur Road, Bengaluru 560034 • Ph 080 2206 5000 • A unit of the St. Jerome Society', { size: 9, align: 'center' });
      paper.rule(82); paper.at(297, 90, 'DISCHARGE SUMMARY', { font: 'times-bold', size: 14, align: 'center' });
      paper.at(297, 108, 'Department of Orthopaedics — Unit III', { size: 11, align: 'center' });
      paper.y = grid(paper, 132, [['Name', 'Mrs. KAMALA RAO'], ['MRN', 'SJ-448120'], ['Age / Sex', '70 years / Female'], ['IP Number', 'IP/25/11804'], ['Date of admission', '11.09.2025 4:20 pm'], ['Date of discharge', '16.09.2025 11:00 am']], 3, { boxed: true, row: 36, font: 'times', valueFont: 'times-bold', size: 11, labelSize: 8 });
      const part = (name: string, text: string): void => { paper.put(name, { font: 'times-bold', size: 11.5, after: 1 }).put(text, { align: 'justify', after: 7 }); };
      paper.gap(8);
      part('Diagnosis', 'Primary osteoarthritis of the right knee, Kellgren-Lawrence grade IV. Hypothyroidism. No known drug allergies.');
      part('Procedure', 'Right total knee replacement (cemented, posterior stabilised) under combined spinal epidural anaesthesia on 12.09.2025 by Dr. Thomas Kurian.');
      part('History', 'Seventy-year-old lady with pain in the right knee for six years, worse on climbing stairs, with morning stiffness of ten minutes. Conservative treatment since 2019 including physiotherapy and two intra-articular injections (March 2023, January 2024) gave short relief.');
      part('Course in hospital', 'Uneventful. Mobilised with a walker on the first post-operative day. Wound inspected on 14.09.2025, clean and dry. Haemoglobin on discharge 10.4 g/dL. Flexion 0 to 85 degrees at discharge.');
      part('Advice on discharge', 'Tab. Dolo 650 mg three times a day for 7 days; Tab. Rivaroxaban 10 mg once a day for 14 days; Tab. Thyronorm 50 mcg on an empty stomach, to be continued. Staple removal on 26.09.2025. Review in orthopaedics OPD on 28.10.2025 with an X-ray.');
      part('When to come back at once', 'Fever above 101 °F, discharge from the wound, calf pain or swelling, breathlessness.');
      paper.gap(24); paper.sign(400, paper.y - 10, 'T. Kurian', 24); paper.at(390, paper.y + 16, 'Dr. Thomas Kurian, MS (Ortho)\nKMC Reg. 40771', { size: 10 });
      paper.at(54, 800, 'Prepared by Dr. S. Pinto (PG resident). Form MR-14 rev. 2, 01.04.2019', { size: 7.5 });
      return paper;
    },
  },
  {
    id: 'mri-rohan', file: 'MRI_Lspine', type: 'medical_report', category: 'medical', person: 'Rohan Fernandes',
    fields: { documentNumber: ['2025-0716-3381', 'R-0093812'], holderName: 'Rohan Fernandes', issuer: ['Barton Creek Imaging', 'Barton Creek Imaging LLC', 'Barton Creek Imaging, LLC'], issueDate: ['2025-07-16', '2025-07-17'], dateOfBirth: '1990-07-04' },
    form: { as: 'scan', dpi: 150, to: 'pdf', skew: -0.7, grey: true, quality: 70 },
    draw: () => {
      const paper = new Paper({ size: 'LETTER', margin: 64, font: 'courier', fontSize: 11 });
      paper.at(306, 44, 'BARTON CREEK IMAGING, LLC', { font: 'courier-bold', size: 15, align: 'center' });
      paper.at(306, 64, '3801 Bee Cave Rd, Austin TX 78746   P 512-555-0177  F 512-555-0178', { size: 9, align: 'center' });
      paper.y = 96;
      for (const line of ['PATIENT:    FERNANDES, ROHAN', 'DOB:        07/04/1990      SEX: M', 'MRN:        R-0093812', 'ACCESSION:  2025-0716-3381', 'EXAM DATE:  07/16/2025 14:05', 'REF PHYS:   ELLEN MARCHETTI, DO', 'EXAM:       MRI LUMBAR SPINE W/O CONTRAST']) paper.put(line);
      const part = (name: string, text: string): void => { paper.gap(10).put(name, { font: 'courier-bold' }).put(text); };
      part('CLINICAL HISTORY:', 'Low back pain radiating to the left leg for 3 months following a fall while cycling.');
      part('TECHNIQUE:', 'Sagittal T1, T2 and STIR and axial T1 and T2 sequences were obtained on a 1.5 Tesla magnet.');
      part('COMPARISON:', 'Radiographs dated 05/02/2025.');
      part('FINDINGS:', 'Vertebral body heights and alignment are maintained. Marrow signal is normal. The conus terminates at L1. At L4-L5 there is a 4 mm left paracentral disc protrusion contacting the traversing left L5 nerve root, with mild narrowing of the left lateral recess. At L5-S1 there is mild disc desiccation without significant stenosis. The remaining levels are unremarkable.');
      part('IMPRESSION:', '1. Left paracentral disc protrusion at L4-L5 abutting the left L5 nerve root.\n2. Mild degenerative disc disease at L5-S1.');
      paper.gap(24).put('Electronically signed by PRESTON A. LOWE, MD on 07/17/2025 08:31 CDT');
      return paper;
    },
  },
  {
    id: 'prescription-meera', file: 'IMG_20260614_201133', type: 'prescription', category: 'medical', person: 'Meera Rao',
    fields: { holderName: ['Meera Rao', 'Baby Meera Rao'], issueDate: '2026-06-14', issuer: ['Little Steps Child Clinic', 'Dr. Nandini Hegde', 'Nandini Hegde'] },
    also: { documentNumber: ['LS-7718', '74402', 'KMC 74402'], totalAmount: '700', dueDate: ['2026-06-21'] },
    form: { as: 'photo', to: 'jpg', haste: 1, desk: 'cloth', exif: 8, long: 3000 },
    draw: () => {
      const paper = new Paper({ size: [420, 595], margin: 32, font: 'sans', fontSize: 11.5 });
      paper.at(32, 26, 'Dr. Nandini Hegde', { font: 'sans-bold', size: 17, color: '#14527a' });
      paper.at(32, 48, 'MBBS, DCH, DNB (Paediatrics)   KMC 74402', { size: 9.5 });
      paper.at(388, 28, 'Little Steps Child Clinic\n4th Main, Jayanagar 4th T Block\nBengaluru 560041\nTimings 10–1, 5–8:30', { size: 8.5, align: 'right' });
      paper.rule(88, 32, 388, 1.2, '#14527a');
      paper.at(32, 98, 'Name: Baby Meera Rao', { font: 'sans-bold' }); paper.at(270, 98, 'Date: 14/06/2026');
      paper.at(32, 116, 'Age: 2 yrs 4 m    Sex: F    Wt: 11.8 kg    UHID: LS-7718', { size: 10.5 });
      paper.at(32, 138, 'C/o: fever for 2 days, cough, poor feeding. O/E: throat congested, ears normal, chest clear, temp 101.2 F', { size: 10.5, width: 350 });
      paper.at(32, 182, 'Rx', { font: 'book-bold', size: 24 });
      paper.y = 214;
      for (const [name, dose] of [['1. Syp. CALPOL 250 mg/5 ml', '3.5 ml every 6 hours if fever above 100 F, for 3 days'], ['2. Syp. AMOXYCLAV 228.5 mg/5 ml', '5 ml twice a day after food, for 5 days'], ['3. NASOCLEAR saline nose drops', '2 drops in each nostril, 4 times a day'], ['4. Syp. ZINCOVIT', '2.5 ml once a day, for 14 days']] as const) paper.put(name, { font: 'sans-bold', size: 12 }).put(dose, { indent: 16, size: 11, after: 8 });
      paper.gap(4).put('Plenty of fluids. Come back if fever lasts beyond 3 days or breathing is fast.', { size: 10.5, after: 4 }).put('Review after 1 week (21/06/2026). Consultation Rs. 700 paid.', { size: 10.5 });
      paper.sign(270, 480, 'N. Hegde', 26); paper.at(270, 514, 'Signature', { size: 9 });
      paper.at(210, 566, 'Not valid for medico-legal purposes. Next dose of vaccines by appointment.', { size: 7.5, align: 'center' });
      return paper;
    },
  },
  {
    id: 'ordonnance-asha', language: 'fr', file: 'ordonnance paris', type: 'prescription', category: 'medical', person: 'Asha Rao',
    fields: { holderName: 'Asha Rao', issueDate: '2025-05-09', issuer: ['Docteur Claire Vasseur', 'Dr Claire Vasseur', 'Claire Vasseur'], dateOfBirth: '1984-08-22' },
    also: { documentNumber: ['10003847712', '75 1 44718 3'], totalAmount: ['30'], currency: 'EUR' },
    form: { as: 'scan', dpi: 200, to: 'jpg', skew: 1.3, quality: 75 },
    draw: () => {
      const paper = new Paper({ size: [420, 595], margin: 38, font: 'times', fontSize: 11 });
      paper.at(38, 34, 'Docteur Claire Vasseur', { font: 'times-bold', size: 15 }); paper.at(38, 54, 'Médecine générale\nConventionnée secteur 1', { size: 10 });
      paper.at(382, 36, '14, rue des Martyrs\n75009 Paris\nTél. 01 55 55 01 62', { size: 9.5, align: 'right' });
      paper.at(38, 86, 'N° RPPS 10003847712   N° AM 75 1 44718 3', { size: 8.5 }); bars(paper, 300, 84, 80, 18, 40);
      paper.at(382, 118, 'Paris, le 9 mai 2025', { align: 'right' });
      paper.at(38, 146, 'Mme Asha RAO', { font: 'times-bold', size: 12 }); paper.at(38, 162, 'née le 22/08/1984 — 61 kg', { size: 10 });
      paper.at(210, 190, 'ORDONNANCE', { font: 'times-bold', size: 14, align: 'center' });
      paper.y = 220;
      paper.put('Amoxicilline 1 g, comprimé dispersible', { font: 'times-bold' }).put('1 comprimé matin et soir pendant 6 jours', { indent: 14, after: 10 });
      paper.put('Paracétamol 1 g', { font: 'times-bold' }).put('1 comprimé jusqu’à 3 fois par jour en cas de douleur ou de fièvre, espacer de 6 heures', { indent: 14, after: 10 });
      paper.put('Sérum physiologique, unidoses', { font: 'times-bold' }).put('lavage de nez 3 fois par jour, QSP 10 jours', { indent: 14, after: 10 });
      paper.put('Pas de renouvellement. Éviter l’alcool pendant le traitement.', { font: 'times-italic' });
      paper.sign(250, 420, 'C. Vasseur', 26); seal(paper, 120, 450, 30, '#444');
      paper.at(38, 540, 'Membre d’une association agréée, le règlement des honoraires par chèque est accepté. Honoraires : 30,00 €. En cas d’urgence, composez le 15.', { size: 8, width: 344 });
      return paper;
    },
  },
  {
    id: 'vaccines-meera', file: 'immunisation card', type: 'vaccination_record', category: 'medical', person: 'Meera Rao',
    fields: { documentNumber: ['CW-2024-55190', 'CW 2024 55190'], holderName: ['Meera Rao', 'Baby Meera Rao'], dateOfBirth: '2024-02-03', issuer: ['Cloudline Women & Children Hospital', 'Cloudline Women and Children Hospital', 'Cloudline Hospital'] },
    also: { issueDate: '2024-02-04', dueDate: ['2029-02-03', '2026-08-03'] },
    form: { as: 'scan', dpi: 200, to: 'jpg', skew: -2.2, quality: 72, wear: 1.3 },
    draw: () => {
      const paper = new Paper({ margin: 46, font: 'sans', fontSize: 10.5 });
      paper.box(0, 0, 595, 70, '#f8d7e3');
      paper.at(46, 18, 'My Immunisation Card', { font: 'sans-bold', size: 22, color: '#b3265e' });
      paper.at(46, 46, 'Cloudline Women & Children Hospital, Jayanagar 9th Block, Bengaluru — 080 4455 0000', { size: 9.5 });
      paper.y = grid(paper, 86, [['Child’s name', 'Baby Meera Rao'], ['Born on', '03/02/2024'], ['Card no.', 'CW-2024-55190'], ['Mother', 'Asha Rao'], ['Father', 'Vikram Rao'], ['Birth weight', '2.94 kg']], 3, { row: 34, boxed: true, font: 'sans', valueFont: 'sans-bold', size: 11 });
      paper.gap(12);
      table(paper, [{ width: 70 }, { width: 165 }, { width: 80 }, { width: 80 }, { width: 108 }], [
        ['Age', 'Vaccine', 'Due on', 'Given on', 'Batch / sign'], ['Birth', 'BCG, OPV 0, Hepatitis B 1', '03/02/2024', '04/02/2024', '0371K  NH'], ['6 weeks', 'DTwP/IPV/Hib/HepB 1, Rotavirus 1, PCV 1', '16/03/2024', '18/03/2024', 'AH412  NH'], ['10 weeks', 'DTwP/IPV/Hib/HepB 2, Rotavirus 2, PCV 2', '13/04/2024', '15/04/2024', 'AH412  NH'], ['14 weeks', 'DTwP/IPV/Hib/HepB 3, Rotavirus 3, PCV 3', '11/05/2024', '13/05/2024', 'AH590  NH'], ['6 months', 'Influenza 1, Typhoid conjugate', '03/08/2024', '07/08/2024', 'FL24-2  NH'], ['9 months', 'MMR 1', '03/11/2024', '05/11/2024', 'MR8817  NH'], ['12 months', 'Hepatitis A', '03/02/2025', '10/02/2025', 'HA102  SR'], ['15 months', 'MMR 2, Varicella 1, PCV booster', '03/05/2025', '08/05/2025', 'VZ771  NH'], ['18 months', 'DTwP/IPV/Hib booster, Hepatitis A 2', '03/08/2025', '04/08/2025', 'AJ006  NH'], ['2½ years', 'Typhoid booster, Influenza annual', '03/08/2026', '05/08/2026', 'FL26-1  NH'], ['5 years', 'DTwP/IPV booster 2, MMR 3', '03/02/2029', '', ''],
      ], { font: 'sans', size: 10, pad: 5, head: '#f8d7e3' });
      paper.gap(14).put('Bring this card at every visit. Mild fever after a shot is normal; give paracetamol drops as advised.', { size: 10, after: 4 });
      paper.put('Issued 04/02/2024. Schedule as per the Indian Academy of Paediatrics, 2023 revision.', { size: 8.5 });
      return paper;
    },
  },
  {
    id: 'cowin-vikram', file: 'certificate (3)', type: 'vaccination_record', category: 'medical', person: 'Vikram Rao',
    fields: { documentNumber: ['77310226419', '58811204773310'], holderName: ['Vikram Rao', 'विक्रम राव'], issuer: ['Ministry of Health & Family Welfare', 'Ministry of Health and Family Welfare', 'Government of India', 'Ministry of Health & Family Welfare Government of India', 'स्वास्थ्य एवं परिवार कल्याण मंत्रालय'] },
    also: { issueDate: ['2022-01-12', '2021-10-02', '2021-06-28'], startDate: ['2021-06-28'], endDate: '2022-01-12', dateOfBirth: '1981-03-14' },
    form: { as: 'text-pdf' },
    draw: () => {
      const paper = new Paper({ margin: 50, font: 'sans', fontSize: 11 });
      paper.at(297, 48, 'स्वास्थ्य एवं परिवार कल्याण मंत्रालय, भारत सरकार', { font: 'hindi-bold', size: 13, align: 'center' });
      paper.at(297, 68, 'Ministry of Health & Family Welfare, Government of India', { font: 'sans-bold', size: 12, align: 'center' });
      paper.box(50, 92, 495, 26, '#2a6fb0');
      paper.at(297, 98, 'Certificate for COVID-19 Vaccination', { font: 'sans-bold', size: 14, align: 'center', color: '#fff' });
      paper.at(297, 124, 'Issued in India by the Ministry of Health & Family Welfare, Govt. of India', { size: 8.5, align: 'center' });
      paper.at(50, 150, 'Certificate ID   77310226419', { font: 'sans-bold' });
      const block = (y: number, head: string, rows: [string, string][]): number => {
        paper.at(50, y, head, { font: 'sans-bold', size: 12, color: '#2a6fb0' });
        return pairs(paper, y + 22, rows, { label: 220, font: 'sans', valueFont: 'sans-bold', size: 11 });
      };
      let y = block(176, 'लाभार्थी विवरण / Beneficiary Details', [['लाभार्थी का नाम / Beneficiary Name', 'Vikram Rao'], ['आयु / Age', '40'], ['लिंग / Gender', 'Male'], ['सत्यापित पहचान पत्र / ID Verified', 'Aadhaar # XXXXXXXX2087'], ['यूनिक हेल्थ आईडी / Unique Health ID (UHID)', ''], ['लाभार्थी की संदर्भ आईडी / Beneficiary Reference ID', '58811204773310']]);
      y = block(y + 12, 'टीकाकरण विवरण / Vaccination Details', [['टीके का नाम / Vaccine Name', 'COVISHIELD'], ['पहली खुराक की तारीख / Date of 1st Dose', '28 Jun 2021 (Batch no. 4121Z092)'], ['दूसरी खुराक की तारीख / Date of 2nd Dose', '02 Oct 2021 (Batch no. 4121MC055)'], ['एहतियाती खुराक / Precaution Dose', '12 Jan 2022 (Batch no. 4122Z004)'], ['द्वारा टीकाकरण / Vaccinated by', 'Shobha M'], ['टीकाकरण का स्थान / Vaccination at', 'UPHC Jayanagar, Bengaluru, Karnataka']]);
      paper.at(297, y + 30, '“दवाई भी और कड़ाई भी”', { font: 'hindi-bold', size: 15, align: 'center' });
      paper.at(297, y + 54, 'Together, India will defeat COVID-19', { size: 11, align: 'center' });
      paper.at(50, 780, 'In case of any adverse events, kindly contact the nearest Public Health Centre or dial 1075. This certificate can be verified by scanning the QR code at the portal.', { size: 8, width: 495 });
      return paper;
    },
  },
];
