import { clauseStarts } from '../posting/duty.ts';
import { forgetful, type Memory } from '../posting/memory.ts';
import type { Posting, Statement } from '../posting/posting.ts';
import type { Span } from '../posting/span.ts';
import type { Signal } from '../taxonomy/index.ts';
import { dutyCues, jobName, type ListContext, listContexts } from './dutyCues.ts';
import type { Lens } from './lens.ts';
import { tokenize } from './tokens.ts';

/** A signal that stands in a statement. `span` is in the statement's text. */
export interface Found {
  readonly signal: Signal;
  readonly span: Span;
  /** Which of the statement's clauses it begins in. */
  readonly clause: number;
}

/**
 * What is seen in a statement before anything is weighed: judging and training start from here, so they cannot see
 * different things.
 */
export interface StatementReading {
  readonly statement: Statement;
  /** What speaks for and against its being a duty. */
  readonly cues: readonly string[];
  /** Each signal at most once a clause, in the order of the text. */
  readonly signals: readonly Found[];
  /** "Write captions, answer comments and report" has three. */
  readonly clauses: number;
}

/** What is seen in a statement whatever stands around it. */
function signalsIn(text: string, lens: Lens): Pick<StatementReading, 'signals' | 'clauses'> {
  const starts = clauseStarts(text);
  const tokens = tokenize(text);
  const masks = lens.masks.matches(tokens);
  const signals: Found[] = [];
  let clause = 0;
  let longest = new Map<Signal, Found>();
  for (const { payload: signal, from, to } of lens.signals.matches(tokens)) {
    if (masks.some((mask) => from >= mask.from && from < mask.to)) continue;
    const span = { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
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

/** The cues by all that they depend on, as one text. */
const cuesBy = (_: string, statement: Statement, list: ListContext, job: string | null): readonly string[] =>
  dutyCues(statement, list, job);

function readStatement(
  statement: Statement,
  list: ListContext,
  job: string | null,
  lens: Lens,
  memory: Memory,
): StatementReading {
  const { content, section, form } = statement;
  const key = [section, form, list.verbs, list.leadIn, job, content.text].join('\n');
  return {
    statement,
    cues: memory.recall(cuesBy, key, statement, list, job),
    ...memory.recall(signalsIn, content.text, lens),
  };
}

/** @param memory what is known from the document's last state */
export function readPosting(posting: Posting, lens: Lens, memory: Memory = forgetful): StatementReading[] {
  const lists = listContexts(posting, memory);
  const job = jobName(posting);
  return posting.statements.map((statement, index) =>
    readStatement(statement, lists[index] ?? { verbs: 0, leadIn: null }, job, lens, memory),
  );
}
