import '../cards.css';
import '../beside.css';
import './specialists.css';
import { Link, useParams } from '@tanstack/react-router';
import { ArrowLeft, Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn } from '../../../shared/i18n/names.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button, buttonClass } from '../../../shared/ui/button.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { useSession } from '../../session.tsx';
import { PresenceChoice } from './presence-choice.tsx';
import { useSpecialist } from './queries.ts';
import { SpecialistFacts } from './specialist-facts.tsx';
import { SpecialistPanel } from './specialist-panel.tsx';

/** One specialist's page. */
export function SpecialistPlace() {
  const { t } = useTranslation('specialists');
  const { personId } = useParams({ from: '/knowledge/specialists/$personId' });
  const { me } = useSession();
  const locale = useLocale();
  const { data, error, refetch } = useSpecialist(personId);
  const [isEditing, setEditing] = useState(false);
  return (
    <main className="cards specialists" id="main" tabIndex={-1}>
      <title>{`${data?.name ?? t('many')} · Polku`}</title>
      <Link className={buttonClass({ kind: 'plain', size: 'small' })} to="/knowledge/specialists">
        <Icon of={ArrowLeft} />
        {t('many')}
      </Link>
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton lines={8} /> : null}
      {data ? (
        <>
          <header className="cards-head">
            <div>
              <h1>{data.name}</h1>
              <p className="quiet">{nameIn(data.title, locale)}</p>
            </div>
            {data.may.write ? (
              <Button icon={Pencil} onPress={() => setEditing(true)}>
                {t('edit.title')}
              </Button>
            ) : null}
          </header>
          {me.id === data.id ? <PresenceChoice /> : null}
          <div className="specialist-page">
            <SpecialistFacts of={data} heading="h2" />
          </div>
          {isEditing ? (
            <SpecialistPanel
              person={{ id: data.id, name: data.name, unitIds: [data.unitId] }}
              kept={data}
              onClose={() => setEditing(false)}
            />
          ) : null}
        </>
      ) : null}
    </main>
  );
}
