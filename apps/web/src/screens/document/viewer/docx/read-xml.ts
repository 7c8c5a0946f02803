/** An element: its name with its prefix, its attributes, its elements and texts in order. */
export type Element = { name: string; attributes: Record<string, string>; children: (Element | string)[] };

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decoded = (text: string): string =>
  text.replaceAll(/&(#x?[0-9a-fA-F]+|\w+);/g, (whole, name: string) => {
    if (!name.startsWith('#')) return named[name] ?? whole;
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name, double, single]) => [name!, decoded(double ?? single ?? '')]));

/**
 * Reads well-formed XML without entities of its own. Written here because the browser's parser may not be used where
 * Trusted Types are enforced. Null where there is no element.
 */
export const readXml = (source: string): Element | null => {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open: Element[] = [root];
  const token = /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<![^>]*>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;
  for (const [, raw, closing, name, attributes, alone, text] of source.matchAll(token)) {
    const top = open.at(-1)!;
    if (raw !== undefined) top.children.push(raw);
    else if (text !== undefined) top.children.push(decoded(text));
    else if (name && closing) {
      if (open.length > 1) open.pop();
    } else if (name) {
      const element: Element = { name, attributes: attributesOf(attributes ?? ''), children: [] };
      top.children.push(element);
      if (!alone) open.push(element);
    }
  }
  return root.children.find((child): child is Element => typeof child !== 'string') ?? null;
};

export const elements = (element: Element | undefined): Element[] => (element?.children ?? []).filter((child): child is Element => typeof child !== 'string');
export const child = (element: Element | undefined, name: string): Element | undefined => elements(element).find((one) => one.name === name);
/** The first of that name anywhere below. */
export const below = (element: Element | undefined, name: string): Element | undefined => {
  for (const one of elements(element)) {
    const found = one.name === name ? one : below(one, name);
    if (found) return found;
  }
  return undefined;
};
export const textOf = (element: Element): string => element.children.map((one) => (typeof one === 'string' ? one : textOf(one))).join('');
