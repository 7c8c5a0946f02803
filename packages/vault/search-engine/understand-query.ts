import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import { wordsOf, type Word } from './analyse-text.ts';
import { editDistance, forgiven } from './edit-distance.ts';
import { findNearWords } from './find-near-words.ts';
import { foldText } from './fold-text.ts';
import { createStemmer, type Stem } from './stem-word.ts';
import { stopWords } from './stop-words.ts';
import { translateWord } from './translate-words.ts';
import type { Concept } from './thesaurus/concept.ts';
import { health } from './thesaurus/health.ts';
import { home } from './thesaurus/home.ts';
import { household } from './thesaurus/household.ts';
import { identity } from './thesaurus/identity.ts';
import { money } from './thesaurus/money.ts';
import { relations } from './thesaurus/relations.ts';
import { things } from './thesaurus/things.ts';

type Wording = { concept: number; stems: readonly string[]; firm: boolean };

/**
 * What a query means beyond its words: types of paper, 0 to 1, and groups of words that such papers carry; which of its stems
 * the thesaurus knows, which the types already answer for, which only as typing errors of others, and what the others are called elsewhere: `alike`.
 */
export type Meaning = {
  types: Map<DocumentType, number>; groups: { stems: string[]; strength: number }[];
  understood: Set<string>; covered: Set<string>; mended: Map<string, string>; alike: Map<string, { stem: string; weight: number }[]>;
};

const concepts: readonly Concept[] = [...identity, ...money, ...health, ...home, ...things, ...household];
const hinted = 0.35;
const besides = 0.6;
const mostGroups = 8;

/** Words that are one to the thesaurus, in its wordings as in queries. */
const alike = [
  'home house apartment flat residence', 'car vehicle automobile auto', 'child kid son daughter baby toddler infant newborn', 'buy purchase acquire', 'job work employment',
  'doctor physician gp', 'money cash', 'medicine medication drug meds', 'pay paid', 'picture photo', 'kagaz kagaj kaagaz kagzaat dastavez paper papers document documents', 'bike motorcycle motorbike scooter',
  'husband hubby', 'college university', 'holiday vacation', 'plane aeroplane airplane aircraft', 'ill sick unwell', 'die dead death dies', 'company firm', 'monthly month', 'yearly annual annually',
  'repair fix mend', 'shop store', 'spectacles glasses eyeglasses chashma', 'parents mother father', 'guarantee guaranty', 'own owner ownership', 'travel travelling', 'burn burnt fire',
];

const split = (text: string | undefined) => (text ?? '').split('|').map((wording) => wording.trim()).filter(Boolean);

/** The thesaurus by stems: every wording under its first stem in the alphabet, and all stems it knows. */
const compile = (stem: Stem) => {
  const byStem = new Map<string, Wording[]>();
  const known = new Set<string>();
  const oneOf = new Map<string, string>();
  for (const words of alike) {
    const stems = wordsOf(foldText(words), stem).map((word) => word.stem);
    for (const one of stems) oneOf.set(one, stems[0]!);
  }
  const canonical = (one: string) => oneOf.get(one) ?? one;
  const related = concepts.map((concept) => [...new Set(wordsOf(foldText(concept.words ?? ''), stem).map((word) => word.stem))]);
  concepts.forEach((concept, index) => {
    const put = (wording: string, firm: boolean) => {
      const stems = [...new Set(wordsOf(foldText(wording), stem).map((word) => canonical(word.stem)))];
      if (stems.length === 0) return;
      for (const one of stems) known.add(one);
      for (const one of stems) byStem.set(one, [...(byStem.get(one) ?? []), { concept: index, stems, firm }]);
    };
    for (const wording of split(concept.say)) put(wording, true);
    for (const wording of split(concept.hint)) put(wording, false);
  });
  for (const one of oneOf.keys()) known.add(one);
  const beside = new Map<string, string[]>();
  for (const line of relations) {
    const [head, ...others] = [...new Set(wordsOf(foldText(line), stem).map((word) => word.stem))];
    beside.set(head!, [...new Set([...(beside.get(head!) ?? []), ...others])]);
    known.add(head!);
  }
  const knownByLetter = new Map<string, string[]>();
  for (const word of known) knownByLetter.set(word.slice(0, 1), [...(knownByLetter.get(word.slice(0, 1)) ?? []), word]);
  return { byStem, known, related, knownByLetter, canonical, beside };
};

type Understander = (stems: readonly string[], raws?: readonly string[]) => Meaning;
/** What a word counts that stands for the query's: its translation, or a like word. */
const translated = 0.5;
const likely = 0.4;

