import { useCallback, useState } from 'react';
import { useSession } from '../../app/session.tsx';

const most = 8;

const read = (key: string): string[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
};

/** What this person searched for on this device, the latest first. It never leaves the device. */
export const useRecentSearches = () => {
  const { session } = useSession();
  const key = `docuvault.searches.${session?.user.id ?? ''}`;
  const [list, setList] = useState(() => read(key));
  const remember = useCallback((query: string) => {
    const text = query.trim();
    if (text.length < 2) return;
    const next = [text, ...read(key).filter((one) => one.toLowerCase() !== text.toLowerCase())].slice(0, most);
    localStorage.setItem(key, JSON.stringify(next));
    setList(next);
  }, [key]);
  const forget = useCallback(() => {
    localStorage.removeItem(key);
    setList([]);
  }, [key]);
  return { list, remember, forget };
};
