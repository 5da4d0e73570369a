import { serveMcp } from './mcp/serve.ts';

// For editors that bring their own Node and start this file; everybody else has `posting-lens mcp`.
serveMcp(process.argv.slice(2));
