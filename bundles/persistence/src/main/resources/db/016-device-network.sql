--liquibase formatted sql

--changeset chronos:device-network
create table device_network (
    device_id bigint primary key,
    network text not null
) with (fillfactor = 80);
comment on table device_network is 'apart from device_details, because neither lists nor sweeps look at it; a device that never told of anybody has no row';
comment on column device_network.network is 'hosts and Wi-Fi stations of the last reading, as JSON';
grant select, insert, update, delete on device_network to chronos_app;
