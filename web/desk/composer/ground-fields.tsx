import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import type { GivenHow } from '../../../server/modules/matters/sharing/rules.ts';
import { consentWording } from '../../shared/api/matters.ts';
import { Select } from '../../shared/ui/select.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { useNames } from '../session.tsx';
import type { DraftOf, MatterDraft } from './draft.ts';

const ways = ['voice', 'screen', 'paper', 'email', 'web'] as const;

type Ground = Pick<MatterDraft, 'askBasis' | 'askGround' | 'askHow'>;

/** Whether another organisation may be told: a provision of law, or a consent with its wording and the way it was given. */
export const hasGround = ({ askBasis, askGround, askHow }: Ground): boolean =>
  askGround.trim().length > 2 && (askBasis === 'law' || (askBasis === 'consent' && askHow !== null));

/** The ground of telling another organisation of a need. A consent's wording is offered in the customer's language, to read out or show. */
export function GroundFields({ page, draft, organisationId }: { page: MatterPage; draft: DraftOf<MatterDraft>; organisationId: string }) {
  const { t } = useTranslation('desk');
  const { body, write } = draft;
  return (
    <div className="ask-fields ground">
      <div className="send-line">
        <Select
          look="line"
          label={t('ask.basis')}
          placeholder={t('choose')}
          options={[
            { id: 'consent', label: t('ask.bases.consent') },
            { id: 'law', label: t('ask.bases.law') },
          ]}
          value={body.askBasis}
          onChange={(askBasis) => write({ askBasis: askBasis as MatterDraft['askBasis'], askGround: '' })}
        />
        {body.askBasis === 'consent' ? <ConsentFields page={page} draft={draft} organisationId={organisationId} /> : null}
      </div>
      {body.askBasis ? (
        <TextField
          label={t(body.askBasis === 'law' ? 'ask.groundLaw' : 'ask.ground')}
          {...(body.askBasis === 'law' ? {} : { rows: 3 })}
          value={body.askGround}
          onChange={(askGround) => write({ askGround })}
        />
      ) : null}
    </div>
  );
}

function ConsentFields({ page, draft, organisationId }: { page: MatterPage; draft: DraftOf<MatterDraft>; organisationId: string }) {
  const { t } = useTranslation('desk');
  const names = useNames();
  const { body, write } = draft;
  useOfferedWording(page.id, draft, organisationId);
  return (
    <>
      <Select
        look="line"
        label={t('ask.language')}
        options={names.items('serviceLanguages')}
        value={body.askLanguage}
        onChange={(askLanguage) => write({ askLanguage })}
      />
      <Select
        look="line"
        label={t('ask.how')}
        placeholder={t('choose')}
        options={ways.map((id) => ({ id, label: t(`ask.ways.${id}`) }))}
        value={body.askHow}
        onChange={(askHow) => write({ askHow: askHow as GivenHow })}
      />
    </>
  );
}

/** Puts the offered words where nobody has written others. */
function useOfferedWording(matterId: string, { body, write }: DraftOf<MatterDraft>, organisationId: string) {
  const { askNeedId, askLanguage, askGround } = body;
  const offered = useRef('');
  const { data } = useQuery({
    queryKey: ['consent-wording', matterId, askNeedId, organisationId, askLanguage],
    queryFn: () => consentWording(matterId, askNeedId ?? '', organisationId, askLanguage),
    enabled: askNeedId !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  useEffect(() => {
    if (!data || data.wording === offered.current) return;
    if (askGround === '' || askGround === offered.current) write({ askGround: data.wording });
    offered.current = data.wording;
  }, [data, askGround, write]);
}
