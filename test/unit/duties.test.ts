import { describe, expect, it } from 'vitest';
import {
  dutyCues,
  jobName,
  listContexts,
  never,
  noList,
  type Surroundings,
} from '../../shared/judgement/dutyCues.ts';
import { clauseStarts, opening, readsAsDuty } from '../../shared/posting/duty.ts';
import { KnownText } from '../../shared/posting/knownText.ts';
import { readPosting } from '../support/postings.ts';

describe('how a statement opens', () => {
  it.each<[string, ReturnType<typeof opening>]>([
    ['Write captions', 'base'],
    ['writes captions', 'third'],
    ['Writing captions', 'gerund'],
    ['Moderated the forum', 'past'],
    ['Planning, filming and editing', 'gerund'],
    ['Carries the torch', 'third'],
    ['Carried the torch', 'past'],
    ['Feed the forum', 'base'],
    ['Process reports', 'base'],
    ['Focus on members', 'base'],
    ['Bring members together', 'base'],
    ['Co-write the handbook', 'base'],
    ['Repurpose videos', 'base'],
    ['Re-write the handbook', 'base'],
    ['• Write captions', 'base'],
    ['Content: write captions', 'base'],
    ['Also write captions', 'base'],
    ['To write captions', 'base'],
    ['Proactively answer comments', 'base'],
    ['The forum', 'other'],
    ['Sharpen pencils', 'other'],
    ['Join us.', 'other'],
    ['Join our team meetings', 'other'],
    ['Join our meet-ups and report back', 'base'],
    ['Then read on', 'other'],
    ['Reports to the head of marketing', 'other'],
    ['Report on reach', 'base'],
    ['Send your CV to Ada', 'other'],
    ['Send the newsletter', 'base'],
    ['Content:write captions', 'other'],
    ['', 'other'],
    ['…', 'other'],
  ])('%j: %s', (text, expected) => {
    expect(opening(text)).toBe(expected);
  });

  it.each([
    ['Write captions', true],
    ['You will look after the forum', true],
    ['Our new colleague is to look after the forum', true],
    ['The forum is yours', false],
    ['Experience in writing', false],
    ['Needs to write well', false],
    ['3 years of writing', false],
    ['Also strong in what you will write', false],
    ['What you will write must be strong', true],
  ])('%j reads as a duty: %j', (text, expected) => {
    expect(readsAsDuty(text)).toBe(expected);
  });
});

describe('the clauses of a statement', () => {
  it.each<[string, string[]]>([
    ['Write captions', ['Write captions']],
    ['Write captions, answer comments and report numbers', ['Write', 'answer', 'report']],
    ['Write captions and comments of praise', ['Write']],
    ['Write captions and answer', ['Write']],
    ['Write captions; whatever else comes', ['Write', 'whatever']],
    ['Write captions. Answer comments', ['Write', 'Answer']],
    ['Write captions, as well as answer comments', ['Write', 'answer']],
    ['Write captions and also answer comments', ['Write', 'answer']],
    ['Grow the forum by welcoming members', ['Grow', 'welcoming']],
    ['Plan & write captions', ['Plan', 'write']],
    ['Work in research and design or sales', ['Work']],
    ['Write captions, pencils too', ['Write']],
  ])('of %j', (text, expected) => {
    const starts = clauseStarts(text);
    expect(starts).toHaveLength(expected.length);
    starts.forEach((start, index) => {
      expect(text.slice(start)).toMatch(new RegExp(`^${expected[index]}`));
    });
  });
});

const lines = (source: string) => {
  const posting = readPosting(source);
  const contexts = listContexts(posting);
  return posting.statements.map(({ content }, index) => ({ text: content.text, ...contexts[index] }));
};

describe('the list that a statement stands in', () => {
  it('tells whether half of it or more opens as duties do, and nothing outside of lists', () => {
    const more = '- Write\n- Tea\n- Pencils\n';
    expect(lines(`# Job\n\nWrite.\n\n- Write captions\n- The forum\n\nMore.\n\n${more}`)).toEqual([
      { text: 'Write.', verbs: false, leadIn: null, isLabel: false },
      { text: 'Write captions', verbs: true, leadIn: null, isLabel: false },
      { text: 'The forum', verbs: true, leadIn: null, isLabel: false },
      { text: 'More.', verbs: false, leadIn: null, isLabel: false },
      { text: 'Write', verbs: false, leadIn: null, isLabel: false },
      { text: 'Tea', verbs: false, leadIn: null, isLabel: false },
      { text: 'Pencils', verbs: false, leadIn: null, isLabel: false },
    ]);
  });

  it.each([
    ['In this role you will:', 'duties'],
    ['Your tasks include the following', 'duties'],
    ['You have:', 'requirements'],
    ['Who we are looking for:', 'requirements'],
    // What is asked for and what is done, in one line: the list holds what is asked for.
    ['For this work you need:', 'requirements'],
    ['Tea:', null],
    ['In this role you will write', null],
    ['The tasks follow', null],
  ])('is announced by the line before: %s', (line, expected) => {
    // A short line that ends in a colon would be a heading.
    const far = 'At our old tea house in the hills above the town, between two gardens and a river, so ';
    const items = lines(`# Job\n\n${far}${line}\n\n- One thing\n- Another thing\n`).slice(-2);
    expect(items.map(({ leadIn }) => leadIn)).toEqual([expected, expected]);
  });
});

