-- One code for all meetings of a course: whoever shows it has come to that day's. A new code is given to nobody who is expected there by it already.
drop index expected_visit_code;
create unique index expected_visit_code on expected_visit (point_id, code_hash, due_at) where visit_id is null and cancelled_at is null;
