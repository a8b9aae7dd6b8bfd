-- What was said at the end of a sitting, in one's own words; and a silent alarm that was raised by mistake.

-- Of the service, not of oneself: an identity code in it is refused, and it goes with the sitting.
alter table computer_session add column words text not null default '';

-- The one who raised it said so: those who come are told, and no draft is left in the log.
alter table silent_alarm add column mistaken boolean not null default false;
