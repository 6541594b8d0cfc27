import type { Element } from 'domhandler';
import { webLink } from '../parsing/canonical.ts';
import { all, type Page, text } from '../parsing/html.ts';
import type { Fetched, FoundItem, Listing } from '../source.ts';

/** Pages that list cases as cards, each with a link that is its title. */

export interface Card {
  element: Element;
  title: string;
  url: string;
}

/**
 * Takes a page of cards, the selectors of a card and of its link, and what makes an entry of a card (null for one that is
 * no case); gives the entries. Throws SourceChanged when there is no card; one without a link is said.
 */
export function listCards(
  page: Fetched,
  tree: Page,
  { cards: selector, link }: { cards: string; link: string },
  toItem: (card: Card) => FoundItem | null,
): Omit<Listing, 'more'> {
  const cards = all(tree, selector, 1);
  const warnings: string[] = [];
  const items = cards.flatMap((element) => {
    const [found] = all(tree, link, 0, element);
    const url = webLink(found?.attribs.href, page.finalUrl);
    if (!found || !url) {
      warnings.push('An entry of the list has no link and was left out.');
      return [];
    }
    return toItem({ element, title: text(found), url }) ?? [];
  });
  return { items, listed: cards.length, warnings };
}
