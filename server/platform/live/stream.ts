import type { FastifyReply } from 'fastify';
import type { LiveMessage } from './derivation.ts';

/** One browser's open event stream (WHATWG server-sent events). */
export interface Stream {
  /** All messages of one event; only the last carries the id, so a cut in between repeats them all. */
  send(messages: readonly Required<Pick<LiveMessage, 'topic' | 'id' | 'version'>>[], resumeAt: string): void;
  /** Tells the browser to fetch everything anew. */
  reset(resumeAt: string): void;
  /** Keeps proxies from closing the stream, and moves the browser's resume point on without an event. */
  heartbeat(resumeAt: string): void;
  end(): void;
}

/** Bytes a browser may leave unread, and milliseconds it may take nothing, before it is cut off: it or its network has fallen asleep. */
const MAX_UNREAD = 1024 * 1024;
const MAX_STUCK_MS = 10_000;
/** Milliseconds to let a last word out. */
const FAREWELL_MS = 2_000;

export function openStream(reply: FastifyReply, onClose: () => void): Stream {
  const { raw } = reply;
  reply.hijack();
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // nginx would collect the messages.
    'x-accel-buffering': 'no',
  });
  raw.on('close', onClose);
  // Spread over seconds, or all phones come back in the same instant after a restart.
  raw.write(`retry: ${1_000 + Math.floor(Math.random() * 3_000)}\n\n`);

  let stuckSince: number | undefined;
  raw.on('drain', () => {
    stuckSince = undefined;
  });

  function write(text: string): void {
    if (raw.writableEnded || raw.destroyed) return;
    if (isAsleep()) cutOff();
    else if (!raw.write(text)) stuckSince ??= performance.now();
  }

  function isAsleep(): boolean {
    return raw.writableLength > MAX_UNREAD || (stuckSince !== undefined && performance.now() - stuckSince > MAX_STUCK_MS);
  }

  function cutOff(): void {
    raw.end('event: reset\ndata: {}\n\n');
    setTimeout(() => raw.destroy(), FAREWELL_MS).unref();
  }

  return {
    send(messages, resumeAt) {
      const blocks = messages.map((message, index) => {
        const id = index === messages.length - 1 ? `id: ${resumeAt}\n` : '';
        return `${id}data: ${JSON.stringify(message)}\n\n`;
      });
      write(blocks.join(''));
    },
    reset: (resumeAt) => write(`id: ${resumeAt}\nevent: reset\ndata: {}\n\n`),
    heartbeat: (resumeAt) => write(`: here\nid: ${resumeAt}\n\n`),
    end() {
      raw.end();
      setTimeout(() => raw.destroy(), FAREWELL_MS).unref();
    },
  };
}
