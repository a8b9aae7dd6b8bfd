import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ArrangementChip, Chips } from '../../shared/ui/chip.tsx';
import { useNames } from '../session.tsx';
import { ArrangementsPanel } from './arrangements-panel.tsx';

/** Always in sight of those who serve: what is arranged, never why. */
export function ArrangementsSection({ page }: { page: MatterPage }) {
  const { t } = useTranslation('desk');
  const names = useNames();
  const [isEditing, setEditing] = useState(false);
  const { arrangements } = page.customer;
  return (
    <section className="section" aria-labelledby="arrangements">
      <div className="section-head">
        <h2 id="arrangements">{t('arrangements.title')}</h2>
        {page.may.write ? (
          <Button kind="plain" size="small" push onPress={() => setEditing(true)}>
            {t('arrangements.edit')}
          </Button>
        ) : null}
      </div>
      {arrangements.length === 0 ? (
        <p className="quiet">{t('arrangements.none')}</p>
      ) : (
        <Chips label={t('arrangements.title')}>
          {arrangements.map((one) => (
            <ArrangementChip key={one.id} kind={one.kind} label={names.item('specialNeeds', one.kind)} detail={one.detail} />
          ))}
        </Chips>
      )}
      {isEditing ? <ArrangementsPanel page={page} onClose={() => setEditing(false)} /> : null}
    </section>
  );
}
