import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  applyEdits,
  createPostingLens,
  type Edit,
  formatByPath,
  type FormatId,
  formats,
} from '../../shared/index.ts';
import { readMarks } from './marks.ts';
import { formatOf } from './postings.ts';
import { type Model, reference, renderings } from './renderings.ts';
import { difference } from './sameAnalysis.ts';

/** A text to edit, and its format. */
export interface Subject {
  readonly name: string;
  readonly format: FormatId;
  readonly source: string;
}

/** A posting of two sentences and four items: most edits are made in short texts, which are read in no time. */
const brief: Model = {
  title: 'Social Media Manager',
  intro: ['We sell bread. Our Community Manager will brief you.'],
  sections: [
    { heading: 'Responsibilities', items: ['Write captions & stories', 'Reply to comments <b>kindly</b>'] },
    { heading: 'Requirements', items: ['Two years of experience', 'A degree'] },
  ],
};

/** What the renderings leave out: lists in lists, code, tables, quotes, references, several postings, front matter cut short. */
const odd = `# Community Manager

> You will welcome members
> and moderate the forum.

1. Plan events
   - Host calls

   - Write guides
     with [links][ref]

2. Answer questions

    indented code

| Duty | Share |
| --- | --- |
| Moderate the forum<br> | 40% |
| Write *captions* | 60% |

Setext heading
---

[ref]: https://example.org
"A title
of two lines"

\`\`\`text
- fenced
\`\`\`

<div>

**Requirements:**

- [ ] Three years <!-- posting-lens-disable-next-line -->
</div>

# Moderator

Duties
======

- Moderate the forum
- Welcome members
  <!-- posting-lens-disable-next-line -- tea -->
- Plan calls
`;

const head = '---\ntitle: Community Manager\ntags: [a, "b"]\n---\n\n';
const loose = `Community Manager

About us
We sell tea from small gardens
and we love it, as do the people who buy from us every day
of the year.

What you will do:
• Moderate the forum
  and welcome members
<!-- posting-lens-disable-next-line two-jobs -->
  - Host calls
1) Report
Requirements
- A degree

Send your application to us!
`;

const fixtures = path.join(import.meta.dirname, '../fixtures');

/** Lines that are headings or not by the lines around them, with all ways to end a line. */
const lines = `Editor\n- Read\nDaily work:\n- Write\rMore of it:\r- Ask\r\nAnd then:\r\n\r\n- Go\nand more:\n- Stay\nand rest:\n- Play\nWe are a team of many who care for
words
The last of it:
who
Skills
- Words
Benefits:\u2028- Bread`;

/** The postings among our fixtures. */
const ours: readonly Subject[] = ['postings', 'several'].flatMap((folder) =>
  readdirSync(path.join(fixtures, folder)).flatMap((name) => {
    const format = formatByPath(name)?.id;
    const source = readFileSync(path.join(fixtures, folder, name), 'utf8');
    return format === undefined ? [] : [{ name, format, source: readMarks(source).text }];
  }),
);

/** Texts of every format. */
export const subjects: readonly Subject[] = [
  ...renderings(brief),
  ...renderings(brief, { entities: 9, escapes: 7, bold: 3, crlf: true, bom: true }).map((each) => ({
    ...each,
    name: `${each.name}, written otherwise`,
  })),
  { name: 'odd Markdown', format: 'markdown', source: odd },
  { name: 'odd posting', format: 'posting', source: head + odd },
  { name: 'loose text', format: 'text', source: loose },
  { name: 'lines', format: 'text', source: lines },
  { name: 'text with escaped line breaks', format: 'text', source: loose.replace(/\n/g, '\\n') },
  ...renderings(reference).filter(({ name }) => name === 'HTML page' || name === 'Markdown'),
  ...ours,
];

