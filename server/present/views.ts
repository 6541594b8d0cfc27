import type { SavedView } from '../../db/review/views.ts';
import { t } from '../../words/speak.ts';

/** A saved view as a page lists it. */
export interface ViewLink {
  id: number;
  name: string;
  link: string;
  current: boolean;
  own: boolean;
  /** Who shares it, when it is somebody else's; "shared" for an own one that others see. */
  note: string | null;
}

/** Takes saved views, who asks and the query in force; gives them as links, own ones first. */
export function viewLinks(
  views: readonly SavedView[],
  userId: number,
  query: string,
  address: (query: string) => string,
): ViewLink[] {
  const links = views.map((view) => ({
    id: view.id,
    name: view.name,
    link: address(view.query ? `?${view.query}` : ''),
    current: view.query === query,
    own: view.ownerId === userId,
    note: view.ownerId === userId ? (view.shared ? t('queue.shared') : null) : view.ownerName,
  }));
  return links.sort((a, b) => Number(b.own) - Number(a.own));
}
