import { findAmounts } from '../../understanding/amounts/find-amounts.ts';
import { findDates, findMonths } from '../../understanding/dates/find-dates.ts';
import { findDuration } from '../../understanding/dates/durations.ts';

/** What the answer has to be, by the question's first words. */
export type AnswerKind = 'size' | 'date' | 'deadline' | 'time' | 'duration' | 'amount' | 'percent' | 'number' | 'quantity' | 'code' | 'phone' | 'name' | 'place' | 'finding' | 'frequency' | null;

const lead = '^(?:(?:and|so|but|ok|okay|then|also|in|at|from|to),? )*';
const asksPlace = new RegExp(`${lead}where\\b|\\b(?:in|at|from|to) (?:which|what) (?:hospital|city|town|place|village|country|clinic|station|airport|venue|office|branch|school)\\b`);
const asksPhone = /\b(?:phone|telephone|mobile|cell|helpline|hotline|toll[ -]?free|fax)(?: \w+)? (?:number|no)\b|\b(?:who|whom|where|number)\b.{0,40}\b(?:call|ring|phone|dial|telephone)\b(?!ed| bill)|\bhow (?:do|can|could) (?:i|we) (?:call|ring|phone)\b|\b(?:his|her|their) number\b/;

/** The kind of value that a question wants, or null where any clause will do. */
export const wantedKind = (folded: string): AnswerKind => {
  if (asksPhone.test(folded)) return 'phone';
  if (/^(?:and )?who\b|\b(?:which|what) (?:doctor|physician|surgeon|dentist|nurse|teacher|tutor|agent|lawyer|solicitor|attorney|advocate|notary|mechanic|plumber|electrician|contractor|technician|consultant|\p{L}+(?:ologist|apist|ician))\b/u.test(folded)) return 'name';
  if (asksPlace.test(folded)) return 'place';
  if (/\bwhat time\b|\bat what time\b/.test(folded)) return 'time';
  if (/\bhow often\b|\bhow frequently\b|\bhow many times\b/.test(folded)) return 'frequency';
  if (/\bhow (?:high|large|big|much) (?:is|was|are|were|will) (?:\w+ ){0,3}?(?:be )?(?:\w+ ){0,2}?(?:deposit|rent|refund|premium|sum|loan|fine|fee|salary|balance|excess|limit|cover|bonus|pension|bill|tax|amount|payment|credit|instal?ment|emi)\b|\bup to (?:what|which) (?:sum|amount|limit)\b|\b(?:which|what) (?:sum|limit|refund)\b/.test(folded)) return 'amount';
  if (/\bhow (?:big|large|tall|heavy|wide|deep|far|spacious)\b|\bwhat size\b|\b(?:floor |built-?up |carpet |plot |living )area\b/.test(folded)) return 'size';
  if (/\bhow long\b|\bhow many (?:\w+ )?(?:days?|months?|years?|weeks?|hours?)\b|\b(?:notice|waiting|lock-in|lock in|grace|cooling|free look|probation|warranty|return) period\b|\btenure\b/.test(folded)) return 'duration';
  if (/\b(?:what|which)(?:'?s| is| are| was)\b.{0,40}\b(?:(?<!dress |tax )code|pin|password|passcode|vin|iban|bic|ifsc|gstin|cin|imei|serial|plate|(?:member|customer|user|login|employee|student|patient) id)\b/.test(folded)) return 'code';
  if (/\b(?:what|which) (?:\w+ )?reference\b/.test(folded)) return 'code';
  if (/\bpercent|\bpercentage|\brate of (?:interest|tax|vat|gst)\b|\b(?:interest|tax|vat|gst) rate\b/.test(folded)) return 'percent';
  if (/\bhow much (?:(?:is|was) (?:the |my |our )?)?(?:\w+ )?(?:notice|time|warning|leave|holiday|vacation)\b/.test(folded)) return 'duration';
  if (/\bhow much (?:\w+ )?(?:baggage|luggage|weight|electricity|water|gas|power|energy|data|space|area|land|medicine|sugar)\b(?! (?:tax|bill|charges?|costs?|fees?|insurance|premium|rent|duty|rates?))/.test(folded)) return 'quantity';
  if (/\bhow much\b|\b(?:what|how much)(?:'s| is| was| are| were) (?:(?!number|date|name|type|kind|period|account|policy|company)[\p{L}'-]+ ){0,4}?(?:rent|deposit|premium|salary|fine|penalty|price|cost|fees?|amount|limit|charges?|balance|instal?ment|emi|repayment|refund|total|excess|deductible|sum insured|sum assured|bill|pay|wages?|pension|bonus|discount|interest paid|tax paid|profit|loss|income|loan|subtotal|fare)(?= (?!number|date|account|period|policy|certificate|company|agreement|id)|\s*[?.!]*$)/u.test(folded)) return 'amount';
  if (/\b(?:what|which) (?:deposit|rent|fee|price|premium|salary|fine|amount|discount|tax|bonus)\b/.test(folded)) return 'amount';
  if (/\bhow many\b/.test(folded)) return 'number';
  if (/\b(?:by|until|till) when\b|\bhow (?:soon|quickly|fast|late)\b|\bdeadline\b/.test(folded)) return 'deadline';
  if (/\bwhen\b|\bwhat date\b|\bwhich (?:date|day)\b/.test(folded)) return 'date';
  if (/^(?:and )?who\b|\bwhose\b|\bwhom\b|\bname of\b/.test(folded)) return 'name';
  return null;
};

/** A day without its year: "June 1", "ab dem 3. August", "bis 30.11.". */
const dayOfYear = /\b\d{1,2}(?:\.|st|nd|rd|th|er)? (?:of )?(?:jan|feb|f[eé]v|mar\b|march|m[aä]rz|mars|apr|avr|ma[iy]\b|mei\b|jun|jui|jul|aug|ao[uû]t|sep|o[ck]t|nov|de[cz])|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]* \d{1,2}(?:st|nd|rd|th)?\b|\b\d{1,2}\.\d{1,2}\.(?!\d)/i;

