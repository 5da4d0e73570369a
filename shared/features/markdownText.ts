import { inert } from '../inert.ts';
import { type Phrase, say } from '../say.ts';
import type { Citation } from '../taxonomy/index.ts';

/** Text of a document made harmless in Markdown: no markup, no links, no HTML, on one line. */
export function escapeMarkdown(text: string): string {
  return inert(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]()#+\-.!|<>~&:]/g, '\\$&');
}

/** At most `most` characters on one line, cut between words, nothing invisible in them. */
export function shorten(text: string, most: number): string {
  const flat = inert(text).replace(/\s+/g, ' ').trim();
  if (flat.length <= most) return flat;
  const cut = flat.slice(0, most).replace(/[\ud800-\udbff]$/, '');
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trimEnd()} …`;
}

/** Author, year, title, part and link, as Markdown. */
export function citation({ author, title, publisher, date, part, link }: Citation): Phrase {
  return say`${author}, [“${title}”](${link}), ${publisher}, ${date.slice(0, 4)}: ${part}.`;
}
