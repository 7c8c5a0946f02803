import { afterAll, describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { drawPdf } from '../testing/make-scan.ts';
import { makePdf, textAt } from '../testing/make-pdf.ts';
import { buildThread } from '../testing/tools-for-tests.ts';
import { mirror, turn, type GreyImage } from './grey-image.ts';
import { joinFigures } from './join-figures.ts';
import { joinScripts } from './join-scripts.ts';
import { loadLineModels } from './line-models.ts';
import { readPicture } from './read-picture.ts';
import type { LineWord } from './read-lines.ts';
import type { ReadGlyph } from './recognise-line.ts';
import { settleWords, signsOfSections, wantsOpinion } from './settle-words.ts';
import { createOcrEngine } from './tesseract-engine.ts';
import { languageOf } from './text-language.ts';

const models = await loadLineModels();
if (!models) throw new Error('the runtime of the networks does not load on this machine');
const engine = createOcrEngine(await buildThread('reading-lines'));
afterAll(() => engine.stop());

const read = async (picture: GreyImage, languages = ['eng', 'hin', 'deu']): Promise<string> => (await readPicture({ engine, models }, picture, languages)).text;

/** A page with a few lines, a quarter of A4 high. */
const drawn = async (...lines: string[]): Promise<GreyImage> => {
  const page = await drawPdf(makePdf([lines.map((line, i) => textAt(60, 780 - 17 * i, line, 12)).join('\n')]), 150);
  const height = Math.round(page.height / 4);
  return { data: page.data.slice(0, height * page.width), width: page.width, height };
};
const LEASE = ['The tenant pays the rent of 1,480.00 by the third day', 'of each month to the account of the landlord,', 'reference KA05MN4471, and keeps the receipt.'];
const word = (text: string, from: number, to: number, confidence: number): LineWord => ({ text, from, to, confidence });
const glyphs = (text: string, from = 0, to = 1, sure = 0.97): ReadGlyph[] => [...text].map((one, i) => ({ text: one, at: from + (to - from) * (i + 0.5) / text.length, sure }));

describe('a page is read line by line', () => {
  it('level, upside down and on its side', async () => {
    const page = await drawn(...LEASE);
    for (const quarters of [0, 1, 2, 3]) expect(await read(turn(page, quarters)), `${quarters} quarter turns`).toBe(LEASE.join('\n'));
  });
  it('askew, and on a dark table', async () => {
    const page = await drawn(...LEASE);
    const { data, info } = await sharp(page.data, { raw: { width: page.width, height: page.height, channels: 1 } }).extend({ top: 60, bottom: 60, left: 80, right: 80, background: '#555' })
      .rotate(4, { background: '#555' }).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
    expect(await read({ data: new Uint8Array(data), width: info.width, height: info.height })).toBe(LEASE.join('\n'));
  });
  it('white letters on a dark banner as well as the text below it', async () => {
    const page = await drawn('WARRANTY CARD', 'Keep this card with the bill.');
    const banner = Math.round(75 / 842 * 4 * page.height);
    const data = page.data.map((value, at) => at < (banner - 4) * page.width ? 90 + (255 - value) * 0.6 : value);
    expect(await read({ ...page, data })).toContain('WARRANTY CARD');
  });
  it('a German page with its own letters', async () => {
    const text = await read(await drawn('Die Miete ist bis zum dritten Werktag zu zahlen und wird', 'nicht f\xfcr die K\xfcche und das B\xfcro erh\xf6ht, die bei der', 'Stra\xdfe liegen.'));
    expect(text).toContain('für die Küche und das Büro erhöht');
    expect(text).toContain('Straße');
  });
  it('without what shines through from its back, whichever way the sheet was turned over, and with print that has faded', async () => {
    const page = await drawn('', ...LEASE, '', '', 'Paid in full on the third of May by the agent');
    const back = await drawn('The guarantor answers for all that is owed', '', '', '', '', 'under this lease until its last day is past');
    for (const behind of [mirror(back), mirror(turn(back, 2))]) {
      const data = page.data.map((value, at) => Math.min(255, 20 + Math.min(value, 255 - (255 - behind.data[at]!) * 0.2)));
      expect(await read({ ...page, data })).toBe([...LEASE, '', 'Paid in full on the third of May by the agent'].join('\n'));
    }
    const faded = page.data.map((value, at) => (at > 0.55 * page.data.length ? 255 - (255 - value) * 0.25 : value));
    expect(await read({ ...page, data: faded })).toContain('Paid in full on the third of May by the agent');
  });
  it('nothing on an empty page', async () => {
    expect(await readPicture({ engine, models }, { data: new Uint8Array(400 * 300).fill(250), width: 400, height: 300 }, ['eng'])).toEqual({ text: '', confidence: 0, words: { turn: 0, words: [] } });
  });
});

describe('of two readings of a line', () => {
  const texts = (words: readonly LineWord[]): string => words.map((one) => one.text).join(' ');
  it('the surer one counts for a word that the engine doubts', () => {
    expect(texts(settleWords([word('KAO5MN4471', 0, 1, 40)], glyphs('KA05MN4471')))).toBe('KA05MN4471');
    expect(texts(settleWords([word('Bengaluru', 0, 1, 91)], glyphs('Bengaiuru')))).toBe('Bengaluru');
  });
  it('accents and currency signs, which the second recogniser lacks, stay', () => {
    expect(texts(settleWords([word('£474.00', 0, 1, 60)], glyphs('474.00')))).toBe('£474.00');
    expect(texts(settleWords([word('Küche', 0, 1, 60)], glyphs('Kuche')))).toBe('Küche');
  });
  it('spaces that the surer one saw part the word, which may begin with a figure', () => {
    expect(texts(settleWords([word('4d.oL', 0, 0.4, 62), word('38219044', 0.5, 1, 96)], [...glyphs('4d. DL', 0, 0.4), ...glyphs('38219044', 0.5, 1)]))).toBe('4d. DL 38219044');
    expect(settleWords([word('16.HcT', 0, 1, 44)], glyphs('16. HGT')).map(({ text, from, to }) => [text, from.toFixed(2), to.toFixed(2)])).toEqual([['16.', '0.00', '0.50'], ['HGT', '0.50', '1.00']]);
    expect(texts(settleWords([word('sold', 0, 1, 40)], glyphs('s0ld')))).toBe('sold');
  });
  it('a section sign is told from the eight for which the engine takes it', () => {
    const eight = [word('8', 0, 0.1, 97), word('4', 0.2, 0.3, 97), word('Kaution', 0.4, 1, 97)];
    expect(wantsOpinion(eight)).toBe(true);
    expect(texts(settleWords(eight, [...glyphs('§', 0, 0.1, 0.9), ...glyphs('4', 0.2, 0.3), ...glyphs('Kaution', 0.4, 1)]))).toBe('§ 4 Kaution');
    expect(texts(settleWords(eight, [...glyphs('8', 0, 0.1), ...glyphs('4', 0.2, 0.3), ...glyphs('Kaution', 0.4, 1)]))).toBe('8 4 Kaution');
  });
  it('a dollar sign before the number of a section is none in German', () => {
    const heading = [word('$', 0, 0.1, 92), word('7', 0.2, 0.3, 97), word('Hausordnung', 0.4, 1, 97)];
    expect(texts(signsOfSections(heading, 'deu'))).toBe('§ 7 Hausordnung');
    expect(texts(signsOfSections(heading, 'eng'))).toBe('$ 7 Hausordnung');
    expect(texts(signsOfSections([word('$', 0, 0.1, 92), word('4.500,00', 0.2, 0.5, 97)], 'deu'))).toBe('$ 4.500,00');
  });
  it('edges of cards and rules, which one alone sees, are no text', () => {
    expect(texts(settleWords([word('|', 0, 0.02, 50), word('[UK', 0.1, 1, 80)], glyphs('UK', 0.2, 1)))).toBe('UK');
  });
  it('a machine-readable line gets the fillers that were miscounted', () => {
    const line = 'P<GBRMILLER<<DANIEL<THOMAS<<<<<<<<<<<<<<<<<<';
    const seen = glyphs(line).filter((_, i) => i < 30 || i > 35);
    expect(texts(settleWords([word('P<GBRMILLER<<DANIEL<THOMASKKLKKLK', 0, 1, 12)], seen))).toBe(line);
  });
  it('words of another script are taken from its reading, figures and Latin words from the Latin one', () => {
    const latin = [word('RH', 0, 0.2, 30), word('/', 0.22, 0.24, 90), word('Name', 0.26, 0.5, 96), word('1482', 0.6, 0.9, 92)];
    const hindi = [word('नाम', 0, 0.2, 88), word('/', 0.22, 0.24, 80), word('Narne', 0.26, 0.5, 60), word('।482', 0.6, 0.9, 70)];
    expect(texts(joinScripts(latin, hindi, false))).toBe('नाम / Name 1482');
  });
  it('the rupee sign, which Latin data lack, comes from the other script\'s reading, and no amount is lost to it', () => {
    const latin = [word('Fee', 0, 0.3, 96), word('$742.00', 0.5, 0.95, 34)];
    const joined = joinScripts(latin, [word('र', 0.5, 0.56, 64), word('742.00', 0.62, 0.95, 64)], false);
    expect(texts(joined)).toBe('Fee ₹ 742.00');
    const tight = joinScripts([word('71,118.40', 0.5, 0.95, 40)], [word('₹,8.40', 0.5, 0.95, 0)], false);
    expect(texts(settleWords(tight, glyphs('1,118.40', 0.55, 0.95)))).toBe('₹1,118.40');
  });
  it('a figure beside words of another script is never taken for a piece of them', () => {
    const hindi = [word('पिछला', 0, 0.3, 95), word('भुगतान', 0.35, 0.6, 93)];
    expect(texts(joinScripts([word('far', 0, 0.3, 20), word('Wd', 0.35, 0.6, 0), word('1,118', 0.62, 0.9, 55)], hindi, true))).toBe('पिछला भुगतान 1,118');
  });
});

describe('figures that were parted at a sign inside them', () => {
  const line = { x0: 0, x1: 1000, left: 10, right: 10, height: 40, score: 1 };
  const row = (...words: readonly (readonly [string, number, number])[]): LineWord[] => words.map(([text, from, to]) => word(text, from / 1000, to / 1000, 95));
  const prose = row(['Bread', 0, 80], ['and', 110, 160], ['milk', 190, 250], ['and', 280, 330], ['a', 360, 375], ['bag', 405, 460], ['of', 490, 520], ['ten', 550, 600], ['rolls', 630, 700]);
  it('are put together where the gap is narrower than the page’s spaces', () => {
    const joined = joinFigures([line, line], [prose, row(['Bread', 0, 80], ['1.', 700, 730], ['65', 748, 790], ['18:', 850, 900], ['42', 915, 960])]);
    expect(joined[1]!.map(({ text }) => text)).toEqual(['Bread', '1.65', '18:42']);
    expect(joined[0]).toEqual(prose);
  });
  it('stay apart at a printed space, and where the page does not tell how wide its spaces are', () => {
    const spaced = row(['12.', 0, 60], ['05.', 90, 150], ['2027', 180, 260]);
    expect(joinFigures([line, line], [prose, spaced])[1]).toEqual(spaced);
    expect(joinFigures([line], [row(['1.', 700, 730], ['65', 748, 790])])[0]).toHaveLength(2);
  });
});

describe('the language of a page', () => {
  it('is told by its small words, English unless another is clear', () => {
    expect(languageOf('Die Miete ist bis zum dritten Werktag zu zahlen und wird nicht erhöht', ['hin', 'deu', 'fra'])).toBe('deu');
    expect(languageOf('Ne pas dépasser la dose prescrite par le médecin et des comprimés pour les enfants', ['deu', 'fra', 'spa'])).toBe('fra');
    expect(languageOf('The tenant pays the rent of the flat in Panaji to the agent for the landlord', ['deu', 'fra', 'spa'])).toBeNull();
  });
});
