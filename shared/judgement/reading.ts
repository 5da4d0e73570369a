import { clauseStarts } from '../posting/duty.ts';
import type { KnownText } from '../posting/knownText.ts';
import { othersWork } from '../posting/othersWork.ts';
import type { Posting, Statement } from '../posting/posting.ts';
import type { Span } from '../posting/span.ts';
import type { Signal } from '../taxonomy/index.ts';
import { dutyCues, jobName, listContexts, noList, type Surroundings } from './dutyCues.ts';
import type { Lens } from './lens.ts';
import { matchesIn } from './taxonomyIndex.ts';
import { tokenize } from '../posting/tokens.ts';

/** A signal that stands in a statement. `span` is in the statement's text. */
export interface Found {
  readonly signal: Signal;
  readonly span: Span;
  /** Which of the statement's clauses it begins in. */
  readonly clause: number;
}

/** What stands around a statement, with the lens that it is read with. */
export interface Around extends Surroundings {
  readonly lens: Lens;
}

/**
 * What is seen in a statement before anything is weighed: judging and training start from here, so they cannot see
 * different things.
 */
export interface Seen {
  /** What speaks for and against its being a duty. */
  readonly cues: readonly string[];
  /** Each signal at most once a clause, in the order of the text. */
  readonly signals: readonly Found[];
  /** "Write captions, answer comments and report" has three. */
  readonly clauses: number;
}

/** A statement with what is seen in it. */
export interface StatementReading extends Seen {
  readonly statement: Statement;
  readonly around: Around;
}

/** What is seen in a statement whatever stands around it. */
function signalsIn(text: string, lens: Lens, known: KnownText): Pick<Seen, 'signals' | 'clauses'> {
  const starts = clauseStarts(text);
  const tokens = tokenize(text);
  const { masks, signals: matches } = known.once(matchesIn, lens);
  const others = known.once(othersWork);
  const signals: Found[] = [];
  let clause = 0;
  let longest = new Map<Signal, Found>();
  for (const { payload: signal, from, to } of matches) {
    if (masks.some((mask) => from >= mask.from && from < mask.to)) continue;
    const span = { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
    if (others.some(({ start, end }) => span.start >= start && span.start < end)) continue;
    // Matches come in the order of the text, so that a clause is done with when the next begins.
    while ((starts[clause + 1] ?? Infinity) <= span.start) {
      signals.push(...longest.values());
      longest = new Map();
      clause += 1;
    }
    const known = longest.get(signal)?.span;
    if (known === undefined || span.end - span.start > known.end - known.start)
      longest.set(signal, { signal, span, clause });
  }
  signals.push(...longest.values());
  signals.sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.signal.id < b.signal.id ? -1 : 1),
  );
  return { signals, clauses: starts.length };
}

/** What is seen in a text that stands so. */
export const seenIn = (text: string, around: Around, known: KnownText): Seen => ({
  cues: dutyCues(text, around, known),
  ...known.once(signalsIn, around.lens),
});

/** The surroundings that were met, each once: a text knows again by them what was said of it. */
const met = new WeakMap<Lens, Map<string, Around>>();
/** A posting has a few dozen, and new ones with each letter of its title. */
const mostMet = 1000;

function metAs(around: Around): Around {
  const { section, form, list, job, lens } = around;
  const key = [section, form, list.verbs, list.leadIn, list.isLabel, job].join('\n');
  const all = met.get(lens) ?? new Map<string, Around>();
  const known = all.get(key);
  if (known !== undefined) return known;
  if (all.size >= mostMet) all.clear();
  met.set(lens, all.set(key, around));
  return around;
}

/** What is seen in each of a posting's statements. */
export function readPosting(posting: Posting, lens: Lens): StatementReading[] {
  const lists = listContexts(posting);
  const job = jobName(posting);
  let around: Around | null = null;
  return posting.statements.map((statement, index) => {
    const { section, form, content } = statement;
    const list = lists[index] ?? noList;
    if (around?.list !== list || around.section !== section || around.form !== form)
      around = metAs({ section, form, list, job, lens });
    return { statement, around, ...content.once(seenIn, around) };
  });
}
