package io.github.registryclient.cleanup.json;

import io.github.registryclient.error.InvalidInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The values of enums as the JSON documents have them: {@code buildCache} for {@code BUILD_CACHE}. */
public final class Words {
    private Words() {}

    /**
     * Reads a word.
     *
     * @param <E> the enum
     * @param type the enum
     * @param word a value as JSON has it
     * @return the value
     * @throws InvalidInputException if there is no such value, with those that there are
     */
    public static <E extends Enum<E>> E read(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(word))
                .findFirst()
                .orElseThrow(() -> InvalidInputException.of(
                        "word",
                        word,
                        "expected one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Words::of)
                                        .collect(Collectors.joining(", "))));
    }

    /**
     * A value as JSON has it.
     *
     * @param constant the value
     * @return the word
     */
    public static String of(Enum<?> constant) {
        String[] words = constant.name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder word = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            word.append(Character.toUpperCase(words[i].charAt(0))).append(words[i], 1, words[i].length());
        }
        return word.toString();
    }
}
