import { tools } from '../../../server/tools/index.ts';
import { toolPrefix } from '../../../shared/protocol.ts';
import { type Generator, jsonValue } from './generated.ts';

/** While the setting asks for tools: then VS Code lists them, and no chat carries their descriptions else. */
const when = 'config.postingLens.agents == tools';

/** The tools as the manifest announces them to VS Code, from where each is defined. */
export const agentTools: Generator = () => [
  jsonValue(
    'package.json',
    ['contributes', 'languageModelTools'],
    tools.map(({ name, description, input }) => ({
      name: `${toolPrefix}${name}`,
      toolReferenceName: name,
      displayName: `%tool.${name}%`,
      modelDescription: description,
      canBeReferencedInPrompt: true,
      icon: '$(checklist)',
      when,
      inputSchema: input,
      tags: ['job-posting'],
    })),
  ),
  ...tools.map(({ name, title }) => jsonValue('package.nls.json', [`tool.${name}`], title)),
];
