import { describe, expect, it } from 'vitest';
import { createPostingLens } from '../../shared/index.ts';
import { KnownText } from '../../shared/posting/knownText.ts';
import { isOthersWork, othersWork } from '../../shared/posting/othersWork.ts';
import { sectionKind } from '../../shared/posting/sections.ts';
import { formatOf, readPosting } from '../support/postings.ts';

const clauses = (text: string): string[] => othersWork(text).map(({ start, end }) => text.slice(start, end));

describe('a line that names colleagues', () => {
  const kinds = (text: string): (string | undefined)[] =>
    readPosting(`# Host\n\n## Duties\n\n${text}\n`).statements.map(
      ({ section, content }) => `${section}: ${content.text}`,
    );

  it.each([
    [
      'Works with\n\nThe press team.\n\nYou greet newcomers.',
      ['works-with: The press team.', 'duties: You greet newcomers.'],
    ],
    [
      'Works with:\n\n- The press team\n\nYou greet newcomers.',
      ['works-with: The press team', 'duties: You greet newcomers.'],
    ],
    [
      'Works with: the press team\n\nYou greet newcomers.',
      ['duties: Works with: the press team', 'duties: You greet newcomers.'],
    ],
  ])('does not take what comes after: %j', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it('takes nothing where it names them at once', () => {
    expect(kinds('**Works with**\nPress, Board\n\n- Greet newcomers')).toEqual([
      'duties: Works with Press, Board',
      'duties: Greet newcomers',
    ]);
  });

  it('as a heading takes all that is under it', () => {
    const text = '## Works with\n\nThe press team.\n\nThe board.';
    expect(kinds(text)).toEqual(['works-with: The press team.', 'works-with: The board.']);
  });
});

describe('what others do, or nobody', () => {
  it.each([
    'You will not film anything for our channels',
    'You won’t write captions.',
    'In this role you never answer press enquiries',
    'Scheduling posts is not part of this job.',
    'Paid campaigns aren’t your responsibility.',
    'This position does not include social media.',
    'Our agency films the reels',
    'The press team in Leeds writes the newsletter',
    'Ines, our social media lead, answers comments',
    'All channels are run by our marketing department.',
    'No cold calling',
    'This is not a press role',
    'Somebody else answers the press',
    'Our press officer, Ines, does that.',
    'Not part of the job: captions and reels',
    'Works with: designers, editors',
  ])('is a whole statement: %s', (text) => {
    expect(new KnownText(text).once(isOthersWork)).toBe(true);
  });

  it.each([
    'You will not only host the forum but also greet newcomers',
    'Moderate the forum, not the chat',
    'The community manager runs our forum',
    'Work with our agency on the yearly meet-up',
    'The team that you lead answers every thread',
    'Our team is growing',
    'Help the members who moderate the forum',
    'We look for somebody who greets newcomers',
    'Collaboration with product: bring members’ wishes to the table',
  ])('is not told by %s', (text) => {
    expect(clauses(text)).toEqual([]);
  });

  it.each([
    ['You host our evenings; our agency films the reels', ['our agency films the reels']],
    [
      'Ines, our social media lead, plans the posts, and you greet new members',
      ['Ines, our social media lead, plans the posts'],
    ],
    ['Work with the press officer, who writes captions, and you answer members', ['who writes captions']],
    ['Hand over to the studio team, which films the reels', ['which films the reels']],
    ['You will not write captions, but you will run the book club', ['You will not write captions']],
  ])('is a clause: %s', (text, expected) => {
    expect(clauses(text)).toEqual(expected);
    expect(new KnownText(text).once(isOthersWork)).toBe(false);
  });

  it.each([
    ['What you will not do', 'excluded'],
    ['What this role isn’t', 'excluded'],
    ['Out of scope', 'excluded'],
    ['Not part of this job', 'excluded'],
    ['Handled by the studio team', 'excluded'],
    ['You will not:', 'excluded'],
    ['What you will do', 'duties'],
    ['Responsibilities include, but are not limited to:', 'duties'],
    ['Nice to have, but not required', 'requirements'],
    ['Don’t meet every requirement for this role?', 'requirements'],
  ])('is announced by a heading: %s', (heading, kind) => {
    expect(sectionKind(heading)).toBe(kind);
  });

  const duties = `# Community Manager

## What you will do

- Welcome new members and introduce them to each other
- Moderate our forum and settle quarrels
- Run a monthly evening for our volunteers
`;
  const social = [
    'Write captions for Instagram and TikTok',
    'Plan the content calendar',
    'Film short videos for our channels',
    'Report on reach and followers',
    'Reply to comments in our brand voice',
  ];
  const about = (text: string) => {
    const [posting] = createPostingLens().analyze(text, formatOf('markdown'), { always: true }).judged;
    return {
      role: posting?.judgement.verdict.role,
      rules: posting?.findings.map(({ rule }) => rule),
    };
  };
  const list = social.map((duty) => `- ${duty}\n`).join('');

  it.each([
    ['a section', `${duties}\n## Out of scope\n\n${list}`],
    ['a line before a list', `${duties}\nNot part of this job:\n\n${list}`],
    [
      'sentences',
      `${duties}\nInes, our social media lead, films short videos for our channels and writes captions. You will not plan the content calendar. Replying to comments is not part of this job. Our agency posts on Instagram and TikTok.\n`,
    ],
    [
      'items',
      `${duties}- You will not write captions for Instagram\n- Our agency plans the content calendar\n`,
    ],
  ])('leaves the verdict to the duties: %s', (_, text) => {
    expect(about(text)).toEqual({ role: 'community', rules: [] });
  });
});
