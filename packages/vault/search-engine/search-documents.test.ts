import { beforeAll, describe, expect, it } from 'vitest';
import type { UserActor } from '@docuvault/core/actor.ts';
import { silentLogger } from '@docuvault/core/logger.ts';
import { createPerson, openTestDatabase, type TestDatabase } from '@docuvault/testing/database.ts';
import type { Deps } from '../context.ts';
import { searchDocuments, type SearchInput } from './search-documents.ts';
import { createHashingEmbedder } from './testing/hashing-embedder.ts';
import { shelve, type Paper } from './testing/shelf.ts';

let test: TestDatabase;
let asha: UserActor;
const embedder = createHashingEmbedder();
const ids = new Map<string, string>();

const shelf: Paper[] = [
  { title: 'Azure Interior', documentType: 'invoice', category: 'bills', tags: ['Office'], fields: { documentNumber: 'INV/2023/03/0008', issueDate: '2023-03-20' }, pages: ['Invoice INV/2023/03/0008', 'Six acoustic screens for the office. Total 1,939.00'] },
  { title: 'Workshop job', documentType: 'invoice', category: 'vehicle', fields: { documentNumber: 'JC982590X', issueDate: '2021-07-02' }, pages: ['Brake pads and engine oil. Job card JC982590X. Phone 080-4455 6677'] },
  { title: 'Passport of Anita', documentType: 'passport', category: 'identity', person: 'Anita Sharma', fields: { documentNumber: 'Z4821907', holderName: 'ANITA SHARMA' }, pages: ['Passport No. Z4821907 Surname SHARMA Given names ANITA'] },
  { title: 'Aadhaar', documentType: 'national_id', category: 'identity', person: 'Rohan Sharma', fields: { documentNumber: '2345 6789 0124' }, pages: ['Unique Identification Authority of India. Rohan Sharma 2345 6789 0124'] },
  { title: 'Menu de l’hôtel', pages: ['Crème brûlée servie à la réception. Straße, señor, naïve.'] },
  { title: 'बिजली बिल', documentType: 'utility_bill', category: 'bills', pages: ['बंगलौर विद्युत आपूर्ति कंपनी। देय राशि 2614 रुपये। मीटर संख्या 558201'] },
  { title: '租赁合同', documentType: 'lease', category: 'property', pages: ['出租人将位于北京市朝阳区的房屋出租给承租人使用。月租金五千元。'] },
  { title: 'Lease Lake Road', documentType: 'lease', category: 'property', tags: ['Home'], pages: ['The tenant shall pay rent monthly.', 'The landlord shall not unreasonably withhold consent to <b>pets</b> & plants.'] },
];

const search = (query: string, more: Partial<SearchInput> = {}, actor = asha) =>
  searchDocuments({ actor, deps: { db: test.db, embedder, log: silentLogger } as unknown as Deps }, { query, mode: 'keyword', filters: {}, limit: 10, ...more });
const titles = async (query: string, more: Partial<SearchInput> = {}, actor = asha) => (await search(query, more, actor)).results.map((result) => result.title);

beforeAll(async () => {
  test = await openTestDatabase();
  asha = await createPerson(test.db);
  for (const paper of shelf) ids.set(paper.title, await shelve(test.db, asha, paper, embedder));
});

