// Loaded before a shipped program (`--import meddle.mjs?file=NAME&after=stat|readFile&then=remove|replace`): at the moment
// when the program has looked at a file of that name, or has read it, somebody else removes it, or puts the file NAME.new
// in its place.
import { createRequire, syncBuiltinESMExports } from 'node:module';

const require = createRequire(import.meta.url);
const asked = new URL(import.meta.url).searchParams;
const fs = require('node:fs');
const { basename } = require('node:path');
const { renameSync, rmSync } = fs;

let done = false;
function meddle(file) {
  if (done || typeof file !== 'string' || basename(file) !== asked.get('file')) return;
  done = true;
  if (asked.get('then') === 'remove') rmSync(file);
  else renameSync(`${file}.new`, file);
}

const name = asked.get('after');
const later = fs.promises[name];
fs.promises[name] = async (file, ...rest) => {
  const found = await later(file, ...rest);
  meddle(file);
  return found;
};
const atOnce = fs[`${name}Sync`];
fs[`${name}Sync`] = (file, ...rest) => {
  const found = atOnce(file, ...rest);
  meddle(file);
  return found;
};
syncBuiltinESMExports();
