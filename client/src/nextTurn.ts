/** Resolves when all that listens to the event at hand has been called: the server knows of a change of a document then. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
