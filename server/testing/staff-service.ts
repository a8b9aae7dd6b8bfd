import { createServer } from 'node:net';
import { afterAll } from 'vitest';
import { demoProvider, mountDemoProvider } from '../../demo/oidc.ts';
import { demoRoutes } from '../../demo/routes.ts';
import { seedPeople } from '../../demo/seed/seed.ts';
import { forgettingOnChange } from '../modules/directory/reactions.ts';
import { directoryRoutes } from '../modules/directory/routes.ts';
import { currentDirectory } from '../modules/directory/service.ts';
import type { BeforeUnitEmptied } from '../modules/directory/types.ts';
import { identityRoutes } from '../modules/identity/routes.ts';
import { auditRefusals, type IdentityDeps, identity, type OidcSettings } from '../modules/identity/service.ts';
import { notificationsRoutes } from '../modules/notifications/routes.ts';
import { closingStreams } from '../modules/people/reactions.ts';
import { peopleRoutes } from '../modules/people/routes.ts';
import { personOfClaims } from '../modules/people/service.ts';
import { fixedClock } from '../platform/clock/clock.ts';
import { startFeed } from '../platform/events/feed.ts';
import { empty, raw } from '../platform/http/answers.ts';
import { createApp } from '../platform/http/app.ts';
import { route } from '../platform/http/route.ts';
import { createLog } from '../platform/log/log.ts';
import { aBrowser, type Browser } from './browser.ts';
import type { TestDatabase } from './database.ts';

type Options = {
  /** Another identity provider than the demo's. */
  oidc?: OidcSettings;
  beforeUnitEmptied?: BeforeUnitEmptied;
};

/** A Monday in the middle of office hours. */
const NOW = '2026-11-23T08:00:00Z';

/** Sign-in, people, directory and texts of the demo municipality, served on a free port with the demo's identity provider. */
export async function aStaffService({ db: database, appUrl }: TestDatabase, { oidc, beforeUnitEmptied = async () => {} }: Options = {}) {
  const db = database.kysely;
  await seedPeople(db);
  const port = await freePort();
  const publicUrl = `http://localhost:${port}`;
  const clock = fixedClock(NOW);
  const app = await createApp({ config: { publicUrl }, log: createLog('error') });
  auditRefusals(app, db);
  const provider = demoProvider(db, publicUrl);
  const deps: IdentityDeps = {
    db,
    clock,
    publicUrl,
    oidc: oidc ?? provider.settings,
    session: { idleMinutes: 30, maxHours: 12 },
    personOf: personOfClaims,
  };
  const access = identity(deps);
  const directory = currentDirectory(db, clock);
  const closed: string[] = [];
  const feed = await startFeed({ db, url: appUrl, log: createLog('error') });
  const [forget, closeStreams] = [forgettingOnChange(directory), closingStreams((personId) => closed.push(personId))];
  feed.subscribe(({ events }) => {
    for (const event of events) {
      forget(event);
      closeStreams(event);
    }
  });
  identityRoutes(app, deps);
  peopleRoutes(app, { db, clock, beforeUnitEmptied, ...access });
  directoryRoutes(app, { db, directory, beforeUnitEmptied, ...access });
  notificationsRoutes(app, { db, clock, ...access });
  demoRoutes(app, { db, provider, home: '/desk/' });
  route(app, {
    method: 'GET',
    url: '/desk/',
    summary: 'Where one lands',
    access: access.staff,
    answers: { 204: empty },
    handle: async () => {},
  });
  route(app, {
    method: 'GET',
    url: '/a',
    summary: 'Whose matter a link opens',
    access: access.linkHolder,
    answers: { 200: raw('text/plain') },
    handle: async ({ caller }) => ({ status: 200, body: caller.matterId }),
  });
  mountDemoProvider(app, provider);
  await app.listen({ host: 'localhost', port });
  afterAll(async () => {
    await app.close();
    await feed.stop();
  });

  /** A browser in which this person has signed in through the provider. */
  async function signIn(email: string): Promise<Browser> {
    const browser = aBrowser(publicUrl);
    const picking = await browser.visit('/api/sign-in?return_to=/desk/');
    const response = await pick(browser, picking, await personId(email));
    if (response.status !== 204) throw new Error(`${email} could not sign in: ${response.status} ${response.url}`);
    return browser;
  }

  /** Presses a person's button on the page that asks who signs in. */
  async function pick(browser: Browser, page: Response, person: string): Promise<Response> {
    const html = await page.text();
    const action = /<form method="post" action="([^"]+)"/.exec(html)?.[1];
    const token = /name="_csrf" value="([^"]+)"/.exec(html)?.[1];
    if (!action || !token) throw new Error(`not the page that asks who signs in: ${page.status} ${page.url}`);
    return browser.visit(action, { method: 'POST', body: new URLSearchParams({ person, _csrf: token }), headers: { origin: publicUrl } });
  }

  async function personId(email: string): Promise<string> {
    return (await db.selectFrom('person').select('id').where('email', '=', email).executeTakeFirstOrThrow()).id;
  }

  async function organisationId(key: string): Promise<string> {
    return (await db.selectFrom('organisation').select('id').where('key', '=', key).executeTakeFirstOrThrow()).id;
  }

  async function unitId(key: string): Promise<string> {
    return (await db.selectFrom('unit').select('id').where('key', '=', key).executeTakeFirstOrThrow()).id;
  }

  return { db, clock, feed, closed, publicUrl, access, signIn, pick, personId, organisationId, unitId };
}

/** The provider's issuer names the port, so it is chosen before the service listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
