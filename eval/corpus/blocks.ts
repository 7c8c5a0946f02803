import type { Paper, Style } from './paper.ts';

export type Column = { readonly width: number; readonly align?: 'left' | 'right' | 'center' };

export type TableStyle = {
  readonly x?: number; readonly size?: number; readonly font?: string; readonly boldFont?: string; readonly head?: string | null;
  readonly headColor?: string; readonly lines?: 'all' | 'rows' | 'none'; readonly pad?: number; readonly zebra?: string; readonly lastBold?: number;
};

/** A table at the cursor; the first row is the head and is repeated on a new sheet. */
export function table(paper: Paper, columns: readonly Column[], rows: readonly (readonly string[])[], style: TableStyle = {}): void {
  const { size = 9, font = 'helv', boldFont = `${font}-bold`, head = '#e6e6e6', pad = 4, lines = 'all' } = style;
  const left = style.x ?? paper.margin;
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  const draw = (row: readonly string[], index: number): void => {
    const bold = (index === 0 && head !== null) || index >= rows.length - (style.lastBold ?? 0);
    const face = bold ? boldFont : font;
    const heights = row.map((cell, column) => paper.wrap(cell, columns[column]!.width - 2 * pad, { font: face, size }).length);
    const height = Math.max(...heights) * size * 1.25 + pad * 1.6;
    if (paper.y + height > paper.height - paper.margin - 10) { paper.next(); if (index > 0 && head !== null) draw(rows[0]!, 0); }
    const y = paper.y;
    if (index === 0 && head) paper.box(left, y, total, height, head);
    else if (style.zebra && index % 2 === 0) paper.box(left, y, total, height, style.zebra);
    let x = left;
    row.forEach((cell, column) => {
      const { width, align } = columns[column]!;
      const color = index === 0 && style.headColor ? { color: style.headColor } : {};
      paper.at(x + pad, y + pad, cell, { font: face, size, width: width - 2 * pad, lead: 1.25, align: align ?? 'left', ...color });
      if (lines === 'all') paper.box(x, y, width, height, undefined, '#777');
      x += width;
    });
    if (lines === 'rows') paper.rule(y + height, left, left + total, 0.4, '#999');
    paper.y = y + height;
  };
  rows.forEach(draw);
}

export type PairStyle = Style & { readonly x?: number; readonly label?: number; readonly valueFont?: string; readonly step?: number; readonly sep?: string; readonly valueWidth?: number };

/** Label and value lines, as forms have them; answers the y below. */
export function pairs(paper: Paper, y: number, rows: readonly (readonly [string, string])[], style: PairStyle = {}): number {
  const { x = paper.margin, label = 130, size = 10, step = 6, sep = '' } = style;
  const valueWidth = style.valueWidth ?? paper.width - paper.margin - x - label;
  let line = y;
  for (const [name, value] of rows) {
    const below = paper.at(x, line, name, { ...style, size, width: label - 6, align: 'left' });
    if (sep) paper.at(x + label - 8, line, sep, { ...style, size, width: undefined, align: 'left' });
    const end = paper.at(x + label, line, value, { ...style, size, font: style.valueFont ?? style.font ?? 'helv', width: valueWidth, align: 'left' });
    line = Math.max(below, end) + step;
  }
  return line;
}

/** Label in small print above its value, as cards and modern forms have them; a grid of so many columns. */
export function grid(paper: Paper, y: number, cells: readonly (readonly [string, string])[], columns: number, style: {
  x?: number; width?: number; size?: number; labelSize?: number; font?: string; valueFont?: string; row?: number; boxed?: boolean; labelColor?: string;
} = {}): number {
  const { x = paper.margin, width = paper.width - paper.margin * 2, size = 10, labelSize = 7, font = 'helv', valueFont = 'helv-bold', row = 32 } = style;
  const each = width / columns;
  cells.forEach(([name, value], index) => {
    const cx = x + (index % columns) * each;
    const cy = y + Math.floor(index / columns) * row;
    if (style.boxed) paper.box(cx, cy - 3, each, row, undefined, '#888');
    const inset = style.boxed ? 4 : 0;
    paper.at(cx + inset, cy, name, { font, size: labelSize, color: style.labelColor ?? '#444', width: each - 6 });
    paper.at(cx + inset, cy + labelSize * 1.5, value, { font: valueFont, size, width: each - 6, lead: 1.15 });
  });
  return y + Math.ceil(cells.length / columns) * row;
}

