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
  -- Ids in search_values, side by side: see search/embedded/packed.ts.
  packed integer not null,
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

-- The values a facet has had, numbered from 1 within the facet.
create table search_values (
  facet text not null,
  id integer not null,
  value text not null,
  primary key (facet, id),
  unique (facet, value)
) without rowid;

-- How many ads have each value, for searches without words and filters. Numbers of facets as in search/embedded/packed.ts.
create table search_totals (
  facet integer not null,
  id integer not null,
  total integer not null,
  primary key (facet, id)
) without rowid;

-- The words of the index, forwards and backwards: a slip leaves either the beginning or the end of a word as it was.
create table search_words (
  word text primary key,
  backwards text not null
) without rowid;

create index search_words_backwards on search_words (backwards);

create trigger job_search_inserted after insert on job_search
begin
  insert into search_totals (facet, id, total) values
    (0, 0, 1),
    (1, new.packed & 63, 1),
    (2, (new.packed >> 6) & 127, 1),
    (3, (new.packed >> 13) & 127, 1),
    (4, (new.packed >> 20) & 2047, 1),
    (5, (new.packed >> 31) & 511, 1),
    (6, (new.packed >> 40) & 3, 1),
    (7, (new.packed >> 42) & 2047, 1),
    (8, new.employer_seq, 1),
    (9, (new.docid >> 22) / 60, 1)
  on conflict (facet, id) do update set total = total + 1;
end;

create trigger job_search_deleted after delete on job_search
begin
  update search_totals set total = total - 1
  where (facet, id) in (values
    (0, 0),
    (1, old.packed & 63),
    (2, (old.packed >> 6) & 127),
    (3, (old.packed >> 13) & 127),
    (4, (old.packed >> 20) & 2047),
    (5, (old.packed >> 31) & 511),
    (6, (old.packed >> 40) & 3),
    (7, (old.packed >> 42) & 2047),
    (8, old.employer_seq),
    (9, (old.docid >> 22) / 60));
  delete from job_points where docid = old.docid;
end;
