-- What is queued, at work or failed is asked for often and is little: among 10,000 documents it was looked for in all of them.
create index documents_owner_status_idx on public.documents (user_id, status, created_at desc, id desc) where deleted_at is null;
