import type { ScrutinyStatus } from '../model/scrutiny.ts';
import type { Cue } from './lexicon/scrutiny.ts';
import type { MoneyToken } from './money-tokens.ts';
import type { CueHit } from './scrutiny-cues.ts';

/** What some words of a sentence say of an authority's step. */
export interface Stage {
  status: ScrutinyStatus;
  first: number;
  next: number;
  /** Words such as "drops its probe" end a review without saying how; "cleared" says it. */
  weak: boolean;
  /** Introduced as newer than what went before: "instead", "reopened". */
  newer: boolean;
  /** What the words need: a deal's parties as subject, an authority before them, or nothing. */
  needs: 'authority-first' | 'parties' | null;
  /** The words by which it was found. */
  cue: Cue;
}

interface Sentence {
  tokens: readonly MoneyToken[];
  hits: readonly CueHit[];
}

type Reader = (sentence: Sentence, hit: CueHit) => (Partial<Stage> & { status: ScrutinyStatus }) | null;

/** A sentence with more cues than this is no prose, and comparing them all would take long. */
const MOST_CUES = 250;

/** Takes the cues of one sentence; gives the steps that they state, in order; what is denied or only possible is left out. */
export function readStages(tokens: readonly MoneyToken[], hits: readonly CueHit[]): Stage[] {
  if (hits.length > MOST_CUES) return [];
  const sentence = { tokens, hits };
  return hits.flatMap((hit) => {
    const said = readers[hit.cue]?.(sentence, hit);
    if (!said) return [];
    const newer = near(sentence, hit, 'newer', 6, 0);
    return [{ first: hit.first, next: hit.next, weak: false, newer, needs: null, cue: hit.cue, ...said }];
  });
}

const readers: Partial<Record<Cue, Reader>> = {
  outside: (s, hit) => (maybe(s, hit) ? null : { status: 'no_jurisdiction' }),
  qualify: (s, hit) => (denied(s, hit, 10) && !wondered(s, hit) ? { status: 'no_jurisdiction' } : null),
  clear: (s, hit) =>
    denied(s, hit, 4) || maybe(s, hit) ? null : { status: withConditions(s) ? 'remedies' : 'cleared' },
  harm: (s, hit) => (denied(s, hit, 7) && !maybe(s, hit) ? { status: 'cleared' } : null),
  close: (s, hit) =>
    denied(s, hit, 5) || maybe(s, hit) || !beside(s, hit, ['probe', 'case'], 16)
      ? null
      : { status: 'cleared', weak: true },
  further: (s, hit) =>
    denied(s, hit, 8) && near(s, hit, ['pursue', 'examine', 'investigate', 'probe', 'goOn'], 8, 6)
      ? { status: 'cleared', weak: true }
      : null,
  goOn: (s, hit) =>
    denied(s, hit, 4) && near(s, hit, ['pursue', 'examine', 'investigate', 'probe'], 2, 4)
      ? { status: 'cleared', weak: true }
      : null,
  challenge: readChallenge,
  abandon: (s, hit) =>
    denied(s, hit, 3) || maybe(s, hit, 3) || beside(s, hit, ['probe', 'case'], 4)
      ? null
      : { status: 'abandoned', needs: 'parties' },
  deep: (s, hit) => (denied(s, hit, 6) || maybe(s, hit, 12) || !isSecondPhase(s, hit) ? null : { status: 'phase2' }),
  secondRequest: (s, hit) => (denied(s, hit, 5) || maybe(s, hit) ? null : { status: 'phase2' }),
  open: readOpening,
  investigate: (s, hit) => (denied(s, hit, 5) ? null : { status: maybe(s, hit) ? 'monitoring' : 'phase1' }),
  notify: (s, hit) => (denied(s, hit, 4) || maybe(s, hit, 3) ? null : { status: 'phase1' }),
  accept: (s, hit) => (denied(s, hit, 4) || maybe(s, hit) ? null : { status: 'phase1' }),
  ask: (s, hit) => (denied(s, hit, 4) || maybe(s, hit, 4) ? null : { status: 'information_request' }),
  refer: (s, hit) => (denied(s, hit, 4) ? null : { status: 'monitoring', needs: 'authority-first' }),
  examine: (s, hit) => (denied(s, hit, 4) ? null : { status: 'monitoring', weak: true }),
  probe: (s, hit) => (denied(s, hit, 3) ? null : { status: 'monitoring', weak: true }),
  concern: (s, hit) => (denied(s, hit, 4) ? null : { status: 'monitoring', weak: true }),
};

function readChallenge(s: Sentence, hit: CueHit): { status: ScrutinyStatus; needs?: Stage['needs'] } | null {
  if (denied(s, hit, 5)) return { status: 'cleared', needs: 'authority-first' };
  return maybe(s, hit) ? null : { status: 'challenged', needs: 'authority-first' };
}

/** Words for a case that is opened; an opened "look" or "study" is no case. */
const NO_CASE =
  /^(look|study|matter|assessment|étude|examination|analyse|analysis|análisis|analisi|consultation|market)$/;

