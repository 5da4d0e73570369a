import {
  type CancellationToken,
  Disposable,
  l10n,
  LanguageModelTextPart,
  type LanguageModelToolInvocationOptions,
  LanguageModelToolResult,
  lm,
  workspace,
} from 'vscode';
import { toolNames, type ToolParams, toolPrefix, toolRequest, type ToolResult } from '../shared/protocol.ts';
import type { Running } from './activation.ts';
import { rulePage } from './rulePages.ts';

type Input = Readonly<Record<string, unknown>>;

/** How agents are offered what we can do. */
export const chosenForAgents = (): unknown => workspace.getConfiguration('postingLens').get('agents');

/** The page of the rule that an input names; empty where it names none. */
async function rulePageFor({ id }: Input): Promise<string> {
  if (typeof id !== 'string' || !/^[a-z-]+$/.test(id)) return '';
  try {
    return (await workspace.openTextDocument(rulePage(id))).getText();
  } catch {
    return '';
  }
}

async function invoke(
  tool: ToolParams['tool'],
  { input }: LanguageModelToolInvocationOptions<Input>,
  token: CancellationToken,
  launch: () => Promise<Running | null>,
): Promise<LanguageModelToolResult> {
  const running = await launch();
  if (running === null) throw new Error(l10n.t('The language server could not be started.'));
  const params: ToolParams = {
    ...{ tool, input },
    rulePage: tool === 'explain' ? await rulePageFor(input) : '',
  };
  const answer = await running.request<ToolResult | null>(toolRequest, params, token);
  // What is answered in words comes first; models are shown no data but as text.
  const { says, ...rest } = answer?.structured ?? {};
  const parts = [typeof says === 'string' ? says : '', JSON.stringify(rest)];
  return new LanguageModelToolResult(parts.map((part) => new LanguageModelTextPart(part)));
}

/** Offers the tools to agents of this editor while the setting says so. The server is started when one is used. */
export function registerAgentTools(launch: () => Promise<Running | null>): Disposable {
  let registered: Disposable[] = [];
  const withdraw = (): void => {
    for (const tool of registered) tool.dispose();
    registered = [];
  };
  const look = (): void => {
    const wanted = chosenForAgents() === 'tools';
    if (!wanted) withdraw();
    else if (registered.length === 0)
      registered = toolNames.map((name) =>
        lm.registerTool<Input>(`${toolPrefix}${name}`, {
          invoke: (options, token) => invoke(name, options, token, launch),
        }),
      );
  };
  look();
  const listener = workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('postingLens.agents')) look();
  });
  return new Disposable(() => {
    listener.dispose();
    withdraw();
  });
}
