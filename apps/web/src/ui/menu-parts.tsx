import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useLayoutEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { cx } from './cx.ts';

export type MenuProps = { trigger: ReactElement; children: ReactNode; align?: 'start' | 'end'; side?: 'top' | 'bottom' };

/**
 * A menu that opens when it has taken the place of its bare button: the focus is on the button first, so that it comes
 * back there. Not modal: a modal one writes a style element, which our policy forbids.
 */
export const OpenMenu = ({ trigger, children, align = 'end', side = 'bottom' }: MenuProps) => {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  useLayoutEffect(() => {
    button.current?.focus();
    setOpen(true);
  }, []);
  return (
    <DropdownMenu.Root modal={false} open={open} onOpenChange={setOpen}>
      <DropdownMenu.Trigger asChild ref={button}>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className="enter z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 max-w-72 overflow-y-auto rounded-card border border-line bg-raised p-1 shadow-raised"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
};

const item = 'flex min-h-10 cursor-pointer select-none items-center gap-3 rounded-md px-3 text-sm outline-none data-[highlighted]:bg-accent-wash data-[disabled]:opacity-50';

type ItemProps = { children: ReactNode; onSelect?(): void; icon?: ReactNode; danger?: boolean; disabled?: boolean; keepOpen?: boolean };

export const MenuItem = ({ children, onSelect, icon, danger = false, disabled = false, keepOpen = false }: ItemProps) => (
  <DropdownMenu.Item
    disabled={disabled}
    onSelect={(event) => {
      if (keepOpen) event.preventDefault();
      onSelect?.();
    }}
    className={cx(item, danger ? 'text-bad' : 'text-ink')}
  >
    {icon && <span className="grid w-4 place-items-center" aria-hidden>{icon}</span>}
    {children}
  </DropdownMenu.Item>
);

type ChoiceProps = { label: string; value: string; onChange(value: string): void; options: readonly { value: string; label: string }[] };

/** One of several inside a menu. */
export const MenuChoice = ({ label, value, onChange, options }: ChoiceProps) => (
  <DropdownMenu.RadioGroup value={value} onValueChange={onChange} aria-label={label}>
    <DropdownMenu.Label className="px-3 pt-2 pb-1 text-xs font-medium text-ink-faint">{label}</DropdownMenu.Label>
    {options.map((option) => (
      <DropdownMenu.RadioItem
        key={option.value}
        value={option.value}
        className={item}
        onSelect={(event) => {
          event.preventDefault();
        }}
      >
        <span className="grid w-4 place-items-center" aria-hidden>{option.value === value && <Check size={16} />}</span>
        {option.label}
      </DropdownMenu.RadioItem>
    ))}
  </DropdownMenu.RadioGroup>
);

export const MenuLine = () => <DropdownMenu.Separator className="my-1 h-px bg-line" />;
