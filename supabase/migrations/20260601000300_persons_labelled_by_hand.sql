-- The documents that their people labelled themselves: few, and asked for with every document that is processed.
create index documents_labelled_by_hand_idx on public.documents (user_id, person) where deleted_at is null and 'person' = any (user_edited);
