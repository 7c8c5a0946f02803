import { useId } from 'react';

type Props<T extends string> = { label: string; value: T; options: readonly { value: NoInfer<T>; label: string; disabled?: boolean }[]; onChange(value: NoInfer<T>): void; hint?: string | undefined; disabled?: boolean; className?: string };

/** One of several, with its label above it and what it means below. The browser's own list. */
export const PickField = <T extends string>({ label, value, options, onChange, hint, disabled = false, className }: Props<T>) => {
  const id = useId();
  return (
    <div className={className}>
      <div className="grid gap-1.5">
        <label htmlFor={id} className="text-sm font-medium text-ink-soft">{label}</label>
        <select
          id={id}
          value={value}
          disabled={disabled}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => { onChange(event.target.value as T); }}
          className="min-h-11 w-full min-w-0 rounded-control border border-line-strong bg-surface px-3 text-ink disabled:opacity-60"
        >
          {options.map((option) => <option key={option.value} value={option.value} disabled={option.disabled} className="bg-surface text-ink">{option.label}</option>)}
        </select>
        {hint && <p id={`${id}-hint`} className="text-sm text-ink-soft">{hint}</p>}
      </div>
    </div>
  );
};
