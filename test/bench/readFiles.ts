/** Finds the files of a folder as the command line does and reads them, and does nothing else: what a check costs at least. */
import { readFile } from 'node:fs/promises';
import { glob } from 'tinyglobby';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name a folder.');
const files = await glob('**/*.{md,txt,json,yaml,html}', { cwd: folder, absolute: true });
let letters = 0;
for (const file of files) letters += (await readFile(file, 'utf8')).length;
console.log(`${files.length} files, ${letters} letters`);
