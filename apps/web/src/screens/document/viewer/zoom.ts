/** How large pages are shown: as wide as the window, or by a factor. */
export type Zoom = 'width' | number;

const steps = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const;

/** The next larger or smaller step from what is shown now. */
export const stepZoom = (shown: number, direction: 1 | -1): number =>
  (direction > 0 ? steps.find((step) => step > shown + 0.01) : steps.findLast((step) => step < shown - 0.01)) ?? shown;
