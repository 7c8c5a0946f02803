import type { Category, DocumentType } from '@docuvault/core/vocabulary.ts';
import { plain } from '../../understanding/text/fold.ts';
import { findAskedFields, impliedAmount, type AskedField } from './asked-field.ts';
import { findCategory, findNouns, type FoundNoun } from './document-nouns.ts';
import { glossEuropean } from './european.ts';
import { glossHindi, isDevanagari, isHindi } from './hindi.ts';
import { inPaperWords } from './paraphrases.ts';
import { readIntent, type Intent } from './intent.ts';
import { kinOf } from './kin.ts';
import { findPeople, type Relation } from './people.ts';
import { findPeriod, type Period } from './periods.ts';
import { alike, alikeNames } from './synonyms.ts';
import { wantedKind } from '../evidence/value-kinds.ts';
import { soundOf } from './transliterate.ts';
import { canBeVerb } from './verbs.ts';
import { isScaffold, stemOf, wordsOf, type Word } from './words.ts';

/** A word of the question that an answer must account for. `proper` ones only by themselves, never by another word. */
export type Term = { text: string; stem: string; alike: readonly string[]; /** Words of the same sense, wider and narrower ones, where household papers have none of their own for it. */ kin: readonly string[]; /** What its other forms begin with: photograph of photographer; null for short words and names. */ root: string | null; /** Can be a verb. */ verb: boolean; /** How a name sounds, to be met in the other script; null where that tells nothing. */ sound: string | null; proper: boolean; /** May be missing: "level", "pay". */ light: boolean; /** Types of document that the word itself hints at: "flight". */ hinted: readonly string[]; /** Stands right before the next word that is asked for: "joining" of "joining fee". */ joined: boolean };

/** A question as the rules understand it; nothing in it has been looked up yet but the names of people. */
export type Question = {
  message: string;
  /** The question in English words and lower case. */
  folded: string;
  language: 'en' | 'hi';
  intent: Intent;
  nouns: FoundNoun[];
  hints: FoundNoun[];
  category: Category | null;
  asked: AskedField[];
  /** The word before "number" where it is not the document's own: "engine number"; else null. */
  qualified: Term | null;
  period: Period | null;
  names: string[];
  relation: Relation | null;
  self: boolean;
  terms: Term[];
  /** The stems of all its words. */
  stems: ReadonlySet<string>;
  /** What "how much is the …" is followed by. */
  head: ReadonlySet<string>;
  order: 'latest' | 'earliest' | null;
  /** "it", "that policy": speaks of what was last spoken of. */
  pronoun: boolean;
  other: boolean;
  /** "and …", "what about …": goes on with the last question. */
  continues: boolean;
};

