import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { explainConfigurationRequest } from '../../shared/protocol.ts';
import { ConfiguredEditor, type EditorOptions, Tree } from '../support/configuredEditor.ts';

const mislabeled = readFileSync(
  path.resolve(import.meta.dirname, '../fixtures/postings/mislabeled.md'),
  'utf8',
);
const level = (severity: string) => ({ rules: { 'title-mismatch': severity } });

let tree: Tree;
let editor: ConfiguredEditor;
const start = async (options?: EditorOptions): Promise<void> => {
  editor = await ConfiguredEditor.start(tree, options);
};
beforeEach(() => {
  tree = new Tree();
});
afterEach(async () => {
  expect(await editor.client.stop()).toBe(0);
  tree.dispose();
});

describe('a configuration file', () => {
  it('takes effect on open documents when it is made, edited, broken, mended, moved and removed', async () => {
    await start();
    await editor.open('jobs/a.md', mislabeled);
    expect(await editor.found('jobs/a.md')).toEqual(['title-mismatch 2']);
    expect(editor.watched).toContain('**/.posting-lens.json');
    const file = '.posting-lens.json';
    const write = (content: unknown) => editor.refreshed(() => editor.tell(tree.write(file, content)));
    await write(level('error'));
    expect(await editor.found('jobs/a.md')).toEqual(['title-mismatch 1']);
    await write(level('information'));
    expect(await editor.found('jobs/a.md')).toEqual(['title-mismatch 3']);
    await write('{ "rules": { "title-mismatch": "error" }, "exclude": [');
    expect(await editor.found('jobs/a.md')).toEqual(['title-mismatch 1']);
    await write({ exclude: ['jobs/'] });
    expect(await editor.found('jobs/a.md')).toEqual([]);
    await editor.refreshed(() =>
      editor.tell(tree.remove(file), tree.write('jobs/.posting-lens.json', level('hint'))),
    );
    expect(await editor.found('jobs/a.md')).toEqual(['title-mismatch 4']);
    // An editor tells of a folder that is gone, and not of the files in it.
    tree.write('.posting-lens.json', level('error'));
    await editor.refreshed(() =>
      editor.notify('workspace/didDeleteFiles', { files: [{ uri: tree.remove('jobs') }] }),
    );
    expect(await editor.found('jobs/a.md')).toEqual(['title-mismatch 1']);
  });

  it('is told to be wrong in itself, once, and not in postings', async () => {
    await start();
    await editor.open('a.md', mislabeled);
    const text = '{ "rulez": {}, "rules": { "title-mismatch": "error" }, "extends": ["../x.json"] }';
    await editor.refreshed(() => editor.tell(tree.write('.posting-lens.json', text)));
    expect(await editor.found('a.md')).toEqual(['title-mismatch 1']);
    await editor.open('.posting-lens.json', text, 'json');
    const [key, extended, ...rest] = await editor.diagnostics('.posting-lens.json');
    expect(rest).toEqual([]);
    expect(key).toMatchObject({ code: 'invalid-configuration', severity: 2, source: 'posting-lens' });
    expect(key?.range).toEqual({ start: { line: 0, character: 2 }, end: { line: 0, character: 9 } });
    expect(extended?.message).toContain('not a relative path inside this project');
  });

  it('is told about as it stands in the editor, and holds when it is saved', async () => {
    await start();
    tree.write('.posting-lens.json', {});
    await editor.open('a.md', mislabeled);
    await editor.open('.posting-lens.json', '{ "rules": { "title-mismatch": "eror" } }', 'json');
    const uri = tree.uri('.posting-lens.json');
    expect(await editor.found('.posting-lens.json')).toEqual(['invalid-configuration 2']);
    await editor.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: '{ "rules": { "title-mismatch": "error" } }' }],
    });
    expect(await editor.found('.posting-lens.json')).toEqual([]);
    expect(await editor.found('a.md')).toEqual(['title-mismatch 2']);
    await editor.refreshed(() => editor.tell(tree.write('.posting-lens.json', level('error'))));
    expect(await editor.found('a.md')).toEqual(['title-mismatch 1']);
  });

  it('gets from the server only what a schema cannot find, where the editor applies that', async () => {
    await start({ initializationOptions: { appliesSchema: true } });
    const text = '{ "rulez": 1, "exclude": ["/a", 7], "taxonomy": "none.json" }';
    await editor.open('.posting-lens.json', text, 'jsonc');
    const messages = (await editor.diagnostics('.posting-lens.json')).map(({ message }) => message);
    expect(messages).toHaveLength(2);
    expect(messages[0]).toContain('“/a” leads out of the folder');
    expect(messages[1]).toContain('“none.json” cannot be read');
  });

  it('builds on files that are watched, too', async () => {
    tree.write('.posting-lens.json', { extends: ['team/base[1].json'] });
    tree.write('team/base[1].json', level('hint'));
    await start();
    await editor.open('a.md', mislabeled);
    expect(await editor.found('a.md')).toEqual(['title-mismatch 4']);
    await editor.found('a.md');
    expect(editor.watched).toContain('**/base?1?.json');
    await editor.refreshed(() => editor.tell(tree.write('team/base[1].json', level('error'))));
    expect(await editor.found('a.md')).toEqual(['title-mismatch 1']);
    await editor.open('team/base[1].json', '{ "rulez": 1 }', 'json');
    expect(await editor.found('team/base[1].json')).toEqual(['invalid-configuration 2']);
  });

  it('leaves a file that it builds on no more to be judged, and knows it as long as it does', async () => {
    const posting = { '@type': 'JobPosting', title: 'Community Manager', description: mislabeled };
    tree.write('team/base.json', posting);
    const built = tree.write('jobs/.posting-lens.json', { extends: ['../team/base.json'] });
    await start();
    await editor.open('jobs/a.md', mislabeled);
    await editor.open('team/base.json', JSON.stringify(posting), 'json');
    await editor.found('jobs/a.md');
    const asPart = await editor.found('team/base.json');
    expect(new Set(asPart)).toEqual(new Set(['invalid-configuration 2']));
    // Its own folder's configuration does not name it: it is asked for first after each change.
    await editor.refreshed(() => editor.notify('workspace/didChangeConfiguration', { settings: null }));
    expect(await editor.found('team/base.json')).toEqual(asPart);
    tree.write('jobs/.posting-lens.json', {});
    await editor.refreshed(() => editor.tell(built));
    expect(await editor.found('team/base.json')).toContain('title-mismatch 2');
  });

  it('leads to no file outside of the workspace, by no link either', async () => {
    const other = new Tree();
    other.write('base.json', level('error'));
    symlinkSync(path.join(other.folder, 'base.json'), path.join(tree.folder, 'link.json'));
    tree.write('.posting-lens.json', { extends: ['link.json'] });
    await start();
    await editor.open('a.md', mislabeled);
    expect(await editor.found('a.md')).toEqual(['title-mismatch 2']);
    other.dispose();
  });

  it('may name another pair of roles, whose mistakes are told in its file', async () => {
    const pair = readFileSync(path.resolve(import.meta.dirname, '../pairs/product-or-project.json'), 'utf8');
    const posting = readFileSync(
      path.resolve(import.meta.dirname, '../pairs/postings/project.mislabeled-migration.md'),
      'utf8',
    );
    tree.write('pairs/products.json', pair);
    tree.write('.posting-lens.json', { taxonomy: 'pairs/products.json' });
    await start();
    await editor.open('a.md', posting);
    expect(await editor.found('a.md')).toEqual(['title-mismatch 2']);
    await editor.refreshed(() => editor.tell(tree.write('pairs/products.json', '{ "roles": 7 }')));
    expect(await editor.found('a.md')).not.toContain('title-mismatch 2');
    await editor.open('pairs/products.json', '{ "roles": 7 }', 'json');
    const [mistake] = await editor.diagnostics('pairs/products.json');
    expect(mistake?.code).toBe('invalid-configuration');
  });
});

