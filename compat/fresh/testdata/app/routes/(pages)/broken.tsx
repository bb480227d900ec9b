export default function Broken(): never {
  throw new Error("secret");
}
