import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { configurationFileName, type FormatId, formatByPath, rules } from '../../shared/index.ts';

export const rulesFolder = path.resolve(import.meta.dirname, '../../shared/rules');

/** A posting of a rule's folder, with its expectations marked. */
export interface Fixture {
  readonly rule: string;
  readonly file: string;
  readonly format: FormatId;
  readonly marked: string;
}

const files = rules.flatMap(({ id }) => {
  const folder = path.join(rulesFolder, id, 'fixtures');
  return readdirSync(folder)
    .filter((name) => !name.includes('.fixed.'))
    .map((name) => ({ id, file: path.join(folder, name) }));
});

const isConfiguration = ({ file }: { readonly file: string }): boolean =>
  file.endsWith(configurationFileName);

/** Configuration files of rules' folders, with their expectations marked. */
export const configurationFixtures = files
  .filter(isConfiguration)
  .map(({ id, file }) => ({ rule: id, file, marked: readFileSync(file, 'utf8') }));

/** All fixtures of all rules that are about postings. */
export const fixtures: readonly Fixture[] = files
  .filter((each) => !isConfiguration(each))
  .flatMap(({ id, file }): Fixture[] => {
    const format = formatByPath(file);
    return format === undefined
      ? []
      : [{ rule: id, file, format: format.id, marked: readFileSync(file, 'utf8') }];
  });
