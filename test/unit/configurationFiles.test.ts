import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import { fileSchema, manifestProperties } from '../../shared/configuration/schema.ts';
import {
  configurationFor,
  configurationOf,
  loadConfiguration,
  type LoadedConfiguration,
  readConfiguration,
  settings,
  worded,
} from '../../shared/index.ts';
import { formatOf } from '../support/postings.ts';

/** A tree of files in memory. */
function load(tree: Readonly<Record<string, unknown>>, folder: string, root = '/r', given?: string) {
  return loadConfiguration(
    folder,
    root,
    {
      read: (file) => {
        const content = tree[file];
        return Promise.resolve(
          content === undefined ? null : typeof content === 'string' ? content : JSON.stringify(content),
        );
      },
    },
    given,
  );
}
const problems = ({ files }: LoadedConfiguration): string[] =>
  files.flatMap((file) =>
    file.problems.map(
      ({ span, message }) => `${file.path} ${file.text.slice(span.start, span.end)}: ${worded(message)}`,
    ),
  );
const level = ({ layers }: LoadedConfiguration, document: string) =>
  configurationOf(layers, document).configuration.rules['two-jobs']?.severity;
const rule = (severity: string) => ({ rules: { 'two-jobs': severity } });

describe('the nearest configuration file', () => {
  const tree = {
    '/.posting-lens.json': rule('error'),
    '/r/.posting-lens.json': rule('hint'),
    '/r/a/.posting-lens.json': rule('off'),
  };
  it.each([
    ['/r', 'hint', '.posting-lens.json'],
    ['/r/b/c', 'hint', '.posting-lens.json'],
    ['/r/a/deep/down', 'off', 'a/.posting-lens.json'],
  ])('counts for what is in %s', async (folder, expected, name) => {
    const loaded = await load(tree, folder);
    expect(level(loaded, `${folder}/x.md`)).toBe(expected);
    expect(loaded.layers.map((layer) => layer.name)).toEqual([name]);
  });

  it('is not looked for above the root, and every place that was looked at is known', async () => {
    const loaded = await load({ '/.posting-lens.json': rule('error') }, '/r/a');
    expect(loaded.layers).toEqual([]);
    expect([...loaded.looked]).toEqual(['/r/a/.posting-lens.json', '/r/.posting-lens.json']);
    expect((await load(tree, '/elsewhere')).layers).toEqual([]);
    expect(level(await load(tree, '/', '/'), '/x.md')).toBe('error');
  });

  it('can be another one that is named', async () => {
    const loaded = await load({ ...tree, '/r/own.json': rule('warning') }, '/r/a', '/r', '/r/own.json');
    expect(level(loaded, '/r/a/x.md')).toBe('warning');
  });
});

