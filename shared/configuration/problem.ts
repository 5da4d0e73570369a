import type { Span } from '../posting/span.ts';
import type { Phrase } from '../say.ts';

/** A key or value of a configuration file that cannot be used. */
export interface ConfigurationProblem {
  /** Its place in the file. */
  readonly span: Span;
  readonly message: Phrase;
}
