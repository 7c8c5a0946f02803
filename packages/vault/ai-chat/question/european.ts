import { plain } from '../../understanding/text/fold.ts';

/**
 * Words of questions in German, Dutch, French, Spanish, Portuguese and Italian, and the English that the rules read. What
 * stands before the bar makes a question one of that language; an empty gloss is a word that carries nothing. What has no
 * gloss stays as it is, for the paper may print it.
 */
const languages: readonly string[] = [
  `bis wann = by when, wie hoch ist = how much is, wie hoch sind = how much are, wie hoch war = how much was, wie viel = how much, wieviel = how much, wie viele = how many, wie lange = how long, wie oft = how often, wie alt = how old, wie lautet = what is, wie heisst = what is the name of, wann = when, welche = which, welcher = which, welches = which, welchen = which, wem gehort = who owns, warum = why, seit wann = since when, was kostet = how much is, was kostete = how much was, wo = where, wer = who, was = what, wie = how
   | ist = is, sind = are, war = was, waren = were, hat = has, habe = have, haben = have, hatte = had, wird = is, werden = be, wurde = was, wurden = were, muss = must, mussen = must, kann = can, konnen = can, darf = may, soll = should, kostet = cost, gekostet = cost, bezahlt = paid, bezahlen = pay, zahlen = pay, fallig = due, lauft = expires, ablauft = expires, ab =, gultig = valid, gekauft = bought, bestellt = ordered, ausgestellt = issued, unterschrieben = signed, geboren = born, wohnt = live, verkauft = sold,
   der =, die =, das = the, den =, dem =, des =, ein = a, eine = a, einen = a, einer = a, einem = a, mein = my, meine = my, meinen = my, meiner = my, meines = my, unser = our, unsere = our, ich = i, wir = we, von = of, vom = of, bei = at, fur = for, auf = on, mit = with, und = and, im = in, am = on, zum = to, zur = to, nach = after, an = to, aus = from, es = it, sie = it, er = he,
   rechnung = invoice, rechnungen = invoices, rechnungsnummer = invoice number, rechnungsdatum = invoice date, rechnungsbetrag = total, kundennummer = customer number, bestellnummer = order number, betrag = amount, gesamtbetrag = total, summe = total, steuer = tax, mehrwertsteuer = vat, mwst = vat, nummer = number, datum = date, adresse = address, telefonnummer = phone number, mietvertrag = lease, miete = rent, kaution = deposit, kundigungsfrist = notice period, vermieter = landlord, versicherung = insurance, reisepass = passport, fuhrerschein = driving licence, vertrag = contract, quittung = receipt, beleg = receipt, gehalt = salary, seriennummer = serial number, preis = price`,
  `hoeveel = how much, wanneer = when, wat is = what is, wat zijn = what are, wat kost = how much is, wat kostte = how much was, hoe lang = how long, hoe hoog is = how much is, tot wanneer = by when, welke = which, welk = which, waarom = why, waar = where, wie = who, wat = what, hoe = how
   | is = is, zijn = are, was = was, waren = were, heeft = has, heb = have, hebben = have, moet = must, moeten = must, kan = can, mag = may, wordt = is, worden = be, werd = was, kost = cost, kostte = cost, kosten = cost, betaald = paid, betalen = pay, verloopt = expires, geldig = valid, gekocht = bought, besteld = ordered, ondertekend = signed, geboren = born, verkocht = sold, woont = live,
   de = the, het = the, een = a, van = of, voor = for, bij = at, op = on, met = with, en = and, in = in, aan = to, uit = from, mijn = my, onze = our, ons = our, ik = i, we = we, wij = we, er =, dat = that, die =, deze = this,
   factuur = invoice, facturen = invoices, factuurnummer = invoice number, factuurdatum = invoice date, klantnummer = customer number, ordernummer = order number, bestelnummer = order number, bedrag = amount, totaal = total, totaalbedrag = total, btw = vat, nummer = number, datum = date, adres = address, telefoonnummer = phone number, huur = rent, huurcontract = lease, borg = deposit, waarborgsom = deposit, opzegtermijn = notice period, verhuurder = landlord, verzekering = insurance, paspoort = passport, rijbewijs = driving licence, contract = contract, bon = receipt, salaris = salary, serienummer = serial number, prijs = price, vervaldatum = due date`,
  `combien coute = how much is, combien coutait = how much was, combien a coute = how much was, combien de = how many, combien = how much, quand = when, quel est = what is, quelle est = what is, quels sont = what are, quel = which, quelle = which, quels = which, quelles = which, pourquoi = why, jusqu a quand = until when, comment = how, ou est = where is, ou habite = where does live, ou = where, qui = who, qu est ce que = what, que = what
   | est = is, sont = are, etait = was, a = has, ai = have, avons = have, ont = have, dois = must, doit = must, peut = can, coute = cost, paye = paid, payer = pay, payee = paid, expire = expire, valable = valid, achete = bought, commande = order, signe = signed, ne = born, vendu = sold, t il =, t elle =, echoit = due, due = due,
   le = the, la = the, les = the, l = the, un = a, une = a, de = of, du = of, des = of, d = of, au = at, aux = at, chez = at, pour = for, sur = on, avec = with, et = and, dans = in, en = in, mon = my, ma = my, mes = my, notre = our, nos = our, je = i, j = i, nous = we, il = it, elle = it, ce = this, cette = this, par = by,
   facture = invoice, factures = invoices, numero = number, date = date, montant = amount, total = total, tva = vat, taxe = tax, adresse = address, telephone = phone number, loyer = rent, bail = lease, caution = deposit, preavis = notice period, bailleur = landlord, proprietaire = landlord, assurance = insurance, passeport = passport, permis = driving licence, contrat = contract, recu = receipt, salaire = salary, serie = serial, prix = price, echeance = due date, client = customer, vendeur = seller`,
  `cuanto cuesta = how much is, cuanto costo = how much was, cuanto es = how much is, cuantos = how many, cuantas = how many, cuanto = how much, cuanta = how much, cuando vence = when is due, cuando = when, cual es = what is, cuales son = what are, cual = which, donde = where, quien = who, por que = why, hasta cuando = until when, como = how, que = what
   | es = is, son = are, era = was, fue = was, esta = is, tiene = has, tengo = have, hay = are there, debo = must, debe = must, puede = can, cuesta = cost, costo = cost, pagado = paid, pagar = pay, pague = paid, vence = due, caduca = expires, valido = valid, comprado = bought, pedido = order, firmo = signed, nacio = born, vendio = sold, vive = live,
   el = the, la = the, los = the, las = the, un = a, una = a, de = of, del = of, al = to, para = for, por = for, con = with, y = and, en = in, mi = my, mis = my, nuestro = our, nuestra = our, yo = i, se =, lo = it, su = its, este = this, esta = this,
   factura = invoice, facturas = invoices, numero = number, fecha = date, importe = amount, total = total, iva = vat, impuesto = tax, direccion = address, telefono = phone number, alquiler = rent, contrato = contract, fianza = deposit, preaviso = notice period, arrendador = landlord, casero = landlord, seguro = insurance, pasaporte = passport, carnet = driving licence, recibo = receipt, sueldo = salary, salario = salary, serie = serial, precio = price, vencimiento = due date, cliente = customer, vendedor = seller`,
  `quanto custa = how much is, quanto custou = how much was, quanto e = how much is, quantos = how many, quantas = how many, quanto = how much, quanta = how much, quando = when, qual e = what is, quais sao = what are, qual = which, quais = which, onde = where, quem = who, por que = why, ate quando = until when, como = how, o que = what
   | e = is, sao = are, foi = was, era = was, esta = is, tem = has, tenho = have, ha = are there, devo = must, deve = must, pode = can, custa = cost, custou = cost, pago = paid, pagar = pay, paguei = paid, vence = due, expira = expires, valido = valid, comprado = bought, pedido = order, assinou = signed, nasceu = born, vendeu = sold, mora = live,
   o = the, a = the, os = the, as = the, um = a, uma = a, de = of, do = of, da = of, dos = of, das = of, ao = to, para = for, por = for, com = with, no = in, na = in, em = in, meu = my, minha = my, meus = my, nosso = our, nossa = our, eu = i, se =, seu = its, este = this, esta = this,
   fatura = invoice, faturas = invoices, numero = number, data = date, valor = amount, total = total, iva = vat, imposto = tax, endereco = address, telefone = phone number, aluguel = rent, renda = rent, contrato = contract, caucao = deposit, seguro = insurance, passaporte = passport, recibo = receipt, salario = salary, serie = serial, preco = price, vencimento = due date, cliente = customer, vendedor = seller`,
  `quanto costa = how much is, quanto costava = how much was, quanto e costato = how much was, quanto e costata = how much was, quanti = how many, quante = how many, quanto = how much, quanta = how much, quando scade = when is due, quando = when, qual e = what is, quali sono = what are, quale = which, quali = which, dove = where, chi = who, perche = why, fino a quando = until when, come = how, che cosa = what, cosa = what
   | e = is, sono = are, era = was, ha = has, ho = have, abbiamo = have, devo = must, deve = must, puo = can, costa = cost, costato = cost, pagato = paid, pagare = pay, scade = due, valido = valid, comprato = bought, ordinato = ordered, firmato = signed, nato = born, nata = born, venduto = sold, abita = live,
   il = the, lo = the, la = the, i = the, gli = the, le = the, l = the, un = a, una = a, di = of, del = of, dello = of, della = of, dei = of, dal = from, al = at, alla = at, per = for, con = with, e = and, nel = in, nella = in, in = in, mio = my, mia = my, nostro = our, nostra = our, io = i, si =, suo = its, questo = this, questa = this,
   fattura = invoice, fatture = invoices, numero = number, data = date, importo = amount, totale = total, iva = vat, imposta = tax, indirizzo = address, telefono = phone number, affitto = rent, contratto = contract, cauzione = deposit, preavviso = notice period, locatore = landlord, assicurazione = insurance, passaporto = passport, patente = driving licence, ricevuta = receipt, stipendio = salary, serie = serial, prezzo = price, scadenza = due date, cliente = customer, venditore = seller`,
];

