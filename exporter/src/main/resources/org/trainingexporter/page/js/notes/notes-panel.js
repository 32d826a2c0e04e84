/**
 * @import { Model } from "../state/model.js"
 * @import { Notes } from "./notes.js"
 */
import { byId, create, setText } from "../base/dom.js";
import { tagsIn } from "./notes.js";

/**
 * The note and the tags of the shown run, and a form to write them.
 *
 * @param {Model} model
 * @param {Notes} notes
 */
export function notesPanel(model, notes) {
  const section = byId("notes");
  const tags = create("ul", { class: "tags", "aria-label": "Tags" });
  const text = create("p", { class: "note-text" });
  const edit = create("button", { type: "button", class: "linklike", id: "edit-note", "aria-expanded": "false" });
  const note = create("textarea", { id: "note", rows: 3 });
  const list = create("input", { type: "text", id: "tags", autocomplete: "off", "aria-describedby": "tags-hint" });
  const form = create(
    "form",
    { hidden: true },
    create("label", { for: note.id }, "Note"),
    note,
    create("label", { for: list.id }, "Tags"),
    list,
    create("p", { class: "hint", id: "tags-hint" }, "Tags with commas between. This browser alone keeps them."),
    create(
      "div",
      { class: "control" },
      create("button", { type: "submit", class: "tool" }, "Save"),
      create("button", { type: "button", class: "tool", on: { click: () => open(false) } }, "Cancel"),
    ),
  );
  section.append(create("div", { class: "note-line" }, tags, text, edit), form);

  /** @param {boolean} isOpen */
  const open = (isOpen) => {
    form.hidden = !isOpen;
    edit.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) note.focus();
    else edit.focus();
  };
  const show = () => {
    const own = notes.of(model.run);
    tags.replaceChildren(...own.tags.map((tag) => create("li", {}, tag)));
    tags.hidden = own.tags.length === 0;
    setText(text, own.note);
    text.hidden = own.note === "";
    setText(edit, own.note === "" && own.tags.length === 0 ? "Add a note or tags" : "Edit");
    if (!form.hidden) return;
    note.value = own.note;
    list.value = own.tags.join(", ");
  };
  edit.addEventListener("click", () => open(form.hidden === true));
  form.addEventListener("keydown", ({ key }) => key === "Escape" && open(false));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    open(false);
    if (model.run !== null) notes.set(model.run, { note: note.value.trim(), tags: tagsIn(list.value) });
  });
  model.on("run", () => {
    form.hidden = true;
    edit.setAttribute("aria-expanded", "false");
    show();
  });
  notes.on("changed", show);
  show();
}
