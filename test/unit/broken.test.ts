import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readStream, readText } from '../../server/content.ts';
import { judgeContent } from '../../server/judgeContent.ts';
import { Analyses } from '../../server/lsp/documents.ts';
import {
  configurationFor,
  createPostingLens,
  defaults,
  type Format,
  type FormatId,
} from '../../shared/index.ts';
import { parseJson } from '../../shared/posting/json/parse.ts';
import { noConfigurations } from '../support/configurations.ts';
import { formatOf } from '../support/postings.ts';
import { plainManner, reference, renderings } from '../support/renderings.ts';

const lens = createPostingLens();
const unconfigured = configurationFor('/jobs/a.md', { layers: [], taxonomy: null });
const rendered = renderings(reference, plainManner);
const sourceOf = (format: FormatId): string => {
  const found = rendered.find((each) => each.format === format);
  if (found === undefined) throw new Error(`There is no rendering in ${format}.`);
  return found.source;
};
const markdown = sourceOf('markdown');
const html = sourceOf('html');
const json = sourceOf('json');
const yaml = sourceOf('yaml');
const deep = (part: string): string => part.repeat(10_000);

describe('a posting with a fault in it is judged by the rest', () => {
  it.each<[string, FormatId, string]>([
    ['tags without end', 'html', `<div><b><p>${html}<table><tr><td><i`],
    ['tags that end what is not open', 'html', `</div></p></td>${html}</ul></b>`],
    ['half a tag', 'html', `${html}<a href="x`],
    ['10,000 open tags before it', 'html', deep('<span>') + html],
    ['10,000 open tags after it', 'html', html + deep('<div>')],
    ['10,000 quotes', 'html', `${html}<p title=${deep('"')}`],
    ['half-typed JSON', 'json', json.replace(/[\]}"\s]+$/, '')],
    ['JSON with duplicate keys', 'json', json.replace('{', '{"place": "Lyon", "place": "Paris",')],
    ['JSON with brackets too many', 'json', json + deep(']')],
    ['JSON in front of 10,000 open lists', 'json', json.replace(/\}\s*$/, `, "more": ${deep('[')}`)],
    ['JSON in front of 10,000 quotes', 'json', json.replace(/\}\s*$/, `, "more": ${deep('"')}`)],
    ['front matter without end', 'markdown', `---\nplace: Lyon\n\n${markdown}`],
    ['front matter with duplicate keys', 'markdown', `---\nplace: Lyon\nplace: Paris\n---\n\n${markdown}`],
    ['front matter with tabs', 'markdown', `---\nplace:\n\tcity: Lyon\n---\n\n${markdown}`],
    ['10,000 brackets', 'markdown', `${markdown}\n\n${deep('[')}`],
    ['10,000 quotes of others', 'markdown', `${markdown}\n\n${deep('> ')}`],
    ['10,000 backticks', 'markdown', `${markdown}\n\n${deep('`')}`],
    ['a fence without end', 'markdown', `${markdown}\n\n\`\`\`\nThe end`],
    ['a comment without end', 'markdown', `${markdown}\n\n<!-- The end`],
    ['tabs in YAML', 'yaml', `${yaml}\nplace:\n\tcity: Lyon\n`],
    ['YAML with duplicate keys', 'yaml', `place: Lyon\nplace: Paris\n${yaml}`],
    ['YAML with a list without end', 'yaml', `${yaml}\nplaces: [Lyon, Paris\n`],
    ['YAML with 10,000 brackets', 'yaml', `${yaml}\nplaces: ${deep('[')}`],
    ['YAML with half a string', 'yaml', `${yaml}\nplace: "Ly`],
    ...rendered.map(({ name, format, source }): [string, FormatId, string] => [
      `lone surrogates in ${name}`,
      format,
      source.replace('tasting room', 'tasting \ud83d room \udc00'),
    ]),
    ...rendered.map(({ name, format, source }): [string, FormatId, string] => [
      `control characters in ${name}`,
      format,
      source.replace('tasting room', 'tasting \u0001\u001b\u007f room'),
    ]),
  ])('%s', (_, format, source) => {
    const { judged } = lens.analyze(source, formatOf(format), { always: true });
    const findings = judged.flatMap((each) => each.findings.map(({ rule }) => rule));
    expect(findings).toContain('title-mismatch');
  });

  it('and a string of ten megabytes is read', () => {
    const letters = 'a'.repeat(12_000_000);
    const [value] = parseJson(`{"title": "${letters}", "a": "b\\`);
    const entries = value?.kind === 'object' ? value.entries : [];
    expect(entries.map(({ key }) => key.text)).toEqual(['title', 'a']);
    const title = entries[0]?.value;
    expect(title?.kind === 'scalar' && title.content.text.length).toBe(12_000_000);
  });

  it('and more paragraphs than a call can take are read', () => {
    // In a process of its own: the threads of the tests have more stack than programs have.
    const formats = pathToFileURL(path.resolve(import.meta.dirname, '../../shared/posting/formats.ts'));
    const script = `
      const { formatById } = await import('${formats.href}');
      const description = '<p>a'.repeat(150_000);
      const source = JSON.stringify({ '@type': 'JobPosting', title: 'Community Manager', description });
      console.log(formatById('json').read(source)[0].blocks.length);`;
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    expect(run.stdout).toBe('150000\n');
  });

  it('and binary is said to be no text', () => {
    const bytes = Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256);
    const latin = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    expect(lens.analyze(latin, formatOf('text'), { always: true }).silence?.kind).toBe('unreadable');
  });
});

