-- Who was expected is forgotten after a while, and what was booked as one stays, as an appointment by itself does.
alter table joint_booking drop constraint joint_booking_expected_id_fkey;
alter table joint_booking add constraint joint_booking_expected_id_fkey foreign key (expected_id) references expected_visit (id) on delete set null;
