import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar, type IRawGrammar } from 'vscode-textmate';

const root = path.resolve(import.meta.dirname, '../..');
const files: Readonly<Record<string, string>> = {
  'text.job-posting': 'syntaxes/job-posting.tmLanguage.json',
  'markdown.posting-lens.injection': 'syntaxes/suppressions.injection.tmLanguage.json',
};
// A Markdown grammar of one rule: what the injection is added to.
const markdown: IRawGrammar = JSON.parse(
  '{"scopeName":"text.html.markdown","patterns":[{"begin":"^```","end":"^```","name":"markup.fenced_code"}],"repository":{}}',
) as IRawGrammar;

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
      if (name === 'text.html.markdown') return Promise.resolve(markdown);
      return Promise.resolve(
        file === undefined
          ? null
          : textmate.parseRawGrammar(readFileSync(path.join(root, file), 'utf8'), file),
      );
    },
    getInjections: (name) => (name === 'text.html.markdown' ? ['markdown.posting-lens.injection'] : []),
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

describe('suppression comments in Markdown', () => {
  it('have the same colours', async () => {
    const line = '<!-- posting-lens-disable-next-line title-mismatch -- agreed -->';
    expect(await tokens('text.html.markdown', line)).toEqual(await tokens('text.job-posting', line));
  });
  it('are not read in code', async () => {
    const code = '```\n<!-- posting-lens-disable -->\n```';
    expect((await tokens('text.html.markdown', code)).some(([, scope]) => scope.startsWith('keyword'))).toBe(
      false,
    );
  });
});
