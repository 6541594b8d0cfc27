const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });
/** How far to either side the ends of the sentence are looked for, in characters. */
const REACH = 400;
const LONGEST = 400;

/**
 * Takes a text and a span of it; gives the whole sentence around the span on one line, for notes and mails. A sentence
 * that is too long is cut at its ends, never within the span.
 */
export function sentenceAround(text: string, start: number, end: number): string {
  const from = Math.max(0, start - REACH);
  const window = text.slice(from, end + REACH);
  let [first, last] = [start - from, end - from];
  for (const { index, segment } of SENTENCES.segment(window)) {
    if (index <= start - from && index + segment.length > start - from) first = index;
    if (index < end - from && index + segment.length >= end - from) last = index + segment.length;
  }
  const paragraph = window.lastIndexOf('\n\n', start - from);
  if (paragraph >= 0) first = Math.max(first, paragraph + 2);
  const sentence = window.slice(first, last).replace(/\s+/g, ' ').trim();
  return sentence.length <= LONGEST ? sentence : text.slice(start, end).replace(/\s+/g, ' ').trim();
}
