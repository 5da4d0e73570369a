import {
  type Misnomer,
  type OtherField,
  type Signal,
  type Taxonomy,
  taxonomy as ours,
  type Telltale,
} from '../taxonomy/index.ts';
import { PatternIndex, type Source, type WrittenIndex } from './patternIndex.ts';
import { allKeys, keyNumber } from './tokens.ts';
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

/** All that a taxonomy looks for. */
export type Indexes = { readonly [Name in keyof Payloads]: PatternIndex<Payloads[Name]> };

/** The indexes of our taxonomy as plain data, with the keys that they speak of. */
export interface WrittenPatterns {
  /** Parted by blanks. */
  readonly keys: string;
  readonly indexes: Readonly<Record<keyof Payloads, WrittenIndex>>;
}

type Sources = { readonly [Name in keyof Payloads]: readonly Source<Payloads[Name]>[] };

/** By a loop, and no list a signal: they are thousands, and every program makes them at its start. */
function sourcesOfSignals(signals: readonly Signal[]): Source<Signal>[] {
  const sources: Source<Signal>[] = [];
  for (const signal of signals)
    for (const pattern of signal.patterns) sources.push({ pattern, payload: signal });
  return sources;
}

function sourcesOf({ signals, masks, fields, misnomers, telltales }: Taxonomy): Sources {
  return {
    signals: sourcesOfSignals(signals),
    masks: masks.map((pattern) => ({ pattern, payload: null })),
    fields: fields.flatMap((field) =>
      field.patterns.map((cue) => ({ pattern: cue, payload: { field, cue } })),
    ),
    misnomers: misnomers.flatMap((misnomer) =>
      misnomerCues.flatMap((by) => misnomer[by].map((pattern) => ({ pattern, payload: { misnomer, by } }))),
    ),
    telltales: telltales.flatMap((telltale) =>
      telltale.patterns.map((pattern) => ({ pattern, payload: telltale })),
    ),
  };
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

/** @throws PatternError where a pattern of the taxonomy cannot be read */
export function indexesOf(
  taxonomy: Taxonomy,
  known: WrittenPatterns | null = written !== null && beginsWithOurs(taxonomy) ? written : null,
): Indexes {
  const keys = known?.keys.split(' ').map(keyNumber);
  const sources = sourcesOf(taxonomy);
  const index = <Name extends keyof Payloads>(name: Name): PatternIndex<Payloads[Name]> =>
    new PatternIndex<Payloads[Name]>(sources[name], taxonomy.vocabulary, known?.indexes[name], keys);
  return {
    signals: index('signals'),
    masks: index('masks'),
    fields: index('fields'),
    misnomers: index('misnomers'),
    telltales: index('telltales'),
  };
}

/** What a program may bring along, so that it need not read our patterns at its start. */
export function writtenPatterns(): WrittenPatterns {
  const { signals, masks, fields, misnomers, telltales } = indexesOf(ours, null);
  const indexes = {
    signals: signals.write(),
    masks: masks.write(),
    fields: fields.write(),
    misnomers: misnomers.write(),
    telltales: telltales.write(),
  };
  return { keys: allKeys().join(' '), indexes };
}
