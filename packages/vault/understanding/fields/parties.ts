import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import { looksLikeOrganisation, readOrganisation } from '../names/organisation.ts';
import { readPerson } from '../names/person.ts';
import type { Reading } from '../reading.ts';

export type PartyGuess = { field: string; value: string; confidence: number; page: number; line: number };

type Roles = { holder: string; issuer: string };

const roles: Partial<Record<DocumentType, Roles>> = {
  lease: {
    holder: 'tenants?|residents?|occupants?|lessees?|licensees?|renter|mieter(?:in)?|huurder|locataire|preneur|arrendatari[oa]|inquilin[oa]|conduttore|second party|किरायेदार|किराएदार|द्वितीय पक्ष',
    issuer: 'landlords?|lessors?|licensors?|owners?|house owner|vermieter(?:in)?|verhuurder|bailleur|arrendador(?:a)?|locatore|first party|मकान मालिक|प्रथम पक्ष|भूस्वामी',
  },
  loan_agreement: {
    holder: 'borrowers?|mortgagor|debtor|maker|darlehensnehmer(?:in)?|kreditnehmer(?:in)?|geldnemer|kredietnemer|leningnemer|emprunteur|prestatari[oa]|mutuatari[oa]|deudor|ऋणी|उधारकर्ता',
    issuer: 'lenders?|mortgagee|creditor|payee|bank|darlehensgeber(?:in)?|kreditgeber(?:in)?|geldgever|kredietgever|leninggever|prêteur|preteur|prestamista|mutuante|acreedor|ऋणदाता',
  },
  property_deed: {
    holder: 'purchasers?|vendees?|buyers?|grantees?|transferees?|donees?|käufer(?:in)?|kaeufer|erwerber(?:in)?|koper|acquéreur|acquereur|acheteur|comprador(?:a)?|parte compradora|acquirente|compratore|second party|क्रेता|allottees?',
    issuer: 'vendors?|sellers?|grantors?|transferors?|donors?|verkäufer(?:in)?|veräußerer|verkoper|vendeur|vendedor(?:a)?|parte vendedora|venditore|first party|विक्रेता',
  },
  contract: {
    holder: 'employees?|consultant|clients?|customer|freelancer|receiving party|recipient|second party|party b|buyer|intern|arbeitnehmer(?:in)?|auftraggeber(?:in)?|werknemer|werkneemster|opdrachtgever|salariée?|client|trabajador(?:a)?|cliente|lavoratore|lavoratrice|committente|homeowner|कर्मचारी|द्वितीय पक्ष|contractor|käufer(?:in)?|member|franchisee|purchaser|couple',
    issuer: 'employer|company|service provider|provider|contractor|disclosing party|first party|party a|seller|agency|supplier|arbeitgeber(?:in)?|auftragnehmer(?:in)?|werkgever|opdrachtnemer|employeur|prestataire|empleador(?:a)?|empresa|prestador|datore di lavoro|prestatore|नियोक्ता|प्रथम पक्ष|consultant|vendor|verkäufer(?:in)?|franchisor|photographer|caterer|firm',
  },
  power_of_attorney: {
    holder: 'principal|donor|executant|grantor|vollmachtgeber(?:in)?|volmachtge(?:ver|efster)|mandante?|poderdante|mukhtarkarta|मुख्तारकर्ता',
    issuer: '(?!)',
  },
};

const start = /(?:\bbetween\b\s*:?|\bby and between\b|\b(?:and|und|en|et|y|e)\b\s|(?:^|\s)by\s|in favou?r of|zwischen(?: der| dem| den)?|tussen|entre(?: les soussignés)?|tra |en favor de|(?:^|\s)\d{1,2}[.)]\s|(?:^|\s)\([a-z\d]\)\s|name\s?:|undersigned,?|unto|to the order of|order of|\bwith\b|से|और|एवं|\bthat i,|;|\bde (?:una|otra) parte,?|d'une part,?|d'autre part,?)/giu;

const openers = /(?:\bby and between\b|\bbetween\b\s*:?|zwischen(?: der| dem| den)?|tussen|entre(?: les soussignés)?\s*:?|\btra\b )/giu;

