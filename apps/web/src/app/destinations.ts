import type { TextKey } from '../i18n/en.ts';
import { BellRing, ChartColumn, FileText, HardDriveDownload, House, Link2, MessageCircle, ScanLine, Search, Settings, Siren, Trash2, UsersRound, type LucideIcon } from 'lucide-react';

export type Destination = { to: '/' | '/documents' | '/search' | '/chat' | '/scan' | '/family' | '/links' | '/reminders' | '/insights' | '/emergency' | '/offline' | '/trash' | '/settings'; label: TextKey; icon: LucideIcon; keys: string; hint: TextKey; bar: boolean };

/** Where the navigation leads, in its order. `bar`: also in the bar at the bottom of a phone. Add a screen here once its route exists. */
export const destinations: readonly Destination[] = [
  { to: '/', label: 'nav.home', icon: House, keys: 'g h', hint: 'shortcut.home', bar: true },
  { to: '/documents', label: 'nav.documents', icon: FileText, keys: 'g d', hint: 'shortcut.documents', bar: true },
  { to: '/search', label: 'nav.search', icon: Search, keys: 'g s', hint: 'shortcut.searchPage', bar: true },
  { to: '/chat', label: 'nav.chat', icon: MessageCircle, keys: 'g a', hint: 'shortcut.chat', bar: true },
  { to: '/scan', label: 'nav.scan', icon: ScanLine, keys: 'g c', hint: 'shortcut.scan', bar: true },
  { to: '/reminders', label: 'nav.reminders', icon: BellRing, keys: 'g r', hint: 'shortcut.reminders', bar: false },
  { to: '/insights', label: 'nav.insights', icon: ChartColumn, keys: 'g n', hint: 'shortcut.insights', bar: false },
  { to: '/emergency', label: 'nav.emergency', icon: Siren, keys: 'g e', hint: 'shortcut.emergency', bar: false },
  { to: '/family', label: 'nav.family', icon: UsersRound, keys: 'g f', hint: 'shortcut.family', bar: false },
  { to: '/links', label: 'nav.links', icon: Link2, keys: 'g l', hint: 'shortcut.links', bar: false },
  { to: '/offline', label: 'nav.kept', icon: HardDriveDownload, keys: 'g o', hint: 'shortcut.kept', bar: false },
  { to: '/trash', label: 'nav.trash', icon: Trash2, keys: 'g t', hint: 'shortcut.trash', bar: false },
  { to: '/settings', label: 'nav.settings', icon: Settings, keys: 'g ,', hint: 'shortcut.settings', bar: false },
];
