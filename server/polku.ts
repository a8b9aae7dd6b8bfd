import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { startLetters, tellingPeople } from './letters.ts';
import { type Listener, staffTopics, startStreams } from './live.ts';
import { appointmentRoutes } from './modules/appointments/routes.ts';
import { bookedOf, isAnythingOffered } from './modules/appointments/service.ts';
import { mailReach } from './modules/channels/email/mailboxes/reach.ts';
import { mailboxRoutes } from './modules/channels/email/mailboxes/routes.ts';
import { smtpDelivery, startEmail } from './modules/channels/email/service.ts';
import type { MailDeps } from './modules/channels/email/types.ts';
import { paperRoutes } from './modules/channels/paper/routes.ts';
import { webformRoutes } from './modules/channels/webform/routes.ts';
import { mandateRoutes } from './modules/customers/mandates/routes.ts';
import { type MandateSettings, suomifiMandates } from './modules/customers/mandates/suomifi.ts';
import type { Register } from './modules/customers/register/types.ts';
import { customerOfClaims, isCustomersName } from './modules/customers/service.ts';
import { directoryRoutes } from './modules/directory/routes.ts';
import { currentDirectory, seedDefaults } from './modules/directory/service.ts';
import { auditRefusals } from './modules/identity/refusals.ts';
import { identityRoutes } from './modules/identity/routes.ts';
import { type IdentityDeps, identity } from './modules/identity/service.ts';
import type { Actor } from './modules/identity/types.ts';
import { frontParts } from './modules/knowledge/pages/front.ts';
import { knowledgeRoutes } from './modules/knowledge/routes.ts';
import { type Search, startSearch } from './modules/knowledge/search/service.ts';
import { seedClassifications } from './modules/knowledge/services/classifications/seeding.ts';
import { entrySources } from './modules/knowledge/sources.ts';
import { followingPeople } from './modules/knowledge/specialists/reactions.ts';
import { claimPageRoutes } from './modules/matters/claims/page-routes.ts';
import { type AskingRegister, askRegister } from './modules/matters/claims/register.ts';
import { collectingRoutes } from './modules/matters/collecting/routes.ts';
import { followPageRoutes } from './modules/matters/following/page-routes.ts';
import { startOutbox } from './modules/matters/messages/sending/reactions.ts';
import { noticeRoutes } from './modules/matters/noticing/routes.ts';
import type { Noticing } from './modules/matters/noticing/types.ts';
import { ownRoutes } from './modules/matters/own/routes.ts';
import { printRoutes } from './modules/matters/printing/routes.ts';
import { handOnRequests } from './modules/matters/requests/owners.ts';
import { givingBackRequests } from './modules/matters/requests/reactions.ts';
import { matterRoutes } from './modules/matters/routes.ts';
import { slipRoutes } from './modules/matters/slips/routes.ts';
import type { Desk } from './modules/matters/types.ts';
import { notificationsRoutes } from './modules/notifications/routes.ts';
import { seedTemplates } from './modules/notifications/service.ts';
import { operationsRoutes } from './modules/operations/routes.ts';
import { peopleRoutes } from './modules/people/routes.ts';
import { personOfClaims } from './modules/people/service.ts';
import { queueRoutes } from './modules/queue/routes.ts';
import { type Boards, createBoards, pointsWithQueues, queueStreams, tellPlaces } from './modules/queue/service.ts';
import { formRoutes } from './modules/site/forms-admin.ts';
import { siteRoutes } from './modules/site/routes.ts';
import { farewellPage, viewFor } from './modules/site/service.ts';
import { tellNode } from './node.ts';
import { noticingOf, startNoticing } from './notices.ts';
import { type Clock, systemClock } from './platform/clock/clock.ts';
import type { Config } from './platform/config/config.ts';
import { createDb, type Database } from './platform/db/pool.ts';
import type { Tables } from './platform/db/tables.ts';
import { inTransaction } from './platform/db/transaction.ts';
import { type Feed, startFeed } from './platform/events/feed.ts';
import { type Reaction, startReactions } from './platform/events/reactions.ts';
import { openDisk } from './platform/files/disk.ts';
import { createApp } from './platform/http/app.ts';
import { healthRoute } from './platform/http/health.ts';
import type { Limits } from './platform/http/limits.ts';
import { serveApps } from './platform/http/static.ts';
import { startJobs } from './platform/jobs/jobs.ts';
import type { Keyring } from './platform/keys/keyring.ts';
import type { Live } from './platform/live/live.ts';
import { liveRoute } from './platform/live/route.ts';
import type { Log } from './platform/log/log.ts';
import type { PushReach } from './platform/push/send.ts';
import { internet } from './platform/reach.ts';
import { problemTexts } from './problem-texts.ts';
import { scheduledJobs } from './scheduled.ts';
import { distFolder, webApps } from './web-apps.ts';

