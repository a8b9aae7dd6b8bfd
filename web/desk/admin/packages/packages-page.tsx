import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackageList } from '../../../shared/api/packages.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { saidIn } from '../../packages/package-words.ts';
import { usePackages } from '../../packages/queries.ts';
import { OpenItem } from '../open-item.tsx';
import { type Column, Register } from '../register/register.tsx';
import type { PageProps } from '../sections.ts';
import { useLeave } from '../use-leave.ts';
import { matches, useOrganisationName } from '../words.ts';
import { NewPackagePanel } from './new-package-panel.tsx';
import { PackagePanel } from './package-panel.tsx';

type Row = PackageList['packages'][number];

export function PackagesPage({ itemId }: PageProps) {
  const { t } = useTranslation('packages');
  const [words, setWords] = useState('');
  const query = usePackages();
  const leave = useLeave('packages');
  const sought = ({ titles }: Row) => matches(words, Object.values(titles));
  return (
    <Register
      section="packages"
      intro={t('edit.introOfAll')}
      query={query}
      groups={(all) => [
        { id: 'national', label: t('edit.national'), rows: all.filter((one) => one.isActive && one.lifeEvent !== null && sought(one)) },
        { id: 'own', label: t('edit.own'), rows: all.filter((one) => one.isActive && one.lifeEvent === null && sought(one)) },
        { id: 'unused', label: t('edit.unused'), rows: all.filter((one) => !one.isActive && sought(one)) },
      ]}
      idOf={idOf}
      columns={useColumns()}
      search={{ words, onChange: setWords, placeholder: t('edit.find') }}
      add={t('edit.add')}
      empty={{ title: t('noneYet'), hint: t('edit.noneHint') }}
    >
      <OpenItem
        itemId={itemId}
        query={query}
        rows={query.data}
        idOf={idOf}
        adding={() => <NewPackagePanel onClose={leave} />}
        onClose={leave}
      >
        {({ id }) => <PackagePanel key={id} id={id} onClose={leave} />}
      </OpenItem>
    </Register>
  );
}

const idOf = (row: Row) => row.id;

function useColumns(): Column<Row>[] {
  const { t } = useTranslation('packages');
  const { t: admin } = useTranslation('admin');
  const locale = useLocale();
  const organisationName = useOrganisationName();
  return [
    { id: 'title', label: t('edit.title'), cell: (one) => saidIn(one.titles, locale) },
    { id: 'steps', label: t('edit.steps'), cell: (one) => t('steps', { count: one.steps }) },
    { id: 'event', label: t('edit.code'), cell: (one) => <span className="quiet">{one.lifeEvent}</span> },
    { id: 'owner', label: admin('owner'), cell: (one) => organisationName(one.ownerOrganisationId) },
  ];
}
