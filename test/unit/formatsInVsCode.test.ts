/** VS Code is told of languages and endings in the manifest and by the client, which do not know the formats. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { formats } from '../../shared/index.ts';

vi.mock('vscode', () => ({ workspace: {} }));
const selector = await import('../../client/selector.ts');

const manifest = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, '../../package.json'), 'utf8'),
) as {
  readonly activationEvents: readonly string[];
  readonly contributes: { readonly menus: Readonly<Record<string, readonly { readonly when?: string }[]>> };
};
const languageIds = formats.flatMap((format) => format.languageIds).sort();

describe('every language and ending that a format reads, and no other,', () => {
  it('is one of the client', () => {
    expect([...selector.languages].sort()).toEqual(languageIds);
    const extensions = formats.flatMap((format) => format.extensions);
    expect(selector.extensions.map((extension) => `.${extension}`).sort()).toEqual(extensions.sort());
  });

  it('wakes the extension', () => {
    const events = manifest.activationEvents.filter((event) => event.startsWith('onLanguage:'));
    expect(events.sort()).toEqual(languageIds.map((id) => `onLanguage:${id}`));
  });

  it('has the commands that are for one document', () => {
    const conditions = Object.values(manifest.contributes.menus)
      .flat()
      .flatMap(({ when = '' }) => [...when.matchAll(/editorLangId =~ \/(.*?)\//g)]);
    expect(conditions.length).toBeGreaterThan(4);
    // No language of VS Code's own is left out or let in: the expressions are lists, some of them shortened.
    for (const [, expression = ''] of conditions) {
      const listed = expression.replace(/^\^\((.*)\)\$$/, '$1').split('|');
      const all = listed.flatMap((each) =>
        each.includes('?') ? [each.replace(/.\?/, ''), each.replace('?', '')] : [each],
      );
      expect(all.sort(), expression).toEqual(languageIds);
    }
  });
});
