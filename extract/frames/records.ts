import type { FrameClass } from '../lexicon/lexicon.ts';
import type { Mention } from '../names/mention.ts';
import { canAcquire, tierOf } from '../names/party.ts';
import { type Frame, type FrameContext, frameOf } from './frame.ts';
import { FRAMES } from './frame-classes.ts';
import { isPlausible } from './pairing.ts';
import type { ParsedSentence } from './sentence.ts';

/** The labels of a list or table, by what they say of the name below or beside them. */
const LABELS: readonly [RegExp, 'giver' | 'taker', FrameClass | null][] = [
  [
    /^(?:lead )?(?:investors?|backers?|investisseurs?|investor(?:en)?|geldgeber|inversor(?:es)?|investitor[ei])$/,
    'giver',
    'injection',
  ],
  [/^(?:acquirer|buyer|purchaser|acquéreur|acheteur|käufer|comprador|acquirente)$/, 'giver', 'acquisition'],
  [
    /^(?:suppliers?|providers?|vendor|hyperscaler|cloud(?: provider| supplier)?|chip supplier|fournisseur|anbieter|lieferant|proveedor|fornitore)$/,
    'giver',
    'supplyDeal',
  ],
  [
    /^(?:company|start-?up|target|recipient|firm|(?:ai )?lab|developer|laboratoire|labor|laboratorio|société|jeune pousse|cible|unternehmen|ziel|empresa|azienda|società)$/,
    'taker',
    null,
  ],
  [/^(?:customer|client|tenant|kunde|cliente)$/, 'taker', 'supplyDeal'],
];

interface Cell {
  side: 'giver' | 'taker';
  means: FrameClass | null;
}

const labelOf = (text: string): Cell | null => {
  const found = LABELS.find(([words]) => words.test(text.trim().toLowerCase()));
  return found ? { side: found[1], means: found[2] } : null;
};

interface Party extends Cell {
  mention: Mention;
}

const startOf = (s: ParsedSentence, m: Mention) => s.unit.tokens[m.from]?.start ?? 0;

/** Reads "Investor: Nvidia. Company: Wayve." and the rows below "Supplier | Customer". */
export class Records {
  private header: (Cell | null)[] = [];
  private held: Party | null = null;
  private heldAt = -9;

  /** Takes the next sentence; gives the deal that its label or its row completes. */
  read(s: ParsedSentence, context: FrameContext): Frame[] {
    const { text, index } = s.unit;
    const cells = text.split(/\s*[|\t;]\s*/);
    if (cells.length > 1 && cells.every((c) => c.length < 60)) return this.row(s, cells, context);
    this.header = [];
    const colon = text.indexOf(':');
    const label = colon > 0 && colon < 20 ? labelOf(text.slice(0, colon)) : null;
    const named = (m: Mention) => m.form !== 'relative' && m.candidates[0] !== undefined && startOf(s, m) > colon;
    const mention = label ? s.mentions.find(named) : undefined;
    if (!label || !mention) return [];
    const before = index - this.heldAt <= 2 ? this.held : null;
    const now = { ...label, mention };
    const completes = before !== null && before.side !== label.side;
    [this.held, this.heldAt] = [completes ? null : now, index];
    return before && completes ? this.pair(s, before, now, context) : [];
  }

  private row(s: ParsedSentence, cells: readonly string[], context: FrameContext): Frame[] {
    const labels = cells.map(labelOf);
    if (labels.filter((l) => l !== null).length > 1) {
      this.header = labels;
      return [];
    }
    let at = 0;
    const parties: Party[] = [];
    for (const [n, cell] of cells.entries()) {
      const start = s.unit.text.indexOf(cell, at);
      at = start + cell.length;
      const label = this.header[n];
      const { tokens } = s.unit;
      const mention = s.mentions.find((m) => {
        const from = tokens[m.from]?.start ?? -1;
        return from >= start && from < at && m.candidates[0] !== undefined;
      });
      if (label && mention) parties.push({ ...label, mention });
    }
    const [a, b] = parties;
    return a && b && a.side !== b.side ? this.pair(s, a, b, context) : [];
  }

  private pair(s: ParsedSentence, one: Party, other: Party, context: FrameContext): Frame[] {
    const [giver, taker] = one.side === 'giver' ? [one, other] : [other, one];
    const means = giver.means ?? taker.means;
    const a = giver.mention.candidates.find((c) => canAcquire(c.name));
    const t = taker.mention.candidates.find((c) => tierOf(c.name) < 2 && context.isTarget(c.name));
    if (!means || !a || !t || !isPlausible(a.name, t.name, FRAMES[means].kind)) return [];
    const trigger = { class: means, from: 0, to: 0 };
    const own = (p: Party) => (p.mention.unit === s.unit ? p.mention : null);
    return [
      frameOf(
        s,
        trigger,
        FRAMES[means],
        { mention: own(giver), candidate: a, score: 0.9 },
        { mention: own(taker), candidate: t, score: 0.9 },
        context.nextGroup(),
      ),
    ];
  }
}
