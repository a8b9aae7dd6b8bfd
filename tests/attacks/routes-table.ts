import { randomUUID } from 'node:crypto';
import type { Caller } from '../../server/testing/app.ts';
import { aMail, once, type World } from './world.ts';

/** Who of city A (or of the asked authority) the route is for. */
export type Rightful = 'aino' | 'tiina' | 'mika' | 'admin';

/** What stands in a route's address: ids of city A's things. */
type Ids = Record<string, string>;

export type Line = {
  rightful: Rightful;
  /** For routes about one thing of city A's. The keys are the address's parameters. */
  ids?: (world: World) => Ids;
  body?: (world: World) => unknown;
  headers?: () => Record<string, string>;
  /** A multipart body instead of JSON. */
  file?: true;
  /** What the rightful caller gets, where that is not a success. */
  allowed?: number;
  /** Why this route about one thing has nothing to hide from strangers. */
  open?: string;
};

const ofMatter = (world: World) => ({ id: world.matter });
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

const none = (rightful: Rightful = 'aino'): Line => ({ rightful });
const about = (ids: (world: World) => Ids, body?: (world: World) => unknown, rightful: Rightful = 'aino'): Line => ({
  rightful,
  ids,
  ...(body ? { body } : {}),
});
const keyed = (line: Line): Line => ({ ...line, headers: once });
const admins = (ids: (world: World) => Ids, body?: (world: World) => unknown): Line => about(ids, body, 'admin');
const own = 'The place is one of the caller’s own: nobody else’s draft can be named.';

