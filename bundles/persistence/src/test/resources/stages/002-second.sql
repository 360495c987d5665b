--liquibase formatted sql

--changeset chronos:second
create table second (n int);
