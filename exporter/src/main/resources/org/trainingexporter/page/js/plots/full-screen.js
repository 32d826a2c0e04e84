/**
 * @import { View } from "../state/view.js"
 * @import { PlotView } from "./plot-view.js"
 */
import { byId, create } from "../base/dom.js";

/** One plot over the whole window, in a dialog: Escape and the same button lead back. */
export class FullScreen {
  #view;
  #plotOf;
  #grid;
  #dialog = /** @type {HTMLDialogElement} */ (byId("full"));
  #hole = create("div", { class: "plot hole" });
  /** The plot in the dialog. @type {PlotView | null} */
  #plot = null;

  /**
   * @param {View} view
   * @param {(id: string) => PlotView | undefined} plotOf
   * @param {HTMLElement} grid where plots stand
   */
  constructor(view, plotOf, grid) {
    this.#view = view;
    this.#plotOf = plotOf;
    this.#grid = grid;
    this.#dialog.addEventListener("close", () => {
      if (this.#plot !== null) view.set({ full: null });
    });
    view.on("full", () => this.follow());
  }

  get open() {
    return this.#plot !== null;
  }

  /** Shows the plot that the view names, if it is there. */
  follow() {
    const wanted = this.#plotOf(this.#view.get("full") ?? "") ?? null;
    if (wanted === this.#plot) return;
    this.#leave();
    if (wanted === null) return;
    this.#plot = wanted;
    wanted.element.replaceWith(this.#hole);
    this.#dialog.append(wanted.element);
    this.#dialog.showModal();
    wanted.bringIntoSight();
  }

  #leave() {
    if (this.#plot === null) return;
    if (this.#hole.isConnected) this.#hole.replaceWith(this.#plot.element);
    else this.#grid.append(this.#plot.element);
    this.#plot = null;
    this.#dialog.close();
  }
}
