import { createContext, useContext, useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { TextKey } from '../i18n/en.ts';

/** `keys`: "mod+k", "?", "/", "j", "shift+a", "Escape", or two strokes, "g h". `everywhere` is for those of the frame. */
export type Shortcut = { keys: string; label: TextKey; run(): void; everywhere?: boolean };

type Registry = { add(owner: symbol, list: () => readonly Shortcut[]): void; remove(owner: symbol): void; all(): Shortcut[] };

const Context = createContext<Registry | null>(null);
const stored = 'docuvault.singleKeys';
const betweenStrokesMs = 1_200;

/** Whether shortcuts without Ctrl or ⌘ work (WCAG 2.1.4 asks that they can be turned off). */
export const singleKeysOn = (): boolean => localStorage.getItem(stored) !== 'off';
export const setSingleKeys = (on: boolean): void => {
  localStorage.setItem(stored, on ? 'on' : 'off');
};

const strokeOf = (event: KeyboardEvent): string => {
  const letter = event.key.length === 1 && /[a-z0-9]/i.test(event.key);
  const key = letter ? event.key.toLowerCase() : event.key;
  return [event.ctrlKey || event.metaKey ? 'mod+' : '', event.shiftKey && (letter || event.key.length > 1) ? 'shift+' : '', key].join('');
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=range])'));

/** Listens for the shortcuts that are registered below it; the newest owner of a key wins. */
export const ShortcutsProvider = ({ children }: { children: ReactNode }) => {
  const owners = useRef(new Map<symbol, () => readonly Shortcut[]>());
  const registry = useMemo<Registry>(() => ({
    add: (owner, list) => owners.current.set(owner, list),
    remove: (owner) => owners.current.delete(owner),
    all: () => [...owners.current.values()].reverse().flatMap((list) => list()),
  }), []);
  useEffect(() => {
    let first: { stroke: string; at: number } | null = null;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.isComposing) return;
      const stroke = strokeOf(event);
      const withMod = stroke.startsWith('mod+');
      const typing = isTyping(event.target);
      if (!withMod && (typing || !singleKeysOn())) return;
      if (document.querySelector('dialog[open], [role=menu]')) return;
      // Ctrl+A and Ctrl+← belong to the text while it is typed; only the frame's own (Ctrl+K) work there too.
      const all = registry.all().filter(({ everywhere }) => !typing || everywhere);
      const pair = first && Date.now() - first.at < betweenStrokesMs ? `${first.stroke} ${stroke}` : null;
      const found = all.find(({ keys }) => keys === pair) ?? all.find(({ keys }) => keys === stroke);
      first = !found && all.some(({ keys }) => keys.startsWith(`${stroke} `)) ? { stroke, at: Date.now() } : null;
      if (!found) return;
      event.preventDefault();
      found.run();
    };
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('keydown', press);
    };
  }, [registry]);
  return <Context value={registry}>{children}</Context>;
};

const useRegistry = (): Registry => {
  const registry = useContext(Context);
  if (!registry) throw new Error('shortcuts are used outside ShortcutsProvider');
  return registry;
};

/** Makes shortcuts work for as long as the component is shown; they appear in the help by themselves. */
export const useShortcuts = (list: readonly Shortcut[]): void => {
  const registry = useRegistry();
  const latest = useRef(list);
  useEffect(() => {
    latest.current = list;
  });
  useEffect(() => {
    const owner = Symbol('shortcuts');
    registry.add(owner, () => latest.current);
    return () => {
      registry.remove(owner);
    };
  }, [registry]);
};

/** What works right now, for the help. */
export const useShortcutList = (): (() => Shortcut[]) => useRegistry().all;
