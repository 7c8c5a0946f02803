import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import type { Reading } from '../reading.ts';
import type { Line } from '../text/lines.ts';
import { plain } from '../text/fold.ts';
import { buyerPlaces } from './buyer-block.ts';
import type { Candidate } from './candidates.ts';

const withContacts: ReadonlySet<DocumentType> = new Set(['invoice', 'receipt', 'utility_bill']);
const email = /(?<![\p{L}\d._-])[\w.+-]{1,60}@[\w-]+(?:\.[\w-]+)+/gu;
const website = /(?:https?:\/\/|(?<![\p{L}\d.])www\.)[\w-]+(?:\.[\w-]+)+/giu;
const phone = /(?<![\p{L}\d])(?:tel(?:efo[no]|efoon|éfono|éphone|ephone)?|t[ée]l|ph(?:one)?|call(?: us)?|fon|customer care|contact|cell|mob(?:ile)?)(?: no)?\s?[.:#]*\s{0,3}(\+?\(?\d(?:[ ()./-]{0,2}\d){7,13})(?!\d)/giu;
/** Without a caption only beside other ways to reach somebody, or as Americans write it. */
const american = /(?<![\d+])((?:\+?1[ -])?\(\d{3}\)[ -]?\d{3}-\d{4})(?!\d)/gu;
const plainPhone = /(?<![\d+])(0\d{2,4} \d{3} \d{3,4})(?!\d)/gu;
const reachable = /@|www\./u;
const bic = /(?<!\p{L})(?:BIC|SWIFT|Swift)(?:[ /-]?(?:BIC|SWIFT|Code|code|CODE)){0,2}\s{0,3}[.:]?\s{0,3}([A-Z]{6}[A-Z\d]{2}(?:[A-Z\d]{3})?|[A-Z]{4} [A-Z]{2} [A-Z\d]{2}(?: [A-Z\d]{3})?)(?![A-Za-z\d])/gu;
const reference = /(?:betalingskenmerk|payment ref(?:erence)?|verwendungszweck|zahlungsreferenz|r[ée]f[ée]rence (?:de|du) (?:paiement|virement)|referencia de pago|communication for your payment|structured communication|kid-nummer|ocr-nummer)\s{0,3}[.:]?\s{0,3}((?=[\dA-Z/-]*\d)[\dA-Z][\dA-Z/-]*(?: \d{2,5}){0,6})(?![\p{L}\d])/giu;

/** The part of an address on the net that names its owner. */
const owner = (address: string) => (/(?:@|\/\/|www\.)(?:www\.)?([^/]+)$/iu.exec(address)?.[1] ?? '').toLowerCase();
const bare = (text: string) => plain(text).replace(/[^\p{L}\d]/gu, '');

/** Whether a domain is called after somebody: "dach-lindqvist.de" after "Dachdeckerei Uwe Lindqvist GmbH". */
function namedAfter(domain: string, name: string): boolean {
  const host = bare(domain.replace(/\.[a-z]{2,6}$/u, ''));
  const whole = bare(name);
  return host.length > 3 && (whole.includes(host) || plain(name).split(/[^\p{L}\d]+/u).some((word) => word.length > 4 && host.includes(word)));
}

const sharedMail = /@(?:gmail|yahoo|outlook|hotmail|rediffmail|icloud|gmx|web|live|aol)\./iu;
const desk = /^(?:info|sales|contact|contactus|support|billing|accounts?|office|hello|mail|care|help|service|shop|orders?|buchhaltung|buero|kontakt|stay|reservations?|facturacion|compta|administratie)@/iu;

/** How the seller of a bill can be reached and paid: e-mail, website, telephone, BIC and the reference that a payment has to carry. What is the buyer's is left out. */
export function contactCandidates(reading: Reading, type: DocumentType, issuer: string | null): Candidate[] {
  const out: Candidate[] = [];
  if (!withContacts.has(type)) return out;
  const buyers = buyerPlaces(reading, type);
  const add = (field: string, value: string, confidence: number, line: Line, start: number) => out.push({ field, value: value.trim(), confidence: confidence * (line.ocr ? 0.95 : 1), page: line.page, line: line.index, start, weight: 1, label: 'contact' });
  const theirs = new Set<string>();
  const phones = new Map<string, { line: Line; value: string; start: number }>();
  const mails = new Map<string, { line: Line; start: number }>();
  const sites = new Map<string, { line: Line; start: number }>();
  for (const line of reading.lines.slice(0, 300)) {
    for (const hit of line.text.matchAll(bic)) add('bic', (hit[1] ?? '').replace(/ /g, ''), 0.9, line, hit.index);
    for (const hit of line.text.matchAll(reference)) add('paymentReference', hit[1] ?? '', 0.86, line, hit.index);
    for (const hit of line.text.matchAll(email)) {
      if (buyers(line, hit.index)) theirs.add(hit[0].toLowerCase());
      else mails.set(hit[0].toLowerCase(), { line, start: hit.index });
    }
    for (const hit of line.text.matchAll(website)) if (!buyers(line, hit.index)) sites.set(hit[0], { line, start: hit.index });
    for (const hit of [...line.text.matchAll(phone), ...line.text.matchAll(american), ...(reachable.test(line.text) ? line.text.matchAll(plainPhone) : [])]) {
      const digits = (hit[1] ?? '').replace(/\D/gu, '');
      if (digits.length < 8 || digits.length > 14 || /fax/iu.test(line.text.slice(Math.max(0, hit.index - 8), hit.index + 4))) continue;
      if (buyers(line, hit.index)) theirs.add(digits);
      else if (!phones.has(digits)) phones.set(digits, { line, value: hit[1] ?? '', start: hit.index });
    }
  }
  for (const known of theirs) {
    phones.delete(known);
    mails.delete(known);
  }
  const domains = new Set<string>();
  for (const [address, { line, start }] of mails) {
    const own = !sharedMail.test(address) && issuer !== null && namedAfter(owner(address), issuer);
    if (own || (mails.size === 1 && desk.test(address))) {
      add('email', address, own ? 0.88 : 0.74, line, start);
      domains.add(owner(address));
    }
  }
  for (const [address, { line, start }] of sites) {
    const host = owner(address);
    if (domains.has(host) || (issuer !== null && namedAfter(host, issuer))) add('website', address, 0.84, line, start);
  }
  // Of several telephones none is known to be the one to call.
  const [only] = phones.values();
  if (only && phones.size === 1) add('phone', only.value, 0.72, only.line, only.start);
  return out;
}
