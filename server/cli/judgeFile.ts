import {
  type Analysis,
  type Configuration,
  type Format,
  formatByPath,
  isAlwaysJudged,
  type PostingLens,
} from '../../shared/index.ts';
import type { Content } from './inputs.ts';

function silentAnalysis(kind: NonNullable<Analysis['silence']>['kind'], reason: string): Analysis {
  return {
    source: '',
    isPosting: false,
    language: null,
    silence: { kind, reason },
    posting: null,
    judged: [],
    unjudged: [],
  };
}

/** Judges what was read of a path. A path whose ending no format has, or a file that is no text, says so. */
export function judgeContent(
  path: string,
  content: Content,
  lens: PostingLens,
  configuration: Configuration,
  given: { readonly format?: Format | undefined; readonly title?: string | undefined } = {},
): Analysis {
  if ('error' in content) return silentAnalysis('unreadable', content.error);
  if ('tooLarge' in content) {
    const limit = Math.round(configuration.maxLength / 1024);
    return silentAnalysis('too-large', `The document is longer than ${limit} KB and was not read.`);
  }
  const format = given.format ?? formatByPath(path);
  if (format === undefined) {
    return silentAnalysis(
      'format',
      'Files of this kind are not read; postings are Markdown, text, HTML, JSON, YAML or job-posting files.',
    );
  }
  return lens.analyze(content.text, format, {
    configuration,
    always: isAlwaysJudged(path),
    title: given.title,
  });
}
