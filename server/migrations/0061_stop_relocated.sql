-- 'relocated': at the same time, at another address, since the stop of the bus has moved.
alter table appointment_letter drop constraint appointment_letter_kind_check;
alter table appointment_letter add constraint appointment_letter_kind_check
  check (kind in ('confirmed', 'moved', 'cancelled', 'called-off', 'relocated', 'reminder'));
