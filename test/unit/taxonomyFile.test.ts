import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPostingLens, readTaxonomy, taxonomy, worded } from '../../shared/index.ts';
import { PatternIndex } from '../../shared/judgement/patternIndex.ts';
import { tokenize } from '../../shared/posting/tokens.ts';
import { isLearned } from '../../shared/taxonomy/index.ts';
import { formatOf } from '../support/postings.ts';
import { samplePair } from '../support/samplePair.ts';

type Path = readonly (string | number)[];

/** A value from JSON with another value at a place; `undefined` takes the key away. */
function changed(value: unknown, [key, ...rest]: Path, to: unknown): unknown {
  if (key === undefined) return to;
  if (Array.isArray(value))
    return (value as unknown[]).map((each, index) => (index === key ? changed(each, rest, to) : each));
  const object = value as Readonly<Record<string, unknown>>;
  const entries = Object.entries(object).filter(([name]) => name !== key);
  const next = changed(object[key], rest, to);
  // A computed key is a key of the object itself, `__proto__` too.
  return next === undefined ? Object.fromEntries(entries) : { ...Object.fromEntries(entries), [key]: next };
}

const problemsOf = (value: unknown): string[] => {
  const reading = readTaxonomy(value);
  return 'taxonomy' in reading
    ? []
    : reading.problems.map(({ path, message }) => `${path.join('.')}: ${worded(message)}`);
};

const sample: unknown = JSON.parse(JSON.stringify(samplePair));
const [role, other] = samplePair.roles;

