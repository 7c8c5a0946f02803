-- The three buckets of the guide and who may do what in them: people in their own folder, everybody reads avatars.
insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types) values
  ('documents', 'documents', false, 52428800, array['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'application/msword', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document']),
  ('thumbnails', 'thumbnails', false, 5242880, array['image/jpeg', 'image/png', 'image/webp']),
  ('avatars', 'avatars', true, 2097152, array['image/jpeg', 'image/png', 'image/webp'])
on conflict (id) do nothing;

create policy "Users can upload their own documents" on storage.objects for insert to authenticated
  with check (bucket_id = 'documents' and (select auth.uid())::text = (storage.foldername(name))[1]);
create policy "Users can view their own documents" on storage.objects for select to authenticated
  using (bucket_id = 'documents' and (select auth.uid())::text = (storage.foldername(name))[1]);
create policy "Users can replace their own documents" on storage.objects for update to authenticated
  using (bucket_id = 'documents' and (select auth.uid())::text = (storage.foldername(name))[1])
  with check (bucket_id = 'documents' and (select auth.uid())::text = (storage.foldername(name))[1]);
create policy "Users can delete their own documents" on storage.objects for delete to authenticated
  using (bucket_id = 'documents' and (select auth.uid())::text = (storage.foldername(name))[1]);
create policy "Users can view their own thumbnails" on storage.objects for select to authenticated
  using (bucket_id = 'thumbnails' and (select auth.uid())::text = (storage.foldername(name))[1]);
create policy "Avatar images are publicly accessible" on storage.objects for select to anon, authenticated
  using (bucket_id = 'avatars');
create policy "Users can upload their own avatar" on storage.objects for insert to authenticated
  with check (bucket_id = 'avatars' and (select auth.uid())::text = (storage.foldername(name))[1]);
create policy "Users can replace their own avatar" on storage.objects for update to authenticated
  using (bucket_id = 'avatars' and (select auth.uid())::text = (storage.foldername(name))[1])
  with check (bucket_id = 'avatars' and (select auth.uid())::text = (storage.foldername(name))[1]);
create policy "Users can delete their own avatar" on storage.objects for delete to authenticated
  using (bucket_id = 'avatars' and (select auth.uid())::text = (storage.foldername(name))[1]);
