-- A restriction that the controller has accepted (GDPR art. 18) holds until it is lifted, and the person is told before that (art. 18(3)).
alter table data_request
  add column lifts_at timestamptz,
  add column lift_reason text not null default '',
  add column lift_told_at timestamptz,
  add column lift_told_by uuid references person (id),
  -- The controller's people are reminded once before the month is over, and once when it is.
  add column reminded_at timestamptz,
  add column overdue_reminded_at timestamptz,
  add check ((lifts_at is null) = (lift_told_at is null) and (lifts_at is null) = (lift_told_by is null)),
  add check (lifts_at is null or (kind = 'restrict' and outcome in ('done', 'partly') and lift_reason <> '' and lifts_at > lift_told_at));
create index data_request_restriction on data_request (customer_id) where kind = 'restrict' and outcome in ('done', 'partly');
alter table notice_thing drop constraint notice_thing_kind_check, add constraint notice_thing_kind_check check (kind in ('need-in-hand', 'need-moved',
  'need-initiated', 'need-settled', 'need-ended', 'deadline', 'message-waits', 'data-request-answered', 'restriction-lifting'));
