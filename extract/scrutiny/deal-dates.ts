const NOUN =
  '(?:deals?|arrangements?|agreements?|hires?|hirings?|acquisitions?|takeovers?|investments?|partnerships?|purchases?|transactions?|tie-ups?|mergers?|licen[cs]es?|contracts?|rounds?|stakes?|pacts?|alliances?|accords?|rachats?|opérations?|investissements?|embauches?|recrutements?|partenariats?|contrats?|übernahmen?|vereinbarung(?:en)?|abkommen|vertr(?:ag|äge)\\p{L}*|beteiligung(?:en)?|einstiegs?|investition(?:en)?|partnerschaft(?:en)?|zusammenschluss(?:es)?|kaufs?|deals|acuerdos?|compras?|adquisici(?:ón|ones)|inversi(?:ón|ones)|contratos?|alianzas?|fichajes?|accord[oi]|acquist[oi]|acquisizion[ei]|investiment[oi]|contratt[oi]|assunzion[ei]|operazion[ei])';
const MADE =
  '(?:signed|struck|announced|agreed|closed|completed|concluded|made|sealed|unveiled|dated|annoncée?s?|signée?s?|conclue?s?|bouclée?s?|noué[es]*|scellée?s?|anunciad[oa]s?|firmad[oa]s?|cerrad[oa]s?|sellad[oa]s?|alcanzad[oa]s?|annunciat[oaie]|firmat[oaie]|siglat[oaie]|chius[oaie]|stipulat[oaie]|conclus[oaie]|perfezionat[oaie])';
const AT =
  "(?:on|in|of|from|at the (?:end|beginning) of|back in|early in|late in|en|le|du|de|d[’']|vom|von|aus|im|am|el|del|nel|il|a|dell[’'])";

/** "its June 2024 arrangement", "the March 2024 deal". */
const OWNER = /(?:^|[^\p{L}])(?:its|their|his|her|the|this|that|a|an|whose|['’]s)\s*$/iu;
const NAMED = new RegExp(`^['’]?s?[\\s-]+(?:\\p{L}[\\p{L}-]*[\\s-]+){0,2}${NOUN}(?!\\p{L})`, 'iu');
/** "the deal of June 2024", "die Vereinbarung vom Juni 2024", "the takeover, announced in July 2024". */
const OF_DEAL = new RegExp(`(?:^|[^\\p{L}])${NOUN}\\s+(?:of|from|dated|du|de|d['’]|vom|von|aus dem|del|di)\\s*$`, 'iu');
const WAS_MADE = new RegExp(
  `(?:${NOUN}|[,(–—]|\\b(?:which|that|qui|que|die|das|der|che))\\s*(?:(?:had|was|were|has|been|have|first|only|fue|había|sido|avait|a|été|era|stat[oa]|è)\\s+){0,3}${MADE}\\s+(?:${AT}\\s+){0,2}$`,
  'iu',
);
/** "the clearance, announced on 5 March": what is announced is the step. */
const OF_STEP = new RegExp(
  `(?:decisions?|rulings?|findings?|clearance|approval|orders?|probe|investigation|inquiry|review|complaint|(?:law)?suit|notice|entscheidung|beschluss|freigabe|verfahren|prüfung|untersagung|klage|décision|enquête|plainte|autorisation|examen|decisión|resolución|investigación|demanda|autorización|decisione|provvedimento|indagine|istruttoria|autorizzazione)\\s*[,(–—]?\\s*(?:\\p{L}+\\s+){0,3}${MADE}\\s+(?:${AT}\\s+){0,2}$`,
  'iu',
);
/** "im Juni 2024 geschlossene Vereinbarung". */
const MADE_BEHIND = /^\s*(?:ge|an|ver|unter)\p{L}+(?:te|ten|ene|enen|ete|eten)[nrs]?\s+\p{Lu}/u;
/** "had hired … in March 2024": what the firms did. */
const DID =
  /(?:^|[^\p{L}])(?:hired|recruited|invested|acquired|bought|purchased|took over|gone to|went to|moved to|joined|embauché|recruté|investi|racheté|acquis|rejoint|eingestellt|investiert|übernommen|gekauft|contrató|contratado|invirtió|invertido|compró|comprado|assunto|investito|acquistato|acquisito|comprato|rilevato)(?!\p{L})[^,;:.()]{0,60}$/iu;

/**
 * Takes the words before and behind a date in its sentence; true when they make it the day of the deal and not of what an
 * authority does about it: "questions over its June 2024 arrangement", "the takeover, announced in July 2024".
 */
export function isDealsOwn(before: string, behind: string): boolean {
  const near = before.slice(-NEAR);
  if (OWNER.test(near) && NAMED.test(behind.slice(0, NEAR))) return true;
  if (OF_STEP.test(near)) return false;
  return OF_DEAL.test(near) || WAS_MADE.test(near) || MADE_BEHIND.test(behind.slice(0, NEAR)) || DID.test(near);
}

/** Characters that are looked at. */
const NEAR = 110;
