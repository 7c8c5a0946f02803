import type { Reading } from '../reading.ts';
import { plain } from '../text/fold.ts';
import type { Cell, Line } from '../text/lines.ts';
import type { IssuerGuess } from './issuer.ts';
import { genericName, hasLegalForm, looksLikeOrganisation, readOrganisation } from './organisation.ts';
import { mendLetters } from './mend-letters.ts';
import { startsWithTitle } from './person.ts';

const headingWords = /^(?:tax |retail |proforma |commercial |gst )?(?:invoices?|receipt|payment receipt|bill|statement|account statement|payslip|pay ?slip|salary slip|rechnung|factuur|facture|factura|fattura|quittung|policy schedule|discharge summary|prescription|certificate|original|duplicate|copy|page|warranty card|warranty certificate|passport|visa|boarding pass|itinerary|e-ticket|booking confirmation|your|welcome|confidential|private|important|bulletin de paie|ordonnance|rezept|garantie|driving licence|identity card|kontoauszug|rekeningafschrift|report|immunization record|vaccination|lease|agreement|contract|deed|will|form|part|rx|loonstrook|nomina|nómina|estratto conto|bolletta|earnings statement|home insurance|motor insurance|tenancy|auto policy|electricity bill|water bill|gas bill|bill of supply|final certificate|payslip for|entgeltabrechnung|gehaltsabrechnung|sale|sales|guest folio|fee receipt|rent receipt|indian income tax return|income tax return|médecin|medecin généraliste|facharzt|huisarts|hotel details|warehouse|patient|non food|donation receipt|cash receipt|tax|mr|mrs|ms|dear|to|from|date|dated|no|ref)(?:[\s./:]|$)/iu;
const addressLine = /\b(?:\d{5,6}|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|\d{4} ?[A-Z]{2})\b|^\d+[\s,/-]|(?:stra(?:ß|ss)e|str\.|strasse|road|street| rd\b| st\b|avenue|lane|nagar|floor|p\.?o\.? box|www\.|http|@|tel[.:]|phone|\+\d{2})/iu;


/** Papers and products end so, organisations do not: "Overseas Travel Protection — Certificate". */
const paperWords = /\b(?:certificate|schedule|policy|statement|report|summary|bill|invoice|receipt|card|plan|protection|cover|slip|voucher|contract|agreement|deed|return|ticket|itinerary|form|notice|letter|details|rooms?|total|sub ?total|amount|charges?|tax)$/iu;

/** "AquaNirmal Service Agreement (AMC)": behind a coined name the paper's own words are left away. */
const brandedPaper = /^(\p{Lu}\p{Ll}+\p{Lu}\p{L}+)\s+(?:\p{L}+\s+){0,2}(?:agreement|statement|certificate|receipt|invoice|bill|policy|report|card|form|notice|confirmation)(?:\s*\([^)]*\))?$/iu;
const restOfTitle = /^(?:a|ai|al|alla|con|da|dal|à|au|aux|de|du|des|for|of|to|in|on|by|with|zur|zum|für|über|nach|van|voor|met|para|por|del|di|per|and|und|et|en|y|e)(?!\p{L})/iu;

const same = (text: string) => plain(text).replace(/[^\p{L}\p{N}]/gu, '');

function domainNames(text: string): string[] {
  return [...text.matchAll(/(?:www\.|@|https?:\/\/(?:www\.)?)([a-z0-9-]{3,40})\.[a-z]{2,}/gi)].map((match) => (match[1] ?? '').toLowerCase().replace(/-/g, '')).filter((name) => !/gmail|yahoo|hotmail|outlook|example|rediff|icloud/.test(name)).slice(0, 12);
}

const named = /(?<![\p{L}&.'-])((?:\p{Lu}[\p{L}&.'’-]*[ ,]{1,2}|& |of |and |for |der |für |de ){1,7}(?:GmbH|Inc\.?|L(?:td|TD)\.?|L(?:imited|IMITED)|LLC|LLP|B\.V\.|N\.V\.|AG|S\.A\.|SAS|SARL|plc|PLC|S\.L\.|S\.p\.A\.|C(?:ompany|OMPANY)|C(?:orporation|ORPORATION)|KG)(?: (?:Ltd|LTD|L(?:imited|IMITED))\.?)?)(?!\p{L})/gu;

