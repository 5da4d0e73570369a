import { fileSchema, manifestProperties } from '../../../shared/configuration/schema.ts';
import { settingsOf } from '../../../shared/configuration/settings.ts';
import { configurationFileName } from '../../../shared/protocol.ts';
import { taxonomy } from '../../../shared/taxonomy/index.ts';
import { worded } from '../../../shared/say.ts';
import { type Generator, jsonValue, wholeFile } from './generated.ts';
import { handwritten, settingTexts } from './interfaceTexts.ts';

const schemaFile = 'shared/configuration/posting-lens.schema.json';

/** The manifest's settings, what they are called in `package.nls.json`, and the schema of the configuration file. */
export const settings: Generator = (rules) => {
  const table = settingsOf(rules, taxonomy);
  const properties = manifestProperties(table, (key) => `%setting.${key}%`);
  return [
    jsonValue('package.json', ['contributes', 'configuration'], { title: '%displayName%', properties }),
    jsonValue(
      'package.json',
      ['contributes', 'jsonValidation'],
      [{ fileMatch: configurationFileName, url: `./${schemaFile}` }],
    ),
    {
      path: 'package.nls.json',
      renew: (current) => {
        const texts = [...handwritten(current), ...settingTexts(rules)];
        return JSON.stringify(
          Object.fromEntries(texts.map(([key, phrase]) => [key, worded(phrase)])),
          null,
          2,
        );
      },
    },
    wholeFile(schemaFile, JSON.stringify(fileSchema(table), null, 2)),
  ];
};
