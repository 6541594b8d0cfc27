import type { Certainty } from '../../model/deal.ts';
import type { Token } from '../text/tokens.ts';
import type { Unit } from '../unit.ts';
import type { Frame } from './frame.ts';
import { bordersBetween, type ParsedSentence } from './sentence.ts';

/** What a sentence says about a deal: that it is, may be or is over, or that it is not. */
export type Assertion = Certainty | 'denied' | 'supposed';

const NEGATION_REACH = 4;
const TALK_REACH = 10;

/** Takes a frame; gives how it is asserted. */
export function assertionOf(frame: Frame): Assertion {
  const { sentence: s, trigger } = frame;
  // What stands before the acquirer and a comma is another story: "After the talks with OpenAI failed, Google hired".
  const since =
    frame.acquirerMention &&
    frame.acquirerMention.from < trigger.from &&
    s.unit.tokens[frame.acquirerMention.from - 1]?.text === ','
      ? trigger.from - frame.acquirerMention.from
      : 12;
  const back = isInstead(frame) ? 0 : Math.min(12, since);
  const ended = cueNear(s, 'ended', trigger.from, trigger.to, back, 14);
  if ((ended && !receives(frame)) || endsAfterAll(frame)) return 'ended';
  if (isDisowned(frame)) return frame.kind === 'acquisition' ? 'ended' : 'denied';
  if (isNegated(frame) && !isLate(frame)) return isForsworn(frame) ? 'ended' : 'denied';
  if (frame.spec.verb && supposes(frame)) return 'supposed';
  if (isTalk(frame)) return 'reported';
  return 'done';
}

