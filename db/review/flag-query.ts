import { parseDay } from '../../model/day.ts';
import { CERTAINTIES, DEAL_KINDS, LAYERS } from '../../model/deal.ts';
import { BANDS, FLAG_STATES, RULE_IDS, type RuleId } from '../../model/flag.ts';
import { SCRUTINY_STATUSES, SOURCE_CLASSES } from '../../model/scrutiny.ts';
import { typedNumber } from '../../model/typed-number.ts';
import { typedText } from '../../model/typed-text.ts';
import type { Database } from '../open.ts';
import type { FlagFilter } from './flag-filter.ts';
import { find } from './queue-count.ts';
import { pairIndex } from './queue-index.ts';

const MILLION = 1e6;
const MOST_VALUES = 50;
/** What the flags page takes in its address and this understands. */
export const FLAG_PARAMETERS = [
  ...['state', 'rule', 'band', 'kind', 'layer', 'certainty', 'status', 'source', 'acquirer', 'authority', 'assignee'],
  ...['q', 'target', 'from', 'to', 'least', 'most'],
] as const;

/**
 * Takes the query of the flags page and who asks; gives which flags it is about, without order, page and "changed since".
 * What it does not know is left out, never an error.
 */
export function flagFilterIn(query: URLSearchParams, userId: number | null): Omit<FlagFilter, 'page' | 'pageSize'> {
  const among = <T extends string>(all: readonly T[], name: string) =>
    all.filter((v) => query.getAll(name).includes(v));
  return {
    state: FLAG_STATES.find((s) => s === (query.get('state') ?? 'to_review')),
    rules: among(RULE_IDS, 'rule'),
    bands: among(BANDS, 'band'),
    kinds: among(DEAL_KINDS, 'kind'),
    layers: among(LAYERS, 'layer'),
    certainties: among(CERTAINTIES, 'certainty'),
    statuses: among(SCRUTINY_STATUSES, 'status'),
    sourceClasses: among(SOURCE_CLASSES, 'source'),
    acquirers: query.getAll('acquirer').filter(Boolean).slice(0, MOST_VALUES),
    authorities: query.getAll('authority').filter(Boolean).slice(0, MOST_VALUES),
    assignees: assignees(query, userId),
    q: typedText(query.get('q')),
    target: typedText(query.get('target')),
    from: parseDay(query.get('from') ?? '') ?? undefined,
    to: parseDay(query.get('to') ?? '') ?? undefined,
    least: millions(query.get('least')),
    most: millions(query.get('most')),
  };
}

/** The screens of a pair whose flags a query of the flags page shows to a person. */
export async function flagsOfPairIn(db: Database, pairId: string, query: string, userId: number): Promise<RuleId[]> {
  const filter = flagFilterIn(new URLSearchParams(query), userId);
  const { keys } = find(await pairIndex(db, pairId), { ...filter, page: 1, pageSize: RULE_IDS.length });
  return keys.map(({ rule }) => rule);
}

/** `me`, `nobody` or the id of a person. */
function assignees(query: URLSearchParams, userId: number | null): number[] {
  const named = query.getAll('assignee').slice(0, MOST_VALUES);
  return named.flatMap((value) => {
    if (value === 'nobody') return [0];
    if (value === 'me') return userId === null ? [] : [userId];
    const id = Number(value);
    return Number.isSafeInteger(id) && id > 0 ? [id] : [];
  });
}

function millions(typed: string | null): number | undefined {
  const n = typedNumber(typed ?? '');
  return n === null ? undefined : n * MILLION;
}
