import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { deviceKeepsThings, openDeviceStore, type DeviceStore } from '../data/device/device-store.ts';
import { useSession } from './session.tsx';

const Context = createContext<Promise<DeviceStore> | null>(null);

/** What the signed-in person keeps on this device. */
export const DeviceProvider = ({ children }: { children: ReactNode }) => {
  const person = useSession().session?.user.id;
  const [store, setStore] = useState<Promise<DeviceStore> | null>(null);
  useEffect(() => {
    if (!person || !deviceKeepsThings()) return;
    const opened = openDeviceStore(person);
    // Where the browser refuses (a private window), each who asks for it is told.
    opened.catch(() => undefined);
    setStore(opened);
    return () => {
      setStore(null);
      opened.then((made) => { made.close(); }, () => undefined);
    };
  }, [person]);
  return <Context value={store}>{children}</Context>;
};

/** The store of the signed-in person; null where this browser keeps nothing. */
export const useDevice = (): Promise<DeviceStore> | null => useContext(Context);
