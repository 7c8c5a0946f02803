import { below, child, elements, readXml, textOf, type Element } from './read-xml.ts';
import { readZip, type Zip } from './read-zip.ts';

export type Run = { kind: 'text'; text: string; bold: boolean; italic: boolean; underline: boolean; strike: boolean } | { kind: 'picture'; part: string; width: number | null; alt: string } | { kind: 'break' };
export type Block =
  | { kind: 'paragraph'; level: number; marker: string | null; depth: number; align: 'left' | 'center' | 'right' | 'justify'; runs: Run[] }
  | { kind: 'table'; rows: { span: number; blocks: Block[] }[][] }
  | { kind: 'page' };
export type Docx = { blocks: Block[]; picture(part: string): Promise<Blob | null> };

/** English Metric Units in a CSS pixel (ECMA-376, 20.1.2.1). */
const emuPerPixel = 9_525;
const pictures: Record<string, string> = { png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp', bmp: 'image/bmp' };
const folder = 'word/';

type Parts = { relations: Map<string, string>; headings: Map<string, number>; lists: Map<string, string[]> };

const isOn = (element: Element | undefined): boolean => element !== undefined && !/^(0|false|none|off)$/.test(element.attributes['w:val'] ?? '');

/** Which styles are headings, by their outline level or their built-in name. */
const headingsOf = (styles: Element | null): Map<string, number> =>
  new Map(
    elements(styles ?? undefined).flatMap((style): [string, number][] => {
      const id = style.attributes['w:styleId'];
      const name = child(style, 'w:name')?.attributes['w:val']?.toLowerCase() ?? '';
      const outline = below(style, 'w:outlineLvl')?.attributes['w:val'];
      const level = /^heading (\d)/.exec(name)?.[1] ?? (name === 'title' ? '1' : outline === undefined ? null : String(Number(outline) + 1));
      return id && level && Number(level) <= 6 ? [[id, Number(level)]] : [];
    }),
  );

/** The number format of each level of each list ("bullet", "decimal", …). */
const listsOf = (numbering: Element | null): Map<string, string[]> => {
  const all = elements(numbering ?? undefined);
  const abstract = new Map(all.filter(({ name }) => name === 'w:abstractNum').map((one) => [one.attributes['w:abstractNumId'], elements(one).filter(({ name }) => name === 'w:lvl').map((level) => child(level, 'w:numFmt')?.attributes['w:val'] ?? 'bullet')]));
  return new Map(all.filter(({ name }) => name === 'w:num').map((one) => [one.attributes['w:numId'] ?? '', abstract.get(child(one, 'w:abstractNumId')?.attributes['w:val']) ?? []]));
};

const letters = (count: number): string => (count > 26 ? letters(Math.floor((count - 1) / 26)) : '') + String.fromCharCode(97 + ((count - 1) % 26));
const romans: [number, string][] = [[10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']];
const roman = (count: number): string => {
  const found = romans.find(([value]) => count >= value);
  return found ? found[1] + roman(count - found[0]) : '';
};
const markerOf = (format: string, count: number): string => {
  switch (format) {
    case 'bullet': return '•';
    case 'none': return '';
    case 'lowerLetter': return `${letters(count)}.`;
    case 'upperLetter': return `${letters(count).toUpperCase()}.`;
    case 'lowerRoman': return `${roman(count)}.`;
    case 'upperRoman': return `${roman(count).toUpperCase()}.`;
    default: return `${count}.`;
  }
};

const runsOf = (paragraph: Element, { relations }: Parts): (Run | 'page')[] =>
  elements(paragraph).flatMap((piece): (Run | 'page')[] => {
    // Links and insertions hold runs; what was deleted is not shown.
    if (['w:hyperlink', 'w:ins', 'w:smartTag', 'w:sdt', 'w:sdtContent', 'w:fldSimple'].includes(piece.name)) return runsOf(piece, { relations, headings: new Map(), lists: new Map() });
    if (piece.name !== 'w:r') return [];
    const look = child(piece, 'w:rPr');
    if (isOn(child(look, 'w:vanish'))) return [];
    const style = { bold: isOn(child(look, 'w:b')), italic: isOn(child(look, 'w:i')), underline: isOn(child(look, 'w:u')), strike: isOn(child(look, 'w:strike')) };
    return elements(piece).flatMap((one): (Run | 'page')[] => {
      if (one.name === 'w:t') return [{ kind: 'text', text: textOf(one), ...style }];
      if (one.name === 'w:tab') return [{ kind: 'text', text: '\t', ...style }];
      if (one.name === 'w:noBreakHyphen') return [{ kind: 'text', text: '‑', ...style }];
      if (one.name === 'w:br' || one.name === 'w:cr') return [one.attributes['w:type'] === 'page' ? 'page' : { kind: 'break' }];
      if (one.name === 'w:drawing' || one.name === 'w:pict') {
        const part = relations.get(below(one, 'a:blip')?.attributes['r:embed'] ?? below(one, 'v:imagedata')?.attributes['r:id'] ?? '');
        const width = Number(below(one, 'wp:extent')?.attributes.cx);
        return part ? [{ kind: 'picture', part, width: width > 0 ? Math.round(width / emuPerPixel) : null, alt: below(one, 'wp:docPr')?.attributes.descr ?? '' }] : [];
      }
      return [];
    });
  });

/** Counts of the lists' levels so far, which restart when a level above goes on. */
type Counts = Map<string, number[]>;

const paragraphOf = (element: Element, parts: Parts, counts: Counts): Block[] => {
  const look = child(element, 'w:pPr');
  const numbered = child(look, 'w:numPr');
  const list = child(numbered, 'w:numId')?.attributes['w:val'] ?? '0';
  const depth = Number(child(numbered, 'w:ilvl')?.attributes['w:val'] ?? 0);
  let marker: string | null = null;
  if (numbered && list !== '0') {
    const count = [...(counts.get(list) ?? [])].slice(0, depth + 1);
    count[depth] = (count[depth] ?? 0) + 1;
    counts.set(list, count);
    marker = markerOf(parts.lists.get(list)?.[depth] ?? 'bullet', count[depth]);
  }
  const side = child(look, 'w:jc')?.attributes['w:val'];
  const align = side === 'center' ? 'center' : side === 'right' || side === 'end' ? 'right' : side === 'both' ? 'justify' : 'left';
  const level = parts.headings.get(child(look, 'w:pStyle')?.attributes['w:val'] ?? '') ?? 0;
  const made: Block[] = isOn(child(look, 'w:pageBreakBefore')) ? [{ kind: 'page' }] : [];
  let runs: Run[] = [];
  const close = (first: boolean) => made.push({ kind: 'paragraph', level, marker: first ? marker : null, depth: marker === null ? 0 : depth + 1, align, runs });
  let first = true;
  for (const run of runsOf(element, parts)) {
    if (run === 'page') {
      if (runs.length > 0) close(first);
      first = false;
      runs = [];
      made.push({ kind: 'page' });
    } else runs.push(run);
  }
  if (runs.length > 0 || first) close(first);
  return made;
};

const blocksOf = (body: Element, parts: Parts, counts: Counts): Block[] =>
  elements(body).flatMap((element): Block[] => {
    if (element.name === 'w:p') return paragraphOf(element, parts, counts);
    if (element.name === 'w:sdt') return blocksOf(child(element, 'w:sdtContent') ?? element, parts, counts);
    if (element.name !== 'w:tbl') return [];
    const rows = elements(element).filter(({ name }) => name === 'w:tr').map((row) =>
      elements(row).filter(({ name }) => name === 'w:tc').map((cell) => ({ span: Number(below(child(cell, 'w:tcPr'), 'w:gridSpan')?.attributes['w:val'] ?? 1) || 1, blocks: blocksOf(cell, parts, counts) })));
    return [{ kind: 'table', rows }];
  });

const xmlOf = async (zip: Zip, name: string): Promise<Element | null> => {
  const bytes = await zip.bytes(name);
  return bytes ? readXml(new TextDecoder().decode(bytes)) : null;
};

/** What a Word file shows (ECMA-376, WordprocessingML): its paragraphs, lists, tables and pictures, without its page layout, links and code. */
export const readDocx = async (data: ArrayBuffer): Promise<Docx> => {
  const zip = readZip(data);
  const [body, styles, numbering, links] = await Promise.all([xmlOf(zip, `${folder}document.xml`), xmlOf(zip, `${folder}styles.xml`), xmlOf(zip, `${folder}numbering.xml`), xmlOf(zip, `${folder}_rels/document.xml.rels`)]);
  const main = child(body ?? undefined, 'w:body');
  if (!main) throw new Error('this is no Word file');
  const relations = new Map(elements(links ?? undefined).filter(({ attributes }) => attributes.TargetMode !== 'External').map(({ attributes }) => [attributes.Id ?? '', (attributes.Target ?? '').startsWith('/') ? attributes.Target!.slice(1) : folder + (attributes.Target ?? '')]));
  return {
    blocks: blocksOf(main, { relations, headings: headingsOf(styles), lists: listsOf(numbering) }, new Map()),
    picture: async (part) => {
      const type = pictures[part.split('.').at(-1)?.toLowerCase() ?? ''];
      const bytes = type ? await zip.bytes(part) : null;
      return bytes ? new Blob([bytes], { type }) : null;
    },
  };
};
