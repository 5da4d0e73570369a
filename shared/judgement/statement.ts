import { dutyClauses } from '../posting/duty.ts';
import type { Statement } from '../posting/posting.ts';
import type { Span } from '../posting/span.ts';
import type { RoleId, Signal } from '../taxonomy/index.ts';
import type { Lens } from './lens.ts';
import { sectionWeight, statementCap, sureSide, traitColour } from './numbers.ts';
import { tokenize, type Token } from './tokens.ts';

/** A signal found in a statement. `span` is in the statement's text. */
export interface SignalMatch {
  readonly signal: Signal;
  readonly span: Span;
  /** What it adds to the statement, before the section's weight; 0 where another signal already said as much. */
  readonly weight: number;
}

/** Whose work a statement is: a role, both alike, another duty, or no duty at all. */
export type Side = RoleId | 'shared' | 'other' | 'none';

export interface JudgedStatement {
  readonly statement: Statement;
  readonly signals: readonly SignalMatch[];
  readonly side: Side;
  /** The entry that counts for most, if any. */
  readonly entry: string | null;
  /** Log-odds towards the first role of the pair; negative for the second. With the section's weight. */
  readonly weight: number;
  /** The sides of its clauses ("write captions, answer comments and report": three), if it is a duty. */
  readonly clauses: readonly Side[];
}

interface Reading {
  readonly signals: readonly SignalMatch[];
  readonly masked: readonly Span[];
}

function isMasked(
  tokens: readonly Token[],
  from: number,
  masks: readonly { from: number; to: number }[],
): boolean {
  return tokens.length > 0 && masks.some((mask) => from >= mask.from && from < mask.to);
}

/**
 * The signals of a text. Of several that betray the same entry only the strongest counts, so that a list of five networks
 * is no more than one; what stands in a masked stretch is not read.
 */
export function readSignals(text: string, lens: Lens): Reading {
  const tokens = tokenize(text);
  const masks = lens.masks.matches(tokens);
  const span = (from: number, to: number): Span => ({
    start: tokens[from]?.start ?? 0,
    end: tokens[to - 1]?.end ?? 0,
  });
  const best = new Map<string, { from: number; to: number; signal: Signal }>();
  for (const { payload: signal, from, to } of lens.signals.matches(tokens)) {
    if (isMasked(tokens, from, masks)) continue;
    const known = best.get(signal.id);
    if (known === undefined || to - from > known.to - known.from) best.set(signal.id, { from, to, signal });
  }
  const strongest = new Map<string, string>();
  for (const { signal } of best.values()) {
    const leader = best.get(strongest.get(signal.entry) ?? '')?.signal;
    if (leader === undefined || signal.weight > leader.weight) strongest.set(signal.entry, signal.id);
  }
  const signals = [...best.values()]
    .map(({ signal, from, to }) => ({
      signal,
      span: span(from, to),
      weight: strongest.get(signal.entry) === signal.id ? signal.weight : 0,
    }))
    .sort((a, b) => a.span.start - b.span.start || b.weight - a.weight);
  return { signals, masked: masks.map((mask) => span(mask.from, mask.to)) };
}

function strongestEntry(signals: readonly SignalMatch[], role: RoleId | null): string | null {
  let best: SignalMatch | null = null;
  for (const match of signals)
    if (match.signal.role === role && (best === null || match.weight > best.weight)) best = match;
  return best?.signal.entry ?? null;
}

/** Log-odds towards the first role, each role's part capped. Traits and contexts colour a duty, they do not make one. */
function lead(signals: readonly SignalMatch[], lens: Lens, colour = 1): number {
  const [first, second] = lens.taxonomy.roles;
  const part = (match: SignalMatch): number =>
    match.weight * (lens.duties.has(match.signal.entry) ? 1 : colour);
  const sum = (role: RoleId): number =>
    Math.min(
      statementCap,
      signals.reduce((total, match) => total + (match.signal.role === role ? part(match) : 0), 0),
    );
  return sum(first.id) - sum(second.id);
}

function sideOf(signals: readonly SignalMatch[], lens: Lens): Side {
  const [first, second] = lens.taxonomy.roles;
  const ahead = lead(signals, lens, traitColour);
  if (Math.abs(ahead) >= sureSide) return ahead > 0 ? first.id : second.id;
  return signals.some((match) => match.signal.role === null) ? 'shared' : 'other';
}

/** Of the signals that betray one entry, the strongest, in full. */
function strongestPerEntry(signals: readonly SignalMatch[]): SignalMatch[] {
  const best = new Map<string, SignalMatch>();
  for (const { signal, span } of signals)
    if (signal.weight >= (best.get(signal.entry)?.weight ?? 0))
      best.set(signal.entry, { signal, span, weight: signal.weight });
  return [...best.values()];
}

/**
 * The sides of the clauses, each by the signals that begin in it. A clause that says nothing of its own goes on with
 * what the rest of the statement is about ("find, invite and welcome newcomers"), if the rest is of one side.
 */
function clausesOf(text: string, signals: readonly SignalMatch[], side: Side, lens: Lens): Side[] {
  const starts = dutyClauses(text);
  const own = starts.map((start, index): Side => {
    const end = starts[index + 1] ?? text.length;
    const strongest = strongestPerEntry(
      signals.filter((match) => match.span.start >= start && match.span.start < end),
    );
    return sideOf(strongest, lens);
  });
  const roles = new Set(own.filter((each) => each !== 'other' && each !== 'shared'));
  return roles.size <= 1 ? own.map((each) => (each === 'other' ? side : each)) : own;
}

/** Judges one statement by itself and by its section. */
export function judgeStatement(statement: Statement, lens: Lens): JudgedStatement {
  const { text } = statement.content;
  const { signals } = readSignals(text, lens);
  const [first, second] = lens.taxonomy.roles;
  const ahead = lead(signals, lens);
  const weight = ahead * (statement.duty ? 1 : sectionWeight[statement.section]);
  const side: Side = statement.duty ? sideOf(signals, lens) : 'none';
  const entry =
    side === 'shared' || ahead === 0
      ? strongestEntry(signals, null)
      : strongestEntry(signals, ahead > 0 ? first.id : second.id);
  return {
    statement,
    signals,
    side,
    entry,
    weight,
    clauses: statement.duty ? clausesOf(text, signals, side, lens) : [],
  };
}
