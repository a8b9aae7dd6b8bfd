// Offers to tell this phone by notification, where its browser can; where it cannot, says so, and the page's own sound is left.
(() => {
  const box = document.querySelector('[data-alerts]');
  const parts = ['push-offer', 'push-on', 'push-none', 'push-denied'];
  const can = isSecureContext && 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
  const headers = { 'content-type': 'application/json', 'x-polku-csrf': '1' };

  const part = (name) => box.querySelector(`[data-${name}]`);
  function show(name) {
    for (const each of parts) part(each).hidden = each !== name;
  }

  const existing = async () => (await navigator.serviceWorker.getRegistration('/q'))?.pushManager.getSubscription();

  async function begin() {
    box.hidden = false;
    if (!can) return show('push-none');
    if (Notification.permission === 'denied') return show('push-denied');
    const kept = await existing();
    if (!kept) return show('push-offer');
    await tell(kept);
    show('push-on');
  }

  async function agree() {
    if ((await Notification.requestPermission()) !== 'granted')
      return show(Notification.permission === 'denied' ? 'push-denied' : 'push-offer');
    await navigator.serviceWorker.register('/q/worker.js', { scope: '/q' });
    await tell(await subscribed((await navigator.serviceWorker.ready).pushManager));
    show('push-on');
  }

  async function subscribed(manager) {
    const options = { userVisibleOnly: true, applicationServerKey: box.dataset.alerts };
    try {
      return await manager.subscribe(options);
    } catch (error) {
      // One of an earlier key of the service's.
      if (error.name !== 'InvalidStateError') throw error;
      await (await manager.getSubscription())?.unsubscribe();
      return manager.subscribe(options);
    }
  }

  async function tell(subscription) {
    const { endpoint, keys } = subscription.toJSON();
    const answer = await fetch('/q/push', {
      method: 'PUT',
      headers,
      body: JSON.stringify({ endpoint, p256dh: keys.p256dh, auth: keys.auth }),
    });
    if (!answer.ok) throw new Error('not taken');
  }

  async function stop() {
    await (await existing())?.unsubscribe();
    await fetch('/q/push', { method: 'DELETE', headers });
    show('push-offer');
  }

  const orNone = (work) => () => work().catch(() => show('push-none'));

  part('push-offer').querySelector('button').addEventListener('click', orNone(agree));
  part('push-on').querySelector('button').addEventListener('click', orNone(stop));
  document.addEventListener('visit-over', () => {
    box.hidden = true;
    if (can)
      existing().then(
        (kept) => kept?.unsubscribe(),
        () => {},
      );
  });
  orNone(begin)();
})();
