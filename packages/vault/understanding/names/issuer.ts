import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import type { Reading } from '../reading.ts';

export type IssuerGuess = { value: string; confidence: number; page: number; line: number };

const authorities: readonly [RegExp, string, DocumentType[]][] = [
  [/unique\s+identification\s+authority\s+of\s+india/iu, 'Unique Identification Authority of India', ['national_id']],
  [/भारतीय विशिष्ट पहचान प्राधिकरण/u, 'Unique Identification Authority of India', ['national_id']],
  [/election commission of india/iu, 'Election Commission of India', ['national_id']],
  [/income\s*tax\s*department|indian income tax return/iu, 'Income Tax Department', ['tax_id', 'tax_return']],
  [/bundeszentralamt f.{1,3}r steuern/iu, 'Bundeszentralamt für Steuern', ['tax_id']],
  [/internal revenue service/iu, 'Internal Revenue Service', ['tax_id']],
  [/hm revenue\s+(?:&|and)\s+customs|\bHMRC\b/iu, 'HM Revenue & Customs', ['tax_id', 'tax_return']],
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
  [/united arab emirates|الإمارات العربية المتحدة/iu, 'United Arab Emirates', ['driving_licence', 'national_id', 'visa', 'passport', 'vehicle_registration']],
  [/(?:^|\s{2,}|of )canada\b/iu, 'Canada', ['passport', 'visa']],
  [/commonwealth of australia/iu, 'Commonwealth of Australia', ['passport', 'visa']],
  [/r[ée]publique fran[çc]aise/iu, 'République française', ['passport', 'national_id', 'driving_licence', 'vehicle_registration', 'visa']],
];
function strength(value: string): number {
  const place = authorities.findIndex(([, name]) => name === value);
  return place < nationsFrom ? 0.84 : value === 'Government of India' || value === 'Republic of India' ? 0.8 : 0.7;
}

// The entries from here on are nations, which also stand on papers that one of their offices has issued.
const nationsFrom = authorities.findIndex(([, name]) => name === 'Government of India');
const authorityLine = /(?:government of|govt\.? of|ministry of|municipal corporation|transport department|department of|standesamt|stadt [A-ZÄÖÜ]|gemeente|finanzamt|hauptzollamt|zollamt|belastingdienst|agencia tributaria|servicio de|câmara municipal|junta de|state of|commonwealth of|county of|registrar|secretary of state|\bsarkar\b|सरकार|immigration (?:directorate|service|department|office)|directorate of|embassy|consulate|high commission|home office|palike|panchayat|nagar palika|नगर निगम|मंत्रालय|निगम|university|board of|prefecture|préfecture|mairie|ayuntamiento|comune di|registro civil)/iu;
const americanStates = /^(Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming)(?= |$)/iu;

/** Authorities that documents of a type are known by, and lines that name a government, court, board or university. */
export function authorityGuesses(reading: Reading, type: DocumentType): IssuerGuess[] {
  const out: IssuerGuess[] = [];
  const official: DocumentType[] = ['passport', 'national_id', 'tax_id', 'driving_licence', 'visa', 'birth_certificate', 'marriage_certificate', 'vehicle_registration', 'degree_certificate', 'vaccination_record', 'tax_return', 'property_deed'];
  if (!official.includes(type)) return type === 'travel_itinerary' && /\bIRCTC\b/u.test(reading.text) ? [{ value: 'IRCTC', confidence: 0.85, page: 1, line: 0 }] : out;
  // What an employer certifies bears the tax office's name too.
  const employers = type === 'tax_return' && /\bP(?:60|45|11D)\b|\bW-2\b|form (?:no\.? ?)?16\b|end of year certificate/iu.test(reading.text);
  const latin = reading.lines.slice(0, 12).some(({ text }) => authorityLine.test(text) && /\p{Script=Latin}{4}/u.test(text));
  for (const line of reading.lines.slice(0, 60)) {
    const next = reading.lines[line.index + 1];
    for (const [pattern, value, types] of authorities) {
      // A name may go on in the next line: "HM Revenue / & Customs".
      if (types.includes(type) && (pattern.test(line.text) || (line.cells.length === 1 && next?.page === line.page && line.text.length < 50 && pattern.test(`${line.text} ${next.text}`)))) out.push({ value, confidence: employers ? 0.5 : strength(value), page: line.page, line: line.index });
    }
    for (const cell of line.index < 14 && type !== 'property_deed' ? line.cells : []) {
      const state = americanStates.exec(cell.text);
      if (type === 'driving_licence' && state?.[1]) out.push({ value: state[1], confidence: 0.74, page: line.page, line: line.index });
      for (const piece of cell.text.split(/\s[-–—]\s/u)) {
        if (!authorityLine.test(piece) || authorities.some(([pattern]) => pattern.test(piece)) || cell.text.length > 80 || /[.:]\s|\bact\b|certif|under\b/iu.test(cell.text)) continue;
        const part = piece.replace(/^.*?\b((?:transport department|government of|govt\.? of|ministry of))/iu, '$1').replace(/^[^\p{L}]+|[,;:\s]+$/gu, '');
        // The office says more than its government, and both less than a town; mixed scripts are read best in Latin.
        const town = /municipal|palike|panchayat|nagar (?:nigam|palika)|corporation|borough|नगर निगम|नगर पालिका/iu.test(part) ? 0.05 : /^(?:department|dept)\b/iu.test(part) ? -0.05 : 0;
        const foreign = !/\p{Script=Latin}/u.test(part) && latin ? 0.1 : 0;
        out.push({ value: part, confidence: 0.72 + town - foreign - line.index * 0.01, page: line.page, line: line.index });
      }
    }
  }
  return out;
}