const articles = /^(?:(?:the|der|die|dem|la|el|l['’])\s*(?:company|firma|firm|société|societe|entreprise|empresa|sociedad|mercantil)?|de heer|mevrouw|il)\s+/iu;

/** The party's name in the text that leads up to its role: after "between", "and", "in favour of", "the order of" …, whichever comes first since the last party. */
function nameBefore(text: string): string | null {
  const lead = text.slice(Math.max(0, text.length - 420));
  const places = (pattern: RegExp) => [...lead.matchAll(pattern)].map((match) => match.index + match[0].length);
  for (const mark of [...places(openers), ...places(start)].slice(0, 14)) {
    const rest = lead.slice(mark).replace(/^[\s:,.\d)(-]+/u, '').replace(/^(?:the|der|die|dem|den|la société|la empresa|la mercantil|de|het)\s+(?=\p{Lu})/u, '');
    const name = nameAt(rest);
    if (name) return name;
  }
  const titled = /(?:^|\s)((?:Mr|Mrs|Ms|Miss|Dr|Shri|Smt|Sri|Herrn?|Frau|M|Mme|Don|Doña|D|Dña|श्री|श्रीमती|सुश्री)\.?\s[^,;]{4,60})$/u.exec(lead.trimEnd());
  return titled?.[1] ? nameAt(titled[1]) : null;
}

function nameAt(text: string): string | null {
  // "in favour of his daughter Tmt. P. Kavitha"
  const rest = text.replace(/^(?:his|her|my|their|our|seine[nmr]?|ihre[nmr]?)\s+(?:\p{Ll}+\s+){1,3}/u, '');
  if (looksLikeOrganisation(rest.slice(0, 70).split(/[,(]/u)[0] ?? '') && !/^(?:mr|mrs|ms|shri|smt|sri|herrn?|frau|mme|m\.|don|doña)\b/iu.test(rest)) {
    const organisation = readOrganisation(rest);
    if (organisation && /^[\p{Lu}\d]/u.test(organisation) && looksLikeOrganisation(organisation) && organisation.split(' ').length <= 8) return organisation;
  }
  return readPerson(rest, { surnameFirst: false });
}

/** "Dña. Lucía Ferrando Pons, como arrendataria", "Mr X as tenant". */
function asRole(text: string, role: string): string | null {
  const mark = new RegExp(`,?\\s(?:como|as|als|en qualité de|in qualità di)\\s+(?:(?:the|el|la|der|die|de|le)\\s+)?(?:${role})(?![\\p{L}])`, 'iu').exec(text);
  if (!mark) return null;
  const before = text.slice(Math.max(0, mark.index - 90), mark.index).replace(/^.*[.;:]\s(?=\p{Lu})/u, '');
  return nameBefore(before) ?? nameAt(before);
}

/** "mevrouw Sanne Hoekstra, geboren 19 mei 1995, werknemer": the role stands behind the name, after commas. */
function roleBehind(text: string, role: string): string | null {
  const opening = text.slice(0, 1500);
  const mark = new RegExp(`,\\s*(?:(?:the|de|der|die|le|la|el)\\s+)?(?:${role})(?=\\s*[,;.])`, 'iu').exec(opening);
  if (!mark) return null;
  const parts = (opening.slice(Math.max(0, mark.index - 160), mark.index).split(/[:;]/u).at(-1) ?? '').split(',').slice(-3);
  for (const part of parts) {
    const value = nameAt(part.replace(/^\s*(?:en|and|und|et|y|e)\s+/u, ''));
    if (value) return value;
  }
  return null;
}

/** The parties of a contract, by the role that is given to them in brackets, quotes or after "hereinafter called"; and the first person of wills and powers of attorney. */
export function partyGuesses(reading: Reading, type: DocumentType): PartyGuess[] {
  const out: PartyGuess[] = [];
  const page = reading.lines[0]?.page ?? 1;
  const text = reading.lines.slice(0, 120).map((line) => line.text.trim()).join(' ').slice(0, 9000);
  const wanted = roles[type];
  if (wanted) {
    for (const role of ['holder', 'issuer'] as const) {
      const named = new RegExp(`(?:["“”'‘«(]\\s*(?:the\\s+|der\\s+|die\\s+|el\\s+|la\\s+|le\\s+|il\\s+|de\\s+|l['’])?["“'‘]?(?:${wanted[role]})["”'’]?\\s*(?:/\\s*\\p{L}+\\s*)?["“”'’»)]|(?:herein ?after|hereafter|nachfolgend|hierna|ci-après|en adelante|in seguito|जिसे)[^.;]{0,90}?(?<![\\p{L}])(?:${wanted[role]})(?![\\p{L}]))`, 'giu');
      const found = [...text.matchAll(named)].slice(0, 3);
      for (const [i, match] of found.entries()) {
        // What another party has been called already lies before it.
        const before = text.slice(0, match.index);
        const cut = Math.max(0, ...[...before.slice(-1500).matchAll(/["”'’](?:\s*\/\s*["“]?\p{L}+["”]?)?\s*\)|(?:herein ?after|hereafter)[^.;]{0,60}?(?:["”]|\p{Lu}{4,}\)?)|\(\p{Lu}\p{L}{3,24}\)/gu)].map((other) => other.index + other[0].length + Math.max(0, before.length - 1500)));
        const value = nameBefore(before.slice(cut)) ?? nameBefore(before);
        if (value) {
          out.push({ field: role === 'holder' ? 'holderName' : 'issuer', value, confidence: 0.84 - i * 0.1, page, line: 0 });
          break;
        }
      }
    }
    for (const role of ['holder', 'issuer'] as const) {
      const field = role === 'holder' ? 'holderName' : 'issuer';
      const as = asRole(text, wanted[role]);
      if (as) out.push({ field, value: as, confidence: 0.76, page, line: 0 });
      const behind = roleBehind(text, wanted[role]);
      if (behind) out.push({ field, value: behind, confidence: 0.72, page, line: 0 });
    }
    // "between X and Y" without roles: the first gives, the second takes.
    const pair = /(?:by and between|\bbetween|zwischen|tussen|entre|(?<!\p{L})tra)\s*:?\s+(.{5,260}?)[\s,)]+(?:and|und|en|et|y|e)\s+(.{5,160})/iu.exec(text);
    if (pair?.[1] && pair[2] && type !== 'power_of_attorney') {
      const first = nameAt(pair[1].replace(articles, ''));
      const second = nameAt(pair[2].replace(articles, ''));
      if (first) out.push({ field: 'issuer', value: first, confidence: 0.58, page, line: 0 });
      if (second) out.push({ field: 'holderName', value: second, confidence: 0.58, page, line: 0 });
    }
  }
  if (type === 'will' || type === 'power_of_attorney') {
    const self = /(?:^|[\s,:."“])(?:that )?(?:I|We|Ich|Ik|Je soussignée?|Je|Yo|Io sottoscritt[oa]|Io|मैं|[Dd]e ondergetekende|[Oo]ndergetekende|El otorgante|testator is|the undersigned),?\s*(?:,|the undersigned,?|the testator,?|die Unterzeichnende,?|der Unterzeichnende,?|undersigned,?|d\.|dña\.)*\s*(.{4,90})/gu;
    for (const match of text.matchAll(self)) {
      const value = readPerson(match[1] ?? '', { surnameFirst: false });
      if (value) {
        out.push({ field: 'holderName', value, confidence: 0.86, page, line: 0 });
        break;
      }
    }
    const appeared = /(?:verscheen|verschenen|erschien(?:en)?|comparaît|a comparu|comparece|personally appeared|appeared before me)[^:]{0,70}(?::|notar\p{L}*[^,:]{0,30},)\s*(?:\d\.?\s*)?(.{4,90})/iu.exec(text);
    const person = appeared?.[1] ? readPerson(appeared[1], { surnameFirst: false }) : null;
    if (person) out.push({ field: 'holderName', value: person, confidence: 0.8, page, line: 0 });
    const of = /(?:last will(?: and| &)? testament|will|testament|power of attorney)\s+(?:of|von|van|de|di)\s+(?:me,?\s+|us,?\s+)?(.{4,60})/iu.exec(text);
    const named = of?.[1] ? readPerson(of[1]) : null;
    if (named) out.push({ field: 'holderName', value: named, confidence: 0.8, page, line: 0 });
  }
  if (type === 'power_of_attorney') {
    const agent = /(?:appoint|constitute|nominate|bevollmächtige|machtigt|donne (?:pouvoir|procuration) à|confiere poder a|nombra a)[^A-ZÄÖÜ]{0,60}?(?:(?:and|,)\s*(?:appoint|constitute|nominate)\s*)?(?:my |meinen |meine |mon |ma |a mi |mijn )?(?:son|wife|husband|brother|sister|daughter|father|mother|friend|sohn|tochter|ehefrau|ehemann|bruder|schwester|fils|fille|époux|épouse|frère|hijo|hija|zoon|dochter|nephew|cousin)?,?\s*(.{4,70})/iu.exec(text);
    const value = agent?.[1] ? readPerson(agent[1]) : null;
    if (value) out.push({ field: 'attorneyName', value, confidence: 0.75, page, line: 0 });
  }
  return out;
}
