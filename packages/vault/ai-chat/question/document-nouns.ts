import type { Category, DocumentType } from '@docuvault/core/vocabulary.ts';
import { stemOf, type Word } from './words.ts';

/**
 * What a question calls a document. `types` are the kinds meant, the likeliest first; `marks` are stems of which the
 * document must show one (a car insurance is an insurance that speaks of a car); `soft` nouns only hint at where to look.
 */
export type DocumentNoun = { words: string[]; types: DocumentType[]; category?: Category; marks?: string[]; soft?: boolean; /** A soft noun that is another name for the paper: "the flight". */ names?: boolean };

const motor = 'car|motor|vehicle|automobile|auto|private car|four wheeler';
const twoWheeler = 'bike|scooter|motorcycle|two wheeler|2 wheeler|two-wheeler';
const power = 'electricity|power|electric|energy|light|current';

/** `name|name = type,type [marks]`, one a line; a trailing `~` makes the noun soft, `~~` soft and another name for the paper. */
const lines = `
passport = passport
aadhaar card|aadhaar|aadhar card|aadhar|adhaar|national id card|national id|national identity card|identity card|id card|voter id|voter card|emirates id|residence card = national_id
pan card|pan|permanent account number|tax id|tax card|tin card = tax_id
driving licence|driving license|driver licence|driver license|drivers licence|drivers license|dl|licence|license|photocard = driving_licence
visa|residence permit|residency permit|green card|permanent resident card|work permit|oci card|brp = visa,national_id
birth certificate = birth_certificate
marriage certificate|wedding certificate = marriage_certificate
health insurance policy|health insurance|medical insurance|mediclaim policy|mediclaim|health policy|medical policy|health cover|family floater = insurance_policy [health mediclaim medical hospital hospitalisation kranken zorgverzekering sante salud]
life insurance policy|life insurance|term insurance|term life insurance|term plan|life policy|life cover|endowment policy = insurance_policy [life term-life endowment jeevan]
${motor.split('|').flatMap((m) => [`${m} insurance policy`, `${m} insurance`, `${m} policy`]).join('|')} = insurance_policy [car motor vehicle idv chassis kfz auto kraftfahrt]
${twoWheeler.split('|').flatMap((m) => [`${m} insurance`, `${m} policy`]).join('|')} = insurance_policy [bike scooter motorcycle wheeler]
home insurance policy|home insurance|house insurance|household insurance|property insurance|contents insurance|building insurance|home policy = insurance_policy [home house household building content hogar hausrat wohngebaude woonhuis inboedel opstal habitation property dwelling]
travel insurance policy|travel insurance|travel policy|trip insurance = insurance_policy [travel trip journey overseas]
pet insurance = insurance_policy [pet dog cat]
insurance policy|insurance certificate|insurance cover|insurance|policy|policy schedule|policies = insurance_policy
medical report|lab report|laboratory report|blood test|blood report|blood work|test report|pathology report|diagnostic report|health report|health check|checkup|check-up|test result|lab result|lab test|scan report|mri report|x-ray report|discharge summary|medical test = medical_report
prescription = prescription
vaccination record|vaccine record|vaccination card|vaccination certificate|vaccine certificate|immunisation record|immunization record|immunisation card|vaccination|vaccine card = vaccination_record
proforma invoice|tax invoice|invoice = invoice,receipt,utility_bill
${power.split('|').flatMap((m) => [`${m} bill`, `${m} invoice`]).join('|')} = utility_bill,invoice [electricity power energy electric strom bescom]
water bill|water charges bill = utility_bill,invoice [water wasser jal sewage]
gas bill|cooking gas bill = utility_bill,invoice [gas]
broadband bill|internet bill|wifi bill|wi-fi bill|fibre bill|fiber bill|internet invoice|broadband invoice = utility_bill,invoice [broadband internet fibre fiber fibernet wifi dsl]
phone bill|mobile bill|telephone bill|cell phone bill|postpaid bill|phone invoice = utility_bill,invoice [phone mobile telephone postpaid airtel jio vodafone cell]
hotel bill|hotel receipt|hotel invoice = receipt,invoice [hotel resort stay guest room inn]
restaurant bill|restaurant receipt = receipt,invoice [restaurant cafe food table kitchen]
utility bill = utility_bill
bill = utility_bill,invoice,receipt
receipt|cash memo|till slip = receipt,invoice
bank statement|account statement|statement of account|credit card statement|statement = bank_statement
payslip|pay slip|salary slip|pay stub|paystub|wage slip|payroll slip|salary statement|payslips = payslip
income tax return|tax return|itr|form 16|p60|tax assessment = tax_return
home loan agreement|home loan|housing loan|mortgage = loan_agreement [home house housing mortgage property flat]
car loan|vehicle loan|auto loan = loan_agreement [car vehicle auto motor]
personal loan = loan_agreement [personal]
education loan|student loan = loan_agreement [education student study]
gold loan = loan_agreement [gold]
loan agreement|loan sanction letter|sanction letter|loan = loan_agreement
rental agreement|rent agreement|rental contract|rent contract|lease agreement|lease deed|lease contract|tenancy agreement|leave and licence agreement|leave and license agreement|flat agreement|house agreement|apartment agreement|lease|tenancy = lease
sale deed|property deed|title deed|deed of sale|conveyance deed|gift deed|deed|property papers = property_deed
employment contract|job contract|offer letter|appointment letter|employment agreement|work contract|job offer = contract [employment employer employee appointment offer salary designation]
service agreement|consulting agreement|freelance contract = contract [service consult freelance]
contract|agreement = contract,lease,loan_agreement
last will|will and testament|testament|will = will
power of attorney|poa = power_of_attorney
degree certificate|degree|diploma|graduation certificate|university certificate|marksheet|mark sheet|transcript = degree_certificate
registration certificate|vehicle registration|car registration|registration book|rc book|rc = vehicle_registration
warranty card|warranty certificate|warranty|guarantee card|guarantee = warranty
flight ticket|air ticket|plane ticket|boarding pass|e-ticket|flight booking = travel_itinerary [flight airline boarding air departure]
train ticket|rail ticket = travel_itinerary [train rail railway irctc]
hotel booking|hotel reservation = travel_itinerary,receipt [hotel resort stay]
travel itinerary|itinerary|travel booking|ticket|booking confirmation|booking|reservation = travel_itinerary
drive|driving = driving_licence ~
married|wedding|marry = marriage_certificate ~~
tenancy flat|rented flat|rented house|rented = lease ~~
tenant|landlord|landlady|lessor|rent|notice period|lock-in|lock in|security deposit = lease ~
premium|sum insured|sum assured|coverage|insured|claim|nominee|deductible|idv|no claim bonus = insurance_policy ~
emi|sanctioned|prepayment = loan_agreement ~
job|work|company = payslip,contract ~~
salary|net pay|gross pay|take home|take-home|employer|provident fund|pf|pay = payslip ~
flight|fly|trip|travel|airline = travel_itinerary ~~
pnr = travel_itinerary ~
vaccine|vaccinated|jab|immunised = vaccination_record ~~
car|vehicle = vehicle_registration,insurance_policy ~~
bike|scooter|motorcycle|moped|truck|tractor = vehicle_registration,insurance_policy ~
registered = vehicle_registration,birth_certificate ~
chassis|engine number|registration number|number plate = vehicle_registration ~
cholesterol|hba1c|haemoglobin|sugar level|test = medical_report ~
medicine|tablet|prescribed = prescription ~~
dose|dosage = prescription ~
closing balance|opening balance|account balance|ifsc = bank_statement ~
study|studied|graduate|graduated = degree_certificate ~~
flat|apartment|house|property = lease,property_deed ~~
account = bank_statement ~~
university|cgpa = degree_certificate ~
electricity = utility_bill ~~
bank account = bank_statement ~~
executor|bequeath = will ~
`;

