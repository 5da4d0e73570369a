/** No text that people read in the editor is fixed to English: neither in the manifest nor in what the client shows. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { root } from '../tools/generate/generated.ts';

/** What VS Code shows of a contribution. What it tells a language model, and the names of languages' packages, are not read by people. */
const shown = new Set([
  'alt',
  'category',
  'contents',
  'description',
  'displayName',
  'enumDescriptions',
  'label',
  'markdownDescription',
  'markdownEnumDescriptions',
  'name',
  'title',
  'userDescription',
]);
/** Names by which programs call a tool and grammars know a language, what a language model reads, and the product's own name. */
const isElse = (at: string, value: string): boolean =>
  /^languageModelTools\/\d+\/(?:name$|inputSchema\/)|^grammars\//.test(at) || value === 'Posting Lens';

function fixedTexts(value: unknown, at = '', key = ''): string[] {
  if (typeof value === 'string')
    return shown.has(key) && !isElse(at, value) && !/^%[\w.-]+%$/.test(value) ? [`${at}: ${value}`] : [];
  if (Array.isArray(value)) return value.flatMap((each, index) => fixedTexts(each, `${at}/${index}`, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    fixedTexts(each, at === '' ? name : `${at}/${name}`, name),
  );
}

/** Properties and calls of VS Code that show what they are given. */
const properties = new Set(['detail', 'label', 'message', 'placeHolder', 'prompt', 'title', 'tooltip']);
const calls = /^show(?:Error|Information|Warning)Message$/;
/** Names that are the same in every language. */
const names = new Set(['HTML', 'JSON-LD', 'Markdown', 'YAML']);
/** The text of a node as it stands in the code, without icons and values; undefined where it is made otherwise. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join(' ');
}
/** A text that a person would read as words. */
function isWords(node: ts.Node): boolean {
  const text = textOf(node)?.replace(/\$\([\w-]+\)/g, '') ?? '';
  return /\p{L}{2,}/u.test(text) && !names.has(text);
}

function literals(file: string, text: string): string[] {
  const found: string[] = [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    const told = (value: ts.Node): void => {
      if (isWords(value)) found.push(`${file}: ${value.getText()}`);
    };
    if (ts.isPropertyAssignment(node) && properties.has(node.name.getText())) told(node.initializer);
    if (
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      ts.isPropertyAccessExpression(node.left) &&
      properties.has(node.left.name.text)
    )
      told(node.right);
    if (ts.isCallExpression(node) && calls.test(node.expression.getText().split('.').at(-1) ?? ''))
      node.arguments.forEach(told);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('texts that people read', () => {
  it('come from package.nls.json in the manifest', () => {
    const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      contributes: unknown;
    };
    expect(fixedTexts(manifest.contributes)).toEqual([]);
    expect(fixedTexts({ commands: [{ command: 'a', title: 'Words' }] })).toEqual(['commands/0/title: Words']);
  });

  it('are handed to the translator in the client', () => {
    const files = execFileSync('git', ['ls-files', 'client/*.ts'], { cwd: root, encoding: 'utf8' });
    const found = files
      .split('\n')
      .filter((file) => file !== '')
      .flatMap((file) => literals(file, readFileSync(path.join(root, file), 'utf8')));
    expect(found).toEqual([]);
    const escaped = `item.tooltip = 'Words'; window.showErrorMessage(\`Words \${1}\`, l10n.t('More')); f({ title: 'Words' })`;
    expect(literals('a.ts', escaped)).toHaveLength(3);
  });
});
