import { Agent, get } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { createLog } from '../log/log.ts';
import { createApp } from './app.ts';

const HOST = '127.0.0.1';
const config = { publicUrl: 'http://localhost:8080' };
const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  vi.useRealTimers();
  for (const close of closing.splice(0)) await close();
});

/** `/slow` is answered once `finish` is called; `allAsked` is when so many have asked for it. */
async function anOpenApp(visitors = 0) {
  const app = await createApp({ config, log: createLog('silent') });
  closing.push(() => app.close());
  const [allAsked, finished] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let asked = 0;
  app.get('/slow', async () => {
    asked += 1;
    if (asked === visitors) allAsked.resolve();
    await finished.promise;
    return 'answered';
  });
  app.post('/form', async () => 'answered');
  await app.openDoors({ host: HOST, port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return { app, port, allAsked: allAsked.promise, finish: finished.resolve };
}

function answerAt(port: number, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    get({ host: HOST, port, path: '/slow', agent }, async (answer) => resolve(await text(answer))).on('error', reject);
  });
}

test.runIf(process.platform === 'linux')('hundreds who come at once are let in within a few turns of the event loop', async () => {
  const { app, port } = await anOpenApp();
  let [inside, turns] = [0, 0];
  app.server.on('connection', () => {
    inside += 1;
  });
  const visitors = Array.from({ length: 320 }, () => connect(port, HOST));
  closing.unshift(async () => {
    for (const visitor of visitors) visitor.destroy();
  });
  for (; inside < visitors.length; turns += 1) await turn();
  expect(turns, 'one door lets one in each turn').toBeLessThan(160);
});

test('who is being answered when it closes is answered, and the connection they keep for a next question holds up nothing', async () => {
  const visitors = 40;
  const { app, port, allAsked, finish } = await anOpenApp(visitors);
  const agent = new Agent({ keepAlive: true });
  closing.push(async () => agent.destroy());
  const answers = Promise.all(Array.from({ length: visitors }, () => answerAt(port, agent)));
  await allAsked;
  const closed = app.close();
  while (app.server.listening) await turn();
  finish();
  expect(new Set(await answers)).toEqual(new Set(['answered']));
  await closed;
});

test('who never sends the rest of a question holds up closing for half a minute, and no longer', async () => {
  const { app, port } = await anOpenApp();
  let begun = 0;
  app.server.on('request', () => {
    begun += 1;
  });
  const slow = Array.from({ length: 20 }, () => connect(port, HOST));
  closing.unshift(async () => {
    for (const visitor of slow) visitor.destroy();
  });
  const cut = slow.map((visitor) => new Promise((resolve) => visitor.on('error', resolve).on('close', resolve).resume()));
  for (const visitor of slow)
    visitor.write('POST /form HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{');
  while (begun < slow.length) await turn();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  let isClosed = false;
  const closed = app.close().then(() => {
    isClosed = true;
  });
  while (app.server.listening) await turn();
  vi.advanceTimersByTime(29_000);
  await turn();
  expect(isClosed).toBe(false);
  vi.advanceTimersByTime(1_000);
  await Promise.all([closed, ...cut]);
});

test('where somebody listens already, nobody else does', async () => {
  const { port } = await anOpenApp();
  const other = await createApp({ config, log: createLog('silent') });
  closing.push(() => other.close());
  await expect(other.openDoors({ host: HOST, port })).rejects.toMatchObject({ code: 'EADDRINUSE', port });
});
