import sql from 'sql-template-tag';
import type { UserActor } from '@docuvault/core/actor.ts';
import type { Database } from '@docuvault/db/types.ts';
import { createPerson } from '@docuvault/testing/database.ts';
import { indexText } from '@docuvault/vault/search-engine/index-text.ts';

/** A family of two with one of everything that a family has, the second person being somebody new. */
const seedFamily = async (db: Database, owner: UserActor, documentId: string): Promise<{ spouse: UserActor; vaultId: string }> => {
  const id = () => crypto.randomUUID();
  const spouse = await createPerson(db, 'spouse');
  const vaultId = id();
  const { userId } = owner;
  await db.asService('test vault: family', async (tx) => {
    await tx.query(sql`insert into public.family_vaults (id, name, created_by) values (${vaultId}, 'Family', ${userId})`);
    await tx.query(sql`insert into public.family_members (vault_id, user_id, role) values (${vaultId}, ${userId}, 'owner'), (${vaultId}, ${spouse.userId}, 'member')`);
    await tx.query(sql`insert into public.family_invitations (id, vault_id, email, role, token_hash, invited_by, expires_at)
      values (${id()}, ${vaultId}, 'uncle@example.test', 'member', ${id().replaceAll('-', '').repeat(2)}, ${userId}, now() + interval '7 days')`);
    await tx.query(sql`insert into public.family_activity (vault_id, actor_id, action) values (${vaultId}, ${userId}, 'vault.created')`);
    await tx.query(sql`insert into public.emergency_requests (id, vault_id, user_id, contact_id, wait_hours, requested_at, due_at)
      values (${id()}, ${vaultId}, ${userId}, ${spouse.userId}, 24, now(), now() + interval '24 hours')`);
    await tx.query(sql`insert into public.notifications (id, user_id, kind, title, dedupe_key) values (${id()}, ${userId}, 'family.invited', 'Hello', 'seed')`);
  });
  const linkId = id();
  await db.asUser(owner, async (tx) => {
    await tx.query(sql`insert into public.document_links (id, user_id, kind, token_hash, expires_at) values (${linkId}, ${userId}, 'share', ${id().replaceAll('-', '').repeat(2)}, now() + interval '7 days')`);
    await tx.query(sql`insert into public.document_link_items (link_id, document_id, user_id, place) values (${linkId}, ${documentId}, ${userId}, 1)`);
    await tx.query(sql`insert into public.family_shares (id, vault_id, user_id, member_id, document_id, permission, release)
      values (${id()}, ${vaultId}, ${userId}, ${spouse.userId}, ${documentId}, 'view', 'now')`);
    await tx.query(sql`insert into public.emergency_contacts (id, vault_id, user_id, contact_id, wait_hours, position) values (${id()}, ${vaultId}, ${userId}, ${spouse.userId}, 24, 1)`);
    await tx.query(sql`insert into public.emergency_check_ins (vault_id, user_id, silent_days) values (${vaultId}, ${userId}, 30)`);
  });
  await db.asService('test vault: a visit', (tx) =>
    tx.query(sql`insert into public.document_link_visits (id, link_id, user_id, outcome) values (${id()}, ${linkId}, ${userId}, 'opened')`));
  return { spouse, vaultId };
};

/** A passport number that stands in everything that is said of the document: nobody but its owner reads it there. */
export const secretNumber = 'Z7654321';

