import { canonicalFields } from '@docuvault/core/vocabulary.ts';
import type { Client, WireDocument } from '../client.ts';
import { rates, scoreFields, type FieldScore } from '../scoring/fields.ts';
import { compareReading, type Reading } from '../scoring/text.ts';
import { normaliseField } from '../scoring/fields.ts';
import { mean, row, type Failure, type Report, type Row } from './report.ts';
import type { Placed } from './upload.ts';
import type { DocumentTruth } from '../corpus/truth.ts';

type Measured = { readonly heldOut: boolean; readonly truth: DocumentTruth; readonly got: WireDocument; readonly fields: readonly FieldScore[]; readonly reading: Reading | null };

/** Reads each document back as its owner sees it, and its text where it had to be read from a picture. */
async function readBack(client: Client, placed: readonly Placed[]): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const { truth, documentId } of placed) {
    if (!truth) continue;
    const got = await client.document(documentId);
    const picture = truth.condition !== 'text-pdf' && truth.condition !== 'docx' && truth.text.length > 0;
    let reading: Reading | null = null;
    if (picture) {
      const pages = await client.text(documentId).catch(() => []);
      const byPage = truth.text.map((_, index) => pages.filter((page) => page.page === index + 1).map((page) => page.text).join('\n'));
      reading = compareReading(truth.text, byPage);
    }
    measured.push({ heldOut: truth.heldOut, truth, got, fields: scoreFields(truth.fields, truth.also, got.fields ?? []), reading });
  }
  return measured;
}

const share = (test: (each: Measured) => boolean) => (items: readonly Measured[]): number => items.filter(test).length / items.length;
const typeRight = ({ got, truth }: Measured): boolean => [truth.type, ...truth.alsoTypes].some((type) => type === got.documentType);
const categoryRight = (each: Measured): boolean => each.truth.categories.some((category) => category === each.got.category);
const samePerson = (a: string, b: string): boolean => {
  const [short, long] = [a, b].map((name) => normaliseField('holderName', name).split(' ')).sort((x, y) => x.length - y.length) as [string[], string[]];
  return short.length > 1 && short.every((word) => long.includes(word));
};
/** A person may be called with the middle names or without: "Daniel Thomas Miller" is Daniel Miller. */
const personRight = (each: Measured): boolean => typeof each.got.person === 'string' && (normaliseField('holderName', each.got.person) === normaliseField('holderName', each.truth.person ?? '') || samePerson(each.got.person, each.truth.person ?? ''));
const micro = (items: readonly Measured[]): ReturnType<typeof rates> => rates(items.flatMap((each) => each.fields));

function macroF1(items: readonly Measured[]): number | null {
  const scores = items.flatMap((each) => each.fields);
  return mean(canonicalFields.map((name) => rates(scores.filter((score) => score.name === name))).filter((each) => each.support > 0).map((each) => each.f1));
}

/** Edits over characters of all the pages together, so that a long page weighs as a long page. */
const characterErrors = (items: readonly Measured[]): number => items.reduce((sum, each) => sum + each.reading!.edits, 0) / items.reduce((sum, each) => sum + each.reading!.characters, 0);

function readingRows(measured: readonly Measured[]): Row[] {
  const read = measured.filter((each) => each.reading);
  const conditions: [string, (each: Measured) => boolean, number?][] = [
    ['200 dpi scans', (each) => each.truth.condition === 'scan200' && !each.truth.hindi, 0.02],
    ['200 dpi scans in English', (each) => each.truth.condition === 'scan200' && each.truth.language === 'en' && !each.truth.hindi],
    ['150 dpi scans', (each) => each.truth.condition === 'scan150' && !each.truth.hindi],
    ['300 dpi scans', (each) => each.truth.condition === 'scan300' && !each.truth.hindi],
    ['fed in sideways or upside down', (each) => each.truth.condition === 'rotated'],
    ['phone photos', (each) => each.truth.condition === 'photo' && !each.truth.hindi],
    ['Hindi and mixed, all pictures', (each) => each.truth.hindi],
  ];
  return conditions.flatMap(([name, of, target]) => {
    const these = read.filter(of);
    return [
      row(`character error, ${name}`, these, characterErrors, { unit: 'percent', below: true, ...(target ? { target } : {}) }),
      row(`words read, any order (F1), ${name}`, these, (items) => mean(items.map((each) => each.reading!.bag))),
    ];
  });
}

