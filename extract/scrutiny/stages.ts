import { OPEN_STATUSES, type ScrutinyStatus } from '../../model/scrutiny.ts';
import type { Cue } from '../lexicon/scrutiny.ts';
import type { MoneyToken } from '../text/text-tokens.ts';
import type { CueHit } from './cues.ts';
import { isDisbelieved } from './disbelieved.ts';
import { isForeseen, isOfOthers } from './foreseen.ts';
import { isHabit } from './habit.ts';
import {
  beside,
  decided,
  denied,
  hypothetical,
  isDeterminer,
  isMonth,
  maybe,
  near,
  type Sentence,
  sameClause,
  within,
  wondered,
} from './mood.ts';
import { isSought } from './sought.ts';
import { endsUnknown, isNotKnown } from './unknown.ts';
import {
  authorisesSuit,
  hasStopped,
  isAnnulled,
  isConsent,
  isNotBegun,
  isSilence,
  isSoFar,
  leadIsDenied,
  waives,
} from './waived.ts';

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
  /** An inquiry or study into deals in general. */
  study: boolean;
  /** The words by which it was found. */
  cue: Cue;
}

/** An answer, where "no conclusion has been reached" can stand against it. */
function settles(status: ScrutinyStatus): boolean {
  return !OPEN_STATUSES.includes(status);
}

type Read = (Partial<Stage> & { status: ScrutinyStatus }) | null;

type Reader = (sentence: Sentence, hit: CueHit) => Read;

/** A sentence with more cues than this is no prose, and comparing them all would take long. */
const MOST_CUES = 250;

/** Takes the cues of one sentence; gives the steps that they state, in order; what is denied or only possible is left out. */
export function readStages(tokens: readonly MoneyToken[], hits: readonly CueHit[]): readonly Stage[] {
  const stages = known.get(hits) ?? stagesIn(tokens, hits);
  known.set(hits, stages);
  return stages;
}

/** The same cues are asked about again wherever a sentence stands beside another. */
const known = new WeakMap<readonly CueHit[], readonly Stage[]>();

function stagesIn(tokens: readonly MoneyToken[], hits: readonly CueHit[]): Stage[] {
  if (hits.length > MOST_CUES) return [];
  const sentence = { tokens, hits: hits.filter((h) => !(h.cue === 'maybe' && isMonth(tokens, h.first))) };
  return sentence.hits.flatMap((hit) => {
    const said = readers[hit.cue]?.(sentence, hit);
    if (!said) return [];
    const newer = near(sentence, hit, 'newer', 6, hit.next - hit.first - 1) && !isEarlier(sentence, hit);
    if (isNotKnown(tokens, hit.first) || isHabit(tokens, hit.first, hit.next)) return [];
    const undecided = sentence.hits.some((h) => h.cue === 'undecided' && sameClause(sentence, h, hit));
    if (settles(said.status) && (endsUnknown(tokens, hit) || undecided)) return [];
    if (settles(said.status) && isDisbelieved(tokens, hit.first, hit.next)) return [];
    return [{ first: hit.first, next: hit.next, weak: false, newer, needs: null, study: false, cue: hit.cue, ...said }];
  });
}

