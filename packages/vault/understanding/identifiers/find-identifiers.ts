import { aadhaarValid, gstinValid, ibanValid, ifscValid, indianLicenceValid, indianPlateValid, ninoValid, panValid, ssnValid, ukLicenceValid, vinChecked } from './checks.ts';

export type IdentifierKind =
  | 'aadhaar' | 'maskedAadhaar' | 'pan' | 'gstin' | 'ifsc' | 'iban' | 'vin' | 'indianPlate' | 'indianLicence' | 'ukLicence' | 'nino' | 'ssn' | 'euVat' | 'cin' | 'vid';
/** A number recognised by its own shape. `checked` when a check digit proves it. */
export type IdentifierHit = { kind: IdentifierKind; value: string; start: number; end: number; checked: boolean };

type Finder = { kind: IdentifierKind; pattern: RegExp; needs: RegExp; accept: (raw: string) => { value: string; checked: boolean } | null };

const compact = (raw: string) => raw.replace(/[\s-]/g, '').toUpperCase();

function repairPan(raw: string): string {
  const letters = (text: string) => text.replace(/0/g, 'O').replace(/1/g, 'I').replace(/5/g, 'S').replace(/8/g, 'B');
  const digits = (text: string) => text.replace(/O/g, '0').replace(/I/g, '1').replace(/S/g, '5').replace(/B/g, '8');
  return letters(raw.slice(0, 5)) + digits(raw.slice(5, 9)) + letters(raw.slice(9));
}

const finders: Finder[] = [
  {
    kind: 'gstin', needs: /\d[A-Z]{5}/, pattern: /(?<![A-Z0-9])\d{2}[A-Z]{5}\d{4}[A-Z][A-Z0-9]{3}(?![A-Z0-9])/g,
    accept: (raw) => ({ value: raw, checked: gstinValid(raw) }),
  },
  {
    kind: 'pan', needs: /[A-Z]{3}/, pattern: /(?<![A-Z0-9])[A-Z0158]{5}[0-9OISB]{4}[A-Z015](?![A-Z0-9])/g,
    accept: (raw) => {
      const value = repairPan(raw);
      const digits = raw.slice(5, 9).replace(/\D/g, '').length;
      return digits >= 3 && /^[A-Z]{3,}/.test(raw.replace(/[0158]/g, (d) => (d === '0' ? 'O' : 'I'))) && panValid(value) ? { value, checked: false } : null;
    },
  },
  {
    kind: 'aadhaar', needs: /\d{4}/, pattern: /(?<![\d-])[2-9]\d{3}[ -]?\d{4}[ -]?\d{4}(?![ -]?\d)/g,
    accept: (raw) => (aadhaarValid(raw) ? { value: compact(raw).replace(/(\d{4})(?=\d)/g, '$1 '), checked: true } : null),
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
    kind: 'indianLicence', needs: /[A-Z]{2}[- ]?\d{2}/, pattern: /(?<![A-Z0-9])[A-Z]{2}[- ]?\d{2}[- /]?(?:[A-Z][- ]?)?(?:19|20)\d{2}[- /]?\d{7}(?!\d)/g,
    accept: (raw) => (indianLicenceValid(raw.replace(/\//g, '')) ? { value: raw, checked: false } : null),
  },
  {
    kind: 'ukLicence', needs: /\d{6}/, pattern: /(?<![A-Z0-9])[A-Z9]{5} ?\d{6} ?[A-Z9]{2}[A-Z0-9]{3}(?![A-Z0-9])/g,
    accept: (raw) => (ukLicenceValid(raw) ? { value: raw.replace(/\s/g, ''), checked: false } : null),
  },
  {
    kind: 'vin', needs: /[A-Z0-9]{17}/, pattern: /(?<![A-Z0-9])[A-HJ-NPR-Z0-9]{17}(?![A-Z0-9])/g,
    accept: (raw) => (/[A-Z]/.test(raw.slice(0, 3)) && (raw.match(/\d/g)?.length ?? 0) >= 4 && /[A-Z]/.test(raw.slice(3)) && /\d{3}$/.test(raw) ? { value: raw, checked: vinChecked(raw) } : null),
  },
  {
    kind: 'indianPlate', needs: /[A-Z]{2}/, pattern: /(?<![A-Z0-9])(?:[A-Z]{2}[- ]?\d{1,2}[- ]?[A-Z]{1,3}[- ]?\d{4}|\d{2} ?BH ?\d{4} ?[A-Z]{1,2})(?![A-Z0-9])/g,
    accept: (raw) => (indianPlateValid(raw) ? { value: compact(raw), checked: false } : null),
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
