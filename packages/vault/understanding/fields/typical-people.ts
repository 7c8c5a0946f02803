import { looksLikeOrganisation } from '../names/organisation.ts';
import { readPerson } from '../names/person.ts';
import type { Reading } from '../reading.ts';
import type { Line } from '../text/lines.ts';
import type { Add } from './typical.ts';

/** Passengers in rows or as SURNAME/GIVEN, flights, and the first and last day of the journey. */
export function travel(lines: readonly Line[], reading: Reading, add: Add): void {
  const days: { iso: string; line: Line; arrival: boolean }[] = [];
  let legs = 0;
  for (const line of lines) {
    // "1  VARUN SHAH  38  M  CNF": a passenger's row.
    const row = /^\s*\d{1,2}[.)]?\s+((?:(?:mr|mrs|ms|miss|mstr)\.?\s+)?\p{L}[\p{L} .']{3,40}?)\s+(?:\(?adult\)?|\d{1,3}\s+(?:M|F|Male|Female)\b|(?:M|F)\b)/iu.exec(line.text);
    if (row?.[1]) add('holderName', readPerson(row[1]), 0.8, line);
    const slash = /(?<![\p{L}/])(\p{Lu}{2,20}) ?\/ ?(\p{Lu}{2,20}(?: \p{Lu}{2,20})?)(?: ?(MR|MRS|MS|MISS|MSTR))?(?![\p{L}/])/u.exec(line.text);
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

const ageAndSex = /^\s*(?:(?:pt|patient|name)\.?\s*[:.-]?\s*)?(\p{Lu}[\p{L} .'-]{3,40}?)[\s,(]+(?:(?:M|F|male|female)\s*[/,-]?\s*\d{1,3}|\d{1,3}\s*(?:y|yrs?|years?)?\.?\s*[/,-]?\s*(?:M|F|male|female))(?![\p{L}\d])/iu;

/** "Shanti Devi F/72", "R. Menon, 45 yrs / M": whom doctors see, by name, sex and age. */
export function patientInShort(lines: readonly Line[], add: Add): void {
  for (const line of lines.slice(0, 20)) {
    const short = ageAndSex.exec(line.text);
    const value = short?.[1] ? readPerson(short[1], { surnameFirst: false }) : null;
    if (value) {
      add('holderName', value, 0.76, line);
      return;
    }
  }
}

const certified = /(?:certif(?:y|ies|ied)|confirm|attest(?:ons|e|ent)?|certifi(?:ons|e|ent)|best[äa]tig(?:en|t)|bescheinig(?:en|t)|certifica(?:mos)?|hace constar|verklaren|verklaart)[^.]{0,30}?(?:\bthat|\bque|\bdass|\bdat)\s+((?:M|Mme|Mr|Mrs|Ms|Herrn?|Frau|Dr|Shri|Smt|D|Dña|\p{Lu})[\p{L}.]*\s.{4,60})/u;

/** "Nous attestons que M. Marc Lefèvre est assuré": of whom a paper certifies something. */
export function certifiedPerson(lines: readonly Line[], add: Add): void {
  lines.slice(0, 30).forEach((line, at) => {
    const said = certified.exec(`${line.text} ${lines[at + 1]?.text ?? ''}`.replace(/ {2,}/gu, ' '));
    if (said?.[1]) add('holderName', readPerson(said[1], { surnameFirst: false }), 0.74, line);
  });
}

/** The doctor above a prescription, and the medicines in it. */
export function prescription(lines: readonly Line[], add: Add): void {
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
export function vaccination(lines: readonly Line[], reading: Reading, add: Add): void {
  let last: { iso: string; line: Line } | null = null;
  let doses = 0;
  for (const line of lines) {
    if (/birth|geb|naissance|nacim|nascita|\bdob\b|जन्म|next|due|nächste|volgende|prochain|rappel|próxima|expir|valid/iu.test(line.text)) continue;
    if (/birth/iu.test(lines[line.index + 1]?.text ?? '')) continue;
    if (reading.datesOf(line).length > 0) doses += 1;
    for (const { iso } of reading.datesOf(line)) if (iso <= reading.today && (last === null || iso > last.iso)) last = { iso, line };
  }
  // A card that goes on for years has no date of its own.
  lines.forEach((line, at) => {
    // The American card prints its captions under the lines.
    const above = lines[at - 1];
    if (!above) return;
    if (/^last name\s{2,}first name/iu.test(line.text) && above.cells.length >= 2) add('holderName', readPerson(`${above.cells[1]?.text ?? ''} ${above.cells[0]?.text ?? ''}`, { surnameFirst: false }), 0.82, above);
    if (/^date of birth\s{2,}patient number/iu.test(line.text)) add('dateOfBirth', reading.datesOf(above)[0]?.iso, 0.84, above);
  });
  if (last && doses < 5) add('issueDate', last.iso, 0.68, last.line);
}

/** American licences and laboratories print "SURNAME, GIVEN NAMES" in a line or column of its own. */
export function loneSurname(lines: readonly Line[], add: Add): void {
  for (const line of lines.slice(0, 20)) {
    const cell = line.cells[0]?.text ?? '';
    if (/^\p{Lu}[\p{Lu}' -]+,\s*\p{Lu}[\p{Lu} ]+$/u.test(cell)) add('holderName', readPerson(cell), 0.72, line);
  }
}

/** The name on a line of its own, and what was conferred. */
export function degree(lines: readonly Line[], add: Add): void {
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

/** The name above the birth date on Aadhaar, voters' and German card numbers, the sex in words. */
export function nationalId(lines: readonly Line[], reading: Reading, add: Add): void {
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

/** Tax numbers that stand alone in a letter. */
export function taxId(lines: readonly Line[], add: Add): void {
  lines.forEach((line) => {
    const german = /(?<!\d)(\d{2} \d{3} \d{3} \d{3})(?!\d)/u.exec(line.text);
    if (german?.[1]) add('documentNumber', german[1], 0.85, line);
    const ein = /(?<![\d-])(\d{2}-\d{7})(?!\d)/u.exec(line.text);
    if (ein?.[1]) add('documentNumber', ein[1], 0.8, line);
  });
}

/** Births and marriages told in sentences, spouses on lines of their own, registry offices. */
export function certificates(lines: readonly Line[], reading: Reading, add: Add): void {
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
  const pair = marriage ? /marriage (?:of|between)\s+(\p{Lu}[\p{Lu}.' -]{4,50}?)\s+(?:and|AND|&)\s+(\p{Lu}[\p{Lu}.' -]{4,50}?)(?=\s+\p{Lu}\p{Ll}|[,.]|$)/u.exec(joined) : null;
  const firstLine = lines[0];
  if (pair?.[1] && pair[2] && firstLine) {
    add('holderName', readPerson(pair[1], { surnameFirst: false }), 0.8, firstLine);
    add('spouseName', readPerson(pair[2], { surnameFirst: false }), 0.8, firstLine);
  }
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

/** The name at the top of a curriculum vitae. */
export function plainPapers(lines: readonly Line[], add: Add): void {
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
