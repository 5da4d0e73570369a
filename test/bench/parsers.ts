/**
 * Measures parsers against each other where the choice matters: text read from HTML and values read from JSON and TOML,
 * on sound and on broken input, with time and bytes. The parsers that were not chosen are not in package.json; install
 * them in a folder of their own and run with that folder as the argument:
 *
 *   mkdir /tmp/parsers && cd /tmp/parsers
 *   npm i @lezer/html @lezer/json htmlparser2 parse5 jsonc-parser lezer-toml toml-eslint-parser esbuild
 *   npm run bench:parsers -- /tmp/parsers
 */
import { build } from 'esbuild';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { shelf, shelfIsHere } from '../support/shelf.ts';
import { samples } from './samples.ts';

const folder = path.resolve(process.argv[2] ?? '.');
const require = createRequire(path.join(folder, 'index.js'));

/** A stretch of text and where the parser says that it stands. */
interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}
type Reader = (source: string) => Piece[];

/** The few parts of the parsers' interfaces that are used here. */
interface LezerCursor {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  next(enter?: boolean): boolean;
}
interface LezerModule {
  readonly parser: { parse(source: string): { cursor(): LezerCursor } };
}
interface SaxParser {
  readonly startIndex: number;
  readonly endIndex: number;
  end(source: string): void;
}
interface SaxModule {
  readonly Parser: new (handler: Readonly<Record<string, (text: string) => void>>) => SaxParser;
}
interface Parse5Node {
  readonly nodeName: string;
  readonly value?: string;
  readonly sourceCodeLocation?: { startOffset: number; endOffset: number } | null;
  readonly childNodes?: readonly Parse5Node[];
}
interface Parse5Module {
  parse(source: string, options: object): Parse5Node;
}
interface JsoncModule {
  visit(source: string, visitor: object, options: object): void;
}
interface TomlModule {
  parseTOML(source: string): unknown;
}

/** The module as a bundler for the web would take it. */
const load = async (name: string): Promise<unknown> => import(pathToFileURL(require.resolve(name)).href);

/** Elements whose text nobody sees. */
const unseen = new Set(['script', 'style', 'title', 'template', 'noscript', 'textarea', 'xmp', 'iframe']);

function lezerPieces(module: LezerModule, wanted: ReadonlySet<string>): Reader {
  return (source) => {
    const pieces: Piece[] = [];
    const cursor = module.parser.parse(source).cursor();
    let enter = true;
    do {
      const written = source.slice(cursor.from, Math.min(cursor.to, cursor.from + 12));
      enter = cursor.name !== 'Element' || !unseen.has(/^<(\w+)/.exec(written)?.[1]?.toLowerCase() ?? '');
      if (wanted.has(cursor.name))
        pieces.push({ text: source.slice(cursor.from, cursor.to), from: cursor.from, to: cursor.to });
    } while (cursor.next(enter));
    return pieces;
  };
}

async function htmlReaders(): Promise<Record<string, Reader>> {
  const lezer = (await load('@lezer/html')) as LezerModule;
  const sax = (await load('htmlparser2')) as SaxModule;
  const spec = (await load('parse5')) as Parse5Module;
  return {
    '@lezer/html': lezerPieces(
      lezer,
      new Set(['Text', 'EntityReference', 'CharacterReference', 'InvalidEntity', 'IncompleteTag']),
    ),
    htmlparser2: (source) => {
      const pieces: Piece[] = [];
      let hidden = 0;
      const parser: SaxParser = new sax.Parser({
        onopentagname: (name) => {
          if (unseen.has(name)) hidden += 1;
        },
        onclosetag: (name) => {
          if (unseen.has(name)) hidden -= 1;
        },
        ontext: (text) => {
          if (hidden === 0) pieces.push({ text, from: parser.startIndex, to: parser.endIndex + 1 });
        },
      });
      parser.end(source);
      return pieces;
    },
    parse5: (source) => {
      const pieces: Piece[] = [];
      const open: Parse5Node[] = [spec.parse(source, { sourceCodeLocationInfo: true })];
      for (let node = open.pop(); node !== undefined; node = open.pop()) {
        if (unseen.has(node.nodeName)) continue;
        const at = node.sourceCodeLocation;
        if (node.nodeName === '#text' && node.value !== undefined)
          pieces.push({ text: node.value, from: at?.startOffset ?? 0, to: at?.endOffset ?? 0 });
        open.push(...[...(node.childNodes ?? [])].reverse());
      }
      return pieces.sort((a, b) => a.from - b.from);
    },
  };
}

