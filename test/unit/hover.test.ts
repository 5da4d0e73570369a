import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { type Analysis, createPostingLens, formatByPath, type Hover, hoverAt } from '../../shared/index.ts';
import type { JudgedStatement } from '../../shared/judgement/statement.ts';
import type { SignalMatch } from '../../shared/judgement/weights.ts';
import { touches } from '../../shared/posting/span.ts';
import { taxonomy } from '../../shared/taxonomy/index.ts';
import { communitySignals } from '../../shared/taxonomy/signals/community.ts';
import { sharedSignals } from '../../shared/taxonomy/signals/shared.ts';
import { socialSignals } from '../../shared/taxonomy/signals/social.ts';
import { formatOf } from '../support/postings.ts';

const lens = createPostingLens();
const root = path.resolve(import.meta.dirname, '../..');

interface Place {
  readonly name: string;
  readonly judged: JudgedStatement;
  readonly offset: number;
  readonly hover: Hover | null;
}

/** Every place in the statements of a document but in titles. */
function placesIn(name: string, analysis: Analysis): Place[] {
  return analysis.judged.flatMap(({ posting, judgement }) =>
    judgement.statements.flatMap((judged) => {
      const { start, end } = judged.statement.span;
      return Array.from({ length: Math.max(0, end - start - 1) }, (_, index): Place => {
        const offset = start + 1 + index;
        return { name, judged, offset, hover: hoverAt(analysis, offset) };
      }).filter(({ offset }) => !posting.titles.some(({ span }) => touches(span, offset)));
    }),
  );
}

const places = globSync(['test/{fixtures,samples}/**', 'shared/rules/*/fixtures/*'], { cwd: root })
  .sort()
  .flatMap((name) => {
    const format = formatByPath(name);
    if (format === undefined) return [];
    return placesIn(name, lens.analyze(readFileSync(path.join(root, name), 'utf8'), format));
  });

const isAt = ({ judged, offset }: Place, { span }: SignalMatch): boolean =>
  touches(judged.statement.content.toSource(span), offset);
/** All signals with an entry that people wrote. */
const written = new Set([...communitySignals, ...sharedSignals, ...socialSignals].map(({ id }) => id));
const namedIn = ({ signals }: JudgedStatement): SignalMatch[] =>
  signals.filter(({ signal }) => written.has(signal.id));
const said = ({ hover }: Place): string => hover?.markdown ?? '';
const told = (some: readonly Place[]): string[] =>
  some.slice(0, 5).map((place) => `${place.name}: ${place.judged.statement.content.text}: ${said(place)}`);
const wholly = ({ hover, judged: { statement } }: Place): boolean =>
  hover?.span.start === statement.span.start && hover.span.end === statement.span.end;

const strong = /speaks strongly for/;
const explained = /\*\*: a (?:responsibility|trait|context) of/;

