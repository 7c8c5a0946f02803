import type { Question, Term } from '../question/parse-question.ts';
import { alike } from '../question/synonyms.ts';
import { stemOf, wordsOf } from '../question/words.ts';
import type { Candidate, PageRow } from './candidates.repository.ts';
import { soundOf } from '../question/transliterate.ts';
import { pairsOf } from './pairs.ts';
import { segmentsOf, type Segment } from './segments.ts';

/** A candidate with its words: those that tell which document it is, those of its first lines, and those of its text. */
export type ReadDocument = Candidate & {
  rank: number; segments: Segment[]; pages: PageRow[];
  titleStems: ReadonlySet<string>; /** Title, issuer and holder. */ nameStems: ReadonlySet<string>; identityStems: ReadonlySet<string>; headStems: ReadonlySet<string>; bodyStems: ReadonlySet<string>;
};

const stemsIn = (text: string): string[] => wordsOf(text).map((word) => word.stem);

/** Initials of three words or more that follow each other: LIC of Life Insurance Corporation of India, NDA of a non-disclosure agreement. */
const acronyms = (name: string): string[] => {
  const found: string[] = [];
  const words = wordsOf(name).filter((word) => !/^(?:of|the|and|for|de|und|et)$/.test(word.key)).slice(0, 9);
  const bare = words.filter((word) => !/^(?:ltd|limited|pvt|private|co)$/.test(word.key));
  // HMRC of HM Revenue & Customs: a short form keeps its letters.
  const [whole] = bare;
  if (whole && /^[A-Z]{2,3}$/.test(whole.text) && bare.length >= 3 && bare.length <= 5) found.push(whole.key + bare.slice(1).map((word) => word.key[0]!).join(''));
  for (const initials of [words, bare].map((some) => some.map((word) => word.key[0]!))) for (let from = 0; from < initials.length; from += 1) for (let length = 3; length <= 6 && from + length <= initials.length; length += 1) found.push(initials.slice(from, from + length).join(''));
  return found;
};

/** What else a field is called, of a type or of all. */
const aliases: Record<string, string> = {
  'lease.totalAmount': 'rent rental monthly', 'payslip.totalAmount': 'net pay salary take home paid credited earn', 'bank_statement.totalAmount': 'closing balance', 'insurance_policy.totalAmount': 'premium',
  'loan_agreement.totalAmount': 'loan sanctioned principal borrowed', 'property_deed.totalAmount': 'sale price consideration', insuredDeclaredValue: 'idv value', annualPercentageRate: 'interest rate apr', interestRate: 'interest rate roi', emiAmount: 'emi instalment monthly', nomineeName: 'beneficiary',
  chassisNumber: 'vin', engineNumber: 'motor', doctorName: 'doctor physician', bloodGroup: 'blood type', sumInsured: 'sum assured cover coverage', grossPay: 'gross salary earnings', issuer: '', holderName: '',
  'vehicle_registration.documentNumber': 'registration plate', 'driving_licence.documentNumber': 'licence', 'birth_certificate.documentNumber': 'registration certificate', 'marriage_certificate.documentNumber': 'registration',
  'travel_itinerary.documentNumber': 'pnr booking reference', 'travel_itinerary.startDate': 'departure', 'travel_itinerary.endDate': 'return', 'marriage_certificate.marriageDate': 'wedding married', joiningDate: 'join joining start',
  'warranty.issueDate': 'purchase bought', maintenanceAmount: 'maintenance charges society', depositAmount: 'security', processingFee: 'processing', taxAmount: 'gst vat', gstin: 'gst', vehicleModel: 'model make car', fuelType: 'fuel', degree: 'degree course qualification subject', grade: 'cgpa marks class gpa',
};

/** The words of a field's name: depositAmount is deposit, amount. */
export const fieldStems = (name: string, type = ''): string[] => [...name.split(/(?=[A-Z])/).map((part) => stemOf(part.toLowerCase())), ...(aliases[`${type}.${name}`] ?? aliases[name] ?? '').split(' ').filter(Boolean).map(stemOf)];

/** A paper in German is the German one, whatever it says of the country. */
const ofLanguage: Readonly<Record<string, readonly string[]>> = { de: ['german', 'germany'], fr: ['french', 'france'], es: ['spanish', 'spain'], nl: ['dutch', 'netherlands'], it: ['italian', 'italy'], pt: ['portuguese', 'portugal'], hi: ['hindi'] };

/** What somebody called the file: the words of its name that a camera or a scanner did not give. */
const calledInFile = (fileName: string): string[] =>
  stemsIn(fileName.replace(/\.[a-z0-9]{2,5}$/i, '').replace(/(?<=\p{Ll})(?=\p{Lu})|[_.-]+/gu, ' ')).filter((stem) => /^\p{L}[\p{L}\p{M}]+$/u.test(stem) && !/^(?:img|dsc|scan|scann|photo|image|pdf|copy|final|sign|page|doc|document|paper|file|new|old|whatsapp|screenshot)$/.test(stem));

