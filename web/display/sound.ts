import { texts } from './texts.ts';
import type { Call, Language, View } from './types.ts';

let audio: AudioContext | undefined;

/** Browsers let a page sound only after somebody has touched it, or when the device is set to allow it. @returns whether it may now */
export async function openSound(): Promise<boolean> {
  audio ??= new AudioContext();
  await Promise.race([audio.resume(), new Promise((resolve) => setTimeout(resolve, 500))]);
  return audio.state === 'running';
}

/** Two tones down, then the code and the counter, in the visitor's language and then in the display's first one. One call after another. */
let playing: Promise<void> = Promise.resolve();
export function announce(call: Call, { speaks, languages: [first = 'fi'] }: Pick<View, 'speaks' | 'languages'>): void {
  playing = playing.then(() => playOne(call, speaks, first)).catch(() => undefined);
}

async function playOne(call: Call, speaks: boolean, first: Language): Promise<void> {
  if (audio?.state !== 'running') return;
  await chime(audio);
  if (!speaks) return;
  for (const language of languagesOf(call, first)) await speak(audio, call, language);
}

async function chime(on: AudioContext): Promise<void> {
  for (const [index, frequency] of [880, 659].entries()) {
    const [tone, volume] = [on.createOscillator(), on.createGain()];
    const at = on.currentTime + index * 0.45;
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0.5, at);
    volume.gain.exponentialRampToValueAtTime(0.001, at + 0.9);
    tone.connect(volume).connect(on.destination);
    tone.start(at);
    tone.stop(at + 0.9);
  }
  await new Promise((resolve) => setTimeout(resolve, 1_300));
}

function languagesOf({ language }: Call, first: Language): Language[] {
  const own = (Object.keys(texts) as Language[]).find((one) => language.startsWith(one)) ?? first;
  return own === first ? [first] : [own, first];
}

/** Sounds are made by the server from what everybody may see; where it has no voice, the tones are all there is. */
async function speak(on: AudioContext, { code, counter }: Call, language: Language): Promise<void> {
  const answer = await fetch(`/api/device/speech/${language}/${code}/${counter.id}`);
  if (!answer.ok) return;
  const { sounds } = (await answer.json()) as { sounds: string[] };
  // All at hand before the first is heard: a call is not to falter. One that cannot be read is left out.
  const read = await Promise.all(sounds.map((sound) => soundAt(on, sound).catch(() => undefined)));
  for (const buffer of read) if (buffer) await play(on, buffer);
}

async function soundAt(on: AudioContext, address: string): Promise<AudioBuffer | undefined> {
  const answer = await fetch(address);
  return answer.ok ? on.decodeAudioData(await answer.arrayBuffer()) : undefined;
}

async function play(on: AudioContext, buffer: AudioBuffer): Promise<void> {
  const source = on.createBufferSource();
  source.buffer = buffer;
  source.connect(on.destination);
  const ended = new Promise((resolve) => source.addEventListener('ended', resolve));
  source.start();
  await ended;
}
