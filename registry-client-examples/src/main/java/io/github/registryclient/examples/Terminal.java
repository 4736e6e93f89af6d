package io.github.registryclient.examples;

import java.io.Console;
import java.util.Optional;

/** The person at the keyboard, if there is one. */
final class Terminal {
    private final Console console;

    private Terminal(Console console) {
        this.console = console;
    }

    static Optional<Terminal> find() {
        return Optional.ofNullable(System.console())
                .filter(Terminal::isTerminal)
                .map(Terminal::new);
    }

    /** Some JDKs (22 to 24) give a console also to programs whose input is redirected, and a method that tells. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }

    Optional<String> askSecret(String prompt) {
        return Optional.ofNullable(console.readPassword("%s", prompt)).map(String::new);
    }

    /** Only a whole 'yes' is one; the end of the input is none. */
    boolean confirm(String question) {
        String answer = console.readLine("%s [yes/no] ", question);
        return answer != null && answer.strip().equals("yes");
    }
}
