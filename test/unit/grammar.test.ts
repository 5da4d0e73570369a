import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar, type IRawGrammar } from 'vscode-textmate';
import type { FormatId } from '../../shared/index.ts';
import { readSuppressions } from '../../shared/posting/suppressions.ts';
import { formatOf } from '../support/postings.ts';

const root = path.resolve(import.meta.dirname, '../..');
const files: Readonly<Record<string, string>> = {
  'text.job-posting': 'syntaxes/job-posting.tmLanguage.json',
  'markdown.posting-lens.injection': 'syntaxes/suppressions.injection.tmLanguage.json',
  'yaml.posting-lens.injection': 'syntaxes/suppressions.yaml.injection.tmLanguage.json',
};
type Rules = readonly (readonly [begin: string, end: string, name: string])[];
const grammarOf = (scopeName: string, rules: Rules): IRawGrammar =>
  ({
    scopeName,
    patterns: rules.map(([begin, end, name]) => ({ begin, end, name })),
    repository: {},
  }) as unknown as IRawGrammar;
/** Grammars of a few rules: what the injections are added to. */
const hosts: Readonly<Record<string, IRawGrammar>> = {
  'text.html.markdown': grammarOf('text.html.markdown', [
    ['^```', '^```', 'markup.fenced_code'],
    ['`', '`', 'markup.inline.raw'],
    ['\\A---', '^---', 'meta.embedded.block.frontmatter'],
  ]),
  'text.html.basic': grammarOf('text.html.basic', [
    ['<script>', '</script>', 'source.js'],
    ['<\\w+', '>', 'meta.tag'],
  ]),
  'source.yaml': grammarOf('source.yaml', [['"', '"', 'string.quoted.double.yaml']]),
};

/** The grammars as the manifest declares them. */
const contributed = (
  JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    contributes: { grammars: { scopeName: string; injectTo?: string[] }[] };
  }
).contributes.grammars;

async function grammar(scope: string): Promise<IGrammar> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await loading(wasm);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: (name) => {
      const file = files[name];
      const host = hosts[name];
      if (host !== undefined) return Promise.resolve(host);
      return Promise.resolve(
        file === undefined
          ? null
          : textmate.parseRawGrammar(readFileSync(path.join(root, file), 'utf8'), file),
      );
    },
    getInjections: (name) =>
      contributed.filter(({ injectTo }) => injectTo?.includes(name)).map(({ scopeName }) => scopeName),
  });
  const loaded = await registry.loadGrammar(scope);
  if (loaded === null) throw new Error(`No grammar ${scope}.`);
  return loaded;
}

let loaded: Promise<void> | undefined;
const loading = (wasm: Buffer): Promise<void> => (loaded ??= oniguruma.loadWASM(wasm));

/** The most particular scope of each token that is more than blanks. */
async function tokens(scope: string, source: string): Promise<[string, string][]> {
  const rules = await grammar(scope);
  const found: [string, string][] = [];
  let stack = textmate.INITIAL;
  for (const line of source.split('\n')) {
    const result = rules.tokenizeLine(line, stack);
    stack = result.ruleStack;
    for (const { startIndex, endIndex, scopes } of result.tokens) {
      const text = line.slice(startIndex, endIndex).trim();
      if (text !== '') found.push([text, (scopes.at(-1) ?? '').replace(/\.job-posting$/, '')]);
    }
  }
  return found;
}

describe('the grammar of job-posting', () => {
  it.each([
    ['# Community Manager', ['Community Manager', 'entity.name.section.title']],
    ['Title: Community Manager', ['Community Manager', 'markup.heading.title']],
    ['## What you will do', ['What you will do', 'entity.name.section']],
    ['Requirements:', ['Requirements', 'entity.name.section']],
    ['- Moderate the forum', ['Moderate the forum', 'markup.list.duty']],
    ['• Moderate the forum', ['•', 'punctuation.definition.list.begin']],
    ['We are {{company}}.', ['{{company}}', 'variable.other.placeholder']],
    ['- Report to [INSERT NAME]', ['[INSERT NAME]', 'variable.other.placeholder']],
    ['---\ntitle: Editor\n---', ['Editor', 'markup.heading.title']],
    ['<!-- note -->', ['note', 'comment.block']],
    [
      '<!-- posting-lens-disable-next-line title-mismatch -- agreed -->',
      ['posting-lens-disable-next-line', 'keyword.control.suppression'],
    ],
    [
      '<!-- posting-lens-disable title-mismatch, two-jobs -->',
      ['title-mismatch, two-jobs', 'variable.other.rule'],
    ],
    ['<!-- posting-lens-enable -- fine again -->', ['fine again', 'string.unquoted.reason']],
  ])('%j', async (source, token) => {
    expect(await tokens('text.job-posting', source)).toContainEqual(token);
  });

  it('leaves prose alone', async () => {
    expect(await tokens('text.job-posting', 'We sell tea. Join us!')).toEqual([
      ['We sell tea. Join us!', 'text'],
    ]);
  });
});

/** The parts of a suppression comment as the colours tell them. */
async function parts(scope: string, source: string): Promise<string[]> {
  const wanted = /^(?:keyword\.control\.suppression|variable\.other\.rule|string\.unquoted\.reason)/;
  const found = await tokens(scope, source);
  return found.flatMap(([text, name]) =>
    !wanted.test(name) ? [] : name.startsWith('variable') ? text.split(/[\s,]+/).filter(Boolean) : [text],
  );
}

/** The same as the reader tells them. */
const read = (id: FormatId, source: string): string[] =>
  readSuppressions(source, formatOf(id)).all.flatMap(({ kind, rules, reason }) => [
    `posting-lens-${kind}`,
    ...rules.map((each) => each.id),
    ...(reason === null ? [] : [reason.text]),
  ]);

describe('suppression comments', () => {
  const bodies = [
    ' posting-lens-disable-next-line title-mismatch -- agreed ',
    'posting-lens-disable',
    ' posting-lens-disable two-jobs,title-mismatch  other-field ',
    ' posting-lens-disable-file two-jobs, -- why -- not ',
    ' posting-lens-enable --so ',
    ' posting-lens-enable -- ',
    ' posting-lens-enable Two_Jobs ',
    ' posting-lens-disabled ',
    ' posting-lens-disable-line a ',
    ' see posting-lens-disable ',
    ' posting-lens-disable, a-b- -c ',
  ];
  const written = bodies.flatMap((body): [string, FormatId, string][] => [
    ['text.job-posting', 'posting', `<!--${body}-->`],
    ['text.job-posting', 'posting', `---\n#${body}\n---\n`],
    ['text.html.markdown', 'markdown', `Words <!--${body}--> and`],
    ['text.html.markdown', 'markdown', `---\n#${body}\n---\n`],
    ['text.html.markdown', 'markdown', '```\n<!--' + body + '-->\n```'],
    ['text.html.markdown', 'markdown', 'Write `<!--' + body + '-->`'],
    ['text.html.basic', 'html', `<!--${body}-->`],
    ['text.html.basic', 'html', `<script>// <!--${body}--></script>`],
    ['text.html.basic', 'html', `<p title="<!--${body}-->">`],
    ['source.yaml', 'yaml', `#${body}`],
    ['source.yaml', 'yaml', `a: "#${body}"`],
  ]);
  it.each(written)('have colours in %s where the reader of %s reads them: %j', async (scope, id, source) => {
    expect(await parts(scope, source)).toEqual(read(id, source));
  });
  it('are among these', () => {
    expect(written.filter(([, id, source]) => read(id, source).length > 0).length).toBeGreaterThan(40);
  });
});
