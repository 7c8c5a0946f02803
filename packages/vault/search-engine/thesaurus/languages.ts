/**
 * What households call their papers and things in German, French, Spanish, Portuguese, Italian and Dutch, and in Hindi as it is
 * typed in Latin letters. Each line: English words, then those of the other languages, without accents. A word found on
 * one side of a line is looked for by the other.
 */
export const languages = `
payslip salary wages = gehaltsabrechnung lohnabrechnung gehaltszettel lohnzettel gehalt lohn verdienstabrechnung bezuge entgeltabrechnung salaire paie bulletin remuneration nomina sueldo salario holerite contracheque vencimento recibo stipendio busta loonstrook salaris loon tankhwah tankha vetan pagaar
invoice bill = rechnung facture factura fattura fatura factuur rekening nota bolletta quittance
receipt proof purchase = quittung kassenbon beleg kaufbeleg recu recibo comprovante ricevuta scontrino bonnetje kwitantie raseed rasid parchi
contract agreement = vertrag vereinbarung contrat contrato contratto overeenkomst acordo accord acuerdo samjhauta karar anubandh ikrarnama
employment job work = arbeit arbeitsvertrag arbeitgeber anstellung stelle beruf travail emploi poste embauche trabajo empleo trabalho emprego lavoro impiego werk baan naukri kaam
employer company = arbeitgeber firma unternehmen employeur entreprise empresa empleador empregador azienda werkgever bedrijf
rent lease tenancy = miete mietvertrag mietverhaltnis wohnraummietvertrag kaltmiete warmmiete loyer location alquiler arrendamiento aluguel arrendamento locacao affitto locazione huur huurcontract kiraya kirayanama bhada
landlord owner lessor = vermieter vermieterin hausherr bailleur proprietaire arrendador casero propietario senhorio locador proprietario proprietaria locatore verhuurder eigenaar malik makanmalik
tenant lessee = mieter mieterin locataire inquilino arrendatario locatario affittuario huurder kirayedar kiraedar
apartment flat home house = wohnung haus zuhause eigenheim mietwohnung appartement logement maison domicile piso vivienda casa hogar apartamento imovel moradia appartamento abitazione woning huis ghar makan makaan
deposit security = kaution mietkaution pfand caution depot fianza deposito caucao garantia cauzione borg waarborgsom zamanat
utilities charges service = nebenkosten betriebskosten hausgeld gastos condominio condominiales servicekosten
expenses cost fee = kosten ausgaben gebuhr gebuhren beitrag frais cout depenses tarif gasto gastos coste costo cuota despesa despesas custo taxa spesa spese quota kharcha kharch fees shulk
electricity power energy = strom stromrechnung elektrizitat energie electricite courant luz electricidad eletricidade energia luce elettricita corrente stroom elektriciteit bijli
water = wasser wasserrechnung eau agua acqua paani pani
gas heating = heizung heizkosten fernwarme chauffage gaz calefaccion aquecimento riscaldamento verwarming
internet broadband = breitband glasfaser banda wifi
password passcode = passwort kennwort contrasena senha wachtwoord
phone telephone mobile = telefon handy handyvertrag mobilfunk rufnummer forfait telefono movil celular telemovel telefone cellulare telefonino telefoon mobiel gsm phon
meter reading consumption = zahler zahlerstand verbrauch compteur releve consommation contador lectura consumo contatore lettura meterstand verbruik
garbage waste trash = mull abfall mullgebuhr mullabfuhr muell ordures dechets poubelle basura lixo rifiuti spazzatura afval vuilnis kachra kooda
insurance policy cover = versicherung versicherungsschein versicherungspolice assurance seguro poliza apolice assicurazione polizza verzekering polis beema bima
car vehicle = auto wagen kfz fahrzeug pkw voiture vehicule automobile coche carro vehiculo veiculo automovel macchina veicolo voertuig gaadi gadi kraftfahrt kraftfahrzeug automobil
motorcycle scooter = motorrad roller mofa vespa motocicleta motorino scooty twowheeler
registration vehicle = zulassung fahrzeugschein kennzeichen immatriculation carte grise matricula permiso circulacion documento targa libretto kenteken
driving licence = fuhrerschein permis conduire conducir carnet carteira habilitacao cnh patente guida rijbewijs
accident damage claim = unfall schaden schadensmeldung sinistre degat siniestro accidente sinistro acidente incidente schade ongeval durghatna
theft burglary = diebstahl einbruch vol cambriolage robo hurto roubo furto diefstal inbraak chori
fire = feuer brand incendie incendio fuego aag
liability = haftpflicht responsabilite responsabilidad responsabilidade responsabilita aansprakelijkheid
excess deductible = selbstbeteiligung selbstbehalt franchise franquicia franquia franchigia eigen
premium contribution = pramie beitrag jahresbeitrag cotisation prima cuota premio premie
health medical = gesundheit gesundheits sante salud medico sanidad saude salute sanitario gezondheid zorg swasthya sehat
health insurance sickness = krankenversicherung krankenkasse mutuelle secu seguro salud convenio plano zorgverzekering mediclaim
doctor physician = arzt arztin hausarzt doktor medecin docteur medico doctora medica dottore dottoressa huisarts dokter daktar vaidya
hospital clinic = krankenhaus klinik spital hopital clinique clinica ospedale ziekenhuis aspataal haspatal aspatal
medical report findings result = befund arztbrief arztbericht laborbefund entlassungsbrief bericht resultat compte rendu bilan resultats analyse informe analisis resultados laudo exame exames referto analisi esame uitslag verslag janch jaanch
blood = blut blutwerte blutbild sang sangre sangue bloed khoon khun rakt
prescription medicine medication = rezept verordnung medikament medikamente arznei arzneimittel tabletten ordonnance medicament medicaments receta medicamento medicina remedio remedios prescricao ricetta farmaco farmaci medicinale recept medicijn medicijnen dawai dava dawa davai parcha parchi nuskha
vaccination vaccine shots immunization = impfung impfpass impfausweis impfbuch schutzimpfung impfen vaccin vaccins carnet vacuna vacunas vacunacion cartilla vacina vacinas vacinacao caderneta vaccino vaccini vaccinazione vaccinatie inenting teeka tika tikakaran
tooth dental dentist = zahn zahnarzt zahne zahnersatz dent dents dentaire dentiste diente dientes dentista dente dentes denti tand tandarts daant
eyes glasses optician = augen brille optiker augenarzt yeux lunettes opticien ophtalmo ojos gafas lentes oculista olhos oculos occhi occhiali ottico ogen bril aankh ankh chashma
child kid son daughter = kind kinder sohn tochter enfant enfants fils fille hijo hija hijos nino nina ninos filho filha filhos crianca menino menina figlio figlia figli bambino bambina zoon dochter kinderen bachcha bachche bachcho baccha bacche beta beti ladka ladki
baby infant = saugling nourrisson bebe neonato shishu
daycare kindergarten nursery childcare = kita krippe kindertagesstatte tagesmutter betreuung betreuungsvertrag creche garderie nounou maternelle guarderia jardin bercario asilo nido kinderopvang peuterspeelzaal anganwadi
school = schule grundschule gymnasium ecole college lycee scolaire escuela colegio instituto escola scuola liceo vidyalay paathshala iskool
tuition studies education = schulgeld studium studiengebuhr unterricht scolarite etudes inscription matricula estudios mensualidad mensalidade estudos retta iscrizione studi studie onderwijs padhai padhaai shiksha
report card grades marks = zeugnis noten schulzeugnis bulletin releve boleta boletin notas calificaciones boletim pagella voti rapport cijfers cijferlijst anktalika marksheet
teacher = lehrer lehrerin klassenlehrer professeur maitre maitresse instituteur profesor profesora maestra maestro professor professora insegnante leraar juf shikshak
excursion trip outing camp = ausflug klassenfahrt schulausflug ferienlager sortie colonie campamento passeio excursao acampamento gita campo uitje schoolreis kamp
degree diploma certificate = abschluss diplom hochschule studienabschluss urkunde diplome licence titulo grado grau laurea getuigschrift upadhi pramanpatra
bank account statement = konto kontoauszug girokonto banque compte releve banco cuenta extracto extrato banca conto estratto bankafschrift rekening khata khaata
savings deposit = sparbuch sparen sparkonto festgeld epargne livret ahorro ahorros deposito plazo poupanca risparmio libretto spaargeld bachat jama
credit loan = kredit darlehen darlehensvertrag finanzierung pret emprunt prestamo credito emprestimo financiamento prestito mutuo finanziamento lening krediet karz karza udhaar udhar rin
mortgage = hypothek baufinanzierung hypotheque hipoteca ipoteca mutuo hypotheek
instalment monthly = raten monatsrate abschlag mensualite echeance cuota mensualidad parcela prestacao rata termijn kist
interest = zinsen zinssatz zins sollzins interet interets taux interes intereses juros taxa interessi tasso rente byaj biyaj
money = geld argent dinero plata dinheiro soldi denaro paisa paise rupaye
tax = steuer steuern steuerbescheid steuererklarung einkommensteuer lohnsteuer impot impots taxe fiscal fisc impuesto impuestos hacienda renta imposto impostos irpf financas tassa tasse imposta imposte belasting belastingen aangifte
property tax council = grundsteuer fonciere habitation ibi iptu imi imu ozb nagarpalika
tax return income = steuererklarung steuerbescheid einkommensteuer declaration revenus avis declaracion renta declaracao rendimentos dichiarazione redditi belastingaangifte aaykar
pension retirement = rente altersvorsorge rentenversicherung rentenbescheid retraite jubilacion pensiones aposentadoria reforma previdencia pensione previdenza pensioen aow
passport = reisepass passeport pasaporte passaporte passaporto paspoort
identity card = ausweis personalausweis identite identidad identidade dni rg cpf identita carta identiteit identiteitskaart pehchan pehchaan
visa residence permit = visum aufenthalt aufenthaltstitel aufenthaltserlaubnis titre sejour residencia permiso visado visto autorizacao permesso soggiorno verblijf verblijfsvergunning
birth certificate = geburt geburtsurkunde naissance acte nacimiento partida acta nascimento certidao nascita geboorte geboorteakte janm janam
marriage wedding = heirat ehe heiratsurkunde eheurkunde hochzeit mariage livret matrimonio boda casamento nozze huwelijk trouwen shaadi shadi vivah
death = tod sterbeurkunde deces muerte defuncion obito morte decesso overlijden mrityu
will inheritance estate = testament erbe erbschaft nachlass heritage succession herencia testamento sucesion heranca eredita successione erfenis nalatenschap wasiyat vasiyat virasat
power attorney = vollmacht vorsorgevollmacht procuration mandat poder notarial procuracao procura delega volmacht mukhtarnama
property house purchase deed = kaufvertrag grundbuch eigentum grundstuck immobilie achat acte propriete notaire compraventa escritura propiedad finca propriedade imovel rogito atto proprieta koopakte eigendom zameen zamin jameen registry
warranty guarantee = garantie gewahrleistung garantieverlangerung garantia garanzia waranti
repair maintenance service = reparatur wartung instandhaltung instandsetzung reparation entretien reparacion mantenimiento conserto manutencao reparo riparazione manutenzione reparatie onderhoud marammat maramat servicing
craftsman contractor works = handwerker angebot kostenvoranschlag renovierung umbau artisan devis travaux obra obras presupuesto reforma orcamento empreiteiro artigiano preventivo lavori offerte aannemer verbouwing theka mistri mistry
estimate quote offer = angebot kostenvoranschlag devis presupuesto cotizacion orcamento preventivo offerte
kitchen = kuche cuisine cocina cozinha cucina keuken rasoi
renovation = renovierung sanierung umbau travaux reforma obra ristrutturazione verbouwing renovatie
furniture = mobel meubles muebles mobiliario moveis mobili meubels furnichar
computer laptop notebook = rechner ordinateur ordi ordenador computadora portatil computador portatile
washing machine dryer appliance = waschmaschine trockner haushaltsgerat lave seche electromenager lavadora secadora electrodomestico eletrodomestico lavatrice asciugatrice elettrodomestico wasmachine droger
refrigerator fridge = kuhlschrank refrigerateur frigo nevera frigorifico geladeira frigorifero koelkast
television = fernseher televiseur tele televisor televisao televisore televisie
train railway ticket = bahn zug fahrkarte bahncard fahrschein billet sncf tren billete trem comboio bilhete treno biglietto trein treinkaartje rel relgadi railgadi
flight plane ticket = flug flugticket flugzeug vol avion billet vuelo vuelos pasaje billete voo voos passagem aviao volo aereo biglietto vlucht vliegtuig udaan jahaz
hotel stay booking = ubernachtung buchung unterkunft reservation hebergement alojamiento reserva hospedagem hospedaria albergo prenotazione soggiorno verblijf boeking
travel trip journey holiday vacation = reise urlaub ferien voyage vacances viaje vacaciones viagem ferias viaggio vacanza vacanze reis vakantie yatra safar chutti ghumne
christmas = weihnachten noel navidad natal natale kerst kerstmis
easter = ostern paques pascua pascoa pasqua pasen
summer = sommer ete verano verao estate zomer garmi
winter = hiver invierno inverno sardi
dog pet = hund haustier chien perro mascota cachorro cao cane hond huisdier kutta kutte
cat pet = katze chat gato gata gatto kat billi
veterinary vet = tierarzt veterinaire veterinario veterinaria dierenarts
gym fitness club membership = fitnessstudio verein mitgliedschaft mitglied salle sport abonnement adhesion gimnasio socio academia ginasio palestra abbonamento iscrizione sportschool lidmaatschap
subscription = abo abonnement suscripcion assinatura abbonamento
cancellation notice = kundigung kundigen resiliation preavis cancelacion preaviso cancelamento rescisao disdetta recesso opzegging
deadline due = frist fallig falligkeit termin echeance delai vencimiento plazo vencimento prazo scadenza vervaldatum termijn
appointment = termin rdv rendezvous cita consulta marcacao appuntamento afspraak
letter = brief schreiben lettre courrier carta lettera chitthi
husband spouse = ehemann gatte mari epoux conjoint marido esposo marito sposo echtgenoot pati
wife spouse = frau ehefrau gattin femme epouse mujer esposa mulher moglie vrouw echtgenote patni biwi
mother = mutter mama maman mere madre mae mamma moeder maa
father = vater pere padre pai babbo vader pita pitaji
grandmother = oma grossmutter mamie grandmere abuela avo nonna grootmoeder dadi nani
grandfather = opa grossvater papi grandpere abuelo avo nonno grootvader dada nana
brother sister sibling = bruder schwester frere soeur hermano hermana irmao irma fratello sorella broer zus bhai behen bahan
allergy = allergie alergia allergia
sugar diabetes = zucker zuckerkrankheit diabete azucar acucar zucchero suiker shakkar madhumeh
heart = herz coeur corazon coracao cuore hart dil hriday
donation charity = spende spendenquittung association donacion donativo doacao donazione beneficenza gift schenking daan
fine penalty ticket = bussgeld strafzettel verwarnung amende contravention multa boete jurmana challan
association club = verein asociacion associacao associazione vereniging sangh
balance credit = guthaben saldo solde avoir tegoed bakaya
annual yearly statement = jahresabrechnung jahresrechnung jahrlich annuel annuelle anual annuale jaarlijks jaaroverzicht salana
grocery food shopping = einkauf lebensmittel courses epicerie alimentation compra supermercado compras mercado spesa supermercato boodschappen supermarkt kirana sabzi
clean purifier filter = reinigung purificateur filtre purificador filtro purificatore waterfilter
`;

/** Parts of which German and Dutch household words are put together; a compound is found by each of its parts. */
export const compoundParts = `
strom wasser gas heiz wohn haus miet kauf kredit darlehen versicherung versicherungs kranken renten pflege arbeits lohn gehalts steuer kinder schul geburts heirats ehe sterbe kraftfahrt fahrzeug reise flug bahn
rechnung vertrag abrechnung bescheid schein police karte ausweis urkunde pass beitrag gebuhr kosten geld zahlung vorauszahlung zettel beleg bestatigung antrag nummer steuer versicherung kasse karte arzt schaden beteiligung
wohnung kaution garantie verlangerung raum platz zeit tarif verbrauch preis betrag bank konto auszug spar rente vorsorge vollmacht testament erb betreuungs betreuung tages statte eltern essens monats jahres haftpflicht kasko
huur koop zorg verzekering belasting rekening contract kosten loon strook auto woning
`;