const createUnderstander = (): Understander => {
  const { byStem, known, related, knownByLetter, canonical, beside } = compile(createStemmer());

  const mend = (word: string): string => {
    if (known.has(word) || !/^[a-z]{5,}$/.test(word)) return word;
    const most = Math.min(forgiven(word.length), word.length < 7 ? 1 : 2);
    let best = word;
    let least = most + 1;
    for (const candidate of knownByLetter.get(word.slice(0, 1)) ?? []) {
      if (candidate.length < 4) continue;
      const distance = editDistance(word, candidate, most);
      if (distance < least) [best, least] = [candidate, distance];
    }
    return best;
  };

  return (stems, raws = stems) => {
    const translations = new Map(stems.map((stem, index) => {
      const own = translateWord(raws[index] ?? stem, stem);
      return [stem, own.english.length + own.foreign.length > 0 ? own : translateWord(stem, canonical(mend(stem)))] as const;
    }));
    const meantBy = (stem: string): string[] => {
      const { meant } = translations.get(stem)!;
      return meant.length > 0 && !known.has(stem) ? meant : [mend(stem)];
    };
    const asked = new Set(stems.flatMap(meantBy).map(canonical));
    const met = new Set<Wording>();
    for (const stem of asked) for (const wording of byStem.get(stem) ?? []) if (wording.stems.every((one) => asked.has(one))) met.add(wording);
    const longest = [...met].filter((wording) => wording.firm && wording.stems.length > 1);
    const within = (inner: Wording) => longest.some((outer) => outer.stems.length > inner.stems.length && inner.stems.every((one) => outer.stems.includes(one)));
    const strengths = new Map<number, number>();
    for (const wording of met) {
      if (within(wording)) continue;
      const before = strengths.get(wording.concept) ?? 0;
      const strength = wording.firm ? (wording.stems.length > 1 ? 1 : 0.9) : hinted;
      strengths.set(wording.concept, wording.firm ? Math.max(before, strength) : before >= 0.9 ? before : Math.min(0.7, before + strength * (before > 0 ? 0.6 : 1)));
    }
    const types = new Map<DocumentType, number>();
    const groups: Meaning['groups'] = [];
    for (const [index, strength] of strengths) {
      for (const [type, weight] of Object.entries(concepts[index]!.types) as [DocumentType, number][]) {
        types.set(type, 1 - (1 - (types.get(type) ?? 0)) * (1 - weight * strength));
      }
      if (strength >= hinted && related[index]!.length > 0) groups.push({ stems: related[index]!, strength });
    }
    const alike: Meaning['alike'] = new Map();
    for (const stem of stems) {
      const { english, foreign } = translations.get(stem)!;
      const others = [...new Set([...meantBy(stem).flatMap((one) => beside.get(one) ?? []), ...english, ...foreign])];
      if (others.length > 0) groups.push({ stems: others, strength: besides });
      else if (!known.has(mend(stem))) {
        // Words that nobody put in the thesaurus: the general list of like words stands in.
        const near = findNearWords(stem);
        if (near.length === 0) continue;
        groups.push({ stems: near, strength: likely });
        alike.set(stem, near.map((one) => ({ stem: one, weight: likely })));
      }
      if (english.length > 0) alike.set(stem, [...english, ...foreign].map((one) => ({ stem: one, weight: translated })));
    }
    const understood = new Set(stems.filter((stem) => translations.get(stem)!.english.length > 0 || known.has(mend(stem))));
    const firm = new Set([...met].filter((wording) => wording.firm).flatMap((wording) => wording.stems));
    const covered = new Set(stems.filter((stem) => meantBy(stem).some((one) => firm.has(canonical(one)))));
    const mended = new Map(stems.map((stem) => [stem, meantBy(stem).length === 1 ? meantBy(stem)[0]! : stem] as const).filter(([stem, mendedTo]) => stem !== mendedTo));
    return { types, groups: groups.sort((a, b) => b.strength - a.strength).slice(0, mostGroups), understood, covered, mended, alike };
  };
};

/** Reads a query's stems (and, where they differ, the words as typed): it knows in what words households ask for which papers, in several languages, and forgives a typing error in a long word. */
export const understandQuery: Understander = createUnderstander();

/** Asks for a person to turn to, and says nothing of the paper. */
const whomToAsk = /\bwho(?:m)?(?: (?:do|can|should|could|must|to|shall))?(?: (?:i|we|you))?(?: to)? (?:call|ring|phone|contact|ask|turn to|write to|talk to|speak to)\b/g;

/** The query's words, in order and each stem once. "will" is kept only where it is the paper, "may" where it is the month. */
export const queryWords = (text: string, stem: Stem, most = 64): Word[] => {
  const words = wordsOf(foldText(text).replace(whomToAsk, ' '), stem, true);
  const kept = new Map<string, Word>();
  for (const [index, word] of words.entries()) {
    if (stopWords.has(word.raw)) continue;
    const next = words[index + 1]?.raw;
    const last = words[index - 1]?.raw;
    if (word.raw === 'will' && next !== undefined && (last === undefined || /^(when|what|where|who|how|it|i|we|they|he|she|this|that|insurance|policy)$/.test(last) || stopWords.has(next))) continue;
    if (word.raw === 'may' && [last, next].some((beside) => beside !== undefined && /^(who|i|we|he|she|they|it|you|that|which)$/.test(beside))) continue;
    if (!kept.has(word.stem)) kept.set(word.stem, word);
    if (kept.size >= most) break;
  }
  return [...kept.values()];
};
