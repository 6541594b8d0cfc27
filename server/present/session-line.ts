import type { Session, SessionWay } from '../../db/sessions.ts';
import { formatInstant } from '../../model/day.ts';

const WAYS: Record<SessionWay, string> = {
  password: 'password',
  code: 'password and code',
  sso: 'single sign-on',
  link: 'link in a mail',
};

/** A session in words; `current` is the one that is asking. */
export function sessionLine({ id, way, agent, address, ...times }: Session, current: string | null) {
  return {
    id,
    current: id === current,
    device: deviceOf(agent),
    address: address || 'unknown',
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
  if (browser && system) return `${browser} on ${system}`;
  return agent.slice(0, 60) || 'unknown';
}
