insert into sources (id, name, first_imported_at, last_imported_at) values ('s1', 'City', 1000, 2000);
insert into employers (id, slug, name, name_key, source_id, created_at, updated_at) values ('e1', 'hospital', 'Hospital', 'hospital', 's1', 1000, 1000);
insert into jobs (id, slug, kind, status, title, description, language, employer_seq, category, employment_types, skills, remote_countries, posted_at, published_at, apply_by, source_id, source_key, created_at, updated_at)
values ('j1', 'nurse', 'job', 'published', 'Nurse', 'Care; and more care.', 'en', 1, 'health', '["full-time"]', '[]', '[]', 1000, 1000, 'reference', 's1', 'k1', 1000, 1000);
insert into job_places (job_seq, position, name, country) values (1, 0, 'Malmö', 'SE');
insert into job_contacts (job_seq, position, kind, value, for_applying) values (1, 0, 'mail', 'ward@hospital.example', 1);
insert into search_cursors (engine, seq, time_reached) values ('embedded', 1, 1000);
insert into search_outbox (kind, entity_seq, entity_id, erases, enqueued_at) values ('job', 1, 'j1', 0, 1000);
insert into task_runs (task, slot, started_at) values ('sync', 1, 1000);
insert into facts (name, value) values ('state', 'live');
insert into places (id, kind, name, country, lat, lng, population) values ('SE', 'country', 'Sweden', 'SE', 62, 15, 10000000);
insert into place_names (name, country, weight, place_id) values ('sweden', 'SE', 1, 'SE');
insert into retention_runs (rule, slot, started_at, span_from, span_until) values ('stopped-jobs', 1, 1000, 0, 1000);
insert into consent_notices (hash, version, language, text, build, published_at) values ('h1', 1, 'en', '{}', 'b1', 1000);
insert into consent_chain (seq, mac) values (1, 'm1');
insert into consent_records (seq, id, act, surface, method, granted, refused, notice, build, country, gpc, given_at, received_at, valid_until) values (1, 'r1', 'save', 'panel', 'click', '[]', '["counters:1"]', 'h1', 'b1', 'SE', 0, 1000, 1000, 2000);
insert into counters (day, page, feature, country, count) values ('2026-11-22', '/', '', 'SE', 1);
