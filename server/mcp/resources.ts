import { type McpServer, ResourceNotFoundError, ResourceTemplate } from '@modelcontextprotocol/server';
import { type Taxonomy, taxonomy } from '../../shared/index.ts';
import { type Page, pageKinds, pages } from '../pages.ts';
import { rulePage } from '../rulePages.ts';

const plural = {
  rule: 'rules',
  role: 'roles',
  verdict: 'verdicts',
  responsibility: 'responsibilities',
  trait: 'traits',
  context: 'contexts',
} as const;

/** The whole taxonomy at a glance: what there is, whose it is, what it says. */
function overview({ roles, responsibilities, traits, contexts }: Taxonomy): unknown {
  const short = (entries: Taxonomy['responsibilities' | 'traits' | 'contexts']) =>
    entries.map(({ id, name, roles: owners, explanation }) => ({ id, name, roles: owners, explanation }));
  return {
    roles: roles.map(({ id, title, essence }) => ({ id, title, essence })),
    responsibilities: short(responsibilities),
    traits: short(traits),
    contexts: short(contexts),
  };
}

const uriOf = ({ kind, id }: Page): string => `posting-lens://${plural[kind]}/${id}`;

/** The taxonomy and the pages of the rules, to be read by their URIs. */
export function registerResources(server: McpServer): void {
  server.registerResource(
    'taxonomy',
    'posting-lens://taxonomy',
    {
      title: 'Taxonomy',
      description: 'The two roles with their responsibilities, traits and contexts, as JSON.',
      mimeType: 'application/json',
    },
    ({ href }) => ({
      contents: [
        { uri: href, mimeType: 'application/json', text: JSON.stringify(overview(taxonomy), null, 2) },
      ],
    }),
  );
  for (const kind of pageKinds) {
    const all = [...pages(taxonomy, rulePage)].filter((page) => page.kind === kind);
    const template = new ResourceTemplate(`posting-lens://${plural[kind]}/{id}`, {
      list: () => ({
        resources: all.map((page) => ({
          uri: uriOf(page),
          name: page.id,
          title: page.name,
          description: page.says,
          mimeType: 'text/markdown',
        })),
      }),
      complete: { id: (begun) => all.map(({ id }) => id).filter((id) => id.startsWith(begun)) },
    });
    server.registerResource(
      plural[kind],
      template,
      { description: `The page of a ${kind}, in Markdown.`, mimeType: 'text/markdown' },
      ({ href }, { id }) => {
        const page = all.find((each) => each.id === id);
        if (page === undefined) throw new ResourceNotFoundError(href);
        return { contents: [{ uri: href, mimeType: 'text/markdown', text: page.markdown }] };
      },
    );
  }
}
