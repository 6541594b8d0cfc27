import { createHash } from 'node:crypto';
import { formatSum } from '../model/amount.ts';
import type { NamedDocument } from '../model/cited-document.ts';
import { findCompany } from '../model/company.ts';
import { formatDay } from '../model/day.ts';
import { CERTAINTY_LABELS, KIND_LABELS, ROLE_LABELS, STATUS_LABELS } from '../model/labels.ts';
import type { Deal, DealEvent, Scrutiny } from '../model/ledger.ts';
import { webLink } from '../model/link.ts';
import { isCompetitionAuthority } from '../model/scrutiny.ts';
import { documentsBehind, type ReportEntry } from './report.ts';

/** An entity as FollowTheMoney has it: every property is a list of texts. */
export interface FtmEntity {
  id: string;
  schema: string;
  properties: Record<string, string[]>;
}

/** The same thing has the same number in every file, so that files can be laid together. */
function idOf(...parts: string[]): string {
  return `dw-${createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 24)}`;
}

/**
 * Takes pairs; gives them as FollowTheMoney entities (followthemoney.tech), for Aleph and OpenSanctions: companies,
 * public bodies, who holds whom, each payment, and who buys, supplies or looks into whom. Each once, by number. What was not
 * paid for sure (prices, promises, ceilings, commitments, totals, what has no day, talks) is no payment: it stands as words at
 * its deal.
 */
