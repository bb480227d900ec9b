/** Says why nothing can be pressed, where the browser runs no scripts. */
export function NeedsScript() {
  return (
    <noscript>
      <p class="notice">
        Calling needs JavaScript: two browsers can only be connected by a script on the page, and this one runs none.
        The page of a room is at <code>/rooms/</code> followed by its name.
      </p>
    </noscript>
  );
}
