import {
  configurationFileName,
  configurationFor,
  type DocumentConfiguration,
  explanationText,
  type Files,
  findingsInFile,
  type InterfaceLanguage,
  type Finding,
  type Layer,
  loadConfiguration,
  type LoadedConfiguration,
  type LoadedFile,
  say,
  settingsLayer,
  settingsProblems,
  taxonomyFile,
  worded,
} from '../../shared/index.ts';
import { misconfigured } from '../misconfigured.ts';
import { folderOf, isBelow, nameOf, originOf, pathOf, uriOf } from './uris.ts';

/** How the server comes to what only its surroundings know. */
export interface Surroundings {
  /**
   * The text of a file, or null where there is none.
   * @param root the folder that it must lie in, links followed
   */
  readonly readFile: (uri: string, root: string) => Promise<string | null>;
  /** What the editor's settings say for a document, as it gives them. */
  readonly settings: (uri: string) => Promise<unknown>;
  /** Gets a sentence for those who write settings. */
  readonly tell: (problem: string) => void;
  readonly interfaceLanguage: () => InterfaceLanguage;
}

/** Documents beyond these are asked for anew: a command may go through a whole workspace. */
const mostKept = 500;

/**
 * What each document is checked with. An answer is kept until something changes that it was made of; one that was on its
 * way when that happened is thrown away, so that a stale one never wins.
 */
export class Configurations {
  readonly #surroundings: Surroundings;
  #folders: readonly string[] = [];
  readonly #documents = new Map<string, Promise<DocumentConfiguration>>();
  readonly #loaded = new Map<string, Promise<LoadedConfiguration>>();
  /** Files that are part of a configuration, by URI without escapes; what was only looked for is null. */
  readonly #files = new Map<string, LoadedFile['about'] | null>();
  /** Of each file that is or was a part: documents that it was read for, one a folder. */
  readonly #readFor = new Map<string, Map<string, string>>();
  /** How often all was forgotten. */
  #generation = 0;
  readonly #told = new Set<string>();

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** @param folders URIs of the workspace's folders */
  setFolders(folders: readonly string[]): void {
    this.#folders = folders;
    this.forget();
  }

  get folders(): readonly string[] {
    return this.#folders;
  }

