import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import { Button, IconButton } from '../ui/button.tsx';

export type Toast = { text: string; tone?: 'good' | 'bad'; action?: { label: string; run(): void } };
type Shown = Toast & { id: number };

const Context = createContext<((toast: Toast) => void) | null>(null);
const shownForMs = 6_000;
const withActionMs = 12_000;
const most = 3;

/** Says what happened and how to take it back. Waits while the pointer or the focus is on it. */
export const ToastProvider = ({ children }: { children: ReactNode }) => {
  const [toasts, setToasts] = useState<readonly Shown[]>([]);
  const [held, setHeld] = useState(false);
  const next = useRef(0);
  const { t } = useLanguage();
  const drop = useCallback((id: number) => {
    setToasts((list) => list.filter((toast) => toast.id !== id));
  }, []);
  const show = useCallback((toast: Toast) => {
    next.current += 1;
    const shown = { ...toast, id: next.current };
    setToasts((list) => [...list.filter(({ text }) => text !== toast.text), shown].slice(-most));
  }, []);
  useEffect(() => {
    const [oldest] = toasts;
    if (!oldest || held) return;
    const timer = setTimeout(() => {
      drop(oldest.id);
    }, oldest.action ? withActionMs : shownForMs);
    return () => {
      clearTimeout(timer);
    };
  }, [toasts, held, drop]);
  const value = useMemo(() => show, [show]);
  return (
    <Context value={value}>
      {children}
      <section
        aria-label={t('toast.region')}
        onPointerEnter={() => { setHeld(true); }}
        onPointerLeave={() => { setHeld(false); }}
        onFocus={() => { setHeld(true); }}
        onBlur={() => { setHeld(false); }}
        className="pointer-events-none fixed inset-x-3 bottom-20 z-60 grid justify-items-center gap-2 md:bottom-6"
      >
        {toasts.map((toast) => (
          <div key={toast.id} role={toast.tone === 'bad' ? 'alert' : 'status'} className="enter pointer-events-auto flex min-h-12 max-w-xl items-center gap-3 rounded-card border border-line-strong bg-raised py-1.5 pr-1.5 pl-4 text-sm shadow-raised">
            {toast.tone === 'bad' ? <CircleAlert size={18} className="shrink-0 text-bad" aria-hidden /> : <CircleCheck size={18} className="shrink-0 text-accent" aria-hidden />}
            <span className="py-1.5">{toast.text}</span>
            {toast.action && (
              <Button
                small
                kind="quiet"
                className="text-accent"
                onClick={() => {
                  drop(toast.id);
                  toast.action?.run();
                }}
              >
                {toast.action.label}
              </Button>
            )}
            <IconButton label={t('toast.dismiss')} className="size-9" onClick={() => { drop(toast.id); }}><X size={16} aria-hidden /></IconButton>
          </div>
        ))}
      </section>
    </Context>
  );
};

/** Shows a notice. */
export const useToast = (): ((toast: Toast) => void) => {
  const show = useContext(Context);
  if (!show) throw new Error('useToast is used outside ToastProvider');
  return show;
};
