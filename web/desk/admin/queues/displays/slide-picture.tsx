import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { useTranslation } from 'react-i18next';
import { putPicture, removePicture, type Slide } from '../../../../shared/api/displays.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { useDeed } from '../../../use-deed.ts';
import { noNames } from '../../fields/missing.ts';
import { SideNames } from '../side-names.tsx';
import { keys } from './queries.ts';

/** A picture comes with what it shows in words: those who do not see it are told too. */
export function SlidePicture({ slide }: { slide: Slide }) {
  const { t } = useTranslation('displays');
  const [alt, setAlt] = useState(slide.alt ?? noNames);
  const { run, isRunning, problem } = useDeed([keys.slides(slide.pointId)], { tellsHere: true });
  const isDescribed = Object.values(alt).every((words) => words.trim() !== '');
  const send = (files: FileList | null) => {
    const [file] = files ?? [];
    if (file) void run(() => putPicture(slide.id, file, alt));
  };
  return (
    <section className="fields">
      <h2>{t('slide.picture')}</h2>
      <SideNames label={t('slide.alt')} name="alt" value={alt} onChange={setAlt} />
      <p className="hint">{t('slide.pictureHint')}</p>
      <p className="voice-acts">
        <FileTrigger acceptedFileTypes={['image/jpeg', 'image/png', 'image/webp']} onSelect={send}>
          <Button isPending={isRunning} isDisabled={!isDescribed}>
            {slide.hasPicture ? t('slide.changePicture') : t('slide.addPicture')}
          </Button>
        </FileTrigger>
        {slide.hasPicture ? (
          <Button isPending={isRunning} onPress={() => void run(() => removePicture(slide.id))}>
            {t('slide.removePicture')}
          </Button>
        ) : null}
      </p>
      {problem ? (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      ) : null}
    </section>
  );
}
