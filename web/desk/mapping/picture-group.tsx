import { PenLine, Printer } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PictureVariant } from '../../../server/modules/matters/mapping/schema.ts';
import { agreeToNames, decideMapping, picturePrintAddress, writePicture } from '../../shared/api/mappings.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Choice } from '../../shared/ui/choice.tsx';
import { Tap } from '../../shared/ui/taps.tsx';
import { TextArea } from '../../shared/ui/text-field.tsx';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';
import type { GroupProps } from './groups.ts';

/** The written picture in the customer's language and in plain Finnish: made from the answers, the advisor's to edit. */
export function PictureGroup({ page, answering }: GroupProps) {
  const { t } = useTranslation('mapping');
  const [variant, setVariant] = useState<PictureVariant>(page.variants[0] ?? 'fi');
  const { run, isRunning } = useDeed([keys.mapping(page.id), keys.matter(page.matter.id)]);
  const text = page.pictures[variant];
  const compose = () =>
    void run(async () => {
      await answering.flush();
      await writePicture(page.id, variant, null);
    });
  const decide = () =>
    void run(async () => {
      await answering.flush();
      await decideMapping(page.id);
    });
  return (
    <>
      <div className="taps">
        <Tap
          value="names"
          isSelected={page.matter.namesAgreed}
          onChange={(agreed) => {
            void run(() => agreeToNames(page.matter.id, agreed));
          }}
        >
          {t('picture.names')}
        </Tap>
        <Tap value="link" isSelected={!answering.secret} onChange={(wished) => answering.write({ secret: !wished }, true)}>
          {t('picture.link')}
        </Tap>
      </div>
      <Choice
        label={t('picture.language')}
        options={page.variants.map((id) => ({ id, label: t(`picture.languages.${id}`) }))}
        value={variant}
        onChange={(chosen) => setVariant(chosen as PictureVariant)}
      />
      {text === undefined ? null : <PictureText key={variant} id={page.id} variant={variant} text={text} />}
      <p className="actions">
        <Button icon={PenLine} kind={text === undefined ? 'primary' : 'normal'} isPending={isRunning} onPress={compose}>
          {text === undefined ? t('picture.compose') : t('picture.anew')}
        </Button>
        {text === undefined ? null : (
          <Button icon={Printer} onPress={() => void window.open(picturePrintAddress(page.id, variant), '_blank', 'noopener')}>
            {t('picture.print')}
          </Button>
        )}
        {text === undefined ? null : (
          <Button kind="primary" push isPending={isRunning} onPress={decide}>
            {t('picture.decide')}
          </Button>
        )}
      </p>
    </>
  );
}

/** Pause in typing after which the text is saved (milliseconds). */
const settleMs = 700;

function PictureText({ id, variant, text }: { id: string; variant: PictureVariant; text: string }) {
  const { t } = useTranslation('mapping');
  const [typed, setTyped] = useState<string | null>(null);
  const waiting = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { run } = useDeed([keys.mapping(id)]);
  const save = async () => {
    clearTimeout(timer.current);
    const words = waiting.current;
    if (words === null) return;
    waiting.current = null;
    if (!(await run(() => writePicture(id, variant, words)))) waiting.current = words;
    else if (waiting.current === null) setTyped(null);
  };
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => () => void latest.current(), []);
  return (
    <TextArea
      label={t('picture.text')}
      hint={t('picture.textHint')}
      lang={variant}
      rows={18}
      maxLength={20_000}
      value={typed ?? text}
      onChange={(words) => {
        setTyped(words);
        waiting.current = words;
        clearTimeout(timer.current);
        timer.current = setTimeout(() => void latest.current(), settleMs);
      }}
      onBlur={() => void save()}
    />
  );
}
