import { type Phrase, say, sentence, worded } from '../say.ts';
import type { OptionSpec } from './options.ts';
import type { Setting, Settings } from './settings.ts';
import { levels } from './severity.ts';
import { type ConfigurableRule, type Field, longestText, type Shape } from './shape.ts';

/** A JSON schema, as VS Code reads it. */
export type Schema = Readonly<Record<string, unknown>>;

/**
 * Makes the text that stands in a schema.
 * @param key what the text is about: `rules.title-mismatch`
 */
export type Describe = (key: string, phrase: Phrase) => string;

const inEnglish: Describe = (_, phrase) => worded(phrase);

/** What each of `levels` means. */
const levelSays: readonly Phrase[] = [
  say`Says nothing.`,
  say`A hint in the text, not listed among problems.`,
  say`Listed among problems as information.`,
  say`Listed among problems as a warning.`,
  say`Listed among problems as an error.`,
];

const levelSchema = (describe: Describe): Schema => ({
  type: 'string',
  enum: levels,
  enumDescriptions: levelSays.map((phrase, index) => describe(`level.${levels[index] ?? ''}`, phrase)),
});

/**
 * The schema of a form.
 * @param key what it is the form of
 * @param rules what stands for the rules: their schema is long and needed in several places
 */
function schemaOf(shape: Shape, key: string, rules: Schema, describe: Describe): Schema {
  switch (shape.type) {
    case 'number':
      return { type: 'number', minimum: shape.minimum, maximum: shape.maximum };
    case 'choice':
      return {
        type: 'string',
        enum: shape.values,
        enumDescriptions: shape.says.map((says, index) =>
          describe(`${key}.${shape.values[index] ?? ''}`, sentence(says)),
        ),
      };
    case 'text':
      return { type: 'string', minLength: 1, maxLength: longestText[shape.kind] };
    case 'list':
      return { type: 'array', items: schemaOf(shape.of, key, rules, describe), maxItems: shape.most };
    case 'record': {
      const of = schemaOf(shape.of, key, rules, describe);
      return {
        type: 'object',
        properties: mapped(shape.known, (name, id) => ({
          ...of,
          description: describe(`known.${id}`, sentence(name)),
        })),
        additionalProperties: of,
        maxProperties: shape.most,
      };
    }
    case 'object':
      return {
        type: 'object',
        properties: mapped<Field>(shape.fields, (field, name) => ({
          ...schemaOf(field.shape, `${key}.${name}`, rules, describe),
          description: describe(`${key}.${name}`, sentence(field.description)),
        })),
        required: Object.keys(shape.fields),
        additionalProperties: false,
      };
    case 'rules':
      return rules;
  }
}

function mapped<T>(record: Readonly<Record<string, T>>, make: (value: T, key: string) => Schema): Schema {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, make(value, key)]));
}

/** @param level the schema of a level */
function rulesSchema(rules: readonly ConfigurableRule[], level: Schema, describe: Describe): Schema {
  return {
    type: 'object',
    properties: Object.fromEntries(
      rules.map(({ id, says, severity, options }) => {
        const key = `rules.${id}`;
        const option = (spec: OptionSpec, name: string): Schema => ({
          ...spec,
          description: describe(`${key}.${name}`, sentence(spec.description)),
        });
        const properties = { severity: level, ...mapped(options, option) };
        const anyOf = [level, { type: 'object', properties, additionalProperties: false }];
        const description = describe(key, say`${sentence(says)} Default: ${severity}.`);
        return [id, { description, anyOf }];
      }),
    ),
    additionalProperties: false,
  };
}

function settingSchema(name: string, setting: Setting, rules: Schema, describe: Describe): Schema {
  return {
    ...schemaOf(setting.shape, name, rules, describe),
    ...(setting.default === null ? {} : { default: setting.default }),
    markdownDescription: describe(name, sentence(setting.description)),
  };
}

/** The schema of `.posting-lens.json`. English: VS Code takes schemas of files as they are. */
export function fileSchema(settings: Settings): Schema {
  const rules = { $ref: '#/definitions/rules' };
  const level = { $ref: '#/definitions/level' };
  const inFile = Object.entries(settings).filter(([, { inFile: allowed }]) => allowed);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Posting Lens',
    description: 'Configuration of Posting Lens for the postings in a folder and below.',
    type: 'object',
    properties: {
      $schema: { type: 'string', description: 'Where the schema of this file is.' },
      ...Object.fromEntries(
        inFile.map(([name, setting]) => [name, settingSchema(name, setting, rules, inEnglish)]),
      ),
    },
    additionalProperties: false,
    allowComments: true,
    allowTrailingCommas: true,
    definitions: {
      level: levelSchema(inEnglish),
      rules: rulesSchema(settings.rules.shape.rules, level, inEnglish),
    },
  };
}

/**
 * The manifest's settings.
 * @param describe gives what stands for a text: the key of one, as VS Code wants it in manifests
 */
export function manifestProperties(settings: Settings, describe: Describe = inEnglish): Schema {
  const all = rulesSchema(settings.rules.shape.rules, { type: 'string', enum: levels }, describe);
  const inside = {
    type: 'object',
    description: describe('rules.inside', sentence('As in `postingLens.rules`.')),
  };
  return Object.fromEntries(
    Object.entries(settings)
      .filter(([, { scope }]) => scope !== 'file only')
      .map(([name, setting], index) => [
        `postingLens.${name}`,
        {
          ...settingSchema(name, setting, name === 'rules' ? all : inside, describe),
          scope: setting.scope,
          order: index,
        },
      ]),
  );
}
