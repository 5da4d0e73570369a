import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkConfiguration,
  configurationOf,
  createPostingLens,
  explainConfiguration,
  explanationText,
  type Layer,
  readConfiguration,
  rules,
  settings,
  settingsLayer,
} from '../../shared/index.ts';
import { formatOf } from '../support/postings.ts';

const fileLayer = (name: string, folder: string, values: unknown): Layer => ({
  ...readConfiguration(typeof values === 'string' ? values : JSON.stringify(values)),
  name,
  folder,
});
const at = (layers: readonly Layer[], path: string) => configurationOf(layers, path).configuration;

describe('a configuration file', () => {
  it('applies what can be used, whatever is wrong beside it', () => {
    const { values, problems } = readConfiguration(`{
      "rules": { "two-jobs": "off", "no-such-rule": "error", "title-mismatch": { "confidence": 2, "severity": "hint" } },
      "exclude": ["a/", 7, "b/"], "maxLength": -1, "titles": []`);
    expect(values).toEqual({
      rules: { 'two-jobs': { severity: 'off' }, 'title-mismatch': { severity: 'hint', options: {} } },
      exclude: ['a/', 'b/'],
    });
    expect(problems).toHaveLength(6);
  });

  it.each([
    ['not an object', '[]'],
    ['half a key', '{ "ru'],
    ['no JSON', 'rules: off'],
    ['the end of a comment is missing', '{} /* '],
  ])('that is broken says so and gives nothing: %s', (_, text) => {
    const { values, problems } = readConfiguration(text);
    expect(values).toEqual({});
    expect(problems.length).toBeGreaterThan(0);
  });

  it.each(['', '\n', '\uFEFF{}', '// nothing yet\n{}', '{ "rules": {}, }'])(
    'may be as short as %j',
    (text) => {
      expect(readConfiguration(text).problems).toEqual([]);
    },
  );

  it.each([
    ['nested deep', '['.repeat(1e5)],
    ['nested deep in objects', '{"rules":'.repeat(1e4)],
    ['long', `{ "exclude": ["${'x'.repeat(3e5)}"] }`],
    ['of many entries', JSON.stringify({ exclude: Array.from({ length: 1e4 }, (_, index) => `a${index}`) })],
    ['of long phrases', JSON.stringify({ phrases: { moderation: ['x'.repeat(5000)] } })],
    [
      'of names with a meaning',
      '{ "rules": { "__proto__": "off", "constructor": {}, "two-jobs": { "__proto__": {} } } }',
    ],
    ['of mistakes only', `{ ${Array.from({ length: 5e3 }, () => '"rulez": 1').join(',')} }`],
  ])('that is hostile is refused with a reason: %s', (_, text) => {
    const { values, problems } = readConfiguration(text);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(100);
    expect(JSON.stringify(values).length).toBeLessThan(5000);
    expect(({} as Record<string, unknown>)['severity']).toBeUndefined();
  });

  it('never throws, and every problem lies in the text', () => {
    const word = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"rules"',
      '"off"',
      '"two-jobs"',
      '"files"',
      '"*"',
      '7',
      '//',
      '\n',
      '"',
      'null',
      '"overrides"',
      '"extends"',
      '\\',
      '"__proto__"',
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 40 }).map((words) => words.join('')),
        (text) => {
          for (const { span } of readConfiguration(text).problems) {
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeGreaterThanOrEqual(span.start);
            expect(span.end).toBeLessThanOrEqual(text.length);
          }
          checkConfiguration(text);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('may take ids of another taxonomy where it names one', () => {
    const titles = { 'product-manager': ['Product Lead'] };
    expect(readConfiguration(JSON.stringify({ titles })).problems).toHaveLength(1);
    const named = readConfiguration(JSON.stringify({ taxonomy: 'pair.json', titles }));
    expect(named.problems).toEqual([]);
    expect(named.values.titles).toEqual(titles);
  });

  it('chooses the level of what is said about itself', () => {
    const text = '{ "rules": { "invalid-configuration": "off" }, "rulez": {} }';
    expect(checkConfiguration(text)).toEqual([]);
    expect(checkConfiguration(text.replace('off', 'error')).map(({ severity }) => severity)).toEqual([
      'error',
    ]);
  });
});

describe('layers', () => {
  const user = settingsLayer(
    { rules: { 'title-mismatch': { severity: 'error', confidence: 0.9 }, 'two-jobs': 'off' }, maxLength: 9 },
    'the settings',
    '/team',
  );
  const file = fileLayer('jobs/.posting-lens.json', '/team/jobs', {
    rules: { 'title-mismatch': 'hint', 'off-role-duty': 'off' },
    exclude: ['old/', '*.draft.md'],
    include: ['**/*.txt'],
    overrides: [
      { files: ['a/**'], rules: { 'title-mismatch': 'warning', 'two-jobs': 'error' } },
      { files: ['a/b.md'], rules: { 'two-jobs': { severity: 'hint' } } },
    ],
  });

  it('win over each other key by key, rules id by id and option by option', () => {
    const { rules: own, maxLength } = at([user, file], '/team/jobs/x.md');
    expect(own['title-mismatch']).toEqual({ severity: 'hint', options: { confidence: 0.9 } });
    expect(own['two-jobs']).toEqual({ severity: 'off', options: {} });
    expect(maxLength).toBe(9 * 1024);
  });

  it('are followed by those of their overrides that match, in order', () => {
    const level = (path: string) => at([user, file], path).rules['two-jobs']?.severity;
    expect(['/team/jobs/a/x.md', '/team/jobs/a/b.md', '/team/a/b.md'].map(level)).toEqual([
      'error',
      'hint',
      'off',
    ]);
    const line = settingsLayer({ rules: { 'two-jobs': 'warning' } }, 'the command line', '/team');
    expect(at([user, file, line], '/team/jobs/a/b.md').rules['two-jobs']?.severity).toBe('warning');
  });

  it.each([
    ['/team/jobs/x.md', 'by-text'],
    ['/team/jobs/x.txt', 'always'],
    ['/team/jobs/old/x.txt', 'never'],
    ['/team/jobs/deep/down/x.draft.md', 'never'],
    ['/team/jobs/x.posting.md', 'always'],
    ['/team/jobs/old/x.posting', 'never'],
    ['/team/old/x.md', 'by-text'],
    ['/elsewhere/x.txt', 'by-text'],
  ])('say whether a document is judged: %s', (path, when) => {
    expect(at([user, file], path).judged.when).toBe(when);
  });

  it('silence what they exclude, and say by which pattern', () => {
    const lens = createPostingLens();
    const configuration = at([file], '/team/jobs/old/a.md');
    const analysis = lens.analyze('# Community Manager\n', formatOf('markdown'), { configuration });
    expect(analysis.silence).toEqual({
      kind: 'excluded',
      reason: 'The pattern “old/” in jobs/.posting-lens.json excludes it.',
    });
  });

  it('explain every value with its place', () => {
    const text =
      '{\n  "rules": {\n    "two-jobs": "off"\n  },\n  "overrides": [\n    { "files": ["a/"], "rules": { "two-jobs": "hint" } }\n  ]\n}';
    const layers = [user, fileLayer('.posting-lens.json', '/team', text)];
    const origin = (path: string, key: string) => {
      const found = explainConfiguration(configurationOf(layers, path)).find((each) => each.key === key);
      return [found?.value, found?.from, found?.line];
    };
    expect(origin('/team/x.md', 'rules.two-jobs.severity')).toEqual(['off', '.posting-lens.json', 3]);
    expect(origin('/team/a/x.md', 'rules.two-jobs.severity')).toEqual(['hint', '.posting-lens.json', 6]);
    expect(origin('/team/x.md', 'rules.title-mismatch.confidence')).toEqual([0.9, 'the settings', null]);
    expect(origin('/team/x.md', 'maxLength')).toEqual([9, 'the settings', null]);
    expect(origin('/team/x.md', 'run')).toEqual(['onType', 'default', null]);
    const keys = explainConfiguration(configurationOf([], '/x.md')).map(({ key }) => key);
    for (const { id, options } of rules)
      for (const name of ['severity', ...Object.keys(options)]) expect(keys).toContain(`rules.${id}.${name}`);
    const composed = ['rules', 'overrides', 'extends'];
    for (const name of Object.keys(settings)) expect(keys.includes(name)).toBe(!composed.includes(name));
  });
});

describe('the explanation for people', () => {
  const lines = (layers: readonly Layer[], path: string): string[] =>
    explanationText('x.md', configurationOf(layers, path)).split('\n');

  it('says first whether the document is judged, and why', () => {
    const layer = fileLayer('team.json', '/team', { include: ['*.txt'], exclude: ['old/'] });
    const head = (path: string) => lines([layer], path).slice(0, 3);
    expect(head('/team/x.md')).toEqual([
      ...['Configuration of x.md', 'It is judged when its text reads as a posting.', ''],
    ]);
    expect(head('/team/x.txt')[1]).toBe('It is always judged. The pattern “*.txt” in team.json includes it.');
    expect(head('/team/old/x.txt')[1]).toBe(
      'It is never judged. The pattern “old/” in team.json excludes it.',
    );
  });

  it('is a table of keys, values and where they come from, in columns', () => {
    const layer = fileLayer(
      'team.json',
      '/team',
      '{\n "maxLength": 9,\n "titles": { "x": ["y"] },\n "taxonomy": "t"}',
    );
    const table = lines([layer], '/team/x.md').slice(3, -1);
    const cells = table.map((line) => line.split(/ {2,}/));
    expect(cells).toContainEqual(['maxLength', '9', 'team.json:2']);
    expect(cells).toContainEqual(['titles.x', '["y"]', 'team.json:3']);
    expect(cells).toContainEqual(['run', '"onType"', 'default']);
    const columns = new Set(table.map((line) => line.search(/\S+$/)));
    expect(columns.size).toBe(1);
  });

  it('keeps the columns narrow where a value is long', () => {
    const long = Array.from({ length: 9 }, () => 'a-long-name/**');
    const table = lines([fileLayer('team.json', '/team', { exclude: long })], '/team/x.md').slice(3);
    const row = (key: string): string => table.find((line) => line.startsWith(key)) ?? '';
    expect(row('exclude')).toContain(`${JSON.stringify(long)}  team.json:1`);
    expect(row('run').search(/default$/)).toBeLessThan(2 * (44 + 2) + 1);
    expect(row('run').search(/default$/)).toBeGreaterThan(44);
  });
});