const readers: Partial<Record<Cue, Reader>> = {
  outside: (s, hit) =>
    maybe(s, hit) || isPurpose(s, hit) || conceded(s, hit) || wondered(s, hit) ? null : { status: 'no_jurisdiction' },
  qualify: (s, hit) =>
    (denied(s, hit, 10) || deniedBehind(s, hit)) &&
    !wondered(s, hit) &&
    !isWish(s, hit) &&
    !isGeneral(s, hit) &&
    !isUsual(s, hit) &&
    !conceded(s, hit)
      ? { status: 'no_jurisdiction' }
      : null,
  clear: readClearance,
  harm: (s, hit) => {
    if (!denied(s, hit, isFinding(s, hit) ? 13 : 7)) return { status: 'monitoring', weak: true };
    if (isUnexamined(s, hit)) return null;
    return isSoFar(s, hit.first, hit.next) ? null : { status: withConditions(s) ? 'remedies' : 'cleared' };
  },
  permit: readPermission,
  undertake: (s, hit) => (denied(s, hit, 4) || maybe(s, hit, 12) ? null : { status: 'remedies' }),
  obstacle: (s, hit) =>
    denied(s, hit, OBJECTS.test(s.tokens[hit.first]?.lower ?? '') ? 11 : 6) &&
    !maybe(s, hit) &&
    !isUnexamined(s, hit) &&
    !isSoFar(s, hit.first, hit.next)
      ? { status: isModified(s) ? 'remedies' : 'cleared', weak: true }
      : null,
  withdrawn: (s, hit) => (denied(s, hit, 4) || maybe(s, hit) || isRefiled(s) ? null : { status: 'abandoned' }),
  close: (s, hit) =>
    denied(s, hit, 5) || maybe(s, hit) || isPurpose(s, hit) || !endsCase(s, hit)
      ? null
      : { status: 'cleared', weak: true },
  further: (s, hit) =>
    denied(s, hit, 8) &&
    near(s, hit, ['pursue', 'examine', 'investigate', 'probe', 'goOn'], isEndOfClause(s, hit) ? 16 : 8, 14) &&
    !isSilence(s, hit)
      ? { status: 'cleared', weak: true }
      : null,
  pursue: (s, hit) => (waives(s, hit) ? { status: 'cleared', weak: true, needs: 'authority-first' } : null),
  goOn: (s, hit) =>
    denied(s, hit, 4) && near(s, hit, ['pursue', 'examine', 'investigate', 'probe'], 2, 4)
      ? { status: 'cleared', weak: true }
      : null,
  challenge: readChallenge,
  abandon: readAbandoned,
  deep: readDeep,
  secondRequest: (s, hit) => (denied(s, hit, 5) || maybe(s, hit) ? null : { status: 'phase2' }),
  open: readOpening,
  investigate: (s, hit) => readLooking(s, hit, 'phase1'),
  notify: (s, hit) =>
    denied(s, hit, 4) || isNotNeeded(s, hit) || maybe(s, hit, 3) || wondered(s, hit) ? null : { status: 'phase1' },
  accept: (s, hit) => (denied(s, hit, 4) || maybe(s, hit) ? null : { status: 'phase1' }),
  ask: (s, hit) => (denied(s, hit, 4) || maybe(s, hit, 4) ? null : { status: 'information_request' }),
  refer: (s, hit) =>
    isAskedByParties(s, hit) || denied(s, hit, 4) || near(s, hit, ['deep'], 0, 9)
      ? null
      : { status: 'monitoring', needs: 'authority-first' },
  examine: (s, hit) => readLooking(s, hit, 'monitoring'),
  probe: readProbe,
  concern: (s, hit) => (denied(s, hit, 4) ? null : { status: 'monitoring', weak: true }),
};

/** "did not find that it may be expected to result in a lessening of competition": what is denied stands far before. */
const isFinding = (s: Sentence, hit: CueHit) =>
  s.tokens.slice(Math.max(0, hit.first - 13), hit.first).some((t) => /^(?:find|found|believe|consider)$/.test(t.lower));

/** A deal that is given up; states that take back a referral leave the Commission without a case (Article 22, Regulation 139/2004). */
function readAbandoned(s: Sentence, hit: CueHit): Read {
  if (denied(s, hit, 3) || maybe(s, hit, 3) || dropsCase(s, hit) || givesUpSeat(s, hit)) return null;
  const before = s.tokens.slice(Math.max(0, hit.first - OBJECT), hit.first).map((t) => t.lower);
  if (STATES.test(before.join(' ')) && before.some((word) => REFERRAL.test(word))) return { status: 'no_jurisdiction' };
  return { status: 'abandoned', needs: 'parties' };
}

/** How far the states may stand before what they take back. */
const OBJECT = 20;
const REFERRAL = /^(?:referr|renvo[iy]|verwei?s|rinvi|remi[ts]i|deferi)/;
const STATES = /(?:member states|états membres|mitgliedstaaten|estados miembros|stati membri)/;

const OPENS = /^(?:ouvr|abr|apr|pav|open|ebne|ebnet|bahn|free|clear)/;

/** "ouvre la voie à une enquête", "paves the way for a probe": free for an inquiry, and not for the deal. */
const opensInquiry = (s: Sentence, hit: CueHit) =>
  hit.next - hit.first > 1 &&
  OPENS.test(s.tokens[hit.first]?.lower ?? '') &&
  s.hits.some((h) => LOOKS_INTO.has(h.cue) && within(hit.next, h.first, 4));
const LOOKS_INTO: ReadonlySet<Cue> = new Set(['probe', 'investigate', 'deep', 'challenge', 'case']);

