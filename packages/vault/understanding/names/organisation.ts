const longForm = /(?<![\p{L}\d-])(?:pvt\.? ?ltd|private limited|limited|ltd|llp|llc|l\.l\.c|inc|incorporated|corp|corporation|plc|company|gmbh|ohg|v\.o\.f|s\.a\.r\.l|sarl|s\.a\.s|s\.a|s\.l\.u?|s\.r\.l|srl|s\.p\.a|b\.v|n\.v|e\.k|e\.v|sp\. z o\.?o|pty|pte|sdn bhd|& co|& sons|gbr|kgaa|mbh|dac|clg|ltda|eurl|sasu|pllc)\.?(?![\p{L}\d])/iu;
// Short forms are ordinary words in lower case ("ab", "as", "se").
const shortForm = /(?<![\p{L}\d-])(?:AG|KG|UG|SE|BV|NV|VOF|SA|SAS|SL|SLU|SpA|AB|AS|A\/S|ApS|Oy|OY|Lda|LDA|eG|eK|CO|Co)\.?(?![\p{L}\d])/u;
const legalForm = {
  source: longForm.source,
  test: (text: string) => longForm.test(text) || shortForm.test(text),
  exec(text: string): RegExpExecArray | null {
    const [long, short] = [longForm.exec(text), shortForm.exec(text)];
    return long && (!short || long.index <= short.index) ? long : short;
  },
};
const trade = /(?<![\p{L}])(?:banks?|hospitals?|clinic|university|universität|universiteit|université|universidad|università|college|school|vidyalaya|vidyapeeth|vidya mandir|academy|convent|gymnasium|grundschule|lycée|collège|institute|insurance|assurance|versicherung(?:en|s)?|verzekering(?:en)?|seguros|assicurazioni|assurances|laborator(?:y|ies)|labs?|pathlabs|diagnostics|imaging|pharmacy|apotheke|ministry|ministerium|ministère|department|authority|council|corporation|commission|board|bureau|agency|trust|foundation|society|association|airlines?|airways|hotels?|resort|stores?|supermarket|markets?|electricals?|electronics|enterprises|industries|traders|agencies|motors|services|solutions|technologies|systems|group|energy|power|electric(?:ity)?|water|gas|telecom|communications|stadtwerke|finanzamt|standesamt|gemeente|bundes(?:amt|zentralamt|agentur|druckerei)|landratsamt|sparkasse|volksbank|krankenhaus|klinik(?:um)?|labor|praxis|ziekenhuis|hôpital|cabinet|banque|banco|banca|boulangerie|talleres|malerbetrieb|fonds|finance|capital|housing|developers|builders|municipality|municipal|council|government|transport|railways?|court|registry|rto|labour|healthcare|pediatrics|dental|medical cent(?:er|re)|cent(?:er|re)|foods?|restaurant|café|cafe|bakery|kitchen|mart|bazaar|travels?|tours?|studio|consulting|partners|associates|logistics|marketing|cooperative|union|mutual|life|बैंक|कंपनी|निगम|विभाग|सरकार|मंत्रालय|अस्पताल|विश्वविद्यालय|बोर्ड|नगर पालिका|आयोग|भंडार|भण्डार|स्टोर्स?|ट्रेडर्स|ज्वेलर्स|क्लिनिक|चिकित्सालय|विद्यालय|संस्थान|लिमिटेड|वितरण|medicine|surgery|practice|opticians?|optometrists?|dentists?|dentistry|solicitors|attorneys|notaries|plumbing|plumbers|veterinary|vets|roofing|florists?|hardware|jewell?ers|butchers|garage|nurseries|salon|gym|fitness|leisure|accountants|architects|infirmary|health plan|pharmacies|storage|movers|removals|landscaping|roofers|carpentry|joinery|upholstery|publishing|publishers|museum|theatre|tierarztpraxis|zahnarztpraxis|autohaus|werkstatt|b[äa]ckerei|metzgerei|buchhandlung|kindertagesst[äa]tte|kita|kindergarten|grundschule|gemeinschaftspraxis|kanzlei|garagem|farm[áa]cia|cl[íi]nica|escola|padaria|oficina|[áa]guas|camara municipal|câmara municipal|ayuntamiento|escuela|colegio|mairie|pharmacie|garage|école|ecole|vereniging|vve|stichting|verein|district|office|bureau)(?![\p{L}])/iu;

