package io.github.registryclient.examples;

import java.util.Optional;

/** Where a password comes from: never from the command line, which every user of the machine can read. */
final class Password {
    static final String VARIABLE = "REGISTRY_PASSWORD";

    private Password() {}

    static Optional<String> find(String user, String url) {
        Optional<String> given = Optional.ofNullable(System.getenv(VARIABLE)).filter(text -> !text.isEmpty());
        return given.isPresent()
                ? given
                : Terminal.find().flatMap(terminal -> terminal.askSecret("Password of " + user + " at " + url + ": "));
    }
}
