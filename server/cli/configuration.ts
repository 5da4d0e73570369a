import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  configurationFileName,
  configurationFor,
  type DocumentConfiguration,
  explanationText,
  type Layer,
  levels,
  loadConfiguration,
  type LoadedConfiguration,
  type Level,
  rules,
  settingsLayer,
} from '../../shared/index.ts';
import { corePath, files, isBelow, nativePath } from '../files.ts';
import { misconfigured } from '../misconfigured.ts';
import { withoutPatterns } from '../tools/tool.ts';
import { insteadOf, UsageError } from './usage.ts';

export interface ConfigurationOptions {
  /** `ID=LEVEL` */
  readonly rule: readonly string[];
  /** A file to take instead of the nearest; false for none at all. */
  readonly config?: string | boolean;
}

/** The outermost folder for the configuration of a folder: what holds `.git`, else the working directory, if it is in it. */
function rootOf(folder: string): string {
  for (let at = folder; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, '.git'))) return at;
    if (at === path.dirname(at)) break;
  }
  return isBelow(folder, path.resolve('.')) ? path.resolve('.') : folder;
}

/** What files are checked with, each by its folder's configuration file. */
export class Configurations {
  readonly #given: string | boolean;
  readonly #commandLine: Layer;
  readonly #byFolder = new Map<string, Promise<LoadedConfiguration>>();
  readonly #told = new Set<string>();
  readonly #complain: (message: string) => void;

  /**
   * @param complain told of what is wrong in configuration files, each once
   * @throws UsageError where an option makes no sense
   */
  constructor({ rule, config = true }: ConfigurationOptions, complain: (message: string) => void) {
    if (typeof config === 'string' && !existsSync(config))
      throw new UsageError(`--config ${config}: there is no such file.`);
    this.#given = config;
    this.#complain = complain;
    this.#commandLine = settingsLayer({ rules: levelsOf(rule) }, '--rule', corePath('.'));
  }

  /** What a file is checked with, whether or not it is there. */
  async of(file: string): Promise<DocumentConfiguration> {
    const loaded = await this.#load(path.dirname(path.resolve(file)));
    return configurationFor(corePath(file), loaded, [], [this.#commandLine]);
  }

  /** What a posting is checked with that comes without a file: patterns say nothing about it. */
  async ofNoFile(): Promise<DocumentConfiguration> {
    return withoutPatterns(await this.of('posting'));
  }

  async explain(file: string): Promise<string> {
    return explanationText(file, await this.of(file));
  }

  #load(folder: string): Promise<LoadedConfiguration> {
    const known = this.#byFolder.get(folder);
    if (known !== undefined) return known;
    const loading = this.#read(folder).then((loaded) => {
      this.#tell(loaded);
      return loaded;
    });
    this.#byFolder.set(folder, loading);
    return loading;
  }

  async #read(folder: string): Promise<LoadedConfiguration> {
    if (this.#given === false) return { layers: [], files: [], taxonomy: null, looked: new Set() };
    if (this.#given === true) {
      const root = rootOf(folder);
      // A folder without a file of its own has its parent's, which is read once for all of them.
      if (folder !== root && !existsSync(path.join(folder, configurationFileName)))
        return this.#load(path.dirname(folder));
      return loadConfiguration(corePath(folder), corePath(root), files);
    }
    // One file for all: what it extends is looked for around itself.
    const own = path.dirname(path.resolve(this.#given));
    return loadConfiguration(corePath(own), corePath(rootOf(own)), files, corePath(this.#given));
  }

  #tell(loaded: LoadedConfiguration): void {
    const nameOf = (file: string): string => path.relative('.', nativePath(file)).split(path.sep).join('/');
    for (const told of misconfigured(loaded, nameOf)) {
      if (this.#told.has(told)) continue;
      this.#told.add(told);
      this.#complain(told);
    }
  }
}

/** `ID=LEVEL` options as the setting `rules`. */
function levelsOf(options: readonly string[]): Record<string, Level> {
  const chosen: Record<string, Level> = {};
  const ids = rules.map((rule) => rule.id);
  for (const option of options) {
    const [id = '', level = ''] = option.split('=');
    if (!ids.includes(id))
      throw new UsageError(`--rule ${option}: there is no rule “${id}”. ${insteadOf(id, ids)}`);
    if (!levels.includes(level as Level))
      throw new UsageError(`--rule ${option}: “${level}” is no level. The levels are ${levels.join(', ')}.`);
    chosen[id] = level as Level;
  }
  return chosen;
}
