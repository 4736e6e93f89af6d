package io.github.registryclient.http.internal.advice;

import io.github.registryclient.error.RateLimit;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one field {@code RateLimit} of the later drafts: {@code "pulls";r=99;t=30}, with its policy {@code "pulls";q=100;w=60} in a
 * field beside it; before that it was {@code limit=100, remaining=99, reset=30}. Of several limits the one with the least left.
 *
 * <p>Source: draft-ietf-httpapi-ratelimit-headers, 07 and 10.
 */
final class RateLimitField {
    private static final Pattern ITEM = Pattern.compile("(\"[^\"]{0,100}\"|[A-Za-z*][\\w.*-]{0,100})"
            + "((?:\\s*;\\s*[a-z*][\\w.*-]{0,30}=(?:\"[^\"]{0,100}\"|[^\\s,;\"]{1,100})){1,10})");
    private static final Pattern PARAMETER =
            Pattern.compile("(?:^|[;,\\s])([a-z]{1,10})\\s*=\\s*(\\d{1,15})(?![\\w.])");

    private RateLimitField() {}

    static Optional<RateLimit.Builder> read(String field, Optional<String> policies) {
        OptionalLong remaining = number(field, "remaining");
        if (remaining.isPresent()) {
            return Optional.of(RateLimit.builder()
                    .limit(number(field, "limit"))
                    .remaining(remaining)
                    .reset(seconds(field, "reset")));
        }
        Optional<MatchResult> least = ITEM.matcher(field)
                .results()
                .filter(item -> number(item.group(2), "r").isPresent())
                .min(Comparator.comparingLong(item -> number(item.group(2), "r").getAsLong()));
        return least.map(item -> {
            String policy = policy(policies.orElse(""), item.group(1));
            return RateLimit.builder()
                    .limit(number(policy, "q"))
                    .remaining(number(item.group(2), "r"))
                    .window(seconds(policy, "w"))
                    .reset(seconds(item.group(2), "t"));
        });
    }

    private static String policy(String policies, String name) {
        return ITEM.matcher(policies)
                .results()
                .filter(item -> item.group(1).equals(name))
                .map(item -> item.group(2))
                .findFirst()
                .orElse("");
    }

    private static OptionalLong number(String parameters, String name) {
        Matcher parameter = PARAMETER.matcher(parameters);
        while (parameter.find()) {
            if (parameter.group(1).equals(name)) {
                return OptionalLong.of(Long.parseLong(parameter.group(2)));
            }
        }
        return OptionalLong.empty();
    }

    private static Optional<Duration> seconds(String parameters, String name) {
        OptionalLong number = number(parameters, name);
        return number.isPresent() ? Optional.of(Duration.ofSeconds(number.getAsLong())) : Optional.empty();
    }
}
