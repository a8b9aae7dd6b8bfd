import { about, keyed, type Line } from './route-line.ts';
import type { World } from './world.ts';

const ofPoint = ({ town }: World) => ({ id: town.point });
const ofAlarm = ({ alarm }: World) => ({ id: alarm });
const said = () => ({ kind: 'verbal', happenedAt: '2026-01-02T08:00:00Z', what: 'Uhkailtiin' });
/** Guards of the point's organisation write and see the log. */
const guardsToo = (line: Line): Line => ({ ...line, also: ['guard'] });
const byAdmin = (line: Line): Line => ({ ...line, rightful: 'admin' });

/** Disturbances, silent alarms and calls for help from computers: for those who are at the point. */
export const disturbanceLines: Record<string, Line> = {
  'GET /api/queue/points/:id/disturbances': guardsToo(about(ofPoint)),
  'POST /api/queue/points/:id/disturbances': guardsToo(keyed(about(ofPoint, said))),
  'PUT /api/queue/disturbances/:id': guardsToo(
    about(
      ({ disturbance }) => ({ id: disturbance }),
      () => ({ ...said(), version: 1 }),
    ),
  ),
  'PUT /api/queue/points/:id/disturbance-keeping': byAdmin(about(ofPoint, () => ({ months: 12 }))),
  'POST /api/queue/points/:id/disturbance-imports': guardsToo(byAdmin({ ...about(ofPoint), file: true, allowed: 422 })),
  'GET /api/queue/points/:id/spoken-feedback': guardsToo(byAdmin(about(ofPoint))),
  'POST /api/queue/points/:id/spoken-feedback': guardsToo(keyed(about(ofPoint, () => ({ words: 'Hyvä palvelu' })))),
  'GET /api/queue/points/:id/alarms': about(ofPoint),
  'POST /api/queue/points/:id/alarms': keyed(about(ofPoint)),
  'PUT /api/queue/alarms/:id/coming': about(ofAlarm),
  'PUT /api/queue/alarms/:id/end': about(ofAlarm),
  'GET /api/queue/points/:id/help-calls': about(ofPoint),
  'GET /api/queue/points/:id/computer-answers': byAdmin(about(ofPoint)),
  'PUT /api/queue/help-calls/:id/end': { ...about(({ helpCall }) => ({ id: helpCall })), allowed: 409 },
  'PUT /api/queue/help-calls/:id/taker': about(({ helpCall }) => ({ id: helpCall })),
};
