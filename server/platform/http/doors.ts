import { type AddressInfo, createServer, type Server } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Listening sockets of the one service. Node takes one connection from each in a turn of its event loop (libuv since 1.45), and where the
 * service is busy a turn lasts ten milliseconds: at one door, the last of five hundred who come at nine sharp would be heard seconds later.
 */
const DOORS = 16;
/** So many may wait before a door; whoever comes then is turned away by the system and tries again a second later. */
const BEFORE_A_DOOR = 1_024;
/** Node looks for slow senders no more once it closes: half a question would keep the service from ending. */
const CLOSED_WITHIN_MS = 30_000;

export type Place = { host: string; port: number };

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * Listens until the service is closed, which waits half a minute for whoever is being answered.
     * @throws an error with the code EADDRINUSE when somebody else listens there
     */
    openDoors(at: Place): Promise<void>;
  }
}

export function addDoors(app: FastifyInstance): void {
  const more: Server[] = [];
  let shut: Promise<unknown>[] = [];
  app.decorate('openDoors', async ({ host, port }: Place) => {
    if (!canShare()) return void (await app.listen({ host, port, backlog: BEFORE_A_DOOR }));
    await requireNobodyAt({ host, port });
    await app.listen(sharing({ host, port }));
    const { port: given } = app.server.address() as AddressInfo;
    for (let n = 1; n < DOORS; n += 1) more.push(await anotherDoor(app, { host, port: given }));
  });
  app.addHook('preClose', async () => {
    // Whoever is answered from now on would keep their connection for a next question, and the end would wait for that.
    app.server.keepAliveTimeout = 1;
    setTimeout(() => app.server.closeAllConnections(), CLOSED_WITHIN_MS).unref();
    shut = more.map((door) => new Promise((resolve) => door.close(resolve)));
  });
  app.addHook('onClose', async () => void (await Promise.all(shut)));
}

/** Sharing a port among sockets is the system's own; elsewhere one door has to do. */
const canShare = () => process.platform === 'linux';

const sharing = (at: Place) => ({ ...at, backlog: BEFORE_A_DOOR, reusePort: true });

/** Sockets that share a port share it with another Polku of the same account too, which nobody would notice. */
async function requireNobodyAt(at: Place): Promise<void> {
  const probe = await listening(createServer(), at);
  await new Promise((resolve) => probe.close(resolve));
}

/** Whoever comes in here is a visitor of the same HTTP server, under its timeouts. */
const anotherDoor = (app: FastifyInstance, at: Place): Promise<Server> =>
  listening(
    createServer({ allowHalfOpen: true, noDelay: true }, (socket) => app.server.emit('connection', socket)),
    sharing(at),
  );

function listening(server: Server, at: Place): Promise<Server> {
  return new Promise((resolve, reject) => server.once('error', reject).listen(at, () => resolve(server)));
}
