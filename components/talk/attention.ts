/** Ways to tell a person who looks elsewhere that something happened. */
export interface Choices {
  readonly sound: boolean;
  readonly notifications: boolean;
}

const KEY = "toucan-attention";

/** What the person chose last; at first, a sound and no notifications. */
export function readChoices(): Choices {
  try {
    const { sound, notifications } = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return { sound: sound !== false, notifications: notifications === true };
  } catch {
    // The browser may keep nothing, or something else was kept.
    return { sound: true, notifications: false };
  }
}

/** Remembers a choice for the next talk, where the browser keeps anything. */
export function keepChoices(choices: Choices): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(choices));
  } catch {
    // It holds for this talk.
  }
}

/** Whether the person looks at another tab or window. */
export function isAway(): boolean {
  return document.hidden || !document.hasFocus();
}

/** Tells that something happened, in the ways chosen. The text says what, but nothing of what the other side wrote. */
export function tell(text: string, { sound, notifications }: Choices): void {
  if (sound) play();
  if (notifications && globalThis.Notification?.permission === "granted") notify(text);
}

function notify(text: string) {
  try {
    const notification = new Notification(document.title, { body: text, tag: "toucan" });
    notification.onclick = () => {
      focus();
      notification.close();
    };
  } catch {
    // Chrome on Android allows none from a page.
  }
}

let audio: AudioContext | undefined;

/** Plays two short soft notes, 0.3 s together. */
function play() {
  audio ??= new AudioContext();
  const start = audio.currentTime;
  [660, 880].forEach((frequency, index) => {
    const at = start + index * 0.12;
    const note = new OscillatorNode(audio!, { frequency });
    const volume = new GainNode(audio!, { gain: 0 });
    volume.gain.setValueAtTime(0.08, at);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.18);
    note.connect(volume).connect(audio!.destination);
    note.start(at);
    note.stop(at + 0.18);
  });
}
