import { bars, grid, guilloche, matrix, pairs, seal, table } from '../blocks.ts';
import type { Drawn } from '../form.ts';
import { Paper } from '../paper.ts';

export const educationVehicle: Drawn[] = [
  {
    id: 'degree-asha', file: 'BA degree Asha', type: 'degree_certificate', category: 'education', person: 'Asha Rao',
    fields: { documentNumber: ['DU-2005-118204', '118204'], holderName: ['Asha Fernandes', 'आशा फर्नांडिस'], issuer: ['University of Delhi', 'दिल्ली विश्वविद्यालय'], issueDate: ['2006-03-04'] },
    form: { as: 'scan', dpi: 300, to: 'jpg', skew: 1.8, quality: 74 },
    draw: () => {
      const paper = new Paper({ landscape: true, margin: 60, font: 'book', fontSize: 16 });
      paper.box(24, 24, 794, 547, '#fdf8e8', '#7a1c1c'); guilloche(paper, 30, 30, 782, 535, '#efe2bd', 14);
      seal(paper, 421, 76, 34, '#7a1c1c');
      paper.at(421, 118, 'दिल्ली विश्वविद्यालय', { font: 'hindi-bold', size: 25, align: 'center', color: '#7a1c1c' });
      paper.at(421, 156, 'University of Delhi', { font: 'book-bold', size: 28, align: 'center', color: '#7a1c1c' });
      paper.at(421, 206, 'प्रमाणित किया जाता है कि आशा फर्नांडिस ने सन् 2005 की परीक्षा में कला स्नातक (ऑनर्स) अर्थशास्त्र', { size: 14, align: 'center' });
      paper.at(421, 230, 'की उपाधि प्रथम श्रेणी में प्राप्त की।', { size: 14, align: 'center' });
      paper.at(421, 276, 'This is to certify that', { font: 'book-italic', align: 'center' });
      paper.at(421, 302, 'Asha Fernandes', { font: 'book-bold', size: 26, align: 'center' });
      paper.at(421, 344, 'of Miranda House, having been examined in 2005 and found qualified for the degree of', { align: 'center' });
      paper.at(421, 370, 'Bachelor of Arts (Honours) in Economics', { font: 'book-bold', size: 21, align: 'center' });
      paper.at(421, 404, 'in the First Division, was admitted to that degree at the Convocation held on 4 March 2006.', { align: 'center' });
      paper.at(60, 520, 'Serial No. DU-2005-118204', { size: 12 }); paper.sign(600, 468, 'D. Nayyar', 28); paper.at(610, 512, 'कुलपति / Vice-Chancellor', { size: 13 });
      return paper;
    },
  },
  {
    id: 'degree-rohan', file: 'IMG_0907', type: 'degree_certificate', category: 'education', person: 'Rohan Fernandes',
    fields: { holderName: ['Rohan Xavier Fernandes', 'Rohan Fernandes'], issuer: ['Pecan Springs University', 'The Regents of Pecan Springs University'], issueDate: '2013-05-18' },
    form: { as: 'photo', to: 'jpg', haste: 0, desk: 'wood', long: 3000 },
    draw: () => {
      const paper = new Paper({ size: [792, 612], margin: 60, font: 'book', fontSize: 17 });
      paper.box(20, 20, 752, 572, '#fbf6e6', '#1d3557');
      paper.at(396, 70, 'Pecan Springs University', { font: 'book-bold', size: 40, align: 'center', color: '#1d3557' });
      paper.at(396, 136, 'The Regents of the University, on the recommendation of the Faculty,', { font: 'book-italic', align: 'center' }); paper.at(396, 160, 'have conferred upon', { font: 'book-italic', align: 'center' });
      paper.at(396, 196, 'Rohan Xavier Fernandes', { font: 'book-bold', size: 32, align: 'center' });
      paper.at(396, 250, 'the degree of', { font: 'book-italic', align: 'center' }); paper.at(396, 278, 'Master of Science in Mechanical Engineering', { font: 'book-bold', size: 25, align: 'center' });
      paper.at(396, 326, 'with all the rights, honors, and privileges belonging to it.', { align: 'center' });
      paper.at(396, 356, 'Given at San Marcos, Texas, this eighteenth day of May, two thousand thirteen.', { align: 'center' });
      seal(paper, 396, 480, 52, '#b08d2b'); paper.sign(110, 450, 'L. Whitfield', 30); paper.sign(560, 450, 'Carmen Ortiz', 30); paper.at(130, 500, 'President', { size: 13 }); paper.at(570, 500, 'Dean, Graduate School', { size: 13 });
      return paper;
    },
  },
  {
    id: 'degree-priya', file: 'PFM BSc cert copy', type: 'degree_certificate', category: 'education', person: 'Priya Fernandes-Miller',
    fields: { documentNumber: ['SWU/11/20417'], holderName: ['Priya Maria Fernandes', 'Priya Fernandes'], issuer: ['South Wharf University', 'South Wharf University London'], issueDate: ['2011-07-14', '2011-10-03'] },
    form: { as: 'text-pdf' },
    draw: () => {
      const paper = new Paper({ margin: 70, font: 'times', fontSize: 15 });
      paper.at(297, 110, 'SOUTH WHARF UNIVERSITY', { font: 'times-bold', size: 27, align: 'center' }); paper.at(297, 144, 'LONDON', { size: 16, align: 'center', spacing: 6 });
      paper.at(297, 230, 'PRIYA MARIA FERNANDES', { font: 'times-bold', size: 21, align: 'center' });
      paper.at(297, 280, 'having completed the approved course of study\nand satisfied the examiners was this day awarded the degree of', { align: 'center', lead: 1.6 });
      paper.at(297, 360, 'BACHELOR OF SCIENCE', { font: 'times-bold', size: 20, align: 'center' }); paper.at(297, 390, 'with Second Class Honours (First Division)\nin Physiotherapy', { align: 'center', lead: 1.6 });
      paper.at(297, 480, '14 July 2011', { align: 'center' });
      paper.sign(120, 560, 'M. Ellery', 30); paper.at(120, 606, 'Vice-Chancellor', { size: 12 }); paper.sign(370, 560, 'J. P. Okafor', 30); paper.at(370, 606, 'Registrar and Secretary', { size: 12 });
      paper.at(70, 740, 'Certificate number SWU/11/20417. Issued under seal; verification at registry@southwharf.example. Replacement copy printed 3 October 2011.', { size: 9.5, width: 455 });
      return paper;
    },
  },
  {
    id: 'rc-creta', file: 'RC smart card', type: 'vehicle_registration', category: 'vehicle', person: 'Vikram Rao',
    fields: { documentNumber: ['KA05MN4471', 'KA 05 MN 4471'], holderName: 'Vikram Rao', issueDate: ['2021-02-03', '2021-01-29'], expiryDate: '2036-02-02', issuer: ['Government of Karnataka', 'Transport Department Government of Karnataka', 'RTO Bengaluru South', 'Karnataka Transport Department'] },
    form: { as: 'photo', to: 'jpg', haste: 1, desk: 'cloth', long: 3000 },
    draw: () => {
      const paper = new Paper({ size: [460, 300], margin: 16, font: 'sans', fontSize: 11 });
      paper.box(0, 0, 460, 300, '#f3f0e4'); paper.box(0, 0, 460, 46, '#e3b04b');
      paper.at(230, 6, 'INDIAN UNION VEHICLE REGISTRATION CERTIFICATE', { font: 'sans-bold', size: 13, align: 'center' }); paper.at(230, 25, 'Issued by Government of Karnataka', { size: 11, align: 'center' });
      const rows: [string, string][] = [['Regn. Number', 'KA05MN4471'], ['Date of Regn.', '03-02-2021'], ['Regn. Validity*', '02-02-2036'], ['Chassis Number', 'MALPC812LMM114420'], ['Engine / Motor Number', 'G4FLMW118203'], ['Owner Name', 'VIKRAM RAO'], ['Son/Daughter/Wife of', 'SURESH RAO'], ['Ownership', 'INDIVIDUAL   Owner Serial 1']];
      pairs(paper, 56, rows, { x: 16, label: 120, font: 'sans', valueFont: 'sans-bold', size: 11, step: 2.5, sep: ':', valueWidth: 200 });
      matrix(paper, 360, 56, 84, 4471); paper.at(360, 146, 'Fuel\nPETROL', { size: 10 }); paper.at(360, 180, 'Emission\nBS-VI', { size: 10 });
      paper.at(16, 212, 'Address: FLAT 402 GULMOHAR RESIDENCY 14TH CROSS JAYANAGAR 4TH BLOCK BENGALURU 560011', { size: 10, width: 420 });
      paper.at(16, 246, 'Maker: HYUNDAI MOTOR INDIA   Model: CRETA 1.5 SX   Colour: POLAR WHITE   Seating 5', { size: 10 });
      paper.at(16, 264, 'Financier: KAVERI NATIONAL BANK   Mfg. 11/2020   Card issued 29-01-2021', { size: 10 }); paper.at(444, 282, 'Regn. Authority RTO BENGALURU SOUTH', { size: 9, align: 'right' });
      return paper;
    },
  },
  {
    id: 'v5c-daniel', file: 'log book golf', type: 'vehicle_registration', category: 'vehicle', person: 'Daniel Miller',
    fields: { documentNumber: ['LN19 KVX', 'LN19KVX', '22118 047 713'], holderName: ['Daniel Thomas Miller', 'Mr Daniel Thomas Miller', 'Daniel Miller'], issueDate: ['2023-05-19', '2023-05-06'], issuer: ['DVLA', 'Driver & Vehicle Licensing Agency', 'Driver and Vehicle Licensing Agency'] },
    also: { startDate: ['2023-05-06', '2019-03-29'] },
    form: { as: 'scan', dpi: 200, to: 'pdf', skew: -1.5, quality: 70 },
    draw: () => {
      const paper = new Paper({ margin: 44, font: 'helv', fontSize: 10 });
      paper.box(0, 0, 595, 842, '#fbf4ee'); paper.at(44, 36, 'Registration Certificate', { font: 'helv-bold', size: 18, color: '#b3202a' }); paper.at(44, 60, 'V5C', { font: 'helv-bold', size: 16 });
      paper.at(551, 40, 'DVLA\nDriver & Vehicle Licensing Agency\nSwansea SA99 1BA', { size: 9.5, align: 'right' });
      paper.at(44, 90, 'This document is not proof of ownership. It shows who is responsible for registering and taxing the vehicle.', { font: 'helv-bold', size: 9.5 });
      paper.y = grid(paper, 114, [['A  Registration number', 'LN19 KVX'], ['Document reference number', '22118 047 713'], ['Date of first registration  B', '29 03 2019'], ['D.1  Make', 'VOLKSWAGEN'], ['D.3  Model', 'GOLF MATCH TSI EVO'], ['X  Taxation class', 'PETROL CAR'], ['P.1  Cylinder capacity', '1498 CC'], ['V.7  CO2', '113 g/km'], ['R  Colour', 'GREY'], ['E  VIN', 'WVWZZZAUZKW118820'], ['P.5  Engine number', 'DPC 441820'], ['S.1  Seats', '5']], 3, { boxed: true, row: 36, size: 11.5 });
      paper.gap(14).put('1  Registered keeper', { font: 'helv-bold', size: 13, after: 4 });
      paper.y = pairs(paper, paper.y, [['C.1.1 / C.1.2', 'MR DANIEL THOMAS MILLER'], ['C.1.3', '18 CALDER ROAD, WALTHAMSTOW, LONDON E17 4PQ'], ['Acquired vehicle on', '06 05 2023'], ['Number of former keepers', '1']], { label: 150, valueFont: 'helv-bold', size: 11 });
      paper.gap(8).put('2  Selling or transferring your vehicle to a new keeper', { font: 'helv-bold', size: 13, after: 4 });
      paper.put('Tell DVLA online straight away. You can be fined up to £1,000 if you do not tell us when you sell. Vehicle tax is not transferred; we will send a refund for full months left.', { after: 8 });
      bars(paper, 44, paper.y, 220, 30, 1914); paper.at(44, 780, 'Document issued 19 May 2023. V5C 04/19', { size: 8.5 });
      return paper;
    },
  },
  {
    id: 'title-subaru', file: 'TX title', type: 'vehicle_registration', category: 'vehicle', person: 'Rohan Fernandes', heldOut: true,
    fields: { documentNumber: ['22744188204471130', '4S4BTAEC5N3118207', 'PKV 4471', 'PKV4471'], holderName: ['Rohan Fernandes', 'Rohan Xavier Fernandes'], issueDate: '2022-03-29', issuer: ['Texas Department of Motor Vehicles', 'State of Texas'] },
    form: { as: 'scan', dpi: 200, to: 'jpg', skew: 0.4, turn: 270, quality: 74 },
    draw: () => {
      const paper = new Paper({ size: 'LETTER', margin: 50, font: 'helv', fontSize: 10 });
      guilloche(paper, 20, 20, 572, 752, '#d5dfc9', 10);
      paper.at(306, 44, 'TEXAS CERTIFICATE OF TITLE', { font: 'times-bold', size: 22, align: 'center' }); paper.at(306, 74, 'TEXAS DEPARTMENT OF MOTOR VEHICLES', { size: 11, align: 'center' });
      paper.y = grid(paper, 110, [['VEHICLE IDENTIFICATION NUMBER', '4S4BTAEC5N3118207'], ['YEAR MODEL', '2022'], ['MAKE', 'SUBA'], ['BODY STYLE', '4W'], ['TITLE/DOCUMENT NUMBER', '22744188204471130'], ['DATE TITLE ISSUED', '03/29/2022'], ['MODEL', 'OUTBACK'], ['WEIGHT', '3700'], ['LICENSE NUMBER', 'PKV 4471'], ['ODOMETER READING', '14'], ['REMARKS', 'ACTUAL MILEAGE'], ['MFG CAPACITY', '']], 4, { boxed: true, row: 40, size: 11, labelSize: 6.5 });
      paper.gap(14).put('PREVIOUS OWNER   HILL COUNTRY SUBARU   AUSTIN TX', { after: 8 }).put('OWNER', { font: 'helv-bold' }).put('ROHAN FERNANDES\n2209 BLUEBONNET LANE APT 6\nAUSTIN, TX 78704', { size: 12, after: 14 });
      table(paper, [{ width: 120 }, { width: 392 }], [['DATE OF LIEN', '1ST LIENHOLDER'], ['03/11/2022', 'CAPITOL PLAINS CREDIT UNION, PO BOX 19340, AUSTIN TX 78760'], ['1ST LIEN RELEASED', 'DATE ____________   BY ________________']], { size: 10 });
      paper.gap(14).put('IT IS HEREBY CERTIFIED THAT THE PERSON HEREIN NAMED IS THE OWNER OF THE VEHICLE DESCRIBED ABOVE WHICH IS SUBJECT TO THE ABOVE LIENS. UNLESS OTHERWISE AUTHORIZED BY LAW, IT IS A VIOLATION OF STATE LAW TO SIGN THE NAME OF ANOTHER PERSON ON A CERTIFICATE OF TITLE.', { size: 9 });
      paper.at(50, 740, 'FORM 30-C (Rev. 11/2020)   DO NOT ACCEPT TITLE SHOWING ERASURE, ALTERATION, OR MUTILATION.', { size: 8 });
      return paper;
    },
  },
];
