/**
 * The shape of a taxonomy as a table: what the checker of taxonomy files goes by, and what their JSON schema is made
 * from. The compiler holds it to `types.ts`, where `readTaxonomy` hands out what was checked.
 */

/** How a text must be written, beyond being one. */
export type TextForm = 'line' | 'id' | 'small' | 'pattern' | 'words' | 'date' | 'link';

export interface TextShape {
  readonly kind: 'text';
  readonly form: TextForm;
  readonly longest: number;
}
/** One of a few words. */
export interface ChoiceShape<Value extends string> {
  readonly kind: 'choice';
  readonly values: readonly Value[];
}
export interface NumberShape {
  readonly kind: 'number';
  readonly least: number;
  readonly most: number;
}
export interface BooleanShape {
  readonly kind: 'boolean';
}
export interface NullableShape<Of> {
  readonly kind: 'nullable';
  readonly of: Of;
}
/** A key that may be missing. */
export interface OptionalShape<Of> {
  readonly kind: 'optional';
  readonly of: Of;
}
export interface ListShape<Of> {
  readonly kind: 'list';
  readonly of: Of;
  readonly least: number;
  readonly most: number;
}
/** Exactly two. */
export interface PairShape<Of> {
  readonly kind: 'pair';
  readonly of: Of;
}
/** Names to values. */
export interface TableShape<Of> {
  readonly kind: 'table';
  readonly of: Of;
  readonly most: number;
}
export interface ObjectShape<Fields> {
  readonly kind: 'object';
  readonly fields: Fields;
  /** What each key is, as people are told. */
  readonly says: Readonly<Record<keyof Fields, string>>;
}

export type Shape =
  | TextShape
  | ChoiceShape<string>
  | NumberShape
  | BooleanShape
  | NullableShape<unknown>
  | OptionalShape<unknown>
  | ListShape<unknown>
  | PairShape<unknown>
  | TableShape<unknown>
  | ObjectShape<Readonly<Record<string, unknown>>>;

/** The type of the values that have a shape. */
export type ValueOf<S> =
  S extends ChoiceShape<infer Value>
    ? Value
    : S extends TextShape
      ? string
      : S extends NumberShape
        ? number
        : S extends BooleanShape
          ? boolean
          : S extends NullableShape<infer Of>
            ? ValueOf<Of> | null
            : S extends OptionalShape<infer Of>
              ? ValueOf<Of> | undefined
              : S extends ListShape<infer Of>
                ? readonly ValueOf<Of>[]
                : S extends PairShape<infer Of>
                  ? readonly [ValueOf<Of>, ValueOf<Of>]
                  : S extends TableShape<infer Of>
                    ? Readonly<Record<string, ValueOf<Of>>>
                    : S extends ObjectShape<infer Fields>
                      ? { readonly [Name in keyof Fields]: ValueOf<Fields[Name]> }
                      : never;

const text = (form: TextForm, longest: number): TextShape => ({ kind: 'text', form, longest });
const list = <Of>(of: Of, least: number, most: number): ListShape<Of> => ({ kind: 'list', of, least, most });
const pair = <Of>(of: Of): PairShape<Of> => ({ kind: 'pair', of });
const nullable = <Of>(of: Of): NullableShape<Of> => ({ kind: 'nullable', of });
const optional = <Of>(of: Of): OptionalShape<Of> => ({ kind: 'optional', of });
const boolean: BooleanShape = { kind: 'boolean' };

/** Each key with what it is and its shape. */
type Rows = Readonly<Record<string, readonly [says: string, shape: unknown]>>;
type FieldsOf<R extends Rows> = { readonly [Name in keyof R]: R[Name][1] };

function object<const R extends Rows>(rows: R): ObjectShape<FieldsOf<R>> {
  const column = (index: 0 | 1): unknown =>
    Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, row[index]]));
  return {
    kind: 'object',
    fields: column(1) as FieldsOf<R>,
    says: column(0) as Readonly<Record<keyof R, string>>,
  };
}

const id = text('id', 80);
const name = text('line', 80);
const sentence = text('line', 800);
const patterns = list(text('pattern', 300), 1, 60);
const somePatterns = list(text('pattern', 300), 0, 60);
const noun = object({ one: ['one of them', text('small', 40)], many: ['several', text('small', 40)] });
const smallWords = (most: number): ListShape<TextShape> => list(text('small', 60), 0, most);

const citation = object({
  author: ['who wrote the source', name],
  title: ['the title of the source', text('line', 200)],
  publisher: ['who published it', name],
  date: ['when, as 2010-03-17', text('date', 10)],
  part: ['which part of it is meant, in words', text('line', 300)],
  link: ['where it can be read', text('link', 500)],
});

const entry = {
  id: ['the name that signals and configuration know it by', id],
  roles: ['ids of the roles it belongs to; with two it tells nothing apart', list(id, 1, 2)],
  name: ['its name, as people read it', name],
  explanation: ['what it means', sentence],
  isNot: ['what it must not be taken for', sentence],
  examples: ['two examples', pair(text('line', 300))],
  citation: ['where it comes from', citation],
} as const;