describe('a broken taxonomy file', () => {
  const second = samplePair.titles.forms[1];
  it.each<[Path, unknown, string]>([
    [[], 'no taxonomy', ': This must be an object: keys and values in braces.'],
    [['roles'], samplePair.roles.slice(0, 1), 'roles: This list must have exactly two entries and has 1.'],
    [['roles', 0, 'id'], 'both', 'roles.0.id: No role can have the id “both”: answers use it.'],
    [
      ['roles', 0, 'id'],
      'constructor',
      'roles.0.id: “constructor” cannot be an id. Use letters and digits, parted by single hyphens or full stops.',
    ],
    [
      ['prior'],
      undefined,
      ': The key “prior” is missing: log-odds towards the first role before anything is read.',
    ],
    [['prior'], '0', 'prior: This must be a number from -5 to 5.'],
    [
      ['__proto__'],
      { evil: true },
      '__proto__: “__proto__” is no key of this object. Its keys are id, citation, roles, responsibilities, traits, contexts, vocabulary, signals, masks, fields, titles, misnomers, telltales, prior.',
    ],
    [
      ['vocabulary', '__proto__'],
      'a, b',
      'vocabulary.__proto__: “__proto__” cannot be an id. Use letters and digits, parted by single hyphens or full stops.',
    ],
    [['responsibilities', 1, 'core'], 'yes', 'responsibilities.1.core: This must be true or false.'],
    [['responsibilities', 1, 'kind'], 'trait', 'responsibilities.1.kind: This must be “responsibility”.'],
    [['responsibilities', 1, 'id'], 'discovery', 'responsibilities.1.id: The id “discovery” is used twice.'],
    [
      ['responsibilities', 1, 'roles'],
      ['zookeeper'],
      'responsibilities.1.roles.0: There is no role “zookeeper”. The roles are product, project.',
    ],
    [
      ['responsibilities', 1, 'explanation'],
      'See [here](command:x)',
      'responsibilities.1.explanation: This must be plain text on one line, without < > [ ] ` or \\.',
    ],
    [
      ['responsibilities', 1, 'name'],
      'x'.repeat(81),
      'responsibilities.1.name: This text has 81 characters. It may have 80.',
    ],
    [
      ['citation', 'link'],
      'javascript:alert(1)',
      'citation.link: “javascript:alert(1)” is no address that can be opened here. It must begin with https:// and hold no blanks or brackets.',
    ],
    [['citation', 'date'], 'last week', 'citation.date: “last week” is no date. Write it as in 2010-03-17.'],
    [['signals', 0, 'weight'], -1, 'signals.0.weight: This must be a number from 0 to 5.'],
    [
      ['signals', 0, 'entry'],
      'nothing',
      'signals.0.entry: There is no responsibility, trait or context “nothing”.',
    ],
    [
      ['signals', 0, 'role'],
      other.id,
      `signals.0.role: A signal may speak for a role that its entry belongs to, and for “${other.id}” it does not. Name another role or entry.`,
    ],
    [
      ['signals', 0, 'role'],
      null,
      `signals.0.role: The entry “discovery” belongs to one role, so its signals speak for that role: write “${role.id}”.`,
    ],
    [
      ['signals', 0, 'patterns', 0],
      '~3 late',
      'signals.0.patterns.0: The pattern “~3 late” must begin with a word.',
    ],
    [
      ['signals', 0, 'patterns', 0],
      'see @nobody',
      'signals.0.patterns.0: In the pattern “see @nobody”, the list @nobody is not known.',
    ],
    [
      ['masks', 0],
      'a ~2 b ~2 c ~2 d ~2 e ~2 f',
      'masks.0: A pattern may have 12 parts, 4 of them gaps. Make two of this one.',
    ],
    [
      ['signals', 0, 'patterns'],
      Array.from({ length: 61 }, () => 'x'),
      'signals.0.patterns: This list has 61 entries. It may have 60.',
    ],
    [
      ['signals'],
      samplePair.signals.filter((signal) => signal.role !== role.id),
      `signals: No signal speaks for the ${role.name}, so no posting can be found to describe one.`,
    ],
    [
      ['titles', 'forms', 0, 'everyday'],
      { words: ['product'], companions: 'design' },
      'titles.forms.0.everyday.companions: This must be a list.',
    ],
    [
      ['titles', 'forms', 0, 'everyday'],
      { words: ['product'] },
      'titles.forms.0.everyday: The key “companions” is missing: work that may be joined to the role’s by "&" and the like.',
    ],
    [
      ['titles', 'nouns', 0],
      'Manager',
      'titles.nouns.0: “Manager” must be in small letters without blanks around it: titles are compared so.',
    ],
    [
      ['titles', 'forms', 1, 'role'],
      role.id,
      `titles.forms.1.role: Each role needs its own forms; “${role.id}” has them already.`,
    ],
    [
      ['titles', 'forms', 0, 'modifiers', 0],
      second?.modifiers[0],
      `titles.forms.1.modifiers.0: “${second?.modifiers[0] ?? ''}” stands with the other role already.`,
    ],
    [
      ['titles', 'plainNoun'],
      'Wizard',
      'titles.forms.0.modifier: A changed title would read “Product Wizard”, and by this grammar that is no title of the role. Add its words to “modifiers” and “nouns”.',
    ],
    [
      ['roles', 1, 'title'],
      'Zookeeper',
      'roles.1.title: “Zookeeper” is no title of this role by the grammar in “titles”. Add its words there.',
    ],
    [
      ['misnomers', 0, 'belongsTo'],
      'nobody',
      'misnomers.0.belongsTo: There is no role “nobody”. The roles are product, project.',
    ],
    [['misnomers', 0, 'patterns'], [], 'misnomers.0.patterns: This list needs 1 or more entries and has 0.'],
    [
      ['misnomers', 0, 'hints', 0],
      '?team of fitters',
      'misnomers.0.hints.0: The pattern “?team of fitters” must begin with a word.',
    ],
    [['telltales', 0, 'kind'], 'smell', 'telltales.0.kind: This must be one of metric, tool, market.'],
    [
      ['telltales', 0, 'role'],
      'nobody',
      'telltales.0.role: There is no role “nobody”. The roles are product, project.',
    ],
  ])('%j: %j', (path, value, problem) => {
    expect(problemsOf(changed(sample, path, value))).toContain(problem);
  });

  it('of which everything is wrong tells the first fifty things', () => {
    const signals = Array.from({ length: 5000 }, () => ({}));
    expect(problemsOf(changed(sample, ['signals'], signals))).toHaveLength(50);
  });

  it('of which many patterns begin with one word is told so', () => {
    const signals = Array.from({ length: 6 }, (_, index) => ({
      ...samplePair.signals[0],
      id: `many-${index}`,
      patterns: Array.from({ length: 55 }, (_, word) => `the w${word}`),
    }));
    const all = [...samplePair.signals, ...signals];
    expect(problemsOf(changed(sample, ['signals'], all)).join()).toContain('begins with the same word');
  });
});

