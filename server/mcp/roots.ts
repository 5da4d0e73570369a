import { fileURLToPath } from 'node:url';
import {
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  inputRequired,
  type InputRequiredResult,
  inputResponse,
  type McpServer,
  type ServerContext,
} from '@modelcontextprotocol/server';

const key = 'roots';

function clientHasRoots(server: McpServer, { mcpReq }: ServerContext): boolean {
  // Clients of the older protocol say once what they can, those of the newer with each request.
  const envelope: { readonly [CLIENT_CAPABILITIES_META_KEY]?: ClientCapabilities } = mcpReq.envelope ?? {};
  const capabilities =
    envelope[CLIENT_CAPABILITIES_META_KEY] ??
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way for the older protocol
    server.server.getClientCapabilities();
  return capabilities?.roots !== undefined;
}

/** The folders that the client works in, as far as they are files; a question to it where it was not asked yet. */
export function rootsOf(server: McpServer, context: ServerContext): string[] | InputRequiredResult {
  const answer = inputResponse(context.mcpReq.inputResponses, key);
  if (answer.kind === 'roots')
    return answer.roots.flatMap(({ uri }) => {
      try {
        return [fileURLToPath(uri)];
      } catch {
        return [];
      }
    });
  const asked = context.mcpReq.inputResponses !== undefined;
  if (asked || !clientHasRoots(server, context)) return [];
  return inputRequired({ inputRequests: { [key]: inputRequired.listRoots() } });
}
