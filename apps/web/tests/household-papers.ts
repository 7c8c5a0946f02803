import type { Browser } from 'playwright-core';

/** A paper of an invented household. `photographed`: given as a photograph of the sheet on a table instead of a PDF. */
type Sheet = { file: string; colour: string; head: string; under: string; rows: readonly (readonly [string, string])[]; text: string; photographed?: boolean };
export type Paper = { name: string; bytes: Buffer };

const sheets: readonly Sheet[] = [
  { file: 'home-insurance.pdf', colour: '#1d4f91', head: 'HOME INSURANCE POLICY', under: 'Suraksha General Insurance Co. Ltd.', rows: [['Policy Number', 'HGI-2291-88413'], ['Insured', 'Asha Rao'], ['Sum Insured', 'INR 45,00,000.00'], ['Premium', 'INR 12,480.00'], ['Policy Period', '15 December 2025 to 14 December 2026']], text: 'This policy covers the house at 14 Lake View Road, Mysuru against fire, storm damage, burst pipes and burglary. An excess of INR 5,000 applies to each claim.' },
  { file: 'electricity-october.pdf', colour: '#b4560f', head: 'ELECTRICITY BILL', under: 'Mysuru Power Supply Company', rows: [['Account Number', '7741-2093-55'], ['Customer', 'Asha Rao'], ['Bill Date', '03 November 2026'], ['Units', '212 kWh'], ['Amount Due', 'INR 1,846.00'], ['Due Date', '05 December 2026']], text: 'Pay by the due date to avoid a late fee of two per cent. Report an outage by calling 1912.' },
  { file: 'lease.pdf', colour: '#33413c', head: 'RENTAL AGREEMENT', under: 'Between Meera Pillai (Landlord) and Vikram Rao (Tenant)', rows: [['Property', 'Flat 3B, 22 Temple Street, Bengaluru'], ['Monthly Rent', 'INR 28,000.00'], ['Security Deposit', 'INR 84,000.00'], ['Start Date', '1 February 2026'], ['End Date', '31 January 2027']], text: 'The tenant pays the rent by the fifth day of each month. Either party may end this agreement with a notice of two months in writing. The tenant keeps the flat in good repair.' },
  { file: 'passport.pdf', colour: '#123a6b', head: 'PASSPORT', under: 'REPUBLIC OF SPECIMEN', rows: [['Passport No', 'Z4829175'], ['Surname', 'RAO'], ['Given Names', 'ASHA'], ['Date of Birth', '14/08/1986'], ['Date of Issue', '22/01/2017'], ['Date of Expiry', '21/01/2027'], ['Place of Issue', 'BENGALURU']], text: 'A specimen made for a picture. It is no travel document.' },
  { file: 'payslip-october.pdf', colour: '#5b2a86', head: 'PAYSLIP', under: 'Lantern Software Pvt. Ltd.', rows: [['Employee', 'Vikram Rao'], ['Pay Period', 'October 2026'], ['Gross Salary', 'INR 1,42,000.00'], ['Deductions', 'INR 31,250.00'], ['Net Pay', 'INR 1,10,750.00']], text: 'Paid by bank transfer on 30 October 2026.' },
  { file: 'blood-test.pdf', colour: '#a3221c', head: 'MEDICAL REPORT', under: 'Lakeside Diagnostics', rows: [['Patient', 'Kabir Rao'], ['Report Date', '12 September 2026'], ['Haemoglobin', '13.1 g/dL'], ['Fasting Glucose', '88 mg/dL'], ['Vitamin D', '19 ng/mL (low)']], text: 'Advice: vitamin D once a week for eight weeks, then a second test. Dr. Nandini Shetty.' },
  { file: 'car-registration.pdf', colour: '#0e5a4a', head: 'CERTIFICATE OF REGISTRATION', under: 'Regional Transport Office, Mysuru', rows: [['Registration Number', 'KA 09 MB 4417'], ['Owner', 'Asha Rao'], ['Maker', 'Tara Motors, Tiago'], ['Registration Date', '18/03/2021'], ['Valid Until', '17/03/2036']], text: 'To be carried in the vehicle.' },
  { file: 'school-fees.pdf', colour: '#27599c', head: 'INVOICE', under: 'Green Valley School', rows: [['Invoice No', 'GVS-2026-1180'], ['Invoice Date', '10 November 2026'], ['Bill To', 'Asha Rao'], ['Student', 'Kabir Rao, class 5'], ['Total', 'INR 36,500.00'], ['Due Date', '10 December 2026']], text: 'Second term: tuition, library and sports.' },
  { file: 'IMG_4471.jpg', colour: '#7a3b10', head: 'WARRANTY CARD', under: 'Himalaya Home Appliances', rows: [['Product', 'Front loading washing machine HW-700'], ['Serial Number', 'HW7-55120-8834'], ['Purchased By', 'Asha Rao'], ['Date of Purchase', '20 May 2025'], ['Warranty Until', '19 May 2027']], text: 'The motor is covered for ten years, all other parts for two. Keep this card with the bill. Damage by hard water is not covered.', photographed: true },
  { file: 'IMG_4480.jpg', colour: '#1b1f1d', head: 'RECEIPT', under: 'Marigold Hardware, 8 Market Road, Mysuru', rows: [['Receipt No', 'MH-20931'], ['Date', '02 November 2026'], ['Ceiling fan', 'INR 3,250.00'], ['Fitting', 'INR 400.00'], ['Total', 'INR 3,650.00']], text: 'Paid in cash. Goods are taken back within seven days with this receipt.', photographed: true },
];

const drawn = ({ colour, head, under, rows, text }: Sheet): string => `
  <main style="box-sizing:border-box;width:210mm;min-height:297mm;padding:22mm 20mm;background:#fff;color:#1b1f1d;font:12pt Helvetica,Arial,sans-serif">
    <div style="border-bottom:3px solid ${colour};padding-bottom:6mm;margin-bottom:9mm">
      <div style="font-size:22pt;font-weight:700;color:${colour}">${head}</div><div style="font-size:13pt;margin-top:2mm">${under}</div>
    </div>
    <table style="border-collapse:collapse;width:100%;font-size:13pt">${rows.map(([name, value]) => `<tr><td style="padding:3mm 0;width:42%;color:#4c544f">${name}</td><td style="padding:3mm 0;font-weight:600">${value}</td></tr>`).join('')}</table>
    <p style="margin-top:10mm;line-height:1.6">${text}</p>
  </main>`;

/** The papers of an invented household, drawn by the browser: PDFs with a text of their own, and photographs that have to be recognised. */
export const householdPapers = async (browser: Browser): Promise<Paper[]> => {
  const page = await browser.newPage({ viewport: { width: 1100, height: 1400 } });
  const papers: Paper[] = [];
  for (const sheet of sheets) {
    const isPhoto = sheet.photographed === true;
    await page.setContent(isPhoto
      ? `<body style="margin:0;width:1100px;height:1400px;overflow:hidden;background:linear-gradient(120deg,#8a6a48,#6d5236)"><div style="zoom:1.05;margin:50px 0 0 110px;transform:rotate(-3.2deg);filter:drop-shadow(0 12px 24px rgb(0 0 0/.5))">${drawn(sheet)}</div></body>`
      : `<body style="margin:0">${drawn(sheet)}</body>`);
    papers.push({ name: sheet.file, bytes: isPhoto ? await page.screenshot({ type: 'jpeg', quality: 88 }) : await page.pdf({ format: 'A4', printBackground: true }) });
  }
  await page.close();
  return papers;
};
