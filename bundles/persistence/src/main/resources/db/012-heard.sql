--liquibase formatted sql

--changeset chronos:heard
alter table device_state add column heard_at timestamptz;
update device_state set heard_at = least(last_inform, updated_at) where last_inform is not null;
comment on column device_state.last_inform is 'as the ACS tells it, which may be in the future';
comment on column device_state.heard_at is 'when we take the device to have informed last: last_inform, but not later than we were told of it';
