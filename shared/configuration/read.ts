import { createScanner, type ParseError, parseTree } from 'jsonc-parser';
import type { Span } from '../posting/span.ts';
import { say } from '../say.ts';
import { Checker, type Place } from './checker.ts';
import type { ConfigurationProblem } from './problem.ts';
import type { Settings, SettingValues } from './settings.ts';

/** A configuration file as it can be used: what is wrong is left out and told, the rest applies. */
export interface ConfigurationSource {
  readonly text: string;
  readonly values: SettingValues;
  /** Where values stand: the keys that lead to one, joined with slashes. */
  readonly places: ReadonlyMap<string, Span>;
  readonly problems: readonly ConfigurationProblem[];
}

/** Longest configuration file that is read, in UTF-16 units, and how deep its values may be nested. */
const longest = 256 * 1024;
const deepest = 16;

const jsonWithComments = { allowTrailingComma: true, disallowComments: false };

/** Reads the text of a `.posting-lens.json`. Never throws, whatever the text. */
export function readConfigurationFile(text: string, settings: Settings): ConfigurationSource {
  return read(text, settings, 'file');
}

/** Settings of an editor or of the command line, checked as a file is. */
export function readSettings(values: unknown, settings: Settings): ConfigurationSource {
  return read(JSON.stringify(values ?? {}), settings, 'editor');
}

function read(text: string, settings: Settings, place: Place): ConfigurationSource {
  if (text.length > longest)
    return refused(
      text,
      say`This file is longer than ${longest / 1024} KB and was not read. A configuration is a page or two.`,
    );
  // The parser calls itself for each level: levels are counted before it runs.
  const deep = tooDeep(text);
  if (deep !== null)
    return refused(
      text,
      say`Values are nested more than ${deepest} deep here, so the file was not read.`,
      deep,
    );
  if (text.trim() === '') return { text, values: {}, places: new Map(), problems: [] };
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, jsonWithComments);
  const checker = new Checker(place);
  // What follows the first fault is often no more than its consequence.
  const [error] = errors;
  if (error !== undefined)
    checker.report(
      { start: error.offset, end: error.offset + error.length },
      say`The text is not JSON here, so parts of the file may not apply. Comments and trailing commas are fine; look for a missing comma, quote or bracket.`,
    );
  const values = root === undefined ? {} : checker.settings(root, settings);
  return { text, values, places: checker.places, problems: checker.problems };
}

function refused(text: string, message: ConfigurationProblem['message'], at = 0): ConfigurationSource {
  const span = { start: at, end: Math.min(at + 1, text.length) };
  const problem = { span, message, correction: null, schemaTells: false };
  return { text, values: {}, places: new Map(), problems: [problem] };
}

/** Where the values are nested too deep, or null. */
function tooDeep(text: string): number | null {
  const scanner = createScanner(text, true);
  const open: readonly number[] = [1, 3];
  const close: readonly number[] = [2, 4];
  const end = 17;
  let depth = 0;
  for (let token: number = scanner.scan(); token !== end; token = scanner.scan()) {
    if (open.includes(token)) depth += 1;
    else if (close.includes(token)) depth -= 1;
    if (depth > deepest) return scanner.getTokenOffset();
  }
  return null;
}
