/** Words that are on every page and tell none apart; they are neither indexed nor searched. */
export const stopWords: ReadonlySet<string> = new Set(
  ('a an and are as at be been being but by can could did do does doing for from had has have having he her here hers him his how i if in into is it its itself ' +
    'me more most my myself no nor not of off on once only or other our ours out over own same she should so some such than that the their theirs them then there ' +
    'these they this those through to too under until up very was we were what when where which while who whom why with would you your yours ' +
    'am s t don didn doesn isn ll ve re d m please show find get give tell list search looking look want need see whats wheres hows ' +
    'का की के में और से को पर यह है हैं एवं ने भी कि तथा या एक इस उस वह ये वे था थी थे हो कर ' +
    'der die das und ein eine den dem des im ist mit von zu auf fur le la les de du des et un une en au aux el los las y del por para con il lo gli di e per').split(' '),
);
