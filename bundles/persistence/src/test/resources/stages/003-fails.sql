--liquibase formatted sql

--changeset chronos:fails
create table third (n int);
insert into missing values (1);
