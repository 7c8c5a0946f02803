import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/** Goes where a notification that was clicked leads: the worker tells an open window, instead of opening another. */
export const usePushedWay = (): void => {
  const router = useRouter();
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return;
    const hear = ({ data }: MessageEvent<unknown>) => {
      const path = typeof data === 'object' && data !== null && 'go' in data ? data.go : null;
      if (typeof path === 'string' && path.startsWith('/') && !path.startsWith('//')) router.history.push(path);
    };
    navigator.serviceWorker.addEventListener('message', hear);
    return () => {
      navigator.serviceWorker.removeEventListener('message', hear);
    };
  }, [router]);
};
