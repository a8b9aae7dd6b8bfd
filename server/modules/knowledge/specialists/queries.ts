import { type RawBuilder, sql } from 'kysely';
import type { OpeningHours } from '../../../platform/clock/opening.ts';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { Names } from '../../directory/types.ts';
import type { Presence, PresenceState, SpecialistCandidates, WayToAsk } from './schema.ts';

export type SpecialistRecord = {
  id: string;
  name: string;
  title: Record<string, string>;
  unitId: string;
  organisationId: string;
  tier: number;
  skills: Names[];
  languages: string[];
  askedBy: WayToAsk[];
  phone: string;
  phoneHours: OpeningHours | null;
  duty: OpeningHours;
  backupId: string | null;
  presence: Presence | null;
  version: number;
  changedAt: Temporal.Instant;
};

/** A day, or how the database tells it. */
type Day = Temporal.PlainDate | RawBuilder<unknown>;

const columns = sql`s.person_id as id, p.name, p.title, s.unit_id as "unitId", u.organisation_id as "organisationId", u.tier, s.skills, s.languages,
  s.asked_by as "askedBy", s.phone, s.phone_hours as "phoneHours", s.duty, s.backup_id as "backupId", s.version, s.changed_at as "changedAt",
  n.state, n.until`;

const joined = sql`specialist s join person p on p.id = s.person_id join unit u on u.id = s.unit_id
  join organisation o on o.id = u.organisation_id left join specialist_presence n on n.person_id = s.person_id`;

/** Who has left the unit or its organisation, or may not sign in, is asked no more. */
const serving = (today: Day): RawBuilder<boolean> => sql`p.disabled_at is null and u.active
  and o.valid_from <= ${today}::date and (o.valid_until is null or o.valid_until > ${today}::date)
  and exists (select from unit_member m where m.unit_id = s.unit_id and m.person_id = s.person_id)
  and exists (select from person_grant g where g.person_id = s.person_id and g.organisation_id = u.organisation_id and g.revoked_at is null
    and g.valid_from <= ${today}::date and (g.valid_until is null or g.valid_until > ${today}::date))`;

/** Everybody there is: a region has hundreds, and who stands in for whom is seen only from the whole. */
export async function allSpecialists(db: Db, today: Temporal.PlainDate): Promise<SpecialistRecord[]> {
  const { rows } =
    await sql<Row>`select ${columns} from ${joined} where ${serving(today)} order by p.name collate "fi-x-icu", s.person_id`.execute(db);
  return rows.map(({ state, until, ...row }) => ({ ...row, presence: state && until ? { state, until } : null }));
}

type Row = Omit<SpecialistRecord, 'presence'> & { state: PresenceState | null; until: Temporal.Instant | null };

export type AnswersFor = {
  services: { id: string; names: Record<string, string> }[];
  cards: { id: string; titles: Record<string, string> }[];
};

/** Services that are still given and cards that are still published. */
export async function answersFor(db: Db, personId: string): Promise<AnswersFor> {
  const { rows } = await sql<AnswersFor>`select
    (select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'names', ${serviceNames}) order by v.id), '[]')
      from service v join service_text t on t.id = v.text_id where v.id = any(s.service_ids) and v.retired_at is null) as services,
    (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'titles', (select coalesce(jsonb_object_agg(x.key, x.value ->> 'title'), '{}')
        from jsonb_each(k.content -> 'texts') x where x.value ->> 'title' <> '')) order by c.id), '[]')
      from service_card c join card_version k on k.card_id = c.id and k.state = 'published' where c.id = any(s.card_ids) and c.retired_at is null) as cards
    from specialist s where s.person_id = ${personId}::uuid`.execute(db);
  return rows[0] ?? { services: [], cards: [] };
}

const serviceNames = sql`(select coalesce(jsonb_object_agg(x.key, x.value ->> 'name'), '{}')
  from jsonb_each(t.texts) x where x.value ->> 'name' is not null)`;

