import './displays.css';
import { useTranslation } from 'react-i18next';
import { pictureAddress, type Slide } from '../../../../shared/api/displays.ts';
import { locales } from '../../../../shared/i18n/locale.ts';
import type { SlideDetails } from './slide-details.ts';

/** How the slide looks on a display, one language beside the other. */
export function SlidePreview({ slide, details }: { slide: Slide; details: SlideDetails }) {
  const { t } = useTranslation('displays');
  return (
    <section aria-label={t('slide.preview')} className="slide-previews">
      {locales.map((locale) => (
        <div key={locale} lang={locale} className="slide-preview">
          {slide.hasPicture ? <img src={pictureAddress(slide)} alt={slide.alt?.[locale] ?? ''} /> : null}
          <div>
            <strong>{details.title?.[locale]}</strong>
            {(details.body?.[locale] ?? '').split('\n').map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have nothing but their place.
              <p key={index}>{line}</p>
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}
