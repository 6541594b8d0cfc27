import { provingSentences } from '../db/documents/passages.ts';
import { citedDocuments } from '../db/going-out/report-entries.ts';
import type { StandingPair } from '../db/ledger/derived-pair.ts';
import type { Replaced } from '../db/ledger/ledger.ts';
import { factsIn, type Raising, recentDocuments, recentFacts } from '../db/ledger/raisings.ts';
import { eventSubjects, stepSubjects } from '../db/ledger/sightings.ts';
import type { Database } from '../db/open.ts';
import { formatMoney, formatSum } from '../model/amount.ts';
import { addDays, dayOf, firstDay, formatDay, type Instant } from '../model/day.ts';
import {
  BAND_LABELS,
  KIND_LABELS,
  ROLE_LABELS,
  RULE_LABELS,
  RULE_SHORT_LABELS,
  SEVERITY_LABELS,
  SOURCE_CLASS_LABELS,
  STATUS_LABELS,
} from '../model/labels.ts';
import type { DealEvent, Scrutiny } from '../model/ledger.ts';
import { webLink } from '../model/link.ts';
import { paths } from '../model/paths.ts';
import type { ScrutinyStep } from '../model/scrutiny.ts';
import type { AlertEvent, EventPassage } from '../model/subscription.ts';

/** A score that moves by fewer points, within its band, is no news. */
const SCORE_STEP = 5;
/** A step that an authority took longer ago than this is history when it is first read. */
const RECENT_STEP_DAYS = 30;
const MOST_PASSAGES = 2;
/** Facts of an event that are looked up for its passages: several may stand in one sentence. */
const MOST_FACTS = 10;
/** Sums that say what was paid or promised anew; totals, rounds and ceilings repeat or bound them. */
const NEWS_ROLES: readonly DealEvent['role'][] = ['tranche', 'future', 'commitment', 'fee'];

type Stood = Replaced['before'];

/** An event before its passages are looked up. */
type Draft = Omit<AlertEvent, 'passages'> & { factIds: string[] };

/**
 * Takes a pair as it now stands and what replacing it brought to light; gives what people may want to hear of, each with
 * its proof. What fills the past is no news and left out. Call it in the transaction that stored the pair.
 */
export async function eventsOf(
  db: Database,
  after: StandingPair,
  { before, raisings, sighted }: Pick<Replaced, 'before' | 'raisings' | 'sighted'>,
  now: Instant,
): Promise<AlertEvent[]> {
  // Deals, sums and disputes rest on the pair's own documents: most of what a rebuild or an import brings is old.
  const recent = recentDocuments(db, after.pair.documentIds, now);
  const isNews = recent.length > 0;
  const own = isNews ? factsIn(db, recent) : new Set<string>();
  const drafts = [
    ...(isNews ? dealDrafts(after, sighted, now) : []),
    ...raisings.flatMap((raising) => flagDrafts(after, raising, now)),
    ...scoreDrafts(before, after, now),
    ...(isNews ? [...moneyDrafts(after, sighted, now), ...disputeDrafts(before, after, now)] : []),
  ];
  const news = [...stepDrafts(after, sighted, now), ...newsAmong(db, drafts, own, now)];
  return withPassages(
    db,
    news.map((draft) => newestFirst(draft, own)),
  );
}

/**
 * Those that rest on a recent fact. Nearly all do on one in the pair's own recent documents, which are at hand; facts lie
 * anywhere in the file, and only what is left is looked up by them: flags may cite facts of other pairs.
 */
function newsAmong(db: Database, drafts: readonly Draft[], own: ReadonlySet<string>, now: Instant): Draft[] {
  const restsOn = (facts: ReadonlySet<string>) => (draft: Draft) => draft.factIds.some((id) => facts.has(id));
  const open = drafts.filter((draft) => !restsOn(own)(draft));
  const others = recentFacts(db, [...new Set(open.flatMap((draft) => draft.factIds))], now);
  return drafts.filter((draft) => restsOn(own)(draft) || restsOn(others)(draft));
}

/** What has just been told is quoted before what was known; a score moved because of it, not of all that bears it. */
function newestFirst(draft: Draft, own: ReadonlySet<string>): Draft {
  const fresh = draft.factIds.filter((id) => own.has(id));
  const known = draft.kind === 'score' && fresh.length ? [] : draft.factIds.filter((id) => !own.has(id));
  return { ...draft, factIds: [...fresh, ...known] };
}

