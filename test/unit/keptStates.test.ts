import { beforeEach, describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Analyses } from '../../server/lsp/documents.ts';
import { createPostingLens } from '../../shared/index.ts';
import { noConfigurations } from '../support/configurations.ts';
import { mislabeled } from '../support/mislabeled.ts';
import { formatOf } from '../support/postings.ts';
import { difference } from '../support/sameAnalysis.ts';

const lens = createPostingLens();
const duty = '- Answer comments on our channels\n';

let open: Set<TextDocument>;
let analyses: Analyses;
beforeEach(() => {
  open = new Set();
  analyses = new Analyses(noConfigurations(), (document) => open.has(document));
});

/** A posting that is opened, of a number of letters at least. */
function opened(name: string, letters = 0): TextDocument {
  const text = mislabeled({ end: duty.repeat(Math.ceil(letters / duty.length)) });
  const document = TextDocument.create(`file:///jobs/${name}.md`, 'markdown', 1, text);
  open.add(document);
  return document;
}

const fresh = (document: TextDocument): unknown => lens.analyze(document.getText(), formatOf('markdown'));

/** Whether a document that was asked for is not read when it is asked for again. */
async function isKept(document: TextDocument, before: unknown): Promise<boolean> {
  return (await analyses.of(document)) === before;
}

describe('what the server keeps of documents', () => {
  it('is the state of those that were asked for last', async () => {
    const documents = ['a', 'b', 'c'].map((name) => opened(name));
    for (const document of documents) {
      const before = await analyses.of(document);
      expect(await isKept(document, before)).toBe(true);
    }
    const [first] = documents as [TextDocument];
    const before = await analyses.of(first);
    await analyses.of(opened('long', 20_000));
    expect(await isKept(first, before)).toBe(true);
  });

  it('is the state of one however long it is, and then of no other', async () => {
    const small = opened('small');
    const before = await analyses.of(small);
    const long = opened('long', 60_000);
    const state = await analyses.of(long);
    expect(await isKept(long, state)).toBe(true);
    expect(await isKept(small, before)).toBe(false);
  });

  it('is the state of few, however short they are', async () => {
    const first = opened('first');
    const before = await analyses.of(first);
    for (let index = 0; index < 30; index++) await analyses.of(opened(`posting-${index}`));
    expect(await isKept(first, before)).toBe(false);
  });

  it('is renewed by being asked for', async () => {
    const first = opened('first');
    const before = await analyses.of(first);
    for (let index = 0; index < 30; index++) {
      await analyses.of(opened(`posting-${index}`));
      expect(await isKept(first, before)).toBe(true);
    }
  });

  it('is nothing of documents that are not open, or no more', async () => {
    const [closed, passed] = [opened('closed'), opened('passed')];
    open.delete(passed);
    const [of, ofPassed] = [await analyses.of(closed), await analyses.of(passed)];
    analyses.closed(closed);
    expect(await isKept(closed, of)).toBe(false);
    expect(await isKept(passed, ofPassed)).toBe(false);
  });

  it('says nothing else when it is read anew and edited', async () => {
    const first = opened('first');
    await analyses.of(first);
    const edit = (version: number, text: string): void => {
      const at = first.getText().indexOf('Film');
      const range = { start: first.positionAt(at), end: first.positionAt(at) };
      TextDocument.update(first, [{ range, text }], version);
      analyses.changed(first, [{ span: { start: at, end: at }, newText: text }]);
    };
    edit(2, 'Plan, ');
    await analyses.of(opened('long', 60_000));
    expect(difference(await analyses.of(first), fresh(first))).toBeNull();
    await analyses.of(opened('longer', 60_000));
    edit(3, 'Moderate our forum. ');
    expect(difference(await analyses.of(first), fresh(first))).toBeNull();
    edit(4, 'Host events. ');
    expect(difference(await analyses.of(first), fresh(first))).toBeNull();
  });
});