/** The people a published card is about: named in it, or who say that they answer for it or its service. */
export async function specialistsOfCard(db: Db, cardId: string): Promise<{ id: string; isNamed: boolean }[] | undefined> {
  const { rows } = await sql<{ people: { id: string; isNamed: boolean }[] }>`
    select (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'isNamed', f.named)), '[]') from (
        select s.person_id as id, (lower(p.name) = lower(trim(k.content -> 'forward' ->> 'specialist'))
            and s.unit_id = coalesce((k.content -> 'forward' ->> 'unitId')::uuid, s.unit_id)) as named,
          (c.id = any(s.card_ids) or coalesce(c.service_id = any(s.service_ids), false)) as answers
        from specialist s join person p on p.id = s.person_id) f where f.named or f.answers) as people
    from service_card c join card_version k on k.card_id = c.id and k.state = 'published'
    where c.id = ${cardId}::uuid and c.retired_at is null`.execute(db);
  return rows[0]?.people;
}

/** For the search, with the names of what they answer for. */
export async function findableSpecialists(db: Db, ids?: readonly string[]) {
  const { rows } = await sql<Findable>`select s.person_id as id, p.name, s.skills, u.name as unit, o.name as organisation,
      (select coalesce(jsonb_agg(${serviceNames}), '[]') from service v join service_text t on t.id = v.text_id
        where v.id = any(s.service_ids) and v.retired_at is null) as services
    from ${joined} where ${serving(localToday)} and (${ids === undefined} or s.person_id = any(${ids ?? []}::uuid[]))`.execute(db);
  return rows;
}

export type Findable = { id: string; name: string; skills: Names[]; unit: Names; organisation: Names; services: Partial<Names>[] };

/** The database's own day is UTC's. */
const localToday = sql`(now() at time zone 'Europe/Helsinki')::date`;

/** Who has a profile that shows is no candidate; one in a unit that was closed may be written anew. */
export async function candidates(
  db: Db,
  personId: string,
  organisationIds: readonly string[],
  today: Temporal.PlainDate,
): Promise<SpecialistCandidates['people']> {
  const { rows } = await sql<SpecialistCandidates['people'][number]>`
    select c.id, c.name, array_agg(v.id order by v.key) as "unitIds" from unit_member m join person c on c.id = m.person_id and c.disabled_at is null
      join unit v on v.id = m.unit_id and v.active
    where (c.id = ${personId}::uuid or v.organisation_id = any(${organisationIds}::uuid[]))
      and not exists (select from ${joined} where s.person_id = c.id and ${serving(today)})
    group by c.id, c.name order by c.name collate "fi-x-icu"`.execute(db);
  return rows;
}

/** Undefined for who is no specialist; null where nothing is said. */
export async function presenceOf(db: Db, personId: string, today: Temporal.PlainDate): Promise<Presence | null | undefined> {
  const { rows } = await sql<Pick<Row, 'state' | 'until'>>`select n.state, n.until from ${joined}
    where s.person_id = ${personId}::uuid and ${serving(today)}`.execute(db);
  const [found] = rows;
  if (!found) return undefined;
  return found.state && found.until ? { state: found.state, until: found.until } : null;
}

/** `isServing`: it shows; one that does not is there for nobody. */
export type KeptSpecialist = { unitId: string; organisationId: string; version: number; isServing: boolean };

export async function lockSpecialist(trx: Trx, personId: string, today: Temporal.PlainDate): Promise<KeptSpecialist | undefined> {
  const { rows } =
    await sql<KeptSpecialist>`select s.unit_id as "unitId", u.organisation_id as "organisationId", s.version, ${serving(today)} as "isServing"
    from specialist s join person p on p.id = s.person_id join unit u on u.id = s.unit_id join organisation o on o.id = u.organisation_id
    where s.person_id = ${personId}::uuid for update of s`.execute(trx);
  return rows[0];
}

export type SpecialistProfile = {
  unitId: string;
  skills: readonly Names[];
  languages: readonly string[];
  serviceIds: readonly string[];
  cardIds: readonly string[];
  askedBy: readonly WayToAsk[];
  phone: string;
  phoneHours: OpeningHours | null;
  duty: OpeningHours;
  backupId: string | null;
};