const singular = (key: string): string => key.replace(/ies$/, 'y').replace(/([^s])s$/, '$1');

type Entry = DocumentNoun & { keys: string[] };

const read = (): Entry[] => {
  const nouns: Entry[] = [];
  for (const line of lines.trim().split('\n')) {
    const [names = '', rest = ''] = line.split(' = ');
    const soft = rest.endsWith('~');
    const types = rest.replace(/\[.*$|~+$/g, '').trim().split(',') as DocumentType[];
    const marks = /\[(.*)\]/.exec(rest)?.[1]?.split(' ').map((mark) => stemOf(mark));
    for (const name of names.split('|')) nouns.push({ words: name.split(/[ -]/).map(stemOf), keys: name.split(/[ -]/).map(singular), types, ...(marks ? { marks } : {}), ...(soft ? { soft } : {}), ...(rest.endsWith('~~') ? { names: true } : {}) });
  }
  return nouns.sort((a, b) => b.words.length - a.words.length);
};
const nouns = read();

export type FoundNoun = DocumentNoun & { from: number; to: number; plural: boolean };

const pluralKey = /(?:ies|[^su]s)$/;
/** "will" is a paper only with an article or a possessive before it, or as a last will; "policy" and "test" are always. */
const standsAsNoun = (words: readonly Word[], at: number, noun: DocumentNoun): boolean => {
  if (noun.words.length === 1 && /^licen/.test(noun.words[0]!) && /^(?:fee|fees|charge|agreement)$/.test(words[at + 1]?.key ?? '')) return false;
  if (noun.words.length > 1 || !['will', 'pan', 'rc', 'dl', 'fly'].includes(noun.words[0]!)) return true;
  const word = words[at]!;
  if (word.key === 'will') return /^(?:a|my|the|his|her|our|their|father|mother|s|last|that|dad|mum|husband|wife|any|whose)$/.test(words[at - 1]?.key ?? '') && !/^(?:i|we|you|be|it|the|my|he|she|they)$/.test(words[at + 1]?.key ?? '');
  return true;
};

/** The documents that the words name, the longest names first; words of one name are not used for another. */
export const findNouns = (words: readonly Word[]): FoundNoun[] => {
  const taken = new Set<number>();
  const found: FoundNoun[] = [];
  for (const noun of nouns) {
    for (let at = 0; at + noun.words.length <= words.length; at += 1) {
      if (!noun.keys.every((key, i) => singular(words[at + i]!.key) === key && !taken.has(at + i)) || !standsAsNoun(words, at, noun)) continue;
      noun.words.forEach((_, i) => taken.add(at + i));
      found.push({ ...noun, from: at, to: at + noun.words.length, plural: pluralKey.test(words[at + noun.words.length - 1]!.key) && !noun.soft });
    }
  }
  return found.sort((a, b) => a.from - b.from);
};

const categoryWords: Record<string, Category> = {
  identity: 'identity', insurance: 'insurance', medical: 'medical', health: 'medical', financial: 'financial', finance: 'financial', tax: 'tax', property: 'property',
  legal: 'legal', education: 'education', educational: 'education', school: 'education', employment: 'employment', vehicle: 'vehicle', travel: 'travel', personal: 'personal',
};

/** "medical documents", "tax papers": the category that such words name. */
export const findCategory = (text: string): { category: Category; word: string } | null => {
  const match = /\b([a-z]+)(?:-related)? (?:documents?|papers?|files?|records?|docs?|paperwork)\b/i.exec(text);
  const category = match && categoryWords[match[1]!.toLowerCase()];
  return match && category ? { category, word: match[1]!.toLowerCase() } : null;
};