async function jsonReaders(): Promise<Record<string, Reader>> {
  const lezer = (await load('@lezer/json')) as LezerModule;
  const jsonc = (await load('jsonc-parser')) as JsoncModule;
  return {
    '@lezer/json': lezerPieces(lezer, new Set(['String', 'PropertyName'])),
    'jsonc-parser': (source) => {
      const pieces: Piece[] = [];
      const add = (from: number, length: number): void =>
        void pieces.push({ text: source.slice(from, from + length), from, to: from + length });
      jsonc.visit(
        source,
        {
          onObjectProperty: (_: string, from: number, length: number) => add(from, length),
          onLiteralValue: (value: unknown, from: number, length: number) => {
            if (typeof value === 'string') add(from, length);
          },
        },
        { allowTrailingComma: true },
      );
      return pieces;
    },
  };
}

async function tomlReaders(): Promise<Record<string, Reader>> {
  const lezer = (await load('lezer-toml')) as LezerModule;
  const eslint = (await load('toml-eslint-parser')) as TomlModule;
  return {
    'lezer-toml': lezerPieces(lezer, new Set(['String', 'Key', 'BareKey', 'QuotedKey'])),
    'toml-eslint-parser': (source) => {
      eslint.parseTOML(source);
      return [];
    },
  };
}

function attempt(reader: Reader, source: string): Piece[] | string {
  try {
    return reader(source);
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message.slice(0, 50)}` : String(error);
  }
}

const letters = (pieces: Piece[] | string): string =>
  typeof pieces === 'string'
    ? pieces
    : pieces
        .map(({ text }) => text)
        .join('')
        .replace(/\s+/g, '');

/** Median of five, in milliseconds. */
function time(reader: Reader, source: string): number {
  const times = Array.from({ length: 5 }, () => {
    const begun = performance.now();
    attempt(reader, source);
    return performance.now() - begun;
  });
  return times.sort((a, b) => a - b)[2] ?? 0;
}

/** Bytes that the parser adds to a bundle which has Lezer and the table of entities already, minified for the web. */
async function bytes(name: string, used: string): Promise<number> {
  const size = async (contents: string): Promise<number> => {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: folder },
      bundle: true,
      minify: true,
      platform: 'browser',
      format: 'esm',
      write: false,
    });
    return outputFiles[0]?.contents.length ?? 0;
  };
  const base = `export { LRParser, ContextTracker, ExternalTokenizer } from '@lezer/lr'; export * as common from '@lezer/common'; export { styleTags, tags } from '@lezer/highlight'; export { decodeHTML } from 'entities';`;
  return (await size(`${base}export { ${used} as used } from '${name}';`)) - (await size(base));
}

async function report(
  kind: string,
  readers: Record<string, Reader>,
  inputs: Readonly<Record<string, string>>,
  used: Readonly<Record<string, string>>,
): Promise<void> {
  console.log(`\n## ${kind}\n`);
  for (const [name, reader] of Object.entries(readers)) {
    console.log(`${name}: ${await bytes(name, used[name] ?? 'parser')} bytes more`);
    for (const [input, source] of Object.entries(inputs)) {
      const pieces = attempt(reader, source);
      const found = typeof pieces === 'string' ? pieces : `${pieces.length} pieces`;
      const twice = time(reader, source + source) / Math.max(0.01, time(reader, source));
      console.log(
        `  ${input.padEnd(28)} ${found.padEnd(40)} ${time(reader, source).toFixed(2)} ms, twice the text ${twice.toFixed(1)} times`,
      );
    }
  }
}

/** How many of the texts a reader reads as parse5 does, which follows the standard. */
function agreement(readers: Record<string, Reader>, sources: readonly string[]): void {
  const spec = readers['parse5'];
  if (spec === undefined) return;
  const plain = (source: string): string => source.replace(/&[^;\s]{1,10};?/g, ' ');
  for (const [name, reader] of Object.entries(readers)) {
    const same = sources.filter(
      (source) => letters(attempt(reader, plain(source))) === letters(attempt(spec, plain(source))),
    );
    console.log(`${name}: the text of ${same.length} of ${sources.length} pages and broken pages as parse5`);
  }
}

const html = await htmlReaders();
await report('HTML', html, samples.html, { htmlparser2: 'Parser', parse5: 'parse' });
if (shelfIsHere) {
  const pages = ['documents.dev.jsonl', 'postings.dev.jsonl', 'unrelated.dev.jsonl']
    .flatMap(shelf)
    .filter(({ format }) => format === 'html')
    .map(({ text }) => text);
  const cut = pages.flatMap((page) => [1, 2, 3, 4].map((part) => page.slice((page.length * part) / 9)));
  agreement(html, [...pages, ...cut]);
}
await report('JSON', await jsonReaders(), samples.json, { 'jsonc-parser': 'visit' });
await report('TOML', await tomlReaders(), samples.toml, { 'toml-eslint-parser': 'parseTOML' });
