import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResourceHours } from '../../../../shared/api/booking-setup.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import type { BookingSetUp } from '../use-set-up.ts';
import { newHours } from './hours.ts';
import { HoursLine } from './hours-line.tsx';
import type { ResourceDetails } from './resource-details.ts';

const most = 60;

type HoursEditorProps = {
  value: readonly ResourceHours[];
  onChange: (hours: ResourceHours[]) => void;
  resource: ResourceDetails;
  setUp: BookingSetUp;
};

/** When it is there, week by week: each row a sentence that opens to be changed. */
export function HoursEditor({ value, onChange, resource, setUp }: HoursEditorProps) {
  const { t } = useTranslation('booking-setup');
  const [opened, setOpened] = useState<number | null>(null);
  const add = () => {
    onChange([...value, newHours(value)]);
    setOpened(value.length);
  };
  return (
    <section className="fields">
      <h2>{t('hours.title')}</h2>
      {value.length === 0 ? <p className="quiet">{t(resource.kind === 'person' ? 'hours.noneHint' : 'hours.doorsHint')}</p> : null}
      <ul className="booking-lines">
        {value.map((hours, index) => (
          <HoursLine
            // biome-ignore lint/suspicious/noArrayIndexKey: a row of hours has nothing but its place
            key={index}
            index={index}
            hours={hours}
            resource={resource}
            setUp={setUp}
            isOpen={opened === index}
            onOpen={() => setOpened(opened === index ? null : index)}
            onChange={(changed) => onChange(value.with(index, changed))}
            onRemove={() => {
              setOpened(null);
              onChange(value.toSpliced(index, 1));
            }}
          />
        ))}
      </ul>
      {value.length < most ? (
        <Button icon={Plus} onPress={add}>
          {t('hours.add')}
        </Button>
      ) : null}
    </section>
  );
}
