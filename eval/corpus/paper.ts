import PDFDocument from 'pdfkit';
import { assertPrintable, faces, pdfFont, runs } from './fonts.ts';

export type Style = {
  readonly font?: string; readonly size?: number; readonly color?: string;
  readonly align?: 'left' | 'right' | 'center' | 'justify';
  readonly width?: number; readonly lead?: number; readonly spacing?: number;
  /** False for strokes that are no text, such as signatures. */
  readonly record?: boolean;
};

type Fragment = { readonly page: number; readonly x: number; readonly y: number; readonly size: number; readonly text: string };

export type PaperOptions = {
  readonly size?: 'A4' | 'LETTER' | 'LEGAL' | readonly [number, number];
  readonly landscape?: boolean; readonly margin?: number; readonly font?: string; readonly fontSize?: number; readonly color?: string;
};

const bounds: Readonly<Record<string, readonly [number, number]>> = { A4: [595, 842], LETTER: [612, 792], LEGAL: [612, 1008] };

/**
 * A sheet that remembers what was written on it: every visual line is recorded with its place, so that
 * the truth of the text is what a reader of the rendered page sees. Units are points, y grows downwards.
 */
export class Paper {
  readonly pdf: PDFKit.PDFDocument;
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  y: number;
  onPage: (() => void) | null = null;
  private page = 0;
  private count = 1;
  private readonly base: Required<Pick<Style, 'font' | 'size' | 'color'>>;
  private readonly fragments: Fragment[] = [];
  private readonly chunks: Buffer[] = [];

  constructor(options: PaperOptions = {}) {
    const named = typeof options.size === 'string' || options.size === undefined ? bounds[options.size ?? 'A4']! : options.size;
    [this.width, this.height] = options.landscape ? [named[1], named[0]] : [named[0], named[1]];
    this.margin = options.margin ?? 50;
    this.y = this.margin;
    this.base = { font: options.font ?? 'helv', size: options.fontSize ?? 10, color: options.color ?? '#111' };
    this.pdf = new PDFDocument({
      size: [this.width, this.height], margin: 0, bufferPages: true,
      info: { CreationDate: new Date('2026-01-01T00:00:00Z'), Producer: 'eval', Creator: 'eval' },
    });
    for (const [name, path] of Object.entries(faces)) this.pdf.registerFont(name, path);
    this.pdf.on('data', (chunk: Buffer) => this.chunks.push(chunk));
  }

  /** The width between the margins. */
  get inner(): number { return this.width - 2 * this.margin; }
  get pages(): number { return this.count; }

  measure(text: string, style: Style = {}): number {
    const size = style.size ?? this.base.size;
    return runs(text, style.font ?? this.base.font)
      .reduce((sum, run) => sum + this.pdf.font(pdfFont(run.font)).fontSize(size).widthOfString(run.text, { characterSpacing: style.spacing ?? 0 }), 0);
  }

  /** The visual lines of a text within a width. */
  wrap(text: string, width: number, style: Style = {}): string[] {
    const lines: string[] = [];
    for (const paragraph of text.split('\n')) {
      let line = '';
      for (const word of paragraph.split(' ')) {
        const longer = line === '' ? word : `${line} ${word}`;
        if (line !== '' && this.measure(longer, style) > width) { lines.push(line); line = word; } else line = longer;
      }
      lines.push(line);
    }
    return lines;
  }

  /** Writes at a place; answers the y below it. */
  at(x: number, y: number, text: string, style: Style = {}): number {
    const size = style.size ?? this.base.size;
    const lead = size * (style.lead ?? 1.3);
    const lines = style.width === undefined ? text.split('\n') : this.wrap(text, style.width, style);
    lines.forEach((line, index) => {
      const last = index === lines.length - 1;
      this.line(x, y + index * lead, line, style, last);
    });
    return y + lines.length * lead;
  }

