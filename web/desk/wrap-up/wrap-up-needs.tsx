import { useTranslation } from 'react-i18next';
import type { WrapUpForm } from '../../../server/modules/matters/contacts/schema.ts';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { useShortcuts } from '../../shared/keys/use-shortcuts.ts';
import { Select } from '../../shared/ui/select.tsx';
import { OutcomeFields } from '../matter/outcome-fields.tsx';
import { useNames } from '../session.tsx';
import { ServiceByCard } from './service-by-card.tsx';
import type { Missing, WrapUpWords } from './words.ts';

/** After the keys of the guidance, 1–5; for the first need that nobody has said the outcome of. */
const outcomeKeys = [
  ['6', 'handled'],
  ['7', 'initiated'],
  ['8', 'neither'],
] as const;

type WrapUpNeedsProps = {
  page: MatterPage;
  form: WrapUpForm;
  words: WrapUpWords;
  missing: readonly Missing[];
  onChange: (change: Partial<WrapUpWords>) => void;
};

/** How each need moved in this contact: handled, initiated, or neither and why. */
export function WrapUpNeeds({ page, form, words, missing, onChange }: WrapUpNeedsProps) {
  const { t } = useTranslation('desk');
  const names = useNames();
  const needs = page.needs.filter((need) => form.needs.some((one) => one.needId === need.id));
  const whyNot = names.items('outcomes').filter((item) => item.extra.kind === 'why-not');
  const put = (needId: string, change: Partial<WrapUpWords['outcomes'][string]>) => {
    const before = words.outcomes[needId] ?? { outcome: null, receipt: '', why: null };
    onChange({ outcomes: { ...words.outcomes, [needId]: { ...before, ...change } } });
  };
  const next = needs.find(({ id }) => !words.outcomes[id]?.outcome) ?? needs[0];
  useShortcuts(
    outcomeKeys.map(([key, outcome]) => ({ keys: key, label: t(`outcomes.${outcome}`), run: () => next && put(next.id, { outcome }) })),
  );
  if (needs.length === 0) return null;
  return (
    <section>
      <h2 className="wrap-up-question">
        {t('wrapUp.needs')} <span className="hint">{t('wrapUp.needsKeys')}</span>
      </h2>
      {needs.map((need) => {
        const told = words.outcomes[need.id];
        const lacks = (kind: Missing['kind']) => missing.some((one) => one.kind === kind && 'needId' in one && one.needId === need.id);
        return (
          <div key={need.id} className="wrap-up-need">
            <OutcomeFields
              label={need.serviceName || need.ownWords || t('needs.unknown')}
              note={names.shortOrganisation(need.organisationId)}
              outcome={told?.outcome ?? null}
              onOutcome={(outcome) => put(need.id, { outcome })}
              receipt={told?.receipt ?? ''}
              onReceipt={(receipt) => put(need.id, { receipt })}
              receiptProblem={lacks('receipt') ? t('faults.required') : undefined}
            />
            {need.serviceName ? null : (
              <ServiceByCard
                cards={form.cards}
                value={words.services[need.id] ?? null}
                onChange={(cardId) => onChange({ services: withService(words.services, need.id, cardId) })}
              />
            )}
            {lacks('outcome') ? (
              <p className="field-problem" role="alert">
                {t('wrapUp.outcomeMissing')}
              </p>
            ) : null}
            {told?.outcome === 'neither' ? (
              <Select
                look="line"
                label={t('wrapUp.whyNot')}
                placeholder={t('wrapUp.whyNotChoose')}
                options={whyNot}
                value={told.why}
                problem={lacks('why') ? t('wrapUp.whyMissing') : undefined}
                onChange={(why) => put(need.id, { why })}
              />
            ) : null}
          </div>
        );
      })}
    </section>
  );
}

function withService(services: WrapUpWords['services'], needId: string, cardId: string | null): WrapUpWords['services'] {
  const { [needId]: _, ...others } = services;
  return cardId ? { ...others, [needId]: cardId } : others;
}
