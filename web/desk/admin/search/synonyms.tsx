import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { StatusWord } from '../../../shared/ui/status.tsx';
import type { Column, RowGroup } from '../register/register.tsx';
import { RowTable } from '../register/row-table.tsx';
import { matches, useLanguageName, useOrganisationName } from '../words.ts';
import type { Synonym } from './api.ts';

/** Thousands come with the product; more than these are found by their words. */
const DEFAULTS_SHOWN = 60;

/** Own words first, then changed defaults, then the defaults as they came. */
export function Synonyms({ synonyms, words }: { synonyms: readonly Synonym[]; words: string }) {
  const { t } = useTranslation('search');
  const number = new Intl.NumberFormat(useLocale());
  const sought = synonyms.filter(({ word, meanings }) => matches(words, [word, ...meanings]));
  const of = (origin: Synonym['origin']) => sought.filter((one) => one.origin === origin);
  const defaults = of('default');
  const shown = defaults.slice(0, DEFAULTS_SHOWN);
  const groups: RowGroup<Synonym>[] = [
    { id: 'own', label: t('groups.own'), rows: of('own') },
    { id: 'changed', label: t('groups.changed'), rows: of('changed') },
    {
      id: 'default',
      label:
        defaults.length > shown.length
          ? t('groups.someDefaults', { count: defaults.length, total: number.format(defaults.length) })
          : t('groups.default'),
      rows: shown,
    },
  ];
  const columns = useColumns();
  if (sought.length === 0) return <EmptyState title={t('nothing.title')}>{t('nothing.hint')}</EmptyState>;
  return (
    <section aria-labelledby="synonyms">
      <h2 className="search-heading" id="synonyms">
        {t('words')}
      </h2>
      <RowTable section="search" groups={groups.filter(({ rows }) => rows.length > 0)} idOf={({ id }) => id} columns={columns} />
      {defaults.length > shown.length ? <p className="admin-after quiet">{t('moreDefaults')}</p> : null}
    </section>
  );
}

function useColumns(): Column<Synonym>[] {
  const { t } = useTranslation('search');
  const languageName = useLanguageName();
  const organisationName = useOrganisationName();
  return [
    { id: 'word', label: t('word'), cell: ({ word, language }) => <span lang={language}>{word}</span> },
    { id: 'meanings', label: t('meanings'), cell: ({ meanings, language }) => <span lang={language}>{meanings.join(', ')}</span> },
    { id: 'language', label: t('language'), cell: ({ language }) => languageName(language) },
    {
      id: 'state',
      label: t('state'),
      cell: ({ active }) => (active ? t('inUse') : <StatusWord tone="warn">{t('switchedOff')}</StatusWord>),
    },
    { id: 'owner', label: t('owner'), cell: ({ organisationId }) => (organisationId ? organisationName(organisationId) : t('product')) },
  ];
}
