import * as vscode from 'vscode';
import { toolNames, toolPrefix } from '../../../shared/protocol.ts';
import { api } from './editor.ts';
import { equal, test, until } from './runner.ts';

const settings = () => vscode.workspace.getConfiguration('postingLens');
const listed = (): string[] =>
  vscode.lm.tools.map(({ name }) => name).filter((name) => name.startsWith(toolPrefix));

/** Offers agents something while a test runs. */
async function offering(value: string, run: () => Promise<void>): Promise<void> {
  await settings().update('agents', value, vscode.ConfigurationTarget.Workspace);
  try {
    await run();
  } finally {
    await settings().update('agents', undefined, vscode.ConfigurationTarget.Workspace);
  }
}

/**
 * Whether the editor has nobody to ask. What the manifest announces is in its list whatever the setting; chats are kept from it by
 * the `when` of each tool.
 */
async function areOff(): Promise<boolean> {
  const message = await ask('explain', { id: 'two-jobs' }).then(
    () => '',
    (error: unknown) => String(error),
  );
  return message.includes('does not have an implementation registered');
}

/** The tool of the server for agents, where the editor has started it. */
const served = (): string | undefined =>
  vscode.lm.tools.map(({ name }) => name).find((name) => /^mcp_.*judge_posting$/.test(name));

/** Starts every server for agents that the editor is told of. */
const startServers = (): Thenable<unknown> =>
  vscode.commands.executeCommand('workbench.mcp.startServer', '*', { autoTrustChanges: true });

/** What a tool answers: words, and data. */
async function ask(name: string, input: object): Promise<[string, Record<string, unknown>]> {
  const options = { input, toolInvocationToken: undefined };
  const { content } = await vscode.lm.invokeTool(`${toolPrefix}${name}`, options);
  const [words = '', data = ''] = content.map((part) =>
    part instanceof vscode.LanguageModelTextPart ? part.value : '',
  );
  return [words, JSON.parse(data) as Record<string, unknown>];
}

const names = toolNames.map((name) => `${toolPrefix}${name}`);

test('agents are offered nothing unless the setting says so', async () => {
  await vscode.extensions.getExtension('posting-lens.posting-lens')?.activate();
  equal(settings().get('agents'), 'off', 'default');
  equal(api().mcpServers?.() ?? [], [], 'servers for agents');
  await startServers();
  equal(served(), undefined, 'tool of a server for agents');
  equal(await areOff(), true, 'tools are off');
  const manifest = vscode.extensions.getExtension('posting-lens.posting-lens')?.packageJSON as {
    readonly contributes: { readonly languageModelTools: readonly { readonly when: string }[] };
  };
  for (const { when } of manifest.contributes.languageModelTools)
    equal(when, 'config.postingLens.agents == tools', 'when a chat has them');
});

test('agents judge, check, fix and explain with tools of the editor', () =>
  offering('tools', async () => {
    equal(listed().sort(), [...names].sort(), 'tools');
    equal(
      vscode.lm.tools
        .filter(({ name }) => names.includes(name))
        .every(({ inputSchema }) => inputSchema !== undefined),
      true,
      'input schemas',
    );
    const sample = 'community-title-social-duties.md';
    const [words, judged] = await ask('judge_posting', { path: sample });
    equal(judged['outcome'], 'judged', 'outcome');
    equal(words.includes('The duties describe a social media manager'), true, `verdict in “${words}”`);
    const [found] = await ask('check_posting', { path: sample });
    equal(found.includes('title-mismatch'), true, `finding in “${found}”`);
    const [, fixed] = await ask('fix_posting', { path: sample });
    equal(fixed['outcome'], 'fixed', 'outcome of fixing');
    equal(String(fixed['text']).includes('Social Media Manager'), true, 'fixed text');
    const [, explained] = await ask('explain', { id: 'two-jobs' });
    equal(String(explained['markdown']).includes('## Why'), true, 'page of a rule');
    equal((await ask('explain', { id: 'moderation' }))[1]['kind'], 'responsibility', 'kind of page');

    const [folder] = vscode.workspace.workspaceFolders ?? [];
    const absolute = vscode.Uri.joinPath(folder?.uri ?? vscode.Uri.file('/'), sample);
    for (const path of [absolute.path, absolute.toString(), `./nowhere/../${sample}`])
      equal((await ask('judge_posting', { path }))[1]['outcome'], 'judged', path);
    for (const path of ['../elsewhere.md', '/etc/hostname', 'file:///etc/hostname'])
      equal((await ask('judge_posting', { path }))[1]['refusal'], 'outside', path);
    equal((await ask('judge_posting', { path: 'missing.md' }))[1]['refusal'], 'not-found', 'a missing file');
    equal((await ask('judge_posting', {}))[1]['refusal'], 'input', 'neither text nor path');
    equal((await ask('judge_posting', { text: 'Milk, eggs, bread' }))[1]['outcome'], 'refused', 'a list');
  }));

test('a document is judged as it stands in the editor', () =>
  offering('tools', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'job-posting',
      content:
        '# Community Manager\n\n## Duties\n\n- Schedule posts on Instagram\n- Run paid campaigns\n- Grow our follower count\n- Produce short videos\n',
    });
    await vscode.window.showTextDocument(document);
    const [, { outcome }] = await ask('judge_posting', { path: document.uri.toString() });
    equal(outcome, 'judged', 'outcome for a document without a file');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }));

test('the server for agents is announced when it is chosen, and runs on the Node of the editor', () =>
  offering('mcp', async () => {
    equal(await areOff(), true, 'tools are off');
    if (vscode.env.uiKind === vscode.UIKind.Web && api().mcpServers === undefined) return;
    const [server, ...others] = api().mcpServers?.() ?? [];
    equal(others.length, 0, 'other servers');
    const [file, ...folders] = server?.args ?? [];
    equal(file?.endsWith('mcp.mjs'), true, 'file');
    equal(
      folders,
      vscode.workspace.workspaceFolders?.map(({ uri }) => uri.fsPath),
      'folders',
    );
    equal(server?.env, { ELECTRON_RUN_AS_NODE: '1' }, 'environment');
    // The announcement takes its way through the editor; nothing tells when it is there.
    await until('the tools of the server', served, (wake) => {
      const timer = setInterval(() => void startServers().then(wake), 500);
      return { dispose: () => clearInterval(timer) };
    });
    const { content } = await vscode.lm.invokeTool(served() ?? '', {
      input: { path: 'community-title-social-duties.md' },
      toolInvocationToken: undefined,
    });
    const words = JSON.stringify(content);
    equal(words.includes('The duties describe a social media manager'), true, `verdict in ${words}`);
  }));
