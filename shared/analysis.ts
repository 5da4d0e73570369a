import type { Configuration } from './configuration/configuration.ts';
import { judge, type Judgement } from './judgement/judge.ts';
import type { Lens } from './judgement/lens.ts';
import type { DocumentBlocks, Format } from './posting/blocks.ts';
import { buildPosting } from './posting/build.ts';
import { detect, type Detection } from './posting/detect.ts';
import { languageOf, languagesIn, unjudgedLanguage } from './posting/language.ts';
import { MappedText } from './posting/mappedText.ts';
import { forgetful, type Memory } from './posting/memory.ts';
import type { Posting } from './posting/posting.ts';
import { readSuppressions, type Suppression } from './posting/suppressions.ts';
import { readTitle } from './posting/titleRole.ts';
import { checkPosting } from './rules/check.ts';
import { conclude } from './rules/conclude.ts';
import type { Finding, RuleFailure } from './rules/rule.ts';
import { english, type InterfaceLanguage, type Phrase, say, worded } from './say.ts';
import { sniff } from './sniff.ts';
import type { Taxonomy } from './taxonomy/index.ts';

/** Why nothing is said about a document, with one sentence for people. */
export interface Silence {
  readonly kind: 'not-a-posting' | 'language' | 'too-large' | 'excluded' | 'unreadable' | 'format';
  readonly reason: string;
}

/** One posting of a document, judged. */
export interface JudgedPosting {
  readonly posting: Posting;
  /** ISO 639-1 code of the prose. */
  readonly language: string;
  readonly judgement: Judgement;
  readonly findings: readonly Finding[];
}

/** One that is not. */
export interface UnjudgedPosting {
  readonly posting: Posting;
  /** Whether it reads as a posting; of one in another language this is not always known. */
  readonly isPosting: boolean;
  readonly language: string | null;
  readonly silence: Silence;
}

/** All that is known of a document: everything else (hover, fixes, reports) reads this and computes nothing anew. */
export interface Analysis {
  readonly source: string;
  /** What it was judged by: the pair of roles that all answers speak of. */
  readonly taxonomy: Taxonomy;
  /** What all that is said about it is said in. */
  readonly interfaceLanguage: InterfaceLanguage;
  readonly isPosting: boolean;
  /** ISO 639-1 code of the first posting's prose, or null. */
  readonly language: string | null;
  /** Why nothing is judged; null where something is. */
  readonly silence: Silence | null;
  /** The first posting. Titles are read even where nothing is judged. */
  readonly posting: Posting | null;
  /** The document's postings, each by itself, in document order. */
  readonly judged: readonly JudgedPosting[];
  /** Those in languages that are not judged. */
  readonly unjudged: readonly UnjudgedPosting[];
  /** The comments that switch rules off and on, in document order; none where nothing has the form of a posting. */
  readonly suppressions: readonly Suppression[];
  /** The rules that threw, each once: programs tell their maintainers. */
  readonly failures: readonly RuleFailure[];
}

export interface AnalysisRequest {
  readonly source: string;
  readonly format: Format;
  readonly configuration: Configuration;
  /** Stands in where the text names no title, and says that the text speaks of a job. */
  readonly title?: string | undefined;
}

/** Languages that are judged. The roles' names mean other things elsewhere, so nothing is claimed there. */
const judgedLanguages = new Set(['en']);

/** What is said of a document above the limit. */
export function tooLarge({ maxLength }: Configuration, language: InterfaceLanguage = english): Silence {
  const limit = Math.round(maxLength / 1024);
  return {
    kind: 'too-large',
    reason: worded(say`The document is longer than ${limit} KB and was not read.`, language),
  };
}

function silent(
  source: string,
  { taxonomy, interfaceLanguage }: Lens,
  silence: Silence,
  rest: Partial<Analysis> = {},
): Analysis {
  return {
    source,
    taxonomy,
    interfaceLanguage,
    isPosting: false,
    language: null,
    posting: null,
    judged: [],
    unjudged: [],
    suppressions: [],
    failures: [],
    ...rest,
    silence,
  };
}

/** The posting with the given title, unless it has one that names a job, which a heading of another kind does not. */
function withTitle(posting: Posting, title: string | undefined, lens: Lens): Posting {
  if (title === undefined || (posting.title?.reading.role ?? null) !== null) return posting;
  const reading = readTitle(title, lens.taxonomy.titles);
  const content = MappedText.verbatim(title, 0);
  return {
    ...posting,
    title: { place: 'line', content, span: { start: 0, end: 0 }, reading, escape: (text) => text },
  };
}

/**
 * Reads and judges a document. Never throws, whatever the text.
 * @param memory what is known from the document's last state; the answer is the same without it
 */
