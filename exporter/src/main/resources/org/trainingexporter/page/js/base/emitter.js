/**
 * Named events and who listens to them.
 *
 * @template {Record<string, any>} Events what each event carries, by its name
 */
export class Emitter {
  /** @type {Map<keyof Events, ((payload: any) => void)[]>} */
  #listeners = new Map();

  /**
   * Calls the listener whenever one of these events happens.
   *
   * @template {keyof Events} Name
   * @param {Name | Name[]} names
   * @param {(payload: Events[Name]) => unknown} listener
   */
  on(names, listener) {
    for (const name of Array.isArray(names) ? names : [names]) {
      const listeners = this.#listeners.get(name) ?? [];
      this.#listeners.set(name, [...listeners, listener]);
    }
  }

  /**
   * @template {keyof Events} Name
   * @param {Name} name
   * @param {Events[Name]} [payload]
   */
  emit(name, payload) {
    for (const listener of this.#listeners.get(name) ?? []) listener(payload);
  }
}
