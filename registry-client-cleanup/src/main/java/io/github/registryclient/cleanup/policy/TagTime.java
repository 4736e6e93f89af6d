package io.github.registryclient.cleanup.policy;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.internal.ValueStyle;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A form of time stamps in tags. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class TagTime {
    /** The named part of the pattern that is the time. */
    public static final String TIME = "time";

    /** The named part of the pattern that only decides the order of equal times. */
    public static final String REST = "rest";

    private static final String CI_PATTERN =
            "regex:(?:.*[^0-9])?(?P<time>20[0-9]{10})(?P<rest>[0-9]{0,5})(?:[^0-9].*)?";

    TagTime() {}

    /**
     * Where in the tag it stands.
     *
     * @return a pattern with a part {@value #TIME}, perhaps with a part {@value #REST}
     */
    public abstract NamePattern pattern();

    /**
     * How it is written.
     *
     * @return a pattern of {@link DateTimeFormatter}, such as {@code uuuuMMddHHmm}; what it writes it has to read again
     */
    public abstract String format();

    /**
     * The time zone.
     *
     * @return UTC unless it was said
     */
    @Value.Default
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    /**
     * The form of {@code 1.0.0-201806041925053}: year, month, day, hour and minute. What the digits after that mean is not known, so
     * they decide order only.
     *
     * @return that form, in UTC
     */
    public static TagTime ci() {
        return builder()
                .pattern(NamePattern.of(CI_PATTERN))
                .format("uuuuMMddHHmm")
                .build();
    }

    /**
     * The time in a tag.
     *
     * @param tag the tag
     * @return empty if it is not of this form, or there is no such time
     */
    public Optional<Instant> find(String tag) {
        Map<String, String> parts = pattern().parts(tag);
        if (!parts.containsKey(TIME)) {
            return Optional.empty();
        }
        try {
            return Optional.of(TimeFormat.read(format(), parts.getOrDefault(TIME, ""))
                    .atZone(zone())
                    .toInstant());
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    /**
     * What decides between equal times.
     *
     * @param tag the tag
     * @return empty if there is nothing
     */
    public String rest(String tag) {
        return pattern().parts(tag).getOrDefault(REST, "");
    }

    @Value.Check
    void check() {
        if (!pattern().partNames().contains(TIME)) {
            throw new InvalidInputException("the pattern of a time stamp needs a part \"time\", such as {time}");
        }
        TimeFormat.check(format()).ifPresent(fault -> {
            throw new InvalidInputException(wrong(fault));
        });
    }

    private String wrong(String what) {
        return "\"" + format()
                + "\" is no format that a date can be read by, such as uuuuMMddHHmm (uuuu is the year, MM the month, dd"
                + " the day): " + what;
    }

    /**
     * Starts a form.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link TagTime}. */
    public static final class Builder extends ImmutableTagTime.Builder {
        Builder() {}
    }
}