/** Most signals and most patterns of all signals together: what ours has, twice. */
export const mostSignals = 6000;
export const mostPatterns = 8000;

export const taxonomyShape = object({
  id: ['the name of the taxonomy; ours has learned numbers, which belong to its id', id],
  citation: ['the source that tells the two roles apart', citation],
  roles: [
    'the two roles; the first is the positive side of every score',
    pair(
      object({
        id: ['the name that everything else knows the role by', id],
        title: ['its plain title, as a posting writes it', name],
        name: ['its name in running text', name],
        shortName: ['two or three words for narrow places', text('line', 40)],
        workName: ['what kind of work it is, for "this is ... work"', name],
        essence: ['what the person in this role is for', sentence],
        citation: ['where that comes from', citation],
      }),
    ),
  ],
  responsibilities: [
    'what the roles do',
    list(
      object({
        kind: ['"responsibility"', { kind: 'choice', values: ['responsibility'] } as const],
        core: ['whether the role is hardly the role without it', boolean],
        ...entry,
      }),
      2,
      100,
    ),
  ],
  traits: [
    'what their work is like',
    list(object({ kind: ['"trait"', { kind: 'choice', values: ['trait'] } as const], ...entry }), 0, 100),
  ],
  contexts: [
    'the businesses that call for one or the other',
    list(object({ kind: ['"context"', { kind: 'choice', values: ['context'] } as const], ...entry }), 0, 100),
  ],
  vocabulary: [
    'word lists that patterns name with @: entries parted by commas',
    { kind: 'table', of: text('words', 4000), most: 100 } as const,
  ],
  signals: [
    'what in the text betrays an entry',
    list(
      object({
        id: ['its name, as evidence shows it', id],
        entry: ['the entry it betrays; null for the work of other jobs', nullable(id)],
        role: ['the role it speaks for; null where it tells nothing apart', nullable(id)],
        weight: ['how much it says, as log-odds', { kind: 'number', least: 0, most: 5 } as const],
        patterns: ['the words that betray it, in the phrase language', patterns],
      }),
      2,
      mostSignals,
    ),
  ],
  masks: ['stretches of text that no signal may be read in', list(text('pattern', 300), 0, 300)],
  fields: [
    'other fields that use the same titles',
    list(
      object({
        id: ['its name, as gates show it', id],
        name: ['its name in running text', name],
        patterns: ['words of that field; three different ones close the gate', patterns],
      }),
      0,
      50,
    ),
  ],
  titles: [
    'how titles of the two roles are built',
    object({
      forms: [
        'one for each role',
        pair(
          object({
            role: ['whose titles', id],
            modifier: ['what a retitle writes before the noun', text('line', 60)],
            modifiers: ['what titles of the role say in that place, longest first', smallWords(100)],
            everyday: [
              'words of the role that other fields use as well',
              optional(
                object({
                  words: [
                    'what modifiers end in that name the job only right before its noun',
                    smallWords(20),
                  ],
                  companions: ['work that may be joined to the role’s by "&" and the like', smallWords(200)],
                }),
              ),
            ],
            ownNouns: ['nouns that only make sense with this role', smallWords(100)],
            wholes: ['whole titles that need no noun or modifier', smallWords(200)],
          }),
        ),
      ],
      nouns: ['nouns that name a job after a modifier', smallWords(200)],
      leads: ['what comes before a modifier, such as "head of"', smallWords(100)],
      plainNoun: ['the noun that a retitle writes in place of an own noun', text('line', 40)],
      others: ['words that make a title one of another job', smallWords(300)],
    }),
  ],
  misnomers: [
    'words that one role borrows from the other',
    list(
      object({
        word: ['the word, a noun for many people together', noun],
        member: ['what it calls one of them, after the word', noun],
        belongsTo: ['the role whose word it truly is', id],
        entry: ['the entry that explains the difference', id],
        people: ['the noun for the people who are meant', noun],
        group: ['the noun for all of them together', noun],
        meantName: ['what is meant, in running text', text('line', 200)],
        difference: ['how those who are meant differ, as "who ..."', text('line', 200)],
        patterns: ['what says outright that they are meant', patterns],
        hints: ['what means them in a posting of the role that borrows the word', somePatterns],
        exceptions: ['stretches in which the word is a name, denied, or true', somePatterns],
      }),
      0,
      50,
    ),
  ],
  telltales: [
    'what is telling of a role beside its duties',
    list(
      object({
        id: ['its name', id],
        kind: [
          'a number of success, a tool, or a mark of the market',
          { kind: 'choice', values: ['metric', 'tool', 'market'] } as const,
        ],
        role: ['the role that it is telling of', id],
        name: ['what it is, in the middle of a sentence', name],
        sure: ['whether it is enough to say something by', boolean],
        patterns: ['the words that betray it, in the phrase language', patterns],
      }),
      0,
      200,
    ),
  ],
  prior: [
    'log-odds towards the first role before anything is read',
    { kind: 'number', least: -5, most: 5 } as const,
  ],
});
