import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const checkout = fileURLToPath(new URL('..', import.meta.url));
const NEEDED = 26;

/** The machine's own Node.js where it is an older one, as npm's is on the usual Debian. */
const older = (process.env.PATH ?? '')
  .split(':')
  .map((folder) => join(folder, 'node'))
  .find((node) => versionOf(node) < NEEDED);

/** Says that it runs and counts signals until the first has been answered. */
const MAIN = `
  import { setTimeout as delay } from 'node:timers/promises';
  let signals = 0;
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, async () => {
    signals += 1;
    if (signals > 1) return;
    await delay(300);
    console.log(JSON.stringify({ stopped: signal, signals }));
    process.exit(0);
  });
  console.log(JSON.stringify({ version: process.versions.node, pid: process.pid, args: process.argv.slice(2) }));
  setInterval(() => {}, 1000);`;

let folder = '';
let started: ChildProcess | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'polku-start-'));
  for (const name of ['bin', 'server', 'node_modules/.bin']) await mkdir(join(folder, name), { recursive: true });
  await copyFile(join(checkout, 'bin/start.js'), join(folder, 'bin/start.js'));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await writeFile(join(folder, 'server/main.ts'), MAIN);
  await symlink(process.execPath, join(folder, 'node_modules/.bin/node'));
});

afterEach(async () => {
  if (started?.pid && started.exitCode === null) started.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** In a group of its own, as a shell starts it from a terminal. */
function start(node: string) {
  const child = spawn(node, [join(folder, 'bin/start.js'), 'extra'], { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  started = child;
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    child,
    nextLine: async () => JSON.parse((await lines.next()).value ?? 'null'),
    ended: once(child, 'close').then(([code]) => ({ code, errors })),
  };
}

describe.each([
  ['the Node.js it brings along', process.execPath],
  ['an older one, which hands over', older ?? ''],
])('started by %s', (_, node) => {
  test.runIf(node)('it runs on the right version with its arguments, and Ctrl-C stops it once, with 0', async () => {
    const { child, nextLine, ended } = start(node);
    expect(await nextLine()).toMatchObject({ version: process.versions.node, args: ['extra'] });
    process.kill(-(child.pid ?? 0), 'SIGINT');
    expect(await nextLine()).toEqual({ stopped: 'SIGINT', signals: 1 });
    expect(await ended).toEqual({ code: 0, errors: '' });
  });

  test.runIf(node)('a signal to it alone arrives too', async () => {
    const { child, nextLine, ended } = start(node);
    await nextLine();
    child.kill('SIGTERM');
    expect(await nextLine()).toEqual({ stopped: 'SIGTERM', signals: 1 });
    expect((await ended).code).toBe(0);
  });

  test.runIf(node)('without packages it says what to run', async () => {
    await rm(join(folder, 'node_modules'), { recursive: true });
    expect(await start(node).ended).toEqual({ code: 1, errors: expect.stringContaining('Run "npm ci"') });
  });
});

test.runIf(older)('when the older one is killed, what it started stops by itself', async () => {
  const { child, nextLine } = start(older ?? '');
  const { pid } = await nextLine();
  expect(pid).not.toBe(child.pid);
  child.kill('SIGKILL');
  expect(await nextLine()).toEqual({ stopped: 'SIGTERM', signals: 1 });
});

test.runIf(older)('an older one without ours beside it says what is missing', async () => {
  await rm(join(folder, 'node_modules/.bin/node'));
  const { code, errors } = await start(older ?? '').ended;
  expect(code).toBe(1);
  expect(errors).toContain(`Polku needs Node.js ${NEEDED} and this is v`);
  expect(errors).toContain('--omit=optional');
});

function versionOf(node: string): number {
  try {
    return Number.parseInt(
      execFileSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
      10,
    );
  } catch {
    return Number.NaN;
  }
}
