import { getNodeValue, type Node } from 'jsonc-parser';
import type { Edit } from '../edits/edit.ts';
import { patternOf, readPattern } from './glob.ts';
import { inserted, memberOf, replaced } from './members.ts';
import { parseFile } from './read.ts';
import { type Level, levels } from './severity.ts';

/** What a level is chosen for. */
export interface LevelPlace {
  /** The document that somebody looks at, from the file's folder. */
  readonly path: string;
  /** For this document only: then an override is written. */
  readonly onlyHere: boolean;
}

/**
 * Chooses a rule's level in a configuration file, where it holds for a document; comments and the way the file is written stay.
 * @param text the file's, or null where there is none yet
 * @returns edits of `text`, of the empty text where it is null; null where the text has no place for it
 */
export function setRuleLevel(
  text: string | null,
  rule: string,
  level: Level,
  { path, onlyHere }: LevelPlace,
): readonly Edit[] | null {
  const source = text ?? '';
  const rules = { [rule]: level };
  const files = patternOf(path);
  const override = { files: [files], rules };
  if (source.trim() === '') {
    const whole = onlyHere ? { overrides: [override] } : { rules };
    return [{ span: { start: 0, end: source.length }, newText: `${JSON.stringify(whole, null, 2)}\n` }];
  }
  const { root, problems } = parseFile(source);
  // Somebody is writing it: what is meant to stand where is not known.
  if (root?.type !== 'object' || problems.length > 0) return null;
  const overrides = memberOf(root, 'overrides');
  const all = overrides?.type === 'array' ? (overrides.children ?? []) : [];
  if (!onlyHere) {
    const wins = all.findLast((each) => decides(each, rule, path));
    return leveled(source, wins ?? root, rule, level);
  }
  if (overrides === undefined) return inserted(source, root, [override], 'overrides');
  if (overrides.type !== 'array') return null;
  // In an override before the last the level could lose against those after it.
  const last = all.at(-1);
  const patterns = last === undefined ? undefined : memberOf(last, 'files')?.children;
  if (last !== undefined && patterns?.length === 1 && patterns[0]?.value === files)
    return leveled(source, last, rule, level);
  return inserted(source, overrides, override);
}

/** Writes a level into the rules of a file or of an override; null where these are none. */
function leveled(source: string, holder: Node, rule: string, level: Level): readonly Edit[] | null {
  const rules = memberOf(holder, 'rules');
  if (rules === undefined) return inserted(source, holder, { [rule]: level }, 'rules');
  if (rules.type !== 'object') return null;
  const current = memberOf(rules, rule);
  if (current === undefined) return inserted(source, rules, level, rule);
  if (current.type !== 'object') return replaced(current, level);
  const severity = memberOf(current, 'severity');
  return severity === undefined ? inserted(source, current, level, 'severity') : replaced(severity, level);
}

/** Whether an override chooses the rule's level for a document: what `rules` of the file say is nothing then. */
function decides(override: Node, rule: string, path: string): boolean {
  const files = memberOf(override, 'files');
  const rules = memberOf(override, 'rules');
  const setting = rules === undefined ? undefined : memberOf(rules, rule);
  if (files?.type !== 'array' || setting === undefined) return false;
  const level = setting.type === 'object' ? memberOf(setting, 'severity') : setting;
  const isLevel = levels.some((each) => each === level?.value);
  return isLevel && (getNodeValue(files) as readonly unknown[]).some((each) => matches(each, path));
}

function matches(pattern: unknown, path: string): boolean {
  const read = typeof pattern === 'string' ? readPattern(pattern) : null;
  return read !== null && 'matches' in read && read.matches(path);
}
