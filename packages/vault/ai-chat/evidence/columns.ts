/** What a cell of a table looks like: a day, a figure, a mark of a few letters, a text with or without figures. */
export const shapeOf = (cell: string): string =>
  /\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}|\b\d{1,2} \p{L}{3,9} \d{4}/u.test(cell) ? 'day' : /^[-+]?(?:[$£€₹]|rs\.?|inr|eur|usd|gbp)? ?\d[\d.,' ]*(?: ?(?:[€%]|eur|usd|cr|dr))?$/i.test(cell) ? 'figure' : cell.length <= 3 ? 'mark' : /\d/.test(cell) ? 'mixed' : 'text';

const commonest = (shapes: readonly string[]): string | null => {
  const counts = new Map<string, number>();
  for (const shape of shapes) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
};

const mostColumns = 8;

/** Ways to set `count` cells into the columns from `from` to `columns`, in order. */
const placings = (count: number, from: number, columns: number): number[][] =>
  count === 0 ? [[]] : Array.from({ length: Math.max(0, columns - from - count + 1) }, (_, i) => from + i).flatMap((first) => placings(count - 1, first + 1, columns).map((rest) => [first, ...rest]));

/**
 * The columns that the cells of a table's rows stand in. A row with as many cells as the head fills them in order; in a
 * shorter one the first cell stays first and the others go where cells of their look stand in the full rows, rather to
 * the right. Null for a row that does not fit.
 */
export const placeCells = (rows: readonly (readonly string[])[], columns: number): (readonly number[] | null)[] => {
  const full = rows.filter((row) => row.length === columns);
  const looks = Array.from({ length: columns }, (_, column) => commonest(full.map((row) => shapeOf(row[column]!))));
  return rows.map((row) => {
    if (row.length === columns) return row.map((_, i) => i);
    if (row.length < 2 || row.length > columns || full.length === 0 || columns > mostColumns) return null;
    let best: { places: number[]; score: number } | null = null;
    for (const rest of placings(row.length - 1, 1, columns)) {
      const score = rest.reduce((sum, column, i) => sum + (looks[column] === shapeOf(row[i + 1]!) ? 1 : 0) + column * 0.01, 0);
      if (!best || score > best.score) best = { places: [0, ...rest], score };
    }
    return best && best.score >= 1 ? best.places : null;
  });
};
