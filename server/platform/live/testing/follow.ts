/** For tests: a browser's EventSource, of which every step can be waited for. */
export interface Heard {
  event: string;
  data: { topic?: string; id?: string; version?: number; payload?: unknown };
}

export interface Following {
  readonly status: number;
  /** All messages so far. */
  readonly heard: readonly Heard[];
  /** What a browser would send on coming back. */
  lastEventId(): string;
  /** Resolves when `enough` holds of what was heard. */
  until(enough: (heard: readonly Heard[]) => boolean): Promise<void>;
  /** Heartbeats so far; the first says that the stream has joined. */
  beats(): number;
  untilBeat(count: number): Promise<void>;
  /** Resolves when the server has ended the stream. */
  ended: Promise<void>;
  /** As a network that goes away. */
  drop(): void;
}

export async function follow(
  url: string,
  { headers = {}, lastEventId }: { headers?: Record<string, string>; lastEventId?: string } = {},
): Promise<Following> {
  const abort = new AbortController();
  const sent = lastEventId === undefined ? headers : { ...headers, 'last-event-id': lastEventId };
  const response = await fetch(url, { headers: sent, signal: abort.signal });
  const heard: Heard[] = [];
  const waiting = new Set<() => void>();
  let id = '';
  let beats = 0;

  function take(block: string): void {
    if (block.startsWith(': here')) beats++;
    const fields = block.split('\n').filter((line) => !line.startsWith(':'));
    const value = (name: string) => fields.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
    // An id without data moves the resume point and says nothing (WHATWG, "dispatch the event").
    id = value('id') ?? id;
    const data = value('data');
    if (data !== undefined) heard.push({ event: value('event') ?? 'message', data: JSON.parse(data) });
    for (const wake of waiting) wake();
  }

  async function read(): Promise<void> {
    let rest = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = (rest + chunk).split('\n\n');
      rest = blocks.pop() ?? '';
      blocks.forEach(take);
    }
  }

  function when(holds: () => boolean): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const look = () => {
      if (!holds()) return;
      waiting.delete(look);
      resolve();
    };
    waiting.add(look);
    look();
    return promise;
  }

  return {
    status: response.status,
    heard,
    lastEventId: () => id,
    until: (enough) => when(() => enough(heard)),
    beats: () => beats,
    untilBeat: (count) => when(() => beats >= count),
    ended: read().catch(() => {}),
    drop: () => abort.abort(),
  };
}
