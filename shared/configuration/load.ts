import type { Span } from '../posting/span.ts';
import type { TaxonomyReading } from '../judgement/readTaxonomy.ts';
import { configurationFileName } from '../protocol.ts';
import { type Phrase, say } from '../say.ts';
import type { ValueProblem } from '../taxonomy/check.ts';
import type { Taxonomy } from '../taxonomy/index.ts';
import type { ConfigurationProblem } from './problem.ts';
import { type ConfigurationSource, readConfigurationFile } from './read.ts';
import type { Layer } from './resolve.ts';
import type { Settings, SettingValues } from './settings.ts';
import { readTaxonomyFile } from './taxonomyFile.ts';

/** How files are read: what the core cannot know. Paths are absolute, with forward slashes. */
export interface Files {
  /**
   * The text of a file; null where there is none.
   * @param root the folder that it must lie in, links followed
   */
  readonly read: (path: string, root: string) => Promise<string | null>;
}

/** What was read of a file: `findingsInFile` tells what is wrong with it. */
export interface FileContent {
  /** @internal */
  readonly values: SettingValues;
  /** @internal */
  readonly problems: readonly ConfigurationProblem[];
}

/** A file that is part of a configuration, or the taxonomy that one names. */
export interface LoadedFile extends FileContent {
  readonly about: 'configuration' | 'taxonomy';
  readonly path: string;
  readonly text: string;
}

/** What holds for the documents of a folder. */
export interface LoadedConfiguration {
  /** Extended files first, the nearest file last. */
  readonly layers: readonly Layer[];
  readonly files: readonly LoadedFile[];
  /** Another pair of roles, from the last layer that names one. */
  readonly taxonomy: Taxonomy | null;
  /** Every path that was looked for, whether or not it is there: when one of them changes, this is out of date. */
  readonly looked: ReadonlySet<string>;
}

/** What a configuration is read by; the facade of the core gives it. */
export interface Readers {
  readonly settings: Settings;
  readonly taxonomy: (value: unknown) => TaxonomyReading;
  /** What cannot be used of the words that a file adds to a taxonomy: null is ours. */
  readonly words: (taxonomy: Taxonomy | null, values: SettingValues) => readonly ValueProblem[];
}

/** Most files that extend each other. */
const mostFiles = 20;

const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0)) || '/';
const inside = (path: string, root: string): boolean =>
  path.startsWith(root.endsWith('/') ? root : `${root}/`);

/**
 * Finds and reads the configuration file for the documents of a folder, with the files that it extends.
 * @param folder absolute path with forward slashes
 * @param root the outermost folder that is looked into, and that nothing is read outside of
 * @param given a file to take instead of the nearest
 */
export async function loadConfiguration(
  folder: string,
  root: string,
  readers: Readers,
  files: Files,
  given?: string,
): Promise<LoadedConfiguration> {
  const loader = new Loader(root, readers, files);
  for (const path of given === undefined ? candidates(folder, root) : [given])
    if (await loader.add(path)) break;
  return loader.finish();
}

/** Where a configuration file may be, the nearest first. */
function candidates(folder: string, root: string): string[] {
  const found: string[] = [];
  for (let at = folder; at === root || inside(at, root); at = folderOf(at)) {
    found.push(`${at === '/' ? '' : at}/${configurationFileName}`);
    if (at === root || at === '/') break;
  }
  return found;
}

/** A file while its problems are still being found. */
interface Reading extends LoadedFile {
  readonly places: ConfigurationSource['places'];
  readonly problems: ConfigurationProblem[];
}

class Loader {
  readonly #root: string;
  readonly #readers: Readers;
  readonly #files: Files;
  readonly #looked = new Set<string>();
  readonly #layers: Layer[] = [];
  readonly #read = new Map<string, Reading>();
  #count = 0;
  #taxonomy: Taxonomy | null = null;

  constructor(root: string, readers: Readers, files: Files) {
    this.#root = root;
    this.#readers = readers;
    this.#files = files;
  }

