/**
 * Begins a rule: `npm run new:rule ID -- --severity S` writes its folder, whole and passing every check, and renews what
 * is generated. What it finds is a phrase that nobody writes, until its author replaces that.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Severity, severities } from '../../shared/configuration/severity.ts';
import { rulesFolder } from './generate/rules.ts';

const templates = path.join(import.meta.dirname, 'newRule');

/** What each file of the folder is made from. */
const files: Readonly<Record<string, string>> = {
  'rule.ts': 'rule.txt',
  'rule.md': 'rule.md',
  'fixtures/found.md': 'found.md',
  'fixtures/left-alone.md': 'left-alone.md',
};

/** Why there can be no rule of this id, or null. */
function objection(id: string): string | null {
  if (!/^[a-z]+(-[a-z]+)+$/.test(id))
    return `“${id}” cannot be a rule's id: two lower-case words or more, joined by hyphens.`;
  return existsSync(path.join(rulesFolder, id)) ? `There is a folder shared/rules/${id} already.` : null;
}

function writeFolder(id: string, severity: Severity): void {
  const folder = path.join(rulesFolder, id);
  mkdirSync(path.join(folder, 'fixtures'), { recursive: true });
  for (const [file, template] of Object.entries(files)) {
    const text = readFileSync(path.join(templates, template), 'utf8');
    writeFileSync(
      path.join(folder, file),
      text.replaceAll('RULE-ID', id).replaceAll('RULE-SEVERITY', severity),
    );
  }
}

const next = (id: string): string => `shared/rules/${id} is there, and passes every check. Now make it yours:
  1. rule.ts: what it looks for and what it says: what is wrong, why it matters to applicants, what to do.
  2. fixtures/: postings of your own, with [[${id}|words]] around what it must find; some near the line where it must not.
  3. rule.md: why it is there, a bad and a good example, when to switch it off.
  4. npm run generate, then npm test.`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { severity: { type: 'string', default: 'hint' } },
});
const [id = ''] = positionals;
const severity = severities.find((each) => each === values.severity);
const problem = severity === undefined ? `The severity is one of ${severities.join(', ')}.` : objection(id);
if (severity === undefined || problem !== null) {
  console.error(problem);
  process.exitCode = 2;
} else {
  writeFolder(id, severity);
  // Only now: it brings the compiler, and reads the rules, the new one among them.
  const { generate } = await import('./generate/main.ts');
  await generate();
  console.log(next(id));
}
