import type { Category, DocumentType } from '@docuvault/core/vocabulary.ts';
import type { Reading } from './reading.ts';
import { phraseIndex, type PhraseIndex } from './text/phrases.ts';

const byType: Record<Exclude<DocumentType, 'other'>, Category> = {
  passport: 'identity', national_id: 'identity', tax_id: 'identity', driving_licence: 'identity', visa: 'travel', birth_certificate: 'identity',
  marriage_certificate: 'personal', insurance_policy: 'insurance', medical_report: 'medical', prescription: 'medical', vaccination_record: 'medical',
  invoice: 'bills', receipt: 'bills', utility_bill: 'bills', bank_statement: 'financial', payslip: 'employment', tax_return: 'tax',
  loan_agreement: 'financial', lease: 'property', property_deed: 'property', contract: 'legal', will: 'legal', power_of_attorney: 'legal',
  degree_certificate: 'education', vehicle_registration: 'vehicle', warranty: 'warranty', travel_itinerary: 'travel',
};

const topics: Partial<Record<Category, string>> = {
  identity: 'caste certificate; domicile certificate; proof of address; police clearance; citizenship; naturalization; ration card; character certificate; death certificate; income certificate',
  insurance: 'insurance claim; claim form; claim number; claim no; insurer; premium; policyholder; policy number; sum insured; coverage; insurance company; policy; surveyor',
  medical: 'patient; hospital; clinic; doctor; diagnosis; treatment; surgery; medication; symptoms; appointment; physiotherapy; diet chart; blood pressure; health; therapy; dentist; dental; tooth; teeth; filling; crown; hygienist; referral; health plan; deductible; mammogram; ultrasound; x-ray; optician; vaccine; vet; veterinary; nurse; explanation of benefits; arzt; krankenkasse; medecin; medico; paciente',
  financial: 'mutual fund; investment; portfolio; fixed deposit; shares; demat; nav; folio; bank; interest; credit score; credit report; cibil; dividend; pension; pension pot; retirement; provident fund; account; cheque; budget; balance; savings; contributions; fund; loan',
  tax: 'income tax; tax; gst; vat; hmrc; irs; finanzamt; assessment year; tds; taxpayer; assessing officer; notice under section; steuer',
  property: 'property; society; maintenance; apartment; housing society; plot; landlord; mortgage; building; real estate; house plan; home inspection; valuation report; survey report; square feet; flat; allotment; roof; roofing; shingles; gutters; boiler; heating; radiators; plumbing; tenant; rent; neighbour; wohnung; hausordnung; mieter; eigentumer',
  legal: 'court; plaintiff; defendant; advocate; legal notice; affidavit; petition; hereby; notary; solicitor; judgment; summons; plaintiff; undersigned; statutory declaration; whereas',
  education: 'school; university; college; admission; student; course; syllabus; examination; semester; scholarship; principal; teacher; class; fees structure; academic; hall ticket; admit card; homework; lecture; pupils; pupil; headteacher; head teacher; primary school; classroom; parents and carers; residential; camp; camper; report card; semester; schule; schuler; lehrer; elternabend; kita; ecole; eleve; escuela; colegio; alumno; grade; term',
  employment: 'experience certificate; relieving letter; experience letter; employer; employee; appraisal; resignation; curriculum vitae; resume; work experience; professional experience; offer; salary; increment; designation; skills; hr; human resources; lebenslauf; promotion; job; career; references available; key skills; career objective; employment; berufserfahrung',
  vehicle: 'vehicle; car; service history; odometer; engine; mileage; tyre; mot; puc; pollution under control; parking; garage; traffic; challan; fastag; motor; driver; permit; parking permit; resident permit; fuel; registration number; fahrzeug; kfz',
  travel: 'flight; hotel; trip; travel; itinerary; passport; airport; tour; booking; journey; luggage; visa; sightseeing; bahncard; bahn; rail; railcard; train; seats; passengers; cruise; camping; reise; voyage; viaje',
  bills: 'quotation; estimate; purchase order; delivery note; delivery challan; bill; payment; total; price; order; amount due; proforma; offer price; unit price; quantity',
  warranty: 'warranty; guarantee; repair; user manual; owner manual; instruction manual; serial number; appliance; troubleshooting; product registration',
  personal: 'love; family; birthday; wedding; friend; mother; father; hello; recipe; diary; letter; grandma; holiday; shopping list; to do list; invitation; celebrate; christmas; liebe; grusse; cher; querida; best wishes; ingredients; memo; garden; bulbs; club; hobby',
};

/** What any letter says, a bank's as well as a friend's: it makes a paper personal where nothing else is told. */
const letterWords = 'dear; regards; sincerely; yours; thank you; hope; faithfully';
const letterWeight = 0.35;

let index: PhraseIndex<Category> | null = null;

/** The category that a type belongs to; employment contracts count as employment, tax letters of authorities as tax. */
export function categoryOf(type: DocumentType, reading: Reading): Category {
  if (type === 'contract') {
    return /employment (?:agreement|contract)|contract of employment|offer of employment|letter of appointment|appointment letter|offer letter|arbeitsvertrag|arbeidsovereenkomst|contrat de travail|contrato de trabajo|contratto di lavoro|नियुक्ति पत्र/i.test(reading.text.slice(0, 3000)) ? 'employment' : 'legal';
  }
  if (type === 'tax_id') return reading.identifiers.some(({ kind }) => kind === 'pan') && reading.lines.length < 30 && !/gst|goods and services/i.test(reading.text) ? 'identity' : 'tax';
  return type === 'other' ? topicOf(reading) : byType[type];
}

/** The topic of a document without a type, where enough words speak for one; letters and notes are personal. */
function topicOf(reading: Reading): Category {
  index ??= phraseIndex([...Object.entries(topics), ['personal', letterWords] as const].flatMap(([category, list]) => list.split(';').map((phrase) => [phrase.trim(), category as Category] as const)));
  const words = reading.lines.reduce((sum, line) => sum + line.tokens.length, 0);
  const seen = new Map<Category, Map<string, number>>();
  reading.lines.forEach((line, at) => {
    for (const hit of index?.find(line.tokens, line.ocr) ?? []) {
      const phrase = line.text.slice(hit.start, hit.end).toLowerCase();
      const weight = (letterWords.split('; ').includes(phrase) ? letterWeight : 1) * (at < 5 ? 1.6 : 1) * (1 + 0.6 * (hit.to - hit.from - 1));
      for (const category of hit.values) {
        const phrases = seen.get(category) ?? new Map<string, number>();
        phrases.set(phrase, Math.max(phrases.get(phrase) ?? 0, weight));
        seen.set(category, phrases);
      }
    }
  });
  const ranked = [...seen].map(([category, phrases]) => [category, [...phrases.values()].reduce((a, b) => a + b, 0)] as const).sort((a, b) => b[1] - a[1]);
  const [first, second] = ranked;
  const personal = ranked.find(([category]) => category === 'personal')?.[1] ?? 0;
  const need = Math.max(2.2, Math.sqrt(words / 60));
  if (first && first[1] >= need && first[1] >= 1.25 * (second?.[1] ?? 0)) return first[0];
  return personal >= 2 && words < 700 ? 'personal' : 'other';
}
