import { z } from 'zod';
import { AMOUNT_ROLES, HEDGES } from '../../model/amount.ts';
import { CERTAINTIES, DEAL_KINDS, LAYERS, TERMS } from '../../model/deal.ts';
import { DOCUMENT_STATES } from '../../model/document.ts';
import { BANDS, DECISIONS, DISMISSAL_REASONS, FLAG_STATES, RULE_IDS } from '../../model/flag.ts';
import { REPORT_FORMATS, REPORT_KINDS } from '../../model/report.ts';
import { SCRUTINY_STATUSES, SOURCE_CLASSES } from '../../model/scrutiny.ts';

/** What programs are given and may send. The description under /api/v1/openapi.json is made from these. */

export const partialDay = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .meta({ description: 'As known: 2024, 2024-03 or 2024-03-27.' });
export const instant = z.string().meta({ description: 'UTC, to the millisecond.', format: 'date-time' });
const sums = z
  .record(z.string(), z.number())
  .meta({ description: 'By currency (ISO 4217), full units; never added across.' });
const range = { low: z.number().optional(), high: z.number().optional() };
const dispute = z.object({ documentId: z.string(), value: z.number(), currency: z.string() });

const event = z.object({
  date: partialDay.nullable(),
  value: z.number().nullable(),
  ...range,
  hedge: z.enum(HEDGES).optional(),
  certainty: z.enum(CERTAINTIES).optional().meta({ description: 'Where the sum is less sure than its deal.' }),
  firstTold: partialDay.optional().meta({ description: 'Of a sum without a date: when a document first told it.' }),
  currency: z.string().nullable(),
  role: z.enum(AMOUNT_ROLES),
  instrument: z.string().nullable(),
  documents: z.array(z.string()),
  disputedBy: z.array(dispute.loose()),
});

export const decision = z
  .object({
    action: z.enum(DECISIONS),
    reason: z.enum(DISMISSAL_REASONS).nullable(),
    note: z.string().nullable(),
    by: z.string(),
    at: instant,
  })
  .meta({ id: 'Decision', description: 'What a person decided about a flag. Appended, never changed.' });

export const flag = z
  .object({
    pairId: z.string(),
    rule: z.enum(RULE_IDS),
    severity: z.number().int().min(1).max(3),
    why: z.string(),
    for: z.array(z.string()),
    against: z.array(z.string()),
    missing: z.array(z.string()),
    state: z.enum(FLAG_STATES),
    evidenceHash: z.string().meta({ description: 'Send it back with a decision: it says which evidence was seen.' }),
    raisedAt: instant,
    decision: decision.nullable(),
  })
  .meta({ id: 'Flag', description: 'A screen that fired: look here. Not a finding of harm.' });

const step = z.object({
  date: partialDay.nullable(),
  status: z.enum(SCRUTINY_STATUSES),
  stage: z.string().nullable(),
  source: z.enum(SOURCE_CLASSES),
  documents: z.array(z.string()),
});

const authorityCell = z.object({
  authority: z.string(),
  status: z.enum(SCRUTINY_STATUSES).nullable(),
  asOf: partialDay.nullable(),
  source: z.string(),
  needsReview: z.string().nullable(),
  checked: instant.nullable().meta({ description: 'When its register was last read; null when it never was.' }),
  history: z.array(step),
  proposed: z.array(step).optional().meta({ description: 'Steps of which one outlet alone tells.' }),
});

const term = z.object({
  term: z.enum(TERMS),
  details: z.array(z.string()),
  since: partialDay.optional(),
  until: partialDay
    .optional()
    .meta({ description: 'When something else had taken its place; missing while it stands.' }),
  endedBy: z.enum(TERMS).optional(),
});

