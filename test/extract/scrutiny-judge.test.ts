import { describe, expect, it } from 'vitest';
import { readDocument } from '../../extract/index.ts';
import { judgeSteps, proposedPairs, type StepBelief, weighedSteps } from '../../extract/likelihood/judge-scrutiny.ts';
import { observe } from '../../extract/scrutiny/follow.ts';
import { joinTitle, type PartyMention, type ProposedPair, putTogether } from '../../extract/scrutiny/whole.ts';
import { splitSentences } from '../../extract/text/sentences.ts';
import type { PartialDay } from '../../model/day.ts';
import { parsePartialDay } from '../../model/day.ts';
import { OPEN_STATUSES } from '../../model/scrutiny.ts';

const published = parsePartialDay('2025-01-15');

/** Names in a text, and the pairs that its sentences may tell of, as the reader of deals hands them in. */
function whole(language: string, text: string, pairs: readonly ProposedPair[]) {
  const names = new Set(pairs.flatMap((p) => [p.acquirer, p.target]));
  const parties: PartyMention[] = [...names].flatMap((name) =>
    [...text.matchAll(new RegExp(`${name}(?!\\p{L})`, 'gu'))].map((m) => ({
      start: m.index,
      end: m.index + name.length,
      name,
      group: pairs.some((p) => p.acquirer === name),
    })),
  );
  parties.sort((a, b) => a.start - b.start);
  const document = { title: '', text, language, published, sentences: splitSentences(text, language) };
  return putTogether(document, joinTitle(document), parties, [], pairs);
}

const pair = (acquirer: string, target: string, likely = 0.3): ProposedPair => ({ acquirer, target, likely });

function candidates(language: string, text: string, pairs: readonly ProposedPair[]) {
  const read = whole(language, text, pairs);
  return weighedSteps(read, observe(read)).map(({ candidate: c }) => c);
}

function decided(language: string, text: string, pairs: readonly ProposedPair[], believe: StepBelief) {
  const read = whole(language, text, pairs);
  return judgeSteps(read, observe(read), believe).map(
    (s) => `${s.authority} ${s.pair?.acquirer}>${s.pair?.target} ${s.status}`,
  );
}

describe('steps that sentences may state', () => {
  it.each([
    ['en', 'Oracle wants Quarrystone. The CMA opened its file in May.'],
    ['de', 'Oracle will Quarrystone. Das Bundeskartellamt hat im Mai ein Verfahren eröffnet.'],
    ['fr', "Oracle veut Quarrystone. L'Autorité de la concurrence a ouvert une enquête en mai."],
    ['es', 'Oracle quiere Quarrystone. La CNMC abrió en mayo una investigación.'],
    ['it', 'Oracle vuole Quarrystone. La AGCM ha aperto a maggio un’istruttoria.'],
  ])('include those of a sentence that names no pair (%s)', (language, text) => {
    const found = candidates(language, text, [pair('Oracle', 'Quarrystone')]);
    expect(found.some((c) => c.pair?.target === 'Quarrystone' && c.status === 'phase1')).toBe(true);
  });

  it.each([
    ['en', 'The CMA is examining whether Oracle may buy Quarrystone, and has asked rivals for their views.'],
    ['de', 'Das Bundeskartellamt prüft den Kauf von Quarrystone durch Oracle und hat Fragebögen verschickt.'],
    ['fr', "La Commission européenne examine le rachat de Quarrystone par Oracle et a ouvert une phase d'examen."],
    ['es', 'La CNMC investiga la compra de Quarrystone por Oracle y ha pedido información.'],
    ['it', 'La AGCM esamina l’acquisto di Quarrystone da parte di Oracle e ha chiesto informazioni.'],
  ])('are never an approval where nothing but looking is told (%s)', (language, text) => {
    const found = candidates(language, text, [pair('Oracle', 'Quarrystone')]);
    const looking = found.filter((c) => OPEN_STATUSES.includes(c.stage.status));
    expect(looking.length).toBeGreaterThan(0);
    expect(looking.filter((c) => !OPEN_STATUSES.includes(c.status))).toEqual([]);
  });

  it('are not about another buyer of a firm whose own buyer the sentence names', () => {
    const text = 'Oracle bought Quarrystone. The CMA has cleared the alliance of Cisco with Quarrystone.';
    const found = candidates('en', text, [pair('Oracle', 'Quarrystone', 0.9), pair('Cisco', 'Quarrystone')]);
    const cleared = found.filter((c) => c.status === 'cleared' && c.moment.place.sentence.text.startsWith('The CMA'));
    expect(new Set(cleared.map((c) => c.pair?.acquirer))).toEqual(new Set(['Cisco']));
  });

  it('call a firm by its full name where the page has it', () => {
    const text = 'Oracle will buy Quarrystone Photonics. The CMA cleared the purchase of Quarrystone by Oracle.';
    const found = candidates('en', text, [pair('Oracle', 'Quarrystone Photonics'), pair('Oracle', 'Quarrystone')]);
    expect(new Set(found.map((c) => c.pair?.target))).toEqual(new Set(['Quarrystone Photonics']));
  });

  it('are none on a page without a competition authority', () => {
    expect(
      candidates('en', 'Oracle bought Quarrystone, and shareholders approved.', [pair('Oracle', 'Quarrystone')]),
    ).toEqual([]);
  });
});

