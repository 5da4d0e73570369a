import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Positions } from '../../server/lsp/positions.ts';
import { ProfileWriter } from '../../server/lsp/profile.ts';
import {
  actionsAt,
  type Analysis,
  checkConfiguration,
  completionsAt,
  configurationFor,
  createPostingLens,
  type DocumentPart,
  explanationText,
  type Finding,
  findingsInFile,
  formatByPath,
  ReportWriter,
  rules,
  settings,
  settingsLayer,
  taxonomy,
  taxonomyFile,
  worded,
} from '../../shared/index.ts';
import { functionWords } from '../../shared/posting/functionWords.ts';
import { configurationFixtures, fixtures } from '../support/fixtures.ts';
import { readMarks } from '../support/marks.ts';
import { formatOf } from '../support/postings.ts';
import { escaped, pseudo, pseudoLanguage } from '../support/pseudo.ts';
import { root } from '../tools/generate/generated.ts';

const lens = createPostingLens(taxonomy, pseudoLanguage);
const documents = [
  ...fixtures.map(({ file, format, marked }) => ({
    file,
    format: formatOf(format),
    text: readMarks(marked).text,
  })),
  ...globSync('test/{samples,fixtures/{clean,documents,languages,postings,several}}/*.*', {
    cwd: root,
  }).flatMap((file) => {
    const format = formatByPath(file);
    const text = readFileSync(path.join(root, file), 'utf8');
    return format === undefined ? [] : [{ file, format, text }];
  }),
];
const analyses = documents.map((document) => ({
  ...document,
  analysis: lens.analyze(document.text, document.format),
}));

/** What is the same in every language: names, ids, and what is written into postings. */
const named = [
  ...rules.map(({ id }) => id),
  ...Object.values<string>({ ...taxonomy.citation }),
  ...taxonomy.roles.flatMap(({ id, title }) => [id, title]),
  ...taxonomy.responsibilities.flatMap(({ id, examples }) => [id, ...examples]),
  ...taxonomy.misnomers.flatMap(({ word, people, group }) =>
    [word, people, group].flatMap(({ one, many }) => [one, many]),
  ),
  '.posting-lens.json',
  'off',
  'hint',
  'information',
  'warning',
  'error',
];

/** Texts with what of them is English and ours. */
function escapes(shown: readonly string[], given: readonly string[] = []): [string, string[]][] {
  return shown
    .map((text): [string, string[]] => [text, escaped(text, [...named, ...given])])
    .filter(([, words]) => words.length > 0);
}

const said = ({ message, related, fixes }: Finding): string[] => [
  message,
  ...related.map((each) => each.message),
  ...fixes.map(({ title }) => title),
];

/** The texts of a document that may stand in what is said of it. */
const textsOf = ({ source, judged, unjudged }: Analysis): string[] =>
  [...judged, ...unjudged].flatMap(({ posting }) => [
    ...posting.titles.map(({ content }) => content.text),
    ...posting.statements.map(({ content }) => content.text),
    source,
  ]);

/** Titles that retitling makes, file names and the like: the words of the fixes' own edits. */
const written = ({ judged }: Analysis): string[] =>
  judged.flatMap(({ findings }) =>
    findings.flatMap(({ fixes }) =>
      fixes.flatMap(({ newTitle, edits }) => [newTitle ?? '', ...edits.map(({ newText }) => newText)]),
    ),
  );

/** What `Intl` says in the locale of the pseudo language: names of the languages of fixtures, and the last comma of a list. */
const names = new Intl.DisplayNames(pseudoLanguage.locale, { type: 'language' });
const byIntl = [
  ...Object.keys(functionWords).map((language) => names.of(language) ?? ''),
  ...new Intl.ListFormat(pseudoLanguage.locale).formatToParts(['', '']).map(({ value }) => value),
];

