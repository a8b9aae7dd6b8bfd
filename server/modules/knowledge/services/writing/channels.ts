import { sql } from 'kysely';
import type { Trx } from '../../../../platform/db/transaction.ts';
import { knowledgeChanged } from '../../events.ts';
import { fingerprint } from '../fingerprint.ts';
import type { ChannelKind, ChannelRecord, Source } from '../types.ts';
import { changedOf, existing, keptOf, lastOfEach, type Written } from './changed.ts';

/** How each kind of channel is found; a telephone is found by its services only. */
export const ENTRY_KINDS = { place: 'place', 'e-service': 'e-service', 'web-page': 'e-service', form: 'form', phone: null } as const;

/** Writes the channels that say something new. An organisation that is not known is left empty. */
export async function putChannels(trx: Trx, records: readonly ChannelRecord[], source: Source): Promise<Written> {
  const last = lastOfEach(records);
  const organisations = await existing(
    trx,
    'ptv_organisation',
    last.map(({ responsibleId }) => responsibleId),
  );
  const rows = last.map((record) => rowOf(record, source, organisations));
  const kept = await keptOf(
    trx,
    'service_channel',
    rows.map(({ id }) => id),
  );
  const { changed, result } = changedOf(rows, kept, source);
  if (changed.length > 0) await write(trx, changed);
  await tellOfChannels(trx, changed);
  return result;
}

/** Says that a place is one of the installation's own service points, or is none. */
export async function joinPlace(trx: Trx, id: string, pointId: string | null): Promise<void> {
  await sql`update service_channel set point_id = ${pointId}::uuid where id = ${id}::uuid and kind = 'place'`.execute(trx);
  await knowledgeChanged(trx, 'place', [id]);
}

/** Search hears of what it finds by itself. */
export async function tellOfChannels(trx: Trx, channels: readonly { id: string; kind: ChannelKind }[]): Promise<void> {
  for (const [kind, rows] of Map.groupBy(channels, ({ kind }) => ENTRY_KINDS[kind])) {
    if (kind)
      await knowledgeChanged(
        trx,
        kind,
        rows.map(({ id }) => id),
      );
  }
}

function rowOf(record: ChannelRecord, source: Source, organisations: ReadonlySet<string>) {
  const responsible = record.responsibleId && organisations.has(record.responsibleId) ? record.responsibleId : null;
  return {
    id: record.id,
    source,
    kind: record.kind,
    responsible_id: responsible,
    texts: record.texts,
    languages: record.languages,
    links: record.links,
    phones: record.phones,
    emails: record.emails,
    opening: record.opening,
    opening_notes: record.openingNotes,
    address: record.address,
    latitude: record.place?.latitude ?? null,
    longitude: record.place?.longitude ?? null,
    accessibility: record.accessibility,
    needs_sign_in: record.needsSignIn,
    form_code: record.formCode,
    point_id: record.pointId ?? null,
    keeps_point: record.pointId === undefined,
    modified_at: record.modifiedAt,
    hash: fingerprint({ ...record, modifiedAt: null, responsible }),
  };
}

async function write(trx: Trx, rows: readonly object[]): Promise<void> {
  await sql`insert into service_channel (id, source, kind, responsible_id, texts, languages, links, phones, emails, opening, opening_notes,
      address, latitude, longitude, accessibility, needs_sign_in, form_code, point_id, modified_at, content_hash)
    select id, source, kind, responsible_id, texts, languages, links, phones, emails, nullif(opening, 'null'), opening_notes,
      nullif(address, 'null'), latitude, longitude, accessibility, needs_sign_in, form_code,
      case when keeps_point then (select c.point_id from service_channel c where c.id = r.id) else point_id end, modified_at, hash
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, source text, kind text, responsible_id uuid, texts jsonb,
      languages text[], links jsonb, phones jsonb, emails jsonb, opening jsonb, opening_notes jsonb, address jsonb,
      latitude double precision, longitude double precision, accessibility jsonb, needs_sign_in boolean, form_code text, point_id uuid,
      keeps_point boolean, modified_at timestamptz, hash text)
    on conflict (id) do update set kind = excluded.kind, responsible_id = excluded.responsible_id, texts = excluded.texts,
      languages = excluded.languages, links = excluded.links, phones = excluded.phones, emails = excluded.emails,
      opening = excluded.opening, opening_notes = excluded.opening_notes, address = excluded.address, latitude = excluded.latitude,
      longitude = excluded.longitude, accessibility = excluded.accessibility, needs_sign_in = excluded.needs_sign_in,
      form_code = excluded.form_code, point_id = excluded.point_id, modified_at = excluded.modified_at,
      content_hash = excluded.content_hash, retired_at = null`.execute(trx);
}
