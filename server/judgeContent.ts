import {
  type Analysis,
  type DocumentConfiguration,
  type Format,
  formatByPath,
  type PostingLens,
  type Silence,
  tooLarge,
  worded,
} from '../shared/index.ts';

/** The text that was read, or why there is none. */
type Read = { readonly text: string } | { readonly tooLarge: true } | { readonly error: string };

function silentAnalysis(silence: Silence, { taxonomy, interfaceLanguage }: PostingLens): Analysis {
  return {
    source: '',
    taxonomy,
    interfaceLanguage,
    isPosting: false,
    language: null,
    silence,
    posting: null,
    judged: [],
    unjudged: [],
    suppressions: [],
  };
}

/** Judges what was read of a path. A path whose ending no format has, or a file that is no text, says so. */
export function judgeContent(
  path: string,
  content: Read,
  { lens, configuration }: DocumentConfiguration,
  given: { readonly format?: Format | undefined; readonly title?: string | undefined } = {},
): Analysis {
  const { judged } = configuration;
  if (judged.when === 'never')
    return silentAnalysis({ kind: 'excluded', reason: worded(judged.reason) }, lens);
  if ('error' in content) return silentAnalysis({ kind: 'unreadable', reason: content.error }, lens);
  if ('tooLarge' in content) return silentAnalysis(tooLarge(configuration), lens);
  const format = given.format ?? formatByPath(path);
  if (format === undefined) {
    const reason =
      'Files of this kind are not read; postings are Markdown, text, HTML, JSON, YAML or job-posting files.';
    return silentAnalysis({ kind: 'format', reason }, lens);
  }
  return lens.analyze(content.text, format, {
    configuration,
    title: given.title,
  });
}
