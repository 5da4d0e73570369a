import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Position, TextDocument } from 'vscode-languageserver-textdocument';
import { fixture, Folder } from '../support/commandLine.ts';
import { type McpClient, startMcp } from '../support/mcpClient.ts';

const folder = new Folder();
const mislabeled = fixture('samples/community-title-social-duties.md');
let mcp: McpClient;

beforeAll(async () => {
  folder.write('jobs/a.md', mislabeled);
  mcp = await startMcp({ cwd: folder.path, folders: ['jobs'] });
});
afterAll(async () => {
  await mcp.client.close();
  folder.dispose();
});

describe('an answer over MCP', () => {
  it('says what it changed, in the document that was given', async () => {
    const unused = '<!-- posting-lens-disable-next-line two-jobs -->\n';
    const source = mislabeled.replace(/^## /m, `${unused}$&`);
    const { structured, text } = await mcp.call('fix_posting', { text: source });
    const { changes, titles } = structured as unknown as {
      changes: { range: { start: Position; end: Position }; before: string; after: string }[];
      titles: unknown[];
    };
    const document = TextDocument.create('', '', 0, source);
    expect(changes.length).toBeGreaterThan(1);
    for (const { range, before } of changes) expect(document.getText(range)).toBe(before);
    const edits = changes.map(({ range, after }) => ({ range, newText: after }));
    expect(TextDocument.applyEdits(document, edits)).toBe(structured['text']);
    const [before, after] = ['Senior Community Manager (m/f/d)', 'Senior Social Media Manager (m/f/d)'];
    expect(titles).toEqual([{ index: 0, before, after }]);
    expect(text).toContain(`- the title “${before}” is now “${after}”`);
    expect(text).toMatch(/- line \d+: “<!-- posting-lens-disable-next-line two-jobs -->” is gone/);
  });

  it('says of a posting with nothing to fix that there is nothing', async () => {
    const { structured, text } = await mcp.call('fix_posting', {
      text: fixture('fixtures/postings/right.md'),
    });
    expect(structured).toMatchObject({ outcome: 'unchanged', changes: [], titles: [] });
    expect(text).toContain('There is nothing to fix.');
    expect((await mcp.call('fix_posting', { path: 'a.md', fixes: 'safe' })).text).toContain(
      'Nothing can be fixed without a choice.',
    );
  });

  it('says what could not be used of the configuration, in data and in words', async () => {
    folder.write(
      'jobs/odd/.posting-lens.json',
      '{\n  "rulez": {},\n  "rules": { "title-mismatch": "hint" }\n}',
    );
    folder.write('jobs/odd/a.md', mislabeled);
    for (const tool of ['judge_posting', 'check_posting', 'fix_posting']) {
      const { structured, text } = await mcp.call(tool, { path: 'odd/a.md' });
      const [told = '', ...rest] = structured['misconfigured'] as string[];
      expect(rest).toEqual([]);
      expect(told).toMatch(/^odd\/\.posting-lens\.json:2:3: .*“rulez”/);
      expect(text).toContain(`so it changes nothing:\n- ${told}`);
    }
  });

  it('says how to give what does not say by itself that it is a posting, and takes a title for it', async () => {
    const duties = mislabeled
      .split('\n')
      .filter((line) => line.startsWith('- '))
      .slice(0, 4);
    const text = `## Duties\n\n${duties.join('\n')}\n`;
    expect((await mcp.call('judge_posting', { text })).text).toContain('its job title as “title”');
    const { structured } = await mcp.call('check_posting', { text, title: 'Community Manager' });
    expect(structured).toMatchObject({
      outcome: 'judged',
      postings: [{ result: { diagnostics: [{ rule: 'title-mismatch' }] } }],
    });
  });
});
