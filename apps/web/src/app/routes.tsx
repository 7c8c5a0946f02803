import { createRootRoute, createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { withLaterTexts } from '../i18n/later-texts.ts';
import { ErrorPage, MissingPage } from './error-page.tsx';
import { SignedIn } from './signed-in.tsx';
import { readDocumentsSearch } from '../screens/documents/documents-search.ts';
import { readDocumentSearch } from '../screens/document/document-search.ts';
import { readSearchSearch } from '../screens/search/search-search.ts';
import { readChatSearch } from '../screens/chat/chat-search.ts';
import { readFamilySearch } from '../screens/family/family-search.ts';
import { readLinksSearch } from '../screens/links/links-search.ts';
import { readEmergencySearch } from '../screens/emergency/emergency-search.ts';
import { readInboxSearch } from '../screens/inbox/inbox-search.ts';
import { readRemindersSearch } from '../screens/reminders/reminders-search.ts';
import { readSettingsSearch } from '../screens/settings/settings-search.ts';

const root = createRootRoute({ component: Outlet, notFoundComponent: () => <main><MissingPage /></main>, errorComponent: ErrorPage });

// What a reader here drops stays in the address all the same: the router merges both. Screens therefore read it through the same reader (`select`).
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const entrance = createRoute({ getParentRoute: () => root, id: 'entrance', component: lazyRouteComponent(() => import('../screens/auth/auth-frame.tsx'), 'AuthFrame') });
const readNext = (search: Record<string, unknown>): { next?: string } => {
  const next = text(search.next);
  return next ? { next } : {};
};
const signIn = createRoute({ getParentRoute: () => entrance, path: '/sign-in', validateSearch: readNext, component: lazyRouteComponent(() => import('../screens/auth/sign-in.tsx'), 'SignIn') });
const signUp = createRoute({ getParentRoute: () => entrance, path: '/sign-up', validateSearch: readNext, component: lazyRouteComponent(() => import('../screens/auth/sign-up.tsx'), 'SignUp') });
const code = createRoute({ getParentRoute: () => entrance, path: '/sign-in/code', validateSearch: readNext, component: lazyRouteComponent(() => import('../screens/auth/second-factor.tsx'), 'SecondFactor') });
const recover = createRoute({ getParentRoute: () => entrance, path: '/recover', component: lazyRouteComponent(() => import('../screens/auth/recover.tsx'), 'Recover') });
const newPassword = createRoute({ getParentRoute: () => entrance, path: '/new-password', component: lazyRouteComponent(() => import('../screens/auth/new-password.tsx'), 'NewPassword') });

/** Everything below it is shown to a signed-in person, inside the shell. */
const vault = createRoute({ getParentRoute: () => root, id: 'vault', component: SignedIn, notFoundComponent: MissingPage });
const home = createRoute({ getParentRoute: () => vault, path: '/', component: lazyRouteComponent(() => import('../screens/home/home.tsx'), 'Home') });
const documents = createRoute({
  getParentRoute: () => vault, path: '/documents', validateSearch: readDocumentsSearch,
  component: lazyRouteComponent(() => import('../screens/documents/documents-page.tsx'), 'DocumentsPage'),
});
const trash = createRoute({
  getParentRoute: () => vault, path: '/trash', validateSearch: readDocumentsSearch,
  component: lazyRouteComponent(() => import('../screens/documents/trash-page.tsx'), 'TrashPage'),
});
const scan = createRoute({ getParentRoute: () => vault, path: '/scan', component: lazyRouteComponent(() => import('../screens/scan/scan-page.tsx'), 'ScanPage') });
const offline = createRoute({ getParentRoute: () => vault, path: '/offline', component: lazyRouteComponent(() => import('../screens/offline/offline-page.tsx'), 'OfflinePage') });
const document = createRoute({
  getParentRoute: () => vault, path: '/documents/$documentId', validateSearch: readDocumentSearch,
  component: lazyRouteComponent(() => import('../screens/document/document-page.tsx'), 'DocumentPage'),
});

const search = createRoute({
  getParentRoute: () => vault, path: '/search', validateSearch: readSearchSearch,
  component: lazyRouteComponent(() => import('../screens/search/search-page.tsx'), 'SearchPage'),
});
const chat = createRoute({
  getParentRoute: () => vault, path: '/chat', validateSearch: readChatSearch,
  component: lazyRouteComponent(() => import('../screens/chat/chat-page.tsx'), 'ChatPage'),
});
const settings = createRoute({
  getParentRoute: () => vault, path: '/settings', validateSearch: readSettingsSearch,
  component: lazyRouteComponent(() => withLaterTexts(() => import('../screens/settings/settings-page.tsx')), 'SettingsPage'),
});
const reminders = createRoute({
  getParentRoute: () => vault, path: '/reminders', validateSearch: readRemindersSearch,
  component: lazyRouteComponent(() => withLaterTexts(() => import('../screens/reminders/reminders-page.tsx')), 'RemindersPage'),
});
const inbox = createRoute({ getParentRoute: () => vault, path: '/inbox', validateSearch: readInboxSearch, component: lazyRouteComponent(() => withLaterTexts(() => import('../screens/inbox/inbox-page.tsx')), 'InboxPage') });
const emergency = createRoute({ getParentRoute: () => vault, path: '/emergency', validateSearch: readEmergencySearch, component: lazyRouteComponent(() => withLaterTexts(() => import('../screens/emergency/emergency-page.tsx')), 'EmergencyPage') });

const family = createRoute({ getParentRoute: () => vault, path: '/family', component: lazyRouteComponent(() => withLaterTexts(() => import('../screens/family/family-page.tsx')), 'FamilyPage') });
const familyVault = createRoute({
  getParentRoute: () => vault, path: '/family/$vaultId', validateSearch: readFamilySearch,
  component: lazyRouteComponent(() => withLaterTexts(() => import('../screens/family/vault-page.tsx')), 'VaultPage'),
});
const insights = createRoute({ getParentRoute: () => vault, path: '/insights', component: lazyRouteComponent(() => withLaterTexts(() => import('../screens/insights/insights-page.tsx')), 'InsightsPage') });
const links = createRoute({ getParentRoute: () => vault, path: '/links', validateSearch: readLinksSearch, component: lazyRouteComponent(() => withLaterTexts(() => import('../screens/links/links-page.tsx')), 'LinksPage') });

/** Open to whoever has the link, with or without an account. */
const shared = createRoute({ getParentRoute: () => root, path: '/shared/$token', component: lazyRouteComponent(() => withLaterTexts(() => import('../screens/guest/shared-page.tsx')), 'SharedPage') });
const invitation = createRoute({ getParentRoute: () => root, path: '/invitation/$token', component: lazyRouteComponent(() => withLaterTexts(() => import('../screens/family/invitation-page.tsx')), 'InvitationPage') });
const claim = createRoute({ getParentRoute: () => root, path: '/family/claim', component: lazyRouteComponent(() => withLaterTexts(() => import('../screens/family/claim-page.tsx')), 'ClaimPage') });

/** Every address of the app; each screen is a chunk of its own. */
export const routeTree = root.addChildren([
  entrance.addChildren([signIn, signUp, code, recover, newPassword]),
  shared, invitation, claim,
  vault.addChildren([home, documents, offline, scan, trash, document, search, chat, reminders, inbox, insights, emergency, family, familyVault, links, settings]),
]);
