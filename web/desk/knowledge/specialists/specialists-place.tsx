import '../cards.css';
import './specialists.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../shared/ui/button.tsx';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { SearchField } from '../../../shared/ui/search-field.tsx';
import { Select } from '../../../shared/ui/select.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { Tap } from '../../../shared/ui/taps.tsx';
import { useNames } from '../../session.tsx';
import { fitting, readyFirst } from './filter.ts';
import { NewSpecialist } from './new-specialist.tsx';
import { PresenceChoice } from './presence-choice.tsx';
import { useSpecialists } from './queries.ts';
import { SpecialistLine } from './specialist-line.tsx';
import { useLanguageWords } from './use-specialist-words.ts';

/** What stands in the address: it stays when one comes back from somebody's page. What one types stays here. */
export type SpecialistFilters = { language?: string | undefined; organisation?: string | undefined; duty?: boolean | undefined };

const ANY = 'any';

/** Whom one may ask: by what they know, the languages they serve in, where they work, and who is on duty now. */
export function SpecialistsPlace() {
  const { t } = useTranslation('specialists');
  const filters = useSearch({ from: '/knowledge/specialists' });
  const go = useNavigate();
  const [words, setWords] = useState('');
  const names = useNames();
  const { data, error, refetch } = useSpecialists();
  const placeOf = ({ unitId, organisationId }: { unitId: string; organisationId: string }) =>
    [names.unit(unitId), names.organisation(organisationId), names.shortOrganisation(organisationId)].join(' ');
  const found = readyFirst(fitting(data?.specialists ?? [], { words, ...filters }, placeOf));
  const set = (change: SpecialistFilters) => void go({ to: '/knowledge/specialists', search: { ...filters, ...change }, replace: true });
  const isFiltered = words.trim() !== '' || filters.language || filters.organisation || filters.duty;
  return (
    <main className="cards specialists" id="main" tabIndex={-1}>
      <title>{`${t('many')} · Polku`}</title>
      <header className="cards-head">
        <h1>{t('many')}</h1>
        <NewSpecialist />
      </header>
      <PresenceChoice />
      <search className="specialist-filters" aria-label={t('filters.label')}>
        <SearchField label={t('filters.words')} placeholder={t('filters.words')} value={words} onChange={setWords} />
        <Filters filters={filters} set={set} />
      </search>
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton lines={8} /> : null}
      <p className="quiet small" role="status">
        {data ? t('found', { count: found.length }) : ''}
      </p>
      {data && found.length === 0 ? (
        <EmptyState
          title={t('none')}
          action={
            isFiltered ? (
              <Button
                onPress={() => {
                  setWords('');
                  set({ language: undefined, organisation: undefined, duty: undefined });
                }}
              >
                {t('filters.all')}
              </Button>
            ) : null
          }
        />
      ) : null}
      <ul className="specialist-rows">
        {found.map((row) => (
          <SpecialistLine key={row.id} row={row} />
        ))}
      </ul>
    </main>
  );
}

/** Only what somebody here has is offered. */
function Filters({ filters, set }: { filters: SpecialistFilters; set: (change: SpecialistFilters) => void }) {
  const { t } = useTranslation('specialists');
  const names = useNames();
  const { word } = useLanguageWords();
  const all = useSpecialists().data?.specialists ?? [];
  const options = (ids: string[], label: (id: string) => string) => [
    { id: ANY, label: t('filters.any') },
    ...[...new Set(ids)].map((id) => ({ id, label: label(id) })).sort((one, other) => one.label.localeCompare(other.label)),
  ];
  const chosen = (id: string) => (id === ANY ? undefined : id);
  return (
    <>
      <Select
        look="line"
        label={t('filters.language')}
        options={options(
          all.flatMap(({ languages }) => languages),
          word,
        )}
        value={filters.language ?? ANY}
        onChange={(id) => set({ language: chosen(id) })}
      />
      <Select
        look="line"
        label={t('filters.organisation')}
        options={options(
          all.map(({ organisationId }) => organisationId),
          names.organisation,
        )}
        value={filters.organisation ?? ANY}
        onChange={(id) => set({ organisation: chosen(id) })}
      />
      <Tap value="duty" isSelected={filters.duty === true} onChange={(duty) => set({ duty: duty || undefined })}>
        {t('filters.duty')}
      </Tap>
    </>
  );
}