/** @returns false where another has written one meanwhile: nothing is overwritten unseen */
export async function putSpecialist(
  trx: Trx,
  personId: string,
  version: number,
  it: SpecialistProfile,
  now: Temporal.Instant,
): Promise<boolean> {
  const written = await sql`
    insert into specialist (person_id, unit_id, skills, languages, service_ids, card_ids, asked_by, phone, phone_hours, duty, backup_id, changed_at)
    values (${personId}::uuid, ${it.unitId}::uuid, ${JSON.stringify(it.skills)}::jsonb, ${it.languages}::text[], ${it.serviceIds}::uuid[],
      ${it.cardIds}::uuid[], ${it.askedBy}::text[], ${it.phone}, ${it.phoneHours && JSON.stringify(it.phoneHours)}::jsonb,
      ${JSON.stringify(it.duty)}::jsonb, ${it.backupId}::uuid, ${now}::timestamptz)
    on conflict (person_id) do update set unit_id = excluded.unit_id, skills = excluded.skills, languages = excluded.languages,
      service_ids = excluded.service_ids, card_ids = excluded.card_ids, asked_by = excluded.asked_by, phone = excluded.phone,
      phone_hours = excluded.phone_hours, duty = excluded.duty, backup_id = excluded.backup_id, changed_at = excluded.changed_at,
      version = specialist.version + 1
    where specialist.version = ${version}
    returning person_id`.execute(trx);
  return written.rows.length > 0;
}

/** Those of services, cards and backup that are not there; a backup is a specialist of the same organisation. */
export async function unknownReferences(
  trx: Trx,
  it: Pick<SpecialistProfile, 'serviceIds' | 'cardIds' | 'backupId'>,
  organisationId: string,
): Promise<string[]> {
  const { rows } = await sql<{ serviceIds: boolean; cardIds: boolean; backupId: boolean }>`select
    exists (select from unnest(${it.serviceIds}::uuid[]) x where not exists (select from service v where v.id = x)) as "serviceIds",
    exists (select from unnest(${it.cardIds}::uuid[]) x where not exists (select from card_version c where c.card_id = x and c.state = 'published')) as "cardIds",
    ${it.backupId}::uuid is not null and not exists (select from specialist s join unit u on u.id = s.unit_id
      where s.person_id = ${it.backupId}::uuid and u.organisation_id = ${organisationId}::uuid) as "backupId"`.execute(trx);
  return Object.entries(rows[0] ?? {}).flatMap(([field, isUnknown]) => (isUnknown ? [field] : []));
}

export async function deleteSpecialist(trx: Trx, personId: string): Promise<boolean> {
  return (await sql`delete from specialist where person_id = ${personId}::uuid returning person_id`.execute(trx)).rows.length > 0;
}

/** Of a profile in that unit whose person is no member of it any more. */
export async function deleteOfFormer(trx: Trx, personId: string, unitId: string): Promise<boolean> {
  const gone = await sql`delete from specialist s where s.person_id = ${personId}::uuid and s.unit_id = ${unitId}::uuid
    and not exists (select from unit_member m where m.unit_id = s.unit_id and m.person_id = s.person_id) returning person_id`.execute(trx);
  return gone.rows.length > 0;
}

export async function specialistIds(db: Db, of: { personId: string } | { placeId: string }): Promise<string[]> {
  const which =
    'personId' in of
      ? sql`s.person_id = ${of.personId}::uuid`
      : sql`(u.id = ${of.placeId}::uuid or u.organisation_id = ${of.placeId}::uuid)`;
  const { rows } = await sql<{
    id: string;
  }>`select s.person_id as id from specialist s join unit u on u.id = s.unit_id where ${which}`.execute(db);
  return rows.map(({ id }) => id);
}

export async function putPresence(trx: Trx, personId: string, { state, until }: Presence): Promise<void> {
  await sql`insert into specialist_presence (person_id, state, until) values (${personId}::uuid, ${state}, ${until}::timestamptz)
    on conflict (person_id) do update set state = excluded.state, until = excluded.until`.execute(trx);
}

export async function deletePresence(trx: Trx, personId: string): Promise<void> {
  await sql`delete from specialist_presence where person_id = ${personId}::uuid`.execute(trx);
}

/** @returns how many had run out */
export async function deletePastPresences(trx: Trx, now: Temporal.Instant): Promise<number> {
  return (await sql`delete from specialist_presence where until <= ${now}::timestamptz returning person_id`.execute(trx)).rows.length;
}
