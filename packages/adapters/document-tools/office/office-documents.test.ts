import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { createDocumentTools } from '../create-document-tools.ts';
import { scanOf } from '../testing/make-scan.ts';
import { makeDocx, makeZip, paragraph } from '../testing/make-zip.ts';
import { DOC, DOCX, failureOf, HAVE_SAMPLES, readAll, sample, toolsForTests } from '../testing/tools-for-tests.ts';

let tools: ReturnType<typeof createDocumentTools>;
beforeAll(async () => { tools = await toolsForTests('office'); });
afterAll(() => tools.close());

describe.skipIf(!HAVE_SAMPLES)('Word documents that people have', () => {
  it('a table keeps each row on a line', async () => {
    const { text, kind } = await readAll(tools, sample('documents/docx-tables.docx'), DOCX);
    expect(kind).toBe('docx');
    expect(text).toContain('Header Col 1   Header Col 2\nLorem ipsum   A link example');
  });
  it('text in two languages is kept with its accents', async () => {
    expect((await readAll(tools, sample('documents/eng_spa_mult.docx'), DOCX)).text).toContain('nacen libres e iguales en dignidad');
  });
  it('a DOC of Word 97 is read', async () => {
    const { text, kind } = await readAll(tools, sample('documents/simple.doc'), DOC);
    expect(kind).toBe('doc');
    expect(text).toContain('These are a few of my favorite things:');
  });
});

describe('Word documents of all kinds', () => {
  it('pages end where the author or Word ended them', async () => {
    const body = `${paragraph('Lease agreement')}<w:p><w:r><w:br w:type="page"/><w:t>Second page</w:t></w:r></w:p><w:p><w:r><w:lastRenderedPageBreak/><w:t>Third &amp; last</w:t></w:r></w:p>`;
    const { pages } = await readAll(tools, makeDocx(body), DOCX);
    expect(pages.map((page) => page.text)).toEqual(['Lease agreement', 'Second page', 'Third & last']);
    expect(pages[0]).toMatchObject({ source: 'document', confidence: null });
  });
  it('without breaks it is cut at about 3,000 characters, between paragraphs', async () => {
    const { pages } = await readAll(tools, makeDocx(Array.from({ length: 40 }, (_, i) => paragraph(`Clause ${i}. ${'The parties agree to this. '.repeat(10)}`)).join('')), DOCX);
    expect(pages.length).toBeGreaterThanOrEqual(4);
    for (const page of pages) { expect(page.text.length).toBeLessThanOrEqual(3_000); expect(page.text).toMatch(/^Clause \d+\./); }
  });
  it('shows how its first page begins, in Latin and in Devanagari letters, and nothing where nothing is written', async () => {
    for (const words of ['Lease <agreement> & annex, between Asha Nair and Ravi Nair', 'किराया अनुबंध', 'x'.repeat(9_000)]) {
      const session = await tools.open(makeDocx(paragraph(words.replace(/[<>&]/g, '')) + paragraph('Rent 500')), { mimeType: DOCX });
      const picture = sharp((await session.thumbnail(512))!);
      expect(await picture.metadata()).toMatchObject({ format: 'webp', width: 362, height: 512 });
      const { channels } = await picture.stats();
      expect(channels[0]!.min).toBeLessThan(120);
      await session.close();
    }
    const empty = await tools.open(makeDocx('<w:p/>'), { mimeType: DOCX });
    expect(await empty.thumbnail(512)).toBeNull();
    await empty.close();
  });
  it('letterheads are read, deleted text and field codes are not', async () => {
    const body = `<w:p><w:del><w:r><w:delText>old price</w:delText></w:r></w:del><w:r><w:instrText>PAGE \\* MERGEFORMAT</w:instrText><w:t>Rent 500</w:t><w:tab/><w:t>EUR</w:t></w:r></w:p>`;
    const header = { name: 'word/header1.xml', data: `<w:hdr>${paragraph('Sunrise Housing Ltd')}</w:hdr>` };
    expect((await readAll(tools, makeDocx(body, [header]), DOCX)).text).toBe('Sunrise Housing Ltd\nRent 500   EUR');
  });
  it('a scan pasted into Word is recognised', async () => {
    const { jpeg } = await scanOf(['Certificate of registration', 'Vehicle number KA 05 MH 1234']);
    const image = { name: 'word/media/image1.jpeg', data: jpeg };
    const { pages } = await readAll(tools, makeDocx('<w:p><w:r><w:drawing/></w:r></w:p>', [image]), DOCX);
    expect(pages[0]!.source).toBe('ocr');
    expect(pages[0]!.text).toContain('Vehicle number KA 05 MH 1234');
  });
});

describe('Word documents that are made to hurt', () => {
  it('one that announces gigabytes is refused before it is unpacked', async () => {
    const failure = await failureOf(tools.open(makeDocx('', [{ name: 'word/bomb.xml', data: 'x', claims: 3_000_000_000 }]), { mimeType: DOCX }));
    expect(failure).toMatchObject({ code: 'too_complex', retryable: false });
  });
  it('one that lies about its size is stopped while it unpacks', async () => {
    const bomb = makeZip([{ name: 'word/document.xml', data: Buffer.alloc(150_000_000, 32), claims: 1_000 }]);
    expect(bomb.length).toBeLessThan(500_000);
    expect((await failureOf(tools.open(bomb, { mimeType: DOCX }))).code).toBe('too_complex');
  });
  it('one of thousands of files is refused', async () => {
    const files = Array.from({ length: 6_000 }, (_, i) => ({ name: `word/${i}.xml`, data: '' }));
    expect((await failureOf(tools.open(makeZip(files), { mimeType: DOCX }))).code).toBe('too_complex');
  });
  it('tags nested without end, cut-off XML and cut-off archives do no harm', async () => {
    expect((await readAll(tools, makeDocx(`${paragraph('Before')}${'<w:tbl><w:tr><w:tc>'.repeat(200_000)}`), DOCX)).text).toBe('Before');
    const good = makeDocx(paragraph('Fine'));
    expect((await failureOf(tools.open(good.slice(0, good.length - 40), { mimeType: DOCX }))).code).toBe('unreadable');
    expect((await failureOf(tools.open(makeZip([{ name: 'hello.txt', data: 'hi' }]), { mimeType: DOCX }))).code).toBe('unreadable');
  });
  it('one with a password says how to get on', async () => {
    const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(504), Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(1_000)]);
    const failure = await failureOf(tools.open(new Uint8Array(ole), { mimeType: DOCX }));
    expect(failure.code).toBe('password_required');
    expect(failure.message).toMatch(/without/);
  });
  it('random bytes in an old Word file are unreadable', async () => {
    const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(4_000, 0x5a)]);
    expect((await failureOf(tools.open(new Uint8Array(ole), { mimeType: DOC }))).code).toBe('unreadable');
  });
});
