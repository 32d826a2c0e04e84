import { byId, create } from "../base/dom.js";

/** One plot over the whole window, in a dialog: Escape and the same button lead back. */
export function fullScreen(view, plotOf, grid) {
  const dialog = byId("full");
  const hole = create("div", { class: "plot hole" });
  let plot = null;

  const leave = () => {
    if (plot === null) return;
    if (hole.isConnected) hole.replaceWith(plot.element);
    else grid.append(plot.element);
    plot = null;
    dialog.close();
  };
  const follow = () => {
    const wanted = plotOf(view.get("full")) ?? null;
    if (wanted === plot) return;
    leave();
    if (wanted === null) return;
    plot = wanted;
    plot.element.replaceWith(hole);
    dialog.append(plot.element);
    dialog.showModal();
    plot.visible = true;
  };
  dialog.addEventListener("close", () => {
    if (plot !== null) view.set({ full: null });
  });
  view.on("full", follow);
  return {
    follow,
    get open() {
      return plot !== null;
    },
  };
}