const COMPLETES = /^(?:clos|complet|conclu|boucl|final|abschlie|abgeschlossen|vollz|cerr|perfezion|chiud|chius)/;
const BY = /^(?:before|by|until|this|avant|d'ici|vor|bis|dieses|antes|este|entro|prima|quest)/;
const LATE_REACH = 14;

/** "will not close the purchase before the end of the year": late, and not off. */
function isLate({ sentence: s, trigger }: Frame): boolean {
  const { tokens } = s.unit;
  const around = tokens.slice(Math.max(0, trigger.from - NEGATION_REACH - 1), trigger.to + NEGATION_REACH);
  if (!around.some((t) => COMPLETES.test(t.lower))) return false;
  return tokens.slice(trigger.to, trigger.to + LATE_REACH).some((t) => BY.test(t.lower));
}

const WILL = /^(?:will|won|shall|wird|werden|va|vont|van)$/;
const FUTURE: Record<string, RegExp> = { fr: /r(?:a|ont)$/, es: /r(?:á|án)$/, it: /r(?:à|anno)$/ };
const FUTURE_REACH = 6;
const AROUND = 10;

const AFTER_ALL = /^(?:after|anymore|longer|finalement|finalmente|doch|letztlich|final|fine)$/;

/** "will not be bought by X", "n'investira finalement pas dans Y": of what will not be after all, there was talk; of a purchase always. */
function isForsworn({ sentence: s, trigger, kind }: Frame): boolean {
  const { tokens } = s.unit;
  const future = FUTURE[s.language.lexicon.language];
  const before = tokens.slice(Math.max(0, trigger.from - FUTURE_REACH), trigger.to);
  if (!before.some((t) => !t.cap && (WILL.test(t.lower) || (future?.test(t.lower) ?? false)))) return false;
  if (kind === 'acquisition') return true;
  const around = tokens.slice(Math.max(0, trigger.from - FUTURE_REACH), trigger.to + AROUND);
  return kind === 'investment' && around.some((t) => AFTER_ALL.test(t.lower));
}

const INSTEAD = /^(?:instead|stattdessen|plutôt|invece)$/;

/** "came away with nothing and bought X instead": what stands before is over, and not this. */
function isInstead({ sentence: s, trigger }: Frame): boolean {
  return s.unit.tokens.slice(Math.max(0, trigger.from - 4), trigger.to + 4).some((t) => INSTEAD.test(t.lower));
}

/** "sold its stake in X to Y": over for the seller, not for Y. */
const receives = ({ acquirerMention: m, trigger }: Frame) => m !== null && m.prep === 'to' && m.from >= trigger.to;

const BUT = /^(but|mais|aber|doch|pero|ma)$/;

/** "… but talks ended without a deal": what follows the "but" is about the same deal unless it names somebody. */
function endsAfterAll({ sentence: s, trigger }: Frame): boolean {
  const { tokens } = s.unit;
  const but = tokens.findIndex((t, i) => i >= trigger.to && BUT.test(t.lower));
  if (but < 0) return false;
  for (let i = but + 1; i < Math.min(tokens.length, but + 7); i++) {
    if (s.mentions.some((m) => m.from === i && (m.form === 'name' || m.form === 'epithet'))) return false;
    if (s.language.cues.ended.at(tokens, i)) return true;
  }
  return false;
}

const DENIAL =
  /^(?:denied|denies|denying|dément|démenti|démentait|démentent|dementiert|dementierte|dementieren|desmiente|desmintió|desmentido|smentisce|smentito|smentì)$/;
const DENIAL_REACH = 18;

/** "has denied a report that it was about to buy X": what those disown of whom it is told. */
function isDisowned({ sentence: s, trigger }: Frame): boolean {
  const { tokens } = s.unit;
  for (let i = Math.max(0, trigger.from - DENIAL_REACH); i < trigger.from; i++) {
    const negated = s.language.cues.negation.at(tokens, i - 1) !== null && tokens[i - 1]?.lower !== tokens[i]?.lower;
    if (DENIAL.test(tokens[i]?.lower ?? '') && !negated && bordersBetween(s.borders, i, trigger.from) < 1.7)
      return true;
  }
  return false;
}

/** True when a cue stands in the same clause within reach. */
const OPPOSITION =
  /^(?:challenges?|complaints?|lawsuits?|suits?|objections?|case|probe|investigation|inquiry|opposition|appeal|plaintes?|recours|enquête|klagen?|beschwerden?|einwände|verfahren|widerspruch|prüfung|untersuchung|demandas?|recursos?|denuncias?|oposición|investigación|expediente|ricors[oi]|istruttoria|indagine|opposizione|obiezioni|objeciones)$/;
const OF_ITS_OWN =
  /^(?:its|their|his|her|the|a|an|all|any|both|sa|son|ses|leur|leurs|la|le|les|l|ihre|ihren|seine|seinen|die|das|den|su|sus|el|los|las|il|lo|i|gli|sua|suo|legal|administrative|federal|'|’)$/;

/** German ends its clause with the verb: "hat ihre Klage gegen … zurückgezogen". */
const GERMAN_REACH = 16;
const BECAUSE = /^(?:nach|wegen|trotz|infolge|aufgrund|durch|vor|mit)$/;

/** "withdrew its complaint against the purchase", "zog ihre Klage zurück": what ends is what stood in the way. */
function endsOpposition(tokens: readonly Token[], from: number, to: number): boolean {
  if (tokens.slice(from, to).some((t) => OPPOSITION.test(t.lower))) return true;
  for (let i = Math.max(1, from - GERMAN_REACH); i < from; i++) {
    if (tokens[i + 1]?.lower !== 'gegen' || !OPPOSITION.test(tokens[i]?.lower ?? '')) continue;
    if (!BECAUSE.test(tokens[i - 2]?.lower ?? '')) return true;
  }
  const object = tokens.slice(to, to + 4).find((t) => !OF_ITS_OWN.test(t.lower));
  return OPPOSITION.test(object?.lower ?? '');
}

function cueNear(
  s: ParsedSentence,
  cue: 'ended' | 'reported' | 'hypothesis' | 'agreed',
  from: number,
  to: number,
  back: number,
  on: number,
  noun = false,
): boolean {
  const { tokens } = s.unit;
  const index = s.language.cues[cue];
  for (let i = Math.max(0, from - back); i < Math.min(tokens.length, to + on); i++) {
    if (i >= from && i < to) continue;
    const match = index.at(tokens, i);
    if (!match || isMonth(s, i) || bordersBetween(s.borders, i, from) >= 0.75) continue;
    if (cue === 'ended' && (isPurpose(tokens, i) || endsOpposition(tokens, i, match.to))) continue;
    // "whether the investment might be caught" takes the investment itself for granted.
    if (noun && MODAL.test(tokens[i]?.lower ?? '')) continue;
    return true;
  }
  return false;
}

const HINDER =
  /^(?:block|prohibit|bloquer|interdire|annuler|blockieren|untersagen|bloquear|prohibir|bloccare|vietare)$/;
const AIM = /^(?:to|pour|à|zu|para|a|per|di|de)$/;
const DECIDED = /^(?:decid|vot|agree|rul|décid|beschl|entschied|decis|deliber|stabilit)/;
const DECIDED_REACH = 4;

/** "sues to block the purchase", "pour bloquer le rachat": what somebody is after has not happened; what an authority decides has. */
function isPurpose(tokens: readonly Token[], at: number): boolean {
  if (!HINDER.test(tokens[at]?.lower ?? '') || !AIM.test(tokens[at - 1]?.lower ?? '')) return false;
  return !tokens.slice(Math.max(0, at - DECIDED_REACH), at).some((t) => DECIDED.test(t.lower));
}

/** "On 28 May 2026", "in May": the month, not the verb. */
function isMonth(s: ParsedSentence, i: number): boolean {
  const { tokens } = s.unit;
  const token = tokens[i];
  if (token?.lower !== 'may' || !token.cap) return false;
  return i > 0 || /^\d/.test(tokens[1]?.text ?? '');
}

function isNegated({ sentence: s, trigger, spec, acquirerMention }: Frame): boolean {
  const { tokens } = s.unit;
  const { from } = trigger;
  // "Google is not on the list of investors": a noun may stand farther from the word that denies it.
  const subject = !spec.verb && acquirerMention && acquirerMention.to <= from ? acquirerMention.to : from;
  const since = Math.min(from - NEGATION_REACH, Math.max(subject, from - 8));
  // "does not rule out buying" denies nothing.
  if (tokens.slice(Math.max(0, since), from).some((t) => RULES_OUT.test(t.lower))) return false;
  for (let i = Math.max(0, since); i < from; i++) {
    const match = s.language.cues.negation.at(tokens, i);
    if (!match) continue;
    if (bordersBetween(s.borders, i, from) > 0.3) continue;
    // "not only", "no less": no denial.
    if (/^(only|just|less|merely|longer|seulement|plus)$/.test(tokens[i + 1]?.lower ?? '')) continue;
    if (isUnhindered(tokens, i) || isAside(tokens, i, from)) continue;
    return true;
  }
  if (s.language.cues.negation.at(tokens, from)?.to === from + 1 || deniesAtEnd(s, trigger, spec.verb)) return true;
  if (spec.verb && s.language.lexicon.freeOrder === true && isDeniedBehind(s, trigger.to)) return true;
  // "put up no capital", "holds no shares".
  for (let i = from + 1; i < Math.min(tokens.length, from + 4); i++) {
    if (!tokens[i]?.word || s.language.prepositions.at(tokens, i)) return false;
    if (NO_OBJECT.test(tokens[i]?.lower ?? '')) return true;
  }
  return false;
}

const NEITHER = /^(?:nicht|weder|nie|niemals)$/;
const CLAUSE_REACH = 16;

/** "Weder A noch B haben in X investiert": the German verb stands at the end of what it denies. */
function deniesAtEnd(s: ParsedSentence, { from }: Frame['trigger'], verb: boolean): boolean {
  const { tokens } = s.unit;
  if (!verb || s.language.lexicon.freeOrder !== true || !/(?:en|t)$/.test(tokens[from]?.lower ?? '')) return false;
  for (let i = from - 1; i >= Math.max(0, from - CLAUSE_REACH); i--) {
    if (bordersBetween(s.borders, i, from) > 0.1 || tokens[i]?.lower === 'sondern') return false;
    if (NEITHER.test(tokens[i]?.lower ?? '')) return !/^(?:nur|zuletzt|mehr|länger)$/.test(tokens[i + 1]?.lower ?? '');
  }
  return false;
}

const BEHIND_REACH = 8;

const NO_THING = /^(?:keine?n?|keinerlei|nichts)$/;
/** What is said of a thing that is not had, and denies no deal: "keine Angaben", "keine Sperrminorität". */
const NO_MATTER =
  /^(?:angaben?|details?|einzelheiten|stellung|kommentar|auskunft|sperrminorität|mehrheit|rolle|kontrolle)$/;

/**
 * "beteiligten sich nicht", "kauft X nicht", "verkauft ihr aber keine Rechenzeit": German denies behind its verb; "eine
 * nicht exklusive Lizenz" denies nothing.
 */
function isDeniedBehind(s: ParsedSentence, from: number): boolean {
  const { tokens } = s.unit;
  for (let i = from; i < Math.min(tokens.length, from + BEHIND_REACH); i++) {
    const word = tokens[i]?.lower ?? '';
    const next = tokens[i + 1];
    if (!tokens[i]?.word) return false;
    if (NO_THING.test(word)) return !NO_MATTER.test(next?.lower ?? '');
    if (!/^(?:nicht|nie|niemals)$/.test(word)) continue;
    return !next?.word || s.language.prepositions.at(tokens, i + 1) !== null || /^(?:teil|mit|daran)$/.test(next.lower);
  }
  return false;
}

const HINDRANCE =
  /^(?:condition|condizion|condicion|réserve|reserva|riserv|objection|objecion|obiezion|contestazion|remed|remèd|auflage|bedingung|einw[aä]nd|bedenken|restric|délai|obstacle|obstácul|ostacol)/;

/** "cleared without conditions", "autorisé sans réserve": what is missing is what would have stood in the way. */
const isUnhindered = (tokens: readonly Token[], at: number) =>
  [1, 2].some((n) => HINDRANCE.test(tokens[at + n]?.lower ?? ''));

const ASIDE_REACH = 5;

/** "Microsoft itself, and not the fund, owns": it is somebody else who does not. */
function isAside(tokens: readonly Token[], at: number, from: number): boolean {
  const opens = [1, 2].some((n) => tokens[at - n]?.text === ',');
  const closes = tokens.slice(at + 1, Math.min(from, at + ASIDE_REACH)).some((t) => t.text === ',');
  return opens && closes;
}

const RULES_OUT = /^(exclut|exclu|exclude|excluded|ausgeschlossen|descarta|esclude)$/;

const NO_OBJECT = /^(no|none|nothing|neither|aucune?|keine?n?|ningún|ninguna|nessuna?)$/;

const MODAL = /^(could|might|may|can|pourraient|pourrait|könnten?|soll|sollen|dürften?|podrían?|potrebbe|potrebbero)$/;
const IF = /^(if|si|s|falls|wenn|se|qualora)$/;

const SUPPOSE =
  /^(?:suppose|supposing|imagine|picture|assume|assuming|supposons|supposez|imaginons|imaginez|mettons|admettons|angenommen|gesetzt|supongamos|suponga|imaginemos|imagine|pongamos|supponiamo|immaginiamo|poniamo|ipotizziamo)$/;
/** How far the opening of a sentence supposes what it tells, in words. */
const SUPPOSE_REACH = 16;

/** "Suppose that Nvidia took over X": said at the head of a sentence. */
function opensSupposing({ tokens }: Unit, before: number): boolean {
  return before <= SUPPOSE_REACH && tokens.slice(0, Math.min(3, before)).some((t) => SUPPOSE.test(t.lower));
}

/** "If Apple bought Mistral": nothing is claimed. */
function supposes({ sentence: s, trigger }: Frame): boolean {
  const { tokens } = s.unit;
  if (opensSupposing(s.unit, trigger.from)) return true;
  for (let i = Math.max(0, trigger.from - 7); i < trigger.from; i++) {
    if (
      IF.test(tokens[i]?.lower ?? '') &&
      s.language.cues.hypothesis.at(tokens, i) &&
      bordersBetween(s.borders, i, trigger.from) < 0.5
    )
      return true;
  }
  return false;
}

const CONDITIONAL = /(?:rait|raient)$/;

function isTalk(frame: Frame): boolean {
  const { sentence: s, trigger } = frame;
  const { tokens } = s.unit;
  const verb = tokens[trigger.from]?.lower ?? '';
  // The French conditional tells hearsay; with a participle it tells a finished event.
  if (s.language.lexicon.language === 'fr' && ((frame.spec.verb && CONDITIONAL.test(verb)) || governedByHearsay(frame)))
    return true;
  if (
    !cueNear(s, 'reported', trigger.from, trigger.to, TALK_REACH, frame.spec.verb ? 0 : 5, !frame.spec.verb) &&
    !talkInside(frame)
  )
    return frame.spec.verb && cueNear(s, 'hypothesis', trigger.from, trigger.to, 6, 0);
  return !cueNear(s, 'agreed', trigger.from, trigger.to, 4, 0);
}

/** "discuterait d'un investissement": the conditional of the verb before. "aurait" tells of something finished. */
function governedByHearsay({ sentence: s, trigger }: Frame): boolean {
  const { tokens } = s.unit;
  for (let i = Math.max(0, trigger.from - 7); i < trigger.from; i++) {
    const word = tokens[i]?.lower ?? '';
    if (CONDITIONAL.test(word) && !/^aurai/.test(word) && bordersBetween(s.borders, i, trigger.from) < 0.5) return true;
  }
  return false;
}

/** "in talks to", right at the trigger. */
function talkInside({ sentence: s, trigger }: Frame): boolean {
  const match = s.language.cues.reported.at(s.unit.tokens, trigger.from);
  return match !== null && match.to >= trigger.from;
}
