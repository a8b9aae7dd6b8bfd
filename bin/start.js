// Starts Polku. Plain JavaScript, so that whatever Node.js a machine has can read it and say what is missing.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const NEEDED = 26;
const isWindows = process.platform === 'win32';
const ours = fileURLToPath(new URL(`../node_modules/.bin/node${isWindows ? '.cmd' : ''}`, import.meta.url));
const main = fileURLToPath(new URL('../server/main.ts', import.meta.url));

if (!existsSync(fileURLToPath(new URL('../node_modules', import.meta.url)))) {
  fail('The packages are not installed yet. Run "npm ci" in this folder first, then "npm start".');
} else if (Number.parseInt(process.versions.node, 10) >= NEEDED) {
  // Started by an older Node.js (below): when that one is gone, whatever ended it, nobody could stop us any more.
  if (process.channel) process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  if (process.channel) process.channel.unref();
  await import(main);
} else if (!existsSync(ours)) {
  fail(
    `Polku needs Node.js ${NEEDED} and this is ${process.version}. "npm ci" brings one along: run it again, without --omit=optional.\n` +
      `If it still does not (there is none for ${process.platform}-${process.arch}), install Node.js ${NEEDED} yourself.`,
  );
} else {
  startWith(ours);
}

/** In a process group of its own, so that Ctrl-C comes once, from here, and not a second time from the terminal. */
function startWith(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: !isWindows,
    shell: isWindows,
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('error', (error) => fail(`Node.js ${NEEDED} could not be started from ${ours}: ${error.message}`));
  child.once('exit', (code, signal) => process.exit(code === null ? 128 + constants.signals[signal] : code));
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}
