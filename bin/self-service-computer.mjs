// Runs the browser of a self-service computer (docs/decisions/0009). Plain JavaScript without packages, for the Node.js of any Debian:
//   node self-service-computer.mjs https://polku.example/computer/ [more arguments of Chromium]
// CHROMIUM: its path; COMPUTER_PROFILE: the folder that keeps the pairing. Everything a visitor does is in a context of its own, off the
// record, which is thrown away when the page says that the sitting is over.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

const [address, ...more] = process.argv.slice(2);
if (!address || !URL.canParse(address)) {
  console.error('The address of the computer’s page is missing: https://.../computer/');
  process.exit(2);
}

/** In pixels; the page shows its bar alone where it is lower than 160. */
const BAR = 150;
const profile = process.env.COMPUTER_PROFILE ?? join(homedir(), '.polku-computer');

const browser = spawn(
  process.env.CHROMIUM ?? 'chromium',
  [
    `--app=${address}`,
    `--user-data-dir=${profile}`,
    '--remote-debugging-pipe',
    '--start-maximized',
    '--no-first-run',
    '--noerrdialogs',
    '--disable-session-crashed-bubble',
    '--disable-features=Translate',
    ...more,
  ],
  { stdio: ['ignore', 'inherit', 'inherit', 'pipe', 'pipe'] },
);
// The computer's service starts it again (systemd: Restart=always).
browser.once('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => browser.kill(signal));

const waiting = new Map();
let asked = 0;

/** One command of the DevTools protocol over the pipe: no port is open, so nothing else on the machine can give any. */
function send(method, params = {}, sessionId = undefined) {
  asked += 1;
  browser.stdio[3].write(`${JSON.stringify({ id: asked, method, params, sessionId })}\0`);
  return new Promise((resolve, reject) => waiting.set(asked, { resolve, reject }));
}

let rest = '';
browser.stdio[4].setEncoding('utf8').on('data', (text) => {
  const messages = (rest + text).split('\0');
  rest = messages.pop();
  for (const message of messages.map((one) => JSON.parse(one))) hear(message);
});

function hear({ id, result, error, method, params, sessionId }) {
  const asker = waiting.get(id);
  waiting.delete(id);
  if (asker) error ? asker.reject(new Error(error.message)) : asker.resolve(result);
  else if (method === 'Target.attachedToTarget') meet(params).catch(complain);
  else if (method === 'Runtime.bindingCalled' && sessionId === page?.sessionId) inTurn(JSON.parse(params.payload));
}

/** The computer's own page, in the profile that keeps the pairing. Nothing else in the browser gets the function. */
let page;
async function meet({ sessionId, targetInfo }) {
  if (page || targetInfo.type !== 'page' || !targetInfo.url.startsWith(address)) return;
  page = { sessionId, targetId: targetInfo.targetId };
  await send('Runtime.enable', {}, sessionId);
  await send('Runtime.addBinding', { name: 'polkuComputer' }, sessionId);
}

let last = Promise.resolve();
function inTurn(message) {
  last = last.then(() => obey(message)).catch(complain);
}

async function obey({ open, show, wipe }) {
  if (open) await openService(open);
  else if (wipe) await forget();
  else if (show) await (show === 'bar' ? shrink() : grow());
}

let visitor;

async function openService(url) {
  if (!/^https?:$/.test(new URL(url).protocol)) return;
  visitor ??= await newVisitor();
  await shrink();
  const { left, top, width, height } = whole.bounds;
  const place = { left, top: top + BAR, width, height: height - BAR };
  await send('Target.createTarget', { url, browserContextId: visitor.id, newWindow: true, ...place });
}

async function newVisitor() {
  const { browserContextId: id } = await send('Target.createBrowserContext', { disposeOnDetach: true });
  const downloads = await mkdtemp(join(tmpdir(), 'computer-'));
  await send('Browser.setDownloadBehavior', { behavior: 'allow', browserContextId: id, downloadPath: downloads });
  return { id, downloads };
}

/** Closes every window of the visitor, whatever opened it, and with the context go its cookies, storage, cache and files. */
async function forget() {
  const gone = visitor;
  visitor = undefined;
  if (gone) {
    await send('Target.disposeBrowserContext', { browserContextId: gone.id });
    await rm(gone.downloads, { recursive: true, force: true });
  }
  await grow();
  await send('Runtime.evaluate', { expression: "dispatchEvent(new Event('polku-wiped'))" }, page.sessionId);
}

/** Where the whole window stands; undefined while it does. */
let whole;

async function shrink() {
  if (!whole) {
    const { windowId, bounds } = await send('Browser.getWindowForTarget', { targetId: page.targetId });
    const { left = 0, top = 0, width = 1280, height = 800 } = bounds;
    whole = { windowId, bounds: { left, top, width, height } };
    // A window that is maximised takes no size.
    await send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } });
  }
  await send('Browser.setWindowBounds', { windowId: whole.windowId, bounds: { ...whole.bounds, height: BAR } });
}

async function grow() {
  if (whole) await send('Browser.setWindowBounds', whole);
  whole = undefined;
  await send('Target.activateTarget', { targetId: page.targetId });
}

function complain(error) {
  console.error(error.message);
}

await send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
