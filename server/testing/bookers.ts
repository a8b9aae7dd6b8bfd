import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

export type Answer<T = unknown> = { status: number; body: T };
export type Held = { id: string; secret: string; state: string; code: string | null; startsAt: string };
type Own = Pick<Held, 'id' | 'secret'>;
type Problem = { code: string };
type Sent = { body?: unknown; secret?: string; key?: string };

/** Residents at their browsers: each call over a connection as theirs are, with a key of its own unless it is sent again. */
export function bookersAt(origin: string, placeId: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 500 });
  const call = <T>(method: string, path: string, it: Sent = {}) => send<T>(agent, `${origin}${path}`, method, it);
  return {
    hold: (serviceId: string, startsAt: string, key: string = randomUUID(), language: string | null = null) =>
      call<Held & Problem>('POST', '/api/v1/booking/holds', { body: { serviceId, placeId, way: 'point', startsAt, language }, key }),
    confirm: (it: Own, { email, key }: { email?: string; key?: string } = {}) =>
      call<Held & Problem>('POST', `${at(it)}/confirmation`, { body: contact(email), secret: it.secret, ...(key ? { key } : {}) }),
    read: (it: Own) => call<Held>('GET', at(it), { secret: it.secret }),
    move: (it: Own, startsAt: string) => call<Held & Problem>('PATCH', at(it), { body: { startsAt }, secret: it.secret }),
    cancel: (it: Own) => call('DELETE', at(it), { secret: it.secret }),
    /** Sends the confirmation and cuts the connection before the answer. */
    confirmAndCut: (it: Own, key: string) => sendAndCut(`${origin}${at(it)}/confirmation`, { body: contact(), secret: it.secret, key }),
    close: () => agent.destroy(),
  };
}

const at = ({ id }: Pick<Held, 'id'>) => `/api/v1/booking/appointments/${id}`;
const contact = (email?: string) => ({ name: 'Elli Esimerkki', email: email ?? null, phone: email ? null : '050 000 1234' });

function written({ body, secret, key = randomUUID() }: Sent) {
  const bytes = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
  const headers = {
    ...(secret ? { authorization: `Bearer ${secret}` } : {}),
    ...(bytes ? { 'content-type': 'application/json', 'content-length': bytes.length, 'idempotency-key': key } : {}),
  };
  return { bytes, headers };
}

/** No answer, because the other end went away, is status 0. */
function send<T>(agent: Agent, url: string, method: string, it: Sent): Promise<Answer<T>> {
  return new Promise((resolve) => {
    const { bytes, headers } = written(it);
    const none = () => resolve({ status: 0, body: undefined as T });
    const call = request(url, { method, agent, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', none);
      answer.on('end', () => {
        const text = Buffer.concat(parts).toString();
        resolve({ status: answer.statusCode ?? 0, body: (text.startsWith('{') ? JSON.parse(text) : undefined) as T });
      });
    });
    call.on('error', none);
    call.end(bytes);
  });
}

function sendAndCut(url: string, it: Sent): Promise<void> {
  return new Promise((resolve) => {
    const { bytes, headers } = written(it);
    const call = request(url, { method: 'POST', agent: false, headers });
    call.on('error', () => resolve());
    call.on('close', () => resolve());
    call.end(bytes, () => call.destroy());
  });
}