/** An approval that is needed, awaited or reckoned with, or that somebody else gives. */
const isNotGiven = (tokens: readonly MoneyToken[], first: number, next: number) =>
  isSought(tokens, first, next) || isForeseen(tokens, first) || isOfOthers(tokens, first, next);

/** "has not examined the effects on competition": what was not looked at was not found harmless. */
const isUnexamined = (s: Sentence, hit: CueHit) =>
  s.hits.some((h) => h.cue === 'examine' && within(h.next, hit.first, 6) && denied(s, h, 5));

/** "ließ wissen", "ließ zu Jahresbeginn": only at the end of its clause does "zu" belong to "lassen". */
const isLooseZu = (s: Sentence, hit: CueHit) => s.tokens[hit.next - 1]?.lower === 'zu' && !isEndOfClause(s, hit);

/** Approval; to be allowed to sue is none. */
function readClearance(s: Sentence, hit: CueHit): Read {
  if (denied(s, hit, 4) || deniedAfter(s, hit) || withheld(s, hit) || maybe(s, hit)) return null;
  if (isNotGiven(s.tokens, hit.first, hit.next) || opensInquiry(s, hit)) return null;
  if (authorisesSuit(s, hit.next)) return { status: 'challenged', needs: 'authority-first' };
  return { status: withConditions(s) ? 'remedies' : 'cleared' };
}

/** "The transaction, as modified by the commitments, no longer raises concerns". */
function isModified(s: Sentence): boolean {
  const changed = /^(?:modified|modifiée?s?|modificad[oa]s?|modificat[oaie]|geändert\w*|amended)$/;
  return s.hits.some(
    (h) =>
      h.cue === 'condition' && s.tokens.slice(Math.max(0, h.first - 5), h.first + 4).some((t) => changed.test(t.lower)),
  );
}

/** The words end their clause, as German adverbs do: "prüft den Kauf von … nicht weiter". */
const isEndOfClause = (s: Sentence, hit: CueHit) => /^[.,;!?]$/.test(s.tokens[hit.next]?.text ?? '.');

const REQUEST = /^(?:request|antrag|wunsch|demande|requête|petición|solicitud|instancias?|richiesta|istanza)$/;
const PARTIES =
  /^(?:parties|companies|parteien|unternehmen|beteiligten|zusammenschlussbeteiligten|entreprises|partes|empresas|parti|imprese|società)$/;

/** "auf Antrag der Parteien", "at the parties' request": a longer time that the firms asked for, and no referral. */
function isAskedByParties(s: Sentence, hit: CueHit): boolean {
  const near = s.tokens.slice(Math.max(0, hit.first - 2), hit.next + 4).map((t) => t.lower);
  return near.some((word) => REQUEST.test(word)) && near.some((word) => PARTIES.test(word));
}

/** What words of a kind would state if nothing in the sentence spoke against it. */
const PLAINLY: Partial<Record<Cue, ScrutinyStatus>> = {
  outside: 'no_jurisdiction',
  qualify: 'no_jurisdiction',
  clear: 'cleared',
  harm: 'cleared',
  permit: 'cleared',
  undertake: 'remedies',
  condition: 'remedies',
  obstacle: 'cleared',
  withdrawn: 'abandoned',
  close: 'cleared',
  further: 'cleared',
  goOn: 'cleared',
  challenge: 'challenged',
  abandon: 'abandoned',
  deep: 'phase2',
  secondRequest: 'phase2',
  open: 'phase1',
  investigate: 'phase1',
  notify: 'phase1',
  accept: 'phase1',
  ask: 'information_request',
  refer: 'monitoring',
  examine: 'monitoring',
  probe: 'phase1',
  case: 'phase1',
  concern: 'monitoring',
};

/** Takes a document's words, the cues of one sentence and the steps read from them; gives what the other cues would state by themselves. */
export function unsaidStages(tokens: readonly MoneyToken[], hits: readonly CueHit[], read: readonly Stage[]): Stage[] {
  if (hits.length > MOST_CUES) return [];
  return hits.flatMap(({ cue, first, next }) => {
    const status = isNotKnown(tokens, first) || isHabit(tokens, first, next) ? undefined : PLAINLY[cue];
    if (status === 'cleared' && (isNotGiven(tokens, first, next) || authorisesSuit({ tokens }, next))) return [];
    if (status === 'challenged' && (isConsent({ tokens }, first) || isAnnulled({ tokens }, first, next))) return [];
    if (status && settles(status) && isDisbelieved(tokens, first, next)) return [];
    if (!status || read.some((stage) => stage.first === first && stage.cue === cue)) return [];
    return [{ status, first, next, weak: true, newer: false, needs: null, study: false, cue }];
  });
}

