import { systemClock } from '../../server/platform/clock/clock.ts';
import { dayOf } from '../../server/platform/clock/day.ts';
import { about, keyed, type Line, none, ofMatter } from './route-line.ts';
import type { World } from './world.ts';

const names = { fi: 'Neuvonta', sv: 'Rådgivning', en: 'Advice' };
const byAdmin = (line: Line): Line => ({ ...line, rightful: 'admin' });
const ofBookable = ({ bookable }: World) => ({ id: bookable });
const ofResource = ({ resource }: World) => ({ id: resource });
/** Whoever serves customers for the organisation. */
const byColleagues = (line: Line): Line => ({ ...line, also: ['authority-specialist'] });
const ofBlock = ({ block }: World) => ({ id: block });
const ofPoint = ({ town }: World) => ({ id: town.point });
const ofSession = ({ session }: World) => ({ id: session });
const ofAttender = ({ session, attender }: World) => ({ id: session, appointmentId: attender });
const ofVisit = ({ wholeVisit }: World) => ({ id: wholeVisit });
const ofAppointment = ({ appointment }: World) => ({ id: appointment });

const booker = { name: 'Elli Esimerkki', email: 'elli@posti.example' };
/** The meeting is full. What is for the holder's own staff only is tried in server/modules/appointments/staff/seats/seats.test.ts. */
const anybodys = 'whoever serves customers books them a place that anybody may book';

