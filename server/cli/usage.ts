import { nearestTo } from '../pages.ts';

/** Something wrong with how the program was called. */
export class UsageError extends Error {}

/** What a name may have meant that there is not, else what names there are. */
export function insteadOf(written: string, names: readonly string[]): string {
  const near = nearestTo(written, names);
  return near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `There are ${names.join(', ')}.`;
}