export function analyze(request: AnalysisRequest, lens: Lens, memory: Memory = forgetful): Analysis {
  const { source, format, configuration } = request;
  const { judged: fate } = configuration;
  const { interfaceLanguage } = lens;
  const because = (kind: Silence['kind'], reason: Phrase): Silence => ({
    kind,
    reason: worded(reason, interfaceLanguage),
  });
  if (fate.when === 'never') return silent(source, lens, because('excluded', fate.reason));
  if (source.length > configuration.maxLength)
    return silent(source, lens, tooLarge(configuration, interfaceLanguage));
  if (/\0/.test(source.slice(0, 4096)))
    return silent(source, lens, because('unreadable', say`The document is not text.`));
  const title = request.title?.trim() === '' ? undefined : request.title;
  if (fate.when === 'by-text' && title === undefined && !sniff(source, format.id))
    return silent(source, lens, because('not-a-posting', say`Nothing in the text speaks of a job.`));
  const judged: JudgedPosting[] = [];
  const unjudged: UnjudgedPosting[] = [];
  let missed: UnjudgedPosting | null = null;
  const failures: RuleFailure[] = [];
  const all = format.read(source, memory, title !== undefined);
  for (const read of all) {
    const index = judged.length + unjudged.length;
    const built = buildPosting(read, format.id, lens.taxonomy.titles, index);
    const posting = withTitle(built, title, lens);
    const result = judgePosting(posting, read, all.length === 1, request, lens, failures);
    if ('judgement' in result) judged.push(result);
    else if (result.silence.kind === 'language') unjudged.push(result);
    else missed ??= result;
  }
  const [first] = [...judged, ...unjudged].sort((a, b) => a.posting.index - b.posting.index);
  if (first === undefined) {
    const nothing = because('not-a-posting', say`Nothing in it has the form of a posting.`);
    return silent(source, lens, missed?.silence ?? nothing, {
      posting: missed?.posting ?? null,
    });
  }
  const suppressions = readSuppressions(source, format, memory);
  const findings = conclude(
    { source, format: format.id },
    suppressions,
    judged,
    configuration,
    interfaceLanguage,
    failures,
  );
  return {
    source,
    taxonomy: lens.taxonomy,
    interfaceLanguage,
    isPosting: judged.length > 0 || unjudged.some((each) => each.isPosting),
    language: first.language,
    silence: judged.length > 0 ? null : (unjudged[0]?.silence ?? null),
    posting: first.posting,
    judged: judged.map((each, index) => ({ ...each, findings: findings[index] ?? [] })),
    unjudged,
    suppressions: suppressions.all,
    failures: failures.filter(
      ({ rule }, index) => failures.findIndex((each) => each.rule === rule) === index,
    ),
  };
}

/** Judges what may be a posting, with all that rules find; unless it is none or is written in a language that is not judged. */
function judgePosting(
  posting: Posting,
  read: DocumentBlocks,
  alone: boolean,
  request: AnalysisRequest,
  lens: Lens,
  failures: RuleFailure[],
): JudgedPosting | UnjudgedPosting {
  const { interfaceLanguage } = lens;
  const found = detection(request, read, posting);
  const none: UnjudgedPosting = {
    posting,
    isPosting: false,
    language: null,
    silence: { kind: 'not-a-posting', reason: worded(found.reason, interfaceLanguage) },
  };
  const namesRole = (posting.title?.reading.mentions.length ?? 0) > 0;
  if (!found.posting && !namesRole) return none;
  const language = languageOf(posting.statements.map(({ content }) => content.once(languagesIn)));
  if (language === null || !judgedLanguages.has(language)) {
    // Detection knows the phrases of English: elsewhere a title that names a role is enough to say why nothing is claimed.
    if (!found.posting && language === null) return none;
    const reason = worded(unjudgedLanguage(language, interfaceLanguage.locale), interfaceLanguage);
    const silence: Silence = { kind: 'language', reason };
    return { posting, isPosting: found.posting, language, silence };
  }
  if (!found.posting) return none;
  const judgement = judge(posting, lens);
  const { source, configuration } = request;
  const context = { source, posting, judgement, lens, alone };
  const findings = checkPosting(context, configuration, failures);
  return { posting, language, judgement, findings };
}

function detection(request: AnalysisRequest, read: DocumentBlocks, posting: Posting): Detection {
  const { judged } = request.configuration;
  if (judged.when === 'always') return { posting: true, reason: judged.reason };
  if (read.declared) return { posting: true, reason: say`Its structured data says that it is a posting.` };
  return detect(request.source.slice(read.span.start, read.span.end), read, posting);
}