  /** What was read, with the words of all files looked at beside the taxonomy that holds in the end. */
  finish(): LoadedConfiguration {
    for (const { values, places, problems } of this.#read.values()) {
      for (const { path: keys, message } of this.#readers.words(this.#taxonomy, values)) {
        const span = places.get(keys.join('/')) ?? { start: 0, end: 0 };
        problems.push({ span, message, correction: null, schemaTells: false });
      }
    }
    return {
      layers: this.#layers,
      files: [...this.#read.values()],
      taxonomy: this.#taxonomy,
      looked: this.#looked,
    };
  }

  /** Reads a file and, before its own values, what it extends. False where it is not there. */
  async add(path: string, above: readonly string[] = []): Promise<boolean> {
    const text = await this.#text(path);
    if (text === null) return false;
    const source = readConfigurationFile(text, this.#readers.settings);
    const problems = [...source.problems];
    this.#read.set(path, { ...source, about: 'configuration', path, problems });
    this.#count += 1;
    const folder = folderOf(path);
    const fault = (key: string, message: Phrase): void => {
      const span: Span = source.places.get(key) ?? { start: 0, end: 0 };
      problems.push({ span, message, correction: null, schemaTells: false });
    };
    for (const [index, reference] of (source.values.extends ?? []).entries()) {
      const wrong = await this.#extend(reference, folder, [...above, path]);
      if (wrong !== null) fault(`extends/${index}`, wrong);
    }
    this.#layers.push({ ...source, name: this.#nameOf(path), folder });
    const { taxonomy } = source.values;
    if (taxonomy !== undefined) {
      const wrong = await this.#takeTaxonomy(taxonomy, folder);
      if (wrong !== null) fault('taxonomy', wrong);
    }
    return true;
  }

  /** Reads a file that another one builds on, or says why not. */
  async #extend(reference: string, folder: string, above: readonly string[]): Promise<Phrase | null> {
    const path = resolved(reference, folder);
    if (path === null || !inside(path, this.#root)) return outside(reference);
    if (above.includes(path))
      return say`“${reference}” extends this file in turn, so it is passed over. Take one of the two out.`;
    if (this.#count >= mostFiles)
      return say`More than ${mostFiles} files extend each other here, so “${reference}” was not read.`;
    return (await this.add(path, above)) ? null : missing(reference);
  }

  async #takeTaxonomy(reference: string, folder: string): Promise<Phrase | null> {
    const path = resolved(reference, folder);
    if (path === null || !inside(path, this.#root)) return outside(reference);
    const text = await this.#text(path);
    if (text === null) return missing(reference);
    const { taxonomy, problems } = readTaxonomyFile(text, this.#readers.taxonomy);
    this.#read.set(path, {
      about: 'taxonomy',
      path,
      text,
      values: {},
      places: new Map(),
      problems: [...problems],
    });
    if (taxonomy === null)
      return say`“${reference}” has mistakes, which are told in that file. Until they are mended, postings are judged by the roles that come with Posting Lens.`;
    this.#taxonomy = taxonomy;
    return null;
  }

  async #text(path: string): Promise<string | null> {
    this.#looked.add(path);
    return this.#files.read(path, this.#root);
  }

  #nameOf(path: string): string {
    return inside(path, this.#root) ? path.slice(this.#root.length).replace(/^\//, '') : path;
  }
}

const outside = (reference: string): Phrase =>
  say`“${reference}” is not a relative path inside this project, so it was not read. Copy what you need into the project.`;
const missing = (reference: string): Phrase =>
  say`“${reference}” cannot be read. Look whether the file is there, under this name.`;

/** The absolute path of a reference, or null where it is none that a configuration may make. */
function resolved(reference: string, folder: string): string | null {
  if (/^[/~]|^[a-z][a-z0-9+.-]*:|[\\\0]/i.test(reference)) return null;
  const names = folder.split('/').filter((name) => name !== '');
  for (const name of reference.split('/')) {
    if (name === '' || name === '.') continue;
    if (name !== '..') names.push(name);
    else if (names.pop() === undefined) return null;
  }
  return `/${names.join('/')}`;
}
