package eu.passage.jobs.demo;

/** Somebody who does something beside the cameras while a demonstration runs. */
public interface Guest {

  /** Comes when everything runs, before the first frame. */
  void enter(Stage stage);

  /** The cameras have stopped; what they sent is still on its way. */
  void lastFrame();

  /** Goes when everything has arrived; the platform still runs. */
  void leave(Stage stage);
}
