import { describe, expect, it } from 'vitest';
import { endsStudy } from '../../extract/scrutiny/ended.ts';
import { factsOf } from '../../model/fact.ts';
import { isOpen } from '../../model/scrutiny.ts';

describe('a study ends', () => {
  it.each([
    'The FTC published its staff’s report on the orders under section 6(b) on 17 January 2025.',
    'FTC staff issued what a year of compulsory orders had brought to light.',
    'The study is finished.',
    'The market study was concluded in March.',
  ])('with: %s', (text) => expect(endsStudy('information_request', [text])).toBe(true));

  it.each([
    'The FTC issued orders under section 6(b) to five companies.',
    'The agency opened an inquiry into investments in AI firms.',
    'The staff of the agency will look at the answers.',
    'The regulator published an invitation to comment.',
  ])('but not with: %s', (text) => expect(endsStudy('information_request', [text])).toBe(false));

  it('when it was one: the same words end no merger review', () =>
    expect(endsStudy('phase1', ['The inquiry was concluded.'])).toBe(false));

  it('as a step that leaves no request open', () => {
    const step = {
      authority: 'FTC',
      acquirer: 'Amazon',
      target: 'Anthropic',
      status: 'information_request' as const,
      date: null,
      quotes: [],
    };
    const [open] = factsOf('d', { language: 'en', deals: [], scrutiny: [step] });
    const [over] = factsOf('d', { language: 'en', deals: [], scrutiny: [{ ...step, ended: true }] });
    expect(open).toMatchObject({ status: 'information_request', stage: null });
    expect(over).toMatchObject({ status: 'monitoring', stage: 'Study ended' });
    expect(isOpen('monitoring', 'information_request')).toBe(false);
    expect(isOpen('monitoring', null)).toBe(true);
    expect(isOpen('information_request', 'monitoring')).toBe(true);
  });
});
