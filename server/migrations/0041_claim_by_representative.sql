-- Who said that the matter is the customer's, when it was somebody who acts for them by a mandate. Null: the customer themselves.
alter table matter_claim add column claimed_by uuid references customer (id);
