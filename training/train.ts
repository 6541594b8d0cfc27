/**
 * Learns how likely a sentence tells of a deal, from annotated documents: `npm run train -- [FOLDER…]`. Folders given are
 * read beside the project's own; `test/corpus/held-out` is never among them. Writes extract/likelihood/weights.json.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../config.ts';
import { fitTrees } from './boosted-trees.ts';
import { bagsOf, readExamples } from './examples.ts';

const OWN = ['test/corpus/tune', 'test/corpus/paragraphs', 'library/notes'];

const folders = [...OWN.map((f) => join(projectRoot(), f)), ...process.argv.slice(2)];
const documents = folders.flatMap(readExamples);
const bags = documents.flatMap((d) => [...bagsOf(d).values()]);
const right = bags.filter((b) => b.label).length;
process.stdout.write(`${documents.length} documents, ${bags.length} possible deals, ${right} of them told\n`);
const trees = fitTrees(bags);
const file = join(projectRoot(), 'extract/likelihood/weights.json');
const rows = trees.trees.map((tree) => JSON.stringify(tree)).join(',\n');
writeFileSync(
  file,
  `{"bias":${trees.bias},\n"features":[\n${trees.features.map((f) => JSON.stringify(f)).join(',\n')}],\n"trees":[\n${rows}]}\n`,
);
process.stdout.write(`${trees.features.length} features in ${trees.trees.length} trees: ${file}\n`);
