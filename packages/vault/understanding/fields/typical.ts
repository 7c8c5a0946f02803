import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import { findMonths } from '../dates/find-dates.ts';
import { looksLikeOrganisation } from '../names/organisation.ts';
import { readPerson } from '../names/person.ts';
import type { Reading } from '../reading.ts';
import type { Line } from '../text/lines.ts';
import type { Candidate } from './candidates.ts';

type Found = { field: string; value: string; confidence: number; line: Line };

/** What papers of a type write without a label: a passenger's row, a PNR, a doctor above a prescription, the lines of a lab. */
export function typicalCandidates(reading: Reading, type: DocumentType): Candidate[] {
  const found: Found[] = [];
  const add = (field: string, value: string | null | undefined, confidence: number, line: Line) => {
    if (value) found.push({ field, value, confidence, line });
  };
  const lines = reading.lines.slice(0, 200);
  switch (type) {
    case 'travel_itinerary': travel(lines, reading, add); break;
    case 'prescription': prescription(lines, add); break;
    case 'driving_licence': licence(lines, add); break;
    case 'degree_certificate': degree(lines, add); break;
    case 'national_id': nationalId(lines, reading, add); break;
    case 'tax_id': taxId(lines, add); break;
    case 'birth_certificate': case 'marriage_certificate': certificates(lines, reading, add); break;
    case 'utility_bill': case 'payslip': months(lines, reading, add); collections(lines, reading, add); break;
    case 'invoice': collections(lines, reading, add); break;
    case 'tax_return': collections(lines, reading, add); boxedNames(lines, add); break;
    case 'property_deed': recorded(lines, reading, add); break;
    case 'lease': hindiTerms(lines, reading, add); break;
    case 'vaccination_record': vaccination(lines, reading, add); break;
    case 'insurance_policy': lifeAssured(lines, reading, add); break;
    case 'other': plainPapers(lines, add); break;
    default: break;
  }
  return found.map(({ field, value, confidence, line }) => ({ field, value, confidence, page: line.page, line: line.index, start: 0, weight: 1, label: 'typical' }));
}

type Add = (field: string, value: string | null | undefined, confidence: number, line: Line) => void;

function travel(lines: readonly Line[], reading: Reading, add: Add): void {
  const days: { iso: string; line: Line; arrival: boolean }[] = [];
  let legs = 0;
  for (const line of lines) {
    // "1  VARUN SHAH  38  M  CNF": a passenger's row.
    const row = /^\s*\d{1,2}[.)]?\s+((?:(?:mr|mrs|ms|miss|mstr)\.?\s+)?\p{L}[\p{L} .']{3,40}?)\s+(?:\(?adult\)?|\d{1,3}\s+(?:M|F|Male|Female)\b|(?:M|F)\b)/iu.exec(line.text);
    if (row?.[1]) add('holderName', readPerson(row[1]), 0.8, line);
    const slash = /(?<![\p{L}/])(\p{Lu}{2,20})\/(\p{Lu}{2,20}(?: \p{Lu}{2,20})?)(?: ?(MR|MRS|MS|MISS|MSTR))?(?![\p{L}/])/u.exec(line.text);
    if (slash?.[3] || (slash && /name|passenger|passagier/iu.test(line.text))) add('holderName', readPerson(slash[0]), 0.85, line);
    const flight = /(?<![A-Z0-9])((?:[A-Z]{2}|\d[A-Z]|[A-Z]\d)[ -]?\d{3,4})(?![\dA-Z])/u.exec(line.text);
    if (flight?.[1] && /flight|flug|vlucht|\bvol\b|vuelo|volo|\([A-Z]{3}\)|\d{1,2}:\d{2}/iu.test(line.text)) add('flightNumber', flight[1], 0.7, line);
    if (/(?:\d{1,2}:\d{2}|\([A-Z]{3}\)|flight|train|depart|check.?in|abflug|vol\b|vuelo|vertrek)/iu.test(line.text) && !/book(?:ed|ing) (?:on|date)|date of booking|issue|gebucht|cancel/iu.test(line.text)) {
      const dates = reading.datesOf(line);
      // "Mon 04 JAN 20:35    Tue 05 JAN 11:50": of a journey there and back the legs' departures count.
      const leg = dates.length === 2 && (line.text.match(/\d{1,2}:\d{2}/gu)?.length ?? 0) >= 2;
      legs += leg ? 1 : 0;
      dates.forEach((hit, i) => days.push({ iso: hit.iso, line, arrival: leg && i === 1 }));
    }
  }
  const sorted = days.filter(({ arrival }) => !arrival || legs < 2).sort((a, b) => a.iso.localeCompare(b.iso));
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first) add('startDate', first.iso, 0.72, first.line);
  if (first && last && last.iso > first.iso) add('endDate', last.iso, 0.74, last.line);
}

