-- Whether the parts of a visit have ever been so far apart that they are entries of their own in its customer's calendar; and which part alone the
-- last change was of: what staff take back of it within the minute is not told.
alter table joint_booking add column apart boolean not null default false;
alter table joint_booking add column changed_part uuid;
