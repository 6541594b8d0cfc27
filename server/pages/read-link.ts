import { createHash } from 'node:crypto';
import type { Context } from '../../context.ts';
import { saveDocument } from '../../db/documents/documents.ts';
import type { NewDocument } from '../../model/document.ts';
import { AddressRefused, SourceBlocked, SourceChanged, SourceUnavailable, Unreadable } from '../../model/errors.ts';
import { webLink } from '../../model/link.ts';
import { paths } from '../../model/paths.ts';
import { isBinaryDocument } from '../../sources/files/read-file.ts';
import type { Fetched } from '../../sources/source.ts';
import { t } from '../../words/speak.ts';
import type { Handler } from '../handler.ts';
import { mayUse } from '../middleware/access.ts';
import { Refusal } from '../refusal.ts';
import { linkProblem, readGiven } from './read.ts';

const LONGEST_ADDRESS = 2_000;
/** Somebody waits for it. */
const DEADLINE_MS = 15_000;
/** Failures that the door to other people's computers, and the readers of pages, have a sentence for. */
const TOLD = [AddressRefused, SourceBlocked, SourceChanged, SourceUnavailable, Unreadable];

/**
 * Fetches one page as any source would be (the same checks of the address, robots.txt, limits of size and time), and shows
 * what would be made of it, or (with `do=keep`) stores it as a document like any other. Without that nothing is stored.
 */
export const readLink: Handler = async (context, request) => {
  const { form, user } = request;
  const keep = form.get('do') === 'keep';
  if (keep && !mayUse({ role: 'analyst' }, user?.role ?? null)) {
    throw new Refusal(403, t('read.not-for-your-role'), t('read.keeping-a-file-as-a'));
  }
  const address = addressIn(form.get('url') ?? '');
  if (!address) return linkProblem(request, t('read.give-the-whole-address'));
  try {
    const document = await pageAt(context, address);
    if (!document.text.trim()) return linkProblem(request, t('read.there-is-no-text-there'));
    if (keep) return await keepPage(context, document);
    return await readGiven(context, request, {
      title: document.title,
      date: document.published ?? '',
      text: document.text,
    });
  } catch (error) {
    if (!TOLD.some((kind) => error instanceof kind)) throw error;
    return linkProblem(request, t('read.it-could-not-be-fetched', { message: (error as Error).message }));
  }
};

/** What people paste, with the beginning that browsers leave out; null for what is no address of a web page. */
function addressIn(typed: string): string | null {
  const address = typed.trim();
  if (!address || address.length > LONGEST_ADDRESS || /\s/.test(address)) return null;
  return webLink(/^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`);
}

interface FoundPage extends NewDocument {
  hash: string;
}

async function pageAt({ fetcher, workers, now }: Context, address: string): Promise<FoundPage> {
  const page = (await fetcher.get(address, { deadlineMs: DEADLINE_MS })) as Fetched;
  const { body, contentType, finalUrl } = page;
  const read = isBinaryDocument(body)
    ? await workers.file({ name: nameIn(finalUrl), bytes: body, fetchedAt: now() })
    : await workers.article({ body, contentType, url: finalUrl, fetchedAt: page.fetchedAt });
  const { title, byline, published, language, text } = read;
  return {
    ...{ title: title || finalUrl, byline, published, language, text, url: finalUrl },
    canonicalUrl: 'canonical' in read ? read.canonical : read.url,
    publisher: new URL(finalUrl).hostname.replace(/^www\./, ''),
    sourceClass: 'press',
    hash: createHash('sha256').update(body).digest('hex'),
  };
}

/** The last part of a path: its ending says what a file is. */
function nameIn(address: string): string {
  return new URL(address).pathname.split('/').at(-1) || 'page';
}

async function keepPage({ db, now }: Context, page: FoundPage) {
  const { id, isNew } = await saveDocument(db, { ...page, sourceId: null, fetchedAt: now() });
  const { title } = page;
  const notice = isNew ? t('read.is-kept-and-will-be', { title }) : t('read.was-here-before-nothing-was', { title });
  return { redirect: paths.document(id), notice };
}
