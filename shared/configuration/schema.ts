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

/** The schema of a form. Its names for bounds are those that validation uses. */
export function schemaOf(shape: Shape): Schema {
  switch (shape.type) {
    case 'number':
      return { type: 'number', minimum: shape.minimum, maximum: shape.maximum };
    case 'choice':
      return { type: 'string', enum: shape.values, enumDescriptions: shape.says };
    case 'text':
      return { type: 'string', minLength: 1, maxLength: longestText[shape.kind] };
    case 'list':
      return { type: 'array', items: schemaOf(shape.of), maxItems: shape.most };
    case 'record': {
      const of = schemaOf(shape.of);
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
          ...schemaOf(field.shape),
          description: field.description,
        })),
        required: Object.keys(shape.fields),
        additionalProperties: false,
      };
    case 'rules':
      return {
        type: 'object',
        properties: Object.fromEntries(shape.rules.map((rule) => [rule.id, ruleSchema(rule)])),
        additionalProperties: false,
      };
  }
}

function mapped<T>(record: Readonly<Record<string, T>>, make: (value: T) => Schema): Schema {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, make(value)]));
}

function ruleSchema({ says, severity, options }: ConfigurableRule): Schema {
  const level = { enum: levels, enumDescriptions: levelSays };
  return {
    description: `${says} Default: ${severity}.`,
    anyOf: [
      { type: 'string', ...level },
      {
        type: 'object',
        properties: {
          severity: { type: 'string', ...level, default: severity, description: 'The level of the rule.' },
          ...mapped(options, optionSchema),
        },
        additionalProperties: false,
      },
    ],
  };
}

const optionSchema = (spec: OptionSpec): Schema => ({ ...spec });

function settingSchema({ shape, default: value, description }: Setting): Schema {
  return {
    ...schemaOf(shape),
    ...(value === null ? {} : { default: value }),
    markdownDescription: description,
  };
}

/** The schema of `.posting-lens.json`. */
export function fileSchema(settings: Settings): Schema {
  const inFile = Object.entries(settings).filter(([, { inFile: allowed }]) => allowed);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Posting Lens',
    description: 'Configuration of Posting Lens for the postings in a folder and below.',
    type: 'object',
    properties: {
      $schema: { type: 'string', description: 'Where the schema of this file is.' },
      ...Object.fromEntries(inFile.map(([name, setting]) => [name, settingSchema(setting)])),
    },
    additionalProperties: false,
    allowComments: true,
    allowTrailingCommas: true,
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
  return Object.fromEntries(
    Object.entries(settings)
      .filter(([, { scope }]) => scope !== 'file only')
      .map(([name, setting], index) => [
        `postingLens.${name}`,
        {
          ...settingSchema(setting),
          scope: setting.scope,
          order: index,
          markdownDescription: describe(name, setting.description),
        },
      ]),
  );
}
