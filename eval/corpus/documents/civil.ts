import { grid, guilloche, pairs, seal, table } from '../blocks.ts';
import type { Drawn } from '../form.ts';
import { Paper } from '../paper.ts';

export const civil: Drawn[] = [
  {
    id: 'birth-kabir', file: 'Kabir birth cert', type: 'birth_certificate', category: ['personal', 'identity', 'legal'], person: 'Kabir Rao',
    fields: { documentNumber: ['2012/7/3311', 'MCDOLIR-0712-003311'], holderName: ['Kabir Rao', 'कबीर राव'], dateOfBirth: '2012-11-09', issueDate: ['2012-11-27', '2012-11-19'], issuer: ['Municipal Corporation of Delhi', 'South Delhi Municipal Corporation', 'Government of NCT of Delhi', 'दक्षिणी दिल्ली नगर निगम'] },
    form: { as: 'scan', dpi: 200, to: 'pdf', skew: -1.2, quality: 76 },
    draw: () => {
      const paper = new Paper({ margin: 52, font: 'sans', fontSize: 10.5 });
      paper.box(26, 26, 543, 790, undefined, '#2d6a3e');
      seal(paper, 297, 66, 26, '#2d6a3e');
      paper.at(297, 100, 'दक्षिणी दिल्ली नगर निगम', { font: 'hindi-bold', size: 15, align: 'center' });
      paper.at(297, 120, 'SOUTH DELHI MUNICIPAL CORPORATION', { font: 'sans-bold', size: 13, align: 'center' });
      paper.at(297, 140, 'जन्म प्रमाण पत्र', { font: 'hindi-bold', size: 17, align: 'center', color: '#8a1c1c' });
      paper.at(297, 162, 'BIRTH CERTIFICATE', { font: 'sans-bold', size: 13, align: 'center', color: '#8a1c1c' });
      paper.at(297, 184, '(जन्म और मृत्यु रजिस्ट्रीकरण अधिनियम, 1969 की धारा 12/17 के अधीन जारी)', { size: 9.5, align: 'center' });
      paper.at(297, 200, '(Issued under Section 12/17 of the Registration of Births and Deaths Act, 1969)', { size: 8.5, align: 'center' });
      paper.y = 224;
      paper.put('यह प्रमाणित किया जाता है कि निम्नलिखित सूचना जन्म के मूल अभिलेख से ली गई है जो दक्षिणी दिल्ली नगर निगम, दिल्ली के रजिस्टर में उल्लिखित है।', { size: 10.5, after: 4 });
      paper.put('This is to certify that the following information has been taken from the original record of birth which is the register for South Zone of Delhi.', { size: 9, after: 12 });
      pairs(paper, paper.y, [
        ['नाम / Name', 'कबीर राव / KABIR RAO'], ['लिंग / Sex', 'पुरुष / MALE'], ['जन्म तिथि / Date of Birth', '09/11/2012  (NINTH NOVEMBER TWO THOUSAND TWELVE)'],
        ['जन्म स्थान / Place of Birth', 'HOLY ANGELS HOSPITAL, VASANT VIHAR, NEW DELHI'], ['माता का नाम / Name of Mother', 'आशा राव / ASHA RAO'], ['पिता का नाम / Name of Father', 'विक्रम राव / VIKRAM RAO'],
        ['बच्चे के जन्म के समय माता-पिता का पता / Address of parents at the time of birth', 'C-118, SAFDARJUNG ENCLAVE, NEW DELHI 110029'], ['माता-पिता का स्थायी पता / Permanent address', 'NO. 27, 3RD MAIN ROAD, MALLESHWARAM, BENGALURU 560003'],
        ['पंजीकरण संख्या / Registration No.', '2012/7/3311'], ['पंजीकरण की तिथि / Date of Registration', '19/11/2012'], ['जारी करने की तिथि / Date of Issue', '27/11/2012'], ['प्रमाण पत्र संख्या / Certificate No.', 'MCDOLIR-0712-003311'],
      ], { label: 210, font: 'sans', valueFont: 'sans-bold', size: 10.5, step: 9, sep: ':' });
      seal(paper, 150, 720, 40);
      paper.sign(392, 690, 'R.K. Mehta', 24);
      paper.at(370, 724, 'उप-रजिस्ट्रार (जन्म और मृत्यु)\nSub-Registrar (Birth & Death)', { size: 9.5 });
      paper.at(52, 786, '“प्रत्येक जन्म और मृत्यु का पंजीकरण सुनिश्चित करें / Ensure registration of every birth and death”', { size: 9 });
      return paper;
    },
  },
  {
    id: 'birth-meera', file: 'BBMP_birth_2024', type: 'birth_certificate', category: ['personal', 'identity', 'legal'], person: 'Meera Rao',
    fields: { documentNumber: ['KA/BBMP/2024/0088127', 'B-2024: 29-90177-000412'], holderName: 'Meera Rao', dateOfBirth: '2024-02-03', issueDate: ['2024-02-21', '2024-02-12'], issuer: ['Bruhat Bengaluru Mahanagara Palike', 'Government of Karnataka', 'BBMP'] },
    form: { as: 'text-pdf' },
    draw: () => {
      const paper = new Paper({ margin: 60, font: 'times', fontSize: 12 });
      paper.box(40, 40, 515, 760, undefined, '#333');
      paper.at(297, 56, 'GOVERNMENT OF KARNATAKA', { font: 'times-bold', size: 15, align: 'center' });
      paper.at(297, 76, 'DEPARTMENT OF HEALTH — BRUHAT BENGALURU MAHANAGARA PALIKE', { size: 11, align: 'center' });
      paper.at(545, 100, 'FORM No. 5', { size: 10, align: 'right' });
      paper.at(297, 118, 'CERTIFICATE OF BIRTH', { font: 'times-bold', size: 18, align: 'center' });
      paper.at(297, 142, '(Issued under Section 12 of the RBD Act, 1969 and Rule 8 of the Karnataka RBD Rules, 1999)', { size: 9.5, align: 'center' });
      paper.y = 172;
      paper.put('This is to certify that the following information has been taken from the original record of birth which is in the register for Jayanagar Ward of Bengaluru Urban District of Karnataka State.', { align: 'justify', after: 14, size: 11 });
      table(paper, [{ width: 190 }, { width: 285 }], [
        ['1. Name of child', 'MEERA RAO'], ['2. Sex', 'Female'], ['3. Date of birth', '03-02-2024'], ['4. Place of birth', 'Cloudline Women & Children Hospital, 9th Block, Jayanagar'], ['5. Name of mother', 'ASHA RAO'], ['6. Name of father', 'VIKRAM RAO'],
        ['7. Address of parents at time of birth', 'Flat 402, Gulmohar Residency, 14th Cross, Jayanagar 4th Block, Bengaluru 560011'], ['8. Registration number', 'B-2024: 29-90177-000412'], ['9. Date of registration', '12-02-2024'], ['10. Remarks, if any', '—'],
      ], { font: 'times', size: 11.5, head: null, pad: 6 });
      paper.y += 24;
      paper.put('Certificate number: KA/BBMP/2024/0088127', { size: 11, after: 4 }).put('Date of issue: 21-02-2024', { size: 11, after: 30 });
      paper.at(390, paper.y, 'Registrar of Births & Deaths\nJayanagar Circle, Bengaluru', { size: 11 });
      paper.at(60, 760, 'This is a computer generated certificate. The authenticity may be verified at the e-JanMa portal. Fee paid Rs. 5.00. Printed 26-08-2025 18:20.', { size: 8.5, width: 470 });
      return paper;
    },
  },
  {
    id: 'birth-leo', file: 'Leo - certified copy of entry', type: 'birth_certificate', category: ['personal', 'identity', 'legal'], person: 'Leo Fernandes-Miller',
    fields: { documentNumber: ['BXCH 714306', '207'], holderName: ['Leo Fernandes-Miller', 'Leo James Fernandes-Miller'], dateOfBirth: '2021-09-18', issueDate: ['2021-10-12'], issuer: ['London Borough of Waltham Forest', 'General Register Office', 'Waltham Forest', 'Registration District Waltham Forest'] },
    form: { as: 'scan', dpi: 300, to: 'jpg', skew: 0.6, turn: 90, quality: 75 },
    draw: () => {
      const paper = new Paper({ landscape: true, margin: 44, font: 'book', fontSize: 11 });
      paper.box(0, 0, 842, 595, '#fbf2f3');
      guilloche(paper, 20, 20, 802, 555, '#ecd3d9', 11);
      paper.at(421, 34, 'CERTIFIED COPY OF AN ENTRY', { font: 'book-bold', size: 20, align: 'center', color: '#7a1430' });
      paper.at(421, 58, 'Pursuant to the Births and Deaths Registration Act 1953', { font: 'book-italic', size: 11, align: 'center' });
      paper.at(790, 36, 'BXCH 714306', { font: 'mono', size: 13, align: 'right', color: '#a01' });
      paper.at(44, 84, 'BIRTH', { font: 'book-bold', size: 16 });
      paper.at(560, 88, 'Entry No. 207', { size: 12 });
      paper.at(44, 110, 'Registration district   Waltham Forest', { size: 12 });
      paper.at(430, 110, 'Administrative area   London Borough of Waltham Forest', { size: 12 });
      paper.y = 134;
      const half = (left: readonly [string, string], right: readonly [string, string]): void => {
        grid(paper, paper.y + 3, [left, right], 2, { font: 'book', valueFont: 'typed', size: 12, labelSize: 9, row: 44, boxed: true });
        paper.y += 44;
      };
      paper.at(44, paper.y, 'CHILD', { font: 'book-bold', size: 10 }); paper.y += 16;
      half(['1. Date and place of birth', 'Eighteenth September 2021  Whipps Cross Hospital'], ['2. Name and surname', 'Leo James FERNANDES-MILLER']);
      paper.at(44, paper.y, 'FATHER/PARENT                                                                                                        MOTHER', { font: 'book-bold', size: 10 }); paper.y += 16;
      half(['4. Name and surname', 'Daniel Thomas MILLER'], ['7. Name and surname', 'Priya Maria FERNANDES-MILLER']);
      half(['5. Place of birth', 'Leeds'], ['8. Place of birth', 'Panaji, India']);
      half(['6. Occupation', 'Structural engineer'], ['9.(b) Surname at marriage if different from maiden surname', 'Maiden surname: FERNANDES']);
      paper.at(44, paper.y, 'INFORMANT', { font: 'book-bold', size: 10 }); paper.y += 16;
      half(['11. Name and surname (if not the mother or father)', '—'], ['14. Signature of informant', 'P. Fernandes-Miller, Mother']);
      half(['15. Date of registration', 'Twelfth October 2021'], ['16. Signature of registrar', 'H. Okonjo, Deputy Registrar']);
      paper.y += 6;
      paper.put('Certified to be a true copy of an entry in a register in my custody. Date: 12th October 2021.', { size: 11, after: 3 });
      paper.put('CAUTION: THERE ARE OFFENCES RELATING TO FALSIFYING OR ALTERING A CERTIFICATE AND USING OR POSSESSING A FALSE CERTIFICATE. © CROWN COPYRIGHT. WARNING: A CERTIFICATE IS NOT EVIDENCE OF IDENTITY.', { size: 8, lead: 1.2 });
      return paper;
    },
  },
  {
    id: 'marriage-rao', file: 'marriage certificate', type: 'marriage_certificate', category: ['personal', 'legal'], person: 'Asha Rao',
    fields: { documentNumber: ['JNR-HM-00417-2010-11', 'JNR-HM-00417/2010-11'], issueDate: ['2010-12-20', '2010-12-16'], issuer: ['Sub-Registrar Jayanagar', 'Government of Karnataka', 'Registrar of Marriages', 'Office of the Sub-Registrar Jayanagar', 'Department of Stamps and Registration'] },
    also: { holderName: ['Vikram Rao', 'Asha Fernandes', 'Vikram Rao and Asha Fernandes', 'Asha Rao', 'Vikram Rao & Asha Fernandes'], dateOfBirth: ['1981-03-14', '1984-08-22'], startDate: '2010-12-05' },
    form: { as: 'scan', dpi: 200, to: 'jpg', skew: -1.9, quality: 72, wear: 1.4 },
    draw: () => {
      const paper = new Paper({ margin: 62, font: 'typed', fontSize: 11.5 });
      paper.box(30, 30, 535, 780, undefined, '#a0522d');
      paper.box(36, 36, 523, 768, undefined, '#a0522d');
      seal(paper, 297, 76, 24, '#a0522d');
      paper.at(297, 108, 'GOVERNMENT OF KARNATAKA', { font: 'book-bold', size: 17, align: 'center' });
      paper.at(297, 130, 'DEPARTMENT OF STAMPS AND REGISTRATION', { font: 'book', size: 12, align: 'center' });
      paper.at(297, 148, 'Office of the Sub-Registrar, Jayanagar, Bengaluru', { font: 'book', size: 12, align: 'center' });
      paper.at(297, 180, 'CERTIFICATE OF MARRIAGE', { font: 'book-bold', size: 20, align: 'center', color: '#7a2b10' });
      paper.at(297, 206, '[See Rule 7(3) of the Karnataka Registration of Marriages Rules, 2006]', { font: 'book-italic', size: 10.5, align: 'center' });
      paper.y = 240;
      paper.put('Registration No. JNR-HM-00417-2010-11', { after: 14 });
      paper.put('Certified that the marriage between Sri VIKRAM RAO, aged 29 years, born on 14th March 1981, son of Sri Suresh Rao, residing at No. 27, 3rd Main Road, Malleshwaram, Bengaluru, and Smt. ASHA FERNANDES, aged 26 years, born on 22nd August 1984, daughter of Sri Joseph Fernandes, residing at House 41, Fontainhas, Panaji, Goa, was solemnised on 5th December 2010 at Our Lady of the Immaculate Conception Church Hall, Panaji, and has this day, the 16th day of December 2010, been registered in my office as serial number 417 of the Register of Marriages, Volume II.', { lead: 1.75, after: 16 });
      paper.put('Witnesses:', { after: 4 });
      paper.put('1. Priya Fernandes, sister of the bride, Panaji', { indent: 16 });
      paper.put('2. Narayana Bhat, Malleshwaram, Bengaluru', { indent: 16 });
      paper.put('3. S. Lakshmi, Basavanagudi, Bengaluru', { indent: 16, after: 34 });
      paper.sign(80, paper.y, 'Vikram Rao', 22); paper.sign(240, paper.y, 'Asha Fernandes', 22); paper.sign(420, paper.y, 'B. Nagaraj', 22);
      paper.at(80, paper.y + 28, 'Bridegroom', { size: 10 }); paper.at(250, paper.y + 28, 'Bride', { size: 10 }); paper.at(400, paper.y + 28, 'Registrar of Marriages', { size: 10 });
      seal(paper, 320, 700, 44);
      paper.at(62, 740, 'Date of issue: 20.12.2010', {}); paper.at(62, 758, 'Fee: Rs. 35/-  Receipt 8812', { size: 10 });
      return paper;
    },
  },
  {
    id: 'marriage-miller', file: 'marriage_cert_london_2016', type: 'marriage_certificate', category: ['personal', 'legal'], person: 'Priya Fernandes-Miller',
    fields: { documentNumber: ['MXF 402918', '118'], issueDate: ['2016-07-23'], issuer: ['London Borough of Hackney', 'Hackney', 'General Register Office', 'Hackney Town Hall', 'The Register Office Hackney'] },
    also: { holderName: ['Daniel Thomas Miller', 'Priya Maria Fernandes', 'Daniel Thomas Miller and Priya Maria Fernandes'], startDate: '2016-07-23' },
    form: { as: 'text-pdf' },
    draw: () => {
      const paper = new Paper({ landscape: true, margin: 40, font: 'times', fontSize: 10 });
      paper.at(421, 30, 'CERTIFIED COPY of an Entry of Marriage', { font: 'times-bold', size: 17, align: 'center' });
      paper.at(421, 54, 'Pursuant to the Marriage Act 1949', { font: 'times-italic', size: 11, align: 'center' });
      paper.at(800, 32, 'MXF 402918', { font: 'courier-bold', size: 12, align: 'right' });
      paper.at(40, 84, 'Registration District: Hackney', { size: 11 });
      paper.at(40, 102, '2016. Marriage solemnized at Hackney Town Hall in the district of Hackney in the London Borough of Hackney', { size: 11 });
      paper.y = 126;
      table(paper, [{ width: 40 }, { width: 82 }, { width: 130 }, { width: 40 }, { width: 78 }, { width: 110 }, { width: 130 }, { width: 150 }], [
        ['No.', 'When married', 'Name and surname', 'Age', 'Condition', 'Rank or profession', 'Residence at the time of marriage', 'Father’s name and surname; rank or profession'],
        ['118', 'Twenty-third July 2016', 'Daniel Thomas MILLER', '29', 'Single', 'Structural engineer', '7 Dalston Lane, London E8', 'Thomas Edward MILLER (retired), Bus driver'],
        ['', '', 'Priya Maria FERNANDES', '28', 'Single', 'Physiotherapist', '7 Dalston Lane, London E8', 'Joseph FERNANDES, School principal'],
      ], { font: 'times', size: 10, pad: 6 });
      paper.y += 16;
      paper.put('Married in the Register Office by certificate before me, J. Adeyemi, Superintendent Registrar', { after: 8 });
      paper.put('This marriage was solemnized between us: D. T. Miller and P. M. Fernandes, in the presence of us: Asha Rao, Oliver Stanton', { after: 20 });
      paper.put('Certified to be a true copy of an entry in a register in my custody — 23 July 2016. R. Whitlock, Registrar.', { after: 20 });
      paper.put('CAUTION: any person who falsifies any of the particulars on this certificate is liable to prosecution under the Forgery and Counterfeiting Act 1981. Stock reprinted 03/14.', { size: 8 });
      return paper;
    },
  },
];
