import { taxonomy } from '../../shared/index.ts';
import { explainableIds, nearestTo, pageKinds, pages } from '../pages.ts';
import { choice, list, object, orNull, text } from './schema.ts';
import { refused } from './postings.ts';
import { refusalCodes, type Tool } from './tool.ts';

/** The page of what the other tools name. */
export const explain: Tool<{ readonly id: string }> = {
  name: 'explain',
  title: 'Explain a rule or a responsibility',
  description:
    'The page of a rule, role, verdict, responsibility, trait or context that the other tools name by its id, such as title-mismatch or moderation: what it means, examples, and the source.',
  input: object({ id: text('An id from the answer of another tool.') }),
  output: object({
    outcome: choice(['explained', 'refused']),
    says: text('What it is, in a sentence.'),
    refusal: orNull(choice(refusalCodes, 'Why there is no page; null where there is one.')),
    kind: orNull(choice(pageKinds)),
    name: orNull(text('What people call it.')),
    markdown: orNull(text('Its page.')),
    suggestions: list(text('An id that may have been meant.')),
  }),
  nothing: { kind: null, name: null, markdown: null, suggestions: [] },
  run({ id }, surroundings) {
    for (const page of pages(taxonomy, surroundings.rulePage))
      if (page.id === id) {
        const { kind, name, says, markdown } = page;
        const structured = {
          outcome: 'explained',
          says,
          refusal: null,
          kind,
          name,
          markdown,
          suggestions: [],
        };
        return Promise.resolve({ structured, texts: [markdown], isError: false });
      }
    const ids = explainableIds(taxonomy);
    const suggestions = nearestTo(id, ids);
    const hint =
      suggestions.length > 0 ? `Did you mean ${suggestions.join(' or ')}?` : `There are ${ids.join(', ')}.`;
    const refusal = { refusal: 'unknown-id', says: `There is no page of “${id}”. ${hint}` } as const;
    return Promise.resolve(refused(refusal, { ...this.nothing, suggestions }));
  },
};
