/**
 * The cheap test for "could this be a posting?", run by the client before the server exists and by detection as its
 * first gate: what this refuses is never a posting. It reads raw text of any format, so it asks for little: a job named
 * at the very top, or further down with two kinds of words that postings have, or most of those kinds alone.
 */

/** How much of a document is looked at. */
export const sniffLength = 20_000;
const topLines = 5;
const firstLines = 40;
const topLength = 160;
const titleLength = 120;
/** Texts up to here have little room for all kinds of words. */
const shortLength = 2000;

/** Nouns of jobs, in the languages that postings are met in here. A line of the head that has one may be a title. */
const job =
  /(?<!\p{L})(?:manager|engineer|developer|dev|director|specialist|co-?ordinator|analyst|designer|assistant|associate|officer|lead|head|chief|consultant|intern|internship|architect|administrator|scientist|representative|executive|strategist|writer|editor|producer|technician|nurse|practitioner|clinician|teacher|counsell?or|advis[eo]r|recruiter|accountant|supervisor|fellow|evangelist|advocate|professor|researcher|president|organi[sz]er|creator|marketer|planner|buyer|clerk|operator|agent|therapist|trainer|instructor|moderator|worker|ambassador|apprentice|trainee|attorney|counsel|expert|generalist|copywriter|storyteller|guru|mgr|smm|journalist|reporter|artist|builder|master|host|chair|owner|partner|driver|controller|operations|engagement|relations|support|position|role|job|vacanc(?:y|ies)|hiring|[\p{L}]*(?:entwickler|leiter|mitarbeiter|referent|redakteur|berater|praktikant|werkstudent|koordinator|manager)(?:in)?|responsable|charg[ée]e?|gestionnaire|stagiaire|rédact(?:eur|rice)|gestora?|especialista|desarrollador|técnic[oa]|becari[oa]|analista|gerente|coordenador|coordinador|addett[oa]|responsabile|medewerker|beheerder)s?(?!\p{L})/iu;

/** "Company | job | place | full-time", as job boards and threads have it. */
const jobLine = /\|.*\b(?:full[- ]?time|part[- ]?time|remote|on-?site|hybrid|contract|visa)\b/i;

/** What machines write for machines. */
const marked = /\b(?:JobPosting|hiringOrganization|employmentType|jobLocation)\b/;

/** Kinds of words that postings have; no kind alone says much. */
const kinds: readonly RegExp[] = [
  /\b(?:hiring|recruit|(?:re|is|are) (?:looking|seeking|searching)|seeks|join (?:our|the|us)|vacanc|employment|equal[- ]opportunity|wir suchen|recherch|buscamos|procura|cerchiamo|zoeken)/i,
  /\b(?:responsib|duties|you(?:['’]ll| will)|your (?:role|tasks|job|mission)|(?:the|this) (?:role|position|job)\b|in charge of|aufgaben|missions|tareas|funciones|atividades|mansioni|taken\b)/i,
  /\b(?:qualifi|requirements?\b|years? |experience\b|ability to|skills|degree\b|knowledge of|candidate|applicant|anforderungen|kenntnisse|profil|requisit|experiencia|expérience|ervaring)/i,
  /\b(?:apply|application|cover letter|resume|résumé|cv|bewerb|candidature|postul|candidatura|sollicit)/i,
  /\b(?:full[- ]?time|part[- ]?time|salary|compensation|benefits|per hour|insurance|remote|hybrid|on-?site|internship|contract|locations?\b|vollzeit|teilzeit|cdi|cdd|temps plein|jornada|voltijd)/i,
];

/** In records and their like a posting has a title or says its type, and has a text; most such files have none. */
const recordCues =
  /\bJobPosting\b|title["']?\s*[:=]|\b(?:position|text|role|vacancy)["']?\s*[:=]\s*["']?[A-Za-z]/i;
const records: ReadonlySet<string> = new Set(['json', 'jsonc', 'yaml']);

/** Lines of suppression comments, which say nothing about what the text is. */
const suppressions = /^[ \t>]*(?:<!--|#)[ \t]*posting-lens-[^\n]*\n/gm;

/**
 * @param text the document, or its first `sniffLength` UTF-16 units
 * @param kind its format or its language in the editor
 */
export function sniff(text: string, kind?: string): boolean {
  const start = text.length > sniffLength ? text.slice(0, sniffLength) : text;
  const head = start.includes('posting-lens-') ? start.replace(suppressions, '') : start;
  if (kind !== undefined && records.has(kind) && !recordCues.test(head)) return false;
  const lines = head.split('\n', firstLines);
  const names = (line: string): boolean => line.length <= titleLength && job.test(line);
  if (job.test(head.trimStart().slice(0, topLength).split('\n', 1)[0] ?? '')) return true;
  if (lines.slice(0, topLines).some(names) || lines.some((line) => jobLine.test(line.slice(0, topLength))))
    return true;
  if (marked.test(head)) return true;
  const found = kinds.filter((kind) => kind.test(head)).length;
  return found >= (head.length < shortLength ? 3 : 4) || (found >= 2 && lines.some(names));
}