describe('the step that is believed', () => {
  const text =
    'The CMA opened an investigation into the purchase of Quarrystone by Oracle. In May it cleared the deal.';
  const pairs = [pair('Oracle', 'Quarrystone')];

  it('is the likeliest of its authority and pair, one for each', () => {
    const likelier: StepBelief = ({ candidate: c }) => (c.status === 'cleared' ? 0.9 : c.status === 'phase1' ? 0.8 : 0);
    expect(decided('en', text, pairs, likelier)).toEqual(['CMA Oracle>Quarrystone cleared']);
    const earlier: StepBelief = ({ candidate: c }) => (c.status === 'phase1' ? 0.8 : 0);
    expect(decided('en', text, pairs, earlier)).toEqual(['CMA Oracle>Quarrystone phase1']);
  });

  it('must be surer for an approval than for an open review', () => {
    const doubtful =
      (status: string): StepBelief =>
      ({ candidate: c }) =>
        c.status === status && !c.isRead ? 0.33 : 0;
    const unread =
      'Oracle bought Quarrystone. The matter was closed, and the CMA was asked whether it would open a review.';
    expect(decided('en', unread, pairs, doubtful('cleared'))).toEqual([]);
    expect(decided('en', unread, pairs, doubtful('phase1'))).toEqual(['CMA Oracle>Quarrystone phase1']);
  });

  it('is nothing when nothing is likely', () => {
    expect(decided('en', text, pairs, () => 0)).toEqual([]);
  });

  it('stands in the text where it says', () => {
    const story = `Oracle has agreed to buy Quarrystone AI, the maker of models for quarries, for $40 million.\n\n${text.replaceAll('Quarrystone', 'Quarrystone AI')}`;
    const { scrutiny } = readDocument({ title: 'Oracle buys Quarrystone AI', text: story, published, language: 'en' });
    expect(scrutiny.map((s) => `${s.authority} ${s.acquirer}>${s.target} ${s.status}`)).toEqual([
      'CMA Oracle>Quarrystone AI cleared',
    ]);
    for (const quote of scrutiny.flatMap((s) => s.quotes))
      expect(story.slice(quote.start, quote.end)).toBe(quote.quote);
  });
});

describe('pairs proposed', () => {
  it('are as likely as their likeliest deal', () => {
    const likely = new Map([
      ['investment|Oracle|Quarrystone', 0.2],
      ['acquisition|Oracle|Quarrystone', 0.6],
      ['cloud|Cisco|Quarrystone', 0.1],
    ]);
    expect(proposedPairs(likely)).toEqual([pair('Oracle', 'Quarrystone', 0.6), pair('Cisco', 'Quarrystone', 0.1)]);
  });
});

describe('the day of a step', () => {
  const daysIn = (text: string) => {
    const { scrutiny } = readDocument({ title: '', text, published: '2025-03-20' as PartialDay, language: 'en' });
    return scrutiny.map((s) => `${s.authority} ${s.status} ${s.date}`);
  };

  it('is that on which the case ended, told one sentence before how', () => {
    const text =
      'The CMA closed its file on Alphabet and Anthropic on 19 November 2024. It found that the partnership does not qualify for investigation under the merger provisions.';
    expect(daysIn(text)).toEqual(['CMA no_jurisdiction 2024-11-19']);
  });

  it('is never that on which the case was opened', () => {
    const text =
      'The CMA opened an inquiry into Alphabet and Anthropic on 24 October 2024. It has since cleared the partnership.';
    expect(daysIn(text)).toEqual(['CMA cleared null']);
  });
});
