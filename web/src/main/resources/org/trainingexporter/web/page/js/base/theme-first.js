/**
 * Sets the theme of the page before anything is painted: the one that the viewer chose, else the system's. It runs
 * in the head of the page, since modules run later. They bring it too, for a page whose policy forbids a script in its
 * head. A "theme" event at the window has it read again.
 */
(() => {
  if (document.documentElement.dataset.theme) return;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => {
    try {
      return JSON.parse(localStorage.getItem("training-exporter") ?? "{}").theme;
    } catch {
      return null; // the browser keeps nothing for this page
    }
  };
  const show = () => {
    const theme = chosen();
    const system = dark.matches ? "dark" : "light";
    document.documentElement.dataset.theme = theme === "light" || theme === "dark" ? theme : system;
  };
  dark.addEventListener("change", show);
  addEventListener("storage", show);
  addEventListener("theme", show);
  show();
})();