/** `role`: what connections act as, where the address is of the tables' owner. */
export type DatabaseAddress = { url: string; role?: string };

export type Surroundings = {
  config: Config;
  database: DatabaseAddress;
  keys: Keyring;
  log: Log;
  clock?: Clock;
  limits?: Partial<Limits>;
  /** Where push services may stand; on the internet unless told. */
  pushReach?: PushReach;
};

export type Polku = {
  app: FastifyInstance;
  db: Database;
  desk: Desk;
  search: Search;
  /** Where the demo takes mail; undefined outside it. */
  demoSmtpPort: number | undefined;
  stop(): Promise<void>;
};

type SignIn = Pick<IdentityDeps, 'oidc' | 'customerOidc'> & {
  mandates: MandateSettings | undefined;
  register?: Register;
};

/** Puts the whole service together without listening: `main.ts`, the tests and the benches start this same one. */
export async function startPolku(surroundings: Surroundings): Promise<Polku> {
  const { config, log, clock = systemClock } = surroundings;
  const { url, role } = surroundings.database;
  const database = createDb(url, { log, ...(role ? { role } : {}) });
  const db = database.kysely;
  const customerSignIn = config.demo || config.customerOidc !== undefined;
  const desk: Desk = {
    db,
    clock,
    directory: currentDirectory(db, clock),
    customerSignIn,
    ...(customerSignIn ? { ownPages: `${config.publicUrl}/my` } : {}),
    mandates: config.demo || config.mandates !== undefined,
    booked: bookedOf({ db, clock, keys: surroundings.keys }),
  };
  const app = await createApp({
    config: {
      ...{ publicUrl: config.publicUrl, knownSites: config.bookingSites },
      ...(config.trustedProxies.length > 0 ? { trustProxy: config.trustedProxies } : {}),
      ...(surroundings.limits ? { limits: surroundings.limits } : {}),
    },
    log,
    problems: problemTexts(desk),
  });
  await inTransaction(db, async (trx) => {
    await seedDefaults(trx);
    await seedTemplates(trx);
    await seedClassifications(trx);
  });
  auditRefusals(app, db);
  const feed = await startFeed({ db, url, log });
  const live = await startStreams({ db, feed, log });
  const boards = createBoards(db, clock);
  const { pushReach = internet } = surroundings;
  tellNode(feed, desk, live, boards);
  const places = tellPlaces({ db, boards, feed, live, log });
  const search = await startSearch({ db, feed, log, sources: entrySources });
  const noticing = noticingOf(desk, config);
  const known = [givingBackRequests(clock), ...tellingPeople(noticing), followingPeople];
  const reactions = await startReactions({ db, feed, reactions: known, log });
  const files = await openDisk(join(config.dataDir, 'files'));
  const signIn: SignIn = config.oidc
    ? { oidc: config.oidc, customerOidc: config.customerOidc, mandates: config.mandates }
    : await demoSignInOn(app, surroundings, db);
  const { testIdentities } = config;
  const asking: AskingRegister = { db, clock, log, keys: surroundings.keys, testIdentities, register: signIn.register };
  const jobs = await startJobs({
    url,
    ...(role ? { role } : {}),
    ...scheduledJobs({
      desk,
      noticing,
      files,
      keys: surroundings.keys,
      log,
      asking,
      ptv: config.ptv,
      boards,
      publicUrl: config.publicUrl,
      pushReach,
      speechFolder: join(config.dataDir, 'speech'),
    }),
    log,
  });
  const mail: MailDeps = { desk, files, keys: surroundings.keys, log, reach: mailReach(config.mailInnerServers) };
  const email = await emailOn(app, config, mail, feed);
  const outbox = startOutbox({ ...desk, senders: [email.sender], log });
  const letters = startLetters({ ...desk, keys: surroundings.keys, publicUrl: config.publicUrl, send: email.letters, log });
  const notices = await startNoticing(app, noticing, { config, keys: surroundings.keys, log, email: email.notices });
  addRoutes(app, config, signIn, asking, noticing, live, mail, known, search, { boards, pushReach });
  healthRoute(app, { database: database.healthy, jobs: () => true });
  await serveBuiltApps(app);
  return {
    app,
    db: database,
    desk,
    search,
    demoSmtpPort: email.demoSmtpPort,
    async stop() {
      await app.close();
      await outbox.stop();
      await notices.stop();
      places.stop();
      await letters.stop();
      await email.stop();
      await jobs.stop();
      await reactions.stop();
      await search.stop();
      await feed.stop();
      await database.close();
      await files.close();
    },
  };
}

/** Tests and benches of the API run without the browser's apps; `main.ts` builds them before it starts. */
async function serveBuiltApps(app: FastifyInstance): Promise<void> {
  await serveApps(
    app,
    distFolder,
    webApps.filter((name) => existsSync(join(distFolder, name, 'index.html'))),
  );
}

