import { about, keyed, type Line, none } from './route-line.ts';
import type { World } from './world.ts';

const ofBus = ({ bus }: World) => ({ id: bus });
const ofStop = ({ busStop }: World) => ({ id: busStop });
const byAdmin = (line: Line): Line => ({ ...line, rightful: 'admin' });
const names = { fi: 'Koulu', sv: 'Skolan', en: 'School' };

/** The bus, for those who keep its point. Its day is for those who sit in it: server/modules/appointments/bus/bus.test.ts. */
export const busLines: Record<string, Line> = {
  'GET /api/booking/buses': none('admin'),
  'PUT /api/booking/buses/:id': byAdmin(
    about(ofBus, () => ({ version: 1, leaveMinutes: 15, onBoard: {}, accessibility: {}, walkIn: true })),
  ),
  'PUT /api/booking/buses/:id/days': byAdmin(about(ofBus, () => ({ version: 1, from: '2027-03-08', until: '2027-03-08', runs: false }))),
  'POST /api/booking/buses/:id/stops': keyed(
    byAdmin(about(ofBus, () => ({ name: names, street: 'Koulutie 1', city: 'Niemelä', latitude: 61.7, longitude: 27.2 }))),
  ),
  'PATCH /api/booking/bus-stops/:id': byAdmin(about(ofStop, () => ({ street: 'Koulutie 2', version: 1 }))),
  'PUT /api/booking/bus-stops/:id/hours': byAdmin(about(ofStop, () => ({ hours: [], version: 1 }))),
  'PUT /api/booking/bus-stops/:id/days': byAdmin(about(ofStop, () => ({ from: '2027-03-08', until: '2027-03-08', hours: [], version: 1 }))),
  'GET /api/booking/buses/:id/day': { ...about(ofBus), allowed: 404 },
  'POST /api/booking/buses/:id/codes': { ...about(ofBus, () => ({ code: 'K7M4PX' })), allowed: 404 },
};
