import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { freeze } from '../../model/frozen-report.ts';
import { drawPicture } from '../../reports/picture.ts';
import { renderReport } from '../../reports/render.ts';
import { inScriptFonts, withScriptFonts } from '../../reports/script-fonts.ts';
import { temporaryFolder } from '../db/world.ts';
import { aReport } from './entry.ts';

/** Made-up firms, each in a script that the usual font of a PDF has not. */
const NAMES = {
  Korean: '한빛반도체',
  Japanese: 'アオゾラ人工知能株式会社',
  'simplified Chinese': '青云智能科技有限公司',
  'traditional Chinese': '青雲臺灣資訊',
  Hebrew: 'ענן כחול',
  Arabic: 'السحابة الزرقاء',
  Devanagari: 'नीला बादल',
  Thai: 'เมฆสีน้ำเงิน',
};
const POPPLER = spawnSync('pdftotext', ['-v']).status === 0;

async function pdfNaming(target: string): Promise<Buffer> {
  const report = aReport('dossier', { pair: { target }, title: `Amazon and ${target}` });
  return renderReport(report, freeze(report).id, 'pdf');
}

async function fontsIn(pdf: Buffer): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages = Array.from({ length: document.numPages }, async (_, n) => {
    const { items } = await (await document.getPage(n + 1)).getTextContent();
    return items.map((item) => ('str' in item ? item.str : '')).join('');
  });
  return (await Promise.all(pages)).join('');
}

describe('a PDF', () => {
  it.each(Object.entries(NAMES).filter(([script]) => !/Hebrew|Arabic/.test(script)))(
    'writes a name in %s so that it can be read and copied',
    async (_script, name) => {
      expect((await fontsIn(await pdfNaming(name))).replace(/[\s\u00a0]/g, '')).toContain(name.replaceAll(' ', ''));
    },
  );

  it.skipIf(!POPPLER).each(Object.entries(NAMES).filter(([script]) => /Hebrew|Arabic|Chinese|Korean/.test(script)))(
    'gives a name in %s back in the order in which it is read',
    async (script, name) => {
      const file = join(temporaryFolder(), 'report.pdf');
      writeFileSync(file, await pdfNaming(name));
      const text = execFileSync('pdftotext', [file, '-'])
        .toString()
        .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
      // Joined letters come back as forms of their own: NFKC gives the letters. Words may stand on two lines.
      expect([script, text.normalize('NFKC').replace(/\s+/g, ' ')]).toEqual([
        script,
        expect.stringContaining(name.normalize('NFKC')),
      ]);
    },
  );

  it('is the same bytes each time, whatever the script', async () => {
    const names = Object.values(NAMES).join(' ');
    expect((await pdfNaming(names)).equals(await pdfNaming(names))).toBe(true);
  });

  it('is not a byte larger for fonts that it does not need', async () => {
    const files = await withScriptFonts(['Ångström, Ελλάς, Яндекс · “a” → b'], ({ files }) => files.size);
    expect(files).toBe(0);
  });
});

describe('fonts of other scripts', () => {
  it('cut a text where the font changes, and turn the words of what is read from the right', async () => {
    const cut = (text: string) =>
      withScriptFonts([text], ({ pieces }) =>
        pieces(text).map(({ text, font }) => [text, font?.split('-')[1] ?? null]),
      );
    expect(await cut('Amazon')).toEqual([['Amazon', null]]);
    expect(await cut('Amazon and 한 (KR)')).toEqual([
      ['Amazon and ', null],
      ['한', 'kr'],
      [' (KR)', null],
    ]);
    expect(await cut('ענן כחול Ltd')).toEqual([
      ['כחול', 'hebrew'],
      ['\u00a0', null],
      ['ענן', 'hebrew'],
      [' Ltd', null],
    ]);
    expect((await cut('人工知能のアオゾラ')).every(([, font]) => font === 'jp')).toBe(true);
    expect((await cut('人工智能')).every(([, font]) => font === 'sc')).toBe(true);
  });

  it('leave nothing on the disk, even when the work fails', async () => {
    let file = '';
    const failing = withScriptFonts(['한빛'], ({ files }) => {
      file = [...files.values()][0]?.regular ?? '';
      expect(existsSync(file)).toBe(true);
      throw new Error('half-way');
    });
    await expect(failing).rejects.toThrow('half-way');
    expect(existsSync(file)).toBe(false);
  });

  it('are put into a drawing without touching what is escaped in it', async () => {
    const svg = '<svg><text x="1">A &amp; 한빛 &lt;b&gt;</text></svg>';
    const drawn = await withScriptFonts([svg], (fonts) => inScriptFonts(svg, fonts));
    expect(drawn).toMatch(/<text x="1">A &amp; (<tspan font-family="noto-kr-\d+">[한빛]+<\/tspan>)+ &lt;b&gt;<\/text>/);
  });

  it('draw a name in a picture: other letters give another picture, and none of them is a box', async () => {
    const draw = async (name: string) => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="40"><text x="4" y="28" font-family="Roboto" font-size="24">${name}</text></svg>`;
      return (await drawPicture(svg)).png.toString('base64');
    };
    const [one, other, boxes] = await Promise.all([draw('한빛'), draw('빛한'), draw('\u{10fffd}\u{10fffd}')]);
    expect(new Set([one, other, boxes]).size).toBe(3);
  });
});
