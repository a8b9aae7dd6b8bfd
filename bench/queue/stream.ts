import { Agent, get } from 'node:http';

/** Streams stay open: a socket each, never waited for. */
const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

export type Stream = { opened: Promise<void>; close(): void };

/** Follows server-sent events, each as it comes; `onData` is given the text of the data field. */
export function openStream(address: string, cookie: string, onData: (text: string) => void): Stream {
  const { promise: opened, resolve, reject } = Promise.withResolvers<void>();
  const call = get(address, { agent, headers: { cookie } }, (answer) => {
    if (answer.statusCode !== 200) return reject(new Error(`a stream was refused: ${answer.statusCode}`));
    resolve();
    let rest = '';
    answer.setEncoding('utf8');
    answer.on('data', (text: string) => {
      const blocks = (rest + text).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const at = block.indexOf('data: ');
        if (at >= 0) onData(block.slice(at + 6));
      }
    });
    answer.on('error', () => undefined);
  });
  call.on('error', () => resolve());
  return { opened, close: () => call.destroy() };
}
