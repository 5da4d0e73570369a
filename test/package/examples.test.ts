/** The examples of the library's page compile against the package as it is installed, and print what they say they print. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { execute, Folder, root } from '../support/commandLine.ts';
import { node20 } from '../support/node20.ts';
import { assembled, blocksIn, install, pack } from '../support/package.ts';

const folder = new Folder();
afterAll(() => folder.dispose());
install(pack(assembled, folder), folder);

const examples = blocksIn('shared/README.md', 'ts');
examples.forEach((example, index) => folder.write(`example${index}.ts`, example));
folder.write(
  'tsconfig.json',
  JSON.stringify({
    compilerOptions: {
      module: 'nodenext',
      target: 'es2023',
      lib: ['es2023', 'dom'],
      types: [],
      strict: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      noUnusedLocals: true,
    },
  }),
);

describe('the examples of the library', () => {
  it('compile in strict TypeScript, with the declarations of the package checked, too', async () => {
    const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
    const { status, stdout } = await execute(process.execPath, [compiler, '-p', '.'], { cwd: folder.path });
    expect([status, stdout]).toEqual([0, '']);
    expect(readdirSync(folder.path).filter((file) => file.endsWith('.js'))).toHaveLength(examples.length);
  });

  it.each(
    examples.map((example, index) => [/^const .*|^\/\/ .*/m.exec(example)?.[0], index, example] as const),
  )('print what they say: %s', async (_, index, example) => {
    const said = Array.from(example.matchAll(/^ *\/\/ → (.*)$/gm), ([, line]) => line);
    expect(said.length).toBeGreaterThan(0);
    const { stdout, stderr } = await execute(node20, [`example${index}.js`], { cwd: folder.path });
    expect([stderr, ...stdout.trimEnd().split('\n')]).toEqual(['', ...said]);
  });
});
