import type { Concept } from './concept.ts';

/** The house, its bills and its law. */
export const home: Concept[] = [
  {
    types: { utility_bill: 1 },
    say: 'utility bill | utility | utilities | electricity bill | electricity | electric bill | power bill | power company | electric company | light bill | lights on | keep the lights on | current bill | energy bill | energy supplier | energy | water bill | water charges | water supply | tap water | water board | sewage | sewerage | gas bill | piped gas | gas supply | cooking gas | lpg | heating bill | heating | internet bill | internet | broadband | wifi | wi fi | phone bill | telephone bill | telephone | mobile bill | cell phone bill | cell bill | mobile recharge | postpaid | landline | dth | cable bill | cable tv | bijli | bijli bill | bijli ka bill | paani ka bill | pani ka bill | stromrechnung | facture electricite | kilowatt | units consumed | meter reading | monthly household bills | household bills | stadtwerke | बिजली | बिजली बिल | पानी का बिल | council water | kwh | data plan | garbage charges | current ka bill | power usage | power consumption | electricity usage',
    hint: 'electricity | power | water | gas | meter | broadband | internet | phone | bills | bill | heating | consumption | usage | bijli | lights | supply',
    words: 'bill meter units consumed reading kwh due consumer connection tariff charges billing',
  },
  { types: { utility_bill: 0.7 }, say: 'electricity | power | power company | electric | light bill | lights on | bijli | energy | current bill | kilowatt | stromrechnung', words: 'electricity electric kwh power energy meter units discom tariff sanctioned strom' },
  { types: { utility_bill: 0.7 }, say: 'water | water bill | tap | paani | pani | sewerage | plumbing supply', words: 'water kilolitre sewerage supply jal consumption' },
  { types: { utility_bill: 0.7 }, say: 'gas | gas bill | cooking gas | piped gas | lpg | heating | stove', words: 'gas scm png lpg cylinder therm' },
  { types: { utility_bill: 0.7 }, say: 'internet | broadband | wifi | wi fi | fibre | fiber | online connection | router | getting online | web connection', words: 'broadband internet mbps fibre fiber router data plan wifi' },
  { types: { utility_bill: 0.7 }, say: 'phone | phone bill | mobile | telephone | cell | cell phone | landline | sim | calls | handset plan', words: 'mobile phone telephone postpaid calls sms roaming plan' },
  {
    types: { lease: 1 },
    say: 'lease | lease agreement | rental agreement | rent agreement | rental contract | rent | rented | renting | monthly rent | house rent | how much rent | tenancy | tenancy agreement | tenant | tenants | landlord | landlady | leave and license | roof over our head | roof over head | place we live in | place we rent | flat we rent | apartment we rent | rented flat | rented house | security deposit for flat | security deposit for house | deposit for flat | deposit for house | deposit for apartment | kiraya | kiraya nama | kirayanama | kiraye | bhada | mietvertrag | miete | contrat de location | bail | contrato de alquiler | किराया | किरायानामा | where we live contract | contract for the apartment | contract for the flat | contract for the house | contract with the owner of the flat | living arrangement | moving out notice | notice to vacate | house we stay in | letting | pg accommodation | agreement with house owner | makaan malik | house owner',
    hint: 'rent | tenant | landlord | apartment | flat | accommodation | deposit | dwelling | roof | live | living | vacate',
    words: 'lease tenant landlord rent lessor lessee deposit premises tenancy licensor licensee monthly',
  },
  {
    types: { property_deed: 1 },
    say: 'property deed | deed | title deed | sale deed | property papers | house papers | land papers | house ownership | home ownership | who owns the house | who owns the land | proof we own | own the house | own our home | own the home | own the land | own the flat | owner of the house | ownership of house | ownership of flat | ownership of land | ownership of property | proof of ownership of house | land registry | land record | land records | plot | plot of land | bought the house | bought our house | bought our home | bought the flat | bought the land | purchase of house | house purchase | conveyance | conveyance deed | gift deed | registry papers | registry | encumbrance | freehold | title to the house | title to the land | real estate | khatauni | khasra | bainama | zameen | zamin | zameen ke kagaz | makaan ke kagaz | ghar ke kagaz | makan | jameen | 7 12 extract | patta | grundbuch | kaufvertrag wohnung | acte de propriete | escritura | जमीन | मकान | भूमि | house is ours | home belongs to us | acre | allotment letter | property title | society share certificate',
    hint: 'land | plot | property | ownership | house | owner | estate | deed | acre | ground | acreage | registry',
    words: 'deed vendor purchaser property plot survey conveyance schedule registered stamp sub-registrar freehold boundaries title',
  },
  {
    types: { contract: 1, lease: 0.35, loan_agreement: 0.25 },
    say: 'contract | agreement | service agreement | signed agreement | services contract | employment contract | employment agreement | job contract | job offer | offer letter | appointment letter | work contract | employment terms | terms of employment | new job | job terms | notice period | joining date | hired | when hired me | my position | freelance agreement | consulting agreement | nda | non disclosure | confidentiality | keep secret | keeping secrets | promise to keep quiet | terms and conditions | renovation agreement | builder agreement | construction agreement | partnership | maintenance contract | amc | vendor agreement | gym membership | membership | subscription terms | anubandh | karar | samjhauta | ikrarnama | vertrag | arbeitsvertrag | contrat | contrat de travail | contrato | अनुबंध | करार | deal we signed | what we agreed | what we agreed with | builder | contractor agreement | prenup | prenuptial | naukri | naukri ka contract | statement of work',
    hint: 'agreement | signed | parties | clause | agreed | employment | job | hired | terms | deal | vendor | contractor | service | services | position',
    words: 'agreement party parties terms clause shall services termination contract employer employee',
  },
  { types: { contract: 0.7 }, say: 'job contract | employment contract | job offer | offer letter | appointment letter | new job | joining | notice period | naukri | hired | work contract | arbeitsvertrag | employment', words: 'employment employer employee position joining probation salary designation appointment notice' },
  { types: { contract: 0.6 }, say: 'renovation | builder | construction | kitchen remodel | home improvement | house repairs | interior work | painter | fix the house', words: 'renovation contractor construction work site materials kitchen interior carpentry' },
  { types: { contract: 0.7 }, say: 'nda | confidentiality | secret | secrets | non disclosure | keep quiet | not to tell', words: 'confidential disclosure confidentiality receiving disclosing' },
  {
    types: { will: 1 },
    say: 'last will | testament | last will and testament | will and testament | grandfathers will | fathers will | mothers will | grandmother will | who inherits | inherits | inherit | inheritance | inheritance wishes | after i die | when i die | after death | after i am gone | after she is gone | when im gone | when i am gone | who gets the house | who gets what | who gets | beneficiaries after death | beneficiary | bequeath | bequest | executor | estate plan | estate planning | legacy | leave behind | leaves behind | left to children | leave everything | wasiyat | vasiyat | vasiyatnama | wasiyatnama | testamento | वसीयत | वसीयतनामा | heirs | heir | last wishes | final wishes | division of assets | pass away | passes away | dividing assets among children',
    hint: 'inherit | heir | heirs | estate | death | dies | die | gone | executor | bequeath | wishes | jewellery | will | legacy | succession',
    words: 'testament bequeath executor testator estate revoke beneficiaries heirs devise',
  },
  {
    types: { power_of_attorney: 1 },
    say: 'power of attorney | poa | gpa | attorney | act on my behalf | on my behalf | act for me | acting for me | sign for me | signs for me | sign on my behalf | someone to sign | sign papers for me | authority to act | authorise someone | authorize someone | authorised to act | represent me | decide for me | decisions for me | decision on my behalf | make decisions for | mukhtarnama | mukhtar nama | mukhtiyarnama | vollmacht | procuration | poder notarial | मुख्तारनामा | handle my affairs | manage my affairs | manage my property for me | let my brother sell | authority given to | stand in for me | legal representative | proxy | agent for me | delegated authority | someone else can sign',
    hint: 'attorney | behalf | authority | authorize | represent | proxy | agent | signing | affairs | delegate',
    words: 'attorney principal behalf appoint constitute lawful execute acts deeds grantor agent',
  },
  { types: { will: 0.5, power_of_attorney: 0.5, contract: 0.4, property_deed: 0.3, lease: 0.2 }, say: 'legal papers | legal documents | lawyer papers | court papers | kanooni kagaz', hint: 'legal | lawyer | notary | solicitor | court' },
];
