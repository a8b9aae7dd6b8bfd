import { randomUUID } from 'node:crypto';
import { about, type Ids, type Line, none } from './route-line.ts';
import type { World } from './world.ts';

const names = { fi: 'Nimi', sv: 'Namn', en: 'Name' };
const key = () => `k-${randomUUID().slice(0, 8)}`;
const hours = { zone: 'Europe/Helsinki', weekly: [], exceptions: [], holidaysClosed: true };
const organisation = { name: names, shortName: names, kind: 'state', validFrom: '2026-01-01' };
const point = {
  name: names,
  typeLabel: names,
  mobile: false,
  street: '',
  postalCode: '',
  city: '',
  phone: '',
  zone: 'Europe/Helsinki',
  opening: hours,
};
const unit = { name: names, tier: 2, opening: hours, answerMinutes: 60, remindMinutes: 10 };
const mailbox = (world: World) => ({ displayName: names, unitId: world.town.units.front });
const words = { subject: 'Asia', body: 'Teksti' };
const texts = { fi: words, sv: words, en: words };

const admins = (ids: (world: World) => Ids, body?: (world: World) => unknown): Line => about(ids, body, 'admin');

export const administrationLines: Record<string, Line> = {
  'GET /api/admin/people': none('admin'),
  'POST /api/admin/people': {
    rightful: 'admin',
    body: (world) => ({
      name: 'Uusi',
      email: `${key()}@polku.test`,
      grant: { role: 'guard', organisationId: world.town.organisations.city },
    }),
  },
  'PATCH /api/admin/people/:id': admins(
    (world) => ({ id: world.person }),
    () => ({ name: 'Toinen' }),
  ),
  'POST /api/admin/people/:id/grants': admins(
    (world) => ({ id: world.person }),
    (world) => ({ role: 'digital-support-advisor', organisationId: world.town.organisations.city }),
  ),
  'DELETE /api/admin/people/:id/grants/:grantId': admins((world) => ({ id: world.person, grantId: world.grant })),
  'PUT /api/admin/people/:id/units/:unitId': admins((world) => ({ id: world.person, unitId: world.town.units.front })),
  'DELETE /api/admin/people/:id/units/:unitId': admins((world) => ({ id: world.person, unitId: world.town.units.front })),
  'GET /api/data-requests': none('admin'),
  'GET /api/data-requests/counts': none('admin'),
  'PUT /api/data-requests/:id/lifting': {
    ...admins(
      (world) => ({ id: world.restriction }),
      () => ({ reason: 'Done' }),
    ),
    also: ['data-protection-officer'],
  },
  'PUT /api/data-requests/:id/answer': {
    ...admins(
      (world) => ({ id: world.dataRequest }),
      () => ({ outcome: 'done', reason: 'Done' }),
    ),
    also: ['data-protection-officer'],
  },
  'GET /api/admin/lists': none('admin'),
  'PUT /api/admin/lists/:list/:key': {
    ...admins(
      () => ({ list: 'reasonsForComing', key: 'attack' }),
      () => ({ label: names, position: 99, active: true }),
    ),
    open: 'Lists are common to all organisations; the region’s own administrators may change them.',
  },
  'GET /api/admin/organisations': none('admin'),
  'POST /api/admin/organisations': { rightful: 'admin', body: () => ({ key: key(), ...organisation }) },
  'PATCH /api/admin/organisations/:id': admins(
    (world) => ({ id: world.town.organisations.city }),
    () => ({ name: names }),
  ),
  'GET /api/admin/points': none('admin'),
  'POST /api/admin/points': {
    rightful: 'admin',
    body: (world) => ({ key: key(), organisationId: world.town.organisations.city, ...point, validFrom: '2026-01-01' }),
  },
  'PATCH /api/admin/points/:id': admins(
    (world) => ({ id: world.point }),
    () => ({ name: names }),
  ),
  'GET /api/admin/units': none('admin'),
  'POST /api/admin/units': { rightful: 'admin', body: (world) => ({ key: key(), organisationId: world.town.organisations.city, ...unit }) },
  'PATCH /api/admin/units/:id': admins(
    (world) => ({ id: world.town.units.front }),
    () => ({ name: names }),
  ),
  'GET /api/admin/agreements': none('admin'),
  'POST /api/admin/agreements': {
    rightful: 'admin',
    body: ({ town: { organisations } }) => ({
      principalId: organisations.dvv,
      providerId: organisations.city,
      tasks: ['inform'],
      wording: {},
      validFrom: '2026-01-01',
      validUntil: '2027-01-01',
    }),
  },
  'PATCH /api/admin/agreements/:id': admins(
    (world) => ({ id: world.agreement }),
    () => ({ tasks: ['guide'] }),
  ),
  'GET /api/admin/templates': none('admin'),
  'POST /api/admin/templates': {
    rightful: 'admin',
    body: (world) => ({ key: key(), kind: 'answer', organisationId: world.town.organisations.city, texts }),
  },
  'PATCH /api/admin/templates/:id': admins(
    (world) => ({ id: world.template }),
    () => ({ active: false }),
  ),
  'GET /api/admin/mailboxes': none('admin'),
  'POST /api/admin/mailboxes': {
    rightful: 'admin',
    body: (world) => ({ address: `${key()}@city.test`, organisationId: world.town.organisations.city, ...mailbox(world) }),
  },
  'PATCH /api/admin/mailboxes/:id': admins(
    (world) => ({ id: world.mailbox }),
    () => ({ autoAnswer: false, version: 1 }),
  ),
  'POST /api/admin/mailboxes/:id/checks': admins((world) => ({ id: world.mailbox })),
  'GET /api/admin/quarantined-mails': none('admin'),
  // The mail was too large to keep, which only those hear who may know of it.
  'POST /api/admin/quarantined-mails/:id/retries': { ...admins((world) => ({ id: world.quarantined })), allowed: 409 },
  'GET /api/admin/faults': none('admin'),
  'POST /api/admin/faults/:kind/:id/retries': {
    ...admins(() => ({ kind: 'job', id: '1' })),
    allowed: 404,
    open: 'Given-up work is the whole region’s, not an organisation’s; only the region’s own administrators may see it.',
  },
  'GET /api/admin/web-forms': none('admin'),
  'PUT /api/admin/web-forms/:key': {
    ...admins(
      () => ({ key: 'attack' }),
      (world) => ({ unitId: world.town.units.front }),
    ),
    open: 'The public site is common to all; the region’s own administrators may change it.',
  },
};
