import { getPair } from '../../db/ledger.ts';
import { decisionsOf, notesOf } from '../../db/reviews.ts';
import { listSources } from '../../db/sources.ts';
import { dayOf, formatInstant } from '../../model/day.ts';
import { NotFound } from '../../model/errors.ts';
import { RULE_LABELS } from '../../model/labels.ts';
import { paths } from '../../model/paths.ts';
import type { Handler } from '../handler.ts';
import { mayUse } from '../middleware/access.ts';
import { datesOf, figures, kindsOf, silentScreens, standfirst, termRows } from '../present/dossier.ts';
import { decisionLine, flagView } from '../present/flag.ts';
import { loopDrawing } from '../present/loop.ts';
import { agreementWords, moneyRows } from '../present/money.ts';
import { registersOf, scrutinyCells, unreadRegisters } from '../present/scrutiny.ts';
import { timeline } from '../present/timeline.ts';
import { citationsFor, NOTHING_WRITTEN, REASONS } from './flag-panel.ts';

/** Everything known between two companies, each value with the passage that proves it. */
export const dealShow: Handler = async ({ db, now }, { params, user }) => {
  const ledger = await getPair(db, params.pairId ?? '');
  if (!ledger) throw new NotFound('There is no such deal on record.');
  const { pair } = ledger;
  const today = dayOf(now());
  const cited = ledger.flags.flatMap((flag) => [...flag.for, ...flag.against].flatMap((f) => f.factIds));
  const citations = await citationsFor(db, pair.id, cited);
  const decisions = await decisionsOf(db, pair.id);
  const registers = registersOf(await listSources(db, now()));
  const unread = unreadRegisters(registers);
  const money = moneyRows(pair, citations);
  const data = {
    acquirer: pair.acquirer,
    target: pair.target,
    kinds: kindsOf(pair),
    layer: pair.layer,
    dates: datesOf(pair),
    standfirst: standfirst(ledger, today, unread),
    figures: figures(ledger, today, unread),
    band: ledger.band,
    openFlags: ledger.flags.filter((flag) => flag.state === 'to_review').length,
    loop: loopDrawing(pair),
    money,
    agreement: agreementWords(pair),
    flags: ledger.flags.map((flag) =>
      flagView(
        flag,
        decisions.filter((d) => d.rule === flag.rule),
        citations,
      ),
    ),
    ...silentScreens(ledger),
    terms: termRows(pair, citations),
    scrutiny: scrutinyCells(pair, registers, citations),
    moments: timeline(pair, decisions, citations),
    decisions: decisions.map((d) => ({ rule: RULE_LABELS[d.rule], ...decisionLine(d, null) })),
    notes: (await notesOf(db, pair.id)).map(({ text, userName, at }) => ({ text, userName, at: formatInstant(at) })),
    sources: citations.sources(pair.documentIds),
    passages: citations.passages(),
    reasons: REASONS,
    written: NOTHING_WRITTEN,
    link: paths.deal(pair.id),
    mayDecide: user !== null && mayUse({ role: 'analyst' }, user.role),
  };
  return { view: 'deal-show', title: `${pair.acquirer} → ${pair.target}`, data };
};
