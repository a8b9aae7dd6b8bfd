import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import { NotFound } from '../../../platform/errors.ts';
import { listsOf } from '../../directory/service.ts';
import type { Language } from '../../directory/types.ts';
import { givenBy } from '../../knowledge/search/expanding/service.ts';
import type { QueueRow } from '../board/queries.ts';
import type { Device } from '../devices/types.ts';
import type { Floor } from '../types.ts';
import type { ServiceHere } from './schema.ts';

/** More places than this are not read standing at a kiosk. */
const PLACES = 3;

type Given = { serviceId: string; organisationId: string | null; isHere: boolean; lifeEvents: string[] };
type Led = { queue: QueueRow | undefined; by: ServiceHere['by'] };

/**
 * The queue of this point that serves what was found: the service's own, else its authority's, else its situation of life's, else
 * reception's; and where else it is given. @throws NotFound for a service nobody gives
 */
export async function whereServed(floor: Floor, device: Device, textId: number, language: Language): Promise<ServiceHere> {
  const given = await givenOf(floor.db, textId, device.pointId);
  const [first] = given;
  if (!first) throw new NotFound();
  const { queues } = await floor.boards.of(device.pointId);
  const { queue, by } = await leadTo(
    floor.db,
    queues.filter(({ atKiosk }) => atKiosk),
    given,
  );
  const serviceIds = given.filter(({ organisationId }) => organisationId === queue?.organisationId).map(({ serviceId }) => serviceId);
  const { places } = await givenBy(floor.db, textId, { language, organisationIds: [] });
  const own = await ownPlaces(floor.db, device.pointId);
  return {
    queueId: queue?.id ?? null,
    by,
    isServed: by !== 'reception' || given.some(({ isHere }) => isHere),
    serviceId: queue?.serviceId ?? serviceIds[0] ?? first.serviceId,
    places: places
      .filter(({ id }) => !own.has(id))
      .slice(0, PLACES)
      .map(({ name, street, city }) => ({ name, address: [street, city].filter(Boolean).join(', ') })),
  };
}

async function leadTo(db: Db, queues: readonly QueueRow[], given: readonly Given[]): Promise<Led> {
  const ofService = queues.find((queue) => given.some(({ serviceId }) => serviceId === queue.serviceId));
  if (ofService) return { queue: ofService, by: 'service' };
  const ofAuthority = queues.find(
    ({ kind, organisationId }) => kind === 'authority' && given.some((one) => one.organisationId === organisationId),
  );
  if (ofAuthority) return { queue: ofAuthority, by: 'authority' };
  const ofSituation = await queueOfSituation(db, queues, given[0]?.lifeEvents ?? []);
  if (ofSituation) return { queue: ofSituation, by: 'situation' };
  return { queue: queues.find(({ kind }) => kind === 'reception'), by: 'reception' };
}

/** The national life events and the region's list of situations are two lists: what has one name in both is one. */
async function queueOfSituation(db: Db, queues: readonly QueueRow[], lifeEvents: readonly string[]): Promise<QueueRow | undefined> {
  const { lifeSituations = [] } = await listsOf(db, { onlyActive: true });
  const { rows } = await sql<{ name: string }>`select lower(names->>'fi') as name from classification
    where scheme = 'life-event' and code = any(${lifeEvents}::text[])`.execute(db);
  const names = new Set(rows.map(({ name }) => name));
  const keys = new Set(lifeSituations.filter(({ label }) => names.has((label.fi ?? '').toLowerCase())).map(({ key }) => key));
  return queues.find(({ situation }) => situation !== null && keys.has(situation));
}

async function givenOf(db: Db, textId: number, pointId: string): Promise<Given[]> {
  const { rows } = await sql<Given>`select s.id as "serviceId", o.organisation_id as "organisationId", t.life_events as "lifeEvents",
      exists (select from service_by_channel b join service_channel c on c.id = b.channel_id
        where b.service_id = s.id and c.point_id = ${pointId}::uuid and c.retired_at is null) as "isHere"
    from service s join service_text t on t.id = s.text_id left join ptv_organisation o on o.id = s.responsible_id
    where s.text_id = ${textId}::bigint and s.retired_at is null order by o.organisation_id is null, s.id limit 500`.execute(db);
  return rows;
}

async function ownPlaces(db: Db, pointId: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select id from service_channel where point_id = ${pointId}::uuid`.execute(db);
  return new Set(rows.map(({ id }) => id));
}
