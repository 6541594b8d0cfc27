import { performance } from 'node:perf_hooks';

/** Pieces that have frozen readers of figures and names before; repeated to 100 KB. */
export const PUMPS = [
  '1',
  '$',
  '$ ',
  ',',
  '1,',
  '1 ',
  '111 ',
  '$1 ',
  '1-',
  'a ',
  'a billion ',
  '$1, ',
  '1.1.',
  'million ',
  '(',
  '$1 (',
  'up to ',
  'one hundred and ',
  '€1bn or ',
  ' ',
  '"',
  'Aa ',
  'mil ',
  '2 and ',
  '\n',
  'x\n',
  'U.S. ',
  '. ',
  '! ',
  'March ',
  'March 27 ',
  '27 March ',
  'Monday, ',
  '2024-',
  'in 2024 ',
  '1/1/',
  '27.03.2024',
  'last ',
  'May ',
  'é',
  '\u00a0',
  'A.B',
  '«',
  'de ',
];

/**
 * A pattern that goes back over what it has read takes minutes for 100 KB; one that does not takes a tenth of a second,
 * or a second or two where many other programs run.
 */
export const NEVER_FROZEN = 5_000;

/** Milliseconds over about 100 KB of the piece: the best of three runs, since other programs share the machine. */
export function timeFor(pump: string, run: (text: string) => void): number {
  const text = pump.repeat(Math.ceil(100_000 / pump.length));
  const times = [1, 2, 3].map(() => {
    const begin = performance.now();
    run(text);
    return performance.now() - begin;
  });
  return Math.min(...times);
}
