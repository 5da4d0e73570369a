/** What a rule lets people choose beyond its severity. */
export type OptionSpec =
  | {
      readonly type: 'number';
      readonly default: number;
      readonly minimum: number;
      readonly maximum: number;
      readonly description: string;
    }
  | { readonly type: 'boolean'; readonly default: boolean; readonly description: string };

/** A rule's options by name. */
export type OptionTable = Readonly<Record<string, OptionSpec>>;

/** The values of a table's options, all of them: those that nobody set are the defaults. */
export type OptionValues<Table extends OptionTable> = {
  readonly [Name in keyof Table]: Table[Name] extends { readonly type: 'number' } ? number : boolean;
};

/** Anything set, with the defaults for the rest. What is set must have been checked against the table. */
export function optionValues<Table extends OptionTable>(
  table: Table,
  set: Readonly<Record<string, unknown>> = {},
): OptionValues<Table> {
  const values = Object.entries(table).map(([name, spec]) => [
    name,
    Object.hasOwn(set, name) ? set[name] : spec.default,
  ]);
  return Object.fromEntries(values) as OptionValues<Table>;
}
