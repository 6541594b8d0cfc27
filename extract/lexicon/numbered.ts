/** "january february|feb" from 1 gives { january: 1, february: 2, feb: 2 }: words in order, spellings joined by a bar. */
export function numbered(words: string, from: number): Record<string, number> {
  return Object.fromEntries(
    words.split(' ').flatMap((group, i) => group.split('|').map((word) => [word, i + from] as const)),
  );
}
