import {
  type Misnomer,
  type OtherField,
  type Signal,
  type Taxonomy,
  taxonomy as ours,
  type Telltale,
} from '../taxonomy/index.ts';
import { type Match, PatternIndex, type Source, type WrittenIndex } from './patternIndex.ts';
import { allKeys, keyNumber, tokenize } from '../posting/tokens.ts';
import { written } from './written.ts';

type MisnomerCue = 'patterns' | 'hints' | 'exceptions';
const misnomerCues: readonly MisnomerCue[] = ['patterns', 'hints', 'exceptions'];

/** What the indexes of a taxonomy tell of a match. */
interface Payloads {
  readonly signals: Signal;
  readonly masks: null;
  readonly fields: { readonly field: OtherField; readonly cue: string };
  /** What a misnomer is known by, and where it is none. */
  readonly misnomers: { readonly misnomer: Misnomer; readonly by: MisnomerCue };
  readonly telltales: Telltale;
}

type Kind = keyof Payloads;
const kinds = ['signals', 'masks', 'fields', 'misnomers', 'telltales'] as const satisfies readonly Kind[];

interface Told {
  readonly kind: Kind;
  readonly payload: Payloads[Kind];
}

/** All that a taxonomy looks for, in one index: a text is gone through once. */
export type TaxonomyIndex = PatternIndex<Told>;

/** What stands in a text, by what it is; in the order of the text and then of the taxonomy. */
export type Matches = { readonly [Name in Kind]: readonly Match<Payloads[Name]>[] };

/** The index of our taxonomy as plain data, with the keys that it speaks of. */
export interface WrittenPatterns {
  /** Parted by blanks. */
  readonly keys: string;
  /** How many sources of each kind it is made of. */
  readonly counts: Readonly<Record<Kind, number>>;
  readonly index: WrittenIndex;
}

type Sources = Readonly<Record<Kind, readonly Source<Told>[]>>;

/** By loops: there are thousands, and every program makes them at its start. */
function sourcesOf({ signals, masks, fields, misnomers, telltales }: Taxonomy): Sources {
  const all: Record<Kind, Source<Told>[]> = {
    signals: [],
    masks: [],
    fields: [],
    misnomers: [],
    telltales: [],
  };
  const add = (payload: Told, patterns: readonly string[]): void => {
    for (const pattern of patterns) all[payload.kind].push({ pattern, payload });
  };
  for (const signal of signals) add({ kind: 'signals', payload: signal }, signal.patterns);
  add({ kind: 'masks', payload: null }, masks);
  for (const field of fields)
    for (const cue of field.patterns) add({ kind: 'fields', payload: { field, cue } }, [cue]);
  for (const misnomer of misnomers)
    for (const by of misnomerCues) add({ kind: 'misnomers', payload: { misnomer, by } }, misnomer[by]);
  for (const telltale of telltales) add({ kind: 'telltales', payload: telltale }, telltale.patterns);
  return all;
}

/** Whether what was written of our taxonomy holds for this one: ours, in whatever language, or with a team's own words. */
export function beginsWithOurs(taxonomy: Taxonomy): boolean {
  const begins = (name: 'signals' | 'fields' | 'telltales' | 'misnomers'): boolean =>
    ours[name].every(({ patterns }, index) => taxonomy[name][index]?.patterns === patterns);
  if (taxonomy === ours) return true;
  return (
    taxonomy.vocabulary === ours.vocabulary &&
    taxonomy.masks === ours.masks &&
    begins('signals') &&
    begins('fields') &&
    begins('telltales') &&
    begins('misnomers') &&
    ours.misnomers.every(({ hints, exceptions }, index) => {
      const other = taxonomy.misnomers[index];
      return other?.hints === hints && other.exceptions === exceptions;
    })
  );
}

/** The sources of all kinds in a row: first so many of each, as they were written, then the others. */
function inARow(sources: Sources, counts: Readonly<Record<Kind, number>> | undefined): Source<Told>[] {
  const countOf = (kind: Kind): number => counts?.[kind] ?? 0;
  return [
    ...kinds.flatMap((kind) => sources[kind].slice(0, countOf(kind))),
    ...kinds.flatMap((kind) => sources[kind].slice(countOf(kind))),
  ];
}

/** @throws PatternError where a pattern of the taxonomy cannot be read */
export function indexOf(
  taxonomy: Taxonomy,
  known: WrittenPatterns | null = written !== null && beginsWithOurs(taxonomy) ? written : null,
): TaxonomyIndex {
  const keys = known?.keys.split(' ').map(keyNumber);
  const sources = inARow(sourcesOf(taxonomy), known?.counts);
  return new PatternIndex(sources, taxonomy.vocabulary, known?.index, keys);
}

/** What a program may bring along, so that it need not read our patterns at its start. */
export function writtenPatterns(): WrittenPatterns {
  const sources = sourcesOf(ours);
  const counts = Object.fromEntries(kinds.map((kind) => [kind, sources[kind].length])) as Record<
    Kind,
    number
  >;
  const index = new PatternIndex(inARow(sources, counts), ours.vocabulary).write();
  return { keys: allKeys().join(' '), counts, index };
}

const nothing: readonly never[] = [];

/** All that stands in a text. */
export function matchesIn(text: string, { index }: { readonly index: TaxonomyIndex }): Matches {
  const found: { [Name in Kind]: readonly Match<Payloads[Name]>[] } = {
    signals: nothing,
    masks: nothing,
    fields: nothing,
    misnomers: nothing,
    telltales: nothing,
  };
  for (const { payload: told, from, to } of index.matches(tokenize(text))) {
    const same = found[told.kind] as Match<Payloads[Kind]>[];
    const match = { payload: told.payload, from, to };
    if (same.length === 0) (found as Record<Kind, Match<Payloads[Kind]>[]>)[told.kind] = [match];
    else same.push(match);
  }
  return found;
}
