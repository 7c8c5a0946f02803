import type { DocumentType } from '@docuvault/core/vocabulary.ts';

/**
 * What each type of paper is for, in the words of somebody who needs one and does not think of its name. Written from what
 * households keep papers for, not from any search that was measured. Parted by bars.
 */
export const typePurposes: Partial<Record<DocumentType, string>> = {
  passport: 'booklet to travel abroad | show at the airport immigration desk | cross the border to another country | citizenship and nationality document | identity for foreign travel | when does my travel document run out',
  national_id: 'proof of who I am and where I live | government identity card number | identity card of a citizen | biometric id | show identity to open an account | voter identity card',
  tax_id: 'number the tax office knows me by | taxpayer identification number | tax number card | permanent account number for income tax | tax reference number letter',
  driving_licence: 'permission to drive a car or motorcycle | show to the traffic police | which vehicles may I drive | driver card | am I allowed to drive',
  visa: 'permission to enter a foreign country | how long may I stay in that country | entry permit stamp | permission to work or study abroad | embassy granted entry',
  birth_certificate: 'when and where the baby was born | proof of age of a child | names of the parents of the child | registered birth of son or daughter',
  marriage_certificate: 'proof that we are husband and wife | when we got married | registered wedding | bride and groom | proof of being a couple',
  insurance_policy: 'cover if something goes wrong | how much is paid if the house burns or the car crashes | premium to pay for cover | what happens to the family if I die | claim for an accident | protection for health hospital costs | which risks are covered',
  medical_report: 'what the doctors found | results of the laboratory | scan of the body | stay in hospital | diagnosis of an illness | blood values | operation on the knee or hip',
  prescription: 'which medicines to take and how often | tablets the doctor wrote down | dose of the syrup for the child | what to buy at the pharmacy | treatment for cough and fever',
  vaccination_record: 'which injections the baby had | protected against disease | shots needed for school or travel | jab dates | immunised against measles and polio',
  invoice: 'what a company wants to be paid for work or goods | what did I buy and for how much | workman sent a bill | cost of the repair | bill from the shop for a machine or computer | amount owed to a supplier | removal firm charges | online order',
  receipt: 'proof that I have paid | money given to a charity | what we spent at the restaurant | groceries bought at the supermarket | payment acknowledged | shopping slip | paid in cash at the shop',
  utility_bill: 'cost of electricity water or gas at home | power and light charges | meter reading and units used | internet and phone charges | running costs of the house | energy supplier account | water company charges | proof of address from a supplier',
  bank_statement: 'how much money is in the account | money that came in and went out | account balance at the end of the month | transactions of the savings account | sort code and account number | transfers and withdrawals',
  payslip: 'what my employer paid me this month | wages and deductions | monthly pay after tax | how much do I earn | salary and provident fund | take home pay | gross and net wages',
  tax_return: 'what I told the tax office about my income | income tax calculation for the year | tax refund or tax due | filed return acknowledgement | tax paid to the revenue | declared earnings for the year',
  loan_agreement: 'money borrowed from the bank | monthly instalments to pay back | interest on what we borrowed | mortgage on the house | finance for the car | what do we owe the lender | debt repayment terms',
  lease: 'terms of the flat we rent | what the tenant pays the landlord | deposit for the rented home | renting out our house to somebody | contract for the place where we live | notice to move out | rules for tenants',
  property_deed: 'who owns the house or land | proof that we bought the flat | transfer of title to real estate | stamp duty and registration of a purchase | ownership of a plot | seller conveyed the property to us',
  contract: 'what was agreed and signed with a company | terms of my job | notice period with my employer | agreement with the builder | promised work and price | gym membership conditions | employment terms and holidays | renovation of rooms by contractors',
  will: 'who gets what after death | inheritance and heirs | how property is divided among the children | last wishes of a person | executor of the estate | leave belongings to family',
  power_of_attorney: 'somebody may act and sign for another | authority to decide for a parent | handle affairs of somebody who is away or ill | authorised to sell on behalf of the owner | representative for legal matters',
  degree_certificate: 'proof that somebody finished university | graduated with honours | academic qualification | school or college result | studied and passed the examination | diploma of studies',
  vehicle_registration: 'who the car is registered to | number plate and chassis number | papers of the car or scooter | keeper of the vehicle | registered at the transport office | engine number',
  warranty: 'is the machine still under guarantee | free repair if the appliance breaks | extended protection for a phone | how long does the manufacturer repair it | replace a faulty product',
  travel_itinerary: 'when does my flight or train leave | booking reference and seats | plan of the journey | ticket for the trip | departure and arrival times | holiday booking',
};
