import { createServer, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll } from 'vitest';

/** How a printer of the network behaves: it takes all, tells that its paper has ended, hangs up at once, or breaks off when it has taken something. */
export type Manner = 'takes' | 'tells-paper' | 'no-paper' | 'hangs-up' | 'breaks-off' | 'keeps-open';

export type NetworkPrinter = {
  host: string;
  port: number;
  manner: Manner;
  /** What came over each connection, without the question about the paper. */
  papers: Buffer[];
  stop(): Promise<void>;
};

const ASKED = Buffer.from([0x10, 0x04, 0x04]);
/** DLE EOT 4: bits 1 and 4 are always set; 5 and 6 where the roll has ended. */
const PAPER_STATE = { 'tells-paper': 0x12, 'no-paper': 0x72 } as const;

/** A printer that listens on this machine, on a port of its own. */
export async function aNetworkPrinter(): Promise<NetworkPrinter> {
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    if (printer.manner === 'hangs-up') socket.end();
    let taken: Buffer = Buffer.alloc(0);
    socket.on('data', (data: Buffer) => {
      taken = Buffer.concat([taken, data]);
      const state = PAPER_STATE[printer.manner as keyof typeof PAPER_STATE];
      if (data.equals(ASKED) && state !== undefined) socket.write(Buffer.from([state]));
      if (printer.manner === 'breaks-off' && taken.length > ASKED.length) socket.resetAndDestroy();
    });
    socket.on('end', () => {
      if (taken.length > ASKED.length) printer.papers.push(taken.subarray(ASKED.length));
      if (printer.manner !== 'keeps-open') socket.end();
    });
  });
  const stop = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((closed) => server.close(() => closed()));
  };
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  const { port } = server.address() as { port: number };
  const printer: NetworkPrinter = { host: '127.0.0.1', port, manner: 'takes', papers: [], stop };
  afterAll(stop);
  return printer;
}

/** What has come on paper, once as much has. */
export async function papersOf(printer: NetworkPrinter, count: number): Promise<Buffer[]> {
  while (printer.papers.length < count) await delay(5);
  return printer.papers;
}
