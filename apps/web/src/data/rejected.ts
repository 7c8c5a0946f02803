import { useEffect, useState } from 'react';
import { useDevice } from '../app/device.tsx';

const kind = 'rejected';

/** Suggestions for a document that the person waved away, remembered on this device. */
export const useRejected = (id: string): { rejected: ReadonlySet<string>; reject(key: string): void } => {
  const device = useDevice();
  const [rejected, setRejected] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    setRejected(new Set());
    let left = false;
    void device
      ?.then((store) => store.about<string[]>(kind, id))
      .then((kept) => { if (kept && !left) setRejected(new Set(kept)); })
      .catch(() => undefined);
    return () => { left = true; };
  }, [device, id]);
  return {
    rejected,
    reject: (key) => {
      const next = new Set([...rejected, key]);
      setRejected(next);
      void device?.then((store) => store.describe(kind, id, [...next])).catch(() => undefined);
    },
  };
};
