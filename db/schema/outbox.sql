-- Every change of what the public sees of an ad leaves one row in search_outbox, in the same transaction.
-- A row still waiting is deleted and written anew: it gets a higher seq than any engine can have passed, so nothing is lost and nothing doubles.
-- enqueued_at is the writer's time of the change; only a deletion, which names none, takes the clock.
-- Delete and insert are two statements because `or replace` in a trigger gives way to the conflict clause of the outer statement.

create trigger jobs_inserted after insert on jobs when new.status = 'published'
begin
  insert into search_outbox (kind, entity_seq, entity_id, erases, enqueued_at)
  values ('job', new.seq, new.id, 0, new.updated_at);
end;

create trigger jobs_updated after update on jobs
when (old.status = 'published' or new.status = 'published') and (
  old.status is not new.status or old.updated_at is not new.updated_at
  or old.id is not new.id or old.slug is not new.slug or old.kind is not new.kind
  or old.title is not new.title or old.description is not new.description or old.language is not new.language
  or old.employer_seq is not new.employer_seq or old.category is not new.category
  or old.employment_types is not new.employment_types or old.skills is not new.skills
  or old.remote is not new.remote or old.remote_countries is not new.remote_countries
  or old.salary_currency is not new.salary_currency or old.salary_min is not new.salary_min
  or old.salary_max is not new.salary_max or old.salary_period is not new.salary_period
  or old.salary_yearly is not new.salary_yearly
  or old.posted_at is not new.posted_at or old.published_at is not new.published_at
  or old.valid_through is not new.valid_through
  or old.apply_by is not new.apply_by or old.apply_url is not new.apply_url
  or old.reference_id is not new.reference_id or old.source_id is not new.source_id or old.details is not new.details
  -- Being carried again is no change, unless it brings back an ad whose time was over.
  or (old.carried_at is not new.carried_at and old.public_until <= new.carried_at and new.public_until > new.carried_at)
)
begin
  delete from search_outbox where entity_seq = new.seq and kind = 'job';
  insert into search_outbox (kind, entity_seq, entity_id, erases, enqueued_at)
  values ('job', new.seq, new.id, new.status <> 'published' or new.public_until <= new.updated_at, new.updated_at);
end;

create trigger jobs_deleted after delete on jobs when old.status = 'published'
begin
  delete from search_outbox where entity_seq = old.seq and kind = 'job';
  insert into search_outbox (kind, entity_seq, entity_id, erases, enqueued_at)
  values ('job', old.seq, old.id, 1, cast(unixepoch('subsec') * 1000 as integer));
end;

create trigger job_places_inserted after insert on job_places
when exists (select 1 from jobs where seq = new.job_seq and status = 'published')
begin
  delete from search_outbox where entity_seq = new.job_seq and kind = 'job';
  insert into search_outbox (kind, entity_seq, entity_id, erases, enqueued_at)
  select 'job', seq, id, 0, updated_at from jobs where seq = new.job_seq;
end;

create trigger job_places_updated after update on job_places
when exists (select 1 from jobs where seq = new.job_seq and status = 'published') and (
  old.job_seq is not new.job_seq or old.position is not new.position
  or old.place_id is not new.place_id or old.name is not new.name
  or old.region is not new.region or old.region_code is not new.region_code or old.country is not new.country
  or old.street is not new.street or old.postal_code is not new.postal_code
  or old.lat is not new.lat or old.lng is not new.lng
)
begin
  delete from search_outbox where entity_seq = new.job_seq and kind = 'job';
  insert into search_outbox (kind, entity_seq, entity_id, erases, enqueued_at)
  select 'job', seq, id, 0, updated_at from jobs where seq = new.job_seq;
end;

-- Places that go with their job find it gone already and say nothing.
create trigger job_places_deleted after delete on job_places
when exists (select 1 from jobs where seq = old.job_seq and status = 'published')
begin
  delete from search_outbox where entity_seq = old.job_seq and kind = 'job';
  insert into search_outbox (kind, entity_seq, entity_id, erases, enqueued_at)
  select 'job', seq, id, 0, updated_at from jobs where seq = old.job_seq;
end;

create trigger employers_updated after update on employers
when old.status is not new.status or old.id is not new.id or old.slug is not new.slug
  or old.name is not new.name or old.website is not new.website
  or old.unlisted is not new.unlisted or old.verified_domain is not new.verified_domain
begin
  delete from search_outbox
  where kind = 'job' and entity_seq in (select seq from jobs where employer_seq = new.seq and status = 'published');
  insert into search_outbox (kind, entity_seq, entity_id, erases, enqueued_at)
  select 'job', seq, id, new.status <> 'active', max(updated_at, new.updated_at)
  from jobs where employer_seq = new.seq and status = 'published';
end;

create trigger withheld_jobs_inserted after insert on withheld_jobs
when exists (select 1 from jobs where seq = new.job_seq and status = 'published')
begin
  delete from search_outbox where entity_seq = new.job_seq and kind = 'job';
  insert into search_outbox (kind, entity_seq, entity_id, erases, enqueued_at)
  select 'job', seq, id, 1, new.since from jobs where seq = new.job_seq;
end;

-- The end of it says no time of its own. An ad that is gone itself says nothing.
create trigger withheld_jobs_deleted after delete on withheld_jobs
when exists (select 1 from jobs where seq = old.job_seq and status = 'published')
begin
  delete from search_outbox where entity_seq = old.job_seq and kind = 'job';
  insert into search_outbox (kind, entity_seq, entity_id, erases, enqueued_at)
  select 'job', seq, id, 0, cast(unixepoch('subsec') * 1000 as integer) from jobs where seq = old.job_seq;
end;
