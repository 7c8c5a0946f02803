import { clauses, grid, table } from '../blocks.ts';
import type { Drawn } from '../form.ts';
import { Paper } from '../paper.ts';

type Clause = readonly [string, ...string[]];

const rent: Clause[] = [
  ['Rent', 'The Tenant shall pay the Rent of £1,950.00 per calendar month in advance on the first day of each month by standing order to the account the Landlord nominates in writing.', 'The first payment is due on the Commencement Date. Any sum unpaid fourteen days after it fell due carries interest at 3% above the Bank of England base rate from the day it fell due.', 'The Rent includes no charge for gas, electricity, water, broadband, or council tax, all of which the Tenant shall pay to the supplier or authority concerned.'],
  ['Rent review', 'The Landlord may increase the Rent once on 1 October 2025 and once on 1 October 2026 by giving two months’ notice in writing. The increase shall not exceed the lower of 4% and the change in the Consumer Prices Index over the preceding twelve months.', 'If the Tenant thinks the proposed sum is above the open market they may refer the notice to the First-tier Tribunal before it takes effect.'],
  ['The Deposit', 'The Tenant has paid a deposit of £2,250.00, being five weeks’ rent, which the Landlord’s Agent holds as stakeholder.', 'The Agent shall protect the Deposit with MyDeposits Shield within thirty days of receipt and shall give the Tenant the prescribed information. The certificate number is MDS-77120418.', 'At the end of the Tenancy the Agent shall return the Deposit within ten working days of agreeing any deduction. Deductions may be made for unpaid rent, for damage beyond fair wear and tear, and for cleaning to the standard recorded in the Inventory.'],
];

const use: Clause[] = [
  ['Use of the Property', 'The Tenant shall occupy the Property as a private residence for themselves, their spouse, and their children, and for no one else. No trade shall be carried on there, save that quiet work at a desk is allowed.', 'The Tenant shall not leave the Property empty for more than twenty-eight consecutive nights without telling the Agent beforehand.'],
  ['Animals', 'No dog, cat, bird, or reptile may be kept at the Property without the Landlord’s consent in writing, which will not be unreasonably withheld. Consent has been given for one cat called Biscuit.', 'If consent is given the Tenant shall have the carpets professionally cleaned, and treated for fleas, on leaving.'],
  ['Noise and neighbours', 'Nothing shall be done that is a nuisance to the neighbours. Musical instruments, televisions, and loudspeakers shall not be audible outside the Property between eleven at night and seven in the morning.'],
  ['Smoking', 'Smoking and the burning of candles or incense are not permitted in any part of the Property. Electronic cigarettes are treated in the same way.'],
  ['Bicycles and prams', 'Bicycles, prams, and scooters may be kept in the side passage but not in the entrance hall, which must be kept clear as a means of escape.'],
  ['Decoration and alterations', 'The Tenant may hang pictures with hooks that leave a hole no wider than 2 mm. Any other alteration, including painting, needs the Landlord’s consent in writing.', 'Shelving put up with consent becomes the Landlord’s at the end of the Tenancy unless the wall is made good.'],
];

const care: Clause[] = [
  ['Repairs by the Landlord', 'The Landlord shall keep in repair the structure and outside of the Property, including drains, gutters, and external pipes, and the installations for water, gas, electricity, sanitation, and heating, as section 11 of the Landlord and Tenant Act 1985 requires.', 'The Landlord shall respond to a total loss of heating or hot water within twenty-four hours, and to any other urgent defect within three working days.'],
  ['Repairs by the Tenant', 'The Tenant shall replace light bulbs, batteries in alarms, and vacuum cleaner bags, and shall free blocked sinks where the Tenant caused the blockage.', 'The Tenant shall report any damp, leak, or defect to the Agent as soon as they notice it. A Tenant who fails to report is answerable for the damage that grows from the delay.'],
  ['Gardens', 'The Tenant shall mow the lawn at least once every three weeks from April to September and shall not lop the pear tree.'],
  ['Windows and chimney', 'The Tenant shall have the inside of the windows cleaned every quarter. The fireplace is ornamental and must not be lit.'],
  ['Boiler', 'The Landlord shall have the boiler serviced, and the gas safety record renewed, in January of each year. The present record was made on 12 January 2024.'],
  ['Refuse', 'Refuse and recycling shall be put out on the evening before collection, which at the date of this agreement is Tuesday.'],
];

