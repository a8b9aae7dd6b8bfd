import { Link, useNavigate } from '@tanstack/react-router';
import { AppWindow, ArrowLeft, ArrowRightLeft, EyeOff, Pause } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MappingPage } from '../../../server/modules/matters/mapping/schema.ts';
import { interruptMapping } from '../../shared/api/mappings.ts';
import { useShortcuts } from '../../shared/keys/use-shortcuts.ts';
import { Button, buttonClass } from '../../shared/ui/button.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { sayMatterNumber } from '../../shared/ui/matter-number.ts';
import { showToast } from '../../shared/ui/toasts.ts';
import { keys } from '../queries.ts';
import { useNames } from '../session.tsx';
import { useDeed } from '../use-deed.ts';
import { MappingState } from './mapping-state.tsx';

type HeadProps = { page: MappingPage; isMine: boolean; onHandOn: () => void; onCover: () => void; beforeLeaving: () => Promise<boolean> };

export function MappingHead(props: HeadProps) {
  const { page } = props;
  const { t } = useTranslation('mapping');
  const names = useNames();
  const { customer, matter } = page;
  return (
    <header className="mapping-head">
      <p className="facts">
        <Link className={buttonClass({ kind: 'plain', size: 'small' })} to="/mappings">
          <Icon of={ArrowLeft} />
          {t('back')}
        </Link>
        <Link to="/matters/$matterId" params={{ matterId: matter.id }} search={{ view: 'mine' }}>
          {t('toMatter', { number: sayMatterNumber(matter.number) })}
        </Link>
        <span>{customer.known ? `${customer.givenName} ${customer.familyName}`.trim() : t('list.nameless')}</span>
        <span>{page.personName ? t('heldBy', { name: page.personName }) : t('heldByUnit', { unit: names.unit(page.unitId) })}</span>
      </p>
      <div className="mapping-title">
        <h1>{t('title')}</h1>
        <MappingState state={page.state} />
        <span className="mapping-commands">
          <Commands {...props} />
        </span>
      </div>
    </header>
  );
}

/** Always at hand: hide it, show it, leave it, hand it on. */
function Commands({ page, isMine, onHandOn, onCover, beforeLeaving }: HeadProps) {
  const { t } = useTranslation('mapping');
  const navigate = useNavigate();
  const { run, isRunning } = useDeed([keys.mapping(page.id), keys.mappings]);
  const interrupt = async () => {
    if (!(await beforeLeaving()) || !(await run(() => interruptMapping(page.id)))) return;
    showToast({ text: t('interrupted') });
    await navigate({ to: '/mappings' });
  };
  const mayInterrupt = isMine && page.state === 'open';
  const mayHandOn = isMine || (page.personId === null && page.state === 'interrupted');
  useShortcuts([
    { keys: 'F8', label: t('coverHint') },
    ...(mayInterrupt ? [{ keys: 'i', label: t('interrupt'), run: () => void interrupt() }] : []),
    ...(mayHandOn ? [{ keys: 'h', label: t('handOn'), run: onHandOn }] : []),
  ]);
  return (
    <>
      <Button kind="plain" icon={EyeOff} keys="F8" onPress={onCover}>
        {t('cover')}
      </Button>
      <Button
        kind="plain"
        icon={AppWindow}
        onPress={() => void window.open(`/desk/shown/${page.id}`, 'polku-customer', 'popup,width=1100,height=800')}
      >
        {t('window')}
      </Button>
      {mayHandOn ? (
        <Button icon={ArrowRightLeft} keys="h" onPress={onHandOn}>
          {t('handOn')}
        </Button>
      ) : null}
      {mayInterrupt ? (
        <Button icon={Pause} keys="i" isPending={isRunning} onPress={() => void interrupt()}>
          {t('interrupt')}
        </Button>
      ) : null}
    </>
  );
}
