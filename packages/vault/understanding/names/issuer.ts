import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import type { Reading } from '../reading.ts';
import { plain } from '../text/fold.ts';
import type { Cell, Line } from '../text/lines.ts';
import { hasLegalForm, looksLikeOrganisation, readOrganisation } from './organisation.ts';
import { startsWithTitle } from './person.ts';

export type IssuerGuess = { value: string; confidence: number; page: number; line: number };

const headingWords = /^(?:tax |retail |proforma |commercial |gst )?(?:invoices?|receipt|payment receipt|bill|statement|account statement|payslip|pay ?slip|salary slip|rechnung|factuur|facture|factura|fattura|quittung|policy schedule|discharge summary|prescription|certificate|original|duplicate|copy|page|warranty card|warranty certificate|passport|visa|boarding pass|itinerary|e-ticket|booking confirmation|your |welcome|confidential|private|important|bulletin de paie|ordonnance|rezept|garantie|driving licence|identity card|kontoauszug|rekeningafschrift|report|immunization record|vaccination|lease|agreement|contract|deed|will|form|part|rx|loonstrook|nomina|nómina|estratto conto|bolletta|earnings statement|home insurance|motor insurance|tenancy|auto policy|electricity bill|water bill|gas bill|bill of supply|final certificate|payslip for|entgeltabrechnung|gehaltsabrechnung|sale|sales|guest folio|fee receipt|rent receipt|indian income tax return|income tax return|médecin|medecin généraliste|facharzt|huisarts|hotel details|warehouse|patient|non food|donation receipt|cash receipt|tax|mr|mrs|ms|dear|to|from|date|dated|no|ref)(?:[\s./:]|$)/iu;
const addressLine = /\b(?:\d{5,6}|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|\d{4} ?[A-Z]{2})\b|^\d+[\s,/-]|(?:stra(?:ß|ss)e|str\.|strasse|road|street| rd\b| st\b|avenue|lane|nagar|floor|p\.?o\.? box|www\.|http|@|tel[.:]|phone|\+\d{2})/iu;

const authorities: readonly [RegExp, string, DocumentType[]][] = [
  [/unique\s+identification\s+authority\s+of\s+india/iu, 'Unique Identification Authority of India', ['national_id']],
  [/भारतीय विशिष्ट पहचान प्राधिकरण/u, 'Unique Identification Authority of India', ['national_id']],
  [/election commission of india/iu, 'Election Commission of India', ['national_id']],
  [/income\s*tax\s*department/iu, 'Income Tax Department', ['tax_id', 'tax_return']],
  [/bundeszentralamt für steuern/iu, 'Bundeszentralamt für Steuern', ['tax_id']],
  [/internal revenue service/iu, 'Internal Revenue Service', ['tax_id']],
  [/hm revenue (?:&|and) customs/iu, 'HM Revenue & Customs', ['tax_id']],
  [/federal authority for identity[^\n]{0,60}/iu, 'Federal Authority for Identity, Citizenship, Customs & Port Security', ['national_id']],
  [/hm land registry|\bland registry\b/iu, 'HM Land Registry', ['property_deed']],
  [/registro de la propiedad/iu, 'Registro de la Propiedad', ['property_deed']],
  [/social security administration/iu, 'Social Security Administration', ['national_id']],
  [/bureau of immigration/iu, 'Bureau of Immigration', ['visa']],
  [/\bDVLA\b/u, 'DVLA', ['driving_licence', 'vehicle_registration']],
  [/\bHMPO\b/u, 'HMPO', ['passport']],
  [/\bRDW\b/u, 'RDW', ['vehicle_registration']],
  [/\bIRCTC\b/u, 'IRCTC', ['travel_itinerary']],
  [/government\s+of\s+india|भारत\s+सरकार/iu, 'Government of India', ['national_id', 'tax_id', 'visa', 'passport']],
  [/republic\s+of\s+india|भारत गणराज्य/iu, 'Republic of India', ['passport']],
  [/bundesrepublik\s+deutschland/iu, 'Bundesrepublik Deutschland', ['passport', 'national_id', 'driving_licence', 'vehicle_registration', 'visa']],
  [/united\s+kingdom/iu, 'United Kingdom', ['visa', 'driving_licence', 'passport']],
  [/united states of america/iu, 'United States of America', ['passport', 'visa']],
  [/koninkrijk der nederlanden/iu, 'Koninkrijk der Nederlanden', ['passport', 'national_id']],
  [/r[ée]publique fran[çc]aise/iu, 'République française', ['passport', 'national_id', 'driving_licence', 'vehicle_registration', 'visa']],
];
function strength(value: string): number {
  const place = authorities.findIndex(([, name]) => name === value);
  return place < nationsFrom ? 0.84 : value === 'Government of India' || value === 'Republic of India' ? 0.8 : 0.7;
}

