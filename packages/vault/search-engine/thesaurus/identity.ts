import type { Concept } from './concept.ts';

/** Papers that say who somebody is. */
export const identity: Concept[] = [
  {
    types: { passport: 1 },
    say: 'passport | travel identity booklet | travel booklet | booklet to fly abroad | document to cross borders | border booklet | paaspoort | पासपोर्ट | passport booklet | passeport | reisepass | pasaporte | identity for travelling abroad | document to leave the country | travel document nationality | little book for abroad | book for going abroad | paarpatra | identification for international travel | id for foreign travel | international travel id',
    hint: 'abroad | nationality | border | borders | overseas | immigration | foreign | international',
    words: 'passport nationality republic surname given',
  },
  {
    types: { national_id: 1 },
    say: 'national id | national identity | identity card | id card | identification card | aadhaar | aadhaar card | uidai | uid number | unique identification | aadhar number | voter id | voter card | epic card | election card | government id | photo id | photo identity | personalausweis | dni | citizen card | citizenship card | ration card | emirates id | nric | social security card | ssn card | biometric id | biometric card | twelve digit number | 12 digit number | card with my photo and address | civil id | pehchan patra | आधार | आधार कार्ड | पहचान पत्र | मतदाता पहचान पत्र | voting card | card to vote | nin slip | state id | green card | residence permit | resident card',
    hint: 'identity | identification | citizen | biometric | voting | vote | id | resident | uid',
    words: 'aadhaar unique identification authority enrolment uidai election commission identity citizen',
  },
  {
    types: { tax_id: 1 },
    say: 'pan card | pan | permanent account number | tax id | tax identification | taxpayer identification | taxpayer number | taxpayer id | taxpayer card | tin number | tax number | tax file number | ein letter | steuernummer | steuer id | utr number | gst registration | gstin certificate | income tax card | card from income tax department | number for the taxman | पैन | पैन कार्ड | revenue number | tax card | pps number | national insurance number | number i give for tds | ten character tax number',
    hint: 'taxpayer | tin',
    words: 'permanent account number income tax department',
  },
  {
    types: { driving_licence: 1 },
    say: 'driving licence | driver licence | drivers license | driving permit | licence to drive | permission to drive | permit to drive | allowed to drive | can drive | dl number | learner licence | learning licence | learners permit | right to drive | fuhrerschein | permis de conduire | carnet de conducir | permission to operate a car | motorist card | drive a car legally | licence for car | licence for bike | card for behind the wheel | behind the wheel | card police ask on the road | traffic police | ड्राइविंग लाइसेंस | driving card | chalane ka license | gaadi chalane ka licence | card to drive | motoring licence',
    hint: 'driving | drive | driver | motorist | licence | wheel',
    words: 'driving licence transport motor vehicle class lmv mcwg authority dvla',
  },
  {
    types: { visa: 1 },
    say: 'visa | entry permit | permission to enter | permission to visit | permission to stay | visit permit | tourist permit | study permit | work permit | schengen | h1b | b1 b2 | e visa | evisa | sticker in passport | allowed into the country | allowed to enter | entry clearance | leave to remain | permission to enter another country | foreign stay | permit to work abroad | वीज़ा | veeza | stay abroad | right to enter',
    hint: 'entry | entries | embassy | consulate | schengen | stay | foreign | abroad',
    words: 'visa entries duration stay schengen consulate embassy etats',
  },
  {
    types: { birth_certificate: 1 },
    say: 'birth certificate | proof of birth | born | birth proof | proof i was born | date and place of birth | when baby was born | where born | birth registration | janam patri | janam praman patra | janm praman patra | certificate of birth | geburtsurkunde | acte de naissance | partida de nacimiento | जन्म प्रमाण पत्र | जन्म | proof of age | proof of parentage | newborn registration | delivered at hospital certificate | evidence of birth | baby birth record | arrival of our child | entry of birth',
    hint: 'birth | born | newborn | janam | baby | parentage | delivery',
    words: 'birth born child mother father registrar registration municipal',
  },
  {
    types: { marriage_certificate: 1 },
    say: 'marriage certificate | wedding certificate | proof of marriage | marriage registration | we are married | we got married | got married | married | tied the knot | tie the knot | marriage licence | nikah nama | nikahnama | shaadi certificate | shaadi | vivah praman patra | vivah | matrimony | husband and wife proof | legally wed | heiratsurkunde | acte de mariage | विवाह प्रमाण पत्र | विवाह | शादी | matrimonial | wedding papers | spouse proof | proof of wedding | bride and groom | when did we marry | exchanged vows | vows | nuptials | nuptial | wedlock | civil partnership',
    hint: 'marriage | wedding | spouse | bride | groom | matrimony | husband | wife | marry | anniversary',
    words: 'marriage solemnized bride bridegroom groom wedding matrimony registrar',
  },
  {
    types: { passport: 0.6, national_id: 0.7, driving_licence: 0.5, tax_id: 0.35 },
    say: 'proof of identity | identity proof | prove who i am | who i am | id proof | kyc | identity documents | identification documents | identity papers | show at the airport security | photo identification | address proof | proof of address',
  },
];
