-- Whose account is closed can be booked no more, and again once it is opened.
create constraint trigger person_counts after update of disabled_at on person deferrable initially deferred
  for each row when (old.disabled_at is distinct from new.disabled_at) execute function count_booking_setup();