function failuresOf(measured: readonly Measured[]): Failure[] {
  return measured.flatMap((each) => {
    const { truth, got, heldOut } = each;
    const at = `${truth.id} [${truth.condition}]`;
    const list: Failure[] = [];
    if (!typeRight(each)) list.push({ group: 'type', id: at, heldOut, expected: [truth.type, ...truth.alsoTypes].join(' or '), got: String(got.documentType) });
    if (!categoryRight(each)) list.push({ group: 'category', id: at, heldOut, expected: truth.categories.join(' or '), got: String(got.category) });
    if (truth.person !== null && !personRight(each)) list.push({ group: 'person', id: at, heldOut, expected: truth.person, got: got.person ?? '(nobody)' });
    for (const score of each.fields) {
      if (score.outcome === 'right' || score.outcome === 'neutral') continue;
      list.push({ group: `field ${score.outcome}`, id: `${at} ${score.name}`, heldOut, expected: score.expected.join(' or ') || '(not on the paper)', got: score.got ?? '(nothing)' });
    }
    if (each.reading && each.reading.edits / each.reading.characters > 0.05) list.push({ group: 'reading above 5 % error', id: at, heldOut, expected: 'the print', got: `${((100 * each.reading.edits) / each.reading.characters).toFixed(1)} % of characters, words F1 ${each.reading.bag.toFixed(3)}` });
    return list;
  });
}

/** Types, categories, fields and reading, through the owner's own view of each document. */
export async function measureDocuments(client: Client, placed: readonly Placed[], report: Report): Promise<void> {
  const measured = await readBack(client, placed);
  const withPerson = measured.filter((each) => each.truth.person !== null);
  report.rows.push(
    row('type right', measured, share(typeRight), { target: 0.92 }),
    row('category right', measured, share(categoryRight)),
    row('key fields, micro F1', measured, (items) => micro(items).f1, { target: 0.88 }),
    row('key fields, precision', measured, (items) => micro(items).precision),
    row('key fields, recall', measured, (items) => micro(items).recall),
    row('key fields, macro F1 by field', measured, macroF1),
    ...canonicalFields.map((name) => row(`  ${name} F1`, measured.filter((each) => each.fields.some((score) => score.name === name)), (items) => rates(items.flatMap((each) => each.fields.filter((score) => score.name === name))).f1)),
    row('person found (not asked of it)', withPerson, share(personRight)),
    ...readingRows(measured),
  );
  report.failures.push(...failuresOf(measured));
  report.documents.push(...measured.map((each) => ({
    id: each.truth.id, condition: each.truth.condition + (each.truth.hindi ? ' hindi' : ''), type: each.got.documentType,
    characterError: each.reading ? each.reading.edits / each.reading.characters : null, words: each.reading?.bag ?? null,
    fields: each.fields.map(({ name, outcome, got }) => ({ name, outcome, got })),
  })));
}

/** The same of another household's papers, in a few rows. */
export async function measureHouseholdDocuments(client: Client, placed: readonly Placed[], report: Report, name: string): Promise<void> {
  const measured = await readBack(client, placed);
  report.rows.push(
    row(`type right, ${name}`, measured, share(typeRight)),
    row(`category right, ${name}`, measured, share(categoryRight)),
    row(`key fields, micro F1, ${name}`, measured, (items) => micro(items).f1),
    row(`person found, ${name}`, measured.filter((each) => each.truth.person !== null), share(personRight)),
    row(`character error, pictures, ${name}`, measured.filter((each) => each.reading && !each.truth.hindi), characterErrors, { unit: 'percent', below: true }),
  );
  report.failures.push(...failuresOf(measured));
}
