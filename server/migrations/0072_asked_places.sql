-- The authority that asked the customer to come to a single meeting of many, and is told when they did not; of a course it stands with the whole.
alter table appointment add column asked_by uuid references organisation (id);