describe('a workspace of several folders', () => {
  it('has a configuration for each, and folders come and go', async () => {
    tree.write('.posting-lens.json', level('off'));
    tree.write('one/.posting-lens.json', level('error'));
    tree.write('two/.posting-lens.json', level('hint'));
    await start({ folders: ['one', 'two'] });
    for (const name of ['one/a.md', 'two/deep/b.md', 'three/c.md']) await editor.open(name, mislabeled);
    expect(await editor.found('one/a.md')).toEqual(['title-mismatch 1']);
    expect(await editor.found('two/deep/b.md')).toEqual(['title-mismatch 4']);
    expect(await editor.found('three/c.md')).toEqual(['title-mismatch 2']);
    const change = (added: string[], removed: string[]) => {
      const folders = (names: string[]) => names.map((name) => ({ name, uri: tree.uri(name) }));
      return editor.refreshed(() =>
        editor.notify('workspace/didChangeWorkspaceFolders', {
          event: { added: folders(added), removed: folders(removed) },
        }),
      );
    };
    await change(['.'], ['two']);
    expect(await editor.found('one/a.md')).toEqual(['title-mismatch 1']);
    expect(await editor.found('two/deep/b.md')).toEqual(['title-mismatch 4']);
    expect(await editor.found('three/c.md')).toEqual([]);
    await change([], ['.', 'one']);
    expect(await editor.found('two/deep/b.md')).toEqual(['title-mismatch 2']);
    expect(await editor.found('three/c.md')).toEqual(['title-mismatch 2']);
  });
});

