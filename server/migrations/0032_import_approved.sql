-- When a run was let withdraw more than a tenth; by whom stands in answered_by, or it was somebody at the machine itself.
alter table import_run add column approved_at timestamptz;
