import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Unreadable } from '../../model/errors.ts';
import { readFile } from '../../sources/files/read-file.ts';
import { docx, zip } from '../helpers/zip.ts';
import { NOW } from './site.ts';

const FIXTURES = new URL('../fixtures/files/', import.meta.url);
const given = (name: string, content: string | Uint8Array) => ({
  name,
  bytes: typeof content === 'string' ? Buffer.from(content) : content,
  fetchedAt: NOW,
});
const fixture = (name: string) => readFile(given(name, readFileSync(new URL(name, FIXTURES))));

describe('PDF', () => {
  it('gives paragraphs, headings and table rows, without what stands on every page', async () => {
    const { title, published, text, warnings } = await fixture('release.pdf');
    expect(title).toBe('Alpha Cloud invests in Beta Models');
    expect(published).toBeNull();
    const paragraphs = text.split('\n\n');
    expect(paragraphs[0]).toBe('Alpha Cloud invests a further $1.5 billion in Beta Models');
    expect(paragraphs).toContain(
      'Under the agreement, Beta Models will spend at least $6 billion on the cloud services of Alpha Cloud over the next five years, and will use the accelerators of Alpha Cloud for the training of its largest models.',
    );
    expect(paragraphs).toContain('Terms');
    expect(paragraphs).toContain('Amount $1.5 billion');
    expect(text).not.toMatch(/Page \d of \d|newsroom/);
    expect(text.match(/according to statement number \d+\./g)).toHaveLength(14);
    expect(warnings).toEqual([]);
  });

  it('takes the day from the line at its head, when that is not ahead', async () => {
    const bytes = readFileSync(new URL('release.pdf', FIXTURES));
    const later = await readFile({ name: 'release.pdf', bytes, fetchedAt: '2026-06-01T08:00:00.000Z' as typeof NOW });
    expect(later.published).toBe('2026-05-20');
  });

  it('reads columns one after the other, puts cut words together, and takes no file name for a title', async () => {
    const { title, published, text } = await fixture('columns.pdf');
    expect(published).toBeNull();
    expect(title).toBe('Bundeskartellamt prüft Einstieg der Alpha Cloud bei Beta Models');
    const numbers = [...text.matchAll(/Absatz Nummer (\d+)\./g)].map((m) => Number(m[1]));
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(text.match(/Zusammenschlussvorhabens dauert voraussichtlich/g)).toHaveLength(12);
  });

  it('H15 H16 says why a broken, cut, locked or empty one cannot be read', async () => {
    const whole = readFileSync(new URL('release.pdf', FIXTURES));
    await expect(readFile(given('a.pdf', '%PDF-1.7\nnothing'))).rejects.toThrow(/broken/);
    await expect(readFile(given('a.pdf', whole.subarray(0, 900)))).rejects.toThrow(Unreadable);
    await expect(readFile(given('a.pdf', emptyPdf()))).rejects.toThrow(/no text/);
  });

  it('knows a PDF by its first bytes, whatever it is called', async () => {
    const bytes = readFileSync(new URL('release.pdf', FIXTURES));
    expect((await readFile(given('download', bytes))).text).toContain('$1.5 billion');
    expect((await readFile(given('page.html', bytes))).text).toContain('$1.5 billion');
  });
});

/** One page without anything on it. */
function emptyPdf(): string {
  return `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF`;
}

