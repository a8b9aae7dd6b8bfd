import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import { record } from '../../audit/service.ts';
import type { Names } from '../../directory/types.ts';
import type { Actor, By, Role } from '../../identity/types.ts';
import { keepsPoint, worksAt } from '../../queue/service.ts';
import type { Booking } from '../types.ts';
import type { WaitingLine } from './schema.ts';
import { openWaiting } from './secrets.ts';

type LineRow = {
  serviceId: string;
  serviceName: Names;
  organisationId: string;
  placeId: string | null;
  placeName: Names | null;
  placeOrg: string | null;
  queueOrganisations: string[];
  waiters: {
    id: string;
    contact: string | null;
    joinedAt: string;
    language: string;
    needs: string[];
    hasTime: boolean;
    offeredUntil: string | null;
  }[];
};

const serving: readonly Role[] = ['service-advisor', 'receptionist', 'authority-specialist', 'digital-support-advisor', 'point-manager'];

/** Who waits, by service and place; names for those who work at the place today or serve for the authority. What is left out does not exist. */
export async function linesFor({ db, keys }: Booking, by: By): Promise<WaitingLine[]> {
  const rows = (await lines(db)).filter((line) => seesCount(by.actor, line));
  const named = rows.filter((line) => seesNames(by.actor, line));
  const subjects = named.flatMap(({ waiters }) => waiters.map(({ id }) => id));
  if (subjects.length > 0) await trace(db, by, subjects);
  return rows.map((line) => {
    const { serviceId, serviceName, placeId, placeName, waiters } = line;
    const shown = waiters.map(({ contact, ...one }) => ({
      ...{ id: one.id, language: one.language, needs: one.needs, hasTime: one.hasTime },
      name: openWaiting(keys, one.id, contact)?.name ?? '',
      joinedAt: Temporal.Instant.from(one.joinedAt),
      offeredUntil: one.offeredUntil ? Temporal.Instant.from(one.offeredUntil) : null,
    }));
    const since = (shown[0] as (typeof shown)[number]).joinedAt;
    const offered = shown.filter(({ offeredUntil }) => offeredUntil).length;
    return {
      serviceId,
      serviceName,
      placeId,
      placeName,
      count: shown.length,
      since,
      offered,
      waiters: named.includes(line) ? shown : null,
    };
  });
}

const pointOf = ({ placeId, placeOrg, queueOrganisations }: LineRow) =>
  placeId && placeOrg ? { id: placeId, organisationId: placeOrg, queueOrganisations } : null;

const serves = (actor: Actor, organisationId: string) =>
  actor.grants.some((grant) => serving.includes(grant.role) && grant.organisationId === organisationId);

function seesNames(actor: Actor, line: LineRow): boolean {
  const point = pointOf(line);
  return serves(actor, line.organisationId) || (point !== null && worksAt(actor, point));
}

function seesCount(actor: Actor, line: LineRow): boolean {
  const point = pointOf(line);
  const administers = actor.grants.some(({ role, organisationId }) => role === 'administrator' && organisationId === line.organisationId);
  return administers || seesNames(actor, line) || (point !== null && keepsPoint(actor, point));
}

async function trace(db: Db, { actor, requestId }: By, subjects: string[]): Promise<void> {
  const organisationIds = [...new Set(actor.grants.map(({ organisationId }) => organisationId))];
  const who = { requestId, personId: actor.personId, actorKind: 'staff' as const, organisationIds };
  await record(db, { ...who, action: 'waiting.seen', purpose: 'advice', subjects });
}

/** Whoever would come to any of several places stands in the line of each. */
async function lines(db: Db): Promise<LineRow[]> {
  const { rows } = await sql<LineRow>`
    select b.id as "serviceId", b.name as "serviceName", b.organisation_id as "organisationId", p.id as "placeId", p.name as "placeName",
      p.organisation_id as "placeOrg", array(select distinct q.organisation_id from queue q where q.point_id = p.id and q.active) as "queueOrganisations",
      jsonb_agg(jsonb_build_object('id', w.id, 'contact', w.contact, 'joinedAt', w.joined_at, 'language', w.language, 'needs', w.needs,
        'hasTime', a.id is not null, 'offeredUntil', o.answer_by) order by w.joined_at, w.id) as waiters
    from waiting w join bookable b on b.id = w.bookable_id
      left join lateral unnest(w.point_ids) as place on true left join service_point p on p.id = place
      left join waiting_offer o on o.waiting_id = w.id and o.state = 'open'
      left join appointment a on a.id = w.appointment_id and a.state = 'confirmed'
    where w.state = 'waiting' group by b.id, p.id order by b.name ->> 'fi', p.name ->> 'fi', p.id`.execute(db);
  return rows;
}
