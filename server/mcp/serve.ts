import { fromJsonSchema, McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import path from 'node:path';
import { FailedRules } from '../failedRules.ts';
import { rulePage } from '../rulePages.ts';
import { tools } from '../tools/index.ts';
import { type PostingInput, telling, type Tool } from '../tools/tool.ts';
import { version } from '../version.ts';
import { holdFile, openPointed } from './pointed.ts';
import { registerResources } from './resources.ts';
import { rootsOf } from './roots.ts';

const instructions =
  'Judges job postings by their duties. Read “outcome” first: only “judged” is a verdict; “cannot-tell” and “refused” are not, and no findings with them does not mean that a posting is in order. Say “probable” where the answer does. Files are read only in the folders that the server was given; any text can be given as it is. Nothing is ever written.';

/** Standard error is where clients look for what servers have to say to their maintainers. */
const complain = (message: string): void => void process.stderr.write(`posting-lens mcp: ${message}\n`);

const failedRules = new FailedRules();

function registerTool(server: McpServer, tool: Tool, folders: readonly string[]): void {
  const { name, title, description, input, output } = tool;
  const config = {
    ...{ title, description },
    inputSchema: fromJsonSchema<Readonly<Record<string, unknown>>>(input),
    outputSchema: fromJsonSchema<Readonly<Record<string, unknown>>>(output),
    annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  };
  server.registerTool(name, config, async (values, context) => {
    const { path: target } = values as PostingInput;
    // Clients are asked for more folders only where those that were given do not hold the file.
    const known = target === undefined || (await holdFile(folders, target));
    const roots = known ? [] : await rootsOf(server, context, complain);
    if (!Array.isArray(roots)) return roots;
    const { structured, texts, isError } = await tool.run(values, {
      open: async (pointed) => {
        const opened = await openPointed(pointed, [...folders, ...roots], context.mcpReq.signal);
        return 'refusal' in opened ? opened : telling(opened, failedRules, complain);
      },
      rulePage,
    });
    return {
      structuredContent: { ...structured },
      content: texts.map((text) => ({ type: 'text' as const, text })),
      ...(isError ? { isError } : {}),
    };
  });
}

/**
 * Serves the tools over standard input and output until the client closes it.
 * @param folders that files may be read in, beside those that the client says it works in
 */
export function serveMcp(folders: readonly string[]): void {
  // Standard output belongs to the protocol.
  console.log = console.error;
  const absolute = folders.map((folder) => path.resolve(folder));
  const about = { name: 'posting-lens', title: 'Posting Lens', version };
  serveStdio(
    () => {
      const server = new McpServer(about, { instructions });
      for (const tool of tools) registerTool(server, tool, absolute);
      registerResources(server);
      return server;
    },
    { onerror: ({ message }) => complain(message) },
  );
}
