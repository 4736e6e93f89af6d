package io.github.registryclient.http.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a server sends is read without a failure; what follows the grammar is read as it was meant. */
class ChallengeParserFuzzTest {
    private static final int RUNS = 20_000;
    private static final String TOKEN = "abcXYZ019!#$%&'*+-.^_`|~";
    private static final String TOKEN68 = "abcXYZ019-._~+/";
    private static final String QUOTED = TOKEN + " \t,=\"\\:/()<>@[]{}?;é";
    private static final String ANY = QUOTED + "\u0000\r\n\u007f\ud800";

    private final long seed = Long.getLong("fuzz.seed", System.nanoTime());
    private final Random random = new Random(seed);

    private String text(String alphabet, int least, int most) {
        StringBuilder text = new StringBuilder();
        int length = least + random.nextInt(most - least + 1);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private String space(int least) {
        return text(" \t", least, 2);
    }

    private String written(String value) {
        boolean isToken = !value.isEmpty() && value.chars().allMatch(c -> TOKEN.indexOf(c) >= 0);
        if (isToken && random.nextBoolean()) {
            return value;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\' || random.nextInt(10) == 0) {
                quoted.append('\\');
            }
            quoted.append(c);
        }
        return quoted.append('"').toString();
    }

    /** Writes one, and says what it means. */
    private Challenge challenge(StringBuilder written) {
        String scheme = text(TOKEN, 1, 6);
        written.append(scheme);
        Map<String, String> parameters = new LinkedHashMap<>();
        String token68 = "";
        int kind = random.nextInt(5);
        if (kind == 0) {
            token68 = text(TOKEN68, 1, 8) + "=".repeat(random.nextInt(3));
            written.append(' ').append(token68);
        } else if (kind > 1) {
            int count = 1 + random.nextInt(4);
            for (int i = 0; i < count; i++) {
                String name = i + text(TOKEN, 0, 4);
                String value = text(QUOTED, 0, 10);
                written.append(i == 0 ? " " : space(0) + "," + space(0))
                        .append(name)
                        .append(space(0))
                        .append('=')
                        .append(space(0))
                        .append(written(value));
                parameters.put(name.toLowerCase(Locale.ROOT), value);
            }
        }
        return new Challenge(scheme.toLowerCase(Locale.ROOT), parameters, token68);
    }

    @Test
    void a_well_formed_list_is_given_back() {
        System.out.println("seed " + seed);
        for (int run = 0; run < RUNS; run++) {
            List<Challenge> meant = new ArrayList<>();
            List<String> headers = new ArrayList<>();
            StringBuilder header = new StringBuilder(random.nextInt(9) == 0 ? " , " : "");
            int count = random.nextInt(5);
            for (int i = 0; i < count; i++) {
                meant.add(challenge(header));
                if (random.nextInt(3) == 0) {
                    headers.add(header.toString());
                    header.setLength(0);
                } else {
                    header.append(space(0)).append(',').append(random.nextInt(9) == 0 ? " ,," : space(0));
                }
            }
            headers.add(header.toString());
            assertThat(ChallengeParser.parse(headers))
                    .describedAs("seed %s, run %s: %s", seed, run, headers)
                    .isEqualTo(meant);
        }
    }

    @Test
    void anything_at_all_is_read_without_a_failure() {
        System.out.println("seed " + seed);
        for (int run = 0; run < RUNS; run++) {
            StringBuilder header = new StringBuilder();
            for (int i = random.nextInt(4); i >= 0; i--) {
                if (random.nextBoolean()) {
                    challenge(header);
                } else {
                    header.append(text(ANY, 0, 30));
                }
            }
            if (header.length() > 0 && random.nextBoolean()) {
                header.deleteCharAt(random.nextInt(header.length()));
            }
            List<String> headers = List.of(header.toString(), "Basic realm=last");
            List<Challenge> read = ChallengeParser.parse(headers);
            assertThat(read)
                    .describedAs("seed %s, run %s: %s", seed, run, headers)
                    .isNotEmpty()
                    .allSatisfy(challenge -> assertThat(challenge.toString()).isNotEmpty());
            Challenge last = read.get(read.size() - 1);
            assertThat(last.isBasic())
                    .describedAs("seed %s, run %s: %s", seed, run, headers)
                    .isTrue();
        }
    }
}
