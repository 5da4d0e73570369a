/** Where views get profiles from, with a stand-in for VS Code. */
import { describe, expect, it, vi } from 'vitest';
import type { ProfileResult } from '../../shared/protocol.ts';

const uri = 'file:///jobs/a.md';
vi.mock('vscode', () => ({
  EventEmitter: class {
    readonly #listeners: ((value: unknown) => void)[] = [];
    readonly event = (listener: (value: unknown) => void): unknown => this.#listeners.push(listener);
    fire(value: unknown): void {
      for (const listener of this.#listeners) listener(value);
    }
  },
  window: {
    activeTextEditor: {
      document: { languageId: 'markdown', uri: { scheme: 'file', toString: () => 'file:///jobs/a.md' } },
    },
    onDidChangeActiveTextEditor: () => ({}),
  },
  workspace: {},
}));
const { ProfileSource } = await import('../../client/profileSource.ts');

const silent = (silence: string): ProfileResult => ({ version: 1, silence, postings: [] });

describe('the profile on show', () => {
  it('is the newest one of a version, as its configuration may change', async () => {
    const source = new ProfileSource();
    source.watch(() => true);
    const told: unknown[] = [];
    source.onDidChange(({ result }) => told.push(result?.silence));
    let silence = 'too short';
    source.connect(() => Promise.resolve(silent(silence)));
    await source.refresh();
    silence = 'left out';
    source.judged(uri);
    await source.refresh();
    expect(source.shown).toEqual({ uri, result: silent('left out') });
    expect(told.at(-1)).toBe('left out');
  });

  it('stays when the server is gone, and nobody fails', async () => {
    const source = new ProfileSource();
    source.watch(() => true);
    source.connect(() => Promise.resolve(silent('too short')));
    await source.refresh();
    source.connect(() => Promise.reject(new Error('the client is not running')));
    await source.refresh();
    expect(source.shown.result).toEqual(silent('too short'));
  });
});
