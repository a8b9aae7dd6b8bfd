import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { GivenHow } from '../../../server/modules/matters/sharing/rules.ts';
import { consentWording } from '../../shared/api/matters.ts';
import { Choice } from '../../shared/ui/choice.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';

export type Ground = { basis: 'consent' | 'law'; ground: string; givenHow: GivenHow | null };
const ways = ['voice', 'screen', 'paper'] as const satisfies readonly GivenHow[];

export const isGround = ({ basis, ground, givenHow }: Ground): boolean =>
  ground.trim().length > 2 && (basis === 'law' || givenHow !== null);

/** The need that somebody comes to see, and in which language its customer is asked. */
export type Told = { matterId: string; needId: string | null; organisationId: string; language: string };

type GroundFieldsProps = { told: Told; organisation: string; value: Ground; onChange: (ground: Ground) => void };

/** Whoever gets the paper comes to see its need: on which ground is kept. A consent's wording is offered, to read out or show. */
export function GroundFields({ told, organisation, value, onChange }: GroundFieldsProps) {
  const { t } = useTranslation('documents');
  useOfferedWording(told, value, onChange);
  return (
    <section className="fields">
      <p className="quiet">{t('ground.why', { organisation })}</p>
      <Choice
        label={t('ground.basis')}
        options={(['law', 'consent'] as const).map((id) => ({ id, label: t(`ground.bases.${id}`) }))}
        value={value.basis}
        onChange={(id) => onChange({ ...value, basis: id as Ground['basis'], ground: '' })}
      />
      <TextField
        key={value.basis}
        label={t(value.basis === 'law' ? 'ground.law' : 'ground.wording')}
        {...(value.basis === 'law' ? {} : { rows: 4 })}
        value={value.ground}
        onChange={(ground) => onChange({ ...value, ground })}
        maxLength={1000}
      />
      {value.basis === 'consent' ? (
        <Select
          label={t('ground.how')}
          options={ways.map((id) => ({ id, label: t(`ground.ways.${id}`) }))}
          value={value.givenHow}
          onChange={(id) => onChange({ ...value, givenHow: id as GivenHow })}
        />
      ) : null}
    </section>
  );
}

/** Puts the offered words where nobody has written others; whoever does not keep the need is offered none. */
function useOfferedWording({ matterId, needId, organisationId, language }: Told, value: Ground, onChange: (ground: Ground) => void) {
  const offered = useRef('');
  const isAsked = value.basis === 'consent';
  const { data } = useQuery({
    queryKey: ['consent-wording', matterId, needId, organisationId, language],
    queryFn: () => consentWording(matterId, needId ?? '', organisationId, language),
    enabled: isAsked && needId !== null,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  useEffect(() => {
    if (!isAsked) offered.current = '';
    if (!isAsked || !data || data.wording === offered.current) return;
    if (value.ground === '' || value.ground === offered.current) onChange({ ...value, ground: data.wording });
    offered.current = data.wording;
  }, [isAsked, data, value, onChange]);
}
