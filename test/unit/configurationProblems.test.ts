import { describe, expect, it } from 'vitest';
import { readConfigurationFile, readSettings } from '../../shared/configuration/read.ts';
import { settingsOf } from '../../shared/configuration/settings.ts';
import type { ConfigurableRule } from '../../shared/configuration/shape.ts';
import { worded } from '../../shared/say.ts';

const rules: readonly ConfigurableRule[] = [
  { id: 'plain', says: 'Nothing.', severity: 'hint', options: {} },
  {
    ...{ id: 'choosy', says: 'Something.', severity: 'warning' },
    options: {
      far: { type: 'number', default: 2, minimum: 1, maximum: 5, description: 'How far.' },
      loud: { type: 'boolean', default: false, description: 'How loud.' },
    },
  },
];
const settings = settingsOf(rules, {
  roles: [
    { id: 'baker', name: 'Baker' },
    { id: 'miller', name: 'Miller' },
  ],
  responsibilities: [{ id: 'kneading', name: 'Kneading' }],
});

/** Each problem: the words it is told at, and how its message begins. */
const told = (text: string): string[] =>
  readConfigurationFile(text, settings).problems.map(
    ({ span, message }) => `${text.slice(span.start, span.end)}: ${worded(message)}`,
  );
const values = (text: string) => readConfigurationFile(text, settings).values;

