export type Theme = 'system' | 'light' | 'dark';

const stored = 'docuvault.theme';

/** The person's choice; the system's where none was made. */
export const chosenTheme = (): Theme => {
  const value = localStorage.getItem(stored);
  return value === 'light' || value === 'dark' ? value : 'system';
};

/** Shows the theme chosen; without a choice the style sheet follows the system by itself. */
export const followTheme = (): void => {
  const theme = chosenTheme();
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
};

/** Keeps the choice and shows it at once. */
export const chooseTheme = (theme: Theme): void => {
  localStorage.setItem(stored, theme);
  followTheme();
};
