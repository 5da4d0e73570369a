import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { optionValues } from '../../shared/configuration/options.ts';
import { createPostingLens, formatByPath, type Rule, rules } from '../../shared/index.ts';
import type { PostingRule } from '../../shared/rules/rule.ts';
import { lensOf } from '../../shared/judgement/lens.ts';
import { taxonomy } from '../../shared/taxonomy/index.ts';
import { readMarks } from '../support/marks.ts';
import { formatOf } from '../support/postings.ts';
import { rulesFolder } from '../tools/generate/rules.ts';

const markdown = new MarkdownIt();
const folderOf = ({ id }: Rule): string => path.join(rulesFolder, id);
const pageOf = (rule: Rule): string => readFileSync(path.join(folderOf(rule), 'rule.md'), 'utf8');

/** The parts that pages have, beside their title. */
const usual = new Set(
  ['Why', 'Bad', 'Good', 'Example', 'When to switch it off', 'Options', 'The fix'].map(
    (name) => `## ${name}`,
  ),
);

/** The fixtures of a rule, as they are before its fixes. */
function fixturesOf(rule: Rule): { readonly file: string; readonly source: string }[] {
  const folder = path.join(folderOf(rule), 'fixtures');
  return readdirSync(folder)
    .filter((file) => !file.includes('.fixed.'))
    .map((file) => ({ file, source: readFileSync(path.join(folder, file), 'utf8') }));
}

/** The headings of a page, with their level. */
function headings(page: string): string[] {
  const tokens = markdown.parse(page, {});
  return tokens.flatMap((token, at) =>
    token.type === 'heading_open' ? [`${token.markup} ${tokens[at + 1]?.content ?? ''}`] : [],
  );
}

/** Where a page's links lead. */
function links(page: string): string[] {
  const inline = markdown.parse(page, {}).flatMap((block) => block.children ?? []);
  return inline.filter(({ type }) => type === 'link_open').map((token) => String(token.attrGet('href')));
}

const lens = createPostingLens();

/** Whether a rule about postings itself offers a fix in one of its fixtures: findings of others are not counted. */
function offersFix(rule: PostingRule): boolean {
  return fixturesOf(rule).some(({ file, source: marked }) => {
    const format = formatByPath(file);
    const source = readMarks(marked).text;
    if (format === undefined) throw new Error(`No format reads ${file}.`);
    return lens.analyze(source, format).judged.some(({ posting, judgement }, _, all) =>
      rule
        .check({
          source,
          posting,
          judgement,
          lens: lensOf(taxonomy),
          alone: all.length === 1,
          options: optionValues(rule.options),
        })
        .some(({ fixes = [] }) => fixes.length > 0),
    );
  });
}

describe.each(rules)('the folder of $id', (rule) => {
  it('has a page with the parts that every page has, in their order', () => {
    // A page about comments or configuration may also say how these are written.
    const parts = headings(pageOf(rule)).filter(
      (each) => rule.about === 'posting' || /^# /.test(each) || usual.has(each),
    );
    const example = parts.includes('## Example') ? ['## Example'] : ['## Bad', '## Good'];
    const options = Object.keys(rule.options).length > 0 ? ['## Options'] : [];
    const fixable = rule.about === 'posting' ? offersFix(rule) : parts.includes('## The fix');
    const fix = fixable ? ['## The fix'] : [];
    expect(parts).toEqual([
      `# ${rule.id}`,
      '## Why',
      ...example,
      '## When to switch it off',
      ...options,
      ...fix,
    ]);
  });

  it('finds what the page shows as bad and nothing in what it shows as good, in a file that is a posting', () => {
    if (rule.about === 'configuration') return;
    const page = pageOf(rule);
    const excerpt = (heading: string): string | undefined =>
      new RegExp(`## ${heading}\n[\\s\\S]*?\`{3}\n([\\s\\S]*?)\`{3}`).exec(page)?.[1];
    const found = (text: string): string[] =>
      lens
        .analyze(text, formatOf('posting'), { always: true })
        .judged.flatMap(({ findings }) => findings.map(({ rule: id }) => id));
    const bad = excerpt('Bad');
    const good = excerpt('Good');
    if (bad !== undefined) expect(found(bad)).toContain(rule.id);
    if (good !== undefined) expect(found(good)).toEqual([]);
  });

  it('has a page that opens with what the rule says, and leaves no part empty', () => {
    const page = pageOf(rule);
    expect(page.startsWith(`# ${rule.id}\n\n${rule.says}\n\n## Why\n`)).toBe(true);
    const tokens = markdown.parse(page, {}).map(({ type }) => type);
    for (const [at, type] of tokens.entries())
      if (type === 'heading_close') expect(tokens[at + 1] ?? 'heading_open').not.toBe('heading_open');
  });

  it('has no link to a file beside it: the page is shown from other places, too', () => {
    expect(links(pageOf(rule)).filter((link) => !/^(?:https:|#)/.test(link))).toEqual([]);
  });

  it('has a fixture where it finds something and one near the line where it does not', () => {
    const fires = fixturesOf(rule).map(({ source }) => source.includes(`[[${rule.id}|`));
    expect(fires).toContain(true);
    expect(fires).toContain(false);
  });
});

describe('the index of rules', () => {
  it('names every rule, with a link to its page', () => {
    const index = readFileSync(path.join(rulesFolder, 'README.md'), 'utf8');
    expect(links(index)).toEqual(rules.map(({ id }) => `${id}/rule.md`));
  });
});