describe('settings', () => {
  it('are asked for each document, lie under the files, and are asked again when they change', async () => {
    let one: unknown = level('error');
    await start({ settings: (uri) => (uri.endsWith('one.md') ? one : { maxLength: 1, run: 'onType' }) });
    await editor.open('one.md', mislabeled);
    await editor.open('two.md', mislabeled.padEnd(1025, '\n'));
    expect(await editor.found('one.md')).toEqual(['title-mismatch 1']);
    expect(await editor.found('two.md')).toEqual([]);
    one = { rules: { 'title-mismatch': { severity: 'hint' } }, trace: { server: 'off' } };
    await editor.refreshed(() => editor.notify('workspace/didChangeConfiguration', { settings: null }));
    expect(await editor.found('one.md')).toEqual(['title-mismatch 4']);
    await editor.refreshed(() => editor.tell(tree.write('.posting-lens.json', level('information'))));
    expect(await editor.found('one.md')).toEqual(['title-mismatch 3']);
  });

  it('that arrive late do not win over newer ones', async () => {
    const waiting: ((settings: unknown) => void)[] = [];
    await start({ settings: () => new Promise((resolve) => waiting.push(resolve)) });
    await editor.open('a.md', mislabeled);
    const answer = editor.found('a.md');
    while (waiting.length < 1) await new Promise((resolve) => setImmediate(resolve));
    await editor.refreshed(() => editor.notify('workspace/didChangeConfiguration', { settings: null }));
    waiting[0]?.(level('hint'));
    while (waiting.length < 2) await new Promise((resolve) => setImmediate(resolve));
    waiting[1]?.(level('error'));
    expect(await answer).toEqual(['title-mismatch 1']);
    expect(waiting).toHaveLength(2);
  });

  it('can put off the check until a document is saved', async () => {
    await start({ settings: () => ({ run: 'onSave' }) });
    await editor.open('a.md', mislabeled);
    const uri = tree.uri('a.md');
    const first = await editor.pull('a.md');
    expect(first).toMatchObject({ kind: 'full', items: [{ code: 'title-mismatch' }] });
    const text = mislabeled.replaceAll('Community Manager', 'Social Media Manager');
    await editor.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text }],
    });
    expect((await editor.pull('a.md', first.resultId)).kind).toBe('unchanged');
    await editor.refreshed(() => editor.notify('textDocument/didSave', { textDocument: { uri } }));
    expect(await editor.pull('a.md', first.resultId)).toMatchObject({ kind: 'full', items: [] });
  });

  it('are explained with every layer', async () => {
    tree.write('jobs/.posting-lens.json', '{\n  "rules": { "title-mismatch": "error" }\n}');
    await start({ settings: () => ({ maxLength: 99 }) });
    const uri = tree.uri('jobs/a.md');
    const text: string = await editor.client.connection.sendRequest(explainConfigurationRequest, { uri });
    expect(text).toMatch(/^rules\.title-mismatch\.severity +"error" +jobs\/\.posting-lens\.json:2$/m);
    expect(text).toMatch(/^rules\.title-mismatch\.confidence +[\d.]+ +default$/m);
    expect(text).toMatch(/^maxLength +99 +the settings$/m);
  });
});

describe('a client that is pushed to', () => {
  it('gets a publication for every open document when its configuration changes', async () => {
    await start({ pushed: true });
    await editor.open('a.md', mislabeled);
    await editor.client.publication(({ diagnostics }) => diagnostics[0]?.severity === 2);
    await editor.tell(tree.write('.posting-lens.json', level('error')));
    const second = await editor.client.publication(({ diagnostics }) => diagnostics[0]?.severity === 1);
    expect(second).toMatchObject({ uri: tree.uri('a.md'), version: 1 });
  });
});
