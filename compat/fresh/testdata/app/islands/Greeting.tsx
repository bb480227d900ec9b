import { useEffect, useState } from "preact/hooks";
import { Counter } from "./Counter.tsx";

export default function Greeting(props: { name: string }) {
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  return (
    <span class={alive ? "alive" : "still"}>
      Hello {props.name} <Counter start={100} />
    </span>
  );
}

export function Nothing() {
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  return alive ? <i>something</i> : null;
}
