import { repairTo } from './repair.ts';
import { aadhaarValid, gstinValid, ibanValid, ifscValid, indianLicenceValid, indianPlateValid, ninoValid, panValid, ssnValid, ukLicenceValid, vinChecked } from './checks.ts';

export type IdentifierKind =
  | 'aadhaar' | 'maskedAadhaar' | 'pan' | 'gstin' | 'ifsc' | 'iban' | 'vin' | 'indianPlate' | 'indianLicence' | 'ukLicence' | 'nino' | 'ssn' | 'euVat' | 'cin' | 'vid' | 'eStamp';
/** A number recognised by its own shape. `checked` when a check digit proves it. */
export type IdentifierHit = { kind: IdentifierKind; value: string; start: number; end: number; checked: boolean };

type Finder = { kind: IdentifierKind; pattern: RegExp; needs: RegExp; accept: (raw: string) => { value: string; checked: boolean } | null };

const compact = (raw: string) => raw.replace(/[\s-]/g, '').toUpperCase();

/** The first of some shapes that the number can be set right to, and that passes. */
function mended(raw: string, shapes: readonly string[], valid: (value: string) => boolean): string | null {
  for (const shape of shapes) {
    const value = repairTo(shape, raw);
    if (value !== null && valid(value)) return value;
  }
  return null;
}

