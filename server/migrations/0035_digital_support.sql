-- Who gives digital support in the region: what, where and when, told to residents too.
create table support_actor (
  id uuid primary key default gen_random_uuid(),
  -- Whose people keep it fresh.
  owner_org uuid not null references organisation (id),
  owner_person_id uuid references person (id),
  kind text not null check (kind in ('city', 'library', 'education', 'association', 'wellbeing', 'authority', 'company', 'other')),
  -- {"fi": {"name", "helpsWith", "where", "how", "price", "accessibility"}, "sv": ..., "en": ..., "plain": {"helpsWith", "how"}}
  texts jsonb not null,
  -- Keys of the lists digitalSupportKinds and digitalReferralCriteria.
  support_kinds text[] not null default '{}',
  answers_to text[] not null default '{}',
  -- How one is helped: at a place, at home, by phone or video.
  ways text[] not null default '{at-place}' check (ways <@ '{at-place,home,remote}'),
  languages text[] not null default '{}',
  is_free boolean not null default true,
  phone text not null default '',
  email text not null default '',
  website text not null default '',
  brochure text not null default '',
  -- As OpeningHours in platform/clock/opening.ts; null: by agreement.
  opening jsonb,
  -- The place of the directory where one comes.
  place_id uuid references service_channel (id),
  -- When somebody last saw that all of it is right.
  checked_on date not null,
  checked_by uuid references person (id),
  version integer not null default 1,
  created_by uuid references person (id),
  changed_at timestamptz not null default now(),
  retired_at timestamptz
);
create index support_actor_checked on support_actor (checked_on) where retired_at is null;

-- Its keepers have been reminded to look it over: once when it is time, once when it has become old.
create table support_actor_reminder (
  actor_id uuid not null references support_actor (id),
  checked_on date not null,
  stage text not null check (stage in ('due', 'stale')),
  at timestamptz not null,
  primary key (actor_id, checked_on, stage)
);

-- A customer is referred to more demanding digital support: a step of the path whose outcome is asked later.
create table referral (
  id uuid primary key default gen_random_uuid(),
  matter_id uuid not null references matter (id),
  owner_org uuid not null references organisation (id),
  actor_id uuid not null references support_actor (id),
  -- Keys of the list digitalReferralCriteria that held.
  criteria text[] not null,
  -- A key of the list digitalSkillLevels, as it was then.
  skill text,
  -- What the customer wants help with, told to the customer on what they are given.
  wish text not null default '',
  -- The step of the customer, and the one of asking how it went.
  step_id uuid not null references step (id),
  asking_step_id uuid not null references step (id),
  -- By which ways its contact details have been given: paper, email, link.
  given text[] not null default '{}' check (given <@ '{paper,email,link}'),
  ask_on date not null,
  outcome text check (outcome in ('helped', 'partly', 'not-helped', 'did-not-go')),
  outcome_at timestamptz,
  -- Null with an outcome: the customer said it themselves.
  outcome_by uuid references person (id),
  created_by uuid not null references person (id),
  created_at timestamptz not null,
  check ((outcome is null) = (outcome_at is null))
);
create index referral_matter on referral (matter_id);
create index referral_actor on referral (actor_id);
