import type { DealKind, Term } from '../model/deal.ts';
import type { DealTerm } from '../model/ledger.ts';
import type { DealRecord } from './record-shape.ts';

interface Wording {
  term: Term;
  says: RegExp;
  /** Wordings that turn it round or mean something else. */
  but?: RegExp;
}

/** How analysts write rights and instruments down, and which term each is. A phrase may carry several. */
const WORDINGS: readonly Wording[] = [
  { term: 'exclusive-provider', says: /\b(exclusive|sole)\b/i, but: /non-?exclusive|licen[cs]e/i },
  { term: 'primary-provider', says: /\bprimary\b/i },
  {
    term: 'preferred-provider',
    // A "preferred partner" is a courtesy; a preferred provider is the one asked first.
    says: /\bpreferred (?:[\w-]+ ){0,3}(?:provider|supplier|vendor|cloud|platform)\b/i,
  },
  { term: 'first-refusal', says: /first (refusal|negotiation|offer)|\bROFR\b/i },
  { term: 'several-providers', says: /any cloud|several clouds|multi-?cloud/i },
  { term: 'credits', says: /\bcredits\b/i },
  { term: 'tied-legs', says: /per GW|condition of|conditional on (the )?(spend|purchase)|vest\w* on purchases/i },
  { term: 'capacity-backstop', says: /backstop|unsold capacity|rents? back|leases? back/i },
  { term: 'financing-vehicle', says: /\bSPV\b|special[- ]purpose vehicle|financing vehicle/i },
  { term: 'allocation-preference', says: /early access|reserved (?:capacity|supply)|priority (?:access|allocation)/i },
  { term: 'marketplace-listing', says: /\bdistribution\b|marketplace/i, but: /exclusive distribut/i },
  { term: 'no-governance-rights', says: /\bno\b[^,;]*\b(board|seat|observer|vote)/i },
  { term: 'board-observer', says: /observer/i, but: /\bno\b[^,;]*observer/i },
  { term: 'board-seat', says: /board seat|\(board\)|sits on .*board/i, but: /\bno\b[^,;]*board/i },
  { term: 'veto', says: /\bveto\b/i, but: /\bno veto/i },
  { term: 'consultation', says: /consult/i },
  { term: 'information-rights', says: /information right|notification right|change of control/i },
  {
    term: 'revenue-share',
    says: /revenue[- ]shar|shar\w+ (?:of |in )?(?:the |its )?(?:revenue|profit)/i,
    but: /\bno\b[^,;]*shar/i,
  },
  { term: 'non-voting', says: /non-?voting/i, but: /observer/i },
  { term: 'convertible', says: /convertible/i },
  { term: 'warrants', says: /\bwarrants?\b/i },
  { term: 'licence', says: /licen[cs]e/i },
  { term: 'hiring-waiver', says: /waiver/i },
];

const PER_CENT = /\d+(?:\.\d+)?(?:\s*[-–]\s*\d+(?:\.\d+)?)?\s?%/;
const STAFF = /\b(staff|engineers|employees|team|researchers)\b/i;
const WHOLE = /\b(all|most|entire|dozens)\b|\bteam\b/i;

/** Takes a record; gives the terms that its rights, instruments, notes and people state, for a deal of that kind. */
export function termsFor(kind: DealKind, record: DealRecord): DealTerm[] {
  const phrases = [
    ...record.rights,
    ...(kind === 'cloud' ? [] : record.events.map((event) => event.instrument)),
    ...record.cloud_commitments.map((commitment) => commitment.note),
    ...record.people.filter((text) => /\(board\)/i.test(text)),
  ];
  const told = phrases.filter(Boolean).flatMap((text) => saidIn(text, record));
  const stakes =
    kind === 'investment' ? record.events.flatMap((event) => stakeIn(`${event.instrument} ${event.note}`)) : [];
  // A listing in a marketplace is no supply: the firm sells there.
  const fitting = told.filter(([term]) => kind !== 'cloud' || term !== 'marketplace-listing');
  return merged([...fitting, ...stakes, ...(kind === 'acquihire' ? record.people.flatMap(whoMoved) : [])]);
}

type Said = [term: Term, detail: string | null];

function saidIn(text: string, record: DealRecord): Said[] {
  const said = WORDINGS.filter(({ says, but }) => says.test(text) && !but?.test(text)).map(
    ({ term }): Said => [term, text],
  );
  said.push(...stakeIn(text));
  if (givesOwnShares(text, record)) said.push(['supplier-gives-equity', text]);
  return said;
}

/** A share held, as in "49% non-voting equity"; "up to 10%" is none yet. */
function stakeIn(text: string): Said[] {
  const share = PER_CENT.exec(text);
  const held =
    share &&
    /equity|stock|stake|shares|preferred|common/i.test(text) &&
    !/(up to|cap) (c\.)?$/i.test(text.slice(0, share.index));
  return held ? [['stake', share[0]]] : [];
}

/** "warrant for up to 160m AMD shares" in a record whose acquirer is AMD: the seller hands out its own shares. */
function givesOwnShares(text: string, { acquirer, kinds }: DealRecord): boolean {
  const own = text.toLowerCase().includes(acquirer.toLowerCase()) && /\b(shares|stock|warrants?)\b/i.test(text);
  return own && kinds.includes('cloud');
}

/** People are named, or counted: "c.30 of 130 staff", "nearly all of c.70 staff", "three co-founders". */
function whoMoved(text: string): Said[] {
  const share = PER_CENT.exec(text)?.[0];
  if (/co-?founders\b/i.test(text)) return [['founder-joins', null]];
  if (!STAFF.test(text)) return [['person-joins', text.replace(/\s*\(.*\)$/, '')]];
  if (share) return [['staff-share', share]];
  const count = /\d+/.exec(text)?.[0];
  if (WHOLE.test(text) || !count) return [['staff-share', null]];
  return [['staff-count', count]];
}

function merged(told: Said[]): DealTerm[] {
  const terms = new Map<Term, string[]>();
  for (const [term, detail] of told) terms.set(term, [...(terms.get(term) ?? []), ...(detail ? [detail] : [])]);
  return [...terms.entries()].map(([term, details]) => ({ term, details: [...new Set(details)], factIds: [] }));
}