function readChallenge(s: Sentence, hit: CueHit): { status: ScrutinyStatus; needs?: Stage['needs'] } | null {
  if (deniedAfter(s, hit) || isConsent(s, hit.first) || isAnnulled(s, hit.first, hit.next)) return null;
  if (denied(s, hit, 5)) return { status: 'cleared', needs: 'authority-first' };
  // "None of the reviews ended in a prohibition" says little of each.
  if (denied(s, hit, 10)) return null;
  return maybe(s, hit) ? null : { status: 'challenged', needs: 'authority-first' };
}

/** Verbs that end a long clause: "nichts gegen den Kauf von Groq durch Nvidia einzuwenden". */
const OBJECTS = /^(einzuwenden|einwenden|beanstand\w*|redire|object\w*|oppos\w*|eccepire|ridire|dagegen|objeta\w*)$/;

/** "lets Oracle buy", "darf übernehmen" is a clearance; with "not" it is a prohibition. */
function readPermission(s: Sentence, hit: CueHit): Read {
  if (isLooseZu(s, hit)) return null;
  if (denied(s, hit, 4)) return isForNow(s, hit) ? null : { status: 'challenged' };
  return maybe(s, hit) || isNotGiven(s.tokens, hit.first, hit.next)
    ? null
    : { status: withConditions(s) ? 'remedies' : 'cleared' };
}

const BEFORE = /^(?:before|until|avant|jusqu|bevor|ehe|antes|prima|finché|hasta)$/;

/** "may not close the deal before it is approved": the wait that every filing brings, and no prohibition. */
const isForNow = (s: Sentence, hit: CueHit) =>
  s.tokens.slice(hit.next, hit.next + FOR_NOW_REACH).some((t) => BEFORE.test(t.lower));
const FOR_NOW_REACH = 14;

/** A notification that is pulled and filed again only stops the clock. */
function isRefiled(s: Sentence): boolean {
  return s.tokens
    .slice(s.hits[0]?.first ?? 0, (s.hits.at(-1)?.next ?? 0) + 12)
    .some((t) =>
      /^(refil\w*|again|resubmit\w*|hsr|neu|erneut|wieder|nouveau|nuevo|nuevamente|nuovo|nuovamente)$/.test(t.lower),
    );
}

/** "not automatically subject to review": what is not so by rule may be so all the same. */
const BY_RULE =
  /^(?:automatically|necessarily|normally|usually|initially|automatiquement|forcément|normalement|automatisch|zwangsläufig|normalerweise|zunächst|automáticamente|necesariamente|normalmente|automaticamente|necessariamente)$/;

const isUsual = (s: Sentence, hit: CueHit) =>
  s.tokens.slice(Math.max(0, hit.first - 6), hit.next).some((t) => BY_RULE.test(t.lower));

/** What "although the thresholds are not met" may stand against. */
const AGAINST: ReadonlySet<Cue> = new Set([
  'clear',
  'permit',
  'open',
  'notify',
  'challenge',
  'investigate',
  'ask',
  'accept',
  'refer',
]);

/** "took the case although the thresholds are not met": granted, and of no weight. */
function conceded(s: Sentence, hit: CueHit): boolean {
  if (!s.hits.some((h) => AGAINST.has(h.cue))) return false;
  return s.hits.some(
    (h) =>
      h.cue === 'although' &&
      within(h.next, hit.first, 8) &&
      !s.tokens.slice(h.next, hit.first).some((t) => /^[,;:—–]$/.test(t.text)),
  );
}

/** "an in-depth investigation"; that none will follow is how a review ends: "will not face an in-depth investigation". */
function readDeep(s: Sentence, hit: CueHit): Read {
  if (!isSecondPhase(s, hit)) return null;
  const lead = leadIsDenied(s, hit);
  if (lead === 'decided') return { status: 'cleared', weak: true };
  if (lead === 'open' && !denied(s, hit, 6)) return null;
  if (denied(s, hit, 6)) return opensBefore(s, hit) ? null : { status: 'cleared', weak: true };
  return maybe(s, hit, 12) ? null : { status: 'phase2' };
}

