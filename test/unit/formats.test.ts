import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyEdits, createPostingLens, type FormatId, formatByPath, taxonomy } from '../../shared/index.ts';
import { retitle } from '../../shared/edits/retitle.ts';
import { sniff } from '../../shared/sniff.ts';
import { formatOf, readPosting, readPostings } from '../support/postings.ts';

const lens = createPostingLens();
const [social, community] = taxonomy.roles;
const several = path.resolve(import.meta.dirname, '../fixtures/several');

const titles = (source: string, format: FormatId): string[] =>
  readPostings(source, format).flatMap((posting) =>
    posting.titles.map(({ place, content }) => `${place}: ${content.text}`),
  );
const outline = (source: string, format: FormatId): string[] =>
  readPosting(source, format).sections.flatMap(({ kind, statements }) =>
    statements.map(({ content }) => `${kind}: ${content.text}`),
  );
const record = (fields: object): string => JSON.stringify({ description: 'x '.repeat(30), ...fields });

describe('titles', () => {
  it.each([
    ['<title>Community Manager | Acme Careers</title>', ['page: Community Manager']],
    ['<title>Job Application for Community Manager at Acme</title>', ['page: Community Manager']],
    ['<title>Acme is hiring a Community Manager – Careers</title>', ['page: Community Manager']],
    ['<title>Careers at Acme</title><h1>Editor</h1>', ['heading: Editor']],
    [
      '<meta property="og:title" content="Acme &amp; Sons: Community Manager"><h1>Community <b>Manager</b></h1>',
      ['page: Community Manager', 'heading: Community Manager'],
    ],
    ["<meta content='Community Manager' name=twitter:title>", ['page: Community Manager']],
    ['<h1>Join us</h1><p>Position: Community Manager</p>', ['heading: Join us', 'line: Community Manager']],
    ['<svg><title>Community Manager</title></svg><p>Tea', []],
    ['<table><tr><th>Position<td>Community Manager</table>', ['line: Community Manager']],
    ['<dl><dt>Job title:</dt><dd>Community Manager</dd></dl>', ['line: Community Manager']],
    ['<h1>Join us</h1><h2>Position: Community Manager</h2>', ['heading: Community Manager']],
    ['<h1>Community Manager<p>We need you.', ['heading: Community Manager']],
    ['---\ntitle: Community Manager\n---\n<p>Tea</p>', ['field: Community Manager']],
  ])('of HTML: %s', (source, expected) => {
    expect(titles(source, 'html')).toEqual(expected);
  });

  it.each([
    [record({ '@type': 'JobPosting', title: 'Q&amp;A Editor' }), ['data: Q&A Editor']],
    [record({ '@type': ['Thing', 'JobPosting'], name: 'Editor' }), ['data: Editor']],
    [record({ jobTitle: 'Editor' }), ['field: Editor']],
    [record({ job_title: 'Editor', position: 'Writer' }), ['field: Editor', 'field: Writer']],
    [record({ text: 'Editor', lists: [] }), ['field: Editor']],
    [record({ position: 3 }), []],
    ['{"title": "Editor", "content": "<p>Write and edit everything that we print', ['field: Editor']],
    [
      '{"title": "Editor", "title": "Writer", "content": "<p>Write and edit everything that we print"',
      ['field: Editor', 'field: Writer'],
    ],
  ])('of JSON: %s', (source, expected) => {
    expect(titles(source, 'json').sort()).toEqual([...expected].sort());
  });
});

