import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BookingPart, ResourceKind } from '../../../../shared/api/booking-setup.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { Menu } from '../../../../shared/ui/menu.tsx';
import { Select } from '../../../../shared/ui/select.tsx';
import { Taps } from '../../../../shared/ui/taps.tsx';
import { NumberField } from '../../queues/displays/number-field.tsx';
import type { BookingSetUp } from '../use-set-up.ts';
import { kinds, useFeatureOptions } from '../words.ts';

const most = 5;

type PartsFieldProps = { value: BookingPart[]; onChange: (parts: BookingPart[]) => void; setUp: BookingSetUp };

/** What each appointment takes; the first serves and gives the times. */
export function PartsField({ value, onChange, setUp }: PartsFieldProps) {
  const { t } = useTranslation('booking-setup');
  const left = kinds.filter((kind) => !value.some((part) => part.kind === kind));
  const used = setUp.resources.flatMap(({ features }) => features);
  return (
    <section className="fields">
      <h2>{t('part.title')}</h2>
      <p className="hint">{t('part.hint')}</p>
      <ol className="booking-lines">
        {value.map((part, index) => (
          <Part
            key={part.kind}
            part={part}
            isServing={index === 0}
            kindsLeft={left}
            used={used}
            onChange={(changed) => onChange(value.with(index, changed))}
            onRemove={value.length > 1 ? () => onChange(value.toSpliced(index, 1)) : undefined}
          />
        ))}
      </ol>
      {left.length > 0 && value.length < most ? (
        <Menu
          label={t('part.add')}
          commands={left.map((kind) => ({ id: kind, label: t(`kinds.${kind}`), run: () => onChange([...value, { kind }]) }))}
        >
          <Button icon={Plus}>{t('part.add')}</Button>
        </Menu>
      ) : null}
    </section>
  );
}

type PartProps = {
  part: BookingPart;
  isServing: boolean;
  kindsLeft: readonly ResourceKind[];
  used: readonly string[];
  onChange: (part: BookingPart) => void;
  onRemove: (() => void) | undefined;
};

function Part({ part, isServing, kindsLeft, used, onChange, onRemove }: PartProps) {
  const { t } = useTranslation('booking-setup');
  const options = useFeatureOptions([...used, ...(part.features ?? [])]);
  const word = t(`kinds.${part.kind}`);
  return (
    <li className="booking-line">
      <div className="booking-line-head">
        <Select
          label={isServing ? t('part.serving') : t('part.besides')}
          options={kinds.filter((kind) => kind === part.kind || kindsLeft.includes(kind)).map((id) => ({ id, label: t(`kinds.${id}`) }))}
          value={part.kind}
          onChange={(kind) => onChange({ ...part, kind: kind as ResourceKind })}
        />
        <NumberField
          name={`parts.${part.kind}.count`}
          label={t('part.count')}
          value={part.count ?? 1}
          from={1}
          to={20}
          onChange={(count) => onChange(withCount(part, count))}
        />
        {onRemove ? <Button kind="plain" push icon={Trash2} aria-label={t('part.remove', { part: word })} onPress={onRemove} /> : null}
      </div>
      {part.kind === 'person' ? null : (
        <Taps
          label={t('part.features')}
          options={options}
          value={part.features ?? []}
          onChange={(features) => onChange(withFeatures(part, features))}
        />
      )}
    </li>
  );
}

/** What is as usual is left unsaid, so that changed back is not changed. */
function withCount({ count: _, ...part }: BookingPart, count: number): BookingPart {
  return count === 1 ? part : { ...part, count };
}

function withFeatures({ features: _, ...part }: BookingPart, features: string[]): BookingPart {
  return features.length === 0 ? part : { ...part, features };
}
