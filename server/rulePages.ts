import { readFileSync } from 'node:fs';

/** The page of a rule: Markdown, beside the program. Empty where the rule has none. */
export function rulePage(id: string): string {
  try {
    return readFileSync(new URL(`../rules/${id}.md`, import.meta.url), 'utf8');
  } catch {
    return '';
  }
}
