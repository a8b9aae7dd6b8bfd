import { randomUUID } from 'node:crypto';
import { sealContact } from '../server/modules/appointments/booking/contact.ts';
import { appointmentSecret } from '../server/modules/appointments/booking/secrets.ts';
import { keysIn } from '../server/platform/config/demo-keys.ts';
import { hashSecret } from '../server/platform/keys/keys.ts';
import { asOwner } from './database.ts';
import type { Service } from './service.ts';

type Booked = { pointId: string; name: string; code: string; way?: 'point' | 'bus'; expectedId?: string };

/** As somebody has agreed it: a time that begins now, whatever hour it is tried at. Without `expectedId` no queue expects them. */
export async function bookedNow(service: Service, { pointId, name, code, way = 'point', expectedId }: Booked): Promise<void> {
  const keys = await keysIn(service.dataDir);
  const id = randomUUID();
  const contact = sealContact(keys, id, { name, email: null, phone: null, code });
  await asOwner(service, (client) =>
    client.query(
      `insert into appointment (id, bookable_id, point_id, owner_org, way, starts_at, ends_at, state, language, secret_hash, contact, expected_id, created_at, changed_at)
       select $1, b.id, $2, b.organisation_id, $3, now(), now() + interval '5 minutes', 'confirmed', 'fi', $4, $5, $6, now(), now()
       from bookable b join bookable_place bp on bp.bookable_id = b.id where bp.point_id = $2 and b.active order by b.id limit 1`,
      [id, pointId, way, hashSecret(appointmentSecret(keys, id)), contact, expectedId ?? null],
    ),
  );
}