describe('HTML', () => {
  it('reads lists, cells, lines and bold headings, and nothing that is not text', () => {
    const source = `<style>a{}</style><script>write()</script><nav>Moderate</nav><div hidden>
      <p><strong>What you&rsquo;ll do</strong><br>&#8226; Write captions<br/>&bull; Edit&nbsp;videos</p>
      <table><thead><tr><th>Task</th></tr></thead><tr><td>Plan posts<td>Film</table>
      <dl><dt>Requirements:</dt><dd>Patience</dd></dl><!-- <p>Host calls</p> --><footer>Welcome members</footer>`;
    expect(outline(source, 'html')).toEqual([
      ...['duties: Write captions', 'duties: Edit videos', 'duties: Plan posts', 'duties: Film'],
      'requirements: Patience',
    ]);
  });

  it('cuts words that were glued together, and line breaks escaped once too often', () => {
    expect(outline('<p>You report to the manager.Experience is a plus.\\nYou write.</p>', 'html')).toEqual([
      ...['intro: You report to the manager.', 'intro: Experience is a plus.', 'intro: You write.'],
    ]);
  });

  it.each([
    ['<h2>Duties<ul><li>Write<li>Edit', ['duties: Write', 'duties: Edit']],
    ['<h2>Duties</h3><li>Write</p></li></ul></div>Edit', ['duties: Write', 'duties: Edit']],
    ['<nav><a>Home</a><main><h2>Duties</h2><p>Write', ['duties: Write']],
    ['<p>Write <b>a < b</b> & c &lt d<p class="x', ['intro: Write a < b & c < d']],
    ['<p>Write \ud800 this \u0000', ['intro: Write \ud800 this \u0000']],
  ])('reads on in broken HTML: %s', (source, expected) => {
    expect(outline(source, 'html')).toEqual(expected);
  });

  it('is read in Markdown, also in pieces', () => {
    const source =
      '<h1 align="center">Editor</h1>\n\n<h2>Responsibilities</h2>\n<ul>\n<li>Write &amp; edit</li>\n\n<li>Report</li>\n</ul>\n\n<details>\n<summary>Requirements</summary>\n\n- Ears\n\n</details>\n';
    expect(outline(source, 'markdown')).toEqual([
      'duties: Write & edit',
      'duties: Report',
      'requirements: Ears',
    ]);
    expect(readPosting(source).title?.content.text).toBe('Editor');
  });
});

describe('records', () => {
  const body = ['duties: Write captions', 'duties: Edit videos'];
  it.each<[string, FormatId, string]>([
    ['keys', 'json', '{"title":"Editor","whatYouWillDo":["Write captions","Edit videos"]}'],
    ['snake case', 'yaml', 'job_title: Editor\nkey_responsibilities:\n- Write captions\n- "Edit videos"\n'],
    [
      'sections',
      'yaml',
      'title: Editor\nsections:\n  - heading: Duties\n    items: [Write captions, Edit videos]\n',
    ],
    [
      'a block of Markdown',
      'yaml',
      'title: Editor\ndescription: |-\n    ## Duties\n\n    - Write **captions**\n    - Edit videos\n',
    ],
    ['folded text', 'yaml', 'title: Editor\nduties: >\n  Write\n  captions\n\n  Edit videos\n'],
    [
      'literal line breaks',
      'json',
      '{"title":"Editor","description":"Duties:\\\\n- Write captions\\\\n- Edit videos"}',
    ],
    [
      'raw line breaks',
      'json',
      '{"title":"Editor","description":"Duties:\n- Write captions\n- Edit videos"}',
    ],
    [
      'plain text with references',
      'json',
      '{"title":"Editor","description":"Duties:\\n\\u2022 Write&nbsp;captions\\n\\u2022 Edit&#32;videos"}',
    ],
    [
      'comments and commas',
      'json',
      '{/* c */"title":"Editor",// d\n"duties":["Write captions",,"Edit videos",],}',
    ],
    ['no end', 'json', '{"title":"Editor","duties":["Write captions","Edit videos'],
    ['tabs', 'yaml', 'title: Editor\nduties:\n- Write captions\n- Edit videos\nplace:\n\tx: [\n'],
  ])('with %s', (_, format, source) => {
    expect(outline(source, format).slice(0, 2)).toEqual(body);
  });

  it('are found in wrappers, and their sections and departments are none', () => {
    const text = 'You write, edit and plan all that we print.';
    const found = (value: unknown): string[] =>
      readPostings(JSON.stringify(value), 'json').map(({ title }) => title?.content.text ?? '');
    const job = { title: 'Editor', description: text };
    expect(found({ data: { jobs: [job, { attributes: { ...job, title: 'Writer' } }] } })).toEqual([
      'Editor',
      'Writer',
    ]);
    expect(found({ title: 'Careers', description: text, jobs: [job] })).toEqual(['Editor']);
    expect(found({ ...job, related: [{ ...job, title: 'Writer' }] })).toEqual(['Editor']);
    expect(
      found({ title: 'Storytelling', description: text, parts: [{ title: 'Requirements', text }] }),
    ).toEqual(['Storytelling']);
    expect(
      found({
        ad: [
          { title: 'Job description', text },
          { title: 'Requirements', text },
        ],
      }),
    ).toEqual([]);
    expect(found({ ...job, hiringOrganization: { name: 'Acme', description: text } })).toEqual(['Editor']);
  });

  it('are read once where they say things twice', () => {
    const html = '<h2>Duties</h2><ul><li>Write captions for us</li><li>Edit videos of all lengths</li></ul>';
    const source = JSON.stringify({
      title: 'Editor',
      descriptionPlain: 'Duties\n- Write captions for us\n- Edit videos of all lengths',
      descriptionHtml: html,
    });
    const posting = readPosting(source, 'json');
    expect(posting.statements).toHaveLength(2);
    expect(posting.copies.flatMap(({ statements }) => statements)).toHaveLength(2);
  });
});

