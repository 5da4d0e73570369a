import { describe, expect, it } from 'vitest';
import {
  completionsAt,
  createPostingLens,
  formatById,
  type FormatId,
  rules,
  semanticTokens,
  worded,
} from '../../shared/index.ts';
import { readSuppressions } from '../../shared/posting/suppressions.ts';
import { formatOf } from '../support/postings.ts';

const directives = ['disable-next-line', 'disable', 'enable', 'disable-file'].map(
  (name) => `posting-lens-${name}`,
);
const ids = rules.map(({ id }) => id).filter((id) => id !== 'invalid-configuration');

/** What is offered at the bar, and the text that each would replace. */
function offered(marked: string, id: FormatId): { texts: string[]; replaced: Set<string> } | null {
  const offset = marked.indexOf('|');
  const source = marked.slice(0, offset) + marked.slice(offset + 1);
  const found = completionsAt(source, formatOf(id), offset);
  return (
    found && {
      texts: found.map(({ text }) => text),
      replaced: new Set(found.map(({ span }) => source.slice(span.start, span.end))),
    }
  );
}

describe('completions', () => {
  it.each([
    ['markdown', '<!--|', ''],
    ['markdown', 'A\n\n<!-- |\n\nB', ''],
    ['markdown', '- a\n  <!-- pos|ting -->', 'posting'],
    ['posting', '<!-- posting-lens-| -->', 'posting-lens-'],
    ['markdown', '---\n# |\ntitle: A\n---\n', ''],
    ['markdown', '+++\ntitle = "A" # post|\n+++\n', 'post'],
    ['html', '<p>A</p><!-- |<p>B</p>', ''],
    ['yaml', 'a: 1\n  # |', ''],
    ['text', 'A\n<!-- |\nB', ''],
  ] as const)('of directives in %s: %j', (id, marked, replaced) => {
    expect(offered(marked, id)).toEqual({ texts: directives, replaced: new Set([replaced]) });
  });

  it.each([
    ['markdown', '<!-- posting-lens-disable |', '', []],
    ['markdown', '<!-- posting-lens-disable two-jobs, title|-mis -->', 'title-mis', ['two-jobs']],
    ['html', '<!-- posting-lens-enable t| two-jobs -- so -->', 't', ['two-jobs']],
    ['yaml', '# posting-lens-disable-file two-jobs |', '', ['two-jobs']],
    ['text', '<!-- posting-lens-disable-next-line |-->', '', []],
  ] as const)(
    'of rules that are not named yet in %s: %j',
    (id, marked, replaced, named: readonly string[]) => {
      expect(offered(marked, id)).toEqual({
        texts: ids.filter((each) => !named.includes(each)),
        replaced: new Set([replaced]),
      });
    },
  );

  it.each([
    ['markdown', '```\n<!-- |\n```'],
    ['markdown', 'A `<!-- |`'],
    ['markdown', '# |'],
    ['markdown', '<!-- my note |'],
    ['markdown', '<!-- posting-lens-disable two-jobs -- |'],
    ['markdown', '<!-- posting-lens-disable --> |'],
    ['markdown', '---\ntitle: "# |"\n---\n'],
    ['html', '<script>// <!-- |</script>'],
    ['html', '<p># |</p>'],
    ['yaml', 'a: |\n  b'],
    ['yaml', 'a: "# |"'],
    ['text', 'Words <!-- |'],
    ['text', '# |'],
    ['json', '{"a": "<!-- |"}'],
  ] as const)('are none elsewhere, as in %s: %j', (id, marked) => {
    expect(offered(marked, id)).toBeNull();
  });

  it('say what each is for', () => {
    const found = completionsAt('<!-- posting-lens-disable ', formatOf('markdown'), 26) ?? [];
    expect(found.map(({ detail }) => worded(detail))).toEqual(
      rules.filter(({ about }) => about !== 'configuration').map(({ says }) => says),
    );
  });
});

describe('semantic tokens', () => {
  const tokens = (source: string, id: FormatId): [string, string][] =>
    semanticTokens({
      source,
      suppressions: readSuppressions(source, formatOf(id)).all,
      judged: [],
      taxonomy: createPostingLens().taxonomy,
    }).map(({ span, type }) => [source.slice(span.start, span.end), type]);

  it.each([
    ['markdown', '<!--', '-->'],
    ['html', '<!--', '-->'],
    ['text', '<!--', '-->'],
    ['yaml', '#', ''],
  ] as const)('tell the parts of a comment in %s', (id, open, close) => {
    const source = `\n${open} posting-lens-disable-next-line two-jobs, title-mismatch -- as agreed ${close}\n\na: b\n`;
    expect(tokens(source, id)).toEqual([
      [open, 'comment'],
      ['posting-lens-disable-next-line', 'keyword'],
      ['two-jobs', 'variable'],
      [',', 'comment'],
      ['title-mismatch', 'variable'],
      ['--', 'comment'],
      ['as agreed', 'string'],
      ...(close === '' ? [] : [[close, 'comment']]),
    ]);
  });

  it('stand on one line each', () => {
    const source = '<!--\n  posting-lens-disable\r\n  two-jobs -- one\nand two\n-->';
    expect(tokens(source, 'markdown')).toEqual([
      ['<!--', 'comment'],
      ['posting-lens-disable', 'keyword'],
      ['two-jobs', 'variable'],
      ['--', 'comment'],
      ['one', 'string'],
      ['and two', 'string'],
      ['-->', 'comment'],
    ]);
  });

  it('are those of the analysis', () => {
    const source = '# Community Manager\n\n<!-- posting-lens-disable -->\n\n- Moderate the forum\n';
    const format = formatById('markdown');
    if (format === undefined) throw new Error('No Markdown.');
    const analysis = createPostingLens().analyze(source, format, { always: true });
    expect(semanticTokens(analysis).filter(({ type }) => !type.startsWith('posting'))).toHaveLength(3);
  });

  it('tell whose title, duties and phrases are', () => {
    const greeting = 'Greet whoever arrives and show them where to start';
    const source = `# Community Manager\n\n## Responsibilities\n\n- Moderate the forum\n- Write captions for Instagram\n- Report on results\n- ${greeting}\n\n## Apply\n\nWrite to us.\n`;
    const format = formatById('markdown');
    if (format === undefined) throw new Error('No Markdown.');
    const tokens = semanticTokens(createPostingLens().analyze(source, format, { always: true }));
    const told = tokens.map(({ span, type, modifier }) => [
      source.slice(span.start, span.end),
      type,
      modifier ?? '',
    ]);
    expect(told).toContainEqual(['Community Manager', 'postingTitle', 'secondRole']);
    const types = (words: string) =>
      told.filter(([text = '']) => words.includes(text)).map(([, type, modifier]) => `${type} ${modifier}`);
    expect(types('Moderate the forum')).toContain('postingPhrase secondRole');
    expect(types('Write captions for Instagram')).toContain('postingPhrase firstRole');
    expect(types('Report on results').every((each) => !/first|second/.test(each))).toBe(true);
    // Learned words are no phrases: the duty is one token.
    expect(types(`- ${greeting}`)).toEqual(['postingDuty secondRole']);
    expect(told.some(([text]) => text === 'Write to us.')).toBe(false);
    tokens
      .slice(1)
      .forEach(({ span }, at) => expect(span.start).toBeGreaterThanOrEqual(tokens[at]?.span.end ?? 0));
  });
});
