import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cardKeepers } from '../../../shared/api/cards.ts';
import { type Guide, type GuideChange, keepGuide } from '../../../shared/api/guides.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { dayIn } from '../../../shared/ui/day-text.ts';
import { daysAfter, todayInFinland } from '../../../shared/ui/days.ts';
import { Select } from '../../../shared/ui/select.tsx';
import { StatusWord } from '../../../shared/ui/status.tsx';
import { showToast } from '../../../shared/ui/toasts.ts';
import { FormFoot } from '../../form-foot.tsx';
import { keys } from '../../queries.ts';
import { useNames } from '../../session.tsx';
import { useDeed } from '../../use-deed.ts';
import { DayField } from '../editor/day-field.tsx';

/** Half a year: as far as a guide is trusted without a look. */
const reviewDays = 182;

/** Who answers for the guide and when it is looked over; whether it is in use. */
export function GuideKeeping({ guide }: { guide: Guide }) {
  const { t } = useTranslation('guides');
  const { t: c } = useTranslation('cards');
  const locale = useLocale();
  const names = useNames();
  const { version, ownerOrganisationId } = guide;
  const keepers = useQuery({ queryKey: ['card-keepers', ownerOrganisationId], queryFn: () => cardKeepers(ownerOrganisationId) });
  const [ownerPersonId, setOwner] = useState(guide.ownerPersonId);
  const [reviewOn, setReviewOn] = useState<string | null>(guide.reviewOn);
  const { run, isRunning, problem } = useDeed([keys.guide(guide.id), keys.guides], { tellsHere: true });
  const keep = async (change: GuideChange) => {
    if (await run(() => keepGuide(guide.id, change))) showToast({ text: c('keeping.saved') });
  };
  const next = daysAfter(todayInFinland(), reviewDays);
  // What is taken back into use comes before its readers anew.
  const mayPlace = guide.may.approve || guide.publishedNumber === null;
  return (
    <div className="card-keeping fields">
      <p className="card-facts">
        <span>{t('keeping.organisation', { name: names.organisation(ownerOrganisationId) })}</span>
        {guide.ownerName ? null : <StatusWord tone="warn">{c('keeping.nobody')}</StatusWord>}
      </p>
      <Select
        label={c('keeping.owner')}
        options={(keepers.data?.people ?? []).map(({ id, name }) => ({ id, label: name }))}
        value={ownerPersonId}
        onChange={setOwner}
      />
      <DayField label={c('keeping.reviewOn')} value={reviewOn} onChange={setReviewOn} />
      <div className="actions">
        <Button isDisabled={isRunning} onPress={() => void keep({ version, reviewOn: next })}>
          {c('keeping.reviewed', { date: dayIn(next, locale) })}
        </Button>
        {mayPlace || !guide.retiredAt ? (
          <Button kind="plain" isDisabled={isRunning} onPress={() => void keep({ version, retired: guide.retiredAt === null })}>
            {c(guide.retiredAt ? 'keeping.back' : 'keeping.retire')}
          </Button>
        ) : null}
        <FormFoot
          save={c('keeping.save')}
          isPending={isRunning}
          isDisabled={reviewOn === null}
          problem={problem}
          onSave={() => reviewOn && void keep({ version, ownerPersonId, reviewOn })}
        />
      </div>
    </div>
  );
}
