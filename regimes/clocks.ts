import type { Day } from '../model/day.ts';
import type { Calendar, DeadlineForce, TimeUnit } from '../model/deadline.ts';
import type { Authority, ScrutinyStatus } from '../model/scrutiny.ts';

/** How long something may take from a step of a case. */
export interface Clock {
  id: string;
  authorities: readonly Authority[];
  /** For people: what is due. */
  label: string;
  force: DeadlineForce;
  status: ScrutinyStatus;
  /** Words of the step that starts it; without any the first step of the phase does. */
  says?: RegExp;
  /** Words of a step in the phase that put another clock in its place. */
  but?: RegExp;
  /** Counted from elsewhere than the step that starts it: the beginning of the phase, or the filing. */
  countsFrom?: 'phase' | 'filing';
  length: number;
  unit: TimeUnit;
  calendar: Calendar;
  /** True when an end on a day off moves to the next working day. */
  roll?: boolean;
  law: string;
  /** Longest extension, in the same unit, and under which condition. */
  extended?: { length: number; when: string };
  /** Applies to steps from this day on. */
  from?: Day;
  /** Set when the period runs from something that no page tells: the deadline is listed without a day. */
  runsFrom?: string;
}

const EU = 'Council Regulation (EC) 139/2004';
const CMA = ['CMA'] as const;
const US = ['FTC', 'DOJ'] as const;

/**
 * The clocks of each authority. Sources: Enterprise Act 2002 as amended by the DMCC Act 2024, and CMA2 (October 2025);
 * Regulation 139/2004; 15 U.S.C. 18a and 16 CFR 803.10; GWB s. 40; KartG ss. 11 and 14.
 */
