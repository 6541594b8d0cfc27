import type { PartialDay } from '../../model/day.ts';
import type { NewDocument } from '../../model/document.ts';
import { eventsOf, stepLine } from '../cases/case-document.ts';
import { caseRecord } from '../cases/case-record.ts';
import type { Parties } from '../cases/parties.ts';
import { followedName, partyName } from '../cases/watched.ts';
import { canonicalAddress } from '../parsing/canonical.ts';
import { fingerprint } from '../parsing/fingerprint.ts';
import type { FoundItem, ReadPage, SourceSettings } from '../source.ts';

/**
 * A notice that the waiting period for a merger was ended early. The agencies' own list of what they let pass: that a
 * deal is not in it means nothing, since most waiting periods just run out.
 */
export interface Notice {
  /** The transaction number, eight digits: `20261054`. */
  number: string;
  date: PartialDay | null;
  acquiring: string;
  acquired: string;
  entities: string[];
  /** "Granted", where the notice says so. */
  granting: string | null;
}

const PAGE = 'https://www.ftc.gov/legal-library/browse/early-termination-notices/';

/** Takes a notice; gives its entry: whole in itself, read when a company that is followed is in it. */
export function noticeItem(notice: Notice, settings: SourceSettings): FoundItem {
  const { number, date, acquiring, acquired, entities, granting } = notice;
  const url = `${PAGE}${number}`;
  const record = JSON.stringify(notice);
  const reads = [acquiring, acquired, ...entities].some((name) => followedName(name) !== null);
  const pair = partiesOfNotice(notice);
  const title = `${number}: ${acquiring}; ${acquired}`;
  return {
    key: number,
    url,
    title,
    published: date,
    updatedAt: null,
    fingerprint: fingerprint([number, date, acquiring, acquired, granting, ...entities]),
    fields: reads ? { record } : {},
    page: null,
    document: reads ? noticeDocument(notice, { url, title }, settings) : null,
    case: caseRecord({
      authority: 'FTC',
      caseRef: number,
      parties: [acquiring, acquired, ...entities].filter((name, n, all) => all.indexOf(name) === n),
      ...pair,
      state: 'closed',
      outcome: granting ?? 'Early termination',
      opened: null,
      closed: date,
      deadline: null,
      about: [title, ...entities].join('\n'),
      page: null,
    }),
  };
}

/** The target is the entity bought, when a company that is followed is among them; else whoever sells. */
function partiesOfNotice({ acquiring, acquired, entities }: Notice): Parties {
  const entity = entities.find((name) => followedName(name)) ?? (entities.length === 1 ? entities[0] : acquired);
  return { acquirer: partyName(acquiring), target: partyName(entity ?? acquired) };
}

function noticeDocument(
  notice: Notice,
  { url, title }: { url: string; title: string },
  { publisher, sourceClass }: SourceSettings,
): NewDocument {
  const lines = [
    'Notice of early termination of the waiting period under the Hart-Scott-Rodino Act',
    `Transaction number: ${notice.number}`,
    `Acquiring party: ${notice.acquiring}`,
    `Acquired party: ${notice.acquired}`,
    ...notice.entities.map((entity) => `Acquired entity: ${entity}`),
    stepLine(notice.date, grantedWords(notice)),
  ];
  const text = lines.join('\n');
  const canonicalUrl = canonicalAddress(url);
  return {
    url,
    canonicalUrl,
    publisher,
    sourceClass,
    title,
    byline: null,
    published: notice.date,
    language: 'en',
    text,
  };
}

const grantedWords = ({ granting }: Notice) => `Early termination ${(granting ?? 'granted').toLowerCase()}`;

/** Takes the entry of a notice; gives its document and, when it was granted, its step. */
export function readNotice(item: FoundItem): ReadPage {
  const notice = JSON.parse(item.fields.record ?? 'null') as Notice | null;
  if (!notice || !item.document) throw new TypeError(`The entry ${item.key} holds no notice.`);
  const { document } = item;
  if (notice.granting && !/^granted$/i.test(notice.granting)) {
    const warning = `A notice has a status that is not known here: ${notice.granting}.`;
    return { document, events: [], warnings: [warning] };
  }
  const stage = grantedWords(notice);
  const step = { status: 'cleared' as const, stage, date: notice.date, line: stepLine(notice.date, stage) };
  const about = { authority: 'FTC', caseRef: notice.number, title: document.title, parties: partiesOfNotice(notice) };
  const warnings: string[] = [];
  return { document, events: eventsOf([step], about, document.text, warnings), warnings };
}
