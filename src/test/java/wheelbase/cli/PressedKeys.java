package wheelbase.cli;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import wheelbase.wizard.Answers;
import wheelbase.wizard.BasePage;
import wheelbase.wizard.ChoiceField;
import wheelbase.wizard.CureChoice;
import wheelbase.wizard.Ending;
import wheelbase.wizard.FormPage;
import wheelbase.wizard.Key;
import wheelbase.wizard.MatrixPage;
import wheelbase.wizard.Message;
import wheelbase.wizard.Outside;
import wheelbase.wizard.Question;
import wheelbase.wizard.Road;
import wheelbase.wizard.Step;
import wheelbase.wizard.TextField;
import wheelbase.wizard.Topic;
import wheelbase.wizard.Wizard;

/** A user of the full screen who gives the answers that are wanted, key by key. */
final class PressedKeys {
  private static final int PATIENCE = 200;

  private final LinkedBlockingQueue<Message> mailbox = new LinkedBlockingQueue<>();
  private final Answers wanted;
  private final Wizard wizard;
  private int pressed;

  PressedKeys(Outside outside, Road road, Answers wanted) {
    this.wanted = wanted;
    this.wizard = new Wizard(outside, road, Answers.NONE, mailbox::add);
  }

  Ending walk() {
    while (wizard.ending().isEmpty()) {
      if (wizard.page() instanceof FormPage) {
        fill(wizard.step());
      } else if (wizard.page() instanceof MatrixPage page) {
        cure(page);
      } else if (wizard.page() instanceof BasePage) {
        base();
      } else {
        press(Key.ENTER);
      }
    }
    return wizard.ending().orElseThrow();
  }

  private void fill(Step step) {
    for (Topic topic : Topic.values()) {
      if (topic.step() == step && wanted.to(topic).isPresent() && wizard.step() == step) {
        answer(topic, wanted.to(topic).orElseThrow());
      }
    }
    while (wizard.step() == step) {
      press(Key.ENTER);
    }
  }

  private FormPage form() {
    return (FormPage) wizard.page();
  }

  private void answer(Topic topic, List<String> words) {
    while (form().question().map(Question::topic).filter(topic::equals).isEmpty()) {
      press(Key.TAB);
    }
    if (form().field().orElseThrow() instanceof TextField) {
      press(Key.ERASE_LINE);
      String.join(" ", words).codePoints().mapToObj(Key::of).forEach(this::press);
      press(Key.ENTER);
      return;
    }
    // What is wanted first: for a moment none at all would be no answer.
    choose(words, true);
    if (form().question().orElseThrow().kind() == Question.Kind.SOME_OF) {
      choose(words, false);
    }
  }

  private void choose(List<String> words, boolean with) {
    for (int option = 0; option < choice().options().size(); option++) {
      boolean isWanted = words.contains(choice().options().get(option).value());
      if (isWanted == with && choice().isChosen(option) != with) {
        if (choice().question().kind() == Question.Kind.YES_NO) {
          press(Key.of(' '));
          return;
        }
        while (choice().at() != option) {
          press(choice().at() < option ? Key.DOWN : Key.UP);
        }
        press(Key.of(' '));
      }
    }
  }

  private ChoiceField choice() {
    return (ChoiceField) form().field().orElseThrow();
  }

  private void cure(MatrixPage page) {
    for (String word : wanted.to(Topic.CURES).orElse(List.of())) {
      if (!page.answers().to(Topic.CURES).orElse(List.of()).contains(word)) {
        take(word);
        return;
      }
    }
    press(Key.ENTER);
  }

  private void take(String word) {
    String name = word.substring(0, word.indexOf(':'));
    press(Key.HOME);
    while (!matrix().row().orElseThrow().name().value().equals(name)) {
      press(Key.DOWN);
    }
    press(Key.of('c'));
    while (matrix().offers().isPresent()) {
      CureChoice offers = matrix().offers().get();
      Answers after = offers.offers().get(offers.cursor()).revised();
      press(after.to(Topic.CURES).orElse(List.of()).contains(word) ? Key.ENTER : Key.DOWN);
    }
  }

  private MatrixPage matrix() {
    return (MatrixPage) wizard.page();
  }

  private void base() {
    wanted
        .one(Topic.BASE)
        .ifPresent(
            tag -> {
              press(Key.HOME);
              while (!((BasePage) wizard.page())
                  .candidate()
                  .orElseThrow()
                  .image()
                  .tag()
                  .equals(tag)) {
                press(Key.DOWN);
              }
            });
    press(Key.ENTER);
  }

  private void press(Key key) {
    if (pressed++ > PATIENCE) {
      throw new AssertionError("no way on from " + wizard.page() + " " + wizard.notice());
    }
    wizard.handle(new Message.Pressed(key));
    try {
      while (wizard.isLooking()) {
        Message news = mailbox.poll(60, TimeUnit.SECONDS);
        if (news == null) {
          throw new AssertionError("the analysis says nothing any more");
        }
        wizard.handle(news);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