const finders: Finder[] = [
  {
    kind: 'gstin', needs: /[A-Z0-9]{15}/, pattern: /(?<![A-Z0-9])[0-9OISZ]{2}[A-Z01258]{5}[0-9OISZB]{4}[A-Z0-9]{4}(?![A-Z0-9])/g,
    accept: (raw) => {
      const checked = mended(raw, ['99AAAAA9999AXAX'], gstinValid);
      return checked !== null ? { value: checked, checked: true } : /^\d{2}[A-Z]{5}\d{4}[A-Z][A-Z0-9]{3}$/.test(raw) ? { value: raw, checked: false } : null;
    },
  },
  {
    kind: 'pan', needs: /[A-Z]{3}/, pattern: /(?<![A-Z0-9])[A-Z0158]{5}[0-9OISB]{4}[A-Z015](?![A-Z0-9])/g,
    accept: (raw) => {
      const value = mended(raw, ['AAAAA9999A'], panValid);
      return value !== null && raw.slice(5, 9).replace(/\D/g, '').length >= 3 ? { value, checked: false } : null;
    },
  },
  {
    kind: 'aadhaar', needs: /\d{4}/, pattern: /(?<![A-Za-z\d-])[2-9SBZ][\dOISBZ]{3}[ -]?[\dOISBZ]{4}[ -]?[\dOISBZ]{4}(?![A-Za-z]| ?-?\d)/g,
    accept: (raw) => {
      const value = mended(compact(raw), ['999999999999'], aadhaarValid);
      return value !== null ? { value: value.replace(/(\d{4})(?=\d)/g, '$1 '), checked: true } : null;
    },
  },
  {
    kind: 'maskedAadhaar', needs: /[Xx*•]{4}/, pattern: /(?<![A-Za-z0-9])[Xx*•]{4}[ -]?[Xx*•]{4}[ -]?\d{4}(?!\d)/g,
    accept: (raw) => ({ value: `XXXX XXXX ${raw.slice(-4)}`, checked: false }),
  },
  {
    kind: 'vid', needs: /VID/, pattern: /(?<=VID ?:? ?)\d{4} ?\d{4} ?\d{4} ?\d{4}/g,
    accept: (raw) => ({ value: raw, checked: false }),
  },
  {
    kind: 'ifsc', needs: /[A-Z]{4}[0O]/, pattern: /(?<![A-Z0-9])[A-Z]{4}[0O][A-Z0-9]{6}(?![A-Z0-9])/g,
    accept: (raw) => {
      const value = `${raw.slice(0, 4)}0${raw.slice(5)}`;
      return ifscValid(value) && /\d/.test(raw.slice(5)) ? { value, checked: false } : null;
    },
  },
  {
    kind: 'iban', needs: /[A-Z]{2}\d{2}/, pattern: /(?<![A-Z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Z0-9])/g,
    accept: (raw) => {
      const parts = raw.split(' ');
      for (let n = parts.length; n > 0; n -= 1) {
        const value = parts.slice(0, n).join('');
        if (ibanValid(value)) return { value, checked: true };
      }
      return null;
    },
  },
  {
    kind: 'indianLicence', needs: /[A-Z]{2}[- ]?[\dOIQSBZ]{2}/, pattern: /(?<![A-Z0-9])[A-Z]{2}[- ]?[\dOIQSBZ]{2}[- /]?(?:[A-Z][- ]?)?(?:[1I]9|[2Z][0O])[\dOISBZ]{2}[- /]?[\dOISBZ]{7}(?!\d)/g,
    accept: (raw) => {
      if (indianLicenceValid(raw.replace(/\//g, ''))) return { value: raw, checked: false };
      // A letter read for a digit keeps its place between spaces and dashes.
      const value = mended(raw, [raw.replace(/[A-Za-z0-9]/g, '9').replace(/^99/, 'AA')], (text) => indianLicenceValid(text.replace(/\//g, '')));
      return value !== null ? { value, checked: false } : null;
    },
  },
  {
    kind: 'ukLicence', needs: /[\dOISBZ]{6}/, pattern: /(?<![A-Z0-9])[A-Z9]{5} ?[\dOISBZ]{6} ?[A-Z90158]{2}[A-Z0-9]{3}(?![A-Z0-9])/g,
    accept: (raw) => {
      const value = mended(raw.replace(/\s/g, ''), ['XXXXX999999AAXXX', 'XXXXX999999A9XXX'], ukLicenceValid);
      return value !== null ? { value, checked: false } : null;
    },
  },
  {
    kind: 'vin', needs: /[A-Z0-9]{17}/, pattern: /(?<![A-Z0-9])[A-HJ-NPR-Z0-9]{17}(?![A-Z0-9])/g,
    accept: (raw) => (/[A-Z]/.test(raw.slice(0, 3)) && (raw.match(/\d/g)?.length ?? 0) >= 4 && /[A-Z]/.test(raw.slice(3)) && /\d{3}$/.test(raw) ? { value: raw, checked: vinChecked(raw) } : null),
  },
  {
    kind: 'indianPlate', needs: /[A-Z]{2}/, pattern: /(?<![A-Z0-9])(?:[A-Z]{2}[- ]?\d{1,2}[- ]?[A-Z]{1,3}[- ]?\d{4}|[A-Z]{2}[- ]?[\dOISBZ]{2}[- ]?[A-Z]{1,2}[- ]?[\dOISBZ]{4}|\d{2} ?BH ?\d{4} ?[A-Z]{1,2})(?![A-Z0-9])/g,
    accept: (raw) => {
      const whole = compact(raw);
      const value = indianPlateValid(raw) ? whole : (whole.match(/\d/g)?.length ?? 0) >= 4 ? mended(whole, ['AA99AA9999', 'AA99A9999'], indianPlateValid) : null;
      return value !== null ? { value, checked: false } : null;
    },
  },
  {
    // Stamp paper of the Indian states (SHCIL): IN-KA, fourteen digits, a letter.
    kind: 'eStamp', needs: /IN-/, pattern: /(?<![A-Z0-9])IN-[A-Z]{2} ?\d{14}[A-Z](?![A-Z0-9])/g,
    accept: (raw) => ({ value: raw.replace(/\s/g, ''), checked: false }),
  },
  {
    kind: 'nino', needs: /[A-Z]{2} ?\d{2}/, pattern: /(?<![A-Z0-9])[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![A-Z0-9])/g,
    accept: (raw) => (ninoValid(raw) ? { value: raw, checked: false } : null),
  },
  {
    kind: 'ssn', needs: /\d{3}-\d{2}-/, pattern: /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g,
    accept: (raw) => (ssnValid(raw) ? { value: raw, checked: false } : null),
  },
  {
    kind: 'euVat', needs: /[A-Z]{2} ?\d/, pattern: /(?<![A-Z0-9])(?:DE ?\d{3} ?\d{3} ?\d{3}|NL ?\d{9} ?B\d{2}|FR ?[A-Z0-9]{2} ?\d{9}|ES ?[A-Z]\d{7}[A-Z0-9]|IT ?\d{11}|BE ?[01]\d{3}[. ]?\d{3}[. ]?\d{3}|ATU ?\d{8}|GB ?\d{3} ?\d{4} ?\d{2}|PL ?\d{10})(?![A-Z0-9])/g,
    accept: (raw) => ({ value: compact(raw), checked: false }),
  },
  {
    kind: 'cin', needs: /\d{5}[A-Z]{2}/, pattern: /(?<![A-Z0-9])[LU]\d{5}[A-Z]{2}\d{4}[A-Z]{3}\d{6}(?![A-Z0-9])/g,
    accept: (raw) => ({ value: raw, checked: false }),
  },
];

/** Numbers that their own shape gives away, in order of strength; a stretch of text is claimed once. */
export function findIdentifiers(text: string): IdentifierHit[] {
  if (!/\d/.test(text)) return [];
  const hits: IdentifierHit[] = [];
  for (const finder of finders) {
    if (!finder.needs.test(text)) continue;
    for (const match of text.matchAll(finder.pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (hits.some((hit) => start < hit.end && end > hit.start)) continue;
      const accepted = finder.accept(match[0]);
      if (accepted) hits.push({ kind: finder.kind, start, end, ...accepted });
    }
  }
  return hits;
}
