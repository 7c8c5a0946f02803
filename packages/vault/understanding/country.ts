const signs: readonly (readonly [string, RegExp, number])[] = [
  ['IN', /\b(?:GSTIN|CGST|SGST|IGST|IFSC|Aadhaar|IRDAI?|PAN No|Pvt\.? ?Ltd|Lakhs?|Crores?|Nagar|Rupees)\b|₹|(?<![A-Za-z])Rs\.? ?\d|(?<![A-Za-z])Rs\.(?=\s*(?:$|\n| {2}|\)))|[\u0900-\u097f]{4,}|\bINR\b|\+91[ -]?\d|(?:रु|भारत)/giu, 2],
  ['IN', /\b(?:India|Bharat|Maharashtra|Karnataka|Tamil Nadu|Gujarat|Rajasthan|Uttar Pradesh|Kerala|Telangana|West Bengal|Punjab|Haryana|Delhi|Mumbai|Bengaluru|Bangalore|Chennai|Hyderabad|Kolkata|Pune|Ahmedabad|Jaipur|Lucknow|Madhya Pradesh|Bihar|Odisha|Assam|Goa|Andhra Pradesh)\b/gi, 1],
  ['US', /\b(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]),? \d{5}(?:-\d{4})?\b/g, 3],
  ['US', /\b(?:United States|USA|U\.S\.|IRS|Social Security|Zip Code|401\(k\)|Medicare|FICA)\b|(?<!\d)\(\d{3}\)[ -]?\d{3}-\d{4}|US\$|\bUSD\b/g, 2],
  ['US', /\b(?:Refills?|Copay|Medicaid|NPI|DEA|USCIS|Dept\. of Motor|County of|State of (?!Maharashtra|Kerala|Karnataka|Gujarat|Punjab|India)[A-Z][a-z]+)\b|Rx ?#/g, 2],
  ['US', /\b(?:California|Texas|Florida|Ohio|Illinois|Michigan|Pennsylvania|Arizona|Oregon|Colorado|Nevada|Massachusetts|New York|New Jersey|Minnesota|Wisconsin|Virginia|North Carolina|Tennessee|Missouri)\b/g, 1.5],
  ['US', /(?<![A-Z])\$ ?\d/g, 0.5],
  ['GB', /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|£ ?\d/g, 2],
  ['GB', /\b(?:United Kingdom|HMRC|HM Revenue|England|Scotland|Wales|London|NHS|National Insurance|DVLA|\+44)\b/g, 2],
  ['DE', /\b(?:Deutschland|GmbH|UStId|USt-IdNr|Finanzamt|Bundesrepublik|Handelsregister|HRB)\b|\bDE ?\d{3} ?\d{3} ?\d{3}\b|straße/g, 2],
  ['AT', /\bÖsterreich\b|\bATU\d{8}\b/g, 3],
  ['CH', /\b(?:Schweiz|Suisse|Svizzera|CHF)\b/g, 3],
  ['NL', /\b(?:Nederland|B\.V\.|KvK|BTW|Netherlands)\b|\bNL\d{9}B\d{2}\b|\b\d{4} [A-Z]{2}\b(?= )/g, 2],
  ['FR', /\b(?:France|SIRET|SARL|SIREN|RCS)\b/g, 2],
  ['ES', /\b(?:España|Spain|NIF|CIF|DNI)\b/g, 2],
  ['IT', /\b(?:Italia|Italy|S\.p\.A\.|S\.r\.l\.|Partita IVA)\b/g, 2],
  ['CA', /\b(?:Canada|Ontario|Québec|Quebec|Alberta|Nova Scotia|New Brunswick|British Columbia|Manitoba|Saskatchewan|Newfoundland|Prince Edward Island|HST|RRSP|TFSA|Toronto|Vancouver|Montr[ée]al|Ottawa|Calgary|Halifax)\b|\bCAD\b|\b[A-Z]\d[A-Z] \d[A-Z]\d\b/g, 3],
  ['AU', /\b(?:Australia|NSW|ABN)\b|\bAUD\b/g, 3],
  ['AE', /\b(?:UAE|U\.A\.E|Dubai|Abu Dhabi|Emirates|AED)\b/g, 3],
  ['SG', /\b(?:Singapore|SGD)\b/g, 3],
];
const byLanguage: Record<string, string> = { de: 'DE', nl: 'NL', fr: 'FR', es: 'ES', it: 'IT', hi: 'IN', mr: 'IN', ta: 'IN', te: 'IN', kn: 'IN', ml: 'IN', gu: 'IN', bn: 'IN', pa: 'IN', pl: 'PL', sv: 'SE', da: 'DK', pt: 'PT' };
const sampleLength = 12_000;

/** The country that a document seems to come from (ISO 3166-1 alpha-2), by its money, addresses, authorities and language; null when nothing tells. */
export function guessCountry(text: string, language: string | null): string | null {
  const sample = text.slice(0, sampleLength);
  const votes = new Map<string, number>();
  for (const [country, pattern, weight] of signs) {
    const n = Math.min(4, sample.match(pattern)?.length ?? 0);
    if (n > 0) votes.set(country, (votes.get(country) ?? 0) + n * weight);
  }
  const spoken = byLanguage[language ?? ''];
  if (spoken) votes.set(spoken, (votes.get(spoken) ?? 0) + 3);
  const [best, second] = [...votes].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= 1 && best[1] > (second?.[1] ?? 0) ? best[0] : null;
}
