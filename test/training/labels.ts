/** The entry that a reader's label names. */
const entries: Readonly<Record<string, string>> = {
  'S.content': 'content-creation',
  'S.respond': 'brand-response',
  'S.ugc': 'user-content',
  'S.channels': 'social-tools',
  'S.metrics': 'reporting',
  'C.welcome': 'member-welcome',
  'C.relations': 'key-relationships',
  'C.moderate': 'moderation',
  'C.connect': 'member-connection',
  'C.program': 'programming',
  'C.resources': 'internal-resources',
  'C.guidelines': 'guidelines',
  'C.platform': 'community-tools',
  'C.metrics': 'reporting',
};

/** @returns the responsibility's id, or null for `shared`, `other`, `none` and what is no label */
export function entryOfLabel(label: string): string | null {
  return entries[label] ?? null;
}
