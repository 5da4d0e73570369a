import type { Span } from '../posting/span.ts';
import { say } from '../say.ts';
import {
  type Configuration,
  defaults,
  isNamedPosting,
  type Judged,
  type RuleSetting,
} from './configuration.ts';
import { readPattern } from './glob.ts';
import type { ConfigurationSource } from './read.ts';
import type { Settings, SettingValues } from './settings.ts';
import type { Level } from './severity.ts';

/** Values of one place: settings, a file, the command line. */
export interface Layer {
  /** @internal */
  readonly values: SettingValues;
  /** @internal */
  readonly places: ConfigurationSource['places'];
  /** @internal */
  readonly text: string;
  /** What people know the place by: “settings”, a path. */
  readonly name: string;
  /** The folder that its patterns are relative to, as an absolute path with forward slashes. */
  readonly folder: string;
}

/** A value with the place that it came from. */
export interface Origin {
  readonly value: unknown;
  /** Null where it is the default. */
  readonly layer: Layer | null;
  /** Its place in the layer's text, where that is a file. */
  readonly span: Span | null;
}

/** Everything that is chosen for one document, laid over each other. */
export interface ResolvedConfiguration {
  readonly configuration: Configuration;
  /**
   * The keys that lead to a value, joined with slashes, to where it came from; in the order of the table.
   * @internal
   */
  readonly origins: ReadonlyMap<string, Origin>;
}

/** Settings that are laid over in ways of their own. */
const composed: ReadonlySet<string> = new Set(['rules', 'overrides', 'extends']);

/** Files of these names are judged although no pattern says so. */
const byName: Judged = { when: 'always', reason: say`Its name says that it is a posting.` };

/**
 * Lays layers over each other, for one document: later ones win, key by key, rules id by id and option by option. The
 * overrides of a layer that match the document come directly after it, in their order.
 * @param path the document's absolute path with forward slashes
 */
export function resolveConfiguration(
  settings: Settings,
  layers: readonly Layer[],
  path: string,
): ResolvedConfiguration {
  const origins = new Map<string, Origin>(defaultOrigins(settings));
  for (const layer of layers) {
    for (const [key, value] of entriesOf(layer.values)) origins.set(key, originOf(layer, key, key, value));
    const { overrides = [] } = layer.values;
    overrides.forEach(({ files, rules }, index) => {
      if (matching(files, layer.folder, path) === undefined) return;
      for (const [key, value] of ruleEntries(rules))
        origins.set(key, originOf(layer, key, `overrides/${index}/${key}`, value));
    });
  }
  return { configuration: configurationOf(origins, path), origins };
}

function originOf(layer: Layer, key: string, place: string, value: unknown): Origin {
  return { value, layer, span: layer.places.get(place) ?? layer.places.get(key) ?? null };
}

/** Of each table, since every document of a workspace begins with them. */
const defaultsOf = new WeakMap<Settings, readonly [string, Origin][]>();

function defaultOrigins(settings: Settings): readonly [string, Origin][] {
  const known = defaultsOf.get(settings) ?? readDefaults(settings);
  defaultsOf.set(settings, known);
  return known;
}

function readDefaults(settings: Settings): [string, Origin][] {
  const origin = (value: unknown): Origin => ({ value, layer: null, span: null });
  const { rules } = settings;
  const ofRules = rules.shape.rules.flatMap(({ id, severity, options }): [string, Origin][] => [
    [`rules/${id}/severity`, origin(severity)],
    ...Object.entries(options).map(([name, spec]): [string, Origin] => [
      `rules/${id}/${name}`,
      origin(spec.default),
    ]),
  ]);
  return [
    ...ofRules,
    ...Object.entries(settings).flatMap(([name, setting]): [string, Origin][] =>
      composed.has(name) ? [] : [[name, origin(setting.default)]],
    ),
  ];
}

/** What a layer chooses, flat. Overrides are laid over by themselves, and what a file extends has been. */
function entriesOf(values: SettingValues): [string, unknown][] {
  return [
    ...ruleEntries(values.rules ?? {}),
    ...Object.entries(values).flatMap(([key, value]): [string, unknown][] => {
      if (composed.has(key)) return [];
      return isRecord(value)
        ? Object.entries(value).map(([id, words]): [string, unknown] => [`${key}/${id}`, words])
        : [[key, value]];
    }),
  ];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function ruleEntries(rules: Readonly<Record<string, RuleSetting>>): [string, unknown][] {
  return Object.entries(rules).flatMap(([id, { severity, options = {} }]) => [
    ...(severity === undefined ? [] : [[`rules/${id}/severity`, severity] as [string, unknown]]),
    ...Object.entries(options).map(([name, value]): [string, unknown] => [`rules/${id}/${name}`, value]),
  ]);
}

/** The first pattern that a document matches. */
function matching(patterns: readonly string[], folder: string, path: string): string | undefined {
  const base = folder.endsWith('/') ? folder : `${folder}/`;
  if (!path.startsWith(base)) return undefined;
  const relative = path.slice(base.length);
  return patterns.find((text) => {
    const pattern = readPattern(text);
    return 'matches' in pattern && pattern.matches(relative);
  });
}

function judgedBy(origins: ReadonlyMap<string, Origin>, path: string): Judged {
  const found = (key: 'include' | 'exclude') => {
    const { layer = null } = origins.get(key) ?? {};
    const pattern = layer === null ? undefined : matching(layer.values[key] ?? [], layer.folder, path);
    return pattern === undefined ? null : { pattern, name: layer?.name ?? '' };
  };
  const excluded = found('exclude');
  if (excluded !== null)
    return {
      when: 'never',
      reason: say`The pattern “${excluded.pattern}” in ${excluded.name} excludes it.`,
    };
  if (isNamedPosting(path)) return byName;
  const included = found('include');
  if (included === null) return { when: 'by-text' };
  return { when: 'always', reason: say`The pattern “${included.pattern}” in ${included.name} includes it.` };
}

function configurationOf(origins: ReadonlyMap<string, Origin>, path: string): Configuration {
  const rules: Record<string, { severity?: Level; options: Record<string, unknown> }> = {};
  const words: Record<'titles' | 'phrases' | 'tools', [string, readonly string[]][]> = {
    titles: [],
    phrases: [],
    tools: [],
  };
  for (const [key, { value, layer }] of origins) {
    // What nobody chose is left to the rule.
    if (layer === null) continue;
    const [setting = '', id, name] = key.split('/');
    if (id === undefined) continue;
    if (setting === 'rules' && name !== undefined) {
      const rule = (rules[id] ??= { options: {} });
      if (name === 'severity') rule.severity = value as Level;
      else rule.options[name] = value;
    } else if (setting === 'titles' || setting === 'phrases' || setting === 'tools')
      words[setting].push([id, value as readonly string[]]);
  }
  return {
    ...defaults,
    rules,
    judged: judgedBy(origins, path),
    maxLength: (origins.get('maxLength')?.value as number) * 1024,
    titles: Object.fromEntries(words.titles),
    phrases: Object.fromEntries(words.phrases),
    tools: Object.fromEntries(words.tools),
    run: origins.get('run')?.value as Configuration['run'],
    codeLens: origins.get('codeLens')?.value as Configuration['codeLens'],
    inlayHints: origins.get('inlayHints')?.value as Configuration['inlayHints'],
  };
}
