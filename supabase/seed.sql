-- Seeds a local Supabase (`supabase start`, `supabase db reset`); never run on a hosted project. New people get everything.
update private.settings set value = 'business', updated_at = now() where key = 'default_tier';