/** True when the text holds a value of the kind. */
export const holds = (text: string, kind: Exclude<AnswerKind, null>): boolean => {
  switch (kind) {
    case 'date': return findDates(text).length > 0 || dayOfYear.test(text) || /\d{1,2} ?(?:जनवरी|फरवरी|फ़रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|सितम्बर|अक्टूबर|अक्तूबर|नवंबर|नवम्बर|दिसंबर|दिसम्बर)/.test(text) || findMonths(text).length > 0 || /\b\d{1,2}[ -](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ ,-]{1,2}\d{2,4}\b/i.test(text) || /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b\d{1,2}[./]20\d{2}\b|\b\d{1,2}(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\d{2,4}\b|\b(?:in|since|from|by|until|till|year) (?:the year )?(?:19|20)\d{2}\b/i.test(text);
    case 'deadline': return holds(text, 'date') || holds(text, 'duration') || holds(text, 'time');
    case 'time': return /\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} ?[ap]\.?m\b/i.test(text);
    case 'size': return /\d[\d.,]* ?(?:sq|square|m2|m²|qm\b|acres?|hectares?|ares?\b|cents?\b|guntas?|bigha|sft|ft\b|feet|foot|cm|mm|km|miles?|inch|kg|g\b|lbs?\b|litres?|liters?|gb|tb|tonnes?)/i.test(text);
    case 'duration': return findDuration(text.replace(/(?<=\d |\) |\p{L} )(?:consecutive|continuous|clear|full|working|business|successive) /giu, '')) !== null || /\b\d+ ?(?:hours?|hrs?|nights?|minutes?)\b|\b(?:one|two|three|six) ?(?:hours?|nights?)\b|\d ?\p{L}*(?:tage|days|dagen|jours|d[ií]as|wochen|monate)\b/iu.test(text);
    case 'amount': return findAmounts(text).some((hit) => hit.currency !== null || hit.exact) || /\d ?%/.test(text);
    case 'frequency': return /\b(?:daily|weekly|monthly|yearly|annually|quarterly|once|twice|thrice|times|every|per (?:day|week|month|year)|alternate|hourly|bd|tds|od)\b|\b\d-\d-\d\b|\bcada\b|\btäglich\b/i.test(text);
    case 'percent': return /\d ?(?:%|per ?cent)/i.test(text);
    case 'number': return /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/i.test(text);
    case 'quantity': return /\d[\d.,]* ?(?:kwh|units?\b|m3|m³|cbm|ccf|therms?|gallons?|gal\b|lit(?:re|er)s?\b|l\b|kg|g\b|lbs?\b|gb|mb|tb|mg|ml|mcg|pieces?|bags?|sq|m2|m²|acres?)|\b(?:units|kwh|consumption|usage|verbrauch)\b.{0,30}\d/i.test(text);
    case 'code': return /(?<![\p{L}\d])(?=[\p{L}/.-]*\d)[\p{L}\d][\p{L}\d/.-]{2,}/u.test(withoutValues(text));
    case 'phone': return /(?<![\p{L}\d/])\+?\(?\d[\d ()/.-]{6,}\d(?!\d)/u.test(withoutValues(text)) || /\b(?:dial|call|ring|phone|tel|helpline|text)\b\D{0,12}\b\d{3,6}\b|\b\d{3,6}\b \p{L}* ?(?:dial|call)/iu.test(text);
    case 'place': return /\p{L}{3}/u.test(withoutValues(text)) && (/\b(?:in|at|to|from|near|by|on|outside|inside|behind|opposite|zu|à|en|bei|im|am) (?:the |a |der |dem |la |le )?\p{L}{3}/iu.test(text) || /(?<=\S .*)\p{Lu}\p{L}{2}|^\p{Lu}[\p{L} .'-]+$|[\u0900-\u097f]{3}/u.test(withoutValues(text)));
    case 'finding': return /\p{L}{4}/u.test(text) && !/[$£€₹]|\b(?:rs|inr|eur|usd|gbp)\b/i.test(text);
    case 'name': return /\p{Lu}\p{L}+\.? \p{Lu}\p{L}+|\S \p{Lu}\p{L}{3,}|\b(?:Mr|Mrs|Ms|Dr|Miss)\b|[\u0900-\u097f]{3}/u.test(text) || /\b(?:owner|tenant|landlord|lessor|lessee|company|employer|employee|insurer|buyer|seller|borrower|bank|client|contractor|consultant|customer)\b/i.test(text);
  }
};

const bareAmount = /(?<![\d/.-])\d{1,3}(?:[.,' ]\d{2,3})*[.,]\d{2}(?![\d/])|(?<![\d/-])\d{1,3}(?:,\d{2,3})+(?!\d)|(?:^|: ?)\d{2,7}$/;

/** A sum told by what it is a multiple of: "two months’ rent". */
const inPay = /\b(?:\d{1,2}|one|two|three|four|six) (?:months?|weeks?|days?)['’]? (?:rent|salary|wages?|pay|fees?|premium)\b/i;

const withoutDates = (text: string): string => findDates(text).reduceRight((left, hit) => left.slice(0, hit.start) + left.slice(hit.end), text);

/** A text without its days, times and sums: what is left may be a number that names something, or a place. */
const withoutValues = (text: string): string =>
  withoutDates(text).replace(/\b\d{1,2}[:.]\d{2}(?: ?[ap]\.?m)?\b|\b\d{1,2} ?[ap]\.?m\b|[$£€₹] ?\d[\d,.']*|\b(?:rs|inr|eur|usd|gbp)\.? ?\d[\d,.']*|\d[\d,.']* ?(?:[€%]|eur\b|euros?\b|(?:years?|months?|weeks?|days?|hours?|minutes?|nights?)\b)/gi, ' ');

/** How far the text holds a value of the kind: 1 it does; 0.5 something near, such as a length of time for "when"; 0 it does not. */
export const kindFit = (text: string, kind: Exclude<AnswerKind, null>, form: boolean): number => {
  if (kind === 'amount' && /\d ?%/.test(text) && !findAmounts(text).some((hit) => hit.currency !== null || hit.exact)) return form && bareAmount.test(withoutDates(text)) ? 1 : 0.6;
  if (holds(text, kind) || (kind === 'amount' && inPay.test(text))) return 1;
  if (kind === 'date') return holds(text, 'duration') || holds(text, 'time') ? 0.5 : 0;
  if (kind === 'duration') return holds(text, 'date') ? 0.5 : 0;
  return kind === 'amount' && form && bareAmount.test(withoutDates(text)) ? 1 : 0;
};
