import type { Place } from '../frames/outline.ts';
import type { Mention } from '../names/mention.ts';
import { canAcquire, tierOf } from '../names/party.ts';
import { cellAt, fillsCell, layoutOf } from '../text/layout.ts';
import { bucket, type Feature, f } from './feature.ts';
import { oncePerPair } from './once-per-pair.ts';
import type { PairCandidate, Party, Scene } from './scene.ts';
import type { Theme } from './theme.ts';

/** What speaks for and against a candidate in the layout of the document: headings, labels, cells, blocks, the title. */
export function placeFeatures(c: PairCandidate, scene: Scene, theme: Theme): Feature[] {
  const { place } = scene.before;
  const { shape } = layoutOf(c.sentence.unit);
  return [f`shape|${shape}`, f`shape|${shape}|${c.acquirer.implied ?? 'a'}|${c.target.implied ?? 't'}`].concat(
    kindFeatures(c, place),
    forPair(c, () =>
      headingFeatures(c, place).concat(
        cellFeatures('a', c.acquirer),
        cellFeatures('t', c.target),
        sameCell(c),
        rankFeatures(c, theme),
        titleFeatures(c, place),
      ),
    ),
  );
}

const forPair = oncePerPair<Feature[]>();

/** Whether headings, the title and what stood before on the line or in the block speak of the same kind of deal. */
function kindFeatures({ kind, told }: PairCandidate, place: Place): Feature[] {
  const says = (kinds: ReadonlySet<string> | undefined) =>
    kinds === undefined || kinds.size === 0 ? 'none' : kinds.has(kind) ? (kinds.size === 1 ? 'only' : 'yes') : 'no';
  const heading = says(place.group?.kinds);
  return [
    f`kind by line|${says(place.lineKinds)}`,
    f`kind by block|${says(place.blockKinds)}`,
    f`kind by heading|${says(place.told?.kinds)}`,
    f`kind by group heading|${heading}`,
    f`kind by title|${says(place.titleKinds)}`,
    f`kind by|${told}|${says(place.told?.kinds)}|${says(place.titleKinds)}`,
  ];
}

function headingFeatures(c: PairCandidate, place: Place): Feature[] {
  const group = place.group?.names ?? [];
  const firm = place.firm?.names ?? [];
  const a = c.acquirer.name;
  const over = group.includes(a) ? 'own' : group.some(canAcquire) ? 'other' : 'none';
  return [
    f`heading a|${over}`,
    f`heading a|${over}|alone ${group.length === 1}`,
    f`heading a|${over}|age ${bucket(place.age, [1, 2, 3, 5, 9, 15])}`,
    f`heading t|${firm.includes(c.target.name) ? 'own' : firm.length ? 'other' : 'none'}`,
    f`label a|${place.label.includes(a) ? 'own' : place.label.some(canAcquire) ? 'other' : 'none'}`,
    f`block a|${place.block.includes(a)}`,
    f`block t|${place.block.includes(c.target.name)}`,
    f`line a|${place.line.includes(a)}`,
    f`line t|${place.line.includes(c.target.name)}`,
  ];
}

function cellFeatures(side: string, { mention }: Party): Feature[] {
  if (!mention) return [f`cell ${side}|implied`];
  const layout = layoutOf(mention.unit);
  const fills = fillsCell(mention.unit, mention.from, mention.to);
  const at = Math.min(3, cellAt(layout, mention.unit.tokens[mention.from]?.start ?? 0));
  const labelled = mention.to <= layout.labelEnd;
  const opens = isFirst(mention);
  return [
    f`cell ${side}|${layout.shape}|fills ${fills}`,
    f`cell ${side}|${layout.shape}|${at}`,
    f`in label ${side}|${labelled}`,
    f`opens ${side}|${layout.shape}|${opens}`,
  ];
}

/** Nothing but signs and figures stands before it. */
function isFirst(mention: Mention): boolean {
  for (let i = 0; i < mention.from; i++) if (/^\p{L}/u.test(mention.unit.tokens[i]?.text ?? '')) return false;
  return true;
}

function sameCell({ acquirer, target }: PairCandidate): Feature[] {
  if (!acquirer.mention || !target.mention) return [];
  const { unit } = acquirer.mention;
  const layout = layoutOf(unit);
  if (layout.cells.length < 2) return [];
  const [a, t] = [acquirer.mention, target.mention].map((m) => cellAt(layout, unit.tokens[m.from]?.start ?? 0));
  return [
    f`cells|${bucket(layout.cells.length, [2, 3, 4, 6])}`,
    f`cells apart|${Math.max(-3, Math.min(3, (t as number) - (a as number)))}`,
  ];
}

/** How much a document is about either party. */
function rankFeatures(c: PairCandidate, theme: Theme): Feature[] {
  const [a, t] = [theme.rank(c.acquirer.name), theme.rank(c.target.name)];
  return [
    f`rank a|${bucket(a.rank, [1, 2, 4])}`,
    f`rank t|${bucket(t.rank, [1, 2, 4, 8])}`,
    f`share a|${bucket(a.share, [0.2, 0.4, 0.6, 0.8, 0.99])}`,
    f`times a|${bucket(a.count, [2, 3, 5, 9])}`,
    f`times t|${bucket(t.count, [2, 3, 5, 9])}`,
  ];
}

function titleFeatures(c: PairCandidate, { title }: Place): Feature[] {
  const groups = title.filter((n) => tierOf(n) === 2);
  const a = title.includes(c.acquirer.name);
  const t = title.includes(c.target.name);
  return [
    f`title|a ${a}|t ${t}`,
    f`title groups|${Math.min(2, groups.length)}|a ${a}`,
    f`title firms|${Math.min(2, title.length - groups.length)}|t ${t}`,
  ];
}