/** "has not opened an in-depth review" says nothing; "will not face one" says that there is none. */
function opensBefore(s: Sentence, hit: CueHit): boolean {
  return s.hits.some(
    (h) =>
      h.cue === 'open' &&
      h.first < hit.first &&
      within(h.first, hit.first, 5) &&
      !/^fac(e|es|ed|ing)$/.test(s.tokens[h.first]?.lower ?? ''),
  );
}

/**
 * Verbs for looking and investigating. "could not be reviewed" is a lack of powers, "decided not to investigate" and
 * "declined to investigate" end the matter, "did not investigate" says nothing.
 */
function readLooking(s: Sentence, hit: CueHit, status: ScrutinyStatus): Read {
  if (isNoun(s, hit) || comesBefore(s, hit)) return null;
  if (STUDY.test(s.tokens[hit.next - 1]?.lower ?? '') && near(s, hit, 'close', 5, 0)) return null;
  const ended = s.hits.find((h) => h.cue === 'close' && h.first < hit.first && within(h.next, hit.first, 3));
  if (ended) return isPurpose(s, ended) ? null : { status: 'cleared', weak: true };
  if (denied(s, hit, 4)) {
    if (near(s, hit, 'able', 4, 0)) return { status: 'no_jurisdiction' };
    const ends = status === 'phase1' && (decided(s, hit) || hasStopped(s, hit));
    return ends ? { status: 'cleared', weak: true } : null;
  }
  // "until October to complete its Phase 1 review": the review is on.
  const named = /^(phase|formal|enquête|examen|formelles?|première)$/.test(s.tokens[hit.first]?.lower ?? '');
  if (maybe(s, hit) && !named) return hypothetical(s, hit) ? null : { status: 'monitoring', weak: true };
  return { status, weak: status === 'monitoring' };
}

/** The noun alone says that a review is on; "does not merit investigation" that there will be none. */
function readProbe(s: Sentence, hit: CueHit): Read {
  if (denied(s, hit, 8)) return near(s, hit, 'merit', 4, 0) ? { status: 'cleared', weak: true } : null;
  if (maybe(s, hit, 8)) return null;
  return isInquiry(s, hit) ? { status: 'phase1', weak: true } : { status: 'monitoring', weak: true };
}

/** "an investigation into", "un'indagine sull'accordo": a case with an object, more than scrutiny. */
function isInquiry(s: Sentence, hit: CueHit): boolean {
  if (!INQUIRY.test(s.tokens[hit.first]?.lower ?? '')) return false;
  return s.tokens
    .slice(hit.next, hit.next + 4)
    .some((t) => /^(into|over|su|sul|sull|sulla|sulle|sugli|sobre|sur|zu|zum|zur|wegen)$/.test(t.lower));
}

const INQUIRY =
  /^(investigations?|probes?|enquêtes?|indagin[ei]|inchiest[ae]|untersuchung|ermittlung(en)?|investigaci[oó]n(es)?|pesquisas?)$/;

const STUDY =
  /^(study|studies|report|consultation|études?|rapport|studien?|bericht|estudios?|informe|studio|rapporto|relazione)$/;

/** What is dropped or closed is a case; a study that ends, or a report that closes one, settles nothing. */
function endsCase(s: Sentence, hit: CueHit): boolean {
  const cases = {
    ...s,
    hits: s.hits.filter((h) => !STUDY.test(s.tokens[h.first]?.lower ?? '')),
  };
  // German parts the verb: "stellte das Verfahren zum Einstieg ein".
  const inside = cases.hits.some(
    (h) => (h.cue === 'probe' || h.cue === 'case') && h.first > hit.first && h.next < hit.next,
  );
  return inside || beside(cases, hit, ['probe', 'case'], 16);
}

/** German "unterlag der Vorgang gleichwohl nicht": "not" stands behind the verb, at the end of its clause. */
function deniedBehind(s: Sentence, hit: CueHit): boolean {
  if (
    !/^(unter(lag|liegt|fiel|fällt)\w*|f(ällt|iel)\w*|erreich\w*|bedarf|bedurfte|braucht\w*|gilt|galt)$/.test(
      s.tokens[hit.first]?.lower ?? '',
    )
  )
    return false;
  return clauseBehind(s, hit, 9, /^[.,;:()–—]$/).some((word) => /^(nicht|kein(e[nmrs]?)?)$/.test(word));
}

