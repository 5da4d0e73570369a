import { formats, rules, severities, taxonomy } from '../../shared/index.ts';

/** A JSON schema, as data: manifests and protocols carry it as it is. */
export type Schema = Readonly<Record<string, unknown>>;

export const text = (description: string): Schema => ({ type: 'string', description });
export const choice = (values: readonly string[], description = ''): Schema => ({
  type: 'string',
  enum: values,
  ...(description === '' ? {} : { description }),
});
export const list = (items: Schema): Schema => ({ type: 'array', items });
export const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });

/** An object that has nothing else. @param optional names of what may be missing */
export function object(
  properties: Readonly<Record<string, Schema>>,
  optional: readonly string[] = [],
): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required, additionalProperties: false };
}

/** What every tool about a posting takes. */
export const postingInput = {
  text: text('The posting itself. Give this or path.'),
  path: text('A file that holds it, inside the folders that are worked in. Give this or text.'),
  format: choice(
    formats.map(({ id }) => id),
    'How text is written. Default: markdown, which reads plain text as well. Files say it by their name.',
  ),
  title: text('The job title, where the text names none. It also says that the text is of a posting.'),
} as const;

/** What every tool about a posting answers beside its own. */
export const misconfigured = list(
  text(
    'What could not be used of the configuration files, so that it changes nothing: path:line:column: why.',
  ),
);

const whole: Schema = { type: 'integer', minimum: 0 };
const number: Schema = { type: 'number' };
const anyText: Schema = { type: 'string' };
const place = object({ line: whole, character: whole });
export const range = object({ start: place, end: place });

const roleIds = taxonomy.roles.map(({ id }) => id);

/** What results of the command line say of each posting: see `Result`. */
const common = {
  path: anyText,
  index: whole,
  posting: { type: 'boolean' },
  language: orNull(anyText),
  silent: orNull(choice(['not-a-posting', 'language', 'too-large', 'excluded', 'unreadable', 'format'])),
  reason: anyText,
  title: orNull(object({ text: anyText, role: orNull(anyText), range })),
  verdict: orNull(
    object({
      role: text(`${roleIds.join(', ')}, both, neither (another job) or unclear (too little to tell)`),
      shares: { type: 'object', additionalProperties: number },
      confidence: number,
    }),
  ),
} as const;

/** Without diagnostics: what decided. */
export const judgedResult = object(
  {
    ...common,
    prior: orNull(number),
    gates: list(object({ id: anyText, says: anyText })),
    evidence: list(
      object({
        role: anyText,
        responsibility: orNull(anyText),
        weight: number,
        range,
        text: anyText,
        signals: list(object({ id: anyText, weight: number, range })),
      }),
    ),
  },
  ['reason'],
);

/** Without evidence: what was found. */
export const checkedResult = object(
  {
    ...common,
    diagnostics: list(
      object({
        rule: choice(rules.map(({ id }) => id)),
        severity: choice(severities),
        message: anyText,
        range,
        related: list(object({ range, message: anyText })),
        fixes: list(
          object(
            {
              title: anyText,
              safe: { type: 'boolean' },
              edits: list(object({ range, newText: anyText })),
              creates: list(
                object({
                  suffix: text(
                    'What is added to the name of the posting’s own file, before its ending: job.posting.md and community make job-community.posting.md.',
                  ),
                  text: text('The whole text of the new file.'),
                }),
              ),
            },
            ['creates'],
          ),
        ),
      }),
    ),
  },
  ['reason'],
);

/** One posting of the document, and how its result is to be read. */
export const postingSchema = (result: Schema): Schema =>
  object({
    outcome: choice(
      ['judged', 'cannot-tell', 'refused'],
      'judged: there is a verdict. cannot-tell: it was read, and there is too little to tell. refused: it was not judged.',
    ),
    says: text('The answer in words, with what must not be concluded from it.'),
    result,
  });

/**
 * What is wrong with an input where nobody has checked it, in a sentence; null where it fits.
 * @param schema of an object whose members are texts and choices, as all inputs here are
 */
export function misfit(input: unknown, schema: Schema): string | null {
  if (typeof input !== 'object' || input === null) return 'The input must be an object.';
  const properties = schema['properties'] as Readonly<Record<string, { readonly enum?: readonly string[] }>>;
  for (const [name, value] of Object.entries(input)) {
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (property === undefined)
      return `There is no “${name}”; there are ${Object.keys(properties).join(', ')}.`;
    if (typeof value !== 'string') return `“${name}” must be a text.`;
    if (property.enum?.includes(value) === false)
      return `“${name}” must be one of ${property.enum.join(', ')}.`;
  }
  const missing = (schema['required'] as readonly string[]).find((name) => !Object.hasOwn(input, name));
  return missing === undefined ? null : `“${missing}” is missing.`;
}