describe('the hovers on our own postings', () => {
  it('explain no learned word: only the whole statement, where a phrase in it is named', () => {
    const unnamed = places.filter((place) => !namedIn(place.judged).some((each) => isAt(place, each)));
    const words = unnamed.filter((place) =>
      place.judged.signals.some((match) => match.signal.entry !== null && isAt(place, match)),
    );
    expect(words.filter(({ hover }) => hover === null).length).toBeGreaterThan(100);
    expect(told(words.filter((place) => place.hover !== null && !wholly(place)))).toEqual([]);
    const guessed = words.filter(({ judged }) => namedIn(judged).length === 0);
    expect(guessed.length).toBeGreaterThan(100);
    expect(told(guessed.filter((place) => explained.test(said(place))))).toEqual([]);
  });

  it('explain a phrase that is named by an entry that names it', () => {
    const named = places.filter((place) => explained.test(said(place)) && !wholly(place));
    expect(named.length).toBeGreaterThan(300);
    const entries = [...taxonomy.responsibilities, ...taxonomy.traits, ...taxonomy.contexts];
    const wrong = named.filter((place) => {
      const own = namedIn(place.judged).filter((each) => isAt(place, each));
      const names = own.map(({ signal }) => entries.find(({ id }) => id === signal.entry)?.name);
      return !names.some((name) => said(place).startsWith(`**${name ?? ''}**`));
    });
    expect(told(wrong)).toEqual([]);
  });

  it.each([
    ['of what is no duty', /is no part of a duty/],
    ['of a duty of neither role', /counts as neither role’s/],
    ['of what stands in both lists', /weighs nothing|both roles alike/],
  ])('never say that something speaks strongly %s', (_, sentence) => {
    const such = places.filter((place) => sentence.test(said(place)));
    expect(such.length).toBeGreaterThan(0);
    expect(told(such.filter((place) => strong.test(said(place))))).toEqual([]);
  });

  it('say that something speaks for a role only where the duty was judged to be its', () => {
    const such = places.filter((place) => strong.test(said(place)));
    expect(such.length).toBeGreaterThan(100);
    for (const place of such) {
      const role = taxonomy.roles.find(({ id }) => id === place.judged.side);
      expect(said(place), place.name).toContain(`speaks strongly for ${role?.shortName ?? 'nobody'}`);
      const owner = /\*\*: a \w+ of the ((?:social media|community) manager)/.exec(said(place))?.[1];
      expect(owner ?? role?.name, told([place])[0]).toBe(role?.name);
    }
  });
});

/** What is said at a word of a duty. */
function at(duty: string, word: string, heading = 'What you will do'): string | null {
  const others = '- Moderate the forum\n- Welcome new members\n- Introduce members to each other\n';
  const source = `# Community Manager\n\n## ${heading}\n\n- ${duty}\n\n## Your duties\n\n${others}`;
  const analysis = lens.analyze(source, formatOf('markdown'), { always: true });
  const hover = hoverAt(analysis, source.indexOf(word) + 1);
  return hover === null ? null : hover.markdown.split('\n\n').slice(0, 2).join('\n');
}

describe('a hover', () => {
  it.each([
    ['English and a free bike', 'free', 'What you bring'],
    ['Remote, in a company of forty', 'Remote', 'About us'],
    // Read as a duty, by single words that are too few to be sure of.
    ['Greet whoever arrives and show them where to start', 'Greet', 'What you will do'],
  ])('is none where there is nothing true to say: %s', (duty, word, heading) => {
    expect(at(duty, word, heading)).toBeNull();
  });

  it.each([
    [
      'Moderate the forum and keep the talk friendly',
      'friendly',
      '**Moderating and seeding discussion**: a responsibility of the community manager.\n“Moderate” is part of a duty. The whole statement speaks strongly for community.',
    ],
    [
      'Pass what members ask for on to the product team',
      'product',
      'The whole statement speaks strongly for community, by its words together.',
    ],
    [
      'Run the members’ meetup, with a blog post about it',
      'blog',
      '**Making content for an audience**: a responsibility of the social media manager.\n“blog” speaks for the social media manager, but the whole statement counts as a duty of the community manager.',
    ],
    [
      'Report on active members and on how long new ones stay',
      'Report on',
      '**Reporting and measuring**: a responsibility of both roles alike.\n“Report on” is part of a duty. It stands in both lists and weighs nothing.',
    ],
    [
      'Report on active members and on how long new ones stay',
      'how long',
      '**Reporting and measuring**: a responsibility of both roles alike.\n“active members” is part of a duty. In these words it speaks for the community manager.',
    ],
  ])('says of “%s” at “%s” what is true', (duty, word, says) => {
    expect(at(duty, word)).toBe(says);
  });

  it('says where a phrase stands that is no duty’s, and no more', () => {
    expect(at('Two years in a forum', 'forum', 'What you bring')).toBe(
      '**Running the community’s place**: a responsibility of the community manager.\n“forum” is no part of a duty (section: requirements).',
    );
  });
});
