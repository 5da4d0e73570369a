import { decodeHTML } from 'entities';
import type { FormatId, Posting } from '../../shared/index.ts';
import type { Section } from '../../shared/posting/posting.ts';

/** A posting before it has a format. */
export interface Model {
  readonly title: string;
  readonly intro: readonly string[];
  readonly sections: readonly { readonly heading: string; readonly items: readonly string[] }[];
}

/** A posting of ours that breaks two rules. */
export const reference: Model = {
  title: 'Senior Community Manager (m/f/d)',
  intro: [
    'Halloway & Sons sells tea from small gardens. As our Community Manager you will be our voice online.',
  ],
  sections: [
    {
      heading: 'What you’ll do',
      items: [
        'Plan the content calendar & write captions for Instagram and TikTok',
        'Film and edit short videos in our tasting room',
        'Reply to comments and direct messages in our “brand voice”',
        'Grow our community of 40,000 followers on Instagram',
        'Report on reach and engagement rate every month',
      ],
    },
    {
      heading: 'What you bring',
      items: ['Three years of experience with social channels', 'A good eye < a good camera'],
    },
    { heading: 'How to apply', items: ['Send us two posts that you are proud of'] },
  ],
};

/** How the same words may be written. Every `n`th letter is written another way; 0 changes nothing. */
export interface Manner {
  readonly entities: number;
  readonly escapes: number;
  readonly bold: number;
  readonly crlf: boolean;
  readonly bom: boolean;
  readonly list?: ListStyle;
}

/** How lists are laid out, in the formats where there is a choice. */
export type ListStyle = 'bullets' | 'numbers' | 'loose' | 'tabs' | 'minified';

export const plainManner: Manner = { entities: 0, escapes: 0, bold: 0, crlf: false, bom: false };

export interface Rendering {
  readonly name: string;
  readonly format: FormatId;
  readonly source: string;
  /** A stretch of the source as its reader sees it. */
  readonly decode: (slice: string) => string;
}

const nth = (text: string, every: number, write: (letter: string) => string): string => {
  let count = 0;
  if (every === 0) return text;
  return text.replace(/[A-Za-z]/g, (letter) => (++count % every === 0 ? write(letter) : letter));
};
/** The same, with tags and references of HTML passed over. */
const nthOfJson = (json: string, every: number): string =>
  json.replace(/\\.|[^\\]+/g, (part) =>
    part.startsWith('\\')
      ? part
      : nth(part, every, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );

const basic = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign);
const unhtml = (slice: string): string => decodeHTML(slice.replace(/<[^<>]*>/g, ''));
const unjson = (slice: string): string => JSON.parse(`"${slice}"`) as string;
const unmarkdown = (slice: string): string =>
  unhtml(slice.replace(/\*\*/g, '').replace(/\\([\\&<*])/g, '$1'));
const asIs = (slice: string): string => slice;

const isBold = (word: string, index: number, { bold }: Manner): boolean =>
  bold > 0 && index % bold === 1 && /^[A-Za-z]+$/.test(word);

/** Words as HTML: the `bold`th word set bold, letters as references. */
function htmlText(text: string, manner: Manner): string {
  return text
    .split(' ')
    .map((word, index) => {
      const written = word.replace(/[^&<>]+|[&<>]/g, (part) =>
        /[&<>]/.test(part)
          ? basic(part)
          : nth(part, manner.entities, (letter) => `&#${letter.charCodeAt(0)};`),
      );
      return isBold(word, index, manner) ? `<b>${written}</b>` : written;
    })
    .join(' ');
}

function list(items: readonly string[], manner: Manner): string {
  const style = manner.list ?? 'bullets';
  const name = style === 'numbers' ? 'ol' : 'ul';
  const open = style === 'minified' ? '' : style === 'tabs' ? '\t' : '  ';
  const close = style === 'minified' ? '' : style === 'loose' ? '\n\n' : '\n';
  const written = items.map((item) => `${open}<li>${htmlText(item, manner)}</li>${close}`).join('');
  return `<${name}>${close && '\n'}${written}</${name}>\n`;
}

/** The items of a list as lines. */
function lines(items: readonly string[], sign: string, { list }: Manner): string {
  const mark = (index: number): string =>
    list === 'numbers' ? `${index + 1}. ` : list === 'tabs' ? `${sign}\t` : `${sign} `;
  return items.map((item, index) => `${mark(index)}${item}\n`).join(list === 'loose' ? '\n' : '');
}