describe('the name of the job', () => {
  it.each([
    ['# Community Manager', 'community manager'],
    ['# Senior Community Manager (m/f/d)', 'senior community manager'],
    ['# Chief of our large Community Garden', 'large community garden'],
    ['# One two three four five six seven eight nine', 'seven eight nine'],
    ['# One two three four five six seven eight nine ten', null],
    ['Tea', null],
    ['# 42', null],
  ])('of %s: %j', (source, expected) => {
    expect(jobName(readPosting(`${source}\n\nTea.\n`))).toBe(expected);
  });
});

/** The cues of one statement, without those that its place gives it. */
function cues(
  text: string,
  { section = 'duties', form = 'item', job = null as string | null } = {},
): string[] {
  const around = { section, form, list: { verbs: true, leadIn: null }, job } as Surroundings;
  return dutyCues(text, around, new KnownText(text));
}

describe('the cues of a duty', () => {
  it('are where it stands, how it opens, and how long it is', () => {
    expect(cues('Write captions for all our channels')).toEqual([
      ...['section.duties', 'form.item', 'opens.base', 'list.verbs'],
    ]);
    expect(cues('Write captions now')).toContain('short');
    expect(cues('Write captions right now')).not.toContain('short');
    expect(cues('tea '.repeat(39) + 'tea')).toContain('long');
    expect(cues('tea '.repeat(38) + 'tea')).not.toContain('long');
  });

  it('tell of verbs outside the duties', () => {
    expect(cues('Write captions', { section: 'about' })).toContain('opens.elsewhere.item');
    expect(cues('Write captions', { section: 'duties' })).not.toContain('opens.elsewhere.item');
    expect(cues('The forum', { section: 'about' })).not.toContain('opens.elsewhere.item');
    const required = cues('Write captions', { section: 'requirements' });
    expect(required).toEqual(expect.arrayContaining(['requirements.base', 'list.verbs.requirements']));
    expect(required).not.toContain('list.verbs');
  });

  it('are none but one for a cell that names a row of a table', () => {
    const posting = readPosting(
      '# Job\n\n## Duties\n\n| Area | Task |\n| --- | --- |\n| Moderation | Moderate the debates below our articles |\n| Events | Run a monthly evening for all members |\n\n## Days\n\n| Moderation | Events | Reports and all their many figures |\n| --- | --- | --- |\n| Weekly | Monthly | Yearly |\n',
    );
    expect(listContexts(posting).map(({ isLabel }) => isLabel)).toEqual([
      ...[true, false, true, false],
      ...[false, false, false],
    ]);
    const text = 'Moderation';
    const list = { ...noList, isLabel: true };
    expect(dutyCues(text, { section: 'duties', form: 'cell', list, job: null }, new KnownText(text))).toEqual(
      [never],
    );
  });

  it('tell what the list around it holds', () => {
    const text = 'The forum';
    const of = (form: 'item' | 'sentence', verbs: boolean, leadIn: 'duties' | null = null) =>
      dutyCues(
        text,
        { section: 'duties', form, list: { verbs, leadIn, isLabel: false }, job: null },
        new KnownText(text),
      ).filter((cue) => cue.startsWith('list.'));
    expect(of('item', true)).toEqual(['list.verbs']);
    expect(of('item', false)).toEqual(['list.few-verbs']);
    expect(of('sentence', false)).toEqual([]);
    expect(of('item', true, 'duties')).toEqual(['list.verbs', 'list.duties']);
  });

  it.each([
    ['You look after the forum.', 'you'],
    ['Within the first year, you look after the forum.', 'you'],
    ['Within the first year you look after the forum.', 'other'],
    ['Our forum is old.', 'we'],
    ['We look after the forum.', 'we'],
    ['This newly created role looks after the forum.', 'job'],
    ['The forum keeper comes after work.', 'job'],
    ['They look after the forum.', 'job'],
    ['Halloway Teas is an old house.', 'named'],
    ['Halloway Teas sold tea.', 'other'],
    ['Tea is old.', 'named'],
    ['old tea is good.', 'other'],
    ['Yours truly sold tea.', 'other'],
  ])('tell whom a sentence speaks of: %s', (text, subject) => {
    const found = cues(text, { form: 'sentence', job: 'forum keeper' });
    expect(found.filter((cue) => cue.startsWith('sentence.'))).toEqual([`sentence.${subject}`]);
  });

  it('ask only sentences that open with no verb whom they speak of', () => {
    for (const found of [cues('Our forum is old'), cues('Write captions.', { form: 'sentence' })])
      expect(found.filter((cue) => cue.startsWith('sentence.'))).toEqual([]);
  });

  it.each([
    ['You will look after it', ['announces', 'will']],
    ['It should be there', ['will']],
    ['The candidate comes', ['the-role', 'apply']],
    ['She oversees tea', ['third-person']],
    ['The keeper of tea leads us', ['third-person']],
    ['We’re a tea house', ['we', 'about-us']],
    ['You know tea', ['you-have']],
    ['Strong in tea', ['skills', 'opens-with-skills']],
    ['Tea for € 3', ['pay']],
    ['A full time of tea', ['terms']],
    ['Send a resume', ['apply']],
    ['Whatever your gender', ['equal']],
    ['Is it tea? ', ['question']],
    ['Is it tea? Yes', []],
    ['What it is: ', ['leads-in']],
    ['Tea: green', []],
    ['Tea was green', ['past']],
  ])('tell what it says: %j', (text, expected) => {
    const said = cues(text).filter((cue) => cue.startsWith('says.'));
    expect(said).toEqual(expected.map((cue) => `says.${cue}`));
  });
});
