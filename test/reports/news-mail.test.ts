import { expect, it } from 'vitest';
import { projectRoot } from '../../config.ts';
import type { Instant } from '../../model/day.ts';
import type { AlertEvent } from '../../model/subscription.ts';
import { newsMail } from '../../reports/news-mail.ts';
import { anEntry } from './entry.ts';

const passage = { quote: 'Amazon has put in $5bn', title: 'More', source: 'Example News', url: null };
const event = (headline: string, passages: AlertEvent['passages']): AlertEvent => ({
  key: headline,
  kind: 'flag',
  pairId: 'amazon--anthropic',
  title: 'Amazon → Anthropic',
  acquirer: 'Amazon',
  target: 'Anthropic',
  authority: null,
  band: 'High',
  score: 24,
  workingDays: null,
  headline,
  before: null,
  after: null,
  details: [],
  passages,
  path: '/deals/amazon--anthropic',
  at: '2026-05-22T08:00:00.000Z' as Instant,
});

it('says each quote once, and of what else rests on it that it stands above', async () => {
  const events = [event('One', [passage]), event('Two', [passage]), event('Three', [])];
  const { text, html } = await newsMail({
    groups: [{ title: 'Amazon → Anthropic', path: '/deals/amazon--anthropic', events, pair: anEntry() }],
    gathered: false,
    notRead: [],
    wishes: [],
    unsubscribe: 'https://dealwatch.example/unsubscribe/1-2-x',
    settings: 'https://dealwatch.example/alerts',
    baseUrl: 'https://dealwatch.example',
    written: '22 May 2026, 10:00 UTC',
    root: projectRoot(),
  });
  for (const part of [text, html]) {
    expect(part.split('Amazon has put in $5bn')).toHaveLength(2);
    expect(part.split('Quoted above.')).toHaveLength(2);
    expect(part.indexOf('Quoted above.')).toBeGreaterThan(part.indexOf('Two'));
    expect(part.indexOf('Quoted above.')).toBeLessThan(part.indexOf('Three'));
    expect(part).toContain('because you asked for it under Alerts.');
  }
});
