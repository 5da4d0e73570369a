import { Lines } from './lines.ts';
import type { Span } from './span.ts';
import type { NamedRule, Suppression, Suppressions } from './suppressions.ts';

/** The one rule that comments switch off only by its name: it is about the comments themselves. */
export const aboutSuppressions = 'unused-suppression';

/** A comment as far as it is about one rule: the name that says so, or null for a comment that names none. */
export interface Cause {
  readonly suppression: Suppression;
  readonly name: NamedRule | null;
}

/** What is about a rule in a comment; undefined where nothing is. */
function nameFor(suppression: Suppression, rule: string): NamedRule | null | undefined {
  const { kind, rules } = suppression;
  if (rules.length > 0) return rules.find(({ id }) => id === rule);
  return rule === aboutSuppressions && kind !== 'enable' ? undefined : null;
}

/** Tells which comments of a document suppress what is found at a place. */
export class Reach {
  readonly #all: readonly Suppression[];
  /** What each comment for the next line covers: places where findings may start. */
  readonly #covered = new Map<Suppression, Span>();

  /** @param blocks the stretches of all blocks of the document; each is covered as a whole */
  constructor(source: string, { all, wholes }: Suppressions, blocks: readonly Span[]) {
    this.#all = all;
    const forLine = all.filter(({ kind }) => kind === 'disable-next-line');
    if (forLine.length === 0) return;
    const lines = new Lines(source);
    const ends = new Map<number, number>();
    for (const span of [...wholes, ...blocks]) {
      const line = lines.at(span.start);
      ends.set(line, Math.max(ends.get(line) ?? 0, span.end));
    }
    const shown = new Lines(withoutComments(source, all));
    // Searched from the end, so that a run of comments is passed over once.
    let next: number | null = null;
    let line = shown.count - 1;
    for (const suppression of [...forLine].reverse()) {
      const own = lines.at(suppression.span.end);
      for (; line > own; line--) if (!/^[\s>]*$/.test(shown.text(line))) next = line;
      if (next === null) continue;
      const { start, end } = lines.span(next);
      this.#covered.set(suppression, { start, end: Math.max(end, ends.get(next) ?? 0) });
    }
  }

  /** Whether a comment for the next line covers what starts at an offset. */
  covers(suppression: Suppression, offset: number): boolean {
    const covered = this.#covered.get(suppression);
    return covered !== undefined && covered.start <= offset && offset < covered.end;
  }

  /** The comments that suppress a rule's finding that starts at an offset, in document order. */
  causes(rule: string, offset: number): Cause[] {
    const causes: Cause[] = [];
    const open: Cause[] = [];
    for (const suppression of this.#all) {
      const { kind, span } = suppression;
      const name = nameFor(suppression, rule);
      if (name === undefined) continue;
      const cause = { suppression, name };
      const before = span.end <= offset;
      if (kind === 'disable-file') causes.push(cause);
      else if (kind === 'disable-next-line') {
        if (this.covers(suppression, offset)) causes.push(cause);
      } else if (before && kind === 'disable') open.push(cause);
      else if (before) open.length = 0;
    }
    return [...causes, ...open];
  }

  /**
   * The comments, or names in them, that switch on again what a comment above has switched off.
   * @param counts whether a comment that switches off is one to keep
   */
  enabling(counts: (cause: Cause) => boolean): Cause[] {
    const causes: Cause[] = [];
    const off = new Set<string | null>();
    for (const suppression of this.#all) {
      const { kind, rules } = suppression;
      const names: readonly (NamedRule | null)[] = rules.length === 0 ? [null] : rules;
      if (kind === 'disable')
        for (const name of names) if (counts({ suppression, name })) off.add(name?.id ?? null);
      if (kind !== 'enable') continue;
      for (const name of names) {
        if (name === null ? off.size > 0 : off.has(name.id) || off.has(null))
          causes.push({ suppression, name });
        if (name === null) off.clear();
        else off.delete(name.id);
      }
    }
    return causes;
  }
}

/** The source with blanks for its comments; line breaks stay. */
function withoutComments(source: string, all: readonly Suppression[]): string {
  let text = '';
  let done = 0;
  for (const { span } of all) {
    if (span.start < done) continue;
    text += source.slice(done, span.start) + source.slice(span.start, span.end).replace(/[^\r\n]/g, ' ');
    done = span.end;
  }
  return text + source.slice(done);
}
