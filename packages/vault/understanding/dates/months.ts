import { foldWord } from '../text/fold.ts';

const names: readonly string[] = [
  'january jan januar jänner janv janvier enero ene gennaio gen janeiro januari jaanuar styczeń stycznia sty जनवरी जाने जन',
  'february feb februar feber fév fev févr février febrero febbraio fevereiro februari lutego luty फरवरी फ़रवरी फेब्रुवारी फर',
  'march mar marz märz maerz mrz mär mars marzo março maart mrt marca marzec मार्च',
  'april apr avr avril abril abr aprile kwietnia kwiecień अप्रैल एप्रिल',
  'may mai mayo maggio mag maio mei maja maj मई मे',
  'june jun juni juin junio giugno giu junho czerwca czerwiec जून',
  'july jul juli juil juillet julio luglio lug julho lipca lipiec जुलाई जुलै',
  'august aug août aout agosto ago augustus sierpnia sierpień augusti अगस्त ऑगस्ट',
  'september sept sep septembre septiembre settembre set setembro września wrzesień सितंबर सितम्बर सप्टेंबर',
  'october oct oktober okt octobre octubre ottobre ott outubro out października październik अक्टूबर अक्तूबर ऑक्टोबर',
  'november nov novembre noviembre novembro listopada listopad नवंबर नवम्बर नोव्हेंबर',
  'december dec dezember dez déc décembre diciembre dic dicembre dezembro grudnia grudzień दिसंबर दिसम्बर डिसेंबर',
];

const byName: ReadonlyMap<string, number> = new Map(
  names.flatMap((list, index) => list.split(' ').map((name) => [foldWord(name.normalize('NFKC')), index + 1] as const)),
);

/** Month number 1..12 of a month's name or abbreviation in the languages that we read, or undefined. OCR-tolerant. */
export function monthNumber(word: string): number | undefined {
  return byName.get(foldWord(word));
}
