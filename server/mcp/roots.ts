import { fileURLToPath } from 'node:url';
import {
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  fromJsonSchema,
  inputRequired,
  type InputRequiredResult,
  inputResponse,
  type McpServer,
  type ServerContext,
} from '@modelcontextprotocol/server';

const key = 'roots';

interface Root {
  readonly uri: string;
}

/** Clients may work in what is no file: the library's own form of the older protocol's answer would throw all roots away then. */
const answerForm = fromJsonSchema<{ readonly roots: readonly Root[] }>({
  type: 'object',
  properties: {
    roots: {
      type: 'array',
      items: { type: 'object', properties: { uri: { type: 'string' } }, required: ['uri'] },
    },
  },
  required: ['roots'],
});

const pathsOf = (roots: readonly Root[]): string[] =>
  roots.flatMap(({ uri }) => {
    try {
      return [fileURLToPath(uri)];
    } catch {
      return [];
    }
  });

/** Asks a client of the older protocol, in which servers send requests; none where it does not answer as it should. */
async function askForRoots(
  { mcpReq }: ServerContext,
  complain: (message: string) => void,
): Promise<string[]> {
  try {
    return pathsOf((await mcpReq.send({ method: 'roots/list' }, answerForm)).roots);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    complain(`The client does not tell the folders that it works in: ${reason}`);
    return [];
  }
}

/**
 * The folders that the client works in, as far as they are files; a question to it where it was not asked yet.
 * @param complain gets a sentence where the client's answer is of no use
 */
export async function rootsOf(
  server: McpServer,
  context: ServerContext,
  complain: (message: string) => void,
): Promise<string[] | InputRequiredResult> {
  const { inputResponses } = context.mcpReq;
  const envelope: { readonly [CLIENT_CAPABILITIES_META_KEY]?: ClientCapabilities } | undefined =
    context.mcpReq.envelope;
  // Clients of the older protocol say once what they can, those of the newer with each request.
  if (envelope === undefined) {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way for the older protocol
    const can = server.server.getClientCapabilities()?.roots !== undefined;
    return can ? askForRoots(context, complain) : [];
  }
  const answer = inputResponse(inputResponses, key);
  if (answer.kind === 'roots') return pathsOf(answer.roots);
  if (inputResponses !== undefined || envelope[CLIENT_CAPABILITIES_META_KEY]?.roots === undefined) return [];
  return inputRequired({ inputRequests: { [key]: inputRequired.listRoots() } });
}
