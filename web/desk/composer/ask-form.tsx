import { Lock } from 'lucide-react';
import { type FormEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { newKey } from '../../shared/api/request.ts';
import { askSupport } from '../../shared/api/requests.ts';
import { Icon } from '../../shared/ui/icon.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { Tap } from '../../shared/ui/taps.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { AskedPerson } from '../knowledge/specialists/asked-person.tsx';
import { useUnitOptions } from '../options.ts';
import { keys } from '../queries.ts';
import { useNames, useSession } from '../session.tsx';
import { useDeed } from '../use-deed.ts';
import { type DraftOf, isEmpty, type MatterDraft, without } from './draft.ts';
import { DraftWord } from './draft-word.tsx';
import { GroundFields, hasGround } from './ground-fields.tsx';
import { SendButton, WritingArea } from './writing.tsx';

const tierTwo = [2] as const;

/** A question to tier 2. Another organisation comes to see the need only with a ground, which is kept. */
export function AskForm({ page, draft }: { page: MatterPage; draft: DraftOf<MatterDraft> }) {
  const { t } = useTranslation('desk');
  const names = useNames();
  const { directory } = useSession();
  const { body, write } = draft;
  const { run, isRunning } = useDeed([keys.matter(page.id), keys.matters]);
  const key = useRef(newKey());
  const need = page.needs.find((one) => one.id === body.askNeedId);
  const units = useUnitOptions(tierTwo, need?.organisationId);
  const unit = directory.units.find((one) => one.id === body.askUnitId);
  const isElsewhere = unit !== undefined && unit.organisationId !== page.ownerOrganisationId;
  const isShared = page.shares.some((share) => share.needId === body.askNeedId && share.organisationId === unit?.organisationId);
  const needsGround = isElsewhere && !isShared;
  const title = body.askTitle.trim() || need?.serviceName || '';
  const isMisdirected = isElsewhere && need?.organisationId != null && need.organisationId !== unit.organisationId;
  const missing = [
    ...(need ? [] : [t('ask.need')]),
    ...(unit ? [] : [t('ask.unit')]),
    ...(title ? [] : [t('ask.title')]),
    ...(body.ask.trim() ? [] : [t('ask.question')]),
    ...(!needsGround || hasGround(body) ? [] : [t('ask.basis')]),
  ];
  const isReady = need && unit && missing.length === 0;

  async function ask() {
    if (!isReady) return;
    const input = {
      needId: need.id,
      toUnitId: unit.id,
      toPersonId: body.askPersonId,
      title,
      question: body.ask,
      customerWaiting: body.askWaiting,
      directNeed: isMisdirected && body.askDirects,
      ...(needsGround ? { basis: body.askBasis, ground: body.askGround, givenHow: body.askHow, language: body.askLanguage } : {}),
    };
    if (!(await run(() => askSupport(page.id, input, key.current)))) return;
    key.current = newKey();
    const rest = without(body, 'ask');
    if (isEmpty({ ...body, ...rest })) draft.clear();
    else write(rest);
  }

  return (
    <form className="writing" aria-label={t('composer.ask')} onSubmit={(event: FormEvent) => event.preventDefault()}>
      <div className="send-line">
        <Select
          look="line"
          label={t('ask.need')}
          placeholder={t('choose')}
          options={page.needs.filter((one) => !one.outcome).map((one) => ({ id: one.id, label: one.serviceName || one.ownWords }))}
          value={body.askNeedId}
          onChange={(askNeedId) => write({ askNeedId })}
        />
        <Select
          look="line"
          label={t('ask.unit')}
          placeholder={t('choose')}
          options={units}
          value={body.askUnitId}
          onChange={(askUnitId) => write({ askUnitId, askPersonId: null })}
        />
        <Tap value="waiting" isSelected={body.askWaiting} onChange={(askWaiting) => write({ askWaiting })}>
          {t('ask.waiting')}
        </Tap>
      </div>
      {body.askPersonId ? <AskedPerson id={body.askPersonId} onUnit={() => write({ askPersonId: null })} /> : null}
      <div className="ask-fields">
        <TextField
          label={t('ask.title')}
          hideLabel
          placeholder={need?.serviceName ?? t('ask.title')}
          value={body.askTitle}
          onChange={(askTitle) => write({ askTitle })}
        />
      </div>
      <WritingArea label={t('ask.question')} value={body.ask} onChange={(ask) => write({ ask })} />
      {needsGround ? <GroundFields page={page} draft={draft} organisationId={unit.organisationId} /> : null}
      {isMisdirected ? (
        <p className="ask-fields">
          <Tap value="directs" isSelected={body.askDirects} onChange={(askDirects) => write({ askDirects })}>
            {t('ask.directs', {
              from: names.shortOrganisation(need.organisationId),
              to: names.shortOrganisation(unit.organisationId),
            })}
          </Tap>
        </p>
      ) : null}
      <p className="leaves notice">
        <Icon of={Lock} />
        <span>{unit ? t('ask.sees', { organisation: names.organisation(unit.organisationId) }) : t('ask.seesNobody')}</span>
      </p>
      <div className="actions">
        <span className="push" />
        {missing.length > 0 && !isEmpty(body) ? (
          <span className="quiet small" id="ask-missing" role="status">
            {t('ask.missing', { what: missing.join(', ').toLocaleLowerCase(document.documentElement.lang) })}
          </span>
        ) : null}
        <DraftWord state={draft.state} savedAt={draft.savedAt} />
        <SendButton label={t('ask.send')} isPending={isRunning} isDisabled={!isReady} onSend={() => void ask()} />
      </div>
    </form>
  );
}