export const deal = z
  .object({
    id: z.string(),
    acquirer: z.string(),
    target: z.string(),
    layer: z.enum(LAYERS).nullable(),
    score: z.number(),
    band: z.enum(BANDS),
    updatedAt: instant,
    deals: z.array(
      z.object({
        kind: z.enum(DEAL_KINDS),
        certainty: z.enum(CERTAINTIES),
        events: z.array(event),
        terms: z.array(term),
      }),
    ),
    sums: z.object({ paid: sums, committed: sums, ceiling: sums }),
    flags: z.array(flag),
    scrutiny: z.array(authorityCell),
    foreignInvestment: z
      .array(authorityCell)
      .optional()
      .meta({ description: 'What bodies that review foreign investment did: no competition scrutiny.' }),
    daysWithoutScrutiny: z.number().int().nullable(),
  })
  .meta({ id: 'Deal', description: 'One acquirer group and one target, with everything known between them.' });

export const document = z
  .object({
    id: z.string(),
    title: z.string(),
    publisher: z.string(),
    sourceClass: z.enum(SOURCE_CLASSES),
    published: partialDay.nullable(),
    url: z.string().nullable(),
    language: z.string().nullable(),
    state: z.enum(DOCUMENT_STATES),
    fetchedAt: instant,
    hash: z.string(),
  })
  .meta({ id: 'Document' });

export const documentInFull = document
  .extend({ text: z.string(), facts: z.array(z.record(z.string(), z.unknown())) })
  .meta({ id: 'DocumentInFull' });

export const change = z
  .object({ kind: z.string(), dealId: z.string(), title: z.string(), at: instant, headline: z.string() })
  .meta({ id: 'Change' });

export const source = z
  .object({
    id: z.string(),
    title: z.string(),
    publisher: z.string(),
    authority: z.string().nullable(),
    enabled: z.boolean(),
    health: z.enum(['ok', 'late', 'failing', 'never']),
    lastOkAt: instant.nullable(),
    lastError: z.string().nullable(),
    documents: z.number().int(),
  })
  .meta({ id: 'Source' });

export const company = z.object({ name: z.string(), deals: z.number().int() }).meta({ id: 'Company' });

export const screen = z
  .object({
    id: z.enum(RULE_IDS),
    title: z.string(),
    description: z.string(),
    weight: z.number(),
    trust: z.string(),
    references: z.array(z.object({ title: z.string(), url: z.string() })),
  })
  .meta({ id: 'Screen' });

export const report = z
  .object({
    id: z.string(),
    kind: z.enum(REPORT_KINDS),
    title: z.string(),
    filter: z.string(),
    createdAt: instant,
    files: z.record(z.enum(REPORT_FORMATS), z.string()),
  })
  .meta({ id: 'Report', description: 'Frozen: made again from its number it is the same to the byte.' });

export const moved = z
  .object({ pairId: z.string(), title: z.string(), what: z.string(), was: z.string(), is: z.string() })
  .meta({ id: 'Moved', description: 'A figure of a report that the ledger now has otherwise.' });

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    errors: z.record(z.string(), z.string()).optional(),
    instance: z.string().optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457.' });

export const newDecision = z
  .object({
    action: z.enum(DECISIONS),
    reason: z.enum(DISMISSAL_REASONS).nullish(),
    note: z.string().max(10_000).nullish(),
    evidenceHash: z.string().max(100).meta({ description: 'Of the flag as it was read.' }),
  })
  .meta({ id: 'NewDecision' });

export const newReport = z
  .object({
    kind: z.enum(REPORT_KINDS),
    of: z.string().max(1000).default('').meta({ description: 'Id of the deal, or a query of the deals list.' }),
    title: z.string().max(160).default(''),
    from: z.string().max(10).default(''),
    to: z.string().max(10).default(''),
  })
  .meta({ id: 'NewReport' });

/** A page of a list; `next` is the cursor of the one after it, null on the last. */
export const pageOf = <T extends z.ZodType>(of: T) => z.object({ data: z.array(of), next: z.string().nullable() });

export const paging = {
  cursor: z.string().max(300).optional().meta({ description: 'The `next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

export const dealFilter = {
  q: z.string().max(200).optional().meta({ description: 'Part of a name on either side.' }),
  acquirer: z.string().max(200).optional(),
  kind: z.enum(DEAL_KINDS).optional(),
  band: z.enum(BANDS).optional(),
  authority: z.string().max(200).optional(),
  status: z.enum(SCRUTINY_STATUSES).optional(),
};
