/** News pages of our own making in the layouts that outlets use: the words of the article are known, so that they can be counted. */
export interface LaidOut {
  name: string;
  html: string | Buffer;
  contentType?: string;
  title: string;
  /** Null where the page does not say it. */
  date: string | null;
  /** The article's own paragraphs, headings included. */
  text: string[];
}

interface Story {
  lang: string;
  title: string;
  paragraphs: string[];
  more: string;
}

const EN: Story = {
  lang: 'en',
  title: 'Alpha Cloud puts another $1.5bn into Beta Models',
  paragraphs: [
    'Alpha Cloud has invested a further $1.5bn in Beta Models, the two companies said on Tuesday, in a deal that ties the developer of conversational systems more closely to the data centres of its largest backer.',
    'Under the agreement, Beta Models will spend at least $6bn on the services of Alpha Cloud over five years. It will also train its next generation of models on chips that Alpha designs itself, according to a statement.',
    '“We have worked together since the first day,” said the head of Alpha Cloud. “This lets both of us plan ahead.” She declined to say whether Alpha would take a seat on the board of the younger firm.',
    'The Competition and Markets Authority opened a review of the partnership last month. A spokesperson said that the regulator would decide by the end of July whether the matter deserved a closer look.',
    'Analysts see the investment as part of a pattern. Large providers of computing put money into young firms, which return most of it as orders for computing; how much of the growth is real is hard to tell from outside.',
    'Beta Models was founded four years ago by three researchers. It employs about eight hundred people in Toronto and London and has raised more than $9bn so far, most of it from Alpha and from two sovereign funds.',
  ],
  more: 'More on this story',
};
const DE: Story = {
  lang: 'de',
  title: 'Bundeskartellamt prüft Einstieg der Alpha Cloud bei Beta Models',
  paragraphs: [
    'Das Bundeskartellamt prüft, ob der Einstieg der Alpha Cloud beim Entwickler Beta Models der Fusionskontrolle unterliegt. Das teilte die Behörde am Dienstag in Bonn mit, nachdem mehrere Wettbewerber sich beschwert hatten.',
    'Alpha Cloud hatte im Frühjahr 1,5 Milliarden Euro in das Unternehmen gesteckt und dafür Wandelanleihen erhalten. Im Gegenzug verpflichtete sich Beta Models, über fünf Jahre Rechenleistung für sechs Milliarden Euro abzunehmen.',
    '„Entscheidend ist nicht die Höhe der Beteiligung, sondern der Einfluss, der damit verbunden ist“, sagte der Präsident der Behörde. Die Unternehmen hätten bis Ende Juni Zeit, Unterlagen vorzulegen.',
    'Ein Sprecher der Alpha Cloud erklärte, man arbeite mit der Behörde zusammen und sei überzeugt, dass das Vorhaben nicht anmeldepflichtig sei. Beta Models wollte sich auf Anfrage nicht äußern.',
    'Beobachter erwarten, dass die Prüfung mehrere Monate dauert. Erst im vergangenen Jahr hatte die Behörde einen ähnlichen Fall geschlossen, weil die Tätigkeit im Inland zu gering gewesen war.',
  ],
  more: 'Mehr zum Thema',
};
const FR: Story = {
  lang: 'fr',
  title: 'Alpha Cloud entre au capital de la pépite française Gamma IA',
  paragraphs: [
    'Le géant américain Alpha Cloud a annoncé mardi une prise de participation minoritaire dans la jeune pousse parisienne Gamma IA, pour un montant de 300 millions d’euros, dans le cadre d’un accord commercial de long terme.',
    'En contrepartie, la start-up s’engage à utiliser les serveurs de son nouvel actionnaire pour entraîner ses modèles, à hauteur de 450 millions d’euros sur quatre ans, selon un communiqué commun publié dans la matinée.',
    '« Cet accord ne change rien à notre indépendance », a assuré la directrice générale de Gamma IA, qui précise que ses modèles resteront disponibles chez les autres hébergeurs européens.',
    'L’Autorité de la concurrence a fait savoir qu’elle examinerait l’opération. Elle s’était inquiétée dès 2024, dans un avis remarqué, des liens croisés entre les grands du nuage et les jeunes entreprises du secteur.',
    'Fondée en 2023 par d’anciens chercheurs d’un grand laboratoire public, Gamma IA emploie deux cents personnes et a levé plus d’un milliard d’euros depuis sa création, principalement auprès de fonds américains.',
  ],
  more: 'À lire aussi',
};
const ES: Story = {
  lang: 'es',
  title: 'Alpha Cloud compra la empresa emergente Delta por 900 millones',
  paragraphs: [
    'Alpha Cloud ha acordado la compra de la empresa emergente Delta, especializada en inteligencia artificial para la industria, por unos 900 millones de euros, según anunciaron este martes ambas compañías en un comunicado.',
    'La operación, que todavía necesita el visto bueno de las autoridades de competencia, refuerza la presencia del grupo estadounidense en el sur de Europa, donde ya cuenta con tres centros de datos y dos mil empleados.',
    'Los fundadores de Delta seguirán al frente del negocio durante al menos tres años. «Con Alpha podremos llegar a clientes que antes estaban fuera de nuestro alcance», afirmó su consejero delegado.',
    'La Comisión Nacional de los Mercados y la Competencia analizará la concentración en primera fase. Fuentes del sector no descartan que Bruselas reclame el expediente, dado el tamaño de los grupos implicados.',
    'Delta, fundada en 2019 en Valencia, facturó el año pasado 64 millones de euros, el doble que en el ejercicio anterior, y había recaudado 120 millones de fondos de capital riesgo.',
  ],
  more: 'Más información',
};
const IT: Story = {
  lang: 'it',
  title: 'Alpha Cloud investe 400 milioni nella startup milanese Epsilon',
  paragraphs: [
    'Alpha Cloud ha annunciato martedì un investimento di 400 milioni di euro nella startup milanese Epsilon, che sviluppa modelli linguistici per la pubblica amministrazione, in cambio di una quota inferiore al venti per cento.',
    'L’accordo prevede che Epsilon spenda nei prossimi quattro anni almeno 500 milioni per i servizi di calcolo del gruppo americano. Secondo gli analisti si tratta di una forma di finanziamento circolare.',
    '«Restiamo una società indipendente», ha detto l’amministratrice delegata in una conferenza stampa. Nessun rappresentante di Alpha entrerà nel consiglio di amministrazione, ha aggiunto.',
    'L’Autorità garante della concorrenza e del mercato ha chiesto informazioni alle parti e deciderà entro trenta giorni se aprire un’istruttoria sull’operazione, che resta sotto le soglie di notifica.',
    'Epsilon è nata nel 2022 da un gruppo di ricercatori del Politecnico e impiega centocinquanta persone. Nell’ultimo bilancio ha registrato ricavi per 38 milioni e una perdita di undici.',
  ],
  more: 'Leggi anche',
};

