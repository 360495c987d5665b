--liquibase formatted sql

--changeset chronos:remarks
alter table sweeps add column remarked bigint not null default 0;
comment on column sweeps.remarked is 'remarks on documents that did not fail';
comment on column sweeps.rejected is 'the first documents that failed, then those with a remark: their entries say stored';
