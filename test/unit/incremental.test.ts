import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Analyses } from '../../server/lsp/documents.ts';
import { applyEdits, createPostingLens } from '../../shared/index.ts';
import { readHtmlParts } from '../../shared/posting/html/blocks.ts';
import { MappedText } from '../../shared/posting/mappedText.ts';
import { readMarkdownDocument } from '../../shared/posting/markdown/blocks.ts';
import { KnownText } from '../../shared/posting/knownText.ts';
import { StateMemory } from '../../shared/posting/memory.ts';
import { changeBetween, type Parts } from '../../shared/posting/parts.ts';
import { readDocumentText } from '../../shared/posting/text/read.ts';
import { noConfigurations } from '../support/configurations.ts';
import { emptyTally, expectSame, session } from '../support/edits.ts';
import { formatOf } from '../support/postings.ts';
import { type Model, reference, renderings } from '../support/renderings.ts';
import { difference } from '../support/sameAnalysis.ts';

const lens = createPostingLens();
const markdown = formatOf('markdown');

/** A long posting in a format, and a place in the middle of it. */
function long(name: string): { source: string; at: number } {
  const sections = Array.from({ length: 40 }, (_, index) => ({
    heading: `What you’ll do in region ${index}`,
    items: ['Write captions', 'Reply to comments', 'Moderate the forum'].map((item) => `${item}, ${index}`),
  }));
  const model: Model = { ...reference, sections };
  const { source = '' } = renderings(model).find((each) => each.name === name) ?? {};
  return { source, at: source.indexOf('comments, 20') };
}

