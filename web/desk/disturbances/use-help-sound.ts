import { useEffect, useRef } from 'react';
import type { HelpCalls } from '../../shared/api/disturbances.ts';

const tones = [660, 880];
const toneS = 0.18;
const volume = 0.12;

/** Two soft tones when somebody at a computer begins to wait: whoever serves a customer looks up and not at the screen. */
export function useHelpSound(calls: HelpCalls['calls']): void {
  const known = useRef(new Set<string>());
  useEffect(() => {
    const waiting = calls.filter(({ isMine }) => !isMine).map(({ id }) => id);
    const isNew = waiting.some((id) => !known.current.has(id));
    known.current = new Set(calls.map(({ id }) => id));
    if (isNew) void sound();
  }, [calls]);
}

/** A browser lets a page sound once its user has touched it; before that nothing is heard, and the row is all there is. */
async function sound(): Promise<void> {
  const audio = new AudioContext();
  if (audio.state !== 'running') return audio.close();
  const level = audio.createGain();
  level.gain.value = volume;
  level.connect(audio.destination);
  tones.forEach((frequency, index) => {
    const tone = audio.createOscillator();
    tone.frequency.value = frequency;
    tone.connect(level);
    tone.start(audio.currentTime + index * toneS);
    tone.stop(audio.currentTime + (index + 1) * toneS);
    if (index === tones.length - 1) tone.onended = () => void audio.close();
  });
}
