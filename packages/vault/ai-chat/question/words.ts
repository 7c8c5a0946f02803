import { plain } from '../../understanding/text/fold.ts';

/** A word of a text: `key` is folded (lower case, no accents), `stem` is what inflections share. */
export type Word = { text: string; key: string; stem: string; start: number; end: number };

const inflected: Record<string, string> = {
  paying: 'pay', pays: 'pay', payed: 'pay', buying: 'buy', buys: 'buy', using: 'use', used: 'use', uses: 'use', dying: 'death', died: 'death', dies: 'death', die: 'death', flown: 'fly', flying: 'fly', sold: 'sell', selling: 'sell', lent: 'lend', held: 'hold', gave: 'give', given: 'give', owed: 'owe', owes: 'owe', kept: 'keep', sent: 'send', wrote: 'write', written: 'write', drove: 'drive', driven: 'drive', driving: 'driving', teeth: 'tooth', men: 'man', women: 'woman', feet: 'foot', lease: 'lease', leases: 'lease', leased: 'lease', increased: 'increas', increase: 'increas', decrease: 'decreas',
  policy: 'policy', policies: 'policy', police: 'police', paid: 'pay', bought: 'buy', spent: 'spend', born: 'birth', children: 'child', kids: 'child', kid: 'child',
  wives: 'wife', leaves: 'leave', leaving: 'leave', left: 'leave', flies: 'fly', flight: 'flight', flew: 'fly', taxes: 'tax', allergic: 'allerg', allergy: 'allerg', allergies: 'allerg',
  better: 'better', news: 'news', address: 'address', business: 'business', process: 'process', bus: 'bus', gas: 'gas', always: 'always', various: 'various',
  series: 'series', lens: 'lens', excess: 'excess', class: 'class', pass: 'pass', loss: 'loss', gross: 'gross', access: 'access', interest: 'interest', university: 'university',
  expired: 'expir', expiry: 'expir', expires: 'expir', expiring: 'expir', expiration: 'expir', prices: 'price', price: 'price', cover: 'cover', number: 'number', paper: 'paper', owner: 'owner',
  tower: 'tower', water: 'water', power: 'power', mother: 'mother', father: 'father', brother: 'brother', sister: 'sister', daughter: 'daughter', order: 'order', letter: 'letter', member: 'member', other: 'other',
  voter: 'voter', engineer: 'engineer', computer: 'computer', september: 'september', november: 'november', october: 'october', december: 'december', employer: 'employer', employee: 'employee', seller: 'seller', payer: 'payer',
  going: 'go', goes: 'go', does: 'do', metal: 'metal', total: 'total', capital: 'capital', hospital: 'hospital', hospitals: 'hospital', hospitalisation: 'hospital', hospitalization: 'hospital', hospitalised: 'hospital', hospitalized: 'hospital',
  medical: 'medical', dental: 'dental', rental: 'rental', annual: 'annual', personal: 'personal', global: 'global', renewal: 'renew', deposit: 'deposit', vehicle: 'vehicle', table: 'table', mobile: 'mobile', title: 'title',
  increment: 'increment', apartment: 'apartment', department: 'department', document: 'document', documents: 'document', statement: 'statement', statements: 'statement', agreement: 'agreement', agreements: 'agreement', equipment: 'equipment', investment: 'investment',
  station: 'station', nation: 'nation', vacation: 'vacation', location: 'location', mission: 'mission', pension: 'pension', minor: 'minor', village: 'village', mileage: 'mileage', package: 'package', baggage: 'baggage', luggage: 'luggage', garage: 'garage', marriage: 'marri', married: 'marri', marry: 'marri',
  species: 'species', bring: 'bring', string: 'string', spring: 'spring', king: 'king', ring: 'ring', wing: 'wing', during: 'during', nothing: 'nothing', red: 'red', bed: 'bed', need: 'need', speed: 'speed', feed: 'feed', seed: 'seed', deed: 'deed', deeds: 'deed', united: 'united', limited: 'limited',
};

/** Irregular words, and the stems that they lead to, which stay as they are. */
const irregular: Readonly<Record<string, string>> = { ...Object.fromEntries(Object.values(inflected).map((stem) => [stem, stem])), ...inflected };

const suffixes = ['isations', 'izations', 'isation', 'ization', 'ations', 'ation', 'ments', 'ment', 'ances', 'ance', 'ences', 'ence', 'ating', 'ated', 'ates', 'ate', 'ings', 'ing', 'ible', 'able', 'ages', 'age', 'ions', 'ion', 'als', 'al', 'ies', 'ied', 'ed', 'es', 'ly', 's'];

