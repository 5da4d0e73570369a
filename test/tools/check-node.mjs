// The toolchain runs on the Node that npm installs with the other tools (devDependency `node`).
// Plain JavaScript, so that any old Node can read this far and say what to do.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `Posting Lens is built with Node 24, and this is ${process.version}: run \`npm ci\` once (it brings Node 24 as a package), then start scripts through \`npm run\`.`,
  );
  process.exit(1);
}
