import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exampleEnv, readConfig, SETTINGS } from '../config.ts';

describe('settings', () => {
  it('have a default for everything', () => {
    const config = readConfig({});
    expect(config.PORT).toBe(3000);
    expect(config.SMTP_URL).toBeNull();
    expect(config.STARTER_LIBRARY).toBe(true);
    expect(config.DATABASE).toMatch(/^\/.*data\/dealwatch\.db$/);
  });

  it('name every setting that cannot be used and what it may be', () => {
    expect(() => readConfig({ PORT: '70000', STARTER_LIBRARY: 'ja', SMTP_URL: 'mail.example.org' })).toThrow(
      /PORT must be a whole number from 0 to 65535; STARTER_LIBRARY must be one of yes, no; SMTP_URL must be an address/,
    );
  });

  it.each(['', '  '])('take %j as not set', (blank) => {
    expect(readConfig({ PORT: blank }).PORT).toBe(3000);
  });

  it('are all in .env.example, as the table has them', () => {
    expect(readFileSync(new URL('../.env.example', import.meta.url), 'utf8')).toBe(exampleEnv());
    for (const name of Object.keys(SETTINGS)) expect(exampleEnv()).toContain(`# ${name}=`);
  });
});
