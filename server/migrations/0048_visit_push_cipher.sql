-- Encrypted columns are told by their names.
alter table visit_push rename column subscription to subscription_cipher;