/** One line for each staff route; a route without a line fails the test. */
export const lines: Record<string, Line> = {
  'GET /api/me': none(),
  'PATCH /api/me': { rightful: 'aino', body: () => ({ language: 'fi' }) },
  'GET /api/directory': none(),
  'GET /api/lists': none(),
  'GET /api/templates': none(),
  'GET /api/live': none(),
  'GET /api/matters': none(),
  'POST /api/matters': keyed({ rightful: 'aino', body: () => ({ contact: { channel: 'phone' } }) }),
  'POST /api/search': { rightful: 'aino', body: () => ({ words: 'Housing' }) },
  'POST /api/files': { rightful: 'aino', file: true },
  'GET /api/requests': none(),
  'POST /api/tallies': { rightful: 'aino', body: () => ({ kind: 'where-is' }) },
  'DELETE /api/tallies/:id': about((world) => ({ id: world.tally })),

  'GET /api/drafts/:place': { ...about((world) => ({ place: `matter.${world.matter}` })), open: own },
  'PUT /api/drafts/:place': {
    ...about(
      (world) => ({ place: `matter.${world.matter}` }),
      () => ({ body: { text: 'x' } }),
    ),
    open: own,
  },
  'DELETE /api/drafts/:place': { ...about((world) => ({ place: `matter.${world.matter}` })), open: own },

  'GET /api/matters/:id': about(ofMatter),
  'PATCH /api/matters/:id': about(ofMatter, (world) => ({ title: 'New title', version: world.version })),
  'POST /api/matters/:id/needs': about(ofMatter, () => ({ ownWords: 'One more' })),
  'PATCH /api/matters/:id/needs/:needId': about(
    (world) => ({ id: world.matter, needId: world.needs.unshared }),
    () => ({ ownWords: 'Sharper' }),
  ),
  'PUT /api/matters/:id/needs/:needId/outcome': about(
    (world) => ({ id: world.matter, needId: world.needs.unshared }),
    () => ({ outcome: 'handled' }),
  ),
  'POST /api/matters/:id/steps': about(ofMatter, () => ({ title: 'A step' })),
  'PATCH /api/matters/:id/steps/:stepId': about(
    (world) => ({ id: world.matter, stepId: world.step }),
    () => ({ state: 'done' }),
  ),
  'POST /api/matters/:id/hand-overs': about(ofMatter, (world) => ({ unitId: world.town.units.front })),
  'PUT /api/matters/:id/keeper': about(ofMatter, (world) => ({ insteadOf: world.town.aino.actor.personId }), 'tiina'),
  'POST /api/matters/:id/closing': about((world) => ({ id: world.other })),
  'DELETE /api/matters/:id/closing': about((world) => ({ id: world.closed })),
  'POST /api/matters/:id/contacts': about(ofMatter, () => ({ channel: 'phone' })),
  'PATCH /api/contacts/:id': about(
    (world) => ({ id: world.contact }),
    () => ({ summary: 'More', version: 1 }),
  ),
  'GET /api/contacts/:id/wrap-up': about((world) => ({ id: world.contact })),
  'PUT /api/contacts/:id/wrap-up': about(
    (world) => ({ id: world.contact }),
    () => ({ couldSelfServe: true }),
  ),
  'DELETE /api/contacts/:id/wrap-up': about((world) => ({ id: world.wrapped })),
  'POST /api/matters/:id/messages': keyed(about(ofMatter, () => aMail())),
  'POST /api/matters/:id/outgoing-preview': about(ofMatter, () => aMail()),
  'PATCH /api/messages/:id': about(
    (world) => ({ id: world.message }),
    () => ({ state: 'undone' }),
  ),
  'GET /api/messages/:id/files/:fileId': about((world) => ({ id: world.message, fileId: world.file })),
  'GET /api/messages/:id/html': about((world) => ({ id: world.message })),
  'POST /api/matters/:id/requests': keyed(
    about(ofMatter, (world) => ({
      needId: world.needs.unshared,
      toUnitId: world.town.units.kelaTier2,
      title: 'Daycare',
      question: 'Who?',
      basis: 'consent',
      ground: 'Agreed',
    })),
  ),
  'GET /api/requests/:id': about((world) => ({ id: world.request }), undefined, 'mika'),
  'POST /api/requests/:id/entries': about(
    (world) => ({ id: world.request }),
    () => ({ kind: 'answered', text: 'The lease' }),
    'mika',
  ),
  'POST /api/matters/:id/shares': about(ofMatter, (world) => ({
    needId: world.needs.unshared,
    organisationId: world.town.organisations.dvv,
    basis: 'law',
    ground: 'Act 1 §',
  })),
  'DELETE /api/matters/:id/shares/:shareId': about((world) => ({ id: world.matter, shareId: world.share })),
  'POST /api/matters/:id/merges': about(ofMatter, (world) => ({ otherId: world.other })),
  'POST /api/matters/:id/splits': about(ofMatter, (world) => ({ needIds: [world.needs.unshared], title: 'Apart' })),
  'POST /api/matters/:id/links': about(ofMatter, (world) => ({ otherId: world.other })),
  'DELETE /api/matters/:id/links/:otherId': about((world) => ({ id: world.matter, otherId: world.linked })),
  'PUT /api/matters/:id/presence': about(ofMatter),
  'DELETE /api/matters/:id/presence': about(ofMatter),
  'POST /api/matters/:id/follow-links': about(ofMatter),
  'DELETE /api/matters/:id/follow-links': about(ofMatter),
  'PUT /api/matters/:id/naming': about(ofMatter, () => ({ agreed: true })),
  'GET /api/customers/:id': about((world) => ({ id: world.customer })),
  'PATCH /api/customers/:id': about(
    (world) => ({ id: world.customer }),
    () => ({ city: 'Toinen', version: 1 }),
  ),
  'POST /api/customers/:id/arrangements': about(
    (world) => ({ id: world.customer }),
    () => ({ kind: 'more-time' }),
  ),
  'DELETE /api/customers/:id/arrangements/:arrangementId': about((world) => ({ id: world.customer, arrangementId: world.arrangement })),

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

  'GET /print/matters/:id': about(ofMatter),
  'GET /print/messages/:id': about((world) => ({ id: world.message })),
};

/** Routes nobody signs in for, with the test that attacks them. */
export const unsigned: Record<string, string> = {
  'GET /api/sign-in': 'cross-site.test.ts',
  'GET /api/sign-in/callback': 'cross-site.test.ts',
  'POST /api/sign-out': 'cross-site.test.ts',
  'GET /api/health': 'database-restart.test.ts',
  'GET /a/:token': 'foreign.test.ts',
  'GET /a': 'link-holder.test.ts',
  'GET /a/receipt': 'link-holder.test.ts',
  'GET /a/forgotten': 'link-holder.test.ts',
  'GET /a/messages/:messageId/files/:fileId': 'link-holder.test.ts',
  'POST /a/messages': 'link-holder.test.ts',
  'POST /a/outcome': 'link-holder.test.ts',
  'POST /a/forgetting': 'link-holder.test.ts',
  'GET /': 'pages.test.ts',
  'GET /site/:name': 'pages.test.ts',
  'GET /contact': 'pages.test.ts',
  'POST /contact': 'pages.test.ts',
};

export function addressOf(route: string, ids: Ids = {}): { method: string; url: string } {
  const [method = '', pattern = ''] = route.split(' ');
  return { method, url: pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(ids[name] ?? `no ${name} in the table`)) };
}

export async function call(caller: Caller, route: string, world: World, ids: Ids | undefined) {
  const line = lines[route] as Line;
  const { method, url } = addressOf(route, ids);
  return caller.call(method, url, line.body?.(world), line.headers?.());
}
