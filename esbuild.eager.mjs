// Has the command line compile at once what the check of a posting calls.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** Where the functions begin that were called, by the file they stand in. */
function called(program, args) {
  const folder = mkdtempSync(path.join(tmpdir(), 'posting-lens-calls-'));
  const env = { ...process.env, NODE_V8_COVERAGE: folder, NODE_DISABLE_COMPILE_CACHE: '1' };
  const { status, stderr } = spawnSync(process.execPath, [program, ...args], { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
  const starts = new Map();
  for (const name of readdirSync(folder))
    for (const { url, functions } of JSON.parse(readFileSync(path.join(folder, name), 'utf8')).result) {
      const offsets = functions.flatMap(({ ranges: [all] }) => (all.count > 0 ? [all.startOffset] : []));
      if (url.startsWith('file:')) starts.set(fileURLToPath(url), new Set(offsets));
    }
  rmSync(folder, { recursive: true });
  return starts;
}

/** A module in which these functions stand in parentheses; those that it declares, before everything else. */
function withParentheses(text, starts) {
  const file = ts.createSourceFile('module.mjs', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const isCalled = (node) => starts.has(node.getStart(file));
  const signs = [];
  const visit = (node) => {
    if ((ts.isFunctionExpression(node) || ts.isArrowFunction(node)) && isCalled(node))
      signs.push([node.getStart(file), '('], [node.end, ')']);
    ts.forEachChild(node, (child) => void visit(child));
  };
  visit(file);
  signs.sort(([one, sign], [other]) => one - other || (sign === ')' ? -1 : 1));
  const written = (from, to) => {
    const between = signs.filter(([at, sign]) =>
      sign === '(' ? at >= from && at < to : at > from && at <= to,
    );
    let result = '';
    let done = from;
    for (const [at, sign] of between) {
      result += text.slice(done, at) + sign;
      done = at;
    }
    return result + text.slice(done, to);
  };
  const declared = [];
  const shebang = ts.getShebang(text) ?? '';
  let rest = '';
  let at = shebang.length;
  for (const node of file.statements) {
    if (!ts.isFunctionDeclaration(node) || node.modifiers?.some(isExport) || !isCalled(node)) continue;
    const { name, end } = node;
    const start = node.getStart(file);
    declared.push(`${name.text}=(${text.slice(start, name.pos)}${written(name.end, end)})`);
    rest += written(at, start);
    at = end;
  }
  rest += written(at, text.length);
  return `${shebang}${declared.length === 0 ? '' : `\nvar ${declared.join(',')};`}${rest}`;
}

const isExport = ({ kind }) => kind === ts.SyntaxKind.ExportKeyword;

/**
 * V8 compiles a function when it is first called, unless it stands in parentheses: then it is compiled with its module,
 * and Node keeps it in its compile cache. What a run of a program calls is put into them.
 */
export function compileAtOnce(program, args) {
  for (const [file, starts] of called(program, args))
    writeFileSync(file, withParentheses(readFileSync(file, 'utf8'), starts));
}