/** Loaded only in the demo, so that none of it is in the memory of a service for real people. */
async function demoSignInOn(app: FastifyInstance, { config, keys }: Surroundings, db: Kysely<Tables>): Promise<SignIn> {
  const { openDemo } = await import('../demo/demo.ts');
  return openDemo(app, db, config, keys);
}

/** In the demo, mail leaves to a page instead of a server and comes in at a port of this machine. */
async function emailOn(app: FastifyInstance, config: Config, mail: MailDeps, feed: Feed) {
  const demo = config.demo ? await (await import('../demo/mail.ts')).openDemoMail(app, mail, config) : undefined;
  const channel = startEmail(mail, demo?.deliver ?? smtpDelivery(mail));
  feed.subscribe(({ events }) => events.forEach(channel.heard));
  return {
    sender: channel.sender,
    notices: channel.notices,
    letters: channel.letters,
    demoSmtpPort: demo?.port,
    stop: async () => {
      await demo?.stop();
      await channel.stop();
    },
  };
}

function addRoutes(
  app: FastifyInstance,
  config: Config,
  signIn: SignIn,
  asking: AskingRegister,
  noticing: Noticing,
  live: Live<Listener>,
  mail: MailDeps,
  reactions: Reaction[],
  search: Search,
  { boards, pushReach }: { boards: Boards; pushReach: PushReach },
): void {
  const { desk, files, log } = mail;
  const { db, clock, directory } = desk;
  const identityDeps = identityDepsOf(config, signIn, desk, asking);
  const { staff, staffWith, linkHolder, customer, signedIn } = identity(identityDeps);
  const beforeUnitEmptied = handOnRequests(clock);
  identityRoutes(app, identityDeps);
  peopleRoutes(app, { db, clock, beforeUnitEmptied, staff, staffWith });
  directoryRoutes(app, { db, directory, beforeUnitEmptied, staff, staffWith });
  notificationsRoutes(app, { db, clock, staff, staffWith });
  operationsRoutes(app, { db, reactions, log, staff, staffWith });
  mailboxRoutes(app, { ...mail, staff, staffWith });
  matterRoutes(app, { desk, staff, staffWith, publicUrl: config.publicUrl, files, asking });
  noticeRoutes(app, { noticing, staff, staffWith });
  paperRoutes(app, { noticing, staff, staffWith });
  const front = { ...desk, waitPoints: () => pointsWithQueues(db), mayBook: () => isAnythingOffered(db) };
  knowledgeRoutes(app, {
    ...front,
    isCustomersName: (word) => isCustomersName(db, word),
    keys: mail.keys,
    ptv: config.ptv,
    publicUrl: config.publicUrl,
    log,
    search,
    staff,
    staffWith,
  });
  siteRoutes(app, desk, frontParts(front));
  formRoutes(app, { db, staff, staffWith });
  webformRoutes(app, { desk, files, publicUrl: config.publicUrl, signedIn });
  ownRoutes(app, { desk, files, customer, keys: mail.keys });
  const mandates = signIn.mandates && suomifiMandates(signIn.mandates);
  mandateRoutes(app, { ...asking, mandates, learn: (id) => askRegister(asking, id), site: desk, customer, publicUrl: config.publicUrl });
  claimPageRoutes(app, { desk, linkHolder, signedIn });
  followPageRoutes(app, { desk, files, linkHolder, publicUrl: config.publicUrl });
  printRoutes(app, { desk, staff, staffWith, publicUrl: config.publicUrl });
  slipRoutes(app, { desk, keys: mail.keys, staff, staffWith, publicUrl: config.publicUrl });
  collectingRoutes(app, { desk, noticing, files, keys: mail.keys, staff, staffWith, publicUrl: config.publicUrl });
  const floor = { ...desk, keys: mail.keys, boards, publicUrl: config.publicUrl, pushReach, live, files };
  queueRoutes(app, { ...floor, speechFolder: join(config.dataDir, 'speech'), printers: config.printers, log, staff, staffWith });
  queueStreams(app, floor);
  appointmentRoutes(app, { ...floor, search, staff, staffWith, linkHolder, customer, bookingSites: config.bookingSites });
  liveRoute<Actor>(app, { url: '/api/live', access: staff, live: live as Live<Actor>, topics: (_, asked) => [...asked, ...staffTopics] });
}

function identityDepsOf(config: Config, signIn: SignIn, desk: Desk, asking: AskingRegister): IdentityDeps {
  const { db, clock } = desk;
  const { publicUrl, session } = config;
  const customerOf = customerOfClaims(asking);
  const afterIdentified = (customerId: string) => askRegister(asking, customerId);
  const drawFarewell = async (request: FastifyRequest, location: string) => farewellPage(await viewFor(desk, request), location);
  return { db, clock, publicUrl, session, personOf: personOfClaims, customerOf, afterIdentified, drawFarewell, ...signIn };
}
