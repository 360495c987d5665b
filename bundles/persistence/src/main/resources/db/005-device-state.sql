--liquibase formatted sql

--changeset chronos:device-state
create table device_state (
    device_id bigint primary key references devices on delete cascade,
    acs_id text collate "C" not null,
    kind text not null check (kind in ('onu', 'cpe')),
    status_id smallint not null check (status_id in (1, 2, 6)),
    wifi_enabled boolean,
    inform_interval integer,
    rx_dbm real,
    tx_dbm real,
    temperature_celsius real,
    wifi_signal_dbm real,
    last_inform timestamptz,
    rx_measured_at timestamptz,
    tx_measured_at timestamptz,
    temperature_measured_at timestamptz,
    stale_since timestamptz,
    updated_at timestamptz not null,
    connector text collate "C",
    parked_because text,
    external_ip text collate "C",
    lan_ip text collate "C",
    wan_type text collate "C",
    software_version text collate "C",
    wifi_ssid text collate "C"
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.1);
comment on table device_state is 'what sweeps bring and lists filter and sort by: narrow, and without a second index, so that updates stay on their page';
comment on column device_state.status_id is 'connectivity: online, offline or unknown';
comment on column device_state.stale_since is 'since when the ACS cannot be trusted';

create table device_details (
    device_id bigint primary key,
    reading text not null
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.1, toast_tuple_target = 8160);
comment on column device_details.reading is 'the whole reading, as JSON';

create table device_search (
    device_id bigint primary key,
    words text collate "C" not null,
    ssids text[] not null default '{}',
    securities text[] not null default '{}'
) with (fillfactor = 90);
create index device_search_words on device_search using gin (words gin_trgm_ops) with (gin_pending_list_limit = 65536);
comment on table device_search is 'what seldom changes, apart from device_state because an index of trigrams makes every update slow';
comment on column device_search.words is 'lower-case words that people look for, a line each';
comment on column device_search.ssids is 'of the networks that are on, with their protection at the same place in securities';

create view device_overview as
select d.id, d.acs_id, d.genieacs_id, d.serial_number, d.pon_serial, d.mac_address, s.kind, d.manufacturer, d.product_class, d.model,
    d.hardware_version, s.software_version, d.lifecycle, e.code as status, e.name as status_name, s.stale_since, s.last_inform, s.rx_dbm,
    s.rx_measured_at, s.tx_dbm, s.tx_measured_at, s.temperature_celsius, s.temperature_measured_at, s.external_ip, s.lan_ip, s.wan_type, s.wifi_enabled, s.wifi_ssid, s.connector, s.parked_because,
    d.subscriber_id, d.olt_port_id, d.tags, d.created_at
from devices d
join device_state s on s.device_id = d.id
join device_statuses e on e.id = coalesce(d.status_id, s.status_id);
comment on view device_overview is 'a device as lists show it: its status is what people set, else its connectivity';
