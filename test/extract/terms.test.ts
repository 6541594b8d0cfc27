import { describe, expect, it } from 'vitest';
import { readDocument } from '../../extract/index.ts';
import type { Term } from '../../model/deal.ts';

const termsOf = (text: string, language = 'en') =>
  readDocument({ title: '', text, published: null, language }).deals.flatMap((d) =>
    d.terms.map((t) => ({ kind: d.kind, term: t.term, detail: t.detail, quote: t.quote })),
  );

describe('terms of a deal', () => {
  it.each<[Term, string, string]>([
    ['primary-provider', 'Anthropic named AWS its primary cloud provider.', 'primary cloud'],
    ['exclusive-provider', 'Azure is the exclusive cloud provider of OpenAI.', 'exclusive cloud'],
    ['convertible', 'Google invested $500 million in Anthropic by way of a convertible note.', 'convertible note'],
    ['non-voting', 'Google took a non-voting stake of 14% in Anthropic.', 'non-voting'],
    ['board-seat', 'Microsoft invested $1.5 billion in G42 and gets a board seat.', 'board seat'],
    ['credits', 'Alibaba invested in Moonshot AI, mostly in cloud credits.', 'cloud credits'],
    [
      'financing-vehicle',
      'Nvidia invested $2 billion in xAI through a special-purpose vehicle that buys its chips.',
      'special-purpose vehicle',
    ],
    ['allocation-preference', 'CoreWeave buys chips from Nvidia and gets early access to Rubin.', 'early access to'],
    ['founder-joins', 'Amazon hired the co-founders of Adept.', 'co-founders'],
    ['licence', 'Google hired the founders of Windsurf against a licence to its technology.', 'licence'],
  ])('%s', (term, text, quote) => {
    expect(termsOf(text)).toEqual(
      expect.arrayContaining([expect.objectContaining({ term, quote: expect.stringContaining(quote) })]),
    );
  });

  it.each<[Term, string, string]>([
    ['financing-vehicle', 'de', 'Nvidia investiert zwei Milliarden Dollar in xAI über eine Zweckgesellschaft.'],
    ['financing-vehicle', 'fr', 'Nvidia investit deux milliards de dollars dans xAI par une société ad hoc.'],
    [
      'allocation-preference',
      'it',
      'Nvidia investe 2 miliardi di dollari in CoreWeave, con accesso prioritario ai chip.',
    ],
    ['allocation-preference', 'es', 'Nvidia invierte 2.000 millones de dólares en CoreWeave, con acceso prioritario.'],
    ['first-refusal', 'de', 'Google investierte 500 Millionen Dollar in Anthropic und hat ein Vorkaufsrecht.'],
    ['first-refusal', 'es', 'Google invirtió 500 millones de dólares en Anthropic y tiene un derecho de tanteo.'],
    ['first-refusal', 'it', 'Google ha investito 500 milioni di dollari in Anthropic e ha un diritto di prelazione.'],
    ['veto', 'de', 'Microsoft investierte 1,5 Milliarden Dollar in G42 und erhält ein Vetorecht.'],
    ['veto', 'es', 'Microsoft invirtió 1.500 millones de dólares en G42 y tiene derecho de veto.'],
    ['veto', 'it', 'Microsoft ha investito 1,5 miliardi di dollari in G42 e ha diritto di veto.'],
    ['consultation', 'de', 'Google investierte in Anthropic. Der Konzern hat ein Konsultationsrecht.'],
    ['consultation', 'es', 'Google invirtió en Anthropic y tiene derechos de consulta.'],
    ['consultation', 'it', 'Google ha investito in Anthropic e ha diritti di consultazione.'],
    ['information-rights', 'en', 'Google invested in Anthropic and has access to confidential information.'],
    ['information-rights', 'fr', 'Google a investi dans Anthropic et a accès à des informations confidentielles.'],
    ['information-rights', 'de', 'Google investierte in Anthropic und erhält Informationsrechte.'],
    ['information-rights', 'es', 'Google invirtió en Anthropic y tiene derechos de información.'],
    ['information-rights', 'it', 'Google ha investito in Anthropic e ha accesso a informazioni riservate.'],
    ['board-seat', 'de', 'Microsoft investierte in G42 und erhält ein Aufsichtsratsmandat.'],
    ['no-governance-rights', 'de', 'Google hält 14 Prozent an Anthropic, hat aber keinen Sitz im Aufsichtsrat.'],
    ['no-governance-rights', 'it', 'Google detiene il 14% di Anthropic, ma nessun posto nel consiglio.'],
    ['capacity-backstop', 'de', 'CoreWeave kauft Chips von Nvidia, und Nvidia nimmt unverkaufte Rechenkapazität ab.'],
    [
      'supplier-gives-equity',
      'de',
      'OpenAI kauft Chips von AMD und erhält dafür Optionsscheine auf bis zu zehn Prozent.',
    ],
    ['revenue-share', 'en', 'Microsoft invested $13 billion in OpenAI and receives 20 percent of its revenue.'],
    ['revenue-share', 'en', 'Microsoft invested in OpenAI. A revenue-sharing agreement runs until 2030.'],
    ['revenue-share', 'fr', 'Microsoft a investi dans OpenAI et touche une part de ses revenus.'],
    ['revenue-share', 'de', 'Microsoft investierte in OpenAI und erhält eine Umsatzbeteiligung.'],
    ['revenue-share', 'es', 'Microsoft invirtió en OpenAI y recibe una parte de sus ingresos.'],
    ['revenue-share', 'it', 'Microsoft ha investito in OpenAI e riceve una quota dei ricavi.'],
  ])('%s (%s)', (term, language, text) => expect(termsOf(text, language).map((t) => t.term)).toContain(term));

  it('takes no market figure, and no denial, for a share of revenue or a right', () => {
    const told = (text: string, language = 'en') => termsOf(text, language).map((t) => t.term);
    expect(told('Nvidia invested in CoreWeave, which makes up a growing share of its revenue.')).toEqual([]);
    expect(told('Microsoft, which earns 20 percent of its revenue abroad, invested in OpenAI.')).toEqual([]);
    expect(told('Google invested in Anthropic but receives no share of its revenue.')).not.toContain('revenue-share');
    expect(told('Google investierte in Anthropic, erhält aber kein Vetorecht.', 'de')).not.toContain('veto');
    expect(told('Google ha investito in Anthropic ma non ha diritto di veto.', 'it')).not.toContain('veto');
    expect(told('Google a investi dans Anthropic sans droits d’information.', 'fr')).not.toContain(
      'information-rights',
    );
  });

  it('gives the share of revenue that is told', () => {
    expect(termsOf('Microsoft invested $13 billion in OpenAI and receives 20% of its revenue.')).toEqual(
      expect.arrayContaining([expect.objectContaining({ term: 'revenue-share', detail: '20%' })]),
    );
  });

  it('takes no ordinary access for a preference, and no ordinary vehicle for financing', () => {
    expect(termsOf('Nvidia invested $2 billion in CoreWeave, whose customers have access to its chips.')).toEqual([]);
    expect(termsOf('Nvidia invested $2 billion in Wayve, which makes software for vehicles.')).toEqual([]);
  });

  it('gives the figure of a stake and of a share of the staff', () => {
    expect(termsOf('Meta holds 49% of Scale AI.')).toEqual([expect.objectContaining({ term: 'stake', detail: '49%' })]);
    expect(termsOf('Amazon hired the founders of Adept and about 66% of its employees.')).toEqual(
      expect.arrayContaining([expect.objectContaining({ term: 'staff-share', detail: '66%' })]),
    );
  });

  it('names the people who move', () => {
    expect(termsOf('Microsoft hired Mustafa Suleyman, co-founder of Inflection AI, and most of its team.')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'acquihire', term: 'person-joins', detail: 'Mustafa Suleyman' }),
        expect.objectContaining({ kind: 'acquihire', term: 'staff-share' }),
      ]),
    );
  });

  const named = (text: string, language = 'en') => termsOf(text, language).map((t) => t.term);

  it('takes shares without votes for shares without votes, not for a denial of seats', () => {
    const shares = named('Amazon invested $4 billion in Anthropic. The money can be turned into shares without votes.');
    expect(shares).toContain('non-voting');
    expect(shares).not.toContain('no-governance-rights');
    const denied = 'Google owns 14% of Anthropic. It carries no vote, there is no seat on the board, and no observer.';
    expect(named(denied)).toContain('no-governance-rights');
    expect(named('Google invested $2 billion in Anthropic and has no board seat.')).not.toContain('board-seat');
  });

  it.each([
    ['en', 'Alibaba invested $800 million in Moonshot AI, partly in credits, which it can use only on Alibaba Cloud.'],
    [
      'fr',
      'Alibaba investit 800 millions de dollars dans Moonshot AI, des crédits utilisables seulement sur son cloud.',
    ],
  ])('credits that are good in one place tie the money, not the firm (%s)', (language, text) => {
    expect(named(text, language)).toContain('tied-legs');
    expect(named(text, language)).not.toContain('exclusive-provider');
  });

  it('knows a supplier that hands its customer a warrant, told in a sentence of its own', () => {
    const text =
      'OpenAI will purchase accelerators from AMD. Deliveries begin next year. As an incentive the buyer receives a ' +
      'warrant for up to 160 million AMD shares.';
    expect(termsOf(text)).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'cloud', term: 'supplier-gives-equity' })]),
    );
  });

  it.each<[string, string, Term[]]>([
    [
      'en',
      'Google hired the founder of Hume AI. Terms are confidential. The two have signed a licensing agreement. The ' +
        'start-up stays in business under a new head.',
      ['licence', 'target-continues'],
    ],
    [
      'fr',
      'Amazon embauche les fondateurs de Covariant. Le prix reste secret. L’accord comprend aussi une licence non ' +
        'exclusive. Covariant ne disparaît pas pour autant.',
      ['licence', 'target-continues'],
    ],
    [
      'de',
      'Nvidia holt den Gründer von Groq. Der Preis ist unbekannt. Hinzu kommt eine Lizenz. Das Start-up soll ' +
        'eigenständig bleiben.',
      ['licence', 'target-continues'],
    ],
    [
      'it',
      'Microsoft ingaggia i fondatori di Lucerna AI. Il prezzo non è noto. È prevista una licenza non esclusiva. La ' +
        'società continuerà a operare con un nuovo amministratore delegato.',
      ['licence', 'target-continues'],
    ],
    [
      'es',
      'OpenAI ficha a los fundadores de Nébula. El precio no se conoce. Se añade una licencia no exclusiva. La empresa ' +
        'seguirá existiendo.',
      ['licence', 'target-continues'],
    ],
  ])('finds what goes with the only hire of a page wherever it stands (%s)', (language, text, terms) => {
    expect(named(text, language)).toEqual(expect.arrayContaining(terms));
    expect(named(text, language)).not.toContain('target-closes');
  });

  it('gives no pair the terms of another firm', () => {
    const text =
      'Google hired the founder of Hume AI. Terms are secret. Nvidia took a licence from Groq. Wayve goes on.';
    const hume = readDocument({ title: '', text, published: null, language: 'en' }).deals.find(
      (d) => d.target === 'Hume AI',
    );
    expect(hume?.terms.map((t) => t.term)).not.toContain('licence');
  });

  it('takes no licence to others for one to the investor', () => {
    const text = 'Nvidia invested in Wayve. The start-up wants to license its system to manufacturers.';
    expect(named(text)).not.toContain('licence');
  });

  it('counts those who move, not those who stay nor the whole staff', () => {
    const stay = 'Google hired the founders of Character.AI and a group of researchers; most employees do not go.';
    expect(named(stay)).not.toContain('staff-share');
    expect(named('Google hired the founders of Windsurf; most of the 250 employees remain.')).not.toContain(
      'staff-share',
    );
    const share = 'Google hired the founders of Character.AI with 30 of about 130 employees.';
    expect(termsOf(share)).toEqual(
      expect.arrayContaining([expect.objectContaining({ term: 'staff-count', detail: '30' })]),
    );
    const words = 'Google hired the founders of Character.AI with some thirty of about 130 employees.';
    expect(termsOf(words).map((t) => t.detail)).not.toContain('130');
    const whole = 'Microsoft ingaggia i fondatori di Lucerna AI, che conta 45 dipendenti.';
    expect(named(whole, 'it')).not.toContain('staff-count');
  });

  it.each([
    ['en', 'Amazon hired the founders of Covariant and about a quarter of its employees.', '25%'],
    ['fr', 'Amazon embauche les fondateurs de Covariant et environ un quart de ses salariés.', '25%'],
    ['de', 'Nvidia holt die Gründer von Enfabrica und die Hälfte der Mitarbeiter.', '50%'],
  ])('states a fraction of the staff as a figure (%s)', (language, text, detail) => {
    expect(termsOf(text, language)).toEqual(
      expect.arrayContaining([expect.objectContaining({ term: 'staff-share', detail })]),
    );
  });

  it('takes the seat that a founder keeps for the founder’s own', () => {
    const text = 'Meta took 49% of Scale AI. Its founder joins Meta. He keeps his seat on the board of Scale AI.';
    expect(named(text)).not.toContain('board-seat');
  });

  it.each([
    ['en', 'Microsoft hired the founders of Inflection AI and nearly all of its employees.', 'nearly all'],
    ['de', 'Microsoft holte die Gründer von Inflection AI und nahezu alle Mitarbeiter.', 'nearly all'],
    ['fr', 'Microsoft a embauché les fondateurs d’Inflection AI et la plupart de ses salariés.', 'most'],
    ['es', 'OpenAI ficha a los fundadores de Nébula y a toda su plantilla.', 'all'],
  ])('states how much of the staff in one way whatever the language (%s)', (language, text, detail) => {
    expect(termsOf(text, language)).toEqual(
      expect.arrayContaining([expect.objectContaining({ term: 'staff-share', detail })]),
    );
  });

  it('reads a right that is given up as given up', () => {
    const text =
      'OpenAI bought $250 billion of Azure services from Microsoft. Microsoft gives up its right of first refusal.';
    expect(named(text)).toContain('several-providers');
    expect(named(text)).not.toContain('first-refusal');
  });

  it('knows an observer and shares without votes in the next sentence, and that money obliges', () => {
    const text =
      'Microsoft bought a 12% stake in Tessera Compute for $2.1 billion, in a deal that obliges the firm to move to ' +
      'Azure. Microsoft will also receive an observer seat on the start-up’s board but no voting rights.';
    expect(named(text)).toEqual(expect.arrayContaining(['board-observer', 'non-voting', 'tied-legs']));
    expect(named(text)).not.toContain('board-seat');
  });
});
