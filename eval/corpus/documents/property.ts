import { clauses, pairs, seal } from '../blocks.ts';
import type { Drawn } from '../form.ts';
import { Paper } from '../paper.ts';

/** Indian non-judicial stamp paper's head. */
function stampHead(paper: Paper, value: string, certificate: string, rows: readonly (readonly [string, string])[]): void {
  paper.box(60, 30, 492, 150, '#f4efe2', '#7a5');
  paper.at(306, 38, 'INDIA NON JUDICIAL', { font: 'sans-bold', size: 13, align: 'center' });
  paper.at(306, 54, 'Government of Karnataka', { font: 'sans-bold', size: 12, align: 'center' });
  paper.at(306, 70, 'e-Stamp', { font: 'sans-bold', size: 14, align: 'center', color: '#2f6b1f' });
  pairs(paper, 90, [['Certificate No.', certificate], ...rows, ['Stamp Duty Paid By', 'Second Party'], ['Stamp Duty Amount(Rs.)', value]], { x: 72, label: 150, font: 'sans', valueFont: 'sans-bold', size: 8.5, step: 1, sep: ':' });
}

export const property: Drawn[] = [
  {
    id: 'sale-deed', file: 'Jayanagar flat registered deed', type: 'property_deed', category: ['property', 'legal'], person: 'Vikram Rao',
    fields: { documentNumber: ['JAY-1-04417-2019-20', 'IN-KA77120441882091R', '4417/2019-20'], holderName: ['Vikram Rao', 'Asha Rao', 'Vikram Rao and Asha Rao'], issueDate: '2019-11-08', totalAmount: '9250000', currency: 'INR' },
    also: { issuer: ['Sub-Registrar Jayanagar', 'Office of the Sub-Registrar Jayanagar', 'Government of Karnataka', 'Sub-Registrar, Jayanagar', 'Sterling Gulmohar Developers LLP'] },
    form: { as: 'scan', dpi: 200, to: 'pdf', skew: 1.0, quality: 66 },
    draw: () => {
      const paper = new Paper({ size: 'LEGAL', margin: 64, font: 'times', fontSize: 12.5 });
      stampHead(paper, '4,62,500 (Four Lakh Sixty Two Thousand Five Hundred only)', 'IN-KA77120441882091R', [['Certificate Issued Date', '06-Nov-2019 04:18 PM'], ['Purchased by', 'VIKRAM RAO AND ASHA RAO'], ['Description of Document', 'Article 20(1) Conveyance']]);
      paper.y = 200;
      paper.put('DEED OF ABSOLUTE SALE', { font: 'times-bold', size: 16, align: 'center', after: 10 });
      const body = { lead: 1.65, align: 'justify' as const, after: 8 };
      paper.put('This Deed of Absolute Sale is made and executed at Bengaluru on this the Eighth day of November Two Thousand and Nineteen (08.11.2019)', body);
      paper.put('BETWEEN: M/s STERLING GULMOHAR DEVELOPERS LLP, having its office at 81, Richmond Road, Bengaluru 560025, represented by its designated partner Sri H. S. Prakash, hereinafter called the VENDOR (which expression shall include its successors and assigns) of the ONE PART;', body);
      paper.put('AND: (1) Sri VIKRAM RAO, aged 38 years, son of Sri Suresh Rao, PAN BKVPR4471H, and (2) Smt. ASHA RAO, aged 35 years, wife of Sri Vikram Rao, PAN CFNPR2208K, both residing at No. 27, 3rd Main Road, Malleshwaram, Bengaluru 560003, hereinafter called the PURCHASERS of the OTHER PART.', body);
      paper.put('WHEREAS the Vendor is the absolute owner of the Schedule ‘A’ property having acquired the same under a sale deed dated 14.02.2014 registered as No. 2207/2013-14, and has built thereon a residential building known as GULMOHAR RESIDENCY under plan sanction No. BBMP/ADDL.DIR/JD/0417/15-16 dated 03.08.2015; and whereas the occupancy certificate was issued on 22.05.2019;', body);
      paper.put('NOW THIS DEED WITNESSETH that in consideration of Rs. 92,50,000/- (Rupees Ninety Two Lakh Fifty Thousand only), out of which Rs. 2,00,000/- was paid as advance on 21.08.2019 and Rs. 69,00,000/- by demand draft of Kaveri National Bank and the balance by RTGS, the receipt of which the Vendor hereby acknowledges, the Vendor conveys to the Purchasers the Schedule ‘B’ property free from all encumbrances.', body);
      paper.next();
      paper.put('-2-', { align: 'center', after: 10 });
      clauses(paper, [['The Vendor covenants', 'that the Schedule property is not subject to any attachment, mortgage, acquisition proceedings, or claim for maintenance;', 'that all taxes and cesses up to the date of this deed have been paid, and those that fall due after it shall be borne by the Purchasers;', 'that vacant possession has been handed over today along with the original title deeds listed in the annexure.'], ['The Purchasers covenant', 'to become members of the Gulmohar Residency Apartment Owners’ Association, to pay the monthly maintenance of Rs. 4,850/-, and not to claim partition of the undivided share;', 'not to alter the elevation or the colour of the building.']], { font: 'times', bold: 'times-bold', size: 12.5, lead: 1.6 });
      paper.put('SCHEDULE ‘A’', { font: 'times-bold', align: 'center', after: 4 }).put('All that piece and parcel of site No. 1188, PID No. 59-77-1188, 14th Cross, Jayanagar 4th Block, Bengaluru, measuring East to West 80 feet and North to South 120 feet, bounded on the East by site No. 1189, West by road, North by 14th Cross, and South by site No. 1171.', body);
      paper.put('SCHEDULE ‘B’', { font: 'times-bold', align: 'center', after: 4 }).put('412 square feet of undivided share in Schedule ‘A’ and Flat No. 402 on the fourth floor, having a super built-up area of 1,365 square feet with two bedrooms, vitrified flooring, and one covered car park numbered P-11 in the basement.', body);
      paper.put('IN WITNESS WHEREOF the parties have signed this deed on the day, month, and year first above written.', { ...body, after: 26 });
      paper.sign(80, paper.y, 'H. S. Prakash', 22); paper.sign(330, paper.y, 'Vikram Rao', 22); paper.sign(450, paper.y, 'Asha Rao', 22); paper.at(80, paper.y + 30, 'VENDOR'); paper.at(330, paper.y + 30, 'PURCHASERS'); paper.gap(56);
      paper.put('Witnesses: 1. S. Lakshmi, Basavanagudi   2. K. Ramesh, Jayanagar', { size: 11 });
      paper.box(64, 880, 480, 70, undefined, '#446');
      paper.at(74, 888, 'Registered as document No. JAY-1-04417-2019-20, stored in CD No. JAYD1108, in the office of the Sub-Registrar, Jayanagar, Bengaluru, on 08-11-2019 at 03:42:10 PM. Registration fee Rs. 92,500. Prepared by K. V. Advocates.', { size: 10, width: 380 });
      seal(paper, 500, 915, 30);
      return paper;
    },
  },
  {
    id: 'title-register-uk', file: 'Official copy YK Title', type: 'property_deed', category: ['property', 'legal'], person: 'Daniel Miller', heldOut: true,
    fields: { documentNumber: ['WYK418820'], holderName: ['Daniel Thomas Miller', 'Thomas Edward Miller', 'Daniel Thomas Miller and Thomas Edward Miller'], issuer: ['HM Land Registry', 'Land Registry'], issueDate: ['2022-06-30', '2025-03-04', '2022-06-17'] },
    also: { totalAmount: '184000', currency: 'GBP', startDate: ['2022-06-30'] },
    form: { as: 'text-pdf' },
    draw: () => {
      const paper = new Paper({ margin: 66, font: 'times', fontSize: 11.5 });
      paper.at(66, 52, 'HM Land Registry', { font: 'times-bold', size: 20, color: '#0d5257' });
      paper.at(530, 56, 'Official copy of register of title', { font: 'times-bold', size: 12, align: 'right' });
      paper.at(66, 92, 'Title number WYK418820', { font: 'times-bold', size: 12 }); paper.at(530, 92, 'Edition date 30.06.2022', { font: 'times-bold', align: 'right' });
      paper.y = 120;
      for (const line of ['This official copy shows the entries on the register of title on 04 MAR 2025 at 10:51:27.', 'This date must be quoted as the “search from date” in any official search application based on this copy.', 'Under s.67 of the Land Registration Act 2002, this copy is admissible in evidence to the same extent as the original.', 'This title is dealt with by HM Land Registry, Nottingham Office.']) paper.put(`•  ${line}`, { size: 10.5, after: 3 });
      const part = (title: string, under: string, items: string[]): void => { paper.gap(12).put(title, { font: 'times-bold', size: 14 }).put(under, { font: 'times-italic', size: 10.5, after: 6 }); items.forEach((item, index) => { paper.put(`${index + 1}   ${item}`, { after: 5, align: 'justify' }); }); };
      part('A: Property Register', 'This register describes the land and estate comprised in the title.', ['(11.09.1987) The Freehold land shown edged with red on the plan of the above Title filed at the Registry and being 3 Chapel Row, Leeds (LS6 2AB).', 'The land has the benefit of a right of way on foot over the passage coloured brown on the title plan.']);
      part('B: Proprietorship Register', 'This register specifies the class of title and identifies the owner.', ['(30.06.2022) PROPRIETOR: DANIEL THOMAS MILLER of 18 Calder Road, London E17 4PQ and THOMAS EDWARD MILLER of 3 Chapel Row, Leeds LS6 2AB.', '(30.06.2022) The price stated to have been paid on 17 June 2022 was £184,000.', '(30.06.2022) RESTRICTION: No disposition by a sole proprietor of the registered estate under which capital money arises is to be registered unless authorised by an order of the court.']);
      part('C: Charges Register', 'This register contains any charges and other matters that affect the land.', ['A Conveyance of the land in this title dated 2 May 1911 contains restrictive covenants.', '(30.06.2022) REGISTERED CHARGE dated 17 June 2022 in favour of Pennine Bank UK plc.']);
      paper.gap(20).put('End of register', { font: 'times-bold', align: 'center' });
      return paper;
    },
  },
  {
    id: 'deed-texas', file: 'warranty deed recorded', type: 'property_deed', category: ['property', 'legal'], person: 'Rohan Fernandes',
    fields: { documentNumber: ['2026041188', '2026-041188'], holderName: ['Rohan Xavier Fernandes', 'Rohan Fernandes'], issueDate: ['2026-03-27', '2026-03-30'] },
    also: { issuer: ['Travis County', 'Travis County Clerk', 'County Clerk Travis County', 'Walter and June Kessler', 'Walter H. Kessler and June Kessler', 'County Clerk, Travis County, Texas'], totalAmount: ['10', '68500', '38'], currency: 'USD' },
    form: { as: 'scan', dpi: 300, to: 'pdf', skew: -1.3, grey: true, quality: 62 },
    draw: () => {
      const paper = new Paper({ size: 'LETTER', margin: 72, font: 'typed', fontSize: 11.5 });
      paper.at(540, 40, 'FILED AND RECORDED\nOFFICIAL PUBLIC RECORDS\nMar 30, 2026 02:14 PM   2026041188\nFee $38.00   Clerk: MOLINA\nTravis County, Texas', { font: 'courier', size: 8.5, align: 'right' });
      paper.at(306, 120, 'GENERAL WARRANTY DEED', { font: 'typed-bold', size: 15, align: 'center' });
      paper.y = 146;
      paper.put('NOTICE OF CONFIDENTIALITY RIGHTS: IF YOU ARE A NATURAL PERSON, YOU MAY REMOVE OR STRIKE YOUR SOCIAL SECURITY NUMBER OR YOUR DRIVER’S LICENSE NUMBER FROM ANY INSTRUMENT THAT TRANSFERS AN INTEREST IN REAL PROPERTY BEFORE IT IS FILED FOR RECORD.', { size: 9.5, after: 10 });
      for (const [name, text] of [['Date:', 'March 27, 2026'], ['Grantor:', 'WALTER H. KESSLER and wife, JUNE KESSLER'], ['Grantee:', 'ROHAN XAVIER FERNANDES, a single man, 2209 Bluebonnet Lane Apt 6, Austin, Travis County, Texas 78704'], ['Consideration:', 'Ten and No/100 Dollars ($10.00) and other good and valuable consideration, and a note of even date in the sum of $68,500.00 payable to Capitol Plains Credit Union, secured by a vendor’s lien retained in this deed.'], ['Property (including any improvements):', 'Lot 14, Block C, PEDERNALES BLUFF SECTION TWO, a subdivision in Travis County, Texas, according to the map or plat recorded in Volume 84, Page 112A, Plat Records, being 0.62 acre of unimproved land.'], ['Reservations from and Exceptions to Conveyance and Warranty:', 'Easements and rights-of-way of record; restrictive covenants recorded in Volume 7710, Page 318; taxes for 2026, which Grantee assumes.']] as const) paper.put(name, { font: 'typed-bold' }).put(text, { indent: 18, after: 7 });
      paper.put('Grantor, for the consideration and subject to the reservations and exceptions, grants, sells, and conveys to Grantee the property, to have and to hold it to Grantee and Grantee’s heirs and assigns forever, and binds Grantor to warrant and forever defend the property against every person lawfully claiming it.', { after: 18 });
      paper.sign(80, paper.y, 'Walter H. Kessler', 22); paper.sign(330, paper.y, 'June Kessler', 22); paper.gap(34);
      paper.put('STATE OF TEXAS, COUNTY OF TRAVIS. This instrument was acknowledged before me on the 27th day of March, 2026, by Walter H. Kessler and June Kessler. Notary Public: Delia Cantu. My commission expires 08-15-2027.', { size: 10 });
      return paper;
    },
  },
  {
    id: 'mietvertrag', language: 'de', file: 'Mietvertrag Lindwurmstr', type: 'lease', category: ['property', 'legal'], person: 'Vikram Rao',
    fields: { holderName: ['Vikram Rao', 'Asha Rao', 'Vikram und Asha Rao'], startDate: '2018-02-01', totalAmount: ['1480', '1260', '3780'], currency: 'EUR' },
    also: { issuer: ['Helga Brunner', 'Frau Helga Brunner'], issueDate: '2018-01-19', endDate: ['2020-01-31'], dateOfBirth: '1981-03-14' },
    form: { as: 'scan', dpi: 200, to: 'pdf', skew: 0.7, quality: 72, wear: 1.4 },
    draw: () => {
      const paper = new Paper({ margin: 60, font: 'times', fontSize: 11.5 });
      paper.put('Wohnraummietvertrag', { font: 'times-bold', size: 20, align: 'center', after: 14 });
      paper.put('Zwischen Frau Helga Brunner, Tegernseer Landstraße 61, 81541 München (Vermieterin) und Herrn Vikram Rao, geb. 14.03.1981, sowie Frau Asha Rao (Mieter) wird folgender Mietvertrag geschlossen:', { after: 12, lead: 1.5 });
      const p = (head: string, text: string): void => { paper.room(80).put(head, { font: 'times-bold', size: 12, after: 3 }).put(text, { lead: 1.5, align: 'justify', after: 10 }); };
      p('§ 1 Mieträume', 'Vermietet wird im Hause Lindwurmstraße 114, 80337 München, 3. Obergeschoss links, die Wohnung mit drei Zimmern, Küche, Bad, Balkon und einem Kellerabteil, Wohnfläche 71 m². Ausgehändigt werden zwei Haustür- und drei Wohnungsschlüssel.');
      p('§ 2 Mietzeit', 'Das Mietverhältnis beginnt am 01.02.2018 und läuft auf unbestimmte Zeit. Eine ordentliche Kündigung ist für beide Seiten frühestens zum 31.01.2020 zulässig. Die gesetzliche Kündigungsfrist von drei Monaten bleibt unberührt.');
      p('§ 3 Miete', 'Die Grundmiete beträgt monatlich 1.260,00 EUR. Daneben sind Vorauszahlungen auf die Betriebskosten von 140,00 EUR und auf die Heizkosten von 80,00 EUR zu leisten. Die Gesamtmiete von 1.480,00 EUR ist bis zum dritten Werktag eines Monats zu zahlen.');
      p('§ 4 Kaution', 'Die Mieter leisten eine Sicherheit von 3.780,00 EUR in drei gleichen Raten, die erste zu Beginn des Mietverhältnisses. Die Vermieterin legt sie getrennt von ihrem Vermögen zu üblichem Zins an.');
      p('§ 5 Schönheitsreparaturen', 'Die Wohnung wird renoviert übergeben. Die laufenden Schönheitsreparaturen übernehmen die Mieter, soweit sie durch ihre Nutzung veranlasst sind.');
      p('§ 6 Tierhaltung', 'Kleintiere dürfen gehalten werden. Für Hunde und Katzen ist die vorherige Zustimmung der Vermieterin erforderlich.');
      p('§ 7 Hausordnung', 'Die Treppenreinigung erfolgt im wöchentlichen Wechsel der Hausparteien. Das Waschen und Trocknen im Keller ist werktags von 7 bis 20 Uhr gestattet; Ruhezeiten sind von 13 bis 15 Uhr und von 22 bis 7 Uhr.');
      p('§ 8 Beendigung', 'Bei Auszug ist die Wohnung besenrein mit sämtlichen Schlüsseln zurückzugeben. Einbauten sind auf Verlangen zu entfernen.');
      paper.gap(20).put('München, den 19. Januar 2018', { after: 26 });
      paper.sign(80, paper.y - 10, 'H. Brunner', 24); paper.sign(330, paper.y - 10, 'Vikram Rao   Asha Rao', 22);
      paper.at(80, paper.y + 20, 'Vermieterin', { size: 10 }); paper.at(330, paper.y + 20, 'Mieter', { size: 10 });
      return paper;
    },
  },
];
