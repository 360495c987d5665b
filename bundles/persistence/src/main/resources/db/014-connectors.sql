--liquibase formatted sql

--changeset chronos:connectors
create table connectors (
    connector text collate "C" not null,
    bundle text collate "C" not null,
    version text collate "C" not null,
    location text not null,
    content text not null,
    standing text not null check (standing in ('here', 'gone', 'refused')),
    told_at timestamptz not null,
    primary key (connector, bundle, version)
);
comment on table connectors is 'what the trail told last of each version of a connector, so that a restart tells only what changed';
comment on column connectors.content is 'SHA-256 of the jar; empty if not known';
grant select, insert, update on connectors to chronos_app;
