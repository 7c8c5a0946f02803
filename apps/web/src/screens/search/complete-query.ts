/** What is being typed at the caret: an operator and the beginning of its value, or the beginning of a word. */
export type Typed = { from: number; to: number; operator: Operator | null; value: string };

export const operators = ['type', 'tag', 'person', 'before', 'after'] as const;
export type Operator = (typeof operators)[number];

const token = /-?(?:[a-z]+:)?(?:"[^"]*"?|[^\s"]*)$/i;

/** Reads the piece of the query that ends at the caret. */
export const typedAt = (query: string, caret: number): Typed => {
  const before = query.slice(0, caret);
  const piece = token.exec(before)?.[0] ?? '';
  const from = caret - piece.length;
  const [, name = '', value = ''] = /^-?([a-z]+):"?([^"]*)"?$/i.exec(piece) ?? [];
  const operator = operators.find((one) => one === name.toLowerCase()) ?? null;
  return { from, to: caret, operator, value: operator ? value : piece };
};

/** A value as an operator takes it: in quotes where it has spaces. */
export const quoted = (value: string): string => (/\s/.test(value) ? `"${value.replaceAll('"', '')}"` : value);

/** The query with what was being typed replaced, and where the caret goes. */
export const complete = (query: string, typed: Typed, text: string): { query: string; caret: number } => {
  const open = text.endsWith(':');
  const head = `${query.slice(0, typed.from)}${text}${open ? '' : ' '}`;
  return { query: head + query.slice(typed.to).trimStart(), caret: head.length };
};

/** The operators that begin like what is typed. */
export const operatorsLike = (typed: Typed): Operator[] =>
  typed.operator || typed.value.length < 2 ? [] : operators.filter((one) => one.startsWith(typed.value.toLowerCase()));