describe('a document that is edited', () => {
  it('is read and judged as if it had been read from the start', { timeout: 120_000 }, () => {
    const tally = emptyTally();
    fc.assert(
      fc.property(session(20), (each) => expectSame(each, tally)),
      { numRuns: 80 },
    );
    expect([...tally.values()].filter((count) => count === 0)).toEqual([]);
  });

  const lines = 'Editor\n\n- Go\nand more:\n- Stay\rRest\n';
  const crowd = `# Editor\n\nWrite *this*\n\nRead\n\n${'*'.repeat(2000)}x\n`;
  const blanks = `# Editor\n\n- Write *this*${' '.repeat(62)}y\n\nRead\n`;

  const endless = `# Editor\n\n[x]: /y\n\nGo to [x]\n\n[a]: /b\n${'c\n'.repeat(120)}`;

  /** Each is a way in which text far from an edit may read otherwise after it. */
  it.each([
    ['text', 'a bullet that makes no heading of the line before', lines, '- Stay', '-Stay'],
    ['text', 'a line break that becomes longer', lines, '\r', '\r\n'],
    ['text', 'a first line that is no longer the first', lines, 'Editor', 'Hello you.\nEditor'],
    ['text', 'line breaks that are written out', lines, 'Go', 'Go\\n\\n\\n\\n\\n\\n\\n\\n'],
    ['markdown', 'signs too many to be paired', crowd, 'x', '*x'],
    ['markdown', 'signs few enough to be paired', crowd.replace('x', '*x'), '*x', 'x'],
    ['markdown', 'blanks that become many', blanks, ' y', '    y'],
    ['markdown', 'blanks that become few', blanks.replace('y', '   y'), '    y', 'y'],
    ['markdown', 'front matter that is closed', '---\ntitle: a\n\n# Editor\n\n- Go\n', '\n\n#', '\n---\n#'],
    ['markdown', 'a reference whose title ends', '# Editor\n\n[a]: /b\n"c\nd\ne\n', 'e', 'e"'],
    [
      'markdown',
      'a line before what is no table',
      'Go\n\nStay\n| a | b |\n|--|--|\n| c | d |\n',
      '|--',
      '<!--|--',
    ],
    ['markdown', 'a label that is defined', '# Editor\n\nGo to [a]\n\nStay\n\n[b]: /c\n', '[b]', '[a]'],
    ['markdown', 'a label that is gone', '# Editor\n\nGo to [a]\n\nStay\n\n[a]: /c\n', '[a]:', 'a:'],
    ['markdown', 'a title that has no end', endless, '/b', '/b "'],
    ['markdown', 'a title that has one', endless.replace('/b', '/b "'), '/b "', '/b'],
    ['markdown', 'a comment that opens', '# Editor\n\nGo\n\n- Stay\n\n-->\n\nRest\n', 'Go', '<!--'],
    [
      'html',
      'a list that opens',
      '<h1>Editor</h1><p>Go</p><p>Stay</p><ul><li>Rest</ul>',
      '<p>G',
      '<ul><li>G',
    ],
    ['html', 'preformatted text', '<h1>Editor</h1><p>Go</p><p>Stay\nhere</p>', '<p>G', '<pre>G'],
    [
      'html',
      'a part that nobody sees',
      '<h1>Editor</h1><p>Go</p><p>Stay</p><nav></nav>',
      '<p>G',
      '<nav><p>G',
    ],
  ] as const)('is read anew where it must: %s, %s', (id, _, brief, taken, newText) => {
    const format = formatOf(id);
    // The parser of Markdown takes up no fragments that are short.
    const filler = `\n\n${'We read all day. '.repeat(12)}\n\n`;
    const source = id === 'markdown' ? `${brief.replace('\n\n', filler)}${filler}` : brief;
    const start = source.indexOf(taken);
    expect(start).toBeGreaterThan(-1);
    const edits = [{ span: { start, end: start + taken.length }, newText }];
    const edited = lens.edit(lens.open(source, format, { always: true }), edits);
    const fresh = lens.analyze(applyEdits(source, edits), format, { always: true });
    expect(difference(edited.analysis, fresh)).toBeNull();
  });

  it('stays as it is, and may be edited again another way', () => {
    const { source, at } = long('Markdown');
    const first = lens.open(source, markdown);
    const second = lens.edit(first, [{ span: { start: at, end: at }, newText: 'x' }]);
    lens.edit(second, [{ span: { start: 0, end: at }, newText: '' }]);
    const again = lens.edit(first, [{ span: { start: 0, end: 1 }, newText: '' }]);
    expect(first.source).toBe(source);
    expect(difference(first.analysis, lens.analyze(source, markdown))).toBeNull();
    expect(difference(again.analysis, lens.analyze(source.slice(1), markdown))).toBeNull();
  });

  it('takes changes one after the other', () => {
    const document = lens.open('abc', markdown);
    const edited = lens.edit(document, [
      { span: { start: 0, end: 0 }, newText: 'xyz' },
      { span: { start: 3, end: 4 }, newText: '' },
    ]);
    expect(edited.source).toBe('xyzbc');
  });

  it('refuses places that it does not have', () => {
    const document = lens.open('abc', markdown);
    for (const span of [
      { start: -1, end: 0 },
      { start: 2, end: 1 },
      { start: 0, end: 4 },
      { start: NaN, end: NaN },
    ])
      expect(() => lens.edit(document, [{ span, newText: '' }])).toThrow(RangeError);
    expect(() => lens.edit({ ...document, analysis: document.analysis }, [])).toThrow(TypeError);
  });
});