describe('a sound one', () => {
  it('may name its schema', () => {
    expect(problemsOf({ $schema: './taxonomy.schema.json', ...(sample as object) })).toEqual([]);
  });
});

describe('whatever a file holds', () => {
  /** All places of a value. */
  function places(value: unknown, path: Path = []): Path[] {
    const below =
      typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, each]) =>
            places(each, [...path, Array.isArray(value) ? Number(key) : key]),
          )
        : [];
    return [path, ...below];
  }
  // Ours without most of its signals, which all look alike.
  const few = {
    ...taxonomy,
    signals: taxonomy.signals.filter((signal, index) => !isLearned(signal) && index % 4 === 0),
  };
  const files: unknown[] = [sample, JSON.parse(JSON.stringify(few))];
  const mutation = fc.record({
    file: fc.nat(files.length - 1),
    at: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
    to: fc.oneof(
      fc.jsonValue(),
      fc.constantFrom<unknown>(
        undefined,
        null,
        '',
        'x',
        [],
        {},
        0,
        NaN,
        '@user',
        '~3',
        'a|b',
        '__proto__',
        'a ~9 ?b',
      ),
      fc.constantFrom<unknown>(role.id, other.id, 'both', taxonomy.roles[0].id, 'discovery'),
    ),
  });

  it('it is read or explained, never thrown at, and what is read judges', () => {
    const all = files.map((file) => places(file));
    let read = 0;
    let refused = 0;
    fc.assert(
      fc.property(mutation, ({ file, at, to }) => {
        const paths = all[file] ?? [];
        const value = at.reduce<unknown>((before, index) => {
          try {
            return changed(before, paths[index % paths.length] ?? [], to);
          } catch {
            // The place went with an earlier change.
            return before;
          }
        }, files[file]);
        const reading = readTaxonomy(value);
        if ('taxonomy' in reading) {
          read += 1;
          const lens = createPostingLens(reading.taxonomy);
          const source = '# Senior Product Manager\n\n## Duties\n\n- Own the roadmap for each user\n';
          const [judged] = lens.analyze(source, formatOf('markdown'), { always: true }).judged;
          expect(Number.isFinite(judged?.judgement.score)).toBe(true);
        } else {
          refused += 1;
          expect(reading.problems.length).toBeGreaterThan(0);
          for (const { message } of reading.problems) expect(worded(message)).not.toMatch(/\{\d\}|undefined/);
        }
      }),
      { numRuns: 150 },
    );
    expect(Math.min(read, refused)).toBeGreaterThan(0);
  });

  it('anything else is no taxonomy', () => {
    fc.assert(fc.property(fc.anything(), (value) => problemsOf(value).length > 0));
  });
});

describe('a pattern as hostile as may be', () => {
  it('is tried in time that grows with the text', () => {
    const list = Array.from({ length: 8 }, (_, index) => 'bo '.repeat(index + 1)).join(',');
    const pattern = `@x ~9 @x ~9 @x ~9 @x ~9 @x @x @x ca`;
    const tokens = tokenize(`${'bo '.repeat(400)}; ca`);
    expect(new PatternIndex([{ pattern, payload: null }], { x: list }).matches(tokens)).toEqual([]);
  });
});
