import type { FoundNoun } from './document-nouns.ts';

export type IntentKind = 'greeting' | 'thanks' | 'help' | 'order' | 'count' | 'sum' | 'average' | 'most' | 'least' | 'list' | 'expiring' | 'expired' | 'due' | 'overdue' | 'exists' | 'ask';

/** What is to be done. `words` are the question's words that say so and are not looked for in documents; `next` asks for the first only. */
export type Intent = { kind: IntentKind; words: ReadonlySet<string>; next: boolean };

const made = (kind: IntentKind, words = '', next = false): Intent => ({ kind, words: new Set(words.split(' ').filter(Boolean)), next });
const papers = /\b(?:documents?|papers?|files?|docs)\b/;
const moneyTypes = new Set(['invoice', 'receipt', 'utility_bill', 'payslip', 'insurance_policy', 'lease', 'loan_agreement', 'travel_itinerary', 'bank_statement', 'tax_return']);

/** Tells questions about the whole vault (counts, sums, lists, what expires) from those that one document answers. `folded` is in lower case. */
export const readIntent = (folded: string, nouns: readonly FoundNoun[], hasCategory: boolean, glossed = false): Intent => {
  const text = folded.trim().replace(/[\s.!?]+$/, '');
  if (/^(?:hi|hello|hey|hiya|namaste|good (?:morning|afternoon|evening)|greetings|hello ai|hi there|hello there|hey there|test|ping|yo|howdy)\b(?:[\s,!.]+(?:ai|there|docuvault|vault|bot|assistant|all|team|everyone|world|how are you|how are you doing))*$/.test(text)) return made('greeting');
  if (/^(?:thanks|thank you|thx|ty|great|cool|perfect|nice|bye|goodbye|ok|okay|got it|awesome)\b[\s\p{P}]*(?:a lot|so much|very much|you|bye|thanks|thank you|that helps|that's all)?$/u.test(text)) return made('thanks');
  if (/^(?:help|what can you do|who are you|what are you|how (?:do|does|can) (?:you|this) (?:work|help)(?: me)?|what can i ask(?: you)?|how can you help(?: me)?)$/.test(text)) return made('help');

  if (isOrder(text)) return made('order');

  const plural = nouns.some((noun) => noun.plural) || papers.test(text);
  const money = nouns.some((noun) => noun.types.some((type) => moneyTypes.has(type)));
  const subject = nouns.length > 0 || papers.test(text) || hasCategory;
  const expiry = /\bexpir|\brenewals?\b|\bup for renewal\b|\bruns? out\b|\brunning out\b|\blaps(?:e|es|ing)\b|\bneeds? (?:to be )?renew/.test(text);
  const wholeVault = /^(?:and )?(?:what|which|anything|is anything|does anything|show|list|tell me what|are any|is any|do any|does any|has any|have any|what's|whats|any)\b/.test(text);

  if (/\bhow many\b|\bnumber of (?:my |the |our )?\w*s\b|\bcount (?:of|my|the|all)\b|^count\b|\btotal number of\b/.test(text) && (subject ? /\b(?:how many|number of|count)\b(?: \w+){0,4}? (?:documents?|papers?|files?|docs)\b/.test(text) || nouns.some((noun) => (noun.plural || glossed) && countsIt(text)) : false)) {
    return made('count', 'many number count total altogether');
  }
  if (/\boverdue\b|\bpast due\b|\bunpaid\b|\bmissed (?:payment|bill)/.test(text) && (wholeVault || subject) && !/\bcharge|\bfee\b|\binterest\b|\bpenalt/.test(text)) return made('overdue', 'overdue past due unpaid missed outstanding payment payments');
  if (/\bdue\b|\bto pay next\b/.test(text) && /\bnext\b|\bsoon\b|\bupcoming\b|\bthis (?:week|month)\b|\bnext (?:week|month)\b|\bwhat(?:'s| is| are)? due\b|\b(?:bills|payments|invoices) .*due\b/.test(text) && !/^when (?:is|was) (?:my|the) \w+ \w+ due$/.test(text) && !/\bdue for renewal\b/.test(text)) {
    return made('due', 'due next soon upcoming pay payment payments coming', /\bnext\b(?! (?:week|month|year|\d))/.test(text) && !/\bbills\b|\binvoices\b/.test(text));
  }
  if (/\balready expired\b|\b(?:have|has|is|are|which|what) .{0,40}\bexpired\b/.test(text) && !/^when\b/.test(text) && (plural || wholeVault)) return made('expired', 'expired already any expire');
  if (expiry && !/^when (?:does|do|is|will|did)\b(?!.*\bnext\b)/.test(text) && (/\bnext\b|\bsoon(?:est)?\b|\bfirst\b|\bupcoming\b/.test(text) || (wholeVault && (plural || nouns.length === 0 || /^(?:which|any|is any|are any|does any)\b/.test(text)) && !/\bdate\b/.test(text)))) {
    return made('expiring', 'expire expires expiring expiry expiration renew renewal renewals renewed next soon soonest first upcoming due run runs running out lapse up needs need', /\bnext\b(?! (?:\d|week|month|year|few|two|three|six|ninety|thirty|sixty|quarter))|\bfirst\b|\bsoonest\b/.test(text) && !plural);
  }
  if (/\baverage\b|\bon average\b|\bmean (?:amount|bill)/.test(text) && (money || /\bspend|\bpay\b/.test(text))) return made('average', 'average amount spend spent pay paid typical monthly total mean');
  if (/\b(?:highest|largest|biggest|maximum|most expensive|costliest|priciest)\b/.test(text) && (money || /\bexpense|\bpurchase|\bspending|\bof (?:them|these|those)\b/.test(text))) return made('most', 'highest largest biggest maximum most expensive costliest priciest amount total expense purchase cost costs value net gross');
  if (/\b(?:lowest|smallest|cheapest|minimum|least expensive)\b/.test(text) && (money || /\bexpense|\bpurchase|\bof (?:them|these|those)\b/.test(text))) return made('least', 'lowest smallest cheapest minimum least expensive amount total expense purchase cost value');
  if (isSum(text, plural && money)) return made('sum', 'total sum altogether spend spent spending combined amount amounts add added up overall pay paid much cost costs money in all expenses expense expenditure together adds worth value bills combined');
  if (/^(?:do|does|did|have|has|is there|are there|got|can you find|any)\b/.test(text) && /\b(?:have|has|got|there|find|any|own|exist|stored|saved|uploaded)\b/.test(text) && nouns.length > 0 && !/\bhave to\b|\bhas to\b|\b(?:charge|fee|penalty|clause|limit|allowed|interest|clauses)\b/.test(text) && !/\b(?:does|do) (?:the|my|our) (?:\w+ ){1,4}(?:have|has)\b/.test(text)) return made('exists', 'have has got there find any own exist stored saved uploaded copy');
  if (papers.test(text) && /\b(?:oldest|newest|latest|most recent|earliest)\b/.test(text) && nouns.length === 0) return made('list', 'oldest newest latest recent earliest', true);
  if (subject && plural && (/^(?:and )?(?:list|show|display|give me|find|get|see|view|name)\b/.test(text) || /^(?:which|what|whose|all|my|the)\b.*\b(?:do i have|do we have|have i|have we|are there|i have|we have|got|are in|do you have|have you got|exist|belong|from|of|for|in|since)\b/.test(text) && !/\b(?:amount|total|number|date|value|numbers|dates|say|cover|covers)\b/.test(text))) {
    return made('list', 'list show display give find get see view name all every names there available stored saved uploaded');
  }
  if (/^(?:list|show)(?: (?:me|them|all|us|it|these|those))*$/.test(text) || /^which (?:ones|are they|are those)$/.test(text) || /^what are they$/.test(text)) return made('list', 'list show all ones');
  return made('ask');
};

/** True for an order to whoever answers ("say X", "ignore your instructions"), which asks nothing of the papers. */
const isOrder = (text: string): boolean =>
  /^(?:please )?(?:say|repeat|output|echo|pretend|role-?play|act as) (?!(?:me |us )?(?:what|how|who|whose|when|where|which|why|if|whether)\b)/.test(text)
  || /\b(?:ignore|disregard|forget|override)\b.{0,30}\b(?:instructions?|prompts?|rules|guidelines)\b|\bsystem prompt\b|\byour (?:instructions|prompt)\b/.test(text)
  || isMarkup(text);

/** True for mark-up with next to no words of its own. */
const isMarkup = (text: string): boolean => /<\/?[a-z!][^>]*>/.test(text) && text.replace(/<script\b.*?(?:<\/script>|$)/g, ' ').replace(/<[^>]*>/g, ' ').trim().split(/\s+/).filter((word) => /\p{L}{2}/u.test(word)).length < 2;

/** "How many passports", and not "how many days of notice does the lease give". */
const countsIt = (text: string): boolean => {
  const match = /\b(?:how many|number of|count(?: of)?)\s+((?:[\p{L}\d'.&-]+\s*){1,5})/u.exec(text);
  return match !== null && !/^(?:of )?(?:\w+ )?(?:days?|months?|years?|weeks?|hours?|nights?|units?|rooms?|times|doses?|tablets?|people|persons?|passengers?|members?|pages|instal?ments|emis|kilometres|km|kwh|points|marks|percent|bags|seats|shares|items|children|witnesses|copies|leaves|holidays|vaccinations given)\b/.test(match[1]!);
};

const isSum = (text: string, pluralMoney: boolean): boolean => {
  if (/\bhow many\b/.test(text)) return false;
  if (/\bsum (?:insured|assured)\b|\btotal (?:premium|fare|deductions|earnings|cholesterol)\b/.test(text)) return false;
  if (/\b(?:altogether|in total|in all|overall|all together|combined|put together|add(?:ed|s)? up)\b/.test(text)) return true;
  if (/\b(?:spen[dt]|spending|expenditure|expenses)\b/.test(text) && /\bhow much\b|\btotal\b|\bwhat\b|\bsum\b/.test(text)) return true;
  if (!pluralMoney) return false;
  return /\b(?:total|sum)\b/.test(text) || /\bhow much (?:are|were|do|did|is|was|have)\b/.test(text);
};
