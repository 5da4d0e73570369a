import { createHash } from 'node:crypto';

/** Which part of the code to mutate, from 0 to 1: the same each time, and a larger part holds a smaller one. */
const share = Number(process.env.SHARE ?? 1);

/** A class is taken up member by member. */
const isUnit = (path) =>
  path.parentPath?.isClassBody() ||
  (path.parentPath?.isProgram() && !path.isClass() && !path.get('declaration').isClass?.());

/** Where in [0, 1) a declaration lies by what it says. */
const place = (path) => createHash('sha256').update(path.toString()).digest().readUInt32BE() / 2 ** 32;

/** What is not mutated, and why. */
const notMutated = {
  shouldIgnore(path) {
    // Translators and readers look after sentences; a test would only repeat them.
    if (path.isTaggedTemplateExpression() && path.get('tag').isIdentifier({ name: 'say' })) return 'prose';
    if (share < 1 && isUnit(path) && place(path) >= share) return 'not in the sample';
    return undefined;
  },
};
export const strykerPlugins = [{ kind: 'Ignore', name: 'not-mutated', value: notMutated }];

const out = 'out/mutation';

export default {
  mutate: [
    'shared/{judgement,rules,edits,posting,configuration}/**/*.ts',
    '!**/*.{gen,d}.ts',
    '!shared/posting/functionWords.ts',
  ],
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  plugins: ['@stryker-mutator/vitest-runner', import.meta.filename],
  ignorers: ['not-mutated'],
  coverageAnalysis: 'perTest',
  // What runs only while a file is loaded is data: tables, messages, words.
  ignoreStatic: true,
  // The sandbox is run, not compiled.
  disableTypeChecks: false,
  ignorePatterns: ['dist', 'out', '.vscode-test', 'coverage'],
  incremental: true,
  incrementalFile: `${out}/incremental.json`,
  tempDirName: `${out}/sandbox`,
  reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
  clearTextReporter: { reportTests: false, logTests: false },
  htmlReporter: { fileName: `${out}/report.html` },
  jsonReporter: { fileName: `${out}/report.json` },
  concurrency: 1,
  // Beside the tests' own time: what others do on the machine must not look like a loop without an end.
  timeoutMS: 30_000,
};
