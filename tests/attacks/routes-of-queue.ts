import { about, keyed, type Line, none } from './route-line.ts';
import type { World } from './world.ts';

const ofVisit = ({ visit }: World) => ({ id: visit });
const ofCounter = ({ counter }: World) => ({ id: counter });
const ofPoint = ({ town }: World) => ({ id: town.point });

const names = { fi: 'Huone 7', sv: 'Rum 7', en: 'Room 7' };
const queueInput = ({ town }: World) => ({ organisationId: town.organisations.city, kind: 'reception', name: names, prefix: 'Z' });
const slide = ({ slide: id }: World) => ({ id });
const presence = ({ presence: id }: World) => ({ id });
const piece = ({ town, counter }: World) => ({ id: town.point, language: 'fi', piece: `counter-${counter}` });
const hours = { zone: 'Europe/Helsinki', weekly: [], exceptions: [], holidaysClosed: true };
const byAdmin = (line: Line): Line => ({ ...line, rightful: 'admin' });

/** Visits: for those who work at the point today. */
export const queueLines: Record<string, Line> = {
  'GET /api/queue/points/:id/board': about(ofPoint),
  'GET /api/queue/points/:id/onward': about(ofPoint),
  'GET /api/queue/steps/:id/before/:otherId': about(({ visitStep, otherVisitStep }) => ({ id: visitStep, otherId: otherVisitStep })),
  'POST /api/queue/visits': keyed({ rightful: 'aino', body: ({ town, queue }) => ({ pointId: town.point, queueId: queue }) }),
  'POST /api/queue/expected/:id/arrival': keyed(about(({ expected }) => ({ id: expected }))),
  'POST /api/queue/points/:id/arrivals': { ...keyed(about(ofPoint, () => ({ code: 'nobody' }))), allowed: 404 },
  'GET /api/queue/visits/:id': about(ofVisit),
  'PUT /api/queue/visits/:id/needs': about(ofVisit, () => ({ needs: ['wheelchair'] })),
  'PUT /api/queue/visits/:id/matter': about(ofVisit, ({ matter }) => ({ matterId: matter })),
  'PUT /api/queue/counters/:id/state': about(ofCounter, () => ({ state: 'open' })),
  'GET /api/queue/points/:id/counter-calls': about(ofPoint),
  'PUT /api/queue/counters/:id/help': about(ofCounter),
  'DELETE /api/queue/counters/:id/help': about(ofCounter),
  'PUT /api/queue/counters/:id/help/taker': { ...about(ofCounter), allowed: 409 },
  'POST /api/queue/counters/:id/calls': keyed(about(ofCounter, () => ({}))),
  'POST /api/queue/visits/:id/deeds': about(ofVisit, () => ({ deed: 'later', minutes: 5 })),
  'GET /api/queue/points/:id/setup': byAdmin(about(ofPoint)),
  'POST /api/queue/points/:id/queues': keyed(byAdmin(about(ofPoint, queueInput))),
  'PATCH /api/queue/queues/:id': byAdmin(
    about(
      ({ queue }) => ({ id: queue }),
      () => ({ usualMinutes: 9, version: 1 }),
    ),
  ),
  'POST /api/queue/points/:id/counters': keyed(byAdmin(about(ofPoint, () => ({ kind: 'desk', name: names })))),
  'PATCH /api/queue/counters/:id': byAdmin(about(ofCounter, () => ({ position: 3, version: 2 }))),
  'PUT /api/queue/points/:id/policy': byAdmin(about(ofPoint, () => ({ rules: [], version: 0 }))),
  'POST /api/queue/points/:id/policy/trials': byAdmin(about(ofPoint, () => ({ rules: [] }))),
  'GET /api/queue/visited-points': none(),
  'GET /api/queue/points/:id/figures': byAdmin(about(ofPoint)),
  'GET /api/queue/points/:id/figures.csv': byAdmin(about(ofPoint)),
  'GET /api/queue/points/:id/devices': byAdmin(about(ofPoint)),
  'POST /api/queue/points/:id/devices': keyed(byAdmin(about(ofPoint, () => ({ kind: 'kiosk', name: 'Aula' })))),
  'PATCH /api/queue/devices/:id': byAdmin(
    about(
      ({ device }) => ({ id: device }),
      () => ({ name: 'Ovi', version: 1 }),
    ),
  ),
  'PUT /api/queue/devices/:id/pairing-code': byAdmin(about(({ device }) => ({ id: device }))),
  'POST /api/queue/devices/:id/test-papers': byAdmin(
    about(
      ({ printer }) => ({ id: printer }),
      () => ({ language: 'fi' }),
    ),
  ),
  'GET /api/queue/points/:id/printers': about(ofPoint),
  'POST /api/queue/visits/:id/papers': about(ofVisit, ({ printer }) => ({ printerId: printer })),
  'GET /api/queue/visits/:id/ticket.svg': about(ofVisit),
  'GET /api/queue/points/:id/slides': byAdmin(about(ofPoint)),
  'POST /api/queue/points/:id/slides': keyed(byAdmin(about(ofPoint, () => ({ kind: 'today' })))),
  'PATCH /api/queue/slides/:id': byAdmin(about(slide, () => ({ seconds: 20, version: 1 }))),
  'PUT /api/queue/slides/:id/picture': byAdmin({ ...about(slide), file: true, allowed: 422 }),
  'GET /api/queue/slides/:id/picture': byAdmin({ ...about(slide), allowed: 404 }),
  'DELETE /api/queue/slides/:id/picture': byAdmin({ ...about(slide), allowed: 404 }),
  'DELETE /api/queue/slides/:id': byAdmin(about(slide)),
  'GET /api/queue/points/:id/presences': byAdmin(about(ofPoint)),
  'POST /api/queue/points/:id/presences': keyed(
    byAdmin(about(ofPoint, ({ town }) => ({ organisationId: town.organisations.dvv, opening: hours }))),
  ),
  'PATCH /api/queue/presences/:id': byAdmin(about(presence, () => ({ direction: 'left', version: 1 }))),
  'DELETE /api/queue/presences/:id': byAdmin(about(presence)),
  'GET /api/queue/points/:id/recordings': byAdmin(about(ofPoint)),
  'GET /api/queue/points/:id/recordings/:language/:piece': byAdmin(about(piece)),
  'PUT /api/queue/points/:id/recordings/:language/:piece': byAdmin({ ...about(piece), file: true, allowed: 415 }),
  'DELETE /api/queue/points/:id/recordings/:language/:piece': byAdmin({ ...about(piece), allowed: 404 }),
};
