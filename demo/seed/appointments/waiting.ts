import { randomUUID } from 'node:crypto';
import { bookerHash } from '../../../server/modules/appointments/booking/contact.ts';
import { insertWaiting } from '../../../server/modules/appointments/waiting/queries.ts';
import { sealWaiting, waitingSecret } from '../../../server/modules/appointments/waiting/secrets.ts';
import type { Trx } from '../../../server/platform/db/transaction.ts';
import type { Keyring } from '../../../server/platform/keys/keyring.ts';
import { hashSecret } from '../../../server/platform/keys/keys.ts';

type Hours = [from: number, until: number];
type DemoWaiter = {
  name: string;
  email: string;
  language: 'fi' | 'sv' | 'en';
  weekdays: number[];
  hours?: Hours;
  since: number;
};

/** Those for whom none of the days on which it is given suits: it is given on Tuesdays, Thursdays and Friday mornings. `since`: hours ago. */
const waiters: DemoWaiter[] = [
  { name: 'Raili Hiltunen', email: 'raili.hiltunen@posti.example', language: 'fi', weekdays: [1, 3], since: 212 },
  { name: 'Kristian Backlund', email: 'kristian.backlund@posti.example', language: 'sv', weekdays: [5], hours: [12, 24], since: 141 },
  { name: 'Oskari Pesonen', email: 'oskari.pesonen@posti.example', language: 'fi', weekdays: [3], hours: [0, 12], since: 93 },
  { name: 'Grace Adeyemi', email: 'grace.adeyemi@posti.example', language: 'en', weekdays: [1, 3], hours: [12, 24], since: 46 },
  { name: 'Helmi Saarikko', email: 'helmi.saarikko@posti.example', language: 'fi', weekdays: [1], since: 5 },
];

const ANY: Hours = [0, 24];

/** The line of one service at one point. */
export async function seedWaiting(
  trx: Trx,
  now: Temporal.Instant,
  keys: Keyring,
  { bookableId, pointId }: { bookableId: string; pointId: string },
): Promise<void> {
  for (const { name, email, language, weekdays, hours = ANY, since } of waiters) {
    const id = randomUUID();
    const contact = { name, email, phone: null };
    const [fromHour, untilHour]: Hours = hours;
    const wish = { bookableId, way: 'point' as const, pointIds: [pointId], weekdays, fromHour, untilHour, fromDay: null, untilDay: null };
    const kept = { contact: sealWaiting(keys, id, contact), bookerHash: bookerHash(keys, { ...contact, code: null }) };
    const secretHash = hashSecret(waitingSecret(keys, id));
    await insertWaiting(
      trx,
      { ...wish, ...kept, id, language, needs: [], secretHash, appointmentId: null },
      now.subtract({ hours: since }),
    );
  }
}
