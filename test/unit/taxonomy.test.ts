import { describe, expect, it } from 'vitest';
import { lensOf } from '../../shared/judgement/lens.ts';
import { parsePattern, PatternIndex } from '../../shared/judgement/patterns.ts';
import { tokenize } from '../../shared/judgement/tokens.ts';
import { entryOf, taxonomy } from '../../shared/taxonomy/index.ts';

const [social, community] = taxonomy.roles;
const entries = [...taxonomy.responsibilities, ...taxonomy.traits, ...taxonomy.contexts];

describe('the taxonomy', () => {
  it('holds the article: seven and eleven responsibilities, three of them in both lists', () => {
    const of = (role: string) =>
      taxonomy.responsibilities.filter((entry) => entry.roles.includes(role)).map(({ id }) => id);
    expect(of(social.id).sort()).toEqual(
      [
        'content-creation',
        'brand-response',
        'user-content',
        'social-tools',
        'reporting',
        'strategy',
        'feedback',
      ].sort(),
    );
    expect(of(community.id).sort()).toEqual(
      [
        ...['member-welcome', 'key-relationships', 'moderation', 'member-connection', 'programming'],
        ...['internal-resources', 'guidelines', 'community-tools', 'reporting', 'strategy', 'feedback'],
      ].sort(),
    );
  });

  it('has five traits of the one, three of the other, and a context of each', () => {
    const count = (list: readonly { roles: readonly string[] }[], role: string) =>
      list.filter(({ roles }) => roles.includes(role)).length;
    expect([count(taxonomy.traits, community.id), count(taxonomy.traits, social.id)]).toEqual([5, 3]);
    expect([count(taxonomy.contexts, community.id), count(taxonomy.contexts, social.id)]).toEqual([1, 1]);
    expect(taxonomy.traits.every(({ id }) => id.startsWith('trait-'))).toBe(true);
    expect(taxonomy.contexts.every(({ id }) => id.startsWith('context-'))).toBe(true);
  });

  it('explains and cites each entry', () => {
    for (const entry of entries) {
      expect(entry.explanation.length, entry.id).toBeGreaterThan(60);
      expect(entry.isNot, entry.id).toMatch(/^Not /);
      expect(new Set(entry.examples).size, entry.id).toBe(2);
      const { author, title, publisher, date, part, link } = entry.citation;
      expect([author, publisher, date]).toEqual(['Rachel Happe', 'The Community Roundtable', '2010-03-17']);
      expect(title && part && new URL(link).protocol).toBe('https:');
    }
  });

  it('names every entry, role and signal once, and signals betray what their role owns', () => {
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    expect(new Set(taxonomy.signals.map(({ id }) => id)).size).toBe(taxonomy.signals.length);
    for (const { id, entry, role, weight } of taxonomy.signals) {
      const betrayed = entry === null ? undefined : entryOf(taxonomy, entry);
      expect(weight, id).toBeGreaterThanOrEqual(0);
      if (role !== null) expect(betrayed?.roles, id).toContain(role);
      else if (entry !== null) expect(betrayed?.roles, id).toHaveLength(2);
    }
  });

  it('compiles, and survives JSON', () => {
    expect(() => lensOf(taxonomy)).not.toThrow();
    expect(JSON.parse(JSON.stringify(taxonomy))).toEqual(taxonomy);
  });
});

describe('patterns', () => {
  const words = { thing: 'post, blog post, =Circle' };
  const matches = (pattern: string, text: string): string[] => {
    const tokens = tokenize(text);
    const index = new PatternIndex([parsePattern(pattern, words, null)]);
    return index.matches(tokens).map(({ from, to }) => text.slice(tokens[from]?.start, tokens[to - 1]?.end));
  };

  it.each([
    ['write ~2 @thing', 'Writes a weekly blog post', ['Writes a weekly blog post']],
    ['write @thing', 'Writing posts', ['Writing posts']],
    ['write ~3 post', 'Write; then post', []],
    [
      'moderate ?the forum',
      'moderating forums and moderates the forum',
      ['moderating forums', 'moderates the forum'],
    ],
    ['run @thing', 'run Circle', ['run Circle']],
    ['run @thing', 'run a circle', []],
    ['peer to peer', 'peer-to-peer help', ['peer-to-peer']],
    ['user generated content', 'User-generated content', ['User-generated content']],
  ])('%s in "%s"', (pattern, text, expected) => {
    expect(matches(pattern, text)).toEqual(expected);
  });

  it('refuse what they cannot mean, with a reason', () => {
    expect(() => parsePattern('write @nothing', words, null)).toThrow('the list @nothing is not known');
    expect(() => parsePattern('write @__proto__', words, null)).toThrow('is not known');
    expect(() => parsePattern('~3 write', words, null)).toThrow('must begin with a word');
    expect(() => parsePattern('write ~99 it', words, null)).toThrow('is no gap');
  });
});
