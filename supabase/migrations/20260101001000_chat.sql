-- Conversations with the vault. client_key is the client's own name for a conversation.
create table public.conversations (
  id uuid primary key,
  user_id uuid not null references public.users (id) on delete cascade,
  client_key text not null,
  title text,
  state jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint conversations_client_key_length check (length(client_key) between 1 and 200),
  constraint conversations_client_key_key unique (user_id, client_key),
  constraint conversations_id_user_key unique (id, user_id)
);
create index conversations_recent_idx on public.conversations (user_id, updated_at desc, id desc);

create table public.chat_messages (
  id uuid primary key,
  conversation_id uuid not null,
  user_id uuid not null,
  position integer not null check (position >= 1),
  role text not null check (role in ('user', 'assistant')),
  content text not null check (length(content) <= 100000),
  citations jsonb not null default '[]',
  grounded boolean,
  provider text,
  ai_model text,
  created_at timestamptz not null default now(),
  constraint chat_messages_conversation_fkey foreign key (conversation_id, user_id) references public.conversations (id, user_id) on delete cascade,
  constraint chat_messages_position_key unique (conversation_id, user_id, position)
);
create index chat_messages_created_at_idx on public.chat_messages (created_at desc);

comment on table public.conversations is 'A thread of questions and answers of one person.';
comment on table public.chat_messages is 'ai_model is null where no model took part; provider then says local. position is given under the conversation''s row lock: a question and its answer stand side by side.';

alter table public.conversations enable row level security;
alter table public.chat_messages enable row level security;
revoke all on public.conversations, public.chat_messages from anon, authenticated;
grant select, insert, update, delete on public.conversations to authenticated;
grant select, insert on public.chat_messages to authenticated;

create policy "people read their conversations" on public.conversations for select to authenticated using (conversations.user_id = (select auth.uid()));
create policy "people start conversations" on public.conversations for insert to authenticated with check (conversations.user_id = (select auth.uid()));
create policy "people go on with their conversations" on public.conversations for update to authenticated
  using (conversations.user_id = (select auth.uid())) with check (conversations.user_id = (select auth.uid()));
create policy "people remove their conversations" on public.conversations for delete to authenticated using (conversations.user_id = (select auth.uid()));
create policy "people read their messages" on public.chat_messages for select to authenticated using (chat_messages.user_id = (select auth.uid()));
create policy "people write in their conversations" on public.chat_messages for insert to authenticated with check (chat_messages.user_id = (select auth.uid()));
create trigger conversations_touch before update on public.conversations for each row execute function private.touch_updated_at();
