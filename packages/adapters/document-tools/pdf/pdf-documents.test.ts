import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import sharp from 'sharp';
import type { createDocumentTools } from '../create-document-tools.ts';
import { jpegObject, makePdf, textAt } from '../testing/make-pdf.ts';
import { scanOf } from '../testing/make-scan.ts';
import { failureOf, HAVE_SAMPLES, PDF, readAll, sample, toolsForTests } from '../testing/tools-for-tests.ts';

let tools: ReturnType<typeof createDocumentTools>;
beforeAll(async () => {
  tools = await toolsForTests('pdf');
  await tools.warm();
});
afterAll(() => tools.close());

describe.skipIf(!HAVE_SAMPLES)('PDFs that people have', () => {
  it('the total of an invoice stands on one line with its label', async () => {
    const { text, pages } = await readAll(tools, sample('invoices/AzureInterior.pdf'), PDF);
    expect(text).toMatch(/^Total {3}\$ 279\.84$/m);
    expect(text).toContain('Invoice Date:   Due Date:   Reference:\n03/20/2023   04/04/2023   CUSTREF123');
    expect(pages[0]).toMatchObject({ page: 1, source: 'text-layer', confidence: null });
  });
  it('a letter painted from its last line to its first is read from its first', async () => {
    const { text } = await readAll(tools, sample('invoices/QualityHosting.pdf'), PDF);
    expect(text.indexOf('iViveLabs Ltd.')).toBeLessThan(text.indexOf('Rechnungsnr.'));
    expect(text).toContain('1   1 Small Business StandardExchange 2010   3,89   3,89');
  });
  it('two columns are read one after the other, hyphenated words joined', async () => {
    const { text } = await readAll(tools, sample('documents/multi-column-2p.pdf'), PDF);
    expect(text).toMatch(/Open-domain question answering relies on efficient\s+passage retrieval to select candidate/);
    expect(text).toMatch(/Retrieval in open-domain QA is usually implemented\s+using TF-IDF/);
  });
  it('a page that lies on its side is read upright', async () => {
    expect((await readAll(tools, sample('documents/rotated-page-90.pdf'), PDF)).text).toBe('Hello World Test Text\n\nSecond line of text here\n\nRotated page fixture');
  });
  it('a copy-protected file opens, and one with a broken structure is recovered', async () => {
    expect((await readAll(tools, sample('broken/copy-protected.pdf'), PDF)).text).toContain('LayoutParser: A Unified Toolkit');
    expect((await readAll(tools, sample('broken/invalid-pdf-structure-pdfminer-one-page.pdf'), PDF)).text.length).toBeGreaterThan(5_000);
  });
  it('a protected file asks for its password, refuses a wrong one and opens with the right one', async () => {
    const bytes = sample('broken/password.pdf');
    expect((await failureOf(tools.open(bytes, { mimeType: PDF }))).code).toBe('password_required');
    expect((await failureOf(tools.open(bytes, { mimeType: PDF, password: 'wrong' }))).code).toBe('password_wrong');
    expect((await readAll(tools, bytes, PDF, 'password')).text).not.toBe('');
  });
  it('a page that is only a picture is recognised', async () => {
    const { pages } = await readAll(tools, sample('documents/loremipsum-flat.pdf'), PDF);
    expect(pages[0]!.source).toBe('ocr');
    expect(pages[0]!.confidence).toBeGreaterThan(0.85);
    expect(pages[0]!.text).toContain('Lorem ipsum dolor sit amet, consectetur adipiscing elit.');
  });
  it('the first page becomes a small WebP', async () => {
    const session = await tools.open(sample('invoices/oyo.pdf'), { mimeType: PDF });
    const about = await sharp(Buffer.from((await session.thumbnail(320))!)).metadata();
    await session.close();
    expect(about).toMatchObject({ format: 'webp', height: 320 });
  });
});

describe('PDFs of all sizes and states', () => {
  it('600 pages are read in ranges', async () => {
    const pages = Array.from({ length: 600 }, (_, i) => textAt(50, 780, `This is page ${i + 1} of the long agreement between the parties`));
    const session = await tools.open(makePdf(pages), { mimeType: PDF });
    expect(session.opened.pageCount).toBe(600);
    const read = await session.readPages(300, 349);
    expect(read).toHaveLength(50);
    expect(read[0]).toMatchObject({ page: 300, text: 'This is page 300 of the long agreement between the parties' });
    expect(await session.hasTextLayer(1, 600)).toBe(true);
    expect(await session.readPages(599, 700)).toHaveLength(2);
    await session.close();
    await session.close();
  });
  it('a file of many megabytes arrives whole', async () => {
    const filler = Buffer.concat([Buffer.from('<< /Length 5000000 >>\nstream\n'), Buffer.alloc(5_000_000, 7), Buffer.from('\nendstream')]);
    const { text } = await readAll(tools, makePdf([textAt(50, 700, 'After five million bytes')], { objects: [filler] }), PDF);
    expect(text).toBe('After five million bytes');
  });
  it('a scan with a stamped line is recognised whole, the stamp included', async () => {
    const { jpeg, width, height } = await scanOf(Array.from({ length: 12 }, (_, i) => `Clause ${i + 1}: the tenant shall pay the rent in advance`));
    const content = `q 595 0 0 842 0 0 cm /Scan Do Q ${textAt(60, 40, 'Signed by A. Kumar')}`;
    const { pages } = await readAll(tools, makePdf([content], { objects: [jpegObject(jpeg, width, height)], resources: '/XObject << /Scan 4 0 R >>' }), PDF);
    expect(pages[0]!.source).toBe('ocr');
    expect(pages[0]!.text).toContain('Clause 7: the tenant shall pay the rent in advance');
    expect(pages[0]!.text).toContain('Signed by A. Kumar');
  });
  it('an empty page is empty, and certain', async () => {
    const { pages } = await readAll(tools, makePdf(['', textAt(50, 700, 'Second')]), PDF);
    expect(pages.map(({ text, confidence }) => ({ text, confidence }))).toEqual([{ text: '', confidence: null }, { text: 'Second', confidence: null }]);
  });
  it('what is not a PDF is refused, and the next document is read', async () => {
    for (const bytes of [Buffer.from('%PDF-1.7 and nothing more'), Buffer.from('PK\u0003\u0004 a zip named pdf'), Buffer.alloc(2_000_000, 65)]) {
      const failure = await failureOf(tools.open(new Uint8Array(bytes), { mimeType: PDF }));
      expect(failure).toMatchObject({ code: 'unreadable', retryable: false });
    }
    expect((await readAll(tools, makePdf([textAt(50, 700, 'Fine')]), PDF)).text).toBe('Fine');
  });
});
