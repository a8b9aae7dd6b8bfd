import type { Kysely } from 'kysely';
import {
  encryptedBooking,
  forgetAppointments,
  measureBooking,
  missAppointments,
  offerJobs,
  offerTending,
} from './modules/appointments/service.ts';
import { encryptedPasswords, forgetAnswered } from './modules/channels/email/service.ts';
import { forgetTextMessages } from './modules/channels/sms/service.ts';
import { encryptedIdentities } from './modules/customers/service.ts';
import { forgetOldSessions } from './modules/identity/service.ts';
import { tellOfTodays } from './modules/knowledge/bulletins/service.ts';
import { publishDue } from './modules/knowledge/cards/drafts/publishing.ts';
import { checkLinks } from './modules/knowledge/cards/links/service.ts';
import { remindOfReviews } from './modules/knowledge/cards/tasks/service.ts';
import { publishDueGuides } from './modules/knowledge/guides/drafts/publishing.ts';
import { encryptedDirectoryKey, type PtvSettings } from './modules/knowledge/ptv/key/service.ts';
import { importJobs } from './modules/knowledge/ptv/runs/job.ts';
import { startNightly } from './modules/knowledge/ptv/runs/service.ts';
import { forgetSearches } from './modules/knowledge/search/counts/service.ts';
import { endPresences } from './modules/knowledge/specialists/presence.ts';
import { remindOfActors } from './modules/knowledge/support/reminding.ts';
import { type AskingRegister, askRegisterOfAll } from './modules/matters/claims/register.ts';
import { forgetWrapUpUndo } from './modules/matters/contacts/wrapping/undoing.ts';
import { remindOfDataRequests } from './modules/matters/data-requests/reminding.ts';
import { remindOfDeadlines } from './modules/matters/noticing/deadlines.ts';
import type { Noticing } from './modules/matters/noticing/types.ts';
import { forgetContactChanges } from './modules/matters/own/contact/queries.ts';
import { remindAndEscalate } from './modules/matters/requests/escalation.ts';
import { tellOfLockedSlips } from './modules/matters/slips/telling.ts';
import type { Desk } from './modules/matters/types.ts';
import {
  type Boards,
  closeDays,
  encryptedPush,
  forgetDisturbances,
  forgetVisits,
  learnPaces,
  pushJobs,
  speechJobs,
  tendSpeech,
} from './modules/queue/service.ts';
import type { Tables } from './platform/db/tables.ts';
import { tendEventPartitions } from './platform/events/partitions.ts';
import type { FileDriver } from './platform/files/driver.ts';
import { sweepOrphans } from './platform/files/sweep.ts';
import { forgetOldKeys } from './platform/http/idempotency.ts';
import type { CronJob, JobHandler } from './platform/jobs/jobs.ts';
import type { Keyring } from './platform/keys/keyring.ts';
import { type Encrypted, rotateAll } from './platform/keys/rotation.ts';
import type { Log } from './platform/log/log.ts';
import type { PushReach } from './platform/push/send.ts';

type Work = {
  desk: Desk;
  noticing: Noticing;
  files: FileDriver;
  keys: Keyring;
  log: Log;
  asking: AskingRegister;
  ptv: PtvSettings | undefined;
  boards: Boards;
  publicUrl: string;
  pushReach: PushReach;
  speechFolder: string;
};

/** Every encrypted column there is, as its module gives it: a new one is added here, or its key could never be thrown away. */
export function encryptedColumns(db: Kysely<Tables>, keys: Keyring): Encrypted[] {
  return [
    ...encryptedPasswords(db),
    ...encryptedIdentities(db, keys),
    ...encryptedDirectoryKey(db),
    ...encryptedPush(db),
    ...encryptedBooking(db),
  ];
}

