-- Where a video meeting is opened. Encrypted: whoever has the address may come in.
alter table appointment add column meeting_link text;

-- 'linked': at the same time; the page of the appointment has the link of its video meeting, or another than before.
alter table appointment_letter drop constraint appointment_letter_kind_check;
alter table appointment_letter add constraint appointment_letter_kind_check
  check (kind in ('confirmed', 'moved', 'cancelled', 'called-off', 'relocated', 'linked', 'reminder'));
