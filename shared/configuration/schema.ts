import type { OptionSpec } from './options.ts';
import type { Setting, Settings } from './settings.ts';
import { levels } from './severity.ts';
import { type ConfigurableRule, type Field, longestText, type Shape } from './shape.ts';

/** A JSON schema, as VS Code reads it. */
export type Schema = Readonly<Record<string, unknown>>;

const levelSays = [
  'Says nothing.',
  'A hint in the text, not listed among problems.',
  'Listed among problems as information.',
  'Listed among problems as a warning.',
  'Listed among problems as an error.',
];

/**
 * The schema of a form.
 * @param rules what stands for the rules: their schema is long and needed in several places
 */
function schemaOf(shape: Shape, rules: Schema): Schema {
  switch (shape.type) {
    case 'number':
      return { type: 'number', minimum: shape.minimum, maximum: shape.maximum };
    case 'choice':
      return { type: 'string', enum: shape.values, enumDescriptions: shape.says };
    case 'text':
      return { type: 'string', minLength: 1, maxLength: longestText[shape.kind] };
    case 'list':
      return { type: 'array', items: schemaOf(shape.of, rules), maxItems: shape.most };
    case 'record': {
      const of = schemaOf(shape.of, rules);
      return {
        type: 'object',
        properties: mapped(shape.known, (name) => ({ ...of, description: name })),
        additionalProperties: of,
        maxProperties: shape.most,
      };
    }
    case 'object':
      return {
        type: 'object',
        properties: mapped<Field>(shape.fields, (field) => ({
          ...schemaOf(field.shape, rules),
          description: field.description,
        })),
        required: Object.keys(shape.fields),
        additionalProperties: false,
      };
    case 'rules':
      return rules;
  }
}

function mapped<T>(record: Readonly<Record<string, T>>, make: (value: T) => Schema): Schema {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, make(value)]));
}

/** @param level the schema of a level */
function rulesSchema(rules: readonly ConfigurableRule[], level: Schema): Schema {
  return {
    type: 'object',
    properties: Object.fromEntries(
      rules.map(({ id, says, severity, options }) => {
        const properties = { severity: level, ...mapped(options, optionSchema) };
        const anyOf = [level, { type: 'object', properties, additionalProperties: false }];
        return [id, { description: `${says} Default: ${severity}.`, anyOf }];
      }),
    ),
    additionalProperties: false,
  };
}

const optionSchema = (spec: OptionSpec): Schema => ({ ...spec });

function settingSchema({ shape, default: value, description }: Setting, rules: Schema): Schema {
  return {
    ...schemaOf(shape, rules),
    ...(value === null ? {} : { default: value }),
    markdownDescription: description,
  };
}

/** The schema of `.posting-lens.json`. */
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
      ...Object.fromEntries(inFile.map(([name, setting]) => [name, settingSchema(setting, rules)])),
    },
    additionalProperties: false,
    allowComments: true,
    allowTrailingCommas: true,
    definitions: {
      level: { type: 'string', enum: levels, enumDescriptions: levelSays },
      rules: rulesSchema(settings.rules.shape.rules, level),
    },
  };
}

/**
 * The manifest's settings.
 * @param describe gives the text, or the key of one, that stands as a setting's description
 */
export function manifestProperties(
  settings: Settings,
  describe: (name: string, description: string) => string = (_, description) => description,
): Schema {
  const all = rulesSchema(settings.rules.shape.rules, { type: 'string', enum: levels });
  const inside = { type: 'object', description: 'As in `postingLens.rules`.' };
  return Object.fromEntries(
    Object.entries(settings)
      .filter(([, { scope }]) => scope !== 'file only')
      .map(([name, setting], index) => [
        `postingLens.${name}`,
        {
          ...settingSchema(setting, name === 'rules' ? all : inside),
          scope: setting.scope,
          order: index,
          markdownDescription: describe(name, setting.description),
        },
      ]),
  );
}
