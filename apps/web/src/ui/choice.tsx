import { useId, type ReactNode } from 'react';

type Props<T extends string> = { label: string; value: T; options: readonly { value: T; label: string; icon?: ReactNode }[]; onChange(value: T): void };

/** One of a few, all in sight. Arrows move it, as the browser's radios do. */
export const Choice = <T extends string>({ label, value, options, onChange }: Props<T>) => {
  const name = useId();
  return (
    <fieldset className="grid gap-1.5">
      <legend className="pb-1.5 text-sm font-medium text-ink-soft">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {options.map((option) => (
          <label key={option.value} className="flex min-h-11 cursor-pointer items-center gap-2 rounded-control border border-line-strong bg-surface px-4 text-sm has-checked:border-accent has-checked:bg-accent-wash has-checked:font-medium has-checked:text-accent-strong has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
            <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => { onChange(option.value); }} className="sr-only" />
            {option.icon}
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
};