describe('several postings of one file', () => {
  it.each(readdirSync(several))('%s: each is judged, and changed, by itself', (file) => {
    const source = readFileSync(path.join(several, file), 'utf8');
    const format = formatByPath(file);
    if (format === undefined) throw new Error(`No format reads ${file}.`);
    const { judged } = lens.analyze(source, format);
    expect(
      judged.map(({ posting, judgement, findings }) => [
        posting.index,
        posting.title?.content.text,
        judgement.verdict.role,
        findings.map(({ rule }) => rule),
      ]),
    ).toEqual([
      [0, 'Community Manager', social.id, ['title-mismatch']],
      [1, 'Community Lead, Tea Circle', community.id, []],
    ]);
    const edits = judged[0]?.findings[0]?.fixes[0]?.edits ?? [];
    const own = judged[0]?.posting.span ?? { start: 0, end: 0 };
    for (const { span } of edits)
      expect([span.start >= own.start, span.end <= own.end]).toEqual([true, true]);
    const after = lens.analyze(applyEdits(source, edits), format);
    expect(after.judged.map(({ posting }) => posting.title?.content.text)).toEqual([
      'Social Media Manager',
      'Community Lead, Tea Circle',
    ]);
    expect(after.judged.flatMap(({ findings }) => findings)).toEqual([]);
  });

  it('are one where two scripts of a page describe the same job', () => {
    const data = {
      '@type': 'JobPosting',
      title: 'Editor',
      description: 'You write and edit all that we print.',
    };
    const script = (value: object) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
    const [one, ...others] = readPostings(`${script(data)}${script({ '@graph': [data] })}`, 'html');
    expect([one?.titles.length, one?.statements.length, others.length]).toEqual([2, 1, 0]);
    const two = `${script(data)}${script({ ...data, description: 'You set and proofread the weekly.' })}`;
    expect(readPostings(two, 'html')).toHaveLength(2);
  });

  it('are one where headings name the parts of one job, or the page names it', () => {
    const parts =
      '## Content Creator\n\n- Write posts\n- Edit posts\n- Plan posts\n\n## Forum Moderator\n\n- Welcome members\n- Moderate the forum\n- Host calls\n';
    expect(readPostings(parts, 'markdown')).toHaveLength(2);
    expect(readPostings(`# Community Manager\n\n${parts}`, 'markdown')).toHaveLength(1);
    expect(readPostings(`# Responsibilities\n\n${parts}`, 'markdown')).toHaveLength(1);
    expect(readPostings(`---\ntitle: Community Manager\n---\n\n${parts}`, 'markdown')).toHaveLength(1);
  });

  it('leaves out one in a language that is not judged, and judges the others', () => {
    const file = readFileSync(path.join(several, 'graph.json'), 'utf8');
    const german = {
      '@type': 'JobPosting',
      title: 'Community Manager',
      description:
        '<p>Du schreibst die Texte für unsere Kanäle und bist mit der Redaktion im Gespräch. Du planst den Kalender für das Jahr und die Themen.</p>',
    };
    const parsed = JSON.parse(file) as { '@graph': unknown[] };
    parsed['@graph'].splice(1, 0, german);
    const analysis = lens.analyze(JSON.stringify(parsed), formatOf('json'));
    expect(analysis.unjudged.map(({ posting, language }) => [posting.index, language])).toEqual([[0, 'de']]);
    expect(analysis.judged.map(({ posting }) => posting.index)).toEqual([1, 2]);
    expect(analysis.silence).toBeNull();
  });
});