/** Reads a candidate's pages into segments and sets of stems. */
export const readDocument = (candidate: Candidate, pages: readonly PageRow[], rank: number): ReadDocument => {
  const own = pages.filter((page) => page.documentId === candidate.id);
  const segments = own.flatMap((page) => {
    const lines = segmentsOf(page.page, page.text);
    return [...lines, ...pairsOf(page.page, page.text, (at) => lines.find((line) => line.start <= at && line.end >= at)?.heading ?? '')];
  });
  const first = own.find((page) => page.page === 1)?.text ?? '';
  const issuer = candidate.fields.find((field) => field.name === 'issuer')?.value ?? '';
  const titleStems = new Set([...stemsIn(candidate.title), ...calledInFile(candidate.fileName), ...acronyms(candidate.title), ...acronyms(issuer)]);
  const languageStems = (ofLanguage[candidate.language ?? ''] ?? []).map(stemOf);
  const identityStems = new Set([...titleStems, ...languageStems, ...stemsIn(candidate.type.replaceAll('_', ' ')), ...stemsIn(candidate.person ?? ''), ...candidate.fields.filter((field) => field.value.length <= 200).flatMap((field) => stemsIn(field.value))]);
  const kinds = candidate.fields.filter((field) => /^(?:policyType|planName|productName|insuranceType|loanType|vehicle\w*|model|make|serviceType|utilityType|idType|cardType)$/.test(field.name));
  const headStems = new Set([...titleStems, ...stemsIn(issuer), ...kinds.flatMap((field) => [...fieldStems(field.name), ...stemsIn(field.value)]), ...stemsIn(first.slice(0, 700))]);
  const bodyStems = new Set(segments.flatMap((segment) => [...segment.stems]));
  const letterhead = first.split('\n').map((line) => line.trim()).filter(Boolean).slice(0, 3).filter((line) => line.length <= 80 && !/:|\d{3}| {2,}/.test(line));
  const nameStems = new Set([...titleStems, ...letterhead.flatMap(stemsIn), ...stemsIn(candidate.holder ?? ''), ...stemsIn(issuer)]);
  return { ...candidate, rank, segments, pages: own, titleStems, nameStems, identityStems, headStems, bodyStems };
};

/** How well a set of words holds the term: 1 itself, 0.7 by another word for it, 0.6 by a wider or narrower one, else 0. */
export const holdsTerm = (stems: ReadonlySet<string>, term: Term): number => {
  if (stems.has(term.stem)) return 1;
  if (term.alike.some((stem) => stems.has(stem))) return 0.7;
  if (term.sound !== null && term.sound.length >= 3) for (const stem of stems) if (/[\u0900-\u097f]/.test(stem) !== /[\u0900-\u097f]/.test(term.stem) && soundOf(stem) === term.sound) return 0.9;
  const compound = term.alike.filter((stem) => stem.length >= 4 && /^[a-z]+$/.test(stem));
  if (!term.proper && compound.length > 0) for (const stem of stems) if (compound.some((part) => stem.length >= part.length + 3 && (stem.endsWith(part) || (part.length >= 6 && stem.startsWith(part))))) return 0.6;
  if (term.kin.some((stem) => stems.has(stem))) return 0.6;
  if (term.root === null) return 0;
  for (const stem of stems) if (stem.startsWith(term.root) && Math.abs(stem.length - term.stem.length) <= 4) return 0.6;
  return 0;
};

/** How well a set of words holds a word of a document's name, by itself or by another word for it. */
export const holdsWord = (stems: ReadonlySet<string>, stem: string): boolean =>
  stems.has(stem) || alike(stem).some((other) => stems.has(other) || (other.length >= 6 && /^[a-z]+$/.test(other) && [...stems].some((whole) => whole.startsWith(other) || whole.endsWith(other))));

/** How much each term tells apart: more the fewer segments hold it; between 0.35 and 1. */
export const rarities = (documents: readonly ReadDocument[], terms: readonly Term[]): ReadonlyMap<Term, number> => {
  const segments = documents.flatMap((document) => document.segments);
  const all = Math.log(2 + segments.length);
  return new Map(terms.map((term) => {
    const met = segments.filter((segment) => holdsTerm(segment.stems, term) > 0).length;
    return [term, Math.min(1, Math.max(0.35, Math.log((2 + segments.length) / (1 + met)) / all)) * (term.proper ? 1.3 : term.light ? 0.2 : 1)];
  }));
};

/** The question with those wider and narrower words alone that the papers print, for each word is looked for in every line. */
export const amongPapers = (question: Question, documents: readonly ReadDocument[]): Question => ({
  ...question, terms: question.terms.map((term) => (term.kin.length === 0 ? term : { ...term, kin: term.kin.filter((stem) => documents.some((document) => document.bodyStems.has(stem) || document.identityStems.has(stem))) })),
});