// The entries from here on are nations, which also stand on papers that one of their offices has issued.
const nationsFrom = authorities.findIndex(([, name]) => name === 'Government of India');
const authorityLine = /(?:government of|govt\.? of|ministry of|municipal corporation|transport department|department of|standesamt|stadt [A-ZÄÖÜ]|gemeente|finanzamt|state of|commonwealth of|county of|registrar|secretary of state|\bsarkar\b|सरकार|नगर निगम|मंत्रालय|निगम|university|board of|prefecture|préfecture|mairie|ayuntamiento|comune di|registro civil)/iu;
const americanStates = /^(Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming)(?= )/iu;

/** Authorities that documents of a type are known by, and lines that name a government, court, board or university. */
export function authorityGuesses(reading: Reading, type: DocumentType): IssuerGuess[] {
  const out: IssuerGuess[] = [];
  const official: DocumentType[] = ['passport', 'national_id', 'tax_id', 'driving_licence', 'visa', 'birth_certificate', 'marriage_certificate', 'vehicle_registration', 'degree_certificate', 'vaccination_record', 'tax_return', 'property_deed'];
  if (!official.includes(type)) return type === 'travel_itinerary' && /\bIRCTC\b/u.test(reading.text) ? [{ value: 'IRCTC', confidence: 0.85, page: 1, line: 0 }] : out;
  for (const line of reading.lines.slice(0, 60)) {
    for (const [pattern, value, types] of authorities) {
      if (types.includes(type) && pattern.test(line.text)) out.push({ value, confidence: strength(value), page: line.page, line: line.index });
    }
    for (const cell of line.index < 14 && type !== 'property_deed' ? line.cells : []) {
      const state = americanStates.exec(cell.text);
      if (type === 'driving_licence' && state?.[1]) out.push({ value: state[1], confidence: 0.74, page: line.page, line: line.index });
      if (!authorityLine.test(cell.text) || authorities.some(([pattern]) => pattern.test(cell.text)) || cell.text.length > 80 || /[.:]\s|\bact\b|certif|under\b/iu.test(cell.text)) continue;
      const part = cell.text.replace(/^.*?\b((?:transport department|government of|govt\.? of|ministry of))/iu, '$1').replace(/^[^\p{L}]+|[,;:\s]+$/gu, '');
      out.push({ value: part, confidence: 0.72 - line.index * 0.01, page: line.page, line: line.index });
    }
  }
  return out;
}

const same = (text: string) => plain(text).replace(/[^\p{L}\p{N}]/gu, '');

function domainNames(text: string): string[] {
  return [...text.matchAll(/(?:www\.|@|https?:\/\/(?:www\.)?)([a-z0-9-]{3,40})\.[a-z]{2,}/gi)].map((match) => (match[1] ?? '').toLowerCase().replace(/-/g, '')).filter((name) => !/gmail|yahoo|hotmail|outlook|example|rediff|icloud/.test(name)).slice(0, 12);
}

