import { listOutbox, OUTBOX_STATES } from '../../db/going-out/alerts.ts';
import { t } from '../../words/speak.ts';
import type { Handler } from '../handler.ts';
import { MAIL_STATES, mailWords } from '../words/mail.ts';

const PAGE_SIZE = 50;

/** Messages, the newest first, by state. */
export const outboxList: Handler = async ({ db, mailer }, { query }) => {
  const state = OUTBOX_STATES.find((known) => known === query.get('state'));
  const page = pageNumber(query.get('page'));
  const { rows, total, counts } = await listOutbox(db, { state, page, pageSize: PAGE_SIZE });
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const tab = (value: string, label: string, count: number) => ({
    href: value ? `/outbox?state=${value}` : '/outbox',
    label,
    count,
    current: value === (state ?? ''),
  });
  const data = {
    configured: mailer.configured,
    tabs: [
      tab('', t('alerts.all'), all),
      ...OUTBOX_STATES.map((value) => tab(value, MAIL_STATES[value], counts[value])),
    ],
    mails: rows.map(mailWords),
    range: rows.length
      ? t('alerts.of-small', { page: (page - 1) * PAGE_SIZE + 1, page2: (page - 1) * PAGE_SIZE + rows.length, total })
      : null,
    newer: page > 1 ? linkTo(state, page - 1) : null,
    older: page * PAGE_SIZE < total ? linkTo(state, page + 1) : null,
  };
  return { view: 'outbox-list', title: t('alerts.outbox'), data };
};

function pageNumber(text: string | null): number {
  return text && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}

function linkTo(state: string | undefined, page: number): string {
  return `/outbox?${new URLSearchParams({ ...(state ? { state } : {}), page: String(page) })}`;
}
