--liquibase formatted sql

--changeset chronos:first
create table first (n int);
