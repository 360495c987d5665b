--liquibase formatted sql

--changeset chronos:partitions splitStatements:false
-- The app has no right to make tables: it asks these functions, which make nothing else.
create function ensure_partition(parent text, partition_name text, first_at timestamptz, end_at timestamptz) returns void
language plpgsql set search_path = public, pg_temp set timezone = 'UTC' as $$
begin
    if to_regclass(partition_name) is not null then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('chronos.partition', 0));
    -- to_regclass would remember that it was not there before the wait
    if exists (select from pg_class where relname = partition_name and relnamespace = 'public'::regnamespace) then
        return;
    end if;
    execute format('create table %I (like %I including defaults including constraints)', partition_name, parent);
    execute format('alter table %I attach partition %I for values from (%L) to (%L)', parent, partition_name, first_at, end_at);
end
$$;

create function ensure_day(parent text, day date) returns void
language plpgsql security definer set search_path = public, pg_temp set timezone = 'UTC' as $$
begin
    if parent not in ('device_readings', 'change_log') then
        raise exception 'no partitions by day: %', parent;
    end if;
    perform ensure_partition(parent, parent || to_char(day, '_YYYYMMDD'), day::timestamptz, (day + 1)::timestamptz);
end
$$;

create function ensure_trail_month(retention_class text, month date) returns void
language plpgsql security definer set search_path = public, pg_temp set timezone = 'UTC' as $$
declare
    first_day date := date_trunc('month', month::timestamp)::date;
begin
    if retention_class not in ('security', 'standard', 'debug') then
        raise exception 'no such retention class: %', retention_class;
    end if;
    perform ensure_partition('activity_logs_' || retention_class, 'activity_logs_' || retention_class || to_char(first_day, '_YYYYMM'),
        first_day::timestamptz, (first_day + interval '1 month')::date::timestamptz);
end
$$;

-- Drops the partitions that end at or before a day; for the retention role alone.
create function drop_days_before(parent text, day date) returns integer
language plpgsql security definer set search_path = public, pg_temp set timezone = 'UTC' set lock_timeout = '5s' as $$
declare
    partition record;
    dropped integer := 0;
begin
    if parent not in ('device_readings', 'change_log') then
        raise exception 'no partitions by day: %', parent;
    end if;
    for partition in
        select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = parent::regclass and c.relname ~ (parent || '_[0-9]{8}$') and right(c.relname, 8) < to_char(day, 'YYYYMMDD')
        order by c.relname
    loop
        execute format('drop table %I', partition.name);
        dropped := dropped + 1;
    end loop;
    return dropped;
end
$$;

create function drop_trail_months_before(retention_class text, month date) returns integer
language plpgsql security definer set search_path = public, pg_temp set timezone = 'UTC' set lock_timeout = '5s' as $$
declare
    parent text := 'activity_logs_' || retention_class;
    partition record;
    dropped integer := 0;
begin
    if retention_class not in ('security', 'standard', 'debug') then
        raise exception 'no such retention class: %', retention_class;
    end if;
    for partition in
        select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = parent::regclass and c.relname ~ (parent || '_[0-9]{6}$') and right(c.relname, 6) < to_char(month, 'YYYYMM')
        order by c.relname
    loop
        execute format('drop table %I', partition.name);
        dropped := dropped + 1;
    end loop;
    return dropped;
end
$$;

-- After a sweep that brought much: the search index takes in its pending entries, and the planner learns the new sizes.
create function tend_device_tables() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform gin_clean_pending_list('device_search_words'::regclass);
    analyze devices, device_state, device_details, device_search, status_intervals;
end
$$;
