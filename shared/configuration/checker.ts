import type { Node } from 'jsonc-parser';
import type { Span } from '../posting/span.ts';
import { say } from '../say.ts';
import type { RuleSetting } from './configuration.ts';
import { readPattern } from './glob.ts';
import type { OptionSpec } from './options.ts';
import type { ConfigurationProblem } from './problem.ts';
import { nearest, nearestName, propertiesOf, type Property, type Report, spanOf } from './properties.ts';
import type { Settings, SettingValues } from './settings.ts';
import { levels } from './severity.ts';
import { type ConfigurableRule, longestText, type Shape } from './shape.ts';

const idForm = /^[a-z][a-z0-9-]{0,63}$/;

/** Most problems that are told of one file. Nobody reads more, and a file may be made of nothing else. */
const mostProblems = 100;

/** Where values stand: not every setting is one of both. */
export type Place = 'file' | 'editor';

/** Walks a parsed file beside the forms that its values should have, and keeps what fits. */
export class Checker {
  readonly problems: ConfigurationProblem[] = [];
  readonly places = new Map<string, Span>();
  readonly #place: Place;

  constructor(place: Place) {
    this.#place = place;
  }

  readonly report: Report = (span, message, extra = {}) => {
    if (this.problems.length < mostProblems)
      this.problems.push({ span, message, correction: null, schemaTells: true, ...extra });
    return undefined;
  };

  /** The settings of a file; those that cannot be used are reported and left out. */
  settings(root: Node, settings: Settings): SettingValues {
    const names = Object.entries(settings).flatMap(([name, { scope, inFile }]) =>
      (this.#place === 'file' ? inFile : scope !== 'file only') ? [name] : [],
    );
    const properties = propertiesOf(root, '.posting-lens.json', this.report);
    const keys = new Set(properties.map(({ key }) => key));
    // Ids may be those of another taxonomy then, which are looked at where it is read.
    const otherIds = this.#place === 'editor' || keys.has('taxonomy') || keys.has('extends');
    const values = properties.flatMap((property) => {
      const { key, keySpan, value } = property;
      if (key === '$schema') return [];
      if (!Object.hasOwn(settings, key)) return this.#unknownKey(property, names);
      if (!names.includes(key)) {
        this.report(
          keySpan,
          this.#place === 'file'
            ? say`“${key}” is a setting of the editor and changes nothing in a file. Take it out here.`
            : say`“${key}” changes nothing in the settings of the editor. It belongs into .posting-lens.json.`,
        );
        return [];
      }
      const { shape } = settings[key as keyof Settings];
      const known = otherIds && shape.type === 'record' ? { ...shape, known: {} } : shape;
      return this.#kept(key, this.#value(value, known, key));
    });
    return Object.fromEntries(values);
  }

  #kept(key: string, value: unknown): [string, unknown][] {
    return value === undefined ? [] : [[key, value]];
  }

