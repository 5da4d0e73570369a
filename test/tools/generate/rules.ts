/** The rules as they are in their folders, whatever the registry says. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Rule } from '../../../shared/rules/rule.ts';
import { root } from './generated.ts';

export const rulesFolder = path.join(root, 'shared/rules');

/** Ids of all rules, sorted: the folders that hold one. */
export function ruleIds(): string[] {
  return readdirSync(rulesFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(rulesFolder, entry.name, 'rule.ts')))
    .map((entry) => entry.name)
    .sort();
}

/** All rules, sorted by id. @throws where a folder's name is not its rule's id */
export function loadRules(): Promise<Rule[]> {
  return Promise.all(
    ruleIds().map(async (id) => {
      const file = pathToFileURL(path.join(rulesFolder, id, 'rule.ts')).href;
      const { default: rule } = (await import(file)) as { default: Rule };
      if (rule.id !== id) throw new Error(`The rule in shared/rules/${id} calls itself ${rule.id}.`);
      return rule;
    }),
  );
}
