import { stemmer } from 'stemmer';

/** Spellings and short forms that mean the same word on household papers; the value is what is indexed. */
const spellings = new Map(
  Object.entries({
    licence: 'license', licences: 'license', licenced: 'license', cheque: 'check', cheques: 'check', colour: 'color', centre: 'center',
    organisation: 'organization', programme: 'program', jewellery: 'jewelry', tyre: 'tire', tyres: 'tire', aluminium: 'aluminum',
    adhar: 'aadhaar', aadhar: 'aadhaar', adhaar: 'aadhaar', aadhaar: 'aadhaar', adharcard: 'aadhaar', aadharcard: 'aadhaar', aadhaarcard: 'aadhaar',
    pancard: 'pan', licens: 'license', liscence: 'license', lisence: 'license', xray: 'xray', covid19: 'covid',
    doctor: 'doctor', dr: 'doctor', rs: 'inr', rupees: 'inr', rupee: 'inr', dob: 'dob', mri: 'mri', bday: 'birthday',
    fridge: 'refrigerator', telly: 'television', tv: 'television', ac: 'ac', mum: 'mother', mom: 'mother', mummy: 'mother', mama: 'mother',
    dad: 'father', papa: 'father', daddy: 'father', hubby: 'husband', flat: 'apartment', flats: 'apartment', auto: 'auto',
    paediatric: 'pediatric', paediatrician: 'pediatrician', anaemia: 'anemia', haemoglobin: 'hemoglobin', haemogram: 'hemogram', oesophagus: 'esophagus',
    gynaecology: 'gynecology', orthopaedic: 'orthopedic', orthopaedics: 'orthopedic', immunisation: 'immunization', immunised: 'immunized',
    kms: 'km', paid: 'pay', bought: 'buy', sold: 'sell', taught: 'teach', wed: 'marry', wedding: 'wedding', children: 'child', kids: 'kid', men: 'man', women: 'woman',
    teeth: 'tooth', feet: 'foot', lives: 'life', wives: 'wife', taxes: 'tax', fees: 'fee', dues: 'due', owed: 'owe', owing: 'owe', lent: 'lend', insured: 'insurance', insurer: 'insurance',
    insure: 'insurance', insuring: 'insurance', assurance: 'insurance', assured: 'insurance',
  }),
);

const remembered = 50_000;

/** A stemmer that remembers what it has stemmed, for one batch of texts or one search. */
export const createStemmer = () => {
  const known = new Map<string, string>();
  return (word: string): string => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const spelled = spellings.get(word) ?? word;
    const stem = /^[a-z]{3,30}$/.test(spelled) ? stemmer(spelled) : spelled;
    if (known.size < remembered) known.set(word, stem);
    return stem;
  };
};

/** The stem under which a folded word is indexed: Porter's for words of Latin letters, the word itself otherwise. */
export type Stem = (word: string) => string;
