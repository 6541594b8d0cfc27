import type { NewDocument } from '../../model/document.ts';
import { canonicalAddress } from '../parsing/canonical.ts';
import type { SourceSettings } from '../source.ts';

/** What a page of an authority says of itself. */
type Own = Pick<NewDocument, 'url' | 'title' | 'published' | 'text'> & {
  /** The address by which the page is known; worked out from `url` when not said. */
  canonicalUrl?: string | null;
  /** English when not said. */
  language?: string;
};

/** The document of a page that nobody signs: it stands under its publisher's name alone. */
export function unsigned(own: Own, { publisher, sourceClass }: Pick<SourceSettings, 'publisher' | 'sourceClass'>) {
  const { canonicalUrl = own.url && canonicalAddress(own.url), language = 'en' } = own;
  return { ...own, canonicalUrl, publisher, sourceClass, byline: null, language } satisfies NewDocument;
}
