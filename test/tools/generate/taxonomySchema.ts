import { type Shape, taxonomyShape, type TextForm } from '../../../shared/taxonomy/shape.ts';
import { type Generator, wholeFile } from './generated.ts';

type Schema = Readonly<Record<string, unknown>>;

/** What a schema can say of a form; the rest is told when the file is read. */
const forms: Readonly<Record<TextForm, Schema>> = {
  id: { pattern: '^[^\\s.-]+([.-][^\\s.-]+)*$' },
  small: { pattern: '^[^A-Z\\s]([^A-Z]*[^A-Z\\s])?$' },
  line: { minLength: 1 },
  pattern: { minLength: 1 },
  words: { minLength: 1 },
  date: { format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  link: { pattern: '^https://' },
};

function schemaOf(shape: Shape): Schema {
  switch (shape.kind) {
    case 'text':
      return { type: 'string', maxLength: shape.longest, ...forms[shape.form] };
    case 'choice':
      return { enum: shape.values };
    case 'number':
      return { type: 'number', minimum: shape.least, maximum: shape.most };
    case 'boolean':
      return { type: 'boolean' };
    case 'optional':
      return schemaOf(shape.of as Shape);
    case 'nullable':
      return { anyOf: [schemaOf(shape.of as Shape), { type: 'null' }] };
    case 'list':
      return {
        type: 'array',
        items: schemaOf(shape.of as Shape),
        minItems: shape.least,
        maxItems: shape.most,
      };
    case 'pair':
      return { type: 'array', items: schemaOf(shape.of as Shape), minItems: 2, maxItems: 2 };
    case 'table':
      return {
        type: 'object',
        propertyNames: forms.id,
        additionalProperties: schemaOf(shape.of as Shape),
        maxProperties: shape.most,
      };
    case 'object':
      return objectSchema(shape.fields, shape.says);
  }
}

function objectSchema(
  fields: Readonly<Record<string, unknown>>,
  says: Readonly<Record<string, string>>,
): Schema {
  const properties = Object.entries(fields).map(([key, shape]) => {
    const description = says[key] ?? '';
    const sentence = `${description.charAt(0).toUpperCase()}${description.slice(1)}.`;
    return [key, { description: sentence, ...schemaOf(shape as Shape) }];
  });
  return {
    type: 'object',
    properties: Object.fromEntries(properties) as Schema,
    required: Object.keys(fields).filter((key) => (fields[key] as Shape).kind !== 'optional'),
    additionalProperties: false,
  };
}

/** The JSON schema of taxonomy files, for editors. */
export const taxonomySchema: Generator = () => {
  const { properties, ...rest } = objectSchema(taxonomyShape.fields, taxonomyShape.says);
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A pair of roles that Posting Lens can tell apart',
    ...rest,
    properties: {
      $schema: { type: 'string', description: 'Where this schema is.' },
      ...(properties as Schema),
    },
  };
  return [wholeFile('shared/taxonomy/taxonomy.schema.json', `${JSON.stringify(schema, null, 2)}\n`)];
};
