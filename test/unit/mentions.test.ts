import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../shared/edits/edit.ts';
import { retitle } from '../../shared/edits/retitle.ts';
import type { FormatId } from '../../shared/posting/blocks.ts';
import { taxonomy } from '../../shared/taxonomy/index.ts';
import { readPosting } from '../support/postings.ts';

const [social, community] = taxonomy.roles;

/** The source under the other role's title; null where no retitle is offered. */
function retitled(source: string, to: string, format: FormatId = 'markdown'): string | null {
  const change = retitle(readPosting(source, format), taxonomy, to, source);
  return change === null ? null : applyEdits(source, change.edits);
}

/** A text below a title, once the title is changed. */
function body(text: string, format: FormatId = 'markdown', title = 'Community Manager'): string {
  const open =
    format === 'html' ? `<h1>${title}</h1>\n` : format === 'text' ? `${title}\n\n` : `# ${title}\n\n`;
  const after = retitled(`${open}${text}\n`, social.id, format);
  expect(after).not.toBeNull();
  return (
    after?.slice(open.length + social.title.length - 'Community Manager'.length, -1).replace(/^\s+/, '') ?? ''
  );
}

const changed = (text: string): string =>
  text.replace(/Community(?= (?:& Events )?\p{L}+|-Manager)/gu, 'Social Media');

describe('a reporting line stays', () => {
  it.each<[FormatId, string]>([
    ['html', '<dl><dt>Reports to</dt><dd>Community Manager</dd></dl>'],
    ['html', '<table><tr><th>Supervisor</th><td>Community Manager</td></tr></table>'],
    ['html', '<p><b>Reports to</b><br>Community Manager<br><b>Where</b><br>Lyon</p>'],
    ['html', '<h2>Reports to</h2><p>Community Manager</p>'],
    ['html', '<h2>Who you report to</h2><p>The Community Manager leads the team.</p>'],
    ['html', '<p>Your supervisor:</p><ul><li>Community Manager</li></ul>'],
    ['markdown', '| Where | Lyon |\n| --- | --- |\n| **Reports to** | Community Manager |'],
    ['markdown', '| Where | Boss |\n| --- | --- |\n| Lyon | Community Manager |'],
    ['markdown', '### Reports to\n\nCommunity Manager'],
    ['markdown', '### Reporting line\n\n- Community Manager\n- Head of Brand'],
    ['markdown', '**Reports to**\n\nCommunity Manager'],
    ['markdown', '**Reports to:**  \nCommunity Manager'],
    ['markdown', 'Line manager: Community Manager'],
    ['text', 'REPORTS TO:\nCommunity Manager'],
  ])('%s: %s', (format, text) => {
    expect(body(text, format)).toBe(text);
  });

  it('and what is said of this job below it does not', () => {
    const text = '### Reports to\n\nHead of Brand\n\nAs our Community Manager you host.';
    expect(body(text)).toBe(changed(text));
  });

  it('and ends with its line', () => {
    const text = 'REPORTS TO: Senior Community Manager\n\nThe Community Manager is the heart of the team.';
    expect(body(text, 'text')).toBe(text.replace('The Community', 'The Social Media'));
  });

  it('in YAML', () => {
    const source =
      'title: Community Manager\nreports_to: Community Manager\nduties:\n  - Film short videos for TikTok\n';
    expect(retitled(source, social.id, 'yaml')).toBe(source.replace('Community', 'Social Media'));
  });
});

