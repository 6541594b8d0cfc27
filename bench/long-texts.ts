import { join } from 'node:path';
import { projectRoot } from '../config.ts';
import { readAnnotated } from '../training/score.ts';

/** Pieces that pages of odd shapes are made of by saying them again and again. */
const PIECES: Record<string, string> = {
  'one word': 'word ',
  'letters without a space': 'x',
  'capitals that tell of deals': 'AMAZON INVESTS IN ANTHROPIC AND GOOGLE BUYS WIZ. ',
  'capitals without a stop': 'ABC DEF GHI ',
  figures: '12 345 ',
  'signs alone': '.,;:!?-',
  'opened quotes and brackets': '"“«\'([',
  'one group': 'Amazon ',
  'a group on each line': 'Amazon\n',
  'one sum': '$1bn ',
  'deals without a stop': 'Amazon invests $1bn in Anthropic, ',
  'rows of a table': 'Amazon | Anthropic | $4 billion | 2023\n',
  'empty lines': '\n',
  'mixed scripts': 'Amazon инвестирует в 人工智能 Anthropic שלום عالم ',
  'hidden characters': 'A\u200bm\u0301a ',
  hyphens: 'a-b-',
  'steps of authorities': 'The CMA opened an inquiry into Microsoft and Mistral AI. The FTC dropped its case. ',
  dates: 'on 3 March 2024, ',
};

/** Takes a length in characters; gives texts of that length by what they are made of. */
export function longTexts(length: number): Map<string, string> {
  const texts = new Map(Object.entries(PIECES).map(([name, piece]) => [name, repeated(piece, length)]));
  texts.set('a new start-up in each sentence', repeatedlyNew(length));
  return texts.set('articles, one after another', repeated(`${articles()}\n\n`, length));
}

function repeated(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}

function repeatedlyNew(length: number): string {
  const sentence = (i: number) => `Amazon invests $${i + 1} million in the start-up Zor${i.toString(36)}vex. `;
  return Array.from({ length: Math.ceil(length / sentence(0).length) }, (_, i) => sentence(i))
    .join('')
    .slice(0, length);
}

function articles(): string {
  return readAnnotated(join(projectRoot(), 'test/corpus/tune'))
    .filter((d) => d.lang === 'en')
    .map((d) => `${d.title}\n\n${d.text}`)
    .join('\n\n');
}
