/**
 * The cheap test for "could this be a posting?", run by the client before the server exists and by detection as its
 * first gate: what this refuses is never a posting.
 */
const cues =
  /\b(?:hiring|hire|recruit|vacanc|job|position|role|responsib|duties|qualification|requirement|applicant|apply|candidate|salary|full[- ]?time|part[- ]?time|manager|coordinator|specialist|internship|employ|benefits|experience|career|director|officer|assistant|associate|moderat|volunteer|editor|engineer|developer|lead|strateg|engagement|team|skills|work|master|operations)/i;

/** How much of a document is looked at. */
export const sniffLength = 20_000;

/** In records and their like a posting has a title or says its type, and has a text; most such files have none. */
const recordCues =
  /\bJobPosting\b|title["']?\s*[:=]|\b(?:position|text|role|vacancy)["']?\s*[:=]\s*["']?[A-Za-z]/i;
const records: ReadonlySet<string> = new Set(['json', 'jsonc', 'yaml']);

/**
 * @param text the document, or its first `sniffLength` UTF-16 units
 * @param kind its format or its language in the editor
 */
export function sniff(text: string, kind?: string): boolean {
  const head = text.length > sniffLength ? text.slice(0, sniffLength) : text;
  return cues.test(head) && (kind === undefined || !records.has(kind) || recordCues.test(head));
}
