import { Ajv2020 } from 'ajv/dist/2020.js';
import { symlinkSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { toolNames, type ToolParams, toolRequest, type ToolResult } from '../../shared/protocol.ts';
import { tools } from '../../server/tools/index.ts';
import { fixture, Folder } from '../support/commandLine.ts';
import { type LanguageClient, startClient } from '../support/languageClient.ts';

const folder = new Folder();
const elsewhere = new Folder();
const mislabeled = fixture('samples/community-title-social-duties.md');
const ajv = new Ajv2020({ allowUnionTypes: true });
const fits = new Map(tools.map(({ name, output }) => [name, ajv.compile(output)]));
const uriOf = (name: string): string => pathToFileURL(folder.at(name)).href;
let client: LanguageClient;

beforeAll(async () => {
  folder.write('jobs/a posting.md', mislabeled);
  folder.write('jobs/.posting-lens.json', '{ "rules": { "title-mismatch": "hint" }, "exclude": ["old.md"] }');
  folder.write('jobs/old.md', mislabeled);
  folder.write('jobs/large.md', `${mislabeled}\n${'word '.repeat(300_000)}`);
  elsewhere.write('secret.md', mislabeled);
  symlinkSync(elsewhere.at('secret.md'), folder.at('jobs/link.md'));
  const uri = pathToFileURL(folder.path).href;
  client = await startClient(
    { workspace: { workspaceFolders: true } },
    {},
    {
      workspaceFolders: [{ uri, name: 'jobs' }],
    },
  );
});
afterAll(async () => {
  await client.stop();
  folder.dispose();
  elsewhere.dispose();
});

/** Asks a tool; whatever it answers fits its schema. */
async function ask(
  tool: ToolParams['tool'],
  input: unknown,
  rulePage = '',
): Promise<ToolResult['structured']> {
  const params: ToolParams = { tool, input, rulePage };
  const { structured } = await client.connection.sendRequest<ToolResult>(toolRequest, params);
  const check = fits.get(tool);
  expect(check?.(structured), JSON.stringify(check?.errors)).toBe(true);
  return structured;
}

describe('tools of an editor', () => {
  it('are those that are announced', () => {
    expect(tools.map(({ name }) => name)).toEqual(toolNames);
  });

  it.each([
    'jobs/a posting.md',
    './jobs/../jobs/a posting.md',
    'jobs\\a posting.md',
    uriOf('jobs/a posting.md'),
    folder.at('jobs/a posting.md'),
  ])('read %s, with its configuration', async (name) => {
    expect(await ask('check_posting', { path: name })).toMatchObject({
      outcome: 'judged',
      postings: [{ result: { diagnostics: [{ rule: 'title-mismatch', severity: 'hint' }] } }],
    });
  });

  it('say what could not be used of the configuration', async () => {
    folder.write('odd/.posting-lens.json', '{\n  "rulez": {}\n}');
    folder.write('odd/a.md', mislabeled);
    expect(await ask('judge_posting', { path: 'odd/a.md' })).toMatchObject({
      outcome: 'judged',
      misconfigured: [expect.stringMatching(/^odd\/\.posting-lens\.json:2:3: .*“rulez”/)],
    });
    expect(await ask('judge_posting', { text: mislabeled })).toMatchObject({ misconfigured: [] });
  });

  it.each([
    '../secret.md',
    elsewhere.at('secret.md'),
    pathToFileURL(elsewhere.at('secret.md')).href,
    'jobs/../../secret.md',
    'https://example.org/a.md',
  ])('read nothing at %s', async (path) => {
    expect(await ask('judge_posting', { path })).toMatchObject({ outcome: 'refused', refusal: 'outside' });
  });

  it.each(['jobs/link.md', 'jobs/missing.md', 'jobs'])('find no file at %s', async (path) => {
    expect(await ask('fix_posting', { path })).toMatchObject({ outcome: 'refused', refusal: 'not-found' });
  });

  it('judge an open document as it stands, not as it was saved', async () => {
    const uri = uriOf('jobs/a posting.md');
    await client.open(uri, 'markdown', 1, mislabeled.replace(/community manager/gi, 'Social Media Manager'));
    expect(await ask('check_posting', { path: 'jobs/a posting.md' })).toMatchObject({
      postings: [{ outcome: 'judged', result: { diagnostics: [] } }],
    });
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    const untitled = 'untitled:Untitled-1';
    await client.open(untitled, 'job-posting', 1, mislabeled);
    expect(await ask('judge_posting', { path: untitled })).toMatchObject({ outcome: 'judged' });
  });

  it('say what they did not judge', async () => {
    expect(await ask('judge_posting', { path: 'jobs/old.md' })).toMatchObject({
      postings: [{ result: { silent: 'excluded' } }],
    });
    expect(await ask('judge_posting', { path: 'jobs/large.md' })).toMatchObject({
      postings: [{ result: { silent: 'too-large' } }],
    });
    expect(await ask('fix_posting', { text: 'Milk, eggs' })).toMatchObject({
      outcome: 'refused',
      text: null,
    });
  });

  it('take a text, and a title for it', async () => {
    const text =
      '- Welcome new members\n- Moderate the forum\n- Host member meetups\n- Introduce members to each other\n';
    const input = { text: `## Duties\n\n${text}`, title: 'Social Media Manager' };
    expect(await ask('check_posting', input)).toMatchObject({
      postings: [{ result: { title: { text: 'Social Media Manager' } } }],
    });
  });

  it('say which responsibility a duty names, and none that single words let us guess', async () => {
    const guessed = 'Greet whoever arrives and show them where to start';
    const text = `# Community Manager\n\n## Duties\n\n- ${guessed}\n- Moderate the forum\n- Introduce members to each other\n`;
    const answer = await ask('judge_posting', { text });
    expect(answer['says']).toMatch(/“Moderate the forum” \(community, moderation, [\d.]+\)/);
    expect(answer['says']).toMatch(new RegExp(`“${guessed}” \\(community, [\\d.]+\\)`));
    expect(JSON.stringify(answer['postings'])).toContain('"responsibility":"member-welcome"');
  });

  it('show the page that the editor has', async () => {
    expect(await ask('explain', { id: 'two-jobs' }, '# Page\n')).toMatchObject({ markdown: '# Page\n' });
    expect(await ask('explain', { id: 'trait-nonsense' })).toMatchObject({ refusal: 'unknown-id' });
  });

  it.each([
    null,
    'text',
    {},
    { text: 'a', path: 'b' },
    { text: 7 },
    { txt: 'a' },
    { text: 'a', format: 'docx' },
  ])('refuse the input %j', async (input) => {
    expect(await ask('judge_posting', input)).toMatchObject({ outcome: 'refused', refusal: 'input' });
  });

  it('answer nothing where there is no such tool, and go on after a call that was called off', async () => {
    const unknown = { tool: 'delete_posting', input: {}, rulePage: '' };
    expect(await client.connection.sendRequest(toolRequest, unknown)).toBe(null);
    const source = new CancellationTokenSource();
    const params: ToolParams = { tool: 'judge_posting', input: { text: mislabeled }, rulePage: '' };
    const call = client.connection.sendRequest(toolRequest, params, source.token);
    source.cancel();
    await call.catch(() => undefined);
    expect(await ask('judge_posting', { text: mislabeled })).toMatchObject({ outcome: 'judged' });
  });
});
