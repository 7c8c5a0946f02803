import { cloneElement, lazy, Suspense, useState, type ButtonHTMLAttributes, type KeyboardEvent, type ReactElement } from 'react';
import type { MenuProps } from './menu-parts.tsx';

const load = () => import('./menu-parts.tsx');
const OpenMenu = lazy(() => load().then((parts) => ({ default: parts.OpenMenu })));
export const MenuItem = lazy(() => load().then((parts) => ({ default: parts.MenuItem })));
export const MenuChoice = lazy(() => load().then((parts) => ({ default: parts.MenuChoice })));
export const MenuLine = lazy(() => load().then((parts) => ({ default: parts.MenuLine })));

const opening = new Set(['Enter', ' ', 'ArrowDown']);

/**
 * A button and its menu, by arrows and letters. The menu's machinery (a tenth of the first load) comes when the pointer
 * or the focus nears the first button that has one.
 */
export const Menu = ({ trigger, ...rest }: MenuProps) => {
  const [asked, setAsked] = useState(false);
  const ask = () => {
    setAsked(true);
  };
  const button = cloneElement(trigger as ReactElement<ButtonHTMLAttributes<HTMLButtonElement>>, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onClick: ask,
    onPointerEnter: () => void load(),
    onFocus: () => void load(),
    onKeyDown: (event: KeyboardEvent) => {
      if (!opening.has(event.key)) return;
      event.preventDefault();
      ask();
    },
  });
  return asked ? <Suspense fallback={button}><OpenMenu trigger={trigger} {...rest} /></Suspense> : button;
};
