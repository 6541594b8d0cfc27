import { describe, expect, it } from 'vitest';
import { surveyUnits } from '../../extract/document.ts';
import { unitsOf } from '../../extract/index.ts';
import type { PartialDay } from '../../model/day.ts';

/** What the grammar alone claims of a text, before anything is weighed. */
function claimsIn(text: string, language: string): string[] {
  const { units, language: words } = unitsOf({ title: '', text, language, published: '2025-06-18' as PartialDay });
  const claims = surveyUnits(units, words).told.flatMap((t) => t.claims);
  const said = claims.filter((c) => c.assertion !== 'denied' && c.assertion !== 'supposed');
  return [...new Set(said.map(({ frame: f }) => `${f.kind} ${f.acquirer} > ${f.target}`))].sort();
}

const TOLD: [language: string, text: string, claim: string][] = [
  // Sales told as nouns and as verbs with an object.
  ['en', 'The sale of Thornfield, an AI lab, to IBM is complete.', 'acquisition IBM > Thornfield'],
  ['fr', 'La vente de Passerose, une start-up d’IA, à Oracle est conclue.', 'acquisition Oracle > Passerose'],
  ['de', 'Der Verkauf von Wendeltreppe, einem KI-Labor, an xAI ist besiegelt.', 'acquisition xAI > Wendeltreppe'],
  ['es', 'La venta de Cardencha, una firma de robots, a Samsung se cierra hoy.', 'acquisition Samsung > Cardencha'],
  ['it', 'La cessione di Pungitopo, startup di robot, a Samsung è conclusa.', 'acquisition Samsung > Pungitopo'],
  ['en', 'The group sold Thornfield, its robot maker, to SoftBank.', 'acquisition SoftBank > Thornfield'],
  // Idioms and headline verbs of purchase.
  ['en', 'Cisco walked away with Thornfield, an AI firm from Leeds.', 'acquisition Cisco > Thornfield'],
  ['en', "Snowflake's $78m swoop for Thornfield, an AI firm, is done.", 'acquisition Snowflake > Thornfield'],
  ['fr', 'Databricks jette son dévolu sur Passerose, une start-up d’IA.', 'acquisition Databricks > Passerose'],
  ['fr', "Meta a fait l'acquisition de Passerose, une start-up d’IA.", 'acquisition Meta > Passerose'],
  ['es', 'Oracle se ha hecho con Cardencha, una firma de inteligencia artificial.', 'acquisition Oracle > Cardencha'],
  ['es', 'Apple echa el guante a Cardencha, una firma de inteligencia artificial.', 'acquisition Apple > Cardencha'],
  ['it', 'Amazon si mangia Pungitopo, azienda di robot.', 'acquisition Amazon > Pungitopo'],
  ['it', 'Oracle ha messo le mani su Pungitopo, azienda di robot.', 'acquisition Oracle > Pungitopo'],
  [
    'de',
    'ServiceNow hat ein Angebot für Wendeltreppe, ein KI-Labor, vorgelegt.',
    'acquisition ServiceNow > Wendeltreppe',
  ],
  ['de', 'Das KI-Labor Wendeltreppe gehört jetzt IBM.', 'acquisition IBM > Wendeltreppe'],
  [
    'es',
    'Cardencha, una firma de robots, cerró su ronda. En ella participó también Nvidia.',
    'investment Nvidia > Cardencha',
  ],
  // Every form of a regular verb that is named once.
  ['it', 'Microsoft e Nvidia entrerebbero in Pungitopo, azienda di robot.', 'investment Nvidia > Pungitopo'],
  ['es', 'Oracle y Meta comprarían Cardencha, una firma de robots.', 'acquisition Meta > Cardencha'],
  ['fr', 'Oracle et Meta avaleraient Passerose, une start-up d’IA.', 'acquisition Meta > Passerose'],
  ['es', 'Nvidia y SAP invirtieron 30 millones en Cardencha, una firma de robots.', 'investment SAP > Cardencha'],
  // Money.
  [
    'es',
    'Microsoft metió mil millones de dólares en Cardencha, una firma de robots.',
    'investment Microsoft > Cardencha',
  ],
  ['it', 'Tencent ha sganciato 30 milioni di euro in Pungitopo, azienda di robot.', 'investment Tencent > Pungitopo'],
  ['de', 'Amazon zeichnete Aktien der Wendeltreppe AG, eines KI-Labors.', 'investment Amazon > Wendeltreppe'],
  ['fr', "L'arrivée au capital de Passerose, une start-up d’IA, de Nvidia a surpris.", 'investment Nvidia > Passerose'],
];

const NOT_TOLD: [language: string, text: string, what: string][] = [
  ['en', 'A former Google engineer put $2 million into Thornfield, an AI lab.', 'a former employer'],
  [
    'de',
    'Der SAP-Mitgründer steckte 10 Millionen Euro in das KI-Start-up Wendeltreppe.',
    'a founder with his own money',
  ],
  ['it', 'Un ex dirigente di Amazon ha messo due milioni in Pungitopo, startup di IA.', 'a former manager'],
  ['en', "One of Thornfield's three founders has gone to OpenAI; it is an AI lab.", 'a single leaver'],
  ['en', 'The sale of chips to Thornfield, an AI lab, helped Nvidia.', 'things sold'],
  ['en', 'Samsung has acquired Varmdal, a Norwegian manufacturer of heat pumps.', 'another trade'],
  ['en', 'Microsoft lost a merger case; Thornfield, an AI lab, did not mind.', 'a merger in general'],
];

describe('words that tell of deals', () => {
  it.each(TOLD)('%s: %s', (language, text, claim) => {
    expect(claimsIn(text, language)).toContain(claim);
  });

  it.each(NOT_TOLD)('%s: not in "%s" (%s)', (language, text) => {
    expect(claimsIn(text, language)).toEqual([]);
  });
});
