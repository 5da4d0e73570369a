import type { FormatId } from '../../shared/index.ts';
import { type Model, reference, type Rendering, renderings } from '../support/renderings.ts';

/** A posting with as many sections as make so many letters; no two items are the same. */
function longModel(length: number): Model {
  const items = reference.sections[0]?.items ?? [];
  const size = items.join('').length + 100;
  const sections = Array.from({ length: Math.ceil(length / size) }, (_, index) => ({
    heading: `What you’ll do in region ${index}`,
    items: items.map((item) => `${item} for team ${index}`),
  }));
  return { ...reference, sections };
}

/** A posting of about so many letters in a format. */
export function longPosting(format: FormatId, length: number): Rendering {
  const wanted = format === 'posting' ? 'posting' : format;
  const found = renderings(longModel(length)).find((each) => each.format === wanted);
  if (found === undefined) throw new Error(`There is no rendering in ${format}.`);
  return found;
}

/** Where a letter may be typed: in a word about the middle. */
export const middle = (source: string): number => source.indexOf('for team', source.length / 2) + 2;
