import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { addressOf, isOutside, type PrinterReach } from './reach.ts';
import type { PaperOutcome } from './schema.ts';

/** Milliseconds. Together they end before a kiosk stops waiting (5 s), so that what it tells the visitor is what happened. */
const NAME_MS = 500;
const CONNECT_MS = 1_000;
const AGAIN_AFTER_MS = 200;
const STATUS_MS = 400;
const WRITE_MS = 1_000;
const END_MS = 600;

/** Asks for the state of the paper roll at once (DLE EOT 4); its answer has bits 1 and 4 set, 5 and 6 where the paper has ended. */
const ASK_PAPER = Buffer.from([0x10, 0x04, 0x04]);
const isPaperState = (byte: number) => (byte & 0x93) === 0x12;
const hasNoPaper = (byte: number) => (byte & 0x60) !== 0;

export type NetworkPrinter = { host: string; port: number };

/**
 * Sends to a printer that listens on the network. A connection is tried twice; once something has been written it never is again, since
 * it may be on paper already: that is `unsure`. Nothing tells who answered, nor how.
 */
export async function sendToNetwork(reach: PrinterReach, { host, port }: NetworkPrinter, bytes: Buffer): Promise<PaperOutcome> {
  if (isOutside(reach, host, port)) return 'not-allowed';
  const address = await Promise.race([addressOf(reach, host), delay(NAME_MS, undefined, { ref: false })]);
  if (!address) return 'unreachable';
  const socket = (await connected(address, port)) ?? (await delay(AGAIN_AFTER_MS).then(() => connected(address, port)));
  if (!socket) return 'unreachable';
  try {
    return await write(socket, bytes);
  } finally {
    socket.destroy();
  }
}

async function write(socket: Socket, bytes: Buffer): Promise<PaperOutcome> {
  const failed = new Promise<'failed'>((tell) => socket.once('error', () => tell('failed')));
  const closed = new Promise<'closed'>((tell) => socket.once('close', () => tell('closed')));
  const asked = await Promise.race([paperState(socket), failed]);
  if (asked === 'failed') return 'unreachable';
  if (asked !== undefined && hasNoPaper(asked)) return 'no-paper';
  // It hung up before anything of the ticket was written: busy with another, or none at all.
  if (!socket.writable) return 'unreachable';
  const written = new Promise<'written' | 'failed'>((tell) =>
    socket.end(bytes, (error?: Error | null) => tell(error ? 'failed' : 'written')),
  );
  if ((await Promise.race([written, failed, within(WRITE_MS)])) !== 'written') return 'unsure';
  // A printer that breaks off has perhaps not printed; one that keeps the line open has taken everything.
  return (await Promise.race([closed, failed, within(END_MS)])) === 'failed' ? 'unsure' : 'printed';
}

/** @returns undefined for a printer that does not tell: many network cards pass nothing back */
async function paperState(socket: Socket): Promise<number | undefined> {
  const told = new Promise<number | undefined>((tell) => socket.once('data', (data: Buffer) => tell(data.find(isPaperState))));
  socket.write(ASK_PAPER);
  return Promise.race([told, within(STATUS_MS)]);
}

async function connected(host: string, port: number): Promise<Socket | undefined> {
  const socket = connect({ host, port, noDelay: true });
  const answered = await new Promise<boolean>((tell) => {
    socket.once('connect', () => tell(true)).once('error', () => tell(false));
    setTimeout(() => tell(false), CONNECT_MS).unref();
  });
  if (answered) return socket;
  socket.destroy();
  return undefined;
}

const within = (ms: number): Promise<undefined> => delay(ms, undefined, { ref: false });
