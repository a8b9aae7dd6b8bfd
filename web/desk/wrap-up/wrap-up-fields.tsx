import './wrap-up.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WrapUpForm } from '../../../server/modules/matters/contacts/schema.ts';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { useShortcuts } from '../../shared/keys/use-shortcuts.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Scale } from '../../shared/ui/choice.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { Tap } from '../../shared/ui/taps.tsx';
import { TextArea, TextField } from '../../shared/ui/text-field.tsx';
import { useTimes } from '../../shared/ui/use-times.ts';
import { PapersLeft } from '../documents/papers-left.tsx';
import { FormFoot } from '../form-foot.tsx';
import { isTalk } from '../talk.ts';
import { useChannelName } from '../words.ts';
import { AdviceLevel } from './advice-level.tsx';
import { ReasonTaps, SomeTaps } from './some-taps.tsx';
import { useWrapUp } from './use-wrap-up.ts';
import type { Missing, WrapUpWords } from './words.ts';
import { WrapUpNeeds } from './wrap-up-needs.tsx';

type WrapUpFieldsProps = { page: MatterPage; form: WrapUpForm; answeredWith: string | null; onClose: () => void };

export function WrapUpFields({ page, form, answeredWith, onClose }: WrapUpFieldsProps) {
  const { t } = useTranslation('desk');
  const channelName = useChannelName();
  const { dateTime } = useTimes();
  const { words, change, finish, isRunning, missing, papers, asksPapers } = useWrapUp(page, form, { answeredWith, onDone: onClose });
  // While something is still planned, ending the contact is the usual case and ending the matter is not.
  const goesOn = page.steps.some((step) => step.state === 'now' || step.state === 'planned');
  return (
    <Panel
      title={t('wrapUp.title')}
      facts={[channelName(form.contact.channel), dateTime(form.contact.startedAt)].join(' · ')}
      onClose={onClose}
      foot={
        <FormFoot
          save={t(goesOn ? 'wrapUp.keepOpen' : 'wrapUp.finish')}
          isPending={isRunning}
          problem={missing.length > 0 ? t('wrapUp.missing') : asksPapers ? t('closing.papersWhat') : null}
          onSave={() => void finish(!goesOn)}
        >
          {goesOn || missing.length > 0 ? null : <span className="quiet">{t('wrapUp.undoable')}</span>}
          <Button push onPress={() => void finish(goesOn)}>
            {t(goesOn ? 'wrapUp.finish' : 'wrapUp.keepOpen')}
          </Button>
        </FormFoot>
      }
    >
      <WrapUpNeeds page={page} form={form} words={words} missing={missing} onChange={change} />
      {form.cards.length > 0 ? <AdviceLevel words={words} onChange={change} /> : null}
      {isTalk(form.contact.channel) ? <Length words={words} missing={missing} onChange={change} /> : null}
      <Estimate words={words} onChange={change} />
      <ReasonTaps words={words} onChange={change} />
      <section>
        <SomeTaps
          list="digitalSupportKinds"
          label={t('wrapUp.support')}
          value={words.supportKinds}
          onChange={(supportKinds) => change({ supportKinds })}
        />
      </section>
      <section>
        <SomeTaps list="outcomes" kind="how" label={t('wrapUp.how')} value={words.how} onChange={(how) => change({ how })} />
      </section>
      <More words={words} onChange={change} />
      <PapersLeft {...papers} />
    </Panel>
  );
}

type PartProps = { words: WrapUpWords; onChange: (change: Partial<WrapUpWords>) => void };

/** By the clock until the advisor puts it right: the statistics count it. */
function Length({ words, missing, onChange }: PartProps & { missing: readonly Missing[] }) {
  const { t } = useTranslation('desk');
  return (
    <section className="wrap-up-length">
      <TextField
        label={t('wrapUp.minutes')}
        inputMode="numeric"
        value={words.minutes}
        onChange={(minutes) => onChange({ minutes })}
        problem={missing.some(({ kind }) => kind === 'minutes') ? t('wrapUp.minutesWrong') : undefined}
      />
    </section>
  );
}

function Estimate({ words, onChange }: PartProps) {
  const { t } = useTranslation('desk');
  const grades = [1, 2, 3, 4, 5];
  useShortcuts(
    grades.map((grade) => ({ keys: String(grade), label: t('wrapUp.grade', { grade }), run: () => onChange({ guidance: grade }) })),
  );
  return (
    <section>
      <Scale
        label={t('wrapUp.guidance')}
        note={t('wrapUp.guidanceKeys')}
        low={t('wrapUp.guidanceLow')}
        high={t('wrapUp.guidanceHigh')}
        value={words.guidance}
        onChange={(guidance) => onChange({ guidance })}
      />
    </section>
  );
}

function More({ words, onChange }: PartProps) {
  const { t } = useTranslation('desk');
  const [isWriting, setWriting] = useState(false);
  return (
    <section className="fields">
      <div className="taps">
        <Tap value="told-again" isSelected={words.toldAgain} onChange={(toldAgain) => onChange({ toldAgain })}>
          {t('wrapUp.toldAgain')}
        </Tap>
        <Tap value="self-serve" isSelected={words.couldSelfServe} onChange={(couldSelfServe) => onChange({ couldSelfServe })}>
          {t('wrapUp.couldSelfServe')}
        </Tap>
        <Button kind="plain" onPress={() => setWriting(true)}>
          {t('wrapUp.ownWords')}
        </Button>
      </div>
      {words.couldSelfServe ? (
        <SomeTaps
          list="notAloneReasons"
          label={t('wrapUp.notAlone')}
          value={words.notAlone}
          onChange={(notAlone) => onChange({ notAlone })}
        />
      ) : null}
      {isWriting ? (
        <TextArea
          label={t('wrapUp.ownWordsLabel')}
          rows={2}
          autoFocus
          value={words.guidanceWords}
          onChange={(guidanceWords) => onChange({ guidanceWords })}
        />
      ) : null}
    </section>
  );
}
