import { describe, expect, it } from 'vitest';
import { createPostingLens, entryOf, formatById, type FormatId, taxonomy } from '../../shared/index.ts';

const lens = createPostingLens();

/** What is offered at the `|` of a text. */
function offered(text: string, id: FormatId = 'markdown') {
  const offset = text.indexOf('|');
  const source = text.slice(0, offset) + text.slice(offset + 1);
  const format = formatById(id);
  if (format === undefined) throw new Error(`No format ${id}.`);
  return lens.writingCompletions(lens.analyze(source, format, { always: true }), format, offset);
}

const posting = (duties: string): string =>
  `---\ntitle: Community Manager\n---\n\n# Community Manager\n\nWe look after a forum of potters.\n\n## What you will do\n\n${duties}\n\n## How to apply\n\n- Write to us\n`;

describe('completions for writers', () => {
  it('offer duties of the role in the title that are still missing, in the list’s own style', () => {
    const all = offered(posting('- Greet every new member and show them where to begin.\n- |'));
    expect(all.map(({ kind }) => kind)).toContain('duty');
    const [first] = all;
    const entry = taxonomy.responsibilities.find(({ name }) => name === first?.detail);
    expect(entry?.roles).toEqual(['community']);
    expect(entry?.core).toBe(true);
    expect(entry?.id).not.toBe('member-welcome');
    expect(first?.newText).toMatch(/\.$/);
    expect(all.some(({ detail }) => detail === entryOf(taxonomy, 'content-creation')?.name)).toBe(false);
  });

  it('replace what was typed of the item, and nothing else', () => {
    const [first] = offered(posting('- Greet every new member\n* Mod|'));
    const source = posting('- Greet every new member\n* Mod');
    expect(source.slice(first?.span.start, first?.span.end)).toBe('Mod');
    expect(first?.newText).not.toMatch(/\.$/);
  });

  it('offer duties in HTML items, and none outside of duties', () => {
    const page =
      '<h1>Social Media Manager</h1><h2>What you will do</h2><ul><li>Write captions</li><li>|</ul>';
    expect(offered(page, 'html').length).toBeGreaterThan(0);
    expect(offered(posting('- Greet members').replace('- Write to us', '- |'))).toEqual([]);
    expect(offered(posting('Greet members. |'))).toEqual([]);
  });

  it('offer headings after a hash, and keys of front matter that are not there', () => {
    expect(
      offered(posting('- Greet members').replace('## How to apply', '## |')).map(({ label }) => label),
    ).toContain('What we offer');
    const keys = offered(posting('- Greet members').replace('Manager\n---', 'Manager\n|\n---')).map(
      ({ label }) => label,
    );
    expect(keys).toContain('location');
    expect(keys).not.toContain('title');
  });
});
