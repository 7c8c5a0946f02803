/** Words that tell a language apart, function words first and then the words of forms and invoices (plain: lower case, no accents). */
const byLanguage: Record<string, string> = {
  en: `the of and to in is for that with this are be by on from you your was were has have not or as at an it we will shall any which their our
    been all may must if date number name address total amount due invoice payment bill account tax please page of birth valid issued issue
    expiry policy details description quantity price certificate between agreement hereby herein whereas period charges balance no customer
    phone state government office number holder signature dear sincerely received paid insurance test result patient age passport surname names place expiration class sex driver license licence height weight authority code type male female government republic states kingdom follow name: tab days after food clinic thank you visit again sub grand table dinner shop store received`,
  de: `der die das und ist nicht mit fur von den dem ein eine einer eines zu im am auf sich als auch bei nach wird werden sind oder wir sie ihr ihre
    ihren bitte betrag rechnung datum kunde kundennummer rechnungsnummer gesamtbetrag mwst ust netto brutto zahlung seite strasse geburtsdatum
    gultig nummer uber vom zum zur bis mietvertrag vertrag versicherung konto bankverbindung steuer anschrift geboren ausgestellt unterschrift
    menge preis beschreibung einzelpreis summe zahlbar herr frau firma bundesrepublik deutschland lieferdatum verwendungszweck monat ausweis personalausweis reisepass behorde geburtsort geburtstag vornamen staatsangehorigkeit ergebnis einheit referenzbereich befund labor untersuchung eingang ausgang urkunde`,
  nl: `de het een en van is niet met voor op te dat in zijn aan door bij naar wordt worden ook als of wij u uw dit die heeft hebben tot over om
    factuur factuurnummer factuurdatum klantnummer bedrag totaal btw excl incl datum betaling rekening gelieve euro naam adres geboortedatum
    geldig nummer aantal prijs omschrijving stuk rijbewijs huurovereenkomst huurder verhuurder verzekering polis polisnummer kenteken
    bestelling vervaldatum betaald nederland loonstrook werknemer werkgever`,
  fr: `le la les des et est un une du de dans pour par sur avec au aux ce cette que qui ne pas vous votre nous notre sont ou se son sa ses a
    facture date montant total tva client numero adresse paiement echeance prix quantite naissance nom prenom valable jusqu delivre ttc ht
    contrat assurance bail locataire bailleur compte solde banque societe monsieur madame entre soussigne ordonnance medecin`,
  es: `el la los las de y en que un una del para por con no se es su al lo como mas o sus le ha este esta son usted factura fecha importe total
    iva cliente numero direccion pago vencimiento precio cantidad nacimiento nombre apellidos valido hasta expedicion contrato seguro poliza
    arrendador arrendatario cuenta saldo banco sociedad espana titular calle nomina empresa trabajador descripcion salario base liquidacion periodo deducciones percibir devengado recibo seguridad social deducir`,
  it: `il lo la i gli le di e che un una del della dei delle per con non si nel alla al da in su sono come questo questa fattura data importo totale
    iva cliente numero indirizzo pagamento scadenza prezzo quantita nascita nome cognome valido fino rilascio contratto polizza conto saldo
    banca societa italia codice fiscale descrizione locatore conduttore presente tra`,
  pt: `o a os as de e em que um uma do da dos das para por com nao se no na ao seu sua como mais ou este esta sao fatura data valor total iva
    cliente numero endereco pagamento vencimento preco quantidade nascimento nome validade emissao contrato seguro apolice conta saldo banco
    recibo contribuinte descricao senhorio inquilino`,
  pl: `na do nie jest sie za od po dla ze przez oraz lub faktura data kwota razem nazwa numer sprzedawca nabywca vat brutto netto zaplaty
    termin platnosci adres ilosc cena urodzenia umowa`,
  sv: `och att det som en ett av for med pa ar den till inte om har de vi du faktura datum belopp summa moms kund nummer adress betalning forfallodatum`,
  da: `og at det som en et af for med pa er den til ikke om har de vi du faktura dato belob moms kunde nummer adresse betaling forfaldsdato`,
  la: `et in ad est non ut sed cum qui quod ipsum lorem dolor sit amet consectetur adipiscing elit eiusmod tempor incididunt labore magna aliqua enim minim veniam quis nostrud nisi aute irure`,
  fi: `ja on ei se etta oli han mutta lasku paivamaara summa yhteensa alv asiakas numero osoite maksu erapaiva`,
  tr: `ve bir bu icin ile da de olarak fatura tarih tutar toplam kdv musteri adres odeme`,
  ro: `si de la in pe cu nu este un o din pentru factura data suma total tva client numar adresa plata`,
  cs: `na se je do pro s faktura datum castka celkem dph odberatel dodavatel adresa splatnosti`,
  hu: `az es hogy nem egy szamla datum osszeg osszesen afa vevo cim fizetes`,
};

function index(): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, string[]>();
  for (const [language, list] of Object.entries(byLanguage)) {
    for (const word of new Set(list.split(/\s+/))) {
      const languages = words.get(word);
      if (languages) languages.push(language);
      else words.set(word, [language]);
    }
  }
  return words;
}

/** Word → the languages that use it. */
export const commonWords = index();