/** Numbered clauses, each a head and its paragraphs. */
export function clauses(paper: Paper, items: readonly (readonly [string, ...string[]])[], style: { font: string; bold: string; size: number; from?: number; lead?: number; indent?: number }): void {
  items.forEach(([head, ...paragraphs], index) => {
    const number = (style.from ?? 1) + index;
    paper.room(style.size * 5).put(`${number}. ${head}`, { font: style.bold, size: style.size, after: 3 });
    paragraphs.forEach((paragraph, sub) => {
      paper.put(`${number}.${sub + 1} ${paragraph}`, { font: style.font, size: style.size, indent: style.indent ?? 14, lead: style.lead ?? 1.35, align: 'justify', after: 4 });
    });
    paper.gap(5);
  });
}

/** A grey square where the photograph is; a head and shoulders, so that it looks like one. */
export function portrait(paper: Paper, x: number, y: number, w: number, h: number, tone = '#9aa7b5'): void {
  const { pdf } = paper;
  pdf.save();
  pdf.rect(x, y, w, h).clip();
  paper.box(x, y, w, h, '#d9dee4');
  pdf.ellipse(x + w / 2, y + h * 1.02, w * 0.46, h * 0.36).fill('#56616e');
  pdf.ellipse(x + w / 2, y + h * 0.42, w * 0.22, h * 0.25).fill(tone);
  pdf.ellipse(x + w / 2, y + h * 0.28, w * 0.24, h * 0.16).fill('#2b2420');
  pdf.restore();
}

/** Wavy fine lines, as security paper has them. */
export function guilloche(paper: Paper, x: number, y: number, w: number, h: number, color: string, step = 9): void {
  const { pdf } = paper;
  pdf.save();
  pdf.rect(x, y, w, h).clip();
  for (let line = y - 10; line < y + h + 10; line += step) {
    pdf.moveTo(x, line);
    for (let cx = x; cx < x + w; cx += 40) pdf.quadraticCurveTo(cx + 10, line - 7, cx + 20, line).quadraticCurveTo(cx + 30, line + 7, cx + 40, line);
    pdf.lineWidth(0.35).strokeColor(color).stroke();
  }
  pdf.restore();
}

/** A two-dimensional code, or what looks like one. */
export function matrix(paper: Paper, x: number, y: number, side: number, seed: number): void {
  const cells = 25;
  const unit = side / cells;
  let state = seed;
  for (let row = 0; row < cells; row += 1) {
    for (let column = 0; column < cells; column += 1) {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      const corner = (row < 7 && (column < 7 || column > 17)) || (row > 17 && column < 7);
      const r = row > 17 ? row - 18 : row;
      const c = column > 17 ? column - 18 : column;
      const dark = corner ? r === 0 || r === 6 || c === 0 || c === 6 || (r > 1 && r < 5 && c > 1 && c < 5) : (state >> 16) % 2 === 0;
      if (dark) paper.box(x + column * unit, y + row * unit, unit, unit, '#000');
    }
  }
}

/** A bar code's look. */
export function bars(paper: Paper, x: number, y: number, w: number, h: number, seed: number): void {
  let state = seed;
  let cx = x;
  while (cx < x + w) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    const thick = 0.7 + ((state >> 16) % 4) * 0.7;
    paper.box(cx, y, thick, h, '#000');
    cx += thick + 0.8 + ((state >> 20) % 3) * 0.7;
  }
}

/** A round office seal. */
export function seal(paper: Paper, x: number, y: number, r: number, color = '#3b3f9c'): void {
  const { pdf } = paper;
  for (const ring of [r, r * 0.93, r * 0.62]) pdf.circle(x, y, ring).lineWidth(0.8).strokeColor(color).stroke();
  for (let point = 0; point < 24; point += 1) {
    const angle = (point / 24) * 2 * Math.PI;
    pdf.circle(x + Math.cos(angle) * r * 0.78, y + Math.sin(angle) * r * 0.78, r * 0.035).fill(color);
  }
}
