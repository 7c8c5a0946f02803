import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import { alike } from './synonyms.ts';
import { stemOf, type Word } from './words.ts';

export type ValueKind = 'time' | 'date' | 'amount' | 'name' | 'number' | 'duration' | 'percent' | 'text';

/** What a question wants to know. `names` are the fields that hold it, the best first; `labels` are stems beside which a page prints it. */
export type AskedField = { key: string; names: string[]; labels: string[]; kind: ValueKind; consumed: number[] };

type Rule = { key: string; kind: ValueKind; pattern: RegExp; names: string[]; labels: string[]; byType?: Partial<Record<DocumentType, string[]>> };

const rules: Rule[] = [
  { key: 'dateOfBirth', kind: 'date', pattern: /\bdate of birth\b|\bbirth ?date\b|\bbirthday\b|\bdob\b|(?<!\bwhere .{1,40})\bborn\b(?! in| at)|\bhow old\b|\bage of\b/, names: ['dateOfBirth'], labels: ['birth', 'dob'] },
  { key: 'placeOfBirth', kind: 'text', pattern: /\bplace of birth\b|\bbirth ?place\b|\bwhere (?:was|were|is) .{1,40}\bborn\b|\bborn (?:in|at) (?:which|what)\b|\b(?:in|at) (?:which|what) (?:hospital|city|town|place|village|country|clinic|house)\b.{1,40}\bborn\b/, names: ['placeOfBirth'], labels: ['place'] },
  { key: 'motherName', kind: 'name', pattern: /\bparents?\b(?!.*\bpay)|\bmother's (?:maiden )?name\b|\bname of (?:the |my |his |her )?mother\b|\bwho (?:is|was) (?!my |our |the )[\p{L} ]+'s (?:mother|mum|mom)\b/u, names: ['motherName'], labels: ['mother'] },
  { key: 'fatherName', kind: 'name', pattern: /\bparents?\b(?!.*\bpay)|\bfather's name\b|\bname of (?:the |my |his |her )?father\b|\bwho (?:is|was) (?!my |our |the )[\p{L} ]+'s (?:father|dad)\b/u, names: ['fatherName'], labels: ['father'] },
  { key: 'spouseName', kind: 'name', pattern: /\bspouse'?s? name\b|\bname of (?:the |my |his |her )?(?:spouse|husband|wife)\b|\bwho (?:is|was) (?!my |our |the )[\p{L} ]+'s (?:spouse|husband|wife)\b/u, names: ['spouseName'], labels: ['spous', 'husband', 'wife'] },
  { key: 'landlord', kind: 'name', pattern: /\b(?:landlord|landlady|lessor)\b|\bwhom .{0,30}rent .{0,30}from\b|\b(?:who|whom) do (?:i|we) rent\b|\bowner of the (?:flat|house|apartment|property)\b/, names: ['landlord', 'landlordName', 'lessor'], byType: { lease: ['landlord', 'landlordName', 'lessor', 'issuer'] }, labels: ['landlord', 'lessor', 'licensor', 'owner', 'vermiet', 'bailleur', 'arrendador', 'verhuurd', 'locator'] },
  { key: 'tenant', kind: 'name', pattern: /\bwho (?:is|are|was|were) (?:the |my |our )?(?:tenants?|lessees?|renters?)\b|\bname of the tenant\b/, names: ['tenant', 'tenantName', 'lessee'], byType: { lease: ['tenant', 'tenantName', 'lessee', 'holderName'] }, labels: ['tenant', 'lesse', 'license', 'mieter', 'locatair', 'arrendatario', 'huurder'] },
  { key: 'insurer', kind: 'name', pattern: /\binsurer\b|\binsurance company\b|\b(?:who|which company|whom) (?:\w+ ){0,4}(?:insured?|insures|insurance) (?:\w+ ){0,4}with\b|\bwho insures\b/, names: ['insurer', 'insurerName'], byType: { insurance_policy: ['insurer', 'issuer'] }, labels: ['insur', 'company', 'versicherer', 'assureur', 'aseguradora'] },
  { key: 'employer', kind: 'name', pattern: /\bemployer\b|\bwho (?:do|does|did) (?:\w+ ){1,3}work for\b|\bwhich company (?:does|do|did) (?:\w+ ){1,3}work\b/, names: ['employer', 'employerName'], byType: { payslip: ['employer', 'employerName', 'issuer'], contract: ['employer', 'employerName', 'issuer'], tax_return: ['employer', 'employerName'] }, labels: ['employ', 'company', 'arbeitgeb', 'employeur', 'empresa'] },
  { key: 'lender', kind: 'name', pattern: /\blender\b|\bcreditor\b|\b(?:who|which bank) (?:\w+ ){0,4}(?:lent|lend|gave (?:\w+ ){0,3}loan|granted)\b|\bwhich bank\b|\bwho .{0,20}owe .{0,12}money to\b/, names: ['lender', 'bankName', 'bank'], byType: { loan_agreement: ['lender', 'bankName', 'issuer'], bank_statement: ['bankName', 'issuer'] }, labels: ['lender', 'bank', 'creditor'] },
  { key: 'buyer', kind: 'name', pattern: /\bwho (?:is|was|are|were) the (?:buyers?|purchasers?|vendees?)\b|\bwho bought\b/, names: ['buyer', 'purchaser', 'buyerName'], byType: { property_deed: ['buyer', 'purchaser', 'holderName'], invoice: ['holderName'], receipt: ['holderName'] }, labels: ['buyer', 'purchas', 'vende'] },
  { key: 'executor', kind: 'name', pattern: /\bexecut(?:or|rix)s?\b/, names: ['executorName', 'executor'], labels: ['executor', 'executrix'] },
  { key: 'doctorName', kind: 'name', pattern: /\bwhich (?:doctor|physician|consultant)\b|\bwho (?:is|was) (?:the |my |his |her )?(?:treating |referring |attending )?(?:doctor|physician|consultant)\b|\b(?:doctor|physician)'?s? name\b|\bname of (?:the |my )?(?:doctor|physician)\b|\bwho (?:prescribed|referred|diagnosed|treated|operated)\b/, names: ['doctorName', 'consultant'], byType: { medical_report: ['doctorName', 'consultant', 'issuer'], prescription: ['doctorName', 'issuer'] }, labels: ['dr', 'doctor', 'ref', 'refer', 'consult', 'physician'] },
  { key: 'nomineeName', kind: 'name', pattern: /\bnominee\b|\bnominated\b/, names: ['nomineeName', 'nominee'], labels: ['nominee'] },
  { key: 'dueDate', kind: 'date', pattern: /(?<!\b(?:after|past|before) (?:the )?)\bdue date\b|\b(?:is|was|are|were|be|fall|falls|become|becomes|payment) .{0,40}(?<!\b(?:balance|amount|total|minimum|tax|payment) )\bdue\b(?! for renewal| on| amount)|\bwhen (?:must|should|do|does|is|has|have) .{1,60}\b(?:paid|pay)\b|(?<!\b(?:balance|amount|total|minimum|tax|payment) )\bdue (?:on|by|when)\b|^(?:and |so )?when .{0,60}\bdue\b(?! for renewal)|\bdeadline\b|\blast date (?:to pay|for pay|of pay)|\bpay .{0,30}\bby when\b|\b(?:by|until) when\b.*\bpa(?:y|id)\b|\bwhen (?:do|must|should) (?:i|we) .{0,12}pay\b/, names: ['dueDate'], labels: ['due', 'pay', 'payable'] },
  { key: 'expiryDate', kind: 'date', pattern: /\bexpir\w*|\bvalid(?:ity)?\b(?: (?:until|till|upto|up to|through|to|thru|for))?|\bruns? out\b|\blapses?\b|\brenew(?:al|ed)?\b(?! fee| charge| premium)|\buntil when\b(?!.{1,30}\b(?:return|cancel|pay|withdraw|object|appeal|submit|report|change|exchange|send|register|apply|claim|book)\b)|\bgood until\b|\bbest before\b|\bhow long .{0,40}\b(?:valid|last|good)\b|(?:^|^and |tell me |know )when .{0,60}\b(?:ends?|over|finish(?:es)?|terminates?|matures?)\b|\bend date\b|\bcover(?:ed)? until\b|\bout of warranty\b|\bunder (?:warranty|guarantee)\b/, names: ['expiryDate', 'endDate', 'warrantyEndDate', 'validUntil'], byType: { utility_bill: ['dueDate'], invoice: ['dueDate'] }, labels: ['expir', 'valid', 'until', 'upto', 'end', 'guarante', 'warranty', 'gultig'] },
  { key: 'endDate', kind: 'date', pattern: /\b(?:fly|come|get|travel|coming|going|head|drive) (?:back|home)\b|\breturn (?:date|flight|journey|trip)\b|^(?:and |so )?when .{0,40}\b(?:returns?|returning|check(?:ing)?[- ]?out|discharged?)\b|\bcheck-?out date\b|\bdischarge date\b/, names: ['returnDate', 'checkOutDate'], labels: ['return', 'discharg', 'checkout', 'departure', 'end'], byType: { travel_itinerary: ['endDate'], receipt: ['endDate'], invoice: ['endDate'], medical_report: ['endDate'] } },
  { key: 'journeyDate', kind: 'date', pattern: /(?:^|^and |tell me |know )when .{0,40}\b(?:fly|flying|depart|departs|leave|leaves|leaving|travel|travelling|check(?:ing)?[- ]?in|admitted)\b(?! back| home)|\b(?:departure|travel|journey|check-?in|admission) date\b|\bdate of (?:departure|travel|journey|admission)\b/, names: ['departureDate', 'checkInDate'], labels: ['departure', 'depart', 'departs', 'travel', 'journey', 'checkin', 'admission'], byType: { travel_itinerary: ['startDate'], receipt: ['startDate'], invoice: ['startDate'], medical_report: ['startDate'] } },
  { key: 'startDate', kind: 'date', pattern: /\bstart date\b|(?:^|^and |tell me |know )when .{0,60}\b(?:start|begin|commence)(?:s|ed)?\b|\beffective (?:date|from)\b|\bcommencement\b|\bfrom when\b|\bsince when\b/, names: ['startDate', 'effectiveDate'], labels: ['start', 'commenc', 'from', 'effect'] },
  { key: 'issueDate', kind: 'date', pattern: /\bissue date\b|\bdate of issue\b|(?:^|^and |tell me |know )when .{0,60}\b(?:issued|made|signed|dated|executed|bought|purchased|ordered|invoiced|printed|registered|done|taken|drawn|written|prescribed|sanctioned)\b|\b(?:invoice|bill|billing|purchase|report|receipt|registration|letter|statement|order|sanction|agreement|sign(?:ing)?|execution) date\b|\bdate of (?:the )?(?:invoice|bill|purchase|report|receipt|registration|letter|agreement|order|sanction|prescription|test)\b|\bwhen did (?:i|we|he|she|they) (?:buy|purchase|order|get|sign)\b|\bdated\b|\bwhat date\b|\bwhat is the date\b/, names: ['issueDate', 'purchaseDate', 'invoiceDate', 'reportDate', 'registrationDate'], labels: ['issu', 'date', 'purchas', 'regn', 'registr', 'report'] },
  { key: 'holderName', kind: 'name', pattern: /\bwho(?:se name| is insured| is covered| is the (?:holder|policyholder|policy holder|account holder|card holder|insured|proposer|tenant|lessee|employee|patient|student|customer|buyer|borrower|applicant|owner|passenger|graduate|testator))\b|\bin whose name\b|\bwhose\b|\bname of the (?:holder|policyholder|account holder|insured|tenant|employee|patient|student|customer|buyer|borrower|applicant|owner|passenger)\b|\b(?:holder|policyholder|tenant|patient|student|account holder)(?:'s)? name\b|\bwho (?:is|was) (?:it|this|that) (?:for|made out to|issued to|addressed to|billed to)\b|\bwho (?:is|was) .{0,40}\b(?:issued|billed|addressed|made out) to\b|\bwho belongs\b|\bwho does .{1,40} belong to\b|\bwho owns\b/, names: ['holderName', 'policyHolder', 'accountHolder', 'tenantName', 'patientName', 'employeeName', 'ownerName', 'insuredName'], labels: ['name', 'holder', 'insur', 'propos', 'custom', 'owner', 'patient', 'employee', 'bill'] },
  { key: 'departureTime', kind: 'time', pattern: /\b(?:what|which) time .*\b(?:leave|leaves|leaving|depart|departs|departure|fly|flies)\b|\bdeparture time\b/, names: ['departureTime'], labels: ['departure', 'depart', 'departs'] },
  { key: 'arrivalTime', kind: 'time', pattern: /\b(?:what|which) time .*\b(?:arrive|arrives|land|lands|arrival|reach|reaches)\b|\barrival time\b/, names: ['arrivalTime'], labels: ['arrival', 'arrive', 'arrives'] },
  { key: 'findings', kind: 'text', pattern: /\bwhat (?:did|does|do|has) .{1,40}\b(?:show|shown|reveal|find|found|conclude|diagnose)\b|\bdiagnosis\b|\bdiagnosed\b|\b(?:finding|findings|impression|conclusion)s? of\b|\bwhat (?:is|was) wrong\b/, names: ['finalDiagnosis', 'diagnosis', 'impression'], labels: ['impression', 'diagnosis', 'findings', 'conclusion', 'interpretation'] },
  { key: 'dealer', kind: 'name', pattern: /\bwhere (?:was|were|did|have) .{1,60}\b(?:bought|purchased?|buy|ordered|order)\b|\b(?:dealer|retailer)\b/, names: ['dealer', 'seller', 'sellerName'], byType: { invoice: ['seller', 'issuer'], receipt: ['seller', 'issuer'] }, labels: ['dealer', 'sold', 'seller', 'retailer', 'store'] },
  { key: 'institution', kind: 'name', pattern: /\b(?:which|what) (?:school|college)\b|\bname of the (?:school|college)\b/, names: ['institution', 'school', 'college'], labels: ['school', 'college', 'institution'] },
  { key: 'marriageDate', kind: 'date', pattern: /\bmarr(?:y|ied)\b|\bwedding (?:date|day|anniversary)\b|\bdate of marriage\b|\bmarriage date\b/, names: ['marriageDate'], labels: ['marriage', 'wedlock', 'married', 'solemnized'] },
  { key: 'items', kind: 'text', pattern: /\bwhat (?:did|have|has) .{1,40}\b(?:buy|bought|order|ordered|purchase|purchased)\b|\b(?:which|what) (?:items?|products?|goods)\b/, names: ['productName', 'product', 'items'], labels: ['description', 'item', 'product', 'particulars', 'qty', 'quantity'] },
  { key: 'passengers', kind: 'name', pattern: /\bwho (?:is|are|was|were|all) (?:\w+ )?(?:flying|travell?ing|booked|staying)\b|\bpassengers?\b/, names: ['passengers', 'passengerNames'], labels: ['passenger', 'traveller', 'guest'] },
  { key: 'issuer', kind: 'name', pattern: /\bwho (?:has )?(?:issued|made|sent|sold|gave|provides?|wrote|prescribed|billed|signed|lent|granted|did .{0,30}(?:buy|come) from)\b|\bissuer\b|\bissuing (?:authority|office|company|country|body)\b|\bissued by\b|\bwhich (?:company|authority|hospital|lab|laboratory|university|shop|store|seller|vendor|airline|provider|supplier|office|rto)\b(?!.*\bborn\b)|\bwho (?:is|was|are) (?:the |my |our |his |her )?(?:issuer|seller|vendor|supplier|provider|airline|manufacturer|authority|doctor|merchant)\b|\bname of (?:the |my )?(?:seller|vendor|supplier|airline|lab|hospital|university)\b|\b(?:seller|vendor|supplier|airline)(?:'s)? name\b|\bwhom .{0,30}(?:buy|rent|borrow) .{0,20}from\b|\bfrom (?:whom|who|where) (?:did|do|was|is)\b|\bwhere did (?:i|we|he|she) (?:study|get)\b/, names: ['issuer', 'seller', 'sellerName', 'bankName', 'insurer', 'doctorName'], labels: ['issu', 'author', 'by', 'company', 'owner', 'bank'] },
  { key: 'address', kind: 'text', pattern: /\baddress\b(?! proof)|\bwhere (?:do|does|did) .{1,40}\blive\b/, names: ['address', 'holderAddress', 'propertyAddress', 'billingAddress'], labels: ['address', 'resid'] },
  { key: 'previousNumber', kind: 'number', pattern: /\b(?:old|previous|former|earlier) passport\b/, names: ['previousPassportNumber'], labels: ['old', 'previous'] },
  { key: 'documentNumber', kind: 'number', pattern: /\bnumber\b|\bnumbers\b|\bno\b\.?(?= of| on|$|\?)|\bnum\b|\b(?:booking|policy|invoice|order|pnr|reference|customer|employee) (?:id|code|reference|ref)\b|\bpnr\b|\b(?:aadhaar|pan|ssn|voter id)(?: card)?[\s?.!]*$/, names: ['documentNumber'], labels: ['number', 'no', 'num', 'nr'],
    byType: { national_id: ['aadhaarNumber', 'nationalIdNumber', 'voterId', 'documentNumber'], tax_id: ['pan', 'panNumber', 'taxId', 'documentNumber'], passport: ['documentNumber', 'passportNumber'], driving_licence: ['documentNumber', 'licenceNumber'], insurance_policy: ['documentNumber', 'policyNumber'], invoice: ['documentNumber', 'invoiceNumber'], vehicle_registration: ['registrationNumber', 'documentNumber', 'vehicleNumber'], bank_statement: ['accountNumber', 'iban', 'documentNumber'], loan_agreement: ['loanNumber', 'accountNumber', 'documentNumber'], travel_itinerary: ['documentNumber', 'bookingReference', 'pnr'], birth_certificate: ['documentNumber', 'registrationNumber'], warranty: ['serialNumber', 'documentNumber'] } },
  { key: 'totalAmount', kind: 'amount', pattern: /\bhow much\b(?! (?:cabin |check-?in |hand |free |annual |paid |sick )?(?:notice|time|baggage|luggage|weight|electricity|water|gas|power|energy|data|leave|medicine|metformin|sugar|warning|space|area|land|holiday|vacation|sleep|exercise)\b)|\btotal\b|\bamount\b|\bcosts?\b|\bprice\b|\bworth\b|\bhow expensive\b|\bgrand total\b|\b(?:what|which) (?:did|do|does|is|was|were|will|has|have) .{1,60}\b(?:charged?|paid|pays?|come to|came to|cost|owe[sd]?)\b|\bsum\b(?! insured| assured)|\bvalue\b/, names: ['totalAmount', 'amountDue', 'netPay', 'grandTotal', 'invoiceTotal'], labels: ['total', 'amount', 'payabl', 'net', 'sum', 'due'],
    byType: { lease: ['rentAmount', 'totalAmount'], payslip: ['netPay', 'totalAmount'], insurance_policy: ['totalAmount', 'totalPremium', 'premiumAmount', 'premium'], bank_statement: ['closingBalance', 'balance', 'totalAmount'], loan_agreement: ['loanAmount', 'principalAmount', 'totalAmount'] } },
];

/** Captions that other words for them would blur. */
const plainLabels = new Set(['by', 'no', 'from', 'end', 'date', 'place', 'name', 'company', 'bank', 'total', 'amount', 'sum', 'net', 'item', 'order', 'sold', 'valid', 'number', 'up', 'dr', 'ref', 'hgt', 'purchas', 'custom', 'owner', 'insur', 'pay', 'bill', 'start', 'by', 'lender', 'start', 'guarante', 'warranty']);

const known = new Map<Rule, ReadonlySet<string>>();

/** The words that a rule's pattern spells out: only these are used up, and not the names that stand between them. */
const vocabulary = (rule: Rule): ReadonlySet<string> => {
  const before = known.get(rule);
  if (before) return before;
  const words = rule.pattern.source.replace(/\\[a-zA-Z]/g, ' ').match(/[a-z]{2,}/g) ?? [];
  const made = new Set(words.flatMap((word) => [word, stemOf(word)]));
  known.set(rule, made);
  return made;
};

const wordsIn = (words: readonly Word[], from: number, to: number) => words.flatMap((word, i) => (word.start >= from && word.end <= to ? [i] : []));
const weak = /^(?:when|was|were|is|are|the|my|our|how|long|much|did|do|i|we|he|she|they|who|which|whose|in|of|what|name|has|must|should|does|a|an|it|this|that|to|for|until|under|if|many|where|by|from|whom|on|be|his|her|their|your)$/;

/** Fields that the question asks for, in the order of the rules; `text` is the folded question. Words between the parts of a phrase are not used up. */
export const findAskedFields = (text: string, words: readonly Word[]): AskedField[] => {
  const found: AskedField[] = [];
  for (const rule of rules) {
    const match = rule.pattern.exec(text);
    if (!match) continue;
    const said = vocabulary(rule);
    const inside = wordsIn(words, match.index, match.index + match[0].length);
    found.push({ key: rule.key, names: rule.names, labels: [...new Set([...rule.labels, ...rule.labels.map(stemOf)].flatMap((label) => (plainLabels.has(label) ? [label] : alike(label))))], kind: rule.kind, consumed: inside.filter((i) => !weak.test(words[i]!.key) && (said.has(words[i]!.key) || said.has(words[i]!.stem))) });
  }
  const other = found.length > 1 && !/\b(?:numbers?|no|num|id|code|reference|ref|pnr)\b/.test(text);
  return other || found.some((ask) => ask.key === 'previousNumber') ? found.filter((ask) => ask.key !== 'documentNumber') : found;
};

/** The fields that hold it in a document of this type, the best first. */
export const fieldNamesFor = (asked: AskedField, type: string): string[] =>
  [...new Set([...(rules.find((rule) => rule.key === asked.key)?.byType?.[type as DocumentType] ?? []), ...asked.names])];

/** The amount, where a bill is asked about and nothing else of it: "what was the electricity bill in May". */
export const impliedAmount = (): AskedField => {
  const { key, names, labels, kind } = rules.find((rule) => rule.key === 'totalAmount')!;
  return { key, names, labels, kind, consumed: [] };
};
