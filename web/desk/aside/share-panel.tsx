import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import type { GivenHow } from '../../../server/modules/matters/sharing/rules.ts';
import { consentWording, shareNeed } from '../../shared/api/matters.ts';
import { Choice } from '../../shared/ui/choice.tsx';
import { ComboBox } from '../../shared/ui/combo-box.tsx';
import { momentOfLocal } from '../../shared/ui/local-time.ts';
import { Panel } from '../../shared/ui/panel.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { FormFoot } from '../form-foot.tsx';
import { useOrganisationOptions } from '../options.ts';
import { keys } from '../queries.ts';
import { useNames } from '../session.tsx';
import { useDeed } from '../use-deed.ts';

const bases = ['consent', 'law'] as const;
const ways = ['voice', 'screen', 'paper', 'email', 'web'] as const satisfies readonly GivenHow[];

/** Lets another organisation see one need: on which ground, in whose words, until when. It sees that need and nothing else. */
export function SharePanel({ page, onClose }: { page: MatterPage; onClose: () => void }) {
  const { t } = useTranslation('desk');
  const names = useNames();
  const organisations = useOrganisationOptions().filter(({ id }) => id !== page.ownerOrganisationId);
  const needs = page.needs.filter(({ state }) => state !== 'dropped');
  const [share, setShare] = useState(() => unshared(page, needs));
  const put = (change: Partial<typeof share>) => setShare((now) => ({ ...now, ...change }));
  const { needId, organisationId, basis, ground, givenHow, language, until } = share;
  useOfferedWording(page.id, share, (words) => put({ ground: words }));
  const { run, isRunning, problem, faults } = useDeed([keys.matter(page.id), keys.matters], { tellsHere: true });
  const isReady = needId && organisationId && basis && ground.trim().length > 2 && (basis === 'law' || givenHow);

  async function save() {
    if (!isReady) return;
    const consent = basis === 'consent' ? { givenHow, language } : {};
    const input = { needId, organisationId, basis, ground, ...consent, until: until ? momentOfLocal(`${until}T23:59`) : null };
    if (await run(() => shareNeed(page.id, input))) onClose();
  }

  return (
    <Panel
      title={t('shares.give')}
      facts={page.title}
      onClose={onClose}
      foot={
        <FormFoot
          save={t('shares.save')}
          isPending={isRunning}
          isDisabled={!isReady}
          problem={faults.until ? null : problem}
          onSave={() => void save()}
        />
      }
    >
      <section className="fields">
        <Select
          label={t('ask.need')}
          placeholder={t('choose')}
          options={needs.map((need) => ({ id: need.id, label: need.serviceName || need.ownWords }))}
          value={needId}
          onChange={(id) => put({ needId: id, organisationId: needs.find((need) => need.id === id)?.organisationId ?? organisationId })}
        />
        <ComboBox
          key={needId}
          label={t('shares.to')}
          options={organisations}
          value={organisationId}
          onChange={(id) => put({ organisationId: id })}
        />
        {organisationId ? <p className="quiet">{t('shares.sees', { organisation: names.organisation(organisationId) })}</p> : null}
      </section>
      <section className="fields">
        <Choice
          label={t('ask.basis')}
          options={bases.map((id) => ({ id, label: t(`ask.bases.${id}`) }))}
          value={basis}
          onChange={(id) => put({ basis: id as (typeof bases)[number], ground: '' })}
        />
        {basis === 'consent' ? (
          <div className="fields two">
            <Select
              label={t('ask.language')}
              options={names.items('serviceLanguages')}
              value={language}
              onChange={(id) => put({ language: id })}
            />
            <Select
              label={t('ask.how')}
              placeholder={t('choose')}
              options={ways.map((id) => ({ id, label: t(`ask.ways.${id}`) }))}
              value={givenHow}
              onChange={(id) => put({ givenHow: id as GivenHow })}
            />
          </div>
        ) : null}
        {basis ? (
          <TextField
            label={t(basis === 'law' ? 'ask.groundLaw' : 'ask.ground')}
            {...(basis === 'law' ? {} : { rows: 4 })}
            maxLength={1000}
            value={ground}
            onChange={(words) => put({ ground: words })}
          />
        ) : null}
        <TextField
          label={t('shares.untilWhen')}
          hint={t('shares.untilHint')}
          type="date"
          value={until}
          onChange={(day) => put({ until: day })}
          problem={faults.until}
        />
      </section>
    </Panel>
  );
}

type NewShare = {
  needId: string | null;
  organisationId: string | null;
  basis: (typeof bases)[number] | null;
  ground: string;
  givenHow: GivenHow | null;
  language: string;
  /** The last day, `2026-11-27`; empty: until it is taken back. */
  until: string;
};

/** Begins with the first need that its authority does not see yet. */
function unshared(page: MatterPage, needs: MatterPage['needs']): NewShare {
  const isSeen = (need: (typeof needs)[number]) =>
    page.shares.some((one) => one.needId === need.id && one.organisationId === need.organisationId);
  const first = needs.find((need) => need.organisationId !== page.ownerOrganisationId && !isSeen(need)) ?? needs[0];
  const organisationId = first?.organisationId === page.ownerOrganisationId ? null : (first?.organisationId ?? null);
  return { needId: first?.id ?? null, organisationId, basis: null, ground: '', givenHow: null, language: page.language, until: '' };
}

/** Puts the offered words of a consent where nobody has written others. */
function useOfferedWording(matterId: string, { needId, organisationId, basis, language, ground }: NewShare, put: (words: string) => void) {
  const offered = useRef('');
  const { data } = useQuery({
    queryKey: ['consent-wording', matterId, needId, organisationId, language],
    queryFn: () => consentWording(matterId, needId ?? '', organisationId ?? '', language),
    enabled: needId !== null && organisationId !== null && basis === 'consent',
    staleTime: Number.POSITIVE_INFINITY,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `put` is new with each drawing and does the same
  useEffect(() => {
    if (!data || basis !== 'consent') return;
    if (ground === '' || ground === offered.current) {
      if (ground !== data.wording) put(data.wording);
      offered.current = data.wording;
    }
  }, [data, basis, ground]);
}
