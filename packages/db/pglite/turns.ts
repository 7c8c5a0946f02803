/** Hands one resource to one holder at a time; interactive callers pass before background ones. */
export type Turns = {
  take(priority: 'interactive' | 'background'): Promise<() => void>;
};

/** A queue of two lanes. Within a lane it is first come, first served. */
export const createTurns = (): Turns => {
  const lanes = { interactive: [] as (() => void)[], background: [] as (() => void)[] };
  let taken = false;
  const next = () => {
    const waiting = lanes.interactive.shift() ?? lanes.background.shift();
    if (waiting) waiting();
    else taken = false;
  };
  const releaseOnce = () => {
    let released = false;
    return () => {
      if (released) return;
      released = true;
      next();
    };
  };
  return {
    take(priority) {
      if (!taken) {
        taken = true;
        return Promise.resolve(releaseOnce());
      }
      return new Promise((resolve) => {
        lanes[priority].push(() => {
          resolve(releaseOnce());
        });
      });
    },
  };
};
