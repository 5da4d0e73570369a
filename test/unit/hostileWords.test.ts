/** What a hostile posting says is shown as words: no markup, no link, no formula, nothing that turns what is read. */
import MarkdownIt, { type Token } from 'markdown-it';
import { describe, expect, it } from 'vitest';
import {
  actionsAt,
  createPostingLens,
  type DocumentPart,
  formatById,
  hoverAt,
  ReportWriter,
  taxonomy,
} from '../../shared/index.ts';

const lens = createPostingLens();
const markdown = formatById('markdown');
const text = formatById('text');
const duty = (index: number): string => `captions for Instagram and the content calendar, week ${index}`;

/** What attackers write, where a title or a duty stands. */
const attacks = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '[click](command:workbench.action.quit)',
  '![pixel](https://evil.example/p.png)',
  '[x](data:text/html,<script>alert(1)</script>)',
  '](javascript:alert(1))',
  '"><svg/onload=alert(1)>',
  '`${process.exit()}`',
  '\u202eevil\u2066',
  '\u200fright\u061c',
  '\u0007bell\u001b]8;;http://evil.example\u0007link',
  '| a | b |',
  '=HYPERLINK("http://evil.example")',
  '@SUM(1+1)',
  '-2+3',
  '{0} {1} $& $1',
];

/** Plain text takes every sign for itself, so that the words reach us as they are. */
const source = (attack: string): string =>
  `Community Manager ${attack}\n\nResponsibilities:\n\n${[1, 2, 3, 4, 5].map((index) => `- ${attack} ${duty(index)}\n`).join('')}`;

const invisible = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const renderer = new MarkdownIt({ html: true, linkify: false });

function all(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => [token, ...all(token.children ?? [])]);
}

/** Why rendered Markdown is not only words and links of ours; empty where it is. */
function harm(written: string, links: RegExp): string[] {
  return all(renderer.parse(written, {})).flatMap(({ type, content, attrs }) => [
    ...(/^html_/.test(type) ? [`HTML: ${content}`] : []),
    ...(attrs ?? []).flatMap(([name, value]) =>
      (name === 'href' || name === 'src') && !links.test(String(value)) ? [`${name}: ${value}`] : [],
    ),
  ]);
}

describe.each(attacks)('a posting that says %j', (attack) => {
  if (text === undefined || markdown === undefined) throw new Error('Formats are read.');
  const analysis = lens.analyze(source(attack), text, { always: true });
  const [judged] = analysis.judged;
  if (judged === undefined) throw new Error('It is judged.');
  const whole = { start: 0, end: analysis.source.length };
  const actions = actionsAt(analysis, whole);
  const parts = lens.parts(analysis);

  it('is read as it is written, so that there is something to show', () => {
    expect(judged.posting.title?.content.text).toContain(attack.slice(0, 4).replace('\u200f', '').trim());
    expect(judged.judgement.evidence.length).toBeGreaterThan(0);
  });

  it('is hovered over as words', () => {
    const hovers = Array.from({ length: analysis.source.length }, (_, offset) => hoverAt(analysis, offset));
    const said = new Set(hovers.flatMap((hover) => (hover === null ? [] : [hover.markdown])));
    expect(said.size).toBeGreaterThan(1);
    for (const hover of said) {
      expect(harm(hover, /^https:\/\/communityroundtable\.com\//)).toEqual([]);
      expect(hover).not.toMatch(invisible);
    }
  });

  it('is named in views, findings and fixes without anything unseen', () => {
    const names = (all: readonly DocumentPart[]): string[] =>
      all.flatMap(({ name, children }) => [name, ...names(children)]);
    const profile = lens.profile(judged);
    const shown = [
      ...names(parts),
      profile.title ?? '',
      ...profile.deciding.map((each) => each.text),
      ...judged.findings.flatMap(({ message, related }) => [message, ...related.map((each) => each.message)]),
      ...actions.map(({ title }) => title),
    ];
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.filter((each) => invisible.test(each))).toEqual([]);
  });

  it('is reported as words', () => {
    const title = judged.posting.title?.content.text ?? '';
    const finding = { rule: 'title-mismatch', severity: 'warning' as const, message: title, line: 1 };
    const posting = {
      path: `jobs/${attack.replaceAll('/', '')}.txt`,
      title,
      verdict: judged.judgement.verdict,
      reason: '',
    };
    const writer = new ReportWriter(taxonomy);
    const report = { name: attack, postings: [{ ...posting, findings: [finding] }], others: 0 };
    const written = writer.markdown(report, '/');
    expect(harm(written, /^\/jobs\/|^data:image\/svg\+xml;/)).toEqual([]);
    const page = writer.html(report);
    expect(page).not.toMatch(/<(?:script|img|svg|iframe|a)\b|<[^>]*\son\w+=/i);
    expect(page.match(/<h1>/g)).toHaveLength(1);
    const fields = writer.csv({ ...report, postings: [{ ...posting, title: attack, findings: [] }] });
    expect(fields.split(/,|\r\n/).filter((each) => /^"?[=+@\t\r]|^"?-(?!\d)/.test(each))).toEqual([]);
    for (const each of [written, page, fields]) expect(each).not.toMatch(invisible);
  });
});
