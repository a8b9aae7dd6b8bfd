-- A printer of a point that desks print with: it is set up like the other devices and paired with nothing.
alter table queue_device drop constraint queue_device_kind_check,
  add constraint queue_device_kind_check check (kind in ('kiosk', 'display', 'computer', 'printer'));

-- Whether the number has come on paper: two papers of one number would bring two people to one call.
alter table visit add column paper text check (paper in ('sending', 'printed', 'unsure'));