describe('Word', () => {
  it('gives headings and paragraphs', async () => {
    const file = docx('Beta Models to use Alpha', [
      'Alpha Cloud put $2 billion into Beta Models.',
      'The CMA looks at it.',
    ]);
    expect(await readFile(given('note.docx', file))).toMatchObject({
      title: 'Beta Models to use Alpha',
      text: 'Beta Models to use Alpha\n\nAlpha Cloud put $2 billion into Beta Models.\n\nThe CMA looks at it.',
    });
  });

  it('opens nothing that would unpack to more than a document, and says what a file is that it does not read', async () => {
    const huge = zip({ 'word/document.xml': 'x' }, 4_000_000_000);
    await expect(readFile(given('a.docx', huge))).rejects.toThrow(/unpacks to more/);
    await expect(readFile(given('a.docx', zip({ 'a.txt': 'x' })))).rejects.toThrow(/no Word document/);
    await expect(readFile(given('a.docx', docx('x', []).subarray(0, 300)))).rejects.toThrow(/cut off or broken/);
    await expect(readFile(given('a.xlsx', zip({ 'a.xml': 'x' })))).rejects.toThrow(/packed/);
    await expect(readFile(given('a.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex')))).rejects.toThrow(/older Word/);
  });

  it('resolves no external or nested entities (X-cases)', async () => {
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY f SYSTEM "file:///etc/passwd">]>';
    const file = docx('Title', ['&f; &c; after'], bomb);
    const read = await readFile(given('a.docx', file)).catch((error: unknown) => error);
    if (read instanceof Error) expect(read).toBeInstanceOf(Unreadable);
    else expect((read as { text: string }).text).not.toMatch(/root:|hahaha/);
  });
});

describe('mail', () => {
  const head = 'From: Newsletter <news@example.org>\r\nSubject: =?utf-8?q?Deal_de_l=27ann=C3=A9e?=\r\n';
  it('gives subject, sender, day and the plain text', async () => {
    const body = 'Date: Fri, 27 Feb 2026 23:30:00 -0500\r\n\r\nAlpha Cloud put $2 billion into Beta Models.\r\n';
    expect(await readFile(given('a.eml', head + body))).toMatchObject({
      title: "Deal de l'année",
      byline: 'Newsletter',
      publisher: 'example.org',
      published: '2026-02-28',
      text: 'Alpha Cloud put $2 billion into Beta Models.',
    });
  });

  it('reads HTML where there is no plain text, names attachments, and believes no date in the future', async () => {
    const body = `Date: Fri, 27 Feb 2099 10:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/html

<p>Alpha Cloud put $2 billion<script>x</script> into Beta Models.</p><p>More</p>
--b
Content-Type: application/pdf
Content-Disposition: attachment; filename="terms.pdf"

JVBERi0=
--b--
`;
    const read = await readFile(given('a.eml', head + body.replaceAll('\n', '\r\n')));
    expect(read.text).toBe('Alpha Cloud put $2 billion into Beta Models.\n\nMore');
    expect(read.published).toBeNull();
    expect(read.warnings.join()).toContain('terms.pdf');
  });
});

describe('pages and text', () => {
  const story = 'The company said on Monday that it had agreed to buy the start-up for two billion dollars. '.repeat(4);
  it('go the way of every page that is fetched', async () => {
    const page = `<html><head><title>A deal</title><link rel="canonical" href="https://www.news.example/a"></head><body><article><p>${story}</p></article></body></html>`;
    expect(await readFile(given('saved.html', page))).toMatchObject({
      title: 'A deal',
      url: 'https://www.news.example/a',
      publisher: 'news.example',
    });
    expect(await readFile(given('note.txt', `A deal is done\n\n${story}`))).toMatchObject({
      title: 'A deal is done',
      url: null,
      publisher: null,
    });
  });

  it('are refused when empty, too large or without words', async () => {
    await expect(readFile(given('a.txt', ''))).rejects.toThrow(/empty/);
    await expect(readFile(given('a.txt', new Uint8Array(31 * 1024 * 1024)))).rejects.toThrow(/larger than 30 MB/);
    await expect(readFile(given('a.txt', 'two words'))).rejects.toThrow(Unreadable);
  });

  it('are refused when they are no text, whatever they are called', async () => {
    const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251);
    for (const name of ['a.txt', 'a.bin', 'a.html']) {
      await expect(readFile(given(name, noise))).rejects.toThrow(/^The content is no text/);
    }
  });

  it('with a stray control character are read all the same', async () => {
    const text = `Amazon has put 4 billion dollars into Anthropic.\u0000 ${'It said so on Monday. '.repeat(20)}`;
    expect((await readFile(given('a.txt', text))).text).toContain('4 billion dollars');
  });
});