/** Who issued a commercial document: letterhead at the top, "For X Ltd" at the bottom, the company whose name comes back in the footer or the web address. */
export function letterheadGuesses(reading: Reading, holder: string | null, isLabel: (line: Line, cell: Cell) => boolean, untitled: (line: Line, cell: Cell) => string): IssuerGuess[] {
  const out: IssuerGuess[] = [];
  const domains = domainNames(reading.text.slice(0, 20_000));
  const counted = new Map<string, number>();
  const all = plain(reading.text.slice(0, 20_000));
  const avoid = same(holder ?? '');
  const score = (line: Line, cell: Cell, rank: number) => {
    const text = hasLegalForm(cell.text) ? cell.text : untitled(line, cell);
    if (text.length > 90 || text.length < 2 || headingWords.test(text) || startsWithTitle(text) || !/\p{L}{2}/u.test(text) || /:\s|[:=]$/u.test(text) || isLabel(line, cell)) return;
    const value = readOrganisation(text);
    if (!value || same(value) === avoid || (avoid && !hasLegalForm(value) && avoid.includes(same(value))) || value.split(' ').length > 9) return;
    const form = hasLegalForm(value);
    const kind = looksLikeOrganisation(value);
    if (!form && !kind && (line.cells.length > 2 || /\d/u.test(text))) return;

    if (!form && !kind && (addressLine.test(text) || rank > 3 || line.text.length > 160)) return;
    if (/[.!?]$/u.test(text) && !form && value.split(' ').length > 3) return;
    const key = plain(value).replace(/[^a-z0-9]/g, '');
    // Governments are better told by authorityGuesses, which knows their offices.
    let points = /\b(?:government|govt)\b/iu.test(text) ? 0.46 : form ? 0.62 : kind ? 0.58 : 0.42;
    points += Math.max(0, 0.16 - rank * 0.025);
    if (key.length > 3 && domains.some((name) => key.startsWith(name) || name.startsWith(key))) points += 0.14;
    let times = counted.get(value);
    if (times === undefined) {
      times = all.split(plain(value)).length - 1;
      counted.set(value, times);
    }
    if (times > 1) points += 0.05;
    if (value === value.toUpperCase() && rank <= 1) points += 0.03;
    out.push({ value, confidence: Math.min(0.86, points), page: line.page, line: line.index });
  };
  let rank = 0;
  for (const line of reading.lines.slice(0, 14)) {
    if (line.page !== reading.lines[0]?.page) break;
    for (const cell of line.cells) score(line, cell, rank);
    rank += 1;
  }
  // Failing all else, a company that is named with its legal form somewhere in the text.
  for (const line of reading.lines.slice(0, 60)) {
    const named = /(?:^|\s)((?:\p{Lu}[\p{L}&.'-]*\s){1,5}(?:GmbH|Inc\.?|Ltd\.?|Limited|LLC|LLP|B\.V\.|N\.V\.|AG|S\.A\.|SAS|SARL|plc|S\.L\.|S\.p\.A\.))(?!\p{L})/u.exec(line.text);
    const value = named?.[1] ? readOrganisation(named[1].replace(/^(?:Die|Der|The|La|El|De|Het|Le)\s/u, '')) : null;
    if (value && same(value) !== avoid) {
      out.push({ value, confidence: 0.5, page: line.page, line: line.index });
      break;
    }
  }
  for (const line of reading.lines) {
    const sign = /(?:^|\s{2,}|\|)\s*(?:for and on behalf of|for|pour|für|per pro)[:\s]+(?:m\/s\.? )?(\p{Lu}[^,:]{3,70})$/iu.exec(line.text);
    const value = sign?.[1] ? readOrganisation(sign[1]) : null;
    if (value && looksLikeOrganisation(value) && same(value) !== avoid) out.push({ value, confidence: 0.78, page: line.page, line: line.index });
  }
  return out;
}
