/** One row of the table: a figure, what it should reach, and what was measured on the tuned and the held-out part. */
export type Row = {
  readonly figure: string; readonly unit: 'share' | 'percent' | 'count';
  readonly target: number | null; readonly below?: boolean;
  readonly tuned: number | null; readonly held: number | null; readonly n: readonly [tuned: number, held: number];
};

export type Failure = { readonly group: string; readonly id: string; readonly heldOut: boolean; readonly expected: string; readonly got: string };

/** One document as it was read, for the JSON file. */
export type Detail = { readonly id: string; readonly condition: string; readonly type: string | null; readonly characterError: number | null; readonly words: number | null; readonly fields: readonly { readonly name: string; readonly outcome: string; readonly got: string | null }[] };

export type Report = { rows: Row[]; failures: Failure[]; notes: string[]; documents: Detail[] };

export const mean = (values: readonly number[]): number | null => (values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length);

/** A row over items of which some are held out. */
export function row<T extends { readonly heldOut: boolean }>(figure: string, items: readonly T[], measure: (items: readonly T[]) => number | null, options: { target?: number; below?: boolean; unit?: Row['unit'] } = {}): Row {
  const tuned = items.filter((item) => !item.heldOut);
  const held = items.filter((item) => item.heldOut);
  return { figure, unit: options.unit ?? 'share', target: options.target ?? null, ...(options.below ? { below: true } : {}), tuned: tuned.length ? measure(tuned) : null, held: held.length ? measure(held) : null, n: [tuned.length, held.length] };
}

const show = (value: number | null, unit: Row['unit']): string => (value === null ? '–' : unit === 'percent' ? `${(value * 100).toFixed(2)} %` : unit === 'count' ? String(value) : value.toFixed(3));

/** Whether a row's tuned figure misses its target. */
export const missed = (each: Row): boolean => each.target !== null && each.tuned !== null && (each.below ? each.tuned > each.target : each.tuned < each.target);

/** The table in Markdown, so that it can be pasted into the README. */
export function renderTable(rows: readonly Row[]): string {
  const cells = rows.map((each) => [each.figure, each.target === null ? '' : `${each.below ? '≤' : '≥'} ${show(each.target, each.unit)}`, show(each.tuned, each.unit) + (missed(each) ? ' ✗' : ''), show(each.held, each.unit), each.n.join(' + ')]);
  const head = ['figure', 'target', 'measured', 'held out', 'n'];
  const widths = head.map((title, column) => Math.max(title.length, ...cells.map((line) => line[column]!.length)));
  const line = (parts: readonly string[]): string => `| ${parts.map((part, column) => part.padEnd(widths[column]!)).join(' | ')} |`;
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...cells.map(line)].join('\n');
}

const clip = (text: string, full: boolean): string => (full || text.length <= 160 ? text : `${text.slice(0, 157)}…`);

/** What went wrong, expected beside got; the first ten of each group unless all are wanted. */
export function renderFailures(failures: readonly Failure[], full: boolean): string {
  const groups = [...new Set(failures.map((failure) => failure.group))];
  return groups.map((group) => {
    const of = failures.filter((failure) => failure.group === group);
    const shown = full ? of : of.slice(0, 10);
    const lines = shown.map((failure) => `  ${failure.heldOut ? '(held out) ' : ''}${failure.id}\n      expected ${clip(failure.expected, full)}\n      got      ${clip(failure.got, full)}`);
    return [`${group}: ${of.length}`, ...lines, ...(of.length > shown.length ? [`  … and ${of.length - shown.length} more (--failures)`] : [])].join('\n');
  }).join('\n\n');
}