function htmlBody({ intro, sections }: Model, manner: Manner): string {
  const head = intro.map((text) => `<p>${htmlText(text, manner)}</p>\n`).join('');
  return (
    head +
    sections
      .map(
        ({ heading, items }) =>
          `<h2>${htmlText(heading, { ...manner, bold: 0 })}</h2>\n${list(items, manner)}`,
      )
      .join('')
  );
}

function markdown(model: Model, manner: Manner, withTitle = true): string {
  const words = (text: string): string =>
    text
      .split(' ')
      .map((word, index) => {
        const written = nth(
          word.replace(/[\\&<*]/g, '\\$&'),
          manner.entities,
          (letter) => `&#${letter.charCodeAt(0)};`,
        );
        return isBold(word, index, manner) ? `**${written}**` : written;
      })
      .join(' ');
  const sections = model.sections.map(
    ({ heading, items }) => `## ${words(heading)}\n\n${lines(items.map(words), '-', manner)}\n`,
  );
  return `${withTitle ? `# ${model.title}\n\n` : ''}${model.intro.map((text) => `${words(text)}\n\n`).join('')}${sections.join('')}`;
}

function text({ title, intro, sections }: Model, manner: Manner): string {
  const parts = sections.map(({ heading, items }) => `${heading}:\n\n${lines(items, '•', manner)}`);
  return `${title}\n\n${intro.join('\n\n')}\n\n${parts.join('\n')}`;
}

/** The keys of a record for the sections after the duties. */
const otherKeys = ['requirements', 'how_to_apply'];

/** A posting that was read, before it had its format: its duties in one section, and two others at most. */
export function modelOf({ title, sections }: Posting): Model {
  const words = ({ blocks }: Section): string[] =>
    blocks.map(({ content }) => content.text.replace(/\s+/g, ' '));
  const isHead = ({ kind, heading }: Section): boolean =>
    kind === 'intro' || (kind !== 'duties' && heading === null);
  const says = ({ statements }: Section): boolean => statements.some(({ duty }) => duty);
  const rest = sections.filter((section) => !isHead(section) && section.blocks.length > 0);
  const named = (section: Section): string => section.heading?.content.text.replace(/:$/, '') ?? '';
  const duties = { heading: 'Responsibilities', items: rest.filter(says).flatMap(words) };
  const others = rest.filter((section) => !says(section)).slice(0, otherKeys.length);
  return {
    title: title?.content.text ?? '',
    intro: sections.filter(isHead).flatMap(words),
    sections: [duties, ...others.map((section) => ({ heading: named(section), items: words(section) }))],
  };
}

