import type { Expect } from '../scoring/answers.ts';
import type { DocumentTruth } from './truth.ts';

/** A document to cite, and words that stand on the page to cite; without words any page of it will do. */
export type Cite = readonly [id: string, words?: string];

export type World = { readonly today: string; readonly documents: readonly DocumentTruth[] };

export type Turn = {
  readonly ask: string;
  /** Null where the vault does not hold the answer: to be refused. */
  readonly expect: Expect | null | ((world: World) => { expect: Expect; cite: readonly Cite[] });
  readonly cite?: readonly Cite[];
  readonly mode?: 'one' | 'each' | 'most';
};

/** One conversation; its turns share a conversationId, so that a follow-up can lean on what went before. */
export type Conversation = { readonly id: string; readonly heldOut?: boolean; readonly turns: readonly Turn[] };

const text = (...forms: string[]): Expect => ({ text: forms });
const one = (id: string, ask: string, expect: Turn['expect'], cite?: readonly Cite[], more: Partial<Turn> & { heldOut?: boolean } = {}): Conversation => {
  const { heldOut, ...turn } = more;
  return { id, ...(heldOut ? { heldOut } : {}), turns: [{ ask, expect, ...(cite ? { cite } : {}), ...turn }] };
};

/** The document of a type whose last day comes next. */
function nextToExpire(world: World, type: DocumentTruth['type']): { expect: Expect; cite: readonly Cite[] } {
  const last = (document: DocumentTruth): string => [document.fields.expiryDate ?? document.fields.endDate ?? ''].flat()[0]!;
  const next = world.documents.filter((document) => document.type === type && last(document) > world.today).sort((a, b) => last(a).localeCompare(last(b)))[0];
  if (!next) throw new Error(`Every ${type} of the corpus has expired on ${world.today}`);
  return { expect: { date: last(next) }, cite: [[next.id]] };
}

const refused: Conversation[] = [
  one('no-norway', 'What is the number of my Norwegian residence permit?', null),
  one('no-priya-passport', 'When does Priya’s passport expire?', null),
  one('no-gas', 'How much was our gas bill in March 2025?', null),
  one('no-scooter', 'What is the registration number of our scooter?', null),
  one('no-power-2021', 'How much did we spend on electricity in 2021?', null),
  one('no-suresh-life', 'What is the sum assured on Suresh’s life insurance?', null),
  one('no-blood-group', 'What is Kabir’s blood group?', null),
  one('no-pilot', 'When does my pilot licence have to be renewed?', null),
  one('no-wifi', 'What is the wifi password at Calder Road?', null),
  one('no-divorce', 'On what date was Rohan’s divorce granted?', null),
  one('no-boat', 'What is the hull number of our boat?', null, [], { heldOut: true }),
  one('no-pension', 'What is Kamala’s pension payment order number?', null, [], { heldOut: true }),
];

const identity: Conversation[] = [
  { id: 'passports', turns: [
    { ask: 'When does my passport expire?', expect: { date: '2031-05-17' }, cite: [['passport-asha']] },
    { ask: 'And my husband’s?', expect: { date: '2029-11-25' }, cite: [['passport-vikram']] },
    { ask: 'And our son’s?', expect: { date: '2028-02-08' }, cite: [['passport-kabir']] },
  ] },
  { id: 'daniel-passport', turns: [
    { ask: 'What is Daniel’s passport number?', expect: { number: '538104427' }, cite: [['passport-daniel'], ['visa-daniel-evisa']] },
    { ask: 'When was it issued?', expect: { date: '2017-06-21' }, cite: [['passport-daniel']] },
  ] },
  one('vikram-pan', 'What is Vikram’s PAN?', { number: 'BKVPR4471H' }, [['pan-vikram'], ['itr-vikram'], ['payslip-vikram-07'], ['receipt-donation'], ['home-loan', 'BKVPR4471H'], ['sale-deed', 'BKVPR4471H']]),
  one('suresh-aadhaar', 'What is the Aadhaar number of Suresh Rao?', { number: '8317 0264 5195' }, [['aadhaar-suresh']]),
  one('my-aadhaar', 'Give me my Aadhaar number', { number: '5294 0817 3662' }, [['aadhaar-asha']]),
  one('meera-birth', 'On which day was Meera born?', { date: '2024-02-03' }, [['birth-meera'], ['vaccines-meera'], ['health-rao', 'MEERA RAO']]),
  one('leo-birthplace', 'In which hospital was Leo born?', text('Whipps Cross'), [['birth-leo']]),
  one('daniel-licence', 'Until when may Daniel drive on his photocard?', { date: '2032-04-10' }, [['licence-daniel']]),
  one('vikram-licence', 'What is the number of my husband’s driving licence?', { number: 'KA05 20050014472' }, [['licence-vikram']]),
  one('uk-visa', 'Until when is my British visa valid?', { date: '2027-03-10' }, [['visa-asha-uk']]),
  one('eta', 'What is the ETA number for Daniel’s visit to India?', { number: '9052K7741Q' }, [['visa-daniel-evisa']]),
  one('wedding', 'When did Vikram and I marry?', { date: '2010-12-05' }, [['marriage-rao']]),
  one('priya-wedding', 'Where did Priya and Daniel get married?', text('Hackney'), [['marriage-miller']]),
  one('steuer-id', 'What is Vikram’s German tax identification number?', { number: '57309418264' }, [['tax-id-vikram-de'], ['entgelt-de']]),
  one('rohan-passport', 'When does my cousin Rohan’s passport expire?', { date: '2028-08-13' }, [['passport-rohan']], { heldOut: true }),
];

