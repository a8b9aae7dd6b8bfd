import '../shared/ui/fonts.css';
import '../shared/ui/tokens.css';
import '../shared/ui/base.css';
import './gallery.css';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { startTexts } from '../shared/i18n/i18n.ts';
import { isLocale, regional } from '../shared/i18n/locale.ts';
import { ShortcutList } from '../shared/keys/shortcut-list.tsx';
import { ToastRegion } from '../shared/ui/toast-region.tsx';
import { Controls } from './controls.tsx';
import { DeskPath, ResidentPath } from './paths.tsx';

const wish = new URLSearchParams(location.search);
const lang = wish.get('lang');
const locale = isLocale(lang) ? lang : 'fi';
const theme = wish.get('theme');
if (theme) document.documentElement.dataset.theme = theme;
const scene = wish.get('scene') ?? 'controls';
if (scene === 'path-resident') document.documentElement.dataset.density = 'public';

const scenes: Record<string, () => React.ReactNode> = {
  controls: () => <Controls />,
  'path-desk': () => <DeskPath />,
  'path-resident': () => <ResidentPath />,
};
const texts = await startTexts(locale, ['ui', 'desk']);
const root = document.getElementById('app');
if (root) {
  createRoot(root).render(
    <I18nextProvider i18n={texts}>
      <I18nProvider locale={regional[locale]}>
        {scenes[scene]?.()}
        <ToastRegion />
        <ShortcutList />
      </I18nProvider>
    </I18nextProvider>,
  );
}
