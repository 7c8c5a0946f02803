/** Whether this browser can be pushed to at all. */
export const pushable = (): boolean => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

/** The subscription of this browser; null where nobody pushes to it. */
export const subscriptionHere = async (): Promise<PushSubscription | null> => {
  const registration = pushable() ? await navigator.serviceWorker.getRegistration() : undefined;
  return (await registration?.pushManager.getSubscription()) ?? null;
};

/** A browser that somebody signs out of shows nothing more of theirs: the vault learns of it with its next push. */
export const leavePush = async (): Promise<void> => {
  await (await subscriptionHere())?.unsubscribe();
};