  /** Settings or files have changed: everything is asked anew when somebody asks for it. */
  forget(): void {
    this.#generation += 1;
    this.#documents.clear();
    this.#loaded.clear();
    // Whether a file is still a part is found out when somebody asks about it; what is looked for stays known.
    for (const key of this.#files.keys()) this.#files.set(key, null);
  }

  /** A document was closed. */
  close(uri: string): void {
    this.#documents.delete(uri);
  }

  /** What a document is checked with, by the newest that is known. */
  async of(uri: string): Promise<DocumentConfiguration> {
    for (;;) {
      const generation = this.#generation;
      const answer = await (this.#documents.get(uri) ?? this.#ask(uri));
      // One that is merely kept no longer still holds: who asked anew then would never be done among many others.
      if (generation === this.#generation) return answer;
    }
  }

  /** Every value that a document is checked with and where it came from, for people. */
  async explain(uri: string): Promise<string> {
    return explanationText(nameOf(pathOf(uri)), await this.of(uri), this.#surroundings.interfaceLanguage());
  }

  /** What could not be used of the configuration files for a document, a line each. */
  async misconfigured(uri: string): Promise<string[]> {
    const root = this.#rootOf(uri);
    if (root === null) return [];
    return misconfigured(await this.#load(uri, root), (path) => path.slice(root.length).replace(/^\//, ''));
  }

  /** Whether a change of a file can change a configuration. */
  concerns(uri: string): boolean {
    return nameOf(pathOf(uri)) === configurationFileName || this.#files.has(keyOf(uri));
  }

  /** Names of files, other than the usual one, that configurations are made of. */
  get otherNames(): string[] {
    const names = [...this.#files.keys()].map((key) => nameOf(key));
    return [...new Set(names)].filter((name) => name !== configurationFileName);
  }

  /** Whether a document is no posting but a part of the configuration, once it is known what it is checked with. */
  isPart(uri: string): boolean {
    return nameOf(pathOf(uri)) === configurationFileName || (this.#files.get(keyOf(uri)) ?? null) !== null;
  }

  /**
   * What is wrong with an open document that is part of a configuration, by its text as it stands in the editor.
   * @param schema the editor applies the schema of the file: then only what a schema cannot find is told
   */
  async findingsIn(uri: string, text: string, schema: boolean): Promise<Finding[]> {
    // It knows which file that is by its name.
    const told = schema && nameOf(pathOf(uri)) === configurationFileName;
    const findings = (file: Pick<LoadedFile, 'values' | 'problems'>): Finding[] =>
      findingsInFile(
        {
          values: file.values,
          problems: file.problems.filter(({ schemaTells }) => !(told && schemaTells)),
        },
        this.#surroundings.interfaceLanguage(),
      );
    if (this.#files.get(keyOf(uri)) === 'taxonomy') return findings(taxonomyFile(text));
    const path = pathOf(uri);
    const root = this.#rootOf(uri) ?? folderOf(path);
    const read = this.#filesOf(originOf(uri)).read;
    const overlaid: Files = {
      read: (other, below) => (other === path ? Promise.resolve(text) : read(other, below)),
    };
    const { files } = await loadConfiguration(folderOf(path), root, overlaid, path);
    const own = files.find((file) => file.path === path);
    return own === undefined ? [] : findings(own);
  }

  /**
   * The configuration file that is nearest to a document, or the one that could be made for it.
   * @returns `path` is the document's, from the file's folder; null for documents in no folder
   */
  async fileFor(uri: string): Promise<{ uri: string; text: string | null; path: string } | null> {
    const root = this.#rootOf(uri);
    if (root === null) return null;
    const { files } = await this.#load(uri, root);
    const nearest = files.find(({ about }) => about === 'configuration');
    const file = nearest?.path ?? `${root === '/' ? '' : root}/${configurationFileName}`;
    const path = pathOf(uri).slice(folderOf(file).length).replace(/^\//, '');
    return { uri: uriOf(file, originOf(uri)), text: nearest?.text ?? null, path };
  }

  #ask(uri: string): Promise<DocumentConfiguration> {
    if (this.#documents.size >= mostKept) this.#documents.clear();
    const asked = this.#resolve(uri);
    this.#documents.set(uri, asked);
    return asked;
  }

  async #resolve(uri: string): Promise<DocumentConfiguration> {
    const path = pathOf(uri);
    const root = this.#rootOf(uri);
    const [settings, loaded] = await Promise.all([
      this.#surroundings.settings(uri).catch(() => null),
      root === null ? { layers: [], taxonomy: null } : this.#load(uri, root),
      this.#lookWhetherPart(uri),
    ]);
    const language = this.#surroundings.interfaceLanguage();
    const name = worded(say`the settings`, language);
    this.#tellProblems(settingsProblems(settings, language), name);
    const below: Layer[] = [settingsLayer(settings, name, root ?? folderOf(path))];
    return configurationFor(path, loaded, below, [], language);
  }

  /** Reads the configurations again that a file was part of, until one of them still is made of it. */
  async #lookWhetherPart(uri: string): Promise<void> {
    const generation = this.#generation;
    const readFor = this.#readFor.get(keyOf(uri)) ?? new Map<string, string>();
    for (const [folder, document] of readFor) {
      const root = this.#rootOf(document);
      if (root !== null) await this.#load(document, root);
      if (this.isPart(uri) || generation !== this.#generation) return;
      readFor.delete(folder);
    }
  }

  /** No document shows what is wrong in settings, so it goes to the log, once. */
  #tellProblems(problems: readonly string[], name: string): void {
    for (const problem of problems) {
      if (this.#told.has(problem)) continue;
      this.#told.add(problem);
      this.#surroundings.tell(`${name}: ${problem}`);
    }
  }

  /** The innermost workspace folder of a document, else its own folder; null where it is in none. */
  #rootOf(uri: string): string | null {
    const path = pathOf(uri);
    const around = this.#folders
      .filter((folder) => originOf(folder) === originOf(uri) && isBelow(path, pathOf(folder)))
      .map(pathOf)
      .sort((a, b) => b.length - a.length);
    return around[0] ?? (path.startsWith('/') ? folderOf(path) : null);
  }

  #load(uri: string, root: string): Promise<LoadedConfiguration> {
    const origin = originOf(uri);
    const folder = folderOf(pathOf(uri));
    const key = `${origin}\n${folder}\n${root}`;
    const known = this.#loaded.get(key);
    if (known !== undefined) return known;
    const loading = loadConfiguration(folder, root, this.#filesOf(origin)).then((loaded) => {
      for (const path of loaded.looked) this.#note(origin + path, null);
      // What was read before a change says nothing about what is a part after it.
      if (this.#loaded.get(key) !== loading) return loaded;
      for (const { path, about } of loaded.files) {
        this.#note(origin + path, about);
        const readFor = this.#readFor.get(origin + path) ?? new Map<string, string>();
        this.#readFor.set(origin + path, readFor.set(key, uri));
      }
      return loaded;
    });
    this.#loaded.set(key, loading);
    return loading;
  }

  /** A file that one configuration only looks for may be part of another. */
  #note(key: string, about: LoadedFile['about'] | null): void {
    this.#files.set(key, about ?? this.#files.get(key) ?? null);
  }

  #filesOf(origin: string): Files {
    return {
      read: (path, root) =>
        this.#surroundings.readFile(uriOf(path, origin), uriOf(root, origin)).catch(() => null),
    };
  }
}

/** What two URIs of one document have in common. */
export const keyOf = (uri: string): string => originOf(uri) + pathOf(uri);