/** British and American spellings as one. */
const oneSpelling = (key: string): string =>
  key.length < 5 ? key : key.replace(/(?<=^|[a-z])(p|h|an)ae(?=[dm])/, '$1e').replace(/our(?=s?$|ed$|ing$)/, key.length > 5 && !/^(?:your|hour|four|tour|pour|flour|sour)/.test(key) ? 'or' : 'our').replace(/(?<=[a-z]{4})is(e|ed|es|ing|ation|ations)$/, 'iz$1').replace(/^licens/, 'licenc').replace(/^cheque/, 'check').replace(/^centre/, 'center').replace(/^programme/, 'program');

/** What the inflections of an English word share; short words, numbers and words of other scripts stay as they are. */
export const stemOf = (written: string): string => {
  const key = oneSpelling(written);
  const known = irregular[key];
  if (known !== undefined) return known;
  if (key.length < 4 || !/^[a-z]+$/.test(key)) return key;
  let stem = key;
  for (const suffix of suffixes) {
    if (!stem.endsWith(suffix)) continue;
    const rest = stem.slice(0, -suffix.length);
    const least = suffix === 's' || suffix === 'es' ? 3 : /^at/.test(suffix) ? 5 : 4;
    if (rest.length < least || (suffix === 's' && /[su]$/.test(rest)) || (suffix === 'es' && !/(?:[sxz]|[cs]h|[ei])$/.test(rest))) continue;
    stem = suffix === 'ies' || suffix === 'ied' ? `${rest}y` : rest;
    break;
  }
  const base = irregular[stem];
  if (base !== undefined) return base;
  if (/([bdgklmnprt])\1$/.test(stem) && stem.length > 4 && stem !== key) stem = stem.slice(0, -1);
  if (stem.length >= 5 && stem.endsWith('e')) stem = stem.slice(0, -1);
  else if (stem.length >= 6 && stem.endsWith('y')) stem = stem.slice(0, -1);
  return stem;
};

/** What OCR misread within a word put right: f00ds is foods, and Miinchen München. */
const repaired = (key: string): string =>
  /[b-df-hj-np-tv-z]ii[b-df-hj-np-tv-z]/.test(key) ? key.replace(/ii/g, 'u') : /^[a-z]*[0158]+[a-z][a-z0158]*$/.test(key) && key.replace(/\d/g, '').length >= 3 && /[a-z][0158]+[a-z]/.test(key) ? key.replace(/0/g, 'o').replace(/1/g, 'l').replace(/5/g, 's').replace(/8/g, 'b') : key;

/** The words of a text with their places; a possessive 's is left out, 401(k) is 401k, and checked in is checkin. */
export const wordsOf = (text: string): Word[] => {
  const words: Word[] = [];
  for (const match of text.matchAll(/\d{2,4}\(\p{L}\)|\bcheck(?:ed|ing)?[ -](?:in|out)\b|[\p{L}\p{M}\p{N}]+(?:['’](?![sS](?![\p{L}]))\p{L}+)?/giu)) {
    const key = repaired(plain(match[0].replace(/[()]/g, ''))).replace(/^check(?:ed|ing)?[ -](?=in$|out$)/, 'check');
    if (key === 's' && /['’]/.test(text[match.index - 1] ?? '')) continue;
    words.push({ text: match[0], key, stem: stemOf(key), start: match.index, end: match.index + match[0].length });
  }
  return words;
};

/** The set of stems of a text. */
export const stemsOf = (text: string): Set<string> => new Set(wordsOf(text).map((word) => word.stem));

/** Words of a question that carry no subject: they are never asked for in a document. */
const scaffold = new Set(
  `a an the of in on at to for from by with into onto about as is are was were be been being am do does did done doing have has had having will would shall should can could may might must
  i me my mine myself we us our ours ourselves you your yours yourself themselves himself herself itself fully completely he him his she her hers it its they them their theirs this that these those there here what which who whom whose when where why how
  and or but if then else so than too also not no nor any some all each every both either neither one ones many much more most few several please pls plz tell show give find get let know say see look want need like
  says said state states stated mention mentioned mentions written write according kindly hi hello hey ok okay just only ever still yet now currently current present document documents doc docs paper papers file files record records vault
  information info detail details thing things something anything everything exactly actually make made take took taken go goes going come comes came happen happens put use used using per
  long old big high far often soon time next last latest recent first new another other else same again up down out off over under after before since until till between during within towards altogether approximately roughly ji sahab saheb sir madam
  don doesn didn isn aren wasn won t s re ve ll d m whats whos hows kind type mean means meant whether because while allowed permitted possible able allow yes
  required require requires supposed listed appear appears contain contains shown stand stands read reads whose belongs belong hold holds held entitled include includes included remain remaining`.split(/\s+/),
);

/** True when a word may be missing from a document without harm. */
export const isScaffold = (word: Word): boolean => scaffold.has(word.key) || scaffold.has(word.stem) || /^\p{L}+n['’]t$/u.test(word.key) || scaffold.has(word.key.replace(/['’]\p{L}+$/u, ''));
