/**
 * The cheap test for "could this be a posting?", run by the client before the server exists and by detection as its
 * first gate: what this refuses is never a posting.
 */
const cues =
  /\b(?:hiring|hire|recruit|vacanc|job|position|role|responsib|duties|qualification|requirement|applicant|apply|candidate|salary|full[- ]?time|part[- ]?time|manager|coordinator|specialist|internship|employ|benefits|experience|career|director|officer|assistant|associate|moderat|volunteer|editor|engineer|developer|lead|strateg|engagement|team|skills|work|master|operations)/i;

/** How much of a document is looked at. */
export const sniffLength = 20_000;

/** @param text the document, or its first `sniffLength` UTF-16 units */
export function sniff(text: string): boolean {
  return cues.test(text.length > sniffLength ? text.slice(0, sniffLength) : text);
}
