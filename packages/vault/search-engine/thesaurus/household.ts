import type { Concept } from './concept.ts';

/** Kinds of papers that have no type of their own, or more than one, and what they carry. */
export const household: Concept[] = [
  {
    types: { contract: 0.5, invoice: 0.2 },
    say: 'daycare | day care | nursery | nursery school | childcare | child care | child minder | childminder | creche | kindergarten | preschool | playschool | play school | playgroup | kita | nanny | babysitter | after school club | who minds the baby | anganwadi',
    words: 'nursery kindergarten childcare care hours group parents meals drop pick',
  },
  {
    types: { travel_itinerary: 0.15 },
    say: 'school trip | class trip | excursion | field trip | class outing | school outing | school letter | letter from school | permission slip | note from the teacher | headteacher | principal | summer camp | holiday camp | camp | sleepaway | sleepover | night away',
    words: 'school pupils parents coach camp camper session lunch children teacher class',
  },
  {
    types: { bank_statement: 0.4 },
    say: 'pension | pension pot | pension plan | retirement | retirement savings | retirement fund | retire | when i retire | nest egg | old age | old age savings | savings for old age | when we are old | when i am old | after i stop working | provident fund | superannuation | annuity | 401k | ira | isa | rrsp | tfsa | super fund | roth | nps | epf | pf',
    words: 'pension retirement pot contributions employer match vested fund annuity provident',
  },
  {
    types: { contract: 0.6 },
    say: 'gym | gym membership | fitness | fitness club | fitness studio | sports club | sports centre | leisure centre | health club | swimming pool | swimming club | workout | work out | yoga | dance class | tennis club | golf club | library card | club card | association',
    words: 'membership member club joining fee monthly freeze term',
  },
  {
    types: { contract: 0.5, utility_bill: 0.5 },
    say: 'phone plan | mobile plan | cell phone plan | phone contract | mobile contract | cell plan | handset plan | handset allowance | sim only | sim card | data allowance | roaming | minutes and texts',
    words: 'sim data minutes texts roaming gb allowance tariff mobile',
  },
  {
    types: { lease: 0.5, contract: 0.4 },
    say: 'storage | self storage | storage unit | storage room | locker | lock up | lockup | where our things are stored | furniture in storage | parking space | garage rent | garage we rent',
    words: 'storage unit facility occupant gate goods space',
  },
  {
    types: { contract: 0.5, invoice: 0.35 },
    say: 'estimate | quote | quotation | price quote | cost estimate | proposal | price offer | offer from the builder | builder price | contractor estimate | estimate for the house | tender | bid for the work | what would it cost | how much would it cost',
    words: 'proposal quote quotation estimate price valid labor labour materials install work',
  },
  {
    types: { medical_report: 0.3, insurance_policy: 0.2 },
    say: 'explanation of benefits | eob | what the insurance paid | did the insurance pay | did insurance pay | insurance settled | insurer settled | claim settled | settle my claim | claim status | claim rejected | out of pocket | reimbursement | reimbursed | medical claim | hospital claim | mediclaim claim',
    words: 'benefits claim allowed billed owe deductible provider settled approved payable',
  },
  {
    types: { tax_return: 0.3, utility_bill: 0.3, invoice: 0.2, receipt: 0.2 },
    say: 'council tax | property tax | house tax | municipal tax | land tax | real estate tax | rates | water rates | town hall | city hall | borough | parish | municipality | municipal | local authority | levy | levy on the house | tax on the house | tax on our home | nagar nigam | nagar palika',
    words: 'council tax property parcel assessed band treasurer municipal county city authority',
  },
  {
    types: { medical_report: 0.5 },
    say: 'appointment | hospital appointment | doctor appointment | hospital letter | letter from the hospital | clinic letter | specialist | consultation | specialist visit | referral | referred to | outpatient | check up date | next visit to the doctor',
    words: 'appointment clinic outpatients reception department referral specialist consultant',
  },
  { types: { vaccination_record: 0.3 }, say: 'dog | puppy | pup | cat | kitten | pet | pooch | vet | veterinary | animal doctor | kutta | billi', words: 'breed microchip vet species neutered worming dog cat pet animal' },
  {
    types: { contract: 0.5, warranty: 0.4, insurance_policy: 0.2 },
    say: 'maintenance plan | maintenance contract | service contract | service plan | annual maintenance | amc | breakdown cover | breakdown service | boiler cover | boiler service | furnace | heating cover | home emergency | emergency engineer | plumber on call | engineer on call | water purifier | purifier | ro service | filter service | if the boiler breaks | if the heating breaks | if the furnace breaks | pest control | lift maintenance',
    words: 'service agreement visits repairs parts labour renew renewal boiler contract maintenance engineer filter',
  },
  {
    types: { bank_statement: 0.6 },
    say: 'fixed deposit | term deposit | fd | recurring deposit | post office savings | savings scheme | savings certificate | small savings | lump sum | money locked | locked away | locked money | money tied up | money in the post office | ppf | public provident fund | bachat | bachat khata | bond | bonds',
    words: 'deposit maturity matures interest principal balance provident term',
  },
  { types: { will: 0.7 }, say: 'raise the kids | raise our kids | raise the children | raise our children | bring up the children | bring up the kids | guardian of our children | guardian for the kids | look after the children if we die | looks after the kids if we die', words: 'guardian minor children executor' },
  { types: { insurance_policy: 0.7 }, say: 'fender bender | car accident | car crash | hit my car | bumped the car | bumper | collision | road accident | wrecked the car | crashed the car | breakdown on the road | tow truck | towing', words: 'collision liability roadside towing deductible claim accident' },
  { types: { lease: 0.8 }, say: 'lodger | lodging | our tenant | our tenants | subtenant | sublet | flatmate | roommate | housemate | boarder | paying guest | pg | who lives in our flat | living in our house | living in our flat | rent out | renting out | let out | buy to let | rental income', words: 'tenant landlord tenancy rent deposit let' },
  {
    types: { invoice: 0.6, contract: 0.2 },
    say: 'moving house | move house | house move | moving home | moving overseas | moving company | moving van | movers | removal firm | removals | relocation | shifting house | packers and movers',
    words: 'removal relocation umzug movers transport packing boxes van goods',
  },
  // What countries call a paper of a type.
  { types: { vehicle_registration: 1 }, say: 'mulkiya | rego | rego papers | v5' },
  { types: { lease: 1 }, say: 'ejari | tawtheeq' },
  { types: { utility_bill: 1 }, say: 'dewa | sewa | addc | hydro bill | eb bill | discom bill' },
  { types: { national_id: 1 }, say: 'emirates id | civil id | iqama | resident card' },
  { types: { tax_return: 0.9 }, say: 't4 | t4 slip | notice of assessment | p60 | p45 | group certificate | form 26as' },
];
