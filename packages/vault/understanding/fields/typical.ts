import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import type { Reading } from '../reading.ts';
import type { Line } from '../text/lines.ts';
import type { Candidate } from './candidates.ts';
import { certificates, certifiedPerson, degree, loneSurname, nationalId, patientInShort, plainPapers, prescription, taxId, travel, vaccination } from './typical-people.ts';
import { boxedNames, collections, guaranteeInProse, hindiTerms, lifeAssured, monthlyPrice, months, recorded, sumLent } from './typical-terms.ts';

type Found = { field: string; value: string; confidence: number; line: Line };

/** Notes a value found without a label. */
export type Add = (field: string, value: string | null | undefined, confidence: number, line: Line) => void;

/** What papers of a type write without a label: a passenger's row, a PNR, a doctor above a prescription, the lines of a lab. */
export function typicalCandidates(reading: Reading, type: DocumentType): Candidate[] {
  const found: Found[] = [];
  const add = (field: string, value: string | null | undefined, confidence: number, line: Line) => {
    if (value) found.push({ field, value, confidence, line });
  };
  const lines = reading.lines.slice(0, 200);
  switch (type) {
    case 'travel_itinerary': travel(lines, reading, add); break;
    case 'prescription': prescription(lines, add); patientInShort(lines, add); break;
    case 'driving_licence': loneSurname(lines, add); break;
    case 'degree_certificate': degree(lines, add); break;
    case 'national_id': nationalId(lines, reading, add); break;
    case 'tax_id': taxId(lines, add); break;
    case 'birth_certificate': case 'marriage_certificate': certificates(lines, reading, add); break;
    case 'payslip': certifiedPerson(lines, add); months(lines, reading, add); collections(lines, reading, add); break;
    case 'utility_bill': months(lines, reading, add); collections(lines, reading, add); break;
    case 'invoice': collections(lines, reading, add); break;
    case 'tax_return': collections(lines, reading, add); boxedNames(lines, add); break;
    case 'property_deed': recorded(lines, reading, add); break;
    case 'lease': hindiTerms(lines, reading, add); break;
    case 'vaccination_record': vaccination(lines, reading, add); break;
    case 'medical_report': loneSurname(lines, add); patientInShort(lines, add); break;
    case 'insurance_policy': lifeAssured(lines, reading, add); certifiedPerson(lines, add); break;
    case 'loan_agreement': sumLent(lines, reading, add); break;
    case 'warranty': guaranteeInProse(lines, reading, add); break;
    case 'contract': monthlyPrice(lines, reading, add); break;
    case 'other': plainPapers(lines, add); certifiedPerson(lines, add); break;
    default: break;
  }
  return found.map(({ field, value, confidence, line }) => ({ field, value, confidence, page: line.page, line: line.index, start: 0, weight: 1, label: 'typical' }));
}
