import { type Answer, call } from './line.ts';
import type { Taken, Ticket } from './types.ts';

type Wanted = Omit<Taken, 'offline'>;

/** A number that has been given and that the server has not acknowledged. `ageMs`: how old it was when last kept. */
type Waiting = { key: string; code: string; wanted: Wanted; ageMs: number };

const KEPT_AS = 'polku-kiosk-given';
const read = (): Waiting[] => JSON.parse(localStorage.getItem(KEPT_AS) ?? '[]') as Waiting[];

let waiting = read();
/** `performance.now()` never jumps, but lives as long as the page: after a reload the age goes on from what was kept last. */
let countedAt = performance.now();

/** Kept before it is sent: a number that somebody holds is told of until the server has it, also after the power was cut. */
export async function tell(key: string, code: string, wanted: Wanted): Promise<Answer<Ticket>> {
  count();
  const one = { key, code, wanted, ageMs: 0 };
  keep([...waiting, one]);
  return send(one);
}

/** Sends what waits, in the order given; stops at the first without an answer. */
export async function tellWaiting(): Promise<void> {
  for (const one of [...waiting]) {
    const { status } = await send(one);
    if (status === 0 || status >= 500 || status === 429 || status === 401) return;
    // One that is refused does not keep the others from being told.
  }
}

/** Ages grow in what is kept, so that little is lost when the page goes. */
export function count(): void {
  const now = performance.now();
  const passed = Math.max(0, now - countedAt);
  countedAt = now;
  if (waiting.length > 0) keep(waiting.map((one) => ({ ...one, ageMs: one.ageMs + passed })));
}

async function send({ key, code, wanted }: Waiting): Promise<Answer<Ticket>> {
  count();
  const ageMs = Math.round(waiting.find((one) => one.key === key)?.ageMs ?? 0);
  const answer = await call<Ticket>('POST', '/api/device/visits', { ...wanted, offline: { code, ageMs } }, key);
  if (isSettled(answer)) keep(waiting.filter((one) => one.key !== key));
  return answer;
}

/**
 * Told. A key that came before with another age, and a number that is taken, say that it had arrived and only the answer was lost: nobody
 * else gives numbers of this kiosk's blocks. Any other refusal keeps it: somebody holds the number, and a mended server takes it.
 */
const isSettled = ({ status, code }: Answer<Ticket>) => status === 201 || code === 'number-taken' || code === 'idempotency-key-reused';

function keep(next: Waiting[]): void {
  waiting = next;
  localStorage.setItem(KEPT_AS, JSON.stringify(next));
}
