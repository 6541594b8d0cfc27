import { InvalidInput } from '../model/errors.ts';
import { pictureOf } from './picture.ts';

/** Where a logo stands on a cover, in points: it is fitted into this, its shape kept. */
export const LOGO_BOX = { width: 140, height: 56 };
/** Drawn three times as fine, for print. */
const FINE = 3;
const MOST_PIXELS = 4_000;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Width and height that a PNG says it has, in pixels; null for anything else. */
export function pngSize(bytes: Uint8Array): { width: number; height: number } | null {
  const png = Buffer.from(bytes);
  if (png.length < 33 || !png.subarray(0, 8).equals(SIGNATURE) || png.toString('latin1', 12, 16) !== 'IHDR')
    return null;
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

/** The size at which a picture fits into the place of the logo, in points. */
export function logoSize({ width, height }: { width: number; height: number }): { width: number; height: number } {
  const scale = Math.min(LOGO_BOX.width / width, LOGO_BOX.height / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/**
 * Takes a file that somebody handed in; gives the logo as a PNG of our own making, drawn anew: nothing of the file but
 * what can be seen goes on into reports. Throws InvalidInput when it is no PNG picture, too large, or shows nothing.
 */
export function logoOf(bytes: Uint8Array): Buffer {
  const size = pngSize(bytes);
  if (!size?.width || !size.height) throw refused('Choose a PNG picture.');
  if (size.width > MOST_PIXELS || size.height > MOST_PIXELS)
    throw refused(`At most ${MOST_PIXELS.toLocaleString('en')} pixels wide and high.`);
  const { width, height } = logoSize(size);
  const [w, h] = [(width * FINE) / 2, (height * FINE) / 2];
  const data = Buffer.from(bytes).toString('base64');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}"><image width="${w}" height="${h}" href="data:image/png;base64,${data}"/></svg>`;
  const drawn = pictureOf(svg).png;
  const empty = pictureOf(`<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}"></svg>`).png;
  if (drawn.equals(empty)) throw refused('This picture cannot be read, or shows nothing.');
  return drawn;
}

const refused = (sentence: string) => new InvalidInput(sentence, { logo: sentence });
