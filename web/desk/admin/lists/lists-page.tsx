import { useTranslation } from 'react-i18next';
import type { ListItem } from '../api.ts';
import { useLists } from '../queries.ts';
import { type Column, Register } from '../register/register.tsx';
import type { PageProps } from '../sections.ts';
import { useNameHere } from '../words.ts';
import { useListName } from './list-names.ts';
import { ListView } from './list-view.tsx';

type Listed = { list: string; items: ListItem[] };

/** The lists that staff choose from and statistics count by. */
export function ListsPage({ itemId }: PageProps) {
  const { t } = useTranslation('admin');
  const query = useLists();
  const listName = useListName();
  const columns = useColumns();
  if (itemId) return <ListView list={itemId} />;
  return (
    <Register
      section="lists"
      intro={t('lists.intro')}
      query={query}
      groups={(lists) => [
        {
          id: 'all',
          rows: Object.entries(lists)
            .map(([list, items]): Listed => ({ list, items }))
            .sort((one, other) => listName(one.list).localeCompare(listName(other.list), document.documentElement.lang)),
        },
      ]}
      idOf={({ list }) => list}
      columns={columns}
      empty={{ title: t('lists.none'), hint: t('lists.noneHint') }}
    />
  );
}

function useColumns(): Column<Listed>[] {
  const { t } = useTranslation('admin');
  const listName = useListName();
  const nameHere = useNameHere();
  const used = ({ items }: Listed) => items.filter((item) => item.active);
  return [
    { id: 'name', label: t('lists.name'), cell: ({ list }) => listName(list) },
    { id: 'used', label: t('lists.used'), cell: (one) => used(one).length },
    { id: 'unused', label: t('lists.unused'), cell: (one) => one.items.length - used(one).length || '' },
    {
      id: 'first',
      label: t('lists.first'),
      cell: (one) => (
        <span className="quiet">
          {used(one)
            .slice(0, 3)
            .map(({ label }) => nameHere(label))
            .join(' · ')}
        </span>
      ),
    },
  ];
}
