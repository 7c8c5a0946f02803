import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import type { Reading } from './reading.ts';

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Evidence that is not a word: machine readable zones, checked numbers, table headers, units, dosages, flights. Points for each type. */
export function structuralEvidence(reading: Reading): Map<DocumentType, number> {
  const points = new Map<DocumentType, number>();
  const add = (type: DocumentType, n: number) => points.set(type, (points.get(type) ?? 0) + n);
  const { text, mrz } = reading;
  const has = (kind: string, checked = false) => reading.identifiers.some((hit) => hit.kind === kind && (!checked || hit.checked));
  if (mrz) {
    if (mrz.format === 'TD3') add('passport', 30);
    else if (mrz.format.startsWith('MRV')) add('visa', 30);
    else if (/^(?:AR|IR|AC|RP|C[12]|A[12])/.test(mrz.documentCode) || (mrz.nationality !== mrz.issuingCountry && /permit|titel|titre|vergunning/i.test(text))) add('visa', 20);
    else add('national_id', 20);
  } else {
    if (/^P[<K«]\w{3}/m.test(text)) add('passport', 12);
    if (/^V[<K«]\w{3}/m.test(text)) add('visa', 12);
    if (/^I[D<]?[<K«]?[A-Z<]{1,3}.*<</m.test(text)) add('national_id', 8);
  }
  if (has('aadhaar', true) && /aadhaar|आधार|unique identification|government of india|भारत सरकार/i.test(text)) add('national_id', reading.lines.length < 40 ? 7 : 3);
  if (has('maskedAadhaar') && reading.lines.length < 40) add('national_id', 4);
  if (has('pan') && reading.lines.length < 20 && /income ?tax ?dep|permanent ?account|आयकर/i.test(text)) add('tax_id', 8);
  if (has('indianLicence')) add('driving_licence', 6);
  if (has('ukLicence')) add('driving_licence', 6);
  if (has('gstin')) {
    add('invoice', 2);
    add('receipt', 1);
  }
  if (has('vin')) {
    add('vehicle_registration', 3);
    add('insurance_policy', 1.5);
  }
  if (has('indianPlate')) {
    add('vehicle_registration', 2);
    add('insurance_policy', 1);
  }
  if (has('euVat')) add('invoice', 1.5);
  // Tills and restaurants print the time of day, the table, a word of thanks.
  const counter = [/\b(?:table|covers?|pax|kot|steward|server|waiter|tisch|tafel|mesa)\b ?(?:no)?\.? ?[:#]? ?\w{1,4}\b/iu, /thank ?(?:you|s)|visit again|come again|vielen dank f[üu]r ihren|merci de votre|gracias por su|bedankt voor/iu, /\b(?:cash|upi|card|visa|mastercard|debit|bar|pin|gpay|contactless|efectivo|esp[èe]ces)\b/iu, /\d{1,2}[./-]\d{1,2}[./-]\d{2,4}[ ,]+\d{1,2}:\d{2}/u].filter((pattern) => pattern.test(text)).length;
  if (counter >= 2 && reading.lines.length < 50) add('receipt', counter * 2);
  // A till knows no customer: what is called a tax invoice there is a receipt.
  const till = [/\b(?:till|cashier|pos|counter|kassierer|caisse|caja|kassa)\b ?(?:no|id)?\.? ?[:#]? ?\w/iu, /you (?:have )?saved?|total (?:qty|items|pcs)|items? sold|no\.? of items/iu, /\b(?:paid by|tender(?:ed)?|change|cash|upi|card)\b ?:? ?(?:upi|cash|card)?/iu].filter((pattern) => pattern.test(text)).length;
  if (counter >= 2 && till >= 2 && reading.lines.length < 60 && !/bill(?:ed)? to|ship(?:ped)? to|sold to|invoice to|buyer|consignee|customer name|due date|payment terms|order (?:no|number|id)/iu.test(text)) {
    add('receipt', 8 + till * 2);
    add('invoice', -6);
  }
  for (const line of reading.lines.slice(0, 250)) {
    const low = line.text.toLowerCase();
    const tests = [/qty|quant|menge|aantal|qt[ée]|cant/.test(low), /rate|price|preis|prijs|prix|precio|prezzo/.test(low), /amount|total|betrag|bedrag|montant|importe|importo/.test(low), /descr|item|particular|artikel|beschr|omschr|d[ée]sign|concepto|product|hsn|sac\b/.test(low)];
    if (tests.filter(Boolean).length >= 3) add('invoice', 4);
    if (/(?:debit|withdrawal|paid out|money out|soll|af\b|d[ée]bit|cargo|addebiti|payments?)/.test(low) && /(?:credit|deposit|paid in|money in|haben|bij\b|abono|accrediti|receipts)/.test(low) && /balance|saldo|solde|date|datum|fecha/.test(low)) add('bank_statement', 7);
    if (/earnings|income|particulars|payments/.test(low) && /deductions/.test(low) && /amount|ytd|total|current|rate|^\s*earnings/.test(low)) add('payslip', 5);
    if (/(?:test|investigation|parameter|analy[st])/.test(low) && /(?:result|value|ergebnis|resultat)/.test(low) && /(?:unit|ref|range|interval|normal)/.test(low)) add('medical_report', 7);
    if (/consumption|usage|verbrauch|consommation|consumo|verbruik|खपत/.test(low) && /tariff?|rate|preis|prix|precio|slab|दर/.test(low)) add('utility_bill', 4);
    if (/vaccin|impfstoff|dose/.test(low) && /batch|lot|charge|date/.test(low) && /date|datum|fecha|given|batch|lot/.test(low)) add('vaccination_record', 3);
  }
  // Whoever has stayed and paid holds a receipt; whoever will travel holds tickets.
  if (/^\s*(?:payment )?receipt(?:\s{1,4}(?:no|number|nr|#)\b.{0,20})?\s*$/imu.test(text) && /\bpaid\b/iu.test(text) && !/flight|train|coach|boarding|airline|\bpnr\b/iu.test(text)) add('travel_itinerary', -6);
  // What is paid or asked for stands in a row or under a word for it; prose that mentions money is neither bill nor receipt.
  const priced = reading.lines.slice(0, 250).some(({ text: row, tokens }) => (tokens.length <= 9 && /\d[.,]\d{2}\s*(?:€|EUR|CR|DR|-)?$|\d(?:,\d{2,3})+(?:\/-)?$|\p{Sc}\s?\d[\d.,]*\s*(?:\/-)?$|(?:rs\.?|inr)\s?\d[\d.,]*(?:\/-)?$/iu.test(row)) || /total|amount|sum of|betrag|bedrag|montant|importe|totale|price|paid|fare|कुल|राशि/iu.test(row));
  if (!priced) {
    add('receipt', -6);
    add('invoice', -4);
  }
  // Who hires a truck or a tool signs no lease of a home.
  if (/(?:truck|car|van|vehicle|equipment|tool|bike|boat|trailer)s? (?:rental|hire)|rental car|hire of (?:a|the) (?:car|van|truck)|mietwagen|location de v[ée]hicule|alquiler de (?:coche|veh)/iu.test(text) && !/premises|flat|apartment|dwelling|landlord|tenan/iu.test(text)) {
    add('lease', -8);
    add('contract', 7);
  }
  if (/\d[\d,.]* ?(?:therms?|ccf|kwh|hcf|gallons?)(?!\p{L})|(?:therms|ccf|kwh|units|gallons) (?:used|consumed)/iu.test(text)) add('utility_bill', 3);
  const units = count(text, /\b(?:mg\/d[lL]|g\/d[lL]|mmol\/[lL]|[µu]mol\/[lL]|U\/[lL]|IU\/m?[lL]|ng\/m[lL]|pg\/m[lL]|cells\/cumm|mm\/hr|mEq\/[lL]|10\^\d|g\/l|µg\/[lL]|fL\b|Tsd\/µl)/g);
  if (units >= 2) add('medical_report', Math.min(8, 2 + units));
  const doses = count(text, /\b[01½2]\s?[-–+]\s?[01½2]\s?[-–+]\s?[01½2](?:\s?[-–+]\s?[01½2])?\b(?![-/\d])/g) + count(text, /\b(?:tab|cap|syp|inj)s?\.? [A-Z]/gi)
    + count(text, /\b(?:once|twice|thrice|three times) (?:a day|daily)|\b(?:BD|TDS|BID|TID|QID|SOS)\b/g);
  if (doses >= 2) add('prescription', Math.min(9, 2 + doses * 1.5));
  if (/(?:^|[\s])(?:℞|R[xX])(?:\s|:|$)/m.test(text)) add('prescription', 5);
  const flights = count(text, /\b(?:[A-Z]{2}|\d[A-Z]|[A-Z]\d)[ -]?\d{2,4}\b(?=.*(?:\([A-Z]{3}\)|\b[A-Z]{3}\b ?(?:-|–|to|→)|\d{1,2}:\d{2}))/g);
  const airports = count(text, /\((?:[A-Z]{3})\)/g);
  if (flights >= 1 && (airports >= 2 || /flight|flug|vlucht|\bvol\b|vuelo|volo\b/i.test(text))) add('travel_itinerary', 5);
  else if (airports >= 2) add('travel_itinerary', 2);
  if (count(text, /\b\d+(?:[.,]\d+)? ?kWh\b/gi) >= 2) add('utility_bill', 4);
  if (/\d ?m(?:³|3)(?![\p{L}\d])/iu.test(text) && /consum|water|wasser|\beau\b|\bagua|acqua|\bgas\b|abonn|suministro|compteur|zähler|meter/iu.test(text)) add('utility_bill', 5);
  if (/\b(?:Form|FORM) ?(?:No\.? ?)?16A?\b/.test(text) && /203|employer|deductor/i.test(text)) add('tax_return', 10);
  if (/\bA\.?Y\.? ?:?\.? ?20\d\d ?- ?\d\d|assessment year/i.test(text)) add('tax_return', 3);
  // The sections of a life's story.
  const sections = [/^(?:career )?(?:objective|summary|profile|about me)\b/imu, /^(?:work|professional|job) (?:experience|history)|^employment history|^experience$/imu, /^education(?:al qualifications?)?\b/imu, /^(?:key |technical |core )?skills\b/imu, /^(?:hobbies|interests|languages(?: known)?|references|declaration|projects|certifications)\b/imu].filter((pattern) => pattern.test(text)).length;
  if (sections >= 3) add('other', 4 * sections);
  // Schools, colleges and grades make no certificate, if nothing is certified.
  if (!/certif|degree|diplom|marks|transcript|roll n|conferr|urkunde|zeugnis|t[íi]tulo|laurea|getuigschrift|उपाधि|अंक|प्रमाण/iu.test(text)) add('degree_certificate', -5);
  return points;
}
