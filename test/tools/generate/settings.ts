import { fileSchema, manifestProperties } from '../../../shared/configuration/schema.ts';
import { settingsOf } from '../../../shared/configuration/settings.ts';
import { configurationFileName } from '../../../shared/protocol.ts';
import { taxonomy } from '../../../shared/taxonomy/index.ts';
import { type Generator, jsonValue, wholeFile } from './generated.ts';

const schemaFile = 'shared/configuration/posting-lens.schema.json';

/** The manifest's settings, what they are called in `package.nls.json`, and the schema of the configuration file. */
export const settings: Generator = (rules) => {
  const table = settingsOf(rules, taxonomy);
  const key = (name: string): string => `setting.${name}`;
  const properties = manifestProperties(table, (name) => `%${key(name)}%`);
  const inEditor = Object.entries(table).filter(([, { scope }]) => scope !== 'file only');
  return [
    jsonValue('package.json', ['contributes', 'configuration'], { title: '%displayName%', properties }),
    jsonValue(
      'package.json',
      ['contributes', 'jsonValidation'],
      [{ fileMatch: configurationFileName, url: `./${schemaFile}` }],
    ),
    ...inEditor.map(([name, { description }]) => jsonValue('package.nls.json', [key(name)], description)),
    wholeFile(schemaFile, JSON.stringify(fileSchema(table), null, 2)),
  ];
};
