import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import type {
  Area,
  ChannelKind,
  ChannelView,
  Charge,
  ClassName,
  Law,
  Local,
  LocalText,
  OrganisationName,
  Scheme,
  ServiceTexts,
  ServiceType,
  Source,
} from './types.ts';

export type ServiceRow = {
  id: string;
  source: Source;
  textId: string;
  generalId: string | null;
  type: ServiceType;
  charge: Charge | null;
  texts: ServiceTexts;
  terms: Local<string[]>;
  lifeEvents: string[];
  serviceClasses: string[];
  targetGroups: string[];
  responsibleId: string | null;
  producerIds: string[];
  languages: string[];
  area: Area;
  legislation: Law[];
  modifiedAt: Temporal.Instant | null;
  retiredAt: Temporal.Instant | null;
};

export async function serviceById(db: Db, id: string): Promise<ServiceRow | undefined> {
  const { rows } = await sql<ServiceRow>`select s.id, s.source, s.text_id::text as "textId", s.general_id as "generalId", s.type, s.charge,
      t.texts, t.terms, t.life_events as "lifeEvents", t.service_classes as "serviceClasses", t.target_groups as "targetGroups",
      s.responsible_id as "responsibleId", s.producer_ids as "producerIds", s.languages, s.area, s.legislation,
      s.modified_at as "modifiedAt", s.retired_at as "retiredAt"
    from service s join service_text t on t.id = s.text_id where s.id = ${id}::uuid`.execute(db);
  return rows[0];
}

export type ChannelRow = Omit<ChannelView, 'responsible' | 'place'> & {
  responsibleId: string | null;
  latitude: number | null;
  longitude: number | null;
};

const channelColumns = sql`c.id, c.source, c.kind, c.responsible_id as "responsibleId", c.texts, c.languages, c.links, c.phones, c.emails,
  c.opening, c.opening_notes as "openingNotes", c.address, c.latitude, c.longitude, c.accessibility, c.needs_sign_in as "needsSignIn",
  c.form_code as "formCode", c.point_id as "pointId", c.modified_at as "modifiedAt", c.retired_at as "retiredAt"`;

export async function channelById(db: Db, id: string, kind?: ChannelKind): Promise<ChannelRow | undefined> {
  const ofKind = kind ? sql`and c.kind = ${kind}` : sql``;
  const { rows } = await sql<ChannelRow>`select ${channelColumns} from service_channel c where c.id = ${id}::uuid ${ofKind}`.execute(db);
  return rows[0];
}

/** A service's channels in their order; withdrawn ones are left out. */
export async function channelsOfService(db: Db, serviceId: string): Promise<(ChannelRow & { note: LocalText })[]> {
  const { rows } = await sql<ChannelRow & { note: LocalText }>`select ${channelColumns}, b.note
    from service_by_channel b join service_channel c on c.id = b.channel_id
    where b.service_id = ${serviceId}::uuid and c.retired_at is null order by b.position, c.id`.execute(db);
  return rows;
}

export type ServiceLineRow = { id: string; textId: string; texts: ServiceTexts; responsibleId: string | null };

const lineColumns = sql`s.id, s.text_id::text as "textId", t.texts, s.responsible_id as "responsibleId"`;

export async function servicesAt(db: Db, channelId: string): Promise<ServiceLineRow[]> {
  const { rows } = await sql<ServiceLineRow>`select ${lineColumns}
    from service_by_channel b join service s on s.id = b.service_id join service_text t on t.id = s.text_id
    where b.channel_id = ${channelId}::uuid and s.retired_at is null order by b.position, s.id`.execute(db);
  return rows;
}

/** One service for each distinct text of the class; the texts that the installation's own organisations have come before others'. */
export async function servicesOfClass(db: Db, scheme: Scheme, codes: readonly string[], limit: number): Promise<ServiceLineRow[]> {
  const { rows } = await sql<ServiceLineRow>`select x.id, x."textId", x.texts, x."responsibleId" from (
      select distinct on (s.text_id) ${lineColumns}, s.text_id as number, o.organisation_id is null as "isOthers"
      from service s join service_text t on t.id = s.text_id left join ptv_organisation o on o.id = s.responsible_id
      where s.retired_at is null and ${classColumn(scheme)} && ${codes}::text[]
      order by s.text_id, "isOthers", s.id) x
    order by x."isOthers", x.number limit ${limit}`.execute(db);
  return rows;
}

function classColumn(scheme: Scheme): RawBuilder<unknown> {
  if (scheme === 'life-event') return sql`t.life_events`;
  return scheme === 'service-class' ? sql`t.service_classes` : sql`t.target_groups`;
}

export async function organisationNames(db: Db, ids: readonly (string | null)[]): Promise<Map<string, OrganisationName>> {
  const asked = [...new Set(ids)].filter((id) => id !== null);
  if (asked.length === 0) return new Map();
  const { rows } = await sql<OrganisationName>`select id, names, kind, organisation_id as "organisationId"
    from ptv_organisation where id = any(${asked}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function classRows(db: Db, scheme?: Scheme): Promise<(ClassName & { scheme: Scheme; parentCode: string | null })[]> {
  const ofScheme = scheme ? sql`where scheme = ${scheme}` : sql``;
  // KE2 stands before KE10.
  const { rows } = await sql<ClassName & { scheme: Scheme; parentCode: string | null }>`select scheme, code, parent_code as "parentCode",
    names from classification ${ofScheme}
    order by scheme, string_to_array(trim(both '.' from regexp_replace(code, '[^0-9]+', '.', 'g')), '.')::int[]`.execute(db);
  return rows;
}
