import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import { formatAmount } from '../amounts/find-amounts.ts';
import { looksLikeOrganisation } from '../names/organisation.ts';
import type { Reading } from '../reading.ts';
import { buyerPlaces } from './buyer-block.ts';
import type { Candidate } from './candidates.ts';
import { moneyOf } from './values.ts';

const bills: ReadonlySet<DocumentType> = new Set(['invoice', 'receipt', 'utility_bill']);
/** Whose address it is where that is said: "Warehouse Address", "Registered Office Address". */
const sellers = /(?:warehouse|registered|regd\.?|corporate|head|office|branch|bank|store|shop|our|hotel|factory|return|company|business|seller|supplier|plant|godown|dispatch(?:ed)? from)\s*$/iu;
const banking = /\b(?:bank|ifsc|iban|swift|bic|account no|a\/c)\b|kontonummer|bankverbindung/iu;
/** Where people arrive to stay, and not to park or to be driven. */
const lodging = /hotel|h[ôo]tel|resort|(?<!\p{L})inn(?!\p{L})|lodg|guest ?house|hostel|homestay|(?<!\p{L})rooms?(?!\p{L})|nights?(?!\p{L})|chambre|nuit|zimmer|[üu]bernacht|pension|(?<!\p{L})kamer|overnacht|habitaci|noches?|camera|notti|bed (?:and|&) breakfast|b&b|airbnb/iu;
const near = 3;
const below = 5;

/** Whether an address on a bill is where its buyer lives: in the buyer's block or right below the name, and no bank's or shop's. */
function livesThere(address: Candidate, holders: readonly Candidate[], buyers: ReturnType<typeof buyerPlaces>, reading: Reading): boolean {
  const line = reading.lines[address.line];
  if (!line || sellers.test(line.text.slice(0, address.start))) return false;
  const around = reading.lines.slice(Math.max(0, address.line - near), address.line + 1);
  if (around.some(({ page, text }) => page === line.page && banking.test(text))) return false;
  return buyers(line, address.start) || holders.some((holder) => holder.page === address.page && address.line >= holder.line && address.line - holder.line <= below);
}

/** Whether an amount is printed as money is: with decimals, grouping or a currency. */
function asMoney({ line, value }: Candidate, reading: Reading): boolean {
  const printed = reading.lines[line];
  return printed !== undefined && moneyOf(printed.text, reading).some((hit) => (hit.exact || hit.grouped || hit.currency !== null) && formatAmount(hit.value) === value);
}

/**
 * What stands in the wrong place of a bill taken away: addresses of shops and banks, and the buyer's tax number where the
 * seller's stands elsewhere (a buyer's GSTIN keeps a name of its own), arrivals where nobody stays.
 */
export function settledPlaces(candidates: readonly Candidate[], reading: Reading, type: DocumentType): Candidate[] {
  if (!bills.has(type)) return [...candidates];
  const buyers = buyerPlaces(reading, type);
  const theirs = (candidate: Candidate) => {
    const line = reading.lines[candidate.line];
    return line !== undefined && buyers(line, candidate.start);
  };
  const holders = candidates.filter(({ field, confidence }) => field === 'holderName' && confidence > 0.5);
  const sold = candidates.filter((candidate) => (candidate.field === 'gstin' || candidate.field === 'taxNumber') && !theirs(candidate));
  const seller = new Set(sold.map(({ field }) => field));
  return candidates.flatMap((candidate) => {
    if (candidate.field === 'checkInDate' || candidate.field === 'checkOutDate') return lodging.test(reading.text) ? [candidate] : [];
    // "Please pay within 30 days" names no money, and "c/o Canara Bank" no father.
    if (candidate.field === 'amountDue') return asMoney(candidate, reading) ? [candidate] : [];
    if (candidate.field === 'fatherName' && looksLikeOrganisation(candidate.value)) return [];
    if (candidate.field === 'address') return livesThere(candidate, holders, buyers, reading) ? [candidate] : [];
    if ((candidate.field === 'gstin' || candidate.field === 'taxNumber') && seller.has(candidate.field) && theirs(candidate)) {
      const known = sold.some(({ value }) => value === candidate.value);
      return known ? [candidate] : candidate.field === 'gstin' ? [{ ...candidate, field: 'buyerGstin' }] : [];
    }
    return [candidate];
  });
}
