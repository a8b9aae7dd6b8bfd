import type { Moved } from './types.ts';

type Handlers = {
  onMove: (moved: Moved) => void;
  /** The line is open, or the server says that something may have been missed: read everything anew. */
  onAnew: () => void;
  /** Nothing has been heard for longer than a heartbeat takes, or the line is cut. */
  onSilence: () => void;
  onRefused: () => void;
};

/** The server sends a heartbeat every 15 seconds; this long without one and what is shown may be old. */
const SILENT_MS = 35_000;
const AGAIN_MS = 3_000;

/**
 * Listens to the calls of the point. Not the browser's own EventSource: that tells nothing of heartbeats, so a line that is dead without
 * having been cut would look alive.
 */
export function listen(address: string, { onMove, onAnew, onSilence, onRefused }: Handlers): void {
  let lastId = '';
  let heardAt = performance.now();
  setInterval(() => performance.now() - heardAt > SILENT_MS && onSilence(), 1_000);
  void keepOpen();

  /** A device that is not let in stays so until it is paired: asking again would only take the code away from under somebody's fingers. */
  async function keepOpen(): Promise<void> {
    for (;;) {
      if ((await openOnce().catch(() => 'cut')) === 'refused') return onRefused();
      onSilence();
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }

  async function openOnce(): Promise<'refused' | 'ended'> {
    const cut = new AbortController();
    const watch = setInterval(() => performance.now() - heardAt > SILENT_MS && cut.abort(), 1_000);
    try {
      const answer = await fetch(address, { headers: lastId ? { 'last-event-id': lastId } : {}, signal: cut.signal });
      if (answer.status === 401) return 'refused';
      if (!answer.ok || !answer.body) return 'ended';
      heardAt = performance.now();
      onAnew();
      await read(answer.body);
      return 'ended';
    } finally {
      clearInterval(watch);
    }
  }

  async function read(body: ReadableStream<Uint8Array>): Promise<void> {
    const [reader, letters] = [body.getReader(), new TextDecoder()];
    for (let rest = ''; ; ) {
      const { value, done } = await reader.read();
      if (done) return;
      heardAt = performance.now();
      const blocks = (rest + letters.decode(value, { stream: true })).split('\n\n');
      rest = blocks.pop() ?? '';
      blocks.forEach(take);
    }
  }

  function take(block: string): void {
    const fields = new Map(block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)] as const));
    lastId = fields.get('id') ?? lastId;
    const data = fields.get('data');
    if (fields.get('event') === 'reset') onAnew();
    else if (data) onMove((JSON.parse(data) as { payload: Moved }).payload);
  }
}