/** True when a text carries a legal form (Ltd, GmbH, B.V., LLP …). */
export function hasLegalForm(text: string): boolean {
  return legalForm.test(text);
}

/** True when a text carries a legal form or names a kind of organisation (Bank, Hospital, Ministry …). */
export function looksLikeOrganisation(text: string): boolean {
  return legalForm.test(text) || trade.test(text);
}

const generic = new Set(`agency authority board council department ministry society association trust office bureau commission life general casualty insurance assurance versicherung health allied company co corporation corp limited ltd private pvt inc llc llp plc gmbh ag kg bv nv sa sas sarl sl srl spa energie energy electricity
  power banking services service group distribution supply water gas telecom finance housing and of the und der de la & technologies solutions industries enterprises motors stores`.split(/\s+/));

/** True for the mere end of a name: "COMPANY LIMITED", "Life Insurance Co. Ltd.". */
export function genericName(name: string): boolean {
  return name.toLowerCase().split(/[\s,]+/).every((word) => generic.has(word.replace(/\./g, '')));
}

const notOrganisation = /^(?:invoice|tax invoice|bill|page|date|total|phone|tel|email|gst|original|customer|dear|subject|to|from|address|www|http|thank|please|for |and |the following|terms|note|amount|statement|description|information|details|particulars|signature|nom|nombre|naam|name|numéro)\b/iu;

/** The organisation's name at the beginning of a text, as it is printed, or null. Ends at a gap, a bar, a dash or the address behind the name. */
export function readOrganisation(text: string): string | null {
  let rest = text.replace(/^(?:[\s:.\-–—=*#>|,;]|\(\d+\)|["“”'‘«])+/u, '').replace(/^m\/s\.?\s*/iu, '');
  rest = rest.split(/ {2,}|\t|[|•·→]|\s[-–—]\s/u)[0] ?? '';
  rest = rest.split(/\s*["“”(]/u)[0] ?? '';
  // An address or a number begins after a comma; "Cedar Ridge Logistics, Inc." goes on after one.
  const parts = rest.split(/,\s*/);
  let name = parts[0] ?? '';
  for (const part of parts.slice(1)) {
    if (!new RegExp(`^${legalForm.source}`, 'iu').test(part) || hasLegalForm(name)) break;
    name += `, ${part}`;
  }
  const form = legalForm.exec(name);
  // "SARL Boulangerie Petit": the form may come first.
  // "Iyer & Sons Textiles" goes on.
  if (form && form.index > 0 && !/^& /u.test(form[0]) && name.length - (form.index + form[0].length) > 2) {
    const after = name.slice(form.index + form[0].length);
    const next = legalForm.exec(after);
    // What follows the legal form is no longer the name, except for a second form ("Co. Ltd.") or a name that goes on ("Company of India").
    if (/^\s*(?:of|&|and|für|de)\s/iu.test(after) || /^\s*(?:co|co\.|company|limited|corporation)\b/iu.test(form[0])) name = next ? name.slice(0, form.index + form[0].length + next.index + next[0].length) : name;
    else name = name.slice(0, form.index + form[0].length + (next && next.index <= 2 ? next.index + next[0].length : 0));
  }
  // "Nordlicht GmbH & Co. KG" is one legal form.
  const partnership = rest.startsWith(name) && hasLegalForm(name) ? /^\s*(?:& ?Co\.?\s*)?(?:KGaA|KG|OHG|oHG)(?![\p{L}\d])/u.exec(rest.slice(name.length)) : null;
  if (partnership) name += partnership[0];
  // "HOMEPLEX #0418": the number of the shop.
  name = name.replace(/\s*#\s?\d{1,6}$/u, '').replace(/\s+(?:\d{5,}|(?:tel|phone|ph|fax|email|e-mail|gstin|cin|website)\b.*)$/iu, '').replace(/[,;:\s\-–]+$/u, '').trim();
  if (name.length < 2 || name.length > 90 || notOrganisation.test(name)) return null;
  const letters = name.replace(/[^\p{L}\p{M}]/gu, '').length;
  return letters >= 2 && letters >= name.length / 2 ? name : null;
}
