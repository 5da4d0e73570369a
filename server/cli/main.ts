#!/usr/bin/env node
import module from 'node:module';

// Where Node keeps compiled code (from 22.8 on), all of ours but these lines is compiled once.
(module as { enableCompileCache?: () => unknown }).enableCompileCache?.();

const { run } = await import('./program.ts');
await run(process.argv);
