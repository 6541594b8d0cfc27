import { SourceChanged } from '../model/errors.ts';
import type { Fetched, Listing, Source, SourceSettings } from './source.ts';

/**
 * Lists a page and holds the result against what the source says it expects: a first page with fewer entries means
 * that the site has changed (an error, never "no news"), more than the most is a warning. Later pages may be short.
 */
export function listPage(source: Source, page: Fetched, settings: SourceSettings): Listing {
  const listing = source.list(page, settings);
  const isFirst = source.start.includes(page.url) || settings.url === page.url;
  if (isFirst && listing.listed < source.expectsAtLeast) {
    throw new SourceChanged(
      `The list has ${listing.listed} entries where at least ${source.expectsAtLeast} are expected; the page has changed.`,
    );
  }
  if (listing.listed <= source.expectsAtMost) return listing;
  const warning = `The list has ${listing.listed} entries, more than the ${source.expectsAtMost} expected.`;
  return { ...listing, warnings: [...listing.warnings, warning] };
}
