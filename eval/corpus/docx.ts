import { AlignmentType, BorderStyle, Document, Footer, Header, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';

export type Block =
  | string
  | { readonly h: string; readonly level?: 1 | 2 | 3; readonly center?: boolean }
  | { readonly p: string; readonly bold?: boolean; readonly italic?: boolean; readonly center?: boolean; readonly right?: boolean; readonly size?: number }
  | { readonly table: readonly (readonly string[])[]; readonly widths?: readonly number[] }
  | { readonly list: readonly string[]; readonly numbered?: boolean };

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const border = { style: BorderStyle.SINGLE, size: 4, color: '888888' } as const;

function lines(text: string, style: { bold?: boolean; italics?: boolean; size?: number } = {}): TextRun[] {
  return text.split('\n').map((line, index) => new TextRun({ text: line, ...(index > 0 ? { break: 1 } : {}), ...style }));
}

function render(block: Block): (Paragraph | Table)[] {
  if (typeof block === 'string') return [new Paragraph({ children: lines(block), spacing: { after: 140 } })];
  if ('h' in block) return [new Paragraph({ text: block.h, heading: levels[block.level ?? 2], ...(block.center ? { alignment: AlignmentType.CENTER } : {}), spacing: { before: 200, after: 100 } })];
  if ('p' in block) {
    const alignment = block.center ? AlignmentType.CENTER : block.right ? AlignmentType.RIGHT : AlignmentType.LEFT;
    return [new Paragraph({ children: lines(block.p, { bold: block.bold ?? false, italics: block.italic ?? false, ...(block.size ? { size: block.size * 2 } : {}) }), alignment, spacing: { after: 120 } })];
  }
  if ('list' in block) return block.list.map((text, index) => (block.numbered
    ? new Paragraph({ children: lines(`${index + 1}. ${text}`), indent: { left: 400, hanging: 300 }, spacing: { after: 100 } })
    : new Paragraph({ children: lines(text), bullet: { level: 0 }, spacing: { after: 60 } })));
  const rows = block.table.map((row) => new TableRow({
    children: row.map((cell, column) => new TableCell({
      children: [new Paragraph({ children: lines(cell) })],
      ...(block.widths ? { width: { size: block.widths[column]!, type: WidthType.PERCENTAGE } } : {}),
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
    })),
  }));
  return [new Table({ rows, width: { size: 100, type: WidthType.PERCENTAGE }, borders: { top: border, bottom: border, left: border, right: border, insideHorizontal: border, insideVertical: border } }), new Paragraph({ text: '' })];
}

export type Written = { readonly blocks: readonly Block[]; readonly header?: string; readonly footer?: string; readonly font?: string };

/** What is written in a word-processor file. */
export const written = (blocks: readonly Block[], style: Omit<Written, 'blocks'> = {}): Written => ({ blocks, ...style });

/** Its text in reading order. */
export function plain(file: Written): string {
  const body = file.blocks.map((block) => {
    if (typeof block === 'string') return block;
    if ('h' in block) return block.h;
    if ('p' in block) return block.p;
    if ('list' in block) return block.list.join('\n');
    return block.table.map((row) => row.join(' ')).join('\n');
  });
  return [file.header ?? '', ...body, file.footer ?? ''].filter(Boolean).join('\n');
}

/** Its bytes. */
export async function typed(file: Written): Promise<Buffer> {
  const document = new Document({
    creator: 'eval', lastModifiedBy: 'eval',
    styles: { default: { document: { run: { font: file.font ?? 'Calibri', size: 22 } } } },
    sections: [{
      headers: file.header ? { default: new Header({ children: [new Paragraph({ text: file.header, alignment: AlignmentType.RIGHT })] }) } : {},
      footers: file.footer ? { default: new Footer({ children: [new Paragraph({ text: file.footer, alignment: AlignmentType.CENTER })] }) } : {},
      children: file.blocks.flatMap(render),
    }],
  });
  return Packer.toBuffer(document);
}
