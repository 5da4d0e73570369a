import tseslint from 'typescript-eslint';

/** Who may know whom. Patterns are checked on the text of imports, so they catch packages too. */
const forbid = (...patterns) => [
  'error',
  { patterns: patterns.map(([group, message]) => ({ group, message })) },
];
const lsp = ['vscode-languageserver*', 'vscode-languageclient*', 'vscode-jsonrpc'];
/** The folders of the formats: only the list of them knows them. */
const formats = ['html', 'json', 'yaml', 'toml', 'data', 'markdown', 'text'].map(
  (folder) => `**/posting/${folder}/**`,
);
const pure = [
  [['vscode', ...lsp], 'The core knows no editor and no LSP.'],
  [['node:*'], 'The core runs anywhere: no Node.'],
  [['**/server/**', '**/client/**'], 'shared knows nobody.'],
];

export default tseslint.config(
  { ignores: ['dist/**', 'out/**', '.vscode-test/**', 'node_modules/**', '**/*.gen.ts'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Unions such as RoleId | 'both' tell readers which words the code adds to the taxonomy's ids.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      'no-control-regex': 'off',
      'max-lines': ['error', { max: 400 }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
      ],
    },
  },
  { files: ['shared/**/*.ts'], rules: { 'no-restricted-imports': forbid(...pure) } },
  {
    files: ['shared/taxonomy/**/*.ts'],
    rules: {
      'no-restricted-imports': forbid(...pure, [
        ['../posting/**', '../judgement/**', '../rules/**', '../edits/**', '../../**'],
        'The taxonomy is data and knows nobody.',
      ]),
    },
  },
  {
    files: ['shared/taxonomy/signals/*.ts'],
    rules: {
      'no-restricted-imports': forbid(...pure, [['../../**'], 'The taxonomy is data and knows nobody.']),
    },
  },
  {
    files: ['shared/posting/**/*.ts'],
    rules: {
      'no-restricted-imports': forbid(...pure, [
        ['**/judgement/**', '**/rules/**', '**/edits/**'],
        'posting knows the taxonomy only.',
      ]),
    },
  },
  {
    files: ['shared/judgement/**/*.ts'],
    rules: {
      'no-restricted-imports': forbid(...pure, [
        ['**/rules/**', '**/edits/**', '**/configuration/**', '**/features/**', ...formats],
        'judgement knows posting and taxonomy, and no format.',
      ]),
    },
  },
  {
    files: ['shared/edits/**/*.ts'],
    rules: {
      'no-restricted-imports': forbid(...pure, [
        ['**/rules/**', '**/configuration/**', '**/features/**', ...formats],
        'edits know posting and taxonomy, and no format.',
      ]),
    },
  },
  {
    files: ['shared/rules/*/rule.ts'],
    rules: {
      'no-restricted-imports': forbid(...pure, [
        ['../*/rule.ts', '**/features/**', ...formats],
        'A rule imports no other rule and no format.',
      ]),
    },
  },
  {
    files: ['shared/features/**/*.ts', 'shared/configuration/**/*.ts'],
    rules: {
      'no-restricted-imports': forbid(...pure, [formats, 'Features and configuration know no format.']),
    },
  },
  {
    files: ['server/{lsp,tools}/**/*.ts', 'server/main.browser.ts'],
    rules: {
      'no-restricted-imports': forbid(
        [
          ['vscode', 'node:*', 'vscode-languageserver/node', '../start.ts', '../cli/**'],
          'These files run in a web worker too.',
        ],
        [['**/client/**'], 'Server and client never meet.'],
      ),
    },
  },
  {
    files: ['server/{cli,mcp}/**/*.ts', 'server/*.ts'],
    ignores: ['server/main.browser.ts'],
    rules: { 'no-restricted-imports': forbid([['vscode', '**/client/**'], 'Server and client never meet.']) },
  },
  {
    files: ['client/**/*.ts'],
    rules: {
      'no-restricted-imports': forbid(
        [['**/server/**'], 'Server and client never meet.'],
        [
          [
            '../shared/posting/**',
            '../shared/judgement/**',
            '../shared/rules/**',
            '../shared/edits/**',
            '../shared/index.ts',
            '../shared/analysis.ts',
            '../shared/features/**',
          ],
          'Of the core the client knows taxonomy, sniff.ts, say.ts and protocol.ts.',
        ],
      ),
    },
  },
);
