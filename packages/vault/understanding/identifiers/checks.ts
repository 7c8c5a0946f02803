import { verhoeffValid } from './verhoeff.ts';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Aadhaar: twelve digits, the first 2-9, Verhoeff check digit (UIDAI). */
export function aadhaarValid(value: string): boolean {
  const digits = value.replace(/[\s-]/g, '');
  return /^[2-9]\d{11}$/.test(digits) && verhoeffValid(digits);
}

/** PAN: five letters, the fourth of which is the kind of holder, four digits, a letter. Its check letter is not public. */
export function panValid(value: string): boolean {
  return /^[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]$/.test(value);
}

/** GSTIN: state code, PAN, entity, Z, check character (mod 36 with alternating factors, GSTN). */
export function gstinValid(value: string): boolean {
  if (!/^(?:0[1-9]|[1-3]\d|9[79])[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[\dA-Z]$/.test(value)) return false;
  let sum = 0;
  for (let i = 0; i < 14; i += 1) {
    const product = alphabet.indexOf(value.charAt(i)) * (i % 2 === 0 ? 1 : 2);
    sum += Math.floor(product / 36) + (product % 36);
  }
  return alphabet[(36 - (sum % 36)) % 36] === value[14];
}

/** IFSC: four letters, a zero, six letters or digits (RBI). */
export function ifscValid(value: string): boolean {
  return /^[A-Z]{4}0[A-Z0-9]{6}$/.test(value);
}

/** IBAN: ISO 13616, remainder 1 modulo 97. */
export function ibanValid(value: string): boolean {
  const compact = value.replace(/\s/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(compact)) return false;
  let rest = 0;
  for (const char of compact.slice(4) + compact.slice(0, 4)) {
    rest = Number(`${String(rest)}${/\d/.test(char) ? char : String(char.charCodeAt(0) - 55)}`) % 97;
  }
  return rest === 1;
}

const vinValues: Record<string, number> = {
  A: 1, B: 2, C: 3, D: 4, E: 5, F: 6, G: 7, H: 8, J: 1, K: 2, L: 3, M: 4, N: 5, P: 7, R: 9, S: 2, T: 3, U: 4, V: 5, W: 6, X: 7, Y: 8, Z: 9,
};

/** True when the ninth character of a VIN is its check digit (49 CFR 565): always in North America, by chance elsewhere. */
export function vinChecked(value: string): boolean {
  const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
  if (!/^[A-HJ-NPR-Z0-9]{17}$/.test(value)) return false;
  const sum = [...value].reduce((total, char, i) => total + (vinValues[char] ?? Number(char)) * (weights[i] ?? 0), 0);
  return value[8] === (sum % 11 === 10 ? 'X' : String(sum % 11));
}

const states = 'AN|AP|AR|AS|BR|CG|CH|DD|DL|DN|GA|GJ|HP|HR|JH|JK|KA|KL|LA|LD|MH|ML|MN|MP|MZ|NL|OD|OR|PB|PY|RJ|SK|TG|TN|TR|TS|UA|UK|UP|WB';
const indianPlate = new RegExp(`^(?:(?:${states})\\d{1,2}[A-Z]{0,3}\\d{3,4}|\\d{2}BH\\d{4}[A-Z]{1,2})$`);

/** Indian registration mark, spaces and hyphens left out: MH12AB1234, DL3CAB1234, 22BH1234A. */
export function indianPlateValid(value: string): boolean {
  return indianPlate.test(value.replace(/[\s-]/g, '').toUpperCase());
}

/** Indian driving licence, spaces and hyphens left out: state, office, year, seven digits. */
export function indianLicenceValid(value: string): boolean {
  return new RegExp(`^(?:${states})\\d{2}(?:19|20)\\d{2}\\d{7}$`).test(value.replace(/[\s-]/g, '').toUpperCase())
    || new RegExp(`^(?:${states})\\d{2}[A-Z]?\\d{11}$`).test(value.replace(/[\s-]/g, '').toUpperCase());
}

/** UK photocard licence number: five of the surname, six of the birth date, initials, two, check letters (DVLA). */
export function ukLicenceValid(value: string): boolean {
  return /^[A-Z9]{5}\d[0156]\d[0-3]\d{2}[A-Z9]{2}[A-Z0-9]{3}$/.test(value.replace(/\s/g, '').slice(0, 16));
}

/** UK National Insurance number (HMRC NIM39110); the sample prefix QQ is let through. */
export function ninoValid(value: string): boolean {
  return /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PQR-TW-Z][A-CEGHJ-NPQR-TW-Z]\d{6}[A-D]$/.test(value.replace(/[\s-]/g, '').toUpperCase());
}

/** US social security number: no area 000, 666 or 9xx, no group 00, no serial 0000 (SSA). */
export function ssnValid(value: string): boolean {
  return /^(?!000|666|9\d\d)\d{3}[- ](?!00)\d{2}[- ](?!0000)\d{4}$/.test(value);
}