describe('summaries for search engines', () => {
  it.each<[FormatId, string]>([
    [
      'markdown',
      '---\ntitle: Community Manager\nsummary: "Acme seeks a Community Manager who films."\n---\n\n- Edit\n',
    ],
    [
      'markdown',
      '+++\ntitle = "Community Manager"\ndescription = \'Acme seeks a Community Manager.\'\n +++\n\n- Edit\n',
    ],
    [
      'html',
      '<meta name="description" content="Acme &amp; Sons seeks a Community Manager."><h1>Community Manager</h1><li>Edit',
    ],
  ])('are changed with the title in %s, and judged by nobody', (format, source) => {
    const posting = readPosting(source, format);
    expect(posting.statements.map(({ content }) => content.text)).toEqual(['Edit']);
    const after = applyEdits(source, retitle(posting, taxonomy, social.id, source)?.edits ?? []);
    expect(after.match(/Social Media Manager/g)).toHaveLength(2);
    expect(after).not.toContain('Community');
  });
});

describe('files that are no posting', () => {
  const manifest = readFileSync(path.resolve(import.meta.dirname, '../../package.json'), 'utf8');
  it.each<[string, FormatId, string]>([
    ['our own package.json', 'json', manifest],
    [
      'a manifest with a walkthrough',
      'json',
      JSON.stringify({
        name: 'x',
        version: '1.0.0',
        engines: {},
        contributes: {
          walkthroughs: [
            {
              title: 'Community Manager',
              description:
                'You will write posts and moderate the forum. We are looking for a candidate with experience. Apply now.',
            },
          ],
        },
      }),
    ],
    [
      'a schema',
      'json',
      JSON.stringify({
        title: 'Job',
        description: 'What a job of the pipeline is.',
        properties: {
          title: { title: 'Title', description: 'The title of the job as people see it in lists.' },
        },
      }),
    ],
    [
      'a workflow',
      'yaml',
      'name: CI\non: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n      - name: Build\n        run: npm run build\n',
    ],
    [
      'an interface',
      'yaml',
      'openapi: 3.1.0\ninfo:\n  title: Jobs\n  description: Lists the jobs of the team, with experience levels and benefits.\npaths: {}\n',
    ],
    [
      'a page',
      'html',
      '<title>Tea | Shop</title><h1>Green tea</h1><p>Picked by hand in the hills. Our team works all year round.</p>',
    ],
    ['nothing', 'json', ''],
    ['a number', 'json', '42'],
  ])('%s', (_, format, source) => {
    const analysis = lens.analyze(source, formatOf(format));
    expect(analysis.judged).toEqual([]);
    expect(analysis.silence?.kind).toBe('not-a-posting');
  });

  it('sniffs at records only where they have a title', () => {
    expect(sniff('{"scripts": {"work": "job"}}', 'json')).toBe(false);
    expect(sniff('{"scripts": {"work": "job"}}')).toBe(true);
    expect(sniff('title: Community Manager', 'yaml')).toBe(true);
    expect(sniff('{"@type": "JobPosting", "name": "Manager"}', 'json')).toBe(true);
  });
});
