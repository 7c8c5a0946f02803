export type Theme = 'system' | 'light' | 'dark';

const stored = 'docuvault.theme';
const dark = window.matchMedia('(prefers-color-scheme: dark)');

/** The person's choice; the system's where none was made. */
export const chosenTheme = (): Theme => {
  const value = localStorage.getItem(stored);
  return value === 'light' || value === 'dark' ? value : 'system';
};

const show = () => {
  const theme = chosenTheme();
  document.documentElement.dataset.theme = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
};

/** Keeps the choice and shows it at once. */
export const chooseTheme = (theme: Theme): void => {
  localStorage.setItem(stored, theme);
  show();
};

/** Shows the theme, and follows the system when it changes. */
export const followTheme = (): void => {
  show();
  dark.addEventListener('change', show);
};
