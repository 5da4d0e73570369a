import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { actionsAt, type Analysis, retitlings, safeEdits, type Taxonomy } from '../../shared/index.ts';
import { fixAllKind, retitleConfidence, type RetitledPosting } from '../../shared/protocol.ts';
import { type PartContext, partsOf, textEdits } from './actionParts.ts';
import { toDiagnostic } from './diagnostics.ts';
import { fileName, workspaceEdit } from './workspaceEdits.ts';

/** What actions are made with. */
export interface ActionContext extends PartContext {
  readonly analysis: Analysis;
  readonly taxonomy: Taxonomy;
  readonly rulePages: string | undefined;
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
  const edits = textEdits(context, safeEdits(context.analysis, context.taxonomy));
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
