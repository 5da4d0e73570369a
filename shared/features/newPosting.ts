import type { FormatId } from '../posting/blocks.ts';
import type { Role, RoleId, Taxonomy } from '../taxonomy/index.ts';

/** What a new posting is made from. */
export interface NewPostingRequest {
  readonly role: RoleId;
  readonly format: FormatId;
  /** The role's own title where empty. */
  readonly title?: string;
  readonly organisation?: string;
}

interface Draft {
  readonly title: string;
  readonly organisation: string;
  readonly intro: readonly string[];
  readonly sections: readonly { readonly heading: string; readonly items: readonly string[] }[];
}

const mostDuties = 7;

/** Duties of a role from the taxonomy's examples: one of each responsibility, the defining ones first. */
export function exampleDuties({ responsibilities }: Taxonomy, role: RoleId): string[] {
  const own = responsibilities.filter(({ roles }) => roles.length === 1 && roles[0] === role);
  const sorted = [...own].sort((a, b) => Number(b.core) - Number(a.core));
  const examples = sorted.map(({ examples }) => examples[0]);
  const more = sorted.map(({ examples }) => examples[1]);
  return [...examples, ...more].slice(0, mostDuties).map((text) => text.replace(/\.$/, ''));
}

/** All in the language of postings, whatever language the product speaks. */
function draftOf(request: NewPostingRequest, role: Role, taxonomy: Taxonomy): Draft {
  const organisation = request.organisation?.trim() || '[Organisation]';
  return {
    title: request.title?.trim() || role.title,
    organisation,
    intro: [
      `${organisation} [one sentence on what you do and for whom].`,
      `We are looking for our next ${role.title} [full time or part time, place or remote].`,
    ],
    sections: [
      { heading: 'What you will do', items: exampleDuties(taxonomy, role.id) },
      {
        heading: 'What you bring',
        items: [
          'Experience in a comparable role',
          'Clear and friendly writing',
          '[One more requirement that really matters]',
        ],
      },
      {
        heading: 'What we offer',
        items: ['[Salary range]', '[Working hours, holidays, equipment]'],
      },
      { heading: 'How to apply', items: ['Write to [address] by [date]'] },
    ],
  };
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign);

/** Text that Markdown shows as it is. */
const escapeMarkdown = (text: string): string => text.replace(/[\\`*_<]/g, '\\$&');

function html({ intro, sections }: Draft, indent = ''): string {
  const lines = [
    ...intro.map((text) => `<p>${escapeHtml(text)}</p>`),
    ...sections.flatMap(({ heading, items }) => [
      `<h2>${escapeHtml(heading)}</h2>`,
      '<ul>',
      ...items.map((item) => `  <li>${escapeHtml(item)}</li>`),
      '</ul>',
    ]),
  ];
  return lines.map((line) => indent + line).join('\n');
}

function markdown({ intro, sections }: Draft, escape: (text: string) => string): string {
  return [
    ...intro.map(escape),
    ...sections.map(
      ({ heading, items }) => `## ${heading}\n\n${items.map((item) => `- ${escape(item)}`).join('\n')}`,
    ),
  ].join('\n\n');
}

/** A string that YAML reads as just this text. JSON's strings are YAML's. */
const quoted = (text: string): string => JSON.stringify(text);

const writers: Readonly<Record<FormatId, (draft: Draft) => string>> = {
  markdown: (draft) =>
    `---\ntitle: ${quoted(draft.title)}\n---\n\n# ${escapeMarkdown(draft.title)}\n\n${markdown(draft, escapeMarkdown)}\n`,
  posting: (draft) => `# ${draft.title}\n\n${markdown(draft, (text) => text)}\n`,
  text: ({ title, intro, sections }) =>
    [
      title,
      ...intro,
      ...sections.map(({ heading, items }) => `${heading}:\n${items.map((item) => `- ${item}`).join('\n')}`),
    ].join('\n\n') + '\n',
  html: (draft) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>${escapeHtml(draft.title)}</title>
  </head>
  <body>
    <h1>${escapeHtml(draft.title)}</h1>
${html(draft, '    ')}
  </body>
</html>
`,
  json: (draft) =>
    JSON.stringify(
      {
        '@context': 'https://schema.org',
        '@type': 'JobPosting',
        title: draft.title,
        hiringOrganization: { '@type': 'Organization', name: draft.organisation },
        description: html(draft),
      },
      null,
      2,
    ) + '\n',
  yaml: ({ title, organisation, intro, sections }) =>
    [
      `title: ${quoted(title)}`,
      `organisation: ${quoted(organisation)}`,
      'description: |',
      ...intro.map((text) => `  ${text}`),
      'sections:',
      ...sections.flatMap(({ heading, items }) => [
        `  - heading: ${quoted(heading)}`,
        '    content:',
        ...items.map((item) => `      - ${quoted(item)}`),
      ]),
    ].join('\n') + '\n',
};

/**
 * A posting to start from, with duties of the role and places to fill in. Null where the taxonomy has no such role.
 * It passes our own rules as a posting of its role.
 */
export function newPosting(request: NewPostingRequest, taxonomy: Taxonomy): string | null {
  const role = taxonomy.roles.find(({ id }) => id === request.role);
  return role === undefined ? null : writers[request.format](draftOf(request, role, taxonomy));
}
