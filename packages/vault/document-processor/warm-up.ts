import { rehearseIndexing } from '../search-engine/index-text.ts';
import type { Analyse } from './analyse.ts';

/** Invented papers with what papers have: letterheads, columns of amounts, dates, people, numbers and prose. */
const papers = [
  `NORTHERN LIGHT AND POWER LIMITED
Electricity bill                                   Bill no. NLP-2093-4471
Customer: Mrs. Elena Castellan                     Account 5530 2217 908
12 Harbour Street, Bristol BS1 4RT                 Bill date: 14 March 2024
Meter 77-20931   previous 18,204   present 18,522   units 318
Standing charge                                        12.40
Energy 318 kWh at 0.2710                               86.18
VAT 5.00 %                                              4.93
Amount due                                         GBP 103.51
Please pay by 4 April 2024. Payments received after this date are shown on your next bill.`,
  `TENANCY AGREEMENT
This agreement is made on 01/09/2023 between Mr. Jonas Weber (the landlord) and Priya Raman (the tenant) for the flat at
Lindenstrasse 8, 50674 Koeln, for a term of twelve months from 1 September 2023 to 31 August 2024.
The monthly rent is EUR 1,250.00, due on the first day of each month. A deposit of EUR 2,500.00 is held until the tenancy ends.
The tenant shall keep the premises in good repair and shall not sublet without the written consent of the landlord.
Signed by both parties. Telephone +49 221 5550143, e-mail jonas.weber@example.test`,
];
const rounds = 12;

/**
 * Goes through what is done with every paper on invented ones and keeps nothing. Node compiles what has run a few times: until
 * then, for about ten papers after a start, a paper took twice as long to be found. Gives others a turn after each.
 */
export const warmUp = async (analyse: Analyse, signal: AbortSignal): Promise<void> => {
  for (let round = 0; round < rounds; round += 1) {
    for (const text of papers) {
      if (signal.aborted) return;
      const { chunks, understanding } = await analyse([{ page: 1, text, source: 'text-layer', confidence: null }], { fileName: 'paper.pdf', today: '2024-03-20', household: [] });
      await rehearseIndexing(chunks, understanding.title ?? '', understanding.fields.map((field) => field.value));
    }
  }
};
