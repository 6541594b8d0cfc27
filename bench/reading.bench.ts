import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import compromise from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { projectRoot } from '../config.ts';
import { readDocument } from '../extract/index.ts';
import { companies } from '../model/company.ts';
import { type AnnotatedDocument, readAnnotated } from '../training/score.ts';
import type { Bench, Row } from './bench.ts';
import { medians, timed } from './measure.ts';

const DOCUMENTS = 60;
/** Rounds until the compiler has settled, as it has in a server that reads all day. */
const WARM_UPS = 6;
/** Lengths of text, in kB, over which the time per character must hardly grow. */
const SMALL = 10;
const LARGE = 1000;

/**
 * Documents a second beside two libraries that only mark words: wink-nlp with sentences, parts of speech and entities,
 * compromise with its default tags. The floor is one pass with a compiled matcher for all firms' names.
 */
const bench: Bench = {
  about: 'reading, text in and deals, sums and steps out, beside wink-nlp, compromise and one pass of a matcher',
  async run() {
    return [...(await documentRows()), ...(await growthRows())];
  },
};
export default bench;

async function documentRows(): Promise<Row[]> {
  const documents = readAnnotated(join(projectRoot(), 'test/corpus/tune'))
    .filter((d) => d.lang === 'en')
    .slice(0, DOCUMENTS);
  const texts = documents.map((d) => `${d.title}\n\n${d.text}`);
  const nlp = winkNLP(model, ['sbd', 'pos', 'ner']);
  const matcher = matcherOfFirms();
  const millis = await medians(
    {
      ours: () => documents.map(read),
      wink: () => texts.map((text) => mark(nlp, text)),
      compromise: () => texts.map((text) => compromise(text).json()),
      floor: () => texts.map((text) => [...text.matchAll(matcher)].length),
    },
    5,
    WARM_UPS,
  );
  const rate = (ms: number) => (documents.length / ms) * 1000;
  const row = { what: `${documents.length} English documents`, unit: 'documents/s', ours: rate(millis.ours) };
  return [
    { ...row, peer: { name: 'wink-nlp', value: rate(millis.wink) }, limit: { kind: 'least', value: 1, of: 'ratio' } },
    {
      ...row,
      peer: { name: 'compromise', value: rate(millis.compromise) },
      limit: { kind: 'least', value: 5, of: 'ratio' },
    },
    { ...row, peer: { name: 'one pass of a matcher', value: rate(millis.floor) }, limit: null },
  ];
}

function read({ title, text, published, lang }: AnnotatedDocument): void {
  readDocument({ title, text, published, language: lang });
}

/** Tokens, sentences, parts of speech and entities, each asked for, since wink-nlp works lazily. */
function mark(nlp: ReturnType<typeof winkNLP>, text: string): void {
  const { its } = nlp;
  const doc = nlp.readDoc(text);
  doc.sentences().out();
  doc.tokens().out(its.pos);
  doc.entities().out(its.detail);
}

function matcherOfFirms(): RegExp {
  const names = companies.flatMap((c) => [c.name, ...c.aliases]).sort((a, b) => b.length - a.length);
  const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`\\b(?:${escaped.join('|')})\\b`, 'g');
}

/** Time for a long page over time for a short one, by characters: 1 where it grows in step. */
async function growthRows(): Promise<Row[]> {
  const article = readFileSync(join(projectRoot(), 'test/corpus/tune/t-001.json'), 'utf8');
  const { text } = JSON.parse(article) as AnnotatedDocument;
  const page = (kB: number) => `${text}\n\n`.repeat(Math.ceil((kB * 1000) / text.length));
  const best = async (kB: number) => {
    const own = page(kB);
    const times: number[] = [];
    for (let round = 0; round < 3; round += 1)
      times.push(await timed(() => readDocument({ title: '', text: own, published: null, language: 'en' })));
    return Math.min(...times);
  };
  const [small, large] = [await best(SMALL), await best(LARGE)];
  return [
    {
      what: '1 MB of one page',
      unit: 's',
      ours: large / 1000,
      peer: null,
      limit: { kind: 'most', value: 1, of: 'ours' },
    },
    {
      what: `time per character, ${LARGE} kB`,
      unit: 'ms/MB',
      ours: large / (LARGE / 1000),
      peer: { name: `${SMALL} kB`, value: small / (SMALL / 1000) },
      limit: { kind: 'most', value: 2, of: 'ratio' },
    },
  ];
}
