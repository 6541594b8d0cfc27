import { z } from 'zod';
import { AMOUNT_ROLES } from '../model/amount.ts';
import { parsePartialDay } from '../model/day.ts';
import { CERTAINTIES, DEAL_KINDS } from '../model/deal.ts';
import { InvalidInput } from '../model/errors.ts';
import { SCRUTINY_STATUSES } from '../model/scrutiny.ts';

const name = z.string().trim().min(1, 'must be a name');
/** One of some words; the sentence that refuses another names them. */
const oneOf = <const W extends readonly [string, ...string[]]>(words: W) =>
  z.enum(words, { error: ({ input }) => `"${String(input ?? '')}" is none of ${words.join(', ')}` });
const note = z
  .string()
  .nullish()
  .transform((text) => text?.trim() ?? '');
const sum = z
  .number()
  .nonnegative()
  .nullish()
  .transform((value) => value ?? null);
const currency = z
  .string()
  .length(3, 'must be a code of three letters, e.g. USD')
  .nullish()
  .transform((code) => code ?? null);
const date = z
  .string()
  .nullish()
  .transform((text, context) => {
    if (!text) return null;
    const day = parsePartialDay(text);
    if (!day) context.addIssue({ code: 'custom', message: `"${text}" is no date (YYYY, YYYY-MM or YYYY-MM-DD)` });
    return day;
  });

const event = z.object({ date, value: sum, currency, role: oneOf(AMOUNT_ROLES), instrument: note, note });
const commitment = z.object({ date, value: sum, currency, note });
const step = z.object({ date, status: oneOf(SCRUTINY_STATUSES), stage: note });
const review = z.object({
  authority: name,
  status: oneOf(SCRUTINY_STATUSES),
  opened: date,
  decided: date,
  outcome: note,
  url: note,
  history: z
    .array(step)
    .nullish()
    .transform((steps) => steps ?? []),
});
const many = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((list) => list ?? []);

/** A deal as analysts keep it by hand: one record for what passed between two firms. */
const record = z.object({
  id: name,
  acquirer: name,
  target: name,
  kind: oneOf(DEAL_KINDS),
  kinds: many(oneOf(DEAL_KINDS)),
  certainty: oneOf(CERTAINTIES),
  layer: note,
  events: many(event),
  cloud_commitments: many(commitment),
  people: many(z.string()),
  rights: many(z.string()),
  scrutiny: many(review),
});

export type DealRecord = z.infer<typeof record>;
export type RecordEvent = DealRecord['events'][number];
export type RecordReview = DealRecord['scrutiny'][number];

/**
 * Takes one parsed JSON value; gives the record, with what is missing as null or an empty list. Throws InvalidInput that
 * names the record and every field which cannot be used.
 */
export function readRecord(value: unknown, position = 1): DealRecord {
  const read = record.safeParse(value);
  if (read.success) return read.data;
  const id = (value as { id?: unknown } | null)?.id;
  const called = typeof id === 'string' ? `"${id}"` : `number ${position}`;
  const fields = read.error.issues.map(({ path, message }) => [path.join('.') || 'record', message] as const);
  const told = fields.map(([field, message]) => `${field} ${message}`).join('; ');
  throw new InvalidInput(`Record ${called} cannot be used: ${told}.`, Object.fromEntries(fields));
}

/** Takes the text of a ledger file, an array of records; gives them. Throws InvalidInput with one sentence. */
export function readRecords(text: string): DealRecord[] {
  let values: unknown;
  try {
    values = JSON.parse(text);
  } catch (cause) {
    throw new InvalidInput(
      `The file is not JSON (a ledger is a .json or a .csv file): ${(cause as Error).message}.`,
      {},
      { cause },
    );
  }
  if (!Array.isArray(values)) throw new InvalidInput('The file must hold an array of deal records.');
  return values.map((value, i) => readRecord(value, i + 1));
}