describe('a document above the limit', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'posting-lens-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, text: string, size?: number): string => {
    const target = path.join(folder, name);
    writeFileSync(target, text);
    if (size !== undefined) truncateSync(target, size);
    return target;
  };
  const untouched: Format = {
    ...formatOf('markdown'),
    read: () => {
      throw new Error('It was read.');
    },
  };

  it('is not read by any reader, and the reason names the limit, which is a setting', () => {
    const source = 'a'.repeat(50 * 2 ** 20);
    expect(lens.analyze(source, untouched, { always: true }).silence).toEqual({
      kind: 'too-large',
      reason: 'The document is longer than 256 KB and was not read.',
    });
    const configuration = { ...defaults, maxLength: 10 * 1024 };
    expect(
      lens.analyze('a'.repeat(10 * 1024 + 1), untouched, { configuration, always: true }).silence?.reason,
    ).toContain('10 KB');
    const longer = markdown.padEnd(300 * 1024, '\n');
    const lifted = { ...defaults, maxLength: 512 * 1024 };
    expect(lens.analyze(longer, formatOf('markdown'), { configuration: lifted }).judged).toHaveLength(1);
  });

  it('is not opened where its size says enough', async () => {
    // A file of 3 GB fails when it is opened to be read as a whole: what is said here comes from its size alone.
    for (const size of [50 * 2 ** 20, 3 * 2 ** 30]) {
      const content = await readText(file('large.md', '# Editor\n', size), defaults.maxLength);
      expect(content).toEqual({ tooLarge: true });
      expect(judgeContent('large.md', content, unconfigured).silence).toEqual({
        kind: 'too-large',
        reason: 'The document is longer than 256 KB and was not read.',
      });
    }
  });

  it('is measured in characters, as in the editor: three bytes may be one', async () => {
    const most = '\u8336'.repeat(defaults.maxLength);
    const content = await readText(file('wide.md', most), defaults.maxLength);
    expect(content).toMatchObject({ text: most });
    expect(judgeContent('wide.md', content, unconfigured).silence?.kind).not.toBe('too-large');
    const more = judgeContent('wide.md', { text: `${most}\u8336` }, unconfigured);
    expect(more.silence?.kind).toBe('too-large');
  });

  it('is taken from a stream to its end, and not kept', async () => {
    const chunk = new Uint8Array(2 ** 20).fill(97);
    let taken = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      // 8 GB: no buffer could hold them together.
      for (; taken < 8192; taken++) yield await Promise.resolve(chunk);
    }
    expect(await readStream(endless(), defaults.maxLength)).toEqual({ tooLarge: true });
    expect(taken).toBe(8192);
  });

  it('is not read in the server, until an edit brings it below', async () => {
    const analyses = new Analyses(noConfigurations(), () => true);
    const filler = 'a'.repeat(300 * 1024);
    const document = TextDocument.create('file:///a.md', 'markdown', 1, `${markdown}\n${filler}`);
    const analysis = await analyses.of(document);
    expect([analysis?.silence?.kind, analysis?.posting, analysis?.judged]).toEqual(['too-large', null, []]);
    const end = document.positionAt(document.getText().length);
    const start = document.positionAt(document.getText().length - filler.length);
    const shorter = TextDocument.update(document, [{ range: { start, end }, text: '' }], 2);
    expect((await analyses.of(shorter))?.judged).toHaveLength(1);
  });
});