const P = (story: Story) => story.paragraphs.map((text) => `<p>${text}</p>`).join('\n');
const meta = ({ title, lang }: Story, date = '2026-05-12T08:15:00Z') =>
  `<meta charset="utf-8"><title>${title} | The Daily Example</title><meta property="og:title" content="${title}"><meta property="og:site_name" content="The Daily Example"><meta property="article:published_time" content="${date}"><meta property="og:locale" content="${lang}">`;
const NAV = `<header><a href="/">The Daily Example</a><nav><ul>${['World', 'Business', 'Technology', 'Markets', 'Opinion', 'Sport', 'Culture', 'Podcasts', 'Newsletters', 'Subscribe'].map((word) => `<li><a href="/${word}">${word}</a></li>`).join('')}</ul></nav></header>`;
const FOOT = `<footer><p>© 2026 The Daily Example. All rights reserved.</p><ul><li><a href="/terms">Terms of use</a></li><li><a href="/privacy">Privacy policy</a></li><li><a href="/contact">Contact the newsroom</a></li></ul></footer>`;
const RELATED = (story: Story) =>
  `<section class="related-stories"><h2>${story.more}</h2><ul>${[1, 2, 3, 4, 5].map((n) => `<li><a href="/r/${n}">Another story about a different company, number ${n}</a></li>`).join('')}</ul></section>`;
