--liquibase formatted sql

--changeset chronos:rights
revoke all on schema public from public;
grant usage on schema public to chronos_app, chronos_retention;

grant select on device_statuses, task_statuses, task_types, log_levels, device_overview to chronos_app;
grant select, insert, update, delete on users, subscribers, olts, olt_ports, devices, device_state, device_details, device_search,
    device_conflicts, device_assignments, device_readings, status_intervals, sweeps, acs_progress, tasks to chronos_app;
grant select, insert on activity_logs, change_log to chronos_app;
grant usage on all sequences in schema public to chronos_app;

revoke execute on function ensure_partition(text, text, timestamptz, timestamptz), ensure_day(text, date),
    ensure_trail_month(text, date), drop_days_before(text, date), drop_trail_months_before(text, date), tend_device_tables() from public;
grant execute on function ensure_day(text, date), ensure_trail_month(text, date), tend_device_tables() to chronos_app;
grant execute on function drop_days_before(text, date), drop_trail_months_before(text, date) to chronos_retention;
