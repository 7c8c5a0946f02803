import { plain } from '../text/fold.ts';
import { mendLetters } from './mend-letters.ts';

const titleWords = 'm\\.? et mme|mr\\.? (?:and|&|et) mrs|mr\\.? & mrs|herrn? und frau|dhr\\.? en mevr|shri (?:and|&) smt|mr|mrs|ms|miss|mstr|master|mx|dr|prof|shri|sri|shree|smt|sushri|kumari|kum|km|adv|er|ca|late|sir|herrn|herr|frau|familie|fam|dhr|de heer|mevr|mevrouw|mw|heer|mme|mlle|madame|monsieur|mademoiselle|m|senor|senora|señor|señora|sr|sra|srta|don|doña|dona|sig|sig\\.ra|signor|signora|signore|dott|docteur|the hon|md|m/s|श्री|श्रीमती|सुश्री|कुमारी|डॉ|cik|puan|encik|thiru|tmt|selvi|sow|ku|janab|begum sahiba|capt|col|maj|rev|messrs|dra|dña|baby|mstr';
const leadingTitle = new RegExp(`^(?:(?:${titleWords})(?:\\.\\s*|\\s+|(?=/)|/)){1,3}`, 'iu');
const anyTitle = new RegExp(`^(?:${titleWords.replace('|m|', '|').replace('|km|', '|').replace('|er|', '|').replace('|ca|', '|').replace('|md|', '|')})(?:\\.|(?=\\s))`, 'iu');
const trailing = /[\s,]+(?:mr|mrs|ms|miss|mstr|md|m\.d\.?|mbbs|esq\.?|phd|ph\.d\.?|jr\.?|rn|np|do|dds|adt|chd|m\.b\.b\.s\.?|frcs|mrcp|dr)\.?$/iu;

const particles = new Set(['de', 'der', 'den', 'van', 'von', 'vom', 'zu', 'zur', 'da', 'do', 'dos', 'das', 'di', 'del', 'della', 'la', 'le', 'les', 'du', 'bin', 'binti', 'ibn', 'al', 'el', 'y', 'e', 'ter', 'ten', "'t", 'op', 'of', 'bte', 'san', 'mac', 'und', 'and', '&', 'et', 'en', 'i']);

/** Words that no personal name consists of: labels, places, trades and papers. Plain form. */
const notNames = new Set(`sanction letter notice agreement advice slip bill name names date birth address street road lane avenue nagar colony sector floor flat house building apartment block phase city state country district village taluka tehsil pin pincode zip
  number no nos id type code class account bank branch limited ltd pvt private inc llc llp plc gmbh ag bv company corporation corp hospital clinic school college university institute department ministry government govt office authority
  invoice bill receipt statement policy certificate licence license passport visa total amount balance due payment paid tax gst vat pan page customer consumer patient employee employer tenant landlord insured policyholder nominee
  signature signed holder father mother husband wife spouse son daughter male female sex gender age years nationality indian british american german french citizen date issue expiry valid until till from to period term
  the this that and for with your you our please thank dear sir madam subject ref reference details description quantity rate price item product service services charges premium insurance assurance company's mobile phone email tel fax www http
  january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday rechnung datum kunde nummer strasse str seite telefon betrag factuur facture factura
  plot near opp opposite behind main cross lakh thousand rupees only hundred dollars euros agreement deed whereas hereinafter witness witnesses party parties owner purchaser vendor lessor lessee licensor licensee
  original duplicate copy tax retail self relationship occupation designation grade not applicable na nil none unknown confirmed status booking flight train seat report test result specimen sample referred
  shall must will be is are was were has have been may can upon per day days month months year years hereby said above below under between among all any each every such these those which who whom whose
  limited. registered regd officer office: authority. authorised authorized signatory manager director secretary registrar commissioner hmpo dvla gateway road. order delivery shipping billing bezeichnung menge anschrift versicherung
  department. india germany france netherlands kingdom england states america deutschland nederland espana mumbai delhi bengaluru bangalore chennai kolkata hyderabad pune london berlin paris amsterdam madrid street. st. fee fees transaction detail summary overview rooms room nights guest guests care suff suffix range upi cash gpay neft rtgs imps online cheque netbanking
  new fixed single double other same yes information document documents card plan cover vehicle car make model engine chassis fuel petrol diesel registration colour color serial warranty dealer store shop market super mart
  checking savings current essential business everyday classic premium gold platinum curriculum vitae resume lebenslauf savings clubcard total subtotal docteur loyalty points member card reward rewards welcome home kong sehr geehrte geehrter damen herren order
  vorname vornamen nachname familienname voornaam achternaam prenom prenoms nombre apellidos cognome forename forenames surname given occupation handelsbezeichnung marke kennzeichen
  kaution miete mieter vermieter zwischen wird gehalt lohn steuer netto brutto arbeitgeber arbeitnehmer geburtsdatum geburtsort ort unterschrift gultig`.split(/\s+/));

