import { closing } from './documents/banking.ts';
import { nextToExpire, one, text, type Cite, type Conversation, type World } from './questions.ts';

const bills: Conversation[] = [
  one('power-2025', 'How much did we spend on electricity in 2025?', { amount: 8631 }, [['power-2025-02'], ['power-2025-06'], ['power-2025-10']], { mode: 'each' }),
  one('power-june', 'How much was the electricity bill for June 2025?', { amount: 3906 }, [['power-2025-06']]),
  one('water-due', 'By when does the London water bill have to be paid?', { date: '2026-04-08' }, [['water-london']]),
  { id: 'laptop', turns: [
    { ask: 'What did my laptop cost?', expect: { any: [{ amount: 70_790 }, { amount: 71_990 }] }, cite: [['invoice-laptop']] },
    { ask: 'What is its serial number?', expect: { number: 'VAB14-7K22091' }, cite: [['invoice-laptop']] },
  ] },
  one('boiler', 'What did Harbottle charge for mending the boiler, tax included?', { amount: 474 }, [['invoice-plumber']]),
  one('dinner', 'What was the total at the Copper Samovar?', { amount: 86.91 }, [['receipt-dinner']]),
  one('donation', 'How much did we give to the children’s home?', { amount: 15_000 }, [['receipt-donation']]),
  one('umzug', 'What did the move from Munich to Bengaluru cost us in all?', { amount: 3451 }, [['rechnung-umzug']]),
  one('valencia', 'What was the total of the hotel in Valencia?', { amount: 742.5 }, [['factura-es']]),
  one('indore-due', 'इंदौर के बिजली बिल की देय तिथि क्या है?', { date: '2024-08-24' }, [['power-indore-hindi']]),
  one('crown', 'How much did Rohan owe the dentist?', { amount: 196.4 }, [['invoice-dentist']]),
  one('amsterdam', 'What was still to pay on the energy bill from Amsterdam?', { amount: 64.12 }, [['energie-nl']], { heldOut: true }),
  one('fees', 'How much is the school fee for Kabir’s second term?', { amount: 92_750 }, [['invoice-school']], { heldOut: true }),
  one('azure-total', 'What is the total on the Azure Interior invoice?', { amount: 279.84 }, [['sample-azure']]),
  one('azure-due', 'When is the Azure Interior invoice due?', { date: '2023-04-04' }, [['sample-azure']]),
  one('coolblue-iban', 'What is the IBAN on the Coolblue invoice?', { number: 'NL50INGB0683251309' }, [['sample-coolblue']]),
];

const banking: Conversation[] = [
  one('ifsc', 'What is the IFSC of my Kaveri account?', { number: 'KVNB0000418' }, [['bank-asha', 'KVNB0000418']]),
  one('balance', 'What was the closing balance of my bank account at the end of August 2026?', { amount: closing.asha }, [['bank-asha', 'SUMMARY'], ['bank-asha', 'SMS CHARGES']]),
  one('take-home', 'What was Vikram’s net pay for July 2026?', { amount: 198_462 }, [['payslip-vikram-07']]),
  one('priya-pay', 'How much did Priya take home in June?', { amount: 2914.33 }, [['payslip-priya']]),
  one('refund', 'How large is the refund on Vikram’s tax return for 2026-27?', { amount: 12_870 }, [['itr-vikram']]),
  { id: 'daniel-tax', turns: [
    { ask: 'How much does Daniel have to pay HMRC for 2024–25?', expect: { amount: 1864.6 }, cite: [['sa302-daniel']] },
    { ask: 'By when?', expect: { date: '2026-01-31' }, cite: [['sa302-daniel']] },
  ] },
  one('rohan-refund', 'What refund did Rohan ask for on his 2025 return?', { amount: 913 }, [['form1040-rohan']], { heldOut: true }),
  { id: 'home-loan', turns: [
    { ask: 'What is the monthly instalment of our home loan?', expect: { amount: 57_948 }, cite: [['home-loan', 'Equated monthly instalment']] },
    { ask: 'Does it cost anything to pay it back early?', expect: text('no charge', 'free of charge', 'without charge', 'no penalty'), cite: [['home-loan', 'No charge is levied']] },
    { ask: 'Within how many days must the bank return the papers of the flat?', expect: text('thirty days', '30 days'), cite: [['home-loan', 'within thirty days']] },
  ] },
  one('subaru-last', 'When is the last payment on the Subaru loan?', { date: '2027-03-18' }, [['auto-loan']]),
];

