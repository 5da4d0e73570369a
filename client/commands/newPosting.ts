import { l10n, type QuickPickItem, window, workspace } from 'vscode';
import { type NewPostingParams, newPostingRequest } from '../../shared/protocol.ts';
import type { Running } from '../activation.ts';
import { roleChoices } from '../roleChoices.ts';

interface FormatChoice extends QuickPickItem {
  readonly format: NewPostingParams['format'];
  readonly language: string;
}

const formats = (): FormatChoice[] => [
  { label: 'Markdown', description: '.md', format: 'markdown', language: 'markdown' },
  { label: l10n.t('Job posting'), description: '.posting', format: 'posting', language: 'job-posting' },
  { label: l10n.t('Plain text'), description: '.txt', format: 'text', language: 'plaintext' },
  { label: 'HTML', description: '.html', format: 'html', language: 'html' },
  { label: 'JSON-LD', description: '.json', format: 'json', language: 'json' },
  { label: 'YAML', description: '.yaml', format: 'yaml', language: 'yaml' },
];

/** Asks for role, format, title and organisation, and opens a posting that fits them. Escape at any step ends it. */
export async function createPosting(running: Running): Promise<void> {
  const step = (number: number): string => l10n.t('New job posting ({0}/{1})', number, 4);
  const role = await window.showQuickPick(roleChoices(), {
    title: step(1),
    placeHolder: l10n.t('Which job do you need done?'),
    matchOnDetail: true,
  });
  if (role === undefined) return;
  const format = await window.showQuickPick(formats(), {
    title: step(2),
    placeHolder: l10n.t('In which format?'),
  });
  if (format === undefined) return;
  const title = await window.showInputBox({
    title: step(3),
    prompt: l10n.t('The title as applicants will read it'),
    value: role.label,
  });
  if (title === undefined) return;
  const organisation = await window.showInputBox({
    title: step(4),
    prompt: l10n.t('Your organisation’s name; may stay empty'),
  });
  if (organisation === undefined) return;
  const params: NewPostingParams = { role: role.id, format: format.format, title, organisation };
  const content = await running.request<string | null>(newPostingRequest, params);
  if (content === null) return;
  const document = await workspace.openTextDocument({ language: format.language, content });
  await window.showTextDocument(document);
}
