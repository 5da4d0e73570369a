import { type CodeAction, CodeActionKind, type CodeActionParams, type TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type Action,
  actionsAt,
  type Analysis,
  besides,
  type Edit,
  retitlings,
  safeEdits,
} from '../../shared/index.ts';
import { fixAllKind, retitleConfidence, type RetitledPosting } from '../../shared/protocol.ts';
import { toDiagnostic } from './diagnostics.ts';
import type { Positions } from './positions.ts';
import { type EditSupport, fileName, type Part, sibling, workspaceEdit } from './workspaceEdits.ts';

/** What actions are made with. */
export interface ActionContext {
  readonly document: TextDocument;
  readonly analysis: Analysis;
  readonly positions: Positions;
  readonly support: EditSupport;
  readonly rulePages: string | undefined;
  /** Whether a file is known to be there; where nobody knows, the client refuses to overwrite it. */
  readonly exists: (uri: string) => Promise<boolean>;
}

/** Kinds form a tree: who asks for `source` or `source.fixAll` wants `source.fixAll.posting-lens` too. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only?.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`)) ?? false;
}

/** The actions at a range; the one that makes all safe fixes only where it is asked for by its kind. */
export async function codeActions(params: CodeActionParams, context: ActionContext): Promise<CodeAction[]> {
  const { only } = params.context;
  const found =
    only === undefined || wants(only, CodeActionKind.QuickFix) ? await quickFixes(params, context) : [];
  return wants(only, fixAllKind) ? [...found, ...fixAll(context)] : found;
}

type Place = Pick<ActionContext, 'document' | 'positions'>;

const textEdits = ({ document, positions }: Place, edits: readonly Edit[]): TextEdit[] =>
  edits.map((edit) => ({ range: positions.range(document, edit.span), newText: edit.newText }));

/** The titles that can be put right without asking about each. */
export function retitledPostings(analysis: Analysis, place: Place): RetitledPosting[] {
  return retitlings(analysis, retitleConfidence).map(({ before, after, edits }) => ({
    before,
    after,
    edits: textEdits(place, edits),
  }));
}

function fixAll(context: ActionContext): CodeAction[] {
  const edits = textEdits(context, safeEdits(context.analysis));
  const { uri, version } = context.document;
  const edit = workspaceEdit([{ uri, version, edits }], context.support);
  return edits.length === 0 || edit === null
    ? []
    : [{ title: 'Fix all safe problems of this posting', kind: fixAllKind, edit }];
}

async function quickFixes(params: CodeActionParams, context: ActionContext): Promise<CodeAction[]> {
  const { document, analysis, positions, rulePages } = context;
  const place = {
    start: positions.offset(document, params.range.start),
    end: positions.offset(document, params.range.end),
  };
  const actions = actionsAt(analysis, place, { fileName: fileName(document.uri) });
  const made = actions.map(async (action): Promise<CodeAction[]> => {
    const parts = await partsOf(action, context);
    const edit = parts === null ? null : workspaceEdit(parts, context.support);
    if (edit === null) return [];
    return [
      {
        title: action.title,
        kind: CodeActionKind.QuickFix,
        isPreferred: action.preferred,
        diagnostics: [toDiagnostic(action.finding, document, positions, rulePages)],
        edit,
      },
    ];
  });
  return (await Promise.all(made)).flat();
}

/** What an action changes, in order; null where there is no place for a file that it makes. */
async function partsOf(action: Action, context: ActionContext): Promise<Part[] | null> {
  const { uri, version } = context.document;
  const parts: Part[] = [];
  for (const { suffix, text } of action.creates) {
    const target = await freeName(uri, suffix, context);
    if (target === null) return null;
    const start = { line: 0, character: 0 };
    const annotation = { label: `Write the other job’s posting to ${fileName(target) ?? target}` };
    const edits = [{ range: { start, end: start }, newText: text }];
    parts.push({ create: target, annotation }, { uri: target, version: null, edits, annotation });
  }
  const edits = textEdits(context, action.edits);
  const moved = parts.length > 0;
  // What goes is looked at first. The new file is made in any case: nothing can be lost by half a choice.
  const annotation = { label: 'Take the other job’s duties out of this posting', needsConfirmation: true };
  parts.push({ uri, version, edits, ...(moved ? { annotation } : {}) });
  if (action.newName !== null) {
    const to = sibling(uri, action.newName);
    if (to === null || (await context.exists(to))) return null;
    parts.push({ rename: uri, to });
  }
  return parts;
}

/** Names that are tried for a new file before the client is left to refuse. */
const mostNames = 20;

async function freeName(uri: string, suffix: string, { exists }: ActionContext): Promise<string | null> {
  const name = fileName(uri);
  if (name === undefined) return null;
  let target: string | null = null;
  for (let count = 1; count <= mostNames; count++) {
    target = sibling(uri, besides(name, suffix, count));
    if (target === null || !(await exists(target))) break;
  }
  return target;
}
