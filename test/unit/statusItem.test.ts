/** The status item while servers come and go, with a stand-in for VS Code and for the language client. */
import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { describe, expect, it, vi } from 'vitest';
import { createPostingLens, wordedPair } from '../../shared/index.ts';

type Listener = (event: { newState: number }) => void;

vi.mock('vscode-languageclient', () => ({ State: { Running: 2 }, CloseAction: {}, ErrorAction: {} }));
vi.mock('vscode', () => ({
  EventEmitter: vi.fn(
    class {
      readonly event = (): void => undefined;
      readonly fire = (): void => undefined;
    },
  ),
  LanguageStatusSeverity: {},
  env: { language: 'en' },
  l10n: {
    t: (text: string, ...values: unknown[]) =>
      text.replace(/\{(\d)\}/g, (_, at: string) => String(values[Number(at)])),
  },
  languages: { createLanguageStatusItem: () => ({}) },
  window: {
    activeTextEditor: { document: { uri: 'file:///jobs/a.md' } },
    onDidChangeActiveTextEditor: () => undefined,
    createOutputChannel: () => ({}),
  },
  workspace: {},
}));
const { StatusItem } = await import('../../client/statusItem.ts');
const { startClient } = await import('../../client/start.ts');

const { roles } = wordedPair(createPostingLens().taxonomy);
const told = { uri: 'file:///jobs/a.md', version: 1, roles, verdict: null, reason: 'Too short.' };

describe('the status item', () => {
  it('says no more that the server starts when it has, whether or not there is a posting', async () => {
    const status = new StatusItem();
    const listeners: Listener[] = [];
    const client = {
      onDidChangeState: (listener: Listener) => listeners.push(listener),
      onNotification: () => undefined,
      onRequest: () => undefined,
      start: () => Promise.resolve(),
      stop: () => Promise.resolve(),
      isRunning: () => true,
    } as unknown as BaseLanguageClient;
    const context = { subscriptions: [] } as unknown as ExtensionContext;
    await startClient(context, status, () => client);
    status.starting();
    expect(status.shown.text).toBe('Posting Lens: starting …');
    for (const newState of [3, 1]) listeners.forEach((listener) => listener({ newState }));
    expect(status.shown.text).toBe('Posting Lens: starting …');
    listeners.forEach((listener) => listener({ newState: 2 }));
    expect(status.shown.text).toBe('Posting Lens: no posting');
  });

  it('forgets what was said of a document that was closed', () => {
    const status = new StatusItem();
    status.update(told);
    expect(status.shown.text).toBe('Posting Lens: Too short.');
    status.forget(told.uri);
    status.started();
    expect(status.shown.text).toBe('Posting Lens: no posting');
  });
});
