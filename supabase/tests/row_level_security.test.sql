-- pgTAP: `supabase test db`, or pg_prove on any PostgreSQL that has pgtap. Rolled back at the end.
begin;
create schema if not exists extensions;
create extension if not exists pgtap with schema extensions;
grant usage on schema extensions to anon, authenticated;
grant execute on all functions in schema extensions to anon, authenticated;
set local search_path = public, extensions;
select plan(12);

select is_empty(
  $$select schemaname, tablename, rowsecurity from pg_tables where schemaname = 'public' and rowsecurity = false$$,
  'the query of the guide finds no table without row level security');

insert into auth.users (id, email) values
  ('11111111-1111-4111-8111-111111111111', 'asha@pgtap.test'),
  ('22222222-2222-4222-8222-222222222222', 'ravi@pgtap.test');
insert into private.blobs (id, owner_id, storage_key, stored_bytes, key_version, wrapped_key) values
  ('33333333-3333-4333-8333-333333333333', '11111111-1111-4111-8111-111111111111', 'documents/pgtap/1', 100, 1, '\x00'),
  ('44444444-4444-4444-8444-444444444444', '22222222-2222-4222-8222-222222222222', 'documents/pgtap/2', 100, 1, '\x00');
insert into public.documents (id, user_id, title, file_name, file_path, mime_type, size_bytes, sha256, blob_id) values
  ('55555555-5555-4555-8555-555555555555', '11111111-1111-4111-8111-111111111111', 'Hers', 'a.pdf', '11111111-1111-4111-8111-111111111111/a', 'application/pdf', 1, repeat('a', 64), '33333333-3333-4333-8333-333333333333'),
  ('66666666-6666-4666-8666-666666666666', '22222222-2222-4222-8222-222222222222', 'His', 'b.pdf', '22222222-2222-4222-8222-222222222222/b', 'application/pdf', 1, repeat('b', 64), '44444444-4444-4444-8444-444444444444');
select results_eq('select count(*)::integer from public.users where email like ''%@pgtap.test''', array[2], 'an account is made with each auth user');

insert into public.subscriptions (id, user_id, provider, provider_reference, tier, period, status, current_period_end, state_at) values
  ('77777777-7777-4777-8777-777777777777', '22222222-2222-4222-8222-222222222222', 'stripe', 'sub_pgtap', 'premium', 'month', 'active', now() + interval '1 month', now());
select results_eq($$select after from private.settle_plan('22222222-2222-4222-8222-222222222222', now())$$, array['premium'], 'a running subscription gives its tier');

set local role authenticated;
select set_config('request.jwt.claims', '{"sub": "11111111-1111-4111-8111-111111111111", "role": "authenticated"}', true);
select results_eq('select title from documents', array['Hers'], 'a person sees her documents and no others');
select is_empty($$update documents set title = 'Mine' where title = 'His' returning 1$$, 'nobody changes another person''s document');
select is_empty($$delete from documents where title = 'His' returning 1$$, 'nobody deletes another person''s document');
select throws_ok($$select * from private.blobs$$, '42501', null, 'keys of files are out of reach');
select is_empty($$select 1 from subscriptions$$, 'nobody sees another person''s subscription');
select throws_ok($$insert into subscriptions (id, user_id, provider, provider_reference, tier, period, status, current_period_end, state_at) values
  ('88888888-8888-4888-8888-888888888888', '11111111-1111-4111-8111-111111111111', 'stripe', 'sub_mine', 'business', 'year', 'active', now(), now())$$, '42501', null, 'nobody gives themselves a subscription');
select throws_ok($$update users set subscription_tier = 'business'$$, '42501', null, 'nobody raises their own plan');

reset role;
set local role anon;
select set_config('request.jwt.claims', '{"role": "anon"}', true);
select throws_ok($$select * from documents$$, '42501', null, 'the public key shows no document');
select throws_ok($$select * from users$$, '42501', null, 'the public key shows no account');

reset role;
select * from finish();
rollback;
