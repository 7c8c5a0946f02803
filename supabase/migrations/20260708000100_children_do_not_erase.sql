-- An account that others look after is not erased by the child who has it: its guardians take it away, or hand it over first.
drop policy "people ask to be erased" on public.account_deletions;
create policy "people ask to be erased" on public.account_deletions for insert to authenticated
  with check (account_deletions.user_id = (select auth.uid()) and account_deletions.erase_after >= now() + interval '29 days' and not (select private.is_looked_after()));
