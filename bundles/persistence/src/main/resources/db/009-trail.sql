--liquibase formatted sql

--changeset chronos:trail
create sequence activity_logs_id;
create table activity_logs (
    id bigint not null default nextval('activity_logs_id'),
    retention_class text not null check (retention_class in ('security', 'standard', 'debug')),
    created_at timestamptz not null,
    action text not null,
    description text not null,
    outcome text not null check (outcome in ('success', 'error', 'pending', 'timeout')),
    log_level_id smallint not null,
    details jsonb not null default '{}',
    user_id bigint,
    subscriber_id bigint,
    device_id bigint,
    task_id bigint,
    actor_type text not null check (actor_type in ('user', 'token', 'system')),
    actor_id text,
    actor_name text not null,
    on_behalf_of text,
    origin text not null check (origin in ('portal', 'api', 'shell', 'acs', 'schedule', 'system')),
    address text,
    trace_id text not null,
    primary key (id, retention_class, created_at)
) partition by list (retention_class);
create index activity_logs_of_device on activity_logs (device_id, created_at) where device_id is not null;
create table activity_logs_security partition of activity_logs for values in ('security') partition by range (created_at);
create table activity_logs_standard partition of activity_logs for values in ('standard') partition by range (created_at);
create table activity_logs_debug partition of activity_logs for values in ('debug') partition by range (created_at);
comment on table activity_logs is 'the trail: partitioned by retention class, then by UTC month; nobody who works on it may update or delete';

create sequence change_log_id;
create table change_log (
    id bigint not null default nextval('change_log_id'),
    xid xid8 not null default pg_current_xact_id(),
    created_at timestamptz not null,
    entity text not null,
    entity_id bigint not null,
    kind text not null,
    payload jsonb not null default '{}',
    primary key (id, created_at)
) partition by range (created_at);
create index change_log_cursor on change_log (xid, id);
comment on table change_log is 'a partition a UTC day; the cursor is (xid, id), never id alone, because transactions do not commit in the order of ids; read only rows with xid < pg_snapshot_xmin(pg_current_snapshot())';
