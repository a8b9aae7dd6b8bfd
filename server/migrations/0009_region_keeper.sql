-- Whose administrators keep what is common to the whole region: choice lists, common texts, the public site's forms, given-up work.
alter table organisation add column keeps_region boolean not null default false;

-- An installation from before: the one that keeps most others.
update organisation set keeps_region = true where id = (
  select o.id from organisation o where o.kept_by_id is null
  order by (select count(*) from organisation k where k.kept_by_id = o.id) desc, o.valid_from, o.key limit 1);
