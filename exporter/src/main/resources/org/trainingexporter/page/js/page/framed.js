/**
 * Makes this page a part of one that frames it, as the trainer's does: it says how high it is, so that the frame
 * need not scroll, and where an element is that the other page asks for by its id.
 */
export function framed() {
  if (window.parent === window) return;
  const say = () => window.parent.postMessage({ height: document.body.offsetHeight }, "*");
  new ResizeObserver(say).observe(document.body);
  window.addEventListener("message", ({ data, source }) => {
    const id = source === window.parent && typeof data?.find === "string" ? data.find : null;
    const element = id === null ? null : document.getElementById(id);
    if (element) window.parent.postMessage({ found: id, top: element.getBoundingClientRect().top }, "*");
  });
}
