import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import type { Locale } from '../../../platform/i18n/locale.ts';
import type { Keyring } from '../../../platform/keys/keyring.ts';
import type { BookedCopy } from '../../matters/types.ts';
import { openContact } from '../booking/contact.ts';
import { meetingLinksOf } from '../booking/meeting-link.ts';
import { openInvited } from '../invitations/secrets.ts';
import { openAnswers } from '../previsit/service.ts';
import type { AppointmentState, Way } from '../types.ts';
import { openWaiting } from '../waiting/secrets.ts';
import { ofMatters } from './queries.ts';

type Row = { matterId: string; id: string; facts: Record<string, unknown>; sealed: string | null };
type Copying = { db: Db; keys: Keyring };
type Sections = Record<keyof BookedCopy, (Record<string, unknown> & { matterId: string })[]>;

/** All that is kept of what was booked for these matters, opened, each by its matter; nobody of the staff is in it (GDPR art. 15). */
export async function copyOfBooked(deps: Copying, matterIds: readonly string[], locale: Locale): Promise<Map<string, BookedCopy>> {
  const sections: Sections = {
    bookedTimes: await bookedTimes(deps, matterIds, locale),
    invitations: await invitations(deps, matterIds, locale),
    waitingFor: await waitingFor(deps, matterIds, locale),
  };
  return new Map(matterIds.map((id) => [id, ofOne(sections, id)]));
}

function ofOne(sections: Sections, matterId: string): BookedCopy {
  const of = (key: keyof BookedCopy) => sections[key].filter((one) => one.matterId === matterId).map(({ matterId: _, ...facts }) => facts);
  return { bookedTimes: of('bookedTimes'), invitations: of('invitations'), waitingFor: of('waitingFor') };
}

async function bookedTimes({ db, keys }: Copying, matterIds: readonly string[], locale: Locale) {
  const { rows } = await sql<
    Row & {
      answers: string | null;
      writtenAt: string | null;
      state: AppointmentState;
      way: Way;
      sessionId: string | null;
      meetingLink: string | null;
    }
  >`select ${matterOf} as "matterId", a.id, a.contact as sealed, a.state, a.way, a.session_id as "sessionId", a.meeting_link as "meetingLink",
      v.answers, iso(v.written_at) as "writtenAt", jsonb_strip_nulls(jsonb_build_object('serviceName', ${name('b.name', locale)}, 'organisation', ${name('o.name', locale)},
        'point', ${name('p.name', locale)}, 'place', s.street, 'way', a.way, 'startsAt', iso(a.starts_at), 'endsAt', iso(a.ends_at), 'state', a.state,
        'language', a.language, 'needs', a.needs, 'interpreterLanguage', a.interpreter_language, 'people', a.people, 'createdAt', iso(a.created_at), 'lateUntil', iso(a.late_until),
        'arrivedAt', iso(a.arrived_at), 'servedAt', iso(a.served_at), 'doneAt', iso(a.done_at), 'missedAt', iso(a.missed_at))) as facts
    from appointment a join bookable b on b.id = a.bookable_id join organisation o on o.id = a.owner_org
      left join service_point p on p.id = a.point_id left join bus_stop s on s.id = a.stop_id left join previsit v on v.appointment_id = a.id
    where ${ofMatters('a', matterIds)} order by a.starts_at, a.id`.execute(db);
  const links = await meetingLinksOf({ db, keys }, rows);
  return rows.map(({ matterId, id, facts, sealed, answers, writtenAt }) => {
    const { code: arrivalCode, ...booker } = openContact(keys, id, sealed) ?? { code: null };
    const preVisit = answers ? { preVisit: { ...openAnswers(keys, id, answers), writtenAt } } : {};
    const meetingLink = links.get(id);
    return { matterId, ...facts, ...booker, ...(meetingLink ? { meetingLink } : {}), ...(arrivalCode ? { arrivalCode } : {}), ...preVisit };
  });
}

async function invitations({ db, keys }: Copying, matterIds: readonly string[], locale: Locale) {
  const { rows } =
    await sql<Row>`select i.matter_id as "matterId", i.id, i.content as sealed, jsonb_strip_nulls(jsonb_build_object('serviceName', ${name('b.name', locale)},
        'organisation', ${name('o.name', locale)}, 'points', ${pointNames('i', locale)}, 'way', i.way, 'deadlineAt', iso(i.deadline),
        'language', i.language, 'needs', i.needs, 'interpreterLanguage', i.interpreter_language, 'state', i.state, 'sentAt', iso(i.sent_at), 'openedAt', iso(i.opened_at), 'endedAt', iso(i.ended_at))) as facts
    from invitation i join bookable b on b.id = i.bookable_id join organisation o on o.id = i.owner_org
    where i.matter_id = any(${matterIds}::uuid[]) order by i.sent_at, i.id`.execute(db);
  return rows.map(({ matterId, id, facts, sealed }) => {
    const { message: text, ...invited } = openInvited(keys, id, sealed) ?? { message: null };
    return { matterId, ...facts, ...invited, ...(text ? { text } : {}) };
  });
}

async function waitingFor({ db, keys }: Copying, matterIds: readonly string[], locale: Locale) {
  const { rows } =
    await sql<Row>`select ${matterOf} as "matterId", w.id, w.contact as sealed, jsonb_strip_nulls(jsonb_build_object('serviceName', ${name('b.name', locale)},
        'points', ${pointNames('w', locale)}, 'way', w.way, 'weekdays', w.weekdays, 'fromHour', w.from_hour, 'untilHour', w.until_hour,
        'fromDay', w.from_day, 'untilDay', w.until_day, 'language', w.language, 'needs', w.needs, 'interpreterLanguage', w.interpreter_language, 'state', w.state, 'unanswered', w.unanswered,
        'joinedAt', iso(w.joined_at), 'endedAt', iso(w.ended_at), 'offers', (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('startsAt', iso(f.starts_at),
          'state', f.state, 'toldAt', iso(f.told_at), 'answerBy', iso(f.answer_by), 'answeredAt', iso(f.answered_at))) order by f.told_at)
          from waiting_offer f where f.waiting_id = w.id))) as facts
    from waiting w join appointment a on a.id = w.appointment_id join bookable b on b.id = w.bookable_id
    where ${ofMatters('a', matterIds)} order by w.joined_at, w.id`.execute(db);
  return rows.map(({ matterId, id, facts, sealed }) => ({ matterId, ...facts, ...openWaiting(keys, id, sealed) }));
}

const matterOf = sql`coalesce((select s.matter_id from step s where s.id = a.step_id), a.matter_id)`;
const name = (column: string, locale: Locale) => sql`${sql.ref(column)} ->> ${sql.lit(locale)}`;
const pointNames = (alias: string, locale: Locale) =>
  sql`(select jsonb_agg(q.name ->> ${sql.lit(locale)} order by q.name ->> ${sql.lit(locale)}) from service_point q where q.id = any(${sql.ref(`${alias}.point_ids`)}))`;
