/** Topics and who listens to them. A listener is told only the topic's name and payload. */
export class Topics {
  #listeners = new Map();

  on(names, listener) {
    for (const name of names.split(" ")) {
      if (!this.#listeners.has(name)) this.#listeners.set(name, []);
      this.#listeners.get(name).push(listener);
    }
  }

  tell(name, payload) {
    for (const listener of this.#listeners.get(name) ?? []) listener(payload);
  }
}