/** Papers of which "what was it" asks the amount. */
const billed: ReadonlySet<string> = new Set(['invoice', 'receipt', 'utility_bill']);
/** A longer question is no question; its further words are left out of account. */
const mostTerms = 40;
const continuing = /^(?:and|also|what about|how about|what of|or|then|ok(?:ay)? and|plus)\b/;
const pronouns = /\b(?:it|its|it's|this|that one|this one|same|they|them|their|those|these)\b|\bthat (?:document|policy|bill|invoice|agreement|one|contract|card|certificate|lease|loan|receipt|report|passport)\b/;
const neutralNumber = /^(?:document|certificate|card|id|reference|serial|its|the|s|my|what|this|that|phone)$/;

/** Words that papers often leave out, or say otherwise: the answer may stand without them. */
const lightStems: ReadonlySet<string> = new Set(
  `level value result reading amount figure status name date number id code type size list copy year month week day hour time period length term terms condition clause rule rules
  pay get buy spend use work live call change start begin finish end happen apply ask send receive carry bring own charge cost price back according total
  give given happen mean much valid place person people company charged main full exact whole right money called name named come back return leave go anything someone somebody anybody anyone
  allow permit must help case event reason total family household registered mine big small kind part side make made payment provide provided state issue issued currently good bad normal
  figure test order purchase study studied owe annual monthly yearly annually refer due renew expir way want plan fly back lot item able responsible respons keep tell old age travel trip book visit stay date during study studied large tall wide deep heavy high spacious enough rupees rs dollars inr usd eur gbp euros pounds dirhams francs`.split(/\s+/).map(stemOf),
);

/** Initials that name what is asked, not somebody. */
const initials = new Set('iban bic swift ifsc micr pan tan gst gstin vin ein pnr idv emi ctc uan pf hra tds mrn hba1c ldl hdl tsh ssn nin cif nif dni vat utr imei isin apr tax id dob'.split(' '));

const isProper = (word: Word, index: number, message: string, glossed: boolean, foreign: boolean): boolean => {
  if (initials.has(word.key)) return false;
  if (/\d/.test(word.text) && /\p{L}/u.test(word.text)) return true;
  if (/^\d{3,}$/.test(word.text)) return true;
  if (glossed) return false;
  // German writes every noun with a capital letter.
  if (foreign && !/\p{Ll}\p{Lu}|\p{Lu}{2}/u.test(word.text) && !/\b(?:of|at|from|by|with) $/.test(message.slice(0, word.start))) return false;
  const shouting = message === message.toUpperCase();
  const titled = (message.match(/(?<![\p{L}])\p{Lu}\p{Ll}+/gu)?.length ?? 0) > message.split(/\s+/).length * 0.7 && message.split(/\s+/).length > 4;
  if (shouting || titled) return false;
  if (index > 0 && /^\p{Lu}/u.test(word.text)) return true;
  return /^['’]s\b/.test(message.slice(word.end)) && !isScaffold(word) && alike(word.stem).length === 1;
};

/** Reads a question. `known` are the names in the vault, `today` is YYYY-MM-DD, `language` what the caller asked for. */
export const parseQuestion = (message: string, known: readonly string[], today: string, language?: string): Question => {
  const european = glossEuropean(message);
  const english = inPaperWords(glossHindi(european.text));
  const glossed = isHindi(message) && !european.foreign;
  const folded = plain(english).replace(/[’`]/g, "'");
  const words = wordsOf(english);
  const found = findNouns(words);
  const nouns = found.filter((noun) => !noun.soft);
  const nounWords = new Set(nouns.flatMap((noun) => Array.from({ length: noun.to - noun.from }, (_, i) => noun.from + i)));
  const people = findPeople(words, folded, known, nounWords);
  const period = findPeriod(english, today);
  const category = findCategory(folded);
  const intent = readIntent(folded, nouns, category !== null, glossed);
  const asked = orderAsked(findAskedFields(folded, words), folded);
  const consumed = new Set(asked.flatMap((field) => field.consumed));
  const termOf = (word: Word, proper: boolean, light: boolean, hinted: readonly string[]): Term => ({
    text: word.text, stem: word.stem, alike: proper ? alikeNames(word.stem) : alike(word.stem), kin: proper || light || alike(word.stem).length > 1 ? [] : kinOf(word.stem), verb: canBeVerb(word.stem), proper, light, hinted, joined: false,
    sound: /[\u0900-\u097f]/.test(word.key) || (proper && /^[a-z]{4,}$/.test(word.key)) ? soundOf(word.key) : null, root: !proper && /^[a-z]{7,}$/.test(word.stem) ? word.stem.slice(0, Math.max(6, word.stem.length - 3)) : null,
  });
  const terms: Term[] = [];
  const places: number[] = [];
  words.forEach((word, i) => {
    const inPeriod = period !== null && word.start >= period.start && word.end <= period.end;
    const ordinal = /^(?:first|last|final)$/.test(word.key) && words[i + 1] !== undefined && !nounWords.has(i + 1) && !isScaffold(words[i + 1]!);
    if (nounWords.has(i) || people.used.includes(i) || inPeriod || consumed.has(i) || (isScaffold(word) && !ordinal) || intent.words.has(word.key) || category?.word === word.key) return;
    const afterOrdinal = i > 0 && /^(?:first|last|next|final)$/.test(words[i - 1]!.key);
    const proper = isProper(word, i, english, glossed, european.foreign);
    terms.push(termOf(word, proper, !proper && (word.key === 'last' || (!ordinal && !afterOrdinal && lightStems.has(word.stem))), found.filter((noun) => noun.names && i >= noun.from && i < noun.to).flatMap((noun) => noun.types)));
    places.push(i);
  });
  if (asked.length === 0 && /^(?:and )?(?:what|which|how)\b/.test(folded) && nouns.some((noun) => billed.has(noun.types[0]!)) && terms.every((term) => term.light || term.proper)) asked.push(impliedAmount());
  terms.forEach((term, i) => { term.joined = places[i + 1] === (places[i] ?? 0) + 1 && !/[,;()]/.test(english.slice(words[places[i]!]!.end, words[places[i + 1]!]!.start)); });
  if (continuing.test(folded) && asked.length === 0 && terms.every((term) => term.light)) for (const term of terms) term.light = false;
  // Where nothing else is asked, what may be missing elsewhere is what is meant: "what are the hours?".
  if (asked.length === 0 && nouns.length === 0 && wantedKind(folded) === null && terms.every((term) => term.light)) for (const term of terms) term.light = term.verb;
  if (asked[0] && asked[0].kind !== 'amount' && asked[0].kind !== 'text') for (const term of terms) if (term.verb) term.light = true;
  const verbs = verbsAt(folded, words);
  for (const term of terms) if (!term.proper && verbs.has(term.text)) term.light = true;
  const numbered = words.findIndex((word, i) => consumed.has(i) && /^(?:number|no|num|numbers)$/.test(word.key));
  const before = words[numbered - 1];
  const isQualified = numbered > 0 && before !== undefined && !nounWords.has(numbered - 1) && !people.used.includes(numbered - 1) && !neutralNumber.test(before.key) && !isScaffold(before);
  return {
    message, folded, language: (language ?? (isDevanagari(message) ? 'hi' : 'en')).toLowerCase().startsWith('hi') ? 'hi' : 'en', intent,
    nouns, hints: found.filter((noun) => noun.soft), category: category?.category ?? null, asked, qualified: isQualified ? termOf(before, false, false, []) : null, period,
    names: people.names, relation: people.relation, self: people.self, terms: terms.slice(0, mostTerms), stems: new Set(words.map((word) => word.stem)), head: headOf(folded),
    order: /\b(?:latest|most recent|last|newest|current|recent)\b(?! date| day| time| name| year| month| payment| instal| emi| dose| premium| working| will)/.test(folded) ? 'latest' : /\b(?:oldest|earliest|first)\b(?! name| page)/.test(folded) ? 'earliest' : null,
    pronoun: pronouns.test(folded), other: /\b(?:the )?(?:other|another) (?:one|passport|policy|bill|invoice|card|licence|document|two|ones)?/.test(folded),
    continues: continuing.test(folded),
  };
};

/** Verbs by their place, which papers need not use: "when will the plumber come", "how much profit did Priya declare". */
const verbsAt = (folded: string, words: readonly Word[]): ReadonlySet<string> => {
  if (!/^(?:and )?(?:what|which|when|how (?:much|many|long|often)|who|which|at what|what time|on (?:which|what)|where|until when)\b/.test(folded)) return new Set();
  const last = words.at(-1);
  const after = words.flatMap((word, i) => (/^(?:i|we|you|he|she|they|it)$/.test(words[i - 1]?.key ?? '') && /^(?:do|does|did|will|must|should|can|could|may|has|have|had)$/.test(words[i - 2]?.key ?? '') ? [word.text] : []));
  const ends = last && /\b(?:do|does|did|will|would|must|should|can|could|may|might)\b/.test(folded) && words.length > 3 && !/^(?:the|a|an|my|our|his|her|their|s|of|for|to|in|on|at|from|with|and|this|that)$/.test(words.at(-2)!.key) ? [last.text] : [];
  return new Set([...after, ...ends]);
};

/** The stems of the words right after "how much is the", up to a preposition. */
const headOf = (folded: string): ReadonlySet<string> => {
  const match = /\b(?:how many|how (?:much|high|large|big) (?:is|was|are|were|will|would)|what(?:'s| is| was| are| were)|(?:which|what)(?= (?!is|was|are|were|did|do|does|has|have|will|must|should|can|may)\p{L}))(?: be)?(?: the| my| our| an?)? ((?:(?!of\b|for\b|on\b|in\b|at\b|if\b|from\b|to\b|per\b|under\b|by\b|did\b|does\b|do\b|was\b|is\b|has\b|have\b|will\b|must\b|'s\b|when\b|who\b|called\b|named\b)[\p{L}\d-]+[ ?]*){1,4})/u.exec(folded);
  return new Set(match ? wordsOf(match[1]!).map((word) => word.stem) : []);
};

/** Amounts first where an amount is asked for, dates first where a day is. */
const roles = new Set(['landlord', 'tenant', 'insurer', 'employer', 'lender', 'buyer']);

const orderAsked = (all: AskedField[], folded: string): AskedField[] => {
  const naming = /\b(?:who|whom|whose|which|name|names)\b/.test(folded) || folded.split(/\s+/).length <= 4;
  const counting = /\bhow (?:long|often|many|far|big|soon|frequently)\b/.test(folded);
  const word = /^(?:(?:and|so|but|ok|okay|also|in|on|at|by|until|from|since|for|up to|to|with|of|till)[, ]+)*(where|when|who|whom|whose)\b/.exec(folded)?.[1] ?? null;
  const fits = (field: AskedField) => word === null || (word === 'when' ? field.kind === 'date' || field.kind === 'time' : word === 'where' ? field.kind === 'text' || field.kind === 'name' : field.kind === 'name' || field.kind === 'text');
  const asked = all.filter((field) => fits(field) && (naming || !roles.has(field.key)) && !(counting && field.kind === 'name'));
  const first = /\bwhen\b|\bwhat date\b|\bdue date\b|\bdate\b|\bby when\b/.test(folded) ? 'date' : /\bhow much\b|\bamount\b|\btotal\b/.test(folded) ? 'amount' : /\bwho\b|\bwhich\b|\bwhose\b|\bname\b/.test(folded) ? 'name' : null;
  return first === null ? asked : [...asked.filter((field) => field.kind === first), ...asked.filter((field) => field.kind !== first)];
};

/** The types that the question names, the likeliest first. */
export const typesOf = (question: Pick<Question, 'nouns'>): DocumentType[] => [...new Set(question.nouns.flatMap((noun) => noun.types))];
