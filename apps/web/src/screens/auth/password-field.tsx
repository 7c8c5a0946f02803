import { Eye, EyeOff } from 'lucide-react';
import { useState, type InputHTMLAttributes } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import { IconButton } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';

type Props = InputHTMLAttributes<HTMLInputElement> & { label: string; hint?: string };

/** A password that can be looked at while it is typed. */
export const PasswordField = (props: Props) => {
  const { t } = useLanguage();
  const [shown, setShown] = useState(false);
  return (
    <TextField
      {...props}
      type={shown ? 'text' : 'password'}
      autoCapitalize="none"
      spellCheck={false}
      end={
        <IconButton label={t(shown ? 'auth.hidePassword' : 'auth.showPassword')} onClick={() => { setShown(!shown); }}>
          {shown ? <EyeOff size={18} aria-hidden /> : <Eye size={18} aria-hidden />}
        </IconButton>
      }
    />
  );
};
