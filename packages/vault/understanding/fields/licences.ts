import { findDates } from '../dates/find-dates.ts';
import { readPerson } from '../names/person.ts';
import type { Reading } from '../reading.ts';
import type { Candidate } from './candidates.ts';

/** The numbered fields of European licences (Directive 2006/126/EC, annex I): 1 surname, 2 given names, 3 birth, 4a issue, 4b expiry, 4c authority, 5 number. */
export function numberedLicenceFields(reading: Reading): Candidate[] {
  const found = new Map<string, { text: string; line: number; page: number }>();
  for (const line of reading.lines.slice(0, 60)) {
    const marks = [...line.text.matchAll(/(?:^|\s)(4a|4b|4c|4d|[1-9])[.):]\s{0,3}(?=\S)/giu)];
    marks.forEach((mark, i) => {
      const text = line.text.slice(mark.index + mark[0].length, marks[i + 1]?.index ?? line.text.length).trim();
      const key = (mark[1] ?? '').toLowerCase();
      if (text && !found.has(key)) found.set(key, { text, line: line.index, page: line.page });
    });
  }
  if (!(found.has('4a') || found.has('4b')) || !(found.has('1') || found.has('2') || found.has('4d'))) return [];
  const out: Candidate[] = [];
  const add = (field: string, value: string | null | undefined, key: string, confidence = 0.9) => {
    const at = found.get(key);
    if (value && at) out.push({ field, value, confidence, page: at.page, line: at.line, start: 0, weight: 1, label: key });
  };
  const dateAt = (key: string) => {
    const at = found.get(key);
    const line = reading.lines[at?.line ?? -1];
    return line && at ? reading.datesOf(line).find((hit) => hit.start >= line.text.indexOf(at.text))?.iso : undefined;
  };
  const surname = found.get('1')?.text.replace(/\s{2,}.*$/u, '') ?? unmarkedSurname(reading);
  const given = (found.get('2')?.text ?? '').replace(/\s{2,}.*$/u, '').replace(/^(?:mr|mrs|miss|ms|dr)\.?\s+/iu, '');
  const name = surname && given ? readPerson(`${given} ${surname}`.trim(), { surnameFirst: false }) : null;
  add('holderName', name, found.has('1') ? '1' : '2');
  add('dateOfBirth', dateAt('3'), '3');
  add('issueDate', dateAt('4a'), '4a');
  add('expiryDate', dateAt('4b'), '4b');
  add('issuer', found.get('4c')?.text.replace(/\s{2,}.*$/u, ''), '4c');
  // American cards (AAMVA) number the licence 4d, and 5 is the card's own discriminator.
  if (found.has('4d')) add('documentNumber', /^(?:[D0O][L1I][N:.]{0,2} ?)?#?([A-Z0-9][A-Z0-9 -]{5,17})/u.exec(found.get('4d')?.text ?? '')?.[1]?.trim(), '4d', 0.91);
  else add('documentNumber', /^[A-Z0-9][A-Z0-9-]{5,17}/u.exec(found.get('5')?.text.replace(/(?<=[A-Z0-9]{5}) (?=\d{6})/u, '') ?? '')?.[0], '5', 0.91);
  return out;
}

/** A surname whose number was lost: the line in capitals that a British licence number begins with. */
function unmarkedSurname(reading: Reading): string {
  const number = reading.identifiers.find(({ kind }) => kind === 'ukLicence')?.value ?? '';
  const start = number.slice(0, 5).replace(/9+$/, '');
  const line = start ? reading.lines.slice(0, 30).find(({ text }) => /^[\p{Lu}' -]{2,40}$/u.test(text.trim()) && text.replace(/[^\p{Lu}]/gu, '').startsWith(start)) : undefined;
  return line?.text.trim() ?? '';
}

/** The codes of European registration certificates (Directive 1999/37/EC, annex I): A mark, B first registration, C.1 holder, D make and model, E chassis, I date of this certificate. */
export function codedRegistrationFields(reading: Reading): Candidate[] {
  const found = new Map<string, { text: string; line: number; page: number }>();
  for (const line of reading.lines.slice(0, 80)) {
    const marks = [...line.text.matchAll(/(?:^|\s)\(?(A|B|C\.?1(?:\.?[12])?(?:\/C\.?1\.?2)?|D\.[123]|E|H|I)[.)]?\.?\s{1,4}(?=\S)/gu)];
    marks.forEach((mark, i) => {
      const text = line.text.slice(mark.index + mark[0].length, marks[i + 1]?.index ?? line.text.length).split(/ {2,}/u)[0]?.trim() ?? '';
      const key = (mark[1] ?? '').startsWith('C') ? 'C.1' : mark[1] ?? '';
      if (text && !found.has(key)) found.set(key, { text, line: line.index, page: line.page });
    });
  }
  const british = found.has('C.1') && /\bV5C|DVLA\b/u.test(reading.text);
  if (!british && (!found.has('A') || found.size < 3)) return [];
  const out: Candidate[] = [];
  const add = (field: string, key: string, value: string | null | undefined, confidence: number) => {
    const at = found.get(key);
    if (at && value) out.push({ field, value, confidence, page: at.page, line: at.line, start: 0, weight: 1, label: key });
  };
  const date = (key: string) => findDates(found.get(key)?.text ?? '', reading.order, reading.today)[0]?.iso;
  const mark = /(?:^|\s)(\p{Lu}{1,3}[- ]\p{Lu}{1,2}[- ]?\d{1,4}|\p{Lu}{2}-\d{3}-\p{Lu}{2}|[\p{Lu}\d]{1,3}-[\p{Lu}\d]{2,3}-[\p{Lu}\d]{1,3})(?:\s|$)/u.exec(found.get('A')?.text ?? '');
  add('documentNumber', 'A', mark?.[1], 0.88);
  add('firstRegistrationDate', 'B', date('B'), 0.85);
  add('issueDate', 'I', date('I'), 0.87);
  add('holderName', 'C.1', readPerson(found.get('C.1')?.text ?? '', { surnameFirst: false }), 0.85);
  add('chassisNumber', 'E', /[A-HJ-NPR-Z0-9]{17}/u.exec(found.get('E')?.text ?? '')?.[0], 0.88);
  return out;
}