function prescription(lines: readonly Line[], add: Add): void {
  for (const line of lines.slice(0, 12)) {
    const doctor = /(?:^|\s{2,})(?:Dr\.?|Doctor|Docteur|Doctora|Dott\.?(?:ssa)?|Drs\.?)\s+(.{3,50})/u.exec(line.text);
    const value = doctor?.[1] && !/ref(?:erred)? by/iu.test(line.text) ? readPerson(doctor[1]) : null;
    if (value) {
      add('doctorName', value, 0.75, line);
      add('issuer', value, 0.62, line);
    }
  }
  const medicines = lines.map((line) => /(?:^|\s)(?:\d{1,2}[.)]\s*)?((?:tab|cap|syp|inj|syrup|tablet|capsule|oint|drops)s?\.?\s+[\p{L}][\p{L}\d -]{2,30}?(?:\s\d+(?:[.,]\d+)?\s?(?:mg|ml|mcg|g|iu))?)(?=\s|$|,)/iu.exec(line.text)?.[1]).filter((text): text is string => text !== undefined);
  const [first] = lines;
  if (medicines.length > 0 && first) add('medicines', medicines.slice(0, 12).join('; '), 0.65, first);
}

/** Without a date of issue, a vaccination record dates from its last dose. */
function vaccination(lines: readonly Line[], reading: Reading, add: Add): void {
  let last: { iso: string; line: Line } | null = null;
  let doses = 0;
  for (const line of lines) {
    if (/birth|geb|naissance|nacim|nascita|\bdob\b|जन्म|next|due|nächste|volgende|prochain|rappel|próxima|expir|valid/iu.test(line.text)) continue;
    if (reading.datesOf(line).length > 0) doses += 1;
    for (const { iso } of reading.datesOf(line)) if (iso <= reading.today && (last === null || iso > last.iso)) last = { iso, line };
  }
  // A card that goes on for years has no date of its own.
  if (last && doses < 5) add('issueDate', last.iso, 0.68, last.line);
}

