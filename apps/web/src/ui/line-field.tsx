import { useEffect, useId, useRef, useState } from 'react';

type Props = { label: string; value: string; onSave(value: string): void; type?: 'text' | 'date'; placeholder?: string; suggestions?: readonly string[]; disabled?: boolean };

/** A value that is edited where it stands: Enter or leaving saves it, Esc takes it back. */
export const LineField = ({ label, value, onSave, type = 'text', placeholder, suggestions = [], disabled = false }: Props) => {
  const id = useId();
  const [typed, setTyped] = useState(value);
  const given = useRef(false);
  useEffect(() => {
    setTyped(value);
  }, [value]);
  const save = () => {
    const next = typed.trim();
    if (!given.current && next !== value) onSave(next);
    given.current = false;
  };
  return (
    <div className="grid min-h-10 grid-cols-[8rem_minmax(0,1fr)] items-center gap-2">
      <label htmlFor={id} className="text-sm text-ink-soft">{label}</label>
      <input
        id={id}
        // An empty date that cannot be set would show how to write one.
        type={disabled && value === '' ? 'text' : type}
        disabled={disabled}
        value={typed}
        placeholder={placeholder}
        list={suggestions.length > 0 ? `${id}-list` : undefined}
        autoComplete="off"
        onChange={(event) => { setTyped(event.target.value); }}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') {
            given.current = true;
            setTyped(value);
            event.currentTarget.blur();
          }
        }}
        className="min-h-9 w-full min-w-0 rounded-control border border-transparent bg-transparent px-2.5 text-sm text-ink placeholder:text-ink-faint hover:border-line-strong focus:border-line-strong focus:bg-surface disabled:hover:border-transparent"
      />
      {suggestions.length > 0 && <datalist id={`${id}-list`}>{suggestions.map((one) => <option key={one} value={one} />)}</datalist>}
    </div>
  );
};
