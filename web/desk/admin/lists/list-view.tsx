import '../register/register.css';
import { Link } from '@tanstack/react-router';
import { ArrowLeft, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../../shared/keys/use-shortcuts.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import type { ListItem } from '../api.ts';
import { useLists } from '../queries.ts';
import { useKeepsShared } from '../words.ts';
import { ItemPanel } from './item-panel.tsx';
import { Items } from './items.tsx';
import { isOpenList, useListName } from './list-names.ts';
import { NewItemPanel } from './new-item-panel.tsx';

/** One list: its items in order. */
export function ListView({ list }: { list: string }) {
  const { t } = useTranslation('admin');
  const listName = useListName();
  const query = useLists();
  const mayChange = useKeepsShared();
  const [open, setOpen] = useState<string | null>(null);
  const items = query.data?.[list];
  const opened = items?.find((item) => item.key === open);
  const mayAdd = mayChange && isOpenList(list) && items !== undefined;
  useShortcuts(mayAdd ? [{ keys: 'n', label: t('lists.add'), run: () => setOpen('') }] : []);
  const close = () => setOpen(null);
  return (
    <>
      <title>{`${listName(list)} · Polku`}</title>
      <header className="admin-head">
        <Link className="admin-up small" to="/admin/$section" params={{ section: 'lists' }}>
          <Icon of={ArrowLeft} />
          {t('sections.lists')}
        </Link>
        <div className="admin-head-line">
          <h1>
            {listName(list)} {items ? <span className="count">{items.length}</span> : null}
          </h1>
          {mayAdd ? (
            <Button kind="primary" icon={Plus} keys="n" onPress={() => setOpen('')}>
              {t('lists.add')}
            </Button>
          ) : null}
        </div>
        <p className="quiet">{mayChange ? t('lists.viewIntro') : t('lists.readOnly')}</p>
      </header>
      <div className="pane-body">
        <Body query={query} items={items} mayChange={mayChange} onOpen={setOpen} />
      </div>
      {opened ? <ItemPanel key={opened.key} item={opened} onClose={close} /> : null}
      {open === '' && items ? <NewItemPanel list={list} items={items} onClose={close} /> : null}
    </>
  );
}

type BodyProps = {
  query: ReturnType<typeof useLists>;
  items: ListItem[] | undefined;
  mayChange: boolean;
  onOpen: (key: string) => void;
};

function Body({ query, items, mayChange, onOpen }: BodyProps) {
  const { t } = useTranslation('admin');
  if (query.error && !query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton lines={8} />;
  if (!items) return <EmptyState title={t('notHere.title')}>{t('notHere.hint')}</EmptyState>;
  return <Items items={items} mayChange={mayChange} onOpen={onOpen} />;
}