function base(
  after: StandingPair,
  at: Instant,
): Pick<
  Draft,
  | 'pairId'
  | 'title'
  | 'acquirer'
  | 'target'
  | 'authority'
  | 'band'
  | 'score'
  | 'workingDays'
  | 'before'
  | 'after'
  | 'at'
> {
  const { id: pairId, acquirer, target } = after.pair;
  const none = { authority: null, workingDays: null, before: null, after: null };
  return {
    pairId,
    title: `${acquirer} → ${target}`,
    acquirer,
    target,
    band: after.band,
    score: after.score,
    at,
    ...none,
  };
}

function dealDrafts(after: StandingPair, sighted: ReadonlySet<string>, now: Instant): Draft[] {
  const { pair } = after;
  if (!sighted.has(`pair ${pair.id}`) || pair.deals.length === 0) return [];
  const kinds = [...new Set(pair.deals.map((deal) => KIND_LABELS[deal.kind]))].join(', ');
  const factIds = pair.deals.flatMap((deal) => deal.factIds);
  const words = { headline: `New deal: ${kinds}`, details: [], path: paths.deal(pair.id) };
  return [{ ...base(after, now), key: `deal ${pair.id}`, kind: 'deal', ...words, factIds }];
}

/** A flag is told when it first fires, when it first is High, and when new evidence reopens what was decided. */
function flagDrafts(after: StandingPair, raising: Raising, now: Instant): Draft[] {
  const flag = after.flags.find((one) => one.rule === raising.rule);
  if (!flag || raising.backFill || !(raising.first || raising.newlyHigh || flag.reopened)) return [];
  const band = flag.severity === 3 ? ('High' as const) : after.band;
  const reopened = flag.reopened ? ', reopened by new evidence' : '';
  const draft: Draft = {
    ...base(after, now),
    band,
    key: flag.reopened
      ? `reopened ${flag.pairId} ${flag.rule} ${flag.evidenceHash}`
      : `flag ${flag.pairId} ${flag.rule} ${band}`,
    kind: 'flag',
    rule: flag.rule,
    headline: `${RULE_LABELS[flag.rule]}, ${SEVERITY_LABELS[flag.severity]}${reopened}: ${flag.why}`,
    details: reasons(flag),
    path: paths.flag(flag.pairId, flag.rule),
    factIds: flag.for.flatMap((fact) => fact.factIds),
  };
  return [draft];
}

function reasons(flag: StandingPair['flags'][number]): string[] {
  return [
    ...flag.for.map(({ text }) => `+ ${text}`),
    ...flag.against.map(({ text }) => `− ${text}`),
    ...flag.missing.map((text) => `? ${text}`),
  ];
}

function scoreDrafts(before: Stood, after: StandingPair, now: Instant): Draft[] {
  if (!before) return [];
  const small = Math.abs(before.score - after.score) < SCORE_STEP && before.band === after.band;
  if (small) return [];
  const words = (pair: Omit<StandingPair, 'flags'>) => `${pair.score} (${BAND_LABELS[pair.band]})`;
  const draft: Draft = {
    ...base(after, now),
    key: `score ${after.pair.id} ${words(before)} ${words(after)} ${dayOf(now)}`,
    kind: 'score',
    headline: `Score ${words(after)}, was ${words(before)}`,
    before: words(before),
    after: words(after),
    details: after.flags.map((flag) => `${RULE_SHORT_LABELS[flag.rule]}: ${flag.why}`),
    path: paths.deal(after.pair.id),
    factIds: after.flags.flatMap((flag) => flag.for.flatMap((fact) => fact.factIds)),
  };
  return [draft];
}

function moneyDrafts(after: StandingPair, sighted: ReadonlySet<string>, now: Instant): Draft[] {
  const fresh = [...eventSubjects(after.pair)].filter(
    ([subject, { event }]) => sighted.has(subject) && NEWS_ROLES.includes(event.role),
  );
  return fresh.map(([subject, { event }]) => {
    const day = event.date ? `, ${formatDay(event.date)}` : '';
    const talk = event.certainty === 'reported' ? ', reported' : '';
    return {
      ...base(after, now),
      key: `money ${subject}`,
      kind: 'money' as const,
      headline: `${sumWords(event)} ${ROLE_LABELS[event.role]}${day}${talk}`,
      details: [],
      path: `${paths.deal(after.pair.id)}#money`,
      factIds: event.factIds,
    };
  });
}

