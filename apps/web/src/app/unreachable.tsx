import { CloudOff } from 'lucide-react';
import { Button } from '../ui/button.tsx';

/** Shown when not even the configuration could be read. */
export const Unreachable = ({ text, retry }: { text: string; retry: string }) => (
  <main className="mx-auto grid max-w-md justify-items-start gap-4 p-8 pt-24">
    <CloudOff size={32} className="text-ink-faint" aria-hidden />
    <h1 className="text-xl font-semibold">DocuVault AI</h1>
    <p role="alert" className="text-ink-soft">{text}</p>
    <Button kind="primary" onClick={() => { location.reload(); }}>{retry}</Button>
  </main>
);