export const CLOCKS: readonly Clock[] = [
  {
    id: 'cma-prenotification',
    authorities: CMA,
    label: 'End of pre-notification',
    force: 'target',
    status: 'information_request',
    says: /pre-?notification/i,
    length: 40,
    unit: 'working days',
    calendar: 'england-wales',
    law: 'CMA mergers charter and CMA2: performance indicator',
    from: '2025-06-20' as Day,
  },
  {
    id: 'cma-phase1-target',
    authorities: CMA,
    label: 'Phase 1 decision in a simple case',
    force: 'target',
    status: 'phase1',
    but: /\bSLC\b|duty to refer|undertakings/i,
    length: 25,
    unit: 'working days',
    calendar: 'england-wales',
    law: 'CMA2: performance indicator for straightforward cases',
    from: '2025-06-20' as Day,
  },
  {
    id: 'cma-phase1',
    authorities: CMA,
    label: 'Phase 1 decision',
    force: 'statutory',
    status: 'phase1',
    but: /\bSLC\b|duty to refer|undertakings/i,
    length: 40,
    unit: 'working days',
    calendar: 'england-wales',
    law: 'Enterprise Act 2002, s. 34ZA(3)',
  },
  {
    id: 'cma-undertakings-offer',
    authorities: CMA,
    label: 'Undertakings in lieu offered',
    force: 'statutory',
    status: 'phase1',
    says: /\bSLC\b|duty to refer/i,
    length: 5,
    unit: 'working days',
    calendar: 'england-wales',
    law: 'Enterprise Act 2002, s. 73A(1)',
  },
  {
    id: 'cma-undertakings-answer',
    authorities: CMA,
    label: 'Answer whether undertakings may be accepted',
    force: 'statutory',
    status: 'phase1',
    says: /\bSLC\b|duty to refer/i,
    length: 10,
    unit: 'working days',
    calendar: 'england-wales',
    law: 'Enterprise Act 2002, s. 73A(2)',
  },
  {
    id: 'cma-undertakings-accepted',
    authorities: CMA,
    label: 'Undertakings in lieu accepted',
    force: 'statutory',
    status: 'phase1',
    says: /\bSLC\b|duty to refer/i,
    length: 50,
    unit: 'working days',
    calendar: 'england-wales',
    law: 'Enterprise Act 2002, s. 73A(3)',
    extended: { length: 40, when: 'for special reasons' },
  },
  {
    id: 'cma-phase2',
    authorities: CMA,
    label: 'Phase 2 final report',
    force: 'statutory',
    status: 'phase2',
    but: /interim report|provisional findings/i,
    length: 24,
    unit: 'weeks',
    calendar: 'england-wales',
    law: 'Enterprise Act 2002, s. 39(1)',
    extended: { length: 8, when: 'for special reasons; longer by agreement since 2025' },
  },
  {
    id: 'cma-remedies',
    authorities: CMA,
    label: 'Remedies put into force',
    force: 'statutory',
    status: 'remedies',
    says: /final report|phase 2/i,
    length: 12,
    unit: 'weeks',
    calendar: 'england-wales',
    law: 'Enterprise Act 2002, s. 41A(1)',
    extended: { length: 6, when: 'for special reasons' },
  },
  {
    id: 'ec-phase1',
    authorities: ['EC'],
    label: 'Phase 1 decision',
    force: 'statutory',
    status: 'phase1',
    but: /art(?:icle|\.)?\s?22|commitments|art(?:icle|\.)?\s?9\b/i,
    length: 25,
    unit: 'working days',
    calendar: 'european-commission',
    law: `${EU}, Art. 10(1)`,
    extended: { length: 10, when: 'with commitments or a request under Art. 9' },
  },
  {
    id: 'ec-phase1-commitments',
    authorities: ['EC'],
    label: 'Phase 1 decision, with commitments or a request under Art. 9',
    force: 'statutory',
    status: 'phase1',
    says: /commitments|art(?:icle|\.)?\s?9\b/i,
    countsFrom: 'phase',
    length: 35,
    unit: 'working days',
    calendar: 'european-commission',
    law: `${EU}, Art. 10(1)`,
  },
  {
    id: 'ec-phase2',
    authorities: ['EC'],
    label: 'Phase 2 decision',
    force: 'statutory',
    status: 'phase2',
    length: 90,
    unit: 'working days',
    calendar: 'european-commission',
    law: `${EU}, Art. 10(3)`,
    extended: { length: 35, when: 'with commitments from working day 55 (15) and by agreement (20)' },
  },
  {
    id: 'ec-article22-join',
    authorities: ['EC'],
    label: 'Other Member States join the request under Art. 22',
    force: 'statutory',
    status: 'monitoring',
    says: /art(?:icle|\.)?\s?22/i,
    length: 15,
    unit: 'working days',
    calendar: 'european-commission',
    law: `${EU}, Art. 22(2)`,
  },
  {
    id: 'ec-article22-decision',
    authorities: ['EC'],
    label: 'Decision whether to examine under Art. 22 (accepted when silent)',
    force: 'statutory',
    status: 'monitoring',
    says: /art(?:icle|\.)?\s?22/i,
    length: 25,
    unit: 'working days',
    calendar: 'european-commission',
    law: `${EU}, Art. 22(3)`,
  },
  {
    id: 'hsr-waiting-cash',
    authorities: US,
    label: 'End of the waiting period',
    force: 'statutory',
    status: 'phase1',
    says: /(?=.*\b(?:HSR|filing|filed|notif|waiting period)).*(?:cash tender|bankruptcy)/is,
    length: 15,
    unit: 'calendar days',
    calendar: 'us-federal',
    roll: true,
    law: '15 U.S.C. 18a(b)(1)(B); 16 CFR 803.10',
  },
  {
    id: 'hsr-waiting',
    authorities: US,
    label: 'End of the waiting period',
    force: 'statutory',
    status: 'phase1',
    says: /\bHSR\b|\bfiling\b|\bfiled\b|notif|waiting period|refil/i,
    but: /cash tender|bankruptcy/i,
    length: 30,
    unit: 'calendar days',
    calendar: 'us-federal',
    roll: true,
    law: '15 U.S.C. 18a(b)(1)(B); 16 CFR 803.10',
  },
  {
    id: 'hsr-second-request',
    authorities: US,
    label: 'End of the second waiting period',
    force: 'statutory',
    status: 'phase2',
    says: /substantial(?:ly)? compl|compliance certified/i,
    length: 30,
    unit: 'calendar days',
    calendar: 'us-federal',
    roll: true,
    law: '15 U.S.C. 18a(e)(2)',
    extended: { length: 0, when: 'a timing agreement may add to it' },
  },
  {
    id: 'hsr-second-request-open',
    authorities: US,
    label: 'End of the second waiting period',
    force: 'statutory',
    status: 'phase2',
    but: /substantial(?:ly)? compl|compliance certified/i,
    length: 30,
    unit: 'calendar days',
    calendar: 'us-federal',
    roll: true,
    law: '15 U.S.C. 18a(e)(2)',
    runsFrom: 'It runs for 30 days from the day on which both have substantially complied with the second request.',
  },
  {
    id: 'ftc-consent-comments',
    authorities: ['FTC'],
    label: 'End of public comment on the consent agreement',
    force: 'statutory',
    status: 'remedies',
    says: /consent/i,
    length: 30,
    unit: 'calendar days',
    calendar: 'us-federal',
    roll: true,
    law: '16 CFR 2.34(c)',
  },
  {
    id: 'bkarta-phase1',
    authorities: ['BKartA'],
    label: 'End of the first phase',
    force: 'statutory',
    status: 'phase1',
    length: 1,
    unit: 'months',
    calendar: 'germany',
    roll: true,
    law: 'GWB s. 40(1)',
  },
  {
    id: 'bkarta-phase2',
    authorities: ['BKartA'],
    label: 'Decision in the main proceedings',
    force: 'statutory',
    status: 'phase2',
    countsFrom: 'filing',
    length: 5,
    unit: 'months',
    calendar: 'germany',
    roll: true,
    law: 'GWB s. 40(2)',
  },
  {
    id: 'bwb-phase1',
    authorities: ['BWB'],
    label: 'End of the first phase',
    force: 'statutory',
    status: 'phase1',
    length: 28,
    unit: 'calendar days',
    calendar: 'austria',
    roll: true,
    law: 'KartG s. 11(1)',
    extended: { length: 14, when: 'at the request of the notifying party' },
  },
  {
    id: 'bwb-phase2',
    authorities: ['BWB'],
    label: 'Decision of the Cartel Court',
    force: 'statutory',
    status: 'phase2',
    length: 5,
    unit: 'months',
    calendar: 'austria',
    roll: true,
    law: 'KartG s. 14(1)',
    extended: { length: 1, when: 'at the request of the notifying party' },
  },
];
