import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { momentOfText, textOfMoment } from '../../shared/ui/moment-text.ts';
import { TextField } from '../../shared/ui/text-field.tsx';

type MomentFieldProps = { label: string; value: string; onChange: (local: string) => void; onWrong: (isWrong: boolean) => void };

/** A day and a time in figures (`2026-11-27T09:30`): a browser's own field follows the computer's language, not the reader's. */
export function MomentField({ label, value, onChange, onWrong }: MomentFieldProps) {
  const { t } = useTranslation('desk');
  const locale = useLocale();
  const [text, setText] = useState(value && textOfMoment(value, locale));
  const [isLeft, setLeft] = useState(true);
  const isWrong = text.trim() !== '' && momentOfText(text) === null;
  const write = (next: string) => {
    const local = momentOfText(next);
    setText(next);
    setLeft(false);
    onWrong(next.trim() !== '' && local === null);
    onChange(local ?? '');
  };
  return (
    <TextField
      label={label}
      hint={t('path.momentHint')}
      value={text}
      onChange={write}
      onBlur={() => setLeft(true)}
      autoComplete="off"
      maxLength={24}
      problem={isLeft && isWrong ? t('path.momentFault') : undefined}
    />
  );
}