/** Companies that are named with their legal form anywhere in the text, most often named first. */
function fullNames(reading: Reading): { value: string; line: Line; times: number }[] {
  const found = new Map<string, { value: string; line: Line; times: number }>();
  for (const line of reading.lines.slice(0, 400)) {
    const registered = /registered (?:in|office|no)|authori[sz]ed (?:and regulated )?by|regd\.? off|corporate office|capital de|handelsregister|\bHRB\b|inscrita/iu.test(line.text);
    for (const match of line.text.replace(/ {2,}/g, ' ').matchAll(named)) {
      const value = readOrganisation((match[1] ?? '').replace(/^(?:(?:Die|Der|The|La|El|De|Het|Le|For|By|From|Of|And|To|M\/s\.?)\s|(?:& |of |and |for |der |für |de ))+/u, '').replace(/^.*(?:\p{L}{4,}\.|\b(?:[Ff]rom|[Tt]o|[Ff]or|[Bb]y|[Ww]ith|[Aa]t))\s/u, ''));
      if (!value || genericName(value)) continue;
      const known = found.get(same(value));
      if (known) known.times += registered ? 2 : 1;
      else if (found.size < 40) found.set(same(value), { value, line, times: registered ? 2 : 1 });
    }
  }
  return [...found.values()].sort((a, b) => b.times - a.times);
}

/** What a reader's speckles and borders look like: short scraps, odd marks, letters apart. */
function scrap(text: string): boolean {
  const letters = text.replace(/[^\p{L}\p{M}]/gu, '').length;
  const words = text.split(/\s+/);
  return letters < 3 || /[\\{}=~_^<>|]/u.test(text) || (letters < 4 && /\p{Lu}/u.test(text) && words.length === 1 && !/[aeiouAEIOU].*|[A-Z]{3}/u.test(text)) || words.filter((word) => word.length === 1 && word !== '&').length > words.length / 2;
}

/** A line whose words were set far apart reads as many columns: "ANNAPOORNA   SUPER   BAZAAR", "BARTON CREEK IMAGING,   LLC". */
function spread(line: Line): Cell | null {
  const [first] = line.cells;
  const last = line.cells.at(-1);
  if (!first || !last || line.cells.length < 2 || line.cells.length > 6 || line.text.length > 90 || /[\d:@]/u.test(line.text)) return null;
  const upper = line.cells.every(({ text }) => text === text.toUpperCase());
  const narrow = line.cells.slice(0, -1).every(({ end }, i) => (line.cells[i + 1]?.start ?? 0) - end <= 3);
  const single = line.cells.every(({ text }) => !text.includes(' '));
  return narrow && ((upper && single) || (line.cells.length === 2 && hasLegalForm(last.text) && genericName(last.text)) || /^\p{Lu}\p{L}{0,2}\.$/u.test(first.text)) ? { text: line.cells.map(({ text }) => text).join(' '), start: first.start, end: last.end } : null;
}

/** The whole name where a line holds only its generic end ("COMPANY LIMITED") or breaks inside it ("HM Revenue / & Customs"). */
function completed(value: string, at: number, cell: Cell, lines: readonly Line[]): string {
  const column = (line: Line | undefined) => line?.cells.find((part) => Math.abs(part.start - cell.start) <= 3 || (cell.start === line.cells[0]?.start && part === line.cells[0]))?.text ?? '';
  const next = column(lines[at + 1]);
  if (/^(?:&|and|of|und|et|y)\s+\p{Lu}/u.test(next) && next.split(/\s+/).length <= 5 && !/\d/u.test(next)) return `${value} ${next}`;
  if (/(?:&|\band|\bof|\bfor|\bund|\bet)$/iu.test(value) && next && !/\d/u.test(next)) return `${value} ${next}`;
  if (!genericName(value)) return value;
  for (let above = at - 1; above >= Math.max(0, at - 2); above -= 1) {
    const head = column(lines[above]);
    if (!head || scrap(head) || /\d|[:@]|^(?:m\/s|regd|registered)\b/iu.test(head) || headingWords.test(head) || head.split(/\s+/).length > 6) continue;
    const before = head.includes(' ') ? '' : column(lines[above - 1]);
    return `${/^\p{Lu}\p{L}+$/u.test(before) && !headingWords.test(before) ? `${before} ` : ''}${head} ${value}`;
  }
  return value;
}

