import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lensOf } from '../../shared/judgement/lens.ts';
import { PatternIndex } from '../../shared/judgement/patternIndex.ts';
import { parsePattern } from '../../shared/judgement/patterns.ts';
import { allKeys, keyNumber, tokenize } from '../../shared/posting/tokens.ts';
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
    const index = new PatternIndex([{ pattern, payload: null }], words);
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

  it('match together, text after text, as each does by the book', () => {
    const letter = fc.constantFrom('bo', 'ca', 'du', 'fo', 'gi');
    const element = fc.oneof(
      fc.array(letter, { minLength: 1, maxLength: 3 }).map((some) => some.join('|')),
      letter.map((one) => `?${one}`),
      fc.integer({ min: 1, max: 3 }).map((most) => `~${most}`),
    );
    const pattern = fc
      .tuple(letter, fc.array(element, { maxLength: 4 }))
      .map(([first, rest]) => [first, ...rest].join(' '));
    const text = fc.array(fc.oneof(letter, letter, fc.constant(';')), { maxLength: 12 });
    /** Where a match ends that starts at a word: the pattern's elements tried one after the other. */
    const end = (written: readonly string[], at: number, elements: readonly string[]): number => {
      const [element, ...rest] = elements;
      if (element === undefined) return at;
      const most = /^~(\d)$/.exec(element)?.[1];
      for (let skipped = 0; most !== undefined && skipped <= Number(most); skipped++) {
        if (written.slice(at, at + skipped).some((each) => each.startsWith(';'))) break;
        const to = at + skipped <= written.length ? end(written, at + skipped, rest) : -1;
        if (to >= 0) return to;
      }
      if (most !== undefined) return -1;
      const fits = element
        .replace('?', '')
        .split('|')
        .includes(written[at] ?? '');
      const to = fits ? end(written, at + 1, rest) : -1;
      return to < 0 && element.startsWith('?') ? end(written, at, rest) : to;
    };
    fc.assert(
      fc.property(
        fc.array(pattern, { maxLength: 8 }),
        fc.array(text, { maxLength: 5 }),
        (patterns, texts) => {
          const sources = patterns.map((each) => ({ pattern: each, payload: each }));
          const index = new PatternIndex(sources, {});
          const written = new PatternIndex(sources.slice(0, 5), {}).write();
          const again = new PatternIndex(sources, {}, written, allKeys().map(keyNumber));
          for (const signs of texts) {
            const source = signs.join(' ');
            // A word that begins a clause is written so that only a pattern's first element meets it.
            const clauses = source
              .split(';')
              .map((clause) => clause.split(' ').filter(Boolean))
              .filter((clause) => clause.length > 0);
            const plain = clauses.flatMap((clause, number) =>
              clause.map((word, place) => (place === 0 && number > 0 ? `;${word}` : word)),
            );
            const expected = plain.flatMap((word, from) =>
              patterns.flatMap((each) => {
                const [first = '', ...rest] = each.split(' ');
                if (word.replace(';', '') !== first) return [];
                const to = end(plain, from + 1, rest);
                return to < 0 ? [] : [`${each}: ${from} to ${to}`];
              }),
            );
            for (const each of [index, again]) {
              const found = each.matches(tokenize(source));
              expect(found.map(({ payload, from, to }) => `${payload}: ${from} to ${to}`)).toEqual(expected);
            }
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('refuse what they cannot mean, with a reason', () => {
    expect(() => parsePattern('write @nothing', words)).toThrow('the list @nothing is not known');
    expect(() => parsePattern('write @__proto__', words)).toThrow('is not known');
    expect(() => parsePattern('~3 write', words)).toThrow('must begin with a word');
    expect(() => parsePattern('write ~99 it', words)).toThrow('is no gap');
  });
});
