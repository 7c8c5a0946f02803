import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ShieldAlert } from 'lucide-react';
import { useApi, useSession } from '../../app/session.tsx';
import { emergencyQuery } from '../../data/emergency.ts';
import { vaultsQuery } from '../../data/family.ts';
import { useLanguage } from '../../i18n/language.tsx';

/** What cannot wait: somebody asks for the person's papers, or for a sign of life. */
export const EmergencyNotices = () => {
  const { t } = useLanguage();
  const api = useApi();
  const me = useSession().session?.user.id;
  const { data: families = [] } = useQuery(vaultsQuery(api));
  const overviews = useQueries({ queries: families.map(({ id }) => emergencyQuery(api, id)) });
  const notices = families.flatMap(({ id }, index) => {
    const data = overviews[index]?.data;
    const asked = data?.requests.some(({ ownerId, status }) => ownerId === me && status === 'waiting');
    const silent = data?.checkIn && data.checkIn.stage !== 'quiet';
    return [...(asked ? [{ id, key: `${id} asked`, text: t('home.emergency.asked') }] : []), ...(silent ? [{ id, key: `${id} silent`, text: t('home.emergency.silent') }] : [])];
  });
  return notices.map(({ id, key, text }) => (
    <Link key={key} to="/emergency" search={{ vault: id }} className="flex min-h-14 items-center gap-3 rounded-card border-2 border-bad bg-bad-wash px-4 py-3 font-medium underline-offset-4 hover:underline">
      <ShieldAlert size={24} aria-hidden className="shrink-0 text-bad" />{text}
    </Link>
  ));
};
