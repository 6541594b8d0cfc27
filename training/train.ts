/**
 * Learns from annotated documents how likely a sentence tells of a deal and an authority's step is told
 * (`npm run train -- deals [FOLDER…]`), and a sum is paid in a deal (`npm run train -- sums [FOLDER…]`, afterwards).
 * Folders given are read beside the project's own; `test/corpus/held-out` is never among them. The first writes
 * weights.json, deal-weights.json, calibration.json and scrutiny-weights.json in extract/likelihood/, the other
 * sum-weights.json.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../config.ts';
import { PAID_ROLES } from '../extract/likelihood/judge-sums.ts';
import type { Trees } from '../extract/likelihood/trees.ts';
import { readExamples, stepBagsOf, sumBagsOf, surveyFolder } from './examples.ts';
import { fitCalibration } from './isotonic.ts';
import { learnStacked, type Unseen } from './stacking.ts';
import { learnSteps } from './steps.ts';
import { learnSums } from './sums.ts';

const OWN = ['test/corpus/tune', 'test/corpus/paragraphs', 'library/notes'];

const folders = [...OWN.map((f) => join(projectRoot(), f)), ...process.argv.slice(3)];
const say = (line: string) => process.stdout.write(`${line}\n`);

const TRAINING: Record<string, () => Promise<void>> = { deals: trainDeals, sums: trainSums };
const train = TRAINING[process.argv[2] ?? ''];
if (!train) throw new Error(`say what to train: ${Object.keys(TRAINING).join(', ')}`);
await train();

async function trainDeals(): Promise<void> {
  const examples = folders.flatMap(surveyFolder);
  say(`${examples.length} documents`);
  const { sentences, deals, unseen, given } = await learnStacked(examples, say);
  say(`${given.length} deals read by those who had not seen the author, ${given.filter((g) => g.right).length} right`);
  write('weights.json', print(sentences));
  write('deal-weights.json', print(deals));
  write('calibration.json', `${JSON.stringify(fitCalibration(given))}\n`);
  await trainSteps(unseen);
}

async function trainSums(): Promise<void> {
  const documents = folders.flatMap(readExamples);
  const bags = documents.flatMap(sumBagsOf);
  const paid = bags.filter((b) => b.label).length;
  process.stdout.write(`${documents.length} documents, ${bags.length} sums near deals, ${paid} of them paid\n`);
  const { belongs, roles } = await learnSums(bags);
  const printed = PAID_ROLES.map((role) => `${JSON.stringify(role)}:${print(roles[role])}`);
  write('sum-weights.json', `{"belongs":${print(belongs)},\n"roles":{\n${printed.join(',\n')}}}\n`);
}

async function trainSteps(unseen: readonly Unseen[]): Promise<void> {
  const bags = unseen.flatMap(({ example, believe, believeDeal }) => stepBagsOf(example, believe, believeDeal));
  say(`${bags.length} possible steps, ${bags.filter((b) => b.label).length} of them told`);
  write('scrutiny-weights.json', print(await learnSteps(bags)));
}

function print({ bias, features, trees }: Trees): string {
  const lines = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).join(',\n');
  return `{"bias":${bias},\n"features":[\n${lines(features)}],\n"trees":[\n${lines(trees)}]}\n`;
}

function write(name: string, text: string): void {
  const file = join(projectRoot(), 'extract/likelihood', name);
  writeFileSync(file, text);
  process.stdout.write(`written: ${file}\n`);
}
