import { RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MappingAnswers, PathChannel, Suggestion } from '../../../server/modules/matters/mapping/schema.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Choice } from '../../shared/ui/choice.tsx';
import { StatusWord } from '../../shared/ui/status.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { type GroupProps, pathChannels } from './groups.ts';
import { StepFields } from './step-fields.tsx';
import { useReasonWords } from './words.ts';

/** What the rules suggest with their reasons, what was chosen and by whom, and the steps that follow. */
export function PathGroup({ page, answering }: GroupProps) {
  const { t } = useTranslation('mapping');
  const { answers, write } = answering;
  const first = page.suggestions[0]?.channel;
  return (
    <>
      <section aria-labelledby="suggested">
        <h3 id="suggested">{t('path.suggested')}</h3>
        <ol className="suggestions">
          {page.suggestions.map((suggestion) => (
            <SuggestionLine key={suggestion.channel} suggestion={suggestion} />
          ))}
        </ol>
      </section>
      <Choice
        label={t('path.channel')}
        options={pathChannels.map((id) => ({ id, label: t(`path.channels.${id}`) }))}
        value={answers.channel}
        onChange={(channel) => write({ answers: { channel: channel as PathChannel } }, true)}
      />
      {answers.channel && answers.channel !== first ? (
        <TextField
          label={t('path.why')}
          maxLength={1000}
          isRequired
          value={answers.channelWords}
          onChange={(channelWords) => write({ answers: { channelWords } })}
        />
      ) : null}
      <Choice
        label={t('path.chosenBy')}
        options={(['customer', 'together', 'advisor'] as const).map((id) => ({ id, label: t(`path.choosers.${id}`) }))}
        value={answers.chosenBy}
        onChange={(chosenBy) => write({ answers: { chosenBy: chosenBy as MappingAnswers['chosenBy'] } }, true)}
      />
      <section className="fields" aria-labelledby="steps">
        <div>
          <h3 id="steps">{t('path.steps')}</h3>
          <p className="quiet">{t('path.stepsHint')}</p>
        </div>
        <StepFields
          steps={answers.steps ?? page.suggestedSteps}
          language={page.matter.language}
          answering={answering}
          onChange={(steps) => write({ answers: { steps } })}
        />
        {answers.steps ? (
          <p>
            <Button kind="plain" size="small" icon={RotateCcw} onPress={() => write({ answers: { steps: null } }, true)}>
              {t('path.asSuggested')}
            </Button>
          </p>
        ) : null}
      </section>
    </>
  );
}

const tones = { well: 'good', somewhat: 'quiet', no: 'bad' } as const;

function SuggestionLine({ suggestion: { channel, fits, reasons, against } }: { suggestion: Suggestion }) {
  const { t } = useTranslation('mapping');
  const sayReason = useReasonWords();
  return (
    <li data-fits={fits}>
      <strong>{t(`path.channels.${channel}`)}</strong>
      <StatusWord tone={tones[fits]}>{t(`path.fits.${fits}`)}</StatusWord>
      <span className="quiet">
        {reasons.length > 0 ? <span className="why">{t('path.for', { reasons: reasons.map(sayReason).join(' · ') })}</span> : null}
        {against.length > 0 ? <span className="why">{t('path.against', { reasons: against.map(sayReason).join(' · ') })}</span> : null}
      </span>
    </li>
  );
}
