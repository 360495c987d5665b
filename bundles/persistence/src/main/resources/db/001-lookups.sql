--liquibase formatted sql

--changeset chronos:lookups
create table device_statuses (
    id smallint primary key,
    code text not null unique,
    name text not null unique
);
comment on column device_statuses.code is 'what the API speaks';
comment on column device_statuses.name is 'what people read';
insert into device_statuses (id, code, name) values
    (1, 'online', 'ativo'),
    (2, 'offline', 'offline'),
    (3, 'maintenance', 'em manutenção'),
    (4, 'disabled', 'desabilitado'),
    (5, 'provisioning', 'provisionando'),
    (6, 'unknown', 'desconhecido');

create table task_statuses (
    id smallint primary key,
    code text not null unique,
    name text not null unique
);
insert into task_statuses (id, code, name) values
    (1, 'pending', 'pendente'),
    (2, 'running', 'em andamento'),
    (3, 'done', 'concluída'),
    (4, 'failed', 'falhada'),
    (5, 'cancelled', 'cancelada'),
    (6, 'lost', 'perdida');

create table task_types (
    id smallint primary key,
    code text not null unique,
    name text not null unique
);
insert into task_types (id, code, name) values
    (1, 'reprovision', 'reprovisionar'),
    (2, 'reset_wifi', 'resetar_wifi'),
    (3, 'get_parameters', 'buscar_parametros'),
    (4, 'reboot', 'reiniciar'),
    (5, 'factory_reset', 'restaurar_fabrica'),
    (6, 'set_parameters', 'alterar_parametros'),
    (7, 'set_wifi', 'alterar_wifi'),
    (8, 'upgrade_firmware', 'atualizar_firmware'),
    (9, 'diagnostic', 'diagnostico');

create table log_levels (
    id smallint primary key,
    code text not null unique,
    name text not null unique
);
insert into log_levels (id, code, name) values
    (1, 'debug', 'debug'),
    (2, 'info', 'info'),
    (3, 'warning', 'warning'),
    (4, 'error', 'error'),
    (5, 'critical', 'critical');
