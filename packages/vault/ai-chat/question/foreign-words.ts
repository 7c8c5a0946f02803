/** What the words of household papers are in German, French, Spanish, Dutch and Italian; words of one line mean the same. Without accents. */
export const foreignWords = `
premium prima pramie prime premie beitrag
rent miete loyer alquiler huur affitto kaltmiete huurprijs
deposit kaution caution fianza waarborgsom cauzione
notice kundigungsfrist kundigung preavis preaviso opzegtermijn disdetta
consumption verbrauch consommation consumo verbruik kwh use
meter zahlernummer zahler compteur contador meternummer
total gesamtbetrag gesamt summe totaal importe montant
tax mwst umsatzsteuer steuer tva iva btw
address anschrift adresse adres direccion indirizzo
invoice rechnung rechnungsnummer facture factura factuur fattura
insurance versicherung assurance seguro verzekering
electricity strom electricite electricidad elektriciteit
water wasser eau agua
landlord vermieter bailleur arrendador verhuurder locatore
tenant mieter locataire arrendatario huurder inquilino
repair reparaturen reparatur reparations reparaciones kleinreparaturen
pet haustiere tiere tierhaltung animaux mascotas huisdieren
salary gehalt lohn salaire nomina salario
gross brutto brut bruto
net netto
account konto kontonummer compte cuenta rekening vertragskonto
duration laufzeit duree duracion looptijd
employer arbeitgeber employeur werkgever
excess selbstbeteiligung selbstbehalt franchise franquicia
date datum fecha
delivery lieferung livraison entrega levering
hotel hostal hostel inn pension guesthouse auberge habitacion zimmer
move moving relocation removal umzug demenagement mudanza verhuizing
deposit sicherheit borg garantia
security sicherheit kaution
flat wohnung appartement piso vivienda woning
room zimmer chambre habitacion kamer
price preis prix precio prijs
pay zahlen payer pagar betalen zahlbar
due fallig faellig echeance vencimiento vervaldatum
valid gultig valable valido geldig
expir ablauf ablaufdatum expire caduca caducidad verloopt
birth geburt geburtsdatum naissance nacimiento geboorte geboren
name nom nombre naam vorname nachname
employee arbeitnehmer mitarbeiter salarie empleado trabajador werknemer
tax steuer impot impuesto belasting einkommensteuer lohnsteuer
train zug tren trein billet
flight flug vol vuelo vlucht
car auto kfz fahrzeug voiture vehiculo
doctor arzt medecin medico arts dr
medicine arzneimittel medicament medicamento comprime tablette geneesmiddel
animal dog cat pet pets hund katze kleintier tierhaltung chien chat perro gato
night nacht nuit noche nights
quiet silence noise ruhe ruhezeit bruit ruido noisy
end endet ende beendigung fin termina einde
begin beginnt beginn debut inicio begint
guarantor surety guarante vouch burge garant fiador
warranty garantie garantia
excess deductible selbstbeteiligung franchise franquicia eigen
cancel cancellation kundigung kundigen gekundigt resiliation resilier cancelar opzeggen
deadline frist delai plazo termijn
instalment rate raten mensualite cuota termijn abschlag
month monthly monat monatlich mois mensuel mensual mes maand maandelijks
year yearly annual jahr jahrlich annee annuel ano anual jaar jaarlijks jahresbeitrag
week weekly woche wochentlich semaine semana
day tag tage jour jours dia dias dag dagen
holiday leave vacation urlaub conges vacaciones vakantie
closed close schliesstage schliesszeit ferme fermeture cerrado gesloten
hour opening uhr heure horaire hora horas uur offnungszeiten betreuungszeit
health krankenversicherung kranken sante salud zorg krankenkasse
pension retirement rente rentenversicherung retraite jubilacion pensioen
care nursing pflege pflegeversicherung
unemployment arbeitslosenversicherung chomage desempleo
withheld deducted lohnsteuer einbehalten retenu retenido ingehouden
payout auszahlung auszahlungsbetrag virement liquido uitbetaling
paid bezahlt paye pagado betaald geleistet
credit balance guthaben avoir saldo tegoed
refund back erstattung ruckzahlung remboursement reembolso terugbetaling guthaben
reference number aktenzeichen numero nummer kennziffer referenz
plate registration kennzeichen immatriculation matricula kenteken plaque
car vehicle fahrzeug wagen pkw
comprehensive vollkasko
third liability haftpflicht responsabilite responsabilidad aansprakelijkheid
theft burglary stolen diebstahl einbruch vol robo diefstal
fire feuer brand incendie incendio
damage schaden dommage sinistre dano schade
claim report schaden melden sinistre declarer siniestro declaracion
accident unfall accident accidente ongeval schaden
call phone telephone telefon telefoon rufnummer hotline storung
emergency notfall notdienst urgence urgencia
working office ouvre ouvrable werktag laborable
quickly soon within innerhalb binnen dans
child kind enfant hijo hija nino
kindergarten nursery daycare kita krippe kindertagesstatte creche guarderia
pick collect abholen abholberechtigt abholung recuperer recoger
grandmother grossmutter oma grandmere abuela
grandfather grossvater opa grandpere abuelo
allerg allergie alergia
peanut erdnuss erdnusse arachide cacahuete
nut nuss nusse noix nueces
milk milch lait leche
vaccine vaccination shot impfung impfpass vaccin vacuna
measles mmr masern rougeole sarampion
tick fsme zecken
tetanus tetanos wundstarrkrampf sechsfach
dentist zahnarzt dentiste dentista tandarts
hospital krankenhaus klinik hopital ziekenhuis
prescription rezept verordnung ordonnance receta recept
appointment termin rendez cita afspraak
loan credit darlehen kredit pret emprunt prestamo lening
interest zins zinssatz sollzinssatz interet interes rente
repay repayment tilgung sondertilgung remboursement amortizacion aflossing
extra additional zusatzlich sondertilgung supplementaire
last final letzte derniere ultima laatste
first erste premier primera eerste
second zweite deuxieme segunda tweede
kitchen kuche cuisine cocina keuken
bathroom bath bad salle bano badkamer
cellar basement keller kellerraum cave sotano kelder
parking space stellplatz parkplatz garage stationnement aparcamiento
floor storey obergeschoss etage planta verdieping
size area wohnflache surface superficie oppervlakte
cold without kaltmiete netto
utilities extras charges nebenkosten betriebskosten charges gastos servicekosten
heating heizung heizkosten chauffage calefaccion verwarming
small kleinreparaturen
dog hund hunde hundehaltung chien perro hond
allowed permit erlaubt zulassig gestattet autorise permis permitido toegestaan zustimmung
smoke rauchen fumer fumar roken
landlord landlady vermieterin
tenant mieterin
staircase stairs treppe treppenhaus escalier escalera
work arbeit travail trabajo werk
contract vertrag contrat contrato contract
trial probation probezeit essai prueba proeftijd
job position role tatigkeit stelle qualite poste fonction puesto functie
remote home homeoffice telearbeit teletravail teletrabajo thuiswerk
earn salary verdienst bruttogehalt remuneration salaire
bonus pramie sonderzahlung prime gratificacion
compete wettbewerbsverbot concurrence competencia
dismiss kundigung licenciement despido ontslag
resign kundigung demission dimision
born geboren geb ne nee nacido geboren
married verheiratet ehe marie casado gehuwd
spouse ehepartner ehegatte conjoint conyuge echtgenoot
school schule ecole escuela
school report zeugnis bulletin boletin rapport
mark note noten notes notas cijfer
ticket fahrkarte fahrschein billet billete kaartje
card karte carte tarjeta kaart
departure abfahrt abflug depart salida vertrek
arrival ankunft arrivee llegada aankomst
seat sitzplatz platz place asiento zitplaats
laptop notebook ordinateur portatil
warranty gewahrleistung garantieverlangerung
return ruckgabe umtausch retour devolucion
invoice rechnungsbetrag
price cost kosten cout coste kost gebuhr beitrag elternbeitrag cotisation cuota
food meal essen essensgeld verpflegung repas comida
fee gebuhr frais tasa honoraires honorar
fine penalty busse bussgeld verwarnungsgeld amende multa boete
speed geschwindigkeit vitesse velocidad snelheid
waste garbage abfall mull muell ordures basura afval
property house grundstuck haus maison casa huis immobilie
owner eigentumer proprietaire propietario eigenaar
sale kauf kaufvertrag vente venta koop
inheritance will testament erbe heritage herencia erfenis
power attorney vollmacht procuration poder volmacht
identity ausweis identite identidad identiteit
passport reisepass passeport pasaporte paspoort
nationality staatsangehorigkeit nationalite nacionalidad nationaliteit
issue ausgestellt ausstellungsdatum delivre expedido afgegeven
authority behorde autorite autoridad
member mitglied membre miembro lid mitgliedschaft
household haushalt menage hogar huishouden
income einkommen revenu ingreso inkomen
rent quittance loyer
customer kundennummer
debit lastschrift rucklastschrift prelevement domiciliacion incasso addebito
fail bounce bounced rucklastschrift
objection object einwand einwande reclamation objecion bezwaar contestazione
chairman chairwoman chairperson chair vorsitz vorsitzender vorsitzende president presidente voorzitter
board vorstand aufsichtsrat conseil consejo bestuur consiglio
fee entgelt entgeld pauschale
serial seriennummer serienummer seriennr
bic swift
chair stuhl burostuhl chaise silla stoel sedia cadeira
office buro bureau oficina kantoor ufficio escritorio
table desk tisch schreibtisch bureau mesa escritorio tafel tavolo
bed bett lit cama letto
book buch livre libro boek livro
shoe schuhe chaussures zapatos schoenen scarpe sapatos
bicycle bike fahrrad velo bicicleta fiets
key schlussel cle clef llave sleutel chiave chave
washing machine waschmaschine lavadora wasmachine lavatrice
fridge refrigerator kuhlschrank refrigerateur nevera frigorifico koelkast frigorifero
breakfast fruhstuck petit-dejeuner desayuno ontbijt colazione
memory speicher memoire memoria geheugen
delivered geliefert livre entregado geleverd consegnato
street strasse rue calle straat
date datum vom
`;
