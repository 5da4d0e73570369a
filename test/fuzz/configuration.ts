import fc from 'fast-check';
import {
  checkConfiguration,
  configurationFor,
  formats,
  readConfiguration,
  rules,
  settingsLayer,
} from '../../shared/index.ts';
import { subjects } from '../support/edits.ts';
import type { Part } from './part.ts';

const numRuns = 60;

const keys = [
  ...[
    'rules',
    'exclude',
    'include',
    'overrides',
    'extends',
    'taxonomy',
    'maxLength',
    'run',
    'files',
    'detect',
  ],
  ...['titles', 'phrases', 'tools', 'severity', 'confidence', '__proto__', 'constructor', 'toString', ''],
  ...rules.map(({ id }) => id),
];
const words = [
  'off',
  'error',
  'hint',
  'always',
  'never',
  '**/*.md',
  '[',
  '**/**/**',
  '!',
  '../..',
  'http://x',
  'Editor',
];

/** What can be written as JSON, with the names that mean something, and hostile ones. */
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom<unknown>(...words, null, true, false, 0, -1, 1e308, 0.5, 7),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.oneof(fc.constantFrom(...keys), fc.string({ maxLength: 6 })), tie('value')), {
        maxLength: 5,
      })
      .map((entries) => Object.fromEntries(entries)),
  ),
}));

const text = fc.oneof(
  value.map((each) => JSON.stringify(each)),
  fc.tuple(value, fc.nat(), fc.string({ unit: 'binary', maxLength: 5 })).map(([each, at, written]) => {
    const whole = JSON.stringify(each);
    const cut = at % (whole.length + 1);
    return whole.slice(0, cut) + written + whole.slice(cut + (at % 3));
  }),
  fc.string({ unit: 'binary', maxLength: 80 }),
);

/** Settings and files of any kind: nothing throws, what is told stands in the file, and a document can be judged. */
export const configuration: Part = {
  name: 'configuration',
  counted: 'configurations',
  run: (seed) => {
    fc.assert(
      fc.property(text, value, fc.constantFrom(...subjects), (file, settings, { source, format }) => {
        for (const { span } of checkConfiguration(file))
          if (!(span.start >= 0 && span.start <= span.end && span.end <= file.length))
            throw new Error(`${span.start} to ${span.end} is outside of the file`);
        const layers = [
          settingsLayer(settings, 'settings', '/work'),
          { ...readConfiguration(file), name: 'file', folder: '/work' },
        ];
        const { lens, configuration: made } = configurationFor('/work/jobs/a.md', { layers, taxonomy: null });
        for (const each of formats)
          if (each.id === format) lens.analyze(source, each, { configuration: made });
        if (Object.prototype.toString.call({}) !== '[object Object]' || 'severity' in {})
          throw new Error('a prototype was written to');
      }),
      { seed, numRuns },
    );
    return Promise.resolve(numRuns);
  },
};
