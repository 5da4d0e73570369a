import type { SnippetTextEdit, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type Action,
  besides,
  configurationFileName,
  type Edit,
  type InterfaceLanguage,
  say,
  type Setting,
  setRuleLevel,
  type Span,
  worded,
} from '../../shared/index.ts';
import type { Positions } from './positions.ts';
import { type EditSupport, fileName, type Part, sibling } from './workspaceEdits.ts';

/** The configuration file that holds for a document, or that would. */
export interface ConfigurationFile {
  readonly uri: string;
  /** Null where it is yet to be made. */
  readonly text: string | null;
  /** Null where it is not open. */
  readonly version: number | null;
  /** The document's path from the file's folder. */
  readonly path: string;
}

/** What the changes of actions are made with. */
export interface PartContext {
  readonly document: TextDocument;
  readonly positions: Positions;
  readonly support: EditSupport;
  readonly interfaceLanguage: InterfaceLanguage;
  /** Whether a file is known to be there; where nobody knows, the client refuses to overwrite it. */
  readonly exists: (uri: string) => Promise<boolean>;
  /** Null where the document is in no folder that could have one. */
  readonly configurationFile: () => Promise<ConfigurationFile | null>;
}

export function textEdits(
  { document, positions }: Pick<PartContext, 'document' | 'positions'>,
  edits: readonly Edit[],
): TextEdit[] {
  return edits.map((edit) => ({ range: positions.range(document, edit.span), newText: edit.newText }));
}

/** What an action changes, in order; null where there is no place for a file that it makes or changes. */
export async function partsOf(action: Action, context: PartContext): Promise<Part[] | null> {
  const { setting, newName, creates } = action;
  if (setting !== null) return settingParts(setting, context);
  const { uri, version } = context.document;
  const made = await newFiles(creates, context);
  if (made === null) return null;
  const label = worded(say`Take the other job’s duties out of this posting`, context.interfaceLanguage);
  const annotation = { label };
  const edits = withPlaceholder(action, context);
  const parts: Part[] = [...made, { uri, version, edits, ...(made.length > 0 ? { annotation } : {}) }];
  if (newName === null) return parts;
  const to = sibling(uri, newName);
  return to === null || (await context.exists(to)) ? null : [...parts, { rename: uri, to }];
}

async function newFiles(creates: Action['creates'], context: PartContext): Promise<Part[] | null> {
  const parts: Part[] = [];
  for (const { suffix, text } of creates) {
    const target = await freeName(suffix, context);
    if (target === null) return null;
    const says = say`Write the other job’s posting to ${fileName(target) ?? target}`;
    const annotation = { label: worded(says, context.interfaceLanguage) };
    const edits = [atStart(text)];
    parts.push({ create: target, annotation }, { uri: target, version: null, edits, annotation });
  }
  return parts;
}

function atStart(newText: string): TextEdit {
  const start = { line: 0, character: 0 };
  return { range: { start, end: start }, newText };
}

/** Names that are tried for a new file before the client is left to refuse. */
const mostNames = 20;

async function freeName(suffix: string, { document, exists }: PartContext): Promise<string | null> {
  const name = fileName(document.uri);
  if (name === undefined) return null;
  let target: string | null = null;
  for (let count = 1; count <= mostNames; count++) {
    target = sibling(document.uri, besides(name, suffix, count));
    if (target === null || !(await exists(target))) break;
  }
  return target;
}

/** The edits, the one with words to be replaced as a snippet that selects them where the client can do that. */
function withPlaceholder(action: Action, context: PartContext): (TextEdit | SnippetTextEdit)[] {
  const edits = textEdits(context, action.edits);
  const [edit] = edits;
  const at = action.edits[0]?.span.start;
  if (action.placeholder === null || !context.support.snippets || edits.length !== 1) return edits;
  if (edit === undefined || at === undefined) return edits;
  // VS Code indents the lines of a snippet like the line that it is put into.
  if (edit.range.start.character > 0 && /[\r\n]/.test(edit.newText)) return edits;
  const span = { start: action.placeholder.start - at, end: action.placeholder.end - at };
  return [{ range: edit.range, snippet: { kind: 'snippet', value: snippet(edit.newText, span) } }];
}

function snippet(text: string, { start, end }: Span): string {
  const plain = (part: string): string => part.replace(/[\\$}]/g, '\\$&');
  return `${plain(text.slice(0, start))}\${1:${plain(text.slice(start, end))}}${plain(text.slice(end))}`;
}

/** Writes a level into the configuration file, which is made where there is none. */
async function settingParts(setting: Setting, context: PartContext): Promise<Part[] | null> {
  const file = await context.configurationFile();
  if (file === null) return null;
  const { rule, level, onlyHere } = setting;
  const changes = setRuleLevel(file.text, rule, level, { path: file.path, onlyHere });
  if (changes === null) return null;
  const { uri, version, text } = file;
  const document = TextDocument.create(uri, 'json', 0, text ?? '');
  const edits = textEdits({ document, positions: context.positions }, changes);
  const says = say`Write the setting to ${configurationFileName}`;
  const annotation = { label: worded(says, context.interfaceLanguage) };
  return [...(text === null ? [{ create: uri, annotation }] : []), { uri, version, edits, annotation }];
}
