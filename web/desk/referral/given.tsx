import { Link2, Mail, Printer } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { agreeToNames } from '../../shared/api/mappings.ts';
import {
  linkReferral,
  mailReferral,
  type Referral,
  type ReferralOutcome,
  referralPrintAddress,
  sayReferralOutcome,
} from '../../shared/api/referrals.ts';
import { newKey } from '../../shared/api/request.ts';
import { nameIn } from '../../shared/i18n/names.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Choice } from '../../shared/ui/choice.tsx';
import { dayIn } from '../../shared/ui/day-text.ts';
import { TextField } from '../../shared/ui/text-field.tsx';
import { showToast } from '../../shared/ui/toasts.ts';
import { ActorFacts } from '../knowledge/support/actor-facts.tsx';
import { useActor } from '../knowledge/support/queries.ts';
import { keys } from '../queries.ts';
import { useNames } from '../session.tsx';
import { useDeed } from '../use-deed.ts';

const outcomes = ['helped', 'partly', 'not-helped', 'did-not-go'] as const;

type GivenProps = { page: MatterPage; referral: Referral };

/** A referral that has been made: given on paper, by e-mail or by a link, and how it went when that is known. */
export function Given({ page, referral }: GivenProps) {
  const { t } = useTranslation('support');
  const locale = useLocale();
  const names = useNames();
  const { data: actor } = useActor(referral.actorId);
  const { run, isRunning } = useDeed([keys.referrals(page.id), keys.matter(page.id)]);
  const say = (outcome: string) => void run(() => sayReferralOutcome(page.id, referral.id, outcome as ReferralOutcome));
  return (
    <>
      <section className="fields" aria-labelledby="referred">
        <h2 className="section-head" id="referred">
          {nameIn(referral.actorNames, locale)}
        </h2>
        <p className="quiet">{referral.criteria.map((key) => names.item('digitalReferralCriteria', key)).join(' · ')}</p>
        {referral.wish ? <p className="own-words">{referral.wish}</p> : null}
        {actor ? <ActorFacts actor={actor} /> : null}
      </section>
      {referral.isWithheld ? <Withheld page={page} referral={referral} isRunning={isRunning} run={run} /> : null}
      <Giving page={page} referral={referral} isRunning={isRunning} run={run} />
      {page.state === 'open' ? (
        <section className="fields">
          <Choice
            label={t('referral.outcome')}
            note={t('referral.askOn', { day: dayIn(referral.askOn, locale) })}
            options={outcomes.map((id) => ({ id, label: t(`outcomes.${id}`) }))}
            value={referral.outcome}
            onChange={say}
          />
        </section>
      ) : null}
    </>
  );
}

type WithDeed = GivenProps & Pick<ReturnType<typeof useDeed>, 'run' | 'isRunning'>;

/** The actor tells whose customer somebody is: that is the customer's to let be told. */
function Withheld({ page, referral, run, isRunning }: WithDeed) {
  const { t } = useTranslation('support');
  return (
    <section className="fields withheld">
      <p>{t('referral.withheld')}</p>
      <p className="actions">
        <Button isPending={isRunning} onPress={() => void run(() => agreeToNames(page.id, true))}>
          {t('referral.agreed')}
        </Button>
        <Button kind="plain" icon={Printer} onPress={() => open(referralPrintAddress(referral.id, true))}>
          {t('referral.printOnly')}
        </Button>
      </p>
    </section>
  );
}

function Giving({ page, referral, run, isRunning }: WithDeed) {
  const { t } = useTranslation('support');
  const key = useRef(newKey());
  const [link, setLink] = useState<string | null>(null);
  const { isWithheld, given } = referral;
  const mail = async () => {
    if (!(await run(() => mailReferral(page.id, referral.id, key.current)))) return;
    key.current = newKey();
    showToast({ text: t('referral.mailed') });
  };
  const copy = async (address: string) => {
    await navigator.clipboard.writeText(address);
    showToast({ text: t('referral.copied') });
  };
  if (isWithheld) return null;
  return (
    <section className="fields" aria-labelledby="giving">
      <h2 className="section-head" id="giving">
        {t('referral.give')}
      </h2>
      {given.length > 0 ? <p className="quiet">{t('referral.given', { ways: given.map((way) => t(`given.${way}`)).join(', ') })}</p> : null}
      <p className="actions">
        <Button icon={Printer} onPress={() => open(referralPrintAddress(referral.id, false))}>
          {t('referral.print')}
        </Button>
        {page.customer.email ? (
          <Button icon={Mail} isPending={isRunning} onPress={() => void mail()}>
            {t('referral.mail')}
          </Button>
        ) : null}
        <Button
          icon={Link2}
          isPending={isRunning}
          onPress={() => void run(async () => setLink((await linkReferral(page.id, referral.id)).url))}
        >
          {t('referral.link')}
        </Button>
      </p>
      {link ? (
        <>
          <TextField label={t('referral.address')} value={link} isReadOnly />
          <p>
            <Button onPress={() => void copy(link)}>{t('referral.copy')}</Button>
          </p>
        </>
      ) : null}
    </section>
  );
}

const open = (address: string) => window.open(address, '_blank', 'noopener');
