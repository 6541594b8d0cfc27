import { sameGroup } from '../model/company.ts';
import type { Day } from '../model/day.ts';

/** A firm that an authority has designated, and since when. */
interface Designation {
  company: string;
  since: Day;
}

/** Gatekeepers under the Digital Markets Act: Commission decisions of 5 September 2023 and 13 May 2024. */
const GATEKEEPERS: readonly Designation[] = [
  ...['Google', 'Amazon', 'Apple', 'ByteDance', 'Meta', 'Microsoft'].map((company) => ({
    company,
    since: '2023-09-05' as Day,
  })),
  { company: 'Booking', since: '2024-05-13' as Day },
];

/** Firms with strategic market status: CMA decisions of 10 October (general search) and 22 October 2025 (mobile platforms). */
const STRATEGIC_MARKET_STATUS: readonly Designation[] = [
  { company: 'Google', since: '2025-10-10' as Day },
  { company: 'Apple', since: '2025-10-22' as Day },
];

const isIn = (list: readonly Designation[], company: string, day: string) =>
  list.some((one) => one.since <= day && sameGroup(one.company, company));

/** True for a group that was a gatekeeper under the Digital Markets Act on a day. */
export function isGatekeeper(company: string, day: string): boolean {
  return isIn(GATEKEEPERS, company, day);
}

/** True for a group that had strategic market status in the UK on a day. */
export function hasStrategicMarketStatus(company: string, day: string): boolean {
  return isIn(STRATEGIC_MARKET_STATUS, company, day);
}
