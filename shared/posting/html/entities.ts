import { decodeHTML } from 'entities';
import { type Escape, MappedText, TextBuilder } from '../mappedText.ts';

/** Text for an element's content. */
export const escapeText: Escape = (text) =>
  text.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'));

/** Text for an attribute's value, whatever its quotes. */
export const escapeAttribute: Escape = (text) =>
  escapeText(text).replace(/"/g, '&quot;').replace(/'/g, '&#39;');

const reference = /&(?:#(?:\d{1,8}|x[\da-f]{1,6})|[a-z][a-z\d]{1,31});?/gi;

/** Text in which markup is written as entities (`&lt;p&gt;`), with these decoded once. */
export function decodeReferences(encoded: MappedText): MappedText {
  const { text } = encoded;
  if (!text.includes('&')) return encoded;
  const builder = new TextBuilder(escapeText);
  let done = 0;
  for (const match of text.matchAll(reference)) {
    const decoded = decodeHTML(match[0]);
    if (decoded === match[0]) continue;
    builder.verbatim(text.slice(done, match.index), done);
    builder.decoded(decoded, match.index, match[0].length);
    done = match.index + match[0].length;
  }
  if (done === 0) return encoded;
  builder.verbatim(text.slice(done), done);
  return builder.build().through(encoded);
}

const blockNames = 'p|br|ul|ol|li|div|h[1-6]|table|section|article';
const inlineNames = 'strong|b|em|i|u|span|a';
const blockTag = new RegExp(`</?(?:${blockNames})\\b[^<]*>`, 'i');
const anyTag = new RegExp(`</?(?:${blockNames}|${inlineNames})\\b[^<]*>`, 'i');
const encodedTag = new RegExp(`&lt;/?(?:${blockNames}|${inlineNames})\\b`, 'i');

/** Whether a text has elements of HTML in it. */
export const hasTags = (text: string): boolean => anyTag.test(text);

/** Whether it has elements that begin lines. */
export const hasBlockTags = (text: string): boolean => blockTag.test(text);

/** Whether a text has its elements written as entities, as Greenhouse sends them. */
export const hasEncodedTags = (text: string): boolean => encodedTag.test(text);
