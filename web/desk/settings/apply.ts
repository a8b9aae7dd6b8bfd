import type { i18n } from 'i18next';
import type { Me } from '../../shared/api/desk.ts';
import { allowSingleKeys } from '../../shared/keys/shortcuts.ts';

/** Makes the page follow the person's own choices: language, colours, keys. */
export async function applySettings(me: Pick<Me, 'language' | 'settings'>, texts: i18n): Promise<void> {
  const { theme, shortcuts } = me.settings;
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  allowSingleKeys(shortcuts);
  if (texts.language !== me.language) await texts.changeLanguage(me.language);
}
