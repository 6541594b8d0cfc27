import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { parseInstant, parsePartialDay } from '../../model/day.ts';
import { formatDay, formatInstant, formatMoney, formatNumber, formatSum } from '../../words/format.ts';
import { RULE_LABELS } from '../../words/labels.ts';
import { LANGUAGES, type Language } from '../../words/language.ts';
import { pieces, prepare } from '../../words/message.ts';
import { Made, rich } from '../../words/rich.ts';
import { language, speaking, t } from '../../words/speak.ts';
import { aBrowser, aWorld, post, signedIn, words } from '../server/world.ts';

const french = LANGUAGES.get('fr') as Language;
const inFrench = <T>(work: () => T) => speaking(french, work);
const day = (text: string) => parsePartialDay(text) as NonNullable<ReturnType<typeof parsePartialDay>>;
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('a message', () => {
  const grammar = { plural: (n: number) => (n === 1 ? 'one' : 'other') as Intl.LDMLPluralRule, number: String };

  it('is filled in, and chooses its form by the number', () => {
    const flags = prepare({ one: '{n} flag of {who}', other: '{n} flags of {who}' }, grammar);
    expect(typeof flags === 'string' ? '' : flags({ n: 1, who: 'Alpha' })).toBe('1 flag of Alpha');
    expect(typeof flags === 'string' ? '' : flags({ n: 2, who: '{n}' })).toBe('2 flags of {n}');
    expect(prepare('Nothing.', grammar)).toBe('Nothing.');
    expect(pieces('{a}, b')).toEqual([{ value: 'a' }, { words: ', b' }]);
  });

  it('fails rather than be said with a hole', () => {
    const said = prepare('{a} and {b}', grammar);
    expect(() => (typeof said === 'string' ? said : said({ a: 1 }))).toThrow('{b}');
  });
});

describe('a sentence with marks', () => {
  it('escapes its words, its values and its attributes, and lets through what a template made', () => {
    const html = rich('queue.without-there', { label: '<b>x</b>', n: 2, link: { href: '/flags?a="&b' } });
    expect(html).toBe('Without <a href="/flags?a=&#34;&amp;b">&lt;b&gt;x&lt;/b&gt;</a> there are 2.');
    expect(rich('queue.assigned-to', { name: new Made('<i>A</i>') })).toContain('<b><i>A</i></b>');
  });

  it('fails when nothing says what a mark is', () => {
    expect(() => rich('queue.without-there', { label: 'x', n: 1 })).toThrow('link');
  });
});

describe('words in the language of the answer', () => {
  it('are English outside of an answer, and French within one, also after a pause', async () => {
    expect([language().tag, t('frame.today'), RULE_LABELS.exclusivity]).toEqual([
      'en-GB',
      'Today',
      'Exclusive or preferred provider',
    ]);
    const said = await inFrench(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return [language().tag, t('frame.today'), RULE_LABELS.exclusivity];
    });
    expect(said).toEqual(['fr-FR', 'Aujourd’hui', 'Fournisseur exclusif ou privilégié']);
    expect(t('frame.today')).toBe('Today');
  });

  it('write dates, sums and numbers as the reader does', () => {
    const sum = { value: 1_250_000_000, currency: 'USD' };
    const told = () => [
      formatDay(day('2026-04-20')),
      formatDay(day('2026-04')),
      formatDay(day('2026')),
      formatInstant(parseInstant('2026-04-20T18:02:00.000Z') as NonNullable<ReturnType<typeof parseInstant>>),
      formatMoney(sum),
      formatMoney({ value: 3e6, currency: 'not a code' }),
      formatSum({ ...sum, hedge: 'about' }),
      formatNumber(12_345),
    ];
    expect(told()).toEqual([
      '20 Apr 2026',
      'Apr 2026',
      '2026',
      '20 Apr 2026, 18:02 UTC',
      '$1.25bn',
      'not a code 3m',
      'about $1.25bn',
      '12,345',
    ]);
    expect(inFrench(told).map(plain)).toEqual([
      '20 avr. 2026',
      'avr. 2026',
      '2026',
      '20 avr. 2026, 18:02 UTC',
      '1,25 Md $',
      'not a code 3m',
      'environ 1,25 Md $',
      '12 345',
    ]);
  });

  it('count in French as in French: nought is one', () => {
    expect([0, 1, 2].map((n) => inFrench(() => t('today.pairs', { n })))).toEqual(['0 paire', '1 paire', '2 paires']);
  });
});

describe('the language of a page', () => {
  it('is what the browser asks for before anybody signs in, and English when it asks for none of ours', async () => {
    const { app } = await aWorld();
    const ask = async (asked: string) => load((await aBrowser(app).get('/forgot').set('Accept-Language', asked)).text);
    const [french, german] = [await ask('fr-CA, fr;q=0.9, en;q=0.1'), await ask('de')];
    expect([french('html').attr('lang'), french('h1').text()]).toEqual(['fr-FR', 'Mot de passe oublié']);
    expect([german('html').attr('lang'), german('h1').text()]).toEqual(['en-GB', 'Forgotten password']);
    const missing = await aBrowser(app).get('/nowhere').set('Accept-Language', 'fr');
    expect(words(missing.text)).toContain('Il n’y a pas de page à cette adresse.');
  });

  it('is chosen under Account, kept, and English again when the choice is taken back', async () => {
    const { browser, csrf } = await signedIn(await aWorld(), 'viewer');
    const choose = (code: string) => post(browser, '/account/language', { _csrf: csrf, language: code });
    expect((await choose('fr')).status).toBe(303);
    const page = load((await browser.get('/account').set('Accept-Language', 'en')).text);
    expect([page('html').attr('lang'), page('h1').text()]).toEqual(['fr-FR', 'Votre compte']);
    expect(page('select[name=language] option[selected]').attr('value')).toBe('fr');
    expect((await choose('tlh')).status).toBe(422);
    await choose('');
    expect(words((await browser.get('/account')).text)).toContain('Your account');
  });

  it('does not reach what programs read', async () => {
    const { browser, csrf } = await signedIn(await aWorld(), 'viewer');
    const before = (await browser.get('/deals.csv')).text;
    await post(browser, '/account/language', { _csrf: csrf, language: 'fr' });
    expect((await browser.get('/deals.csv')).text).toBe(before);
  });
});
