import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type FormatId, formatByPath, rules } from '../../shared/index.ts';

export const rulesFolder = path.resolve(import.meta.dirname, '../../shared/rules');

/** A posting of a rule's folder, with its expectations marked. */
export interface Fixture {
  readonly rule: string;
  readonly file: string;
  readonly format: FormatId;
  readonly marked: string;
}

/** All fixtures of all rules that are about postings. */
export const fixtures: readonly Fixture[] = rules.flatMap(({ id }) => {
  const folder = path.join(rulesFolder, id, 'fixtures');
  return readdirSync(folder)
    .filter((name) => !name.includes('.fixed.'))
    .flatMap((name): Fixture[] => {
      const file = path.join(folder, name);
      const format = formatByPath(file);
      return format === undefined
        ? []
        : [{ rule: id, file, format: format.id, marked: readFileSync(file, 'utf8') }];
    });
});
