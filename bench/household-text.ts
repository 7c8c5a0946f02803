import { createRandom } from './random.ts';

const onsets = ['b', 'br', 'c', 'ch', 'd', 'dr', 'f', 'g', 'gr', 'h', 'j', 'k', 'l', 'm', 'n', 'p', 'pl', 'r', 's', 'st', 't', 'tr', 'v', 'w'];
const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou'];
const codas = ['', 'n', 'r', 's', 't', 'l', 'm', 'nd', 'st', 'ck'];
const everyday = ['the', 'of', 'and', 'to', 'in', 'for', 'policy', 'amount', 'date', 'total', 'number', 'account', 'address', 'name', 'period', 'payment', 'customer', 'service', 'bank', 'insurance', 'premium', 'invoice', 'tax', 'rent', 'agreement', 'holder', 'issued', 'valid', 'until', 'electricity', 'meter', 'doctor', 'patient', 'report', 'salary', 'employer', 'vehicle', 'registration', 'passport', 'loan'];

const makeVocabulary = (size: number): string[] => {
  const random = createRandom(7);
  const pick = (list: string[]) => list[Math.floor(random() * list.length)]!;
  const words = new Set(everyday);
  while (words.size < size) {
    let word = '';
    for (let syllable = 0; syllable < 2 + Math.floor(random() * 2); syllable++) word += pick(onsets) + pick(vowels) + pick(codas);
    words.add(word);
  }
  return [...words];
};

/** 20,000 words, used with the frequencies of natural language (Zipf, exponent 1). */
export const vocabulary = makeVocabulary(20_000);
const harmonic = Math.log(vocabulary.length);

/** A word drawn by Zipf's law from a uniform number. */
export const zipfWord = (uniform: number): string => vocabulary[Math.min(vocabulary.length - 1, Math.floor(Math.exp(uniform * harmonic)) - 1)]!;

/** The lines of one synthetic household paper of about 260 words; `marker` is a word that only this paper has. */
export const paperLines = (number: number): { lines: string[]; marker: string } => {
  const random = createRandom(number + 1000);
  const marker = `ref${number.toString(36)}x${Math.floor(random() * 1e6).toString(36)}`;
  const kinds = ['Invoice', 'Insurance policy', 'Electricity bill', 'Bank statement', 'Lease agreement', 'Medical report', 'Payslip', 'Warranty'];
  const lines = [
    `${kinds[number % kinds.length]!} ${zipfWord(random()).toUpperCase()} LTD`,
    `Reference ${marker}   Number ${100000 + number}   Date ${String(1 + (number % 28)).padStart(2, '0')}/0${1 + (number % 9)}/202${number % 6}`,
  ];
  for (let line = 0; line < 26; line++) {
    lines.push(Array.from({ length: 10 }, () => zipfWord(random())).join(' '));
  }
  lines.push(`Total amount: Rs. ${(1000 + (number * 37) % 90000).toLocaleString('en-IN')}.00`);
  return { lines, marker };
};
