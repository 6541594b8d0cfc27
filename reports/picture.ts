import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { recent } from '../model/recent.ts';
import { withScriptFonts } from './script-fonts.ts';

/** Twice the size on the page, so that it is sharp on paper and on fine screens. */
const ZOOM = 2;

/** Where the fonts for pictures and PDF lie: those that pdfmake brings, so that every machine draws the same. */
export const FONT_FOLDER = join(
  dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')),
  'fonts',
  'Roboto',
);

export interface Picture {
  png: Buffer;
  /** Size as it is meant to be shown, in CSS pixels. */
  width: number;
  height: number;
}

/** Characters of drawings whose pictures are kept: some hundred of them. */
const MOST_CHARACTERS = 200_000;
/** One piece of news goes to many people, each time with the same picture, and drawing it takes longer than sending it. */
const drawn = recent<Promise<Picture>>(MOST_CHARACTERS);

/** Takes a drawing as SVG; gives it as a PNG picture, names in other scripts included. Nothing else of the machine is looked at. */
export function drawPicture(svg: string): Promise<Picture> {
  return drawn.of(svg, () =>
    withScriptFonts([svg], ({ files }) =>
      pictureOf(
        svg,
        [...files.values()].map(({ regular }) => regular),
      ),
    ),
  );
}

/** The same of a drawing without words in other scripts. No file, font of the machine or address outside is looked at. */
export function pictureOf(svg: string, otherFonts: readonly string[] = []): Picture {
  const resvg = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: ZOOM },
    font: {
      loadSystemFonts: false,
      fontFiles: [...['Roboto-Regular.ttf', 'Roboto-Medium.ttf'].map((name) => join(FONT_FOLDER, name)), ...otherFonts],
      defaultFontFamily: 'Roboto',
    },
  });
  const image = resvg.render();
  return { png: image.asPng(), width: image.width / ZOOM, height: image.height / ZOOM };
}
