import { Moon, Rows3, Rows4, Sun, SunMoon } from 'lucide-react';
import { useState } from 'react';
import { chooseDensity, chosenDensity, type Density } from '../../app/density.ts';
import { chooseTheme, chosenTheme, type Theme } from '../../app/theme.ts';
import { useChooseLanguage } from '../../data/account.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { languages, type Language } from '../../i18n/texts-of.ts';
import { Choice } from '../../ui/choice.tsx';
import { Panel } from './panel.tsx';

const themes = { system: SunMoon, light: Sun, dark: Moon } as const;
const densities = { comfortable: Rows3, compact: Rows4 } as const;

/** How the app looks and speaks on this device. */
export const AppearanceSection = () => {
  const { t, language } = useLanguage();
  const chooseLanguage = useChooseLanguage();
  const [theme, setTheme] = useState<Theme>(chosenTheme);
  const [density, setDensity] = useState<Density>(chosenDensity);
  return (
    <Panel title={t('settings.appearance')} hint={t('settings.appearanceHint')}>
      <Choice
        label={t('theme.label')}
        value={theme}
        options={(Object.keys(themes) as Theme[]).map((value) => {
          const Icon = themes[value];
          return { value, label: t(`theme.${value}`), icon: <Icon size={17} aria-hidden /> };
        })}
        onChange={(value) => {
          setTheme(value);
          chooseTheme(value);
        }}
      />
      <Choice
        label={t('settings.density')}
        value={density}
        options={(Object.keys(densities) as Density[]).map((value) => {
          const Icon = densities[value];
          return { value, label: t(`settings.density.${value}`), icon: <Icon size={17} aria-hidden /> };
        })}
        onChange={(value) => {
          setDensity(value);
          chooseDensity(value);
        }}
      />
      <Choice
        label={t('settings.language')}
        value={language}
        options={(Object.entries(languages) as [Language, string][]).map(([value, label]) => ({ value, label }))}
        onChange={chooseLanguage}
      />
    </Panel>
  );
};
