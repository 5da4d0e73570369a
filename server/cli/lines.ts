import { StringDecoder } from 'node:string_decoder';
import type { Line } from './ndjson.ts';

/** Longer lines are not held: a text at the limit of what is read, every unit of it written as an escape, is shorter. */
const longest = 6 * 4096 * 1024 + 2 ** 16;
/** A parcel of lines is this long, in UTF-16 units, before it is passed on, unless the input pauses earlier. */
const parcel = 2 ** 16;

/**
 * The lines of a stream, in parcels: those that have come together, so that whoever sends one line and waits gets an
 * answer. Only a line feed ends a line: JSON may hold any other sign.
 */
export async function* linesOf(input: AsyncIterable<unknown>): AsyncGenerator<Line[]> {
  const decoder = new StringDecoder('utf8');
  let number = 0;
  let begun = '';
  let dropping = false;
  const line = (text: string): Line => {
    number += 1;
    const isTooLong = dropping || text.length > longest;
    dropping = false;
    const start = number === 1 && text.startsWith('\ufeff') ? 1 : 0;
    return isTooLong
      ? { number, error: `longer than ${Math.round(longest / 2 ** 20)} MB` }
      : { number, text: text.slice(start) };
  };
  for await (const chunk of input) {
    const [first = '', ...rest] = decoder.write(chunk as Buffer).split('\n');
    begun = dropping ? '' : begun + first;
    let ready: Line[] = [];
    let size = 0;
    for (const next of rest) {
      ready.push(line(begun));
      size += begun.length;
      begun = next;
      if (size < parcel) continue;
      yield ready;
      ready = [];
      size = 0;
    }
    if (begun.length > longest) {
      dropping = true;
      begun = '';
    }
    if (ready.length > 0) yield ready;
  }
  begun += decoder.end();
  if (begun !== '' || dropping) yield [line(begun)];
}
