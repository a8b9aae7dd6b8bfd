/**
 * A page cannot lock a device; what a page can do to keep a passer-by inside is done here. The rest is the device's kiosk mode (its
 * settings are in docs/operations.md).
 */
export function closeIn(): void {
  for (const kind of ['contextmenu', 'dragstart', 'selectstart'])
    document.addEventListener(kind, (event) => {
      if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
    });
  // A file that is dropped would be opened in place of the page, also over a field.
  for (const kind of ['dragover', 'drop']) document.addEventListener(kind, (event) => event.preventDefault());
  keepSize();
  document.addEventListener('keydown', (event) => {
    const isCommand = event.ctrlKey || event.metaKey || event.altKey;
    if (isCommand || /^F\d+$/.test(event.key) || event.key.startsWith('Browser')) event.preventDefault();
  });
  // No other page is opened by a middle click, and no link leads away.
  for (const kind of ['click', 'auxclick'])
    document.addEventListener(kind, (event) => {
      if (event.target instanceof Element && event.target.closest('a[href]')) event.preventDefault();
    });
  history.pushState(null, '');
  addEventListener('popstate', () => history.pushState(null, ''));
}

/** Two fingers, or a wheel with Ctrl, would leave the next visitor a part of the screen; larger text is a button. */
function keepSize(): void {
  const still = { passive: false } as const;
  document.addEventListener('wheel', (event) => event.ctrlKey && event.preventDefault(), still);
  document.addEventListener('touchmove', (event) => event.touches.length > 1 && event.preventDefault(), still);
  document.addEventListener('gesturestart', (event) => event.preventDefault(), still);
}
