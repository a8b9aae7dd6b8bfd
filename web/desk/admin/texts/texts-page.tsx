import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { StatusWord } from '../../../shared/ui/status.tsx';
import { Time } from '../../../shared/ui/time.tsx';
import type { Template } from '../api.ts';
import { OpenItem } from '../open-item.tsx';
import { useTemplates } from '../queries.ts';
import { type Column, Register } from '../register/register.tsx';
import type { PageProps } from '../sections.ts';
import { useLeave } from '../use-leave.ts';
import { matches, useOrganisationName } from '../words.ts';
import { NewTextPanel } from './new-text-panel.tsx';
import { kinds } from './text-details.ts';
import { TextPanel } from './text-panel.tsx';

export function TextsPage({ itemId }: PageProps) {
  const { t } = useTranslation('admin');
  const [words, setWords] = useState('');
  const query = useTemplates();
  const leave = useLeave('texts');
  const sought = ({ key, texts }: Template) =>
    matches(words, [key, ...Object.values(texts).flatMap((text) => (text ? [text.subject, text.body] : []))]);
  return (
    <Register
      section="texts"
      intro={t('texts.intro')}
      query={query}
      groups={(all) => [
        ...kinds.map((kind) => ({
          id: kind,
          label: t(`texts.kinds.${kind}`),
          rows: all.filter((one) => one.active && one.kind === kind && sought(one)),
        })),
        { id: 'unused', label: t('texts.notInUse'), rows: all.filter((one) => !one.active && sought(one)) },
      ]}
      idOf={idOf}
      columns={useColumns()}
      search={{ words, onChange: setWords, placeholder: t('texts.find') }}
      add={t('texts.add')}
      empty={{ title: t('texts.none'), hint: t('texts.noneHint') }}
    >
      <OpenItem itemId={itemId} query={query} rows={query.data} idOf={idOf} adding={() => <NewTextPanel onClose={leave} />} onClose={leave}>
        {(one) => <TextPanel key={one.id} template={one} onClose={leave} />}
      </OpenItem>
    </Register>
  );
}

const idOf = (template: Template) => template.id;

function useColumns(): Column<Template>[] {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  const organisationName = useOrganisationName();
  return [
    { id: 'subject', label: t('texts.subject'), cell: (one) => one.texts[locale].subject },
    { id: 'key', label: t('key'), cell: (one) => <span className="quiet">{one.key}</span> },
    { id: 'owner', label: t('owner'), cell: (one) => (one.organisationId ? organisationName(one.organisationId) : t('texts.common')) },
    {
      id: 'plain',
      label: t('texts.plain'),
      cell: (one) => (one.texts['fi-x-plain'] ? t('texts.hasPlain') : <StatusWord tone="warn">{t('texts.noPlain')}</StatusWord>),
    },
    { id: 'updated', label: t('texts.updated'), cell: (one) => <Time at={one.updatedAt} look="date" /> },
  ];
}
