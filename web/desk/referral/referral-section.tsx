import { useQuery } from '@tanstack/react-query';
import { CircleCheck, Clock, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { listReferrals, type Referral } from '../../shared/api/referrals.ts';
import { nameIn } from '../../shared/i18n/names.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { Button } from '../../shared/ui/button.tsx';
import { dayIn } from '../../shared/ui/day-text.ts';
import { todayInFinland } from '../../shared/ui/days.ts';
import { StatusWord } from '../../shared/ui/status.tsx';
import { keys } from '../queries.ts';
import { ReferralPanel } from './referral-panel.tsx';

/** Referrals to digital support beside the matter, and the way to make one. */
export function ReferralSection({ page }: { page: MatterPage }) {
  const { t } = useTranslation('support');
  const locale = useLocale();
  const [opened, setOpened] = useState<{ id: string | null } | null>(null);
  const found = useQuery({
    queryKey: keys.referrals(page.id),
    queryFn: () => listReferrals(page.id),
    enabled: page.may.write,
  });
  if (!page.may.write) return null;
  const referrals = found.data?.referrals ?? [];
  const isOpen = page.state === 'open';
  if (!isOpen && referrals.length === 0) return null;
  return (
    <section className="section" aria-labelledby="referrals">
      <div className="section-head">
        <h2 id="referrals">{t('section')}</h2>
        {isOpen ? (
          <Button kind="plain" size="small" push icon={Plus} onPress={() => setOpened({ id: null })}>
            {t('referral.new')}
          </Button>
        ) : null}
      </div>
      {referrals.length > 0 ? (
        <ul className="lines">
          {referrals.map((referral) => (
            <li key={referral.id}>
              <Button kind="plain" size="small" onPress={() => setOpened({ id: referral.id })}>
                {nameIn(referral.actorNames, locale)}
              </Button>
              <span className="push">
                <OutcomeWord referral={referral} />
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {opened ? <ReferralPanel page={page} referrals={referrals} openId={opened.id} onClose={() => setOpened(null)} /> : null}
    </section>
  );
}

function OutcomeWord({ referral: { outcome, askOn } }: { referral: Referral }) {
  const { t } = useTranslation('support');
  const locale = useLocale();
  if (outcome) {
    return (
      <StatusWord tone={outcome === 'helped' || outcome === 'partly' ? 'good' : 'warn'} icon={CircleCheck}>
        {t(`outcomes.${outcome}`)}
      </StatusWord>
    );
  }
  const isTime = askOn <= todayInFinland();
  return (
    <StatusWord tone={isTime ? 'warn' : 'wait'} icon={Clock}>
      {isTime ? t('referral.askNow') : t('referral.askOn', { day: dayIn(askOn, locale) })}
    </StatusWord>
  );
}
