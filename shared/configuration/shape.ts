import { ownWordsLimits } from '../judgement/extendTaxonomy.ts';
import type { OptionTable } from './options.ts';
import type { RuleSetting } from './configuration.ts';
import type { Severity } from './severity.ts';

/** What configuration knows of a rule; it never imports one. */
export interface ConfigurableRule {
  readonly id: string;
  readonly says: string;
  readonly severity: Severity;
  readonly options: OptionTable;
}

/** What a text stands for: each kind has bounds of its own. */
export type TextKind = 'pattern' | 'path' | 'phrase';

/** The form of a value: validation, JSON schema and TypeScript type are all made from it. */
export type Shape =
  | { readonly type: 'number'; readonly minimum: number; readonly maximum: number }
  | { readonly type: 'choice'; readonly values: readonly string[]; readonly says: readonly string[] }
  | { readonly type: 'text'; readonly kind: TextKind }
  | { readonly type: 'list'; readonly of: Shape; readonly most: number }
  /** Ids to values of one form. Ids that are not known belong to a taxonomy of the user's own. */
  | {
      readonly type: 'record';
      readonly of: Shape;
      readonly most: number;
      /** Id to the name that people know it by. */
      readonly known: Readonly<Record<string, string>>;
    }
  /** All of the fields are needed. */
  | { readonly type: 'object'; readonly fields: Readonly<Record<string, Field>> }
  /** Rule ids to a level, or to an object of severity and options. */
  | { readonly type: 'rules'; readonly rules: readonly ConfigurableRule[] };

export interface Field {
  readonly shape: Shape;
  readonly description: string;
}

/** The values that a form allows; those of an unknown form are unknown. */
export type ValueOf<S> = Shape extends S ? unknown : Known<S>;

type Known<S> = S extends { readonly type: 'number' }
  ? number
  : S extends { readonly type: 'choice'; readonly values: readonly (infer Value)[] }
    ? Value
    : S extends { readonly type: 'text' }
      ? string
      : S extends { readonly type: 'list'; readonly of: infer Item }
        ? readonly ValueOf<Item>[]
        : S extends { readonly type: 'record'; readonly of: infer Item }
          ? Readonly<Record<string, ValueOf<Item>>>
          : S extends { readonly type: 'object'; readonly fields: infer Fields }
            ? { readonly [Name in keyof Fields]: FieldValue<Fields[Name]> }
            : S extends { readonly type: 'rules' }
              ? Readonly<Record<string, RuleSetting>>
              : never;

type FieldValue<F> = F extends { readonly shape: infer Inner } ? ValueOf<Inner> : never;

/** Longest text of each kind, in UTF-16 units. */
export const longestText: Readonly<Record<TextKind, number>> = {
  pattern: 250,
  path: 500,
  phrase: ownWordsLimits.length,
};
