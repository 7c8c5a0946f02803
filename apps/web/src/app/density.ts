export type Density = 'comfortable' | 'compact';

const stored = 'docuvault.density';

/** How close together lists stand on this device. */
export const chosenDensity = (): Density => (localStorage.getItem(stored) === 'compact' ? 'compact' : 'comfortable');

/** Keeps the choice; lists take it when they are next shown. */
export const chooseDensity = (density: Density): void => {
  localStorage.setItem(stored, density);
};