/** The words behind others, at most so many, as far as their clause goes: to the first of the signs that end it. */
function clauseBehind(s: Sentence, hit: CueHit, most: number, ends: RegExp): string[] {
  const rest = s.tokens.slice(hit.next, hit.next + most).map((t) => t.lower);
  const end = rest.findIndex((word) => ends.test(word));
  return rest.slice(0, end < 0 ? rest.length : end);
}

const NOT = /^(?:not|nicht|pas|no|non)$/;

/** "clears none of the deals", "accuses nobody". */
function deniedAfter(s: Sentence, hit: CueHit): boolean {
  return s.tokens.slice(hit.next, hit.next + 2).some((t) => NOBODY.has(t.lower));
}

/** Nouns for a clearance. What is said not to be one, or not to follow, stands after them: "Eine Freigabe ist nicht …". */
const CLEARANCE =
  /^(clearance|approval|freigabe|genehmigung|zustimmung|autorisation|approbation|autorización|aprobación|autorizzazione|approvazione)$/;

function withheld(s: Sentence, hit: CueHit): boolean {
  const words = s.tokens.slice(hit.first, hit.next).map((t) => t.lower);
  if (!words.some((word) => CLEARANCE.test(word))) return false;
  return clauseBehind(s, hit, 8, /^[,;:()–—]$/).some((word) => NOT.test(word));
}

const NOTIFICATION = /^(?:anmeldung|notification|filing|notificación|notifica)$/;

/** "Eine Anmeldung beim Bundeskartellamt war nicht erforderlich": that a filing is not needed stands behind it. */
function isNotNeeded(s: Sentence, hit: CueHit): boolean {
  if (!s.tokens.slice(hit.first, hit.next).some((t) => NOTIFICATION.test(t.lower))) return false;
  return clauseBehind(s, hit, 14, /^[.,;:()–—]$/).some((word) => NOT.test(word));
}

const NOBODY = new Set([
  'none',
  'nobody',
  'neither',
  'nothing',
  'aucun',
  'aucune',
  'personne',
  'keinen',
  'keine',
  'niemanden',
  'ninguno',
  'ninguna',
  'nadie',
  'nessuno',
  'nessuna',
]);

/** "so as not to fall under merger control", "de manière à ne pas relever": what was wished, not what was found. */
function isWish(s: Sentence, hit: CueHit): boolean {
  const before = [5, 4, 3, 2, 1].map((n) => s.tokens[hit.first - n]?.lower ?? '').join(' ');
  return /\b(as|order|designed|structured) not to( \S+)?$|(^| )(à|pour|de) ne pas( \S+)?$|\bum nicht( \S+)*$|\bpara no( \S+)?$|\bper non( \S+)?$/.test(
    before,
  );
}

/** "does not regard every partnership as a merger" says nothing of this one. */
function isGeneral(s: Sentence, hit: CueHit): boolean {
  return s.tokens
    .slice(Math.max(0, hit.first - 10), hit.next)
    .some((t) => /^(every|each|all|any|toute?|chaque|jede[rns]?|cada|todo|toda|ogni)$/.test(t.lower));
}

/** "had sent a further request": a pluperfect looks back. */
function isEarlier(s: Sentence, hit: CueHit): boolean {
  return s.tokens
    .slice(Math.max(0, hit.first - 4), hit.first)
    .some((t) => /^(had|avait|avaient|hatte|hatten|había|habían|aveva|avevano)$/.test(t.lower));
}

/** "to escape its control": a purpose, not a finding. */
function isPurpose(s: Sentence, hit: CueHit): boolean {
  return /^(pour|to|zu|para|per|um|d)$/.test(s.tokens[hit.first - 1]?.lower ?? '');
}

/** "drops its probe"; "drop the merger after the probe" is about the deal, which stands nearer. */
function dropsCase(s: Sentence, hit: CueHit): boolean {
  if (!beside(s, hit, ['probe', 'case'], 4)) return false;
  const probe = s.hits.find((h) => (h.cue === 'probe' || h.cue === 'case') && h.first >= hit.next);
  if (!probe) return true;
  const isDeal = (h: CueHit) => h.cue === 'deal' && (s.tokens[h.first]?.text.length ?? 0) > 4;
  return !s.hits.some((h) => isDeal(h) && h.first >= hit.next && h.next < probe.first);
}