const insurance: Conversation[] = [
  one('car-policy', 'What is the policy number of our car insurance in Bengaluru?', { number: '3001/MV-77120944/00/B00' }, [['motor-vikram']]),
  { id: 'health-cover', turns: [
    { ask: 'How much is the basic sum insured of the family health policy?', expect: { amount: 1_000_000 }, cite: [['health-rao', 'Basic Floater Sum Insured']] },
    { ask: 'And how long is the waiting period for illnesses we already had?', expect: text('48 consecutive months', '48 months', 'forty eight months'), cite: [['health-rao', '48 consecutive']] },
  ] },
  one('cataract', 'What is the limit for cataract surgery per eye under the Arogya policy?', { amount: 40_000 }, [['health-rao', 'Cataract']]),
  { id: 'life-policy', turns: [
    { ask: 'Who is the nominee on Vikram’s life policy?', expect: text('Asha'), cite: [['life-vikram', 'Nominee under Section 39']] },
    { ask: 'When does it mature?', expect: { date: '2043-06-28' }, cite: [['life-vikram', 'Date of Maturity']] },
  ] },
  one('grace', 'How many days of grace do we have if a half-yearly premium of the endowment plan is late?', text('30 days', 'one month'), [['life-vikram', 'grace period of one month']]),
  one('london-excess', 'What do Priya and Daniel pay themselves for each escape of water claim?', { amount: 450 }, [['home-insurance-uk', 'escape of water']]),
  one('rohan-premium', 'What does Rohan pay for six months of car insurance?', { amount: 812.4 }, [['auto-rohan']]),
  one('schengen', 'Up to what sum was Kamala covered for medical emergencies on her Europe trip?', { amount: 50_000 }, [['travel-insurance']]),
  one('liability', 'What was the yearly amount for our private liability insurance in Munich?', { any: [{ amount: 62.36 }, { amount: 52.4 }] }, [['liability-de']], { heldOut: true }),
];

const medical: Conversation[] = [
  { id: 'suresh-blood', turns: [
    { ask: 'What was Suresh’s HbA1c?', expect: text('7.4'), cite: [['blood-suresh', 'HbA1c (HPLC)']] },
    { ask: 'And his vitamin B12?', expect: { amount: 188 }, cite: [['blood-suresh', 'Vitamin B12']] },
  ] },
  { id: 'kamala-knee', turns: [
    { ask: 'Which operation did Kamala have in September 2025?', expect: text('knee replacement'), cite: [['discharge-kamala']] },
    { ask: 'When were the staples to come out?', expect: { date: '2025-09-26' }, cite: [['discharge-kamala']] },
  ] },
  one('calpol', 'How much Calpol should Meera get for a fever?', text('3.5 ml'), [['prescription-meera']]),
  one('paris-antibiotic', 'Which antibiotic did the doctor in Paris prescribe me?', text('amoxicilline', 'amoxicillin'), [['ordonnance-asha']]),
  one('mmr', 'When did Meera get her first MMR shot?', { date: '2024-11-05' }, [['vaccines-meera']]),
  one('rohan-back', 'What did the MRI of Rohan’s back find?', text('disc protrusion'), [['mri-rohan']]),
  one('covid-2', 'On what date did Vikram have his second Covid dose?', { date: '2021-10-02' }, [['cowin-vikram']]),
];

export const firstConversations: readonly Conversation[] = [...identity, ...insurance, ...medical, ...refused];
export { nextToExpire, one, text };
