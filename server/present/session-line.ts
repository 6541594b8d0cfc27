import type { Session, SessionWay } from '../../db/people/sessions.ts';
import { formatInstant } from '../../words/format.ts';
import { labels, t } from '../../words/speak.ts';

const WAYS: Record<SessionWay, string> = labels('sign-in-way');

/** A session in words; `current` is the one that is asking. */
export function sessionLine({ id, way, agent, address, ...times }: Session, current: string | null) {
  return {
    id,
    current: id === current,
    device: deviceOf(agent),
    address: address || t('frame.unknown'),
    way: WAYS[way],
    began: formatInstant(times.createdAt),
    lastUsed: formatInstant(times.lastUsedAt),
    ends: times.endsAt ? formatInstant(times.endsAt) : null,
  };
}

const BROWSERS = ['Edg', 'Firefox', 'Chrome', 'Safari'] as const;
const SYSTEMS = ['Windows', 'Android', 'iPhone', 'iPad', 'Mac OS X', 'Linux'] as const;

/** What a browser calls itself, in two words where they are known, else as it stands. */
function deviceOf(agent: string): string {
  const browser = BROWSERS.find((name) => agent.includes(`${name}/`))?.replace('Edg', 'Edge');
  const system = SYSTEMS.find((name) => agent.includes(name))?.replace('Mac OS X', 'macOS');
  if (browser && system) return t('account.on', { browser, system });
  return agent.slice(0, 60) || t('frame.unknown');
}
