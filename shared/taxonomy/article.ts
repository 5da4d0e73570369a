import type { Citation } from './types.ts';

/**
 * The article behind the product. We restate it in our own words everywhere and never carry its sentences.
 * @param part which part of the article is meant, in words
 */
export function cite(part: string): Citation {
  return {
    author: 'Rachel Happe',
    title: 'Differentiating Between Social Media and Community Management',
    publisher: 'The Community Roundtable',
    date: '2010-03-17',
    part,
    link: 'https://communityroundtable.com/community-manager-role/differentiating-between-social-media-and-community-management/',
  };
}
