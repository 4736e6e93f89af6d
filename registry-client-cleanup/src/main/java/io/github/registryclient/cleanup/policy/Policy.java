package io.github.registryclient.cleanup.policy;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.internal.Excerpt;
import io.github.registryclient.internal.ValueStyle;
import io.github.registryclient.name.Digest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.immutables.value.Value;

/**
 * What is to stay and what may go. Every rule that matches applies, keep beats delete, the order of rules does not matter, and
 * without a delete rule nothing is deleted: what no rule matches stays. Immutable.
 */
@Value.Immutable
@ValueStyle
public abstract class Policy {
    Policy() {}

    /**
     * The rules.
     *
     * @return with different names, in the order in which they were given
     */
    public abstract List<Rule> rules();

    /**
     * What stays whatever the rules say, with all that it needs.
     *
     * @return references of this registry
     */
    public abstract Set<ImageReference> keep();

    /**
     * Whether {@code latest}, and tags that are exactly a release such as {@code v1.2.3}, stay.
     *
     * @return true unless it was said
     */
    @Value.Default
    public boolean defaultProtections() {
        return true;
    }

    /**
     * How ages are found.
     *
     * @return {@link AgeRules#defaults} unless it was said
     */
    @Value.Default
    public AgeRules ages() {
        return AgeRules.defaults();
    }

    /**
     * How much a run may delete.
     *
     * @return {@link Fuse#defaults} unless it was said
     */
    @Value.Default
    public Fuse fuse() {
        return Fuse.defaults();
    }

    /**
     * Under which other hosts this registry is known to those who run images.
     *
     * @return such as {@code registry.local:5000}; may be empty
     */
    public abstract Set<String> hosts();

    /**
     * The rule that keeps what {@link #defaultProtections} names.
     *
     * @return a keep rule
     */
    public static Rule protections() {
        return DefaultProtections.rule();
    }

    /**
     * Reads a policy.
     *
     * @param json its JSON form, as {@code policy.schema.json} has it; without {@code keepFiles}, which need a folder
     * @return the policy
     * @throws InvalidInputException if it is none, with the place and what was expected there
     */
    public static Policy parse(String json) {
        return PolicyReader.read(json, PolicyReader.NO_FOLDER);
    }

    /**
     * Reads a policy from a file.
     *
     * @param file its JSON form in UTF-8; keep files lie beside it
     * @return the policy
     * @throws InvalidInputException if it cannot be read or is none, with the file, the place and what was expected there
     */
    public static Policy read(Path file) {
        try {
            return PolicyReader.read(TextFiles.read(file), file.toAbsolutePath().getParent());
        } catch (InvalidInputException e) {
            throw new InvalidInputException(Excerpt.of(file.toString()) + ": " + e.getMessage(), e);
        }
    }

    /**
     * The policy as JSON.
     *
     * @return a document that {@link #parse} reads as an equal policy
     */
    public String toJson() {
        return PolicyWriter.write(this);
    }

    /**
     * A name for what it says.
     *
     * @return the same for equal policies
     */
    public Digest hash() {
        return Digest.sha256(toJson().getBytes(StandardCharsets.UTF_8));
    }

    @Value.Check
    void check() {
        Set<String> names = new HashSet<>();
        for (Rule rule : rules()) {
            if (!names.add(rule.name())) {
                throw new InvalidInputException("two rules are called \"" + rule.name() + "\"");
            }
            if (rule.name().equals(DefaultProtections.NAME)) {
                throw new InvalidInputException("\"" + rule.name() + "\" is what the default protections are called");
            }
        }
    }

    /**
     * Starts a policy.
     *
     * @return a builder without rules
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Policy}. */
    public static final class Builder extends ImmutablePolicy.Builder {
        Builder() {}
    }
}