const COMMENTS = `<section id="comments" class="comments"><h2>Comments (24)</h2>${Array.from({ length: 24 }, (_, n) => `<div class="comment"><b class="user">reader${n}</b><p>I do not think that this will end well for anybody who pays for electricity, whatever number ${n} says about it in the papers.</p><a href="#">Reply</a></div>`).join('')}</section>`;
const page = (story: Story, body: string, head = meta(story)) =>
  `<!doctype html><html lang="${story.lang}"><head>${head}</head><body>${body}</body></html>`;
const made = (name: string, story: Story, html: string | Buffer, change: Partial<LaidOut> = {}): LaidOut => ({
  name,
  html,
  title: story.title,
  date: '2026-05-12',
  text: story.paragraphs,
  ...change,
});
const visible = (story: Story, line: string) =>
  page(
    story,
    `${NAV}<main><article><h1>${story.title}</h1><div class="meta">${line}</div>${P(story)}</article></main>${FOOT}`,
    `<meta charset="utf-8"><title>${story.title}</title>`,
  );
const bare = (story: Story) => `<meta charset="utf-8"><title>${story.title}</title>`;
const json = (value: object) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

const SHORT: Story = { ...EN, paragraphs: EN.paragraphs.slice(0, 2) };
const LONG: Story = {
  ...EN,
  paragraphs: Array.from({ length: 10 }, (_, n) =>
    EN.paragraphs.map((text) => `${text} So it stood in part ${n + 1}.`),
  ).flat(),
};
const heads = ['What was agreed', 'What the authority says', 'What comes next'];
const SECTIONED = EN.paragraphs.flatMap((text, n) => (n % 2 === 0 ? [heads[n / 2] as string, text] : [text]));

/** Every layout, each once. */
/** A table whose cells hold more words than what stands around it. */
const DEALS: string[][] = [
  ['Investor', 'Start-up', 'What was agreed'],
  ...Array.from({ length: 12 }, (_, n) => [
    `Alpha ${n}`,
    `Beta ${n}`,
    `Put ${n + 1} billion into the firm, which ordered computing for ${n + 2} billion, in a contract of ${n + 3} years, as both said.`,
  ]),
];
const cells = (name: string, row: readonly string[] = []) => row.map((cell) => `<${name}>${cell}</${name}>`).join('');