function sumWords({ value, currency, low, high, hedge }: DealEvent): string {
  return value === null || currency === null ? 'A sum not known' : formatSum({ value, currency, low, high, hedge });
}

function disputeDrafts(before: Stood, after: StandingPair, now: Instant): Draft[] {
  const known = new Set(before ? disputesIn(before).map((one) => one.key) : []);
  const fresh = disputesIn(after).filter((one) => !known.has(one.key));
  return fresh.map(({ key, event, other }) => ({
    ...base(after, now),
    key,
    kind: 'contradiction' as const,
    headline: `Figures disagree: ${ROLE_LABELS[event.role]} ${sumWords(event)} against ${formatMoney(other)}`,
    before: sumWords(event),
    after: formatMoney(other),
    details: [],
    path: `${paths.deal(after.pair.id)}#money`,
    factIds: [other.factId, ...event.factIds],
  }));
}

function disputesIn({ pair }: Pick<StandingPair, 'pair'>) {
  return [...eventSubjects(pair)].flatMap(([subject, { event }]) =>
    event.disputedBy.map((other) => ({
      key: `contradiction ${subject} ${other.documentId} ${other.value}`,
      event,
      other,
    })),
  );
}

/** Steps are dated by the authority: an old one is no news however new the page that tells of it. */
function stepDrafts(after: StandingPair, sighted: ReadonlySet<string>, now: Instant): Draft[] {
  const since = addDays(dayOf(now), -RECENT_STEP_DAYS);
  const fresh = [...stepSubjects(after.pair)].filter(
    ([subject, { step }]) => sighted.has(subject) && step.date !== null && firstDay(step.date) >= since,
  );
  return fresh.map(([subject, { cell, step }]) => stepDraft(after, subject, cell, step, now));
}

function stepDraft(after: StandingPair, subject: string, cell: Scrutiny, step: ScrutinyStep, now: Instant): Draft {
  const earlier = cell.history[cell.history.indexOf(step) - 1];
  const status = STATUS_LABELS[step.status];
  const words = step.stage && step.stage !== status ? `${status} (${step.stage})` : status;
  const how = step.sourceClass === 'press' ? ', reported' : '';
  return {
    ...base(after, now),
    authority: cell.authority,
    key: `status ${subject}`,
    kind: 'status',
    headline: `${cell.authority}: ${words}${step.date ? `, ${formatDay(step.date)}` : ''}${how}`,
    before: earlier ? STATUS_LABELS[earlier.status] : null,
    after: status,
    details: cell.needsReview ? [`? ${cell.needsReview}`] : [],
    path: `${paths.deal(after.pair.id)}#scrutiny`,
    factIds: step.factIds,
  };
}

async function withPassages(db: Database, all: readonly Draft[]): Promise<AlertEvent[]> {
  if (all.length === 0) return [];
  const drafts = all.map((draft) => ({ ...draft, factIds: [...new Set(draft.factIds)].slice(0, MOST_FACTS) }));
  const sentences = await provingSentences(db, [...new Set(drafts.flatMap((draft) => draft.factIds))]);
  const documents = await citedDocuments(db, [...new Set([...sentences.values()].map((one) => one.documentId))]);
  return drafts.map(({ factIds, ...draft }) => {
    const passages = factIds.flatMap((id): EventPassage[] => {
      const proof = sentences.get(id);
      const document = proof && documents.get(proof.documentId);
      if (!document || !proof?.quote) return [];
      const day = document.published ? formatDay(document.published) : 'undated';
      const source = `${document.publisher}, ${SOURCE_CLASS_LABELS[document.sourceClass]}, ${day}`;
      return [{ quote: proof.quote, title: document.title, source, url: webLink(document.url) }];
    });
    const once = [...new Map(passages.map((passage) => [passage.quote, passage])).values()];
    return { ...draft, passages: once.slice(0, MOST_PASSAGES) };
  });
}
