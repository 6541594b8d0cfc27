/**
 * Says how well the reader reads: `npm run eval -- [--errors N] [FOLDER…]`. Without folders, the project's own annotated
 * sets. Errors are never listed of `test/corpus/held-out`: who looks at them can no longer measure with it.
 */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../config.ts';
import { readDocument } from '../extract/index.ts';
import type { Reading } from '../model/reading.ts';
import { readExamples } from './examples.ts';
import { type AnnotatedDocument, f1, isDealRight, type Scores, scoreReadings, type Tally } from './score.ts';

const OWN = ['test/corpus/held-out', 'test/corpus/tune', 'test/corpus/paragraphs', 'library/notes'];
const BLIND = 'held-out';

function report(folder: string, errors: number): void {
  const documents = readExamples(folder);
  const readings = new Map(documents.map((d) => [d, readingOf(d)]));
  const read = (d: AnnotatedDocument) => readings.get(d) as Reading;
  const scores = scoreReadings(documents, read);
  const lines = [
    `${basename(folder)}: ${documents.length} documents`,
    ...figures(scores),
    leftAlone(documents, read),
    ...byLanguage(documents, read),
    ...reliability(documents, read),
    ...(basename(folder) === BLIND ? [] : scores.notes.slice(0, errors).map((note) => `    ${note}`)),
  ];
  process.stdout.write(`${lines.join('\n')}\n\n`);
}

function readingOf({ title, text, published, lang }: AnnotatedDocument): Reading {
  return readDocument({ title, text, published, language: lang });
}

function share(part: number, all: number): string {
  return all === 0 ? '   –' : `${((100 * part) / all).toFixed(0).padStart(3)}%`;
}

function tally({ right, wrong, missed }: Tally): string {
  const precision = share(right, right + wrong);
  return `P ${precision}  R ${share(right, right + missed)}  F1 ${f1({ right, wrong, missed }).toFixed(3)}  (${right} right, ${wrong} wrong, ${missed} missed)`;
}

const rightOf = ({ right, wrong }: Tally) => share(right, right + wrong);

function figures(scores: Scores): string[] {
  return [
    `  deals  ${tally(scores.deals)}, certainty right ${rightOf(scores.certainty)}`,
    `  sums   ${tally(scores.amounts)}, role right ${rightOf(scores.roles)}`,
    `  steps  ${tally(scores.scrutiny)}`,
  ];
}

function leftAlone(documents: readonly AnnotatedDocument[], read: (d: AnnotatedDocument) => Reading): string {
  const others = documents.filter((d) => !d.gold.relevant);
  const quiet = others.filter((d) => !read(d).deals.some((deal) => deal.kind !== 'partnership'));
  return `  about something else and left alone: ${quiet.length} of ${others.length}`;
}

function byLanguage(documents: readonly AnnotatedDocument[], read: (d: AnnotatedDocument) => Reading): string[] {
  const languages = [...new Set(documents.map((d) => d.lang))].sort();
  const parts = languages.map((lang) => {
    const own = documents.filter((d) => d.lang === lang);
    const scores = scoreReadings(own, read);
    const quiet = leftAlone(own, read).replace(/^.*: /, '');
    return `    ${lang}: deals ${f1(scores.deals).toFixed(2)}, certainty right ${rightOf(scores.certainty)}, sums ${f1(scores.amounts).toFixed(2)}, role right ${rightOf(scores.roles)}, steps ${f1(scores.scrutiny).toFixed(2)}, left alone ${quiet}`;
  });
  return ['  by language', ...parts];
}

const STEPS = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01];

/** Of the deals given a confidence, how many are right: it should be about as many as it says. */
function reliability(documents: readonly AnnotatedDocument[], read: (d: AnnotatedDocument) => Reading): string[] {
  const given = documents.flatMap((d) =>
    read(d)
      .deals.map((deal) => ({ confidence: deal.confidence, right: isDealRight(d, deal) }))
      .filter((deal) => deal.right !== null),
  );
  const rows = STEPS.slice(1).flatMap((to, i) => {
    const from = STEPS[i] as number;
    const own = given.filter((g) => g.confidence >= from && g.confidence < to);
    if (own.length === 0) return [];
    const mean = own.reduce((sum, g) => sum + g.confidence, 0) / own.length;
    return `    said ${(100 * mean).toFixed(0)}%: right ${share(own.filter((g) => g.right).length, own.length)} of ${own.length}`;
  });
  return ['  confidence', ...rows];
}

const { values, positionals } = parseArgs({
  options: { errors: { type: 'string', default: '0' } },
  allowPositionals: true,
});
const folders = positionals.length ? positionals : OWN.map((folder) => join(projectRoot(), folder));
for (const folder of folders) {
  if (existsSync(folder)) report(folder, Number(values.errors));
  else process.stdout.write(`${folder}: skipped, there is no such folder\n`);
}