type Language = { glosses: ReadonlyMap<string, string>; leads: ReadonlySet<string>; longest: number };

const entriesOf = (text: string): [string, string][] =>
  text.split(',').map((entry) => entry.split('=')).filter(([word]) => word!.trim() !== '').map(([word, gloss]) => [word!.trim(), (gloss ?? '').trim()]);

const tables: readonly Language[] = languages.map((text) => {
  const [leads = '', others = ''] = text.split('|');
  const glosses = new Map([...entriesOf(others), ...entriesOf(leads)]);
  return { glosses, leads: new Set(entriesOf(leads).map(([word]) => word)), longest: Math.max(...[...glosses.keys()].map((word) => word.split(' ').length)) };
});

type Part = { text: string; key: string };

const partsOf = (text: string): Part[] => [...text.normalize('NFC').matchAll(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}._/-]*|[?!,;:]/gu)].map(([found]) => ({ text: found.replace(/[._/-]+$/, ''), key: plain(found.replace(/[._/-]+$/, '')) }));

/** How many of the words the language knows; 0 where no word of asking is among them, or too few are known. */
const share = (parts: readonly Part[], { glosses, leads, longest }: Language): number => {
  const words = parts.filter((part) => /[\p{L}\p{N}]/u.test(part.key));
  const known = words.filter((part) => glosses.has(part.key)).length;
  const asks = words.slice(0, 4).some((_, at) => Array.from({ length: longest }, (__, i) => words.slice(at, at + i + 1).map((part) => part.key).join(' ')).some((phrase) => leads.has(phrase)));
  return asks && known >= 2 && known >= words.length * 0.4 ? known / words.length : 0;
};