const access: Clause[] = [
  ['Access', 'The Landlord or the Agent may enter on forty-eight hours’ notice in writing, between nine and six on a weekday, to inspect or to repair. In an emergency no notice is needed.', 'During the last two months of the Tenancy the Tenant shall allow viewings by those who may rent or buy, not more than twice a week.'],
  ['Keys and alarm', 'The Tenant has received three sets of keys. A lost key is charged at £18.00 with the cost of changing the lock where the key bore the address. The alarm code is to be returned to 0000 on leaving.'],
  ['Insurance', 'The Landlord insures the building. The Tenant’s belongings are not covered and the Tenant is advised to insure them.'],
  ['Assignment and lodgers', 'The Tenant shall not assign, sublet, or part with the Property or any part of it, nor advertise it on any short-stay website, nor take in a lodger without the Landlord’s consent.'],
];

const ending: Clause[] = [
  ['Early release', 'Either party may bring this Tenancy to an end at any time after the first twelve months by giving the other not less than two months’ notice in writing, to expire on the last day of a rental period. The notice may not be given before 1 August 2025.', 'A Tenant who leaves under this clause owes no more than the Rent up to the day the notice runs out.'],
  ['Recovery of possession', 'If the Rent is at least two months in arrear, or there has been a serious breach, the Landlord may seek an order under Ground 8, 10, 11, 12, or 13 of Schedule 2 to the Housing Act 1988.'],
  ['Leaving', 'On the last day the Tenant shall give the Agent all keys, remove everything that is theirs, leave the Property as clean as it was found, and give an address for letters. Belongings left behind are kept for twenty-eight days and may then be sold.', 'A check-out shall be made within two working days with the Tenant invited to be present. Its cost of £120.00 falls on the Landlord.'],
  ['Death of a Tenant', 'Where two people are the Tenant and one dies, the Tenancy goes on in the name of the other.'],
  ['Notices', 'A notice to the Landlord may be served at 9 Larkspur Crescent, Croydon CR2 7PX, or by e-mail to lettings@larkhall.example. A notice to the Tenant may be served at the Property. A letter posted first class is served on the second working day after.'],
  ['Data', 'The Agent holds the Tenant’s particulars for seven years after the Tenancy ends and shares them with the deposit scheme, the utilities, and the authority for council tax.'],
];

const general: Clause[] = [
  ['Both of you', 'Where the Tenant is more than one person each is answerable for the whole of the Rent and every obligation.'],
  ['Guarantor', 'Mr Thomas Edward Miller of 3 Chapel Row, Leeds LS6 2AB guarantees the Tenant’s obligations up to £10,000.00. The guarantee ends with the fixed term.'],
  ['Stamp and law', 'This agreement is governed by the law of England and Wales. Stamp Duty Land Tax is not payable on it at the date it is made.'],
  ['Energy performance', 'The Property has an energy performance rating of D (61), valid until 9 May 2031.'],
];

