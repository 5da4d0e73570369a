/** Where two states of a text differ: `[start, endBefore)` of the one is `[start, endAfter)` of the other. */
export interface Change {
  readonly start: number;
  readonly endBefore: number;
  readonly endAfter: number;
}

/** Texts are compared in stretches of this length first: comparing strings is much faster than comparing letters. */
const stride = 1024;

/** The shortest change that makes `after` of `before`; null where they are the same. */
export function changeBetween(before: string, after: string): Change | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (
    start + stride <= shorter &&
    before.slice(start, start + stride) === after.slice(start, start + stride)
  )
    start += stride;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let a = before.length;
  let b = after.length;
  const least = start + stride;
  while (Math.min(a, b) >= least && before.slice(a - stride, a) === after.slice(b - stride, b)) {
    a -= stride;
    b -= stride;
  }
  while (a > start && b > start && before.charCodeAt(a - 1) === after.charCodeAt(b - 1)) {
    a -= 1;
    b -= 1;
  }
  return { start, endBefore: a, endAfter: b };
}

/** What a reader makes of the stretch that it reads next. */
export interface Reading<Value> {
  /** Where the next part begins. */
  readonly end: number;
  /** How far it looked: past the text's length where it saw that the text ends there. */
  readonly looked: number;
  /** All that the next part must know of what came before. Null after the last part. */
  readonly next: string | null;
  /** Its offsets count from the part's start. */
  readonly value: Value;
}

export interface Part<Value> extends Reading<Value> {
  readonly start: number;
  readonly state: string;
}

/** A text that was read part by part, from left to right. */
export interface Parts<Value> {
  readonly text: string;
  readonly parts: readonly Part<Value>[];
}

/** A part of the text as it was that reads the same now, if one begins at this place. */
function reusable<Value>(
  starts: ReadonlyMap<number, Part<Value>>,
  at: number,
  change: Change | null,
): Part<Value> | undefined {
  if (change === null) return starts.get(at);
  const head = at <= change.start ? starts.get(at) : undefined;
  if (head !== undefined && head.looked <= change.start) return head;
  return at >= change.endAfter ? starts.get(at - change.endAfter + change.endBefore) : undefined;
}

/**
 * Reads a text part by part. Parts of its last state that began with the same state, and looked only at what has not
 * changed, are not read again.
 * @param from where the first part begins, `state` what it must know
 * @param read reads the part that begins at an offset; looks at nothing before it
 */
export function readParts<Value>(
  text: string,
  before: Parts<Value> | undefined,
  from: number,
  state: string,
  read: (start: number, state: string) => Reading<Value>,
): Parts<Value> {
  const change = before === undefined ? null : changeBetween(before.text, text);
  if (before !== undefined && change === null) return before;
  const starts = new Map(before?.parts.map((part) => [part.start, part]));
  const parts: Part<Value>[] = [];
  let next: string | null = state;
  for (let at = from; next !== null;) {
    const known: Part<Value> | undefined = reusable(starts, at, change);
    const moved = at - (known?.start ?? at);
    const part: Part<Value> =
      known?.state !== next
        ? { ...read(at, next), start: at, state: next }
        : moved === 0
          ? known
          : { ...known, start: at, end: known.end + moved, looked: known.looked + moved };
    parts.push(part);
    at = part.end;
    next = part.next;
  }
  return { text, parts };
}
