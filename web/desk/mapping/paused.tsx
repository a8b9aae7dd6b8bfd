import { Link } from '@tanstack/react-router';
import { Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MappingPage } from '../../../server/modules/matters/mapping/schema.ts';
import { takeMapping } from '../../shared/api/mappings.ts';
import { useShortcuts } from '../../shared/keys/use-shortcuts.ts';
import { Button, buttonClass } from '../../shared/ui/button.tsx';
import { keys } from '../queries.ts';
import { useSession } from '../session.tsx';
import { useDeed } from '../use-deed.ts';
import { Prints } from './confirmation-group.tsx';
import { Record } from './record.tsx';

/** Interrupted, handed on, somebody else's, or done: what has been written, and one key to go on where that is possible. */
export function Paused({ page }: { page: MappingPage }) {
  const isEnded = page.state === 'confirmed' || page.state === 'dropped';
  return (
    <div className="paused">
      {isEnded ? <Ended page={page} /> : <GoOn page={page} />}
      <Record page={page} />
    </div>
  );
}

function GoOn({ page }: { page: MappingPage }) {
  const { t } = useTranslation('mapping');
  const { me } = useSession();
  const { run, isRunning } = useDeed([keys.mapping(page.id), keys.mappings, keys.matter(page.matter.id)]);
  const take = () => void run(() => takeMapping(page.id, page.personId));
  const isOthers = page.personId !== null && page.personId !== me.id;
  const label = isOthers ? t('takeOver') : t('resume');
  useShortcuts([{ keys: 'm', label, run: take }]);
  const title = isOthers
    ? t('resumeTitle.held', { name: page.personName ?? '' })
    : page.personId
      ? t('resumeTitle.interrupted')
      : t('resumeTitle.free');
  return (
    <section className="go-on" aria-labelledby="go-on">
      <h2 id="go-on">{title}</h2>
      <p>{t('resumeAt', { group: t(`groups.${page.at}`) })}</p>
      {page.note ? <p>{t('resumeNote', { note: page.note })}</p> : null}
      <p>
        <Button kind={isOthers ? 'normal' : 'primary'} icon={Play} keys="m" isPending={isRunning} onPress={take}>
          {label}
        </Button>
      </p>
    </section>
  );
}

function Ended({ page }: { page: MappingPage }) {
  const { t } = useTranslation('mapping');
  if (page.state !== 'confirmed') return null;
  return (
    <section className="go-on" role="status">
      <p>{t('confirm.done')}</p>
      <p className="actions">
        <Link
          className={buttonClass({ kind: 'primary' })}
          to="/matters/$matterId"
          params={{ matterId: page.matter.id }}
          search={{ view: 'mine' }}
        >
          {t('confirm.toMatter')}
        </Link>
      </p>
      <Prints page={page} />
    </section>
  );
}
