/**
 * Compares ways to tell a posting's language: right answers on our passages, English postings of the shelf taken for
 * another language, time, and bytes in a bundle. Libraries that did not win are no dependencies of ours; install them
 * first to measure them: `npm i --no-save franc-min@6.2.0 tinyld@1.3.4 eld@2.1.0 lande@1.0.10`.
 * Run: `PATH=$PWD/node_modules/.bin:$PATH node test/bench/language.ts`
 */
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { detectLanguage } from '../../shared/posting/language.ts';
import { passages, sentencesOf } from '../support/languages.ts';
import { shelf, shelfIsHere } from '../support/shelf.ts';

type Detect = (sentences: readonly string[]) => string | null;

const root = path.resolve(import.meta.dirname, '../..');
/** ISO 639-1 of 639-3, where there is one; Norwegian is taken for Bokmål. */
function short(code: string | undefined): string | null {
  if (code === undefined || code === '' || code === 'und') return null;
  return code === 'no' ? 'nb' : (Intl.getCanonicalLocales(code)[0] ?? null);
}

type Franc = { franc: (text: string, options?: { only?: string[]; minLength?: number }) => string };
type Tinyld = { detect: (text: string) => string };
type Eld = { eld: { detect: (text: string) => { language: string } } };
type Lande = { default: (text: string) => [string, number][] };

/** What each library says of a text. */
const libraries: Readonly<Record<string, (module: unknown) => (text: string) => string | null>> = {
  'franc-min': (module) => (text) => short((module as Franc).franc(text, { minLength: 3 })),
  tinyld: (module) => (text) => short((module as Tinyld).detect(text)),
  'tinyld/light': (module) => (text) => short((module as Tinyld).detect(text)),
  'eld/extrasmall': (module) => (text) => short((module as Eld).eld.detect(text).language),
  lande: (module) => (text) => short((module as Lande).default(text)[0]?.[0]),
};

const joined =
  (tell: (text: string) => string | null): Detect =>
  (sentences) =>
    tell(sentences.join(' '));
const voted =
  (tell: (text: string) => string | null): Detect =>
  (sentences) => {
    const votes = new Map<string, number>();
    for (const sentence of sentences) {
      const language = tell(sentence);
      if (language !== null) votes.set(language, (votes.get(language) ?? 0) + sentence.length);
    }
    return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  };

async function bytes(contents: string): Promise<string> {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    minify: true,
    metafile: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    logLevel: 'silent',
  });
  const size = Object.values(metafile.outputs)[0]?.bytes ?? 0;
  return `${size} (${gzipSync(outputFiles[0]?.contents ?? new Uint8Array()).length} gzipped)`;
}

const labelled = shelfIsHere ? [...shelf('postings.dev.jsonl'), ...shelf('retold.dev.jsonl')] : [];
const others = shelfIsHere ? shelf('unrelated.dev.jsonl') : [];
const read = (rows: typeof others) => rows.map(({ text, format }) => sentencesOf(text, format));
const [labelledSentences, otherSentences] = [read(labelled), read(others)];
const ours = passages().map((passage) => ({ ...passage, sentences: sentencesOf(passage.text, 'markdown') }));

function measure(name: string, detect: Detect): void {
  const wrong = ours
    .map(({ id, language, sentences }) => ({ id, language, said: detect(sentences) }))
    .filter(({ language, said }) => said !== language);
  const taken = (all: readonly string[][]): number =>
    all.filter((sentences) => sentences.length > 0 && detect(sentences) !== 'en').length;
  const start = performance.now();
  const notEnglish = taken(otherSentences);
  const each = (performance.now() - start) / Math.max(1, otherSentences.length);
  console.log(
    [
      name.padEnd(24),
      `passages right ${ours.length - wrong.length} of ${ours.length}`,
      `English not told ${wrong.filter(({ language }) => language === 'en').length}`,
      `another taken for English ${wrong.filter(({ said }) => said === 'en').length}`,
      `labelled not English ${taken(labelledSentences)} of ${labelled.length}`,
      `unrelated not English ${notEnglish} of ${others.length}`,
      `${(each * 1000).toFixed(0)} µs a posting`,
    ].join('; '),
  );
  if (process.argv.includes('--wrong'))
    console.log(wrong.map(({ id, said }) => `  ${id}: ${String(said)}`).join('\n'));
}

measure('function words', detectLanguage);
console.log(`  bytes ${await bytes("export { detectLanguage } from './shared/posting/language.ts'")}`);
for (const [name, adapt] of Object.entries(libraries)) {
  const module: unknown = await import(name).catch(() => null);
  if (module === null) {
    console.log(`${name} is not installed.`);
    continue;
  }
  const tell = adapt(module);
  measure(`${name}, joined`, joined(tell));
  measure(`${name}, by sentence`, voted(tell));
  console.log(`  bytes ${await bytes(`export * from '${name}'; export * as all from '${name}'`)}`);
}
