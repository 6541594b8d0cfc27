import type { Token } from '../text/tokens.ts';

/** Services of large groups on which anybody publishes, with what they are written like in the middle of a sentence. */
const SERVICES = /^(?:LinkedIn|WhatsApp|Facebook|Instagram|Threads|YouTube|GitHub|Bluesky|Twitter|X)$/;
/** "Follow us on Google News", "Apple Podcasts": shops and readers named after the group that runs them. */
const SHELVES = /^(?:News|Podcasts?|Play|Maps|Discover|Noticias|Actualités|Notizie|Music)$/;

/** "on LinkedIn", "sur WhatsApp", "auf YouTube": where something is said. */
const ON = /^(?:on|via|sur|auf|über|bei|en|por|su|tramite)$/;
/** "his LinkedIn profile", "a Facebook post": a page of somebody's there. */
const PAGE =
  /^(?:posts?|profiles?|pages?|accounts?|channels?|bio|updates?|videos?|feed|stor(?:y|ies)|publication|message|compte|profil|page|chaîne|beitrag|post|kanal|konto|seite|perfil|cuenta|página|canal|publicación|mensaje|profilo|pagina|canale|messaggio)$/;
/** "five engineers changed LinkedIn", "aggiornato LinkedIn". */
const KEEPS =
  /^(?:chang(?:e|es|ed|ing)|updat(?:e|es|ed|ing)|check(?:s|ed)?|says?|aktualisiert|actualiz\p{L}+|aggiorn\p{L}+)$/u;

/**
 * "said in a post on Facebook", "partager sur WhatsApp", "changed LinkedIn from X to Y", "Follow us on Google News": takes
 * where a name begins and ends; true where it is only the place that something is published at, and no party to anything.
 */
export function isMedium(tokens: readonly Token[], from: number, to: number): boolean {
  const before = tokens[from - 1]?.lower ?? '';
  const after = tokens[to]?.lower ?? '';
  if (SHELVES.test(tokens[to - 1]?.text ?? '') && to - from > 1) return ON.test(before);
  if (to - from !== 1 || !SERVICES.test(tokens[from]?.text ?? ''))
    return SHELVES.test(tokens[to]?.text ?? '') && ON.test(before);
  return ON.test(before) || PAGE.test(after) || KEEPS.test(before);
}