export const LAYOUTS: readonly LaidOut[] = [
  made('semantic article', EN, page(EN, `${NAV}<main><article><h1>${EN.title}</h1>${P(EN)}</article></main>${FOOT}`)),
  made(
    'divs with classes',
    EN,
    page(
      EN,
      `<div class="top">${NAV}</div><div class="wrap"><div class="col-8"><h1>${EN.title}</h1><div class="story-body">${EN.paragraphs.map((t) => `<div class="par">${t}</div>`).join('')}</div></div><div class="col-4 sidebar">${RELATED(EN)}</div></div>${FOOT}`,
    ),
  ),
  made(
    'WordPress',
    EN,
    page(
      EN,
      `<div id="page">${NAV}<div id="primary"><main id="main"><article id="post-17" class="post type-post"><header class="entry-header"><h1 class="entry-title">${EN.title}</h1><div class="entry-meta">By <a rel="author" href="/a">A. Writer</a></div></header><div class="entry-content">${P(EN)}<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="#">Facebook</a></li><li><a href="#">X</a></li></ul></div></div><footer class="entry-footer">Posted in <a href="#">News</a></footer></article>${COMMENTS}</main></div><aside id="secondary">${RELATED(EN)}</aside></div>${FOOT}`,
    ),
  ),
  made(
    'Drupal',
    FR,
    page(
      FR,
      `${NAV}<div class="region-content"><div class="node node--type-article"><h1 class="page-title">${FR.title}</h1><div class="field field--name-body field__item">${P(FR)}</div></div></div>${RELATED(FR)}${FOOT}`,
    ),
  ),
  made(
    'tables of the nineties',
    DE,
    page(
      DE,
      `<table width="100%"><tr><td colspan="2">${NAV}</td></tr><tr><td width="20%"><a href="/a">Politik</a><br><a href="/b">Wirtschaft</a><br><a href="/c">Börse</a></td><td><font size="5"><b>${DE.title}</b></font>${P(DE)}</td></tr></table>`,
    ),
  ),
  made(
    'AMP',
    EN,
    `<!doctype html><html amp lang="en"><head>${meta(EN)}<script async src="https://cdn.ampproject.org/v0.js"></script></head><body>${NAV}<article><h1>${EN.title}</h1><amp-img src="a.jpg" width="4" height="3"></amp-img>${P(EN)}<amp-ad type="x"></amp-ad></article>${FOOT}</body></html>`,
  ),
  made(
    'shell with the text in JSON-LD',
    EN,
    page(
      EN,
      `<div id="root">Loading…</div>`,
      `<meta charset="utf-8"><title>The Daily Example</title>${json({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: EN.title, datePublished: '2026-05-12T08:15:00+02:00', articleBody: EN.paragraphs.join('\n\n') })}`,
    ),
  ),
  made(
    'JSON-LD in a graph, list of types',
    IT,
    page(
      IT,
      `${NAV}<div class="content"><h1>${IT.title}</h1>${P(IT)}</div>${FOOT}`,
      `${bare(IT)}${json({
        '@graph': [
          { '@type': 'WebSite', name: 'X' },
          { '@type': ['Article', 'NewsArticle'], headline: IT.title, datePublished: '2026-05-12' },
        ],
      })}`,
    ),
  ),
  made(
    'microdata',
    EN,
    page(
      EN,
      `${NAV}<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">${EN.title}</h1><time itemprop="datePublished" datetime="2026-05-12">12 May</time><div itemprop="articleBody">${P(EN)}</div></div>${RELATED(EN)}${FOOT}`,
      bare(EN),
    ),
  ),
  made('date in words, English', EN, visible(EN, 'Published 12 May 2026, 08:15 BST')),
  made('date in words, American', EN, visible(EN, 'By A. Writer | May 12, 2026 at 8:15 a.m. EDT')),
  made('date in words, German', DE, visible(DE, '12. Mai 2026, 8:15 Uhr')),
  made('date in words, French', FR, visible(FR, 'Publié le 12 mai 2026 à 8h15')),
  made('date in words, Spanish', ES, visible(ES, 'Madrid - 12 de mayo de 2026 - 08:15 CEST')),
  made('date in words, Italian', IT, visible(IT, 'di A. Scrittore, 12 maggio 2026')),
  made('date in figures, German', DE, visible(DE, 'Stand: 12.05.2026 08:15 Uhr')),
  made('date in figures, French', FR, visible(FR, 'Mis en ligne le 12/05/2026 à 08:15')),
  made(
    'time without a machine date',
    EN,
    page(EN, `${NAV}<article><h1>${EN.title}</h1><time>12 May 2026</time>${P(EN)}</article>`, bare(EN)),
  ),
  made('no date at all', EN, page(EN, `${NAV}<article><h1>${EN.title}</h1>${P(EN)}</article>${FOOT}`, bare(EN)), {
    date: null,
  }),
  made(
    'related stories inside',
    EN,
    page(
      EN,
      `${NAV}<article><h1>${EN.title}</h1>${P({ ...EN, paragraphs: EN.paragraphs.slice(0, 3) })}${RELATED(EN)}${P({ ...EN, paragraphs: EN.paragraphs.slice(3) })}</article>${FOOT}`,
    ),
  ),
  made(
    'newsletter form inside',
    EN,
    page(
      EN,
      `${NAV}<article><h1>${EN.title}</h1>${P(SHORT)}<div class="newsletter-signup"><h3>Sign up for our morning newsletter</h3><form><input type="email"><button>Subscribe</button></form></div>${P({ ...EN, paragraphs: EN.paragraphs.slice(2) })}</article>${FOOT}`,
    ),
  ),
  made(
    'advertisements between paragraphs',
    FR,
    page(
      FR,
      `${NAV}<article><h1>${FR.title}</h1>${FR.paragraphs.map((t) => `<p>${t}</p><div class="ad"><span>Publicité</span></div>`).join('')}</article>${FOOT}`,
    ),
  ),
  made(
    'pictures with captions',
    EN,
    page(
      EN,
      `${NAV}<article><h1>${EN.title}</h1><figure><img src="a.jpg" alt="x"><figcaption>Photograph: A. Lens</figcaption></figure>${P(EN)}</article>${FOOT}`,
    ),
  ),
  made(
    'list in the text',
    EN,
    page(
      EN,
      `${NAV}<article><h1>${EN.title}</h1><ul>${EN.paragraphs
        .slice(0, 3)
        .map((t) => `<li>${t}</li>`)
        .join('')}</ul>${P({ ...EN, paragraphs: EN.paragraphs.slice(3) })}</article>${FOOT}`,
    ),
  ),
  made(
    'table in the text',
    EN,
    page(
      EN,
      `${NAV}<article><h1>${EN.title}</h1>${P(EN)}<table><tr><th>Year</th><th>Sum</th></tr><tr><td>2025</td><td>$2bn</td></tr><tr><td>2026</td><td>$1.5bn</td></tr></table></article>${FOOT}`,
    ),
    { text: [...EN.paragraphs, 'Year Sum 2025 $2bn 2026 $1.5bn'] },
  ),
  made(
    'short item',
    SHORT,
    page(SHORT, `${NAV}<main><article><h1>${SHORT.title}</h1>${P(SHORT)}</article>${RELATED(SHORT)}</main>${FOOT}`),
  ),
  made('long read', LONG, page(LONG, `${NAV}<main><article><h1>${LONG.title}</h1>${P(LONG)}</article></main>${FOOT}`)),
  made(
    'lines broken by br',
    EN,
    page(
      EN,
      `${NAV}<div class="article"><h1>${EN.title}</h1><div>${EN.paragraphs.join('<br><br>')}</div></div>${FOOT}`,
    ),
  ),
  made(
    'bare text in one div',
    ES,
    page(ES, `${NAV}<h1>${ES.title}</h1><div id="texto">${ES.paragraphs.join('<br/>\n')}</div>${FOOT}`),
  ),
  made(
    'sections with headings',
    EN,
    page(
      EN,
      `${NAV}<article><h1>${EN.title}</h1>${EN.paragraphs.map((t, n) => (n % 2 === 0 ? `<section><h2>${heads[n / 2]}</h2><p>${t}</p>` : `<p>${t}</p></section>`)).join('')}</article>${FOOT}`,
    ),
    { text: SECTIONED },
  ),
  made(
    'cookie banner before the content',
    EN,
    page(
      EN,
      `<div id="cookie-consent" role="dialog"><h2>We value your privacy</h2><p>We and our 842 partners store and access information on a device, such as cookies, and process personal data for advertising and content measurement. You may accept or manage your choices at any time.</p><button>Accept all</button></div>${NAV}<article><h1>${EN.title}</h1>${P(EN)}</article>${FOOT}`,
    ),
  ),
  made(
    'comments longer than the article',
    SHORT,
    page(SHORT, `${NAV}<article><h1>${SHORT.title}</h1>${P(SHORT)}</article>${COMMENTS}${FOOT}`),
  ),
  made('press release', EN, page(EN, `${NAV}<div class="press-release"><h1>${EN.title}</h1>${P(EN)}</div>${FOOT}`)),
  made(
    'several headings of the first order',
    DE,
    page(
      DE,
      `<h1>Tagesblatt</h1>${NAV}<article><h1>${DE.title}</h1>${P(DE)}</article><h1>Weitere Meldungen</h1>${RELATED(DE)}${FOOT}`,
    ),
  ),
  made(
    'quotations set apart',
    EN,
    page(
      EN,
      `${NAV}<article><h1>${EN.title}</h1>${EN.paragraphs.map((t, n) => (n === 2 ? `<blockquote><p>${t}</p></blockquote>` : `<p>${t}</p>`)).join('')}</article>${FOOT}`,
    ),
  ),
  made(
    'tags never closed',
    EN,
    page(
      EN,
      `<div class=nav><a href=/>Home</a><div class=article><h1>${EN.title}</h1>${EN.paragraphs.map((t) => `<p>${t}`).join('\n')}</div>`,
    ),
  ),
  made(
    'windows-1252',
    FR,
    Buffer.from(
      page(FR, `<article><h1>${FR.title}</h1>${P(FR)}</article>`)
        .replace('charset="utf-8"', 'charset="iso-8859-1"')
        .replaceAll('’', "'")
        .replaceAll('œ', 'oe'),
      'latin1',
    ),
    {
      text: FR.paragraphs.map((t) => t.replaceAll('’', "'")),
      title: FR.title.replaceAll('’', "'"),
      contentType: 'text/html',
    },
  ),
  made(
    'XHTML',
    IT,
    `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd"><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="it"><head>${meta(IT).replaceAll('">', '" />').replaceAll('charset="utf-8" />', 'charset="utf-8" />')}</head><body><div id="corpo"><h1>${IT.title}</h1>${P(IT)}</div></body></html>`,
  ),
  made(
    'sidebar before the article',
    EN,
    page(
      EN,
      `${NAV}<aside class="sidebar">${RELATED(EN)}<p>Most read this week: our pick of the stories that readers spent most time with, from markets to technology and beyond.</p></aside><main><h1>${EN.title}</h1>${P(EN)}</main>${FOOT}`,
    ),
  ),
  made(
    'hidden copies of the text',
    EN,
    page(
      EN,
      `${NAV}<article><h1>${EN.title}</h1><div aria-hidden="true" style="display:none">${P(EN)}</div><div class="body">${P(EN)}</div></article>${FOOT}`,
    ),
  ),
  made(
    'interview',
    EN,
    page(
      EN,
      `${NAV}<article><h1>${EN.title}</h1>${EN.paragraphs.map((t, n) => `<p><strong>Question ${n + 1}: what happened then?</strong></p><p>${t}</p>`).join('')}</article>${FOOT}`,
    ),
    { text: EN.paragraphs.flatMap((t, n) => [`Question ${n + 1}: what happened then?`, t]) },
  ),
  made(
    'newsletter in tables',
    EN,
    page(
      EN,
      `<table><tr><td><table>${EN.paragraphs.map((t) => `<tr><td style="padding:8px">${t}</td></tr>`).join('')}</table></td></tr></table>`,
    ),
  ),
  made(
    'government page',
    EN,
    page(
      EN,
      `<a href="#content">Skip to main content</a><div id="global-header">${NAV}</div><div id="wrapper"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-l">${EN.title}</h1><div class="govspeak">${P(EN)}</div></div><div class="govuk-grid-column-one-third">${RELATED(EN)}</div></div>${FOOT}`,
    ),
  ),
  made(
    'web component with the text in a slot',
    EN,
    page(
      EN,
      `<x-app>${NAV}<x-article><h1 slot="title">${EN.title}</h1><div slot="body">${P(EN)}</div></x-article></x-app>${FOOT}`,
    ),
  ),
  made(
    'author and biography after the text',
    EN,
    page(
      EN,
      `${NAV}<article><h1>${EN.title}</h1><p class="byline">By A. Writer</p>${P(EN)}<div class="author-bio"><p>A. Writer covers technology from London.</p></div></article>${FOOT}`,
    ),
  ),
  made(
    'paragraphs with links and emphasis',
    DE,
    page(
      DE,
      `${NAV}<article><h1>${DE.title}</h1>${DE.paragraphs.map((t) => `<p>${t.replace(/(\S+ \S+)/, '<a href="/x"><b>$1</b></a>')}</p>`).join('')}</article>${FOOT}`,
    ),
  ),
  made(
    'site name before the title',
    ES,
    page(
      ES,
      `${NAV}<div class="noticia"><h1>${ES.title}</h1>${P(ES)}</div>${FOOT}`,
      `<meta charset="utf-8"><title>The Daily Example - ${ES.title}</title><meta property="article:published_time" content="2026-05-12">`,
    ),
  ),
  made(
    'inline script and style in the text',
    EN,
    page(
      EN,
      `${NAV}<article><h1>${EN.title}</h1>${EN.paragraphs.map((t, n) => `<p>${t}</p><script>track(${n}, "Alpha Cloud");</script><style>.p${n}{color:red}</style>`).join('')}</article>${FOOT}`,
    ),
  ),
  made(
    'one article in sections of a kind',
    EN,
    page(
      EN,
      `${NAV}<main><h1>${EN.title}</h1><div class="grid">${EN.paragraphs.map((t, n) => `<div class="chunk chunk-${n}"><p>${t}</p></div><div class="slot"><a href="/x">Our best offers of the week</a></div>`).join('')}</div></main>${FOOT}`,
    ),
  ),
  made(
    'gallery in the middle of the text',
    EN,
    page(
      EN,
      `${NAV}<article><h1>${EN.title}</h1><div class="text-wrapper">${P({ ...EN, paragraphs: EN.paragraphs.slice(0, 3) })}<div class="inline-gallery"><ul>${Array.from({ length: 12 }, (_, n) => `<li><h3>${n + 1}/12 Another company</h3><p>A picture of some other company, with several sentences about what it has done lately, number ${n}, and why that matters to its owners.</p></li>`).join('')}</ul></div>${P({ ...EN, paragraphs: EN.paragraphs.slice(3) })}</div></article>${FOOT}`,
    ),
  ),
  made(
    'who wrote it and when, as lines above the text',
    EN,
    page(
      EN,
      `${NAV}<article><h1>${EN.title}</h1><p>By Ann Writer, Example Wire, and Bob Reporter</p><p>Posted by the desk on 2026-05-12</p>${P(EN)}</article>${FOOT}`,
      bare(EN),
    ),
  ),
  made(
    'other stories at length in rows of the same class',
    EN,
    page(
      EN,
      `${NAV}<div class="row"><div class="row col"><article><h1>${EN.title}</h1>${P(EN)}</article></div><div class="row col">${Array.from({ length: 4 }, (_, n) => `<div class="teaser"><a href="/t/${n}"><h3>Quite another story ${n}</h3></a><p>Something else has happened elsewhere, and it is told here in a sentence of some length so that people follow the link, number ${n}.</p></div>`).join('')}</div></div>${FOOT}`,
    ),
  ),
  made(
    'names of sections that sound like buttons',
    EN,
    page(
      EN,
      `${NAV}<div class="content"><h1>${EN.title}</h1>${EN.paragraphs.map((t, n) => `<div class="section" id="${['sharing-the-cost', 'shared-history', 'social-media-rules', 'comments-by-rivals-story', 'part'][n % 5]}"><p>${t}</p></div>`).join('')}</div>${FOOT}`,
    ),
  ),
  made(
    'frame around the whole page that is named after its header',
    EN,
    page(
      EN,
      `<div class="container site_header">${NAV}<article><h1>${EN.title}</h1>${P(EN)}</article></div>
      <div class="legal"><p>This page was printed from the address that you see above, with the kind permission of those who own it.</p>
      <p>No part of what stands here may be copied or sent on in any form, with the exception of short quotations in reviews and the like.</p></div>${FOOT}`,
    ),
  ),
  made(
    'short opening in a block of its own that begins with a picture',
    EN,
    page(
      EN,
      `${NAV}<main><article id="story"><header><h1>${EN.title}</h1></header>
      <div class="supplement"><div class="text text-1"><figure><img src="a.jpg"></figure><p>${EN.paragraphs[0]}</p></div></div>
      <div class="slot"><a href="/x">Our best offers of the week</a></div>
      <div class="supplement"><div class="text text-2">${P({ ...EN, paragraphs: EN.paragraphs.slice(1) })}</div></div></article></main>${FOOT}`,
    ),
  ),
  {
    name: 'table of deals between opening and closing words',
    title: EN.title,
    date: '2026-05-12',
    text: ['Most of the money came back as orders.', 'Deals of the year', ...DEALS.flat(), 'All sums are in dollars.'],
    html: page(
      EN,
      `${NAV}<main><h1>${EN.title}</h1><div class="entry"><p>Most of the money came back as orders.</p>
      <table class="wikitable"><caption>Deals of the year</caption><thead><tr>${cells('th', DEALS[0])}</tr></thead>
      <tbody>${DEALS.slice(1)
        .map((row) => `<tr>${cells('td', row)}</tr>`)
        .join('')}</tbody></table><p>All sums are in dollars.</p></div></main>${FOOT}`,
    ),
  },
  made(
    'name of the section as the first heading',
    EN,
    page(EN, `${NAV}<h1>Technology and telecoms</h1><article><h2>${EN.title}</h2>${P(EN)}</article>${FOOT}`, bare(EN)),
    { date: null },
  ),
];