describe('extends', () => {
  it('lays files under this one, later ones over earlier ones, with patterns of their own folders', async () => {
    const loaded = await load(
      {
        '/r/a/.posting-lens.json': { extends: ['../one.json', './two.json'], exclude: ['x/'] },
        '/r/one.json': { ...rule('error'), overrides: [{ files: ['a/b/**'], ...rule('off') }] },
        '/r/a/two.json': { extends: ['../base.json'] },
        '/r/base.json': { maxLength: 7, ...rule('hint') },
      },
      '/r/a',
    );
    expect(problems(loaded)).toEqual([]);
    expect(loaded.layers.map(({ name }) => name)).toEqual([
      'one.json',
      'base.json',
      'a/two.json',
      'a/.posting-lens.json',
    ]);
    expect(level(loaded, '/r/a/x.md')).toBe('hint');
    expect(configurationOf(loaded.layers, '/r/a/x/y.md').configuration).toMatchObject({
      maxLength: 7 * 1024,
      judged: { when: 'never' },
    });
  });

  it('refuses what turns in a circle, and the rest applies', async () => {
    const loaded = await load(
      {
        '/r/.posting-lens.json': { extends: ['a.json'], maxLength: 3 },
        '/r/a.json': { extends: ['b.json', './a.json'], ...rule('off') },
        '/r/b.json': { extends: ['.posting-lens.json'], include: ['*.txt'] },
      },
      '/r',
    );
    expect(problems(loaded)).toEqual([
      '/r/a.json "./a.json": “./a.json” extends this file in turn, so it is passed over. Take one of the two out.',
      '/r/b.json ".posting-lens.json": “.posting-lens.json” extends this file in turn, so it is passed over. Take one of the two out.',
    ]);
    expect(configurationOf(loaded.layers, '/r/x.txt').configuration).toMatchObject({
      maxLength: 3 * 1024,
      judged: { when: 'always' },
      rules: { 'two-jobs': { severity: 'off' } },
    });
  });

  it.each([
    '/etc/passwd',
    '../other.json',
    'a/../../other.json',
    '~/x.json',
    'file:///x.json',
    'https://example.org/x.json',
    'C:/x.json',
    '..\\x.json',
  ])('reads nothing from outside the root: %s', async (reference) => {
    const loaded = await load(
      { '/r/.posting-lens.json': { extends: [reference], taxonomy: reference }, '/other.json': {} },
      '/r',
    );
    expect(problems(loaded)).toHaveLength(2);
    expect(problems(loaded)[0]).toContain('is not a relative path inside this project');
    expect([...loaded.looked]).toEqual(['/r/.posting-lens.json']);
    expect(loaded.taxonomy).toBeNull();
  });

  it('says so where a file is not there', async () => {
    const loaded = await load({ '/r/.posting-lens.json': { extends: ['base.json'] } }, '/r');
    expect(problems(loaded)[0]).toContain('“base.json” cannot be read');
    expect(loaded.looked.has('/r/base.json')).toBe(true);
  });

  it('ends, however files name each other', async () => {
    const names = Array.from({ length: 10 }, (_, index) => `${index}.json`);
    const tree = Object.fromEntries(names.map((name) => [`/r/${name}`, { extends: names }]));
    const loaded = await load({ ...tree, '/r/.posting-lens.json': { extends: names } }, '/r');
    expect(loaded.layers.length).toBeLessThan(25);
    expect(problems(loaded).some((each) => each.includes('More than 20 files'))).toBe(true);
  });
});

describe('a taxonomy of another pair', () => {
  const pair = readFileSync(path.resolve(import.meta.dirname, '../pairs/product-or-project.json'), 'utf8');

  it('is read from the last file that names one, and its ids can be used', async () => {
    const loaded = await load(
      {
        '/r/.posting-lens.json': {
          extends: ['base.json'],
          taxonomy: 'pairs/products.json',
          titles: { 'no-such-role': ['Captain'] },
        },
        '/r/base.json': { taxonomy: 'other.json' },
        '/r/other.json': '{ "roles": 7 }',
        '/r/pairs/products.json': pair,
      },
      '/r',
    );
    expect(loaded.taxonomy?.roles.map(({ id }) => id)).toContain('product');
    const { lens } = configurationFor('/r/x.md', loaded);
    expect(lens.taxonomy.roles).toEqual(loaded.taxonomy?.roles);
    const told = problems(loaded);
    expect(told.find((each) => each.startsWith('/r/base.json "other.json"'))).toContain('has mistakes');
    expect(told.some((each) => each.startsWith('/r/other.json 7:'))).toBe(true);
    expect(told.find((each) => each.startsWith('/r/.posting-lens.json'))).toContain('no role “no-such-role”');
  });

  it.each(['', '[]', '{ "__proto__": {} }', '{'.repeat(500), `"${'x'.repeat(3e5)}"`])(
    'that cannot be used is told, and ours holds: %#',
    async (text) => {
      const loaded = await load({ '/r/.posting-lens.json': { taxonomy: 'p.json' }, '/r/p.json': text }, '/r');
      expect(loaded.taxonomy).toBeNull();
      expect(problems(loaded)[0]).toContain('“p.json” has mistakes');
    },
  );
});

