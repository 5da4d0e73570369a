// Loaded before a shipped program (`--import trap.mjs?log=FILE`): whatever would leave the process throws, and is written down.
import { appendFileSync } from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';

const require = createRequire(import.meta.url);
const log = new URL(import.meta.url).searchParams.get('log');
if (log === null) throw new Error('Say where to write: ?log=FILE');

function trap(owner, name, what) {
  owner[name] = function trapped() {
    appendFileSync(log, `${what}\n`);
    throw new Error(`${what} was tried.`);
  };
}

const names = {
  child_process: ['exec', 'execFile', 'execFileSync', 'execSync', 'fork', 'spawn', 'spawnSync'],
  cluster: ['fork'],
  dgram: ['createSocket'],
  dns: ['lookup', 'resolve'],
  http: ['get', 'request', 'createServer'],
  http2: ['connect', 'createServer'],
  https: ['get', 'request', 'createServer'],
  net: ['connect', 'createConnection', 'createServer'],
  tls: ['connect', 'createServer'],
};
for (const [module, functions] of Object.entries(names))
  for (const name of functions) trap(require(`node:${module}`), name, `${module}.${name}`);
const { Server, Socket } = require('node:net');
// Pipes are sockets to Node, so the class itself must work: what may not is to reach out.
trap(Socket.prototype, 'connect', 'Socket.connect');
trap(Server.prototype, 'listen', 'Server.listen');
for (const name of ['fetch', 'WebSocket', 'EventSource']) trap(globalThis, name, name);
syncBuiltinESMExports();
