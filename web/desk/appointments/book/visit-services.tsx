import './booking.css';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BookableOffer } from '../../../shared/api/booked.ts';
import { newKey } from '../../../shared/api/request.ts';
import { nameIn } from '../../../shared/i18n/names.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { ComboBox } from '../../../shared/ui/combo-box.tsx';
import { useOfferOptions } from './queries.ts';

/** A service on the same visit; null: not chosen yet. */
export type Added = { key: string; serviceId: string | null };

/** So many services are given on one visit. */
const MOST = 4;

type VisitServicesProps = {
  /** What can be given on the same visit. */
  others: readonly BookableOffer[];
  value: readonly Added[];
  onChange: (added: Added[]) => void;
};

/** What else the customer comes for on the same visit, one service after another. */
export function VisitServices({ others, value, onChange }: VisitServicesProps) {
  const { t } = useTranslation('booked');
  const locale = useLocale();
  const optionsOf = useOfferOptions();
  const [hasRemoved, setHasRemoved] = useState(false);
  const isChosen = (id: string) => value.some(({ serviceId }) => serviceId === id);
  const change = (added: Added[]) => {
    setHasRemoved(added.length < value.length);
    onChange(added);
  };
  const canAdd = value.length < MOST - 1 && value.length < others.length;
  return (
    <>
      {value.map(({ key, serviceId }, at) => {
        const label = t('visit.also', { n: at + 2 });
        const chosen = others.find(({ id }) => id === serviceId);
        return (
          <div key={key} className="visit-service">
            <ComboBox
              label={label}
              autoFocus
              options={optionsOf(others.filter(({ id }) => id === serviceId || !isChosen(id)))}
              value={chosen?.id ?? null}
              onChange={(id) => change(value.map((one) => (one.key === key ? { key, serviceId: id } : one)))}
            />
            <Button
              kind="plain"
              icon={X}
              aria-label={t('visit.remove', { service: chosen ? nameIn(chosen.name, locale) : label })}
              onPress={() => change(value.filter((one) => one.key !== key))}
            />
          </div>
        );
      })}
      {canAdd ? (
        <p>
          {/* Whoever takes one away goes on from here. */}
          <Button
            key={value.length}
            autoFocus={hasRemoved}
            size="small"
            icon={Plus}
            onPress={() => change([...value, { key: newKey(), serviceId: null }])}
          >
            {t('visit.add')}
          </Button>
        </p>
      ) : null}
    </>
  );
}
