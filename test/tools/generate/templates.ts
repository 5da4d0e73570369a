/** Finds the sentences in the source that people read, by TypeScript's own parser. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { root } from './generated.ts';

/** A sentence with its place in the source. */
export interface Template {
  /** From the checkout, with `/`. */
  readonly file: string;
  /** With `{0}`, `{1}` ... for the values, as `say` makes it. */
  readonly text: string;
  /** Counted from 1. */
  readonly line: number;
}

/** The template of a tagged template, as `say` would make it. */
function sayTemplate(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return template.templateSpans.reduce(
    (text, { literal }, index) => `${text}{${index}}${literal.text}`,
    template.head.text,
  );
}

/** What a node says: say`...` anywhere, `l10n.t('...')` in the client. */
function templateOf(node: ts.Node): string | null {
  if (ts.isTaggedTemplateExpression(node))
    return ts.isIdentifier(node.tag) && node.tag.text === 'say' ? sayTemplate(node.template) : null;
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
  const { expression: object, name } = node.expression;
  const [message] = node.arguments;
  if (!ts.isIdentifier(object) || object.text !== 'l10n' || name.text !== 't') return null;
  if (message === undefined || !ts.isStringLiteralLike(message))
    throw new Error('l10n.t needs its sentence written out, or nobody can translate it.');
  return message.text;
}

/**
 * The sentences of a source, in its order.
 * @param file how it is called
 * @throws where `l10n.t` is given anything but a literal
 */
export function templatesIn(source: string, file: string): Template[] {
  const found: Template[] = [];
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest);
  const visit = (node: ts.Node): void => {
    const text = templateOf(node);
    const line = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
    if (text !== null) found.push({ file, text, line });
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** The sentences of all that is shipped, in the order of files and code. */
export function templates(): Template[] {
  return globSync('{client,server,shared}/**/*.ts', { cwd: root })
    .sort()
    .flatMap((file) => templatesIn(readFileSync(path.join(root, file), 'utf8'), file));
}
