import type { CueHit } from './cues.ts';
import { decided, denied, type Sentence, sameClause, within } from './mood.ts';

/** How far a verb may stand from what it is about: "will not refer Microsoft's purchase of the start-up to Phase 2". */
const OBJECT = 24;

/**
 * Takes a sentence and words for a deeper or formal review; says whether the verb that leads up to them is denied:
 * `decided` for "will not refer … to Phase 2", which ends the matter, `open` for "has not referred it", which says nothing.
 */
export function leadIsDenied(s: Sentence, hit: CueHit): 'decided' | 'open' | null {
  const lead = s.hits.findLast(
    (h) =>
      (h.cue === 'refer' || h.cue === 'open' || h.cue === 'pursue') &&
      LEADS.test(s.tokens[h.first]?.lower ?? '') &&
      within(h.first, hit.first, OBJECT) &&
      sameClause(s, { ...h, next: h.first + 1 }, hit),
  );
  if (!lead || !denied(s, { ...lead, next: lead.first + 1 }, 4)) return null;
  return decided(s, lead) ? 'decided' : 'open';
}

/** Verbs that take a case on, or further. */
const LEADS =
  /^(?:refer|referring|referred|open|opening|opened|launch|launched|start|started|begin|begun|initiate|initiated|pursue|proceed|proceeded|move|moved|ouvrir|lancer|engager|saisir|abrir|iniciar|incoar|aprire|avviare|avvio|apertura|incoación|ouverture)$/;

/** "decided not to pursue", "wird nicht weiter verfolgen": verbs of taking a case further that need no other word. */
const PURSUES = /^(?:pursue|refer|poursuivre|verfolgen|weiterverfolgen|perseguir|proseguir|proseguire)$/;

/** Takes a sentence and a word for taking a case further; true when an authority has decided not to. */
export function waives(s: Sentence, hit: CueHit): boolean {
  return PURSUES.test(s.tokens[hit.first]?.lower ?? '') && denied(s, hit, 4) && decided(s, hit);
}

/** "kein Verfahren … eingeleitet": German says what is not begun before the verb; behind "entschieden" it ends the matter. */
export function isNotBegun(s: Sentence, hit: CueHit): 'decided' | 'open' | null {
  const noun = s.hits.findLast(
    (h) => (h.cue === 'probe' || h.cue === 'case') && h.next <= hit.first && within(h.next, hit.first, OBJECT),
  );
  const none = [1, 2].some((n) => noun && /^keine?[nmrs]?$/.test(s.tokens[noun.first - n]?.lower ?? ''));
  if (!noun || !none) return null;
  return decided(s, noun) ? 'decided' : 'open';
}

/** "is no longer investigating", "ya no investiga": it did, and has stopped. */
export function hasStopped(s: Sentence, hit: CueHit): boolean {
  const words = [3, 2, 1].map((n) => s.tokens[hit.first - n]?.lower ?? '').join(' ');
  return /\b(?:no longer|ya no)\b/.test(words);
}

const SUIT = /^(?:lawsuits?|suits?|litigation|legal|complaints?|injunction|klage|recours|demanda|ricorso)$/;

/** "authorized legal action to block": what is allowed is to sue. */
export function authorisesSuit(s: Pick<Sentence, 'tokens'>, next: number): boolean {
  return s.tokens.slice(next, next + 4).some((t) => SUIT.test(t.lower));
}

const CONSENT = /^(?:consent|settlement)$/;

/** "accepted a consent order under which it must divest": what is ordered is what was agreed. */
export function isConsent(s: Pick<Sentence, 'tokens'>, first: number): boolean {
  const before = s.tokens.slice(Math.max(0, first - 12), first + 4);
  return before.some(
    (t, i) => CONSENT.test(t.lower) && /^(?:orders?|decree|agreement)$/.test(before[i + 1]?.lower ?? ''),
  );
}

const ANNULS =
  /^(?:annul(?:s|led|ling)?|quash(?:es|ed|ing)?|overturn(?:s|ed|ing)?|annule|annulé|annulée|annuler|casse|cassé|cassée|aufgehoben|aufhob|hob|kippt|kippte|gekippt|anuló|anula|anulado|anulada|annulla|annullato|annullata|annullò)$/;

/** "annulled the prohibition": it no longer stands. */
export function isAnnulled(s: Pick<Sentence, 'tokens'>, first: number, next: number): boolean {
  return s.tokens.slice(Math.max(0, first - 6), next + 10).some((t) => ANNULS.test(t.lower));
}

const SO_FAR =
  /(?:^| )(?:so far|to date|as yet|yet|bislang|bisher|vorerst|à ce (?:jour|stade)|jusqu ['’] ici|pour l ['’] instant|hasta (?:ahora|la fecha)|de momento|por ahora|finora|per ora|al momento)(?: |$)/;

/** "No complaints so far": nothing has ended. */
export function isSoFar(s: Pick<Sentence, 'tokens'>, first: number, next: number): boolean {
  const words = s.tokens.slice(Math.max(0, first - 8), next + 8).map((t) => t.lower);
  return SO_FAR.test(words.join(' '));
}

const SAID = /^(?:dit|said|heard|gesagt|gehört|dicho|dijo|detto|reported|mehr|zu)$/;

/** "n'a plus rien dit", "; nulla di più": nothing more was said, and nothing done. */
export function isSilence(s: Pick<Sentence, 'tokens'>, hit: CueHit): boolean {
  if (s.tokens.slice(hit.next, hit.next + 3).some((t) => SAID.test(t.lower))) return true;
  const before = s.tokens.slice(Math.max(0, hit.first - 3), hit.first).some((t) => /^[,;:—–]$/.test(t.text));
  return before && /^[.!]$/.test(s.tokens[hit.next]?.text ?? '.');
}
