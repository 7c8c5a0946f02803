import { cx } from './cx.ts';

/** The shape of what is coming. The list that it stands for says "loading" itself. */
export const Skeleton = ({ className }: { className?: string }) => <span aria-hidden className={cx('skeleton block', className)} />;
