import { everydayWords } from './everyday-words.ts';
import { foreignWords } from './foreign-words.ts';
import { stemOf } from './words.ts';

/** Words that stand for one another in household papers. Within a line all are equal; a word may be in several lines. */
const lines = `
landlord owner lessor मकान_मालिक
tenant lessee renter किरायेदार
flat apartment house home premises property residence dwelling unit घर मकान फ्लैट
repair fix mend maintenance broken damage fault
pet dog cat animal
prepayment prepay early foreclosure preclosure premature part-payment
fee charge cost fine penalty penal surcharge शुल्क
late delay delayed overdue
salary pay wage earning remuneration stipend वेतन
sublet sublease underlet assign
dental dentist tooth teeth
terminate termination cancel cancellation quit vacate leave moving notice end
notice terminate
doctor physician dr consultant practitioner डॉक्टर
phone telephone mobile tel cell contact helpline toll-free फोन
email mail e-mail
medicine drug tablet medication capsule दवा
dose dosage mg
sugar glucose शुगर
increase raise hike escalate escalation rise increased go-up
baggage luggage bag
depart departure leave departs fly takeoff
arrive arrival land lands arrives
child kid minor daughter son
vehicle car automobile गाड़ी वाहन
motorcycle bike scooter two-wheeler
electricity power energy बिजली
employer company
renew renewal
insurer insurance underwriter
premium प्रीमियम
deductible excess
cover coverage covered payable insured benefit
exclude exclusion excluded liable
nominee beneficiary नामिती
guarantee warranty वारंटी
purchase buy bought sale order
seller vendor supplier sold
buyer customer client
price cost amount
amount sum राशि रकम
total कुल
tax gst vat कर
discount rebate
address पता resident residing
father पिता
mother माता
spouse husband wife
name नाम
date दिनांक तारीख तिथि
birth dob born जन्म
place स्थान
instalment installment emi
tenure term duration period
colour color
fuel petrol diesel
maker manufacturer make brand
model variant
engine motor
allerg reaction
cholesterol lipid
haemoglobin hemoglobin hb
vaccine vaccination immunisation immunization jab shot inoculation टीका
admission admitted
discharge discharged
claim reimbursement
submit submission furnish file
school college
grade marks score cgpa gpa percentage
graduate graduation degree passed
teacher principal
course programme program
executor trustee
heir beneficiary legatee bequeath inherit
witness गवाह
judge court jurisdiction
guest visitor
room chamber
parking garage slot
pool swimming
painting paint whitewash
smoke smoking
overtime extra
holiday leave vacation annual
probation trial
resign resignation terminate notice
compete competition non-compete
confidential confidentiality secrecy
balance बैलेंस शेष
account खाता
branch शाखा
number no num संख्या नंबर
property संपत्ति
signature sign signed signatory
serial s/n
seat seating
weight kg
height cm
blood रक्त
group समूह
guardian parent
nationality citizen citizenship
gender sex लिंग
age आयु उम्र
religion faith
caste community
occupation profession
consumption usage units consumed
meter metre
refund refundable refunded return
penalty liquidated
first 1 1st
second 2 2nd
third 3 3rd
fourth 4 4th
fridge refrigerator freezer
television tv
laptop notebook macbook
washer washing laundry
airconditioner conditioner
glasses spectacles lenses
wifi broadband internet
cab taxi uber ola
train rail railway
hotel resort stay lodging
fever temperature
surgery operation procedure
illness disease diagnosis condition
diagnosed diagnosis
result finding impression
cap limit maximum ceiling upto
gym fitness
garbage waste
furniture sofa table chair
jewellery jewelry gold
bonus increment
raise appraisal
provident pf epf
car motor
stay nights
kitchen modular
insure insured assured
grace days
freelook look
lockin lock
cancel refund
laboratory lab
bequeath give leave
refer ref
limit up payable exceeding exceed cap
late after
withdraw wdl withdrawal withdrew
address resident residing
entry entries
operation surgery procedure underwent
berth seat coach
seat berth
holiday leave vacation urlaub conges vacaciones vakantie
lender lend creditor bank
keeper owner
rent licence
leave depart departure
shot dose vaccine
discharge discharged
withheld withhold deducted deduction deduct tds
maturity mature
balance outstanding remaining
position designation role post employed
tax cgst sgst igst gst vat ust mwst
antibiotic painkiller medicine capsule tablet pill syrup drug
stone calculus calculi lithiasis
marri wedlock wedding solemnized solemnised
law laws governing governed
inspection hu hauptuntersuchung mot tuv
ctc salary compensation remuneration
solar photovoltaic
grant give donor gift gifted
donor grantor
employment employed job
start commence begin effective
joining join joined
size measuring area admeasuring sq
marks score obtained points अंक प्राप्तांक
boarding board gate
owner vendor
heart cardiac
bone fracture
kidney renal
liver hepatic
tumour lesion mass
guest occupant
abroad overseas outside foreign international
told tell inform intimate notify notice
passenger fly traveller
registration regn reg
cleaner cleaning clean
smoking smoke
subscription plan
allowance allowed
guest visitor stay
annual yearly
customer kundennummer kunde client cliente klantnummer klant
reply respond response rsvp answer
laptop notebook macbook ssd chromebook
phone smartphone handset imei mobile
antibiotic amoxicillin amoxicilline amoxicilina penicillin azithromycin cefixime ciprofloxacin doxycycline
noise loud quiet
pause freeze suspend
gym fitness barbell crossfit workout
colour green red blue black white grey gray silver brown yellow pink beige orange purple navy maroon
leak burst escape
warn notice inform notify
enter come access
excess deductible
photograph photographer portrait picture
wait waiting
school kindergarten nursery kita
bike bicycle cycle
cleaning clean
height tall
teacher tutor
mathematics maths math गणित
height tall hgt haut
rent compensation
fridge compressor
one 1
two 2
three 3
four 4
five 5
six 6
seven 7
eight 8
nine 9
ten 10
eleven 11
twelve 12
guarantee guarante warrant
mend repair fix replac service
illness diseas ailment pre-existing sickness
cover insur protect
phone mobile sim handset smartphone
chip microchip
bus coach transport conveyance shuttle
lead leading charge responsible manage head
protect protection coverage warranty guarantee plan
increase raise uplift
`;

