--liquibase formatted sql

--changeset chronos:half
create table half (n int);
insert into half values ('no number');
