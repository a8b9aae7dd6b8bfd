import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Card, cardKeepers, keepCard } from '../../../shared/api/cards.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { ComboBox } from '../../../shared/ui/combo-box.tsx';
import { dayIn } from '../../../shared/ui/day-text.ts';
import { daysAfter, todayInFinland } from '../../../shared/ui/days.ts';
import { Select } from '../../../shared/ui/select.tsx';
import { StatusWord } from '../../../shared/ui/status.tsx';
import { showToast } from '../../../shared/ui/toasts.ts';
import { FormFoot } from '../../form-foot.tsx';
import { useOrganisationOptions } from '../../options.ts';
import { keys } from '../../queries.ts';
import { useNames } from '../../session.tsx';
import { useDeed } from '../../use-deed.ts';
import { ServiceField } from '../service/service-field.tsx';
import { DayField } from './day-field.tsx';

/** Half a year: as far as a card is trusted without a look. */
const reviewDays = 182;

/** Who answers for the card and when it is looked over; whether it is in use. */
export function Keeping({ card }: { card: Card }) {
  const { t } = useTranslation('cards');
  const locale = useLocale();
  const names = useNames();
  const organisations = useOrganisationOptions();
  const keepers = useQuery({ queryKey: ['card-keepers', card.ownerOrganisationId], queryFn: () => cardKeepers(card.ownerOrganisationId) });
  const [ownerPersonId, setOwner] = useState(card.ownerPersonId);
  const [serviceId, setService] = useState(card.serviceId);
  const [organisationId, setOrganisation] = useState(card.organisationId);
  const [reviewOn, setReviewOn] = useState<string | null>(card.reviewOn);
  const { run, isRunning, problem } = useDeed([keys.card(card.id), keys.cards], { tellsHere: true });
  const keep = async (change: Parameters<typeof keepCard>[1]) => {
    if (await run(() => keepCard(card.id, change))) showToast({ text: t('keeping.saved') });
  };
  const { version } = card;
  // Approved text is put in another's name or back into use by an approver.
  const mayPlace = card.may.approve || card.publishedNumber === null;
  return (
    <div className="card-keeping fields">
      <p className="card-facts">
        <span>{t('keeping.organisation', { name: names.organisation(card.ownerOrganisationId) })}</span>
        {card.ownerName ? null : <StatusWord tone="warn">{t('keeping.nobody')}</StatusWord>}
        {card.serviceNames && !mayPlace ? (
          <span>{t('keeping.service', { name: card.serviceNames[locale] ?? card.serviceNames.fi ?? '' })}</span>
        ) : null}
      </p>
      <Select
        label={t('keeping.owner')}
        options={(keepers.data?.people ?? []).map(({ id, name }) => ({ id, label: name }))}
        value={ownerPersonId}
        onChange={setOwner}
      />
      {mayPlace ? <ServiceField label={t('keeping.ofService')} value={serviceId} onChange={setService} /> : null}
      {mayPlace ? <ComboBox label={t('keeping.whose')} options={organisations} value={organisationId} onChange={setOrganisation} /> : null}
      <DayField label={t('keeping.reviewOn')} value={reviewOn} onChange={setReviewOn} />
      <div className="actions">
        <Button isDisabled={isRunning} onPress={() => void keep({ version, reviewOn: daysAfter(todayInFinland(), reviewDays) })}>
          {t('keeping.reviewed', { date: dayIn(daysAfter(todayInFinland(), reviewDays), locale) })}
        </Button>
        {mayPlace || !card.retiredAt ? (
          <Button kind="plain" isDisabled={isRunning} onPress={() => void keep({ version, retired: card.retiredAt === null })}>
            {t(card.retiredAt ? 'keeping.back' : 'keeping.retire')}
          </Button>
        ) : null}
        <FormFoot
          save={t('keeping.save')}
          isPending={isRunning}
          isDisabled={reviewOn === null}
          problem={problem}
          onSave={() => reviewOn && void keep({ version, ownerPersonId, serviceId, organisationId, reviewOn })}
        />
      </div>
    </div>
  );
}
