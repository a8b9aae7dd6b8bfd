import { useTranslation } from 'react-i18next';
import { Keys } from '../shared/keys/shortcut-list.tsx';
import { Path, type PathStep } from '../shared/ui/path.tsx';
import { NewToday } from './bulletins/new-today.tsx';
import { useMatters } from './queries.ts';
import { useNames, useSession } from './session.tsx';
import { PointChoice } from './settings/point-choice.tsx';
import { Tallies } from './tallies.tsx';

/** No matter is open: where one stands in the day, and what to do next. */
export function Welcome() {
  const { t } = useTranslation('desk');
  const { me } = useSession();
  return (
    <>
      <title>{`${t('nav.matters')} · Polku`}</title>
      <section className="pane pane-main" id="main" tabIndex={-1}>
        <div className="pane-body welcome">
          <h1>{t('welcome.title', { name: me.name.split(' ')[0] })}</h1>
          <Path label={t('welcome.path')} steps={useDay()} />
          <NewToday />
        </div>
      </section>
      <section className="pane pane-side aside" aria-label={t('aside.label')}>
        <div className="pane-body">
          <section className="section">
            <h2>{t('welcome.customerHere')}</h2>
            <p className="quiet">{t('welcome.customerHereHint')}</p>
          </section>
          <Tallies />
          <section className="section" aria-labelledby="keys">
            <div className="section-head">
              <h2 id="keys">{t('welcome.keys')}</h2>
            </div>
            <Keys shortcuts={useMainKeys()} />
          </section>
        </div>
      </section>
    </>
  );
}

function useDay(): PathStep[] {
  const { t } = useTranslation('desk');
  const { me } = useSession();
  const names = useNames();
  const counts = useMatters('mine').data?.counts ?? { mine: 0, unit: 0, waiting: 0 };
  const place = me.pointId ? names.point(me.pointId) : '';
  const isPlaced = place !== '' || me.points.length === 0;
  const hasOwn = counts.mine > 0;
  const now = !isPlaced ? 'place' : hasOwn ? 'mine' : 'unit';
  return [
    { id: 'in', state: 'done', title: place ? t('welcome.signedInAt', { place }) : t('welcome.signedIn') },
    ...(isPlaced ? [] : [{ id: 'place', state: 'now', title: t('welcome.choosePlace'), body: <PointChoice /> } as const]),
    {
      id: 'mine',
      state: now === 'mine' ? 'now' : hasOwn ? 'next' : 'done',
      title: hasOwn ? t('welcome.own', { count: counts.mine }) : t('welcome.noOwn'),
      body: hasOwn ? <p className="quiet">{t('welcome.ownHint')}</p> : undefined,
    },
    {
      id: 'unit',
      state: now === 'unit' ? 'now' : 'next',
      title: t('welcome.unit', { count: counts.unit }),
      body: <p className="quiet">{t('welcome.unitHint')}</p>,
    },
    { id: 'waiting', state: 'next', title: t('welcome.waiting', { count: counts.waiting }) },
  ];
}

function useMainKeys() {
  const { t } = useTranslation(['desk', 'cards']);
  return [
    { keys: '/', label: t('keys.search') },
    { keys: 'q', label: t('cards:find.title') },
    { keys: 'j', label: t('keys.next') },
    { keys: 'k', label: t('keys.previous') },
    { keys: 'r', label: t('composer.message') },
    { keys: 'n', label: t('composer.note') },
    { keys: 't', label: t('composer.ask') },
    { keys: 'h', label: t('matter.handOver') },
    { keys: 'w', label: t('wrapUp.title') },
    { keys: '?', label: t('keys.all') },
  ];
}
