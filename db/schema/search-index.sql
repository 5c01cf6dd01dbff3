-- The embedded search engine's index of public ads; filled by search/sync.ts alone, readable from nothing but the ads themselves.
-- docid: minute of posting * 2^22 + a number within it. So descending row ids are newest first, and "posted since" is a range of row ids.

-- title_stems holds a stem of every word, stems only those that are not the word itself. names: of the employer and of the places.
-- The texts arrive folded to plain words. Tokens of facets and stems begin with a private-use letter that no typed word can hold.
create virtual table jobs_fts using fts5 (
  title, title_stems, names, skills, body, stems, facets,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

-- A batch of ads is gathered in memory and written as one piece; pieces are joined late. Both make filling several times faster.
insert into jobs_fts (jobs_fts, rank) values ('hashsize', 33554432);
insert into jobs_fts (jobs_fts, rank) values ('automerge', 8);

create virtual table jobs_vocabulary using fts5vocab ('jobs_fts', 'row');

create table job_search (
  docid integer primary key,
  job_seq integer not null unique,
  -- A letter for each of its values in search_values: see search/embedded/values.ts.
  facets text not null,
  employer_seq integer not null,
  -- The first place as a point on the unit sphere, where it is known, and how many more there are in job_points.
  x real,
  y real,
  z real,
  more_points integer not null,
  currency text,
  -- Hundredths of a unit of the currency a year, the best the ad offers.
  pay integer,
  -- `updated_at` of the ad as it was indexed: tells what fell behind.
  version integer not null
);

create index job_search_pay on job_search (currency, pay desc, docid desc) where pay is not null;

-- All places of an ad as points on the unit sphere: a scalar product compares distances.
create table job_points (
  docid integer not null,
  position integer not null,
  x real not null,
  y real not null,
  z real not null,
  primary key (docid, position)
) without rowid;

-- The values that facets have had, numbered from 1.
create table search_values (
  id integer primary key,
  facet text not null,
  value text not null,
  unique (facet, value)
);

-- How many ads there are (0), and how many have each value (1), of each employer (2), of each hour (3): for searches without words and filters.
create table search_totals (
  counted integer not null,
  id integer not null,
  total integer not null,
  primary key (counted, id)
) without rowid;

-- The words of the index, forwards and backwards: a slip leaves either the beginning or the end of a word as it was.
create table search_words (
  word text primary key,
  backwards text not null
) without rowid;

create index search_words_backwards on search_words (backwards);

create trigger job_search_inserted after insert on job_search
begin
  insert into search_totals (counted, id, total)
  select 1, unicode(substr(new.facets, n.value, 1)) - 34, 1
  from json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,50,51,52,53,54,55,56,57,58,59,60,61,62,63,64,65,66,67,68,69,70,71,72,73,74,75,76,77,78,79,80,81,82,83,84,85,86,87,88,89,90,91,92,93,94,95,96,97,98,99,100]') as n
  where n.value <= length(new.facets)
  on conflict (counted, id) do update set total = total + 1;
  insert into search_totals (counted, id, total) values (0, 0, 1), (2, new.employer_seq, 1), (3, (new.docid >> 22) / 60, 1)
  on conflict (counted, id) do update set total = total + 1;
end;

create trigger job_search_deleted after delete on job_search
begin
  update search_totals set total = total - 1
  where counted = 1 and id in (
    select unicode(substr(old.facets, n.value, 1)) - 34
    from json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,50,51,52,53,54,55,56,57,58,59,60,61,62,63,64,65,66,67,68,69,70,71,72,73,74,75,76,77,78,79,80,81,82,83,84,85,86,87,88,89,90,91,92,93,94,95,96,97,98,99,100]') as n
    where n.value <= length(old.facets));
  update search_totals set total = total - 1
  where (counted, id) in (values (0, 0), (2, old.employer_seq), (3, (old.docid >> 22) / 60));
  delete from job_points where docid = old.docid;
end;
