package io.github.registryclient.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the demo on a registry of its own printed, and the numbers in it. */
public final class Account {
    private final String text;

    public Account(String text) {
        this.text = text;
    }

    public long pushedBytes() {
        return number("before the deletions +([\\d,]+)\n");
    }

    public long deletedBytes() {
        return number("after the deletions +([\\d,]+) ");
    }

    public long collectedBytes() {
        return number("after garbage collection +([\\d,]+) ");
    }

    Path storage() {
        return Path.of(find("\n   storage +(.+)\n"));
    }

    /** The number that is the pattern's group. */
    public long number(String pattern) {
        return Long.parseLong(find(pattern).replace(",", ""));
    }

    private String find(String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern + " in\n" + text).isTrue();
        return found.group(1);
    }

    @Override
    public String toString() {
        return text;
    }
}
