import { grid, pairs, seal, table } from '../blocks.ts';
import type { Entry } from '../catalogue.ts';
import { written } from '../docx.ts';
import { sheet, typedSheet } from './household.ts';

const mae = ['Maria de Lurdes Carvalho', 'Maria de Lurdes Ribeiro Carvalho', 'Maria de Lurdes R Carvalho', 'D. Maria de Lurdes Carvalho'];

/** The same couple's cat, journeys and degrees, and the Portuguese papers of Inês's mother in Porto. */
export const londonFamilyPapers: readonly Entry[] = [
  sheet({
    id: 'london-luz', type: 'utility_bill', category: 'bills', file: 'fatura luz outubro', language: 'pt', person: 'Maria de Lurdes Carvalho',
    fields: { documentNumber: ['FT 2026/0718204', '30441882'], holderName: mae, issuer: ['Luz do Douro', 'Luz do Douro, S.A.', 'Luz do Douro S.A.', 'Luz do Douro Comercialização S.A.'], issueDate: '2026-10-16', dueDate: '2026-11-06', totalAmount: '61.87', currency: 'EUR' },
    also: { startDate: '2026-09-12', endDate: '2026-10-11' },
  }, (p) => {
    p.pdf.circle(70, 60, 22).fill('#f4b400'); p.at(102, 46, 'Luz do Douro, S.A.', { font: 'sans-bold', size: 18 }); p.at(102, 70, 'Apoio ao cliente 808 200 418 · Avarias 800 506 506 (grátis)', { font: 'sans', size: 9 });
    p.at(50, 108, 'D. Maria de Lurdes Carvalho\nRua do Bonjardim 618, 2.º Esq.\n4000-118 Porto', { font: 'sans', size: 11 }); pairs(p, 108, [['Fatura n.º', 'FT 2026/0718204'], ['Cliente', '30441882'], ['Data de emissão', '16 de outubro de 2026'], ['Período de faturação', '12/09/2026 a 11/10/2026'], ['CPE', 'PT 0002 0000 4418 2071 XR']], { x: 300, label: 105, font: 'sans', size: 9.5, step: 3 });
    p.box(50, 208, 495, 52, '#fff3cd'); p.at(64, 216, 'Valor a pagar', { font: 'sans', size: 11 }); p.at(64, 230, '61,87 €', { font: 'sans-bold', size: 20 }); p.at(530, 216, 'Débito direto a partir de', { font: 'sans', size: 11, align: 'right' }); p.at(530, 230, '6 de novembro de 2026', { font: 'sans-bold', size: 14, align: 'right' });
    p.y = 280; table(p, [{ width: 250 }, { width: 80, align: 'right' }, { width: 80, align: 'right' }, { width: 85, align: 'right' }], [['Descrição', 'Quantidade', 'Preço', 'Valor (€)'], ['Energia ativa, simples (leitura real)', '214 kWh', '0,1582', '33,85'], ['Potência contratada 4,6 kVA', '30 dias', '0,2740', '8,22'], ['Taxa DGEG e contribuição audiovisual', '', '', '2,92'], ['Imposto especial de consumo', '214 kWh', '0,001', '0,21'], ['Plano Casa Segura', '1 mês', '6,90', '6,90'], ['IVA', '', '', '9,77'], ['Total', '', '', '61,87']], { font: 'sans', size: 10, lines: 'rows', lastBold: 1 });
    p.gap(10).put('Comunique a próxima leitura entre 8 e 11 de novembro. O seu consumo desceu 6% face ao mês anterior. Contrato sem fidelização.', { font: 'sans', size: 10 });
  }),
  sheet({
    id: 'london-renda', type: 'lease', category: ['property', 'legal'], file: 'contrato arrendamento mãe', language: 'pt', person: 'Maria de Lurdes Carvalho',
    fields: { holderName: mae, startDate: '2023-02-01', endDate: '2028-01-31', totalAmount: ['540', '540.00', '1080'], currency: 'EUR' },
    also: { issuer: ['Imobiliária Santo Ildefonso', 'Imobiliária Santo Ildefonso, Lda.', 'Imobiliária Santo Ildefonso Lda'], issueDate: '2023-01-20', expiryDate: '2028-01-31', dueDate: '2023-02-08', dateOfBirth: '1948-09-05' },
  }, (p) => {
    p.at(297, 46, 'CONTRATO DE ARRENDAMENTO', { font: 'times-bold', size: 15, align: 'center' }); p.at(297, 66, 'PARA FIM HABITACIONAL COM PRAZO CERTO', { font: 'times-bold', size: 12, align: 'center' }); p.y = 96; const put = (text: string): void => { p.put(text, { font: 'times', size: 12, lead: 1.45, align: 'justify', after: 8 }); };
    put('Entre: IMOBILIÁRIA SANTO ILDEFONSO, LDA., com sede na Praça da Batalha, Porto, NIPC 504 418 207, como SENHORIA, e MARIA DE LURDES RIBEIRO CARVALHO, viúva, nascida a 5 de setembro de 1948, contribuinte n.º 118 820 447, como INQUILINA, é celebrado o presente contrato.'); put('Cláusula 1.ª A senhoria dá de arrendamento à inquilina o 2.º andar esquerdo do prédio sito na Rua do Bonjardim, n.º 618, no Porto, destinado exclusivamente a habitação.'); put('Cláusula 2.ª O arrendamento é feito pelo prazo de cinco anos, com início em 1 de fevereiro de 2023 e termo em 31 de janeiro de 2028, renovando-se por períodos de um ano se nenhuma das partes se opuser.'); put('Cláusula 3.ª A renda mensal é de 540,00 € (quinhentos e quarenta euros), a pagar até ao dia 8 de cada mês por transferência bancária, e é atualizada anualmente segundo o coeficiente legal.'); put('Cláusula 4.ª A inquilina entregou nesta data a quantia de 1.080,00 € a título de caução.');
    p.next(); put('Cláusula 5.ª A oposição à renovação pela senhoria é comunicada com 120 dias de antecedência. A inquilina pode denunciar o contrato a todo o tempo com pré-aviso de 60 dias.'); put('Cláusula 6.ª As obras de conservação do telhado, das fachadas e das canalizações são da responsabilidade da senhoria; as pequenas reparações interiores, da inquilina.'); put('Cláusula 7.ª A inquilina pode ter um animal de companhia. Não pode subarrendar nem fazer alojamento local.'); put('Cláusula 8.ª O condomínio é pago pela senhoria; a água, a eletricidade e o gás, pela inquilina.'); put('Cláusula 9.ª É fiadora a filha da inquilina, INÊS SOFIA CARVALHO, residente em Londres.'); put('Porto, 20 de janeiro de 2023'); p.gap(16); p.sign(70, p.y, 'M. Lurdes Carvalho', 22); p.sign(350, p.y, 'A. Pinheiro', 22);
  }, { margin: 64 }),
  sheet({
    id: 'london-procuracao', type: 'power_of_attorney', category: 'legal', file: 'procuração digitalizada', language: 'pt', person: 'Maria de Lurdes Carvalho',
    fields: { holderName: [...mae, 'Inês Sofia Carvalho', 'Inês Carvalho'], issueDate: '2025-08-21' },
    also: { documentNumber: ['P-2025/4418', '11882044', '11882044 7 ZX3'], issuer: ['Cartório Notarial do Porto', 'Cartório Notarial de Helena Vasconcelos', 'Cartório Notarial', 'Helena Vasconcelos', 'Cartório Notarial do Porto Helena Vasconcelos', ...mae] },
  }, (p) => {
    p.at(297, 50, 'CARTÓRIO NOTARIAL DO PORTO', { font: 'book-bold', size: 14, align: 'center' }); p.at(297, 70, 'Notária Helena Vasconcelos · Rua de Santa Catarina 418', { font: 'book', size: 11, align: 'center' }); p.at(297, 108, 'PROCURAÇÃO', { font: 'book-bold', size: 18, align: 'center' }); p.y = 146; const put = (text: string): void => { p.put(text, { font: 'book', size: 13, lead: 1.5, align: 'justify', after: 8 }); };
    put('MARIA DE LURDES RIBEIRO CARVALHO, viúva, residente na Rua do Bonjardim 618, Porto, titular do cartão de cidadão n.º 11882044 7 ZX3, constitui sua procuradora a filha INÊS SOFIA CARVALHO, residente em 27B Shardeloes Mews, Londres, a quem confere os poderes necessários para, em seu nome:'); put('a) movimentar as contas no Banco Comercial da Ribeira e receber a pensão;'); put('b) a representar junto da Segurança Social, das Finanças e dos serviços de saúde, e requerer apoios;'); put('c) celebrar e terminar contratos de água, eletricidade, gás e telecomunicações;'); put('d) escolher um lar ou serviço de apoio domiciliário e assinar o respetivo contrato.'); put('Esta procuração não abrange a venda ou hipoteca de imóveis. É válida por cinco anos e pode ser revogada a qualquer momento.'); put('Porto, 21 de agosto de 2025'); p.gap(14); p.sign(90, p.y, 'Maria de Lurdes R. Carvalho', 22); seal(p, 450, p.y + 20, 36, '#444'); p.at(90, p.y + 40, 'Reconhecida a assinatura. Registo P-2025/4418. Emolumentos: 25,00 €', { font: 'book', size: 11 });
  }, { margin: 70 }, { as: 'scan', dpi: 200, to: 'pdf', skew: -1.1, quality: 74 }),
  sheet({
    id: 'london-receita', type: 'prescription', category: 'medical', file: 'receita mãe', language: 'pt', person: 'Maria de Lurdes Carvalho',
    fields: { documentNumber: ['1011000044182071', '118820447'], holderName: mae, issueDate: '2026-10-27' },
    also: { issuer: ['República Portuguesa', 'Serviço Nacional de Saúde', 'SNS', 'USF Batalha', 'Dr. Tiago Mesquita', 'Tiago Mesquita', 'República Portuguesa Serviço Nacional de Saúde'], expiryDate: '2027-04-27', endDate: '2027-04-27' },
  }, (p) => {
    p.at(30, 26, 'REPÚBLICA PORTUGUESA', { font: 'narrow-bold', size: 12 }); p.at(30, 42, 'Serviço Nacional de Saúde', { font: 'narrow', size: 11 }); p.at(460, 26, 'Receita médica', { font: 'narrow-bold', size: 16, align: 'right' }); p.at(460, 48, 'N.º 1011000044182071', { font: 'narrow', size: 11, align: 'right' }); p.rule(66, 30, 460);
    pairs(p, 74, [['Utente', 'Maria de Lurdes Carvalho'], ['N.º de utente', '118820447'], ['Médico', 'Dr. Tiago Mesquita, USF Batalha'], ['Data', '27-10-2026'], ['Válida até', '27-04-2027']], { x: 30, label: 90, font: 'narrow', valueFont: 'narrow-bold', size: 12, step: 3 });
    p.y = 182; table(p, [{ width: 20 }, { width: 190 }, { width: 160 }, { width: 60 }], [['', 'Medicamento', 'Posologia', 'Emb.'], ['1', 'Apixabano 2,5 mg, comprimido', '1 de manhã e 1 à noite', '3'], ['2', 'Bisoprolol 5 mg, comprimido', '1 ao pequeno-almoço', '3'], ['3', 'Paracetamol 1000 mg, comprimido', '1 em SOS, até 3 por dia', '2']], { x: 30, font: 'narrow', size: 11.5 });
    p.at(30, p.y + 10, 'Controlo da tensão arterial todas as semanas. Próxima consulta: 19 de janeiro de 2027.', { font: 'narrow', size: 11.5 }); p.sign(330, p.y + 28, 'T. Mesquita');
  }, { size: [490, 340], margin: 30 }, { as: 'scan', dpi: 150, to: 'jpg', skew: 1.4, quality: 78 }),
  sheet({
    id: 'london-flight', type: 'travel_itinerary', category: 'travel', file: 'Booking LGW OPO', person: 'Inês Carvalho',
    fields: { documentNumber: ['K7PWQ2'], holderName: ['Inês Carvalho', 'Miss Inês Carvalho', 'Rory Bennett', 'Mr Rory Bennett', 'Ines Carvalho'], issuer: ['Cormorant', 'Cormorant Airways', 'Cormorant Air'], startDate: '2026-12-22', endDate: '2026-12-30', totalAmount: '412.76', currency: 'GBP', issueDate: '2026-09-08' },
    also: {},
  }, (p) => {
    p.at(50, 46, 'Cormorant Airways', { font: 'sans-bold', size: 21, color: '#00695c' }); p.at(50, 74, 'Thanks for booking with us, Inês!', { font: 'sans', size: 13 }); p.box(50, 98, 495, 40, '#e0f2f1'); p.at(62, 110, 'Booking reference   K7PWQ2', { font: 'sans-bold', size: 14 }); p.at(535, 112, 'Booked 8 September 2026', { font: 'sans', size: 10.5, align: 'right' });
    p.y = 156; for (const [head, text] of [['Going out', 'Tue 22 Dec 2026, flight CM 2218: London Gatwick (North) 06:25, Porto 08:50'], ['Coming back', 'Wed 30 Dec 2026, flight CM 2219: Porto 20:40, London Gatwick (North) 23:00'], ['Travellers', 'Miss Inês Carvalho, seat 11A · Mr Rory Bennett, seat 11B'], ['Bags', 'One cabin bag each under the seat; one 23 kg hold bag for Inês Carvalho']] as const) p.put(head, { font: 'sans-bold', size: 11, after: 1 }).put(text, { font: 'sans', size: 11, after: 8 });
    table(p, [{ width: 350 }, { width: 145, align: 'right' }], [['Price', 'GBP'], ['Two return fares', '318.00'], ['Hold bag, both ways', '72.00'], ['Seats', '22.76'], ['Total paid', '412.76']], { font: 'sans', size: 10.5, lastBold: 1 });
    p.gap(12).put('Name changes cost £55. Flights can be moved for £39 a person up to two hours before departure. Bag drop closes 40 minutes before departure. No refunds.', { font: 'sans', size: 10.5 });
  }),
  sheet({
    id: 'london-degree', type: 'degree_certificate', category: 'education', file: 'Rory MSc scan', person: 'Rory Bennett',
    fields: { holderName: ['Rory James Bennett', 'Rory Bennett'], issuer: ['University of Wearmouth', 'The University of Wearmouth'], issueDate: ['2011-12-09'] },
    also: { documentNumber: ['W/11/20418'] },
  }, (p) => {
    p.box(20, 20, 555, 380, '#fdfaf2', '#8b6f2a'); p.at(297, 50, 'The University of Wearmouth', { font: 'book-bold', size: 28, align: 'center' }); p.at(297, 100, 'This is to certify that', { font: 'book-italic', size: 15, align: 'center' }); p.at(297, 128, 'Rory James Bennett', { font: 'book-bold', size: 24, align: 'center' }); p.at(297, 168, 'having satisfied the examiners has been admitted to the degree of', { font: 'book-italic', size: 14, align: 'center' }); p.at(297, 196, 'Master of Science with Distinction', { font: 'book-bold', size: 19, align: 'center' }); p.at(297, 224, 'in Coastal Engineering', { font: 'book', size: 16, align: 'center' }); p.at(297, 256, 'at a Congregation held on 9 December 2011', { font: 'book', size: 14, align: 'center' });
    seal(p, 100, 330, 36, '#8b6f2a'); p.sign(250, 310, 'H. Lister', 24); p.at(250, 344, 'Registrar', { font: 'book', size: 12 }); p.sign(420, 310, 'Jane Amory', 24); p.at(420, 344, 'Vice-Chancellor', { font: 'book', size: 12 }); p.at(555, 378, 'W/11/20418', { font: 'book', size: 10, align: 'right' });
  }, { size: [595, 420], margin: 20 }, { as: 'scan', dpi: 300, to: 'jpg', skew: 0.5, quality: 80 }),
  sheet({
    id: 'london-cat', type: 'insurance_policy', category: ['insurance', 'personal'], file: 'Bica policy 2026', person: 'Inês Carvalho',
    fields: { documentNumber: ['WS-2207718'], holderName: ['Inês Carvalho', 'Miss Inês Carvalho', 'Ines Carvalho'], issuer: ['Whisker & Sons', 'Whisker & Sons Pet Insurance'], startDate: '2026-06-11', endDate: '2027-06-10', totalAmount: ['198.60', '16.55', '198.6'], currency: 'GBP' },
    also: { issueDate: '2026-05-21', expiryDate: '2027-06-10', dateOfBirth: '2021-04-02' },
  }, (p) => {
    p.box(0, 0, 18, 842, '#6a4c93'); p.at(50, 42, 'Whisker & Sons Pet Insurance', { font: 'book-bold', size: 21, color: '#6a4c93' }); p.at(50, 72, 'Certificate of insurance, issued 21 May 2026', { font: 'book', size: 12 });
    grid(p, 100, [['Policy number', 'WS-2207718'], ['Policyholder', 'Inês Carvalho'], ['Pet', 'Bica, cat, domestic shorthair'], ['Pet’s date of birth', '2 April 2021'], ['Microchip', '985141004418207'], ['Cover', 'Lifetime'], ['Starts', '11 June 2026'], ['Ends', '10 June 2027'], ['Premium', '£16.55 a month, £198.60 a year']], 3, { x: 50, width: 495, row: 40, font: 'book', valueFont: 'book-bold', size: 12, labelSize: 9.5 });
    p.y = 236; table(p, [{ width: 330 }, { width: 165, align: 'right' }], [['What we pay', 'Up to'], ['Vet fees each year', '£7,000'], ['Complementary treatment', '£750'], ['Dental treatment after an accident', '£1,000'], ['If your cat dies from an accident', '£400'], ['Advertising and reward if your cat is lost', '£250']], { font: 'book', boldFont: 'book-bold', size: 12, lines: 'rows' });
    p.gap(12); for (const text of ['You pay the first £95 of each illness or accident every year.', 'Not covered: vaccinations, spaying, and anything that showed before 11 June 2021, when we first insured Bica. Her heart murmur, noted in May 2021, is excluded.', 'She may stay abroad for up to 90 days in a policy year.', 'Claims within 90 days of treatment: 0345 555 0124.']) p.put(text, { font: 'book', size: 12.5, lead: 1.35, after: 6 });
  }),
  typedSheet({
    id: 'london-offer', type: 'contract', category: ['employment', 'legal'], file: 'Harbourline offer RB signed', person: 'Rory Bennett',
    fields: { holderName: ['Rory Bennett', 'Mr Rory Bennett'], issuer: ['Harbourline Engineering', 'Harbourline Engineering Ltd'], issueDate: '2026-08-03', startDate: '2026-10-05' },
    also: { totalAmount: ['58500', '4000'], currency: 'GBP', documentNumber: ['HL/HR/718'] },
  }, () => written([
    { p: 'Harbourline Engineering Ltd', bold: true, size: 16 }, { p: 'Hays Galleria Wharf, London SE1 · HL/HR/718', italic: true }, '3 August 2026', 'Dear Rory,', { h: 'Your contract of employment as Senior Coastal Engineer', level: 2 },
    { list: ['You start on Monday 5 October 2026 and report to Siobhan Keane, Head of Coasts.', 'Your salary is £58,500 a year, paid on the 26th of each month, and reviewed every April. A joining bonus of £4,000 is paid with your first salary; if you leave within twelve months you pay it back.', 'The first six months are a probationary period, with one week’s notice on either side; after that it is three months.', 'Your hours are 37.5 a week. You work from the office on at least two days.', 'You have 27 days’ holiday a year and the bank holidays.', 'We pay 8% of your salary into the pension if you pay at least 5%.', 'You may not work for a client of ours for six months after leaving.'], numbered: true },
    'Please sign and send back one copy by 14 August 2026.', 'With kind regards,', 'Femi Oyelaran, People Director', { p: 'Signed: Rory Bennett, 7 August 2026', italic: true },
  ], { font: 'Garamond' })),
];
