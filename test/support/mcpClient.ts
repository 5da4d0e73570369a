import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { program } from './commandLine.ts';
import { node20 } from './node20.ts';

export type Structured = Readonly<Record<string, unknown>>;

export interface Called {
  readonly structured: Structured;
  /** All text of the answer. */
  readonly text: string;
  readonly isError: boolean;
}

export interface McpClient {
  readonly client: Client;
  readonly stderr: () => string;
  readonly call: (name: string, input: Structured) => Promise<Called>;
}

export interface McpOptions {
  /** In the command line's working directory. */
  readonly cwd: string;
  readonly folders?: readonly string[];
  /** URIs of what the client says it works in; undefined where it cannot say, null where it fails to. */
  readonly roots?: readonly string[] | null;
  /** A version of the protocol that is newer than the client's usual. */
  readonly pin?: string | undefined;
  /** The file to run with its arguments, where it is not the command line. */
  readonly args?: readonly string[];
}

/** The shipped server on Node 20, and the client of the protocol's own library. */
export async function startMcp({ cwd, folders = [], roots, pin, args }: McpOptions): Promise<McpClient> {
  const transport = new StdioClientTransport({
    command: node20,
    args: [...(args ?? [program, 'mcp']), ...folders],
    cwd,
    stderr: 'pipe',
  });
  let stderr = '';
  transport.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const client = new Client(
    { name: 'test', version: '1' },
    {
      capabilities: roots === undefined ? {} : { roots: {} },
      ...(pin === undefined ? {} : { versionNegotiation: { mode: { pin } } }),
    },
  );
  if (roots !== undefined)
    client.setRequestHandler('roots/list', () => {
      if (roots === null) throw new Error('No folder is open.');
      return { roots: roots.map((uri) => ({ uri })) };
    });
  await client.connect(transport);
  return {
    client,
    stderr: () => stderr,
    call: async (name, input) => {
      const result = await client.callTool({ name, arguments: { ...input } });
      return {
        structured: result.structuredContent as Structured,
        text: result.content.map((block) => (block.type === 'text' ? block.text : '')).join('\n'),
        isError: result.isError === true,
      };
    },
  };
}
