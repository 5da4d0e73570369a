import type { CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type Analysis,
  type DocumentConfiguration,
  type Format,
  formatById,
  formatByPath,
} from '../../shared/index.ts';
import type { ToolParams, ToolResult } from '../../shared/protocol.ts';
import type { FailedRules } from '../failedRules.ts';
import { judgeContent } from '../judgeContent.ts';
import { tools } from '../tools/index.ts';
import { refused } from '../tools/postings.ts';
import { misfit } from '../tools/schema.ts';
import {
  eitherOr,
  type Opened,
  type PostingInput,
  type Refusal,
  telling,
  withoutPatterns,
} from '../tools/tool.ts';
import { formatOf } from './documents.ts';
import { isBelow, originOf, pathOf, uriOf } from './uris.ts';

/** What tools need to know of the editor. */
export interface ToolServices {
  /** An open document, however its URI is escaped. */
  readonly open: (uri: string) => TextDocument | undefined;
  readonly configurationOf: (uri: string) => Promise<DocumentConfiguration>;
  /** What could not be used of the configuration files for a document, a line each. */
  readonly misconfigured: (uri: string) => Promise<readonly string[]>;
  /** URIs of the folders that are open. */
  readonly folders: () => readonly string[];
  /** @param root the folder that it must lie in, links followed @param most bytes */
  readonly readFile: (uri: string, root: string, most: number) => Promise<string | null>;
  readonly failedRules: FailedRules;
  /** Gets a sentence for those who maintain us. */
  readonly tell: (failure: string) => void;
}

interface Place {
  readonly uri: string;
  readonly folder: string;
}

/** Where a path, absolute or relative, or a URI may lead in the open folders. */
function placesOf(target: string, folders: readonly string[]): Place[] {
  const isUri = /^[a-z][a-z0-9+.-]+:/i.test(target);
  const slashed = isUri ? pathOf(target) : target.replaceAll('\\', '/').replace(/^(?=[a-z]:)/i, '/');
  return folders.flatMap((folder) => {
    if (isUri && originOf(target) !== originOf(folder)) return [];
    const base = slashed.startsWith('/') ? '/' : `${pathOf(folder)}/`;
    const steps: string[] = [];
    for (const step of `${base}${slashed}`.split('/'))
      if (step === '..') steps.pop();
      else if (step !== '' && step !== '.') steps.push(step);
    const path = `/${steps.join('/')}`;
    return isBelow(path, pathOf(folder)) ? [{ uri: uriOf(path, originOf(folder)), folder }] : [];
  });
}

function opened(
  path: string,
  text: string,
  format: Format | undefined,
  { title }: PostingInput,
  configured: DocumentConfiguration,
  misconfigured: readonly string[],
): Opened {
  const analyze = (source: string): Analysis =>
    judgeContent(path, { text: source }, configured, { format, title });
  return { path, misconfigured, analysis: analyze(text), analyze };
}

/** Opens what an agent points at: a text, a document that is open as it stands, or a file in an open folder. */
async function openPointed(input: PostingInput, services: ToolServices): Promise<Opened | Refusal> {
  const { text, path: target } = input;
  if ((text === undefined) === (target === undefined)) return eitherOr;
  const folders = services.folders();
  const format = input.format === undefined ? undefined : formatById(input.format);
  if (text !== undefined) {
    const around = `${folders[0] ?? 'untitled:'}/posting`;
    const configured = withoutPatterns(await services.configurationOf(around));
    const wrong = await services.misconfigured(around);
    return opened('', text, format ?? formatById('markdown'), input, configured, wrong);
  }
  const named = target ?? '';
  const places = placesOf(named, folders);
  for (const uri of [...places.map((place) => place.uri), named]) {
    const document = services.open(uri);
    if (document === undefined) continue;
    const configured = await services.configurationOf(document.uri);
    const wrong = await services.misconfigured(document.uri);
    return opened(named, document.getText(), format ?? formatOf(document), input, configured, wrong);
  }
  for (const { uri, folder } of places) {
    const configured = await services.configurationOf(uri);
    // UTF-8 takes three bytes at most for what counts one: what is longer than the limit stays longer.
    const read = await services.readFile(uri, folder, 3 * configured.configuration.maxLength + 3);
    if (read === null) continue;
    const wrong = await services.misconfigured(uri);
    return opened(named, read, format ?? formatByPath(pathOf(uri)), input, configured, wrong);
  }
  if (places.length > 0)
    return { refusal: 'not-found', says: `There is no file “${named}”. Look at its name, or give its text.` };
  return {
    refusal: 'outside',
    says: `“${named}” is not read: only files in the open folders are. Give the text itself.`,
  };
}

/** What a tool answers that the editor offers to agents; null where there is no such tool or nobody waits any more. */
export async function answerTool(
  { tool: asked, input, rulePage }: ToolParams,
  services: ToolServices,
  token: CancellationToken,
): Promise<ToolResult | null> {
  const tool = tools.find(({ name }) => name === asked);
  if (tool === undefined || token.isCancellationRequested) return null;
  const wrong = misfit(input, tool.input);
  if (wrong !== null) return refused({ refusal: 'input', says: wrong }, tool.nothing);
  const { structured, texts } = await tool.run(input as Readonly<Record<string, unknown>>, {
    open: async (pointed) => {
      const document = await openPointed(pointed, services);
      return 'refusal' in document ? document : telling(document, services.failedRules, services.tell);
    },
    rulePage: () => rulePage,
  });
  return { structured, texts };
}
