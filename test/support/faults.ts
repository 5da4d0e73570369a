import path from 'node:path';
import { pathToFileURL } from 'node:url';

const hook = pathToFileURL(path.join(import.meta.dirname, 'faults.mjs')).href;

/** What is broken in a shipped program: a rule, or the reading of documents with that text in them. */
export interface Faults {
  readonly rule?: string;
  readonly text?: string;
}

/** Node's arguments that break a program. */
export const faultyNode = (faults: Faults): string[] => [
  '--import',
  `${hook}?${new URLSearchParams({ ...faults })}`,
];

/** The same for the environment of a program. */
export const faulty = (faults: Faults): NodeJS.ProcessEnv => ({ NODE_OPTIONS: faultyNode(faults).join(' ') });