describe('a problem of a configuration file', () => {
  it.each([
    ['{"maxLength": 0}', '0: “maxLength” takes a number from 1 to 4,096'],
    ['{"maxLength": 4097}', '4097: “maxLength” takes a number from 1 to 4,096'],
    ['{"maxLength": "7"}', '"7": “maxLength” takes a number'],
    ['{"maxLenght": 7}', '"maxLenght": There is no setting “maxLenght” here, so it changes nothing. Did you'],
    [
      '{"colour": 7}',
      '"colour": There is no setting “colour” here, so it changes nothing. Known are rules, ',
    ],
    ['{"run": "onSave"}', '"run": “run” is a setting of the editor'],
    ['{"exclude": "a/"}', '"a/": “exclude” takes a list in brackets'],
    ['{"exclude": ["a/", 7]}', '7: Here a text of 1 to 250 characters is needed'],
    ['{"exclude": [" "]}', '" ": Here a text of 1 to 250 characters is needed'],
    ['{"exclude": ["/a"]}', '"/a": “/a” leads out of the folder of this file.'],
    ['{"extends": ["/a", 1]}', '1: Here a text of 1 to 500 characters is needed'],
    ['{"rules": 7}', '7: “rules” takes names and values in braces'],
    [
      '{"rules": {"plaim": "off"}}',
      '"plaim": There is no rule “plaim”, so this changes nothing. Did you mean “plain”?',
    ],
    [
      '{"rules": {"xxxxx": "off"}}',
      '"xxxxx": There is no rule “xxxxx”, so this changes nothing. The rules are plain, choosy.',
    ],
    ['{"rules": {"plain": "lout"}}', '"lout": “plain” takes one of off, hint, information, warning, error,'],
    ['{"rules": {"plain": {"severity": 3}}}', '3: “severity” takes one of off,'],
    ['{"rules": {"choosy": {"far": 6}}}', '6: “far” takes a number from 1 to 5'],
    ['{"rules": {"choosy": {"loud": "yes"}}}', '"yes": “loud” takes true or false'],
    [
      '{"rules": {"choosy": {"lout": true}}}',
      '"lout": There is no setting “lout” here, so it changes nothing. Did you mean “loud”?',
    ],
    [
      '{"rules": {"choosy": {"xxxx": 1}}}',
      '"xxxx": There is no setting “xxxx” here, so it changes nothing. Known are severity, far, loud.',
    ],
    [
      '{"titles": {"bakers": ["x"]}}',
      '"bakers": “bakers” is no id that “titles” knows, so it changes nothing. Did you mean “baker”?',
    ],
    [
      '{"titles": {"xxxxxx": ["x"]}}',
      '"xxxxxx": “xxxxxx” is no id that “titles” knows, so it changes nothing. Known are baker, miller.',
    ],
    ['{"titles": ["x"]}', '["x"]: “titles” takes names and values in braces'],
    ['{"titles": {"baker": "x"}}', '"x": “baker” takes a list in brackets'],
    ['{"overrides": [7]}', '7: “overrides” takes names and values in braces'],
    ['{"overrides": [{"files": ["a"]}]}', '{: “rules” is missing here, so this entry is passed over.'],
    ['{"overrides": [{"rules": {}}]}', '{: “files” is missing here'],
    ['{"maxLength": 7, "maxLength": 8}', '"maxLength": “maxLength” stands here more than once'],
    ['{"constructor": 7}', '"constructor": “constructor” has a meaning of its own'],
    ['{"rules": {"prototype": "off"}}', '"prototype": “prototype” has a meaning of its own'],
    ['7', '7: “.posting-lens.json” takes names and values in braces'],
    ['{"maxLength" 7}', '7: The text is not JSON here'],
  ])('is told once, at its place: %s', (text, problem) => {
    const [only, ...others] = told(text);
    expect(others).toEqual([]);
    expect(only?.slice(0, problem.length)).toBe(problem);
  });

  it('is told of each entry of an override by itself', () => {
    const text = '{"overrides": [{"files": ["a"], "rules": {"plain": "off"}, "more": 1}]}';
    expect(told(text)).toEqual([
      '"more": There is no setting “more” here, so it changes nothing. Known are files, rules.',
    ]);
    expect(values(text)).toEqual({ overrides: [{ files: ['a'], rules: { plain: { severity: 'off' } } }] });
    expect(values('{"overrides": [{"files": 7, "rules": {}}]}')).toEqual({ overrides: [] });
  });

  it('is mended by the name that is near, of those that do not stand there yet', () => {
    const mended = (text: string) => {
      const { problems } = readConfigurationFile(text, settings);
      return problems.map(({ correction }) => correction && [correction.name, correction.edit.newText]);
    };
    expect(mended('{"rules": {"plaim": "off"}}')).toEqual([['plain', '"plain"']]);
    expect(mended('{"rules": {"plaim": "off", "plain": "off"}}')).toEqual([null]);
    expect(mended('{"rules": {"plain": "waring"}}')).toEqual([['warning', '"warning"']]);
    expect(mended('{"rules": {"plain": 7}}')).toEqual([null]);
    // A third of the letters may be wrong, and one of a short word.
    expect(mended('{"rules": {"plxxn": "off"}}')).toEqual([null]);
    expect(mended('{"rules": {"chooxx": "off"}}')).toEqual([['choosy', '"choosy"']]);
    expect(mended('{"rules": {"choxxx": "off"}}')).toEqual([null]);
    expect(mended('{"rules": {"plain": "of"}}')).toEqual([['off', '"off"']]);
    expect(mended(`{"rules": {"plain": "${'off'.padEnd(41, 'f')}"}}`)).toEqual([null]);
  });

  it('tells the schema apart from what only we can see', () => {
    const schemaTells = (text: string) =>
      readConfigurationFile(text, settings).problems.map((problem) => problem.schemaTells);
    expect(schemaTells('{"maxLength": 0}')).toEqual([true]);
    expect(schemaTells('{"exclude": ["/a"]}')).toEqual([false]);
    expect(schemaTells('{"titles": {"bakers": ["x"]}}')).toEqual([false]);
    expect(schemaTells('{"__proto__": 1}')).toEqual([false]);
  });
});

