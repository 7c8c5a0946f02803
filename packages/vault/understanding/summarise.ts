import type { ExtractedField } from '@docuvault/core/understanding.ts';
import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import { maskIdentityNumbersInText, isIdentityField } from './identifiers/mask.ts';
import type { Reading } from './reading.ts';
import { plain } from './text/fold.ts';
import { sentencesOf } from './text/sentences.ts';
import { kindOf } from './title.ts';
import { commonWords } from './lexicons/common-words.ts';

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const prose: ReadonlySet<DocumentType> = new Set(['lease', 'loan_agreement', 'property_deed', 'contract', 'will', 'power_of_attorney', 'medical_report', 'other']);
const maxSentences = 120;

function spoken(iso: string | undefined): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso ?? '');
  return match ? `${String(Number(match[3]))} ${months[Number(match[2]) - 1] ?? ''} ${match[1] ?? ''}` : null;
}

function grouped(value: string, currency: string | undefined): string {
  const [whole = '0', part = '00'] = value.split('.');
  const digits = whole.replace('-', '');
  const western = digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const indian = digits.length > 3 ? `${digits.slice(0, -3).replace(/\B(?=(\d{2})+(?!\d))/g, ',')},${digits.slice(-3)}` : digits;
  return `${whole.startsWith('-') ? '-' : ''}${currency === 'INR' ? indian : western}.${part}`;
}

const amountNames: Partial<Record<DocumentType, string>> = {
  payslip: 'net pay', bank_statement: 'closing balance', lease: 'rent', loan_agreement: 'loan amount', insurance_policy: 'premium', tax_return: 'amount', contract: 'amount', property_deed: 'consideration',
};

/** One sentence made of the type and its fields: "Invoice INV/2023/03/0008 from Azure Interior, dated 20 March 2023, due 4 April 2023, total USD 279.84." */
function factLine(type: DocumentType, fields: readonly ExtractedField[], reading: Reading): string | null {
  const get = (name: string) => fields.find((field) => field.name === name)?.value;
  const kind = kindOf(type, reading);
  const parts: string[] = [];
  const number = get('documentNumber');
  let subject = kind.charAt(0).toUpperCase() + kind.slice(1);
  if (number && !isIdentityField('documentNumber', type) && type !== 'bank_statement') subject += ` ${number}`;
  const holder = get('holderName');
  const issuer = get('issuer');
  if (['invoice', 'receipt', 'utility_bill', 'bank_statement', 'payslip'].includes(type)) {
    if (issuer) subject += ` from ${issuer}`;
    if (holder) subject += ` for ${holder}`;
  } else if (['lease', 'contract', 'loan_agreement', 'property_deed'].includes(type)) {
    if (issuer && holder) subject += ` between ${issuer} and ${holder}`;
    else if (holder ?? issuer) subject += ` with ${holder ?? issuer ?? ''}`;
  } else {
    if (holder) subject += ` of ${holder}`;
    if (issuer) subject += `, issued by ${issuer}`;
  }
  parts.push(subject);
  const birth = spoken(get('dateOfBirth'));
  const issued = spoken(get('issueDate'));
  const start = spoken(get('startDate'));
  const end = spoken(get('endDate'));
  const expiry = spoken(get('expiryDate'));
  const due = spoken(get('dueDate'));
  if (birth) parts.push(`born ${birth}`);
  if (issued) parts.push(`dated ${issued}`);
  if (start && end) parts.push(`from ${start} to ${end}`);
  else if (start) parts.push(`from ${start}`);
  else if (end && end !== expiry) parts.push(`until ${end}`);
  if (expiry && expiry !== end) parts.push(`valid until ${expiry}`);
  if (due) parts.push(`due ${due}`);
  const total = get('totalAmount');
  if (total) parts.push(`${amountNames[type] ?? 'total'} ${[get('currency'), grouped(total, get('currency'))].filter(Boolean).join(' ')}`);
  return parts.length > 1 || subject !== kind ? `${parts.join(', ')}.`.replace(/\.\.$/, '.') : null;
}

function contentWords(sentence: string): Set<string> {
  return new Set((sentence.match(/\p{L}[\p{L}\p{M}]{3,}/gu) ?? []).map(plain).filter((word) => !commonWords.has(word)));
}

/** The most central sentences by shared words (TextRank with ten rounds, Mihalcea and Tarau 2004), in the order of the text. */
export function centralSentences(text: string, count: number): string[] {
  const sentences = sentencesOf(text).filter((sentence) => sentence.length >= 35 && sentence.length <= 420 && (sentence.match(/\p{L}/gu)?.length ?? 0) > sentence.length * 0.55).slice(0, maxSentences);
  if (sentences.length <= count) return sentences;
  const words = sentences.map(contentWords);
  const weights = words.map((a, i) => words.map((b, j) => {
    if (i === j || a.size < 2 || b.size < 2) return 0;
    let shared = 0;
    for (const word of a) if (b.has(word)) shared += 1;
    return shared / (Math.log(a.size + 1) + Math.log(b.size + 1));
  }));
  const sums = weights.map((row) => row.reduce((a, b) => a + b, 0));
  let rank = sentences.map(() => 1);
  for (let round = 0; round < 10; round += 1) {
    rank = rank.map((_, i) => 0.15 + 0.85 * rank.reduce((total, other, j) => total + ((sums[j] ?? 0) > 0 ? ((weights[j]?.[i] ?? 0) / (sums[j] ?? 1)) * other : 0), 0));
  }
  return rank.map((score, i) => ({ i, score: score * (i === 0 ? 1.25 : i < 4 ? 1.08 : 1) })).sort((a, b) => b.score - a.score).slice(0, count).sort((a, b) => a.i - b.i).map(({ i }) => sentences[i] ?? '');
}

/** Two to four sentences: the facts first, then what is central in prose; identity numbers masked. */
export function summarise(type: DocumentType, fields: readonly ExtractedField[], reading: Reading): string {
  const facts = type === 'other' ? null : factLine(type, fields, reading);
  const diagnosis = fields.find(({ name }) => name === 'diagnosis')?.value;
  const lines = [facts, diagnosis ? `Diagnosis: ${diagnosis.replace(/\.$/, '')}.` : null].filter((line): line is string => line !== null);
  if (prose.has(type) || lines.length === 0) {
    const body = reading.lines.slice(0, 500).filter((line) => line.cells.length <= 2 && line.tokens.length >= 4).map((line) => line.text.trim()).join(' ').slice(0, 30_000);
    lines.push(...centralSentences(body, lines.length > 0 ? 2 : 3));
  }
  if (lines.length === 0) {
    const start = reading.lines.slice(0, 4).map((line) => line.text.trim().replace(/\s+/g, ' ')).join(' · ').slice(0, 280);
    if (start) lines.push(start);
  }
  const secret = fields.filter(({ name }) => isIdentityField(name, type)).map(({ value }) => value);
  return maskIdentityNumbersInText(lines.join(' '), secret).replace(/\s+/g, ' ').trim().slice(0, 900);
}
