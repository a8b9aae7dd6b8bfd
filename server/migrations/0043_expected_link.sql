-- An agreed time has a page of its own on the visitor's phone: there they say that they have come. Only the hash of its secret is kept.
alter table expected_visit add column secret_hash text unique;
alter table visit drop constraint visit_came_by_check,
  add constraint visit_came_by_check check (came_by in ('kiosk', 'reception', 'phone', 'link'));
