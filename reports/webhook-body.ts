import { createHmac } from 'node:crypto';
import type { Instant } from '../model/day.ts';
import type { AlertEvent } from '../model/subscription.ts';

/** What a receiver wants: our own JSON, or what Slack and Teams show as a message. */
export type BodyShape = 'dealwatch' | 'slack' | 'teams';

/** Takes an event, the shape wished for and where links lead; gives the body to hand over, as JSON. */
export function webhookBody(event: AlertEvent, shape: BodyShape, baseUrl: string): string {
  return JSON.stringify(SHAPES[shape](event, `${baseUrl}${event.path}`));
}

const SHAPES: Record<BodyShape, (event: AlertEvent, link: string) => object> = {
  dealwatch: (event, link) => ({ version: 1, link, ...event }),
  slack: slackBody,
  teams: teamsBody,
};

/** Slack reads &, < and > as its own markup; everything else of a name stays words. */
const slackText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks */
function slackBody(event: AlertEvent, link: string): object {
  const head = `*<${link}|${slackText(event.title).replaceAll('|', '¦')}>*\n${slackText(event.headline)}`;
  const quotes = event.passages.map(({ quote, source }) => `>${slackText(quote)}\n_${slackText(source)}_`);
  const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text: text.slice(0, 3000) } });
  return {
    text: `${slackText(event.title)}: ${slackText(event.headline)}`,
    blocks: [section(head), ...quotes.map(section)],
  };
}

/** An adaptive card: https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors */
function teamsBody(event: AlertEvent, link: string): object {
  const text = (words: string, more: object = {}) => ({ type: 'TextBlock', text: plain(words), wrap: true, ...more });
  const card = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    body: [
      text(event.title, { weight: 'Bolder', size: 'Medium' }),
      text(event.headline),
      ...event.passages.flatMap(({ quote, source }) => [text(`“${quote}”`), text(source, { isSubtle: true })]),
    ],
    actions: [{ type: 'Action.OpenUrl', title: 'Open in Dealwatch', url: link }],
  };
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
  };
}

/** Text blocks of a card know some Markdown; names are words. */
const plain = (text: string) => text.replace(/[[\]()*_`#]/g, '\\$&');

/**
 * Takes the secret of an address, the body and the moment; gives the headers that let the receiver check that it came
 * from here and now: HMAC-SHA-256 over `seconds.body`. Receivers refuse what is older than five minutes.
 */
export function signedHeaders(
  secret: string,
  { body, deliveryId, now }: { body: string; deliveryId: number; now: Instant },
): Record<string, string> {
  const seconds = Math.floor(Date.parse(now) / 1000);
  const signature = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return {
    'content-type': 'application/json; charset=utf-8',
    'dealwatch-delivery': String(deliveryId),
    'dealwatch-signature': `t=${seconds},v1=${signature}`,
  };
}
