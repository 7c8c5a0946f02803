/** Hands one resource to one holder at a time; interactive callers pass before background ones. */
export type Turns = {
  take(priority: 'interactive' | 'background'): Promise<() => void>;
};

/** So many interactive callers pass one in the background; then it has its turn, so that a busy hour of searches does not stop all work. */
const mostBefore = 8;

/** A queue of two lanes. Within a lane it is first come, first served. */
export const createTurns = (): Turns => {
  const lanes = { interactive: [] as (() => void)[], background: [] as (() => void)[] };
  let taken = false;
  let passed = 0;
  const next = () => {
    const patient = lanes.background.length > 0 && passed >= mostBefore;
    const waiting = (patient ? undefined : lanes.interactive.shift()) ?? lanes.background.shift() ?? lanes.interactive.shift();
    passed = patient || lanes.background.length === 0 ? 0 : passed + 1;
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