  #unknownKey(property: Property, names: readonly string[]): [] {
    const { key, keySpan: span } = property;
    const near = nearestName(property, names);
    this.report(
      span,
      near === null
        ? say`There is no setting “${key}” here, so it changes nothing. Known are ${names.join(', ')}.`
        : say`There is no setting “${key}” here, so it changes nothing. Did you mean “${near.name}”?`,
      { correction: near },
    );
    return [];
  }

  /** The value in its form, or undefined, which has been reported then. */
  #value(node: Node, shape: Shape, path: string): unknown {
    const value = this.#formed(node, shape, path);
    if (value !== undefined) this.places.set(path, spanOf(node));
    return value;
  }

  #formed(node: Node, shape: Shape, path: string): unknown {
    const name = path.slice(path.lastIndexOf('/') + 1);
    switch (shape.type) {
      case 'number':
        return this.#number(node, shape, name);
      case 'choice':
        return this.#choice(node, shape.values, name);
      case 'text':
        return this.#text(node, shape.kind);
      case 'list':
        return this.#list(node, shape.of, shape.most, path);
      case 'record':
        return this.#record(node, shape, path);
      case 'rules':
        return this.#rules(node, shape.rules, path);
      case 'object':
        return this.#object(node, shape.fields, path);
    }
  }

  #number(node: Node, { minimum, maximum }: { minimum: number; maximum: number }, name: string) {
    const value: unknown = node.value;
    if (typeof value === 'number' && value >= minimum && value <= maximum) return value;
    return this.report(
      spanOf(node),
      say`“${name}” takes a number from ${minimum} to ${maximum}, so this value is passed over.`,
    );
  }

  #choice(node: Node, values: readonly string[], name: string) {
    const value: unknown = node.value;
    if (typeof value === 'string' && values.includes(value)) return value;
    const span = spanOf(node);
    const near = typeof value === 'string' ? nearest(value, span, values) : null;
    return this.report(
      span,
      say`“${name}” takes one of ${values.join(', ')}, so this value is passed over.`,
      { correction: near },
    );
  }

  #text(node: Node, kind: 'pattern' | 'path' | 'phrase') {
    const value: unknown = node.value;
    const longest = longestText[kind];
    if (typeof value !== 'string' || value.trim() === '' || value.length > longest)
      return this.report(
        spanOf(node),
        say`Here a text of 1 to ${longest} characters is needed, so this value is passed over.`,
      );
    const pattern = kind === 'pattern' ? readPattern(value) : null;
    if (pattern !== null && 'template' in pattern)
      return this.report(spanOf(node), pattern, { schemaTells: false });
    return value;
  }

  #list(node: Node, of: Shape, most: number, path: string) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (node.type !== 'array')
      return this.report(
        spanOf(node),
        say`“${name}” takes a list in brackets, so this value is passed over.`,
      );
    const items = node.children ?? [];
    const over = items[most];
    if (over !== undefined)
      this.report(
        spanOf(over),
        say`“${name}” takes at most ${most} entries, so those from here on are passed over.`,
      );
    return items
      .slice(0, most)
      .map((item, index) => this.#value(item, of, `${path}/${index}`))
      .filter((value) => value !== undefined);
  }

  #record(node: Node, { of, most, known }: Extract<Shape, { type: 'record' }>, path: string) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const properties = propertiesOf(node, name, this.report);
    const ids = Object.keys(known);
    const over = properties[most];
    if (over !== undefined)
      this.report(
        over.keySpan,
        say`“${name}” takes at most ${most} entries, so those from here on are passed over.`,
      );
    const entries = properties.slice(0, most).flatMap((property) => {
      const { key, keySpan, value } = property;
      if (ids.length > 0 ? Object.hasOwn(known, key) : idForm.test(key))
        return this.#kept(key, this.#value(value, of, `${path}/${key}`));
      const near = nearestName(property, ids);
      this.report(
        keySpan,
        near === null
          ? say`“${key}” is no id that “${name}” knows, so it changes nothing. Known are ${ids.join(', ')}.`
          : say`“${key}” is no id that “${name}” knows, so it changes nothing. Did you mean “${near.name}”?`,
        { schemaTells: false, correction: near },
      );
      return [];
    });
    return node.type === 'object' ? Object.fromEntries(entries) : undefined;
  }

  #object(node: Node, fields: Extract<Shape, { type: 'object' }>['fields'], path: string) {
    const properties = propertiesOf(node, path.replace(/\/\d+$/, ''), this.report);
    if (node.type !== 'object') return undefined;
    const names = Object.keys(fields);
    const entries = properties.flatMap((property) => {
      const { key, value } = property;
      const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
      if (field === undefined) return this.#unknownKey(property, names);
      return this.#kept(key, this.#value(value, field.shape, `${path}/${key}`));
    });
    const given = new Set(properties.map(({ key }) => key));
    const missing = names.find((name) => !given.has(name));
    if (missing !== undefined)
      this.report(
        { start: node.offset, end: node.offset + 1 },
        say`“${missing}” is missing here, so this entry is passed over.`,
      );
    return entries.length === names.length ? Object.fromEntries(entries) : undefined;
  }

  #rules(node: Node, rules: readonly ConfigurableRule[], path: string) {
    const byId = new Map(rules.map((rule) => [rule.id, rule]));
    const ids = [...byId.keys()];
    const entries = propertiesOf(node, 'rules', this.report).flatMap((property) => {
      const { key, keySpan, value } = property;
      const rule = byId.get(key);
      if (rule !== undefined) return this.#kept(key, this.#rule(value, rule, `${path}/${key}`));
      const near = nearestName(property, ids);
      this.report(
        keySpan,
        near === null
          ? say`There is no rule “${key}”, so this changes nothing. The rules are ${ids.join(', ')}.`
          : say`There is no rule “${key}”, so this changes nothing. Did you mean “${near.name}”?`,
        { correction: near },
      );
      return [];
    });
    return node.type === 'object' ? Object.fromEntries(entries) : undefined;
  }

  #rule(node: Node, { id, options }: ConfigurableRule, path: string): RuleSetting | undefined {
    const severity = { type: 'choice', values: levels, says: [] } as const;
    if (node.type !== 'object') {
      const level = this.#value(node, severity, path) as RuleSetting['severity'];
      if (level !== undefined) this.places.set(`${path}/severity`, spanOf(node));
      return level === undefined ? undefined : { severity: level };
    }
    let level: RuleSetting['severity'];
    const own: [string, unknown][] = [];
    for (const property of propertiesOf(node, id, this.report)) {
      const { key, value } = property;
      const spec = Object.hasOwn(options, key) ? options[key] : undefined;
      if (key === 'severity')
        level = this.#value(value, severity, `${path}/severity`) as RuleSetting['severity'];
      else if (spec !== undefined) own.push(...this.#kept(key, this.#option(value, spec, `${path}/${key}`)));
      else this.#unknownKey(property, ['severity', ...Object.keys(options)]);
    }
    return { ...(level === undefined ? {} : { severity: level }), options: Object.fromEntries(own) };
  }

  #option(node: Node, spec: OptionSpec, path: string): unknown {
    if (spec.type === 'number') return this.#value(node, spec, path);
    if (typeof node.value !== 'boolean')
      return this.report(
        spanOf(node),
        say`“${path.slice(path.lastIndexOf('/') + 1)}” takes true or false, so this value is passed over.`,
      );
    this.places.set(path, spanOf(node));
    return node.value;
  }
}
