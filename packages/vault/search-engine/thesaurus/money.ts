import type { Concept } from './concept.ts';

/** Pay, banks, taxes, debts. */
export const money: Concept[] = [
  {
    types: { payslip: 1 },
    say: 'payslip | pay slip | pay stub | paystub | salary slip | salary statement | wage slip | what i earned | how much i earned | how much i make | earnings | monthly earnings | take home | take home pay | net pay | gross pay | salary | wages | monthly wages | monthly pay | my pay | pay from employer | wages from employer | paycheck | pay cheque | pay advice | remuneration | income from job | income from work | job income | money from my job | money from work | employer paid me | paid by employer | paid by my company | paid by my boss | office salary | tankhwah | tankha | vetan | vetan parchi | lohnabrechnung | gehaltsabrechnung | fiche de paie | bulletin de salaire | nomina | वेतन | वेतन पर्ची | तनख्वाह | provident fund deduction | pf deduction | monthly income proof | income proof | what the company pays | what my company paid | money i bring home',
    hint: 'earn | earned | salary | wage | employer | income | paycheck | deductions | allowance | provident | payday | boss | stipend',
    words: 'salary basic hra allowance deductions net pay gross provident fund employee employer earnings payroll',
  },
  {
    types: { bank_statement: 1 },
    say: 'bank statement | account statement | statement of account | bank account | bank transactions | account transactions | account activity | money in my account | money in the bank | what is in the bank | deposits and withdrawals | withdrawals | opening balance | closing balance | account balance | bank balance | passbook | savings account | current account statement | checking account | credits and debits | ins and outs of account | ins and outs | money movements | where my money went | where did my money go | spending from account | kontoauszug | releve de compte | extracto bancario | khata | khaata | bank khata | बैंक | खाता | credit card statement | card statement | card spending | credit card bill | credits debits | atm withdrawals | savings record | ledger of my account | cash in and out',
    hint: 'bank | account | balance | transaction | deposit | withdrawal | savings | debit | khata | passbook | atm | spending | card',
    words: 'statement account opening closing balance deposit withdrawal debit credit ifsc transaction branch',
  },
  {
    types: { tax_return: 1 },
    say: 'tax return | income tax return | itr | itr acknowledgement | return filed | filed return | annual return | tax filing | filed taxes | filed my taxes | taxes | tax refund | refund from government | refund from the tax office | revenue authorities | inland revenue | hmrc | irs | w2 | 1040 | form 16 | assessment year | self assessment | tax assessment | tax declaration | declared income | yearly tax | report of earnings | report of income | earnings to authorities | income to authorities | income to government | earnings to government | yearly report of income | what i declared | what i told the taxman | taxman | tax man | declaration to the taxman | steuererklarung | steuerbescheid | declaration de revenus | aaykar | aykar | आयकर | कर रिटर्न | return to revenue | income declared to government | paid to government | yearly declaration of income | capital gains report to government | exchequer | money back from government',
    hint: 'tax | taxman | refund | assessment | filing | filed | revenue | deductions | taxable',
    words: 'income tax return assessment year acknowledgement refund taxable total itr deductions',
  },
  {
    types: { loan_agreement: 1 },
    say: 'loan | loan agreement | loan papers | money i owe | owe the bank | owe money | what do i owe | how much do i owe | still owe | borrowed | borrowed money | borrowing | borrow | mortgage | home loan | house loan | housing loan | car loan | vehicle loan | personal loan | education loan | student loan | student debt | study loan | gold loan | debt | debts | debt to bank | lender | emi | installments | equated | repay | repayment | repayments | pay back | paying back | interest rate on money | sanction letter | credit agreement | hypothecation | principal and interest | financed | financing | finance agreement | karz | karza | rin | udhaar | kist | ऋण | कर्ज | लोन | darlehen | kredit vertrag | kreditvertrag | pret immobilier | prestamo | liability to bank | money lent to us | advance from bank | advance from the bank | how i financed the house | monthly instalments | tenure',
    hint: 'owe | debt | lender | emi | instalment | installment | interest | repay | borrow | mortgage | principal | sanction | finance | financed',
    words: 'loan borrower lender principal interest emi instalment repayment tenure sanction mortgage equated',
  },
  {
    types: { loan_agreement: 0.8, property_deed: 0.1 },
    say: 'home loan | house loan | mortgage | housing loan | money borrowed for house | financed the house | ghar ka loan | loan for the flat | borrow to buy the house',
    words: 'home housing mortgage property',
  },
  {
    types: { loan_agreement: 0.8 },
    say: 'education loan | student loan | student debt | money borrowed for college | study loan | loan for college | borrowed for studies',
    words: 'education student university college course study',
  },
  {
    types: { loan_agreement: 0.7 },
    say: 'car loan | vehicle loan | auto loan | bike loan | car finance | financed car | gaadi ka loan',
    words: 'vehicle car auto motor hypothecation',
  },
  {
    types: { invoice: 0.5, receipt: 0.5, bank_statement: 0.2, utility_bill: 0.2 },
    say: 'what did i pay | how much did i pay | how much did we pay | how much paid | what we spent | how much did it cost | what did it cost | cost us | spent on | how much was | money spent | expenses | expense',
    hint: 'cost | price | spent | pay | charged',
  },
  {
    types: { invoice: 1 },
    say: 'invoice | tax invoice | proforma | bill from supplier | supplier bill | vendor bill | bill from contractor | bill from company | amount billed | billed | billed by | charged for work | charge for services | bill for services | bill for work | money we owe supplier | payable to vendor | payment request | request for payment | request to pay | rechnung | facture | factura | fattura | demand for payment | bijak | bill for goods | चालान | इनवॉइस | gst bill | order bill | what the contractor charged | what the plumber charged | work done charges | consultancy charges',
    hint: 'billed | supplier | vendor | gst | contractor | purchase | order | charged | repair | repairs | owed | customer',
    words: 'invoice bill total tax due quantity unit gst subtotal',
  },
  {
    types: { receipt: 1 },
    say: 'receipt | cash memo | proof of purchase | proof of payment | payment confirmation | payment proof | paid receipt | till slip | shop slip | slip from the shop | slip from the store | sales slip | purchase slip | raseed | rasid | rasidh | रसीद | quittung | kassenbon | recu | recibo | bought at | bought from | bought | bought at the shop | groceries | grocery | supermarket | restaurant | dinner | meal | dining | lunch | eating out | fuel | petrol pump | gas station | filling station | shopping | donation | donated | charity | donation slip | rent receipt | fee receipt | school fee | school fees | fees paid | tuition | tuition fee | money i gave | paid at counter | acknowledgement of payment | kharidari',
    hint: 'bought | purchase | shop | store | paid | cash | fee | fees | donation | charity | groceries | tuition | shopping | cashier',
    words: 'receipt paid cash received amount change total thank card',
  },
  { types: { receipt: 0.6 }, say: 'groceries | grocery | food shopping | supermarket | vegetables | kirana | ration', words: 'grocery supermarket mart milk bread rice vegetables store' },
  { types: { receipt: 0.6 }, say: 'restaurant | dinner | meal | lunch | eating out | dining | ate out | cafe | evening out', words: 'restaurant table food cafe dine waiter covers' },
  { types: { receipt: 0.5 }, say: 'petrol | fuel | diesel | gas station | filled the tank | filling station', words: 'petrol fuel diesel litre pump' },
  { types: { receipt: 0.7, invoice: 0.3, tax_return: 0.1 }, say: 'donation | charity | gave to charity | money given away | donated | daan | contribution to temple | ngo', words: 'donation donor charitable trust 80g' },
  { types: { receipt: 0.6, invoice: 0.4 }, say: 'school fees | school fee | tuition | fees for school | college fees | cost of school | kids schooling cost', words: 'school fee tuition term student class academic' },
  { types: { tax_return: 0.6, receipt: 0.2, payslip: 0.2 }, say: 'tax papers | tax documents | for my accountant | chartered accountant | tax saving | tax proof', hint: 'accountant' },
  { types: { bank_statement: 0.4, loan_agreement: 0.3, payslip: 0.3 }, hint: 'finances | financial | money | paisa | cash | paise', words: 'amount' },
  { types: { receipt: 0.5, invoice: 0.4, utility_bill: 0.4, tax_return: 0.1 }, say: 'property tax | house tax | municipal tax | council tax', words: 'property tax municipal council assessment house corporation' },
  { types: { bank_statement: 0.5, other: 0.5, receipt: 0.2 }, say: 'fixed deposit | term deposit | fd receipt | investment | investments | mutual fund | mutual funds | shares | stocks | demat | portfolio | savings certificate | nest egg', words: 'deposit maturity investment fund units nav folio shares dividend' },
];
