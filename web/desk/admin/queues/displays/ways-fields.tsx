import './displays.css';
import { useTranslation } from 'react-i18next';
import { noNames } from '../../fields/missing.ts';
import { useNameHere } from '../../words.ts';
import { DirectionField } from '../direction-field.tsx';
import { useSetUp } from '../queries.ts';
import { SideNames } from '../side-names.tsx';
import type { Ways } from './ways.ts';

type WaysFieldsProps = { pointId: string; value: Ways; onChange: (ways: Ways) => void };

/** The way to each counter from where this display hangs; a counter left as it is keeps its own arrow. */
export function WaysFields({ pointId, value, onChange }: WaysFieldsProps) {
  const { t, ready } = useTranslation('displays');
  const nameHere = useNameHere();
  const { data } = useSetUp(pointId);
  if (!ready) return null;
  const counters = data?.counters.filter(({ active }) => active) ?? [];
  return (
    <details>
      <summary>{t('way.title')}</summary>
      <p className="hint">{t('way.hint')}</p>
      {counters.map(({ id, name, direction }) => {
        const way = value.find(({ counterId }) => counterId === id) ?? { counterId: id, direction, words: null };
        const write = (change: Partial<Ways[number]>) =>
          onChange([...value.filter(({ counterId }) => counterId !== id), { ...way, ...change }]);
        return (
          <fieldset key={id} className="fields way-fields">
            <legend>{nameHere(name)}</legend>
            <DirectionField value={way.direction} onChange={(to) => write({ direction: to })} />
            <SideNames label={t('way.words')} name={`ways.${id}`} value={way.words ?? noNames} onChange={(words) => write({ words })} />
          </fieldset>
        );
      })}
    </details>
  );
}
