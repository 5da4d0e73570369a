import { type Phrase, say, sentence } from '../say.ts';
import { taxonomyShape, type ObjectShape, type Shape, type TextForm, type ValueOf } from './shape.ts';

/** What is wrong with a value of a taxonomy or configuration file, and where: keys and indexes from the outermost on. */
export interface ValueProblem {
  readonly path: readonly (string | number)[];
  readonly message: Phrase;
}

type Path = ValueProblem['path'];

/** Enough to go on with; a file with more is another kind of file. */
export const mostProblems = 50;

/** What every object already has: no id may look it up. */
const builtIn = Object.getOwnPropertyNames(Object.prototype);

const forms: Readonly<Record<TextForm, (text: string) => Phrase | null>> = {
  id: (text) =>
    !/^[\p{L}\p{N}]+(?:[.-][\p{L}\p{N}]+)*$/u.test(text) || builtIn.includes(text)
      ? say`“${text}” cannot be an id. Use letters and digits, parted by single hyphens or full stops.`
      : null,
  small: (text) =>
    text !== text.toLowerCase() || text !== text.trim()
      ? say`“${text}” must be in small letters without blanks around it: titles are compared so.`
      : line(text),
  line,
  pattern: line,
  words: line,
  date: (text) =>
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
      ? null
      : say`“${text}” is no date. Write it as in 2010-03-17.`,
  link: (text) =>
    /^https:\/\/[^\s/()<>[\]\\]+\.[^\s()<>[\]\\]+$/.test(text)
      ? null
      : say`“${text}” is no address that can be opened here. It must begin with https:// and hold no blanks or brackets.`,
};

/** Texts are shown in Markdown and in menus, so they must be nothing but text. */
function line(text: string): Phrase | null {
  if (text.trim() === '') return say`This text is empty.`;
  return /[<>[\]`\\\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(text)
    ? say`This must be plain text on one line, without < > [ ] \` or \\.`
    : null;
}

/** What a value is, where that is short enough to be told. */
const shown = (key: string): string => (key.length > 60 ? `${key.slice(0, 60)}…` : key);

/** Gathers problems, up to a number. */
export class Problems {
  readonly all: ValueProblem[] = [];

  get full(): boolean {
    return this.all.length >= mostProblems;
  }

  add(path: Path, message: Phrase | null): void {
    if (message !== null && !this.full) this.all.push({ path, message });
  }
}

function checkList(
  value: unknown,
  of: Shape,
  least: number,
  most: number,
  path: Path,
  problems: Problems,
): void {
  if (!Array.isArray(value)) return problems.add(path, say`This must be a list.`);
  if (value.length > most)
    return problems.add(path, say`This list has ${value.length} entries. It may have ${most}.`);
  if (value.length < least)
    return problems.add(path, say`This list needs ${least} or more entries and has ${value.length}.`);
  for (let index = 0; index < value.length && !problems.full; index++)
    checkShape(value[index], of, [...path, index], problems);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function checkObject(
  value: unknown,
  { fields, says }: ObjectShape<Readonly<Record<string, unknown>>>,
  path: Path,
  problems: Problems,
): void {
  if (!isObject(value)) return problems.add(path, say`This must be an object: keys and values in braces.`);
  const known = Object.keys(fields);
  for (const key of Object.keys(value).slice(0, 1000))
    if (!known.includes(key))
      problems.add(
        [...path, key],
        say`“${shown(key)}” is no key of this object. Its keys are ${known.join(', ')}.`,
      );
  for (const [key, shape] of Object.entries(fields)) {
    if (Object.hasOwn(value, key)) checkShape(value[key], shape as Shape, [...path, key], problems);
    else if ((shape as Shape).kind !== 'optional')
      problems.add(path, say`The key “${key}” is missing: ${sentence(says[key] ?? '')}.`);
  }
}

function checkTable(value: unknown, of: Shape, most: number, path: Path, problems: Problems): void {
  if (!isObject(value)) return problems.add(path, say`This must be an object: names and values in braces.`);
  const entries = Object.entries(value);
  if (entries.length > most)
    return problems.add(path, say`This object has ${entries.length} keys. It may have ${most}.`);
  for (const [key, each] of entries) {
    problems.add([...path, key], forms.id(shown(key)));
    checkShape(each, of, [...path, key], problems);
  }
}

/** Adds what keeps a value from having a shape. Never throws, whatever the value; looks at no more than the shape allows. */
export function checkShape(value: unknown, shape: Shape, path: Path, problems: Problems): void {
  switch (shape.kind) {
    case 'text':
      if (typeof value !== 'string') problems.add(path, say`This must be a text.`);
      else if (value.length > shape.longest)
        problems.add(path, say`This text has ${value.length} characters. It may have ${shape.longest}.`);
      else problems.add(path, forms[shape.form](value));
      return;
    case 'choice':
      if (typeof value !== 'string' || !shape.values.includes(value))
        problems.add(
          path,
          shape.values.length > 1
            ? say`This must be one of ${shape.values.join(', ')}.`
            : say`This must be “${shape.values.join()}”.`,
        );
      return;
    case 'number':
      if (typeof value !== 'number' || !(value >= shape.least && value <= shape.most))
        problems.add(path, say`This must be a number from ${shape.least} to ${shape.most}.`);
      return;
    case 'boolean':
      if (typeof value !== 'boolean') problems.add(path, say`This must be true or false.`);
      return;
    case 'optional':
      return checkShape(value, shape.of as Shape, path, problems);
    case 'nullable':
      if (value !== null) checkShape(value, shape.of as Shape, path, problems);
      return;
    case 'list':
      return checkList(value, shape.of as Shape, shape.least, shape.most, path, problems);
    case 'pair':
      if (Array.isArray(value) && value.length !== 2)
        problems.add(path, say`This list must have exactly two entries and has ${value.length}.`);
      else checkList(value, shape.of as Shape, 2, 2, path, problems);
      return;
    case 'table':
      return checkTable(value, shape.of as Shape, shape.most, path, problems);
    case 'object':
      return checkObject(value, shape, path, problems);
  }
}

export type TaxonomyValue = ValueOf<typeof taxonomyShape>;
