import { describe, expect, it } from 'vitest';
import { agreeTitles } from '../../shared/edits/agreeTitles.ts';
import { applyEdits, type FormatId } from '../../shared/index.ts';
import { taxonomy } from '../../shared/taxonomy/index.ts';
import { readPosting } from '../support/postings.ts';

function agreed(source: string, format: FormatId = 'markdown'): string {
  return applyEdits(source, agreeTitles(readPosting(source, format), taxonomy));
}

const document = (field: string, heading: string): string => `---\ntitle: ${field}\n---\n\n# ${heading}\n`;

describe('titles that differ only in form', () => {
  it.each([
    ['Sr. Community Manager', 'Senior Community Manager'],
    ['Senior Community Manager', 'Sr Community Manager'],
    ['Jnr Social Media Manager', 'Junior Social Media Manager'],
    ['community manager', 'Community Manager'],
    ['COMMUNITY MANAGER', 'Community Manager'],
    ['Community  Manager', 'Community Manager'],
    ['Community Manager, Sr.', 'Community Manager, Senior'],
    ['Social media & community lead', 'Social Media & Community Lead'],
  ])('%s follows the heading, %s', (field, heading) => {
    const after = agreed(document(field, heading));
    expect(after).toBe(document(heading, heading));
    expect(agreed(after)).toBe(after);
  });

  it('do not follow a heading in capitals', () => {
    const title = 'Senior Community Manager';
    expect(agreed(document(title, 'SENIOR COMMUNITY MANAGER'))).toBe(document(title, title));
  });

  it.each([
    ['Senior Community Manager', 'Community Manager'],
    ['Community Manager (m/f/d)', 'Community Manager'],
    ['Community Managers', 'Community Manager'],
    ['Social Media Manager', 'Community Manager'],
    ['Sr. Software Engineer', 'Senior Software Engineer'],
    ['Community Manager', 'Community Manager'],
  ])('leaves %s beside %s', (field, heading) => {
    expect(agreed(document(field, heading))).toBe(document(field, heading));
  });

  it('are written as each place wants it, and markup between the words stays', () => {
    const page = (title: string, data: string): string =>
      `<html><head><title>${title} | Halloway</title><script type="application/ld+json">{"@type":"JobPosting","title":"${data}"}</script></head>` +
      '<body><h1>Senior <em>Community</em> &amp; Events Manager</h1><p>We sell tea.</p></body></html>';
    const before = page('Sr. Community &amp; events Manager', 'SENIOR COMMUNITY \\u0026  EVENTS MANAGER');
    const after = agreed(before, 'html');
    expect(after).toBe(
      page('Senior Community &amp; Events Manager', 'Senior Community \\u0026 Events Manager'),
    );
    expect(agreed(after, 'html')).toBe(after);
  });

  it('follow the title of the record where there is no heading', () => {
    const source =
      'title: Senior Community Manager\nposition: "Sr. community  manager"\nduties:\n  - Moderate\n';
    expect(agreed(source, 'yaml')).toBe(
      'title: Senior Community Manager\nposition: "Senior Community Manager"\nduties:\n  - Moderate\n',
    );
  });
});
