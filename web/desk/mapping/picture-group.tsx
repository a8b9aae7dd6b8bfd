import { PenLine, Printer } from 'lucide-react';
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
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
  const saveText = useRef(nothing);
  const isSaved = async () => (await saveText.current()) && (await answering.flush());
  const compose = async () => {
    if (await isSaved()) await run(() => writePicture(page.id, variant, null));
  };
  const decide = async () => {
    if (await isSaved()) await run(() => decideMapping(page.id));
  };
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
      {text === undefined ? null : <PictureText key={variant} id={page.id} variant={variant} text={text} saveText={saveText} />}
      <p className="actions">
        <Button icon={PenLine} kind={text === undefined ? 'primary' : 'normal'} isPending={isRunning} onPress={() => void compose()}>
          {text === undefined ? t('picture.compose') : t('picture.anew')}
        </Button>
        {text === undefined ? null : (
          <Button icon={Printer} onPress={() => void window.open(picturePrintAddress(page.id, variant), '_blank', 'noopener')}>
            {t('picture.print')}
          </Button>
        )}
        {text === undefined ? null : (
          <Button kind="primary" push isPending={isRunning} onPress={() => void decide()}>
            {t('picture.decide')}
          </Button>
        )}
      </p>
    </>
  );
}

/** Pause in typing after which the text is saved (milliseconds). */
const settleMs = 700;

type PictureTextProps = { id: string; variant: PictureVariant; text: string; saveText: Ref<() => Promise<boolean>> };

function PictureText({ id, variant, text, saveText }: PictureTextProps) {
  const { t } = useTranslation('mapping');
  const [typed, setTyped] = useState<string | null>(null);
  const waiting = useRef<string | null>(null);
  const sending = useRef<Promise<boolean>>(Promise.resolve(true));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { run } = useDeed([keys.mapping(id)]);
  const send = async (): Promise<boolean> => {
    const words = waiting.current;
    if (words === null) return true;
    waiting.current = null;
    const isKept = await run(() => writePicture(id, variant, words));
    if (!isKept) waiting.current ??= words;
    else if (waiting.current === null) setTyped(null);
    return isKept;
  };
  // One after another, so that a decision made at once after the last letter is made about it too.
  const save = (): Promise<boolean> => {
    clearTimeout(timer.current);
    sending.current = sending.current.then(send);
    return sending.current;
  };
  const latest = useRef(save);
  latest.current = save;
  useImperativeHandle(saveText, () => () => latest.current(), []);
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

const nothing = async (): Promise<boolean> => true;
