import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardText } from '../../../shared/api/cards.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Taps } from '../../../shared/ui/taps.tsx';
import { TextField } from '../../../shared/ui/text-field.tsx';
import type { FieldFaults } from '../../field-faults.ts';
import { CommonFields } from './common-fields.tsx';
import type { EditedCard, PlainText } from './edited-card.ts';
import { LinesField } from './lines-field.tsx';
import { LinksFields } from './links-fields.tsx';
import { PairsRow } from './pairs-row.tsx';
import { type Column, Row } from './row.tsx';

const columns = ['fi', 'sv', 'en', 'plain'] as const;

type TextRowsProps = { value: EditedCard; onChange: (change: Partial<EditedCard>) => void; faults: FieldFaults; isDisabled: boolean };

/** One field a row, the chosen languages beside each other. */
export function TextRows({ value, onChange, faults, isDisabled }: TextRowsProps) {
  const { t } = useTranslation('cards');
  const locale = useLocale();
  const [shown, setShown] = useState<Column[]>(locale === 'en' ? ['fi', 'en'] : ['fi', 'sv']);
  const put = (language: 'fi' | 'sv' | 'en', change: Partial<CardText>) => onChange({ [language]: { ...value[language], ...change } });
  const putPlain = (change: Partial<PlainText>) => onChange({ plain: { ...value.plain, ...change } });
  const text = (field: keyof CardText & keyof typeof rows, hint?: string) => (
    <Row label={t(`fields.${field}`)} hint={hint} shown={shown} inPlain={field === 'summary' || field === 'price'}>
      {(column, label) => {
        const rest = {
          label,
          hideLabel: true,
          lang: langOf(column),
          isDisabled,
          problem: faults[`content.texts.${column}.${field}`],
          ...rows[field],
        };
        if (column === 'plain')
          return field === 'summary' || field === 'price' ? (
            <TextField {...rest} value={value.plain[field]} onChange={(words) => putPlain({ [field]: words })} />
          ) : null;
        return <TextField {...rest} value={String(value[column][field])} onChange={(words) => put(column, { [field]: words })} />;
      }}
    </Row>
  );
  const lines = (field: 'bring' | 'alsoCalled', hint: string) => (
    <Row label={t(`fields.${field}`)} hint={hint} shown={shown} inPlain={field === 'bring'}>
      {(column, label) => {
        if (column === 'plain')
          return field === 'bring' ? (
            <LinesField
              label={label}
              lang="fi"
              value={value.plain.bring}
              onChange={(bring) => putPlain({ bring })}
              isDisabled={isDisabled}
            />
          ) : null;
        return (
          <LinesField
            label={label}
            lang={column}
            value={value[column][field]}
            onChange={(all) => put(column, { [field]: all })}
            isDisabled={isDisabled}
          />
        );
      }}
    </Row>
  );
  const spoken = shown.filter((column) => column !== 'plain');
  return (
    <>
      <Taps
        label={t('languages.beside')}
        options={columns.map((id) => ({ id, label: t(`languages.${id}`) }))}
        value={shown}
        onChange={(ids) => setShown(columns.filter((column) => ids.includes(column)))}
      />
      {text('title')}
      {text('summary', t('hints.summary'))}
      <CommonFields value={value} onChange={onChange} isDisabled={isDisabled} />
      {text('mayAnswer')}
      {text('mayNot')}
      <PairsRow kind="answers" value={value} shown={spoken} onChange={put} isDisabled={isDisabled} faults={faults} />
      {lines('bring', t('hints.lines'))}
      {text('price')}
      {text('forwardWhen')}
      {text('forwardHours')}
      <LinksFields value={value.links} onChange={(links) => onChange({ links })} isDisabled={isDisabled} faults={faults} />
      {text('digital')}
      <PairsRow kind="letters" value={value} shown={spoken} onChange={put} isDisabled={isDisabled} faults={faults} />
      {lines('alsoCalled', t('hints.alsoCalled'))}
      <TextField
        label={t('fields.changeNote')}
        hint={t('hints.changeNote')}
        value={value.changeNote}
        onChange={(changeNote) => onChange({ changeNote })}
        isDisabled={isDisabled}
        maxLength={500}
      />
    </>
  );
}

/** Rows of a text area; none: one line. */
const rows = {
  title: { maxLength: 200 },
  summary: { rows: 3 },
  price: { maxLength: 500 },
  mayAnswer: { rows: 4 },
  mayNot: { rows: 3 },
  digital: { rows: 3 },
  forwardWhen: { rows: 2 },
  forwardHours: { maxLength: 200 },
} as const;

const langOf = (column: Column): 'fi' | 'sv' | 'en' => (column === 'plain' ? 'fi' : column);
