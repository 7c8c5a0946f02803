import type { Evidence } from './evidence.ts';

export const identityTypes: readonly Evidence[] = [
  {
    type: 'passport',
    titles: 'passport; reisepass; passeport; paspoort; pasaporte; passaporto; passaporte; पासपोर्ट; united states passport card; republic of india passport; emergency travel document',
    strong: 'passport no; passport number; passport no.; reisepass nr; pass nr; passeport no; republic of india; भारत गणराज्य; old passport no; file no; passnummer; paspoortnummer; numero de pasaporte; her majesty passport office; hmpo',
    medium: 'place of issue; country code; code of issuing state; surname; given names; given name; nationality; holder signature; signature of bearer; authority; place of birth; date of expiry; date of expiration; nationalite; staatsangehorigkeit; type p',
    weak: 'date of birth; date of issue; sex; name of father; name of mother; name of spouse; type code; endorsements; personal no',
    against: 'visa no; visa number; boarding; pnr; number of entries; insured; tenant; premium; bride; employee',
  },
  {
    type: 'national_id',
    titles: `aadhaar; aadhar; e-aadhaar; आधार; unique identification authority of india; भारतीय विशिष्ट पहचान प्राधिकरण; mera aadhaar meri pehchan; मेरा आधार मेरी पहचान; आधार आम आदमी का अधिकार;
      elector photo identity card; electors photo identity card; election commission of india; voter id; voter id card; epic; भारत निर्वाचन आयोग; identity card; national identity card; national id card;
      personalausweis; bundesrepublik deutschland personalausweis; identity card personalausweis; carte nationale d'identite; carte d'identite; identiteitskaart; nederlandse identiteitskaart; documento nacional de identidad; dni;
      carta d'identita; cartao de cidadao; dowod osobisty; emirates id; resident identity card; citizenship card; social security card; social security administration; national registration identity card; ration card; identification card; id card; pan-european id; senior citizen card; bilhete de identidade`,
    strong: 'your aadhaar no; aadhaar no; aadhaar number; enrolment no; enrollment no; vid; uidai; epic no; elector name; electors name; assembly constituency; id number; card number; this number has been established for; idnumber; permanent resident card; आपका आधार क्रमांक; identity number; ausweisnummer; kartennummer; personalausweisnummer; national id',
    medium: 'year of birth; yob; date of birth; dob; father; government of india; भारत सरकार; augenfarbe; grosse; koerpergroesse; nationality; place of birth; valid until; gultig bis; can; access number; geldig tot; date of expiry; wohnort; blood group; document number; documentnummer; titular; validez; soporte',
    weak: 'male; female; address; name; sex; s/o; w/o; c/o; जन्म तिथि; पुरुष; महिला; पता; help@uidai.gov.in; 1947',
    against: 'witnesseth; hereinafter; premium; invoice; salary; loan; kyc; policy; patient; rent; driving; passport no; bride; bridegroom',
  },
  {
    type: 'tax_id',
    titles: `zuteilung der identifikationsnummer; mitteilung der identifikationsnummer; zuteilung der identifikationsnummer nach; permanent account number card; income tax department; आयकर विभाग; pan card; e-pan; स्थायी लेखा संख्या कार्ड; permanent account number; form gst reg-06; gst registration certificate; goods and services tax registration certificate; registration certificate goods and services tax;
      employer identification number; cp 575; steuerliche identifikationsnummer; steueridentifikationsnummer; mitteilung der identifikationsnummer; zuteilung der steuerlichen identifikationsnummer; vat registration certificate; certificate of registration for value added tax; unique taxpayer reference; utr;
      tarjeta de identificacion fiscal; codice fiscale; tessera sanitaria; tax identification number; individual taxpayer identification number; itin; tan allotment letter; burgerservicenummer; btw-identificatienummer; notice of your tax number; numero fiscal; avis de situation fiscale; national insurance number letter; bundeszentralamt fur steuern`,
    strong: 'स्थायी लेखा संख्या; permanent account number; gstin; registration number of taxpayer; legal name; trade name; constitution of business; date of liability; date of validity; type of registration; ein; we assigned you an employer identification number; assigned you; identifikationsnummer; steuer-identifikationsnummer; idnr; your unique taxpayer reference; vat registration number; effective date of registration; particulars of approving authority; tax account information',
    medium: "govt of india; government of india; father's name; fathers name; signature; principal place of business; taxpayer; internal revenue service; hm revenue customs; finanzamt; steuernummer",
    weak: 'name; date of birth; dob',
    against: 'invoice; invoice no; qty; assessment year; hsn; total; premium; net pay; earnings; deductions; tds; salary; refund; income; taxable; rent; bank; kyc; form 16; account statement; amount',
  },
  {
    type: 'driving_licence',
    titles: `driving licence; driving license; driver license; driver licence; driver's license; drivers license; driver's licence; indian union driving licence; union of india driving licence; fuhrerschein; rijbewijs; permis de conduire; permiso de conduccion; permiso de conducir; patente di guida; carta de conducao; prawo jazdy;
      ड्राइविंग लाइसेंस; चालक अनुज्ञप्ति; learner's licence; learner licence; form of driving licence; international driving permit; provisional driving licence; commercial driver license; licencia de conducir; carteira de motorista`,
    strong: 'dl no; licence no; license no; dlno; dl number; class of vehicle; cov; authorisation to drive; authorised to drive; lmv; mcwg; non transport; nt; validity nt; validity tr; dvla; department of motor vehicles; licensing authority; rto; transport department; driving privileges; endorsements; restrictions; badge no; invcarrnt; end none; fahrerlaubnis; fahrerlaubnisbehorde; cbr; rdw; issuing rto; motor vehicles act; date of first issue; vehicle classes; dln; licence number; driver number',
    medium: 'valid till; valid upto; date of first issue; blood group; bg; donor; hgt; wgt; eyes; class; iss; exp; 4a; 4b; 4c; 4d; son daughter wife of; swd of; s/d/w of; validity; holder signature; organ donor; rest; height',
    weak: 'date of birth; dob; address; name; sex',
    against: 'chassis no; engine no; premium; insured; idv; no claim bonus; employer; salary; booking; rent',
  },
  {
    type: 'visa',
    titles: `visa; e-visa; evisa; electronic visa; electronic travel authorization; electronic travel authorisation; eta; visum; schengen visa; visto; visado; entry permit; work permit; residence permit; aufenthaltstitel; biometric residence permit; titre de sejour; verblijfsvergunning; verblijfstitel; permiso de residencia; permesso di soggiorno; employment authorization; employment authorization card;
      united states visa; tourist visa; visa grant notice; visa approval; entry clearance; वीजा; student visa; permanent resident; permanent resident card; grant notification; immigration status; residency visa; etudes sejour; blue card`,
    strong: 'number of entries; no of entries; duration of stay; type of visa; visa type; visa no; visa number; visa category; multiple entry; single entry; etats schengen; schengen states; valid for; visa issuing post; visa class; control number; annotation; port of entry; sponsor; immigration; uscis; leave to remain; ministry of foreign affairs; bureau of immigration; visa validity; anzahl der einreisen; nombre d\'entrees; dauer des aufenthaltes; duree de sejour; indian mission; resident since; card expires; type of permit; remarks work permitted; grant number; visa grant number; visa conditions; length of stay; must not arrive after; erwerbstatigkeit gestattet; entries',
    medium: 'passport no; passport number; from; until; entries; purpose; place of issue; issued on; valid from; date of grant; date of issue; nationality; mult; arrival; department of home affairs; application id; remarks',
    weak: 'surname; given name; given names; date of birth; sex',
    against: 'mastercard; debit; card ending; visa ending; invoice; subtotal; receipt; cashier; auth code; balance; flight; departure; hotel; itinerary; employer pays; visa card; credit card; statement; purchase; payment; terminal id',
  },
  {
    type: 'birth_certificate',
    titles: `birth certificate; certificate of birth; certificate of live birth; geburtsurkunde; geburtenregister; geboorteakte; uittreksel geboorteakte; acte de naissance; extrait d'acte de naissance; copie integrale d'acte de naissance; certificado de nacimiento; partida de nacimiento; acta de nacimiento; certificato di nascita; estratto di nascita; certidao de nascimento;
      जन्म प्रमाण पत्र; जन्म प्रमाणपत्र; certified copy of an entry of birth; certified copy of an entry; birth registration; registration of birth; अष्टमांश; full birth certificate; standard certificate of live birth; assento de nascimento`,
    strong: `registration of births and deaths; births and deaths; registrar of births; name of child; child's name; childs name; full name of child; name of mother; name of father; mother's name; mothers name; maiden name; time of birth; date of registration; permanent address of parents; address of parents; place of birth; जन्म का स्थान; जन्म की तारीख; जन्म तिथि; माता का नाम; पिता का नाम; पंजीकरण संख्या; जन्म मृत्यु; standesamt; geburtsort; burgerlicher stand; registre d'etat civil; etat civil; officier de l'etat civil; registro civil; oficial del registro civil; weight at birth; attendant; hospital of birth; moeder; vader; vater; mutter; ne le; nee le; nacido; nacida; state file number; facility name; registration district; when and where born; informant`,
    medium: 'registration no; registration number; sex; date of birth; registrar; municipal corporation; gram panchayat; nagar nigam; vital records; local registrar; department of health; parents; mother; father; born',
    weak: 'name; date of issue; certificate no; issued',
    against: 'bride; groom; husband; vaccine; dose; patient; passport; degree; salary; policy; employee; spouse; testator',
  },
  {
    type: 'marriage_certificate',
    titles: `marriage certificate; certificate of marriage; certificate of registration of marriage; heiratsurkunde; eheurkunde; huwelijksakte; trouwakte; acte de mariage; extrait d'acte de mariage; certificado de matrimonio; acta de matrimonio; certificato di matrimonio; certidao de casamento; विवाह प्रमाण पत्र; विवाह पंजीकरण; विवाह प्रमाणपत्र;
      marriage license; license and certificate of marriage; certified copy of an entry of marriage; nikah nama; nikahnama; marriage registration certificate; memorandum of marriage; record of marriage; certificado de casamento; assento de casamento`,
    strong: `bride; groom; bridegroom; solemnized; solemnised; date of marriage; place of marriage; hindu marriage act; special marriage act; registrar of marriages; marriage officer; name of husband; name of wife; husband; wife; joined in marriage; holy matrimony; united in marriage; rank or profession; ehegatten; eheschliessung; ehename; standesamt; epoux; epouse; echtgenoot; echtgenote; conyuges; contrayentes; contrajeron matrimonio; वर का नाम; वधू का नाम; पति; पत्नी; विवाह की तारीख; विवाह; officiant; witnesses to marriage; marriages act; lawfully married; spouse; condition; partij; ont contracte mariage; marriage act; were married; mariage`,
    medium: 'registration no; witnesses; registrar; marital status; age at marriage; residence at the time; volume; father; certificate number; widowed; county clerk; spinster; bachelor',
    weak: 'date of birth; name; occupation',
    against: 'premium; estate; executor; testator; attorney; tenant; policy; salary; lessor; vaccine; sum insured; nominee; borrower; joint account',
  },
];
