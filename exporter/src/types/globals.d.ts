/** What api/ask-first.js asks for in the head of the page. */
declare var firstAnswers: undefined | {
  points: number;
  stats?: Promise<Api.Stats | null>;
  plots?: Promise<Api.Plots | null>;
  runs?: Promise<Api.Runs | null>;
};

interface WindowEventMap {
  /** A script of the page is lost; the detail is what to say instead of the usual sentence. */
  scriptlost: CustomEvent<string | undefined>;
}
