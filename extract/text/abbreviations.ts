/** Abbreviations, all five languages together, lower case, without the last full stop. */

/** Never end a sentence: something always follows. */
export const LEADING_ABBREVIATIONS: ReadonlySet<string> = new Set(
  `mr mrs ms dr prof st sen rep gov gen col sgt lt hon rev messrs vs v no nos art arts fig ca cf approx est dept
   mm mme mlle me mgr vol chap éd p pp
   z.b d.h u.a bzw sog inkl ggf evtl zzgl abzgl hrsg nr abs ziff vgl usw.w mind max bspw u.a.m i.v.m
   sr sra srta d dña pág núm ee.uu p.ej
   sig sig.ra dott dott.ssa avv ing on n art.lo es`
    .split(/\s+/)
    .filter(Boolean),
);

/** May end a sentence: they do when the next word could only begin one. */
export const TRAILING_ABBREVIATIONS: ReadonlySet<string> = new Set(
  `inc corp co ltd llc plc bros jr sr. etc al a.m p.m u.s u.k u.n e.u d.c l.a n.y s.a s.a.s s.p.a n.v b.v e.v usw
   jan feb mar apr jun jul aug sep sept oct nov dec janv févr avr juil
   e.g i.e approx. avg dpt univ ave blvd`
    .split(/\s+/)
    .filter(Boolean),
);

/** Scales written short: "4 Mrd. Euro" goes on, "for $4bn. Amazon" does not. */
export const SCALE_ABBREVIATIONS: ReadonlySet<string> = new Set([
  'mrd',
  'mia',
  'mio',
  'mill',
  'md',
  'mds',
  'bn',
  'mn',
  'tsd',
  'mld',
  'mln',
  'tn',
]);

/** Words that begin a sentence when they stand with a capital after an abbreviation. */
export const SENTENCE_OPENERS: ReadonlySet<string> = new Set(
  `the a an it its this that these those he she they we you his her their our in on at for from with by as but and or so if when
   while after before since although though however meanwhile there here what who how why last next under according
   le la les l un une des du ce cet cette ces il elle ils elles on nous vous en au aux dans pour par avec sur selon mais et ou si quand depuis après
   der die das ein eine er sie es wir ihr im am in für mit nach von bei auf aber und oder wenn als seit laut dies diese dieser auch
   el la los las un una unos unas ese esa este esta él ella ellos en al del para por con según pero y o si cuando desde tras su sus
   il lo gli i un una uno questo questa quello egli essa nel nella per con secondo ma e se quando dopo dal dalla`
    .split(/\s+/)
    .filter(Boolean),
);
