import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findAnswerable } from '../../../shared/api/specialists.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { TextField } from '../../../shared/ui/text-field.tsx';
import type { Named } from './profile.ts';

const fewestLetters = 2;

/** The services and cards one answers for, found by the same search. */
export function AnswersFor({ value, onChange }: { value: Named[]; onChange: (answersFor: Named[]) => void }) {
  const { t } = useTranslation('specialists');
  const { t: c } = useTranslation('cards');
  const [typed, setTyped] = useState('');
  const found = useFound(useDeferredValue(typed.trim())).filter(({ id }) => !value.some((one) => one.id === id));
  return (
    <section className="fields" aria-labelledby="answers-for">
      <h2 className="section-head" id="answers-for">
        {t('edit.answersFor')}
      </h2>
      <ul className="answers-for">
        {value.map((one) => (
          <li key={one.id}>
            {one.name} <span className="quiet small">{c(`kinds.${one.kind}`)}</span>
            <Button
              size="small"
              kind="plain"
              icon={X}
              aria-label={t('edit.removeOne', { name: one.name })}
              onPress={() => onChange(value.filter(({ id }) => id !== one.id))}
            />
          </li>
        ))}
      </ul>
      <TextField label={t('edit.find')} value={typed} onChange={setTyped} autoComplete="off" />
      <ul className="answers-found" aria-label={t('edit.found')}>
        {found.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className="result"
              onClick={() => {
                onChange([...value, one]);
                setTyped('');
              }}
            >
              {one.name} <span className="quiet small">{c(`kinds.${one.kind}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Of a service that many give, the one of one's own organisation is named first. */
function useFound(words: string): Named[] {
  const locale = useLocale();
  const { data } = useQuery({
    queryKey: ['answerable', locale, words],
    queryFn: ({ signal }) => findAnswerable(words, locale, signal),
    enabled: words.length >= fewestLetters,
    gcTime: 30_000,
  });
  if (words.length < fewestLetters) return [];
  return (data?.hits ?? []).flatMap(({ kind, id, title, providers }): Named[] => {
    if (kind === 'card') return [{ kind, id, name: title }];
    const serviceId = providers?.first[0]?.serviceId;
    return kind === 'service' && serviceId ? [{ kind, id: serviceId, name: title }] : [];
  });
}