/** All formats' ways to write one posting. */
export function renderings(model: Model, manner: Manner = plainManner): Rendering[] {
  const { title, intro, sections } = model;
  const body = htmlBody(model, manner);
  const json = (value: unknown): string => nthOfStrings(JSON.stringify(value, null, 2), manner.escapes);
  const page = (head: string, content: string): string =>
    `<!DOCTYPE html>\n<html>\n<head>\n<title>${basic(title)} | Halloway Careers</title>\n${head}</head>\n<body>\n<nav><a href="/">Moderate the forum</a></nav>\n<!-- Welcome new members -->\n${content}<footer>Host calls for members</footer>\n</body>\n</html>\n`;
  const visible = `<main>\n<h1>${htmlText(title, { ...manner, bold: 0 })}</h1>\n${body}</main>\n`;
  const record = {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title,
    description: body,
    employmentType: 'FULL_TIME',
  };
  const script = (value: unknown): string =>
    `<script type="application/ld+json">\n${json(value)}\n</script>\n`;
  const twice = (html: string): string => basic(html).replace(/"/g, '&quot;');
  const [duties, ...others] = sections;
  const yamlText = (value: string): string =>
    `"${nthOfJson(value.replace(/["\\]/g, '\\$&'), manner.escapes)}"`;
  const yamlList = (items: readonly string[]): string =>
    items.map((item) => `  - ${yamlText(item)}\n`).join('');
  const front = (mark: string, line: string): string =>
    `${mark}\n${line}\nlocation${mark === '---' ? ': Lyon' : ' = "Lyon"'}\n${mark}\n\n`;
  const inJson = (slice: string): string => unhtml(unjson(slice));
  const all: Rendering[] = [
    { name: 'Markdown', format: 'markdown', source: markdown(model, manner), decode: unmarkdown },
    {
      name: 'Markdown with YAML',
      format: 'markdown',
      source: front('---', `title: "${title}"`) + markdown(model, manner, false),
      decode: unmarkdown,
    },
    {
      name: 'Markdown with TOML',
      format: 'markdown',
      source: front('+++', `title = "${title}"`) + markdown(model, manner, false),
      decode: unmarkdown,
    },
    {
      name: 'Markdown with HTML in it',
      format: 'markdown',
      source: `# ${title}\n\n${body.replace(/\n<h2>/g, '\n\n<h2>').replace(/<\/h2>\n/g, '</h2>\n\n')}`,
      decode: unmarkdown,
    },
    { name: 'text', format: 'text', source: text(model, manner), decode: asIs },
    {
      name: 'posting',
      format: 'posting',
      source: front('---', `title: ${title}`) + markdown(model, manner, false),
      decode: unmarkdown,
    },
    {
      name: 'HTML page',
      format: 'html',
      source: page(
        `<style>p { position: static }</style>\n<meta property="og:title" content="${basic(title)} at Halloway">\n`,
        visible,
      ),
      decode: unhtml,
    },
    {
      name: 'HTML fragment',
      format: 'html',
      source: `<h1>${htmlText(title, { ...manner, bold: 0 })}</h1>\n${body}`,
      decode: unhtml,
    },
    { name: 'JSON-LD', format: 'json', source: json(record), decode: inJson },
    {
      name: 'JSON-LD in a page without text',
      format: 'html',
      source: page(
        script({ '@graph': [{ '@type': 'Organization', name: 'Halloway' }, record] }),
        '<div id="root"></div>\n',
      ),
      decode: inJson,
    },
    {
      name: 'JSON-LD beside the text',
      format: 'html',
      source: page(script([record]), visible),
      decode: unhtml,
    },
    {
      name: 'Greenhouse',
      format: 'json',
      source: json({
        absolute_url: 'https://jobs.example/1',
        id: 1,
        title,
        content: twice(body),
        location: { name: 'Lyon' },
      }),
      decode: (slice) => unhtml(decodeHTML(unjson(slice))),
    },
    {
      name: 'Lever',
      format: 'json',
      source: json([
        {
          additional: others
            .map(({ heading, items }) => `<h3>${heading}</h3>${list(items, manner)}`)
            .slice(1)
            .join(''),
          categories: { commitment: 'Full-time' },
          description: intro.map((each) => `<div>${htmlText(each, manner)}</div>`).join(''),
          descriptionPlain: intro.join('\n'),
          lists: sections
            .slice(0, 2)
            .map(({ heading, items }) => ({ text: heading, content: list(items, manner) })),
          text: title,
        },
      ]),
      decode: inJson,
    },
    {
      name: 'Ashby',
      format: 'json',
      source: json({
        jobs: [{ title, descriptionHtml: body, descriptionPlain: text(model, manner).slice(title.length) }],
      }),
      decode: inJson,
    },
    {
      name: 'Workable',
      format: 'json',
      source: json({
        results: [
          {
            title,
            description: htmlBody({ ...model, sections: sections.slice(0, 1) }, manner),
            ...Object.fromEntries(
              others.map((section, index) => [otherKeys[index], list(section.items, manner)]),
            ),
          },
        ],
      }),
      decode: inJson,
    },
    {
      name: 'YAML',
      format: 'yaml',
      source: `title: ${yamlText(title)}\ndescription: >\n${intro.map((each) => `  ${each.replace(/\. /g, '.\n  ')}\n`).join('')}what_you_will_do:\n${yamlList(duties?.items ?? [])}${others.map(({ items }, index) => `${otherKeys[index] ?? ''}:\n${yamlList(items)}`).join('')}`,
      decode: (slice) => unjson(slice.replace(/\r?\n\s*/g, ' ')),
    },
    {
      name: 'YAML with Markdown in it',
      format: 'yaml',
      source: `title: '${title}'\ndescription: |\n${markdown(model, manner, false).replace(/^(?=.)/gm, '  ')}`,
      decode: unmarkdown,
    },
  ];
  return all.map((each) => ({
    ...each,
    source: (manner.bom ? '\uFEFF' : '') + (manner.crlf ? each.source.replace(/\n/g, '\r\n') : each.source),
  }));
}

/** Letters of a JSON text's strings as escapes; keys stay as they are. */
function nthOfStrings(json: string, every: number): string {
  return json.replace(/: ("[^"\\]*(?:\\.[^"\\]*)*")/g, (whole, value: string) =>
    value.includes('JobPosting') ? whole : `: "${nthOfJson(value.slice(1, -1), every)}"`,
  );
}
