/** The command that retitles postings, with a stand-in for VS Code: nobody is kept from writing while it looks. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { RetitledPosting } from '../../shared/protocol.ts';

interface Open {
  readonly uri: { readonly scheme: string; readonly path: string; toString(): string };
  readonly languageId: string;
  text: string;
  getText(): string;
}

const { editor } = vi.hoisted(() => ({
  editor: { documents: [] as Open[], replaced: [] as string[], applied: 0, said: [] as string[] },
}));
vi.mock('vscode', () => ({
  ProgressLocation: { Notification: 15 },
  Range: vi.fn(),
  FileType: {},
  Uri: { parse: (written: string) => editor.documents.find(({ uri }) => String(uri) === written)?.uri },
  l10n: { t: (text: string) => text },
  WorkspaceEdit: class {
    size = 0;
    replace(uri: Open['uri']): void {
      this.size += 1;
      editor.replaced.push(String(uri));
    }
  },
  window: {
    withProgress: (_: unknown, run: (bar: object, token: object) => unknown) =>
      run({ report: () => undefined }, { isCancellationRequested: false }),
    showInformationMessage: (text: string) => editor.said.push(text),
    showWarningMessage: (text: string) => editor.said.push(text),
  },
  workspace: {
    get textDocuments() {
      return editor.documents;
    },
    applyEdit: () => (editor.applied += 1),
  },
}));
const { retitle } = await import('../../client/commands/retitle.ts');

function open(name: string): Open {
  const uri = { scheme: 'file', path: `/jobs/${name}`, toString: () => `file:///jobs/${name}` };
  const document: Open = { uri, languageId: 'markdown', text: '# Title\n', getText: () => document.text };
  editor.documents.push(document);
  return document;
}

const place = { start: { line: 0, character: 2 }, end: { line: 0, character: 7 } };
const found: RetitledPosting[] = [
  { before: 'Title', after: 'Name', edits: [{ range: place, newText: 'Name' }] },
];

afterEach(() => {
  Object.assign(editor, { documents: [], replaced: [], applied: 0, said: [] });
});

describe('the command that retitles postings', () => {
  it('leaves out a document that was edited while others were looked at', async () => {
    const [first] = [open('a.md'), open('b.md')];
    await retitle({
      retitle: ({ uri }) => {
        if (uri.endsWith('b.md')) first.text = `A note.\n\n${first.text}`;
        return Promise.resolve(found);
      },
    });
    expect(editor.replaced).toEqual(['file:///jobs/b.md']);
    expect(editor.applied).toBe(1);
    expect(editor.said).toEqual(['The posting was edited meanwhile and was left as it is.']);
  });

  it('changes nothing, and does not say that all is well, where the only one was edited', async () => {
    const only = open('a.md');
    await retitle({
      retitle: () => {
        only.text += '\n';
        return Promise.resolve(found);
      },
    });
    expect([editor.replaced, editor.applied]).toEqual([[], 0]);
    expect(editor.said).toEqual(['The posting was edited meanwhile and was left as it is.']);
  });

  it('says that every title fits where there is nothing to change', async () => {
    open('a.md');
    await retitle({ retitle: () => Promise.resolve([]) });
    expect(editor.said).toEqual(['Every title fits its duties, as far as can be told for sure.']);
  });
});