/** "opened an investigation", "files were opened", "put under review": a first phase unless it is called a second one. */
function readOpening(s: Sentence, hit: CueHit): { status: ScrutinyStatus } | null {
  if (denied(s, hit, 5) || maybe(s, hit, 5)) return null;
  const noun = s.hits.find((h) => {
    if (h.cue !== 'probe' && h.cue !== 'case') return false;
    if (NO_CASE.test(s.tokens[h.first]?.lower ?? '')) return false;
    const after = h.first >= hit.first && h.first - hit.next <= 9;
    const before = h.next <= hit.first && hit.first - h.next <= 8;
    return (after || before) && sameClause(s, hit, h);
  });
  return noun ? { status: 'phase1' } : null;
}

function isSecondPhase(s: Sentence, hit: CueHit): boolean {
  if (
    /^(phase|second|stage|hauptprüfverfahren|zweite|zweiten|deuxième|seconde|segunda|seconda|fase)$/.test(
      s.tokens[hit.first]?.lower ?? '',
    )
  )
    return true;
  return s.hits.some(
    (h) => (h.cue === 'probe' || h.cue === 'case') && (within(hit.next, h.first, 3) || within(h.next, hit.first, 3)),
  );
}

function within(from: number, to: number, most: number): boolean {
  return to >= from && to - from <= most;
}

/** Conditions count where they stand in the sentence and are not denied: "without any conditions". */
function withConditions(s: Sentence): boolean {
  return s.hits.some(
    (hit) => hit.cue === 'condition' && !s.hits.some((h) => h.cue === 'without' && within(h.next, hit.first, 4)),
  );
}

function denied(s: Sentence, hit: CueHit, most: number): boolean {
  return s.hits.some(
    (h) =>
      h.cue === 'not' &&
      h.next <= hit.next &&
      h.first >= hit.first - most &&
      h.first !== hit.first &&
      (h.first > hit.first || (sameClause(s, h, hit) && !saidBetween(s, h, hit))),
  );
}

/** "has not claimed that it is a merger" denies the claim. */
function saidBetween(s: Sentence, not: CueHit, hit: CueHit): boolean {
  return s.hits.some((h) => h.cue === 'claim' && h.first >= not.next && h.next <= hit.first && h.first - not.next <= 2);
}

/** "may approve", "if it is cleared"; in Romance languages the ending of the verb says it: "archivará". */
function maybe(s: Sentence, hit: CueHit, most = 6): boolean {
  if (FUTURE.test(s.tokens[hit.first]?.lower ?? '') || toBeChosen(s, hit)) return true;
  return s.hits.some(
    (h) => h.cue === 'maybe' && h.next <= hit.first && hit.first - h.next <= most && sameClause(s, h, hit),
  );
}

/** "it has until 11 September to choose: close the file or open a second phase": neither has happened. */
function toBeChosen(s: Sentence, hit: CueHit): boolean {
  const start = Math.max(0, hit.first - 16);
  const words = s.tokens.slice(start, hit.first);
  const full = words.findLastIndex((t) => t.text === '.');
  return words.slice(full + 1).some((t) => CHOICE.has(t.lower));
}

const CHOICE = new Set([
  'choose',
  'decide',
  'whether',
  'choisir',
  'décider',
  'trancher',
  'entscheiden',
  'decidir',
  'elegir',
  'decidere',
  'scegliere',
]);

const FUTURE = /(rait|raient|ront|rá|rán|ría|rían|rà|ranno|rebbe|rebbero)$/;

/** "whether it qualifies", "si l'accord relève": a question, not an answer. */
function wondered(s: Sentence, hit: CueHit): boolean {
  return s.hits.some(
    (h) =>
      h.cue === 'maybe' &&
      within(h.next, hit.first, 8) &&
      /^(whether|if|si|ob|se|when|lorsque|lorsqu|quand|wenn|falls|cuando|quando)$/.test(
        s.tokens[h.first]?.lower ?? '',
      ) &&
      sameClause(s, h, hit),
  );
}

function near(s: Sentence, hit: CueHit, cues: Cue | Cue[], before: number, after: number): boolean {
  const wanted = typeof cues === 'string' ? [cues] : cues;
  return s.hits.some(
    (h) =>
      wanted.includes(h.cue) &&
      (within(h.first, hit.first, before) || within(hit.first, h.first, after)) &&
      (h.first !== hit.first || h.cue === 'newer'),
  );
}

/** A noun in the same clause, before or after, that is not part of the cue itself. */
function beside(s: Sentence, hit: CueHit, cues: Cue[], most: number): boolean {
  return s.hits.some(
    (h) =>
      cues.includes(h.cue) &&
      h.first !== hit.first &&
      (within(hit.next, h.first, 6) || within(h.next, hit.first, most)) &&
      sameClause(s, h, hit),
  );
}

/** No full stop, semicolon, colon, dash or "but" between the two. */
function sameClause(s: Sentence, a: CueHit, b: CueHit): boolean {
  const [from, to] = a.first < b.first ? [a.next, b.first] : [b.next, a.first];
  for (let i = from; i < to; i++) if (isClauseEnd(s.tokens[i] as MoneyToken)) return false;
  return true;
}

const CONTRAST = new Set([
  'but',
  'while',
  'whereas',
  'although',
  'mais',
  'tandis',
  'alors',
  'aber',
  'während',
  'sondern',
  'pero',
  'mientras',
  'aunque',
  'ma',
  'mentre',
]);

/** True for a token that parts a sentence into clauses of their own. */
export function isClauseEnd(token: MoneyToken): boolean {
  return token.kind === 'sign' ? /^[;:—–()]$/.test(token.text) : CONTRAST.has(token.lower);
}
