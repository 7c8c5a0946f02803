import { grid, pairs, table } from '../blocks.ts';
import type { Entry } from '../catalogue.ts';
import { paperOf } from './household.ts';

/** Papers of Julia Brenner and Marc Lefèvre, who live in Kehl, work in Strasbourg and came from Boston. */
export const kehlPapers: readonly Entry[] = [
  paperOf('kehl-mietvertrag', 'lease', 'property', 'Mietvertrag Hauptstr', (p) => {
    p.at(297, 40, 'Wohnraummietvertrag', { font: 'sans-bold', size: 17, align: 'center' }); p.y = 75;
    const part = (name: string, text: string): void => { p.put(name, { font: 'sans-bold', size: 11, after: 1 }).put(text, { font: 'sans', size: 10.5, after: 6 }); };
    part('Vertragsparteien', 'Vermieterin: Ingrid Schäuble, Blumenstraße 4, 77694 Kehl. Mieter: Julia Brenner und Marc Lefèvre.');
    part('§ 1 Mietsache', 'Vermietet wird die Wohnung im 2. Obergeschoss links, Hauptstraße 88, 77694 Kehl, 4 Zimmer, Küche, Bad, ca. 96 m², mit Kellerraum Nr. 7 und Stellplatz 12.');
    part('§ 2 Mietzeit', 'Das Mietverhältnis beginnt am 01.10.2024 und läuft auf unbestimmte Zeit. Kündigungsfrist für den Mieter: drei Monate zum Monatsende.');
    part('§ 3 Miete', 'Kaltmiete 1.080,00 EUR, Nebenkostenvorauszahlung 240,00 EUR, Stellplatz 45,00 EUR, zusammen monatlich 1.365,00 EUR, zahlbar bis zum dritten Werktag auf das Konto DE21 6645 1862 0000 4471 90.');
    part('§ 4 Kaution', 'Die Kaution beträgt 3.240,00 EUR und kann in drei Raten gezahlt werden.');
    part('§ 5 Tierhaltung', 'Kleintiere sind erlaubt. Hunde nur mit Zustimmung der Vermieterin.');
    p.next();
    part('§ 6 Schönheitsreparaturen und Kleinreparaturen', 'Kleinreparaturen bis 100,00 EUR im Einzelfall trägt der Mieter, höchstens 6 % der Jahreskaltmiete.');
    part('§ 7 Hausordnung', 'Ruhezeiten 13 bis 15 Uhr und 22 bis 7 Uhr. Die Treppe wird im wöchentlichen Wechsel gereinigt.');
    p.gap(20); p.sign(60, p.y, 'I. Schäuble'); p.sign(300, p.y, 'J. Brenner'); p.at(60, p.y + 30, 'Kehl, 12.09.2024', { font: 'sans' });
  }),
  paperOf('kehl-strom', 'utility_bill', 'bills', 'Jahresrechnung Strom', (p) => {
    p.at(50, 40, 'Badenova Strom', { font: 'narrow-bold', size: 19 }); p.at(50, 75, 'Marc Lefèvre\nHauptstraße 88\n77694 Kehl', { font: 'narrow', size: 11 });
    pairs(p, 75, [['Rechnungsnummer', '26-4471-0093'], ['Kundennummer', '3300 7718'], ['Zählernummer', '1EMH0011 8842'], ['Rechnungsdatum', '14.10.2026']], { x: 340, label: 100, font: 'narrow', size: 10 });
    p.y = 170; p.put('Ihre Jahresabrechnung vom 01.10.2025 bis 30.09.2026', { font: 'narrow-bold', size: 13, after: 8 });
    table(p, [{ width: 320 }, { width: 160, align: 'right' }], [['', 'EUR'], ['Verbrauch 2.914 kWh x 31,20 ct', '909,17'], ['Grundpreis 12 Monate', '143,40'], ['Rechnungsbetrag (brutto)', '1.052,57'], ['Ihre geleisteten Abschläge 12 x 95,00', '-1.140,00'], ['Guthaben', '87,43']], { font: 'narrow', lastBold: 1 });
    p.gap(10).put('Das Guthaben überweisen wir bis zum 28.10.2026. Ihr neuer monatlicher Abschlag beträgt 90,00 EUR, erstmals am 01.11.2026.', { font: 'narrow', size: 11, after: 4 }).put('Störung? 0800 2 76 76 76 (kostenlos, Tag und Nacht)', { font: 'narrow', size: 11 });
  }),
  paperOf('kehl-kfz', 'insurance_policy', 'insurance', 'Versicherungsschein Skoda', (p) => {
    p.at(50, 40, 'Ortenau Versicherung a.G.', { font: 'times-bold', size: 17 }); p.at(50, 64, 'Versicherungsschein zur Kraftfahrtversicherung', { font: 'times', size: 13 });
    pairs(p, 95, [['Versicherungsnummer', 'KH 7 441 902'], ['Versicherungsnehmerin', 'Julia Brenner, geb. 23.04.1988'], ['Amtliches Kennzeichen', 'OG-JB 188'], ['Fahrzeug', 'Skoda Octavia Combi, Erstzulassung 03/2021'], ['Beginn', '01.01.2026, 0 Uhr'], ['Ablauf', '31.12.2026, 24 Uhr; verlängert sich, wenn nicht bis 30.11. gekündigt wird'], ['Haftpflicht', 'SF-Klasse 11, 100 Mio. EUR pauschal'], ['Vollkasko', 'Selbstbeteiligung 500 EUR'], ['Teilkasko', 'Selbstbeteiligung 150 EUR'], ['Jährliche Fahrleistung', '12.000 km'], ['Fahrer', 'Versicherungsnehmerin und Ehepartner'], ['Jahresbeitrag', '612,38 EUR inkl. 19 % Versicherungsteuer'], ['Schaden melden', '0781 9203 100']], { label: 160, font: 'times', size: 11, sep: ':' });
  }),
  paperOf('kehl-gehalt', 'payslip', 'financial', 'Abrechnung 0926', (p) => {
    p.at(40, 36, 'Rheinhafen Logistik GmbH · Hafenstraße 20 · 77694 Kehl', { font: 'courier', size: 9 }); p.at(40, 54, 'Abrechnung der Brutto-Netto-Bezüge September 2026', { font: 'courier-bold', size: 11.5 });
    grid(p, 80, [['Personal-Nr.', '00714'], ['Name', 'Julia Brenner'], ['Steuerklasse', '4'], ['Eintritt', '01.11.2024'], ['Krankenkasse', 'TK'], ['Urlaub Rest', '9,5 Tage']], 3, { x: 40, width: 515, row: 32, font: 'courier', valueFont: 'courier-bold', size: 9.5 });
    p.y = 155;
    table(p, [{ width: 300 }, { width: 130, align: 'right' }], [['Bezeichnung', 'Betrag EUR'], ['Gehalt', '4.250,00'], ['Jobticket', '49,00'], ['Gesamtbrutto', '4.299,00'], ['Lohnsteuer', '-684,50'], ['Krankenversicherung', '-365,41'], ['Rentenversicherung', '-399,81'], ['Pflegeversicherung', '-77,38'], ['Arbeitslosenversicherung', '-55,89'], ['Auszahlungsbetrag', '2.716,01']], { x: 40, font: 'courier', size: 9, lastBold: 1 });
  }, { margin: 40 }),
  paperOf('kehl-kita', 'contract', 'education', 'Betreuungsvertrag Emil', (p) => {
    p.at(50, 40, 'Betreuungsvertrag', { font: 'book-bold', size: 19 }); p.at(50, 66, 'Kindertagesstätte Wirbelwind e.V., Kehl', { font: 'book', size: 12 }); p.y = 95;
    for (const line of ['Kind: Emil Lefèvre, geboren am 08.06.2023', 'Sorgeberechtigte: Julia Brenner, Marc Lefèvre', 'Aufnahme: 01.09.2025 in die Gruppe Igel (Krippe)', 'Betreuungszeit: Montag bis Freitag 7.30 bis 15.30 Uhr', 'Elternbeitrag: 310 EUR im Monat, dazu 72 EUR Essensgeld, zum 5. des Monats', 'Schließtage: 24 im Jahr; im Sommer drei Wochen ab dem 3. August', 'Kündigung: vier Wochen zum Monatsende, schriftlich', 'Abholberechtigt: die Eltern und Frau Gisela Brenner (Großmutter)', 'Allergie: Erdnüsse', 'Leitung: Frau Petra Zimmermann, Telefon 07851 4820']) p.put(line, { font: 'book', size: 12, after: 5 });
  }),
  paperOf('kehl-habitation', 'insurance_policy', 'insurance', 'attestation studio', (p) => {
    p.at(50, 40, 'ASSURALSACE', { font: 'helv-bold', size: 17, color: '#004080' }); p.at(50, 62, 'Attestation d’assurance habitation', { font: 'helv-bold', size: 13 }); p.y = 95;
    p.put('Nous soussignés, AssurAlsace Mutuelle, attestons que M. Marc LEFÈVRE est assuré par le contrat n° AH 55-712093 pour le studio dont il est locataire au 6 rue des Orfèvres, 67000 Strasbourg.', { size: 11, after: 6 });
    p.put('Garanties : responsabilité civile locative, incendie, dégât des eaux, vol. Franchise : 180 € par sinistre. Capital mobilier : 15 000 €.', { size: 11, after: 6 });
    p.put('Cette attestation est valable du 1er juillet 2026 au 30 juin 2027. Cotisation annuelle : 142,60 € TTC.', { size: 11, after: 6 });
    p.put('Pour déclarer un sinistre : 03 88 77 21 00, dans les cinq jours ouvrés (deux jours en cas de vol).', { size: 11, after: 16 });
    p.put('Fait à Strasbourg, le 19 juin 2026', { size: 11 });
  }),
  paperOf('kehl-cdi', 'contract', 'legal', 'contrat de travail M', (p) => {
    p.at(297, 40, 'CONTRAT DE TRAVAIL À DURÉE INDÉTERMINÉE', { font: 'times-bold', size: 13, align: 'center' }); p.y = 75;
    const put = (text: string): void => { p.put(text, { font: 'times', size: 11.5, after: 6 }); };
    put('Entre la société BIOVERDE SAS, 14 quai des Bateliers, 67000 Strasbourg, et M. Marc Lefèvre, né le 30 janvier 1986 à Mulhouse.');
    put('Article 1 – Engagement. M. Lefèvre est engagé à compter du 2 mai 2023 en qualité d’ingénieur qualité, statut cadre.');
    put('Article 2 – Période d’essai. La période d’essai est de quatre mois, renouvelable une fois.');
    put('Article 3 – Rémunération. Le salaire annuel brut est de 51 600 euros, versé en douze mensualités.');
    put('Article 4 – Durée du travail. Forfait de 218 jours par an. Télétravail : deux jours par semaine.');
    put('Article 5 – Préavis. En cas de démission ou de licenciement, le préavis est de trois mois.');
    put('Article 6 – Non-concurrence. Pendant douze mois après son départ, dans le Bas-Rhin.');
  }),
  paperOf('kehl-w2', 'tax_return', 'financial', 'W2 2023', (p) => {
    p.at(40, 34, 'Form W-2  Wage and Tax Statement  2023', { font: 'helv-bold', size: 12 });
    grid(p, 60, [['a  Employee’s social security number', 'XXX-XX-4417'], ['b  Employer identification number', '04-2918837'], ['1  Wages, tips, other compensation', '81,240.00'], ['2  Federal income tax withheld', '11,206.48'], ['3  Social security wages', '85,515.79'], ['4  Social security tax withheld', '5,301.98'], ['c  Employer’s name and address', 'CHARLES RIVER FREIGHT INC, BOSTON MA 02114'], ['e  Employee’s name', 'JULIA BRENNER'], ['12a  Code D', '4,275.79'], ['15  State', 'MA'], ['16  State wages', '81,240.00'], ['17  State income tax', '4,062.00']], 2, { x: 40, width: 520, row: 34, boxed: true, size: 9.5 });
  }, { size: 'LETTER' }),
  paperOf('kehl-bahncard', 'travel_itinerary', 'travel', 'BahnCard Julia', (p) => {
    p.box(10, 10, 320, 190, '#fff5f5', '#c00', 10); p.at(26, 22, 'BahnCard 50', { font: 'narrow-bold', size: 20, color: '#c00' });
    pairs(p, 62, [['Inhaberin', 'Julia Brenner'], ['Kartennummer', '7081 4121 8830 0294'], ['Klasse', '2'], ['Gültig', '15.02.2026 – 14.02.2027'], ['Preis', '244,00 EUR']], { x: 26, label: 100, font: 'narrow', size: 11, step: 4 });
    p.at(26, 165, 'Kündigung bis 4 Wochen vor Ablauf, sonst ein weiteres Jahr.', { font: 'narrow', size: 9 });
  }, { size: [340, 215], margin: 20 }),
  paperOf('kehl-laptop', 'invoice', 'bills', 'Rechnung 88127', (p) => {
    p.at(50, 40, 'ElektroMarkt Offenburg', { font: 'sans-bold', size: 16 }); p.at(50, 62, 'Rechnung Nr. 88127 vom 21.11.2025', { font: 'sans', size: 12 }); p.at(50, 85, 'Kunde: Marc Lefèvre', { font: 'sans', size: 11 }); p.y = 110;
    table(p, [{ width: 40 }, { width: 280 }, { width: 80, align: 'right' }, { width: 90, align: 'right' }], [['Pos', 'Artikel', 'Menge', 'EUR'], ['1', 'Lenora Slim 14 Notebook, 16 GB, S/N LN14-7720-QX', '1', '899,00'], ['2', 'USB-C Dock', '1', '119,00'], ['3', 'Garantieverlängerung auf 48 Monate', '1', '79,00'], ['', 'Summe inkl. 19 % MwSt (175,16)', '', '1.097,00']], { font: 'sans', lastBold: 1 });
    p.gap(10).put('Bezahlt mit girocard. Rückgabe innerhalb von 14 Tagen mit dieser Rechnung und Originalverpackung.', { font: 'sans' });
  }),
  paperOf('kehl-impfung', 'vaccination_record', 'medical', 'Impfpass Emil', (p) => {
    p.at(50, 36, 'Internationale Bescheinigungen über Impfungen', { font: 'book-bold', size: 13 }); p.at(50, 58, 'Name: Lefèvre, Emil      geb.: 08.06.2023', { font: 'book', size: 11 }); p.y = 82;
    table(p, [{ width: 90 }, { width: 180 }, { width: 90 }, { width: 120 }], [['Datum', 'Impfung gegen', 'Charge', 'Arzt'], ['14.08.2023', 'Sechsfach (1.), Pneumokokken', 'A21CE', 'Dr. Ott'], ['16.10.2023', 'Sechsfach (2.), Pneumokokken', 'A44XB', 'Dr. Ott'], ['24.06.2024', 'MMR (1.)', 'M8810', 'Dr. Ott'], ['07.10.2024', 'MMR (2.), Varizellen', 'M9127', 'Dr. Yildiz'], ['19.05.2026', 'FSME (1.)', 'F330', 'Dr. Yildiz']], { font: 'book', boldFont: 'book-bold' });
  }, { size: [540, 300], margin: 50 }),
  paperOf('kehl-kredit', 'loan_agreement', 'financial', 'Darlehensvertrag', (p) => {
    p.at(50, 40, 'Volksbank am Rhein eG', { font: 'sans-bold', size: 16 }); p.at(50, 62, 'Darlehensvertrag Nr. 660 21 884', { font: 'sans', size: 12 });
    pairs(p, 90, [['Darlehensnehmer', 'Marc Lefèvre, Julia Brenner'], ['Verwendungszweck', 'Küche und Renovierung'], ['Nettodarlehensbetrag', '18.000,00 EUR'], ['Sollzinssatz', '5,49 % p.a. fest'], ['Effektiver Jahreszins', '5,63 %'], ['Monatsrate', '344,10 EUR, jeweils zum 30.'], ['Erste Rate', '30.01.2025'], ['Letzte Rate', '30.12.2029'], ['Gesamtbetrag', '20.646,00 EUR'], ['Sondertilgung', 'bis 5.000 EUR im Jahr ohne Kosten']], { label: 150, font: 'sans', size: 11, sep: ':' });
    p.at(50, 320, 'Kehl, den 18. Dezember 2024', { font: 'sans', size: 11 });
  }),
];
