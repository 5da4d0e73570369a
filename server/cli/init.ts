import { writeFile } from 'node:fs/promises';
import { configurationFileName, rules, settings } from '../../shared/index.ts';
import { UsageError } from './usage.ts';

const width = 100;

/** Text as comment lines. */
function comment(text: string, indent: string): string {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && indent.length + 3 + line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.map((line) => `${indent}// ${line}`).join('\n');
}

/** A rule with its level and options as they are without any file. */
function ruleLines({ id, says, severity, options }: (typeof rules)[number]): string {
  const defaults = Object.entries(options).map(([name, option]): [string, unknown] => [name, option.default]);
  const value = defaults.length === 0 ? severity : { severity, ...Object.fromEntries(defaults) };
  const written = JSON.stringify(value)
    .replaceAll('":', '": ')
    .replaceAll(',"', ', "')
    .replace(/^\{(.*)\}$/, '{ $1 }');
  return `${comment(says, '    ')}\n    // ${JSON.stringify(id)}: ${written},`;
}

/** A configuration file in which everything is explained and nothing is changed yet. */
export function initialConfiguration(): string {
  const { rules: ruleSetting, ...others } = settings;
  const rest = Object.entries(others)
    .filter(([, { inFile }]) => inFile)
    .map(([name, { description, default: value }]) => {
      const example = value ?? 'roles.json';
      return `${comment(description, '  ')}\n  // ${JSON.stringify(name)}: ${JSON.stringify(example)},`;
    });
  return [
    '{',
    comment(
      'What Posting Lens checks in this folder and below. The values shown are those that hold without this file: take the slashes away from a line and change it.',
      '  ',
    ),
    '',
    comment(ruleSetting.description, '  '),
    '  "rules": {',
    rules.map(ruleLines).join('\n'),
    '  },',
    '',
    rest.join('\n\n'),
    '}',
    '',
  ].join('\n');
}

/**
 * Writes a configuration file into the working directory.
 * @returns its name
 * @throws UsageError where there is one already
 */
export async function init(): Promise<string> {
  try {
    await writeFile(configurationFileName, initialConfiguration(), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new UsageError(`There is a ${configurationFileName} here already, and it was left as it is.`);
  }
  return configurationFileName;
}
