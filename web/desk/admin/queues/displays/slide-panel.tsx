import { useTranslation } from 'react-i18next';
import { addSlide, changeSlide, listSlides, removeSlide, type Slide } from '../../../../shared/api/displays.ts';
import { Choice } from '../../../../shared/ui/choice.tsx';
import { EditPanel } from '../../edit/edit-panel.tsx';
import { useEdit } from '../../edit/use-edit.ts';
import { useSaving } from '../../edit/use-saving.ts';
import { useNameHere } from '../../words.ts';
import { useVersioned } from '../use-versioned.ts';
import { keys } from './queries.ts';
import { Removing } from './removing.tsx';
import { inputOf, missingInSlide, noSlide, type SlideKind, slideDetails } from './slide-details.ts';
import { SlideFields } from './slide-fields.tsx';
import { SlidePicture } from './slide-picture.tsx';
import { SlidePreview } from './slide-preview.tsx';

type NewProps = { pointId: string; slides: readonly Slide[]; onClose: () => void; onAdded: (id: string) => void };

/** A new slide comes after the others; its picture is added once it is there. */
export function NewSlidePanel({ pointId, slides, onClose, onAdded }: NewProps) {
  const { t } = useTranslation(['displays', 'admin']);
  const position = Math.max(0, ...slides.map((slide) => slide.position + 1));
  const edit = useEdit(`queues/${pointId}/new-slide`, { ...noSlide, position, kind: 'words' as SlideKind });
  const saving = useSaving([keys.slides(pointId)]);
  const { kind, ...details } = edit.value;
  const save = () =>
    saving.run({
      edit,
      missing: missingInSlide(kind, details),
      send: () => addSlide(pointId, inputOf(kind, details)),
      said: t('slide.added'),
      onDone: (answer) => (kind === 'words' ? onAdded((answer as { id: string }).id) : onClose()),
    });
  return (
    <EditPanel
      wide
      isNew
      title={t('slide.add')}
      edit={edit}
      saving={saving}
      labels={{}}
      save={t('admin:addThis')}
      onSave={() => void save()}
      onClose={onClose}
    >
      <section>
        <Choice
          label={t('slide.kind')}
          options={(['words', 'today'] as const).map((id) => ({ id, label: t(`slide.kinds.${id}`) }))}
          value={kind}
          onChange={(id) => edit.change({ kind: id as SlideKind })}
        />
      </section>
      <SlideFields kind={kind} value={details} onChange={edit.change} />
    </EditPanel>
  );
}

export function SlidePanel({ slide, onClose }: { slide: Slide; onClose: () => void }) {
  const { t } = useTranslation(['displays', 'admin']);
  const nameHere = useNameHere();
  const { id, kind, pointId } = slide;
  const edit = useEdit(`queues/${id}`, slideDetails(slide));
  const saving = useSaving([keys.slides(pointId)]);
  const { latest, send } = useVersioned({
    queryKey: keys.slides(pointId),
    read: () => listSlides(pointId),
    find: (slides) => slides.find((one) => one.id === id),
    detailsOf: slideDetails,
    write: (change, version) => changeSlide(id, { ...change, version }),
  });
  const save = () =>
    saving.run({
      edit,
      missing: missingInSlide(kind, edit.value),
      latest,
      send,
      said: t('slide.saved'),
      onDone: onClose,
    });
  const labels = { title: t('slide.title'), body: t('slide.body'), seconds: t('slide.seconds'), position: t('slide.position') };
  return (
    <EditPanel
      wide
      title={slide.title ? nameHere(slide.title) : t('slide.kinds.today')}
      edit={edit}
      saving={saving}
      labels={{ ...labels, shownFrom: t('slide.from'), shownUntil: t('slide.until'), active: t('slide.active') }}
      save={t('admin:save')}
      onSave={() => void save()}
      onClose={onClose}
    >
      {kind === 'words' ? <SlidePreview slide={slide} details={edit.value} /> : null}
      <SlideFields kind={kind} value={edit.value} onChange={edit.change} />
      {kind === 'words' ? <SlidePicture key={`${slide.version}`} slide={slide} /> : null}
      <Removing what={t('slide.remove')} touched={keys.slides(pointId)} remove={() => removeSlide(id)} onDone={onClose} />
    </EditPanel>
  );
}