/** What runs by the clock, on one node at a time. Patterns are cron's, in UTC. */
export function scheduledJobs({ desk, noticing, files, keys, log, asking, ptv, boards, publicUrl, pushReach, speechFolder }: Work): {
  handlers: Record<string, JobHandler>;
  cron: CronJob[];
} {
  const { db, clock } = desk;
  const voice = { folder: speechFolder, log };
  const scheduled: [string, string, () => Promise<unknown>][] = [
    ['remind-and-escalate', '* * * * *', () => remindAndEscalate(desk)],
    ['tell-of-locked-slips', '* * * * *', () => tellOfLockedSlips(desk)],
    ['end-presences', '* * * * *', () => endPresences(desk)],
    ['tend-waiting-lines', '* * * * *', () => offerTending({ noticing, keys, boards })],
    ['miss-appointments', '* * * * *', () => missAppointments(desk)],
    ['remind-of-deadlines', '*/5 * * * *', () => remindOfDeadlines(noticing)],
    ['remind-of-data-requests', '20 * * * *', () => remindOfDataRequests(desk)],
    ['tend-event-partitions', '5 * * * *', () => tendEventPartitions(db)],
    ['forget-old-keys', '15 2 * * *', () => forgetOldKeys(db)],
    ['forget-old-sessions', '25 2 * * *', () => forgetOldSessions({ db, clock })],
    ['forget-automatic-answers', '30 2 * * *', () => forgetAnswered(desk)],
    ['forget-contact-changes', '36 2 * * *', () => forgetContactChanges(db, clock.now().subtract({ hours: 24 * 30 }))],
    ['forget-text-messages', '33 2 * * *', () => forgetTextMessages(desk)],
    ['forget-searches', '38 2 * * *', () => forgetSearches(db, clock)],
    ['publish-cards', '1 * * * *', () => publishDue(desk)],
    ['publish-guides', '2 * * * *', () => publishDueGuides(desk)],
    // Just after midnight in Finland, in summer and in winter; the other of the two finds what has been told already, which harms nobody.
    ['tell-of-todays-bulletins', '1 21,22 * * *', () => tellOfTodays(desk)],
    ['remind-of-card-reviews', '5 3 * * *', () => remindOfReviews(desk)],
    ['remind-of-support-actors', '8 3 * * *', () => remindOfActors(desk)],
    ['check-card-links', '20 1 * * *', () => checkLinks({ ...desk, log })],
    ['start-directory-import', '30 0 * * *', () => startNightly({ db, clock, ptv })],
    ['ask-register', '10 3 * * *', () => askRegisterOfAll(asking)],
    ['rotate-keys', '45 2 * * *', async () => log.info('keys rotated', { count: await rotateAll(keys, encryptedColumns(db, keys)) })],
    ['forget-wrap-up-undo', '40 * * * *', () => forgetWrapUpUndo(db, clock.now())],
    ['close-days', '10 0 * * *', () => closeDays({ db, clock, boards })],
    ['forget-disturbances', '41 2 * * *', () => forgetDisturbances({ db, clock })],
    ['forget-visits', '42 2 * * *', () => forgetVisits({ db, clock })],
    ['forget-appointments', '43 2 * * *', () => forgetAppointments({ db, clock })],
    ['tend-speech', '44 2 * * *', () => tendSpeech({ db, clock }, voice)],
    ['measure-booking', '4 * * * *', () => measureBooking({ db, clock })],
    ['learn-paces', '14 0 * * *', () => learnPaces(db, clock.now())],
    ['sweep-orphan-files', '35 2 * * *', () => sweepOrphans(db, files, clock)],
  ];
  return {
    handlers: {
      ...importJobs({ db, clock, keys, ptv, log }),
      ...pushJobs({ db, clock, directory: desk.directory, keys, boards, publicUrl, pushReach }, log),
      ...offerJobs({ noticing, keys, boards }),
      ...speechJobs(db, voice),
      ...Object.fromEntries(
        scheduled.map(([job, , run]) => [
          job,
          async () => {
            await run();
          },
        ]),
      ),
    },
    cron: scheduled.map(([job, pattern]) => ({ job, pattern })),
  };
}
