import { date, id, party, person, stop, text, type RuleSet } from './rule.ts';

const passportNumber = 'passport no; passport number; passport no.; passport #; reisepass nr; reisepass-nr; pass nr; pass-nr; passnummer; nr. des passes; passeport no; no du passeport; numero de passeport; passeport n; passeport n°; paspoortnummer; paspoort nr; documentnummer; numero de pasaporte; pasaporte no; passaporto n; numero passaporto; पासपोर्ट संख्या; पासपोर्ट नं; पासपोर्ट सं; passport number/numero de passeport; passport no./passeport no';

export const identityRules: readonly RuleSet[] = [
  {
    type: 'passport',
    rules: [
      id('documentNumber', passportNumber),
      id('documentNumber', 'document no; no; number; nr', 0.6),
      id('previousPassportNumber', 'old passport no; previous passport no; old passport no with date and place of issue'),
      id('fileNumber', 'file no; file number'),
      text('address', 'address; पता'),
      stop('type; code; country code; type/type; code/code; observations; endorsements; ecnr; emigration check required; code of issuing state; height; colour of eyes; residence; wohnort; grosse; augenfarbe'),
    ],
  },
  {
    type: 'national_id',
    rules: [
      id('documentNumber', `your aadhaar no; aadhaar no; aadhaar number; aadhaar; epic no; epic number; identity card no; identity number; id no; id number; id card no; card number; card no; national id; national id no; identification number; document number; document no; idnumber; ausweisnummer; nummer; seriennummer; dokumentennummer; documentnummer; numero de carte; n° de carte; no du document; numero de documento; dni num; dni; dni no; numero carta; carta numero; this number has been established for; social security number; ration card no; nric no; personnummer; pesel; आधार संख्या; आपका आधार क्रमांक; card number/numero; sss; identity card number; epic`),
      person('holderName', "elector's name; electors name; name of elector; elector name; card holder name; cardholder; name of card holder; name of the head of family; निर्वाचक का नाम; matdar ka naam"),
      id('supportNumber', 'num soporte; num soport; numero de soporte; soporte; idesp'),
      date('dateOfBirth', 'nacimiento; fecha nacimiento; data de nascimento; nascita'),
      id('enrolmentNumber', 'enrolment no; enrollment no; enrolment number'),
      id('vid', 'vid'),
      date('issueDate', 'aadhaar issued; date of issue; issue date; datum; date; datum/date; datum afgifte; fecha expedicion; emision; delivre le; download date of issue'),
      date('expiryDate', 'gultig bis; gultig bis/date of expiry; geldig tot; geldig tot/valid until; date of expiry; valid until; validez; valido hasta; scadenza; date d\'expiry'),
      stop('details as on; download date; assembly constituency; assembly constituency no and name; part no; part number; grosse; augenfarbe; ordens- oder kunstlername; height; father; mother; year of birth; can; geburtsname; personensignatur'),
    ],
  },
  {
    type: 'tax_id',
    rules: [
      id('documentNumber', `permanent account number; permanent account number card; pan; pan no; pan number; स्थायी लेखा संख्या; registration number; registration no; gstin; gstin number; gst number; employer identification number; ein; assigned you an employer identification number; identifikationsnummer; steuer-identifikationsnummer; steueridentifikationsnummer; folgende identifikationsnummer; idnr; persönliche identifikationsnummer; unique taxpayer reference; utr; your utr; vat registration number; vat number; vat reg no; nif; numero fiscal; codice fiscale; tax identification number; tin; itin; bsn; burgerservicenummer; rsin; reference number; tan; steuernummer; numero de identificacion fiscal`),
      person('holderName', 'name; नाम; नाम/name; taxpayer name; name of taxpayer; name as per pan'),
      party('holderName', 'legal name; legal name of business; name of business; business name; trade name; trade name if any; razon social; denominacion', 0.95),
      date('issueDate', 'date of issue of certificate; date of issue; date of this notice; notice date; date; datum; fecha; date of allotment; date of registration; effective date of registration', 0.95),
      date('startDate', 'date of liability; effective date of registration; valid from; date of validity; period of validity; period of validity from', 0.9),
      stop("father's name; पिता का नाम; signature; address of principal place of business; constitution of business; type of registration"),
    ],
  },
  {
    type: 'driving_licence',
    rules: [
      id('documentNumber', `dl no; dl number; dl; dln; lic no; licence no; license no; licence number; license number; driver license no; driver licence number; driver's license number; driving licence no; driving licence number; dlno; id no; lic; fuhrerscheinnummer; fuhrerschein-nr; rijbewijsnummer; numero de permis; no du permis; numero de permiso; numero patente; numero carta; लाइसेंस संख्या; अनुज्ञप्ति संख्या; licence no/no de licence; 5`),
      id('documentNumber', 'id', 0.85),
      date('issueDate', 'doi; date of issue; issue date; iss; issued; date of first issue; 4a; 4a iss; ausstellungsdatum; issued on; first issue date; जारी करने की तिथि; 4a.'),
      date('expiryDate', 'valid till; valid upto; valid until; validity; validity nt; validity(nt); validity tr; nt; exp; expires; expiry date; valid thru; 4b; 4b exp; validity (nt); non transport validity; expiration; वैधता; valid till nt; 4b.'),
      date('dateOfBirth', 'dob; date of birth; 3; 3 dob; birthdate'),
      person('surname', 'ln; last name; surname; 1 family name; nom'),
      person('givenName', 'fn; first name; 2 given names; given names; prenom; forenames'),
      party('issuer', 'licencing authority; licensing authority; issuing authority; issuing rto; issued by; 4c', 0.8),
      stop('cov; class of vehicle; class; rest; rstr; end; sex; eyes; hgt; wgt; hair; dd; badge no; invcarrnt; donor; address; authorisation to drive; validity tr; restrictions; endorsements; hazardous validity; son/daughter/wife of; organ donor; rev; cat'),
    ],
  },
  {
    type: 'visa',
    rules: [
      id('documentNumber', 'visa no; visa number; visa grant number; evisa number; e-visa number; eta number; eta no; control number; visum nr; visumnummer; nummer; number; no; visa no.; permit number; permit no; uid no; file no; entry permit no; numero de visa; numero de visado; document number; document no; card number; uscis no; uscis#; aufenthaltstitel nr; file number; grant number', 0.98),
      id('passportNumber', passportNumber),
      id('applicationNumber', 'application id; application number; application no; case number; receipt number'),
      person('holderName', "name; full name; applicant name; name of applicant; surname, name; surname name; surname given name; nom, prenom; nom prenom; nom et prenoms; surname, given name; surname, given names; name of visa holder; full name as in passport; name in full; name des inhabers; surname given names"),
      date('issueDate', 'issued; visa issue date; eta issue date; date of issue; issue date; issued on; date of grant; grant date; visa grant date; on; am; ausgestellt am; delivre le'),
      date('startDate', 'valid from; from; von; ab; du; gultig von; valid from/valable du; validity start; first entry date; desde; start date'),
      date('expiryDate', 'valid until; until; visa expiry date; eta expiry date; expiration date; expiry date; date of expiry; valid till; valid to; bis; au; hasta; gultig bis; visa valid until; visa expiry; must not arrive after; valid thru; card expires; expires'),
      party('issuer', 'issuing post name; issuing post; issuing authority; issued by; authority; issued at', 0.8),
      text('visaType', 'type of visa; visa type; visa category; visa class; visa type/class; visa subclass; category; type; permit type; type of permit; visa type/category; r visa type'),
      text('entries', 'number of entries; no of entries; entries; anzahl der einreisen'),
      text('durationOfStay', 'duration of stay; duree de sejour; stay period; length of stay'),
      stop('place of issue; purpose; remarks; annotation; sponsor; profession; no of entries; number of entries; visa validity; application status; arrival date'),
    ],
  },
  {
    type: 'birth_certificate',
    rules: [
      id('documentNumber', 'registration no; registration number; regn no; certificate no; certificate number; birth certificate no; registernummer; register nr; register-nr; eintragsnummer; aktenummer; aktenr; acte no; acte n; numero de acta; state file number; file number; local file number; entry no; folio; application number; akte nummer; numero dell\'atto; system no; पंजीकरण संख्या; पंजीकरण सं; रजिस्ट्रीकरण संख्या; certificate number/entry; acknowledgement no; urn'),
      person('holderName', "name; name of child; child's name; childs name; full name of child; name and surname; name of the child; full name; geburtsname und vornamen; child name; बच्चे का नाम; शिशु का नाम; नाम; नाम/name; naam; nom et prenoms; nombre del inscrito; enfant", 1),
      person('surname', 'geburtsname; familienname; nom de famille; nom; apellidos; surname; geslachtsnaam; last; last name; cognome; achternaam; nachname'),
      person('givenName', 'vornamen; vorname; prenoms; prenom; voornamen; voornaam; nombre; given names; first names; nome'),
      date('dateOfBirth', 'date of birth; birth date; geburtstag; when born; when and where born; date and place of birth; date of birth of child; geboren am; ne le; nee le; est nee le; est ne le; geboren op; fecha de nacimiento; nacio el; nato il; nata il; जन्म तिथि; जन्म की तारीख; day of birth'),
      date('issueDate', 'date of issue; issue date; date issued; issued on; dated; date; जारी करने की तारीख; date of issuance; जारी करने की तिथि; delivre le; ausgestellt am; expedida el', 1),
      date('registrationDate', 'date of registration; registration date; when registered; पंजीकरण की तारीख; पंजीकरण तिथि; पंजीकरण दिनांक; date filed; date filed by registrar'),
      party('issuer', 'issuing authority; registrar; issued by; local registrar', 0.6),
      stop('sex; sex of child; name of father; name of mother; time of birth; mutter; vater; mother; father; moeder; vader; mere; pere; maiden name; maiden surname; informant; mother/parent; father/parent; aadhaar no; geschlecht; kind; name of informant; address of parents at the time of birth; permanent address of parents; facility name; county of birth; place of birth; hospital'),
    ],
  },
  {
    type: 'marriage_certificate',
    rules: [
      id('documentNumber', 'registration no; registration number; regn no; certificate no; certificate number; marriage certificate no; entry no; license number; licence number; license no; registernummer; eheregister; register nr; aktenummer; aktenr; acte n; acte no; numero de acta; state file number; file number; no; पंजीकरण संख्या; serial no; serial number; volume and folio; numero; app no; urn'),
      person('holderName', "name of husband; name of groom; name of bridegroom; husband's name; husband; groom; groom's name; bridegroom; bridegroom's name; full name of groom; name of the husband; name of the bridegroom; party a; spouse a; spouse 1; ehemann; ehegatte; epoux; conjoint 1; contrayente 1; contrayente; echtgenoot; man; partner 1; sposo; वर का नाम; पति का नाम; वर; groom name; nombre del contrayente; husband name; marito"),
      person('spouseName', "name of wife; name of bride; wife's name; wife; bride; bride's name; full name of bride; name of the wife; name of the bride; party b; spouse b; spouse 2; ehefrau; epouse; conjoint 2; contrayente 2; echtgenote; vrouw; partner 2; sposa; वधू का नाम; पत्नी का नाम; वधू; bride name; nombre de la contrayente; wife name; moglie"),
      date('marriageDate', 'date of marriage; marriage date; solemnized on; was solemnized on; solemnised on; was solemnised on; married on; when married; tag der eheschliessung; eheschliessung am; eheschliessung; date du mariage; datum huwelijk; fecha del matrimonio; fecha de matrimonio; विवाह की तारीख; विवाह तिथि; विवाह दिनांक; celebrated on; were married on; date of ceremony; solemnized; data del matrimonio; were united in marriage on; was held on'),
      date('registrationDate', 'date of registration; registration date; registered on; registered by me on; is registered by me on; date recorded; recorded; पंजीकरण तिथि; date filed'),
      date('issueDate', 'date of issue; issued on; issue date; date issued; dated; date; दिनांक; ausgestellt am', 0.95),
      stop('age; father; occupation; rank or profession; place of marriage; residence; date of birth; religion; witnesses; witness; place; condition; aadhaar no'),
    ],
  },
];
