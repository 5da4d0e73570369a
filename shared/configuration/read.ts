import { createScanner, type Node, type ParseError, parseTree } from 'jsonc-parser';
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

/** Longest file that is read, in UTF-16 units, and how deep its values may be nested. */
const longest = 256 * 1024;
const deepest = 16;

/** A tree of JSON with comments, or why there is none. */
export interface ParsedFile {
  /** Undefined where there is nothing to read. */
  readonly root: Node | undefined;
  readonly problems: readonly ConfigurationProblem[];
}

/** Parses a file that somebody wrote. Never throws, whatever the text. */
export function parseFile(text: string): ParsedFile {
  if (text.length > longest)
    return refused(
      say`This file is longer than ${longest / 1024} KB and was not read. Look whether it is the file that is meant.`,
      { start: 0, end: 1 },
    );
  // The parser calls itself for each level: levels are counted before it runs.
  const deep = tooDeep(text);
  if (deep !== null)
    return refused(
      say`Values are nested more than ${deepest} deep here, so the file was not read. Look whether it is the file that is meant.`,
      deep,
    );
  if (text.trim() === '') return { root: undefined, problems: [] };
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
  // What follows the first fault is often no more than its consequence.
  const [error] = errors;
  if (error === undefined) return { root, problems: [] };
  const span = { start: error.offset, end: error.offset + error.length };
  const message = say`The text is not JSON here, so parts of the file may not apply. Comments and trailing commas are fine; look for a missing comma, quote or bracket.`;
  return { root, problems: [{ span, message, correction: null, schemaTells: true }] };
}

/** Reads the text of a `.posting-lens.json`. Never throws, whatever the text. */
export function readConfigurationFile(text: string, settings: Settings): ConfigurationSource {
  return read(text, settings, 'file');
}

/**
 * Settings of an editor or of the command line, checked as a file is. Editors give all settings, those that nobody chose
 * too, and groups of their own clients' settings: what is a default is left out.
 */
export function readSettings(values: unknown, settings: Settings): ConfigurationSource {
  const given = typeof values === 'object' && values !== null ? Object.entries(values) : [];
  const chosen = given.filter(([name, value]) => {
    if (!Object.hasOwn(settings, name))
      return !Object.keys(settings).some((each) => each.startsWith(`${name}.`));
    return (
      value !== null && JSON.stringify(value) !== JSON.stringify(settings[name as keyof Settings].default)
    );
  });
  return read(JSON.stringify(Object.fromEntries(chosen)), settings, 'editor');
}

function read(text: string, settings: Settings, place: Place): ConfigurationSource {
  const { root, problems } = parseFile(text);
  const checker = new Checker(place);
  const values = root === undefined ? {} : checker.settings(root, settings);
  return { text, values, places: checker.places, problems: [...problems, ...checker.problems] };
}

function refused(message: ConfigurationProblem['message'], span: Span): ParsedFile {
  return { root: undefined, problems: [{ span, message, correction: null, schemaTells: false }] };
}

/** Where the values are nested too deep, or null. */
function tooDeep(text: string): Span | null {
  const scanner = createScanner(text, true);
  const open: readonly number[] = [1, 3];
  const close: readonly number[] = [2, 4];
  const end = 17;
  let depth = 0;
  for (let token: number = scanner.scan(); token !== end; token = scanner.scan()) {
    if (open.includes(token)) depth += 1;
    else if (close.includes(token)) depth -= 1;
    if (depth > deepest) {
      const start = scanner.getTokenOffset();
      return { start, end: start + 1 };
    }
  }
  return null;
}
