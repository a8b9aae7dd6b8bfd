import { useTranslation } from 'react-i18next';
import { NumberField } from '../../queues/displays/number-field.tsx';
import { NoticeField } from './notice-field.tsx';
import type { ServiceDetails } from './service-details.ts';

type WaitingFieldsProps = { value: ServiceDetails; onChange: (change: Partial<ServiceDetails>) => void };

/** How a time that became free is offered to those who wait for one. */
export function WaitingFields({ value, onChange }: WaitingFieldsProps) {
  const { t } = useTranslation('booking-setup');
  return (
    <section className="fields">
      <h2>{t('service.waiting')}</h2>
      <div className="fields two">
        <NoticeField
          name="answerMinutes"
          label={t('service.answer')}
          hint={t('service.answerHint')}
          value={value.answerMinutes}
          from={60}
          to={20_160}
          onChange={(answerMinutes) => onChange({ answerMinutes })}
        />
        <NumberField
          name="mostUnanswered"
          label={t('service.mostUnanswered')}
          hint={t('service.mostUnansweredHint')}
          value={value.mostUnanswered}
          from={1}
          to={10}
          onChange={(mostUnanswered) => onChange({ mostUnanswered })}
        />
      </div>
    </section>
  );
}
