import type { Edit } from '../edits/edit.ts';
import type { Span } from '../posting/span.ts';
import type { Phrase } from '../say.ts';

/** A known name in the place of a misspelt one. */
export interface Correction {
  readonly name: string;
  readonly edit: Edit;
}

/** A key or value of a configuration file that cannot be used. */
export interface ConfigurationProblem {
  /** Its place in the file. */
  readonly span: Span;
  readonly message: Phrase;
  /** What was meant, where that is plain. */
  readonly correction: Correction | null;
  /** An editor that knows the schema of the file says it by itself. */
  readonly schemaTells: boolean;
}
