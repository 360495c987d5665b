--liquibase formatted sql

--changeset chronos:readings
create table device_readings (
    device_id bigint not null,
    measured_at timestamptz not null,
    rx_dbm real,
    tx_dbm real,
    temperature_celsius real,
    voltage_volts real,
    bias_milliamperes real,
    uptime_seconds bigint,
    primary key (device_id, measured_at)
) partition by range (measured_at);
comment on table device_readings is 'raw measurements, a partition a UTC day; the time is the leaf''s own, not the sweep''s, and a row holds only what was measured then';

create table status_intervals (
    device_id bigint not null,
    from_at timestamptz not null,
    until_at timestamptz,
    status_id smallint not null,
    primary key (device_id, from_at),
    check (until_at > from_at)
) with (fillfactor = 80);
create unique index status_intervals_open on status_intervals (device_id) where until_at is null;
create index status_intervals_until on status_intervals (until_at) where until_at is not null;
comment on table status_intervals is 'connectivity as it changed; an open interval has no end';
