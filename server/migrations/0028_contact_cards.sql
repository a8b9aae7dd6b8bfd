-- Service cards that were opened while a customer was served: they suggest what the contact was about when it is wrapped up.
create table contact_card (
  contact_id uuid not null references contact (id) on delete cascade,
  card_id uuid not null references service_card (id),
  opened_by uuid not null references person (id),
  opened_at timestamptz not null,
  primary key (contact_id, card_id)
);

-- How far the advice went, as wrapped up: a level of advice of the service cards (requirement M14).
alter table contact add column advice_level text check (advice_level in ('inform', 'guide', 'help-fill', 'receive', 'authority-only'));
