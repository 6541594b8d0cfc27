import type { Config } from '../../config.ts';

/** What a check found. `note`: not wrong, and worth knowing. */
export interface Finding {
  about: string;
  state: 'ok' | 'note' | 'bad';
  sentence: string;
}

/** One thing that is looked at. What it throws becomes a finding that is bad. */
export interface Check {
  about: string;
  look(config: Config): Promise<Omit<Finding, 'about'>[]>;
}

export const ok = (sentence: string) => [{ state: 'ok' as const, sentence }];
export const note = (sentence: string) => [{ state: 'note' as const, sentence }];
export const bad = (sentence: string) => [{ state: 'bad' as const, sentence }];
