import { describe, expect, it } from 'vitest';
import { surveyUnits } from '../../extract/document.ts';
import { unitsOf } from '../../extract/index.ts';
import type { PartialDay } from '../../model/day.ts';

/** What the grammar claims by itself, before anything is weighed. */
function claimsIn(text: string, language: string): string[] {
  const { units, language: words } = unitsOf({ title: '', text, language, published: '2026-06-20' as PartialDay });
  const claims = surveyUnits(units, words).told.flatMap((t) => t.claims);
  const told = claims.filter((c) => c.assertion !== 'denied' && c.assertion !== 'supposed');
  return [...new Set(told.map(({ frame: f }) => `${f.kind} ${f.acquirer}>${f.target}`))].sort();
}

const CLAIMS: [language: string, deal: string, text: string][] = [
  ['en', 'investment Google>Lodestar', 'Google acquired 14 per cent of Lodestar, an AI lab, in June.'],
  ['en', 'investment Google>Lodestar', 'Lodestar, an AI lab, counts Google among its shareholders.'],
  ['en', 'investment Google>Lodestar', 'Among the shareholders of the AI lab Lodestar is Google.'],
  ['en', 'investment Google>Lodestar', 'Google is now the largest shareholder of the AI lab Lodestar.'],
  ['en', 'investment Google>Lodestar', 'The AI lab Lodestar is 14% owned by Google.'],
  ['en', 'investment Google>Lodestar', 'Google came in with £6m when the AI lab Lodestar raised its second round.'],
  ['en', 'acquisition Google>Lodestar', 'The AI lab Lodestar is to become part of Google.'],
  ['en', 'acquisition Google>Lodestar', 'The AI lab Lodestar ended up in the hands of Google.'],
  ['en', 'acquisition Google>Lodestar', 'The AI lab Lodestar is now a subsidiary of Google.'],
  [
    'en',
    'cloud Google>Lodestar',
    'The AI lab Lodestar has signed a framework contract with Google Cloud worth $9 million.',
  ],
  ['en', 'cloud Google>Lodestar', 'The AI lab Lodestar moves its workloads to Google Cloud.'],
  ['en', 'cloud Google>Lodestar', 'The AI lab Lodestar trains on Google Cloud only.'],
  [
    'de',
    'investment SAP>Wendeltreppe',
    'Das KI-Labor Wendeltreppe, bei dem SAP gerade mit 9 Millionen Euro eingestiegen ist, wächst.',
  ],
  ['de', 'investment SAP>Wendeltreppe', 'SAP ist mit zwölf Prozent am KI-Labor Wendeltreppe beteiligt.'],
  ['de', 'investment SAP>Wendeltreppe', 'Am KI-Labor Wendeltreppe hält SAP zwölf Prozent.'],
  ['de', 'investment SAP>Wendeltreppe', 'Zu den Gesellschaftern des KI-Labors Wendeltreppe gehört SAP.'],
  ['de', 'investment SAP>Wendeltreppe', 'Das KI-Labor Wendeltreppe holt SAP als Gesellschafter an Bord.'],
  ['de', 'acquisition SAP>Wendeltreppe', 'Das KI-Labor Wendeltreppe gehört jetzt zu SAP.'],
  ['de', 'acquisition SAP>Wendeltreppe', 'Das KI-Labor Wendeltreppe wird eine Tochter von SAP.'],
  ['de', 'cloud Google>Wendeltreppe', 'Das KI-Labor Wendeltreppe rechnet künftig bei Google Cloud.'],
  ['fr', 'investment Intel>Passerose', "Passerose, une start-up d'IA dont Intel détient 12 %, grandit."],
  ['fr', 'investment Intel>Passerose', "Intel entre au capital de la start-up d'IA Passerose à hauteur de 12 %."],
  ['fr', 'investment Intel>Passerose', "La start-up d'IA Passerose compte Intel parmi ses actionnaires."],
  ['fr', 'investment Intel>Passerose', "Intel figure au tour de table de la start-up d'IA Passerose."],
  ['fr', 'acquisition Intel>Passerose', "La start-up d'IA Passerose passe sous le contrôle d'Intel."],
  ['fr', 'acquisition Intel>Passerose', "La start-up d'IA Passerose tombe dans l'escarcelle d'Intel."],
  ['fr', 'acquisition Intel>Passerose', "Intel s'est emparé de la start-up d'IA Passerose."],
  ['fr', 'acquisition Intel>Passerose', "La start-up d'IA Passerose appartient désormais à Intel."],
  ['fr', 'cloud Google>Passerose', "La start-up d'IA Passerose bascule ses calculs sur Google Cloud."],
  ['es', 'investment Intel>Cardencha', 'Intel posee el 12 % de la firma de IA Cardencha.'],
  ['es', 'investment Intel>Cardencha', 'La firma de IA Cardencha tiene a Intel entre sus accionistas.'],
  ['es', 'investment Intel>Cardencha', 'Intel entró en el capital de la firma de IA Cardencha.'],
  ['es', 'investment Intel>Cardencha', 'Intel ha puesto 12 millones en la firma de IA Cardencha.'],
  ['es', 'acquisition Intel>Cardencha', 'La firma de IA Cardencha acabó en manos de Intel.'],
  ['es', 'acquisition Intel>Cardencha', 'A la firma de IA Cardencha la compró Intel.'],
  ['es', 'acquisition Intel>Cardencha', 'La firma de IA Cardencha pasa a ser propiedad de Intel.'],
  ['es', 'acquisition Intel>Cardencha', 'Intel se ha hecho con la firma de IA Cardencha.'],
  ['es', 'cloud Google>Cardencha', 'La firma de IA Cardencha se muda a Google Cloud.'],
  ['it', 'investment Intel>Pungitopo', "Intel detiene il 12% dell'azienda di IA Pungitopo."],
  ['it', 'investment Intel>Pungitopo', "Intel è entrata nel capitale dell'azienda di IA Pungitopo."],
  ['it', 'investment Intel>Pungitopo', "Tra i soci dell'azienda di IA Pungitopo c'è Intel."],
  ['it', 'investment Intel>Pungitopo', "Intel è socia dell'azienda di IA Pungitopo."],
  ['it', 'acquisition Intel>Pungitopo', "L'azienda di IA Pungitopo è finita a Intel."],
  ['it', 'acquisition Intel>Pungitopo', "L'azienda di IA Pungitopo passa a Intel."],
  ['it', 'acquisition Intel>Pungitopo', "L'azienda di IA Pungitopo, presa da Intel nel 2021, non esiste più."],
  ['it', 'cloud Google>Pungitopo', "L'azienda di IA Pungitopo affitta calcolo da Google Cloud."],
];

const NO_CLAIMS: [language: string, text: string, why: string][] = [
  ['es', 'La firma de IA Cardencha anunció la compra. Intel calló.', 'an article is no fronted object'],
  ['it', "Il capo di Intel passa a Milano, dove lavora l'azienda di IA Pungitopo.", 'a person goes to a town'],
  ['de', 'Das KI-Labor Wendeltreppe, bei dem SAP anklopfte, wächst.', 'no deal behind the relative'],
  ['en', 'Google praised the AI lab Lodestar, which is now a part of Leeds.', 'a part of a town'],
];

describe('what the grammar claims', () => {
  it.each(CLAIMS)('%s: %s: %s', (language, deal, text) => {
    expect(claimsIn(text, language)).toEqual([deal]);
  });

  it.each(NO_CLAIMS)('%s: nothing in "%s" (%s)', (language, text) => {
    expect(claimsIn(text, language)).toEqual([]);
  });
});
