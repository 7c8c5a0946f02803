import { plain } from '../../understanding/text/fold.ts';

/**
 * Hindi words of questions to a household vault, in Devanagari and as people type them, and the English that the rules read.
 * An empty gloss is a word that carries nothing. Two-word entries are read before single words.
 */
const lines = `
कब तक|kab tak = until when
कब|kab = when
कितने|kitne = how many
कितना|कितनी|kitna|kitni = how much
क्या|kya = what
कौन सा|कौन सी|कौनसा|kaun sa|kaun si|kaunsa|konsa|konsi = which
किसका|किसकी|किसके|kiska|kiski = whose
किसने|kisne = who issued
कौन|kaun|kon = who
कहाँ|कहां|kahan|kaha = where
मेरा|मेरी|मेरे|mera|meri|mere = my
मुझे|मैंने|मैं|mujhe|maine|main = i
हमारा|हमारी|हमारे|hamara|hamari|hamare|humara|humari = our
पति|pati = husband
पत्नी|बीवी|patni|biwi|bivi = wife
बेटी|beti = daughter
बेटा|बेटे|beta|bete = son
माँ|मां|माता जी|अम्मा|maa|mummy|amma = mother
पिता जी|पापा|पिताजी|papa|pitaji = father
भाई|bhai = brother
बहन|behan|bahan = sister
पासपोर्ट = passport
आधार कार्ड|आधार|aadhar card = aadhaar
पैन कार्ड|पैन = pan card
वोटर कार्ड = voter id
ड्राइविंग लाइसेंस|लाइसेंस|ड्राइविंग लाइसेन्स = driving licence
वीज़ा|वीजा = visa
जन्म प्रमाण पत्र|janam praman patra|janm praman patra = birth certificate
विवाह प्रमाण पत्र|shaadi ka certificate = marriage certificate
जन्म तिथि|जन्म की तारीख|जन्मतिथि|janam tithi|janm tithi|janam din|जन्मदिन = date of birth
किराया नामा|किरायानामा|rent naama = rental agreement
किराया|किराये|kiraya = rent
मकान मालिक|makan malik = landlord
बिजली का बिल|बिजली बिल|बिजली के बिल|bijli ka bill|bijli bill|bijli ke bill|bijlee ka bill = electricity bill
पानी का बिल|पानी बिल|pani ka bill|paani ka bill = water bill
गैस का बिल|gas ka bill = gas bill
फोन का बिल|phone ka bill = phone bill
बिल = bill
रसीद|raseed|rasid = receipt
चालान = invoice
स्वास्थ्य बीमा|हेल्थ बीमा|हेल्थ इंश्योरेंस|health bima|swasthya bima = health insurance
गाड़ी का बीमा|कार का बीमा|कार बीमा|गाड़ी का इंश्योरेंस|gaadi ka bima|gadi ka bima|car ka bima|gaadi ki insurance|gaadi ka insurance|car ka insurance|car ki insurance = car insurance
जीवन बीमा|jeevan bima|jivan bima = life insurance
बीमा|इंश्योरेंस|bima|beema = insurance
पॉलिसी = policy
प्रीमियम = premium
गाड़ी|गाडी|gaadi|gadi = car
वेतन|सैलरी|तनख्वाह|tankhwah|vetan = salary
वेतन पर्ची|सैलरी स्लिप = payslip
बैंक खाता|खाता|khata = account
खाते|khate = account
बैंक = bank
संपत्ति कर|प्रॉपर्टी टैक्स|sampatti kar = property tax
नंबर|नम्बर|संख्या|nambar|sankhya = number
कुल राशि|kul rashi = total amount
कुल|kul = total
राशि|रकम|rashi|raqam = amount
तारीख|तिथि|दिनांक|tareekh|tarikh = date
समाप्त|खत्म|ख़त्म|samapt|khatam|khatm|एक्सपायर = expire
वैध|मान्य|vaidh = valid
नवीनीकरण = renewal
देय|due hai = due
जमा|jama|सुरक्षा जमा = deposit
नाम|naam = name
पता = address
खून|रक्त समूह|ब्लड ग्रुप = blood group
दवा|दवाई|dawai|dava = medicine
डॉक्टर = doctor
अस्पताल = hospital
जारी|jaari = issued
सूची|दिखाओ|दिखाएं|बताओ|बताइए|batao|dikhao|bataiye = show
दस्तावेज़|दस्तावेज|कागज़|kagaz|dastavez = documents
औसत|ausat = average
सबसे ज़्यादा|सबसे ज्यादा|सबसे अधिक|sabse zyada|sabse jyada = highest
सबसे कम|sabse kam = lowest
अगला|अगली|agla|agli = next
पिछले साल|पिछले वर्ष|pichle saal = last year
इस साल|इस वर्ष|is saal = this year
पिछले महीने|pichle mahine = last month
नोटिस = notice
अवधि|avadhi = period
और|aur = and
जनवरी = january
फरवरी|फ़रवरी = february
मार्च = march
अप्रैल = april
मई = may
जून = june
जुलाई = july
अगस्त = august
सितंबर|सितम्बर = september
अक्टूबर|अक्तूबर = october
नवंबर|नवम्बर = november
दिसंबर|दिसम्बर = december
भरना|भरें|भरनी|bharna|bharni|bharein = pay
खराब|ख़राब|kharab = broken
पासबुक = passbook
नमस्ते|नमस्कार|namaste|namaskar = hello
धन्यवाद|शुक्रिया|dhanyavaad|dhanyavad|shukriya = thanks
खर्च|kharch = spent
अंक|प्राप्तांक|ank = marks
परिणाम = result
फीस|फ़ीस|शुल्क = fee
स्कूल|विद्यालय = school
मकान|घर|ghar = house
कीमत|क़ीमत|दाम|मूल्य|keemat|kimat|daam = price
मेमोरी = memory
कार्ड = card
मोबाइल = mobile
फ़ोन|फोन = phone
कुर्सी|kursi = chair
मेज़|मेज|mez = table
ऑर्डर = order
कर|टैक्स = tax
होटल = hotel
कमरा|kamra = room
भुगतान|bhugtan = payment
खरीदा|खरीदी|ख़रीदा|kharida|kharidi = bought
बेचा|becha = sold
दुकान|dukaan|dukan = shop
पाए|पाया|मिले|मिला|मिली|मिलेगा|मिलेगी|दिया|दी|किया|की गई|लिया|देना|करें|लगेगा|लगता|चाहिए|सकता|सकते|हूँ|हूं|रहे|आया|आएगा|mila|mile|milega|aaya|aayi|aaye|jaye|jaaye|gaye|karein|karna|karen|hota|hoti|lagta|lagega|bhi|आया|आई|कराना|करवाना|diya|kiya|chahiye|sakta|का|की|के|को|में|से|पर|है|हैं|हुआ|हुई|था|थी|होगा|होगी|हो|रहा|रही|ने|यह|वह|जी|कृपया|तक|करना|लिए|भी|तो|गया|गई|कर|पास|ka|ki|ke|ko|mein|se|hai|hain|hoga|hogi|hua|hui|tha|thi|raha|rahi|ne|hota|kar|liye|bhi|gaya|gayi|paas|ho|jayega|jayegi =
`;

