import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServicePoint } from '../api.ts';
import { OpenItem } from '../open-item.tsx';
import { useWeekWords } from '../opening/use-week-words.ts';
import { ValidityWords } from '../organisations/organisations-page.tsx';
import { usePoints } from '../queries.ts';
import { type Column, Register } from '../register/register.tsx';
import type { PageProps } from '../sections.ts';
import { useLeave } from '../use-leave.ts';
import { matches, useNameHere, validityOf } from '../words.ts';
import { NewPointPanel } from './new-point-panel.tsx';
import { PointPanel } from './point-panel.tsx';

export function PointsPage({ itemId }: PageProps) {
  const { t } = useTranslation('admin');
  const [words, setWords] = useState('');
  const query = usePoints();
  const leave = useLeave('points');
  const sought = (point: ServicePoint) =>
    matches(words, [...Object.values(point.name), ...Object.values(point.typeLabel), point.street, point.city]);
  return (
    <Register
      section="points"
      intro={t('points.intro')}
      query={query}
      groups={(all) => [
        { id: 'valid', rows: all.filter((point) => sought(point) && validityOf(point) !== 'ended') },
        { id: 'ended', label: t('endedOnes'), rows: all.filter((point) => sought(point) && validityOf(point) === 'ended') },
      ]}
      idOf={idOf}
      columns={useColumns()}
      search={{ words, onChange: setWords, placeholder: t('points.find') }}
      add={t('points.add')}
      empty={{ title: t('points.none'), hint: t('points.noneHint') }}
    >
      <OpenItem
        itemId={itemId}
        query={query}
        rows={query.data}
        idOf={idOf}
        adding={() => <NewPointPanel onClose={leave} />}
        onClose={leave}
      >
        {(point) => <PointPanel key={point.id} point={point} onClose={leave} />}
      </OpenItem>
    </Register>
  );
}

const idOf = (point: ServicePoint) => point.id;

function useColumns(): Column<ServicePoint>[] {
  const { t } = useTranslation('admin');
  const nameHere = useNameHere();
  const weekWords = useWeekWords();
  return [
    { id: 'name', label: t('points.name'), cell: (point) => nameHere(point.name) },
    { id: 'type', label: t('points.type'), cell: (point) => nameHere(point.typeLabel) },
    {
      id: 'place',
      label: t('points.address'),
      cell: (point) =>
        point.mobile ? t('points.mobileHere') : [point.street, `${point.postalCode} ${point.city}`.trim()].filter(Boolean).join(', '),
    },
    { id: 'opening', label: t('opening.title'), cell: (point) => weekWords(point.opening) },
    { id: 'valid', label: t('validity'), cell: (point) => <ValidityWords {...point} /> },
  ];
}