/** Words that are names as often as labels: one of them is let through beside a real name. */
const either = new Set(`price page bill may april june august march bank banks street lane house main cross day item state grant rose hall young field sector phase block age day mark marks will read reed french german british english case book church
  wood woods park brook banks rich good long short white black green brown king knight bishop west east north south sunday friday monday master mr`.split(/\s+/));

/** True when a text begins with a courtesy title (Mr, Frau, Mme, Shri, श्री …). */
export function startsWithTitle(text: string): boolean {
  return anyTitle.test(text.trim());
}

/** Title case for names in capitals, the document's spelling otherwise: "DE LA CRUZ, ANA" has no better form than "De La Cruz". */
export function personCase(read: string): string {
  const name = mendLetters(read);
  if (/\p{Ll}/u.test(name)) return /^\p{Lu}[\p{Ll}]/u.test(name) || !/\p{Lu}{3}/u.test(name) ? name.replace(/\p{Lu}{3,}(?!\p{L})/gu, capital) : name.replace(/\p{Lu}{2,}/gu, capital);
  return name.replace(/\p{Lu}[\p{Lu}\p{M}]+/gu, capital);
}

function capital(word: string): string {
  return word.charAt(0) + word.slice(1).toLowerCase();
}

function acceptable(words: readonly string[], lone: boolean): boolean {
  if (words.length === 0 || words.length > 7) return false;
  let real = 0;
  let doubtful = 0;
  for (const word of words) {
    const key = plain(word).replace(/[.,'’]+$/g, '');
    if (particles.has(key)) continue;
    if (either.has(key) && words.length > 1) {
      doubtful += 1;
      continue;
    }
    if (notNames.has(key)) return false;
    if (!/^[\p{L}\p{M}.'’`-]+$/u.test(word)) return false;
    if (/\p{Script=Latin}/u.test(word) && !/^[\p{Lu}'’]/u.test(word)) return false;
    if (key.replace(/\./g, '').length > 1 || words.length > 1) real += 1;
  }
  const letters = words.join('').replace(/[^\p{L}]/gu, '').length;
  return letters >= 3 && (real + (real > 0 ? doubtful : 0) >= 2 || (lone && real === 1 && letters >= 3));
}

export type PersonOptions = {
  /** Accept a single word, because a label vouches for it. */
  lone?: boolean;
  /** "Carter, Denise" is surname first. */
  surnameFirst?: boolean;
};

/** The personal name at the beginning of a text, in natural order and without courtesy titles, or null when what stands there is no name. */
export function readPerson(text: string, options: PersonOptions = {}): string | null {
  let rest = text.replace(/^(?:[\s:.\-–—=*#>|,;)]|\(\d+\)|\([ivx]{1,3}\)|["“”'‘«])+/iu, '');
  rest = rest.split(/ {2,}|\t|[|;•·→"“”»<>{}[\]_@\\]/u)[0] ?? '';
  rest = rest.replace(/\s*\([^)]*\)?.*$/u, '').trim();
  // "Mr D & Mrs S Whitworth" are two people of one name; the first is meant.
  const couple = /^(?:mr|mrs|ms|dr|herrn?|m)\.?\s+(\p{L}[\p{L}.]*)\s+(?:&|and|und|et)\s+(?:mr|mrs|ms|dr|frau|mme)\.?\s+(?:\p{L}[\p{L}.]*\s+)?(\p{Lu}[\p{L}'-]+)$/iu.exec(rest);
  if (couple?.[1] && couple[2]) rest = `${couple[1]} ${couple[2]}`;
  rest = rest.replace(/^(?:and|und|et|y|&)\s+/iu, '');
  const titled = leadingTitle.test(rest);
  for (let i = 0; i < 3 && leadingTitle.test(rest); i += 1) rest = rest.replace(leadingTitle, '');
  // Spanish "D. Juan Pérez", but not an initial before a surname.
  if (!titled) rest = rest.replace(/^D\.\s*(?=\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll})/u, '');
  // "Mr DT Miller": initials run together.
  else rest = rest.replace(/^([B-DF-HJ-NP-TV-Z])([B-DF-HJ-NP-TV-Z])\s+(?=\p{Lu}\p{Ll})/u, '$1 $2 ');
  // "Helen Marsh. Number 07700 900672"
  rest = rest.split(/(?<=\p{Ll}{3})\.\s+(?=\p{Lu})/u)[0] ?? '';
  // "MATHEW / ANJU MRS", but not two holders of one account.
  rest = rest.replace(/^(\p{Lu}[\p{Lu}'-]+) \/ (?=\p{Lu}[\p{Lu} -]* (?:MRS?|MS|MISS|MSTR|DR)$)/u, '$1/');
  const slash = /^(\p{Lu}[\p{L}' -]{1,30})\/(\p{Lu}[\p{L} -]{0,30})$/u.exec(rest.replace(/(?<=\p{L})(?:MRS?|MS|MISS|MSTR)$/u, (title, at: number, whole: string) => (whole[at - 1] === ' ' ? title : ` ${title}`)));
  if (slash?.[1] && slash[2]) rest = `${slash[2].replace(/ (?:MR|MRS|MS|MISS|MSTR|DR)$/u, '').trim()} ${slash[1]}`;
  rest = rest.split(/\s+(?:s\/o|d\/o|w\/o|c\/o|h\/o|son of|daughter of|wife of|husband of|aged|age|residing|resident|r\/o|having|born|geboren|geb\.|wohnhaft|hereinafter|hereby|herein|being|whose|who|who's|at|as|in|on|from|of \d|of(?=\s)|is|was|has|have|dob|date|né|née|nacid[oa]|con|demeurant|residente|wonende|domiciliad[oa]|mayor|nat[oa]|mit|für|by|to|s\/d|p\/o|a sum|rs\.?|inr|the|do|declare|make|being|paid|having|am|bin|ben|declar[oe]|als|residencia|vecin[oa]|through|towards|for|presently|currently|identified|holder|holding)(?=\s|$|[.,:])/iu)[0] ?? '';
  rest = rest.split(/\d|[:=/#*+%€$£₹]/u)[0]?.trim() ?? '';
  const comma = /^([^,]{2,40}),\s*([^,]{2,40})(?:,|$)/u.exec(rest);
  if (comma?.[1] && comma[2]) {
    const left = comma[1].trim();
    const right = comma[2].trim().replace(trailing, '');
    const swap = options.surnameFirst !== false && left.split(/\s+/).filter((word) => !particles.has(plain(word))).length === 1 && acceptable(right.split(/\s+/), true) && !/^(?:md|mbbs|m\.d|esq|phd|jr|sr|rn|ca|inc|llc|ltd)\b/iu.test(comma[2].trim());
    rest = swap ? `${right} ${left}` : left;
  }
  rest = rest.replace(/[,.\-–\s]+$/u, (end) => (end.startsWith('.') && /(?:^|\s)\p{L}\.$/u.test(rest.slice(0, rest.length - end.length + 1)) ? '.' : ''));
  for (let i = 0; i < 2; i += 1) rest = rest.replace(trailing, '');
  const pair = /^(.*?)\s+(?:and|&|und|et|y|en|e)\s+(.*)$/iu.exec(rest);
  // "Robert and Diane Keller" is one name of two people; of "Edward Nolan and Carol Nolan" the first is taken.
  if (pair?.[1] && pair[2] && (pair[1].split(/\s+/).length > 1 || !acceptable(pair[2].split(/\s+/), true))) rest = pair[1];
  let words = rest.split(/\s+/).filter(Boolean);
  if (words.length > 7) return null;
  // A misread or foreign word behind the name is dropped, never one inside it.
  while (words.length > 2 && !acceptable(words, false) && !notNames.has(plain(words.at(-1) ?? '').replace(/[.,]+$/u, ''))) words = words.slice(0, -1);
  if (!acceptable(words, options.lone ?? false)) return null;
  return personCase(words.join(' '));
}
