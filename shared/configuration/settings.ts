import { ownWordsLimits } from '../judgement/extendTaxonomy.ts';
import { type ConfigurableRule, type Shape, type ValueOf } from './shape.ts';

/** Where a setting may stand: VS Code's scopes, or nowhere but in a configuration file. */
export type Scope = 'resource' | 'window' | 'file only';

export interface Setting<S extends Shape = Shape, Value = unknown> {
  readonly shape: S;
  readonly default: Value | null;
  readonly scope: Scope;
  /** May stand in `.posting-lens.json` too. */
  readonly inFile: boolean;
  /** One or two sentences for people, in Markdown. */
  readonly description: string;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What configuration asks of a taxonomy: ids, and the names that people know them by. */
export interface KnownIds {
  readonly roles: readonly Named[];
  readonly responsibilities: readonly Named[];
}

const byId = (entries: readonly Named[]): Readonly<Record<string, string>> =>
  Object.fromEntries(entries.map(({ id, name }) => [id, name]));

/** Most entries of a list or record. What teams write is far below; what is above is a mistake or an attack. */
const most = 200;

const pattern = { type: 'text', kind: 'pattern' } as const;
const patterns = { type: 'list', of: pattern, most } as const;
const phrases = {
  type: 'list',
  of: { type: 'text', kind: 'phrase' },
  most: ownWordsLimits.count,
} as const;

function setting<const S extends Shape>(
  shape: S,
  about: Omit<Setting, 'shape' | 'default'> & { readonly default: ValueOf<S> | null },
): Setting<S, ValueOf<S>> {
  return { shape, ...about };
}

const onOrOff = { type: 'choice', values: ['off', 'on'], says: ['Not shown.', 'Shown.'] } as const;

/** Settings that do not depend on rules or taxonomy. */
const fixed = {
  include: setting(patterns, {
    default: [],
    scope: 'resource',
    inFile: true,
    description:
      'Files that are always judged, even when their text does not read as a posting. Patterns such as `jobs/**/*.md`, relative to the folder of the file that holds them; a pattern without a slash matches file names in every folder.',
  }),
  exclude: setting(patterns, {
    default: [],
    scope: 'resource',
    inFile: true,
    description: 'Files that are never judged, such as `drafts/` or `*.old.md`. This wins over `include`.',
  }),
  taxonomy: setting({ type: 'text', kind: 'path' } as const, {
    default: null,
    scope: 'file only',
    inFile: true,
    description:
      'A file with another pair of roles that are easily taken for each other, relative to this one. It replaces ours.',
  }),
  extends: setting({ type: 'list', of: { type: 'text', kind: 'path' }, most: 10 } as const, {
    default: [],
    scope: 'file only',
    inFile: true,
    description:
      'Configuration files that this one builds on, relative to it and inside the same project. Later ones win over earlier ones, and this file wins over all of them.',
  }),
  maxLength: setting({ type: 'number', minimum: 1, maximum: 4096 } as const, {
    default: 256,
    scope: 'resource',
    inFile: true,
    description: 'The longest document that is read, in KB (1,024 characters).',
  }),
  run: setting(
    {
      type: 'choice',
      values: ['onType', 'onSave'],
      says: ['While you type.', 'When a document is opened and when it is saved.'],
    } as const,
    {
      default: 'onType',
      scope: 'resource',
      inFile: false,
      description: 'When a document is checked.',
    },
  ),
  codeLens: setting(onOrOff, {
    default: 'off',
    scope: 'resource',
    inFile: false,
    description: 'Whose work each duty is and which responsibility it shows, in a line above it.',
  }),
  inlayHints: setting(onOrOff, {
    default: 'off',
    scope: 'resource',
    inFile: false,
    description: 'Whose work each duty is and which responsibility it shows, at its end.',
  }),
  agents: setting(
    {
      type: 'choice',
      values: ['off', 'tools', 'mcp'],
      says: [
        'Not offered.',
        'As tools of this editor.',
        'As a server of the Model Context Protocol, which this editor starts with its own Node when an agent needs it.',
      ],
    } as const,
    {
      default: 'off',
      scope: 'window',
      inFile: false,
      description:
        'How agents are offered to judge, check and fix postings and to explain rules. They only read, in the folders that are open, and need no network.',
    },
  ),
  'trace.server': setting(
    {
      type: 'choice',
      values: ['off', 'messages', 'verbose'],
      says: ['Nothing.', 'The names of the messages.', 'The messages with their content.'],
    } as const,
    {
      default: 'off',
      scope: 'window',
      inFile: false,
      description:
        'What is logged of the talk between the editor and the language server, for those who look for a fault.',
    },
  ),
};

/** The defaults that hold whatever rules and taxonomy there are. */
export const fixedDefaults = {
  maxLength: fixed.maxLength.default ?? 0,
  run: 'onType' as const,
  codeLens: 'off' as const,
  inlayHints: 'off' as const,
};

/**
 * The one table of settings: defaults, types, validation, manifest, schema and documentation are made from it.
 * @param rules those that can be configured
 * @param ids what the taxonomy in use calls its roles and responsibilities
 */
export function settingsOf(rules: readonly ConfigurableRule[], ids: KnownIds) {
  const roles = byId(ids.roles);
  const ruleSettings = { type: 'rules', rules } as const;
  return {
    rules: setting(ruleSettings, {
      default: {},
      scope: 'resource',
      inFile: true,
      description:
        'The level of each rule (`off`, `hint`, `information`, `warning` or `error`), or an object with `severity` and the options of the rule.',
    }),
    include: fixed.include,
    exclude: fixed.exclude,
    overrides: setting(
      {
        type: 'list',
        most,
        of: {
          type: 'object',
          fields: {
            files: {
              shape: patterns,
              description: 'The files that it is for, as patterns relative to the folder of this file.',
            },
            rules: { shape: ruleSettings, description: 'What is different for the rules there.' },
          },
        },
      } as const,
      {
        default: [],
        scope: 'resource',
        inFile: true,
        description:
          'Other levels and options of rules for some files. Where several match, the later ones win.',
      },
    ),
    titles: setting({ type: 'record', of: phrases, most, known: roles } as const, {
      default: {},
      scope: 'resource',
      inFile: true,
      description: 'Job titles of your own for a role, as they are written, by the id of the role.',
    }),
    phrases: setting({ type: 'record', of: phrases, most, known: byId(ids.responsibilities) } as const, {
      default: {},
      scope: 'resource',
      inFile: true,
      description:
        'Phrases of your own that speak for a responsibility, as they are written, by the id of the responsibility.',
    }),
    tools: setting({ type: 'record', of: phrases, most, known: roles } as const, {
      default: {},
      scope: 'resource',
      inFile: true,
      description: 'Names of the tools that a role works with in your house, by the id of the role.',
    }),
    taxonomy: fixed.taxonomy,
    extends: fixed.extends,
    maxLength: fixed.maxLength,
    run: fixed.run,
    codeLens: fixed.codeLens,
    inlayHints: fixed.inlayHints,
    agents: fixed.agents,
    'trace.server': fixed['trace.server'],
  };
}

export type Settings = ReturnType<typeof settingsOf>;

/** What one place chooses: any of the settings, checked. */
export type SettingValues = {
  readonly [Name in keyof Settings]?: Settings[Name] extends Setting<Shape, infer Value> ? Value : never;
};
