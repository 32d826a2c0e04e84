/**
 * Stands in the head of the page: where a script of the page could not be loaded, no other can say so. One that is loaded
 * by another script, or fails later, is told of by a "scriptlost" event, whose detail is what to say instead.
 */
{
  const say = (words = "A part of this page could not be loaded.") => {
    if (document.getElementById("script-lost")) return;
    const reload = document.createElement("a");
    reload.href = "";
    reload.textContent = "Reload";
    const banner = document.createElement("div");
    banner.id = "script-lost";
    banner.className = "banner";
    banner.setAttribute("role", "alert");
    banner.append(words, reload);
    document.getElementById("top")?.after(banner);
  };
  addEventListener("error", ({ target }) => target instanceof HTMLScriptElement && say(), true);
  addEventListener("scriptlost", (event) => say(event.detail));
}
