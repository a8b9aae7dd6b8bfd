import { Link, useSearch } from '@tanstack/react-router';
import { ArrowLeft, Eye, PanelRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { takeMatter } from '../../shared/api/matters.ts';
import { useShortcuts } from '../../shared/keys/use-shortcuts.ts';
import { Button, buttonClass } from '../../shared/ui/button.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { sayMatterNumber } from '../../shared/ui/matter-number.ts';
import { StatusWord } from '../../shared/ui/status.tsx';
import { Time } from '../../shared/ui/time.tsx';
import { StartMapping } from '../mapping/start-mapping.tsx';
import { keys } from '../queries.ts';
import { useNames, useSession } from '../session.tsx';
import { useDeed } from '../use-deed.ts';
import { HandOverPanel } from './hand-over-panel.tsx';
import { MatterMenu } from './matter-menu.tsx';
import { TurnWord } from './turn-word.tsx';

type HeadProps = { page: MatterPage; alsoHere: MatterPage['alsoHere']; onAside: () => void };

export function MatterHead({ page, alsoHere, onAside }: HeadProps) {
  const { t } = useTranslation('desk');
  const { view } = useSearch({ from: '/matters' });
  return (
    <header className="matter-head">
      <p className="facts">
        <Link className={`back ${buttonClass({ kind: 'plain', size: 'small' })}`} to="/matters" search={{ view }}>
          <Icon of={ArrowLeft} />
          {t('matter.back')}
        </Link>
        <span>{t('matter.number', { number: sayMatterNumber(page.number) })}</span>
        <span>
          {t('matter.opened')} <Time at={page.openedAt} look="date" />
        </span>
        <Keeper page={page} />
        {alsoHere.length > 0 ? (
          <StatusWord tone="warn" icon={Eye}>
            {t('matter.alsoHere', { count: alsoHere.length, names: alsoHere.map((one) => one.name).join(', ') })}
          </StatusWord>
        ) : null}
      </p>
      <div className="title-line">
        <div className="title-words">
          <h1>{page.title}</h1>
          <TurnWord page={page} />
        </div>
        <span className="title-commands">
          <HeadCommands page={page} />
          <span className="open-aside">
            <Button kind="plain" icon={PanelRight} aria-label={t('matter.showAside')} onPress={onAside} />
          </span>
        </span>
      </div>
    </header>
  );
}

function Keeper({ page }: { page: MatterPage }) {
  const names = useNames();
  return <span>{page.personName ?? names.unit(page.unitId)}</span>;
}

function HeadCommands({ page }: { page: MatterPage }) {
  const { t } = useTranslation('desk');
  const { me } = useSession();
  const [isHanding, setHanding] = useState(false);
  const { run, isRunning } = useDeed([keys.matter(page.id), keys.matters]);
  const take = () => void run(() => takeMatter(page.id, page.personId));
  const mayTake = page.may.handOver && page.personId !== me.id;
  useShortcuts(page.may.handOver ? [{ keys: 'h', label: t('matter.handOver'), run: () => setHanding(true) }] : []);
  useShortcuts(mayTake ? [{ keys: 'o', label: t('matter.take'), run: isRunning ? undefined : take }] : []);
  if (!page.may.handOver) return null;
  return (
    <>
      {mayTake ? (
        <Button keys="o" isPending={isRunning} onPress={take}>
          {t('matter.take')}
        </Button>
      ) : null}
      <Button kind="plain" keys="h" onPress={() => setHanding(true)}>
        {t('matter.handOver')}
      </Button>
      {page.state === 'open' ? <StartMapping page={page} /> : null}
      <MatterMenu page={page} />
      {isHanding ? <HandOverPanel page={page} onClose={() => setHanding(false)} /> : null}
    </>
  );
}
