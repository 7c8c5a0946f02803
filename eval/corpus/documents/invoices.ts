import { grid, matrix, pairs, table } from '../blocks.ts';
import { gstin, iban } from '../checksums.ts';
import type { Drawn } from '../form.ts';
import { Paper } from '../paper.ts';

export const invoices: Drawn[] = [
  {
    id: 'invoice-laptop', file: 'OD228104477120 invoice', type: 'invoice', category: ['bills', 'financial'], person: 'Asha Rao',
    fields: { documentNumber: ['BLR7-2500118204', 'OD228104477120'], holderName: 'Asha Rao', issuer: ['Tuskar Retail Private Limited', 'Tuskar Retail Pvt Ltd', 'Tuskar Retail'], issueDate: ['2025-08-11', '2025-08-10'], totalAmount: '71990', currency: 'INR' },
    form: { as: 'text-pdf' },
    draw: () => {
      const paper = new Paper({ margin: 34, font: 'helv', fontSize: 8.5 });
      paper.at(34, 32, 'Tax Invoice/Bill of Supply/Cash Memo', { font: 'helv-bold', size: 12 }); paper.at(34, 48, '(Original for Recipient)', { size: 8 });
      paper.at(34, 68, 'Sold By :', { font: 'helv-bold' });
      paper.at(34, 80, 'Tuskar Retail Private Limited\n*Survey No. 61/2, Dobaspet Industrial Area, Nelamangala\nBengaluru Rural, Karnataka, 562111, IN', {});
      paper.at(34, 122, `PAN No: AAFCT8817R\nGST Registration No: ${gstin('29AAFCT8817R1Z')}`, {});
      paper.at(561, 68, 'Billing Address :', { font: 'helv-bold', align: 'right' });
      paper.at(561, 80, 'Asha Rao\nFlat 402, Gulmohar Residency, 14th Cross\nJayanagar 4th Block, BENGALURU, KARNATAKA, 560011, IN\nState/UT Code: 29', { align: 'right' });
      paper.at(34, 156, 'Order Number: OD228104477120\nOrder Date: 10.08.2025', { font: 'helv-bold' });
      paper.at(561, 156, 'Invoice Number : BLR7-2500118204\nInvoice Date : 11.08.2025', { font: 'helv-bold', align: 'right' });
      paper.y = 196;
      table(paper, [{ width: 22 }, { width: 196 }, { width: 58, align: 'right' }, { width: 26, align: 'right' }, { width: 58, align: 'right' }, { width: 36 }, { width: 32 }, { width: 48, align: 'right' }, { width: 51, align: 'right' }], [
        ['Sl.', 'Description', 'Unit Price', 'Qty', 'Net Amount', 'Tax Rate', 'Type', 'Tax Amt', 'Total'],
        ['1', 'Veridian AeroBook 14 (16 GB, 512 GB SSD, Ink Blue) | B0D11 HSN:8471  Serial VAB14-7K22091', '₹59,991.53', '1', '₹59,991.53', '9%\n9%', 'CGST\nSGST', '₹5,399.24\n₹5,399.23', '₹70,790.00'],
        ['2', 'Onsite installation and set-up. SAC:998719', '₹1,016.95', '1', '₹1,016.95', '9%\n9%', 'CGST\nSGST', '₹91.53\n₹91.52', '₹1,200.00'],
        ['', 'TOTAL:', '', '', '', '', '', '₹10,981.52', '₹71,990.00'],
      ], { size: 8, lastBold: 1 });
      paper.box(34, paper.y, 527, 34, undefined, '#777');
      paper.at(38, paper.y + 4, 'Amount in Words:\nSeventy One Thousand Nine Hundred Ninety only', { font: 'helv-bold' });
      paper.y += 44;
      paper.put('MRP ₹84,990.00. You saved ₹13,000.00 on this order.', { after: 6 });
      paper.put('Whether tax is payable under reverse charge - No', { after: 24 });
      paper.at(561, paper.y, 'For Tuskar Retail Private Limited:', { font: 'helv-bold', align: 'right' }); paper.sign(440, paper.y + 14, 'P. Iyer', 22); paper.at(561, paper.y + 46, 'Authorized Signatory', { align: 'right' });
      paper.put('Payment: UPI 4417XXXX2091 on 10/08/2025 21:12:40. Invoice value: 71,990.00. Mode of payment: Prepaid', { size: 8 });
      paper.at(34, 806, 'Please note that this invoice is not a demand for payment. Customers desirous of availing input GST credit are requested to create a Business account. Page 1 of 1', { size: 7, width: 520 });
      return paper;
    },
  },
  {
    id: 'invoice-plumber', file: 'boiler invoice', type: 'invoice', category: ['bills', 'financial'], person: 'Daniel Miller',
    fields: { documentNumber: ['1187', 'INV-1187'], holderName: ['Daniel Miller', 'Mr Daniel Miller'], issuer: ['Harbottle & Sons', 'Harbottle & Sons Heating', 'Harbottle and Sons Heating', 'Harbottle & Sons Heating Ltd'], issueDate: '2026-01-14', dueDate: '2026-01-28', totalAmount: '474.00', currency: 'GBP' },
    form: { as: 'photo', to: 'pdf', haste: 1, desk: 'dark' },
    draw: () => {
      const paper = new Paper({ margin: 56, font: 'sans', fontSize: 11 });
      paper.at(56, 48, 'HARBOTTLE & SONS', { font: 'book-bold', size: 26 }); paper.at(56, 80, 'Heating · Plumbing · Gas Safe 521148', { size: 11 });
      paper.at(539, 52, 'INVOICE', { font: 'sans-bold', size: 22, align: 'right', color: '#7a1f1f' });
      paper.at(56, 130, 'To:\nMr Daniel Miller\n18 Calder Road\nLondon E17 4PQ');
      pairs(paper, 130, [['Invoice no.', '1187'], ['Date', '14/01/2026'], ['Job done', '12/01/2026'], ['Terms', '14 days']], { x: 350, label: 90, font: 'sans', valueFont: 'sans-bold', size: 11, step: 4 });
      paper.y = 236;
      table(paper, [{ width: 330 }, { width: 50, align: 'right' }, { width: 103, align: 'right' }], [['Work', 'Qty', '£'], ['Call out and diagnosis, boiler losing pressure', '1', '75.00'], ['Replace expansion vessel (Worcester 8716142302)', '1', '142.50'], ['Replace pressure relief valve', '1', '47.50'], ['Annual service and flue gas test', '1', '85.00'], ['Labour 1 hr', '1', '45.00']], { font: 'sans', size: 11, pad: 6, lines: 'rows' });
      paper.gap(8);
      pairs(paper, paper.y, [['Subtotal', '395.00'], ['VAT @ 20%', '79.00'], ['Total due', '£474.00']], { x: 350, label: 110, font: 'sans', valueFont: 'sans-bold', size: 12, step: 5 });
      paper.at(56, paper.y + 110, 'Please pay by 28/01/2026 to sort code 20-44-81, account 7301 8820.\nParts guaranteed for 12 months, labour for 6. Next service due January 2027.\nVAT reg. 284 7718 03', { size: 10.5 });
      paper.at(56, 770, 'Harbottle & Sons Heating Ltd, 4 Markhouse Works, London E17 8EF. Company 08814477', { size: 8.5 });
      return paper;
    },
  },
  {
    id: 'invoice-dentist', file: 'dental statement', type: 'invoice', category: ['medical', 'bills', 'financial'], person: 'Rohan Fernandes',
    fields: { documentNumber: ['20447', 'F-20447', '88-20447'], holderName: 'Rohan Fernandes', issuer: ['Zilker Family Dental', 'Zilker Family Dental, PLLC', 'Zilker Family Dental PLLC'], issueDate: '2026-04-02', dueDate: '2026-05-02', totalAmount: ['196.40', '1284.00'], currency: 'USD' },
    form: { as: 'scan', dpi: 300, to: 'pdf', skew: -1.1, quality: 70 },
    draw: () => {
      const paper = new Paper({ size: 'LETTER', margin: 54, font: 'helv', fontSize: 10 });
      paper.at(54, 48, 'ZILKER FAMILY DENTAL, PLLC', { font: 'helv-bold', size: 16, color: '#2b6f6b' }); paper.at(54, 70, '1501 S Lamar Blvd Ste 210, Austin, TX 78704\n(512) 555-0102   Tax ID 74-3312880');
      paper.y = grid(paper, 112, [['Invoice #', 'F-20447'], ['Invoice date', '04/02/2026'], ['Payment due', '05/02/2026'], ['Amount due', '$196.40']], 4, { boxed: true, row: 36, size: 12 });
      paper.at(54, 164, 'Bill to: Rohan Fernandes, 2209 Bluebonnet Lane Apt 6, Austin TX 78704');
      paper.y = 190;
      table(paper, [{ width: 66 }, { width: 54 }, { width: 194 }, { width: 60, align: 'right' }, { width: 70, align: 'right' }, { width: 60, align: 'right' }], [
        ['Date', 'Code', 'Procedure', 'Fee', 'Insurance', 'You owe'], ['03/30/2026', 'D0120', 'Periodic oral evaluation', '62.00', '62.00', '0.00'], ['03/30/2026', 'D1110', 'Prophylaxis, adult', '118.00', '118.00', '0.00'], ['03/30/2026', 'D0274', 'Bitewings, four images', '84.00', '84.00', '0.00'], ['03/30/2026', 'D2750', 'Crown, porcelain, tooth 19', '1,020.00', '823.60', '196.40'], ['', '', 'Totals', '1,284.00', '1,087.60', '196.40'],
      ], { size: 9.5, lines: 'rows', lastBold: 1, pad: 5 });
      paper.gap(16).put('Estimated insurance portion billed to Delta Plan 04/01/2026. Estimates are not a guarantee of payment; any balance not paid by your plan is your responsibility.', { size: 9, after: 10 });
      paper.put('Pay online or detach and mail with check payable to Zilker Family Dental. A finance charge of 1.5% per month applies to balances over 60 days.', { size: 9, after: 30 });
      paper.rule(paper.y); paper.gap(8).put('Remit: Account 88-20447   Rohan Fernandes   Amount due $196.40   Amount enclosed $ __________', { size: 10 });
      return paper;
    },
  },
  {
    id: 'factura-es', language: 'es', file: 'Factura hotel Valencia', type: 'invoice', category: ['bills', 'financial', 'travel'], person: 'Priya Fernandes-Miller',
    fields: { documentNumber: ['F25/03318', 'F25-03318'], holderName: ['Priya Fernandes-Miller', 'Priya Fernandes Miller'], issuer: ['Hostal Turia Azul S.L.', 'Hostal Turia Azul'], issueDate: '2025-08-24', totalAmount: '742.50', currency: 'EUR' },
    also: { startDate: '2025-08-19', endDate: '2025-08-24' },
    form: { as: 'text-pdf' },
    draw: () => {
      const paper = new Paper({ margin: 60, font: 'book', fontSize: 12 });
      paper.at(297, 50, 'Hostal Turia Azul', { font: 'book-bold', size: 26, align: 'center', color: '#1d5b9a' }); paper.at(297, 82, 'Hostal Turia Azul S.L. · CIF B-46118820 · Carrer de Cuba 41, 46006 València', { size: 10, align: 'center' });
      paper.rule(104);
      paper.at(60, 122, 'FACTURA', { font: 'book-bold', size: 17 });
      pairs(paper, 150, [['Nº de factura', 'F25/03318'], ['Fecha de emisión', '24/08/2025'], ['Cliente', 'Priya Fernandes-Miller'], ['Dirección', '18 Calder Road, London E17 4PQ, Reino Unido'], ['Estancia', 'del 19/08/2025 al 24/08/2025, habitación 14']], { label: 130, font: 'book', valueFont: 'book-bold', size: 12 });
      paper.y = 290;
      table(paper, [{ width: 245 }, { width: 60, align: 'right' }, { width: 80, align: 'right' }, { width: 90, align: 'right' }], [['Concepto', 'Cant.', 'Precio', 'Importe'], ['Habitación doble con desayuno', '5', '122,73 €', '613,64 €'], ['Cuna de bebé', '5', '0,00 €', '0,00 €'], ['Aparcamiento', '5', '12,27 €', '61,36 €'], ['Base imponible', '', '', '675,00 €'], ['IVA 10 %', '', '', '67,50 €'], ['TOTAL', '', '', '742,50 €']], { font: 'book', size: 12, lines: 'rows', lastBold: 1, pad: 5 });
      paper.gap(18).put('Pagado con tarjeta VISA **** 4471. Señal de 150,00 € recibida el 02/06/2025 ya descontada del pago en recepción.', { after: 8 }).put('Gracias por su visita. ¡Hasta pronto!', { font: 'book-italic' });
      return paper;
    },
  },
  {
    id: 'rechnung-umzug', language: 'de', file: 'Umzug Rechnung', type: 'invoice', category: ['bills', 'financial'], person: 'Vikram Rao',
    fields: { documentNumber: ['2019/0388', '2019-0388'], holderName: 'Vikram Rao', issuer: ['Spedition Oberländer & Söhne', 'Spedition Oberländer', 'Spedition Oberländer & Söhne KG'], issueDate: '2019-06-28', dueDate: '2019-07-12', totalAmount: '3451.00', currency: 'EUR' },
    form: { as: 'scan', dpi: 200, to: 'jpg', skew: 2.1, grey: true, quality: 68 },
    draw: () => {
      const paper = new Paper({ margin: 62, font: 'times', fontSize: 11 });
      paper.at(62, 50, 'Spedition Oberländer & Söhne KG', { font: 'times-bold', size: 18 }); paper.at(62, 74, 'Umzüge in alle Welt seit 1931 · Landsberger Straße 318 · 80687 München', { size: 9 });
      paper.rule(92);
      paper.at(62, 112, 'Herrn Vikram Rao\nLindwurmstraße 114\n80337 München');
      pairs(paper, 112, [['Rechnung Nr.', '2019/0388'], ['Datum', '28.06.2019'], ['Auftrag vom', '04.06.2019'], ['Leistungsdatum', '24.–25.06.2019']], { x: 350, label: 90, font: 'times', valueFont: 'times-bold', size: 10.5, step: 2 });
      paper.y = 210;
      paper.put('Für den Umzug von München nach Bengaluru, Indien, erlauben wir uns zu berechnen:', { after: 10 });
      table(paper, [{ width: 30 }, { width: 310 }, { width: 131, align: 'right' }], [['Pos.', 'Leistung', 'EUR'], ['1', 'Verpacken von 11 cbm Umzugsgut, zwei Mann, ein Tag', '780,00'], ['2', 'Seefracht Hamburg – Chennai, Beiladung', '1.640,00'], ['3', 'Zollabfertigung und Papiere', '310,00'], ['4', 'Transportversicherung, Warenwert 12.000 EUR', '170,00'], ['', 'Nettobetrag', '2.900,00'], ['', 'zzgl. 19 % MwSt.', '551,00'], ['', 'Gesamtbetrag', '3.451,00']], { font: 'times', size: 11, lastBold: 1, pad: 5 });
      paper.gap(14).put('Zahlbar innerhalb von 14 Tagen bis 12.07.2019 ohne Abzug. Eine Anzahlung wurde nicht geleistet.', { after: 30 }).put('Mit freundlichen Grüßen', { after: 26 });
      paper.sign(70, paper.y - 22, 'G. Oberländer', 24);
      paper.at(62, 780, `Stadtbank München, IBAN ${iban('DE', '701500000044118820')} · USt-IdNr. DE129441827 · Amtsgericht München HRA 22018`, { size: 8 });
      return paper;
    },
  },
  {
    id: 'invoice-school', file: 'GreenwoodFees_T2', type: 'invoice', category: ['education', 'bills', 'financial'], person: 'Kabir Rao', heldOut: true,
    fields: { documentNumber: ['GW/26-27/T2/0917', '9917'], holderName: ['Kabir Rao', 'Vikram Rao', 'Master Kabir Rao'], issuer: ['Greenwood Valley School', 'Greenwood Valley Educational Trust'], issueDate: '2026-09-01', dueDate: '2026-09-15', totalAmount: '92750', currency: 'INR' },
    form: { as: 'scan', dpi: 200, to: 'pdf', skew: -0.9 },
    draw: () => {
      const paper = new Paper({ margin: 48, font: 'sans', fontSize: 11 });
      paper.box(48, 40, 499, 60, '#e8f3e2'); paper.at(297, 48, 'Greenwood Valley School', { font: 'book-bold', size: 22, align: 'center', color: '#28531c' }); paper.at(297, 78, 'Kanakapura Road, Bengaluru 560109 • CBSE Affiliation 830447', { size: 10, align: 'center' });
      paper.at(297, 114, 'FEE INVOICE – TERM II, 2026-27', { font: 'sans-bold', size: 14, align: 'center' });
      paper.y = grid(paper, 144, [['Invoice no.', 'GW/26-27/T2/0917'], ['Date', '01 Sep 2026'], ['Pay before', '15 Sep 2026'], ['Student', 'Master Kabir Rao'], ['Grade', 'VIII B, Roll 9917'], ['Parent', 'Vikram Rao']], 3, { boxed: true, row: 36, font: 'sans', valueFont: 'sans-bold', size: 11.5 });
      paper.gap(14);
      table(paper, [{ width: 360 }, { width: 139, align: 'right' }], [['Head', 'Amount (Rs.)'], ['Tuition fee', '68,500'], ['Transport, route 7', '14,250'], ['Laboratory and computer', '4,000'], ['Robotics club', '6,000'], ['Total payable', '92,750']], { font: 'sans', size: 11, pad: 6, lastBold: 1 });
      paper.gap(12).put('Late fee Rs. 100 per day after 15 Sep 2026; name is struck off after 30 Sep 2026. Pay by NEFT to the school account shown in the parent portal. Term I fee of Rs. 89,400 was received on 11 Jun 2026. Annual fee for the year: Rs. 1,82,150.', { size: 10 });
      matrix(paper, 48, 660, 80, 917); paper.at(140, 690, 'Scan to pay. Computer generated, no signature needed.', { size: 9 });
      return paper;
    },
  },
];