const table = (): ReadonlyMap<string, ReadonlySet<string>> => {
  const all = new Map<string, Set<string>>();
  for (const line of `${lines}${everydayWords}${foreignWords}`.trim().split('\n').filter(Boolean)) {
    const stems = line.trim().split(/\s+/).map((word) => stemOf(word.replace(/[_/-].*$/, '').toLowerCase()));
    for (const stem of stems) {
      const known = all.get(stem) ?? new Set<string>();
      for (const other of stems) known.add(other);
      all.set(stem, known);
    }
  }
  return all;
};
const byStem = table();

const countries = ['munich munchen muenchen', 'cologne koln', 'vienna wien', 'brussels bruxelles brussel', 'bangalore bengaluru', 'bombay mumbai', 'calcutta kolkata', 'madras chennai', 'rome roma', 'florence firenze', 'venice venezia', 'milan milano', 'lisbon lisboa', 'prague praha', 'geneva geneve genf', 'zurich zuerich', 'hague haag', 'nuremberg nurnberg', 'seville sevilla', 'naples napoli', 'turin torino', 'europe schengen','uk britain british kingdom gb england gbr', 'us usa american america states', 'uae emirates emirati', 'india indian ind bharat', 'germany german deutschland bundesrepublik', 'france french francaise', 'netherlands dutch nederland', 'spain spanish espana', 'italy italian italia', 'eu european', 'vin chassis', 'ein employer', 'dob birth'];
const byCountry = new Map(countries.flatMap((line) => line.split(' ').map((word) => [stemOf(word), line.split(' ').map(stemOf).filter((other) => other !== stemOf(word))] as const)));

/** A name as it is, and for a country what else it is called: "UK" is printed as United Kingdom. */
export const alikeNames = (stem: string): readonly string[] => [stem, ...(byCountry.get(stem) ?? [])];

/** The stem and those that mean the same in household papers. */
export const alike = (stem: string): readonly string[] => {
  const known = byStem.get(stem);
  return known ? [stem, ...[...known].filter((other) => other !== stem)] : [stem];
};