export function ftmEntities(entries: readonly ReportEntry[]): FtmEntity[] {
  const entities = new Map<string, FtmEntity>();
  for (const entry of entries)
    for (const entity of entitiesOf(entry)) entities.set(entity.id, merged(entities, entity));
  return [...entities.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** As lines of JSON, as the tools of the field read them. */
export function asFtm(entries: readonly ReportEntry[]): string {
  return ftmEntities(entries)
    .map((entity) => `${JSON.stringify(entity)}\n`)
    .join('');
}

function merged(known: ReadonlyMap<string, FtmEntity>, entity: FtmEntity): FtmEntity {
  const before = known.get(entity.id);
  if (!before) return entity;
  const names = new Set([...Object.keys(before.properties), ...Object.keys(entity.properties)]);
  const both = [...names].map((name) => {
    const values = [...(before.properties[name] ?? []), ...(entity.properties[name] ?? [])];
    return [name, [...new Set(values)]] as [string, string[]];
  });
  return { ...entity, properties: Object.fromEntries(both) };
}

function* entitiesOf(entry: ReportEntry): Iterable<FtmEntity> {
  const { pair } = entry;
  yield company(pair.acquirer);
  yield company(pair.target);
  for (const deal of pair.deals) {
    yield dealLink(entry, deal);
    for (const [n, event] of deal.events.entries()) {
      if (isPaid(deal, event)) yield payment(entry, deal, event, n);
    }
  }
  for (const cell of pair.scrutiny.filter((one) => one.history.length > 0)) {
    yield authority(cell);
    yield* looks(entry, cell);
  }
}

/** With what other tools may know it by: names of the firm and of its parts, hence weak ones, and its number at the SEC. */
function company(name: string): FtmEntity {
  const known = findCompany(name);
  const names = known?.aliases.length ? { weakAlias: known.aliases } : {};
  const cikCode = known?.cik ? { cikCode: [known.cik] } : {};
  return { id: idOf('company', name), schema: 'Company', properties: { name: [name], ...names, ...cikCode } };
}

const authority = ({ authority: name }: Scrutiny): FtmEntity => ({
  id: idOf('authority', name),
  schema: 'PublicBody',
  properties: { name: [name], topics: [isCompetitionAuthority(name) ? 'gov.admin' : 'gov.security'] },
});

/**
 * What was paid, once: the parts of an investment and the fee of a licence of which documents tell the day. A price is agreed
 * before it is paid, and what nobody dates may be to come: neither is a payment.
 */
function isPaid(deal: Deal, { role, value, currency, certainty, date }: DealEvent): boolean {
  if (value === null || currency === null || (certainty ?? deal.certainty) !== 'done') return false;
  return date !== null && (role === 'tranche' || role === 'fee');
}

/** A stake is held when a payment, a total or a share of it is told. That a purchase was closed is never told for sure. */
function isHeld(deal: Deal): boolean {
  if (deal.kind !== 'investment' || deal.certainty !== 'done') return false;
  const isTold = ({ role, certainty = 'done' }: DealEvent) =>
    certainty === 'done' && (role === 'tranche' || role === 'total');
  return deal.events.some(isTold) || deal.terms.some(({ term }) => term === 'stake');
}

/** A sum that was not paid, in words. */
function toldWords(deal: Deal, event: DealEvent): string[] {
  const { value, currency, low, high, hedge, certainty = deal.certainty, role, date } = event;
  if (value === null || currency === null || isPaid(deal, event)) return [];
  const day = date ? `, ${formatDay(date)}` : '';
  const talk = certainty === 'done' ? '' : `, ${CERTAINTY_LABELS[certainty]}`;
  const below = event.belowParts ? ', below its parts' : '';
  return [`${ROLE_LABELS[role]}: ${formatSum({ value, currency, low, high, hedge })}${day}${talk}${below}`];
}

/**
 * Holding is ownership once money or a share is told; a purchase, which documents tell when it is agreed, what is talked of or
 * was called off, supply, licences and partnerships are links with a word for what they are.
 */
function dealLink(entry: ReportEntry, deal: Deal): FtmEntity {
  const { pair } = entry;
  const [from, to] = [idOf('company', pair.acquirer), idOf('company', pair.target)];
  const told = [...new Set(deal.events.flatMap((event) => toldWords(deal, event)))];
  const dates = deal.events.flatMap((event) => event.date ?? []).sort();
  const said = {
    ...(dates[0] ? { startDate: [dates[0]] } : {}),
    status: [deal.certainty === 'done' ? 'agreed or done' : deal.certainty],
    ...(told.length ? { description: told } : {}),
    ...proofs(documentsBehind(entry, deal.factIds)),
  };
  const owns = isHeld(deal);
  // Entities of one number are merged, and those of two schemas cannot be: what is not held has a number of its own.
  const id = owns ? idOf('deal', deal.id) : idOf('deal', deal.id, deal.certainty);
  const role = { role: [KIND_LABELS[deal.kind]] };
  return owns
    ? { id, schema: 'Ownership', properties: { owner: [from], asset: [to], ...role, ...said } }
    : {
        id,
        schema: 'UnknownLink',
        properties: { subject: [from], object: [to], ...role, ...said },
      };
}

/** A payment with who paid whom. */
function payment(entry: ReportEntry, deal: Deal, event: DealEvent, n: number): FtmEntity {
  const { pair } = entry;
  const [payer, beneficiary] = [idOf('company', pair.acquirer), idOf('company', pair.target)];
  const properties = {
    payer: [payer],
    beneficiary: [beneficiary],
    amount: [String(event.value)],
    currency: [event.currency as string],
    ...(event.currency === 'USD' ? { amountUsd: [String(event.value)] } : {}),
    ...(event.date ? { date: [event.date as string] } : {}),
    purpose: [`${KIND_LABELS[deal.kind]}: ${ROLE_LABELS[event.role]}`],
    ...proofs(documentsBehind(entry, event.factIds)),
  };
  return { id: idOf('payment', deal.id, event.id, String(n)), schema: 'Payment', properties };
}

function* looks(entry: ReportEntry, cell: Scrutiny): Iterable<FtmEntity> {
  for (const step of cell.history) {
    const properties = {
      subject: [idOf('authority', cell.authority)],
      object: [idOf('company', entry.pair.target)],
      role: [STATUS_LABELS[step.status]],
      ...(step.date ? { date: [step.date as string] } : {}),
      ...(step.stage ? { summary: [step.stage] } : {}),
      ...proofs(documentsBehind(entry, step.factIds)),
    };
    yield {
      id: idOf('step', entry.pair.id, cell.authority, step.status, step.date ?? ''),
      schema: 'UnknownLink',
      properties,
    };
  }
}

function proofs(documents: readonly NamedDocument[]): Record<string, string[]> {
  const links = documents.flatMap((document) => webLink(document.url) ?? []);
  const publishers = [...new Set(documents.map((document) => document.publisher))];
  return {
    ...(links.length ? { sourceUrl: links } : {}),
    ...(publishers.length ? { publisher: publishers } : {}),
  };
}