/** A seat on a board that is given up is no deal. */
function givesUpSeat(s: Sentence, hit: CueHit): boolean {
  return s.tokens
    .slice(hit.next, hit.next + 6)
    .some((t) =>
      /^(seat|seats|observer|board|role|notification|filing|hsr|application|referral|requests?|siège|sièges|sitz|asiento|puesto|seggio|poltrona)$/.test(
        t.lower,
      ),
    );
}

/** "this comes before a formal review": there is none yet. */
function comesBefore(s: Sentence, hit: CueHit): boolean {
  return s.tokens
    .slice(Math.max(0, hit.first - 4), hit.first)
    .some((t) => /^(before|prior|ahead|short|avant|vor|antes|prima)$/.test(t.lower));
}

/** Stems of verbs catch nouns too; those are read with what is done to them: "ouvrir une enquête". */
function isNoun(s: Sentence, hit: CueHit): boolean {
  const word = s.tokens[hit.first]?.lower ?? '';
  if (
    /^(investigaci(ón|ones)|indagin[ei]|ermittlung(en)?|(über)?prüfung(en)?|untersuchung(en)?|prüfverfahren|revisión)$/.test(
      word,
    )
  )
    return true;
  return /^(enquêtes?|probes?|reviews?|studies)$/.test(word) && isDeterminer(s.tokens[hit.first - 1]);
}

/** Words for a case that is opened; an opened "look" or "study" is no case. */
const NO_CASE =
  /^(look|study|matter|scrutiny|assessment|étude|examination|analyse|analysis|análisis|analisi|consultation|market)$/;

/**
 * "opened an investigation", "files were opened", "put under review": a first phase. One that is only being prepared is
 * no more than watching.
 */
function readOpening(s: Sentence, hit: CueHit): Read {
  const begun = isNotBegun(s, hit);
  const waived = begun === 'decided' || (denied(s, hit, 5) && decided(s, hit));
  if ((begun || denied(s, hit, 5)) && !waived) return null;
  const noun = s.hits.find((h) => {
    if (h.cue !== 'probe' && h.cue !== 'case') return false;
    if (NO_CASE.test(s.tokens[h.first]?.lower ?? '')) return false;
    const after = h.first >= hit.first && h.first - hit.next <= 9;
    const before = h.next <= hit.first && hit.first - h.next <= 8;
    // "kept the file open" opens none.
    const adjective = s.tokens[hit.first]?.lower === 'open';
    return (after || (before && !adjective)) && sameClause(s, hit, h);
  });
  if (!noun) return null;
  if (waived) return { status: 'cleared', weak: true };
  if (near(s, hit, 'plan', 4, 0)) return { status: 'monitoring' };
  if (maybe(s, hit, 5)) return null;
  const study =
    /^(inquiry|inquiries|enquiry|study)$/.test(s.tokens[noun.first]?.lower ?? '') && near(s, noun, 'deals', 0, 9);
  return { status: 'phase1', study };
}

function isSecondPhase(s: Sentence, hit: CueHit): boolean {
  if (
    /^(phase|second|stage|hauptprüfverfahren|zweite|zweiten|deuxième|seconde|segunda|seconda|fase)$/.test(
      s.tokens[hit.first]?.lower ?? '',
    )
  )
    return true;
  const thorough = /^(in|vertieft\w*|eingehend\w*|approfondi\w*|en|a)$/.test(s.tokens[hit.first]?.lower ?? '');
  return s.hits.some(
    (h) =>
      (h.cue === 'probe' || h.cue === 'case' || (thorough && h.cue === 'examine' && !maybe(s, h))) &&
      h.first !== hit.first &&
      (within(hit.next, h.first, 3) || within(h.next, hit.first, isGermanDepth(s, hit) ? 14 : 3)),
  );
}

/** "prüft die Beteiligung von Oracle an Moorleiche nun vertieft": the adverb ends the clause. */
function isGermanDepth(s: Sentence, hit: CueHit): boolean {
  return /^(vertieft|eingehend)$/.test(s.tokens[hit.first]?.lower ?? '');
}

/** Conditions count where they stand in the sentence and are not denied: "without any conditions". */
function withConditions(s: Sentence): boolean {
  return s.hits.some(
    (hit) => hit.cue === 'condition' && !s.hits.some((h) => h.cue === 'without' && within(h.next, hit.first, 4)),
  );
}
