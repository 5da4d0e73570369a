/** Pages for people lead where they say: every link, every anchor and every command that they name. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import MarkdownIt, { type Token } from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { rules } from '../../shared/index.ts';
import { root } from '../tools/generate/generated.ts';

const markdown = new MarkdownIt();

/** Pages for people: those at the top, indexes and guides, and the pages of rules. */
const pages = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) =>
    /^[^/]+\.md$|(?:^|\/)README\.md$|^(?:client|server)\/.*\.md$|^shared\/(?:rules\/[^/]+\/rule|taxonomy\/[^/]+)\.md$/.test(
      file,
    ),
  )
  .filter((file) => existsSync(path.join(root, file)));

interface Page {
  /** Relative targets of links and pictures. */
  readonly links: readonly string[];
  /** Ids of the headings, as GitHub and VS Code make them. */
  readonly anchors: ReadonlySet<string>;
}

function inlineTokens(text: string): Token[] {
  return markdown.parse(text, {}).flatMap(({ children }) => children ?? []);
}

/** The id that a heading's words make. */
const slug = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

function readPage(file: string): Page {
  const text = readFileSync(path.join(root, file), 'utf8');
  const targets = inlineTokens(text)
    .flatMap((token) => [token.attrGet('href'), token.attrGet('src')])
    .flatMap((target) => (target === null ? [] : [decodeURIComponent(String(target))]));
  const blocks = markdown.parse(text, {});
  const headings = blocks.flatMap(({ type }, at) => {
    const words = blocks[at + 1]?.children ?? [];
    return type === 'heading_open' ? [words.map(({ content }) => content).join('')] : [];
  });
  return {
    links: targets.filter((target) => !/^[a-z][a-z0-9+.-]*:/i.test(target)),
    anchors: new Set(headings.map(slug)),
  };
}

/** Why a link of a page leads nowhere; null where it leads somewhere. */
function fault(file: string, link: string): string | null {
  const [target = '', anchor = ''] = link.split('#');
  const found = target === '' ? file : path.join(path.dirname(file), target);
  if (found.startsWith('..') || !existsSync(path.join(root, found))) return `${link}: there is no ${found}`;
  if (anchor === '' || readPage(found).anchors.has(anchor)) return null;
  return `${link}: ${found} has no heading of this id`;
}

/** The scripts that a text tells people to run. */
const scriptsIn = (text: string): string[] =>
  Array.from(
    text.matchAll(/\bnpm (?:run (?:--silent )?([\w:-]+)|(test|start)\b)/g),
    ([, named, short]) => named ?? short ?? '',
  );

describe('the links of', () => {
  it.each(pages)('%s', (file) => {
    expect(readPage(file).links.flatMap((link) => fault(file, link) ?? [])).toEqual([]);
  });

  it('pages are told apart from links that lead nowhere', () => {
    expect(pages.length).toBeGreaterThan(15);
    expect(fault('README.md', 'nowhere.md')).toContain('there is no nowhere.md');
    expect(fault('README.md', '../outside.md')).toContain('there is no');
    expect(fault('README.md', 'shared/rules/README.md#no-such-part')).toContain('no heading');
    expect(fault('README.md', 'shared/rules/README.md#the-rules')).toBeNull();
  });
});

describe('the commands of', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  it.each(pages)('%s', (file) => {
    const named = scriptsIn(readFileSync(path.join(root, file), 'utf8'));
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  it('the README: how to start it and how to test it', () => {
    const named = scriptsIn(readFileSync(path.join(root, 'README.md'), 'utf8'));
    expect(named).toEqual(expect.arrayContaining(['start', 'test']));
  });
});

describe('the README', () => {
  it('lists every rule once, with its page and its level', () => {
    const rows = readFileSync(path.join(root, 'README.md'), 'utf8')
      .split('\n')
      .map((line) => /^\| \[`([a-z-]+)`\]\((\S+)\).*\| (\w+) +\|$/.exec(line))
      .flatMap((row) => (row === null ? [] : [row.slice(1)]));
    const expected = rules.map(({ id, severity }) => [id, `shared/rules/${id}/rule.md`, severity]);
    expect(rows.sort()).toEqual(expected.sort());
  });
});
