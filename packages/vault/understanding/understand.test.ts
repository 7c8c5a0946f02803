import { describe, expect, it } from 'vitest';
import { challengeA } from './fixtures/challenge-a.ts';
import { challengeB } from './fixtures/challenge-b.ts';
import { challengeC } from './fixtures/challenge-c.ts';
import { challengeD } from './fixtures/challenge-d.ts';
import { bankFixtures, civilFixtures } from './fixtures/civil-and-bank-fixtures.ts';
import { eighth } from './fixtures/eighth.ts';
import { freshA } from './fixtures/fresh-a.ts';
import { freshB } from './fixtures/fresh-b.ts';
import { freshC } from './fixtures/fresh-c.ts';
import { healthFixtures } from './fixtures/health-fixtures.ts';
import { holdOutA } from './fixtures/hold-out-a.ts';
import { holdOutB } from './fixtures/hold-out-b.ts';
import { identityFixtures } from './fixtures/identity-fixtures.ts';
import { lastA } from './fixtures/last-a.ts';
import { lastB } from './fixtures/last-b.ts';
import { laterA } from './fixtures/later-a.ts';
import { laterB } from './fixtures/later-b.ts';
import { legalFixtures } from './fixtures/legal-fixtures.ts';
import { moneyFixtures } from './fixtures/money-fixtures.ts';
import { otherFixtures } from './fixtures/other-fixtures.ts';
import type { Fixture } from './fixtures/fixture.ts';
import { pagesOf } from './fixtures/fixture.ts';
import { scoreFixtures } from './fixtures/score.ts';
import { unseenA } from './fixtures/unseen-a.ts';
import { unseenB } from './fixtures/unseen-b.ts';
import { unseenC } from './fixtures/unseen-c.ts';
import { unseenD } from './fixtures/unseen-d.ts';
import { unseenE } from './fixtures/unseen-e.ts';
import { unseenF } from './fixtures/unseen-f.ts';
import { unseenG } from './fixtures/unseen-g.ts';
import { workFixtures } from './fixtures/work-fixtures.ts';
import { understand } from './understand.ts';

const fixtures = [
  ...identityFixtures, ...civilFixtures, ...healthFixtures, ...moneyFixtures, ...bankFixtures, ...workFixtures, ...legalFixtures, ...otherFixtures, ...challengeA, ...challengeB, ...challengeC, ...challengeD, ...freshA, ...freshB, ...freshC, ...laterA, ...laterB, ...lastA, ...lastB, ...eighth, ...unseenA, ...unseenB, ...unseenC, ...unseenD, ...unseenE, ...unseenF, ...unseenG,
];
const holdOut = [...holdOutA, ...holdOutB];
/** As our readers write pages: three spaces between columns, whatever the width of the gap. */
const narrow = (fixture: Fixture): Fixture => ({ ...fixture, text: fixture.text.split('\n').map((line) => line.trim().replace(/ {2,}/g, '   ')).join('\n') });
const read = (name: string) => {
  const fixture = fixtures.find((one) => one.name === name);
  if (!fixture) throw new Error(`no fixture ${name}`);
  return understand(pagesOf(fixture), { fileName: fixture.fileName ?? 'scan.pdf', today: '2026-03-01', homeCountry: 'IN' });
};

