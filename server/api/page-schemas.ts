import { z } from 'zod';
import { CALENDARS, DEADLINE_FORCES, TIME_UNITS } from '../../model/deadline.ts';
import { CERTAINTIES, LAYERS } from '../../model/deal.ts';
import { BANDS, RULE_IDS } from '../../model/flag.ts';
import { SOURCE_CLASSES } from '../../model/scrutiny.ts';
import { instant, partialDay } from './schemas.ts';

/** What programs are given of the pages beyond deals, flags and documents. */

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const dealInBrief = z
  .object({ id: z.string(), acquirer: z.string(), target: z.string(), score: z.number(), band: z.enum(BANDS) })
  .meta({ id: 'DealInBrief' });

export const found = z
  .object({
    deals: z.array(dealInBrief),
    documents: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        publisher: z.string(),
        published: partialDay.nullable(),
        url: z.string().nullable(),
        snippet: z.string().meta({ description: 'Plain text around what was searched for.' }),
      }),
    ),
    notes: z.array(
      z.object({
        pairId: z.string(),
        acquirer: z.string(),
        target: z.string(),
        text: z.string(),
        userName: z.string(),
        at: instant,
      }),
    ),
  })
  .meta({ id: 'Found' });

export const deadline = z
  .object({
    id: z.string(),
    pairId: z.string(),
    acquirer: z.string(),
    target: z.string(),
    authority: z.string(),
    label: z.string(),
    force: z.enum(DEADLINE_FORCES),
    due: day.nullable().meta({ description: 'Null when no day can be told; `why` says why not.' }),
    why: z.string().nullable(),
    latest: z.object({ day, when: z.string() }).nullable(),
    basis: z.object({
      law: z.string(),
      startedBy: z.string(),
      start: day,
      length: z.number(),
      unit: z.enum(TIME_UNITS),
      calendar: z.enum(CALENDARS),
      holidays: z.array(z.object({ day, name: z.string() })),
    }),
  })
  .meta({ id: 'Deadline' });

export const note = z
  .object({
    id: z.number().int(),
    pairId: z.string(),
    rule: z.enum(RULE_IDS).nullable(),
    text: z.string(),
    by: z.string(),
    at: instant,
  })
  .meta({ id: 'Note', description: 'Appended, never changed.' });

export const newNote = z.object({ text: z.string().min(1).max(10_000) }).meta({ id: 'NewNote' });

const fact = z.record(z.string(), z.unknown()).nullable();

export const correction = z
  .object({
    id: z.number().int(),
    documentId: z.string(),
    original: fact.meta({ description: 'What was read; null for a fact that was missed.' }),
    replacement: fact.meta({ description: 'What the document states; null when nothing of the kind.' }),
    reason: z.string(),
    by: z.string(),
    at: instant,
    undone: z.object({ userName: z.string(), at: instant }).nullable(),
  })
  .meta({ id: 'Correction' });

export const companyInFull = z
  .object({ name: z.string(), acquires: z.array(dealInBrief), targeted: z.array(dealInBrief) })
  .meta({ id: 'CompanyInFull' });

const flow = z.object({ usd: z.number().nullable() }).nullable();

export const tie = z
  .object({
    dealId: z.string(),
    acquirer: z.string(),
    target: z.string(),
    layer: z.enum(LAYERS).nullable(),
    in: flow,
    back: flow,
    isLoop: z.boolean(),
    recapture: z.object({ ratio: z.number(), atLeast: z.boolean() }).nullable().meta({
      description: 'Spend back for each 1 put in; at least that where only the most that may be put in is known.',
    }),
    isReported: z.boolean(),
    score: z.number(),
  })
  .meta({ id: 'Tie', description: 'Money in and spend back between two firms; null where nothing flows.' });

export const story = z
  .object({
    id: z.string(),
    pairId: z.string(),
    acquirer: z.string(),
    target: z.string(),
    what: z.looseObject({ type: z.enum(['sum', 'deal', 'step']), certainty: z.enum(CERTAINTIES).optional() }),
    date: partialDay.nullable(),
    latest: day,
    sources: z.array(z.looseObject({ publisher: z.string(), sourceClass: z.enum(SOURCE_CLASSES) })),
    voices: z.number().int(),
  })
  .meta({ id: 'Story' });

export const waitingCase = z
  .looseObject({
    authority: z.string(),
    caseRef: z.string(),
    title: z.string(),
    url: z.string().nullable(),
    parties: z.array(z.string()),
    state: z.string().nullable(),
    opened: z.string().nullable(),
  })
  .meta({ id: 'WaitingCase' });

export const quarter = z
  .object({
    company: z.string(),
    start: day,
    end: day,
    currency: z.string(),
    value: z.number(),
    yearOnYear: z.number().nullable(),
    derived: z.boolean(),
    tag: z.string(),
    filings: z.array(z.string()),
  })
  .meta({ id: 'Quarter' });

export const layerMoney = z
  .object({
    layer: z.enum(LAYERS).nullable(),
    usd: z.number(),
    hhi: z.number().int(),
    pairs: z.number().int(),
    withSum: z.number().int(),
    parts: z.array(z.object({ group: z.string(), usd: z.number(), share: z.number(), pairs: z.number().int() })),
  })
  .meta({ id: 'LayerMoney' });

export const share = z
  .object({
    id: z.number().int(),
    company: z.string(),
    market: z.string(),
    territory: z.string(),
    share: z.number(),
    asOf: partialDay,
    source: z.string(),
    by: z.string(),
    at: instant,
  })
  .meta({ id: 'Share' });

export const figure = z
  .object({
    id: z.number().int(),
    company: z.string(),
    measure: z.string(),
    territory: z.string(),
    value: z.number(),
    currency: z.string().nullable(),
    asOf: partialDay,
    source: z.string(),
  })
  .meta({ id: 'Figure' });

export const ruling = z
  .looseObject({ id: z.number().int(), kind: z.enum(['merge', 'split']), name: z.string(), into: z.string() })
  .meta({ id: 'NameRuling' });

export const suppression = z
  .object({
    id: z.number().int(),
    pairId: z.string().nullable(),
    rule: z.enum(RULE_IDS).nullable(),
    company: z.string().nullable(),
    reason: z.string(),
    by: z.string(),
    at: instant,
    expiresOn: day,
    endedAt: instant.nullable(),
  })
  .meta({ id: 'Suppression' });

const lines = z.array(z.record(z.string(), z.unknown()));

export const quality = z
  .object({
    screens: lines,
    languages: lines,
    classes: lines,
    coverage: z.record(z.string(), z.unknown()),
    /** Facts held against their documents, once a day; `at` is null before the first time. */
    evidence: z.object({
      at: instant.nullable(),
      documents: z.number().int(),
      facts: z.number().int(),
      broken: z.number().int(),
      unquoted: z.number().int(),
      where: z.array(z.string()),
    }),
  })
  .meta({ id: 'Quality' });
