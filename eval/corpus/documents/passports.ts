import { guilloche, portrait } from '../blocks.ts';
import { mrzPassport } from '../checksums.ts';
import type { Drawn } from '../form.ts';
import { Paper } from '../paper.ts';

type Indian = {
  surname: string; given: string; number: string; sex: 'M' | 'F'; birth: string; birthPlace: string; issuedAt: string; issue: string; expiry: string;
  fileNumber: string; father: string; mother: string; spouse: string; address: string; old?: string;
};

const dmy = (iso: string): string => iso.split('-').reverse().join('/');

/** Both halves of an Indian booklet, as people copy them: the page with the photograph, and the last page. */
function indianPassport(p: Indian): Paper {
  const paper = new Paper({ size: [540, 740], margin: 30, font: 'helv-bold', fontSize: 9.5 });
  guilloche(paper, 12, 12, 516, 352, '#c9d8cf');
  paper.box(12, 12, 516, 352, undefined, '#9ab');
  paper.at(270, 22, 'भारत गणराज्य   REPUBLIC OF INDIA', { size: 13, align: 'center' });
  portrait(paper, 28, 88, 118, 150);
  const label = (x: number, y: number, text: string): void => { paper.at(x, y, text, { font: 'helv', size: 6.5, color: '#345' }); };
  const cell = (x: number, y: number, name: string, value: string): void => { label(x, y, name); paper.at(x, y + 10, value, { size: 10.5 }); };
  cell(165, 48, 'टाइप / Type', 'P');
  cell(235, 48, 'राष्ट्र कोड / Country Code', 'IND');
  cell(390, 48, 'पासपोर्ट नं. / Passport No.', p.number);
  cell(165, 82, 'उपनाम / Surname', p.surname.toUpperCase());
  cell(165, 114, 'दिया गया नाम / Given Name(s)', p.given.toUpperCase());
  cell(165, 146, 'राष्ट्रीयता / Nationality', 'INDIAN');
  cell(300, 146, 'लिंग / Sex', p.sex);
  cell(390, 146, 'जन्मतिथि / Date of Birth', dmy(p.birth));
  cell(165, 178, 'जन्म स्थान / Place of Birth', p.birthPlace.toUpperCase());
  cell(165, 210, 'जारी करने का स्थान / Place of Issue', p.issuedAt.toUpperCase());
  cell(165, 242, 'जारी करने की तिथि / Date of Issue', dmy(p.issue));
  cell(390, 242, 'समाप्ति की तिथि / Date of Expiry', dmy(p.expiry));
  paper.sign(40, 250, p.given, 22);
  const [top, low] = mrzPassport({ kind: 'P', state: 'IND', surname: p.surname, given: p.given, number: p.number, nationality: 'IND', birth: p.birth, sex: p.sex, expiry: p.expiry });
  paper.at(24, 306, top, { font: 'mono', size: 16.5 * 0.92, spacing: 1.05 });
  paper.at(24, 332, low, { font: 'mono', size: 16.5 * 0.92, spacing: 1.05 });
  guilloche(paper, 12, 376, 516, 352, '#d8cfc9', 12);
  paper.box(12, 376, 516, 352, undefined, '#9ab');
  cell(28, 392, 'पिता/कानूनी अभिभावक का नाम / Name of Father / Legal Guardian', p.father.toUpperCase());
  cell(28, 428, 'माता का नाम / Name of Mother', p.mother.toUpperCase());
  cell(28, 464, 'पति या पत्नी का नाम / Name of Spouse', p.spouse.toUpperCase());
  label(28, 500, 'पता / Address');
  paper.at(28, 511, p.address.toUpperCase(), { size: 9.5, width: 330 });
  cell(28, 580, 'पुराने पासपोर्ट का नं. और इसके जारी होने की तिथि एवं स्थान / Old Passport No. with Date and Place of Issue', p.old ?? '');
  cell(28, 620, 'फाइल नं. / File No.', p.fileNumber);
  paper.at(400, 690, p.number, { font: 'mono', size: 15 });
  return paper;
}

