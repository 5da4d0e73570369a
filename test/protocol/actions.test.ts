import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { ClientCapabilities, CodeAction, Diagnostic, Range } from 'vscode-languageserver-protocol';
import { retitleRequest, type RetitledPosting, type RetitleParams } from '../../shared/protocol.ts';
import { type LanguageClient, startClient } from '../support/languageClient.ts';
import { applyWorkspaceEdit } from '../support/workspaceEdits.ts';

const mislabeled = readFileSync(
  path.resolve(import.meta.dirname, '../fixtures/postings/mislabeled.md'),
  'utf8',
);
const uri = 'file:///jobs/community-manager.md';

/** What a client says that it can do with workspace edits. */
const able = (workspaceEdit: NonNullable<ClientCapabilities['workspace']>['workspaceEdit'] = {}) => ({
  workspace: { workspaceEdit },
  textDocument: { diagnostic: {} },
});
const everything = able({
  documentChanges: true,
  resourceOperations: ['create', 'rename', 'delete'],
  changeAnnotationSupport: { groupsOnLabel: true },
});

let client: LanguageClient;

async function findings(document = uri): Promise<Diagnostic[]> {
  const report: { items: Diagnostic[] } = await client.connection.sendRequest('textDocument/diagnostic', {
    textDocument: { uri: document },
  });
  return report.items;
}

const actions = (range: Range | undefined, only?: readonly string[]): Promise<CodeAction[]> =>
  client.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
  });

const titles = (found: readonly CodeAction[]): string[] => found.map(({ title }) => title);
const retitle = 'Change the title to “Senior Social Media Manager (m/f/d)”';

afterEach(async () => {
  expect(await client.stop()).toBe(0);
});