const english = /\b(?:the|is|are|was|were|did|do|does|my|our|of|what|which|when|how|who|where|has|have|much|many|and|for)\b/g;

/** The language among those that a question is in, by its own words and by English ones; null for English or unknown. */
const languageOf = (text: string, parts: readonly Part[]): Language | null => {
  if (parts.length < 2) return null;
  const ours = (plain(text).match(english) ?? []).length / parts.length;
  const [best] = tables.map((table) => ({ table, share: share(parts, table) })).sort((a, b) => b.share - a.share);
  return best && best.share > ours ? best.table : null;
};

/** The question with its words in English where it is in one of these languages, and that it was; other questions come back as they are. */
export const glossEuropean = (text: string): { text: string; foreign: boolean } => {
  const parts = partsOf(text);
  const language = languageOf(text, parts);
  if (!language) return { text, foreign: false };
  const out: string[] = [];
  for (let at = 0; at < parts.length;) {
    let used = 0;
    for (let length = Math.min(language.longest, parts.length - at); length >= 1 && used === 0; length -= 1) {
      const gloss = language.glosses.get(parts.slice(at, at + length).map((part) => part.key).join(' '));
      if (gloss === undefined) continue;
      if (gloss) out.push(gloss);
      used = length;
    }
    if (used === 0) out.push(parts[at]!.text);
    at += Math.max(1, used);
  }
  return { text: out.join(' ').replace(/\s+([?!,;:])/g, '$1'), foreign: true };
};
