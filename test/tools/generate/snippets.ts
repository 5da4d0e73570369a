import { exampleDuties, newPosting } from '../../../shared/features/newPosting.ts';
import { taxonomy } from '../../../shared/taxonomy/index.ts';
import { type Generator, wholeFile } from './generated.ts';

/** `$`, `}` and `\` mean something in a snippet. */
const plain = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

/** Places to fill in become tab stops, in the order of the text. */
function withTabStops(text: string): string {
  let stop = 0;
  return plain(text).replace(/\[([^[\]]+)\]/g, (_, hint: string) => `\${${String(++stop)}:${hint}}`);
}

const list = (items: readonly string[]): string[] => items.map((item) => `- ${plain(item)}`);

/** Snippets for people who write postings: whole ones, and the duties of each role. */
export const snippets: Generator = () => {
  const all: Record<string, { prefix: string; description: string; body: readonly string[] }> = {};
  for (const role of taxonomy.roles) {
    const text = newPosting({ role: role.id, format: 'posting' }, taxonomy) ?? '';
    all[`Posting for a ${role.name}`] = {
      prefix: `posting-${role.id}`,
      description: `A posting for a ${role.name}, with places to fill in`,
      body: withTabStops(text).trimEnd().split('\n'),
    };
    all[`Duties of a ${role.name}`] = {
      prefix: `duties-${role.id}`,
      description: `What a ${role.name} does, from the article’s list`,
      body: list(exampleDuties(taxonomy, role.id)),
    };
  }
  return [wholeFile('syntaxes/job-posting.snippets.json', `${JSON.stringify(all, null, 2)}\n`)];
};