/** How booking is set up: for those who keep the organisation or the point. What is asked for in a body has a test of its own. */
export const bookingLines: Record<string, Line> = {
  'GET /api/booking/bookables': none('admin'),
  'POST /api/booking/bookables': keyed({
    rightful: 'admin',
    body: ({ town }) => ({
      organisationId: town.organisations.city,
      name: names,
      minutes: 30,
      step: 30,
      places: [{ pointId: town.point, queueId: null }],
    }),
  }),
  'PATCH /api/booking/bookables/:id': byAdmin(about(ofBookable, () => ({ minutes: 45, version: 1 }))),
  'GET /api/booking/resources': none('admin'),
  'POST /api/booking/resources': keyed({
    rightful: 'admin',
    body: ({ town }) => ({ kind: 'room', organisationId: town.organisations.city, pointId: town.point, name: 'Huone 4' }),
  }),
  'PATCH /api/booking/resources/:id': byAdmin(about(ofResource, () => ({ name: 'Huone 5', version: 1 }))),
  'PUT /api/booking/resources/:id/hours': byAdmin(about(ofResource, () => ({ hours: [], version: 1 }))),
  'PUT /api/booking/resources/:id/days': byAdmin(
    about(ofResource, () => ({ from: '2027-03-08', until: '2027-03-08', hours: [], version: 1 })),
  ),
  'GET /api/booking/choices': none('admin'),
  'POST /api/booking/bookables/:id/trials': byAdmin(
    about(ofBookable, ({ town }) => ({ change: { minutes: 45 }, placeId: town.point, from: '2027-03-08' })),
  ),
  'POST /api/booking/resources/:id/trials': byAdmin(
    about(ofResource, ({ town }) => ({ hours: [], bookableId: null, placeId: town.point, from: '2027-03-08' })),
  ),
  'GET /api/booking/conflicts': none('admin'),
  'GET /api/booking/appointments/:id/other-times': byAdmin(about(ofAppointment)),
  'PUT /api/booking/appointments/:id/time': {
    ...byAdmin(about(ofAppointment, () => ({ startsAt: '2027-03-09T08:00:00Z' }))),
    allowed: 422,
  },
  'GET /api/booking/calendars': none(),
  'GET /api/booking/calendar': { ...none(), allowed: 404 },
  'GET /api/booking/appointments/:id/customer': byColleagues(about(ofAppointment)),
  'GET /api/booking/appointments/:id/other-places': byColleagues(about(ofAppointment)),
  'GET /api/booking/appointments/:id/meeting-link': byColleagues(about(ofAppointment)),
  'PUT /api/booking/appointments/:id/meeting-link': {
    ...byColleagues(about(ofAppointment, () => ({ version: 1, link: 'https://kokous.example/huone' }))),
    allowed: 422,
  },
  'DELETE /api/booking/appointments/:id/meeting-link': { ...byColleagues(about(ofAppointment)), allowed: 422 },
  'PUT /api/booking/appointments/:id/place': {
    ...byColleagues(about(ofAppointment, () => ({ version: 1, startsAt: '2027-03-09T08:00:00Z' }))),
    allowed: 422,
  },
  'POST /api/booking/resources/:id/blocks': keyed(
    byColleagues(about(ofResource, () => ({ startsAt: '2099-03-09T08:00:00Z', endsAt: '2099-03-09T09:00:00Z', reason: 'lunch' }))),
  ),
  'GET /api/booking/blocks/:id': byColleagues(about(ofBlock)),
  'PUT /api/booking/blocks/:id/settled': {
    ...byColleagues(about(ofBlock, ({ appointment }) => ({ appointmentId: appointment, kind: 'ask' }))),
  },
  'DELETE /api/booking/blocks/:id': byColleagues(about(ofBlock)),
  'GET /api/booking/points/:id/coming': byAdmin(about(ofPoint)),
  'GET /api/booking/points/:id/visit-setting': byAdmin(about(ofPoint)),
  'PUT /api/booking/points/:id/visit-setting': byAdmin(about(ofPoint, () => ({ mostBetween: 15 }))),
  'GET /api/booking/meetings/choices': none(),
  'GET /api/booking/meetings': { ...none(), allowed: 400 },
  'POST /api/booking/meetings': {
    ...keyed({
      rightful: 'aino',
      body: ({ town, bookable }) => ({
        ...{ bookableId: bookable, pointId: town.point, way: 'point', capacity: 5, course: false },
        starts: ['2027-03-08T08:00:00Z'],
      }),
    }),
    allowed: 422,
  },
  'DELETE /api/booking/meetings/:id': byColleagues(about(ofSession)),
  'GET /api/booking/meetings/:id/attendance': byColleagues(about(ofSession)),
  'PUT /api/booking/meetings/:id/attendance/:appointmentId': byColleagues(about(ofAttender, () => ({ mark: 'present' }))),
  'GET /api/booking/seats': { ...none(), allowed: 400 },
  'POST /api/booking/meetings/:id/bookings': { ...keyed(about(ofSession, () => booker)), open: anybodys, allowed: 409 },
  'POST /api/booking/courses/:id/bookings': {
    ...keyed(
      about(
        ({ series }) => ({ id: series }),
        () => booker,
      ),
    ),
    open: anybodys,
    allowed: 409,
  },
  'GET /api/booking/missed-meetings': none(),
  'GET /api/booking/missed-meetings/count': none(),
  'PUT /api/booking/missed-meetings/:id/seen': byColleagues(about(({ attender }) => ({ id: attender }))),
  'GET /api/booking/waiting': none(),
  'GET /api/booking/matters/:id/invitations': about(ofMatter),
  'GET /api/booking/matters/:id/invitable': about(ofMatter),
  'POST /api/booking/matters/:id/invitations': keyed(
    about(ofMatter, ({ town, bookable }) => ({
      ...{ serviceId: bookable, way: 'point', placeIds: [town.point], language: 'fi' },
      until: dayOf(systemClock.now()).add({ days: 20 }).toString(),
    })),
  ),
  'DELETE /api/booking/invitations/:id': about(({ otherInvitation }) => ({ id: otherInvitation })),
  'GET /api/booking/invitations/:id/paper': about(({ invitation }) => ({ id: invitation })),
  'GET /api/booking/feed': none(),
  'PUT /api/booking/feed': none(),
  'DELETE /api/booking/feed': none(),
  'GET /api/booking/offers': none(),
  'GET /api/booking/free-times': { ...none(), allowed: 400 },
  'POST /api/booking/appointments': {
    ...keyed({
      rightful: 'aino',
      body: ({ town, bookable }) => ({
        serviceId: bookable,
        placeId: town.point,
        way: 'point',
        startsAt: '2027-03-09T08:00:00Z',
        customer: { name: 'Elli Esimerkki' },
      }),
    }),
    allowed: 422,
  },
  'GET /api/booking/visit-times': { ...none(), allowed: 400 },
  // Another matter, step and service than one's own are tried in server/modules/appointments/staff/visits/visits.test.ts.
  'POST /api/booking/visits': {
    ...keyed({
      rightful: 'aino',
      body: ({ town, bookable }) => ({
        placeId: town.point,
        parts: [bookable, bookable.toUpperCase()].map((serviceId) => ({ serviceId, startsAt: '2027-03-09T08:00:00Z' })),
        customer: { name: 'Elli Esimerkki' },
      }),
    }),
    allowed: 422,
  },
  'GET /api/booking/joint-bookings/:id/times': byColleagues(about(ofVisit)),
  'PUT /api/booking/joint-bookings/:id/times': {
    ...keyed(
      byColleagues(about(ofVisit, ({ bookable }) => ({ version: 1, parts: [{ serviceId: bookable, startsAt: '2099-03-09T08:00:00Z' }] }))),
    ),
    allowed: 422,
  },
  'GET /api/booking/appointments/:id': byColleagues(about(ofAppointment)),
  'PATCH /api/booking/appointments/:id': {
    ...byColleagues(about(ofAppointment, () => ({ startsAt: '2027-03-09T08:00:00Z' }))),
    allowed: 422,
  },
  'DELETE /api/booking/appointments/:id': byColleagues(about(ofAppointment)),
  'PUT /api/booking/appointments/:id/presence': { ...byColleagues(about(ofAppointment, () => ({ state: 'missed' }))), allowed: 409 },
  'POST /api/booking/points/:id/arrivals': { ...about(ofPoint, () => ({ code: 'nobody' })), allowed: 404 },
  'GET /api/booking/points/:id/days/:day': about(({ town }) => ({ id: town.point, day: '2027-03-09' })),
  'GET /api/booking/matters/:id/appointments': about(ofMatter),
  'GET /api/booking/expected/:id/appointment': { ...about(({ expected }) => ({ id: expected })), allowed: 404 },
  'GET /api/booking/visits/:id/appointment': { ...about(({ visit }) => ({ id: visit })), allowed: 404 },
  'GET /api/booking/metrics/services': none('admin'),
  'GET /api/booking/metrics/figures': none('admin'),
  'GET /api/booking/metrics/figures.csv': none('admin'),
};
