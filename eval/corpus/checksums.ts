/** Check digits of the papers' numbers, so that fictitious numbers pass the checks real ones pass. */

const dihedral = [
  '0123456789', '1234067895', '2340178956', '3401289567', '4012395678',
  '5987604321', '6598710432', '7659821043', '8765932104', '9876543210',
];
const permutation = [
  '0123456789', '1576283094', '5803796142', '8916043527', '9453126870', '4286573901', '2793806415', '7046913258',
];
const inverse = '0432156789';

/** Eleven digits with their Verhoeff digit appended (Aadhaar's check), grouped in fours. */
export function aadhaar(eleven: string): string {
  let check = 0;
  [...eleven].reverse().forEach((digit, index) => {
    check = Number(dihedral[check]![Number(permutation[(index + 1) % 8]![Number(digit)])]);
  });
  return (eleven + inverse[check]!).replace(/(.{4})(?=.)/g, '$1 ');
}

const mrzValue = (char: string): number =>
  char === '<' ? 0 : /\d/.test(char) ? Number(char) : char.charCodeAt(0) - 55;

/** ICAO 9303 check digit: weights 7, 3, 1. */
export function mrzCheck(text: string): string {
  let sum = 0;
  [...text].forEach((char, index) => { sum += mrzValue(char) * [7, 3, 1][index % 3]!; });
  return String(sum % 10);
}

const fill = (text: string, length: number): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '<').slice(0, length).padEnd(length, '<');
const yymmdd = (iso: string): string => iso.slice(2).replaceAll('-', '');

export type Mrz = {
  readonly kind: string; readonly state: string; readonly surname: string; readonly given: string;
  readonly number: string; readonly nationality: string; readonly birth: string; readonly sex: 'M' | 'F'; readonly expiry: string;
  readonly optional?: string;
};

/** The two lines of 44 of a passport (TD3). */
export function mrzPassport(m: Mrz): [string, string] {
  const number = fill(m.number, 9);
  const optional = fill(m.optional ?? '', 14);
  const core = number + mrzCheck(number);
  const birth = yymmdd(m.birth) + mrzCheck(yymmdd(m.birth));
  const expiry = yymmdd(m.expiry) + mrzCheck(yymmdd(m.expiry));
  const optionalCheck = m.optional ? mrzCheck(optional) : '<';
  const all = mrzCheck(core + birth + expiry + optional + (optionalCheck === '<' ? '0' : optionalCheck));
  return [
    fill(`${m.kind.padEnd(2, '<')}${m.state}${m.surname.replaceAll(' ', '<')}<<${m.given.replaceAll(' ', '<')}`, 44),
    `${core}${m.nationality}${birth}${m.sex}${expiry}${optional}${optionalCheck}${all}`,
  ];
}

/** The two lines of 44 of a visa (MRV-A); its second line has no overall check digit. */
export function mrzVisa(m: Mrz): [string, string] {
  const number = fill(m.number, 9);
  return [
    fill(`${m.kind.padEnd(2, '<')}${m.state}${m.surname.replaceAll(' ', '<')}<<${m.given.replaceAll(' ', '<')}`, 44),
    fill(`${number}${mrzCheck(number)}${m.nationality}${yymmdd(m.birth)}${mrzCheck(yymmdd(m.birth))}${m.sex}${yymmdd(m.expiry)}${mrzCheck(yymmdd(m.expiry))}`, 44),
  ];
}

/** Fourteen characters (state, PAN, entity, Z) with the GSTIN's check character (Luhn mod 36). */
export function gstin(fourteen: string): string {
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  let sum = 0;
  [...fourteen].forEach((char, index) => {
    const product = alphabet.indexOf(char) * (index % 2 === 0 ? 1 : 2);
    sum += Math.floor(product / 36) + (product % 36);
  });
  return fourteen + alphabet[(36 - (sum % 36)) % 36]!;
}

/** An IBAN with its mod-97 check digits, grouped in fours. */
export function iban(country: string, account: string): string {
  const digits = (account + country + '00').replace(/[A-Z]/g, (char) => String(char.charCodeAt(0) - 55));
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return (country + String(98 - rest).padStart(2, '0') + account).replace(/(.{4})(?=.)/g, '$1 ');
}

/** Fourteen digits with the Luhn digit (IMEI); fifteen or sixteen give card numbers. */
export function luhn(body: string): string {
  let sum = 0;
  [...body].reverse().forEach((char, index) => {
    const doubled = Number(char) * (index % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  });
  return body + String((10 - (sum % 10)) % 10);
}