describe('own words', () => {
  it('make a lens of their own, the same for the same words, and what cannot be used is told at its place', async () => {
    const tree = {
      '/r/.posting-lens.json': {
        titles: { community: ['Member Host', 'Community Manager'] },
        phrases: { moderation: ['!!!'] },
        tools: { community: ['Gather Round'] },
      },
    };
    const first = await load(tree, '/r');
    expect(problems(first).some((each) => each.startsWith('/r/.posting-lens.json "!!!"'))).toBe(true);
    const { lens } = configurationFor('/r/x.md', first);
    expect(lens.taxonomy.telltales).toContainEqual(
      expect.objectContaining({ kind: 'tool', role: 'community', name: 'Gather Round' }),
    );
    expect(lens).toBe(configurationFor('/r/y.md', await load(tree, '/r')).lens);
    const source = '# Member Host\n\n- Welcome new members\n';
    const title = (of: typeof lens) => of.analyze(source, formatOf('markdown')).posting?.title?.reading.role;
    expect([title(lens), title(configurationFor('/x.md', await load({}, '/r')).lens)]).toEqual([
      'community',
      null,
    ]);
  });
});

describe('the table of settings', () => {
  it('is short, and tells of each what it is for', () => {
    const all = Object.entries(settings);
    expect(all.length).toBeLessThan(16);
    for (const [name, { description }] of all) expect(description.length, name).toBeGreaterThan(20);
    expect(Object.keys(manifestProperties(settings))).toContain('postingLens.rules');
    expect(Object.keys(manifestProperties(settings))).not.toContain('postingLens.extends');
  });

  // The language service is the one that VS Code has inside.
  const service = getLanguageService({});
  const schema = JSON.parse(JSON.stringify(fileSchema(settings))) as object;
  async function told(text: string) {
    const document = TextDocument.create('file:///r/.posting-lens.json', 'jsonc', 1, text);
    const parsed = service.parseJSONDocument(document);
    const options = { comments: 'ignore', trailingCommas: 'ignore' } as const;
    const found = await service.doValidation(document, parsed, options, schema);
    return found.map(({ range }) => ({
      start: document.offsetAt(range.start),
      end: document.offsetAt(range.end),
    }));
  }

  it.each([
    '{ // all of it fits\n "rules": { "two-jobs": "off", "title-mismatch": { "severity": "hint", "confidence": 0.9 } }, "exclude": ["x/"], "titles": { "x": ["y"] }, "taxonomy": "y.json", "maxLength": 3, }',
    '{ "rulez": {} }',
    '{ "run": "onSave" }',
    '{ "rules": { "two-jobs": "loud" } }',
    '{ "rules": { "two-job": "off" } }',
    '{ "rules": { "two-jobs": 7 } }',
    '{ "rules": { "title-mismatch": { "confidence": "very" } } }',
    '{ "rules": { "title-mismatch": { "confidence": 2 } } }',
    '{ "rules": { "title-mismatch": { "sure": 1 } } }',
    '{ "rules": [] }',
    '{ "exclude": "x" }',
    '{ "exclude": [7, ""] }',
    '{ "maxLength": 0 }',
    '{ "overrides": [{ "files": ["*"] }] }',
    '{ "maxLength": 1, "maxLength": 2 }',
    '{ "maxLength": 1 "run": 2 }',
    '[]',
    '{ "exclude": ["/a", "!b", "{c"] }',
    '{ "titles": { "no-such-role": ["x"] } }',
    '{ "rules": { "__proto__": {} }, "titles": { "__proto__": ["x"] } }',
  ])('makes a schema that tells just what is said to be told by it: %s', async (text) => {
    const found = await told(text);
    const { problems: own } = readConfiguration(text);
    const overlapping = ({ start, end }: { start: number; end: number }) =>
      found.some((other) => other.start <= end && start <= other.end);
    for (const { span, message, schemaTells } of own)
      if (schemaTells) expect(overlapping(span), worded(message)).toBe(true);
    // What nothing is wrong with for us is nothing wrong for the schema.
    if (own.length === 0) expect(found).toEqual([]);
  });
});
