import { type CheerioAPI, load } from 'cheerio';

/** A page as a person without script sees it. */
export interface Seen {
  status: number;
  path: string;
  $: CheerioAPI;
  /** The words on the page, spaces folded. */
  words: string;
}

/** Walks a running Dealwatch as a browser without script would: keeps cookies, follows links, sends forms. */
export class Visitor {
  readonly #base: string;
  readonly #cookies = new Map<string, string>();

  constructor(base: string) {
    this.#base = base;
  }

  get(path: string): Promise<Seen> {
    return this.#ask(path, {});
  }

  /** Sends the first form on the page that holds a control with this name or an action that ends so, hidden fields included. */
  submit(page: Seen, form: string, fields: Record<string, string>): Promise<Seen> {
    const { $ } = page;
    const found = $('form').filter(
      (_, f) => ($(f).attr('action') ?? '').endsWith(form) || $(f).find(`[name="${form}"]`).length > 0,
    );
    if (!found.length) throw new Error(`${page.path} has no form ${form}: ${page.words.slice(0, 400)}`);
    const one = found.first();
    const hidden = one
      .find('input[type=hidden]')
      .toArray()
      .map((i) => [$(i).attr('name') ?? '', $(i).attr('value') ?? '']);
    const body = new URLSearchParams([...hidden, ...Object.entries(fields)] as [string, string][]);
    return this.#ask(one.attr('action') || page.path, { method: 'POST', body });
  }

  async #ask(path: string, init: RequestInit, hops = 0): Promise<Seen> {
    const url = new URL(path, this.#base);
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { cookie, origin: this.#base } });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) as unknown as [string, string, string];
      this.#cookies.set(name, value);
    }
    const next = response.headers.get('location');
    if (next && hops < 5) return this.#ask(new URL(next, url).href, {}, hops + 1);
    const $ = load(await response.text());
    const words = $('body').text().replace(/\s+/g, ' ').trim();
    return { status: response.status, path: url.pathname + url.search, $, words };
  }
}
