/** Turns of phrase in questions, and the word that papers use instead. Met in lower case, the longest first. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [/\b(?:go|goes|going|went) up\b|\bget(?:s)? (?:more expensive|raised)\b/g, 'increase'],
  [/\b(?:go|goes|going|went) down\b/g, 'decrease'],
  [/\b(?:pay|paying|paid|close|closing) (?:it |the loan |this |the home loan |my loan |my home loan |the .{3,20} )?off (?:early|ahead|before time)\b|\brepay(?:ing)? (?:it |the loan )?early\b|\bclose the loan early\b|\bpay(?:ing)? (?:it )?back early\b/g, 'prepayment'],
  [/\bmov(?:e|es|ing) out\b/g, 'vacate'], [/\bmov(?:e|es|ing) in\b/g, 'commencement possession'],
  [/\b(?:leave|leaving|end|ending|break|breaking|quit|cancel|cancelling|terminate|terminating) (?:it |the lease |the contract |the agreement |the flat |the job |my job )?early\b/g, 'terminate early'],
  [/\b(?:get|gets|getting|got|give|given|giving) (?:it |the deposit |my deposit |the money |my money |our deposit )?back\b/g, 'refund'],
  [/\bdeposit back\b/g, 'deposit refund'],
  [/\b(?:take|takes) home\b|\btake-home\b|\bin hand\b/g, 'net'],
  [/\bmake (?:a |up )?claim\b/g, 'claim'], [/\bkicks? in\b|\bcomes? into (?:force|effect)\b/g, 'start'],
  [/\bturn(?:s|ed|ing)? up\b/g, 'arrive'], [/\btake(?:s)? off\b/g, 'departure'], [/\bset off\b/g, 'departure'],
  [/\bhand(?:ed)? in my notice\b|\bhand in notice\b|\bresign\b/g, 'notice resign'], [/\bno[- ]claims?\b/g, 'no claim'],
  [/\bpassed away\b|\bdies?\b|\bin the event of (?:my |his |her )?death\b/g, 'death'], [/\bwork(?:s|ed|ing)? for\b/g, 'employer'], [/\bnumber plate\b|\blicen[cs]e plate\b/g, 'registration number'],
  [/\bstill (?:to be paid|to pay|owed|owing|due|open|unpaid)\b|\bleft to (?:be paid|pay)\b|\boutstanding\b|\b(?:amount )?remaining to (?:be paid|pay)\b/g, 'balance'],
  [/\bwho (?:gets|receives|will get|would get|inherits|is paid) (?:the )?(?:money|payout|benefit|sum|death benefit|proceeds)\b/g, 'who is the nominee'],
  [/\bsold for\b/g, 'sale price total amount'],
  [/,? ?\b(?:tax|vat|gst|taxes|everything) (?:is |are )?included\b|,? ?\bincluding (?:all )?(?:tax|taxes|vat|gst)\b|\bincl(?:usive|\.)? of (?:all )?(?:tax|taxes|vat|gst)\b|,? ?\bin all\b(?! of)/g, ' in total'],
  [/\bpay (?:for )?(?:\w+ )?(?:myself|ourselves|yourself|themselves|himself|herself)\b|\bout of (?:my|our|his|her|their) own pocket\b/g, 'excess'],
  [/\bdo(?:es|ing)? (?:\w+ )?for a living\b|\bline of work\b/g, 'occupation profession'],
  [/\bsorts? of\b/g, 'kind of'],
  [/\btoo late\b/g, 'late'], [/\bback to\b/g, 'return to'],
];

/** The question with its turns of phrase in the words that papers use. */
export const inPaperWords = (text: string): string => phrases.reduce((made, [pattern, word]) => made.replace(new RegExp(pattern.source, 'gi'), word), text);