/** One of everything that a person can have, put in as the rooms put it in. */
export const seedVault = async (db: Database, owner: UserActor): Promise<{ documentId: string; blobId: string; spouse: UserActor; vaultId: string }> => {
  const id = () => crypto.randomUUID();
  const [documentId, blobId, folderId, tagId, conversationId] = [id(), id(), id(), id(), id()];
  const { userId } = owner;
  await db.asService('test vault: file', (tx) =>
    tx.query(sql`insert into private.blobs (id, owner_id, storage_key, stored_bytes, key_version, wrapped_key)
      values (${blobId}, ${userId}, ${`documents/${userId}/${blobId}`}, 100, 1, ${new Uint8Array(60)})`));
  await db.asUser(owner, async (tx) => {
    await tx.query(sql`insert into public.folders (id, user_id, name) values (${folderId}, ${userId}, 'Papers')`);
    await tx.query(sql`insert into public.tags (id, user_id, name) values (${tagId}, ${userId}, 'travel')`);
    await tx.query(sql`insert into public.saved_views (id, user_id, name) values (${id()}, ${userId}, 'Expiring')`);
    await tx.query(sql`insert into public.documents (id, user_id, title, file_name, file_path, mime_type, size_bytes, sha256, blob_id, folder_id)
      values (${documentId}, ${userId}, ${`Passport ${secretNumber}`}, ${`${secretNumber}.pdf`}, ${`${userId}/${documentId}/1`}, 'application/pdf', 100, ${documentId.replaceAll('-', '').repeat(2)}, ${blobId}, ${folderId})`);
    await tx.query(sql`insert into public.document_versions (document_id, version, user_id, blob_id, file_name, mime_type, size_bytes, sha256)
      values (${documentId}, 1, ${userId}, ${blobId}, ${`${secretNumber}.pdf`}, 'application/pdf', 100, ${documentId.replaceAll('-', '').repeat(2)})`);
    await tx.query(sql`insert into public.document_tags (document_id, tag_id, user_id) values (${documentId}, ${tagId}, ${userId})`);
    await tx.query(sql`insert into public.document_fields (document_id, user_id, name, value, confidence, source) values (${documentId}, ${userId}, 'holderName', 'Asha Rao', 1, 'user')`);
    await tx.query(sql`insert into public.document_fields (document_id, user_id, name, value, confidence, source) values (${documentId}, ${userId}, 'passportNumber', ${secretNumber}, 1, 'user')`);
    await tx.query(sql`insert into public.document_activity (id, document_id, user_id, actor_id, action) values (${id()}, ${documentId}, ${userId}, ${userId}, 'uploaded')`);
    await tx.query(sql`select public.enqueue_processing(${documentId}, ${id()})`);
    await tx.query(sql`insert into public.conversations (id, user_id, client_key) values (${conversationId}, ${userId}, 'c')`);
    await tx.query(sql`insert into public.chat_messages (id, conversation_id, user_id, role, content, position) values (${id()}, ${conversationId}, ${userId}, 'user', 'hello', 1)`);
    await tx.query(sql`insert into public.reminders (id, user_id, document_id, title, starts_on, due_on, lead_days, source)
      values (${id()}, ${userId}, ${documentId}, 'Passport expires', '2030-01-01', '2030-01-01', '{30}', 'user')`);
    await tx.query(sql`insert into public.push_subscriptions (id, user_id, kind, endpoint) values (${id()}, ${userId}, 'fcm', 'a-token-of-an-app')`);
    await tx.query(sql`insert into public.consents (id, user_id, purpose, recipient, granted) values (${id()}, ${userId}, 'outside_reading', 'google_vision', true)`);
    await tx.query(sql`insert into public.translations (user_id, text_hash, source_language, target_language, provider, document_id, translation) values (${userId}, ${id().replaceAll('-', '').repeat(2)}, 'en', 'hi', 'openai', ${documentId}, 'PASSPORT')`);
    await tx.query(sql`insert into public.reminder_preferences (user_id) values (${userId})`);
    await tx.query(sql`insert into public.analytics_data (user_id, metric_type, metric_value) values (${userId}, 'seed', 1)`);
    await tx.query(sql`insert into public.account_events (id, user_id, action) values (${id()}, ${userId}, 'nominee.named')`);
    await tx.query(sql`insert into public.account_exports (id, user_id, token_hash, expires_at) values (${id()}, ${userId}, ${id().replaceAll('-', '').repeat(2)}, now() + interval '1 hour')`);
    await tx.query(sql`insert into public.account_deletions (user_id, erase_after) values (${userId}, now() + interval '30 days')`);
    await tx.query(sql`insert into public.account_nominees (user_id, full_name) values (${userId}, 'Ravi Rao')`);
    await tx.query(sql`insert into public.api_keys (id, user_id, name, hint, key_hash, scopes) values (${id()}, ${userId}, 'Scanner', 'dvk_abcd', ${id().replaceAll('-', '').repeat(2)}, '{documents:read}')`);
    await tx.query(sql`insert into public.idempotency_keys (user_id, key, function_name, request_hash) values (${userId}, 'k', 'documents', 'h')`);
  });
  await db.asService('test vault: text', async (tx) => {
    await tx.query(sql`insert into public.ai_requests (id, user_id, purpose, provider, host, document_ids, bytes) values (${id()}, ${userId}, 'chat', 'openai', 'api.openai.com', ${[documentId]}::uuid[], 10)`);
    await tx.query(sql`insert into public.pages_read_outside (user_id, provider, month, pages) values (${userId}, 'google_vision', '2026-01-01', 3)`);
    const subscriptionId = id();
    await tx.query(sql`insert into public.subscriptions (id, user_id, provider, provider_reference, tier, period, status, current_period_end, state_at)
      values (${subscriptionId}, ${userId}, 'stripe', ${`sub_${subscriptionId}`}, 'premium', 'month', 'active', now() + interval '30 days', now())`);
    await tx.query(sql`insert into public.payment_events (provider, event_id, body_sha256, type, user_id, subscription_id, outcome, occurred_at, received_at)
      values ('stripe', ${`evt_${subscriptionId}`}, ${subscriptionId}, 'invoice.payment_succeeded', ${userId}, ${subscriptionId}, 'applied', now(), now())`);
    await tx.query(sql`insert into public.document_pages (document_id, version, page, user_id, text, source) values (${documentId}, 1, 1, ${userId}, ${`PASSPORT ${secretNumber}`}, 'text-layer')`);
    await indexText(tx, {
      documentId, userId, title: `Passport ${secretNumber}`, documentType: 'passport', category: 'identity', person: null, tags: ['travel'], fields: [],
      chunks: [{ ordinal: 0, page: 1, text: `PASSPORT ${secretNumber}` }],
    });
  });
  return { documentId, blobId, ...(await seedFamily(db, owner, documentId)) };
};
