import { tierOf } from '../names/party.ts';
import { bordersBetween, type ParsedSentence } from './sentence.ts';

/** What labs sell: a customer of theirs supplies them with nothing by that. */
const PRODUCT =
  /^(?:models?|llms?|chatbots?|assistants?|agents?|api|apis|modèles?|modelle?n?|sprachmodelle?n?|ki-modelle?n?|assistent(?:en)?|agenten|modelos?|asistentes?|agentes?|modell[oi]|assistent[ei]|agenti)$/;
const ADOPT =
  /^(?:integrat|embed|incorporat|us(?:e|es|ed|ing)$|adopt|offer|resell|sells?$|sold$|selling$|buys?$|bought$|buying$|purchas|deploy|build(?:s|ing)?$|built$|add(?:s|ed|ing)?$|intègr|intégr|utilis|propos|offr|achèt|achet|ajout|vend|integrier|nutz|verwend|setzt$|bietet$|bieten$|kauf|baut$|integr|usa|utiliz|ofrec|compra|adopt|adott|acquist)/;
const THE = /^(?:the|les|die|den|los|las|i|gli|le)$/;
const VERB_REACH = 10;
const PRODUCT_REACH = 5;

interface Product {
  maker: string;
  from: number;
}

/**
 * "IBM will integrate Anthropic's models into its software": takes a sentence and the only start-up of its document;
 * gives who uses, buys or sells on what whom makes, as "customer|maker".
 */
export function customersIn(s: ParsedSentence, sole: string | null): string[] {
  return [...productsIn(s), ...meantBy(s, sole)].flatMap(({ maker, from }) => {
    const verb = lastVerb(s, from);
    if (verb < 0) return [];
    const subject = s.mentions.findLast(
      (m) => m.to <= verb && m.prep === null && !m.poss && bordersBetween(s.borders, m.to - 1, verb) < 1,
    );
    const customer = subject?.candidates[0]?.name;
    return customer && customer !== maker && tierOf(customer) === 2 ? [`${customer}|${maker}`] : [];
  });
}

/** "Anthropic's Claude models", "les modèles de Mistral", "Claude". */
function productsIn(s: ParsedSentence): Product[] {
  const { tokens } = s.unit;
  const makes = (from: number, to: number) => tokens.slice(Math.max(0, from), to).some((t) => PRODUCT.test(t.lower));
  const named = s.mentions.flatMap((m) => {
    const maker = m.form === 'name' || m.form === 'pronoun' ? (m.candidates[0]?.name ?? '') : '';
    if (!maker || tierOf(maker) === 2) return [];
    const owns = m.poss ? makes(m.to, m.to + PRODUCT_REACH) : m.form === 'name' && makes(m.to, m.to + 1);
    const made = m.form === 'name' && /^(?:of|from|by)$/.test(m.prep ?? '') && makes(m.from - PRODUCT_REACH, m.from);
    return owns || made ? [{ maker, from: m.from }] : [];
  });
  const branded = s.landmarks.flatMap(({ entry, from }) =>
    entry.kind === 'brand' && tierOf(entry.company) < 2 ? [{ maker: entry.company, from }] : [],
  );
  return [...named, ...branded];
}

/** "pays to use the models": on a page about one lab, they are that lab's. */
function meantBy(s: ParsedSentence, maker: string | null): Product[] {
  if (maker === null || tierOf(maker) === 2) return [];
  const { tokens } = s.unit;
  const from = tokens.findIndex((t, i) => i > 0 && PRODUCT.test(t.lower) && THE.test(tokens[i - 1]?.lower ?? ''));
  return from < 0 ? [] : [{ maker, from }];
}

function lastVerb(s: ParsedSentence, from: number): number {
  const { tokens } = s.unit;
  for (let i = from - 1; i >= Math.max(0, from - VERB_REACH); i--) if (ADOPT.test(tokens[i]?.lower ?? '')) return i;
  return -1;
}
