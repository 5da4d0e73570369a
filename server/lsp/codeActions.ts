import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import {
  actionsAt,
  type Analysis,
  type Finding,
  fixesAt,
  retitlings,
  safeEdits,
} from '../../shared/index.ts';
import { fixAllKind, retitleConfidence, type RetitledPosting } from '../../shared/protocol.ts';
import { type PartContext, partsOf, textEdits } from './actionParts.ts';
import { toDiagnostic } from './diagnostics.ts';
import { fileName, workspaceEdit } from './workspaceEdits.ts';

/** What actions are made with. */
export interface ActionContext extends PartContext {
  /** A posting's analysis, or what is wrong with a file that is part of the configuration. */
  readonly about: Analysis | readonly Finding[];
  readonly rulePages: string | undefined;
}

/** Kinds form a tree: who asks for `source` or `source.fixAll` wants `source.fixAll.posting-lens` too. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only?.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`)) ?? false;
}

/** The actions at a range; the one that makes all safe fixes only where it is asked for by its kind. */
export async function codeActions(params: CodeActionParams, context: ActionContext): Promise<CodeAction[]> {
  const { only } = params.context;
  const { version } = context.document;
  const all = wants(only, fixAllKind) ? fixAll(context) : [];
  const found =
    only === undefined || wants(only, CodeActionKind.QuickFix) ? await quickFixes(params, context) : [];
  // Somebody wrote on while files were looked for: what was found is for another text.
  return context.document.version === version ? [...found, ...all] : [];
}

/** The titles that can be put right without asking about each. */
export function retitledPostings(
  analysis: Analysis,
  place: Pick<PartContext, 'document' | 'positions'>,
): RetitledPosting[] {
  return retitlings(analysis, retitleConfidence).map(({ before, after, edits }) => ({
    before,
    after,
    edits: textEdits(place, edits),
  }));
}

function fixAll(context: ActionContext): CodeAction[] {
  const { about } = context;
  const edits = 'source' in about ? textEdits(context, safeEdits(about)) : [];
  const { uri, version } = context.document;
  const edit = workspaceEdit([{ uri, version, edits }], context.support);
  return edits.length === 0 || edit === null
    ? []
    : [{ title: 'Fix all safe problems of this posting', kind: fixAllKind, edit }];
}

async function quickFixes(params: CodeActionParams, context: ActionContext): Promise<CodeAction[]> {
  const { document, about, positions, rulePages } = context;
  const place = {
    start: positions.offset(document, params.range.start),
    end: positions.offset(document, params.range.end),
  };
  const actions =
    'source' in about ? actionsAt(about, place, { fileName: fileName(document.uri) }) : fixesAt(about, place);
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