/** A hover without escapes and without the statements that it lists. */
const withoutQuotes = (markdown: string): string => markdown.replace(/\\/g, '').replace(/^- .* \*\(/gm, '');

const details = ({ detail, children }: DocumentPart): string[] => [detail, ...children.flatMap(details)];

describe('in a language that nobody speaks, nothing is said in English:', () => {
  it('findings, related places and fixes', () => {
    const found = analyses.flatMap(({ analysis }) =>
      analysis.judged.flatMap(({ findings }) =>
        escapes(findings.flatMap(said), [...textsOf(analysis), ...written(analysis)]),
      ),
    );
    expect(found).toEqual([]);
    const seen = new Set(
      analyses.flatMap(({ analysis }) =>
        analysis.judged.flatMap(({ findings }) => findings.map(({ rule }) => rule)),
      ),
    );
    expect(rules.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual(['invalid-configuration']);
  });

  it('actions', () => {
    const found = analyses.flatMap(({ analysis, file }) => {
      const whole = { start: 0, end: analysis.source.length };
      const titles = actionsAt(analysis, whole, { fileName: 'community-manager.md' }).map(
        ({ title }) => title,
      );
      return escapes(titles, [
        ...textsOf(analysis),
        ...written(analysis),
        'community-manager.md',
        'social-media-manager.md',
        file,
      ]);
    });
    expect(found).toEqual([]);
  });

  it('hovers', () => {
    const shown = analyses.flatMap(({ analysis }) =>
      analysis.judged.flatMap(({ posting, judgement }) =>
        [...posting.titles, ...judgement.statements.map(({ statement }) => statement)].flatMap(({ span }) => {
          const text = lens.hover(analysis, span.start)?.markdown;
          return text === undefined ? [] : escapes([withoutQuotes(text)], textsOf(analysis));
        }),
      ),
    );
    expect(shown).toEqual([]);
  });

  it('symbols, lenses, hints and profiles', () => {
    const shown = analyses.flatMap(({ analysis, text }) => {
      const document = TextDocument.create('file:///a.md', 'markdown', 1, text);
      const profile = new ProfileWriter(document, new Positions('utf-16'), lens).result(analysis);
      const annotations = [...lens.dutyAnnotations(analysis), ...lens.titleAnnotations(analysis)];
      const strings = [...lens.parts(analysis).flatMap(details), ...annotations.map((each) => each.text)];
      JSON.stringify(profile, (key, value: unknown) => {
        if (typeof value === 'string' && !['id', 'text', 'title'].includes(key)) strings.push(value);
        return value;
      });
      return escapes(strings, [...textsOf(analysis), ...byIntl]);
    });
    expect(shown).toEqual([]);
  });

  it('reasons for silence', () => {
    const shown = analyses.flatMap(({ analysis }) => [
      analysis.silence?.reason ?? '',
      ...analysis.unjudged.map(({ silence }) => silence.reason),
    ]);
    expect(shown.filter((text) => text !== '').length).toBeGreaterThan(10);
    expect(escapes(shown, byIntl)).toEqual([]);
  });

  it('completions', () => {
    const posting =
      '---\n\n---\n\n# Community Manager\n\n## What you will do\n\n- Moderate the forum\n- \n\n## \n';
    const format = formatOf('markdown');
    const analysis = lens.analyze(posting, format, { always: true });
    const places = [posting.indexOf('\n\n') + 1, posting.indexOf('- \n') + 2, posting.indexOf('## \n') + 3];
    const all = places.map((place) => lens.writingCompletions(analysis, format, place));
    expect(all.map(({ length }) => length > 0)).toEqual([true, true, true]);
    expect(escapes(all.flat().flatMap(({ detail, explanation }) => [detail, explanation]))).toEqual([]);
    const comments = ['<!-- ', '<!-- posting-lens-disable '].flatMap(
      (text) => completionsAt(text, format, text.length) ?? [],
    );
    expect(comments.length).toBeGreaterThan(rules.length);
    expect(escapes(comments.map(({ detail }) => worded(detail, pseudoLanguage)))).toEqual([]);
  });

  it('reports', () => {
    const postings = analyses.flatMap(({ analysis, file }) =>
      analysis.judged.map(({ posting, judgement, findings }) => ({
        path: path.basename(file),
        title: posting.title?.content.text ?? '',
        verdict: judgement.verdict,
        reason: '',
        findings: findings.map(({ rule, severity, message }) => ({ rule, severity, message, line: 1 })),
      })),
    );
    const report = new ReportWriter(lens.taxonomy, pseudoLanguage).markdown({
      name: 'jobs',
      postings,
      others: 3,
    });
    const lines = report.split('\n');
    const heads = lines.filter((line) => line.startsWith('#') || line.startsWith('| ⟦'));
    const levels = lines.flatMap((line) => /\*\*(.*?)\*\*/.exec(line)?.[1] ?? []);
    const verdicts = lines.flatMap((line) =>
      line.startsWith('| [') ? (line.split(' | ').at(-5) ?? '') : [],
    );
    expect([heads.length, levels.length > 10, verdicts.length > 10]).toEqual([6, true, true]);
    expect(escapes([...heads, lines[2] ?? '', ...levels, ...verdicts], ['jobs'])).toEqual([]);
  });

  it('mistakes in configuration and taxonomy files', () => {
    const broken = [
      ...configurationFixtures.map(({ marked }) => readMarks(marked).text),
      '{',
      '[]',
      '{"rules": [], "rules": {"x": 1}, "maxLength": 1e9, "run": 1, "__proto__": 1, "include": ["!a", "../b", "a\\\\b", "{a"]}',
      '{"overrides": [{"files": 3}], "extends": "a", "titles": {"nobody": ["x"]}, "phrases": {"x": [""]}}',
    ];
    const messages = broken.flatMap((text) =>
      checkConfiguration(text, pseudoLanguage).flatMap((finding) =>
        escapes(said(finding), [text, ...Object.keys(settings), 'a setting']),
      ),
    );
    expect(messages).toEqual([]);
    const pair = [
      '{}',
      '{"id": 3, "roles": [1, 2, 3], "signals": {}, "x": 1}',
      JSON.stringify({
        ...taxonomy,
        masks: ['~3 x', '@y', 'a ~99 b', '?a'],
        prior: 9,
        fields: [{ id: '-', name: '<', patterns: [] }],
      }),
    ];
    const findings = pair.flatMap((text) =>
      findingsInFile(taxonomyFile(text), pseudoLanguage).map((finding) => ({ text, finding })),
    );
    expect(findings.length).toBeGreaterThan(20);
    const keys =
      'kind responsibility trait context null as who is metric tool market signals responsibilities telltales misnomers titles citation author publisher vocabulary';
    expect(
      findings.flatMap(({ text, finding }) => escapes(said(finding), [text, keys, ...Object.keys(taxonomy)])),
    ).toEqual([]);
  });

  it('the explanation of a configuration', () => {
    const layer = settingsLayer(
      { exclude: ['drafts/'], rules: { 'two-jobs': 'off' } },
      pseudo('settings'),
      '/jobs',
    );
    for (const file of ['/jobs/a.md', '/jobs/drafts/a.md', '/jobs/a.posting.md']) {
      const resolved = configurationFor(file, { layers: [], taxonomy: null }, [layer], [], pseudoLanguage);
      const text = explanationText('a.md', resolved, pseudoLanguage);
      // Of a row, where its value comes from: key and value are what one writes in a file.
      const shown = text.split('\n').map((line) => line.split(/ {2,}/).at(-1) ?? '');
      expect(escapes(shown, ['a.md', 'drafts/'])).toEqual([]);
    }
  });
});

it('tells what escapes', () => {
  expect(escaped(pseudo('A whole sentence with {0}.'))).toEqual([]);
  expect(escaped(pseudo('About {0}.').replace('{0}', 'the words'), ['the words'])).toEqual([]);
  expect(escaped(pseudo('About {0}.').replace('{0}', 'two jobs in one'))).not.toEqual([]);
  expect(escaped(`${pseudo('About')} glue`)).toEqual(['glue', 'glue']);
});
