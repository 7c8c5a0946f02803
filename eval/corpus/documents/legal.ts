import { pairs, seal } from '../blocks.ts';
import { written } from '../docx.ts';
import type { Drawn, Typed } from '../form.ts';
import { Paper } from '../paper.ts';

export const legal: (Drawn | Typed)[] = [
  {
    id: 'rental-docx', file: 'Rental agreement tenant Indiranagar', type: 'lease', category: ['property', 'legal'], person: 'Kamala Rao',
    fields: { holderName: ['Arjun Menon', 'Mr. Arjun Menon', 'Kamala Rao'], startDate: '2026-06-01', endDate: '2027-04-30', totalAmount: ['38000', '300000'], currency: 'INR' },
    also: { issuer: ['Kamala Rao', 'Mrs. Kamala Rao'], issueDate: '2026-05-22', expiryDate: '2027-04-30' },
    form: { as: 'docx' },
    content: () => written([
      { h: 'RENTAL AGREEMENT', level: 1, center: true },
      'This rental agreement is entered into at Bengaluru on the 22nd day of May 2026 between Mrs. Kamala Rao, wife of Mr. Suresh Rao, residing at No. 27, 3rd Main Road, Malleshwaram, Bengaluru 560003 (hereinafter the OWNER) and Mr. Arjun Menon, son of Mr. P. K. Menon, permanent resident of Thrissur, Kerala (hereinafter the TENANT).',
      'Whereas the Owner is in possession of the first floor of premises No. 418, 12th A Main, HAL 2nd Stage, Indiranagar, Bengaluru 560038, and has agreed to let the same to the Tenant for residence, it is agreed as follows:',
      { numbered: true, list: [
        'The tenancy is for eleven months from 01-06-2026 to 30-04-2027 and may be renewed by mutual consent with an increase of 6% in the rent.',
        'The Tenant shall pay a rent of Rs. 38,000/- (Rupees Thirty Eight Thousand only) on or before the 5th of every month by bank transfer, besides maintenance of Rs. 2,500/- to the association.',
        'The Tenant has paid an interest-free security deposit of Rs. 3,00,000/- by cheque No. 118820 dated 20-05-2026. It shall be refunded at the time of vacating after deducting arrears and one month’s rent towards painting.',
        'Electricity and water charges are payable by the Tenant as per the meter.',
        'The Tenant shall not sublet the premises or put it to commercial use, and shall not drive nails into the teak panelling.',
        'Either side may terminate this agreement by giving two months’ notice in writing. No notice shall be given in the first six months (lock-in).',
        'Minor repairs up to Rs. 1,500/- are borne by the Tenant; all else by the Owner.',
      ] },
      { h: 'Fittings', level: 2 },
      { table: [['Item', 'Number'], ['Ceiling fans', '5'], ['Geysers', '2'], ['Modular kitchen with chimney', '1'], ['Wardrobes', '3']], widths: [70, 30] },
      { p: 'IN WITNESS WHEREOF the parties have set their hands on the day first above written.', italic: true },
      { p: 'OWNER                                                            TENANT', bold: true },
      'Witnesses: 1) Vikram Rao    2) Latha Menon',
    ], { footer: 'Rental agreement – 418, 12th A Main – e-Stamp IN-KA88120041774209T', font: 'Cambria' }),
  },
  {
    id: 'will-suresh', file: 'appa will', type: 'will', category: 'legal', person: 'Suresh Rao',
    fields: { holderName: ['Suresh Rao', 'Suresh Narayan Rao'], issueDate: '2022-04-05' },
    also: { dateOfBirth: '1951-06-30', issuer: ['Suresh Rao', 'Suresh Narayan Rao'] },
    form: { as: 'scan', dpi: 200, to: 'pdf', skew: -2.0, quality: 68, wear: 1.5 },
    draw: () => {
      const paper = new Paper({ size: 'LEGAL', margin: 74, font: 'typed', fontSize: 12.5 });
      paper.put('LAST WILL AND TESTAMENT', { font: 'typed-bold', size: 18, align: 'center', after: 18 });
      const body = { lead: 1.7, after: 12 };
      paper.put('I, SURESH RAO, son of the late Narayan Rao, born on 30th June 1951, Hindu, retired headmaster, residing at No. 27, 3rd Main Road, Malleshwaram, Bengaluru 560003, do hereby revoke all my former wills and codicils and declare this to be my last will, made of my own free will and in sound disposing mind on this 5th day of April 2022.', body);
      paper.put('1. I appoint my son VIKRAM RAO to be the executor of this will, and should he be unable or unwilling to act, my niece DR. SUDHA BHAT of Mysuru.', body);
      paper.put('2. I bequeath my house at No. 27, 3rd Main Road, Malleshwaram, to my wife KAMALA RAO absolutely. Should she die before me it shall go to my son Vikram Rao and my daughter NALINI KAMATH in equal shares.', body);
      paper.put('3. I bequeath the house at 12, Tulsi Nagar, Indore, which came to me from my mother, to my daughter Nalini Kamath.', body);
      paper.put('4. My fixed deposits with Kaveri National Bank, Malleshwaram branch, and my units in mutual funds I give to my wife, except a sum of Rs. 5,00,000 (Rupees five lakh), which I give to the Nirmala Balalaya Trust for scholarships.', body);
      paper.put('5. My books and my veena I give to my grandson KABIR RAO. My wristwatch I give to my granddaughter MEERA, when she turns eighteen.', body);
      paper.put('6. All the residue of my estate I give to my wife Kamala Rao.', body);
      paper.put('IN WITNESS WHEREOF I have set my hand to this will, contained in one sheet, at Bengaluru on the date above written.', { ...body, after: 24 });
      paper.sign(360, paper.y, 'Suresh Rao', 26); paper.at(360, paper.y + 34, 'Testator'); paper.gap(66);
      paper.put('Signed by the testator in our presence and by us in his presence:', { after: 14 });
      paper.put('1. Dr. Anita Shenoy, 4th Cross, Malleshwaram', { after: 12 }).put('2. K. Ramesh, Advocate, Gandhinagar (KAR/1188/1994)');
      return paper;
    },
  },
  {
    id: 'will-daniel', file: 'Will - D Miller FINAL', type: 'will', category: 'legal', person: 'Daniel Miller', heldOut: true,
    fields: { holderName: ['Daniel Thomas Miller', 'Daniel Miller'], issueDate: '2023-02-11' },
    also: { issuer: ['Daniel Thomas Miller', 'Hartnell Greaves LLP', 'Hartnell Greaves Solicitors'], documentNumber: ['HG/4418/DM'] },
    form: { as: 'docx' },
    content: () => written([
      { p: 'THIS IS THE LAST WILL AND TESTAMENT of me', center: true, bold: true, size: 14 },
      { p: 'DANIEL THOMAS MILLER', center: true, bold: true, size: 16 },
      { p: 'of 18 Calder Road, Walthamstow, London E17 4PQ', center: true },
      'I REVOKE all former wills and testamentary dispositions made by me.',
      { numbered: true, list: ['I APPOINT my wife PRIYA MARIA FERNANDES-MILLER to be the sole executor and trustee of this my will, but if she does not survive me by twenty-eight days I appoint my father THOMAS EDWARD MILLER and my sister-in-law ASHA RAO jointly.', 'I APPOINT the said ASHA RAO and her husband VIKRAM RAO to be the guardians of my son LEO and of any other child of mine under eighteen.', 'I GIVE my Condor bicycle and all tools to my friend OLIVER STANTON.', 'I GIVE the sum of £2,000 to the Walthamstow Wetlands Trust, registered charity 1188044.', 'I GIVE my share in 3 Chapel Row, Leeds to my said father for his life and thereafter to my son.', 'I GIVE all the rest of my estate to my wife, and if she does not so survive me, to my children who reach twenty-one in equal shares.'] },
      'I WISH my body to be cremated and my ashes scattered on Ilkley Moor.',
      'DATED this eleventh day of February 2023',
      { p: 'SIGNED by the testator in our joint presence and then by us in his', italic: true },
      { table: [['Testator', 'Witness 1', 'Witness 2'], ['D T Miller', 'Kwabena Asante, teacher', 'Helen Choi, nurse']] },
    ], { header: 'HG/4418/DM', footer: 'Hartnell Greaves LLP, Solicitors, 2 Orford Road, London E17', font: 'Times New Roman' }),
  },
  {
    id: 'poa-kamala', file: 'GPA amma', type: 'power_of_attorney', category: 'legal', person: 'Kamala Rao',
    fields: { documentNumber: ['IN-KA90021177418830S', 'MLW-4-00188-2023-24'], holderName: ['Kamala Rao', 'Vikram Rao'], issueDate: '2023-08-17' },
    also: { totalAmount: ['500', '100'], currency: 'INR', issuer: ['Sub-Registrar Malleshwaram', 'Kamala Rao', 'Government of Karnataka'] },
    form: { as: 'scan', dpi: 150, to: 'pdf', skew: 1.4, quality: 70 },
    draw: () => {
      const paper = new Paper({ size: 'LEGAL', margin: 70, font: 'times', fontSize: 13 });
      paper.box(70, 30, 472, 120, '#f0ead8', '#7a5');
      paper.at(306, 38, 'INDIA NON JUDICIAL — Government of Karnataka — e-Stamp', { font: 'sans-bold', size: 12, align: 'center' });
      pairs(paper, 62, [['Certificate No.', 'IN-KA90021177418830S'], ['Certificate Issued Date', '16-Aug-2023 11:02 AM'], ['Description', 'Article 41(e) Power of Attorney'], ['Stamp Duty Amount', 'Rs. 500']], { x: 86, label: 150, font: 'sans', valueFont: 'sans-bold', size: 9.5, step: 2 });
      paper.y = 172;
      paper.put('GENERAL POWER OF ATTORNEY', { font: 'times-bold', size: 17, align: 'center', after: 12 });
      const body = { lead: 1.65, align: 'justify' as const, after: 9 };
      paper.put('KNOW ALL MEN BY THESE PRESENTS that I, Smt. KAMALA RAO, aged 68 years, wife of Sri Suresh Rao, residing at No. 27, 3rd Main Road, Malleshwaram, Bengaluru 560003, do hereby nominate, constitute, and appoint my son Sri VIKRAM RAO, aged 42 years, residing at Flat 402, Gulmohar Residency, Jayanagar 4th Block, Bengaluru, as my true and lawful attorney to do the following acts in my name and on my behalf in respect of premises No. 418, 12th A Main, HAL 2nd Stage, Indiranagar:', body);
      for (const text of ['to let the premises, to sign rental agreements, to collect rent, and to give receipts;', 'to pay taxes, cesses, and water and electricity charges to the authorities concerned;', 'to appear before any court, registrar, or municipal office, to engage advocates, and to sign vakalatnamas and plaints;', 'to operate my savings account No. XXXX4418 with Kaveri National Bank, Malleshwaram, up to Rs. 2,00,000 in any month.']) paper.put(`•  ${text}`, { ...body, indent: 20 });
      paper.put('This power does not authorise my attorney to sell, mortgage, or gift the property. I agree to ratify all that my attorney lawfully does under it. It stays in force until I revoke it in writing.', body);
      paper.put('IN WITNESS WHEREOF I have signed this deed at Bengaluru on this the 17th day of August 2023.', { ...body, after: 24 });
      paper.sign(90, paper.y, 'Vikram Rao', 22); paper.sign(390, paper.y, 'Kamala Rao', 24); paper.at(90, paper.y + 32, 'Attorney (specimen signature)', { size: 11 }); paper.at(390, paper.y + 32, 'Executant', { size: 11 }); paper.gap(64);
      paper.put('Witnesses: 1. Suresh Rao   2. Nalini Kamath', { size: 12 });
      seal(paper, 480, 900, 34); paper.at(70, 890, 'Authenticated as No. MLW-4-00188-2023-24, Sub-Registrar, Malleshwaram', { size: 11 });
      return paper;
    },
  },
  {
    id: 'poa-texas', file: 'Statutory Durable POA', type: 'power_of_attorney', category: 'legal', person: 'Rohan Fernandes',
    fields: { holderName: ['Rohan Xavier Fernandes', 'Rohan Fernandes', 'Asha Rao'], issueDate: '2025-02-19' },
    also: { issuer: ['Rohan Xavier Fernandes', 'Delia Cantu', 'State of Texas'] },
    form: { as: 'docx' },
    content: () => written([
      { h: 'STATUTORY DURABLE POWER OF ATTORNEY', level: 1, center: true },
      { p: 'NOTICE: THE POWERS GRANTED BY THIS DOCUMENT ARE BROAD AND SWEEPING. THEY ARE EXPLAINED IN THE DURABLE POWER OF ATTORNEY ACT, SUBTITLE P, TITLE 2, ESTATES CODE. IF YOU HAVE ANY QUESTIONS ABOUT THESE POWERS, OBTAIN COMPETENT LEGAL ADVICE.', bold: true },
      'I, Rohan Xavier Fernandes, of 2209 Bluebonnet Lane, Apt 6, Austin, Travis County, Texas, appoint my cousin Asha Rao, of Bengaluru, India, as my agent to act for me in any lawful way with respect to all of the following powers that I have initialed below.',
      { table: [['Initials', 'Power'], ['RXF', 'Real property transactions'], ['RXF', 'Banking and other financial institution transactions'], ['RXF', 'Tax matters'], ['', 'Business operating transactions'], ['RXF', 'Digital assets and the content of an electronic communication']], widths: [15, 85] },
      'SPECIAL INSTRUCTIONS: My agent may not change beneficiary designations and is not entitled to compensation beyond reimbursement of reasonable expenses.',
      'This power of attorney is not affected by my subsequent disability or incapacity. It takes effect immediately and ends on my death or when I revoke it.',
      'If my agent dies, becomes incapacitated, resigns, or refuses to act, I name as successor agent: Marcus Bell of Round Rock, Texas.',
      'Signed this 19th day of February, 2025.',
      { p: 'Rohan X. Fernandes', italic: true },
      'State of Texas, County of Travis. This document was acknowledged before me on February 19, 2025 by Rohan Xavier Fernandes. Delia Cantu, Notary Public. Commission expires 08-15-2027.',
    ], { font: 'Georgia' }),
  },
];
