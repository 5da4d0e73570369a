import { createRequire } from 'node:module';
import path from 'node:path';
import { ensurePackage } from '../vscode/support/packages.ts';

/** Only pictures need it, so it does not come with `npm ci`. What Chromium's canvas writes without loss is four times as large. */
const sharp = { name: 'sharp', version: '0.35.5', size: 'about 20 MB', installIn: [] };

/** What is used here of the library. */
interface Picture {
  png(options: { palette: true; colours: number; dither: number; effort: number }): Picture;
  webp(options: { lossless: true; effort: number }): Picture;
  toBuffer(): Promise<Buffer>;
}

/** A window is drawn in few colours; letters stay crisp because nothing is blurred, only their greys are rounded. */
const colours = 16;

/**
 * The same picture in a quarter of the bytes.
 * @param png a screenshot of a window
 * @returns a WebP
 */
export async function smallPicture(png: Buffer): Promise<Buffer> {
  const folder = await ensurePackage(sharp);
  const open = createRequire(path.join(folder, 'package.json'))(folder) as (bytes: Buffer) => Picture;
  const fewColours = await open(png).png({ palette: true, colours, dither: 0, effort: 10 }).toBuffer();
  return open(fewColours).webp({ lossless: true, effort: 6 }).toBuffer();
}
