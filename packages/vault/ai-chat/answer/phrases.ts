import type { DocumentType } from '@docuvault/core/vocabulary.ts';

export type Language = 'en' | 'hi';

const labels: Record<string, readonly [string, string]> = {
  documentNumber: ['number', 'नंबर'], holderName: ['name', 'नाम'], issuer: ['issuer', 'जारीकर्ता'], issueDate: ['date of issue', 'जारी करने की तारीख'],
  expiryDate: ['expiry date', 'समाप्ति तिथि'], startDate: ['start date', 'आरंभ तिथि'], endDate: ['end date', 'अंतिम तिथि'], dueDate: ['due date', 'देय तिथि'],
  dateOfBirth: ['date of birth', 'जन्म तिथि'], totalAmount: ['total', 'कुल राशि'], rentAmount: ['rent', 'किराया'], depositAmount: ['deposit', 'जमा राशि'],
  sumInsured: ['sum insured', 'बीमा राशि'], premium: ['premium', 'प्रीमियम'], pan: ['PAN', 'पैन'], aadhaarNumber: ['Aadhaar number', 'आधार नंबर'], ifsc: ['IFSC', 'आईएफएससी'], iban: ['IBAN', 'आईबीएएन'],
};

/** A field's name in words: rentAmount is "rent amount". */
export const labelOf = (name: string, language: Language): string =>
  labels[name]?.[language === 'hi' ? 1 : 0] ?? name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

const typeNames: Partial<Record<DocumentType, readonly [string, string, string]>> = {
  national_id: ['identity card', 'identity cards', 'पहचान पत्र'], tax_id: ['tax card', 'tax cards', 'पैन/टैक्स कार्ड'], driving_licence: ['driving licence', 'driving licences', 'ड्राइविंग लाइसेंस'],
  insurance_policy: ['insurance policy', 'insurance policies', 'बीमा पॉलिसी'], utility_bill: ['bill', 'bills', 'बिल'], property_deed: ['property deed', 'property deeds', 'संपत्ति विलेख'],
  passport: ['passport', 'passports', 'पासपोर्ट'], lease: ['rental agreement', 'rental agreements', 'किराया अनुबंध'], invoice: ['invoice', 'invoices', 'चालान'], receipt: ['receipt', 'receipts', 'रसीद'],
  power_of_attorney: ['power of attorney', 'powers of attorney', 'मुख्तारनामा'], other: ['document', 'documents', 'दस्तावेज़'],
};

/** "2 passports", in Hindi without a plural. */
export const countOf = (count: number, type: DocumentType | null, marked: string, language: Language): string => {
  const [one, many, hindi] = typeNames[type ?? 'other'] ?? [type!.replaceAll('_', ' '), `${type!.replaceAll('_', ' ')}s`, type!.replaceAll('_', ' ')];
  if (language === 'hi') return `${String(count)} ${hindi}`;
  return `${String(count)} ${marked ? `${marked} ` : ''}${count === 1 ? one : many}`;
};

/** Sentences that are the same for everybody. */
export const said = {
  greeting: { en: 'Hello! Ask me about your documents: when something expires, what an invoice came to, what a contract says, how many bills you have.', hi: 'नमस्ते! अपने दस्तावेज़ों के बारे में पूछें: कुछ कब समाप्त होता है, किसी बिल की राशि, किसी अनुबंध में क्या लिखा है।' },
  thanks: { en: 'You are welcome.', hi: 'आपका स्वागत है।' },
  help: { en: 'I answer from the documents in your vault, and name the document, the page and the words that I answer from. I can look up dates, numbers and amounts, find clauses, count and add up, and tell what expires or is due next. What your vault does not hold, I say so.', hi: 'मैं आपके दस्तावेज़ों से उत्तर देता हूँ और दस्तावेज़, पृष्ठ तथा उद्धरण बताता हूँ। तारीख, नंबर, राशि, शर्तें, गिनती, जोड़ और समाप्ति तिथियाँ पूछ सकते हैं।' },
  noted: { en: 'Noted, for this conversation.', hi: 'इस बातचीत के लिए याद रखा।' },
  expiring: { en: 'I found no document in your vault that expires then.', hi: 'ऐसा कोई दस्तावेज़ नहीं मिला जो तब समाप्त होता हो।' },
  expired: { en: 'I found no document in your vault that has expired.', hi: 'कोई समाप्त हो चुका दस्तावेज़ नहीं मिला।' },
  due: { en: 'I found nothing in your vault that is due then.', hi: 'तब कुछ देय नहीं मिला।' },
  overdue: { en: 'I found nothing in your vault that is past its due date.', hi: 'देय तिथि के बाद का कुछ नहीं मिला।' },
  exists: { en: 'No, I found none in your vault.', hi: 'नहीं, आपके वॉल्ट में ऐसा कोई दस्तावेज़ नहीं मिला।' },
  count: { en: 'There are none in your vault that I could find.', hi: 'आपके वॉल्ट में ऐसा कोई दस्तावेज़ नहीं मिला।' },
  nothing: { en: 'I found nothing in your vault that answers this.', hi: 'आपके वॉल्ट में इसका उत्तर नहीं मिला।' },
  nearest: { en: 'The nearest that is there:', hi: 'इससे मिलते-जुलते दस्तावेज़:' },
  nearestLine: { en: 'I am not sure; the nearest line that I found:', hi: 'मुझे पक्का नहीं; सबसे निकट की पंक्ति:' },
  nearestLines: { en: 'I am not sure which of these answers it; the nearest lines that I found:', hi: 'मुझे पक्का नहीं कि इनमें से कौन-सी उत्तर है; सबसे निकट की पंक्तियाँ:' },
  empty: { en: 'There are no documents in your vault yet that I could answer from.', hi: 'आपके वॉल्ट में अभी कोई दस्तावेज़ नहीं है जिससे उत्तर दिया जा सके।' },
} as const satisfies Record<string, Record<Language, string>>;
