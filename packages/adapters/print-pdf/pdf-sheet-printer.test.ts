import { PDFiumLibrary } from '@hyzyla/pdfium';
import { expect, it } from 'vitest';
import { createPdfSheetPrinter } from './pdf-sheet-printer.ts';


const textOf = async (bytes: Uint8Array): Promise<{ pages: number; text: string }> => {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(Buffer.from(bytes));
  const pages = [...document.pages()];
  const text = pages.map((page) => page.getText()).join('\n');
  document.destroy();
  library.destroy();
  return { pages: pages.length, text };
};

it('a sheet bears names in Latin and Devanagari letters, and as many pages as it takes', async () => {
  const rows = Array.from({ length: 120 }, (_, index) => [`Policy ${index + 1}`, 'insurance policy', 'Łukasz Žák', '2027-01-01']);
  const bytes = await createPdfSheetPrinter().print({
    title: 'Emergency sheet of आशा नायर', subtitle: 'Family vault “Nair”, 2026-11-25', footer: 'Keep it safe',
    sections: [{ heading: 'Whom to call', paragraphs: ['Ring the contacts in their order.'] }, { heading: 'Papers', table: { columns: ['Paper', 'Kind', 'Person', 'Valid until'], rows } }],
  });
  const { pages, text } = await textOf(bytes);
  expect(pages).toBeGreaterThan(2);
  expect(text).toContain('Emergency sheet of');
  expect(text).toMatch(/आशा|नायर/);
  expect(text).toContain('Łukasz Žák');
  expect(text).toContain('Policy 120');
  expect(text).toContain(`Keep it safe · ${pages}/${pages}`);
});
