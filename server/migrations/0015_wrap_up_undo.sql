-- What a wrap-up changed, as it was before, for the minute in which it can be taken back; forgotten nightly.
alter table contact add column before_wrap_up jsonb;
create index contact_before_wrap_up on contact (id) where before_wrap_up is not null;