describe('quick fixes', () => {
  it('come with the preferred one first, and once more with the name of the file', async () => {
    client = await startClient(everything);
    await client.open(uri, 'markdown', 3, mislabeled);
    const [diagnostic] = await findings();
    const found = await actions(diagnostic?.range);
    expect(found[0]).toMatchObject({ title: retitle, isPreferred: true, kind: 'quickfix' });
    expect(found.filter(({ isPreferred }) => isPreferred === true)).toHaveLength(1);
    const rename = found.find(
      ({ title }) => title === 'Change the title and rename the file to “social-media-manager.md”',
    );
    expect(rename?.edit?.documentChanges).toMatchObject([
      { textDocument: { uri, version: 3 } },
      { kind: 'rename', oldUri: uri, newUri: 'file:///jobs/social-media-manager.md' },
    ]);
    const after = applyWorkspaceEdit(new Map([[uri, mislabeled]]), rename?.edit ?? {});
    expect([...after.keys()]).toEqual(['file:///jobs/social-media-manager.md']);
    expect([...after.values()][0]).toContain('# Senior Social Media Manager (m/f/d)');
  });

  it('do not name a file as one is named that is open', async () => {
    client = await startClient(everything);
    await client.open(uri, 'markdown', 1, mislabeled);
    await client.open('file:///jobs/social-media-manager.md', 'markdown', 1, 'Here already.');
    const [diagnostic] = await findings();
    expect(
      titles(await actions(diagnostic?.range)).filter((title) => title.includes('rename the file')),
    ).toEqual([]);
  });

  it.each([
    ['no versions', able()],
    ['versions only', able({ documentChanges: true })],
    ['an edit of the text only', able({ documentChanges: true, resourceOperations: ['delete'] })],
  ])('that need files are not offered to a client with %s', async (_, capabilities) => {
    client = await startClient(capabilities);
    await client.open(uri, 'markdown', 1, mislabeled);
    const [diagnostic] = await findings();
    const found = await actions(diagnostic?.range);
    expect(titles(found)).toContain(retitle);
    expect(titles(found).filter((title) => title.includes('rename the file'))).toEqual([]);
    for (const { edit } of found) {
      expect(edit?.changeAnnotations).toBeUndefined();
      for (const part of edit?.documentChanges ?? []) expect(part).not.toHaveProperty('kind');
      expect(edit?.documentChanges === undefined).toBe(edit?.changes !== undefined);
    }
  });

  it.each(['utf-8', 'utf-16', 'utf-32'] as const)('cure in %s', async (encoding) => {
    client = await startClient({ ...everything, general: { positionEncodings: [encoding] } });
    const source = mislabeled
      .replace(/^---[\s\S]*?---\n\n# /, '# 🪐𝒜 é ')
      .replace('As our Community', '🪐𝒜 é: as our Community');
    await client.open(uri, 'markdown', 1, source);
    const [diagnostic] = await findings();
    const [action] = await actions(diagnostic?.range);
    const after = applyWorkspaceEdit(new Map([[uri, source]]), action?.edit ?? {}, encoding).get(uri);
    expect(after).toBe(source.replaceAll('Community Manager', 'Social Media Manager'));
  });
});

describe('a split into two postings', () => {
  const both = readFileSync(path.resolve(import.meta.dirname, '../samples/two-jobs.md'), 'utf8');
  const split = 'Split into two postings';
  const second = 'file:///jobs/community-manager-social-media.md';
  const splitAt = async (): Promise<CodeAction | undefined> => {
    const [diagnostic] = await findings();
    expect(diagnostic?.code).toBe('two-jobs');
    return (await actions(diagnostic?.range)).find(({ title }) => title === split);
  };

  it('is one change of two files, neither of which has the finding then', async () => {
    client = await startClient(everything);
    await client.open(uri, 'markdown', 5, both);
    const action = await splitAt();
    const [create, write, take] = action?.edit?.documentChanges ?? [];
    expect(create).toMatchObject({
      kind: 'create',
      uri: second,
      options: { overwrite: false, ignoreIfExists: false },
    });
    expect(write).toMatchObject({ textDocument: { uri: second, version: null } });
    expect(take).toMatchObject({ textDocument: { uri, version: 5 } });
    const after = applyWorkspaceEdit(new Map([[uri, both]]), action?.edit ?? {});
    expect([...after.keys()]).toEqual([uri, second]);
    for (const [file, text] of after) {
      const copy = file.replace('/jobs/', '/after/');
      await client.open(copy, 'markdown', 1, text);
      expect(await findings(copy), text).toEqual([]);
    }
  });

  it('says what each part does to a client that shows it, and needs no second look: half a split is none', async () => {
    client = await startClient(everything);
    await client.open(uri, 'markdown', 1, both);
    const { documentChanges = [], changeAnnotations = {} } = (await splitAt())?.edit ?? {};
    const marks = documentChanges.map((part) =>
      'kind' in part
        ? part.annotationId
        : part.edits.map((edit) => ('annotationId' in edit ? edit.annotationId : '')),
    );
    const said = marks.flat().map((id) => changeAnnotations[id ?? '']);
    expect(said).not.toContain(undefined);
    expect(said[0]?.label).toContain('community-manager-social-media.md');
    expect(said.some((annotation) => annotation?.needsConfirmation === true)).toBe(false);
  });

  it('takes another name where a file of that name is open', async () => {
    client = await startClient(everything);
    await client.open(uri, 'markdown', 1, both);
    await client.open(second, 'markdown', 1, 'Here already.');
    expect((await splitAt())?.edit?.documentChanges?.[0]).toMatchObject({
      uri: 'file:///jobs/community-manager-social-media-2.md',
    });
  });

  it('comes plain to a client without annotations, and not at all to one that cannot make files', async () => {
    client = await startClient(able({ documentChanges: true, resourceOperations: ['create'] }));
    await client.open(uri, 'markdown', 1, both);
    const edit = (await splitAt())?.edit;
    expect(edit?.documentChanges).toHaveLength(3);
    expect(JSON.stringify(edit)).not.toContain('nnotation');
    await client.stop();
    client = await startClient(able({ documentChanges: true, resourceOperations: ['rename'] }));
    await client.open(uri, 'markdown', 1, both);
    expect(await splitAt()).toBeUndefined();
  });

  it('is not offered where there is no folder to make a file in', async () => {
    client = await startClient(everything);
    await client.open('untitled:Untitled-1', 'markdown', 1, both);
    const [diagnostic] = await findings('untitled:Untitled-1');
    const found: CodeAction[] = await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: 'untitled:Untitled-1' },
      range: diagnostic?.range,
      context: { diagnostics: [] },
    });
    expect(titles(found)).not.toContain(split);
  });
});

