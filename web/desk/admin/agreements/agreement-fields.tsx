import { useTranslation } from 'react-i18next';
import { Taps } from '../../../shared/ui/taps.tsx';
import { useSession } from '../../session.tsx';
import type { Agreement } from '../api.ts';
import { DayField } from '../fields/day-field.tsx';
import { PickField } from '../fields/fields.tsx';
import { missingFields, missingNames, noNames } from '../fields/missing.ts';
import { NamesField } from '../fields/names-field.tsx';
import { useNameHere } from '../words.ts';
import { Training } from './training.tsx';
import { WordingEditor } from './wording-editor.tsx';

export type Details = Omit<Agreement, 'id' | 'principalId' | 'providerId'>;

const tasks = ['inform', 'guide', 'help-fill', 'receive'] as const;

export const missingIn = (value: Details) => [
  ...(value.serviceName ? missingNames('serviceName', value.serviceName) : []),
  ...value.trainingOwed.flatMap((training, index) => missingNames(`trainingOwed.${index}`, training)),
  ...missingFields(value, ['validFrom', 'validUntil']),
];

/** As it is sent: no empty sentences, no service without a name. */
export function tidied<Part extends Partial<Details>>(value: Part): Part {
  const wording =
    value.wording && Object.fromEntries(Object.entries(value.wording).map(([language, part]) => [language, tidiedPart(part)]));
  return { ...value, ...(wording ? { wording } : {}) };
}

type Part = { may: string[]; mayNot: string[] } | undefined;
const tidiedPart = (part: Part) => ({ may: sentences(part?.may), mayNot: sentences(part?.mayNot) });
const sentences = (lines: string[] = []) => lines.map((line) => line.trim()).filter(Boolean);

export function AgreementFields({ value, onChange }: { value: Details; onChange: (change: Partial<Details>) => void }) {
  const { t } = useTranslation('admin');
  const { directory } = useSession();
  const nameHere = useNameHere();
  return (
    <>
      <section className="fields">
        <Taps
          label={t('agreements.tasks')}
          note={t('agreements.tasksNote')}
          options={tasks.map((id) => ({ id, label: t(`agreements.taskWords.${id}`) }))}
          value={value.tasks}
          onChange={(chosen) => onChange({ tasks: tasks.filter((task) => chosen.includes(task)) })}
        />
        <div className="fields two">
          <PickField
            name="pointId"
            label={t('agreements.point')}
            none={t('agreements.allPoints')}
            options={directory.points.map(({ id, name, typeLabel }) => ({ id, label: nameHere(name), hint: nameHere(typeLabel) }))}
            value={value.pointId}
            onChange={(pointId) => onChange({ pointId })}
          />
          <PickField
            name="serviceName"
            label={t('agreements.service')}
            options={(['all', 'one'] as const).map((id) => ({ id, label: t(`agreements.services.${id}`) }))}
            value={value.serviceName ? 'one' : 'all'}
            onChange={(scope) => onChange({ serviceName: scope === 'one' ? (value.serviceName ?? noNames) : null })}
          />
        </div>
        {value.serviceName ? (
          <NamesField
            name="serviceName"
            label={t('agreements.serviceName')}
            hint={t('agreements.serviceNameHint')}
            value={value.serviceName}
            onChange={(serviceName) => onChange({ serviceName })}
          />
        ) : null}
        <div className="fields two">
          <DayField
            name="validFrom"
            label={t('validFrom')}
            value={value.validFrom}
            onChange={(validFrom) => onChange({ validFrom: validFrom ?? '' })}
            isRequired
          />
          <DayField
            name="validUntil"
            label={t('lastDay')}
            value={value.validUntil}
            onChange={(validUntil) => onChange({ validUntil: validUntil ?? '' })}
            isRequired
          />
        </div>
      </section>
      <WordingEditor value={value.wording} onChange={(wording) => onChange({ wording })} />
      <Training value={value.trainingOwed} onChange={(trainingOwed) => onChange({ trainingOwed })} />
    </>
  );
}
