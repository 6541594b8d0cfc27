import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { read } from '../../cli/read.ts';

interface Line {
  id: string;
  error?: string;
  language?: string;
  deals?: { kind: string; acquirer: string; target: string; amounts: { value: number; quote: string }[] }[];
  flags?: { rule: string; acquirer: string; target: string; quotes: { quote: string }[] }[];
}

const LOOP =
  'Amazon invested $2 billion in the AI start-up Anthropic in March. In return Anthropic named AWS its primary cloud provider and will train its models there.';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dealwatch-read-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const put = async (name: string, content: string) => {
  await writeFile(join(folder, name), content);
  return join(folder, name);
};

async function run(args: string[], stdin = ''): Promise<{ status: number; lines: Line[]; complaints: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const status = await read(args, { stdout, stderr, stdin: Readable.from([Buffer.from(stdin)]) });
  const text = (stream: PassThrough) => (stream.read() as Buffer | null)?.toString() ?? '';
  const lines = text(stdout).split('\n').filter(Boolean);
  return { status, lines: lines.map((line) => JSON.parse(line) as Line), complaints: text(stderr) };
}

describe('read', () => {
  it('prints the deals and flags of an annotated document, each with its words', async () => {
    const path = await put(
      'x.json',
      JSON.stringify({ id: 'doc-7', lang: 'en', published: '2025-04-02', title: '', text: LOOP }),
    );
    const { status, lines } = await run([path]);
    expect(status).toBe(0);
    expect(lines[0]).toMatchObject({ id: 'doc-7', language: 'en' });
    expect(lines[0]?.deals?.map((d) => d.kind).sort()).toEqual(['cloud', 'investment']);
    expect(lines[0]?.deals?.flatMap((d) => d.amounts)[0]).toMatchObject({ value: 2_000_000_000, quote: '$2 billion' });
    const flag = lines[0]?.flags?.[0];
    expect(flag).toMatchObject({ rule: 'round-trip', acquirer: 'Amazon', target: 'Anthropic' });
    expect(flag?.quotes.some((q) => q.quote.includes('primary cloud provider'))).toBe(true);
  });

  it('reads a folder in order of names and leaves other files alone', async () => {
    await mkdir(join(folder, 'inner'));
    await put('b.txt', `A note\n\n${LOOP}`);
    await put(
      'a.html',
      `<html><head><title>News</title></head><body><article><h1>News</h1><p>${LOOP}</p><p>${LOOP}</p></article></body></html>`,
    );
    await put(
      'c.eml',
      `Subject: News\r\nFrom: a@example.org\r\nDate: Wed, 02 Apr 2025 10:00:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${LOOP}\r\n`,
    );
    await put('d.png', 'no text');
    const { status, lines } = await run([folder]);
    expect(status).toBe(0);
    expect(lines.map((l) => l.id)).toEqual(['a', 'b', 'c']);
    for (const line of lines)
      expect(line.deals?.some((d) => d.acquirer === 'Amazon' && d.target === 'Anthropic')).toBe(true);
  });

  it('says what cannot be read, reads the rest and ends with status 1', async () => {
    const good = await put('good.txt', LOOP);
    const { status, lines } = await run([
      join(folder, 'missing.txt'),
      await put('bad.json', '{"text":'),
      await put('empty.txt', ''),
      good,
    ]);
    expect(status).toBe(1);
    expect(lines.map((l) => [l.id, l.error !== undefined])).toEqual([
      ['missing', true],
      ['bad', true],
      ['empty', true],
      ['good', false],
    ]);
  });

  it('reads standard input, as text or as an annotated document', async () => {
    expect((await run(['-'], LOOP)).lines[0]?.deals?.length).toBe(2);
    expect((await run(['-'], JSON.stringify({ id: 'piped', text: LOOP }))).lines[0]?.id).toBe('piped');
  });

  it('asks for a path when none is named', async () => {
    const { status, complaints } = await run([]);
    expect(status).toBe(1);
    expect(complaints).toContain('npm run -s read');
  });
});
