import { BadgeCheck, Banknote, BookOpen, Briefcase, Car, FileText, HeartPulse, House, IdCard, Landmark, Plane, ReceiptText, Scale, ShieldCheck, UserRound, type LucideIcon } from 'lucide-react';
import type { Category } from '@docuvault/core/vocabulary.ts';
import { cx } from '../../ui/cx.ts';

const icons: Record<Category, LucideIcon> = {
  identity: IdCard, insurance: ShieldCheck, medical: HeartPulse, financial: Banknote, tax: Landmark, property: House, legal: Scale, education: BookOpen,
  employment: Briefcase, vehicle: Car, travel: Plane, bills: ReceiptText, warranty: BadgeCheck, personal: UserRound, other: FileText,
};

/** The picture of a category. What it stands for is written beside it. */
export const TypeIcon = ({ category, className }: { category: string; className?: string }) => {
  const Icon = icons[category as Category] as LucideIcon | undefined ?? FileText;
  return <span aria-hidden className={cx('grid size-10 shrink-0 place-items-center rounded-control bg-accent-wash text-accent', className)}><Icon size={18} /></span>;
};
