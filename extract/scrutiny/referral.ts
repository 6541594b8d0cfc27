import type { MoneyToken } from '../text/text-tokens.ts';
import type { AuthorityMention } from './authorities.ts';
import type { Place } from './place.ts';
import type { Stage } from './stages.ts';

/**
 * Takes a document's words and an authority named in them; true when it is named as the one that handed the case on:
 * "upon referral from Italy", "à la demande de Rome", "auf Antrag der Italiener". What the sentence goes on to say was
 * then done by the other (EU Merger Regulation, Articles 4(5), 9 and 22).
 */
export function isReferrer(tokens: readonly MoneyToken[], mention: AuthorityMention): boolean {
  const is = known.get(mention) ?? standsAsReferrer(tokens, mention);
  known.set(mention, is);
  return is;
}

/** The same mention is asked about for every step near it. */
const known = new WeakMap<AuthorityMention, boolean>();

function standsAsReferrer(tokens: readonly MoneyToken[], mention: AuthorityMention): boolean {
  const before = tokens.slice(Math.max(0, mention.first - REACH), mention.first).map((t) => t.lower);
  const further = tokens.slice(Math.max(0, mention.first - 2 * REACH), mention.first).map((t) => t.lower);
  return (
    HANDED_ON.test(`${before.join(' ')} `) ||
    SEIZED.test(`${further.join(' ')} `) ||
    DEFERRED.test(`${further.join(' ')} `) ||
    ownsRequest(tokens, mention) ||
    asksAnother(tokens, mention)
  );
}

const REACH = 6;

const ARTICLE = "(?:(?:the|la|le|les|l|der|die|das|den|dem|lo|el|il|i|gli|autorità|'|’) ){0,2}";

/** The words right before whoever refers a case, in each of the five languages. */
const HANDED_ON = new RegExp(
  `(?:${[
    '(?:referrals?|renvois?|rinvii?|rinvio|remisi[oó]n(?:es)?) (?:request )?(?:from|by|of|par|de|d|du|des|da|dal|dalla|dall|di|del|della|por)',
    '(?:at|on|upon|following) (?:the |a )?(?:referral )?requests? (?:of|from|by)',
    'à la (?:demande|requête) (?:de|d|du|des)',
    '(?:auf|nach) (?:antrag|ersuchen|bitten|wunsch|verweisung)(?: (?:von|aus|durch))?',
    'verweisung(?:en|santrag)? (?:von|aus|durch)',
    'a (?:petición|solicitud|instancias?) (?:de|del)',
    'su (?:richiesta|istanza) (?:di|del|della|dell|dei)',
  ].join('|')}) ${ARTICLE}$`,
);

/** "Bruxelles avait été saisi par l'autorité italienne": a court that is seized is another thing. */
const SEIZED = new RegExp(
  `(?:^| )(?:commission|commissione|comisión|kommission|bruxelles|brussels|brüssel|bruselas) (?:[^.;,]+ )?(?:saisie?|seized|investit[ao]|angerufen|befasst) (?:(?:du|del|with the|mit dem) \\S+ )?(?:par|by|da|dal|dalla|dall|por|von|vom) ${ARTICLE}$`,
);

/** "deferita alla Commissione europea da Svezia e Italia", "referred to Brussels by Sweden and Italy". */
const DEFERRED = new RegExp(
  `(?:^| )(?:deferit[oaie]|referred|renvoyée?s?|rinviat[oaie]|remitid[oa]s?|verwiesen) (?:[^ .;,]+ ){0,5}(?:by|par|da|dal|dalla|dall|por|von|vom) ${ARTICLE}(?:[^ .;,]+ (?:,|and|et|und|y|e|ed) ${ARTICLE}){0,2}$`,
);

/** "which Italy had asked it to examine", "das Italien um Prüfung gebeten hatte": whoever asks hands on. */
function asksAnother(tokens: readonly MoneyToken[], { next }: AuthorityMention): boolean {
  const after = tokens.slice(next, next + REACH).map((t) => t.lower);
  return ASKS.test(`${after.join(' ')} `);
}

const ASKED = '(?:asked|requested|demandé|prié|chiesto|pedido|solicitado|gebeten|ersucht|beantragt)';
const TAKER =
  '(?:it|brussels|bruxelles|bruselas|brüssel|(?:the |la |die |l |alla |à la |a la )?(?:european |eu )?(?:commission|commissione|comisión|kommission))';
const ASKS = new RegExp(
  `^(?:(?:had|has|have|a|avait|ha|aveva|había|hatte|hat) )?(?:${ASKED} (?:à |a )?(?:${TAKER} |to (?:examine|review|look|investigate|take) )|(?:${TAKER} )?um (?:eine |ihre )?(?:prüfung|übernahme) ${ASKED} )`,
);

/** "at Italy's request", "on the Italian authority's referral". */
function ownsRequest(tokens: readonly MoneyToken[], { first, next }: AuthorityMention): boolean {
  const after = tokens.slice(next, next + 3).map((t) => t.lower);
  const before = tokens.slice(Math.max(0, first - 2), first).map((t) => t.lower);
  return (
    before.some((word) => /^(at|on|upon|following|after)$/.test(word)) &&
    /^['’]s? (?:s )?(request|referral)/.test(after.join(' '))
  );
}

/**
 * Takes a document's words, a sentence and a step told in it; true for why a case had to be handed on: thresholds that
 * a deal does not reach are no answer of whoever took it upon referral (EU Merger Regulation, Article 22).
 */
export function isReasonToHandOn(tokens: readonly MoneyToken[], place: Place, { status }: Stage): boolean {
  return status === 'no_jurisdiction' && place.authorities.some((m) => isReferrer(tokens, m));
}

/**
 * Takes a document's words, a sentence, a step told in it and an authority; true when the step follows words by which that authority gave
 * the case away, and so is the other's: "the AGCM referred it to the Commission, which cleared it".
 */
export function hasHandedOn(tokens: readonly MoneyToken[], place: Place, stage: Stage, authority: string): boolean {
  const given = place.hits.find((h) => h.cue === 'refer' && h.next <= stage.first);
  if (!given) return false;
  const taker = place.authorities.find(
    (m) => m.code !== null && m.first >= given.first && m.first < stage.first && !isReferrer(tokens, m),
  );
  const own = place.authorities.filter((m) => m.code === authority);
  return taker !== undefined && taker.code !== authority && own.length > 0 && own.every((m) => m.next <= given.next);
}
