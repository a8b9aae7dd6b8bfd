import { useTranslation } from 'react-i18next';
import type { Queue } from '../../../shared/api/queues.ts';
import { Choice } from '../../../shared/ui/choice.tsx';
import { Tap } from '../../../shared/ui/taps.tsx';
import { ServiceField } from '../../knowledge/service/service-field.tsx';
import { useOrganisationOptions } from '../../options.ts';
import { useNames } from '../../session.tsx';
import type { OpeningHours } from '../api.ts';
import { useFault } from '../edit/faults.ts';
import { LineField, PickField } from '../fields/fields.tsx';
import { OpeningEditor } from '../opening/opening-editor.tsx';
import { MinutesField } from './minutes-field.tsx';
import type { QueueDetails } from './queue-details.ts';
import { SideNames } from './side-names.tsx';

const kinds = ['authority', 'service', 'situation', 'reception'] as const;

type QueueFieldsProps = {
  isNew: boolean;
  value: QueueDetails;
  onChange: (change: Partial<QueueDetails>) => void;
  /** The point's other queues, whose letters are taken. */
  others: readonly Queue[];
  pointOpening: OpeningHours;
};

export function QueueFields({ isNew, value, onChange, others, pointOpening }: QueueFieldsProps) {
  const { t } = useTranslation('queues');
  return (
    <>
      <section className="fields">
        <ForWhom value={value} onChange={onChange} />
        <SideNames label={t('queue.name')} name="name" value={value.name} onChange={(name) => onChange({ name })} />
      </section>
      <section className="fields two">
        <Letter value={value.prefix} onChange={(prefix) => onChange({ prefix })} others={others} />
        <MinutesField
          name="usualMinutes"
          label={t('queue.usualMinutes')}
          hint={t('queue.usualMinutesHint')}
          value={value.usualMinutes}
          onChange={(usualMinutes) => onChange({ usualMinutes })}
        />
      </section>
      <section className="fields">
        <Tap value="kiosk" isSelected={value.atKiosk} onChange={(atKiosk) => onChange({ atKiosk })}>
          {t('queue.atKiosk')}
        </Tap>
        {isNew ? null : (
          <Tap value="active" isSelected={value.active} onChange={(active) => onChange({ active })}>
            {t('queue.active')}
          </Tap>
        )}
        <Tap value="hours" isSelected={value.opening !== null} onChange={(own) => onChange({ opening: own ? pointOpening : null })}>
          {t('queue.ownHours')}
        </Tap>
        <p className="hint">{t(value.opening === null ? 'queue.pointHours' : 'queue.ownHoursHint')}</p>
      </section>
      {value.opening ? <OpeningEditor value={value.opening} onChange={(opening) => onChange({ opening })} /> : null}
    </>
  );
}

function ForWhom({ value, onChange }: Pick<QueueFieldsProps, 'value' | 'onChange'>) {
  const { t } = useTranslation('queues');
  const names = useNames();
  const serviceFault = useFault('serviceId');
  return (
    <>
      <PickField
        name="organisationId"
        label={t('queue.organisation')}
        hint={t('queue.organisationHint')}
        options={useOrganisationOptions()}
        value={value.organisationId || null}
        onChange={(organisationId) => onChange({ organisationId: organisationId ?? '' })}
        isRequired
      />
      <Choice
        label={t('queue.kind')}
        options={kinds.map((id) => ({ id, label: t(`queue.kinds.${id}`) }))}
        value={value.kind}
        onChange={(kind) => onChange({ kind: kind as QueueDetails['kind'], serviceId: null, situation: null })}
      />
      {value.kind === 'service' ? (
        <ServiceField
          label={t('queue.service')}
          value={value.serviceId}
          onChange={(serviceId) => onChange({ serviceId })}
          problem={serviceFault}
        />
      ) : null}
      {value.kind === 'situation' ? (
        <PickField
          name="situation"
          label={t('queue.situation')}
          options={names.items('lifeSituations')}
          value={value.situation}
          onChange={(situation) => onChange({ situation })}
          isRequired
        />
      ) : null}
    </>
  );
}

function Letter({ value, onChange, others }: { value: string; onChange: (letter: string) => void; others: readonly Queue[] }) {
  const { t } = useTranslation('queues');
  const taken = [...new Set(others.filter(({ active }) => active).map(({ prefix }) => prefix))].sort();
  const write = (text: string) => {
    const letter = text.slice(-1).toUpperCase();
    if (letter === '' || /^[A-Z]$/.test(letter)) onChange(letter);
  };
  return (
    <LineField
      name="prefix"
      label={t('queue.letter')}
      hint={taken.length > 0 ? `${t('queue.letterHint')} ${t('queue.lettersTaken', { letters: taken.join(', ') })}` : t('queue.letterHint')}
      value={value}
      onChange={write}
      autoComplete="off"
      isRequired
    />
  );
}