const glosses = new Map<string, string>();
for (const line of lines.trim().split('\n')) {
  const [words = '', gloss = ''] = line.split('=');
  for (const word of words.trim().split('|')) glosses.set(plain(word.trim().normalize('NFC')), gloss.trim());
}
const longest = Math.max(...[...glosses.keys()].map((key) => key.split(' ').length));
const devanagari = /[\u0900-\u097f]/;
/** Romanised words that are Hindi beyond doubt; one of them makes a question Hindi. */
const romanised = /\b(?:hai|hain|kab|kitna|kitni|kitne|mera|meri|mere|kya|hoga|hogi|batao|dikhao|bataiye|namaste|kaun|kaha|kahan|hamara|humara|hamari|kisne|kiska|aur)\b/i;

/** True for a question in Hindi, whichever its letters. */
export const isHindi = (text: string): boolean => devanagari.test(text) || romanised.test(text);
export const isDevanagari = (text: string): boolean => devanagari.test(text);

/** The question with its Hindi words in English; what has no gloss stays, for it may stand in a document. Other questions come back as they are. */
export const glossHindi = (text: string): string => {
  if (!isHindi(text)) return text;
  const parts = text.normalize('NFC').replace(/[।]/g, '?').split(/(\s+|[?!,;:]+)/).filter((part) => part.trim() !== '');
  const out: string[] = [];
  for (let at = 0; at < parts.length;) {
    let used = 0;
    for (let length = Math.min(longest, parts.length - at); length >= 1 && used === 0; length -= 1) {
      const gloss = glosses.get(plain(parts.slice(at, at + length).join(' ')));
      if (gloss === undefined) continue;
      if (gloss) out.push(gloss);
      used = length;
    }
    if (used === 0) out.push(parts[at]!);
    at += Math.max(1, used);
  }
  return out.join(' ').replace(/\s+([?!,;:])/g, '$1');
};