describe('understanding documents', () => {
  it('tells all types apart and reads their canonical fields', () => {
    const score = scoreFixtures(fixtures);
    expect(score.types / score.of, score.faults.join('\n')).toBeGreaterThanOrEqual(0.95);
    expect(score.f1, score.faults.join('\n')).toBeGreaterThanOrEqual(0.95);
    expect(score.languages / score.languagesOf).toBeGreaterThanOrEqual(0.95);
    expect(score.expiries / score.of).toBeGreaterThanOrEqual(0.95);
  });

  it('reads them as well where gaps have lost their width', () => {
    const score = scoreFixtures(fixtures.map(narrow));
    expect(score.types / score.of).toBeGreaterThanOrEqual(0.95);
    expect(score.f1, score.faults.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it('holds on documents that nothing was tuned on', () => {
    const score = scoreFixtures(holdOut);
    expect(score.types / score.of).toBeGreaterThanOrEqual(0.92);
    expect(score.f1).toBeGreaterThanOrEqual(0.88);
  });

  it('covers every document type', () => {
    expect(new Set([...fixtures, ...holdOut].map(({ type }) => type)).size).toBe(28);
  });

  it('names documents as a person would, without identity numbers', () => {
    expect(read('British passport with a noisy zone').title).toBe('Passport of Thomas Edward Ashworth');
    expect(read('Indian GST tax invoice').title).toBe('Shree Laxmi Electricals invoice SLE/25-26/0412');
    expect(read('Indian motor policy').title).toBe('HDFC ERGO General Insurance motor policy 2025–26');
    expect(read('Aadhaar card').title).not.toMatch(/\d{4}/);
  });

  it('sums a document up in facts, identity numbers masked', () => {
    expect(read('Indian GST tax invoice').summary).toContain('Invoice SLE/25-26/0412 from SHREE LAXMI ELECTRICALS for Hemant Wankhede, dated 11 February 2026, total INR 6,561.00.');
    expect(read('Aadhaar card').summary).not.toContain('2345 6789');
    expect(read('PAN card').summary).not.toContain('BNZPM2501F');
  });

  it('trusts checked numbers most and positions least', () => {
    const fields = read('British passport with a noisy zone').fields;
    expect(fields.find(({ name }) => name === 'documentNumber')?.confidence).toBeGreaterThanOrEqual(0.95);
    const noted = read('Spanish invoice').fields;
    expect(noted.find(({ name }) => name === 'documentNumber')?.confidence).toBeGreaterThanOrEqual(0.8);
    expect(noted.find(({ name }) => name === 'issuer')?.confidence).toBeLessThan(0.85);
  });

  it('leaves out numbers that lack the form they must have', () => {
    const card = (number: string) => understand([{ page: 1, text: `INCOME TAX DEPARTMENT   GOVT. OF INDIA\nPermanent Account Number Card\n${number}\nName\nNEHA MENON\nDate of Birth\n17/08/1994`, source: 'ocr', confidence: 0.8 }], { fileName: 'x.jpg', today: '2026-03-01' }).fields.find(({ name }) => name === 'documentNumber')?.value;
    expect(card('CKLPM7719D')).toBe('CKLPM7719D');
    expect(card('CKLPM77I9D')).toBe('CKLPM7719D');
    expect(card('CKLPM77MHD')).toBeUndefined();
  });

  it('dates no policy by the birth of one whom it insures', () => {
    const text = 'SURYA GENERAL INSURANCE CO. LTD.\nFamily Floater Policy Schedule\nPolicy No.: SGI/26/0088\nProposer: Mr. Mohan Lal\nPeriod of Insurance: From 00:00 hrs 15/07/2026 to 23:59 hrs 14/07/2027\nSum Insured: Rs. 10,00,000\nInsured person   Relation   D.O.B.   Pre-existing disease\n\nMohan Lal   Self   19/02/1980   None\n\nAsha Lal   Spouse   07/11/1983   None';
    const { fields } = understand([{ page: 1, text, source: 'text-layer', confidence: null }], { fileName: 'x.pdf', today: '2026-11-25', homeCountry: 'IN' });
    expect(fields.find(({ name }) => name === 'startDate')?.value).toBe('2026-07-15');
    expect(fields.find(({ name }) => name === 'issueDate')?.value ?? '2026').toMatch(/^2026/);
  });

  it('says on which page a value stands', () => {
    const pages = ['Cover page of the insurer', 'POLICY SCHEDULE\nPolicy No: AB/123456\nSum Insured: Rs. 5,00,000\nPeriod of Insurance: 01/04/2025 to 31/03/2026'].map((text, i) => ({ page: i + 1, text, source: 'text-layer' as const, confidence: null }));
    expect(understand(pages, { fileName: 'x.pdf', today: '2026-03-01' }).fields.find(({ name }) => name === 'documentNumber')).toMatchObject({ value: 'AB/123456', page: 2 });
  });

  it('keeps a title that was given, and falls back on the cleaned file name', () => {
    const page = [{ page: 1, text: 'hello there', source: 'document' as const, confidence: null }];
    expect(understand(page, { fileName: 'x.pdf', title: 'Mine', today: '2026-03-01' }).title).toBe('Mine');
    expect(understand(page, { fileName: 'school_trip-permission (2).pdf', today: '2026-03-01' }).title).toBe('School trip permission');
    expect(understand(page, { fileName: 'IMG_20260101.jpg', today: '2026-03-01' }).title).toBeNull();
  });
});
