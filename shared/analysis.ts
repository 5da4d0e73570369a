import type { Configuration } from './configuration/configuration.ts';
import { judge, type Judgement } from './judgement/judge.ts';
import type { Lens } from './judgement/lens.ts';
import type { DocumentBlocks, Format } from './posting/blocks.ts';
import { buildPosting } from './posting/build.ts';
import { detect } from './posting/detect.ts';
import { detectLanguage, unjudgedLanguage } from './posting/language.ts';
import { MappedText } from './posting/mappedText.ts';
import type { Posting } from './posting/posting.ts';
import { readTitle } from './posting/titleRole.ts';
import { rules } from './rules/registry.gen.ts';
import { type Finding, type RuleContext, severities } from './rules/rule.ts';

/** Why nothing is said about a document, with one sentence for people. */
export interface Silence {
  readonly kind: 'not-a-posting' | 'language' | 'too-large' | 'excluded' | 'unreadable' | 'format';
  readonly reason: string;
}

/** One posting of a document, judged. */
export interface JudgedPosting {
  readonly posting: Posting;
  readonly judgement: Judgement;
  readonly findings: readonly Finding[];
}

/** All that is known of a document: everything else (hover, fixes, reports) reads this and computes nothing anew. */
export interface Analysis {
  readonly source: string;
  readonly isPosting: boolean;
  /** ISO 639-1 code of the prose, or null. */
  readonly language: string | null;
  readonly silence: Silence | null;
  /** Titles are read even where nothing is judged. */
  readonly posting: Posting | null;
  readonly judged: readonly JudgedPosting[];
}

export interface AnalysisRequest {
  readonly source: string;
  readonly format: Format;
  readonly configuration: Configuration;
  /** Judge it even when it does not read as a posting (its name says that it is one). */
  readonly always: boolean;
  /** Stands in where the text names no title. */
  readonly title?: string | undefined;
}

/** Languages that are judged. The roles' names mean other things elsewhere, so nothing is claimed there. */
const judgedLanguages = new Set(['en']);

function silent(source: string, silence: Silence, rest: Partial<Analysis> = {}): Analysis {
  return { source, isPosting: false, language: null, posting: null, judged: [], ...rest, silence };
}

function withTitle(posting: Posting, title: string | undefined, lens: Lens): Posting {
  if (title === undefined || title.trim() === '' || posting.title !== null) return posting;
  const reading = readTitle(title, lens.taxonomy.titles);
  const content = MappedText.verbatim(title, 0);
  return {
    ...posting,
    title: { place: 'line', content, span: { start: 0, end: 0 }, reading, escape: (text) => text },
  };
}

/** Reads and judges a document. Never throws, whatever the text. */
export function analyze(request: AnalysisRequest, lens: Lens): Analysis {
  const { source, format, configuration } = request;
  if (source.length > configuration.maxLength) {
    const limit = Math.round(configuration.maxLength / 1024);
    return silent(source, {
      kind: 'too-large',
      reason: `The document is longer than ${limit} KB and was not read.`,
    });
  }
  if (/\0/.test(source.slice(0, 4096)))
    return silent(source, { kind: 'unreadable', reason: 'The document is not text.' });
  const read = format.read(source);
  const posting = withTitle(
    buildPosting(read, format.id, source.length, lens.taxonomy.titles),
    request.title,
    lens,
  );
  const found = detection(request, read, posting);
  const noPosting = silent(source, { kind: 'not-a-posting', reason: found.reason }, { posting });
  const namesRole = (posting.title?.reading.mentions.length ?? 0) > 0;
  if (!found.posting && !namesRole) return noPosting;
  const language = detectLanguage(posting.statements.map((statement) => statement.content.text));
  const judged = judgedLanguages.has(language ?? '');
  // Detection knows the phrases of English: elsewhere a title that names a role is enough to say why nothing is claimed.
  if (!found.posting && (judged || language === null)) return noPosting;
  if (!judged) {
    const reason = unjudgedLanguage(language);
    return silent(source, { kind: 'language', reason }, { isPosting: found.posting, language, posting });
  }
  const judgement = judge(posting, lens);
  const findings = check({ posting, judgement, lens }, configuration);
  return {
    source,
    isPosting: true,
    language,
    silence: null,
    posting,
    judged: [{ posting, judgement, findings }],
  };
}

function detection(request: AnalysisRequest, read: DocumentBlocks, posting: Posting) {
  if (request.always) return { posting: true, reason: 'Its name says that it is a posting.' };
  return detect(request.source, read, posting);
}

/** The findings of all rules that are on, in document order, the strongest first where they share a place. */
function check(context: RuleContext, configuration: Configuration): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const level = configuration.rules[rule.id] ?? rule.severity;
    if (level === 'off') continue;
    for (const raw of rule.check(context))
      findings.push({ related: [], fixes: [], ...raw, rule: rule.id, severity: level });
  }
  return findings.sort(
    (a, b) => a.span.start - b.span.start || severities.indexOf(a.severity) - severities.indexOf(b.severity),
  );
}