describe('what an edit does not touch', () => {
  const readAgain = (parts: Parts<unknown>, before: Parts<unknown>): number => {
    const known = new Set(before.parts.map(({ value }) => value));
    return parts.parts.filter(({ value }) => !known.has(value)).length;
  };

  it.each(['x', '\n', '\n- ', '<b>'])('is not read again in Markdown: %j', (newText) => {
    const { source, at } = long('Markdown');
    const before = readMarkdownDocument(source);
    const after = readMarkdownDocument(
      applyEdits(source, [{ span: { start: at, end: at }, newText }]),
      before,
    );
    // What was not read again has the very same text.
    const known = new Set(before.blocks.map(({ content }) => content.known));
    const read = after.blocks.filter(({ content }) => !known.has(content.known)).length;
    expect(read).toBeLessThan(16);
    expect(after.blocks.length).toBeGreaterThan(150);
  });

  it.each(['x', '</li>', '\n<li>'])('is not read again in HTML: %j', (newText) => {
    const { source, at } = long('HTML page');
    const before = readHtmlParts(source);
    const after = readHtmlParts(applyEdits(source, [{ span: { start: at, end: at }, newText }]), before);
    expect(after.parts.length).toBeGreaterThan(15);
    expect(readAgain(after, before)).toBeLessThan(3);
  });

  it.each(['x', '\n', '\n- '])('is not read again in text: %j', (newText) => {
    const { source, at } = long('text');
    const before = readDocumentText(source);
    const after = readDocumentText(applyEdits(source, [{ span: { start: at, end: at }, newText }]), before);
    expect(after.parts.length).toBeGreaterThan(150);
    expect(readAgain(after, before)).toBeLessThan(5);
  });

  it('is remembered by its text, until a state no longer has it', () => {
    const asked: string[] = [];
    const read = (text: string): number => asked.push(text);
    const first = new StateMemory();
    first.recall(read, 'a');
    first.recall(read, 'b');
    first.recall(read, 'a');
    first.settle();
    const second = new StateMemory(first);
    second.recall(read, 'a');
    second.settle();
    const third = new StateMemory(second);
    third.recall(read, 'a');
    third.recall(read, 'b');
    expect(asked).toEqual(['a', 'b', 'b']);
  });

  it('is known again by its text, once, where what stands around it is read anew', () => {
    const [a, b] = [new KnownText('a'), new KnownText('b')];
    const first = new StateMemory();
    expect([first.known(a), first.known(b)]).toEqual([a, b]);
    first.settle();
    const second = new StateMemory(first);
    const [again, twice] = [new KnownText('a'), new KnownText('a')];
    expect(second.known(again)).toBe(a);
    expect(second.known(twice)).toBe(twice);
    second.settle();
    const third = new StateMemory(second);
    const late = new KnownText('b');
    expect(third.known(late)).toBe(late);
  });

  it.each([
    ['JSON-LD', 'json'],
    ['YAML with Markdown in it', 'yaml'],
  ] as const)('is the same text in %s', (name, format) => {
    const { source, at } = long(name);
    const reader = formatOf(format);
    const memory = new StateMemory();
    const textsOf = (text: string, by: StateMemory) =>
      reader.read(text, by).flatMap(({ blocks }) => blocks.map(({ content }) => content.known));
    const known = new Set(textsOf(source, memory));
    memory.settle();
    const edited = applyEdits(source, [{ span: { start: at, end: at }, newText: 'x' }]);
    const after = textsOf(edited, new StateMemory(memory));
    expect(after.length).toBeGreaterThan(150);
    expect(after.filter((text) => !known.has(text)).length).toBeLessThan(3);
  });
});

describe('a change between two texts', () => {
  it('makes the one of the other and is the shortest', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', 'b') }),
      fc.nat(5000).map((length) => 'ab'.repeat(length)),
    );
    fc.assert(
      fc.property(text, text, text, text, (head, before, after, tail) => {
        const [from, to] = [head + before + tail, head + after + tail];
        const change = changeBetween(from, to);
        if (change === null) return from === to;
        const { start, endBefore, endAfter } = change;
        const made = from.slice(0, start) + to.slice(start, endAfter) + from.slice(endBefore);
        const ends = from[endBefore - 1] !== to[endAfter - 1] || start === Math.min(endBefore, endAfter);
        return made === to && from[start] !== to[start] && ends;
      }),
    );
  });
});

describe('text that has moved', () => {
  it('is mapped as if it had been read there', () => {
    const text = MappedText.verbatim('Write captions', 3);
    expect(difference(text.shifted(4).shifted(-2), MappedText.verbatim('Write captions', 5))).toBeNull();
    const outer = MappedText.verbatim('a Write captions', 100);
    expect(
      difference(MappedText.verbatim('Write', 0).shifted(2).through(outer), outer.slice(2, 7)),
    ).toBeNull();
    expect(difference(text.shifted(4).slice(6, 14), MappedText.verbatim('captions', 13))).toBeNull();
  });
});

describe('a document of the server', () => {
  it('is read from the start where its edits do not lead to its text', async () => {
    const analyses = new Analyses(noConfigurations(), () => true);
    const document = TextDocument.create('file:///a.job.md', 'markdown', 1, '# Editor\n\n- Write\n');
    await analyses.of(document);
    for (const [version, span] of [
      [2, { start: 0, end: 1 }],
      [3, { start: 0, end: 99 }],
    ] as const) {
      TextDocument.update(document, [{ text: `# Editor ${version}\n\n- Read\n` }], version);
      analyses.changed(document, [{ span, newText: '' }]);
      const fresh = lens.analyze(document.getText(), markdown, { always: true });
      expect(difference(await analyses.of(document), fresh)).toBeNull();
    }
  });
});
