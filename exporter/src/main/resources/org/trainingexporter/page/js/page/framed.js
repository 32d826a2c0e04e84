/** For so long what is asked for is said again where it moves: plots are made one after the other. */
const SETTLED_MS = 5000;

/**
 * Makes this page a part of one that frames it, as the trainer's does: it says how high it is, so that the frame
 * need not scroll, and where an element is that the other page asks for by its id, once it is there.
 */
export function framed() {
  if (window.parent === window) return;
  /** What is asked for, where it was, and when that was said first. @type {{ id: string, top: number, said: number } | null} */
  let wanted = null;
  const answer = () => {
    const element = wanted && document.getElementById(wanted.id);
    if (!wanted || !element?.checkVisibility()) return;
    const { top } = element.getBoundingClientRect();
    if (performance.now() > wanted.said + SETTLED_MS || top === wanted.top) return;
    wanted.top = top;
    wanted.said = Math.min(wanted.said, performance.now());
    window.parent.postMessage({ found: wanted.id, top }, "*");
  };
  new ResizeObserver(() => {
    window.parent.postMessage({ height: document.body.offsetHeight }, "*");
    answer();
  }).observe(document.body);
  window.addEventListener("message", ({ data, source }) => {
    if (source !== window.parent || typeof data?.find !== "string") return;
    wanted = { id: data.find, top: Number.NaN, said: Number.POSITIVE_INFINITY };
    answer();
  });
}
