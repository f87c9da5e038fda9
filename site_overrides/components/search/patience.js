/* A promise that is broken when it takes too long, as an engine that waits for the network may never answer. */

const PATIENCE = 20_000;

export function inTime(promise) {
  const late = new Promise((_, reject) => {
    const timer = setTimeout(reject, PATIENCE, new Error('search takes too long'));
    const stop = () => clearTimeout(timer);
    promise.then(stop, stop);
  });
  return Promise.race([promise, late]);
}