describe('searching by words', () => {
  it('puts a word of the title over a word of the text', async () => {
    const dora = await createPerson(test.db);
    for (const title of ['Notes', 'Kerala', 'Other notes']) await shelve(test.db, dora, { title, pages: ['We went to Kerala in the summer'] });
    expect((await titles('kerala', {}, dora))[0]).toBe('Kerala');
  });
  it('finds other forms of a word, and does without accents and case', async () => {
    expect(await titles('SCREEN invoices')).toContain('Azure Interior');
    expect(await titles('creme brulee')).toEqual(['Menu de l’hôtel']);
    expect(await titles('STRASSE')).toEqual(['Menu de l’hôtel']);
  });
  it('reads Hindi, and Chinese without spaces', async () => {
    expect(await titles('मीटर संख्या')).toEqual(['बिजली बिल']);
    expect((await titles('房屋出租'))[0]).toBe('租赁合同');
  });
  it('shows the page with the match, marked, in escaped text', async () => {
    const [result] = (await search('pets')).results;
    expect(result).toMatchObject({ title: 'Lease Lake Road', page: 2 });
    expect(result!.snippet).toContain('&#60;b&#62;<mark>pets</mark>&#60;/b&#62; &#38; plants');
  });
  it.each(['passprt', 'pasport anita', 'invioce', 'Anitta', 'aadhar', 'landlrod'])('forgives the typing error in "%s"', async (query) => {
    const wanted = { passprt: 'Passport of Anita', 'pasport anita': 'Passport of Anita', invioce: 'Azure Interior', Anitta: 'Passport of Anita', aadhar: 'Aadhaar', landlrod: 'Lease Lake Road' }[query];
    expect((await titles(query)).slice(0, 2)).toContain(wanted);
  });
  it.each([
    ['982590', 'Workshop job'], ['INV/2023/03/0008', 'Azure Interior'], ['inv 2023 03 0008', 'Azure Interior'], ['234567890124', 'Aadhaar'],
    ['6789 0124', 'Aadhaar'], ['08044556677', 'Workshop job'], ['1939', 'Azure Interior'], ['z4821', 'Passport of Anita'],
  ])('finds the number %s, whole or in part, with or without separators', async (query, title) => {
    expect((await titles(query))[0]).toBe(title);
  });
  it('puts a paper with the word and the number over one whose number only holds it', async () => {
    const eva = await createPerson(test.db);
    for (const [title, text] of [['Tickets', 'Seat numbers 877-2204471183 and 877-2204471184'], ['Land tax', 'Thandaper 4471 of the village'], ['Licence', 'No. 4471820']] as const) {
      await shelve(test.db, eva, { title, pages: [text] }, embedder);
    }
    expect((await search('thandaper 4471', {}, eva)).results[0]!.title).toBe('Land tax');
    const [first, second] = (await search('thandaper 4471', {}, eva)).results;
    expect(first!.score).toBeGreaterThan((second?.score ?? 0) + 0.2);
  });
  it('puts the whole of a number in groups over papers with one of its groups', async () => {
    const ines = await createPerson(test.db);
    for (const [title, text] of [['Strom', 'Rechnungsnummer 26-4471-0093 vom 90 Tage'], ['Miete', 'auf das Konto DE21 6645 1862 0000 4471 90'], ['Kredit', 'Nr. 4471 und 6645']] as const) {
      await shelve(test.db, ines, { title, pages: [text] }, embedder);
    }
    expect((await titles('DE21 6645 1862 0000 4471 90', {}, ines))[0]).toBe('Miete');
    expect(await titles('DE21664518620000447190', {}, ines)).toEqual(['Miete']);
  });
  it('finds papers in one language by words of another, and a compound by its parts', async () => {
    const dora = await createPerson(test.db);
    await shelve(test.db, dora, { title: 'Brief', pages: ['Ihre Stromrechnung vom Mai, Zahlung an die Stadtwerke'] }, embedder);
    await shelve(test.db, dora, { title: 'Attestation', pages: ['Attestation d’assurance habitation pour le logement'] }, embedder);
    await shelve(test.db, dora, { title: 'Notes', pages: ['Walked in the hills and saw an owl'] }, embedder);
    for (const mode of ['keyword', 'hybrid'] as const) expect((await titles('electricity invoice', { mode }, dora))[0]).toBe('Brief');
    expect((await titles('rechnung', {}, dora))[0]).toBe('Brief');
    expect((await titles('insurance', {}, dora))[0]).toBe('Attestation');
    expect((await titles('bijli', {}, dora))[0]).toBe('Brief');
  });
  it('masks identity numbers in snippets, also when they are what was searched', async () => {
    const [aadhaar] = (await search('234567890124')).results;
    expect(aadhaar!.snippet).not.toMatch(/2345|6789/);
    const [passport] = (await search('passport anita')).results;
    expect(passport!.snippet).not.toContain('Z4821907');
    const [invoice] = (await search('INV/2023/03/0008')).results;
    expect(invoice!.snippet).toContain('INV/2023/03/0008');
  });
});

describe('operators', () => {
  it('a phrase asks for its words side by side', async () => {
    expect(await titles('"tenant shall pay"')).toEqual(['Lease Lake Road']);
    expect(await titles('"pay tenant shall"')).toEqual([]);
    expect(await titles('"passport of anita"')).toEqual(['Passport of Anita']);
  });
  it('a minus leaves out', async () => {
    expect(await titles('lease')).toEqual(expect.arrayContaining(['Lease Lake Road', '租赁合同']));
    expect(await titles('lease -landlord')).toEqual(['租赁合同']);
    expect(await titles('invoice -"brake pads"')).toEqual(['Azure Interior']);
  });
  it('type, category, tag, person, before, after and has narrow, with and without words', async () => {
    expect((await titles('type:invoice')).sort()).toEqual(['Azure Interior', 'Workshop job']);
    expect(await titles('-type:invoice screens office total engine oil')).toEqual([]);
    expect(await titles('category:vehicle total oil')).toEqual(['Workshop job']);
    expect(await titles('tag:home')).toEqual(['Lease Lake Road']);
    expect(await titles('person:anita')).toEqual(['Passport of Anita']);
    expect(await titles('person:"Rohan Sharma"')).toEqual(['Aadhaar']);
    expect(await titles('type:invoice before:2022')).toEqual(['Workshop job']);
    expect(await titles('type:invoice after:2022-01')).toEqual(['Azure Interior']);
    expect(await titles('has:documentNumber type:passport')).toEqual(['Passport of Anita']);
    expect(await titles('type:nonsense')).toEqual([]);
    expect(await titles('', { filters: { documentType: ['passport', 'national_id'] } })).toHaveLength(2);
  });
  it.each(['', '   ', '"""', '-', '- - -', '&|!()<->:*\\', "'; drop table documents; --", 'type:', 'before:never', 'tag:"', '%_%', '((((', 'a & | b', '\0', '\ud800', '*'.repeat(500), '-"a b', ':', '::', '<0>', "'", '👩‍👩‍👧', 'NOT AND OR'])(
    'takes %j without an error',
    async (query) => {
      for (const mode of ['keyword', 'hybrid', 'semantic'] as const) expect((await search(query, { mode })).total).toBeGreaterThanOrEqual(0);
    },
  );
  it('takes ten thousand words', async () => {
    expect((await search(Array.from({ length: 10_000 }, (_, i) => `word${i}`).join(' '), { mode: 'hybrid' })).total).toBeGreaterThanOrEqual(0);
  });
  it('finds nothing where there is nothing to look for', async () => {
    expect(await search('?!')).toMatchObject({ results: [], total: 0 });
    expect(await titles('qwxzvkj')).toEqual([]);
  });
});
