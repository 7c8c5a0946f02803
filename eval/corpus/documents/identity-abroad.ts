import { bars, grid, guilloche, matrix, pairs, portrait } from '../blocks.ts';
import { mrzVisa } from '../checksums.ts';
import type { Drawn } from '../form.ts';
import { Paper } from '../paper.ts';

export const identityAbroad: Drawn[] = [
  {
    id: 'licence-daniel', file: 'IMG_8812', type: 'driving_licence', category: ['identity', 'vehicle'], person: 'Daniel Miller',
    fields: { documentNumber: 'MILLE 812026 DT9XK', holderName: ['Daniel Miller', 'Daniel Thomas Miller', 'Miller Daniel Thomas'], issueDate: '2022-04-11', expiryDate: '2032-04-10', dateOfBirth: '1986-12-02', issuer: ['DVLA', 'Driver and Vehicle Licensing Agency'] },
    form: { as: 'photo', to: 'jpg', haste: 0, desk: 'dark', long: 2800 },
    draw: () => {
      const paper = new Paper({ size: [430, 272], margin: 14, font: 'helv', fontSize: 12 });
      paper.box(0, 0, 430, 272, '#f6e9ee');
      guilloche(paper, 0, 40, 430, 232, '#e2bfcc', 7);
      paper.box(0, 0, 430, 40, '#c9a3c0');
      paper.at(14, 10, 'UK', { font: 'helv-bold', size: 20, color: '#fff' });
      paper.at(60, 12, 'DRIVING LICENCE', { font: 'helv-bold', size: 17, color: '#431a40' });
      portrait(paper, 16, 58, 112, 142, '#e0bfa6');
      const rows: [string, string][] = [
        ['1.', 'MILLER'], ['2.', 'MR DANIEL THOMAS'], ['3.', '02.12.1986  UNITED KINGDOM'], ['4a.', '11.04.2022        4c.  DVLA'], ['4b.', '10.04.2032'], ['5.', 'MILLE812026DT9XK  47'],
      ];
      let y = 54;
      for (const [label, value] of rows) {
        paper.at(142, y + 2, label, { size: 8.5, color: '#633' });
        paper.at(164, y, value, { font: 'helv-bold', size: 12.5 });
        y += 22;
      }
      paper.at(142, y + 2, '7.', { size: 8.5, color: '#633' });
      paper.sign(168, y - 2, 'D T Miller', 22);
      paper.at(142, y + 28, '8.', { size: 8.5, color: '#633' });
      paper.at(164, y + 26, '18 CALDER ROAD, WALTHAMSTOW,\nLONDON, E17 4PQ', { size: 9.5 });
      paper.at(16, 240, '9.', { size: 8.5, color: '#633' });
      paper.at(34, 236, 'AM/A/B1/B/f/k/l/n/p/q', { font: 'helv-bold', size: 12 });
      return paper;
    },
  },
  {
    id: 'licence-rohan', file: 'TX license scan', type: 'driving_licence', category: ['identity', 'vehicle'], person: 'Rohan Fernandes',
    fields: { documentNumber: '38219044', holderName: ['Rohan Fernandes', 'Rohan Xavier Fernandes', 'Fernandes Rohan Xavier'], issueDate: '2023-06-15', expiryDate: '2031-07-04', dateOfBirth: '1990-07-04', issuer: ['Texas', 'Texas Department of Public Safety', 'State of Texas', 'Department of Public Safety'] },
    form: { as: 'scan', dpi: 300, to: 'jpg', skew: -2.1, quality: 76 },
    draw: () => {
      const paper = new Paper({ size: [430, 290], margin: 14, font: 'narrow', fontSize: 11 });
      paper.box(8, 8, 414, 272, '#eef3f7', '#889', 10);
      paper.box(8, 8, 414, 44, '#233a73', undefined, 10);
      paper.at(24, 14, 'Texas', { font: 'book-bold', size: 26, color: '#fff' });
      paper.at(408, 16, 'DRIVER LICENSE', { font: 'narrow-bold', size: 15, color: '#fff', align: 'right' });
      paper.at(408, 34, 'TEXAS DEPARTMENT OF PUBLIC SAFETY', { size: 8, color: '#fff', align: 'right' });
      portrait(paper, 20, 66, 116, 146, '#b98f70');
      const cell = (x: number, y: number, name: string, value: string, color = '#111'): void => {
        paper.at(x, y, name, { size: 8, color: '#233a73' });
        paper.at(x + paper.measure(name, { size: 8 }) + 4, y - 3, value, { font: 'narrow-bold', size: 12, color });
      };
      cell(148, 66, '4d. DL', '38219044', '#a31515'); cell(300, 66, '9. CLASS', 'C');
      cell(148, 86, '3. DOB', '07/04/1990', '#a31515');
      cell(148, 106, '4b. EXP', '07/04/2031', '#a31515'); cell(300, 106, '4a. ISS', '06/15/2023');
      cell(148, 128, '1.', 'FERNANDES'); cell(148, 146, '2.', 'ROHAN XAVIER');
      cell(148, 166, '8.', '2209 BLUEBONNET LANE APT 6'); paper.at(160, 178, 'AUSTIN TX 78704', { font: 'narrow-bold', size: 12 });
      cell(148, 202, '12. REST', 'A'); cell(240, 202, '9a. END', 'NONE');
      cell(148, 222, '15. SEX', 'M'); cell(210, 222, '16. HGT', '5′-10″'); cell(300, 222, '18. EYES', 'BRO');
      cell(20, 254, '5. DD', '14620771830095521164');
      paper.sign(30, 218, 'Rohan F.', 24);
      return paper;
    },
  },
  {
    id: 'visa-asha-uk', file: 'UK visa sticker', type: 'visa', category: ['travel', 'identity'], person: 'Asha Rao',
    fields: { documentNumber: '024817733', holderName: ['Asha Rao', 'Rao Asha'], startDate: '2025-03-10', expiryDate: '2027-03-10', issuer: ['United Kingdom', 'UK', 'UK Visas and Immigration', 'Chennai'] },
    also: { dateOfBirth: '1984-08-22', issueDate: '2025-03-10' },
    form: { as: 'scan', dpi: 300, to: 'jpg', skew: 1.4, quality: 80 },
    draw: () => {
      const paper = new Paper({ size: [480, 340], margin: 20, font: 'helv-bold', fontSize: 11 });
      paper.box(10, 10, 460, 320, '#eaf3ec', '#8a9');
      guilloche(paper, 10, 10, 460, 250, '#b9d3c0', 8);
      paper.at(24, 20, 'UNITED KINGDOM', { size: 20, color: '#174a2a' });
      paper.at(450, 22, '024817733', { font: 'mono', size: 16, align: 'right', color: '#b1121d' });
      const cell = (x: number, y: number, name: string, value: string): void => {
        paper.at(x, y, name, { font: 'helv', size: 6.5, color: '#254' });
        paper.at(x, y + 9, value, { size: 11.5 });
      };
      portrait(paper, 26, 60, 100, 124);
      cell(142, 58, 'VALID FOR', 'UNITED KINGDOM'); cell(330, 58, 'PLACE OF ISSUE', 'CHENNAI');
      cell(142, 86, 'VALID FROM', '10-03-25'); cell(240, 86, 'VALID UNTIL', '10-03-27'); cell(355, 86, 'NUMBER OF ENTRIES', 'MULT');
      cell(142, 114, 'TYPE OF VISA', 'C  VISIT'); cell(330, 114, 'DURATION OF STAY', '180 DAYS');
      cell(142, 142, 'SURNAME, NAME', 'RAO ASHA'); cell(142, 170, 'PASSPORT NO', 'V4183625'); cell(240, 170, 'SEX', 'F'); cell(290, 170, 'DATE OF BIRTH', '22-08-84'); cell(390, 170, 'NATIONALITY', 'IND');
      cell(142, 200, 'REMARKS', 'NO WORK OR RECOURSE TO PUBLIC FUNDS');
      const [top, low] = mrzVisa({ kind: 'V', state: 'GBR', surname: 'RAO', given: 'ASHA', number: '024817733', nationality: 'IND', birth: '1984-08-22', sex: 'F', expiry: '2027-03-10' });
      paper.at(22, 272, top, { font: 'mono', size: 13.6, spacing: 0.7 });
      paper.at(22, 298, low, { font: 'mono', size: 13.6, spacing: 0.7 });
      return paper;
    },
  },
  {
    id: 'visa-daniel-evisa', file: 'eVisa_ETA_MILLER', type: 'visa', category: ['travel', 'identity'], person: 'Daniel Miller',
    fields: { documentNumber: ['9052K7741Q', '9052K77-41Q'], holderName: ['Daniel Thomas Miller', 'Daniel Miller'], issueDate: '2026-10-14', expiryDate: '2027-10-13', dateOfBirth: '1986-12-02', issuer: ['Bureau of Immigration', 'Government of India', 'Bureau of Immigration Ministry of Home Affairs Government of India', 'Ministry of Home Affairs'] },
    form: { as: 'text-pdf' },
    draw: () => {
      const paper = new Paper({ margin: 48, font: 'helv', fontSize: 10 });
      paper.at(297, 44, 'Bureau of Immigration', { font: 'helv-bold', size: 14, align: 'center' });
      paper.at(297, 62, 'Ministry of Home Affairs, Government of India', { size: 10, align: 'center' });
      paper.at(297, 88, 'Electronic Travel Authorisation (ETA)', { font: 'helv-bold', size: 13, align: 'center' });
      paper.at(297, 106, 'Application Status: GRANTED', { font: 'helv-bold', size: 11, align: 'center', color: '#0a6' });
      paper.at(48, 132, 'Dear MILLER DANIEL THOMAS,', {});
      paper.at(48, 150, 'Your e-Visa application has been granted as per the details below. Please carry a copy of this ETA at the time of travel and ensure the ETA Status is GRANTED on the portal.', { width: 500 });
      const end = pairs(paper, 196, [
        ['Application ID', '11702KBN9083'], ['ETA Number', '9052K7741Q'], ['ETA Issue Date', '14-OCT-2026'], ['ETA Expiry Date', '13-OCT-2027'], ['Type of e-Visa', 'e-Tourist Visa (1 Year), multiple entry'],
        ['Name', 'DANIEL THOMAS MILLER'], ['Date of Birth', '02-DEC-1986'], ['Nationality', 'UNITED KINGDOM'], ['Passport Number', '538104427'], ['Passport Expiry', '21-JUN-2027'],
      ], { label: 170, valueFont: 'helv-bold', step: 7, sep: ':' });
      portrait(paper, 430, 200, 96, 118, '#e0bfa6');
      paper.y = end + 14;
      paper.put('Important instructions', { font: 'helv-bold', after: 4 });
      for (const text of [
        'Biometric details of the applicant will be mandatorily captured at Immigration on arrival in India.',
        'The passport should have at least six months validity from the date of arrival, and two blank pages.',
        'Continuous stay during each visit shall not exceed 180 days for nationals of the USA, UK, Canada and Japan.',
        'Entry is permitted through 31 designated airports and 6 seaports only. A fee of US$ 40.00 plus bank charges was received on 12-OCT-2026 and is not refundable.',
      ]) paper.put(`•  ${text}`, { size: 9, indent: 8, after: 3 });
      matrix(paper, 440, paper.y + 10, 80, 202);
      paper.at(48, paper.y + 60, 'Printed on 15-OCT-2026 09:12 IST', { size: 8, color: '#666' });
      return paper;
    },
  },
  {
    id: 'tax-id-vikram-de', language: 'de', file: 'Steuer-ID Brief', type: 'tax_id', category: ['tax', 'identity'], person: 'Vikram Rao',
    fields: { documentNumber: ['57 309 418 264', '57309418264'], holderName: 'Vikram Rao', issueDate: '2018-02-19', dateOfBirth: '1981-03-14', issuer: ['Bundeszentralamt für Steuern'] },
    form: { as: 'scan', dpi: 150, to: 'pdf', skew: 0.9, grey: true, quality: 75 },
    draw: () => {
      const paper = new Paper({ margin: 62, font: 'helv', fontSize: 10.5 });
      paper.at(62, 56, 'Bundeszentralamt\nfür Steuern', { font: 'helv-bold', size: 15 });
      bars(paper, 400, 60, 130, 24, 18);
      paper.at(62, 112, 'Bundeszentralamt für Steuern, 53221 Bonn', { size: 7 });
      paper.rule(122, 62, 290, 0.4);
      paper.at(62, 132, 'Herrn\nVikram Rao\nLindwurmstraße 114\n80337 München', {});
      paper.at(400, 132, 'Datum: 19.02.2018\nTelefon: 0228 406-1240\nZeichen: St II 3 - 0471', { size: 9.5 });
      paper.at(62, 248, 'Zuteilung der Identifikationsnummer nach § 139b der Abgabenordnung', { font: 'helv-bold', size: 12, width: 470 });
      paper.at(62, 288, 'Sehr geehrter Herr Rao,', {});
      paper.y = 310;
      paper.put('das Bundeszentralamt für Steuern hat Ihnen die Identifikationsnummer', { after: 8 });
      paper.put('57 309 418 264', { font: 'helv-bold', size: 17, align: 'center', after: 8 });
      paper.put('zugeteilt. Sie wird für steuerliche Zwecke verwendet und ist lebenslang gültig. Sie werden daher gebeten, dieses Schreiben aufzubewahren, auch wenn Sie derzeit steuerlich nicht geführt werden sollten.', { after: 12 });
      paper.put('Unter dieser Nummer sind die folgenden Daten gespeichert:', { after: 8 });
      paper.y = grid(paper, paper.y, [['Familienname', 'Rao'], ['Vornamen', 'Vikram'], ['Geburtsdatum', '14.03.1981'], ['Geschlecht', 'männlich'], ['Geburtsort', 'Mysuru, Indien'], ['Anschrift', 'Lindwurmstraße 114, 80337 München']], 2, { boxed: true, row: 34, labelSize: 7.5 });
      paper.gap(16).put('Bitte geben Sie Ihre Identifikationsnummer bei Anträgen, Erklärungen und Mitteilungen gegenüber dem Finanzamt an. Die bisherige Steuernummer bleibt daneben bestehen.', { after: 14 });
      paper.put('Mit freundlichen Grüßen', { after: 6 }).put('Ihr Bundeszentralamt für Steuern', { after: 20 });
      paper.put('Dieses Schreiben wurde maschinell erstellt und ist ohne Unterschrift gültig.', { size: 8 });
      return paper;
    },
  },
];
