-- The monitoring function of the guide. Whoever listens to system_alert hears what is wrong; workers log it as a warning.
create index documents_failed_idx on public.documents (created_at) where status = 'failed';

create function public.monitor_system_health() returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  last_hour timestamptz := pg_catalog.now() - interval '1 hour';
  counted bigint;
  used double precision;
begin
  select count(*) into counted from public.documents d where d.status = 'failed' and d.created_at > last_hour;
  if counted > 10 then
    perform pg_catalog.pg_notify('system_alert', pg_catalog.json_build_object(
      'type', 'high_failure_rate', 'message', 'High number of document processing failures', 'count', counted)::text);
  end if;

  -- A limit of nothing is no share of anything: such an account is left out.
  select avg(u.storage_used::double precision / nullif(u.storage_limit, 0)) into used from public.users u where u.subscription_tier <> 'business';
  if used > 0.9 then
    perform pg_catalog.pg_notify('system_alert', pg_catalog.json_build_object(
      'type', 'high_storage_usage', 'message', 'Users approaching storage limits', 'avg_usage_percent', round((used * 100)::numeric, 1))::text);
  end if;

  -- Questions have no model, and a vault without a model answers without one: only answers count, and only where a model gave some this week.
  select count(*) into counted from public.chat_messages m where m.created_at > last_hour and m.role = 'assistant' and m.ai_model is null;
  if counted > 50 and exists (select from public.chat_messages m where m.created_at > last_hour - interval '7 days' and m.ai_model is not null) then
    perform pg_catalog.pg_notify('system_alert', pg_catalog.json_build_object(
      'type', 'ai_service_degraded', 'message', 'AI service appears to be degraded', 'count', counted)::text);
  end if;
end
$$;
comment on function public.monitor_system_health() is 'Raises system_alert for many failures of the last hour, full vaults, and answers without the model that is there. For pg_cron: select monitor_system_health().';
revoke execute on function public.monitor_system_health() from public, anon, authenticated;
grant execute on function public.monitor_system_health() to service_role;