  private line(x: number, y: number, text: string, style: Style, last: boolean): void {
    if (text === '') return;
    const size = style.size ?? this.base.size;
    const font = style.font ?? this.base.font;
    const wide = this.measure(text, style);
    const slack = (style.width ?? wide) - wide;
    const gaps = text.split(' ').length - 1;
    const stretch = style.align === 'justify' && !last && gaps > 0 && slack < wide * 0.25 ? slack / gaps : 0;
    let cursor = x + (style.align === 'right' ? slack : style.align === 'center' ? slack / 2 : 0);
    if (style.width === undefined && style.align === 'right') cursor = x - wide;
    if (style.width === undefined && style.align === 'center') cursor = x - wide / 2;
    if (style.record !== false) this.fragments.push({ page: this.page, x: cursor, y, size, text: text.trim() });
    for (const run of runs(text, font)) {
      assertPrintable(run.text, run.font);
      const options = { lineBreak: false, baseline: 'alphabetic', wordSpacing: stretch, characterSpacing: style.spacing ?? 0 } as const;
      this.pdf.font(pdfFont(run.font)).fontSize(size).fillColor(style.color ?? this.base.color).text(run.text, cursor, y + size * 0.8, options);
      cursor += this.pdf.widthOfString(run.text, { characterSpacing: style.spacing ?? 0 }) + stretch * (run.text.split(' ').length - 1);
    }
  }

  /** Writes at the cursor between the margins, breaking pages between lines. */
  put(text: string, style: Style & { readonly indent?: number; readonly after?: number } = {}): this {
    const size = style.size ?? this.base.size;
    const lead = size * (style.lead ?? 1.3);
    const x = this.margin + (style.indent ?? 0);
    const width = style.width ?? this.inner - (style.indent ?? 0);
    const lines = this.wrap(text, width, style);
    lines.forEach((line, index) => {
      if (this.y + lead > this.height - this.margin) this.next();
      this.line(x, this.y, line, { ...style, width }, index === lines.length - 1);
      this.y += lead;
    });
    this.y += style.after ?? 0;
    return this;
  }

  gap(points: number): this { this.y += points; return this; }

  /** A new sheet; `onPage` writes its running head. */
  next(): this {
    this.pdf.addPage({ size: [this.width, this.height], margin: 0 });
    this.page = this.count;
    this.count += 1;
    this.y = this.margin;
    this.onPage?.();
    return this;
  }

  /** A new sheet when less than so much is left. */
  room(points: number): this { if (this.y + points > this.height - this.margin) this.next(); return this; }

  rule(y = this.y, from = this.margin, to = this.width - this.margin, weight = 0.6, color = '#444'): this {
    this.pdf.moveTo(from, y).lineTo(to, y).lineWidth(weight).strokeColor(color).stroke();
    return this;
  }

  box(x: number, y: number, w: number, h: number, fill?: string, stroke?: string, radius = 0): this {
    const shape = radius > 0 ? this.pdf.roundedRect(x, y, w, h, radius) : this.pdf.rect(x, y, w, h);
    if (fill && stroke) shape.lineWidth(0.7).fillAndStroke(fill, stroke);
    else if (fill) shape.fill(fill);
    else shape.lineWidth(0.7).strokeColor(stroke ?? '#333').stroke();
    return this;
  }

  /** A signature: strokes in a hand face, no text. */
  sign(x: number, y: number, name: string, size = 20, color = '#1b2a6b'): this {
    this.at(x, y, name, { font: 'hand', size, color, record: false });
    return this;
  }

  /** Writes on every sheet once all are there (page numbers, print dates). */
  eachPage(write: (page: number, total: number) => void): this {
    for (let index = 0; index < this.count; index += 1) {
      this.pdf.switchToPage(index);
      this.page = index;
      write(index + 1, this.count);
    }
    return this;
  }

  /** What is printed per page: as painted, and row by row from the top. */
  texts(): { painted: string; rows: string }[] {
    return Array.from({ length: this.count }, (_, page) => {
      const here = this.fragments.filter((fragment) => fragment.page === page);
      const rows: Fragment[][] = [];
      for (const fragment of [...here].sort((a, b) => a.y + a.size * 0.8 - b.y - b.size * 0.8)) {
        const row = rows.at(-1);
        const first = row?.[0];
        if (row && first && Math.abs(first.y + first.size * 0.8 - fragment.y - fragment.size * 0.8) < Math.min(first.size, fragment.size) * 0.45) row.push(fragment);
        else rows.push([fragment]);
      }
      return {
        painted: here.map((fragment) => fragment.text).join('\n'),
        rows: rows.map((row) => row.sort((a, b) => a.x - b.x).map((fragment) => fragment.text).join(' ')).join('\n'),
      };
    });
  }

  /** The finished PDF. */
  async bytes(): Promise<Buffer> {
    const done = new Promise<void>((resolve) => this.pdf.on('end', resolve));
    this.pdf.end();
    await done;
    return Buffer.concat(this.chunks);
  }
}