/** What opens or closes structure somewhere, and some words. */
const snippets = [
  ...'#-*`<>&"\'{}[]()|:,;!?\\_~=+.$• \t\n\r0aA'.split(''),
  ...[
    '\r\n',
    '\n\n',
    '## ',
    '\n- ',
    '\n  - ',
    '\n> ',
    '\n1. ',
    '\n    ',
    '---',
    '\n---\n',
    '\n===\n',
    '+++',
    '```',
  ],
  ...[
    '\n```\n',
    '~~~',
    '**',
    '<!--',
    '-->',
    '<p>',
    '</p>',
    '<li>',
    '</li>',
    '<ul>',
    '</ul>',
    '<h2>',
    '</h2>',
  ],
  ...[
    '<br>',
    '<b>',
    '</b>',
    '<pre>',
    '<div>',
    '</div>',
    '<nav>',
    '</nav>',
    '<title>',
    '<textarea>',
    '<table><td>',
  ],
  ...[
    '<script type="application/ld+json">',
    '</script>',
    '<script>',
    '<plaintext>',
    '<![CDATA[',
    '&amp;',
    '&#8217;',
  ],
  ...[
    '&lt;',
    '&nbsp',
    '\\n',
    '\\u0041',
    '\\"',
    '": "',
    '", "',
    '},{',
    '[ref]: /x\n',
    '"x"',
    '| a | b |\n',
    '|--|--|',
  ],
  ...[
    '\uFEFF',
    '\u{1F600}',
    '\uD83D',
    '\uDE00',
    '\u2028',
    '\u00A0',
    '\u200B',
    ' '.repeat(70),
    'Responsibilities:',
  ],
  ...[
    '\n\nRequirements\n',
    'You will reply to comments. ',
    '# Editor\n',
    'title: Editor\n',
    'die Aufgaben und der Tee ',
  ],
  ...[
    '<!-- posting-lens-disable-next-line title-mismatch, two-jobs -- so -->\n',
    '\n<!-- posting-lens-disable -->\n',
    ' <!-- posting-lens-enable -->',
    '\n# posting-lens-disable-file off-role\n',
    'posting-lens-',
  ],
  ...['Community Manager', 'social media ', 'e.g. ', 'moderate the forum', 'Bonjour à tous '],
];

/** One change, told without knowing the text. */
interface Stroke {
  readonly at: number;
  /** Begins where a line does. */
  readonly atLine: boolean;
  readonly taken: number;
  /** Text to write, or a stretch of the source to say again: from a place, of a length. */
  readonly text: string | readonly [number, number];
}

const stroke: fc.Arbitrary<Stroke> = fc.record({
  at: fc.nat(1_000_000),
  atLine: fc.boolean(),
  taken: fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 4, arbitrary: fc.nat(4) },
    { weight: 1, arbitrary: fc.nat(200) },
  ),
  text: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...snippets) },
    { weight: 3, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.tuple(fc.nat(1_000_000), fc.nat(80)) },
  ),
});

/** A document and what is done to it: each step is one edit, of one change or several. */
export interface Session {
  readonly subject: Subject;
  readonly always: boolean;
  readonly steps: readonly { readonly strokes: readonly Stroke[]; readonly back: boolean }[];
}

/** Each format as often as the others. */
const byFormat = formats.map(({ id }) => fc.constantFrom(...subjects.filter(({ format }) => format === id)));

/** @param length of steps, at most */
export const session = (length: number): fc.Arbitrary<Session> =>
  fc.record({
    subject: fc.oneof(...byFormat),
    always: fc.boolean(),
    steps: fc.array(
      fc.record({
        strokes: fc.oneof(
          { weight: 5, arbitrary: fc.array(stroke, { minLength: 1, maxLength: 1 }) },
          { weight: 1, arbitrary: fc.array(stroke, { minLength: 2, maxLength: 4 }) },
        ),
        back: fc.nat(9).map((number) => number === 0),
      }),
      { minLength: 1, maxLength: length, size: 'max' },
    ),
  });

/** Texts that grow beyond this are cut, so that a long session stays fast. */
const longest = 6000;

function editOf(stroke: Stroke, source: string): Edit {
  let start = stroke.at % (source.length + 1);
  if (stroke.atLine) start = source.lastIndexOf('\n', start - 1) + 1;
  const taken = source.length > longest ? 2000 : stroke.taken;
  const from = typeof stroke.text === 'string' ? 0 : stroke.text[0] % (source.length + 1);
  const newText = typeof stroke.text === 'string' ? stroke.text : source.slice(from, from + stroke.text[1]);
  return { span: { start, end: Math.min(source.length, start + taken) }, newText };
}

const lens = createPostingLens();

/** How many edits were made, by format. */
export type Tally = Map<FormatId, number>;

export const emptyTally = (): Tally => new Map(formats.map(({ id }) => [id, 0]));

/**
 * Does what a session says.
 * @throws where the analysis after an edit is not the one of the text read from the start
 */
export function expectSame({ subject, always, steps }: Session, tally: Tally): void {
  const format = formatOf(subject.format);
  let before = lens.open(subject.source, format, { always });
  let document = before;
  for (const { strokes, back } of steps) {
    const from = back ? before : document;
    let { source } = from;
    const edits = strokes.map((each) => {
      const edit = editOf(each, source);
      source = applyEdits(source, [edit]);
      return edit;
    });
    const next = lens.edit(from, edits);
    const found = difference(next.analysis, lens.analyze(source, format, { always }));
    if (found !== null)
      throw new Error(`${subject.name}, ${JSON.stringify(edits)} in ${JSON.stringify(from.source)}${found}`);
    tally.set(subject.format, (tally.get(subject.format) ?? 0) + 1);
    before = from;
    document = next;
  }
}
