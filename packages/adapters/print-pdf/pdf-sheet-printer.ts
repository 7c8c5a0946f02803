import type PDFDocument from 'pdfkit';
import type { Sheet, SheetPrinter } from '@docuvault/core/sheet-printer.ts';
import { faces, runsOf } from './fonts.ts';

type Pdf = InstanceType<typeof PDFDocument>;
type Style = { size: number; bold?: boolean; colour?: string };

const margin = 50;
const body: Style = { size: 10 };
const lowest = (doc: Pdf): number => doc.page.height - margin - 24;

/** Writes a text from where the document stands, or at a place, in as many faces as its letters need. */
const write = (doc: Pdf, text: string, style: Style, at?: { x: number; y: number; width: number }): void => {
  const runs = runsOf(text.replace(/\s+/g, ' ').trim() || ' ');
  const width = at?.width ?? doc.page.width - 2 * margin;
  doc.fontSize(style.size).fillColor(style.colour ?? '#111111');
  for (const [index, run] of runs.entries()) {
    doc.font(`${run.script}-${style.bold ? 700 : 400}`);
    const options = { width, continued: index < runs.length - 1 };
    if (index === 0) doc.text(run.text, at?.x ?? margin, at?.y ?? doc.y, options);
    else doc.text(run.text, options);
  }
};

const room = (doc: Pdf, height: number): void => {
  if (doc.y + height > lowest(doc)) doc.addPage();
};

const writeTable = (doc: Pdf, columns: readonly string[], rows: readonly (readonly string[])[]): void => {
  // A column is as wide as its longest cell asks, within bounds, of what the page has.
  const longest = columns.map((column, index) => Math.min(40, Math.max(6, column.length, ...rows.map((row) => (row[index] ?? '').length))));
  const all = longest.reduce((sum, one) => sum + one, 0);
  const widths = longest.map((one) => ((doc.page.width - 2 * margin) * one) / all);
  const line = (cells: readonly string[], style: Style) => {
    room(doc, 36);
    const top = doc.y;
    let bottom = top;
    let x = margin;
    for (const [index, width] of widths.entries()) {
      write(doc, (cells[index] ?? '').slice(0, 200), style, { x, y: top, width: width - 8 });
      bottom = Math.max(bottom, doc.y);
      x += width;
    }
    doc.moveTo(margin, bottom + 2).lineTo(doc.page.width - margin, bottom + 2).lineWidth(0.5).strokeColor('#cccccc').stroke();
    doc.y = bottom + 6;
  };
  line(columns, { ...body, bold: true });
  for (const row of rows) line(row, body);
};

const draw = (doc: Pdf, sheet: Sheet): void => {
  write(doc, sheet.title, { size: 20, bold: true });
  write(doc, sheet.subtitle, { size: 11, colour: '#555555' });
  for (const section of sheet.sections) {
    doc.moveDown(1);
    room(doc, 60);
    write(doc, section.heading, { size: 14, bold: true });
    doc.moveDown(0.3);
    for (const paragraph of section.paragraphs ?? []) {
      room(doc, 30);
      write(doc, paragraph, body);
      doc.moveDown(0.2);
    }
    if (section.table) writeTable(doc, section.table.columns, section.table.rows);
  }
};

/** Prints sheets by pdfkit. */
export const createPdfSheetPrinter = (): SheetPrinter => ({
  print: async (sheet) => {
    const pdfkit = await import('pdfkit');
    return new Promise((resolve, reject) => {
      const doc = new pdfkit.default({ size: 'A4', margin, bufferPages: true, info: { Title: sheet.title, Producer: 'DocuVault AI', Creator: 'DocuVault AI' } });
      const parts: Buffer[] = [];
      doc.on('data', (part: Buffer) => parts.push(part));
      doc.on('end', () => { resolve(new Uint8Array(Buffer.concat(parts))); });
      doc.on('error', reject);
      for (const weight of [400, 700] as const) {
        for (const [script, file] of Object.entries(faces(weight))) doc.registerFont(`${script}-${weight}`, file);
      }
      try {
        draw(doc, sheet);
        const { count } = doc.bufferedPageRange();
        for (let page = 0; page < count; page += 1) {
          doc.switchToPage(page);
          doc.page.margins.bottom = 0;
          write(doc, `${sheet.footer} · ${page + 1}/${count}`, { size: 8, colour: '#777777' }, { x: margin, y: doc.page.height - 38, width: doc.page.width - 2 * margin });
        }
        doc.end();
      } catch (error) {
        reject(error as Error);
      }
    });
  },
});
