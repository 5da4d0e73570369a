import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import {
  type Action,
  actionsAt,
  allSafeEdits,
  type Analysis,
  type Finding,
  fixesAt,
  retitlings,
  say,
  worded,
} from '../../shared/index.ts';
import { fixAllKind, quickFixKind, retitleConfidence, type RetitledPosting } from '../../shared/protocol.ts';
import { type PartContext, partsOf, textEdits } from './actionParts.ts';
import { toDiagnostic } from './diagnostics.ts';
import { fileName, workspaceEdit } from './workspaceEdits.ts';

/** What actions are made with. */
export interface ActionContext extends PartContext {
  /** A posting's analysis, or what is wrong with a file that is part of the configuration. */
  readonly about: Analysis | readonly Finding[];
  readonly rulePages: string | undefined;
  /** Reads and judges another state of the document; null where no format reads it. */
  readonly analyze: ((source: string) => Analysis) | null;
}

/** Kinds form a tree: who asks for `source` or `source.fixAll` wants `source.fixAll.posting-lens` too. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only?.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`)) ?? false;
}

/** The kind of a quick fix: the plain one, or what it is for where somebody asks for that; null where nobody does. */
function kindOf({ purpose }: Action, only: readonly string[] | undefined): string | null {
  if (only === undefined || wants(only, CodeActionKind.QuickFix)) return CodeActionKind.QuickFix;
  const kind = `${quickFixKind}.${purpose}`;
  return wants(only, kind) ? kind : null;
}

/** The actions at a range; the one that makes all safe fixes only where it is asked for by its kind. */
export async function codeActions(params: CodeActionParams, context: ActionContext): Promise<CodeAction[]> {
  const { only } = params.context;
  const { version } = context.document;
  const all = wants(only, fixAllKind) ? fixAll(context) : [];
  const found = await quickFixes(params, context);
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
  const { about, analyze } = context;
  if (!('source' in about) || analyze === null) return [];
  const edits = textEdits(context, allSafeEdits(about, analyze));
  const title = worded(say`Fix all safe problems of this posting`, context.interfaceLanguage);
  const { uri, version } = context.document;
  const edit = workspaceEdit([{ uri, version, edits }], context.support);
  return edits.length === 0 || edit === null ? [] : [{ title, kind: fixAllKind, edit }];
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
    const kind = kindOf(action, params.context.only);
    if (kind === null) return [];
    const parts = await partsOf(action, context);
    const edit = parts === null ? null : workspaceEdit(parts, context.support);
    if (edit === null) return [];
    return [
      {
        title: action.title,
        kind,
        isPreferred: action.preferred,
        diagnostics: [toDiagnostic(action.finding, document, positions, rulePages)],
        edit,
      },
    ];
  });
  return (await Promise.all(made)).flat();
}