/** American licences print "SURNAME, GIVEN NAMES" on a line of its own. */
function licence(lines: readonly Line[], add: Add): void {
  for (const line of lines.slice(0, 20)) {
    if (/^\s*\p{Lu}[\p{Lu}' -]+,\s*\p{Lu}[\p{Lu} ]+\s*$/u.test(line.text)) add('holderName', readPerson(line.text.trim()), 0.72, line);
  }
}

function degree(lines: readonly Line[], add: Add): void {
  lines.slice(0, 40).forEach((line, at) => {
    if (/(?:this is to certify that|certif(?:y|ies|ied) that|makes? known that|conferred (?:up)?on|confers (?:up)?on|awarded to|presented to|verleiht|be it known that|est (?:délivré|conféré) à|prüfung hat|conferisce|has admitted|admits)[\s:,]*$/iu.test(line.text.trim())) {
      const next = lines[at + 1];
      if (next) add('holderName', readPerson(next.text.trim(), { lone: false }), 0.85, next);
    }
    // A name on a line of its own, and what its bearer did on the next.
    const after = lines[at + 1]?.text ?? '';
    if (/^(?:having|has (?:been|completed|satisfied|passed|this day)|who has|is hereby|was (?:this day )?(?:awarded|admitted)|the degree of|upon the recommendation|hat (?:am|die|das))/iu.test(after.trim()) && line.cells.length === 1 && !looksLikeOrganisation(line.text)) {
      add('holderName', readPerson(line.text.trim(), { lone: false }), 0.82, line);
    }
    const degreeName = /\b((?:Bachelor|Master|Doctor|Doctorate|Licence|Magister|Diploma|Associate) (?:of|in|en|der) [\p{L} ]{3,50}(?:\([^)]{2,30}\))?)/iu.exec(line.text);
    if (degreeName?.[1]) add('degree', degreeName[1].trim(), 0.8, line);
  });
}

function nationalId(lines: readonly Line[], reading: Reading, add: Add): void {
  // On Aadhaar the name stands without a label above the birth date.
  const birth = lines.findIndex((line) => /\bdob\b|date of birth|जन्म|year of birth|yob/iu.test(line.text));
  const aadhaar = /aadhaar|आधार|unique identification|government of india|भारत सरकार/iu.test(reading.text);
  if (aadhaar) {
    for (let i = 1; i <= 3 && birth - i >= 0; i += 1) {
      const line = lines[birth - i];
      if (!line || /government|authority|सरकार|enrol|aadhaar|father|s\/o|w\/o|d\/o|c\/o/iu.test(line.text)) continue;
      const value = /\p{Script=Latin}/u.test(line.text) ? readPerson(line.text.trim(), { surnameFirst: false }) : null;
      if (value) {
        add('holderName', value, 0.82, line);
        break;
      }
    }
    const to = lines.findIndex((line) => /^\s*to,?\s*$/iu.test(line.text));
    for (let i = 1; to >= 0 && i <= 2; i += 1) {
      const line = lines[to + i];
      const value = line && /\p{Script=Latin}/u.test(line.text) ? readPerson(line.text.trim(), { surnameFirst: false }) : null;
      if (line && value) {
        add('holderName', value, 0.84, line);
        break;
      }
    }
  }
  for (const line of lines) {
    const epic = /(?<![A-Z0-9])([A-Z]{3}\d{7})(?!\d)/u.exec(line.text);
    if (epic?.[1] && /elect|निर्वाचन|epic/iu.test(reading.text)) add('documentNumber', epic[1], 0.86, line);
    if (/(?<![\p{L}])(?:female|महिला)(?![\p{L}])/iu.test(line.text)) add('sex', 'F', 0.85, line);
    else if (/(?<![\p{L}])(?:male|पुरुष)(?![\p{L}])/iu.test(line.text)) add('sex', 'M', 0.85, line);
    const card = /(?<![A-Z0-9])([CFGHJKLMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ0-9]{8})(?![A-Z0-9])/u.exec(line.text);
    if (card?.[1] && /\d/u.test(card[1]) && /personalausweis|reisepass/iu.test(reading.text)) add('documentNumber', card[1], 0.72, line);
  }
}

function taxId(lines: readonly Line[], add: Add): void {
  lines.forEach((line) => {
    const german = /(?<!\d)(\d{2} \d{3} \d{3} \d{3})(?!\d)/u.exec(line.text);
    if (german?.[1]) add('documentNumber', german[1], 0.85, line);
    const ein = /(?<![\d-])(\d{2}-\d{7})(?!\d)/u.exec(line.text);
    if (ein?.[1]) add('documentNumber', ein[1], 0.8, line);
  });
}

/** American county clerks print the number of record beside the day and hour of recording. */
function recorded(lines: readonly Line[], reading: Reading, add: Add): void {
  for (const line of lines.slice(0, 20)) {
    const number = /(?<![\d-])((?:19|20)\d{2}-?\d{5,9})(?![\d-])/u.exec(line.text);
    if (number?.[1] && (reading.datesOf(line).length > 0 || /record|document|instrument|doc\b/iu.test(line.text))) add('documentNumber', number[1], 0.8, line);
  }
}

const collected = /abgebucht|eingezogen|abbuch|(?:by|through) direct debit|direct debit (?:payment )?(?:on|date|due)|will be (?:debited|collected|taken)|(?:will|we'll|we’ll) (?:collect|take|debit)|afgeschreven|geïncasseerd|prélev|cargar[áa]|domicili|addebit/iu;
const payBefore = /(?:überweisen|uberweisen|iberweisen|begleichen|zahlen|zahlung|betalen|overmaken|régler|réglez|payer|abonar|pagar|pay|payment)(?:[^.]|\.\d){0,90}?(?:bis (?:zum |spätestens )?|spätestens (?:am )?|v[óo][óo]r |uiterlijk |avant le |au plus tard le |antes del |hasta el |entro il |by |before |no later than |on or before )$/iu;

/** "Der Betrag wird am 10.02.2026 abgebucht", "Bitte überweisen Sie … bis zum 04.02.2019", "Please pay    by": the day on which money is due, said in prose. */
function collections(lines: readonly Line[], reading: Reading, add: Add): void {
  lines.forEach((line, at) => {
    const dates = reading.datesOf(line);
    const [only, other] = dates;
    if (collected.test(line.text) && only && !other && !/\bif you\b|prices?|tarif/iu.test(line.text)) add('dueDate', only.iso, 0.7, line);
    for (const hit of dates) {
      const before = `${lines[at - 1]?.text ?? ''} ${line.text.slice(0, hit.start)}`.slice(-160);
      if (payBefore.test(before)) add('dueDate', hit.iso, 0.86, line);
    }
    const next = lines[at + 1];
    if (/(?:pay|payment|payable|due|zahlbar|fällig)\s{2,}(?:by|before|on|bis|am)$/iu.test(line.text.trim()) && next) add('dueDate', reading.datesOf(next)[0]?.iso, 0.84, next);
  });
}

/** "Ihre Mobilfunkrechnung für Januar 2026", "SALARY SLIP - DECEMBER 2025": the month in the heading is the period. */
function months(lines: readonly Line[], reading: Reading, add: Add): void {
  for (const line of lines.slice(0, 12)) {
    if (!/rechnung|bill|statement|facture|factura|bolletta|nota|slip|pay|salary|lohn|gehalt|loon|salari|n[óo]mina|paie|month|बिल|वेतन|देयक/iu.test(line.text)) continue;
    const [month] = findMonths(line.text, reading.today);
    if (!month || reading.datesOf(line).some((hit) => hit.start <= month.start && hit.end >= month.start)) continue;
    add('startDate', month.first, 0.66, line);
    add('endDate', month.last, 0.66, line);
    return;
  }
}

/** American forms: "Employee's first name and initial    Last name    Suff." over the names, one a column. */
function boxedNames(lines: readonly Line[], add: Add): void {
  lines.forEach((line, at) => {
    const next = lines[at + 1];
    if (!next || next.cells.length < 2 || !/first names?(?: and (?:middle )?initial)?\s{2,}last name/iu.test(line.text)) return;
    const [given, family] = next.cells;
    add('holderName', given && family && !/\d/u.test(given.text + family.text) ? readPerson(`${given.text} ${family.text}`, { surnameFirst: false }) : null, 0.86, next);
  });
}

/** A life or travel policy is about one person, whose birth it states; in other policies births are of drivers and family. */
function lifeAssured(lines: readonly Line[], reading: Reading, add: Add): void {
  if (!/life assured|sum assured|life insured/iu.test(reading.text)) return;
  for (const line of lines) {
    const label = /date of birth|\bdob\b|birth date/iu.exec(line.text);
    const hit = label ? reading.datesOf(line).find(({ start }) => start > label.index) : undefined;
    if (hit) {
      add('dateOfBirth', hit.iso, 0.82, line);
      return;
    }
  }
}

/** Hindi puts its words behind the date: "01/10/2025 से प्रारंभ", "30/09/2026 तक". */
function hindiTerms(lines: readonly Line[], reading: Reading, add: Add): void {
  for (const line of lines) {
    for (const hit of reading.datesOf(line)) {
      const after = line.text.slice(hit.end, hit.end + 16);
      if (/^\s*(?:से)/u.test(after)) add('startDate', hit.iso, 0.75, line);
      else if (/^\s*तक/u.test(after)) add('endDate', hit.iso, 0.75, line);
    }
  }
}

function certificates(lines: readonly Line[], reading: Reading, add: Add): void {
  const marriage = /marriage|heirat|eheschl|eheurkunde|huwelijk|mariage|matrimon|विवाह/iu.test(reading.text);
  let spouses = 0;
  lines.slice(0, 60).forEach((line, at) => {
    if (/(?<!\p{L})(?:est née?|wurde geboren|geboren worden|is geboren|nació|è nat[oa]|was born)(?!\p{L})/iu.test(line.text)) add('dateOfBirth', reading.datesOf(line)[0]?.iso, 0.78, line);
    // "Brandon Cole of Denver / and / Alicia Mendez of Phoenix"
    if (/^\s*(?:and|und|et|y|en|e|&|एवं)\s*$/iu.test(line.text)) {
      const [before, after] = [lines[at - 1], lines[at + 1]];
      if (before) add('holderName', readPerson(before.text.trim(), { surnameFirst: false }), 0.72, before);
      if (after) add('spouseName', readPerson(after.text.trim(), { surnameFirst: false }), 0.72, after);
    }
    // "Jonas Friedrich Albrecht, geboren 05.01.1990", one spouse a line.
    const spouse = /^\s*(\p{Lu}[\p{L} .'-]{4,50}?),?\s+(?:geboren|geb\.|born|née?|nacid[oa]|nat[oa])(?!\p{L})/u.exec(line.text);
    const name = spouse?.[1] ? readPerson(spouse[1]) : null;
    if (name && marriage) {
      add(spouses === 0 ? 'holderName' : 'spouseName', name, 0.74, line);
      spouses += 1;
    }
    const pair = /(.{4,60}?)\s+and\s+(.{4,60}?)\s+(?:were|was|have been|are)\s+(?:duly |lawfully |legally )?(?:united|joined|married|solemni[sz]ed)/iu.exec(line.text);
    if (pair?.[1] && pair[2]) {
      add('holderName', readPerson(pair[1].replace(/^.*\bthat\s+/iu, '')), 0.74, line);
      add('spouseName', readPerson(pair[2]), 0.74, line);
    }
  });
  const joined = lines.slice(0, 40).map(({ text }) => text.trim()).join(' ').replace(/ {2,}/g, ' ').slice(0, 4000);
  const couple = marriage ? /marriage (?:of|between)\s+(.{4,60}?),.{0,240}?\band\s+((?:mr|mrs|ms|miss|smt|shri|sri|kum)\.?\s.{4,60}?)(?:,|\s(?:was|were|has|had)\b)/iu.exec(joined) : null;
  const firstLine = lines[0];
  if (couple?.[1] && couple[2] && firstLine) {
    add('holderName', readPerson(couple[1]), 0.82, firstLine);
    add('spouseName', readPerson(couple[2]), 0.82, firstLine);
  }
  for (const line of lines.slice(0, 20)) {
    // British certified copies bear their own number beside the heading.
    const copy = /certified copy/iu.test(line.text) ? /(?<![A-Z])([A-Z]{2,4} ?\d{6})(?!\d)/u.exec(line.text) : null;
    if (copy?.[1]) add('documentNumber', copy[1], 0.86, line);
    const office = /((?:Standesamt|Registro Civil(?: de)?|Mairie de|Comune di|Gemeente|Ayuntamiento de)\s+\p{Lu}[\p{L} -]{2,30})/u.exec(line.text);
    if (office?.[1]) add('issuer', office[1].trim(), 0.82, line);
  }
}

function plainPapers(lines: readonly Line[], add: Add): void {
  if (lines.slice(0, 3).some((line) => /curriculum vitae|résumé|resume|lebenslauf/iu.test(line.text))) {
    for (const line of lines.slice(0, 5)) {
      const value = readPerson(line.text.trim(), { surnameFirst: false });
      if (value) {
        add('holderName', value, 0.7, line);
        break;
      }
    }
  }
}
