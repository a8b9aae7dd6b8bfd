// A city's own site books for a resident, from the list of services to a place in line: `node docs/booking-site.mjs http://localhost:3000`.
// Needs Node.js 20 or newer and nothing else. What each step is and may answer: booking-api.md.
import { randomUUID } from 'node:crypto';

const base = process.argv[2] ?? 'http://localhost:3000';
const say = (words) => process.stdout.write(`${words}\n`);

/** One call. With `secret`: for the appointment that it opens. `once` is the same when the same thing is sent again. */
async function call(method, path, { body, secret, once } = {}) {
  const answer = await fetch(`${base}/api/v1/booking${path}`, {
    method,
    headers: {
      'accept-language': 'en',
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(secret ? { authorization: `Bearer ${secret}` } : {}),
      ...(once ? { 'idempotency-key': once } : {}),
    },
    body: body && JSON.stringify(body),
  });
  if (answer.status === 204) return undefined;
  const read = await answer.json();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${read.code}: ${read.detail ?? read.title}`);
  return read;
}

const day = (after) => new Date(Date.now() + after * 86_400_000).toISOString().slice(0, 10);

// What, and where: a point (a stop of the bus has a busId). Its times are shown by its own clock.
const { services } = await call('GET', '/services');
const service = services.find(({ ways, placeIds }) => ways.includes('point') && placeIds.length > 0);
const { places } = await call('GET', `/places?service=${service.id}`);
const place = places.find(({ busId }) => busId === null);
const shown = (moment) => new Date(moment).toLocaleString('fi', { timeZone: place.zone });
say(`${service.name.en}, ${service.minutes} minutes, ${place.name.en}`);

// What somebody may need, and when it is free with that.
const { needs } = await call('GET', '/special-needs');
say(`needs: ${needs.map(({ key }) => key).join(', ')}`);
const asked = new URLSearchParams({
  service: service.id,
  place: place.id,
  from: day(1),
  until: day(28),
  language: 'fi',
  needs: 'wheelchair',
});
const { times } = await call('GET', `/free-times?${asked}`);
say(`free: ${times.length} times, the first ${shown(times[0].startsAt)}`);

// Held for ten minutes. A lost answer is asked for again with the same key, and is the same.
const wish = { serviceId: service.id, placeId: place.id, way: 'point', startsAt: times[0].startsAt, language: 'fi', needs: ['wheelchair'] };
const holding = { body: wish, once: randomUUID() };
const held = await call('POST', '/holds', holding);
const again = await call('POST', '/holds', holding);
if (again.id !== held.id) throw new Error('held twice');
const { id, secret } = held;
say(`${held.state} until ${shown(held.heldUntil)}`);

// Agreed. The letter with the calendar entry leaves from Polku.
const who = { name: 'Elli Esimerkki', email: 'elli@posti.example' };
const agreed = await call('POST', `/appointments/${id}/confirmation`, { body: who, secret, once: randomUUID() });
say(`${agreed.state}, code ${agreed.code}, page ${base}/b/${secret}`);

// Moved, seen, and an earlier one waited for.
await call('PATCH', `/appointments/${id}`, { body: { startsAt: times.at(-1).startsAt }, secret });
const moved = await call('GET', `/appointments/${id}`, { secret });
say(`moved to ${shown(moved.startsAt)}`);
await call('POST', `/appointments/${id}/waiting-place`, { body: { weekdays: [1, 2, 3, 4, 5] }, secret, once: randomUUID() });

// Cancelled: it is free at once.
await call('DELETE', `/appointments/${id}`, { secret });
say((await call('GET', `/appointments/${id}`, { secret })).state);

// In line, where nothing suits: the letter has the link by which the resident answers.
const line = { serviceId: service.id, placeIds: [place.id], weekdays: [1, 3], fromHour: 9, untilHour: 12, language: 'fi', ...who };
const waiting = await call('POST', '/waiting-places', { body: line, once: randomUUID() });
say(`in line, told by ${waiting.toldBy}`);
