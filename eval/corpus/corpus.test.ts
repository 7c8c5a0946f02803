import { describe, expect, it } from 'vitest';
import { categories, documentTypes } from '@docuvault/core/vocabulary.ts';
import { normaliseField } from '../scoring/fields.ts';
import { catalogue } from './catalogue.ts';
import { aadhaar, gstin, iban, luhn, mrzCheck, mrzPassport } from './checksums.ts';
import { truthOf } from './generate.ts';
import { households } from './households/all.ts';
import { firstConversations } from './questions.ts';
import { secondConversations } from './questions-money.ts';
import { searches, type Search } from './searches.ts';
import type { DocumentTruth } from './truth.ts';

const truths = catalogue.map((entry) => truthOf(entry, 'draw' in entry ? entry.draw() : null));
const byId = new Map(truths.map((truth) => [truth.id, truth]));
const conversations = [...firstConversations, ...secondConversations];
const turns = conversations.flatMap((conversation) => conversation.turns);

const stop = new Set('a all an and at by for from had has her here his how in is it its my of on or our over that the their them they this to us was we what when which who with'.split(' '));
const stem = (word: string): string => word.replace(/’s$/, '').replace(/(ies|es|s|ing|ed)$/, '');
const contentWords = (text: string): Set<string> => new Set(text.toLowerCase().split(/[^\p{L}\p{M}\p{N}’]+/u).map((word) => word.replace(/’s?$/, '')).filter((word) => word.length > 1 && !stop.has(word)).map(stem));

/** The words that a search by meaning shares with what it looks for; there should be none, for whichever document is accepted. */
const sharedWords = (wanted: readonly Search[], papers: ReadonlyMap<string, DocumentTruth>): string[] => wanted.filter((search) => search.noShare).flatMap((search) => search.first.flatMap((id) => {
  const truth = papers.get(id)!;
  const print = contentWords(`${truth.text.map((page) => page.painted).join(' ')} ${truth.fileName}`);
  return [...contentWords(search.query)].filter((word) => print.has(word)).map((word) => `${search.id} ${id}: ${word}`);
}));

/** Whether one of the numbers that the truth accepts stands on the paper, if it names any. */
function printsNumber(truth: DocumentTruth): boolean {
  const print = normaliseField('documentNumber', truth.text.map((page) => page.painted).join(' '));
  const forms = [truth.fields.documentNumber ?? []].flat();
  return forms.length === 0 || forms.some((form) => print.includes(normaliseField('documentNumber', form)));
}

describe('check digits', () => {
  it('are those of the published examples', () => {
    // ICAO 9303 part 4's specimen; the Verhoeff digit of 236 is 3; a GSTIN, an IBAN and a card number in common use as examples.
    expect(mrzCheck('L898902C3')).toBe('6');
    expect(mrzPassport({ kind: 'P', state: 'UTO', surname: 'ERIKSSON', given: 'ANNA MARIA', number: 'L898902C3', nationality: 'UTO', birth: '1974-08-12', sex: 'F', expiry: '2012-04-15', optional: 'ZE184226B' })).toEqual(['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10']);
    expect(aadhaar('236')).toBe('2363');
    expect(gstin('27AAPFU0939F1Z')).toBe('27AAPFU0939F1ZV');
    expect(iban('GB', 'WEST12345698765432')).toBe('GB82 WEST 1234 5698 7654 32');
    expect(luhn('7992739871')).toBe('79927398713');
  });
});