const homes: Conversation[] = [
  { id: 'flat', turns: [
    { ask: 'What price did we pay for the flat in Jayanagar?', expect: { amount: 9_250_000 }, cite: [['sale-deed', '92,50,000'], ['home-loan', '92,50,000']] },
    { ask: 'How large is it?', expect: text('1,365 square feet', '1365 square feet', '1,365 sq', '1365 sq'), cite: [['sale-deed', '1,365']] },
  ] },
  { id: 'calder', turns: [
    { ask: 'How much notice must Priya and Daniel give to leave Calder Road early?', expect: text('two months', '2 months'), cite: [['lease-london', 'less than two months']] },
    { ask: 'Are they allowed a cat?', expect: text('cat called biscuit', 'consent has been given', 'biscuit'), cite: [['lease-london', 'Biscuit']] },
    { ask: 'What are they charged for a lost key?', expect: { amount: 18 }, cite: [['lease-london', 'A lost key']] },
  ] },
  one('calder-guarantor', 'Who vouches for the rent at Calder Road and up to what amount?', { all: [text('Thomas'), { amount: 10_000 }] }, [['lease-london', 'guarantees the Tenant']]),
  one('calder-deposit', 'How big is the deposit for the tenancy in Walthamstow?', { amount: 2250 }, [['lease-london', '£2,250.00']]),
  one('calder-quiet', 'From what hour must it be quiet at night at Calder Road?', text('eleven', '11 pm', '11pm', '23 00', '23:00'), [['lease-london', 'eleven at night']]),
  one('indiranagar', 'What rent does the tenant in Indiranagar pay?', { amount: 38_000 }, [['rental-docx']]),
  one('kaution', 'How high was the security deposit for the flat in Munich?', { amount: 3780 }, [['mietvertrag']]),
  { id: 'appa-will', turns: [
    { ask: 'Who gets the house in Indore under Suresh’s will?', expect: text('Nalini'), cite: [['will-suresh']] },
    { ask: 'And who is the executor?', expect: text('Vikram'), cite: [['will-suresh']] },
  ] },
  one('poa-sell', 'May Vikram sell the Indiranagar property under Kamala’s power of attorney?', text('not authorise', 'does not', 'may not', 'cannot', 'not authorize'), [['poa-kamala']]),
  one('successor', 'Who is the successor agent in Rohan’s power of attorney?', text('Marcus Bell'), [['poa-texas']]),
  one('chapel-row', 'What was paid for 3 Chapel Row?', { amount: 184_000 }, [['title-register-uk']], { heldOut: true }),
  one('guardians', 'Who looks after Leo if Daniel and Priya die?', { all: [text('Asha'), text('Vikram')] }, [['will-daniel']], { heldOut: true }),
  one('kitchen-delay', 'How much comes off the price of the kitchen for each week of delay?', { amount: 7500 }, [['renovation']]),
  one('leave', 'How many days of leave does Priya get after five years’ service?', { count: 29 }, [['employment-priya']]),
  one('phone-munich', 'What did Vikram’s mobile plan in Munich cost a month?', { amount: 24.99 }, [['mobile-contract']], { heldOut: true }),
];

const things: Conversation[] = [
  one('degree', 'In which subject did I take my degree?', text('Economics', 'अर्थशास्त्र'), [['degree-asha']]),
  one('rohan-degree', 'On what date did Rohan graduate?', { date: '2013-05-18' }, [['degree-rohan']]),
  one('car-number', 'What is the registration number of our Creta?', { number: 'KA05MN4471' }, [['rc-creta'], ['motor-vikram']]),
  one('subaru-plate', 'What is the licence plate of Rohan’s Outback?', { number: 'PKV 4471' }, [['title-subaru']], { heldOut: true }),
  one('roof', 'Until when are the slates at Chapel Row guaranteed?', { date: '2043-10-05' }, [['warranty-roof']], { heldOut: true }),
  one('motor-cover', 'For how long is the motor of our washing machine covered?', text('ten years', '10 years'), [['warranty-washer']]),
  one('phone-cover', 'When does the protection of Rohan’s phone end?', { date: '2027-11-27' }, [['warranty-phone']]),
  { id: 'christmas', turns: [
    { ask: 'What is the booking reference of our flight to London?', expect: { number: 'QK7TLM' }, cite: [['flight-london']] },
    { ask: 'On what day do we fly back?', expect: { date: '2027-01-04' }, cite: [['flight-london']] },
  ] },
  one('berth', 'Which berth has Suresh on the train to Indore?', text('A1/17', 'A1 17', '17 lower', 'lower'), [['train-indore']]),
  one('brussels', 'When do Daniel and Priya take the train to Brussels?', { date: '2027-02-12' }, [['eurostar']]),
  one('bebinca', 'How many egg yolks go into Granny Lucy’s bebinca?', { count: 10 }, [['recipe-bebinca']]),
  one('maintenance', 'What will the monthly maintenance be from August 2026?', { amount: 5200 }, [['minutes-society']]),
];

const every = (type: string) => (world: World): readonly Cite[] => world.documents.filter((document) => document.type === type).map((document) => [document.id] as const);

const counted: Conversation[] = [
  one('count-insurance', 'How many insurance policies are in the vault?', (world) => ({ expect: { count: every('insurance_policy')(world).length }, cite: every('insurance_policy')(world) }), [], { mode: 'most' }),
  one('count-passports', 'How many passports do we have here?', (world) => ({ expect: { count: every('passport')(world).length }, cite: every('passport')(world) }), [], { mode: 'most' }),
  one('count-power', 'How many electricity bills from 2025 are there?', { count: 3 }, [['power-2025-02'], ['power-2025-06'], ['power-2025-10']], { mode: 'most' }),
  one('next-passport', 'Which passport expires next, and when?', (world) => nextToExpire(world, 'passport')),
  one('next-insurance', 'Which insurance policy runs out next, and on what date?', (world) => nextToExpire(world, 'insurance_policy')),
  one('list-leases', 'List the tenancy agreements we hold', { all: [text('Calder', 'Daniel', 'Priya', 'Osei', 'Larkhall'), text('Indiranagar', 'Kamala', 'Menon'), text('Mietvertrag', 'Lindwurm', 'Brunner')] }, [['lease-london'], ['rental-docx'], ['mietvertrag']], { mode: 'each' }),
  one('list-degrees', 'Whose degree certificates are in the vault?', { all: [text('Asha'), text('Rohan'), text('Priya')] }, [['degree-asha'], ['degree-rohan'], ['degree-priya']], { mode: 'each' }),
  one('sum-payslips', 'How many payslips do we have?', (world) => ({ expect: { count: every('payslip')(world).length }, cite: every('payslip')(world) }), [], { mode: 'most' }),
];

export const secondConversations: readonly Conversation[] = [...bills, ...banking, ...homes, ...things, ...counted];
