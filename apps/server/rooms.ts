import { accountRoom, type AccountDeps } from '@docuvault/vault/account/account.routes.ts';
import type { HealthProbes } from '@docuvault/vault/health-check/check-health.ts';
import { analyticsEngineRoom } from '@docuvault/vault/analytics-engine/analytics-engine.routes.ts';
import { aiChatRoom } from '@docuvault/vault/ai-chat/ai-chat.routes.ts';
import { documentProcessorRoom } from '@docuvault/vault/document-processor/document-processor.routes.ts';
import type { QueueDeps } from '@docuvault/vault/document-processor/wake.ts';
import { documentUploadRoom } from '@docuvault/vault/document-upload/document-upload.routes.ts';
import { documentsRoom } from '@docuvault/vault/documents/documents.routes.ts';
import type { ChildrenDeps } from '@docuvault/vault/family-vault/children.routes.ts';
import { familyVaultRoom } from '@docuvault/vault/family-vault/family-vault.routes.ts';
import { healthCheckRoom } from '@docuvault/vault/health-check/health-check.routes.ts';
import { reminderEngineRoom, type ReminderEngine } from '@docuvault/vault/reminder-engine/reminder-engine.routes.ts';
import type { Room } from '@docuvault/vault/http/room.ts';
import { searchEngineRoom } from '@docuvault/vault/search-engine/search-engine.routes.ts';
import type { BillingDeps } from '@docuvault/vault/subscription-manager/billing.ts';
import { subscriptionManagerRoom } from '@docuvault/vault/subscription-manager/subscription-manager.routes.ts';
import { translationServiceRoom } from '@docuvault/vault/translation-service/translation-service.routes.ts';

/** How the rooms reach people who are not there, and who is paid. */
export type Outside = Pick<ReminderEngine, 'publicUrl' | 'siteUrl' | 'channels' | 'callbacks' | 'vapidPublicKey'> & Pick<ChildrenDeps, 'accounts'> & Pick<BillingDeps, 'payments'>;

/** Every function that the API serves: one line a room. */
export const createRooms = (queue: QueueDeps & AccountDeps, probes: HealthProbes, outside: Outside): Room[] => [
  documentUploadRoom(queue),
  documentProcessorRoom(queue),
  documentsRoom(queue, outside.siteUrl ?? outside.publicUrl),
  searchEngineRoom(queue),
  aiChatRoom(queue),
  analyticsEngineRoom(queue),
  translationServiceRoom(queue),
  reminderEngineRoom({ ...queue, ...outside }),
  accountRoom(queue),
  familyVaultRoom({ ...queue, accounts: outside.accounts, mailer: outside.channels.mail, publicUrl: outside.publicUrl, siteUrl: outside.siteUrl ?? outside.publicUrl }),
  subscriptionManagerRoom({ ...queue, payments: outside.payments, publicUrl: outside.publicUrl, siteUrl: outside.siteUrl }),
  healthCheckRoom(probes),
];
