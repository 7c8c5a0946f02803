import { useId } from 'react';

type Props = { label: string; value: string; options: readonly { value: string; label: string }[]; onChange(value: string): void; disabled?: boolean };

/** One of several, in a line with its label. The browser's own list, so that it works like every other on the device. */
export const SelectField = ({ label, value, options, onChange, disabled = false }: Props) => {
  const id = useId();
  return (
    <div className="grid min-h-10 grid-cols-[8rem_minmax(0,1fr)] items-center gap-2">
      <label htmlFor={id} className="text-sm text-ink-soft">{label}</label>
      <select id={id} disabled={disabled} value={value} onChange={(event) => { onChange(event.target.value); }} className="min-h-9 w-full min-w-0 rounded-control border border-transparent bg-transparent px-2 text-sm text-ink hover:border-line-strong focus:border-line-strong focus:bg-surface disabled:cursor-default disabled:appearance-none disabled:opacity-100 disabled:hover:border-transparent">
        {options.map((option) => <option key={option.value} value={option.value} className="bg-surface text-ink">{option.label}</option>)}
      </select>
    </div>
  );
};
