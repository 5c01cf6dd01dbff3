-- What hangs on an ad by its id alone goes with it, whoever deletes it. A server that does not overwrite what it deletes would keep addresses
-- in its file otherwise: chance takes their place first.

create trigger jobs_deleted_leftovers after delete on jobs
begin
  delete from post_counts where job_id = old.id;
  update link_checks set url = hex(randomblob((length(url) + 1) / 2)) where job_id = old.id;
  delete from link_checks where job_id = old.id;
end;
