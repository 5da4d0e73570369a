import { readConfigurationFile, readSettings } from '../../../shared/configuration/read.ts';
import { type Setting, type Settings, settingsOf } from '../../../shared/configuration/settings.ts';
import { levels } from '../../../shared/configuration/severity.ts';
import { longestText, type Shape, type TextKind } from '../../../shared/configuration/shape.ts';
import { taxonomy } from '../../../shared/taxonomy/index.ts';
import type { Generator } from './generated.ts';
import { table } from './table.ts';

/** A value of each setting that a team could choose; the compiler asks for one as soon as there is a new setting. */
const examples: Readonly<Record<keyof Settings, unknown>> = {
  rules: { 'two-jobs': 'warning', 'off-role-duty': 'off', 'title-mismatch': { severity: 'error' } },
  include: ['jobs/**/*.md'],
  exclude: ['drafts/', '*.old.md'],
  overrides: [{ files: ['archive/**'], rules: { 'title-mismatch': 'hint' } }],
  titles: { 'social-media': ['Channel Editor'], community: ['Member Host'] },
  phrases: { 'member-welcome': ['onboard new fans'] },
  tools: { 'social-media': ['Postwheel'], community: ['Hearthside'] },
  taxonomy: 'hiring/product-or-project.json',
  extends: ['../shared.posting-lens.json'],
  maxLength: 512,
  run: 'onSave',
  codeLens: 'on',
  inlayHints: 'on',
  agents: 'tools',
  'trace.server': 'messages',
};

const texts: Readonly<Record<TextKind, string>> = {
  pattern: 'pattern of files',
  path: 'relative path',
  phrase: 'phrase',
};

const codes = (values: readonly string[]): string => values.map((value) => `\`${value}\``).join(', ');

/** What a value looks like, in words. */
function typeOf(shape: Shape): string {
  switch (shape.type) {
    case 'number':
      return `number, ${shape.minimum} to ${shape.maximum}`;
    case 'choice':
      return `one of ${codes(shape.values)}`;
    case 'text':
      return `${texts[shape.kind]} (at most ${longestText[shape.kind]} characters)`;
    case 'list':
      return `list (at most ${shape.most}), each: ${typeOf(shape.of)}`;
    case 'record':
      return `object of ids, each with a ${typeOf(shape.of)}`;
    case 'object':
      return `object with ${codes(Object.keys(shape.fields))}`;
    case 'rules':
      return `object of rule ids, each with one of ${codes(levels)} or an object with \`severity\` and the rule’s options`;
  }
}

const standsIn = ({ scope, inFile }: Setting): string => {
  if (scope === 'file only') return 'file';
  return inFile ? 'settings, file' : 'settings';
};

/** The lines that show a setting in use. @throws where the example cannot be used: then the page would mislead */
function exampleOf(name: string, { inFile }: Setting, value: unknown, settings: Settings): string {
  const key = inFile ? name : `postingLens.${name}`;
  const { problems } = inFile
    ? readConfigurationFile(JSON.stringify({ [name]: value }), settings)
    : readSettings({ [name]: value }, settings);
  const [problem] = problems;
  if (problem !== undefined) throw new Error(`The example of ${name}: ${problem.message.template}`);
  return `\`\`\`json\n${JSON.stringify({ [key]: value }, null, 2)}\n\`\`\``;
}

const settingsBegin = '<!-- Settings: made by `npm run generate` from settings.ts, do not edit -->';
const settingsEnd = '<!-- end of the settings -->';

function settingsPart(settings: Settings): string {
  const all = Object.entries(settings) as [keyof Settings, Setting][];
  const rows = all.map(([name, setting]) => [
    `[\`${name}\`](#${name.toLowerCase().replaceAll('.', '')})`,
    setting.default === null ? 'none' : `\`${JSON.stringify(setting.default)}\``,
    standsIn(setting),
    setting.scope === 'file only' ? '' : setting.scope,
  ]);
  const sections = all.map(([name, setting]) =>
    [
      `### ${name}`,
      setting.description,
      `Type: ${typeOf(setting.shape)}.`,
      exampleOf(name, setting, examples[name], settings),
    ].join('\n\n'),
  );
  return [
    settingsBegin,
    table(['Setting', 'Default', 'Stands in', 'Scope in VS Code'], rows),
    ...sections,
    settingsEnd,
  ].join('\n\n');
}

const present = new RegExp(`${settingsBegin}[^]*${settingsEnd}`);

/** The part of the page on configuration that the table of settings gives; the rest is written by hand. */
export const configurationPage: Generator = (rules) => {
  const part = settingsPart(settingsOf(rules, taxonomy));
  return [
    {
      path: 'shared/configuration/README.md',
      renew: (page) => {
        if (!present.test(page))
          throw new Error('shared/configuration/README.md lost the marks around its settings.');
        return page.replace(present, () => part);
      },
    },
  ];
};