describe('changes beside the fixes', () => {
  it('write a level into a configuration file, which is made where there is none', async () => {
    client = await startClient(everything);
    await client.open(uri, 'markdown', 1, mislabeled);
    const [diagnostic] = await findings();
    const off = (await actions(diagnostic?.range)).find(
      ({ title }) => title === 'Turn title-mismatch off in .posting-lens.json',
    );
    const after = applyWorkspaceEdit(new Map(), off?.edit ?? {});
    expect([...after.keys()]).toEqual(['file:///jobs/.posting-lens.json']);
    expect(JSON.parse([...after.values()][0] ?? '')).toEqual({ rules: { 'title-mismatch': 'off' } });
  });

  it.each(['{ "rules": null }', '{ "rules": [] }', '{ "overrides": {}, "rules": "x" }', '{ "rules": {'])(
    'are left out where the configuration file has no place for them, and the fixes are not: %s',
    async (text) => {
      client = await startClient(everything);
      await client.open('file:///jobs/.posting-lens.json', 'jsonc', 1, text);
      await client.open(uri, 'markdown', 1, mislabeled);
      const [diagnostic] = await findings();
      const found = titles(await actions(diagnostic?.range));
      expect(found).toContain(retitle);
      expect(found.filter((title) => title.includes('.posting-lens.json'))).toEqual([]);
    },
  );

  it('make all safe fixes at once, and only where that is asked for', async () => {
    client = await startClient(everything);
    const source = mislabeled.replace('"Senior Community', '"Sr. community');
    await client.open(uri, 'markdown', 4, source);
    const [diagnostic] = await findings();
    const fixAll = 'source.fixAll.posting-lens';
    expect((await actions(diagnostic?.range)).some(({ kind }) => kind === fixAll)).toBe(false);
    for (const only of ['source', 'source.fixAll', fixAll]) {
      const [all, ...rest] = await actions(diagnostic?.range, [only]);
      expect(rest).toEqual([]);
      expect(applyWorkspaceEdit(new Map([[uri, source]]), all?.edit ?? {}).get(uri)).toBe(mislabeled);
    }
    expect(await actions(diagnostic?.range, ['source.fixAll.other'])).toEqual([]);
  });
});

describe('kinds', () => {
  it('are a tree: who asks for a branch gets what is on it, and nothing else', async () => {
    client = await startClient(everything);
    await client.open(uri, 'markdown', 1, mislabeled);
    const [diagnostic] = await findings();
    const brings = async (only: string[]) => titles(await actions(diagnostic?.range, only)).includes(retitle);
    for (const only of [['quickfix'], [''], ['source', 'quickfix']])
      expect(await brings(only), only.join()).toBe(true);
    for (const only of [['quickfix.other'], ['refactor'], ['quick'], ['source'], []])
      expect(await brings(only), only.join()).toBe(false);
  });

  it('tell what an action is for to those who ask for that', async () => {
    client = await startClient(everything);
    await client.open(uri, 'markdown', 1, mislabeled);
    const [diagnostic] = await findings();
    const of = (purpose: string) => actions(diagnostic?.range, [`quickfix.posting-lens.${purpose}`]);
    expect(await of('fix')).toMatchObject([{ title: retitle, kind: 'quickfix.posting-lens.fix' }]);
    expect(titles(await of('ignore-line'))).toEqual(['Ignore title-mismatch on this line']);
    expect((await of('level')).every(({ kind }) => kind === 'quickfix.posting-lens.level')).toBe(true);
  });

  it('are told at the start', async () => {
    client = await startClient(everything);
    expect(client.initialized.capabilities.codeActionProvider).toMatchObject({
      codeActionKinds: ['quickfix', 'source.fixAll.posting-lens'],
    });
  });
});

describe('the titles that can be put right without asking', () => {
  const ask = (params: RetitleParams): Promise<RetitledPosting[]> =>
    client.connection.sendRequest(retitleRequest, params);
  const expected = [
    { before: 'Senior Community Manager (m/f/d)', after: 'Senior Social Media Manager (m/f/d)' },
  ];

  it('are told of open documents in their newest state, and of texts that are not open', async () => {
    client = await startClient(everything);
    expect(await ask({ uri, text: null })).toEqual([]);
    expect(await ask({ uri, text: mislabeled })).toMatchObject(expected);
    expect(await ask({ uri: 'file:///jobs/a.py', text: mislabeled })).toEqual([]);
    await client.open(uri, 'markdown', 1, 'Nothing yet.');
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: mislabeled }],
    });
    const [posting, ...rest] = await ask({ uri, text: null });
    expect([posting]).toMatchObject(expected);
    expect(rest).toEqual([]);
    const after = applyWorkspaceEdit(new Map([[uri, mislabeled]]), {
      changes: { [uri]: (posting?.edits ?? []).map(({ range, newText }) => ({ range, newText })) },
    }).get(uri);
    expect(after).toBe(mislabeled.replaceAll('Community Manager', 'Social Media Manager'));
    expect(await ask({ uri, text: after ?? '' })).toEqual([]);
  });
});
