-- Whoever comes to a meeting of many is sent to its room and called by nobody.
-- The room as it is called, '' where the meeting has none; null: no meeting, but a time of their own that they wait for.
alter table expected_visit add column meeting_room text;

update expected_visit e set meeting_room = coalesce((select string_agg(r.name, ', ' order by r.name)
    from appointment_resource ar join resource r on r.id = ar.resource_id and r.kind = 'room' and r.name <> ''
    where ar.appointment_id = s.house_id and ar.live), '')
  from appointment a join booking_session s on s.id = a.session_id
  where a.expected_id = e.id and e.visit_id is null and e.cancelled_at is null;

-- A visit that went on to a meeting: it has waited for nobody.
alter table visit drop constraint visit_ended_how_check,
  add constraint visit_ended_how_check check (ended_how in ('served', 'left', 'no-show', 'closed', 'meeting'));
