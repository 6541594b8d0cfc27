const SHARE =
  /^(?:about |some |around )?(\d{1,3}(?:[.,]\d{1,2})?)[\s-]*(?:%|per ?cent|percent|prozent|pour ?cent|por ciento|per cento)$/i;

/** Takes a share as a document writes it ("27 %", "6,3 Prozent", "36 percent"); gives it in one way, `6.3%`. Other words stay. */
export function plainShare(words: string): string {
  const figure = SHARE.exec(words.replace(/\s+/g, ' ').trim())?.[1];
  return figure ? `${figure.replace(',', '.')}%` : words;
}
