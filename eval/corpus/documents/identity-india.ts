import { bars, guilloche, matrix, pairs, portrait, seal } from '../blocks.ts';
import { aadhaar } from '../checksums.ts';
import { homes } from '../family.ts';
import type { Drawn } from '../form.ts';
import { Paper } from '../paper.ts';

const ashaNumber = aadhaar('52940817366');
const sureshNumber = aadhaar('83170264519');

export const identityIndia: Drawn[] = [
  {
    id: 'aadhaar-asha', file: 'EAadhaar_0041200082174', type: 'national_id', category: 'identity', person: 'Asha Rao',
    fields: { documentNumber: ashaNumber, holderName: 'Asha Rao', dateOfBirth: '1984-08-22', issuer: ['Unique Identification Authority of India', 'UIDAI', 'Government of India'] },
    also: { issueDate: ['2013-04-16', '2023-07-08'] },
    form: { as: 'text-pdf' },
    draw: () => {
      const paper = new Paper({ margin: 40, font: 'sans', fontSize: 10 });
      paper.at(297, 36, 'भारतीय विशिष्ट पहचान प्राधिकरण', { font: 'hindi-bold', size: 14, align: 'center', color: '#b3202a' });
      paper.at(297, 56, 'Unique Identification Authority of India', { font: 'sans-bold', size: 12, align: 'center', color: '#b3202a' });
      paper.at(297, 74, 'भारत सरकार  Government of India', { size: 10, align: 'center' });
      paper.rule(92);
      paper.at(60, 108, 'नामांकन क्रम / Enrolment No.: 0041/20008/21745', { size: 10 });
      paper.at(60, 134, 'To', { size: 10 });
      paper.at(60, 148, `आशा राव\nAsha Rao\nW/O: Vikram Rao,\n${homes.bengaluru.replace(', 14th', ',\n14th').replace(', Bengaluru', ',\nBengaluru')}\nMobile: 98450XXX17`, { size: 10 });
      bars(paper, 330, 130, 190, 26, 77);
      paper.at(330, 160, 'KF412907734FI', { size: 8 });
      matrix(paper, 400, 180, 110, 4711);
      paper.at(297, 320, 'आपका आधार क्रमांक / Your Aadhaar No. :', { size: 11, align: 'center' });
      paper.at(297, 338, ashaNumber, { font: 'sans-bold', size: 20, align: 'center' });
      paper.at(297, 364, 'VID : 9174 2208 3371 6604', { size: 9, align: 'center' });
      paper.at(297, 384, 'मेरा आधार, मेरी पहचान', { font: 'hindi-bold', size: 14, align: 'center', color: '#b3202a' });
      paper.at(40, 412, 'सूचना / INFORMATION', { font: 'sans-bold', size: 9 });
      paper.at(40, 428, '• Aadhaar is a proof of identity, not of citizenship or date of birth (DOB). DOB is based on information supported by proof of DOB document specified in regulations, submitted by Aadhaar number holder.\n• This letter should be verified through either online authentication or scanning of QR code using the mAadhaar app.\n• Documents to support identity and address should be updated in Aadhaar after every 10 years from date of enrolment.\n• Helpline 1947 (toll free). Download date: 08/07/2023', { size: 8, width: 515 });
      paper.box(60, 540, 475, 200, '#fffdf8', '#c06');
      paper.at(297, 548, 'भारत सरकार   Government of India', { size: 11, align: 'center' });
      portrait(paper, 74, 580, 84, 104);
      paper.at(74, 690, 'Issue Date: 16/04/2013', { size: 6.5 });
      paper.at(176, 586, 'आशा राव\nAsha Rao\nजन्म तिथि/DOB: 22/08/1984\nमहिला/ FEMALE', { size: 11 });
      matrix(paper, 430, 586, 84, 4712);
      paper.at(297, 706, ashaNumber, { font: 'sans-bold', size: 17, align: 'center' });
      return paper;
    },
  },
  {
    id: 'aadhaar-suresh', file: 'papa aadhar', type: 'national_id', category: 'identity', person: 'Suresh Rao',
    fields: { documentNumber: sureshNumber, holderName: 'Suresh Rao', dateOfBirth: '1951-06-30', issuer: ['Government of India', 'UIDAI', 'Unique Identification Authority of India', 'भारत सरकार'] },
    form: { as: 'photo', to: 'jpg', haste: 0, desk: 'cloth', long: 2600 },
    draw: () => {
      const paper = new Paper({ size: [430, 272], margin: 14, font: 'narrow', fontSize: 12 });
      paper.box(0, 0, 430, 272, '#fdfcf6');
      paper.box(0, 0, 430, 14, '#f39b34');
      paper.box(0, 40, 430, 3, '#2f8a3b');
      paper.at(215, 18, 'भारत सरकार   GOVERNMENT OF INDIA', { font: 'narrow-bold', size: 14, align: 'center' });
      portrait(paper, 20, 62, 96, 120);
      paper.at(134, 66, 'सुरेश राव', { size: 14 });
      paper.at(134, 88, 'Suresh Rao', { size: 14 });
      paper.at(134, 112, 'जन्म तिथि / DOB : 30/06/1951', { size: 13 });
      paper.at(134, 134, 'पुरुष / MALE', { size: 13 });
      matrix(paper, 346, 80, 70, 99);
      paper.at(215, 200, sureshNumber, { font: 'narrow-bold', size: 24, align: 'center' });
      paper.rule(232, 0, 430, 1.5, '#c22');
      paper.at(215, 240, 'आधार - आम आदमी का अधिकार', { font: 'hindi-bold', size: 15, align: 'center' });
      return paper;
    },
  },
  {
    id: 'pan-vikram', file: 'pan card V', type: 'tax_id', category: ['identity', 'tax'], person: 'Vikram Rao',
    fields: { documentNumber: 'BKVPR4471H', holderName: 'Vikram Rao', dateOfBirth: '1981-03-14', issuer: ['Income Tax Department', 'Government of India', 'Income Tax Department Government of India'] },
    also: { issueDate: '2009-10-12' },
    form: { as: 'photo', to: 'jpg', haste: 1, desk: 'wood', long: 2800, exif: 3 },
    draw: () => {
      const paper = new Paper({ size: [430, 272], margin: 14, font: 'helv', fontSize: 12 });
      paper.box(0, 0, 430, 272, '#dbe9f3');
      guilloche(paper, 0, 0, 430, 272, '#b6cee0', 8);
      paper.at(16, 14, 'आयकर विभाग', { size: 13, font: 'hindi-bold' });
      paper.at(16, 32, 'INCOME TAX DEPARTMENT', { size: 12, font: 'helv-bold' });
      paper.at(414, 14, 'भारत सरकार', { size: 13, font: 'hindi-bold', align: 'right' });
      paper.at(414, 32, 'GOVT. OF INDIA', { size: 12, font: 'helv-bold', align: 'right' });
      seal(paper, 218, 34, 17, '#555');
      portrait(paper, 16, 62, 66, 82);
      paper.at(215, 66, 'स्थायी लेखा संख्या कार्ड\nPermanent Account Number Card', { size: 10.5, align: 'center' });
      paper.at(215, 98, 'BKVPR4471H', { font: 'helv-bold', size: 19, align: 'center' });
      paper.at(16, 152, 'नाम / Name', { size: 7.5 });
      paper.at(16, 163, 'VIKRAM RAO', { font: 'helv-bold', size: 12 });
      paper.at(16, 184, 'पिता का नाम / Father’s Name', { size: 7.5 });
      paper.at(16, 195, 'SURESH RAO', { font: 'helv-bold', size: 12 });
      paper.at(16, 222, 'जन्म की तारीख /\nDate of Birth', { size: 7.5 });
      paper.at(16, 245, '14/03/1981', { font: 'helv-bold', size: 12 });
      paper.sign(190, 212, 'Vikram Rao', 22);
      paper.at(190, 246, 'हस्ताक्षर / Signature', { size: 7.5 });
      matrix(paper, 330, 150, 84, 5);
      paper.at(412, 250, '12102009', { size: 7, align: 'right' });
      return paper;
    },
  },
  {
    id: 'pan-kamala', file: 'ePAN', type: 'tax_id', category: ['identity', 'tax'], person: 'Kamala Rao',
    fields: { documentNumber: 'ADKPR9920M', holderName: 'Kamala Rao', dateOfBirth: '1955-01-12', issuer: ['Income Tax Department', 'Government of India', 'Income Tax Department Government of India'] },
    also: { issueDate: ['2022-03-03', '2022-03-05'] },
    form: { as: 'text-pdf' },
    draw: () => {
      const paper = new Paper({ margin: 56, font: 'times', fontSize: 11 });
      paper.at(56, 50, 'INCOME TAX DEPARTMENT', { font: 'times-bold', size: 15 });
      paper.at(56, 68, 'Government of India', { size: 11 });
      paper.at(539, 50, 'e - Permanent Account Number Card', { font: 'times-bold', size: 12, align: 'right' });
      paper.rule(88);
      paper.y = pairs(paper, 108, [
        ['Permanent Account Number', 'ADKPR9920M'], ['Name', 'KAMALA RAO'], ['Father’s Name', 'NARAYANA BHAT'], ['Date of Birth', '12/01/1955'], ['Gender', 'Female'],
      ], { label: 190, font: 'times', valueFont: 'times-bold', size: 12, step: 10, sep: ':' });
      matrix(paper, 430, 110, 100, 31);
      paper.gap(30).put('Digitally signed by Income Tax Department, Directorate of Systems. Date: 2022.03.03 11:47:20 IST', { size: 8.5 });
      paper.gap(18).put('Dear Sir / Madam,', { after: 6 });
      paper.put('With reference to your application with acknowledgement no. 881030255601477 dated 05/03/2022 for allotment of PAN, we are pleased to inform you that the above number has been allotted to you. Quoting of PAN on return of income and challans for payment of taxes is mandatory. Obtaining or possessing more than one PAN is against the law and may attract a penalty of up to Rs. 10,000.', { align: 'justify', after: 8 });
      paper.put('Your Aadhaar ending 7730 has been used for verification. Changes in address or other particulars should be informed through the “Request for New PAN Card or/and Changes or Correction in PAN Data” form available at the designated facilitation centres.', { align: 'justify', after: 8 });
      paper.put('This being a computer-generated letter, no signature is required. Visit the e-filing portal for further information.', { font: 'times-italic', after: 40 });
      paper.put('Commissioner of Income Tax (Computer Operations), ARA Centre, Ground Floor, E-2, Jhandewalan Extension, New Delhi 110055', { size: 8.5, color: '#555' });
      return paper;
    },
  },
  {
    id: 'licence-vikram', file: 'DL front back', type: 'driving_licence', category: ['identity', 'vehicle'], person: 'Vikram Rao',
    fields: { documentNumber: 'KA05 20050014472', holderName: 'Vikram Rao', issueDate: ['2005-08-19', '2021-03-15'], expiryDate: '2031-03-13', dateOfBirth: '1981-03-14', issuer: ['Government of Karnataka', 'Transport Department Government of Karnataka', 'Indian Union Driving Licence Issued by Government of Karnataka', 'RTO Bengaluru South', 'Karnataka State'] },
    also: { startDate: ['2005-08-19', '2021-03-15'] },
    form: { as: 'scan', dpi: 200, to: 'pdf', skew: 2.3, quality: 74 },
    draw: () => {
      const paper = new Paper({ size: [560, 760], margin: 30, font: 'sans', fontSize: 11 });
      paper.box(60, 40, 440, 280, '#fbf3dd', '#999', 12);
      paper.at(280, 50, 'INDIAN UNION DRIVING LICENCE', { font: 'sans-bold', size: 14, align: 'center', color: '#7a2b10' });
      paper.at(280, 68, 'ISSUED BY GOVERNMENT OF KARNATAKA', { font: 'sans-bold', size: 11, align: 'center' });
      paper.at(76, 94, 'DL No. : KA05 20050014472', { font: 'sans-bold', size: 13 });
      pairs(paper, 118, [['Date of Issue', '15-03-2021'], ['Valid Till (NT)', '13-03-2031'], ['Date of First Issue', '19-08-2005'], ['Name', 'VIKRAM RAO'], ['Date of Birth', '14-03-1981'], ['Blood Group', 'B+'], ['Son/Daughter/Wife of', 'SURESH RAO'], ['Organ Donor', 'Y']], { x: 76, label: 128, font: 'sans', valueFont: 'sans-bold', size: 11, step: 4, sep: ':' });
      portrait(paper, 388, 100, 94, 116);
      paper.sign(380, 226, 'V. Rao', 22);
      paper.at(360, 262, 'Holder’s Signature', { size: 8 });
      paper.box(60, 390, 440, 290, '#fbf3dd', '#999', 12);
      paper.at(76, 404, 'DL No. KA05 20050014472', { size: 10 });
      paper.at(76, 424, 'Address : FLAT 402 GULMOHAR RESIDENCY 14TH CROSS JAYANAGAR 4TH BLOCK BENGALURU KARNATAKA 560011', { size: 10.5, width: 400 });
      paper.at(76, 474, 'COV        Date of issue        Vehicle category', { font: 'sans-bold', size: 10.5 });
      paper.at(76, 492, 'MCWG     19-08-2005            NT\nLMV         19-08-2005            NT', { size: 10.5 });
      paper.at(76, 540, 'Badge Number :          Hazardous Validity :          Hill Validity :', { size: 9.5 });
      paper.at(76, 570, 'Emergency contact no : 98450 XXX17', { size: 10 });
      paper.at(76, 610, 'Licencing Authority\nRTO BENGALURU SOUTH (KA05)', { font: 'sans-bold', size: 10.5 });
      paper.at(76, 652, 'Form 7 [Rule 16(2)]', { size: 8 });
      matrix(paper, 400, 540, 84, 87);
      return paper;
    },
  },
];
