-- Whose documents: the vault's people are met by stepping through this index, and processing does so for every document.
create index documents_owner_person_idx on public.documents (user_id, person) where deleted_at is null and person is not null;