describe('what others are, were or say stays', () => {
  it.each([
    'Our founder started as a Community Manager at Brindle.',
    'Ana joined us in 2019 as our Community Manager.',
    'She works as a Community Manager.',
    'Ana went on to become a Community Manager.',
    'With time you may become Senior Community Manager.',
    'Whether you’re a Community Manager today or want to change, write to us.',
    'We also have an open position for a Community Manager in Lyon.',
    'We are also looking for a Community Manager.',
    'Our hiring manager Ana, Community Manager, answers.',
    'We host the Community Manager Summit 2023.',
    'The Community Manager Summit 2023',
    'Community Manager vs Social Media Manager',
    'As a Community Manager rather than a Social Media Manager.',
    'Ana, Community Manager since 2019',
    'Community Manager since 2019',
    'Community Manager: Ana Silva',
    '> Being a Community Manager here is a gift.\n> — Ana',
    '“I love it. Being a Community Manager here is a gift.”',
    'Run `community-manager` at the prompt.',
    'Apply at https://brindle.example/jobs/community-manager.',
    'Hashtag: #community-manager',
    'OTHER VACANCIES\n\nCommunity Manager, Paris\n\nCommunity Manager, Rome',
    '## Similar jobs\n\n- Community Manager, Paris',
    '- [Community Manager](/jobs/7)',
    'You are the right hand of the Community Manager.',
    'You work under a Community Manager.',
    'The Community Coordinator is the one whom members know.',
    'The Senior Community Manager is the one whom members know.',
    'Community management on Discord',
  ])('%s', (text) => {
    expect(body(text)).toBe(text);
  });

  it.each([
    '<aside><h3>Similar jobs</h3><a href="/7">Community Manager, Paris</a></aside>',
    '<aside><p>The Community Manager is the one whom members know.</p></aside>',
    '<blockquote><p>As Community Manager I met you all.</p></blockquote>',
    '<p>Write <code>The Community Manager</code> into it.</p>',
    '<ul><li><a href="/7">Community Manager</a></li></ul>',
  ])('%s', (text) => {
    expect(body(text, 'html')).toBe(text);
  });

  it('but a posting that is all quoted is changed', () => {
    const source = '> # Community Manager\n>\n> As Community Manager you film.\n';
    expect(retitled(source, social.id)).toBe(source.replaceAll('Community', 'Social Media'));
  });
});

describe('what an applicant did before stays', () => {
  it.each([
    '3+ years as a Community Manager',
    'You are an experienced Community Manager',
    'Two years’ experience working as Community Manager',
    'A proven record as Community Manager',
    'Success as a Community Manager',
    'Community Manager experience',
    'Work as a Community Manager, or similar role',
    'You know the job as a Community Manager, editor or moderator',
    'as a social media manager, community manager or moderator',
    'Community Manager/Social Media Coordinator',
  ])('%s', (text) => {
    const list = `## Requirements\n\n- ${text}`;
    expect(body(list)).toBe(list);
  });

  it('and nothing is lost from lists of jobs', () => {
    const text = 'Many moved on to become Senior Community Managers, Social Media Managers.';
    expect(body(text)).toBe(text);
    const both = 'As Community Manager you host; as Social Media Manager you post.';
    expect(body(both)).toBe(both);
  });

  it('while the first year in this job is this job', () => {
    const text = 'In your first year as our Community Manager you film.';
    expect(body(text)).toBe(changed(text));
  });
});