describe('the corpus', () => {
  it('has every document type, several languages and every way of arriving', () => {
    expect([...new Set(truths.map((truth) => truth.type))].sort()).toEqual([...documentTypes].sort());
    expect(truths.length).toBeGreaterThanOrEqual(56);
    expect(new Set(truths.map((truth) => truth.condition))).toEqual(new Set(['text-pdf', 'docx', 'scan150', 'scan200', 'scan300', 'photo', 'rotated']));
    expect(new Set(truths.map((truth) => truth.fileName)).size).toBe(truths.length);
    expect(truths.every((truth) => truth.categories.every((category) => categories.includes(category)))).toBe(true);
  });

  it('keeps a tenth aside', () => {
    expect(truths.filter((truth) => truth.heldOut).length).toBeGreaterThanOrEqual(truths.length / 10);
    expect(searches.filter((search) => search.heldOut).length).toBeGreaterThanOrEqual(searches.length / 10);
    expect(conversations.filter((conversation) => conversation.heldOut).flatMap((conversation) => conversation.turns).length).toBeGreaterThanOrEqual(turns.length / 10);
  });

  it('never asks a tuned question about a document that is set aside, nor the other way round', () => {
    for (const conversation of conversations) {
      const cited = conversation.turns.flatMap((turn) => turn.cite ?? []).map(([id]) => byId.get(id)).filter((truth) => truth !== undefined);
      for (const truth of cited) expect(`${conversation.id} ${truth.heldOut}`).toBe(`${conversation.id} ${conversation.heldOut ?? false}`);
    }
  });

  it('prints every number that its truth names', () => {
    expect(truths.filter((truth) => !printsNumber(truth)).map((truth) => truth.id)).toEqual([]);
  });
});

describe('questions and searches', () => {
  it('are as many as promised, a tenth of the questions unanswerable, half of the searches by meaning', () => {
    expect(turns.length).toBeGreaterThanOrEqual(70);
    expect(turns.filter((turn) => turn.expect === null).length * 10).toBeGreaterThanOrEqual(turns.length);
    expect(searches.length).toBeGreaterThanOrEqual(40);
    expect(searches.filter((search) => search.noShare).length * 2).toBeGreaterThanOrEqual(searches.length);
  });

  it('name documents that exist, and words that stand on a page', () => {
    for (const turn of turns) {
      for (const [id, words] of turn.cite ?? []) {
        if (id.startsWith('sample-')) continue;
        const truth = byId.get(id);
        expect(truth, id).toBeDefined();
        if (words) expect(`${id}: ${truth!.text.some((page) => page.painted.replace(/\s+/g, ' ').includes(words)) ? words : 'not printed'}`).toBe(`${id}: ${words}`);
      }
    }
    for (const search of searches) for (const id of search.first) expect(id.startsWith('sample-') || byId.has(id), id).toBe(true);
  });

  it('share no content word with what they look for, where they say so', () => {
    expect(sharedWords(searches, byId)).toEqual([]);
  });
});

describe('the households beside the corpus', () => {
  const drawn = households.map((household) => ({ ...household, papers: new Map(household.documents.map((entry) => [entry.id, truthOf(entry, 'draw' in entry ? entry.draw() : null)])) }));

  it.each(drawn)('$name has a dozen papers and 25 questions, a tenth unanswerable, whose answers stand where they are said to', ({ papers, documents, conversations }) => {
    const all = conversations.flatMap((conversation) => conversation.turns);
    expect(papers.size).toBe(documents.length);
    expect(papers.size).toBeGreaterThanOrEqual(12);
    expect(all.length).toBeGreaterThanOrEqual(25);
    expect(all.filter((turn) => turn.expect === null).length * 10).toBeGreaterThanOrEqual(all.length);
    expect(new Set(conversations.map((conversation) => conversation.id)).size).toBe(conversations.length);
    for (const [id, words] of all.flatMap((turn) => turn.cite ?? [])) {
      const paper = papers.get(id);
      expect(paper, id).toBeDefined();
      expect(`${id}: ${paper!.pages === 1 || (words !== undefined && paper!.text.some((page) => page.painted.replace(/\s+/g, ' ').includes(words))) ? 'there' : `not printed ${words}`}`).toBe(`${id}: there`);
    }
  });

  it.each(drawn.filter((household) => household.searches))('$name, whose papers are judged, prints its numbers, arrives in several ways and searches by meaning in half of its searches', ({ papers, searches }) => {
    const truths = [...papers.values()];
    expect(new Set(truths.map((truth) => truth.fileName)).size).toBe(truths.length);
    expect(new Set(truths.map((truth) => truth.condition)).size).toBeGreaterThanOrEqual(4);
    expect(truths.filter((truth) => !printsNumber(truth)).map((truth) => truth.id)).toEqual([]);
    expect(searches!.length).toBeGreaterThanOrEqual(10);
    expect(searches!.filter((search) => search.noShare).length * 2).toBeGreaterThanOrEqual(searches!.length);
    expect(sharedWords(searches!, papers)).toEqual([]);
  });
});