export const passports: Drawn[] = [
  {
    id: 'passport-asha', file: 'Passport Asha', type: 'passport', category: ['identity', 'travel'], person: 'Asha Rao',
    fields: { documentNumber: 'V4183625', holderName: ['Asha Rao', 'Rao Asha'], issueDate: '2021-05-18', expiryDate: '2031-05-17', dateOfBirth: '1984-08-22', issuer: ['Republic of India', 'India', 'Government of India', 'Bengaluru', 'Passport Office Bengaluru'] },
    form: { as: 'scan', dpi: 200, to: 'jpg', skew: 1.1, quality: 78 },
    draw: () => indianPassport({
      surname: 'Rao', given: 'Asha', number: 'V4183625', sex: 'F', birth: '1984-08-22', birthPlace: 'Panaji, Goa', issuedAt: 'Bengaluru', issue: '2021-05-18', expiry: '2031-05-17',
      fileNumber: 'BN1066218840721', father: 'Joseph Fernandes', mother: 'Lucy Fernandes', spouse: 'Vikram Rao',
      address: 'Flat 402, Gulmohar Residency, 14th Cross, Jayanagar 4th Block, Bengaluru, PIN: 560011, Karnataka, India', old: 'J7720194   02/06/2011   PANAJI',
    }),
  },
  {
    id: 'passport-vikram', file: 'IMG_20240311_184455', type: 'passport', category: ['identity', 'travel'], person: 'Vikram Rao',
    fields: { documentNumber: 'T9027741', holderName: ['Vikram Rao', 'Vikram Suresh Rao', 'Rao Vikram Suresh'], issueDate: '2019-11-26', expiryDate: '2029-11-25', dateOfBirth: '1981-03-14', issuer: ['Republic of India', 'India', 'Government of India', 'Bengaluru', 'Passport Office Bengaluru'] },
    form: { as: 'photo', to: 'jpg', haste: 0, exif: 6, desk: 'wood', long: 3200 },
    draw: () => indianPassport({
      surname: 'Rao', given: 'Vikram Suresh', number: 'T9027741', sex: 'M', birth: '1981-03-14', birthPlace: 'Mysuru, Karnataka', issuedAt: 'Bengaluru', issue: '2019-11-26', expiry: '2029-11-25',
      fileNumber: 'BN2071150932219', father: 'Suresh Rao', mother: 'Kamala Rao', spouse: 'Asha Rao',
      address: 'Flat 402, Gulmohar Residency, 14th Cross, Jayanagar 4th Block, Bengaluru, PIN: 560011, Karnataka, India', old: 'F3318820   11/12/2009   BANGALORE',
    }),
  },
  {
    id: 'passport-kabir', file: 'kabir_pp_copy', type: 'passport', category: ['identity', 'travel'], person: 'Kabir Rao',
    fields: { documentNumber: 'W6650918', holderName: ['Kabir Rao', 'Rao Kabir'], issueDate: '2023-02-09', expiryDate: '2028-02-08', dateOfBirth: '2012-11-09', issuer: ['Republic of India', 'India', 'Government of India', 'Bengaluru', 'Passport Office Bengaluru'] },
    form: { as: 'scan', dpi: 300, to: 'pdf', skew: -0.8, grey: true, quality: 70 },
    draw: () => indianPassport({
      surname: 'Rao', given: 'Kabir', number: 'W6650918', sex: 'M', birth: '2012-11-09', birthPlace: 'New Delhi, Delhi', issuedAt: 'Bengaluru', issue: '2023-02-09', expiry: '2028-02-08',
      fileNumber: 'BN3068840117523', father: 'Vikram Rao', mother: 'Asha Rao', spouse: '', address: 'Flat 402, Gulmohar Residency, 14th Cross, Jayanagar 4th Block, Bengaluru, PIN: 560011, Karnataka, India',
    }),
  },
  {
    id: 'passport-daniel', file: 'Scan0007', type: 'passport', category: ['identity', 'travel'], person: 'Daniel Miller',
    fields: { documentNumber: '538104427', holderName: ['Daniel Miller', 'Daniel Thomas Miller', 'Miller Daniel Thomas'], issueDate: '2017-06-21', expiryDate: '2027-06-21', dateOfBirth: '1986-12-02', issuer: ['HMPO', 'United Kingdom of Great Britain and Northern Ireland', 'United Kingdom', 'HM Passport Office'] },
    form: { as: 'scan', dpi: 300, to: 'png', skew: 1.6, quality: 80 },
    draw: () => {
      const paper = new Paper({ size: [500, 355], margin: 20, font: 'helv-bold', fontSize: 10 });
      paper.box(0, 0, 500, 355, '#f7eef0');
      guilloche(paper, 0, 0, 500, 355, '#e5c9d2', 7);
      paper.at(20, 16, 'UNITED KINGDOM OF GREAT BRITAIN AND NORTHERN IRELAND', { size: 10.5, color: '#5a1020' });
      portrait(paper, 22, 60, 120, 152, '#e0bfa6');
      const cell = (x: number, y: number, name: string, value: string): void => {
        paper.at(x, y, name, { font: 'helv', size: 6, color: '#5a4048' });
        paper.at(x, y + 8.5, value, { size: 10.5 });
      };
      cell(160, 40, 'Type/Type', 'P'); cell(215, 40, 'Code/Code', 'GBR'); cell(330, 40, 'Passport No./Passeport No.', '538104427');
      cell(160, 68, 'Surname/Nom (1)', 'MILLER');
      cell(160, 96, 'Given names/Prénoms (2)', 'DANIEL THOMAS');
      cell(160, 124, 'Nationality/Nationalité (3)', 'BRITISH CITIZEN');
      cell(160, 152, 'Date of birth/Date de naissance (4)', '02 DEC /DEC 86');
      cell(160, 180, 'Sex/Sexe (5)', 'M'); cell(250, 180, 'Place of birth/Lieu de naissance (6)', 'LEEDS');
      cell(160, 208, 'Date of issue/Date de délivrance (7)', '21 JUN /JUIN 17'); cell(330, 208, 'Authority/Autorité (8)', 'HMPO');
      cell(160, 236, 'Date of expiry/Date d’expiration (9)', '21 JUN /JUIN 27');
      paper.sign(345, 238, 'D T Miller', 19);
      const [top, low] = mrzPassport({ kind: 'P', state: 'GBR', surname: 'MILLER', given: 'DANIEL THOMAS', number: '538104427', nationality: 'GBR', birth: '1986-12-02', sex: 'M', expiry: '2027-06-21' });
      paper.box(0, 285, 500, 70, '#fbf7f8');
      paper.at(16, 298, top, { font: 'mono', size: 14.4, spacing: 0.8 });
      paper.at(16, 324, low, { font: 'mono', size: 14.4, spacing: 0.8 });
      return paper;
    },
  },
  {
    id: 'passport-rohan', file: 'IMG_3310', type: 'passport', category: ['identity', 'travel'], person: 'Rohan Fernandes', heldOut: true,
    fields: { documentNumber: '561830297', holderName: ['Rohan Fernandes', 'Fernandes Rohan', 'Rohan Xavier Fernandes', 'Fernandes Rohan Xavier'], issueDate: '2018-08-14', expiryDate: '2028-08-13', dateOfBirth: '1990-07-04', issuer: ['United States Department of State', 'United States of America', 'United States', 'Department of State'] },
    form: { as: 'photo', to: 'jpg', haste: 1, desk: 'dark', long: 3000 },
    draw: () => {
      const paper = new Paper({ size: [500, 352], margin: 20, font: 'times-bold', fontSize: 11 });
      paper.box(0, 0, 500, 352, '#eef2f8');
      guilloche(paper, 0, 0, 500, 285, '#c3d1e6', 8);
      paper.at(250, 10, 'UNITED STATES OF AMERICA', { size: 17, align: 'center', color: '#203a6b', font: 'times-bold' });
      portrait(paper, 18, 62, 128, 160, '#b98f70');
      const cell = (x: number, y: number, name: string, value: string): void => {
        paper.at(x, y, name, { font: 'times-italic', size: 6.4, color: '#27406e' });
        paper.at(x, y + 8.5, value, { size: 11.5 });
      };
      cell(20, 36, 'PASSPORT / PASSEPORT / PASAPORTE', '');
      cell(160, 40, 'Type / Type / Tipo', 'P'); cell(235, 40, 'Code / Code / Codigo', 'USA'); cell(345, 40, 'Passport No. / No. du Passeport / No. de Pasaporte', '561830297');
      cell(160, 68, 'Surname / Nom / Apellidos', 'FERNANDES');
      cell(160, 96, 'Given Names / Prénoms / Nombres', 'ROHAN XAVIER');
      cell(160, 124, 'Nationality / Nationalité / Nacionalidad', 'UNITED STATES OF AMERICA');
      cell(160, 152, 'Date of birth / Date de naissance / Fecha de nacimiento', '04 Jul 1990');
      cell(160, 180, 'Place of birth / Lieu de naissance / Lugar de nacimiento', 'GOA, INDIA'); cell(345, 180, 'Sex / Sexe / Sexo', 'M');
      cell(160, 208, 'Date of issue / Date de délivrance / Fecha de expedición', '14 Aug 2018'); cell(345, 208, 'Authority / Autorité / Autoridad', 'United States');
      cell(160, 236, 'Date of expiration / Date d’expiration / Fecha de caducidad', '13 Aug 2028'); paper.at(345, 226, 'Department of State', { size: 11 });
      paper.at(160, 266, 'Endorsements / Mentions Spéciales / Anotaciones   SEE PAGE 27', { font: 'times-italic', size: 7 });
      const [top, low] = mrzPassport({ kind: 'P', state: 'USA', surname: 'FERNANDES', given: 'ROHAN XAVIER', number: '561830297', nationality: 'USA', birth: '1990-07-04', sex: 'M', expiry: '2028-08-13', optional: '270318554' });
      paper.at(14, 294, top, { font: 'mono', size: 14.6, spacing: 0.8 });
      paper.at(14, 322, low, { font: 'mono', size: 14.6, spacing: 0.8 });
      return paper;
    },
  },
];
