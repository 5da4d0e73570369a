import { readFileSync, statSync } from 'node:fs';
import { decode, type Encoding } from './encoding.ts';

/** What was read of a file or a stream. */
export type Content =
  | { readonly text: string; readonly encoding: Encoding; readonly bytes: Buffer }
  | { readonly tooLarge: true }
  /** `bytes`: what there is in its place; null where nothing could be read, so that no one knows what it is. */
  | { readonly error: string; readonly bytes: Buffer | null };

/** UTF-8 takes no more than three bytes for a UTF-16 unit: so many bytes are longer than the limit, whatever they say. */
const tooManyBytes = (bytes: number, maxLength: number): boolean => bytes > 3 * maxLength + 3;

function contentOf(bytes: Buffer): Content {
  const decoded = decode(bytes);
  return decoded === null ? { error: 'it is not text in UTF-8', bytes } : { ...decoded, bytes };
}

/**
 * A file's text. A file whose size says that it is above the limit is not opened. What waits in its stead takes several
 * times as long as reading most files, so it is read at once.
 */
export async function readText(file: string, maxLength: number): Promise<Content> {
  try {
    const status = statSync(file);
    if (status.isFIFO() || status.isCharacterDevice()) {
      const { createReadStream } = await import('node:fs');
      return await readStream(createReadStream(file), maxLength);
    }
    if (tooManyBytes(status.size, maxLength)) return { tooLarge: true };
    return contentOf(readFileSync(file));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { error: `it cannot be read: ${reason}`, bytes: null };
  }
}

/** All of a stream. What is above the limit is taken, so that no writer breaks off, and not kept. */
export async function readStream(input: AsyncIterable<unknown>, maxLength: number): Promise<Content> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of input) {
    const bytes = chunk as Uint8Array;
    size += bytes.length;
    if (tooManyBytes(size, maxLength)) chunks.length = 0;
    else chunks.push(bytes);
  }
  return tooManyBytes(size, maxLength) ? { tooLarge: true } : contentOf(Buffer.concat(chunks));
}