describe('limits', () => {
  const list = (count: number): string => JSON.stringify(Array.from({ length: count }, () => 'a.json'));

  it('are kept to the last entry and letter', () => {
    expect(told(`{"extends": ${list(10)}}`)).toEqual([]);
    const over = `{"extends": ${list(12)}}`;
    expect(told(over)).toEqual([
      '"a.json": “extends” takes at most 10 entries, so those from here on are passed over.',
    ]);
    expect(readConfigurationFile(over, settings).problems[0]?.span.start).toBe(
      `{"extends": ${list(10)}`.length,
    );
    expect(values(over).extends).toHaveLength(10);
    for (const [longest, name] of [
      [250, 'exclude'],
      [500, 'extends'],
    ] as const) {
      expect(told(`{"${name}": ["${'a'.repeat(longest)}"]}`)).toEqual([]);
      expect(told(`{"${name}": ["${'a'.repeat(longest + 1)}"]}`)).toHaveLength(1);
    }
    for (const edge of [1, 4096]) expect(values(`{"maxLength": ${edge}}`)).toEqual({ maxLength: edge });
  });

  it('hold for ids of another taxonomy, too', () => {
    const ids = (count: number): string =>
      JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, index) => [`id${index}`, ['x']])));
    const most = 200;
    expect(told(`{"taxonomy": "t.json", "titles": ${ids(most)}}`)).toEqual([]);
    const [only, ...others] = told(`{"taxonomy": "t.json", "titles": ${ids(most + 2)}}`);
    expect(others).toEqual([]);
    expect(only).toContain(`"id${most}": “titles” takes at most ${most} entries`);
    expect(told('{"taxonomy": "t.json", "titles": {"Not an id": ["x"]}}')).toHaveLength(1);
    expect(told('{"extends": ["base.json"], "titles": {"cook": ["x"]}}')).toEqual([]);
  });

  it('are those of nesting, and of the length of a file', () => {
    const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect(told(nested(16))[0]).not.toContain('nested');
    expect(told(nested(17))).toEqual([
      '[: Values are nested more than 16 deep here, so the file was not read. Look whether it is the file that is meant.',
    ]);
    expect(told(`{"a": ${'[],'.repeat(30)}}`).some((each) => each.includes('nested'))).toBe(false);
    const text = `{"maxLength": 7}${' '.repeat(256 * 1024 - 16)}`;
    expect(told(text)).toEqual([]);
    expect(told(`${text} `)[0]).toContain('longer than 256 KB');
    expect(values(`${text} `)).toEqual({});
  });
});

describe('values that can be used', () => {
  it.each([
    ['{"rules": {"plain": "off"}}', { rules: { plain: { severity: 'off' } } }],
    ['{"rules": {"plain": {}}}', { rules: { plain: { options: {} } } }],
    [
      '{"rules": {"choosy": {"severity": "error", "far": 5, "loud": true}}}',
      { rules: { choosy: { severity: 'error', options: { far: 5, loud: true } } } },
    ],
    ['{"rules": {"choosy": {"far": 9, "loud": false}}}', { rules: { choosy: { options: { loud: false } } } }],
    ['{"$schema": "x", "titles": {"baker": ["Bread Baker"]}}', { titles: { baker: ['Bread Baker'] } }],
    ['{"maxLength": 7, "maxLength": 8}', { maxLength: 8 }],
    ['{"rules": []}', {}],
    ['{"titles": 3}', {}],
  ])('are kept: %s', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it('are known by their places', () => {
    const text =
      '{"rules": {"plain": "off", "choosy": {"severity": "hint", "loud": true}}, "exclude": ["a", 7, "b"]}';
    const { places } = readConfigurationFile(text, settings);
    const at = (key: string): string => {
      const span = places.get(key);
      return span === undefined ? '' : text.slice(span.start, span.end);
    };
    expect(
      ['rules/plain', 'rules/plain/severity', 'rules/choosy/severity', 'rules/choosy/loud'].map(at),
    ).toEqual(['"off"', '"off"', '"hint"', 'true']);
    expect(['exclude/0', 'exclude/1', 'exclude/2', 'exclude'].map(at)).toEqual([
      ...['"a"', '', '"b"', '["a", 7, "b"]'],
    ]);
  });
});

describe('settings of an editor', () => {
  const read = (given: unknown) => {
    const source = readSettings(given, settings);
    return { values: source.values, problems: source.problems.map(({ message }) => worded(message)) };
  };

  it('are those that somebody chose', () => {
    expect(read({ run: 'onSave', maxLength: 256, codeLens: 'off', rules: null, exclude: [] })).toEqual({
      values: { run: 'onSave' },
      problems: [],
    });
    expect(read({ rules: { plain: 'off' } }).values).toEqual({ rules: { plain: { severity: 'off' } } });
  });

  it('may hold groups of settings of their own client, and ids of any taxonomy', () => {
    expect(read({ trace: { server: 'verbose' } })).toEqual({ values: {}, problems: [] });
    expect(read({ titles: { cook: ['Cook'] } })).toEqual({
      values: { titles: { cook: ['Cook'] } },
      problems: [],
    });
  });

  it('are told what belongs into a file, and what is no setting', () => {
    expect(read({ taxonomy: 'x.json' }).problems[0]).toContain('It belongs into .posting-lens.json.');
    expect(read({ tracer: { server: 'verbose' } }).problems[0]).toContain('There is no setting “tracer”');
  });

  it.each([null, undefined, 7, 'rules'])('are none where there is no object: %j', (given) => {
    expect(read(given)).toEqual({ values: {}, problems: [] });
  });
});
