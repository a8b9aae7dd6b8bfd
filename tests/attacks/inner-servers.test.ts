import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { anApp } from '../../server/testing/app.ts';
import { testDatabase } from '../../server/testing/database.ts';
import { aWorld, made } from './world.ts';

const database = await testDatabase();
const service = await anApp(database);
const world = await aWorld(service);
const { admin } = world.callers;
const names = { fi: 'a', sv: 'a', en: 'a' };

const aBox = (host: string, port: number) => {
  const server = { host, port, security: 'none', user: '' };
  const { units, organisations } = world.town;
  const address = `${host.replace(/[^a-z0-9]/gi, '')}-${port}@city.test`;
  return {
    address,
    organisationId: organisations.city,
    displayName: names,
    unitId: units.front,
    active: false,
    imap: server,
    smtp: server,
  };
};

test.each(['127.0.0.1', '127.8.8.8', 'localhost', '::1', '10.0.0.1', '192.168.1.1', '169.254.169.254', '::ffff:127.0.0.1'])(
  'a mailbox at %s is refused unless the operator has named it',
  async (host) => {
    const answer = await admin.call<{ code: string }>('POST', '/api/admin/mailboxes', aBox(host, 143));
    expect([answer.status, answer.body.code]).toEqual([422, 'mail-server-inside']);
    const change = await admin.call<{ code: string }>('PATCH', `/api/admin/mailboxes/${world.mailbox}`, {
      smtp: aBox(host, 25).smtp,
      version: 1,
    });
    expect([change.status, change.body.code]).toEqual([422, 'mail-server-inside']);
  },
);

test('trying a mailbox tells the same of an inner port where something listens and of one where nothing does', async () => {
  let visits = 0;
  const inner = createServer((socket) => {
    visits++;
    socket.end();
  });
  await new Promise<void>((resolve) => inner.listen(0, '127.0.0.1', resolve));
  const { port } = inner.address() as { port: number };
  const tried = [];
  // A number that every resolver reads as 127.0.0.1, and that no list of addresses has.
  for (const at of [port, 1]) {
    const box = await made(admin, '/api/admin/mailboxes', aBox('2130706433', at));
    tried.push((await admin.call('POST', `/api/admin/mailboxes/${box.id}/checks`)).body);
  }
  inner.close();
  expect(tried).toEqual([
    { imap: 'connection', smtp: 'connection' },
    { imap: 'connection', smtp: 'connection' },
  ]);
  expect(visits).toBe(0);
});