export const leaseLondon: Drawn = {
  id: 'lease-london', file: '18 Calder Rd AST signed', type: 'lease', category: ['property', 'legal'], person: 'Priya Fernandes-Miller',
  fields: { holderName: ['Daniel Thomas Miller', 'Priya Maria Fernandes-Miller', 'Daniel Thomas Miller and Priya Maria Fernandes-Miller', 'Daniel Miller', 'Priya Fernandes-Miller'], startDate: '2024-10-01', endDate: '2027-09-30', totalAmount: ['1950', '2250'], currency: 'GBP' },
  also: { issuer: ['Kwame Osei', 'Mr Kwame Osei', 'Larkhall Lettings', 'Larkhall Lettings Ltd'], issueDate: '2024-09-12', expiryDate: '2027-09-30', documentNumber: ['LL/E17/0418', 'MDS-77120418'], dueDate: ['2024-10-01'] },
  form: { as: 'text-pdf' },
  draw: () => {
    const paper = new Paper({ margin: 68, font: 'times', fontSize: 12.5 });
    const style = { font: 'times', bold: 'times-bold', size: 13.5, lead: 1.72, indent: 22 };
    const part = (title: string, items: Clause[], from: number): void => {
      paper.next();
      paper.put(title, { font: 'times-bold', size: 15, align: 'center', after: 14 });
      clauses(paper, items, { ...style, from });
    };
    paper.at(297, 150, 'TENANCY AGREEMENT', { font: 'times-bold', size: 26, align: 'center' });
    paper.at(297, 190, 'for an assured shorthold tenancy', { font: 'times-italic', size: 15, align: 'center' });
    paper.at(297, 214, '(Part I of the Housing Act 1988 as amended by the Housing Act 1996)', { size: 11, align: 'center' });
    paper.at(297, 300, '18 Calder Road\nWalthamstow\nLondon E17 4PQ', { font: 'times-bold', size: 16, align: 'center' });
    paper.at(297, 420, 'KWAME OSEI\n\nand\n\nDANIEL THOMAS MILLER\nPRIYA MARIA FERNANDES-MILLER', { size: 14, align: 'center' });
    paper.at(297, 640, 'Larkhall Lettings Ltd\n12 Hoe Street, London E17 4SD\nReference LL/E17/0418', { size: 11, align: 'center' });
    paper.next();
    paper.put('THE PARTICULARS', { font: 'times-bold', size: 15, align: 'center', after: 14 });
    table(paper, [{ width: 140 }, { width: 319 }], [['Date of agreement', '12 September 2024'], ['The Landlord', 'Mr Kwame Osei of 9 Larkspur Crescent, Croydon CR2 7PX'], ['The Landlord’s Agent', 'Larkhall Lettings Ltd'], ['The Tenant', 'Daniel Thomas Miller and Priya Maria Fernandes-Miller'], ['The Property', '18 Calder Road, Walthamstow, London E17 4PQ with its rear garden and side passage'], ['The Term', 'A fixed term of three years beginning on and including 1 October 2024 (the Commencement Date) and ending on and including 30 September 2027'], ['The Rent', '£1,950.00 per calendar month'], ['The Deposit', '£2,250.00'], ['The Contents', 'As listed in the Inventory dated 30 September 2024']], { font: 'times', size: 12.5, head: null, pad: 8 });
    paper.gap(20).put('The Landlord lets the Property to the Tenant for the Term at the Rent, on the terms that follow. Words that begin with a capital letter have the meaning given in these particulars.', { size: 13, lead: 1.6, align: 'justify' });
    part('PART A — MONEY', rent, 1);
    part('PART B — LIVING AT THE PROPERTY', use, 4);
    part('PART C — CARE OF THE PROPERTY', care, 10);
    part('PART D — ACCESS, KEYS AND OTHERS', access, 16);
    part('PART E — HOW THE TENANCY ENDS', ending, 20);
    part('PART F — GENERAL', general, 26);
    paper.next();
    paper.put('INVENTORY', { font: 'times-bold', size: 15, align: 'center', after: 14 });
    table(paper, [{ width: 110 }, { width: 240 }, { width: 109 }], [['Room', 'Item', 'State'], ['Kitchen', 'Gas hob and electric oven', 'Clean, one knob loose'], ['Kitchen', 'Fridge-freezer, washing machine', 'Good'], ['Front room', 'Two-seat sofa, grey', 'Worn left arm'], ['Front room', 'Curtains, lined, two pairs', 'Good'], ['Hall', 'Runner and coir mat', 'Good'], ['Bedroom 1', 'Double bed frame with mattress (2021)', 'Good'], ['Bedroom 2', 'Wardrobe, pine', 'Hinge mended'], ['Bathroom', 'Shower screen', 'Limescale'], ['Garden', 'Shed with padlock, two keys', 'Fair'], ['Meters', 'Gas 04471, electric 22018, water 1,041', 'Read 30/09/2024']], { font: 'times', size: 12.5, pad: 7 });
    paper.next();
    paper.put('SIGNATURES', { font: 'times-bold', size: 15, align: 'center', after: 20 });
    paper.y = grid(paper, paper.y, [['Signed by the Landlord', 'K. Osei        12/09/2024'], ['Witness', 'A. Mensah, Croydon'], ['Signed by the Tenant', 'D. T. Miller        12/09/2024'], ['Signed by the Tenant', 'P. Fernandes-Miller        12/09/2024'], ['Guarantor', 'T. E. Miller        10/09/2024'], ['For the Agent', 'S. Duarte, Larkhall Lettings']], 2, { boxed: true, row: 60, size: 13, font: 'times', valueFont: 'times-italic' });
    return paper.eachPage((page, total) => { if (page > 1) paper.at(297, 806, `Page ${page} of ${total}`, { size: 9, align: 'center' }); });
  },
};