describe('every mention of this job is changed', () => {
  it.each([
    'You are a Community Manager with a plan.',
    'You will be our only Community Manager.',
    'You’ll work as our Community Manager.',
    'You will be employed as Community Manager.',
    'An enthusiastic Community Manager who likes tea.',
    'Our ideal Community Manager likes tea.',
    'We look for a (Senior) Community Manager:in who likes tea.',
    'We’re on the hunt for a scrappy, chronically-online Community Manager who likes tea.',
    'Brindle’s Community Manager position is full-time.',
    'Every Community Manager applicant is heard.',
    'One Community Manager per region.',
    'A day in the life of a Brindle Community Manager: wake up, post.',
    'Join us as Community Manager (or Senior Community Manager)!',
    'Apply for the role of “Community Manager”.',
    'As Community-Manager you post.',
  ])('%s', (text) => {
    expect(body(text)).toBe(changed(text).replace('Social Media-', 'Social-Media-'));
  });

  it.each([
    ['Head of Community', 'As Head of Community you post.', 'You report to the Head of Social Media.'],
    ['Manager, Community', 'The Manager, Community will post.', 'Ana began as Manager, Community.'],
    ['VP of Community', 'As VP of Community you post.', 'Ask our VP of Community.'],
    [
      'Community & Events Manager',
      'The Community & Events Manager is our voice.',
      'Community & events are fun.',
    ],
    ['Community Manager, Brand', 'At Zest, the Community Manager, Brand is our voice.', 'We love community.'],
  ])('%s', (title, ours, others) => {
    const source = `# ${title}\n\n${ours}\n\n${others}\n`;
    const name = (text: string): string => text.replace('Community', 'Social Media');
    expect(retitled(source, social.id)).toBe(`# ${name(title)}\n\n${name(ours)}\n\n${others}\n`);
  });

  it('and of two in a sentence the right one', () => {
    const source =
      '# Community Strategist\n\nYou are a Community Strategist with five years as a Community Strategist.\n';
    expect(retitled(source, social.id)).toBe(
      '# Social Media Strategist\n\nYou are a Social Media Strategist with five years as a Community Strategist.\n',
    );
  });

  it('in YAML, with a noun some words on', () => {
    const source = `job:
  title: "Social Media & Digital Manager"
  summary: |
    As a Social Media & Digital Manager, you'll connect members.
    The Social Media & Digital Manager reports to the Head of Social Media.
  duties:
    - Welcome new members and help them settle in
  qualifications: ["2 years as social media manager", "Empathy"]
`;
    expect(retitled(source, community.id, 'yaml')).toBe(
      source.replaceAll('Social Media & Digital', 'Community & Digital'),
    );
  });
});

describe('in JSON with HTML in it', () => {
  it('changes what means this job, and no other', () => {
    const html = (name: string): string =>
      `<p>As Zest&#8217;s ${name} you post.</p><blockquote>As Community Manager I met you.</blockquote>` +
      '<dl><dt>Reports to</dt><dd>Community Manager</dd></dl>';
    const source = (name: string): string => JSON.stringify({ title: name, descriptionHtml: html(name) });
    expect(retitled(source('Community Manager'), social.id, 'json')).toBe(source('Social Media Manager'));
  });
});

describe('the words around the name', () => {
  it.each([
    ['As an Online Community Manager you post.', 'As a Social Media Manager you post.'],
    ['We are hiring AN ONLINE COMMUNITY MANAGER.', 'We are hiring A SOCIAL MEDIA MANAGER.'],
    ['We hire a community-manager.', 'We hire a social-media-manager.'],
    ['As online communities manager you post.', 'As social media manager you post.'],
  ])('%s', (before, after) => {
    expect(body(before)).toBe(after);
  });

  it('keep the lines of a text that was broken by hand', () => {
    const source =
      'Social Media Manager\n\nThe work is a lot of fun all the year, and as our new Social\nMedia Manager you will meet the many people who play.\n';
    expect(retitled(source, community.id, 'text')).toBe(
      'Community Manager\n\nThe work is a lot of fun all the year, and as our new Community\nManager you will meet the many people who play.\n',
    );
  });

  it.each([
    ['Online Communities Lead', 'Social Media Lead'],
    ['Community-Manager:in', 'Social-Media-Manager:in'],
    ['Community Manager / Community Lead', 'Social Media Manager / Social Media Lead'],
  ])('%s', (before, after) => {
    expect(retitled(`# ${before}\n`, social.id)).toBe(`# ${after}\n`);
  });

  it.each([
    ['SMM (Social Media Manager)', community.id],
    ['CM / Community Manager', social.id],
    ['Community Manager - Gaming Community', social.id],
    ['Community Manager, Community', social.id],
    ['Community Manager*in / Community-Managerin', social.id],
  ])('%s: nobody would write what would come of it', (title, to) => {
    expect(retitled(`# ${title}\n`, to)).toBeNull();
  });
});
