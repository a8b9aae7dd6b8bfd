-- A paper follows its matter to the desk of another organisation: sent, and signed for there. Until then the sender answers for it.
alter table document
  drop constraint document_state_check,
  add constraint document_state_check check (state in ('here', 'on-way', 'with-authority', 'coming-back', 'to-keeper', 'returned', 'sent-back')),
  -- Whose desk is to sign for it.
  add column next_org uuid references organisation (id),
  add constraint document_next_org check ((state = 'to-keeper') = (next_org is not null));
create index document_next on document (next_org, state_at) where next_org is not null;
alter table document_event
  drop constraint document_event_kind_check,
  add constraint document_event_kind_check check (kind in ('received', 'moved', 'handed', 'signed', 'handed-back', 'came-back', 'transferred', 'sent-on',
    'taken-over', 'returned', 'sent-back')),
  add constraint document_event_sent_on check (kind <> 'sent-on' or to_org is not null);

-- A step whose words came from a mapping that is given on paper only: shown to nobody who has not been identified.
alter table step add column secret boolean not null default false;
update step s set secret = true from mapping p, jsonb_array_elements(p.decision -> 'steps') planned
  where p.secret and p.state = 'confirmed' and p.matter_id = s.matter_id and p.owner_org = s.owner_org and planned ->> 'title' = s.title;

-- Where an arrangement was asked: the channel of the occasion, as before, and the point.
alter table arrangement add column asked_point_id uuid references service_point (id);
update arrangement a set asked_at = 'counter', asked_point_id = (select p.point_id from mapping p join matter m on m.id = p.matter_id
    where m.customer_id = a.customer_id and p.started_at <= a.noted_at order by p.started_at desc limit 1)
  where asked_at = 'mapping';
