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
`;
