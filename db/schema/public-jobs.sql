-- What the public may see of the ads: every condition but time. `fromPublicJobs` in db/repositories/public-jobs.ts adds the time.
create view public_jobs as
select
  jobs.seq, jobs.id, jobs.slug, jobs.kind, jobs.title, jobs.description, jobs.language,
  jobs.category, jobs.employment_types, jobs.skills, jobs.remote, jobs.remote_countries,
  jobs.salary_currency, jobs.salary_min, jobs.salary_max, jobs.salary_period, jobs.salary_yearly,
  jobs.posted_at, jobs.published_at, jobs.valid_through, jobs.apply_by, jobs.apply_url, jobs.reference_id, jobs.updated_at,
  jobs.employer_seq, employers.id as employer_id,
  case when employers.unlisted then null else employers.slug end as employer_slug,
  employers.name as employer_name, employers.website as employer_website, employers.logo_id as employer_logo_id,
  employers.verified_domain as employer_domain, employers.verified_at as employer_verified_at,
  (
    select json_group_array(json_object(
      'placeId', p.place_id, 'name', p.name, 'region', p.region, 'regionCode', p.region_code, 'country', p.country,
      'street', p.street, 'postalCode', p.postal_code, 'lat', p.lat, 'lng', p.lng
    ) order by p.position)
    from job_places as p
    where p.job_seq = jobs.seq
  ) as places,
  (select name from sources where sources.id = jobs.source_id) as source_name,
  (select dates_moved_days from sources where sources.id = jobs.source_id) as dates_moved_days,
  jobs.public_from, jobs.public_until, jobs.details
from jobs
-- The job is read first, its employer by row id: right for every query here, and needs no statistics.
cross join employers on employers.seq = jobs.employer_seq
where jobs.status = 'published' and employers.status = 'active'
  and not exists (select 1 from withheld_jobs where withheld_jobs.job_seq = jobs.seq);
