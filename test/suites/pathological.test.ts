import { describe, expect, it } from 'vitest';
import { formatById } from '../../shared/index.ts';
import { growth, mostGrowth } from '../support/growth.ts';

/** What made Markdown parsers slow: the inputs that cmark, commonmark.js and markdown-it are tested with, and some more. */
const inputs: Readonly<Record<string, (count: number) => string>> = {
  'nested strong emphasis': (n) => `${'*a **a '.repeat(n)}b${' a** a*'.repeat(n)}`,
  'closers of emphasis without openers': (n) => 'a_ '.repeat(n),
  'openers of emphasis without closers': (n) => '_a '.repeat(n),
  'closers of links without openers': (n) => 'a]'.repeat(n),
  'openers of links without closers': (n) => '[a'.repeat(n),
  'openers and closers that do not meet': (n) => '*a_ '.repeat(n),
  'emphasis in a row (cmark 389)': (n) => `${'*a '.repeat(n)}${'_a*_ '.repeat(n)}`,
  'runs in multiples of three': (n) => `a**b${'c* '.repeat(n)}`,
  'openers of links and closers of emphasis': (n) => '[ a_'.repeat(n),
  'pattern [ (](': (n) => '[ (]('.repeat(n),
  'pattern ![[]()': (n) => '![[]()'.repeat(n),
  'nested brackets': (n) => `${'['.repeat(n)}a${']'.repeat(n)}`,
  'nested block quotes': (n) => `${'> '.repeat(n)}a`,
  'nested lists on one line': (n) => `${'- '.repeat(n)}a`,
  'lists nested by their indentation': (n) =>
    Array.from({ length: Math.round(Math.sqrt(n) * 3) }, (_, depth) => `${'  '.repeat(depth)}* a\n`).join(''),
  'characters of code 0': (n) => 'abc\u0000de\u0000'.repeat(n),
  'runs of backticks': (n) =>
    Array.from({ length: Math.round(Math.sqrt(n) * 2) }, (_, count) => `e${'`'.repeat(count + 1)}`).join(''),
  'links without end <b': (n) => '[a](<b'.repeat(n),
  'links without end': (n) => '[a](b'.repeat(n),
  'comments without end': (n) => `</${'<!--'.repeat(n)}`,
  'declarations without end': (n) => `a ${'<!A '.repeat(n)}`,
  'sections of characters without end': (n) => `a ${'<![CDATA['.repeat(n)}`,
  'instructions without end': (n) => `a ${'<?'.repeat(n)}`,
  'empty lines in nested lists': (n) => `${'- '.repeat(n / 4)}x${'\n'.repeat(n)}x\n`,
  'empty lines in nested lists in a quote': (n) => `> ${'- '.repeat(n / 4)}x\n${'>\n'.repeat(n)}`,
  'emphasis deep in a quote': (n) => `${'>'.repeat(n)}${'a*'.repeat(n)}`,
  'references deep in a quote': (n) => `${'>'.repeat(n)}[a]: b\n`,
  'escaped backslashes before a backtick': (n) => `\`${'\\\\``'.repeat(n)}`,
  'links in links': (n) => `${'[a]('.repeat(n)}b${')'.repeat(n)}`,
  'pattern **_*': (n) => '**_* '.repeat(n),
  'definitions of one label': (n) => `${'[a]: /b\n'.repeat(n)}[a]`,
  'definitions and uses of many labels': (n) =>
    Array.from({ length: n / 8 }, (_, index) => `[a${index}]: /b\n\n[a${index}] [b${index}]\n\n`).join(''),
  'definitions without end': (n) => `[a]: /b "${'c\n'.repeat(n)}`,
  'definitions within a definition': (n) => `[a]: /b\n"${'[c]: d\n'.repeat(n)}`,
  'a title without end in a link': (n) => `[a](b "${'\\"'.repeat(n)}`,
  'angles of one kind': (n) => '<a '.repeat(n),
  'attributes without end': (n) => `<a${' b="c"'.repeat(n)}`,
  'references to characters without end': (n) => '&#x41'.repeat(n),
  'hard breaks': (n) => 'a  \n'.repeat(n),
  'setext underlines': (n) => 'a\n=\n'.repeat(n),
  'table rows': (n) => `|a|b|\n|-|-|\n${'|c|d|\n'.repeat(n)}`,
  'columns of a table': (n) => `${'|a'.repeat(n)}|\n${'|-'.repeat(n)}|\n${'|c'.repeat(n)}|\n`,
  'fences without end': (n) => '```a\n'.repeat(n),
  tildes: (n) => '~~a ~'.repeat(n),
  addresses: (n) => 'https://a.b/(((c '.repeat(n),
  'addresses of mail': (n) => `${'a.'.repeat(n)}@b`,
  'front matter without end': (n) => `---\n${'a: b\n'.repeat(n)}`,
  'front matter of one key': (n) => `---\n${'title: b\n'.repeat(n)}---\n`,
};

describe('inputs that are known to be slow for Markdown parsers', () => {
  const markdown = formatById('markdown');
  it.each(Object.entries(inputs))('take linear time: %s', (_, text) => {
    if (markdown === undefined) throw new Error('Markdown is not read.');
    expect(growth(text, markdown)).toBeLessThan(mostGrowth);
  });
});
