import type { JurisdictionCheck } from '../model/jurisdiction.ts';
import type { Pair } from '../model/ledger.ts';
import { type Asked, dateOf, formOf } from './asked.ts';
import { dma, eu } from './eu.ts';
import { dayOfRules, type JurisdictionInput } from './figures.ts';
import { hsr } from './hsr.ts';
import { austria, germany } from './transaction-value.ts';
import { uk } from './uk.ts';

/**
 * Which tests of which regime a pair's deal meets on its day, by what the ledger and the entered figures say: met, not
 * met, or unknown with what is missing. Sources: handbook 2.1 to 2.4. No legal opinion: exemptions are named, not applied.
 */
export function checkJurisdiction(pair: Pair, input: JurisdictionInput): JurisdictionCheck[] {
  const date = dateOf(pair);
  const on = dayOfRules(date, input.today);
  const asked: Asked = { pair, input, date, on, form: formOf(pair) };
  return [hsr(asked), uk(asked), eu(asked), germany(asked), austria(asked), dma(asked)];
}