/** Who issued a commercial document: letterhead at the top, "For X Ltd" at the bottom, the company whose name comes back in the footer or the web address. `fullName`: the company in full rather than its brand. */
export function letterheadGuesses(reading: Reading, holder: string | null, isLabel: (line: Line, cell: Cell) => boolean, untitled: (line: Line, cell: Cell) => string, fullName: boolean): IssuerGuess[] {
  const out: IssuerGuess[] = [];
  const domains = domainNames(reading.text.slice(0, 20_000));
  const counted = new Map<string, number>();
  const all = plain(reading.text.slice(0, 20_000));
  const avoid = same(holder ?? '');
  const companies = fullNames(reading).filter(({ value }) => same(value) !== avoid);
  const top = reading.lines.slice(0, 14).filter((line) => line.page === reading.lines[0]?.page);
  const latin = top.some(({ text }) => /\p{Script=Latin}/u.test(text) && looksLikeOrganisation(text));
  const score = (line: Line, cell: Cell, rank: number) => {
    const printed = line.ocr ? mendLetters(cell.text) : cell.text;
    const text = (hasLegalForm(cell.text) || printed !== cell.text ? printed : untitled(line, cell)).replace(/^your (?=\p{Lu}.*\b(?:bank|card|building society)\b)/iu, '').replace(/\s+(?:current |savings |bank )?account(?: statement)?$/iu, '');
    // A row of a table that ends with an amount is none either.
    if (/^\d{1,2}[.)]\s/u.test(text) || (line.cells.length > 1 && /\d[.,]\d{2}\s*(?:€|EUR|CR|DR)?$/u.test(line.text)) || text.length > 90 || text.length < 2 || scrap(text) || headingWords.test(text) || (startsWithTitle(text) && !(/^(?:dr|shri|sri|shree|sree|श्री|m\/s)(?![\p{L}\p{M}])/iu.test(text) && looksLikeOrganisation(text))) || !/\p{L}{2}/u.test(text) || /:\s|[:=]$/u.test(text) || isLabel(line, cell)) return;
    const read = readOrganisation(text.replace(brandedPaper, '$1'));
    // What a title leaves of its line is no name: "is booked", "À DURÉE INDÉTERMINÉE".
    // Brands set in small letters head their papers: "gulf coast air express".
    const small = rank === 0 && cell === line.cells[0] && /^\p{Ll}{3,}(?: \p{Ll}{3,}){1,3}$/u.test(text) && text === printed;
    if ((/^\p{Ll}+\s/u.test(text) && !small) || (text !== printed && (restOfTitle.test(text) || (/\s\p{Ll}/u.test(text) && !looksLikeOrganisation(text))))) return;
    // "Things to ask the bank": a sentence, not a name.
    if (!hasLegalForm(text) && rank === 0 && (text.match(/(?<![\p{L}'’-])\p{Ll}{2,}/gu)?.filter((word) => !/^(?:and|of|the|for|de|der|die|und|du|des|la|le|el|al|am|en|et|y|da|do|dos|van|von|zum|zur)$/u.test(word)).length ?? 0) >= 2 && !small && !/\p{L}\.\p{Ll}{2}/u.test(text)) return;
    // "Tours, le 9 novembre 2026"
    if (!hasLegalForm(text) && reading.datesOf(line).some(({ start, end }) => start >= cell.start && end <= cell.end)) return;
    if (!read || same(read) === avoid || (avoid && !hasLegalForm(read) && avoid.includes(same(read))) || read.split(' ').length > 9) return;
    const whole = completed(read, rank, cell, top);
    const key = same(whole);
    // A company that the text names in full, of which this is the end or the beginning.
    const longer = genericName(read) ? companies.find(({ value }) => same(value).endsWith(same(read))) : undefined;
    const backed = key.length > 3 ? companies.find(({ value, line: other }) => other !== line && same(value).startsWith(key)) : undefined;
    const apart = whole.split(/\s+/).filter((word) => word.length <= 2).length >= 2;
    const value = longer?.value ?? (backed && (apart || fullName) ? backed.value : whole);
    if (genericName(value)) return;
    const form = hasLegalForm(value);
    const kind = looksLikeOrganisation(value);
    // "Heartland Retirement — 401(k) statement": what stands before the dash is the name.
    const parted = /\s[-–—]\s/u.test(text) && line.cells.length === 1 ? read : text.replace(/\s*#\s?\d{1,6}$/u, '');
    if (!small && !form && !kind && !backed && (line.cells.length > 2 || /\d/u.test(parted))) return;
    if (!form && !backed && (paperWords.test(parted) || (!kind && (addressLine.test(text) || rank > 3 || line.text.length > 160)))) return;
    if (/[.!?]$/u.test(text) && !form && value.split(' ').length > 3) return;
    // Governments are better told by authorityGuesses, which knows their offices.
    const foreign = latin && !/\p{Script=Latin}/u.test(value) ? 0.12 : 0;
    let points = -foreign + (/\b(?:government|govt)\b/iu.test(text) ? 0.46 : form ? 0.62 : kind ? 0.58 : 0.42);
    points += Math.max(0, 0.16 - rank * 0.025);
    if (key.length > 3 && domains.some((name) => key.startsWith(name) || name.startsWith(key))) points += 0.14;
    if (backed && !form) points += kind ? 0.1 : 0.2;
    let times = counted.get(value);
    if (times === undefined) {
      times = all.split(plain(value)).length - 1;
      counted.set(value, times);
    }
    if (times > 1) points += 0.05;
    if (value === value.toUpperCase() && rank <= 1) points += 0.03;
    out.push({ value, confidence: Math.min(0.86, points), page: line.page, line: line.index });
  };
  let addressed = false;
  top.forEach((line, rank) => {
    // Under "Mr Declan Fahy" stand his house and town.
    if (line.gap || rank === 0) addressed = false;
    const names = rank > 0 && startsWithTitle(line.cells[0]?.text ?? '') && !looksLikeOrganisation(line.text);
    if (addressed && line.cells.length === 1) return;
    addressed ||= names && line.cells.length === 1;
    const joined = spread(line);
    if (joined) score(line, joined, rank);
    // What stands beside a label is its value.
    else line.cells.forEach((cell, i) => {
      const before = line.cells[i - 1];
      if (!before || !isLabel(line, before)) score(line, cell, rank);
    });
  });
  // A trade name without a word that tells it for one heads many a bill.
  const heading = top[0]?.cells[0]?.text ?? '';
  if (top[0]?.cells.length === 1 && /^[\p{Lu}][\p{L}&'’. -]{3,40}$/u.test(heading) && !headingWords.test(heading) && !startsWithTitle(heading) && !paperWords.test(heading) && !isLabel(top[0], top[0].cells[0] as Cell) && untitled(top[0], top[0].cells[0] as Cell) !== '' && same(heading) !== avoid) {
    out.push({ value: heading, confidence: 0.47, page: top[0].page, line: top[0].index });
  }
  // Failing all else, a company that is named with its legal form somewhere in the text.
  companies.slice(0, 3).forEach(({ value, line, times }, i) => out.push({ value, confidence: (times > 1 ? 0.6 : 0.54) - i * 0.02 - (line.index < 60 ? 0 : 0.02), page: line.page, line: line.index }));
  for (const line of reading.lines) {
    const sign = /(?:^|\s{2,}|\|)\s*(?:for and on behalf of|for|pour|für|per pro)[:\s]+(?:m\/s\.? )?(\p{Lu}[^,:]{3,70})$/iu.exec(line.text);
    const value = sign?.[1] ? readOrganisation(sign[1]) : null;
    if (value && looksLikeOrganisation(value) && same(value) !== avoid) out.push({ value, confidence: 0.78, page: line.page, line: line.index });
  }
  return out;
}
