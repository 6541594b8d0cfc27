import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readScrutiny, type ScrutinyDocument, statedSteps } from '../../extract/scrutiny.ts';
import { splitSentences } from '../../extract/text/sentences.ts';
import { companies, isGroup } from '../../model/company.ts';
import { parsePartialDay } from '../../model/day.ts';
import type { ReadScrutiny } from '../../model/reading.ts';
import { NEVER_FROZEN, timeFor } from './pumps.ts';
import { cases } from './scrutiny-cases.ts';
import { clauses } from './scrutiny-cases-clauses.ts';
import { strangers } from './scrutiny-cases-strangers.ts';
import { ways } from './scrutiny-cases-ways.ts';

const published = parsePartialDay('2025-01-15');

/** Finds names the plain way: what the reader of companies hands in, without pronouns. */
function partiesIn(text: string, names: Iterable<string>) {
  const forms = new Map<string, string>();
  for (const company of companies) for (const form of [company.name, ...company.aliases]) forms.set(form, company.name);
  for (const name of names) {
    forms.set(name, name);
    forms.set(name.replace(/ AI$/, ''), name);
  }
  const found = [...forms].flatMap(([form, name]) => {
    const escaped = form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const matches = [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?=s?(?:[^\\p{L}\\p{N}]|$))`, 'gu'))];
    return matches.map((m) => ({ start: m.index, end: m.index + form.length, name, group: isGroup(name) }));
  });
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((p, i) => !found.slice(0, i).some((q) => q.start <= p.start && q.end > p.start));
}

function read(language: string, text: string, deals: string[], title = ''): ReadScrutiny[] {
  const known = deals.map((deal) => {
    const [acquirer, target] = deal.split('>') as [string, string];
    return { kind: 'investment' as const, acquirer, target, quotes: [] };
  });
  const names = known.flatMap((d) => [d.acquirer, d.target]);
  const document: ScrutinyDocument = { title, text, language, published, sentences: splitSentences(text, language) };
  return readScrutiny(document, partiesIn(text, names), known, [], statedSteps);
}

const short = (steps: ReadScrutiny[]) =>
  steps.map((s) => `${s.authority} ${s.acquirer}>${s.target} ${s.status}`).sort();

describe('steps of competition authorities', () => {
  it.each([...cases, ...ways, ...strangers, ...clauses].map((c) => [c.language, c.text, c] as const))(
    '%s: %s',
    (_language, _text, c) => {
      expect(short(read(c.language, c.text, c.deals))).toEqual([...c.steps].sort());
    },
  );
});

describe('evidence and dates', () => {
  const text =
    'Microsoft bought a stake in Mistral AI.\n\nThe CMA said on 17 May 2024 that the partnership does not qualify as a merger. Nobody else has looked at it.';

  it('quotes the sentence where it stands', () => {
    const [step] = read('en', text, ['Microsoft>Mistral AI']);
    expect(step?.quotes).toHaveLength(1);
    const quote = step?.quotes[0];
    expect(quote?.in).toBe('text');
    expect(text.slice(quote?.start, quote?.end)).toBe(quote?.quote);
    expect(quote?.quote).toContain('does not qualify');
  });

  it('dates the step from its own sentence', () => {
    expect(read('en', text, ['Microsoft>Mistral AI'])[0]?.date).toBe('2024-05-17');
  });

  it('reads the title, and finds in the text which watchdog it means', () => {
    const title = "Watchdog waves through Alphabet's deal with Anthropic";
    const steps = read(
      'en',
      'The CMA said so on Tuesday. Google paid $2bn into Anthropic.',
      ['Google>Anthropic'],
      title,
    );
    expect(short(steps)).toEqual(['CMA Google>Anthropic cleared']);
    expect(steps[0]?.quotes[0]).toMatchObject({ in: 'title', start: 0, end: title.length, quote: title });
  });

  it('gives the end of a case, though its beginning is told later', () => {
    const told = 'The CMA cleared the purchase of Groq by Nvidia. It had opened an in-depth investigation in May.';
    expect(short(read('en', told, ['Nvidia>Groq']))).toEqual(['CMA Nvidia>Groq cleared']);
  });

  it('goes back to an open case that is said to be newer', () => {
    const told =
      'The CMA closed its review of the purchase of Groq by Nvidia. It has now sent both companies a new request for information.';
    expect(short(read('en', told, ['Nvidia>Groq']))).toEqual(['CMA Nvidia>Groq information_request']);
  });

  it('keeps two authorities in one sentence apart', () => {
    const told =
      "The FTC sued to block Nvidia's purchase of Groq, while in Brussels the European Commission opened an in-depth investigation of it.";
    expect(short(read('en', told, ['Nvidia>Groq']))).toEqual(['EC Nvidia>Groq phase2', 'FTC Nvidia>Groq challenged']);
  });

  it('takes "both investors" for the two just spoken of, whatever else the text names', () => {
    const told =
      "Nvidia owns a part of Anthropic. The CMA had no jurisdiction over Amazon's and Google's stakes in Anthropic. The FTC demanded papers from both investors.";
    expect(short(read('en', told, ['Amazon>Anthropic', 'Google>Anthropic', 'Nvidia>Anthropic']))).toEqual([
      'CMA Amazon>Anthropic no_jurisdiction',
      'CMA Google>Anthropic no_jurisdiction',
      'FTC Amazon>Anthropic information_request',
      'FTC Google>Anthropic information_request',
    ]);
  });

  it('believes no capitalised word to be a firm because somebody took it for one', () => {
    const text = 'La Commissione europea ha autorizzato il patto tra Nvidia e Groq.';
    const parties = ['Commissione', 'Nvidia', 'Groq'].map((name) => {
      const start = text.indexOf(name);
      return { start, end: start + name.length, name, group: isGroup(name) };
    });
    const document: ScrutinyDocument = {
      title: '',
      text,
      language: 'it',
      published,
      sentences: splitSentences(text, 'it'),
    };
    expect(short(readScrutiny(document, parties, [], [], statedSteps))).toEqual(['EC Nvidia>Groq cleared']);
  });

  it('gives the step of a list to its items, and nothing to the items of another list', () => {
    const items = '\n\n• Meta and Switchyard Robotics\n\n• Salesforce and Dovecote AI';
    const orders = `The FTC sent orders for information about hiring deals in AI. They cover the following agreements:${items}`;
    expect(short(read('en', orders, []))).toEqual([
      'FTC Meta>Switchyard Robotics information_request',
      'FTC Salesforce>Dovecote AI information_request',
    ]);
    expect(read('en', `Readers may like our earlier pieces on the following agreements:${items}`, [])).toEqual([]);
  });

  it('goes by the case that heads a paragraph until another one does', () => {
    const told =
      '1. Oracle / Lumenforge\n\nThe CMA cleared the deal in March.\n\n2. Cisco / Greywater Labs\n\nThe European Commission opened an in-depth investigation.';
    expect(short(read('en', told, []))).toEqual(['CMA Oracle>Lumenforge cleared', 'EC Cisco>Greywater Labs phase2']);
  });

  it('finds a pair that only the regulator names', () => {
    expect(short(read('en', "The CMA is asking for views on Amazon's partnership with Anthropic.", []))).toEqual([
      'CMA Amazon>Anthropic information_request',
    ]);
  });
});

describe('hostile input', () => {
  const pumps = [
    'the CMA ',
    'CMA cleared ',
    'not ',
    'the regulator ',
    'Microsoft and OpenAI ',
    'opened an investigation into ',
    'the department ',
    'a, ',
    '((',
    '"',
    'CMA. ',
  ];

  it.each(pumps)('does not freeze over 100 KB of %j', (pump) => {
    const parties = [{ start: 0, end: 3, name: 'Microsoft', group: true }];
    const read = (text: string) =>
      readScrutiny(
        { title: '', text, language: 'en', published, sentences: splitSentences(text, 'en') },
        parties,
        [],
        [],
      );
    expect(timeFor(pump, read)).toBeLessThan(NEVER_FROZEN);
  });

  it('never throws, and every quote stands where it says', () => {
    const words = fc.constantFrom(
      'The',
      'CMA',
      'FTC',
      'Microsoft',
      'Mistral',
      'cleared',
      'not',
      'opened',
      'an',
      'investigation',
      'into',
      'deal',
      '.',
      ',',
      ':',
      '\n\n',
      'watchdog',
      'it',
      'may',
      '\u{1f600}',
      '«',
    );
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 60 }),
        fc.constantFrom('en', 'fr', 'de', 'es', 'it', 'ja', ''),
        (list, language) => {
          const text = list.join(' ');
          for (const step of read(language, text, ['Microsoft>Mistral'])) {
            expect(step.quotes.length).toBeGreaterThan(0);
            for (const q of step.quotes) expect((q.in === 'text' ? text : '').slice(q.start, q.end)).toBe(q.quote);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
