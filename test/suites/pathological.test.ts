import { describe, expect, it } from 'vitest';
import { formatById } from '../../shared/index.ts';
import { growth, mostGrowth } from '../support/growth.ts';
import { slowMarkdown } from '../support/slowMarkdown.ts';

describe('inputs that are known to be slow for Markdown parsers', () => {
  const markdown = formatById('markdown');
  it.each(Object.entries(slowMarkdown))('take linear time: %s', (_, text) => {
    if (markdown === undefined) throw new Error('Markdown is not read.');
    expect(growth(text, markdown)).toBeLessThan(mostGrowth);
  });
});
